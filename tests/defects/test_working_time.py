# SPDX-License-Identifier: EUPL-1.2
"""The promise clock: three working days, by the calendar of the Land and the clock on the wall."""

from datetime import UTC, date, datetime, timedelta

import pytest

from backend.defects.working_time import WorkingTime, promise, working_time
from backend.instants import BERLIN

BRANDENBURG, BERLIN_CITY = WorkingTime("12"), WorkingTime("11")


def at(text: str) -> datetime:
    """Wall time in Germany, as an instant in UTC: what the database gives."""
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


def due(text: str, days: int = 3, office: WorkingTime = BRANDENBURG) -> str:
    return office.due_on(at(text), days).isoformat()


@pytest.mark.parametrize(
    ("received", "last_day"),
    [
        ("2026-11-23T09:00", "2026-11-26"),  # Monday → Thursday
        ("2026-11-20T09:00", "2026-11-25"),  # Friday → Wednesday
        ("2026-11-21T09:00", "2026-11-25"),  # on Saturday and Sunday it counts from Monday on
        ("2026-11-22T23:59", "2026-11-25"),
        ("2026-11-23T00:00", "2026-11-26"),
    ],
)
def test_a_weekend_does_not_count(received: str, last_day: str) -> None:
    assert due(received) == last_day


def test_late_in_the_evening_is_still_that_day_by_the_clock_on_the_wall() -> None:
    assert due("2026-11-19T23:59") == "2026-11-24"  # Thursday
    assert due("2026-11-20T00:01") == "2026-11-25"  # Friday, and in UTC still Thursday
    assert at("2026-11-20T00:01").day == 19
    assert due("2026-06-19T00:30") == "2026-06-24"  # in summer UTC is two hours behind


def test_easter_takes_friday_and_monday() -> None:
    assert due("2026-04-01T10:00") == "2026-04-08"  # Wednesday: Thursday, then Tuesday and Wednesday
    assert due("2026-04-02T10:00") == "2026-04-09"
    assert due("2026-04-04T10:00") == "2026-04-09"  # the Saturday between
    assert due("2027-03-24T10:00") == "2027-03-31"  # another year, another Easter


def test_reformation_day_counts_in_berlin_but_not_in_brandenburg() -> None:
    assert due("2028-10-30T10:00") == "2028-11-03"  # the 31st is a Tuesday
    assert due("2028-10-30T10:00", office=BERLIN_CITY) == "2028-11-02"


@pytest.mark.parametrize(
    "day",
    """2026-01-01 2026-04-03 2026-04-05 2026-04-06 2026-05-01 2026-05-14 2026-05-24 2026-05-25 2026-10-03 2026-10-31
    2026-12-25 2026-12-26 2028-10-03 2028-10-31 2019-01-01""".split(),
)
def test_every_holiday_of_brandenburg_is_free(day: str) -> None:
    assert not BRANDENBURG.is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize("day", "2026-01-06 2026-06-04 2027-03-08 2028-11-01 2028-11-22".split())
def test_holidays_of_other_laender_are_not(day: str) -> None:
    assert BRANDENBURG.is_working_day(date.fromisoformat(day)) == (date.fromisoformat(day).weekday() < 5)


def test_between_the_years_hardly_anybody_works() -> None:
    own = WorkingTime("12", frozenset({"12-24", "12-31"}))
    assert due("2026-12-22T10:00") == "2026-12-28"  # Wednesday, Thursday (the 24th), Monday
    assert due("2026-12-22T10:00", office=own) == "2026-12-29"
    assert due("2026-12-29T10:00", office=own) == "2027-01-05"  # over the turn of the year


def test_a_day_off_of_one_year_only() -> None:
    own = WorkingTime("12", frozenset({"2027-05-07"}))
    assert not own.is_working_day(date(2027, 5, 7)) and own.is_working_day(date(2029, 5, 7))


def test_a_promise_of_no_days_is_one_for_today_and_a_long_one_ends_too() -> None:
    assert due("2026-11-21T10:00", 0) == "2026-11-21"
    assert due("2026-11-20T10:00", 1) == "2026-11-23"
    assert due("2026-11-23T10:00", 60) == "2027-02-17"


