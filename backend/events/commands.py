# SPDX-License-Identifier: EUPL-1.2
"""`flask events …`: the operator's view of the import."""

from backend.events.importing import IMPORTER
from backend.tenants.feed_commands import feed_commands

events = feed_commands(IMPORTER)
