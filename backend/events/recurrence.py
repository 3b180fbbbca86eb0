# SPDX-License-Identifier: EUPL-1.2
"""When an event takes place: its timing and the changes to it, as dates. Pure wall time; knows no database.

A series is its start, a rule, what the rule leaves out (`excluded`) and further dates (`extra`); that gives dates, each
with its original start as key. Changes are laid over them: those that hold from a date on, in their order, then the one
for the date itself. What a change leaves open stays as it was.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from backend.events.models import EventStatus
from backend.events.rules import Rule
from backend.events.walltime import instant, listed_until

Row = dict[str, Any]
LOCAL = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?P<clock>T[0-9]{2}:[0-9]{2})?\Z")
DAY = timedelta(days=1)
# The longest that something not `long` lasts: a day has 25 hours when summer ends, and a little more for the night.
SHORT = timedelta(hours=26)
# How far a rule is searched for a date: 29 February can be eight years away.
HORIZON = timedelta(days=8 * 366)


@dataclass(frozen=True, slots=True)
class Change:
    """What differs for the date `at`, or from it on: then `start` and `end` mean the time of day. What is None stays as
    it was, with a `start` alone how long it lasts."""

    at: datetime
    following: bool
    status: EventStatus
    note: str | None
    start: datetime | None
    end: datetime | None
    title: str | None
    place_name: str | None


@dataclass(frozen=True, slots=True)
class Planned:
    """One date in wall time; `end` of something all-day is the midnight after its last day. `excluded`: residents do
    not see it, and editors see why. `moved_from` is where it was, if this very date has moved."""

    at: datetime
    start: datetime
    end: datetime | None
    all_day: bool
    status: EventStatus = EventStatus.SCHEDULED
    note: str | None = None
    title: str | None = None
    place_name: str | None = None
    moved_from: datetime | None = None
    changed: bool = False
    excluded: bool = False
    reason: str | None = None

    @property
    def key(self) -> str:
        """Its name: the original start."""
        return write_local(self.at, all_day=self.all_day)

    @property
    def starts_at(self) -> datetime:
        """The instant of its start."""
        return instant(self.start)

    @property
    def ends_at(self) -> datetime | None:
        """The instant of its end, never before its start: the clock skips an hour in spring."""
        if self.end is None:
            return None
        end, start = instant(self.end), self.starts_at
        return end if end > start else start + (self.end - self.start)

    @property
    def previous_start(self) -> datetime | None:
        """The instant from which it has moved."""
        return instant(self.moved_from) if self.moved_from is not None else None

    @property
    def first_day(self) -> date:
        """The day it begins on."""
        return self.start.date()

    @property
    def last_day(self) -> date:
        """The last day it is listed on."""
        return listed_until(self.start, self.end or self.start)

    @property
    def long(self) -> bool:
        """Whether it lasts longer than a day can."""
        return (self.ends_at or self.starts_at) - self.starts_at > SHORT

    @property
    def takes_place(self) -> bool:
        """Whether one can go there."""
        return not self.excluded and self.status is EventStatus.SCHEDULED


@dataclass(frozen=True, slots=True)
class Series:
    """An event in time, read and checked (series.py reads it). `lasts` is None where no end is known."""

    start: datetime
    lasts: timedelta | None
    all_day: bool
    rule: Rule | None = None
    excluded_days: dict[date, str | None] = field(default_factory=dict)
    excluded_dates: dict[datetime, str | None] = field(default_factory=dict)
    extra: tuple[datetime, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def endless(self) -> bool:
        """Whether there is always another date."""
        return self.rule is not None and self.rule.endless

    @property
    def recurring(self) -> bool:
        """Whether there is more than one date."""
        return self.rule is not None or bool(self.extra)

    def originals(self, since: date, to: date) -> Iterator[datetime]:
        """The starts before any exclusion or change that lie between two days, inclusive, in order."""
        clock = self.start.time()
        if self.rule is None:
            days = iter([self.start.date()] if since <= self.start.date() <= to else [])
        else:
            days = self.rule.days(self.start.date(), since, to)
        further = [one for one in self.extra if since <= one.date() <= to]
        if not further:
            yield from (datetime.combine(day, clock) for day in days)
        else:
            yield from sorted({*further, *(datetime.combine(day, clock) for day in days)})

    def dates(self, since: date, to: date) -> list[Planned]:
        """The dates that originally lie between two days or reach into them, excluded ones too, by their start."""
        lengths = (change.end - change.at for change in self.changes if change.end is not None)
        longest = max([self.lasts or timedelta(), *lengths])
        found = [self.planned(at) for at in self.originals(_earlier(since, longest), to)]
        return sorted(found, key=lambda one: (one.start, one.at))

    def next_after(self, at: datetime) -> datetime | None:
        """The first original start at or after this one that is not left out, if there is one within eight years."""
        starts = self.originals(at.date(), at.date() + HORIZON)
        return next((one for one in starts if one >= at and self.exclusion(one) is None), None)

    def last_day(self) -> date | None:
        """The last day on which it can begin; None for an endless series."""
        if self.endless:
            return None
        first = self.start.date()
        days = [first, *(one.date() for one in self.extra)]
        if self.rule is not None:
            days += self.rule.days(first, first, date.max)
        return max(days)

    def exclusion(self, at: datetime) -> tuple[str | None] | None:
        """The reason why the date with this original start is left out (there may be none), or None if it is not."""
        if at in self.excluded_dates:
            return (self.excluded_dates[at],)
        return (self.excluded_days[at.date()],) if at.date() in self.excluded_days else None

    def planned(self, at: datetime) -> Planned:
        """The date with this original start, which must be one."""
        out = self.exclusion(at)
        end = None if self.lasts is None else at + self.lasts
        planned = Planned(at, at, end, self.all_day, excluded=out is not None, reason=out[0] if out else None)
        if out is not None:
            return planned
        for change in self.changes:
            if change.following and change.at <= at:
                planned = _overlaid(planned, change, at.date() - change.at.date())
        for change in self.changes:
            if not change.following and change.at == at:
                moved = change.start is not None and change.start != planned.start
                before = planned.start if moved else None
                planned = replace(_overlaid(planned, change, timedelta()), moved_from=before, changed=True)
        return planned


def _overlaid(planned: Planned, change: Change, later: timedelta) -> Planned:
    """A date with a change that was made for one this much earlier."""
    start = planned.start if change.start is None else change.start + later
    end = None if planned.end is None else start + (planned.end - planned.start)
    if change.end is not None and change.end + later >= start:
        end = change.end + later
    same = change.status is planned.status
    return replace(
        planned,
        start=start,
        end=end,
        status=change.status,
        note=change.note or (planned.note if same else None),
        title=change.title or planned.title,
        place_name=change.place_name or planned.place_name,
    )


def read_local(text: str, *, all_day: bool) -> datetime:
    """A wall time as it is written: "2026-12-08T14:30", all-day "2026-12-08". Raises ValueError."""
    match = LOCAL.match(text)
    if match is None or (match["clock"] is None) != all_day:
        raise ValueError(text)
    return datetime.fromisoformat(text) if match["clock"] else datetime.combine(date.fromisoformat(text), time())


def write_local(moment: datetime, *, all_day: bool) -> str:
    """The other way round."""
    return moment.date().isoformat() if all_day else moment.isoformat(timespec="minutes")


def _earlier(day: date, by: timedelta) -> date:
    days = by.days + 1
    return day - timedelta(days=days) if (day - date.min).days > days else date.min
