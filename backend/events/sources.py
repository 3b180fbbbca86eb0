# SPDX-License-Identifier: EUPL-1.2
"""The editors' view of imported calendars. Knows no request; never commits."""

from functools import partial

from backend import importing
from backend.events.importing import IMPORTER

list_sources = partial(importing.list_sources, IMPORTER)
ask_for_run = partial(importing.ask_for_run, IMPORTER)
