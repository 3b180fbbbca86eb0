# SPDX-License-Identifier: EUPL-1.2
"""The invented reports: on whatever day they are planted, one is overdue, one is due today, and no step lies ahead."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from backend.db import db
from backend.defects.guard import find
from backend.defects.models import DefectPhoto, DefectReport, DefectSupport
from backend.defects.states import CLOSED, DefectStatus, may_follow, needs
from backend.defects.working_time import WorkingTime, promise
from backend.demo.complaints import REPORTED, Complaint, read_complaints
from backend.demo.defects import ASKED, report_id, secret_of
from backend.demo.pictures import ART
from backend.instants import local_day
from backend.jobs import scope
from backend.mail import OutgoingMail
from backend.push.models import PushMessage
from backend.reference.defects import usual
from tests.conftest import client_of
from tests.factories import tenant_id

OFFICE, MIDDLE = WorkingTime("12"), (52.14, 12.59)
FILES = Path(__file__).resolve().parents[2] / "deploy" / "tenants"
DAYS = [datetime(2026, 11, 23, 6, 45, tzinfo=UTC) + timedelta(days=number, hours=number) for number in range(9)] + [
    datetime(2026, 12, 27, 12, tzinfo=UTC),
    datetime(2027, 3, 28, 3, tzinfo=UTC),
    datetime(2027, 1, 1, 23, tzinfo=UTC),
]


def complaints(now: datetime) -> dict[str, Complaint]:
    return {one.key: one for one in read_complaints("bad-belzig", MIDDLE, OFFICE, now)}


@pytest.mark.parametrize("now", DAYS, ids=str)
def test_the_inbox_is_full_on_any_day(now: datetime) -> None:
    found = complaints(now)
    due = {key: OFFICE.due_on(one.received_at, 3) for key, one in found.items()}
    today = local_day(now)
    working = today
    while not OFFICE.is_working_day(working):
        working += timedelta(days=1)
    assert promise(due["schlagloch"], None, now) == "missed"
    assert due["lampe"] <= working and due["muell-parkplatz"] > today
    assert all(one.received_at <= now for one in found.values())
    for one in found.values():
        assert all(before.at < after.at for before, after in pairwise(one.steps)), one.key
        assert all(one.received_at < step.at <= now for step in one.steps), one.key


def test_no_holidays_are_long_enough_to_leave_a_step_for_later() -> None:
    usual = {key: one.status for key, one in complaints(DAYS[0]).items()}
    for number in range(800):
        now = DAYS[0] + timedelta(days=number, hours=number % 24)
        assert {key: one.status for key, one in complaints(now).items()} == usual, now


def test_the_promise_of_the_lamp_ends_today_on_a_working_day() -> None:
    for now in DAYS:
        if OFFICE.is_working_day(local_day(now)):
            assert OFFICE.due_on(complaints(now)["lampe"].received_at, 3) == local_day(now)


def test_every_step_is_one_that_a_clerk_could_take() -> None:
    now = datetime(2026, 11, 23, 22, tzinfo=UTC)
    for one in complaints(now).values():
        before = DefectStatus.RECEIVED
        for step in one.steps:
            assert step.status in may_follow(before), one.key
            given = {
                "note": step.note, "expected_on": step.expected_on, "reason": step.reason,
                "forwarded": step.forwarded_to, "master": one.master,
            }  # fmt: skip
            assert all(given[need] for need in needs(step.status, before=before)), one.key
            before = step.status


def test_the_reports_show_nearly_every_state_and_nothing_private_to_residents() -> None:
    now = datetime(2026, 11, 23, 22, tzinfo=UTC)
    found = complaints(now)
    assert set(Counter(one.status for one in found.values())) == set(DefectStatus) - {DefectStatus.WITHDRAWN}
    assert not any(find(one.text) for one in found.values() if one.is_public)
    assert len([one for one in found.values() if find(one.text)]) == 2, "two give the clerk something to cover"
    categories = {row["slug"]: {each["code"] for each in row.get("questions", [])} for row in usual()["categories"]}
    for one in found.values():
        assert one.answers.keys() <= categories[one.category]
        assert one.photo is None or (ART / f"{one.photo}.svg").exists()


def test_the_demo_plants_them_once_and_rings_nobody(app: Flask) -> None:
    run = app.test_cli_runner()
    for slug in sorted(REPORTED):
        applied = run.invoke(args=["tenant", "apply", str(FILES / f"{slug}.toml")])
        assert applied.exit_code == 0, applied.output
    done = run.invoke(args=["demo"])
    assert "Bad Belzig: 19 news items, 20 events and 18 reports added" in done.output, done.output
    assert "Bad Belzig: demo content is complete" in run.invoke(args=["demo"]).output
    client = client_of(app, "bad-belzig")
    shown = client.get("/api/v1/defects?page_size=100").json
    assert len(shown) == 12 and shown[0]["number"].startswith("BB-20")
    assert all(client.get(one["photo"]["src"]).status_code == 200 for one in shown if one["photo"])
    figures = client.get("/api/v1/defects/statistics").json
    assert figures["open"] == 11 and len(figures["months"]) == 12 and 0.5 < figures["answered_in_time"] < 1
    with scope(app, tenant_id(app, "bad-belzig"), write=False):
        for model in (OutgoingMail, PushMessage):
            assert db.session.scalar(select(func.count()).select_from(select(model.id).subquery())) == 0
        closed = {row.status: row.closed_at for row in db.session.scalars(select(DefectReport))}
        assert all((closed_at is not None) == (status in CLOSED) for status, closed_at in closed.items())
        numbers = select(DefectSupport.report_id, func.count(DefectSupport.id)).group_by(DefectSupport.report_id)
        counted = {row[0]: row[1] for row in db.session.execute(numbers)}
        said = select(DefectReport.id, DefectReport.supports).where(DefectReport.supports > 0)
        assert counted == {row[0]: row[1] for row in db.session.execute(said)}
        private = select(func.count(DefectPhoto.id)).where(DefectPhoto.public.is_(False))
        assert db.session.scalar(private) == 5
        asked = report_id(ASKED)
    own = client.get(f"/api/v1/defects/{asked}/own", headers={"Authorization": f"Bearer {secret(app)}"})
    assert own.status_code == 200 and own.json["question"].startswith("Danke"), own.json


def secret(app: Flask) -> str:
    with app.app_context():
        return secret_of(ASKED)
