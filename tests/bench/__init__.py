# SPDX-License-Identifier: EUPL-1.2
"""Benchmarks: they print figures as ratios measured in one run and never assert a time."""
