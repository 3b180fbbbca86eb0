# SPDX-License-Identifier: EUPL-1.2
"""More than an event or a calendar may have: what is forgotten, what is refused, and that it holds nobody up."""

import time
from datetime import date, timedelta

import pytest

from backend.events.ical_reading import UnreadableCalendar
from tests.events.feeding import TODAY, calendar, event, only, read

DAILY = "DTSTART;TZID=Europe/Berlin:20240101T190000"


def excluded(first: date, count: int) -> list[str]:
    days = (first + timedelta(days=number) for number in range(count))
    return [f"EXDATE;TZID=Europe/Berlin:{day:%Y%m%d}T190000" for day in days]


def test_of_too_many_exceptions_those_of_past_years_are_forgotten() -> None:
    timing = only("RRULE:FREQ=DAILY", *excluded(date(2026, 2, 1), 340), start=DAILY).timing
    assert len(timing["excluded"]) == 300
    assert timing["excluded"][-1]["at"] == "2027-01-06T19:00"


def test_a_series_that_needs_more_exceptions_is_left_out_rather_than_shown_wrong() -> None:
    found = read(calendar(event("RRULE:FREQ=DAILY", *excluded(TODAY, 301), start=DAILY), event(uid="zwei")))
    assert ([entry.uid for entry in found.entries], found.skipped) == (["zwei"], 1)


def test_a_change_for_good_is_not_forgotten_over_many_single_ones() -> None:
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(301)]
    texts = [
        event(f"RECURRENCE-ID{';RANGE=THISANDFUTURE' if day == days[0] else ''};TZID=Europe/Berlin:{day:%Y%m%d}T190000",
              f"SUMMARY:Probe {day.day}", start=f"DTSTART;TZID=Europe/Berlin:{day:%Y%m%d}T190000")
        for day in days
    ]  # fmt: skip
    (entry,) = read(calendar(event("RRULE:FREQ=DAILY", start=DAILY), *texts)).entries
    assert len(entry.changes) == 300 and entry.changes[0]["following"]


def test_zones_without_an_end_hold_nobody_up() -> None:
    begun = time.monotonic()
    with pytest.raises(UnreadableCalendar):
        read(calendar("END:VTIMEZONE\r\n" * 20_000, "BEGIN:VTIMEZONE\r\n" * 20_000))
    assert time.monotonic() - begun < 10
