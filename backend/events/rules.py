# SPDX-License-Identifier: EUPL-1.2
"""Recurrence rules of RFC 5545 (3.3.10) over local days: read, written, expanded within a span. Pure.

Not dateutil: a rule without any date ("30 February") keeps that looking until the year 9999, and what an editor types
or a feed says must never hold a worker. A test holds both side by side.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from backend.events.walltime import wall

FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
BY_DAY = re.compile(r"(?P<nth>[+-]?[0-9]{1,2})?(?P<day>MO|TU|WE|TH|FR|SA|SU)")
UNTIL = re.compile(r"(?P<day>[0-9]{8})(T(?P<clock>[0-9]{6})(?P<utc>Z)?)?")
NUMBER = re.compile(r"[+-]?[0-9]{1,4}")
# Calendar programs repeat what the start says already.
CLOCK = {"BYHOUR": "%H", "BYMINUTE": "%M", "BYSECOND": "%S"}
END_OF_DAY = time(23, 59, 59)
# Where time ends here. Some calendar programs say "for ever" by an UNTIL far away.
LAST_DAY = date(2100, 12, 31)


class BadRule(ValueError):
    """The text is no rule that this app can follow; the message says why."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. `by_day` is (weekday from Monday 0, which one in month or year, 0 for all); `until` is local time."""

    frequency: str
    interval: int = 1
    by_month: tuple[int, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_day: tuple[tuple[int, int], ...] = ()
    by_position: tuple[int, ...] = ()
    week_start: int = 0
    count: int | None = None
    until: datetime | None = None

    @property
    def endless(self) -> bool:
        """Whether it never stops."""
        return self.count is None and self.until is None

    def fits(self, start: date) -> bool:
        """Whether a series beginning on this day begins with a day of the rule."""
        return start in self._period(start, 0)

    def days(self, start: date, since: date, to: date) -> Iterator[date]:
        """The days of a series that begins on `start`, as far as they lie between two days, inclusive. A `start` that
        does not fit counts as the first day all the same (RFC 5545, 3.8.5.3)."""
        last = min(to, LAST_DAY if self.until is None else self.until.date())
        left = self.count
        if not self.fits(start) and start <= last:
            left = left - 1 if left is not None else None
            if since <= start:
                yield start
        number = 0 if self.count is not None else self._skip(start, since)
        while self._begin(start, number) <= last:
            for day in self._period(start, number):
                if day < start:
                    continue
                if day > last or left == 0:
                    return
                left = left - 1 if left is not None else None
                if day >= since:
                    yield day
            number += 1

    def _begin(self, start: date, number: int) -> date:
        """The first day of the period with this number; beyond the calendar its last day."""
        steps = number * self.interval
        try:
            if self.frequency == "DAILY":
                return start + timedelta(days=steps)
            if self.frequency == "WEEKLY":
                return start + timedelta(days=steps * 7 - (start.weekday() - self.week_start) % 7)
            if self.frequency == "MONTHLY":
                year, month = divmod(start.year * 12 + start.month - 1 + steps, 12)
                return date(year, month + 1, 1)
            return date(start.year + steps, 1, 1)
        except (OverflowError, ValueError):
            return date.max

    def _skip(self, start: date, since: date) -> int:
        """A period that ends before `since`, or the first one."""
        lengths = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}
        return max(0, (since - start).days // (lengths[self.frequency] * self.interval) - 1)

    def _period(self, start: date, number: int) -> list[date]:
        """The days of a period that match, in order, also those before `start`."""
        begin = self._begin(start, number)
        if begin == date.max:
            return []
        if self.frequency == "DAILY":
            days = [begin]
        elif self.frequency == "WEEKLY":
            days = [begin + timedelta(days=offset) for offset in range(7)]
        elif self.frequency == "MONTHLY":
            days = _days_of_month(begin.year, begin.month)
        else:
            days = [day for month in range(1, 13) for day in _days_of_month(begin.year, month)]
        rule = self._completed(start)
        found = [day for day in days if rule._matches(day)]
        if not self.by_position:
            return found
        size = len(found)
        chosen = {position - 1 if position > 0 else size + position for position in self.by_position}
        return [found[index] for index in sorted(chosen) if 0 <= index < size]

    def _completed(self, start: date) -> "Rule":
        """What the rule leaves open says the start."""
        if self.by_day or self.by_month_day or self.frequency == "DAILY":
            return self
        if self.frequency == "WEEKLY":
            return replace(self, by_day=((start.weekday(), 0),))
        months = self.by_month or ((start.month,) if self.frequency == "YEARLY" else ())
        return replace(self, by_month=months, by_month_day=(start.day,))

    def _matches(self, day: date) -> bool:
        if self.by_month and day.month not in self.by_month:
            return False
        if self.by_month_day:
            length = calendar.monthrange(day.year, day.month)[1]
            if day.day not in self.by_month_day and day.day - length - 1 not in self.by_month_day:
                return False
        if not self.by_day:
            return True
        return any(day.weekday() == weekday and self._is_nth(day, nth) for weekday, nth in self.by_day)

    def _is_nth(self, day: date, nth: int) -> bool:
        if nth == 0:
            return True
        if self.frequency == "YEARLY" and not self.by_month:
            position, length = day.timetuple().tm_yday, 366 if calendar.isleap(day.year) else 365
        else:
            position, length = day.day, calendar.monthrange(day.year, day.month)[1]
        return nth == (position - 1) // 7 + 1 if nth > 0 else -nth == (length - position) // 7 + 1


def read_rule(text: str, start: datetime) -> Rule:
    """The rule of a series that begins at this wall time. Raises BadRule."""
    parts: dict[str, str] = {}
    for part in text.strip().upper().split(";"):
        name, sign, value = part.partition("=")
        if not sign or name in parts:
            raise BadRule(f'Cannot be read: "{part[:40]}".')
        parts[name] = value
    for name, form in CLOCK.items():
        if name in parts and parts.pop(name).lstrip("0") != start.strftime(form).lstrip("0"):
            raise BadRule(f"{name} is not possible: one time a day, that of the start.")
    frequency = parts.pop("FREQ", "")
    if frequency not in FREQUENCIES:
        raise BadRule("FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY.")
    if "COUNT" in parts and "UNTIL" in parts:
        raise BadRule("Only one of COUNT and UNTIL is possible.")
    rule = Rule(
        frequency,
        interval=_number("INTERVAL", parts.pop("INTERVAL", "1"), 1, 1000),
        by_month=_numbers("BYMONTH", parts, 1, 12),
        by_month_day=_numbers("BYMONTHDAY", parts, 1, 31, negative=True),
        by_day=_by_day(parts.pop("BYDAY", None), frequency),
        by_position=_numbers("BYSETPOS", parts, 1, 366, negative=True),
        week_start=_weekday(parts.pop("WKST", "MO")),
        count=_number("COUNT", parts.pop("COUNT"), 1, 5000) if "COUNT" in parts else None,
        until=_until(parts.pop("UNTIL"), start) if "UNTIL" in parts else None,
    )
    if parts:
        raise BadRule(f"{min(parts)[:40]} is not possible.")
    if rule.frequency == "WEEKLY" and rule.by_month_day:
        raise BadRule("BYMONTHDAY is not possible every week.")
    if rule.by_position and not (rule.by_day or rule.by_month_day):
        raise BadRule("BYSETPOS needs days to choose from.")
    return rule


def write_rule(rule: Rule, *, all_day: bool) -> str:
    """The rule as text, always in the same order; UNTIL as local time, or as a date if it is all-day."""
    parts = [f"FREQ={rule.frequency}"]
    if rule.interval != 1:
        parts.append(f"INTERVAL={rule.interval}")
    for name, numbers in (("BYMONTH", rule.by_month), ("BYMONTHDAY", rule.by_month_day)):
        if numbers:
            parts.append(f"{name}={','.join(map(str, numbers))}")
    if rule.by_day:
        days = ",".join(f"{nth or ''}{WEEKDAYS[day]}" for day, nth in rule.by_day)
        parts.append(f"BYDAY={days}")
    if rule.by_position:
        parts.append(f"BYSETPOS={','.join(map(str, rule.by_position))}")
    if rule.week_start:
        parts.append(f"WKST={WEEKDAYS[rule.week_start]}")
    if rule.count is not None:
        parts.append(f"COUNT={rule.count}")
    if rule.until is not None:
        parts.append(f"UNTIL={rule.until:%Y%m%d}" if all_day else f"UNTIL={rule.until:%Y%m%dT%H%M%S}")
    return ";".join(parts)


def _days_of_month(year: int, month: int) -> list[date]:
    return [date(year, month, day) for day in range(1, calendar.monthrange(year, month)[1] + 1)]


def _number(name: str, text: str, least: int, most: int, *, negative: bool = False) -> int:
    number = int(text) if NUMBER.fullmatch(text) else 0
    if not least <= (abs(number) if negative else number) <= most:
        raise BadRule(f"{name} must be from {least} to {most}.")
    return number


def _numbers(name: str, parts: dict[str, str], least: int, most: int, *, negative: bool = False) -> tuple[int, ...]:
    if name not in parts:
        return ()
    found = (_number(name, text, least, most, negative=negative) for text in parts.pop(name).split(","))
    return tuple(sorted(set(found)))


def _by_day(text: str | None, frequency: str) -> tuple[tuple[int, int], ...]:
    found = set()
    for part in text.split(",") if text is not None else ():
        match = BY_DAY.fullmatch(part)
        nth = int(match["nth"] or 0) if match else 0
        numbered = bool(match and match["nth"])
        if match is None or abs(nth) > {"MONTHLY": 5, "YEARLY": 53}.get(frequency, 0) or (numbered and nth == 0):
            raise BadRule("BYDAY must name weekdays, numbered only within months and years.")
        found.add((WEEKDAYS.index(match["day"]), nth))
    return tuple(sorted(found))


def _weekday(text: str) -> int:
    if text not in WEEKDAYS:
        raise BadRule("WKST must name a weekday.")
    return WEEKDAYS.index(text)


def _until(text: str, start: datetime) -> datetime | None:
    match = UNTIL.fullmatch(text)
    try:
        if match is None:
            raise ValueError
        day = date.fromisoformat(match["day"])
        clock = time.fromisoformat(match["clock"]) if match["clock"] else END_OF_DAY
    except ValueError as error:
        raise BadRule("UNTIL must be a date or a date with a time.") from error
    found = datetime.combine(day, clock)
    if found.date() > LAST_DAY:
        return None
    found = wall(found.replace(tzinfo=UTC)) if match["utc"] else found
    if found < start:
        raise BadRule("UNTIL lies before the start.")
    # Later on that day than it stops: the day before is the last one.
    return found if found.time() >= start.time() else datetime.combine(found.date() - timedelta(days=1), END_OF_DAY)
