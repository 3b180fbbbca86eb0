# SPDX-License-Identifier: EUPL-1.2
"""A series as iCalendar can say it: parts that keep one time of day, each with its rule, further dates, exceptions and
changed dates. Pure.

RFC 5545 has RANGE=THISANDFUTURE for "from this date on", but hardly a calendar program follows it: so a series whose
time of day changes for good ends there, and another one begins.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
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
    lasting = tuple(change for change in series.changes if change.following)
    alone = {change.at for change in series.changes if not change.following}
    borders = [FIRST, *(change.at for change in lasting), LAST]
    plain = replace(series, changes=lasting, excluded_days={}, excluded_dates={})
    ruled, named = _ruled(series, borders[-2]), _named(series, alone)
    for begin, end in pairwise(borders):
        own = ruled[bisect_left(ruled, begin) : bisect_left(ruled, end)]
        extra = [at for at in series.extra if begin <= at < end and at not in own[:1]]
        first = next(iter(own or extra), None)
        if first is None:
            continue
        phase = Phase(plain.planned(first), _rule(series, own, end))
        phase.further = [plain.planned(at).start for at in extra if at != first]
        for at in (at for at in named if begin <= at < end):
            if series.exclusion(at) is not None:
                phase.left_out.append(plain.planned(at).start)
            elif at in alone:
                phase.changed.append((plain.planned(at).start, series.planned(at)))
        yield phase


def _ruled(series: Series, last: datetime) -> list[datetime]:
    """The starts of the rule, further dates aside, up to and with the first one of the last part."""
    if series.rule is None:
        return [series.start]
    clock, found = series.start.time(), []
    for day in series.rule.days(series.start.date(), series.start.date(), LAST.date()):
        found.append(datetime.combine(day, clock))
        if found[-1] >= last:
            break
    return found


def _named(series: Series, alone: set[datetime]) -> list[datetime]:
    """The starts that exceptions and changes of single dates hit, in order; in one pass, for a rule with a COUNT is
    counted from its start."""
    days = {*series.excluded_days, *(at.date() for at in (*series.excluded_dates, *alone))}
    if not days:
        return []
    return [at for at in series.originals(min(days), max(days)) if at.date() in days]


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
