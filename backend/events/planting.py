# SPDX-License-Identifier: EUPL-1.2
"""Events in the tenant file: what `apply` plants and `export` writes. Knows no request."""

from typing import Any

from backend.events.importing import IMPORTER
from backend.events.models import EventCategory
from backend.tenants.feeding import Feeding
from backend.tenants.operations import Part

Row = dict[str, Any]
_FEEDING = Feeding(IMPORTER, EventCategory)


def export(config: Row) -> Row:
    """Categories, feeds, and school holidays that are not the Land's."""
    found = _FEEDING.export(config).get("events", {})
    if own := config.get("school_holidays"):
        found = found | {"school_holidays": own}
    return {"events": found} if found else {}


PART = Part(_FEEDING.plant, export)
