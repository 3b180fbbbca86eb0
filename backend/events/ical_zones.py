# SPDX-License-Identifier: EUPL-1.2
"""The time zones that a calendar brings along (VTIMEZONE, RFC 5545). Pure.

icalendar would keep them for the whole process: what one calendar calls "Customized Time Zone" would hold for the next
one, of another municipality. So they are taken out before it reads a calendar, and asked for here.
"""

import re
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Timezone, vBroken

from backend.instants import BERLIN

# No zone lies in another one: to look for the end beyond the next beginning would take a hostile calendar minutes.
# Without possessive repetition, which Python 3.11.2 (Debian 12) gets wrong: it finds no zone at all.
_ZONE = re.compile(
    r"^BEGIN:VTIMEZONE\n(?:(?!(?:BEGIN|END):VTIMEZONE).*\n)*END:VTIMEZONE\n", re.MULTILINE | re.IGNORECASE
)
_NAME = re.compile(r"^TZID[^:\n]*:(.+)$", re.MULTILINE | re.IGNORECASE)
# Zones change by the year; to follow another rule from the year 1601 on would take a worker hours.
_ODD = re.compile(r"^RRULE[:;](?!.*\bFREQ=YEARLY\b)|\bBY(?:HOUR|MINUTE|SECOND)\b", re.MULTILINE | re.IGNORECASE)
# Under this name icalendar may keep one: nobody asks for it.
_NOBODYS = "sva:nobody"
MOST = 50


@dataclass(frozen=True)
class Zones:
    """The clocks of a calendar: `home` is that of times without a zone, `own` are those it describes itself."""

    home: tzinfo = BERLIN
    own: dict[str, tzinfo] = field(default_factory=dict)

    def moment(self, value: Any, params: Any = None) -> date | datetime | None:
        """The moment of a property: a day, an instant, or a time by the clock of `home`; None for one that cannot be
        read."""
        if value is None or isinstance(value, vBroken):
            return None
        moment, said = getattr(value, "dt", None), params if params is not None else value.params
        if not isinstance(moment, datetime):
            return moment if isinstance(moment, date) else None
        if str(said.get("VALUE", "")).upper() == "DATE":
            return moment.date()
        if moment.tzinfo is None:
            return moment.replace(tzinfo=self.own.get(str(said.get("TZID", "")).strip(), self.home))
        return moment


def split_zones(source: str) -> tuple[str, dict[str, tzinfo]]:
    """A calendar without its zones, and those that make sense by their name."""
    found: dict[str, tzinfo] = {}
    for block in _ZONE.findall(source)[:MOST]:
        name = _NAME.search(block)
        if name is None or _ODD.search(block):
            continue
        # What a foreign server sends can trip the parser anywhere; the name of the zone may be known all the same.
        with suppress(Exception):
            component: Any = Timezone.from_ical(_NAME.sub(f"TZID:{_NOBODYS}", block))
            found.setdefault(name[1].strip(), component.to_tz(lookup_tzid=False))
    return _ZONE.sub("", source), found


def home_of(name: str) -> tzinfo:
    """The zone of this name, or ours."""
    try:
        return ZoneInfo(name.strip() or BERLIN.key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return BERLIN
