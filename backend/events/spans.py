# SPDX-License-Identifier: EUPL-1.2
"""A span of time as somebody asks for it, and which dates lie in it. Knows the columns of dates, reads none."""

from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, false

from backend.events.models import EventOccurrence
from backend.events.recurrence import SHORT
from backend.events.walltime import midnight, today


@dataclass(frozen=True, slots=True)
class Part:
    """A condition on dates. `ordered`: the index that finds them has them by their start; the others are few, and
    putting them in order would make a database read all the past instead."""

    condition: ColumnElement[bool]
    ordered: bool = True


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when: days with all their hours, or instants; from `now` on without `since`, endless without
    `to`."""

    now: datetime
    since: Date | datetime | None = None
    to: Date | datetime | None = None

    @property
    def begin(self) -> datetime:
        """Its first instant."""
        return as_instant(self.since) if self.since is not None else self.now

    @property
    def end(self) -> datetime | None:
        """The first instant after it."""
        if self.to is None:
            return None
        return as_instant(self.to if isinstance(self.to, datetime) else self.to + timedelta(days=1))

    @property
    def first_day(self) -> Date:
        """The day it begins on."""
        return today(self.begin)

    def parts(self) -> list[Part]:
        """Three searches, each with an index of its own: what began recently and runs, what is long and runs, what
        begins in the span. One that ends before it begins holds nothing, not even what runs."""
        begin, end = self.begin, self.end
        if end is not None and end <= begin:
            return [Part(false())]
        # Friday's dance until two in the morning is no event of Saturday.
        running = EventOccurrence.last_day >= self.since if is_day(self.since) else EventOccurrence.until_at > begin
        later, recently = EventOccurrence.starts_at >= begin, today(begin - SHORT)
        recent = and_(EventOccurrence.starts_at >= midnight(recently), EventOccurrence.starts_at < begin, running)
        # By day and not by start, and `long` nowhere else: so no planner is offered the wrong index.
        before = and_(EventOccurrence.long.is_(True), EventOccurrence.until_at > begin, running)
        return [
            Part(recent),
            Part(and_(before, EventOccurrence.first_day < recently), ordered=False),
            Part(later if end is None else and_(later, EventOccurrence.starts_at < end)),
        ]


def as_instant(moment: Date | datetime) -> datetime:
    """The instant at which a day begins, or the instant itself."""
    return moment if isinstance(moment, datetime) else midnight(moment)


def is_day(moment: Date | datetime | None) -> bool:
    """Whether a moment is a whole day."""
    return moment is not None and not isinstance(moment, datetime)
