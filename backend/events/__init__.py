# SPDX-License-Identifier: EUPL-1.2
"""Events of a municipality: what takes place, when, and how often."""
