# SPDX-License-Identifier: EUPL-1.2
"""Opening hours as a tenant file has them, a line for days with the same hours: "Di, Do 9-12, 13-18 (nur mit Termin)".
Pure: lines in, spans out, and back."""

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

Row = dict[str, Any]
DAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
EXAMPLE, DAY_EXAMPLE = "Di, Do 9-12, 13-18 (nur mit Termin)", "10-12"
_DAY = "|".join(DAYS)
_LINE = re.compile(rf"((?:{_DAY})(?:\s*-\s*(?:{_DAY}))?(?:\s*,\s*(?:{_DAY})(?:\s*-\s*(?:{_DAY}))?)*)\s*:?\s+(.+)")
_CLOCK = r"(\d{1,2})(?:[:.](\d{2}))?"
_SPAN = re.compile(rf"{_CLOCK}\s*[-–]\s*{_CLOCK}(?:\s*Uhr)?\s*(?:\(([^()]*)\))?")
_BETWEEN = re.compile(r"\s*,\s*(?![^()]*\))")
_END = 24 * 60


class Unclear(ValueError):
    """A line that says no hours; the message says why."""


def read_week(lines: Iterable[str]) -> list[Row]:
    """Lines with days → [{days (0 is Monday), from, to ("09:00"), note}]. Raises Unclear."""
    found: list[Row] = []
    for line in lines:
        match = _LINE.fullmatch(line.strip())
        if match is None:
            raise Unclear(f'"{line}" names no days and hours.')
        found += [{"days": _days(match[1]), **span} for span in read_spans(match[2])]
    return found


def read_spans(text: str) -> list[Row]:
    """The hours of one day → [{from, to, note}]. Raises Unclear."""
    found = []
    for part in _BETWEEN.split(text.strip()):
        match = _SPAN.fullmatch(part)
        if match is None:
            raise Unclear(f'"{part}" is not from when to when.')
        since, to = _minutes(match[1], match[2]), _minutes(match[3], match[4])
        if since >= to or to > _END:
            raise Unclear(f'"{part}" does not end after it begins, on the same day.')
        found.append({"from": _clock(since), "to": _clock(to), "note": (match[5] or "").strip()})
    return found


def write_week(hours: Iterable[Mapping[str, Any]]) -> list[str]:
    """What `read_week` reads as the same."""
    return [
        f"{', '.join(DAYS[day] for day in days)} {write_spans(spans)}"
        for days, spans in groupby(hours, key=lambda span: list(span["days"]))
    ]


def write_spans(spans: Iterable[Mapping[str, Any]]) -> str:
    """What `read_spans` reads as the same."""
    return ", ".join(_written(span) for span in spans)


def _written(span: Mapping[str, Any]) -> str:
    note = re.sub(r"[()]", "", span.get("note") or "")
    return f"{span['from']}-{span['to']}" + (f" ({note})" if note else "")


def _days(text: str) -> list[int]:
    found: set[int] = set()
    for part in text.split(","):
        days = [DAYS.index(day.strip()) for day in part.split("-")]
        if days[0] > days[-1]:
            raise Unclear(f'"{part.strip()}" runs backwards.')
        found |= set(range(days[0], days[-1] + 1))
    return sorted(found)


def _minutes(hours: str, minutes: str | None) -> int:
    if int(minutes or 0) > 59:
        raise Unclear(f'"{hours}:{minutes}" is no time.')
    return int(hours) * 60 + int(minutes or 0)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
