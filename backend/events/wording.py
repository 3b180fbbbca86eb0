# SPDX-License-Identifier: EUPL-1.2
"""Dates in German words, for messages and shared links: the app itself words them in its own language. Pure."""

from datetime import date, datetime

from backend.events.models import EventStatus
from backend.events.walltime import wall

PREFIX = {EventStatus.CANCELLED: "Abgesagt: ", EventStatus.POSTPONED: "Verschoben: "}
DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip


def in_words(starts_at: datetime, first_day: date, last_day: date, *, all_day: bool) -> str:
    """ "Freitag, 12. Juni 2026, 20:00 Uhr"; of several days the first and the last."""
    if last_day > first_day:
        return f"{_day(first_day)} bis {_day(last_day)} {last_day.year}"
    words = f"{_day(first_day)} {first_day.year}"
    return words if all_day else f"{words}, {wall(starts_at):%H:%M} Uhr"


def _day(day: date) -> str:
    return f"{DAYS[day.weekday()]}, {day.day}. {MONTHS[day.month - 1]}"
