# SPDX-License-Identifier: EUPL-1.2
"""Where a report may lie: the municipality's border and places, and whose it is beyond. Knows no request."""

from dataclasses import dataclass
from typing import Any

from backend.reference import geography
from backend.tenants.reporter import reporter

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Located:
    """Whether a spot lies in the municipality, and if not, the name of the one that it lies in, as far as known."""

    inside: bool
    neighbour: str | None = None


def describe_area(config: Row) -> Row:
    """What a map and a form without one need. `border` is None where nobody knows it."""
    tenant = config["tenant"]
    return {
        "bbox": tenant["bbox"],
        "border": geography.outline(tenant["ags"]),
        "neighbours": [{"name": one.name, "border": one.border} for one in geography.neighbours(tenant["ags"])],
        "places": [dict(place) for place in reporter(config).places],
        "attribution": geography.ATTRIBUTION,
    }


def locate(config: Row, lat: float, lon: float) -> Located:
    """Whose spot this is. Where nobody knows the border, it is the municipality's own."""
    if geography.lies_in(config["tenant"]["ags"], lat, lon) in (True, None):
        return Located(inside=True)
    there = geography.municipality_at(lat, lon)
    return Located(inside=False, neighbour=there.name if there else None)
