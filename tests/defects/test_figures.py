# SPDX-License-Identifier: EUPL-1.2
"""The reporter in figures: what is open, what was answered in time, and nothing of other municipalities."""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from backend.db import db
from backend.defects.figures import statistics
from backend.defects.models import DefectCategory, DefectFigure, DefectReport, DefectSettings
from backend.defects.states import DefectStatus
from backend.defects.working_time import WorkingTime
from backend.jobs import scope
from backend.tenants.models import Tenant

NOW = datetime(2026, 11, 23, 11, tzinfo=UTC)  # a Monday
CONFIG: Any = {"tenant": {"ags": "12069020"}}
OFFICE = WorkingTime("12")


@pytest.fixture
def alpha(app: Flask) -> uuid.UUID:
    with scope(app, None, write=False):
        return db.session.scalars(select(Tenant.id).where(Tenant.slug == "alpha")).one()


def plant(received: int, answered: int | None = None, closed: int | None = None, **details: Any) -> DefectReport:
    """A report of so many days ago; answered and closed as many days ago."""
    category = db.session.scalar(select(DefectCategory).where(DefectCategory.slug == "licht"))
    if category is None:
        category = DefectCategory(slug="licht", name="Licht", icon="lamp", position=1)
        db.session.add(category)
        db.session.flush()
    serial = db.session.query(DefectReport).count() + 1
    days = {name: NOW - timedelta(days=ago) for name, ago in (("answered_at", answered), ("closed_at", closed)) if ago}
    received_at = details.setdefault("received_at", NOW - timedelta(days=received))
    row = DefectReport(
        secret_digest="0" * 64,
        fingerprint="0" * 64,
        own_topic="report:x",
        year=2026,
        serial=serial,
        number=f"A-2026-{serial:04}",
        category_id=category.id,
        title="Licht",
        updated_at=received_at,
        due_on=OFFICE.due_on(received_at, 3),
        **({"status": DefectStatus.RESOLVED if closed else DefectStatus.ACCEPTED} | days | details),
    )
    db.session.add(row)
    db.session.flush()
    return row


def figures(app: Flask, tenant: uuid.UUID, now: datetime = NOW) -> Any:
    with scope(app, tenant, write=False):
        return statistics(CONFIG, now)


def test_a_municipality_without_reports_has_empty_figures(app: Flask, alpha: uuid.UUID) -> None:
    found = figures(app, alpha)
    assert (found["open"], found["answered_in_time"], found["median_days_to_answer"]) == (0, None, None)
    assert (found["categories"], found["months"], found["promise_days"]) == ([], [], 3)


def test_what_is_open_closed_and_answered_in_time(app: Flask, alpha: uuid.UUID) -> None:
    with scope(app, alpha):
        plant(4, answered=3)  # Thursday, answered on Friday: one working day, kept
        plant(40, answered=20, closed=15)  # two weeks late, mended this month
        plant(0)  # runs
        plant(20)  # nobody answered: missed
        plant(200, answered=199, closed=100)  # long before the last 90 days
    found = figures(app, alpha)
    assert (found["open"], found["closed_this_month"], found["received_last_90_days"]) == (3, 1, 4)
    assert found["answered_in_time"] == 0.5
    assert found["categories"] == [{"code": "licht", "name": "Licht", "icon": "lamp", "open": 3, "closed": 2}]
    assert found["months"][0] == {"month": "2026-05", "received": 1, "closed": 0}
    assert found["months"][-1] == {"month": "2026-11", "received": 3, "closed": 1}
    assert len(found["months"]) == 7 and found["median_days_to_done"] is not None


def test_days_are_working_days(app: Flask, alpha: uuid.UUID) -> None:
    with scope(app, alpha):
        plant(10, answered=7, closed=3)  # Friday → Monday → Friday
    found = figures(app, alpha)
    assert (found["median_days_to_answer"], found["median_days_to_done"]) == (1.0, 5.0)


def test_what_was_refused_or_withdrawn_is_not_counted(app: Flask, alpha: uuid.UUID) -> None:
    with scope(app, alpha):
        for status in (DefectStatus.REJECTED, DefectStatus.WITHDRAWN):
            plant(3, status=status, closed=2)
    found = figures(app, alpha)
    assert (found["open"], found["received_last_90_days"], found["categories"]) == (0, 0, [])


def test_closed_without_mending_is_closed_but_not_done(app: Flask, alpha: uuid.UUID) -> None:
    with scope(app, alpha):
        plant(10, answered=8, closed=7, status=DefectStatus.CLOSED_UNRESOLVED)
    found = figures(app, alpha)
    assert (found["closed_this_month"], found["median_days_to_done"]) == (1, None)


def test_what_is_deleted_stays_in_the_count(app: Flask, alpha: uuid.UUID) -> None:
    with scope(app, alpha):
        plant(3)
        kept = {"category_slug": "licht", "category_name": "Licht", "outcome": "resolved"}
        db.session.add(
            DefectFigure(
                **kept, month="2026-09", closed_month="2026-11", days_to_answer=2, in_time=True, days_to_done=9
            )
        )
        db.session.add(DefectFigure(**kept, month="2020-01", closed_month="2020-02", days_to_answer=50, in_time=False))
    found = figures(app, alpha)
    assert (found["closed_this_month"], found["answered_in_time"], found["median_days_to_done"]) == (1, 1.0, 9.0)
    assert found["categories"][0]["closed"] == 2
    assert [row["month"] for row in found["months"]] == ["2026-09", "2026-10", "2026-11"]


def test_months_turn_at_midnight_on_the_wall(app: Flask, alpha: uuid.UUID) -> None:
    turn = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)  # half past midnight in December
    with scope(app, alpha):
        plant(0, received_at=turn)
    assert figures(app, alpha, turn + timedelta(hours=1))["months"] == [
        {"month": "2026-12", "received": 1, "closed": 0}
    ]


def test_figures_are_those_of_one_municipality_only(app: Flask, alpha: uuid.UUID) -> None:
    with scope(app, alpha):
        plant(3, answered=2)
        db.session.add(DefectSettings(promise_days=5))
        db.session.add(
            DefectFigure(
                category_slug="licht", category_name="Licht", month="2026-11", outcome="resolved", in_time=False
            )
        )
    there = app.test_client().get("/api/v1/defects/statistics", base_url="http://alpha.example").json
    here = app.test_client().get("/api/v1/defects/statistics", base_url="http://beta.example").json
    assert there is not None and (there["open"], there["promise_days"]) == (1, 5)
    assert here is not None and (here["open"], here["promise_days"], here["months"]) == (0, 3, [])
