# SPDX-License-Identifier: EUPL-1.2
"""Working time of a town hall: until when an answer is promised, and how much of that time is left. Pure; knows no
database.

A promise of three days ends with the third working day after the day of receipt, by the clock on the wall: late in the
evening is still that day, and what comes at a weekend counts from Monday on. The clock stops with the first public
note (`answered_at`). Reopening starts it anew: the report gets a new `due_on` from `reopened_at`, and no `answered_at`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import accumulate
from typing import Any, Literal

from backend.defects.states import DefectStatus
from backend.instants import BERLIN, local_day
from backend.reference.holidays import public_holidays
from backend.tenants.reporter import reporter

State = Literal["running", "kept", "missed"]
DAY = timedelta(days=1)
WEEKEND = 5


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """Monday to Friday but for the public holidays of a `land` (first two digits of an AGS) and the town's own days
    off: "12-24" each year, or "2027-05-07" once. `office_hours`: the hours at which the office opens and closes."""

    land: str
    days_off: frozenset[str] = frozenset()
    office_hours: tuple[int, int] = (8, 16)

    def is_working_day(self, day: date) -> bool:
        """Whether the office works on this day."""
        return (
            day.weekday() < WEEKEND
            and day not in public_holidays(self.land, day.year)
            and self.days_off.isdisjoint((day.isoformat(), f"{day:%m-%d}"))
        )

    def due_on(self, received_at: datetime, days: int) -> date:
        """The last day for an answer: the working day of this number after the day of receipt."""
        following = self._working_days_after(local_day(received_at))
        return [next(following) for _ in range(days)][-1] if days else local_day(received_at)

    def due_at(self, due_on: date) -> datetime:
        """When the office closes on that day, which is what its staff goes by."""
        return self._hour(due_on, self.office_hours[1])

    def used_days(self, received_at: datetime, until: datetime) -> int:
        """The working days that are gone since the day of receipt, the last one included: 0 on the same day."""
        return self._count(local_day(received_at), local_day(until))

    def remaining_minutes(self, now: datetime, due_on: date) -> int:
        """Minutes of office hours until `due_at`; less than none when it is past."""
        due_at = self.due_at(due_on)
        return self._minutes(now, due_at) if now <= due_at else -self._minutes(due_at, now)

    def _minutes(self, start: datetime, end: datetime) -> int:
        """Minutes of office hours between two instants."""
        first, last = local_day(start), local_day(end)
        if first == last:
            return self._open_minutes(first, start, end)
        opens, closes = self.office_hours
        whole = self._count(first, last - DAY) * (closes - opens) * 60
        return whole + self._open_minutes(first, start, end) + self._open_minutes(last, start, end)

    def _open_minutes(self, day: date, start: datetime, end: datetime) -> int:
        """Minutes of one day's office hours that lie between two instants."""
        if not self.is_working_day(day):
            return 0
        opens, closes = (self._hour(day, hour) for hour in self.office_hours)
        return max(0, int((min(end, closes) - max(start, opens)).total_seconds() // 60))

    def _count(self, after: date, until: date) -> int:
        """Working days after a day, up to another one."""
        if until <= after:
            return 0
        whole_years = sum(_elapsed(self, year)[-1] for year in range(after.year, until.year))
        return whole_years + _elapsed(self, until.year)[_place(until)] - _elapsed(self, after.year)[_place(after)]

    def _working_days_after(self, day: date) -> Iterator[date]:
        while True:
            day += DAY
            if self.is_working_day(day):
                yield day

    def _hour(self, day: date, hour: int) -> datetime:
        # An office may stay open until midnight.
        return datetime.combine(day + DAY * (hour // 24), time(hour % 24), tzinfo=BERLIN)


def answered(report: Any) -> datetime | None:
    """When a report got its answer; `report` has status, answered_at and closed_at. That somebody has reported the same
    before is an answer, too, as long as both are taken for the same."""
    return report.answered_at or (report.closed_at if report.status is DefectStatus.DUPLICATE else None)


def _place(day: date) -> int:
    return day.timetuple().tm_yday - 1


@lru_cache(maxsize=1024)
def _elapsed(office: WorkingTime, year: int) -> tuple[int, ...]:
    """The working days of a year up to each of its days: years of reports are counted at once."""
    first = date(year, 1, 1)
    days = (first + DAY * n for n in range(366))
    return tuple(accumulate(office.is_working_day(day) for day in days if day.year == year))


def promise(due_on: date, answered_at: datetime | None, now: datetime) -> State:
    """What became of the promise of an answer: kept if it came on that day or before."""
    if answered_at is not None:
        return "kept" if local_day(answered_at) <= due_on else "missed"
    return "running" if local_day(now) <= due_on else "missed"


def working_time(config: dict[str, Any]) -> WorkingTime:
    """The working time of a municipality, from what `tenant apply` compiled."""
    own = reporter(config)
    return _shared(config["tenant"]["ags"][:2], frozenset(own.extra_holidays), own.office_hours)


@lru_cache(maxsize=1024)
def _shared(land: str, days_off: frozenset[str], office_hours: tuple[int, int]) -> WorkingTime:
    return WorkingTime(land, days_off, office_hours)
