# SPDX-License-Identifier: EUPL-1.2
"""The rows of dates: written with what is public, moved on at night, gone when nobody needs them."""

import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from backend.db import db
from backend.events import occurrences
from backend.events.models import Event, EventOccurrence, EventStatus
from backend.events.occurrences import Difference
from backend.housekeeping import sweep_all
from backend.jobs import scope
from backend.publishing import Status
from backend.reads import ContentVersion
from tests.factories import CHANGE, NOW, make_event, tenant_id

WEEKLY = {"start": "2026-06-12T20:00", "rrule": "FREQ=WEEKLY"}


def rows(app: Flask, event: uuid.UUID, slug: str = "alpha") -> list[Any]:
    with scope(app, tenant_id(app, slug), write=False):
        query = select(EventOccurrence).where(EventOccurrence.event_id == event).order_by(EventOccurrence.starts_at)
        found = list(db.session.scalars(query))
        db.session.expunge_all()
        return found


def edit(app: Flask, event: uuid.UUID, now: datetime = NOW, **details: Any) -> list[Difference]:
    """Change the event as publication would, and say what became of its dates."""
    with scope(app, tenant_id(app, "alpha")):
        row = db.session.get_one(Event, event)
        for name, value in details.items():
            setattr(row, name, value)
        return occurrences.refresh(row, now)


def version(app: Flask) -> int:
    with scope(app, tenant_id(app, "alpha"), write=False):
        tenant = tenant_id(app, "alpha")
        query = select(ContentVersion.version).where(ContentVersion.tenant_id == tenant)
        return db.session.scalars(query).one()


def at_night(app: Flask, now: datetime) -> dict[str, int | None]:
    return dict(sweep_all(app, now))


def test_only_what_is_public_has_dates(app: Flask) -> None:
    for status in Status:
        event = make_event(app, status=status)
        assert len(rows(app, event)) == (1 if status is Status.PUBLISHED else 0)
    planned = make_event(app, publish_at=NOW + timedelta(days=1))
    expired = make_event(app, unpublish_at=NOW - timedelta(days=1))
    assert len(rows(app, planned)) == len(rows(app, expired)) == 1


def test_withdrawal_takes_the_dates_along_and_says_so(app: Flask) -> None:
    event = make_event(app)
    start = datetime(2026, 6, 12, 18, tzinfo=UTC)
    assert edit(app, event, status=Status.WITHDRAWN) == [
        Difference("2026-06-12T20:00", (start, EventStatus.SCHEDULED), None)
    ]
    assert rows(app, event) == []
    assert edit(app, event, status=Status.PUBLISHED)[0].before is None


def test_a_second_refresh_changes_nothing_and_rows_keep_their_ids(app: Flask) -> None:
    event = make_event(app, timing=WEEKLY | {"rrule": "FREQ=WEEKLY;COUNT=3"})
    before = [(row.id, row.starts_at) for row in rows(app, event)]
    assert edit(app, event) == []
    assert edit(app, event, title="Neu", place_name="Anderswo") == []
    assert [(row.id, row.starts_at) for row in rows(app, event)] == before


def test_a_change_is_told_for_its_date_alone(app: Flask) -> None:
    event = make_event(app, timing=WEEKLY | {"rrule": "FREQ=WEEKLY;COUNT=4"})
    ids = {row.date: row.id for row in rows(app, event)}
    changes = [
        CHANGE | {"at": "2026-06-19T20:00", "status": "cancelled", "note": "Regen"},
        CHANGE | {"at": "2026-06-26T20:00", "start": "2026-06-27T18:00", "title": "Nachholtermin"},
        CHANGE | {"at": "2026-07-03T20:00", "note": "Im Saal"},
    ]
    found = edit(app, event, changes=changes)
    assert [(one.date, one.before and one.before[1].value, one.after and one.after[1].value) for one in found] == [
        ("2026-06-19T20:00", "scheduled", "cancelled"),
        ("2026-06-26T20:00", "scheduled", "scheduled"),
    ]
    kept = {row.date: row for row in rows(app, event)}
    assert {key: row.id for key, row in kept.items()} == ids
    moved = kept["2026-06-26T20:00"]
    assert (moved.starts_at, moved.first_day, moved.title) == (
        datetime(2026, 6, 27, 16, tzinfo=UTC),
        date(2026, 6, 27),
        "Nachholtermin",
    )
    assert moved.previous_start == datetime(2026, 6, 26, 18, tzinfo=UTC)
    assert kept["2026-06-19T20:00"].note == "Regen"
    assert kept["2026-07-03T20:00"].note == "Im Saal"


def test_what_holds_for_the_event_holds_for_all_its_dates(app: Flask) -> None:
    changes = [{"at": "2026-06-19T20:00", "status": "cancelled", "note": "krank"}]
    timing = WEEKLY | {"rrule": "FREQ=WEEKLY;COUNT=2"}
    event = make_event(app, timing=timing, changes=changes, event_status="postponed", status_note="Sommerpause")
    assert [(row.status.value, row.note) for row in rows(app, event)] == [
        ("postponed", "Sommerpause"),
        ("cancelled", "krank"),
    ]


