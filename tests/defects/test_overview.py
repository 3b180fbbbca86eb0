# SPDX-License-Identifier: EUPL-1.2
"""The inbox: what waits for the town hall, by what is due next in working time; everything else stands elsewhere."""

import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event

from backend.db import db
from backend.defects import overview
from backend.defects.models import DefectFlag
from backend.defects.states import DefectStatus
from backend.defects.working_time import WorkingTime
from backend.jobs import scope
from backend.staff import Staff, Stage
from tests.accounts.people import make_person
from tests.defects.reports import NOW, SECRET, make_defect, make_defect_category
from tests.defects.staff import UNPUBLISHED, S, clerk, listed, reply, shown
from tests.factories import tenant_id

CLOCK = WorkingTime("12")
MONDAY, TUESDAY, WEDNESDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 20)
VIEWS = ("inbox", "working", "waiting", "closed")
ANSWERED = {"answered_at": NOW - timedelta(days=1)}
KIM = Staff(uuid.uuid4(), uuid.uuid4(), "Kim", "kim@alpha.de", frozenset({"CLERK"}), Stage.FULL, True, None)


def seen(app: Flask, view: str | None = "inbox", now: datetime = NOW, who: Staff = KIM, **query: Any) -> list[Any]:
    with scope(app, tenant_id(app, "alpha"), write=False):
        rows, total = overview.list_reports(CLOCK, now, who, view=view, **query)
    assert total == len(rows)
    return rows


def titles(*given: Any, **query: Any) -> list[str]:
    return [row["title"] for row in seen(*given, **query)]


def counts(app: Flask, now: datetime = NOW) -> dict[str, int]:
    with scope(app, tenant_id(app, "alpha"), write=False):
        return overview.count_reports(CLOCK, now)


def object_to(app: Flask, report: uuid.UUID) -> None:
    with scope(app, tenant_id(app, "alpha")):
        flag = DefectFlag(report_id=report, reason="personal", text="", at=NOW, device_digest="x")
        db.session.add(flag)
        row = db.session.get_one(overview.Report, report)
        row.flags += 1


def test_what_is_due_next_stands_first_and_says_how_long_there_is(app: Flask) -> None:
    make_defect(app, title="später", due_on=WEDNESDAY)
    make_defect(app, title="zu spät", due_on=FRIDAY)
    make_defect(app, title="heute", due_on=MONDAY)
    rows = seen(app)
    assert [(row["title"], row["group"]) for row in rows] == [
        ("zu spät", "overdue"), ("heute", "today"), ("später", "later"),
    ]  # fmt: skip
    # It is Monday, ten o'clock: since eight two hours, until four in the afternoon six, and two days of eight more.
    assert [row["remaining_minutes"] for row in rows] == [-2 * 60, 6 * 60, 6 * 60 + 2 * 8 * 60]
    assert rows[1]["due_at"].astimezone(UTC) == datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


def test_with_the_end_of_office_hours_it_is_too_late(app: Flask) -> None:
    make_defect(app, due_on=MONDAY)
    closing = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
    assert seen(app, now=closing)[0]["group"] == "today"
    assert counts(app, closing)["overdue"] == 0
    late = closing + timedelta(minutes=5)
    assert (seen(app, now=late)[0]["group"], counts(app, late)["overdue"]) == ("overdue", 1)


def test_a_reply_counts_as_due_today_and_shows_what_was_said(app: Flask) -> None:
    make_defect(app, title="morgen", due_on=TUESDAY)
    asked = make_defect(app, title="gefragt", status=S.QUESTION, due_on=WEDNESDAY, **ANSWERED)
    make_defect(app, title="heute", due_on=MONDAY)
    assert titles(app) == ["heute", "morgen"]
    reply(app, asked, "Am zweiten Mast von links.")
    assert titles(app) == ["heute", "gefragt", "morgen"]
    row = seen(app)[1]
    assert (row["reply"], row["group"], row["excerpt"]) == (True, "today", "Am zweiten Mast von links.")
    assert (row["due_at"], row["remaining_minutes"]) == (None, None)


def test_what_a_resident_objects_to_comes_back_to_the_inbox(app: Flask) -> None:
    done = make_defect(app, title="fertig", status=S.RESOLVED, closed_at=NOW, **ANSWERED)
    assert titles(app) == [] and titles(app, "closed") == ["fertig"]
    object_to(app, done)
    assert titles(app) == ["fertig"] and titles(app, "closed") == []
    assert counts(app) | {"inbox": 1, "flagged": 1, "closed": 0} == counts(app)


def test_every_report_stands_in_exactly_one_view(app: Flask) -> None:
    for status in DefectStatus:
        for answered in (None, NOW) if status is not S.RECEIVED else (None,):
            make_defect(app, status=status, answered_at=answered)
            reply(app, make_defect(app, status=status, answered_at=answered))
            object_to(app, make_defect(app, status=status, answered_at=answered))
    everything = {row["id"] for row in seen(app, None, limit=100)}
    assert len(everything) == 3 * (2 * len(DefectStatus) - 1)
    views = {view: [row["id"] for row in seen(app, view, limit=100)] for view in VIEWS}
    assert sorted(one for ids in views.values() for one in ids) == sorted(everything)
    found = counts(app)
    assert {view: found[view] for view in VIEWS} == {view: len(ids) for view, ids in views.items()}


def test_what_waits_for_others_has_no_clock(app: Flask) -> None:
    make_defect(app, title="bei anderen", status=S.FORWARDED, due_on=FRIDAY, **ANSWERED)
    (row,) = seen(app, "waiting")
    assert (row["due_at"], row["remaining_minutes"], row["group"]) == (None, None, None)


