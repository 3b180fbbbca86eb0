# SPDX-License-Identifier: EUPL-1.2
"""Believable content for municipalities that are marked as a demo. All of it is invented and says so."""
