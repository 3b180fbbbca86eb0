# SPDX-License-Identifier: EUPL-1.2
"""When a VEVENT (RFC 5545) takes place, as our `timing` and `changes`: wall time in Germany. Pure.

Calendar programs write zones in many ways; icalendar knows most of them, and one that nobody knows is ours.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from icalendar import vDDDTypes

from backend.events import ical_wording as wording
from backend.events.ical_zones import Zones
from backend.events.rules import BadRule, Rule, read_rule, write_rule
from backend.events.series import YEARS, BadTiming, misses, read_series
from backend.events.walltime import wall
from backend.instants import BERLIN

Row = dict[str, Any]
Local = date | datetime  # without zone: what a clock here shows
FIRST_YEAR, LAST_YEAR = YEARS
# A series of another zone, whose hours move against ours, is kept as single dates.
AHEAD, BEHIND, MAX_DATES = timedelta(days=731), timedelta(days=31), 300
MIDNIGHT, LAST_MINUTE = time(), time(23, 59)


class UnreadableTimes(ValueError):
    """When this takes place cannot be read."""


@dataclass(frozen=True)
class Span:
    """Start and end of one date; all-day: the last day, inclusive. None without an end of its own."""

    start: Local
    end: Local | None
    all_day: bool

    @property
    def length(self) -> timedelta | None:
        """How long it lasts by the clock."""
        return self.end - self.start if self.end is not None else None

    def key(self, moment: Local) -> str:
        """A moment as timing and changes write it."""
        if not self.all_day and not isinstance(moment, datetime):
            moment = datetime.combine(moment, self.start.time() if isinstance(self.start, datetime) else MIDNIGHT)
        return write(moment, all_day=self.all_day)


@dataclass
class Times:
    """What a VEVENT and its changed dates say together. `moving`: true a month, then more dates are known."""

    timing: Row
    changes: list[Row] = field(default_factory=list)
    moving: bool = False


def write(moment: Local, *, all_day: bool) -> str:
    """A moment as text: "2026-12-08T14:30", all-day "2026-12-08"."""
    if all_day or not isinstance(moment, datetime):
        return f"{moment:%Y-%m-%d}"
    return f"{moment:%Y-%m-%dT%H:%M}"


def read_times(master: Any, others: Iterable[Any], zones: Zones, today: date) -> Times:
    """The times of an event and of its changed dates. Raises UnreadableTimes."""
    span = read_span(master, zones)
    times = Times(
        {
            "start": write(span.start, all_day=span.all_day),
            "end": write(span.end, all_day=span.all_day) if span.end is not None else None,
            "all_day": span.all_day,
            "rrule": None,
            "excluded": [],
            "extra": [],
        }
    )
    begin, rule = _moment(master, "DTSTART", zones), _rule_text(master)
    if rule and _shows_our_time(begin):
        times.timing["rrule"] = _ours(rule, span)
    elif rule and isinstance(begin, datetime):
        _spell_out(times, rule, begin, today)
    excluded = [span.key(moment) for moment in _moments(master, "EXDATE", zones)]
    times.timing["excluded"] = [{"at": at, "reason": None} for at in _latest(excluded, today)]
    extra = [span.key(moment) for moment in _moments(master, "RDATE", zones)]
    times.timing["extra"] = _latest([*times.timing["extra"], *extra], today)
    changes = {change["at"]: change for other in others if (change := _change(other, master, span, zones))}
    lasting = {at for at, change in changes.items() if change["following"]}
    kept = {*lasting, *_latest(changes.keys() - lasting, today, MAX_DATES - len(lasting))}
    times.changes = [change for at, change in changes.items() if at in kept]
    return _without_misses(times)


def _latest(dates: Iterable[str], today: date, most: int = MAX_DATES) -> list[str]:
    """In order and once, as many as an event may have. Old calendars name more, of years that nobody looks at; one that
    needs more than these would say that something takes place which does not."""
    found = sorted(set(dates))
    surplus = max(0, len(found) - most)
    if most < 0 or (surplus and found[surplus - 1] >= f"{today - BEHIND}"):
        raise UnreadableTimes("It has too many single dates.")
    return found[surplus:]


def _without_misses(times: Times) -> Times:
    """Without exceptions and changes that hit no date: calendars keep them when a series has moved."""
    try:
        missed = {miss["at"] for miss in misses(read_series(times.timing, times.changes))}
    except BadTiming as error:
        raise UnreadableTimes(str(error)) from error
    times.timing["excluded"] = [one for one in times.timing["excluded"] if one["at"] not in missed]
    times.changes = [one for one in times.changes if one["at"] not in missed]
    return times


def read_span(event: Any, zones: Zones) -> Span:
    """Start and end. Raises UnreadableTimes without a usable start; an end that lies before it is none."""
    start, end = _moment(event, "DTSTART", zones), _end(event, zones)
    if start is None:
        raise UnreadableTimes("It has no start.")
    if not isinstance(start, datetime):
        last = _days(end) - timedelta(days=1) if end is not None else start
        return Span(_sensible(start), last if last > start else None, all_day=True)
    here = local(start)
    until = local(end) if end is not None else None
    if until is not None and not isinstance(until, datetime):
        until = datetime.combine(until, MIDNIGHT)
    if not isinstance(here, datetime) or until is None or until <= here:
        return _maybe_whole_day(event, here)
    whole = wording.text(event, "X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE" or until.time() in (
        MIDNIGHT,
        LAST_MINUTE,
    )
    if here.time() == MIDNIGHT and whole:
        last = until.date() - timedelta(days=until.time() == MIDNIGHT)
        return Span(here.date(), last if last > here.date() else None, all_day=True)
    return Span(here, until, all_day=False)


def local(moment: Local) -> Local:
    """What a clock here shows then, to the minute (rounded up: 23:59:59 is the end of a day). A day stays a day."""
    _sensible(moment)
    if not isinstance(moment, datetime):
        return moment
    found = wall(moment)
    return found.replace(second=0, microsecond=0) + timedelta(minutes=found.second > 0)


def recurrence_id(event: Any, zones: Zones) -> Local | None:
    """Which date of its series this is about."""
    moment = _moment(event, "RECURRENCE-ID", zones)
    return local(moment) if moment is not None else None


def _maybe_whole_day(event: Any, here: Local) -> Span:
    if wording.text(event, "X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE":
        return Span(_days(here), None, all_day=True)
    return Span(here, None, all_day=False)


def _change(other: Any, master: Any, span: Span, zones: Zones) -> Row | None:
    """One changed date, or None for one that cannot be read."""
    try:
        found = recurrence_id(other, zones)
        own = read_span(other, zones) if other.get("DTSTART") is not None else None
    except UnreadableTimes:
        return None
    if found is None:
        return None
    at = datetime.fromisoformat(span.key(found)) if not span.all_day else _days(found)
    following = str(other["RECURRENCE-ID"].params.get("RANGE", "")).upper() == "THISANDFUTURE"
    start, end = _moved(own, at, span, following=following) if own is not None else (None, None)
    title, place, usual = wording.title_of(other), wording.place_of(other), wording.place_of(master)
    return {
        "at": span.key(at),
        "following": following,
        "status": "cancelled" if wording.is_cancelled(other) else "scheduled",
        "note": wording.note_of(other, master),
        "start": start,
        "end": end,
        "title": title if title and title != wording.title_of(master) else None,
        "place_name": place["name"] if place and place["name"] != (usual or {}).get("name") else None,
    }


def _moved(own: Span, at: Local, span: Span, *, following: bool) -> tuple[str | None, str | None]:
    """Where a date lies now, as far as it differs."""
    start, end = own.start, own.end
    if span.all_day:
        start, end = _days(start), _days(end) if end is not None else None
    elif own.all_day:
        start = datetime.combine(_days(start), MIDNIGHT)
        end = datetime.combine(_days(end or start), LAST_MINUTE)
    if following and start != at:
        # This and all following: the day stays, the time of day is new.
        shift = _days(at) - _days(start)
        start, end = start + shift, end + shift if end is not None else None
    usual = start + span.length if span.length is not None else None
    moved = start != at
    return (
        span.key(start) if moved else None,
        span.key(end) if end is not None and (moved or end != usual) else None,
    )


def _rule_text(master: Any) -> str | None:
    rules = master.get("RRULE")
    if isinstance(rules, list) or master.get("EXRULE") is not None:
        raise UnreadableTimes("Several rules together are not possible.")
    if any(name in ("RRULE", "EXDATE") for name, _reason in master.errors):
        raise UnreadableTimes("Its rule or its exceptions cannot be read.")
    return rules.to_ical().decode("utf-8", "replace") if rules else None


def _ours(rule: str, span: Span) -> str:
    return write_rule(_read(rule, span.start), all_day=span.all_day)


def _read(rule: str, start: Local) -> Rule:
    begin = start if isinstance(start, datetime) else datetime.combine(start, MIDNIGHT)
    try:
        return read_rule(rule, begin)
    except BadRule as error:
        raise UnreadableTimes(str(error)) from error


def _spell_out(times: Times, text: str, start: datetime, today: date) -> None:
    """A series whose hours move against ours, as single dates: the rule is followed by its own clock."""
    begin = start.replace(tzinfo=None)
    rule, since = _read(text, begin), max(begin.date(), today.replace(day=1) - BEHIND)
    days = list(islice(rule.days(begin.date(), since, today.replace(day=1) + AHEAD), MAX_DATES + 1))
    if len(days) > MAX_DATES:
        raise UnreadableTimes("It has too many dates.")
    times.moving = rule.endless
    if not days:
        return
    dates = [local(datetime.combine(day, begin.time(), start.tzinfo)) for day in days]
    length = _length(times.timing)
    times.timing["start"] = write(dates[0], all_day=False)
    times.timing["end"] = write(dates[0] + length, all_day=False) if length is not None else None
    times.timing["extra"] = [write(moment, all_day=False) for moment in dates[1:]]


def _length(timing: Row) -> timedelta | None:
    if timing["end"] is None:
        return None
    return datetime.fromisoformat(timing["end"]) - datetime.fromisoformat(timing["start"])


def _shows_our_time(start: Local | None) -> bool:
    """Whether clocks of this zone show what ours show, in summer and in winter."""
    if not isinstance(start, datetime) or start.tzinfo is BERLIN:
        return True
    weeks = (start + timedelta(weeks=number) for number in range(53))
    return all(week.utcoffset() == week.replace(tzinfo=BERLIN).utcoffset() for week in weeks)


def _moments(event: Any, name: str, zones: Zones) -> list[Local]:
    found = []
    for one in wording.values(event, name):
        for value in getattr(one, "dts", ()):
            if isinstance(value.dt, tuple):
                value = vDDDTypes(value.dt[0])
            if (moment := zones.moment(value, one.params)) is not None:
                found.append(local(moment))
    return found


def _moment(event: Any, name: str, zones: Zones) -> Local | None:
    return zones.moment(next(iter(wording.values(event, name)), None))


def _end(event: Any, zones: Zones) -> Local | None:
    end = _moment(event, "DTEND", zones)
    if end is not None:
        return end
    start = _moment(event, "DTSTART", zones)
    length = next((value.dt for value in wording.values(event, "DURATION")), None)
    if start is None or not isinstance(length, timedelta):
        return None
    try:
        return start + length
    except OverflowError as error:
        raise UnreadableTimes("It lasts too long.") from error


def _days(moment: Local) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _sensible(moment: Local) -> Local:
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise UnreadableTimes("It lies too far away.")
    return moment
