# SPDX-License-Identifier: EUPL-1.2
"""Whose spot it is, and what a phone needs to know for choosing one without a net."""

from typing import Any

import pytest
from flask import Flask

from backend.defects.area import locate
from backend.reference import geography
from tests.factories import make_tenant

BELZIG, OUTSIDE = {"tenant": {"ags": "12069020"}}, {"tenant": {"ags": "14522180"}}
MARKET = (52.1423, 12.5956)


def get(app: Flask, host: str) -> Any:
    answer = app.test_client().get("/api/v1/defects/area", base_url=f"http://{host}.example")
    assert answer.status_code == 200, answer.json
    return answer.json


@pytest.mark.parametrize(
    ("lat", "lon", "inside", "neighbour"),
    [
        (*MARKET, True, None),
        (52.2183, 12.4870, True, None),  # Ragösen, a district in the north
        (52.1131, 12.4554, False, "Wiesenburg/Mark"),
        (52.1983, 12.7690, False, "Brück"),
        (51.8667, 12.6500, False, None),  # Wittenberg lies in another Land
        (0.0, 0.0, False, None),
    ],
)
def test_a_spot_belongs_to_a_municipality_or_to_its_neighbour(
    lat: float, lon: float, inside: bool, neighbour: str | None
) -> None:
    found = locate(BELZIG, lat, lon)
    assert (found.inside, found.neighbour) == (inside, neighbour)


def test_who_stands_in_the_gap_between_two_simplified_borders_belongs_to_both() -> None:
    ring = geography.outline("12069020")["coordinates"][0][0]  # type: ignore[index]
    corner = max(ring, key=lambda spot: spot[0])  # the easternmost
    assert locate(BELZIG, corner[1], corner[0] + 0.0010).inside
    assert not locate(BELZIG, corner[1], corner[0] + 0.0060).inside


def test_every_spot_is_right_where_nobody_knows_the_border() -> None:
    assert locate(OUTSIDE, 50.97, 13.12).inside and geography.outline("14522180") is None


def test_no_municipality_is_its_own_neighbour_and_neighbours_are_mutual() -> None:
    names = {
        one.ags: {other.ags for other in geography.neighbours(one.ags)} for one in geography.neighbours("12069020")
    }
    assert len(names) == 9 and all("12069020" in theirs and ags not in theirs for ags, theirs in names.items())


def test_the_outline_stays_small_and_near_the_true_border() -> None:
    ring = geography.outline("12069020")["coordinates"][0][0]  # type: ignore[index]
    assert ring[0] == ring[-1] and len(ring) < 260
    assert all(geography.lies_in("12069020", lat, lon, slack=20) for lon, lat in ring)


def test_the_area_of_a_municipality_with_its_places(app: Flask) -> None:
    places = [{"name": "Lübnitz", "lat": 52.17, "lon": 12.56}, {"name": "Kurpark", "lat": None, "lon": None}]
    make_tenant(app, "gamma", defects={"places": places})
    area = get(app, "gamma")
    assert area["places"] == places and area["border"]["type"] == "MultiPolygon"
    assert "Brück" in [one["name"] for one in area["neighbours"]] and "BKG" in area["attribution"]
    assert get(app, "alpha")["places"] == []


def test_the_area_of_a_place_that_the_product_does_not_know(app: Flask) -> None:
    make_tenant(app, "gamma", tenant={"ags": "14522180", "bbox": [13.0, 50.9, 13.2, 51.0]})
    area = get(app, "gamma")
    assert (area["border"], area["neighbours"], area["bbox"]) == (None, [], [13.0, 50.9, 13.2, 51.0])


def test_the_area_answers_only_where_residents_report(app: Flask) -> None:
    make_tenant(app, "gamma", modules=["news"])
    for path in ("area", "statistics"):
        answer = app.test_client().get(f"/api/v1/defects/{path}", base_url="http://gamma.example")
        assert answer.status_code == 404
