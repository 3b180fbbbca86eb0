# SPDX-License-Identifier: EUPL-1.2
"""Reading timing and changes as they are kept and sent: checks, normal form, exceptions that hit nothing. Pure.

`strict` is for what editors write; what is stored or imported is read with more patience, for no calendar keeps every
rule.
"""

from bisect import bisect_left
from datetime import date, datetime, time, timedelta
from typing import Any

from backend.events.models import EventStatus
from backend.events.recurrence import DAY, HORIZON, Change, Series, read_local, write_local
from backend.events.rules import BadRule, Rule, read_rule, write_rule

Row = dict[str, Any]
EMPTY_TIMING: Row = {"start": None, "end": None, "all_day": False, "rrule": None, "excluded": [], "extra": []}
YEARS = (1990, 2100)
LONGEST = timedelta(days=3 * 366)
# In the two years that are kept ready; a rule alone gives at most one a day.
MOST_DATES = 800
TWO_YEARS = timedelta(days=731)
FORM = {
    True: "Must be a day: 2026-12-08.",
    False: "Must be a local time: 2026-12-08T14:30.",
}


class BadTiming(ValueError):
    """Timing or changes make no sense; `problems` has a sentence by field ("start", "rrule", "changes.0.start")."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__(str(problems))
        self.problems = problems


def read_series(timing: Row, changes: list[Row], *, strict: bool = False) -> Series:
    """Timing and changes as a series. Raises BadTiming, with all that is wrong."""
    return _Reader(timing, changes, strict=strict).series()


def write_timing(series: Series, timing: Row) -> Row:
    """The timing in its normal form: the rule rewritten, exceptions and further dates in order and once."""
    excluded = {one["at"]: one for one in timing["excluded"]}
    return timing | {
        "rrule": write_rule(series.rule, all_day=series.all_day) if series.rule else None,
        "excluded": [excluded[at] for at in sorted(excluded)],
        "extra": [write_local(one, all_day=series.all_day) for one in series.extra],
    }


def misses(series: Series) -> list[Row]:
    """The exclusions and changes that hit no date: `at`, and the next date after it, if any."""
    wanted = {_key(series, at): at for at in (*series.excluded_dates, *(change.at for change in series.changes))}
    whole_days = {day.isoformat(): datetime.combine(day, time()) for day in series.excluded_days}
    moments = [*wanted.values(), *whole_days.values()]
    if not moments:
        return []
    # Once for all of them: a rule with a COUNT is counted from its start.
    starts = list(series.originals(min(moments).date(), max(moments).date() + HORIZON))
    days = {start.date() for start in starts}
    known = set(starts)
    missed = {text: at for text, at in wanted.items() if at not in known}
    missed |= {text: at for text, at in whole_days.items() if at.date() not in days}
    left = [start for start in starts if series.exclusion(start) is None]
    found = []
    for text, at in sorted(missed.items()):
        place = bisect_left(left, at)
        found.append({"at": text, "next": _key(series, left[place]) if place < len(left) else None})
    return found


def has_dates(series: Series) -> bool:
    """Whether the exclusions leave any date at all."""
    return series.next_after(series.start) is not None


class _Reader:
    """Collects what is wrong while it reads."""

    def __init__(self, timing: Row, changes: list[Row], *, strict: bool) -> None:
        self.timing, self.changes, self.strict = timing, changes, strict
        self.all_day = bool(timing["all_day"])
        self.problems: dict[str, str] = {}

    def series(self) -> Series:
        start = self._local("start", self.timing["start"])
        if start is None:
            raise BadTiming({"start": "The first date is missing."} | self.problems)
        end = self._end("end", start, self.timing["end"])
        usual = start + DAY if self.all_day else None
        lasts = None if (last := end or usual) is None else last - start
        rule = self._rule(start)
        days, dates = self._excluded()
        extra = self._extra(start)
        changes = tuple(sorted(self._changes(), key=lambda change: (change.at, not change.following)))
        found = Series(start, lasts, self.all_day, rule, days, dates, extra, changes)
        if (
            self.strict
            and not self.problems
            and sum(1 for _ in found.originals(start.date(), start.date() + TWO_YEARS)) > MOST_DATES
        ):
            self.problems["extra"] = "These are too many dates."
        if self.problems:
            raise BadTiming(self.problems)
        return found

    def _rule(self, start: datetime) -> Rule | None:
        if not self.timing["rrule"]:
            return None
        try:
            rule = read_rule(self.timing["rrule"], start)
        except BadRule as error:
            self.problems["rrule"] = str(error)
            return None
        if self.strict and not rule.fits(start.date()):
            days = rule.days(start.date(), start.date() + DAY, start.date() + HORIZON)
            fitting = next((day for day in days if day <= date(YEARS[1], 12, 31)), None)
            self.problems["start" if fitting else "rrule"] = (
                f"The first date does not fit the repetition; the next that does is {fitting}."
                if fitting
                else "This repetition never gives a date."
            )
        return rule

    def _excluded(self) -> tuple[dict[date, str | None], dict[datetime, str | None]]:
        days: dict[date, str | None] = {}
        dates: dict[datetime, str | None] = {}
        for number, one in enumerate(self.timing["excluded"]):
            name, whole_day = f"excluded.{number}", self.all_day or "T" not in one["at"]
            at = self._local(name, one["at"], all_day=whole_day)
            if at is not None and whole_day:
                days[at.date()] = one["reason"]
            elif at is not None:
                dates[at] = one["reason"]
        return days, dates

    def _extra(self, start: datetime) -> tuple[datetime, ...]:
        read = (self._local(f"extra.{number}", text) for number, text in enumerate(self.timing["extra"]))
        return tuple(sorted({one for one in read if one is not None and one != start}))

    def _changes(self) -> list[Change]:
        found: dict[tuple[datetime, bool], Change] = {}
        for number, row in enumerate(self.changes):
            name = f"changes.{number}"
            at = self._local(f"{name}.at", row["at"])
            if at is None:
                continue
            start = self._local(f"{name}.start", row["start"])
            end = self._end(f"{name}.end", start or at, row["end"])
            if row["following"] and start is not None and start.date() != at.date():
                self.problems[f"{name}.start"] = "For this and all following dates the day stays."
            if (at, row["following"]) in found:
                self.problems[name] = "This date is changed twice."
            texts = [row[key] or None for key in ("note", "title", "place_name")]
            status = EventStatus(row["status"])
            found[at, row["following"]] = Change(at, row["following"], status, texts[0], start, end, *texts[1:])
        return list(found.values())

    def _end(self, name: str, start: datetime, text: str | None) -> datetime | None:
        """The end as an instant of wall time: of something all-day the midnight after its last day."""
        end = self._local(name, text)
        if end is None:
            return None
        end += DAY if self.all_day else timedelta()
        if end < start or (self.all_day and end == start):
            self.problems[name] = "The end lies before the beginning."
        elif end - start > LONGEST:
            self.problems[name] = "Lasts longer than three years."
        return end

    def _local(self, name: str, text: str | None, *, all_day: bool | None = None) -> datetime | None:
        if text is None:
            return None
        whole_day = self.all_day if all_day is None else all_day
        try:
            found = read_local(text, all_day=whole_day)
        except ValueError:
            self.problems[name] = FORM[whole_day]
            return None
        if not YEARS[0] <= found.year <= YEARS[1]:
            self.problems[name] = f"Must lie between {YEARS[0]} and {YEARS[1]}."
            return None
        return found


def _key(series: Series, at: datetime) -> str:
    return write_local(at, all_day=series.all_day)
