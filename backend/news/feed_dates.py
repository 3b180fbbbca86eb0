# SPDX-License-Identifier: EUPL-1.2
"""Dates as feeds write them: RFC 822, ISO 8601, German. A date without a zone is a clock in Germany. Pure functions."""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

from backend.instants import BERLIN

_MONTHS = {
    "januar": "Jan", "jänner": "Jan", "februar": "Feb", "märz": "Mar", "maerz": "Mar", "mär": "Mar", "mrz": "Mar",
    "april": "Apr", "mai": "May", "juni": "Jun", "juli": "Jul", "august": "Aug", "september": "Sep", "sept": "Sep",
    "oktober": "Oct", "okt": "Oct", "november": "Nov", "dezember": "Dec", "dez": "Dec",
}  # fmt: skip
_WORD = re.compile(r"[A-Za-zÄÖÜäöü]+")
_DOTTED = re.compile(
    r"(?:\w+,?\s+)?(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:,?\s+(?:um\s+)?(\d{1,2})[:.](\d{2})(?::(\d{2}))?)?"
)
_ZONE = re.compile(r"(?:[+-]\d{4}|\b(?:UTC?|GMT|Z|[ECMP][SD]T))$")
_ISO = re.compile(r"\d{4}-?\d{2}-?\d{2}(?:[T ].*)?")


def read_date(text: object) -> datetime | None:
    """A date in words → an instant in UTC; None for a missing, unreadable or absurd one (before 1990, after 2100)."""
    if not isinstance(text, str) or not text.strip():
        return None
    value = " ".join(text.split())
    try:
        moment = _iso(value) or _dotted(value) or _rfc822(value)
        if moment is None:
            return None
        # "Europe/Berlin" decides here whether it was summer time.
        moment = moment.replace(tzinfo=BERLIN) if moment.tzinfo is None else moment
        instant = moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return instant if 1990 <= instant.year < 2100 else None


def _iso(value: str) -> datetime | None:
    if not _ISO.fullmatch(value):
        return None
    # Fractions longer than microseconds and "+0200" are common; fromisoformat reads both.
    return datetime.fromisoformat(value.replace(" +", "+").upper().replace(" UTC", "Z").replace(" GMT", "Z"))


def _dotted(value: str) -> datetime | None:
    match = _DOTTED.match(value)
    if not match:
        return None
    day, month, year, hour, minute, second = (int(part) if part else 0 for part in match.groups())
    return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - the caller adds the zone


def _rfc822(value: str) -> datetime | None:
    english = _WORD.sub(lambda word: _MONTHS.get(word[0].casefold(), word[0]), value)
    english = re.sub(r"^[^\W\d]+\.,\s", "", re.sub(r"(\d)\.\s", r"\1 ", english))
    parsed = parsedate_tz(english)
    if parsed is None:
        return None
    moment = datetime(*parsed[:6])  # noqa: DTZ001 - the zone follows, if there is one
    # parsedate_tz says 0 for GMT and for a missing or unknown zone alike; "MEZ" and "CEST" are ours anyway.
    if not _ZONE.search(english):
        return moment
    return moment.replace(tzinfo=timezone(timedelta(seconds=parsed[9] or 0)))
