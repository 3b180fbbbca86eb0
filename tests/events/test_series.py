# SPDX-License-Identifier: EUPL-1.2
"""Timing and changes: what is refused, what is put in order, which exceptions hit nothing, what a change means."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from backend.events.models import EventStatus
from backend.events.recurrence import Planned, Series
from backend.events.series import BadTiming, has_dates, misses, read_series, write_timing
from backend.events.walltime import instant, listed_until, wall
from tests.factories import CHANGE, TIMING

WEEKLY = {"start": "2026-12-08T14:30", "end": "2026-12-08T16:00", "rrule": "FREQ=WEEKLY"}
ALL_DAY = {"start": "2026-12-08", "all_day": True}
SINCE, TO = date(2026, 12, 1), date(2027, 1, 12)


def series(timing: dict[str, Any], *changes: dict[str, Any], strict: bool = True) -> Series:
    return read_series(TIMING | timing, [CHANGE | change for change in changes], strict=strict)


def problems(timing: dict[str, Any], *changes: dict[str, Any]) -> dict[str, str]:
    with pytest.raises(BadTiming) as refused:
        series(timing, *changes)
    return refused.value.problems


def dates(timing: dict[str, Any], *changes: dict[str, Any]) -> list[Planned]:
    return series(timing, *changes).dates(SINCE, TO)


@pytest.mark.parametrize(
    ("timing", "fields"),
    [
        ({"start": None}, ["start"]),
        ({"start": ""}, ["start"]),
        ({"start": "2026-12-08"}, ["start"]),
        ({"start": "2026-12-08T14:30:00"}, ["start"]),
        ({"start": "2026-12-08T14:30Z"}, ["start"]),
        ({"start": "2026-12-08T24:30"}, ["start"]),
        ({"start": "2026-02-30T10:00"}, ["start"]),
        ({"start": "٢٠٢٦-١٢-٠٨T14:30"}, ["start"]),
        ({"start": "1989-12-31T10:00"}, ["start"]),
        ({"start": "9999-12-31T10:00"}, ["start"]),
        ({"start": "2026-12-08T14:30", "all_day": True}, ["start"]),
        (WEEKLY | {"end": "2026-12-08T14:29"}, ["end"]),
        (WEEKLY | {"end": "2026-12-08"}, ["end"]),
        (WEEKLY | {"end": "2030-12-08T14:30"}, ["end"]),
        (ALL_DAY | {"end": "2026-12-07"}, ["end"]),
        (WEEKLY | {"rrule": "FREQ=HOURLY"}, ["rrule"]),
        (WEEKLY | {"rrule": "FREQ=WEEKLY;BYDAY=WE"}, ["start"]),
        (WEEKLY | {"rrule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}, ["rrule"]),
        (WEEKLY | {"excluded": [{"at": "nie", "reason": None}]}, ["excluded.0"]),
        (ALL_DAY | {"excluded": [{"at": "2026-12-08T10:00", "reason": None}]}, ["excluded.0"]),
        (WEEKLY | {"extra": ["2026-12-09T10:00", "2026-12-09"]}, ["extra.1"]),
        (WEEKLY | {"end": "x", "rrule": "y", "extra": ["z"]}, ["end", "extra.0", "rrule"]),
    ],
)
def test_timing_that_makes_no_sense_is_refused_by_field(timing: dict[str, Any], fields: list[str]) -> None:
    assert sorted(problems(timing)) == fields


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"at": "2026-12-15"}, ["changes.0.at"]),
        ({"at": "2026-12-15T14:30", "start": "15:00"}, ["changes.0.start"]),
        ({"at": "2026-12-15T14:30", "end": "2026-12-15T14:00"}, ["changes.0.end"]),
        ({"at": "2026-12-15T14:30", "start": "2026-12-15T17:00", "end": "2026-12-15T16:00"}, ["changes.0.end"]),
        ({"at": "2026-12-15T14:30", "following": True, "start": "2026-12-16T14:30"}, ["changes.0.start"]),
    ],
)
def test_a_change_that_makes_no_sense_is_refused_by_field(change: dict[str, Any], fields: list[str]) -> None:
    assert sorted(problems(WEEKLY, change)) == fields


def test_a_date_is_changed_once() -> None:
    change = {"at": "2026-12-15T14:30", "title": "A"}
    assert sorted(problems(WEEKLY, change, change)) == ["changes.1"]
    assert len(series(WEEKLY, change, change | {"following": True}).changes) == 2


def test_more_dates_than_two_years_can_hold_are_refused() -> None:
    extra = [f"{date(2027, 1, 1) + timedelta(days=day)}T{8 + hour:02}:00" for day in range(35) for hour in range(2)]
    daily = WEEKLY | {"rrule": "FREQ=DAILY"}
    assert sorted(problems(daily | {"extra": extra})) == ["extra"]
    assert series(daily | {"extra": extra[:60]})
    assert series(WEEKLY | {"extra": extra})


def test_a_first_date_beside_the_rule_is_told_the_next_one_that_fits() -> None:
    text = problems(WEEKLY | {"rrule": "FREQ=MONTHLY;BYDAY=3TU"})["start"]
    assert text.endswith("the next that does is 2026-12-15.")
    assert [one.key for one in series(WEEKLY | {"rrule": "FREQ=WEEKLY;BYDAY=WE"}, strict=False).dates(SINCE, TO)][
        :2
    ] == [
        "2026-12-08T14:30",
        "2026-12-09T14:30",
    ]


def test_timing_is_kept_in_one_form() -> None:
    timing = TIMING | WEEKLY | {
        "rrule": "wkst=mo;freq=weekly;interval=1;until=20270105",
        "excluded": [{"at": "2026-12-22", "reason": "Ferien"}, {"at": "2026-12-15T14:30", "reason": None}],
        "extra": ["2027-02-01T10:00", "2026-12-10T10:00", "2027-02-01T10:00"],
    }  # fmt: skip
    kept = write_timing(series(timing), timing)
    assert kept["rrule"] == "FREQ=WEEKLY;UNTIL=20270105T235959"
    assert [one["at"] for one in kept["excluded"]] == ["2026-12-15T14:30", "2026-12-22"]
    assert kept["extra"] == ["2026-12-10T10:00", "2027-02-01T10:00"]
    assert write_timing(series(kept), kept) == kept


def test_an_exception_that_hits_no_date_is_answered_with_the_next_one() -> None:
    excluded = [
        {"at": at, "reason": None} for at in ("2026-12-22", "2026-12-23", "2026-12-15T15:00", "2026-12-29T14:30")
    ]
    found = series(
        WEEKLY | {"rrule": "FREQ=WEEKLY;COUNT=6", "excluded": excluded},
        {"at": "2026-12-15T14:31"},
        {"at": "2027-03-02T14:30", "following": True},
        {"at": "2027-01-05T14:30"},
    )
    assert misses(found) == [
        {"at": "2026-12-15T14:31", "next": "2027-01-05T14:30"},
        {"at": "2026-12-15T15:00", "next": "2027-01-05T14:30"},
        {"at": "2026-12-23", "next": "2027-01-05T14:30"},
        {"at": "2027-03-02T14:30", "next": None},
    ]
    assert misses(series(WEEKLY)) == []


def test_many_misses_of_a_long_series_are_found_at_once() -> None:
    days = [date(2026, 12, 9) + timedelta(days=7 * number) for number in range(300)]
    excluded = [{"at": day.isoformat(), "reason": None} for day in days]
    long = WEEKLY | {"rrule": "FREQ=DAILY;INTERVAL=7;COUNT=5000", "excluded": excluded}
    assert len(misses(series(long))) == 300


def test_a_series_whose_dates_are_all_left_out_has_none() -> None:
    two = WEEKLY | {"rrule": "FREQ=WEEKLY;COUNT=2"}
    out = [{"at": "2026-12-08", "reason": None}, {"at": "2026-12-15T14:30", "reason": "krank"}]
    assert has_dates(series(two | {"excluded": out[:1]}))
    assert not has_dates(series(two | {"excluded": out}))
    assert [(one.excluded, one.reason) for one in dates(two | {"excluded": out})] == [(True, None), (True, "krank")]


def test_a_change_without_an_end_keeps_how_long_it_lasts() -> None:
    moved = dates(WEEKLY, {"at": "2026-12-15T14:30", "start": "2026-12-16T18:00"})[1]
    assert (moved.key, moved.start, moved.end) == (
        "2026-12-15T14:30",
        datetime(2026, 12, 16, 18),
        datetime(2026, 12, 16, 19, 30),
    )
    assert moved.moved_from == datetime(2026, 12, 15, 14, 30)
    assert moved.changed


def test_what_holds_from_a_date_on_adds_up_and_the_single_change_has_the_last_word() -> None:
    found = dates(
        WEEKLY,
        {"at": "2026-12-15T14:30", "following": True, "start": "2026-12-15T15:00", "note": "neue Zeit"},
        {"at": "2026-12-22T14:30", "following": True, "title": "Im Advent", "place_name": "Kirche"},
        {"at": "2026-12-29T14:30", "status": "cancelled"},
        {"at": "2027-01-05T14:30", "start": "2027-01-05T14:30", "note": "wie früher"},
    )
    assert [(f"{one.start:%d.%m. %H:%M}", one.status.value, one.note, one.title, one.moved_from) for one in found] == [
        ("08.12. 14:30", "scheduled", None, None, None),
        ("15.12. 15:00", "scheduled", "neue Zeit", None, None),
        ("22.12. 15:00", "scheduled", "neue Zeit", "Im Advent", None),
        ("29.12. 15:00", "cancelled", None, "Im Advent", None),
        ("05.01. 14:30", "scheduled", "wie früher", "Im Advent", datetime(2027, 1, 5, 15)),
        ("12.01. 15:00", "scheduled", "neue Zeit", "Im Advent", None),
    ]
    assert [one.changed for one in found] == [False, False, False, True, True, False]


def test_a_phase_over_midnight_keeps_its_length_and_a_bad_end_is_no_end_before_the_start() -> None:
    found = dates(
        WEEKLY, {"at": "2026-12-15T14:30", "following": True, "start": "2026-12-15T22:00", "end": "2026-12-16T01:00"}
    )
    assert [one.end for one in found[1:3]] == [datetime(2026, 12, 16, 1), datetime(2026, 12, 23, 1)]
    later = dates(
        WEEKLY,
        {"at": "2026-12-15T14:30", "following": True, "start": "2026-12-15T18:00"},
        {"at": "2026-12-22T14:30", "end": "2026-12-22T17:00"},
    )
    assert (later[2].start, later[2].end) == (datetime(2026, 12, 22, 18), datetime(2026, 12, 22, 19, 30))


def test_all_day_lasts_until_the_midnight_after_its_last_day() -> None:
    (one,) = dates(ALL_DAY | {"end": "2026-12-10"})
    assert (one.key, one.first_day, one.last_day) == ("2026-12-08", date(2026, 12, 8), date(2026, 12, 10))
    assert one.ends_at == datetime(2026, 12, 10, 23, tzinfo=UTC)
    assert one.long
    (single,) = dates(ALL_DAY)
    assert (single.ends_at, single.last_day, single.long) == (
        datetime(2026, 12, 8, 23, tzinfo=UTC),
        date(2026, 12, 8),
        False,
    )


def test_what_lasts_long_is_found_while_it_runs() -> None:
    show = {"start": "2026-03-01", "end": "2026-12-31", "all_day": True}
    assert [one.key for one in dates(show)] == ["2026-03-01"]
    grown = dates(
        WEEKLY | {"rrule": None, "start": "2026-06-01T10:00", "end": None},
        {"at": "2026-06-01T10:00", "end": "2026-12-24T18:00"},
    )
    assert [one.last_day for one in grown] == [date(2026, 12, 24)]


@pytest.mark.parametrize(
    ("local", "utc"),
    [
        ("2026-03-29T01:59", "2026-03-29T00:59"),
        ("2026-03-29T02:30", "2026-03-29T01:30"),  # the clock skips it: read with the offset before, 3:30
        ("2026-03-29T03:00", "2026-03-29T01:00"),
        ("2026-10-25T02:30", "2026-10-25T00:30"),  # it comes twice: the first one
        ("2026-10-25T03:00", "2026-10-25T02:00"),
        ("2026-07-01T20:00", "2026-07-01T18:00"),
        ("2026-12-01T20:00", "2026-12-01T19:00"),
    ],
)
def test_wall_time_is_read_as_the_standard_says(local: str, utc: str) -> None:
    found = instant(datetime.fromisoformat(local))
    assert found == datetime.fromisoformat(f"{utc}+00:00")
    assert local == "2026-03-29T02:30" or wall(found) == datetime.fromisoformat(local)


def test_an_end_never_lies_before_its_start_when_the_clock_skips_an_hour() -> None:
    (one,) = series({"start": "2026-03-29T02:30", "end": "2026-03-29T03:00"}).dates(
        date(2026, 3, 29), date(2026, 3, 29)
    )
    assert (one.starts_at, one.ends_at) == (
        datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
        datetime(2026, 3, 29, 2, 0, tzinfo=UTC),
    )
    assert one.status is EventStatus.SCHEDULED


@pytest.mark.parametrize(
    ("start", "end", "day"),
    [
        ("2026-06-12T21:00", "2026-06-13T02:00", 12),
        ("2026-06-12T21:00", "2026-06-13T06:00", 12),
        ("2026-06-12T21:00", "2026-06-13T06:01", 13),
        ("2026-06-12T00:00", "2026-06-12T02:00", 12),
        ("2026-06-12T08:00", "2026-06-14T00:00", 13),
        ("2026-06-12T08:00", "2026-06-12T08:00", 12),
    ],
)
def test_the_hours_after_midnight_belong_to_the_evening(start: str, end: str, day: int) -> None:
    assert listed_until(datetime.fromisoformat(start), datetime.fromisoformat(end)) == date(2026, 6, day)
