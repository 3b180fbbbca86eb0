# SPDX-License-Identifier: EUPL-1.2
"""Where a spot lies, by the borders that ship with the product. They are good to about 100 metres: for display and a
first check, not for legal questions. Reads reference data only; distances are in metres, on the flat."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import cos, hypot, radians
from typing import Any, NamedTuple

from backend import reference

ATTRIBUTION = "© GeoBasis-DE / BKG 2017 (Daten verändert)"
METRES = 111_320.0  # one degree of latitude
# Borders were simplified one by one: between neighbours there are gaps, and whoever stands in one belongs to both.
SLACK = 150.0
COARSE = 60.0
DIGITS = 4  # 11 metres

Ring = Sequence[Sequence[float]]
Polygons = list[list[list[list[float]]]]


class Neighbour(NamedTuple):
    """A municipality next to another one, with its border as a GeoJSON MultiPolygon."""

    ags: str
    name: str
    border: dict[str, Any]


@lru_cache(maxsize=256)
def outline(ags: str) -> dict[str, Any] | None:
    """The border as a small GeoJSON MultiPolygon for maps; None where nobody knows it."""
    geometry = reference.border(ags)
    if geometry is None:
        return None
    polygons = [[_coarser(ring) for ring in polygon] for polygon in _polygons(geometry)]
    return {"type": "MultiPolygon", "coordinates": polygons}


@lru_cache(maxsize=256)
def neighbours(ags: str) -> tuple[Neighbour, ...]:
    """The municipalities that share a border with this one, by name; as far as the product knows their borders."""
    own, geometry = reference.find(ags), reference.border(ags)
    if own is None or geometry is None:
        return ()
    box = _grown(own.bbox)
    found = []
    for other in reference.municipalities().values():
        if other.ags == ags or not _overlap(box, other.bbox):
            continue
        theirs = reference.border(other.ags)
        if theirs is not None and _touch(geometry, theirs, _grown(other.bbox)):
            found.append(Neighbour(other.ags, other.name, outline(other.ags) or {}))
    return tuple(sorted(found, key=lambda one: one.name))


def lies_in(ags: str, lat: float, lon: float, slack: float = SLACK) -> bool | None:
    """Whether a spot lies in a municipality, or hardly outside; None where nobody knows its border."""
    geometry = reference.border(ags)
    if geometry is None:
        return None
    inside = any(_within(polygon, lat, lon) for polygon in _polygons(geometry))
    return inside or any(
        _distance(lat, lon, *side) <= slack
        for polygon in _polygons(geometry)
        for ring in polygon
        for side in _sides(ring)
    )


def municipality_at(lat: float, lon: float) -> reference.Municipality | None:
    """The municipality of a spot, or None outside the known borders."""
    for one in reference.municipalities().values():
        west, south, east, north = one.bbox
        if west <= lon <= east and south <= lat <= north and lies_in(one.ags, lat, lon, slack=0):
            return one
    return None


def _polygons(geometry: dict[str, Any]) -> Polygons:
    coordinates: Any = geometry["coordinates"]
    return [coordinates] if geometry["type"] == "Polygon" else coordinates


def _within(polygon: Sequence[Ring], lat: float, lon: float) -> bool:
    """Even-odd rule: a hole is a ring that is crossed once more."""
    crossed = 0
    for ring in polygon:
        for lon1, lat1, lon2, lat2 in _sides(ring):
            if (lat1 > lat) != (lat2 > lat) and lon < (lon2 - lon1) * (lat - lat1) / (lat2 - lat1) + lon1:
                crossed += 1
    return crossed % 2 == 1


def _sides(ring: Ring) -> Iterator[tuple[float, float, float, float]]:
    for one, two in pairwise(ring):
        yield one[0], one[1], two[0], two[1]


def _distance(lat: float, lon: float, lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    """Metres from a spot to a side."""
    wide = METRES * cos(radians(lat))
    x1, y1, x2, y2 = (lon1 - lon) * wide, (lat1 - lat) * METRES, (lon2 - lon) * wide, (lat2 - lat) * METRES
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    along = 0.0 if length == 0 else max(0.0, min(1.0, -(x1 * (x2 - x1) + y1 * (y2 - y1)) / length))
    return hypot(x1 + along * (x2 - x1), y1 + along * (y2 - y1))


def _grown(box: Sequence[float]) -> tuple[float, float, float, float]:
    west, south, east, north = box
    high, wide = SLACK / METRES, SLACK / METRES / cos(radians(south))
    return west - wide, south - high, east + wide, north + high


def _overlap(one: Sequence[float], two: Sequence[float]) -> bool:
    return one[0] <= two[2] and two[0] <= one[2] and one[1] <= two[3] and two[1] <= one[3]


def _touch(one: dict[str, Any], two: dict[str, Any], box_of_two: Sequence[float]) -> bool:
    """Whether a corner of one lies on a side of the other."""
    west, south, east, north = box_of_two
    corners = [
        spot for polygon in _polygons(one) for ring in polygon for spot in ring
        if west <= spot[0] <= east and south <= spot[1] <= north
    ]  # fmt: skip
    sides = [side for polygon in _polygons(two) for ring in polygon for side in _sides(ring)]
    return any(_distance(spot[1], spot[0], *side) <= SLACK for spot in corners for side in sides)


def _coarser(ring: Ring) -> list[list[float]]:
    """Douglas and Peucker: without the corners that lie within a few steps of the line."""
    last = len(ring) - 1
    kept, open_spans = {0, last}, [(0, last)]
    while open_spans:
        first, final = open_spans.pop()
        lon1, lat1, lon2, lat2 = *ring[first][:2], *ring[final][:2]
        far, at = 0.0, 0
        for place in range(first + 1, final):
            gone = _distance(ring[place][1], ring[place][0], lon1, lat1, lon2, lat2)
            if gone > far:
                far, at = gone, place
        if far > COARSE:
            kept.add(at)
            open_spans += [(first, at), (at, final)]
    return [[round(ring[place][0], DIGITS), round(ring[place][1], DIGITS)] for place in sorted(kept)]