def test_what_is_reopened_waits_for_an_answer_again(app: Flask) -> None:
    make_defect(app, title="doch nicht", status=S.IN_PROGRESS, reopened_at=NOW, due_on=TUESDAY, answered_at=None)
    assert titles(app) == ["doch nicht"]


def test_the_counts_say_why(app: Flask) -> None:
    make_defect(app, due_on=FRIDAY)
    make_defect(app, due_on=MONDAY, **UNPUBLISHED)
    reply(app, make_defect(app, status=S.QUESTION, **ANSWERED))
    make_defect(app, status=S.QUESTION, **ANSWERED)
    make_defect(app, status=S.SCHEDULED, **ANSWERED)
    make_defect(app, status=S.WITHDRAWN, closed_at=NOW)
    expected = {"inbox": 3, "working": 1, "waiting": 1, "closed": 1, "overdue": 1, "today": 1, "replies": 1}
    assert counts(app) == expected | {"flagged": 0}


def test_a_report_near_by_is_named(app: Flask) -> None:
    make_defect_category(app, radius=50)
    here = {"lat": 52.14, "lon": 12.59}
    first = make_defect(app, title="zuerst", received_at=NOW - timedelta(days=2), **here)
    again = make_defect(app, title="noch einmal", received_at=NOW - timedelta(days=1), lat=52.1402, lon=12.5901)
    make_defect(app, title="weit weg", received_at=NOW, lat=52.141, lon=12.59)
    make_defect(app, title="weit im Osten", received_at=NOW, lat=52.14, lon=12.6)
    make_defect(app, title="beschrieben", received_at=NOW, lat=None, lon=None)
    make_defect(app, title="anderes", received_at=NOW, category="baum", **here)
    near = {row["title"]: row["possible_duplicate"] for row in seen(app)}
    assert near.pop("noch einmal") == {"id": first, "number": "A-2026-0001", "distance": 23}
    assert set(near.values()) == {None}
    with_older = shown(clerk(app), first)["duplicates"]
    assert [(one["id"], one["distance"]) for one in with_older] == [(str(again), 23)]


@pytest.mark.parametrize("details", [
    {"status": S.WITHDRAWN}, {"status": S.REJECTED}, {"status": S.DUPLICATE},
    {"status": S.RESOLVED, "closed_at": NOW - timedelta(days=31)},
])  # fmt: skip
def test_what_cannot_lead_is_not_named(app: Flask, details: dict[str, Any]) -> None:
    make_defect(app, received_at=NOW - timedelta(days=40), **{"closed_at": NOW} | details)
    make_defect(app, title="neu", received_at=NOW)
    assert next(row for row in seen(app) if row["title"] == "neu")["possible_duplicate"] is None


def test_a_list_is_filtered(app: Flask) -> None:
    make_defect(app, title="Lampe", description="Sehr dunkel hier.", public_text="", assignee_id=None)
    make_defect(app, title="Baum", category="baum", description="Ast.", public_text="", address="Mühlenweg 4")
    assert titles(app, category="baum") == ["Baum"]
    assert titles(app, category="nichts") == []
    assert titles(app, q="dunkel") == ["Lampe"]
    assert titles(app, q="mühlenweg") == titles(app, q="A-2026-0002") == ["Baum"]
    assert titles(app, q="dunkel baum") == titles(app, q="%") == []


def test_a_list_shows_what_is_mine(app: Flask) -> None:
    account = make_person(app, "kim@alpha.de", ("CLERK",))
    make_defect(app, title="meins", assignee_id=account)
    make_defect(app, title="niemandes")
    kim = Staff(account, uuid.uuid4(), "Kim", "kim@alpha.de", frozenset({"CLERK"}), Stage.FULL, True, None)
    assert titles(app, who=kim, assignee="me") == ["meins"]
    assert titles(app, who=kim, assignee="nobody") == ["niemandes"]
    assert seen(app, who=kim, assignee="me")[0]["assignee"] == {"id": account, "name": "Kim"}


def test_neighbours_go_by_the_order_of_the_inbox(app: Flask) -> None:
    kim = clerk(app)
    reports = [str(make_defect(app, due_on=NOW.date() + timedelta(days=400 + day))) for day in range(3)]
    done = make_defect(app, status=S.RESOLVED)
    assert [row["id"] for row in listed(kim)] == reports
    assert shown(kim, reports[1])["neighbours"] == {
        "prev": reports[0], "next": reports[2], "position": 2, "total": 3,
    }  # fmt: skip
    assert shown(kim, reports[2])["neighbours"]["next"] is None
    assert shown(kim, done)["neighbours"] == {"prev": None, "next": reports[0], "position": None, "total": 3}


def test_pages_are_counted_and_never_overlap(app: Flask) -> None:
    for _ in range(5):
        make_defect(app, received_at=NOW, due_on=MONDAY)
    kim = clerk(app)
    pages = [kim.api("GET", f"/defects?view=inbox&page_size=2&page={page}") for page in (1, 2, 3)]
    ids = [row["id"] for page in pages for row in page.json]
    assert len(ids) == len(set(ids)) == 5
    assert '"total": 5' in pages[0].headers["X-Pagination"]


def test_a_longer_list_asks_no_more_questions(app: Flask) -> None:
    def questions() -> int:
        asked: list[str] = []
        with scope(app, tenant_id(app, "alpha"), write=False):
            event.listen(db.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
            overview.list_reports(CLOCK, NOW, KIM, view="inbox")
        return len(asked)

    make_defect(app, photos=1)
    few = questions()
    for _ in range(10):
        reply(app, make_defect(app, photos=2))
    assert questions() <= few + 1


def test_nothing_of_a_report_is_said_to_a_stranger(app: Flask) -> None:
    report = make_defect(app)
    assert SECRET not in str(shown(clerk(app), report))
