# SPDX-License-Identifier: EUPL-1.2
"""Calendars for tests: the exports beside this file, and small ones written line by line."""

from datetime import date
from pathlib import Path

from backend.events.ical_reading import Calendar, Entry, read_calendar

FOLDER = Path(__file__).parent / "calendars"
TODAY = date(2026, 11, 23)


def exported(name: str) -> bytes:
    """A calendar as its program exports it, with the line ends of the standard."""
    return (FOLDER / f"{name}.ics").read_bytes().replace(b"\n", b"\r\n")


def event(
    *lines: str, uid: str | None = "eins", start: str | None = "DTSTART;TZID=Europe/Berlin:20261212T190000"
) -> str:
    """A VEVENT with these lines."""
    own = [f"UID:{uid}"] if uid is not None else []
    begin = [start] if start else []
    title = [] if any(line.startswith("SUMMARY") for line in lines) else ["SUMMARY:Konzert"]
    return "\r\n".join(["BEGIN:VEVENT", *own, *begin, *title, *lines, "END:VEVENT", ""])


def calendar(*events: str, head: str = "") -> bytes:
    """A calendar with these events."""
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//DE\r\n{head}{''.join(events)}END:VCALENDAR\r\n".encode()


def read(body: bytes, content_type: str | None = "text/calendar; charset=utf-8") -> Calendar:
    """The calendar as the import sees it."""
    return read_calendar(body, content_type, TODAY)


def only(*lines: str, head: str = "", start: str | None = "DTSTART;TZID=Europe/Berlin:20261212T190000") -> Entry:
    """The one event of a calendar with these lines."""
    found = read(calendar(event(*lines, start=start), head=head))
    assert found.skipped == 0
    (entry,) = found.entries
    return entry
