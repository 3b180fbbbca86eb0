# SPDX-License-Identifier: EUPL-1.2
"""`flask news …`: the operator's view of the import."""

from backend.news.importing import IMPORTER
from backend.tenants.feed_commands import feed_commands

news = feed_commands(IMPORTER)
