# SPDX-License-Identifier: EUPL-1.2
"""News of a municipality: written by its editors or imported from its existing feeds."""