def test_the_office_closes_at_its_hour_in_winter_and_in_summer() -> None:
    assert BRANDENBURG.due_at(date(2026, 11, 26)) == datetime(2026, 11, 26, 15, tzinfo=UTC)
    assert BRANDENBURG.due_at(date(2026, 7, 16)) == datetime(2026, 7, 16, 14, tzinfo=UTC)
    assert WorkingTime("12", office_hours=(0, 24)).due_at(date(2026, 11, 26)) == at("2026-11-27T00:00")


@pytest.mark.parametrize(
    ("now", "last_day", "minutes"),
    [
        ("2026-11-26T10:00", "2026-11-26", 360),
        ("2026-11-26T16:00", "2026-11-26", 0),
        ("2026-11-26T22:00", "2026-11-26", 0),  # after hours nothing goes, and nothing is late before morning
        ("2026-11-27T09:00", "2026-11-26", -60),
        ("2026-11-25T22:00", "2026-11-26", 480),
        ("2026-11-26T05:00", "2026-11-26", 480),
        ("2026-11-20T15:00", "2026-11-24", 60 + 960),  # over a weekend
        ("2026-11-21T12:00", "2026-11-24", 960),
        ("2026-11-24T12:00", "2026-11-20", -(480 + 240)),
        ("2026-04-02T12:00", "2026-04-07", 240 + 480),  # over Easter
        ("2026-10-25T12:00", "2026-10-26", 480),  # the clocks went back
    ],
)
def test_only_office_hours_run_down(now: str, last_day: str, minutes: int) -> None:
    assert BRANDENBURG.remaining_minutes(at(now), date.fromisoformat(last_day)) == minutes


def test_time_never_runs_backwards() -> None:
    moments = [at(f"2026-04-{day:02}T{hour:02}:17") for day in range(1, 15) for hour in range(24)]
    left = [BRANDENBURG.remaining_minutes(moment, date(2026, 4, 9)) for moment in moments]
    assert left == sorted(left, reverse=True) and left[0] > 0 > left[-1]


def test_used_days_fill_the_segments_of_the_clock() -> None:
    received = at("2026-11-20T09:00")
    days = ("2026-11-20T23:00", "2026-11-22T12:00", "2026-11-23T00:01", "2026-11-25T18:00", "2026-11-27T08:00")
    assert [BRANDENBURG.used_days(received, at(day)) for day in days] == [0, 0, 1, 3, 5]


def test_working_days_are_counted_over_the_turn_of_years() -> None:
    def counted(first: date, last: date) -> int:
        return BRANDENBURG.used_days(at(f"{first}T12:00"), at(f"{last}T12:00"))

    for first, last in ((date(2025, 12, 30), date(2026, 1, 2)), (date(2023, 2, 27), date(2026, 11, 23))):
        days = [first + timedelta(days=n) for n in range(1, (last - first).days + 1)]
        assert counted(first, last) == sum(BRANDENBURG.is_working_day(day) for day in days)
    assert counted(date(2026, 12, 31), date(2026, 12, 31)) == 0


def test_an_answer_in_the_last_evening_keeps_the_promise() -> None:
    last = date(2026, 11, 25)
    assert promise(last, at("2026-11-25T23:59"), at("2026-12-01T08:00")) == "kept"
    assert promise(last, at("2026-11-26T00:00"), at("2026-12-01T08:00")) == "missed"
    assert promise(last, None, at("2026-11-25T23:59")) == "running"
    assert promise(last, None, at("2026-11-26T00:00")) == "missed"


def test_a_reopened_report_gets_a_new_promise_from_that_day_on() -> None:
    first = BRANDENBURG.due_on(at("2026-03-30T10:00"), 3)
    again = BRANDENBURG.due_on(at("2026-04-04T21:00"), 3)  # "nicht erledigt" on Holy Saturday
    assert (first, again) == (date(2026, 4, 2), date(2026, 4, 9))
    assert promise(again, None, at("2026-04-09T20:00")) == "running"


def test_the_file_of_a_municipality_says_its_land_and_its_own_days() -> None:
    office = working_time(
        {"tenant": {"ags": "12069020"}, "defects": {"extra_holidays": ["12-24"], "office_hours": [9, 18]}}
    )
    assert office == WorkingTime("12", frozenset({"12-24"}), (9, 18))
    assert working_time({"tenant": {"ags": "11000000"}}) == BERLIN_CITY
