# SPDX-License-Identifier: EUPL-1.2
"""Recurrence rules, held against an independent reader of RFC 5545."""

import itertools
import random
from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr

from backend.events.rules import WEEKDAYS, BadRule, Rule, read_rule, write_rule

START = datetime(2026, 12, 8, 14, 30)  # a Tuesday
FAR = date(2036, 1, 1)


def first(text: str, start: datetime = START, number: int = 5) -> list[date]:
    """The first days of a rule."""
    found = read_rule(text, start).days(start.date(), start.date(), FAR)
    return list(itertools.islice(found, number))


# From RFC 5545, 3.8.5.3, with a start that they fit.
EXAMPLES = [
    ("FREQ=DAILY;COUNT=10", "1997-09-02"),
    ("FREQ=DAILY;UNTIL=19971224T000000", "1997-09-02"),
    ("FREQ=DAILY;INTERVAL=2", "1997-09-02"),
    ("FREQ=DAILY;BYMONTH=1;UNTIL=20000131T140000", "1998-01-01"),
    ("FREQ=YEARLY;UNTIL=20000131T140000;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA", "1998-01-01"),
    ("FREQ=WEEKLY;INTERVAL=2;WKST=SU", "1997-09-02"),
    ("FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000;WKST=SU;BYDAY=MO,WE,FR", "1997-09-01"),
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "1997-09-02"),
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05"),
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05"),
    ("FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "1997-09-05"),
    ("FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "1997-09-07"),
    ("FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09-22"),
    ("FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28"),
    ("FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", "1997-09-30"),
    ("FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", "1997-09-10"),
    ("FREQ=YEARLY;COUNT=10;BYMONTH=6,7", "1997-06-10"),
    ("FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3", "1997-03-10"),
    ("FREQ=YEARLY;BYDAY=20MO", "1997-05-19"),
    ("FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "1997-03-13"),
    ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1998-02-13"),
    ("FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "1997-09-13"),
    ("FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1996-11-05"),
    ("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04"),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "1997-09-29"),
    ("FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007-01-15"),
]


@pytest.mark.parametrize(("text", "start"), EXAMPLES)
def test_the_examples_of_the_standard_give_its_dates(text: str, start: str) -> None:
    begin = datetime.fromisoformat(f"{start}T09:00")
    rule = read_rule(text, begin)
    assert rule.fits(begin.date())
    theirs = [one.date() for one in itertools.islice(rrulestr(text, dtstart=begin), 60)]
    assert list(itertools.islice(rule.days(begin.date(), begin.date(), FAR), 60)) == [
        one for one in theirs if one <= FAR
    ]


def test_a_thousand_rules_give_the_dates_of_another_reader() -> None:
    dice = random.Random(7)
    compared = 0
    while compared < 1000:
        text, start = some_rule(dice)
        rule = read_rule(text, start)
        if not rule.fits(start.date()):
            continue
        since = start.date() + timedelta(days=dice.choice([0, 0, 100, 700]))
        to = start.date() + timedelta(days=1200)
        span = [datetime.combine(since, datetime.min.time()), datetime.combine(to, datetime.max.time())]
        theirs = [one.date() for one in rrulestr(text, dtstart=start).between(*span, inc=True)]
        assert list(rule.days(start.date(), since, to)) == theirs, (text, start)
        assert read_rule(write_rule(rule, all_day=False), start) == rule, text
        compared += 1


def some_rule(dice: random.Random) -> tuple[str, datetime]:
    """A rule and a start that it may fit. Without what the other reader gets wrong: BYSETPOS in the week of the start,
    BYDAY with a numbered weekday beside one without."""
    start = datetime(dice.randint(2020, 2028), dice.randint(1, 12), dice.randint(1, 28), 9, 30)
    start += timedelta(days=dice.randint(0, 3))
    frequency = dice.choice(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
    parts = [f"FREQ={frequency}"]
    if dice.random() < 0.5:
        parts.append(f"INTERVAL={dice.randint(1, 5)}")
    if dice.random() < 0.3:
        parts.append(f"BYMONTH={some(dice, range(1, 13))}")
    if frequency != "WEEKLY" and dice.random() < 0.35:
        parts.append(f"BYMONTHDAY={some(dice, [1, 2, 13, 28, 29, 30, 31, -1, -2, -31])}")
    if dice.random() < 0.5:
        numbered = frequency in ("MONTHLY", "YEARLY") and dice.random() < 0.6
        numbers = [1, 2, 3, 4, 5, -1, -2] if numbered else [""]
        parts.append("BYDAY=" + ",".join(f"{dice.choice(numbers)}{day}" for day in dice.sample(WEEKDAYS, 2)))
    days = any(part.startswith(("BYDAY", "BYMONTHDAY")) for part in parts)
    if days and frequency != "WEEKLY" and dice.random() < 0.2:
        parts.append(f"BYSETPOS={dice.choice([1, 2, -1, 3])}")
    if dice.random() < 0.2:
        parts.append(f"WKST={dice.choice(WEEKDAYS)}")
    end = dice.random()
    if end < 0.25:
        parts.append(f"COUNT={dice.randint(1, 30)}")
    elif end < 0.5:
        parts.append(f"UNTIL={start + timedelta(days=dice.randint(0, 900)):%Y%m%dT%H%M%S}")
    return ";".join(parts), start


def some(dice: random.Random, values: range | list[int]) -> str:
    return ",".join(map(str, dice.sample(list(values), dice.randint(1, 3))))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("FREQ=MONTHLY;BYDAY=2TU", ["2026-12-08", "2027-01-12", "2027-02-09"]),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", ["2026-12-08", "2027-01-12", "2027-02-09"]),
        ("FREQ=WEEKLY;BYDAY=TU,SA;BYSETPOS=1", ["2026-12-08", "2026-12-15", "2026-12-22"]),
        ("freq=weekly ", ["2026-12-08", "2026-12-15", "2026-12-22"]),
        ("FREQ=DAILY;BYHOUR=14;BYMINUTE=30;BYSECOND=0", ["2026-12-08", "2026-12-09", "2026-12-10"]),
        ("FREQ=WEEKLY;UNTIL=20261222", ["2026-12-08", "2026-12-15", "2026-12-22"]),
        ("FREQ=WEEKLY;UNTIL=20261222T143000", ["2026-12-08", "2026-12-15", "2026-12-22"]),
        ("FREQ=WEEKLY;UNTIL=20261222T133000Z", ["2026-12-08", "2026-12-15", "2026-12-22"]),
        ("FREQ=WEEKLY;UNTIL=20261222T142900", ["2026-12-08", "2026-12-15"]),
        ("FREQ=WEEKLY;UNTIL=20261222T132900Z", ["2026-12-08", "2026-12-15"]),
        ("FREQ=YEARLY;UNTIL=99991231T235959Z", ["2026-12-08", "2027-12-08", "2028-12-08"]),
    ],
)
def test_what_calendars_write_is_understood(text: str, days: list[str]) -> None:
    assert [day.isoformat() for day in first(text, number=3)] == days


@pytest.mark.parametrize(
    "text",
    [
        "", "WEEKLY", "FREQ", "FREQ=", "FREQ=HOURLY", "FREQ=SECONDLY", "FREQ=WEEKLY;FREQ=DAILY", "FREQ=WEEKLY;",
        "FREQ=WEEKLY;INTERVAL=0", "FREQ=WEEKLY;INTERVAL=-1", "FREQ=WEEKLY;INTERVAL=1001", "FREQ=WEEKLY;INTERVAL=ⅷ",
        "FREQ=WEEKLY;INTERVAL=9999999999999999999999", "FREQ=WEEKLY;COUNT=0", "FREQ=WEEKLY;COUNT=5001",
        "FREQ=WEEKLY;COUNT=2;UNTIL=20271231", "FREQ=WEEKLY;UNTIL=20261207", "FREQ=WEEKLY;UNTIL=20261301",
        "FREQ=WEEKLY;UNTIL=2027-12-31", "FREQ=WEEKLY;UNTIL=20271231T9", "FREQ=WEEKLY;BYDAY=", "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=2TU", "FREQ=DAILY;BYDAY=1MO", "FREQ=MONTHLY;BYDAY=0TU", "FREQ=MONTHLY;BYDAY=6TU",
        "FREQ=YEARLY;BYDAY=54TU", "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=YEARLY;BYMONTH=13",
        "FREQ=WEEKLY;BYMONTHDAY=8", "FREQ=MONTHLY;BYSETPOS=1", "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=0",
        "FREQ=YEARLY;BYWEEKNO=20", "FREQ=YEARLY;BYYEARDAY=100",
        "FREQ=WEEKLY;BYHOUR=9", "FREQ=DAILY;BYHOUR=14,15", "FREQ=WEEKLY;WKST=XX",
        "FREQ=WEEKLY;BYEASTER=1", "RRULE:FREQ=WEEKLY", "FREQ=WEEKLY\nDTSTART:20260101", "FREQ=WEEKLY;BYDAY=TU;BYDAY=WE",
        "😀", "FREQ=WEEKLY;BYMONTH=1,,2", "FREQ=WEEKLY;BYMONTH=1;;",
    ],
)  # fmt: skip
def test_what_is_no_rule_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(BadRule) as refused:
        read_rule(text, START)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYMONTH=2;BYDAY=MO;BYSETPOS=7",
        "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30,31",
        "FREQ=DAILY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=31;COUNT=5000",
    ],
)
def test_a_rule_without_any_date_is_found_out_at_once(text: str) -> None:
    # One that looked until the year 9999 would make this test last for minutes.
    for _ in range(20):
        rule = read_rule(text, START)
        assert not rule.fits(START.date())
        assert list(rule.days(START.date(), START.date(), FAR)) == [START.date()]


