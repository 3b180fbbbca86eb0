# SPDX-License-Identifier: EUPL-1.2
"""Municipalities: who they are, how they look, which hosts lead to them."""
