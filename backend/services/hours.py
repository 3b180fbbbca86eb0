# SPDX-License-Identifier: EUPL-1.2
"""When an office is open, in the municipality's time. Pure: plain values in, plain values out.

`pwa/src/services/hours.ts` says the same on the phone; tests/services/hours.json holds both to it. On a day hold: the
exception that covers it (of several the shortest, then the last), else closed on a public holiday, else the weekly
hours. Spans that touch or overlap are one if they have the same note.
"""

import enum
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from backend.instants import BERLIN

# How far ahead somebody may look for the day on which it opens again.
AHEAD = timedelta(days=366)


class Block(NamedTuple):
    """Open from when to when ("09:00"; the day ends at "24:00"), and under which condition ("nur mit Termin")."""

    since: str
    to: str
    note: str


class Why(enum.StrEnum):
    """What decides over a day."""

    USUAL = "usual"
    EXCEPTION = "exception"
    HOLIDAY = "holiday"


class Day(NamedTuple):
    """One day: when it is open (nothing: closed), why so, and what an exception says about it."""

    blocks: tuple[Block, ...]
    why: Why
    text: str


class Opening(NamedTuple):
    """When it opens next."""

    day: date
    time: str


class State(enum.StrEnum):
    """What a card says of an office now."""

    OPEN = "open"
    LATER = "later"  # it opens today, or opens again
    CLOSED = "closed"  # for the rest of the day
    ARRANGED = "arranged"  # there are no weekly hours: by arrangement


class Now(NamedTuple):
    """An office at a moment. `until` and `note` only while it is open; `opens` only while it is not."""

    state: State
    until: str | None
    note: str
    opens: Opening | None
    today: Day


@dataclass(frozen=True, slots=True)
class Times:
    """The hours of an office as its row has them, and the public holidays where it is."""

    hours: Sequence[Mapping[str, Any]]
    exceptions: Sequence[Mapping[str, Any]]
    holidays: Collection[date]

    def on(self, day: date) -> Day:
        """What holds on a day."""
        exception = self._exception(day)
        if exception is not None:
            spans = () if exception["closed"] else exception["hours"]
            return Day(_blocks(spans), Why.EXCEPTION, exception["text"])
        if day in self.holidays:
            return Day((), Why.HOLIDAY, "")
        return Day(_blocks(span for span in self.hours if day.weekday() in span["days"]), Why.USUAL, "")

    def at(self, instant: datetime) -> Now:
        """What holds at an instant."""
        local = instant.astimezone(BERLIN)
        today, time = self.on(local.date()), local.strftime("%H:%M")
        for block in today.blocks:
            if block.since <= time < block.to:
                return Now(State.OPEN, block.to, block.note, None, today)
        for block in today.blocks:
            if time < block.since:
                return Now(State.LATER, None, "", Opening(local.date(), block.since), today)
        if not self.hours and today.why is Why.USUAL:
            return Now(State.ARRANGED, None, "", self.next_after(local.date()), today)
        return Now(State.CLOSED, None, "", self.next_after(local.date()), today)

    def next_after(self, day: date) -> Opening | None:
        """When it opens first on a later day; None if it does not within a year."""
        for number in range(1, AHEAD.days + 1):
            later = day + timedelta(days=number)
            if blocks := self.on(later).blocks:
                return Opening(later, blocks[0].since)
        return None

    def _exception(self, day: date) -> Mapping[str, Any] | None:
        found, shortest = None, timedelta.max
        for exception in self.exceptions:
            first, last = date.fromisoformat(exception["first_day"]), date.fromisoformat(exception["last_day"])
            if first <= day <= last and last - first <= shortest:
                found, shortest = exception, last - first
        return found


def _blocks(spans: Iterable[Mapping[str, Any]]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for block in sorted(Block(span["from"], span["to"], span.get("note", "")) for span in spans):
        last = blocks[-1] if blocks else None
        if last is not None and block.since <= last.to and block.note == last.note:
            blocks[-1] = last._replace(to=max(last.to, block.to))
        elif block.since < block.to:
            blocks.append(block)
    return tuple(blocks)
