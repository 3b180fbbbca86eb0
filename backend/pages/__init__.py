# SPDX-License-Identifier: EUPL-1.2
"""Legal and own pages of a municipality."""
