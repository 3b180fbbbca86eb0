# SPDX-License-Identifier: EUPL-1.2
"""News categories and sources in the tenant file: what `apply` plants and `export` writes. Knows no request."""

from backend.news.importing import IMPORTER
from backend.news.models import NewsCategory
from backend.tenants.feeding import Feeding

PART = Feeding(IMPORTER, NewsCategory).part()
