# SPDX-License-Identifier: EUPL-1.2
"""`flask services …`: the operator's view of the import."""

from backend.services.importing import IMPORTER
from backend.tenants.feed_commands import feed_commands

services = feed_commands(IMPORTER)