def test_time_ends_with_the_year_2100_also_for_a_count_that_is_never_reached() -> None:
    for text in ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;COUNT=5000", "FREQ=YEARLY;INTERVAL=1000;COUNT=2"):
        days = list(read_rule(text, START).days(START.date(), START.date(), date.max))
        assert 1 <= len(days) < 20
        assert days[-1] <= date(2100, 12, 31)
    rule = Rule("WEEKLY", interval=1000)
    assert list(rule.days(date(2095, 1, 1), date(2095, 1, 1), date.max)) == [date(2095, 1, 1)]


def test_a_start_that_does_not_fit_is_the_first_date_and_counts() -> None:
    text = "FREQ=WEEKLY;BYDAY=FR;COUNT=3"
    assert [day.isoformat() for day in first(text)] == ["2026-12-08", "2026-12-11", "2026-12-18"]


def test_a_count_is_counted_from_the_start_wherever_one_looks() -> None:
    rule = read_rule("FREQ=DAILY;COUNT=10", START)
    days = list(rule.days(START.date(), date(2026, 12, 15), FAR))
    assert [day.isoformat() for day in days] == ["2026-12-15", "2026-12-16", "2026-12-17"]


def test_the_text_has_one_form() -> None:
    text = "byday=we,mo;FREQ=weekly;wkst=SU;UNTIL=20270101;INTERVAL=2;BYMONTH=3,1,3"
    rule = read_rule(text, START)
    assert write_rule(rule, all_day=True) == "FREQ=WEEKLY;INTERVAL=2;BYMONTH=1,3;BYDAY=MO,WE;WKST=SU;UNTIL=20270101"
    assert write_rule(rule, all_day=False).endswith(";UNTIL=20270101T235959")
    assert write_rule(read_rule("FREQ=MONTHLY;BYDAY=-1FR,+1MO", START), all_day=False) == "FREQ=MONTHLY;BYDAY=1MO,-1FR"