def test_excluded_dates_have_no_row(app: Flask) -> None:
    timing = WEEKLY | {"rrule": "FREQ=WEEKLY;COUNT=3", "excluded": [{"at": "2026-06-19", "reason": "Ferien"}]}
    assert [row.date for row in rows(app, make_event(app, timing=timing))] == ["2026-06-12T20:00", "2026-06-26T20:00"]


def test_a_series_reaches_two_years_ahead_and_400_days_back(app: Flask) -> None:
    event = make_event(app, timing=WEEKLY | {"start": "2020-06-12T20:00"})
    kept = rows(app, event)
    assert NOW - timedelta(days=407) < kept[0].starts_at < NOW - timedelta(days=393)
    assert NOW + timedelta(days=724) < kept[-1].starts_at <= NOW + timedelta(days=732)
    assert len(kept) == 162


def test_a_date_far_away_is_there_at_once_if_no_rule_leads_to_it(app: Flask) -> None:
    event = make_event(app, timing={"start": "2031-06-12T20:00", "extra": ["2035-06-12T20:00"]})
    assert [row.first_day.year for row in rows(app, event)] == [2031, 2035]


def test_what_runs_since_long_ago_is_kept_and_what_is_long_over_is_not(app: Flask) -> None:
    show = make_event(app, timing={"start": "2024-06-01", "end": "2026-12-31", "all_day": True})
    assert [row.long for row in rows(app, show)] == [True]
    old = make_event(app, timing={"start": "2025-01-01T10:00"})
    assert rows(app, old) == []


def test_at_night_endless_series_move_on_once_a_month(app: Flask) -> None:
    event = make_event(app, timing=WEEKLY)
    ended = make_event(app, timing=WEEKLY | {"rrule": "FREQ=WEEKLY;COUNT=5"})
    last, before = rows(app, event)[-1].starts_at, version(app)
    assert at_night(app, NOW + timedelta(days=29))["endless series"] == 0
    assert version(app) == before
    assert at_night(app, NOW + timedelta(days=31))["endless series"] == 1
    assert version(app) == before + 1
    assert at_night(app, NOW + timedelta(days=31))["endless series"] == 0
    kept = rows(app, event)
    assert last + timedelta(days=21) < kept[-1].starts_at <= last + timedelta(days=35)
    assert len({row.date for row in kept}) == len(kept)
    assert len(rows(app, ended)) == 5


def test_a_series_that_ends_beyond_two_years_moves_on_until_it_is_whole(app: Flask) -> None:
    event = make_event(app, timing=WEEKLY | {"rrule": "FREQ=YEARLY;COUNT=5"})
    assert len(rows(app, event)) == 2
    assert at_night(app, NOW + timedelta(days=400))["endless series"] == 1
    assert at_night(app, NOW + timedelta(days=800))["endless series"] == 1
    assert [row.first_day.year for row in rows(app, event)] == [2028, 2029, 2030]
    assert at_night(app, NOW + timedelta(days=1200))["endless series"] == 0


def test_what_is_withdrawn_does_not_come_back_at_night(app: Flask) -> None:
    event = make_event(app, timing=WEEKLY)
    edit(app, event, status=Status.WITHDRAWN)
    at_night(app, NOW + timedelta(days=90))
    assert rows(app, event) == []


def test_one_night_writes_a_hundred_series_and_the_next_one_the_rest(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(occurrences, "A_NIGHT", 2)
    for _ in range(3):
        make_event(app, timing=WEEKLY)
    later = NOW + timedelta(days=31)
    assert [at_night(app, later)["endless series"] for _ in range(3)] == [2, 1, 0]


def test_dates_long_past_go_in_every_municipality_and_the_others_stay(app: Flask) -> None:
    two = WEEKLY | {"rrule": "FREQ=WEEKLY;COUNT=2"}
    mine, theirs = make_event(app, timing=two), make_event(app, "beta", timing=two)
    long = make_event(app, timing={"start": "2026-06-12", "end": "2026-06-20", "all_day": True})
    over = datetime(2026, 6, 12, 18, tzinfo=UTC) + timedelta(days=400, seconds=1)
    assert at_night(app, over)["dates long past"] == 2
    assert [row.date for row in rows(app, mine)] == ["2026-06-19T20:00"]
    assert [row.date for row in rows(app, theirs, "beta")] == ["2026-06-19T20:00"]
    assert len(rows(app, long)) == 1
    assert at_night(app, over + timedelta(days=9))["dates long past"] == 3


def test_deleting_an_event_takes_its_dates_along(app: Flask) -> None:
    event = make_event(app, timing=WEEKLY)
    with scope(app, tenant_id(app, "alpha")):
        db.session.delete(db.session.get_one(Event, event))
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert db.session.scalar(select(func.count(EventOccurrence.id))) == 0


def test_stored_timing_is_read_with_patience(app: Flask) -> None:
    unsynchronised = WEEKLY | {"rrule": "FREQ=WEEKLY;BYDAY=SA;COUNT=3"}
    assert [row.date for row in rows(app, make_event(app, timing=unsynchronised))] == [
        "2026-06-12T20:00",
        "2026-06-13T20:00",
        "2026-06-20T20:00",
    ]
