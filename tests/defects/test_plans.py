# SPDX-License-Identifier: EUPL-1.2
"""However many reports there are, what a reader waits for is found by an index. Counted, never timed."""

import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from backend.db import db
from backend.defects import operations, overview
from backend.defects.models import DefectReport
from backend.defects.states import OPEN
from backend.defects.working_time import WorkingTime
from backend.jobs import scope
from backend.staff import Role, Staff, Stage
from tests.conftest import ON_POSTGRESQL, TenantClient
from tests.defects.many import fill
from tests.defects.reports import NOW, make_defect
from tests.factories import tenant_id
from tests.plans import rows_read, sqlite_plan, statements, steps

CLOCK = WorkingTime("12")
CLERK = Staff(
    uuid.uuid4(), uuid.uuid4(), "Eva Amt", "amt@alpha.example", frozenset({Role.CLERK}), Stage.FULL, False, None
)
HERE = (52.14, 12.59)
READS: dict[str, Callable[[], Any]] = {
    "the newest": lambda: operations.list_newest(limit=20),
    "near by": lambda: operations.find_nearby("licht", *HERE, now=NOW),
    "one in brief": lambda: operations.find_public(uuid.uuid4()),
    "one": lambda: operations.get_report(operations.list_newest(limit=1)[0]["id"], CLOCK, NOW),
}
FEW, MANY = 100, 6000


@pytest.fixture
def towns(app: Flask) -> Iterator[Callable[[str], Any]]:
    """alpha with a hundred reports, beta with 6,000."""
    fill(app, tenant_id(app, "alpha"), NOW, reports=FEW)
    fill(app, tenant_id(app, "beta"), NOW, reports=MANY)
    # A planner that knows how many rows there are has more ideas.
    with app.app_context(), db.engine.begin() as connection:
        connection.exec_driver_sql("ANALYZE")
    yield lambda slug: scope(app, tenant_id(app, slug), write=False)


def walked(statement: str, parameters: Any) -> list[str]:
    """Where SQLite walks through a table of the database."""
    return [line for line in sqlite_plan(statement, parameters) if line.startswith("SCAN defect")]


@pytest.mark.skipif(not ON_POSTGRESQL, reason="PostgreSQL's plan")
@pytest.mark.parametrize("name", READS)
def test_postgresql_reads_few_reports_and_those_by_an_index(towns: Callable[[str], Any], name: str) -> None:
    with towns("beta"):
        assert all(sum(rows_read("defect_report", *one)) <= 200 for one in statements(READS[name]))


@pytest.mark.skipif(ON_POSTGRESQL, reason="SQLite's machine")
@pytest.mark.parametrize("name", READS)
def test_sqlite_works_no_more_for_thousands_of_reports_than_for_a_hundred(
    towns: Callable[[str], Any], name: str
) -> None:
    with towns("alpha"):
        few = steps(READS[name])
    with towns("beta"):
        many = steps(READS[name])
    assert many < 2 * few, (few, many)


@pytest.mark.skipif(ON_POSTGRESQL, reason="SQLite's plan")
@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("the newest", "ix_defect_report_changed (tenant_id=?)"),
        ("near by", "ix_defect_report_nearby (tenant_id=? AND category_id=? AND lat>? AND lat<?)"),
    ],
)
def test_the_index_fits_the_question(towns: Callable[[str], Any], name: str, index: str) -> None:
    with towns("beta"):
        reports = [one for one in statements(READS[name]) if "FROM defect_report" in one[0]]
        plan = [line for one in reports for line in sqlite_plan(*one)]
    assert any(index in line for line in plan), plan
    # Of what is near, a handful is put in order; the list comes in order.
    assert name == "near by" or not any("TEMP B-TREE" in line for line in plan), plan


def test_the_inbox_reads_what_is_open_and_not_what_is_done(towns: Callable[[str], Any]) -> None:
    with towns("beta"):
        asked = statements(lambda: overview.list_reports(CLOCK, NOW, CLERK, view="inbox"))
        few = db.session.scalar(select(func.count(DefectReport.id)).where(DefectReport.status.in_(OPEN))) or 0
        assert 50 < few < MANY / 5
        if ON_POSTGRESQL:
            assert max(sum(rows_read("defect_report", *one)) for one in asked) <= 2 * few
        else:
            assert not any(walked(*one) for one in asked)
            plan = [line for one in asked for line in sqlite_plan(*one)]
            assert any("ix_defect_report_inbox (tenant_id=? AND status=?" in line for line in plan), plan


@pytest.mark.parametrize("path", ["", "/points", "/nearby?category=licht&lat=52.14&lon=12.59"])
def test_many_reports_cost_the_same_questions_as_one(client: TenantClient, app: Flask, path: str) -> None:
    def questions() -> int:
        with app.app_context():
            return len(statements(lambda: client.get(f"/api/v1/defects{path}")))

    make_defect(app, notes=("Kommt.",), photos=1)
    for_one = questions()
    for number in range(15):
        make_defect(app, notes=("Kommt.", f"Nummer {number}."), photos=2)
    assert questions() == for_one <= 9


def test_a_second_reader_costs_no_question(client: TenantClient, app: Flask) -> None:
    report = make_defect(app)
    for path in ("", "/points", "/categories", f"/{report}"):
        first = client.get(f"/api/v1/defects{path}")
        with app.app_context():
            assert statements(lambda path=path: client.get(f"/api/v1/defects{path}")) == [], path
        assert client.get(f"/api/v1/defects{path}").data == first.data
