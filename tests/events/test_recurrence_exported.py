# SPDX-License-Identifier: EUPL-1.2
"""A table of recurrence cases: what the app keeps in its database, what it writes into a calendar, and what an
independent library reads there are the same dates."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import recurring_ical_events
from flask import Flask
from icalendar import Calendar
from sqlalchemy import select

from backend.db import db
from backend.events import calendars
from backend.events.ical import Site, write_calendar
from backend.events.ical_reading import read_calendar
from backend.events.models import EventOccurrence, EventStatus
from backend.events.series import read_series
from backend.events.walltime import BERLIN, instant, today
from backend.jobs import scope
from tests.factories import make_event, tenant_id

SITE = Site("Alpha", "https://alpha.example", "alpha.example")
NOW = datetime(2027, 2, 20, 12, tzinfo=UTC)  # kept are 400 days before and two years after
WEEKLY = {"start": "2026-03-06T20:00", "end": "2026-03-06T22:00", "rrule": "FREQ=WEEKLY;BYDAY=FR"}
Case = tuple[dict[str, Any], list[dict[str, Any]], list[str]]

# Name → timing, changes, the first dates as a clock in the municipality shows them ("-" before one that is cancelled).
CASES: dict[str, Case] = {
    "once": ({"start": "2026-06-12T19:30", "end": "2026-06-12T22:00"}, [], ["12.06.2026 19:30-22:00"]),
    "once, without an end": ({"start": "2026-06-12T19:30"}, [], ["12.06.2026 19:30"]),
    "weekly with exceptions": (
        WEEKLY | {"excluded": [{"at": "2026-03-13T20:00", "reason": "Ferien"}, {"at": "2026-03-20", "reason": None}]},
        [],
        ["06.03.2026 20:00-22:00", "27.03.2026 20:00-22:00", "03.04.2026 20:00-22:00"],
    ),
    "weekly without its first date": (
        WEEKLY | {"excluded": [{"at": "2026-03-06", "reason": None}]},
        [],
        ["13.03.2026 20:00-22:00", "20.03.2026 20:00-22:00"],
    ),
    "monthly on the 31st": (
        {"start": "2026-01-31T10:00", "rrule": "FREQ=MONTHLY"},
        [],
        ["31.01.2026 10:00", "31.03.2026 10:00", "31.05.2026 10:00", "31.07.2026 10:00", "31.08.2026 10:00"],
    ),
    "the last day of a month": (
        {"start": "2026-01-31T10:00", "rrule": "FREQ=MONTHLY;BYMONTHDAY=-1"},
        [],
        ["31.01.2026 10:00", "28.02.2026 10:00", "31.03.2026 10:00", "30.04.2026 10:00"],
    ),
    "last Friday": (
        {"start": "2026-01-30T18:00", "end": "2026-01-30T19:00", "rrule": "FREQ=MONTHLY;BYDAY=-1FR"},
        [],
        ["30.01.2026 18:00-19:00", "27.02.2026 18:00-19:00", "27.03.2026 18:00-19:00", "24.04.2026 18:00-19:00"],
    ),
    "second Tuesday but not in summer": (
        {"start": "2026-05-12T18:30", "rrule": "FREQ=MONTHLY;BYDAY=2TU;BYMONTH=1,2,3,4,5,6,9,10,11,12"},
        [],
        ["12.05.2026 18:30", "09.06.2026 18:30", "08.09.2026 18:30", "13.10.2026 18:30"],
    ),
    "last working day": (
        {"start": "2026-01-30T12:00", "rrule": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"},
        [],
        ["30.01.2026 12:00", "27.02.2026 12:00", "31.03.2026 12:00", "30.04.2026 12:00"],
    ),
    "29 February": (
        {"start": "2024-02-29", "all_day": True, "rrule": "FREQ=YEARLY"},
        [],
        ["29.02.2028"],
    ),
    "every year on the last Sunday in October": (
        {"start": "2025-10-26T02:30", "end": "2025-10-26T05:00", "rrule": "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"},
        [],
        ["25.10.2026 02:30-05:00", "31.10.2027 02:30-05:00", "29.10.2028 02:30-05:00"],
    ),
    "every second week over both clock changes": (
        {"start": "2026-03-16T20:00", "end": "2026-03-16T22:00", "rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"},
        [],
        ["16.03.2026 20:00-22:00", "30.03.2026 20:00-22:00", "13.04.2026 20:00-22:00"],
    ),
    "every second week, two days, weeks from Sunday": (
        {"start": "2026-03-01T11:00", "rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU"},
        [],
        ["01.03.2026 11:00", "02.03.2026 11:00", "15.03.2026 11:00", "16.03.2026 11:00"],
    ),
    "every second week, two days, weeks from Monday": (
        {"start": "2026-03-01T11:00", "rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO"},
        [],
        ["01.03.2026 11:00", "09.03.2026 11:00", "15.03.2026 11:00", "23.03.2026 11:00"],
    ),
    "in the hour that the clock skips": (
        {"start": "2026-03-28T02:30", "end": "2026-03-28T04:00", "rrule": "FREQ=DAILY;COUNT=3"},
        [],
        ["28.03.2026 02:30-04:00", "29.03.2026 03:30-04:00", "30.03.2026 02:30-04:00"],
    ),
    "all-day over midnights": (
        {"start": "2026-06-19", "end": "2026-06-21", "all_day": True, "rrule": "FREQ=YEARLY;COUNT=2"},
        [],
        ["19.06.2026 bis 21.06.2026", "19.06.2027 bis 21.06.2027"],
    ),
    "all-day on weekends, without one": (
        {
            "start": "2026-11-28",
            "all_day": True,
            "rrule": "FREQ=WEEKLY;BYDAY=SA,SU;UNTIL=20261220",
            "excluded": [{"at": "2026-12-05", "reason": None}],
        },
        [],
        ["28.11.2026", "29.11.2026", "06.12.2026", "12.12.2026", "13.12.2026", "19.12.2026", "20.12.2026"],
    ),
    "a night over midnight": (
        {"start": "2026-10-24T22:00", "end": "2026-10-25T04:00", "rrule": "FREQ=WEEKLY;COUNT=2"},
        [],
        ["24.10.2026 22:00-04:00", "31.10.2026 22:00-04:00"],
    ),
    "COUNT": (WEEKLY | {"rrule": "FREQ=WEEKLY;COUNT=3"}, [], [f"{day} 20:00-22:00" for day in (
        "06.03.2026", "13.03.2026", "20.03.2026")]),
    "COUNT counts what is excluded": (
        WEEKLY | {"rrule": "FREQ=WEEKLY;COUNT=3", "excluded": [{"at": "2026-03-13", "reason": None}]},
        [],
        ["06.03.2026 20:00-22:00", "20.03.2026 20:00-22:00"],
    ),
    "UNTIL on the last date": (
        WEEKLY | {"rrule": "FREQ=WEEKLY;UNTIL=20260320T200000"},
        [],
        ["06.03.2026 20:00-22:00", "13.03.2026 20:00-22:00", "20.03.2026 20:00-22:00"],
    ),
    "UNTIL as a day": (WEEKLY | {"rrule": "FREQ=WEEKLY;UNTIL=20260314"}, [], [
        "06.03.2026 20:00-22:00", "13.03.2026 20:00-22:00"]),
    "a start that the rule does not hit": (
        {"start": "2026-03-04T20:00", "rrule": "FREQ=WEEKLY;BYDAY=FR;COUNT=3"},
        [],
        ["04.03.2026 20:00", "06.03.2026 20:00", "13.03.2026 20:00"],
    ),
    "further dates": (
        WEEKLY | {"rrule": "FREQ=WEEKLY;COUNT=2", "extra": ["2026-03-10T15:00", "2026-07-20T20:00"]},
        [],
        ["06.03.2026 20:00-22:00", "10.03.2026 15:00-17:00", "13.03.2026 20:00-22:00", "20.07.2026 20:00-22:00"],
    ),
    "only further dates": (
        {"start": "2026-03-06T20:00", "extra": ["2026-05-08T20:00", "2026-04-17T19:00"]},
        [],
        ["06.03.2026 20:00", "17.04.2026 19:00", "08.05.2026 20:00"],
    ),
    "changed and cancelled single dates": (
        WEEKLY,
        [
            {"at": "2026-03-13T20:00", "start": "2026-03-14T18:00", "end": "2026-03-14T23:00", "title": "Fest"},
            {"at": "2026-03-20T20:00", "status": "cancelled", "note": "krank"},
            {"at": "2026-03-27T20:00", "end": "2026-03-27T21:00"},
        ],
        ["06.03.2026 20:00-22:00", "14.03.2026 18:00-23:00", "-20.03.2026 20:00-22:00", "27.03.2026 20:00-21:00"],
    ),
    "a changed date that changes places with its neighbour": (
        WEEKLY,
        [{"at": "2026-03-13T20:00", "start": "2026-03-25T20:00"}],
        ["06.03.2026 20:00-22:00", "20.03.2026 20:00-22:00", "25.03.2026 20:00-22:00", "27.03.2026 20:00-22:00"],
    ),
    "a single event that has moved": (
        {"start": "2026-06-12T19:30", "end": "2026-06-12T22:00"},
        [{"at": "2026-06-12T19:30", "start": "2026-06-19T20:00"}],
        ["19.06.2026 20:00-22:30"],
    ),
    "this and all following": (
        WEEKLY | {"excluded": [{"at": "2026-03-27", "reason": None}]},
        [
            {"at": "2026-03-20T20:00", "following": True, "start": "2026-03-20T19:00"},
            {"at": "2026-04-03T20:00", "status": "cancelled"},
        ],
        ["06.03.2026 20:00-22:00", "13.03.2026 20:00-22:00", "20.03.2026 19:00-21:00", "-03.04.2026 19:00-21:00"],
    ),
    "this and all following, twice, with COUNT": (
        WEEKLY | {"rrule": "FREQ=WEEKLY;COUNT=5", "extra": ["2026-03-24T20:00"]},
        [
            {"at": "2026-03-13T20:00", "following": True, "start": "2026-03-13T21:00", "end": "2026-03-13T23:30"},
            {"at": "2026-03-27T20:00", "following": True, "start": "2026-03-27T18:00"},
        ],
        ["06.03.2026 20:00-22:00", "13.03.2026 21:00-23:30", "20.03.2026 21:00-23:30", "24.03.2026 21:00-23:30",
         "27.03.2026 18:00-20:30", "03.04.2026 18:00-20:30"],
    ),
    "this and all following, to an hour that UNTIL does not reach": (
        WEEKLY | {"rrule": "FREQ=WEEKLY;UNTIL=20260320T200000"},
        [{"at": "2026-03-13T20:00", "following": True, "start": "2026-03-13T21:00"}],
        ["06.03.2026 20:00-22:00", "13.03.2026 21:00-23:00", "20.03.2026 21:00-23:00"],
    ),
    "cancelled from a date on": (
        WEEKLY | {"rrule": "FREQ=WEEKLY;COUNT=3"},
        [{"at": "2026-03-13T20:00", "following": True, "status": "cancelled"}],
        ["06.03.2026 20:00-22:00", "-13.03.2026 20:00-22:00", "-20.03.2026 20:00-22:00"],
    ),
}  # fmt: skip

Date = tuple[datetime | date, datetime | date | None, bool]


def kept(app: Flask) -> list[Date]:
    """The dates in the database: start, end (of whole days the first and the day after the last), cancelled."""
    with scope(app, tenant_id(app, "alpha"), write=False):
        rows = db.session.scalars(select(EventOccurrence)).all()
        return sorted(
            (
                (row.first_day, row.last_day + timedelta(days=1), row.status is EventStatus.CANCELLED)
                if row.all_day
                else (row.starts_at, row.ends_at, row.status is EventStatus.CANCELLED)
                for row in rows
            ),
            key=lambda one: one[0],
        )


def read_back(app: Flask, first: datetime, last: datetime) -> list[Date]:
    """The dates that recurring-ical-events finds in the exported calendar."""
    with scope(app, tenant_id(app, "alpha"), write=False):
        text = write_calendar(SITE, "Termine", "/feeds/events.ics", calendars.list_whole(first))
    found = []
    for event in recurring_ical_events.of(Calendar.from_ical(text)).between(first, last):
        start, end = event["DTSTART"].dt, event["DTEND"].dt if "DTEND" in event else None
        if isinstance(start, datetime):
            start, end = start.astimezone(UTC), end.astimezone(UTC) if end and end != start else None
        found.append((start, end, event.get("STATUS") == "CANCELLED"))
    return sorted(found, key=lambda one: one[0])


def imported_again(app: Flask, first: datetime, last: datetime) -> list[Date]:
    """The dates that our own reader finds in the exported calendar."""
    with scope(app, tenant_id(app, "alpha"), write=False):
        text = write_calendar(SITE, "Termine", "/feeds/events.ics", calendars.list_whole(first))
    calendar = read_calendar(text, "text/calendar", today(NOW))
    assert calendar.skipped == 0
    found = []
    for entry in calendar.entries:
        for one in read_series(entry.timing, entry.changes).dates(today(first), today(last)):
            span = (one.start.date(), one.end.date()) if one.all_day and one.end else (one.starts_at, one.ends_at)
            if not one.excluded:
                found.append((*span, entry.cancelled or one.status is EventStatus.CANCELLED))
    return sorted(found, key=lambda one: one[0])


def by_the_clock(dates: list[Date]) -> list[str]:
    """Dates in the words of the table."""
    words = []
    for start, end, cancelled in dates:
        mark = "-" if cancelled else ""
        if not isinstance(start, datetime):
            last = end - timedelta(days=1) if end else start
            words.append(f"{mark}{start:%d.%m.%Y}" + (f" bis {last:%d.%m.%Y}" if last != start else ""))
            continue
        begin = start.astimezone(BERLIN)
        until = end.astimezone(BERLIN) if isinstance(end, datetime) else None
        words.append(f"{mark}{begin:%d.%m.%Y %H:%M}" + (f"-{until:%H:%M}" if until else ""))
    return words


@pytest.mark.parametrize("name", CASES)
def test_an_exported_series_has_the_same_dates(app: Flask, name: str) -> None:
    timing, changes, expected = CASES[name]
    make_event(app, timing=timing, changes=changes, now=NOW)
    ours = kept(app)
    assert by_the_clock(ours)[: len(expected)] == expected
    first, last = instant(datetime(2026, 1, 17)), instant(datetime(2029, 2, 1))
    until = last if isinstance(ours[0][0], datetime) else last.date()
    within = [one for one in ours if one[0] < until]
    assert read_back(app, first, last) == within
    assert [one for one in imported_again(app, first, last) if one[0] < until] == within
