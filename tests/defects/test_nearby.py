# SPDX-License-Identifier: EUPL-1.2
"""What is known near a place: the right distance, the right few, and never a hindrance."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import update

from backend.db import db
from backend.defects.routes import LOOKING
from backend.defects.states import DefectStatus
from backend.jobs import scope
from backend.throttle import ThrottleCounter
from tests.conftest import TenantClient
from tests.defects.reports import make_defect, make_defect_category

HERE = (52.14, 12.59)
METRE = 1 / 111_320
S = DefectStatus


def look(client: TenantClient, lat: float = HERE[0], lon: float = HERE[1], category: str = "licht") -> Any:
    query: dict[str, Any] = {"category": category, "lat": lat, "lon": lon}
    return client.get("/api/v1/defects/nearby", query_string=query)


def test_the_nearest_come_first_with_their_distance_in_metres(client: TenantClient, app: Flask) -> None:
    make_defect_category(app, radius=100)
    # 60 metres to the east are more degrees than 60 metres to the north.
    east = make_defect(app, lon=HERE[1] + 60 * METRE / 0.6137)
    north = make_defect(app, lat=HERE[0] + 30 * METRE)
    make_defect(app, lat=HERE[0] + 101 * METRE)
    make_defect(app, lat=HERE[0] + 80 * METRE, lon=HERE[1] + 80 * METRE / 0.6137)  # in the square, not in the circle
    found = [(item["id"], item["distance"]) for item in look(client).json]
    assert found == [(str(north), 30), (str(east), 60)]


def test_the_radius_is_the_categorys(client: TenantClient, app: Flask) -> None:
    make_defect_category(app, code="licht", radius=20)
    make_defect_category(app, code="baum", radius=200)
    make_defect(app, lat=HERE[0] + 50 * METRE)
    tree = make_defect(app, lat=HERE[0] + 50 * METRE, category="baum")
    assert look(client).json == []
    assert [item["id"] for item in look(client, category="baum").json] == [str(tree)]


def test_at_most_five_come(client: TenantClient, app: Flask) -> None:
    for number in range(8):
        make_defect(app, lat=HERE[0] + (8 - number) * METRE)
    assert [item["distance"] for item in look(client).json] == [1, 2, 3, 4, 5]


def test_what_was_closed_is_known_for_thirty_days(client: TenantClient, app: Flask) -> None:
    now = datetime.now(UTC)
    late = make_defect(app, status=S.RESOLVED, closed_at=now - timedelta(days=29))
    make_defect(app, status=S.RESOLVED, closed_at=now - timedelta(days=31))
    make_defect(app, status=S.CLOSED_UNRESOLVED, closed_at=None)
    assert [item["id"] for item in look(client).json] == [str(late)]


def test_of_several_about_the_same_thing_the_one_that_leads_comes(client: TenantClient, app: Flask) -> None:
    leads = make_defect(app)
    make_defect(app, status=S.DUPLICATE, master_id=leads, closed_at=datetime.now(UTC))
    assert [item["id"] for item in look(client).json] == [str(leads)]


def test_an_unknown_category_is_near_nothing(client: TenantClient) -> None:
    assert look(client, category="gibtsnicht").json == []


@pytest.mark.parametrize(("lat", "lon"), [(90, 0), (-90, 180), (0, -180)])
def test_the_ends_of_the_earth_are_answered(client: TenantClient, app: Flask, lat: float, lon: float) -> None:
    make_defect(app)
    assert look(client, lat, lon).json == []


@pytest.mark.parametrize(
    "query",
    ["", "category=licht", "category=licht&lat=52", "category=licht&lat=91&lon=0", "category=licht&lat=nan&lon=inf"],
)
def test_a_place_is_needed_and_has_to_be_one(client: TenantClient, query: str) -> None:
    assert client.get(f"/api/v1/defects/nearby?{query}").status_code == 422


def test_it_is_never_kept_and_not_for_whoever_asks_without_end(client: TenantClient, app: Flask) -> None:
    make_defect(app)
    answer = look(client)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers
    # Not by asking so often: the window might end meanwhile.
    with scope(app, None):
        db.session.execute(update(ThrottleCounter).values(tries=LOOKING.tries - 1))
    assert [look(client).status_code for _ in range(2)] == [200, 429]
