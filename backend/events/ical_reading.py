# SPDX-License-Identifier: EUPL-1.2
"""From the bytes of an iCalendar feed (RFC 5545) to events in our own words. Pure: no network, no database.

icalendar reads what is nearly right; an event that cannot be read is left out and counted, a calendar that breaks off
is none.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime, tzinfo
from typing import Any

from icalendar import Calendar as Components

from backend.events import ical_wording as wording
from backend.events.ical_timing import UnreadableTimes, read_span, read_times, recurrence_id, write
from backend.events.ical_zones import Zones, home_of, split_zones
from backend.importing import Unreadable

Row = dict[str, Any]
# Part of each event's hash and of the stored validators: raise it when a change of the reader should reach events that
# were imported before, also from feeds that have not changed since.
READER = 1
MAX_EVENTS, MAX_LINES, UID = 5000, 100_000, 500

_FOLD = re.compile(rb"\n[ \t]")
_BEGIN, _END = (re.compile(rf"^{word}:([\w-]+)", re.MULTILINE | re.IGNORECASE) for word in ("BEGIN", "END"))
_PROPERTY = re.compile(r"[A-Za-z][A-Za-z0-9-]*[;:]")
_CHARSET = re.compile(r"charset=\"?([\w-]+)", re.IGNORECASE)


class UnreadableCalendar(Unreadable):
    """These bytes are not a whole calendar; the message says so in plain words."""

    def __init__(self, message: str, reason: str = "not-a-calendar") -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True)
class Entry:
    """One event of a calendar, cleaned. `uid` is never empty; `timing`, `changes`, `organiser`, `place` and `links` as
    events keep them."""

    uid: str
    title: str
    body: str
    timing: Row
    changes: list[Row]
    cancelled: bool
    organiser: Row | None
    place: Row | None
    links: list[Row]
    tags: list[str]
    url: str | None

    @property
    def hash(self) -> str:
        """Changes when anything changes that we show."""
        shown = asdict(self) | {"uid": None, "reader": READER}
        return hashlib.sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()[:48]


@dataclass(frozen=True)
class Calendar:
    """The readable events, and how many were unreadable. `moving`: the same bytes will say more in a month."""

    entries: list[Entry]
    skipped: int
    moving: bool


def read_calendar(body: bytes, content_type: str | None, today: date) -> Calendar:
    """Read a calendar. Events that their authors keep to themselves are left out. Raises UnreadableCalendar."""
    text = _decode(body, content_type)
    _check_whole(text)
    calendars, own = _parse(text)
    entries: dict[str, Entry] = {}
    skipped, moving = 0, False
    for calendar in calendars:
        zones = Zones(home_of(wording.text(calendar, "X-WR-TIMEZONE")), own)
        cancelled = wording.text(calendar, "METHOD").upper() == "CANCEL"
        for uid, master, others in _grouped(calendar, zones):
            if not wording.is_public(master):
                continue
            shown = [other for other in others if wording.is_public(other)]
            try:
                times = read_times(master, shown, zones, today)
                title = wording.title_of(master)
            except UnreadableTimes:
                title = ""
            # Events are a stranger's input to many parsers: one that trips them is left out, the others come in.
            except Exception:
                title = ""
            if not title:
                skipped += 1
                continue
            moving |= times.moving
            entry = Entry(
                uid=uid,
                title=title,
                body=wording.body_of(master),
                timing=times.timing,
                changes=times.changes,
                cancelled=cancelled or wording.is_cancelled(master),
                organiser=wording.organiser_of(master),
                place=wording.place_of(master),
                links=wording.links_of(master),
                tags=wording.tags_of(master),
                url=wording.link_of(master),
            )
            entries.setdefault(uid, entry)
    return Calendar(list(entries.values()), skipped, moving)


def _decode(body: bytes, content_type: str | None) -> str:
    if body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        body = body.decode("utf-16", "replace").encode()
    # Before decoding: programs fold in the middle of a letter.
    body = _FOLD.sub(b"", body.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n"))
    named = _CHARSET.search(content_type or "")
    for encoding in ("utf-8", named[1] if named else "cp1252", "cp1252"):
        try:
            return body.decode(encoding).strip().replace("\0", "")
        except (UnicodeDecodeError, LookupError):
            continue
    return body.decode("utf-8", "replace").strip().replace("\0", "")


def _check_whole(text: str) -> None:
    if not text[:200].upper().startswith("BEGIN:VCALENDAR"):
        raise UnreadableCalendar("The answer is not a calendar.")
    begun, ended = (Counter(name.upper() for name in mark.findall(text)) for mark in (_BEGIN, _END))
    if begun != ended or not text[-100:].upper().endswith("END:VCALENDAR"):
        raise UnreadableCalendar("The calendar breaks off: not all of its parts have an end.", "broken-off")
    if begun["VEVENT"] > MAX_EVENTS or text.count("\n") > MAX_LINES:
        raise UnreadableCalendar(f"The calendar has more than {MAX_EVENTS} events or too many lines.", "too-large")


def _parse(text: str) -> tuple[list[Any], dict[str, tzinfo]]:
    lines: list[str] = []
    for line in text.split("\n"):
        if _PROPERTY.match(line):
            lines.append(f"\n{line}")
        elif line.strip():
            # A line break inside of a text that its program forgot to write as one.
            lines.append(f"\\n{line}")
    source, zones = split_zones("".join([*lines, "\n"]).lstrip())
    try:
        found = list(Components.from_ical(source, multiple=True))
    # What a foreign server sends can trip the parser anywhere.
    except Exception as error:
        raise UnreadableCalendar("The calendar cannot be read.") from error
    if any(component.name != "VCALENDAR" for component in found):
        raise UnreadableCalendar("The calendar cannot be read: its parts lie in each other.")
    return found, zones


def _grouped(calendar: Any, zones: Zones) -> Iterator[tuple[str, Any, list[Any]]]:
    """Each event with the changes to single dates of it, under a uid of its own."""
    groups: dict[str, list[Any]] = {}
    for event in calendar.walk("VEVENT"):
        uid = wording.text(event, "UID").strip()
        groups.setdefault(uid or f"\0{len(groups)}", []).append(event)
    for uid, events in groups.items():
        masters = [event for event in events if event.get("RECURRENCE-ID") is None]
        others = [event for event in events if event.get("RECURRENCE-ID") is not None]
        if len(masters) == 1 and not uid.startswith("\0"):
            yield _short(uid), masters[0], others
        elif masters:
            yield from _told_apart(uid, masters, others, zones)
        else:
            # Somebody was invited to single dates of a series.
            for other in others:
                yield _short(f"{uid}#{_moment(recurrence_id, other, zones)}"), other, []


def _told_apart(uid: str, masters: list[Any], others: list[Any], zones: Zones) -> Iterator[tuple[str, Any, list[Any]]]:
    """Several events of one uid, or without: versions of the same one, of which the latest holds, or different ones."""
    by_name: dict[str, list[Any]] = {}
    for master in masters:
        start = _moment(lambda event, zones: read_span(event, zones).start, master, zones)
        by_name.setdefault(f"{start} {wording.title_of(master)}", []).append(master)
    for position, (name, versions) in enumerate(by_name.items()):
        latest = max(versions, key=lambda event: (_number(event, "SEQUENCE"), wording.text(event, "LAST-MODIFIED")))
        own = (
            f"title:{_digest(name)}" if uid.startswith("\0") else uid if len(by_name) == 1 else f"{uid}#{_digest(name)}"
        )
        yield _short(own), latest, others if position == 0 else []


def _moment(read: Any, event: Any, zones: Zones) -> str:
    try:
        moment = read(event, zones)
    except UnreadableTimes:
        return ""
    return write(moment, all_day=not isinstance(moment, datetime)) if moment is not None else ""


def _number(event: Any, name: str) -> int:
    text = wording.text(event, name).strip()
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _short(uid: str) -> str:
    return uid if len(uid) <= UID else f"sha256:{_digest(uid)}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:40]
