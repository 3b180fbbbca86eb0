# SPDX-License-Identifier: EUPL-1.2
"""Importing what a municipality publishes elsewhere: when, what is fetched, how it ended. Kernel: a feature derives an
importer from `Importer` and says how its feeds are read and taken over."""

from backend.importing.overview import ask_for_run, list_sources
from backend.importing.running import EVERY_MINUTES, UNEXPECTED, Importer, Report, Source, Unreadable

__all__ = [
    "EVERY_MINUTES",
    "UNEXPECTED",
    "Importer",
    "Report",
    "Source",
    "Unreadable",
    "ask_for_run",
    "list_sources",
]
