# SPDX-License-Identifier: EUPL-1.2
"""However many services there are, each read is a handful of queries by indexes, and the index stays small. Counted,
never timed."""

from collections.abc import Iterator
from typing import Any

import brotli
import pytest
from flask import Flask
from sqlalchemy import event, select

from backend.db import db
from backend.jobs import scope
from backend.services import links
from backend.services.composing import settle
from backend.services.models import Service
from tests.conftest import ON_POSTGRESQL, TenantClient
from tests.factories import tenant_id
from tests.services.entries import assign, make_office, make_service, plant
from tests.services.many import fill

PATHS = {
    "": 2,
    "?life_situation=wohnen&page=2": 2,
    "?q=wohnung": 2,
    "/situations": 1,
    "/top": 2,
    "/index": 2,
    "/offices": 1,
}
INDEX_BYTES = 60_000


@pytest.fixture
def seen(app: Flask) -> Iterator[list[tuple[str, Any]]]:
    """Whatever is asked of the database about services."""
    found: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        if " service" in statement or " office" in statement or "online_service" in statement:
            found.append((statement, parameters))

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield found
    event.remove(engine, "before_cursor_execute", note)


def test_a_read_is_a_handful_of_queries_however_many_services_there_are(
    app: Flask, client: TenantClient, seen: list[tuple[str, Any]]
) -> None:
    fill(app, tenant_id(app, "alpha"), 600)
    for path, most in PATHS.items():
        seen.clear()
        assert client.get(f"/api/v1/services{path}").status_code == 200
        assert len(seen) <= most, (path, len(seen))


def test_one_service_is_six_queries(app: Flask, client: TenantClient, seen: list[tuple[str, Any]]) -> None:
    entry = make_service(app, text={"title": "Hund"}, online=("https://a.brandenburg.de/", "https://b.brandenburg.de/"))
    for name in "ABC":
        assign(app, entry, make_office(app, name=name))
    seen.clear()
    assert client.get(f"/api/v1/services/{entry}").status_code == 200
    assert len(seen) <= 6


def test_settling_is_three_queries_for_hundreds(app: Flask, seen: list[tuple[str, Any]]) -> None:
    fill(app, tenant_id(app, "alpha"), 400)
    with scope(app, tenant_id(app, "alpha")):
        rows = list(db.session.scalars(select(Service)))
        here = links.here()
        seen.clear()
        settle(rows, here)
        db.session.flush()
        assert len(seen) <= 3 + len(rows) // 300  # the addresses are asked for in bundles


@pytest.mark.skipif(ON_POSTGRESQL, reason="SQLite's planner")
def test_services_are_found_by_indexes(app: Flask, client: TenantClient, seen: list[tuple[str, Any]]) -> None:
    fill(app, tenant_id(app, "alpha"), 50)
    entry = make_service(app, text={"title": "Hund"}, online=("https://a.brandenburg.de/",))
    office = make_office(app)
    assign(app, entry, office)
    seen.clear()
    for path in (*PATHS, f"/{entry}", f"/offices/{office}"):
        client.get(f"/api/v1/services{path}")
    with app.app_context(), db.engine.connect() as connection:
        for statement, parameters in [*seen]:
            lines = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]
            assert not any(line.startswith("SCAN") for line in lines), (statement, lines)


def index_bytes(client: TenantClient) -> int:
    answer = client.get("/api/v1/services/index", headers={"Accept-Encoding": "br"})
    assert answer.headers["Content-Encoding"] == "br" and brotli.decompress(answer.data)
    return len(answer.data)


def test_the_index_of_five_hundred_services_fits(app: Flask, client: TenantClient) -> None:
    plant(app)
    fill(app, tenant_id(app, "beta"), 500)
    fill(app, tenant_id(app, "alpha"), 386)
    assert len(client.get("/api/v1/services/index").json["services"]) == 500
    assert index_bytes(client) <= INDEX_BYTES


def test_a_phone_that_has_the_index_gets_304_until_something_changes(app: Flask, client: TenantClient) -> None:
    plant(app)
    etag = client.get("/api/v1/services/index").headers["ETag"]
    assert client.get("/api/v1/services/index", headers={"If-None-Match": etag}).status_code == 304
    make_service(app, own={"title": "Laubsäcke", "synonyms": ["Laub", "Sack"], "teaser": "x" * 200})
    answer = client.get("/api/v1/services/index", headers={"If-None-Match": etag})
    assert answer.status_code == 200
    (row,) = [row for row in answer.json["services"] if row[1] == "Laubsäcke"]
    assert row[2:] == [["Laub", "Sack"], row[3], 12, 0] and len(row[3]) <= 120
    assert answer.json["situations"][row[4]] == ["weitere", "Weitere Dienste", "dots"]


def test_offices_stand_in_the_index(app: Flask, client: TenantClient) -> None:
    office = make_office(app)
    assert client.get("/api/v1/services/index").json["offices"] == [[str(office), "Bürgerbüro", "Bad Belzig"]]
