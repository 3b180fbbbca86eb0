# SPDX-License-Identifier: EUPL-1.2
"""However many series there are, the next twenty dates are one read of an index. Counted, never timed."""

import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from backend.db import db
from backend.events import operations
from backend.events.models import EventOccurrence
from backend.events.spans import Span
from backend.jobs import scope
from tests.conftest import ON_POSTGRESQL
from tests.events.many import fill
from tests.factories import NOW, make_event, make_tenant, tenant_id
from tests.plans import rows_read, sqlite_plan, statements, steps

QUERIES: dict[str, Callable[[], Any]] = {
    "the next twenty": lambda: operations.list_events(Span(NOW)),
    "the next twenty of a category": lambda: operations.list_events(Span(NOW), category="musik"),
    "Saturday": lambda: operations.list_events(Span(NOW, NOW.date(), NOW.date())),
    "what a phone may be told now": lambda: operations.is_visible(uuid.uuid4(), NOW),
}


@pytest.fixture
def towns(app: Flask) -> Iterator[Callable[[str], Any]]:
    """alpha with twenty single events, beta with 2,000, 300 of them endless, and a few that run for months."""
    fill(app, tenant_id(app, "alpha"), NOW, single=20)
    fill(app, tenant_id(app, "beta"), NOW, single=1690, endless=300, long=10)
    if ON_POSTGRESQL:
        with app.app_context(), db.engine.begin() as connection:
            connection.exec_driver_sql("ANALYZE")
    yield lambda slug: scope(app, tenant_id(app, slug), write=False)


def check_sqlite(statement: str, parameters: Any) -> None:
    """It searches in indexes only, and never all the past."""
    lines = sqlite_plan(statement, parameters)
    for line in lines:
        assert not line.startswith("SCAN") or "anon_" in line, lines
    used = [line for line in lines if line.startswith("SEARCH event_occurrence")]
    assert all("starts_at>" in line or "until_at>" in line or "id=?" in line for line in used), lines


def check_postgresql(statement: str, parameters: Any) -> None:
    """It reads few rows, and those by an index."""
    assert all(read <= 120 for read in rows_read("event_occurrence", statement, parameters)), statement


def test_the_planner_finds_dates_by_indexes_and_reads_few(towns: Callable[[str], Any]) -> None:
    check = check_postgresql if ON_POSTGRESQL else check_sqlite
    with towns("beta"):
        assert (db.session.scalar(select(func.count(EventOccurrence.id))) or 0) > 45_000
        for statement, parameters in [one for query in QUERIES.values() for one in statements(query)]:
            check(statement, parameters)


@pytest.mark.skipif(ON_POSTGRESQL, reason="SQLite's machine")
def test_sqlite_works_no_more_for_two_thousand_events_than_for_twenty(towns: Callable[[str], Any]) -> None:
    with towns("alpha"):
        few = steps(QUERIES["the next twenty"])
    with towns("beta"):
        for name in ("the next twenty", "the next twenty of a category"):
            many = steps(QUERIES[name])
            assert many < 2 * few, (name, few, many)


def test_the_border_of_a_municipality_holds_in_the_union(app: Flask) -> None:
    tenant = make_tenant(app, "gamma")
    fill(app, tenant, NOW, single=5, long=2)
    mine = make_event(app, timing={"start": "2026-06-01", "end": "2026-07-01", "all_day": True})
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert [row["id"] for row in operations.list_events(Span(NOW)).rows] == [mine]
        assert [day["count"] for day in operations.count_days(Span(NOW))[0]] == [1] * 23
        assert len(operations.search_events("burgkonzert", NOW, limit=9)[0]) == 1
        assert operations.search_events("chorprobe", NOW, limit=9)[0] == []
