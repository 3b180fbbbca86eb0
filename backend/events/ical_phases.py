# SPDX-License-Identifier: EUPL-1.2
"""A series as iCalendar can say it: parts that keep one time of day, each with its rule, further dates, exceptions and
changed dates. Pure.

RFC 5545 has RANGE=THISANDFUTURE for "from this date on", but hardly a calendar program follows it: so a series whose
time of day changes for good ends there, and another one begins.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import pairwise

from backend.events.recurrence import Planned, Series
from backend.events.rules import END_OF_DAY, Rule

# Before and after all that an event may say.
FIRST, LAST = datetime(1900, 1, 1), datetime(2200, 1, 1)  # noqa: DTZ001 - wall time


@dataclass
class Phase:
    """A part of a series. `usual` is its first date, without what holds for that date alone. `further` and `left_out`
    are starts; `changed` are the dates that differ, each with the start it would have."""

    usual: Planned
    rule: Rule | None
    further: list[datetime] = field(default_factory=list)
    left_out: list[datetime] = field(default_factory=list)
    changed: list[tuple[datetime, Planned]] = field(default_factory=list)


def phases_of(series: Series) -> Iterator[Phase]:
    """The parts of a series in order; what takes place once has one."""
    borders = [FIRST, *(change.at for change in series.changes if change.following), LAST]
    lasting = tuple(change for change in series.changes if change.following)
    plain = replace(series, changes=lasting, excluded_days={}, excluded_dates={})
    for begin, end in pairwise(borders):
        ruled = _ruled(series, begin, end)
        extra = [at for at in series.extra if begin <= at < end and at not in ruled[:1]]
        first = next(iter(ruled or extra), None)
        if first is None:
            continue
        phase = Phase(date_of(plain, first), _rule(series, ruled, end))
        phase.further = [date_of(plain, at).start for at in extra if at != first]
        phase.left_out = [date_of(plain, at).start for at in _left_out(series) if begin <= at < end]
        alone = {change.at for change in series.changes if not change.following and begin <= change.at < end}
        hit = (at for at in sorted(alone) if at in _starts(series, at.date()) and series.exclusion(at) is None)
        phase.changed = [(date_of(plain, at).start, date_of(series, at)) for at in hit]
        yield phase


def date_of(series: Series, at: datetime) -> Planned:
    """The date of a series with this original start."""
    return next(one for one in series.dates(at.date(), at.date()) if one.at == at)


def _ruled(series: Series, begin: datetime, end: datetime) -> list[datetime]:
    """The original starts of a part, further dates aside: the first is enough if the part has no end."""
    if series.rule is None:
        return [series.start] if begin <= series.start < end else []
    since = max(begin, series.start).date()
    days = series.rule.days(series.start.date(), since, end.date())
    starts = (at for day in days if begin <= (at := datetime.combine(day, series.start.time())) < end)
    return list(starts) if end != LAST else [at for at in [next(starts, None)] if at is not None]


def _rule(series: Series, ruled: list[datetime], end: datetime) -> Rule | None:
    """The rule for a part with these starts. To the end of a day: its time of day may be a later one."""
    if series.rule is None or not ruled:
        return None
    if end != LAST:
        return replace(series.rule, count=None, until=datetime.combine(ruled[-1], END_OF_DAY))
    if series.rule.until is not None:
        return replace(series.rule, until=datetime.combine(series.rule.until, END_OF_DAY))
    if series.rule.count is None or (ruled[0] == series.start and series.rule.fits(series.start.date())):
        return series.rule
    # Programs count from where a part begins, and do not agree on a start that the rule itself does not hit.
    last = max(series.rule.days(series.start.date(), series.start.date(), LAST.date()))
    return replace(series.rule, count=None, until=datetime.combine(last, END_OF_DAY))


def _left_out(series: Series) -> list[datetime]:
    """The dates that exceptions hit."""
    days = {*series.excluded_days, *(at.date() for at in series.excluded_dates)}
    return [at for day in sorted(days) for at in _starts(series, day) if series.exclusion(at) is not None]


def _starts(series: Series, day: date) -> list[datetime]:
    return list(series.originals(day, day))
