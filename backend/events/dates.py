# SPDX-License-Identifier: EUPL-1.2
"""The dates of an event while somebody edits it: checked, put in their normal form, looked at before they are public.
Pure; knows no database."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from backend.editing.contents import line_or_none
from backend.events.recurrence import Planned, Series
from backend.events.series import BadTiming, has_dates, misses, read_series, write_timing
from backend.events.walltime import today
from backend.problems import Invalid

Row = dict[str, Any]
MOVED_ON = timedelta(days=62)  # a date that was before today may have been put off until after it
SHOWN = 10
MOST_SHOWN = 60  # with cancelled and excluded ones
FIRST_STEP, LONGEST_STEP = timedelta(days=32), timedelta(days=4 * 366)
LAST_YEAR = 2100  # as far as dates are accepted
NO_DATE = "There is no date of this event then."


def accept(timing: Row, changes: list[Row]) -> Row:
    """What a client sends → `timing` and `changes` of content. Without a start nothing can be checked yet. Raises
    Invalid by field, also for exceptions and changes that hit no date."""
    timing = timing | {"excluded": [one | {"reason": line_or_none(one["reason"])} for one in timing["excluded"]]}
    changes = [one | {name: line_or_none(one[name]) for name in ("note", "title", "place_name")} for one in changes]
    if timing["start"] is None:
        return {"timing": timing, "changes": changes}
    try:
        series = read_series(timing, changes, strict=True)
    except BadTiming as error:
        raise _invalid(error.problems) from error
    lost = {miss["at"] for miss in misses(series)}
    if lost:
        raise _invalid(
            {f"excluded.{number}.at": NO_DATE for number, one in enumerate(timing["excluded"]) if one["at"] in lost}
            | {f"changes.{number}.at": NO_DATE for number, one in enumerate(changes) if one["at"] in lost}
        )
    return {"timing": write_timing(series, timing), "changes": sorted(changes, key=_order)}


def look_ahead(timing: Row, changes: list[Row], now: datetime) -> Row:
    """The next ten dates that take place and what lies between them; or why there are none."""
    try:
        series = read_series(timing, changes, strict=True)
    except BadTiming as error:
        return {"dates": [], "total": None, "problems": error.problems, "misses": []}
    count, shown = 0, []
    for one in _coming(series, now):
        count += one.takes_place
        shown.append(_as_dict(one, count if one.takes_place else None))
        if count == SHOWN or len(shown) == MOST_SHOWN:
            break
    return {"dates": shown, "total": _total(series), "problems": {}, "misses": misses(series)}


def next_date(timing: Row, changes: list[Row], now: datetime) -> Row | None:
    """The date that runs or comes next, also a cancelled one; None for what is over or has no date yet."""
    try:
        series = read_series(timing, changes)
    except BadTiming:
        return None
    coming = next((one for one in _coming(series, now) if not one.excluded), None)
    if coming is None:
        return None
    return {"starts_at": coming.starts_at, "all_day": coming.all_day, "first_day": coming.first_day}


def lacks(timing: Row, changes: list[Row]) -> str | None:
    """Why nobody can be told when it takes place."""
    try:
        series = read_series(timing, changes)
    except BadTiming as error:
        return next(iter(error.problems.values()))
    return None if has_dates(series) else "Every date is excluded."


def recurring(timing: Row) -> bool:
    """Whether it is a series."""
    return bool(timing["rrule"] or timing["extra"])


def _coming(series: Series, now: datetime) -> Iterator[Planned]:
    """What is not over yet, by its start; looked for in steps that grow, because the next date is mostly near."""
    since, last, step = today(now) - MOVED_ON, series.last_day(), FIRST_STEP
    shown: set[datetime] = set()
    while since.year <= LAST_YEAR and (last is None or since <= last + LONGEST_STEP):
        for one in series.dates(since, min(since + step, date(LAST_YEAR, 12, 31))):
            if one.at not in shown and (one.ends_at or one.starts_at) >= now:
                shown.add(one.at)
                yield one
        since, step = since + step + timedelta(days=1), min(2 * step, LONGEST_STEP)


def _total(series: Series) -> int | None:
    last = series.last_day()
    if last is None:
        return None
    return sum(one.takes_place for one in series.dates(series.start.date(), last))


def _as_dict(one: Planned, number: int | None) -> Row:
    return {
        "n": number,
        "date": one.key,
        "starts_at": one.starts_at,
        "ends_at": one.ends_at,
        "first_day": one.first_day,
        "last_day": one.last_day,
        "all_day": one.all_day,
        "status": one.status.value,
        "note": one.note,
        "changed": one.changed,
        "excluded": one.excluded,
        "excluded_reason": one.reason,
    }


def _order(change: Row) -> tuple[str, bool]:
    return change["at"], not change["following"]


def _invalid(problems: dict[str, str]) -> Invalid:
    """Sentences by dotted field → errors as the API nests them; changes stand beside timing."""
    errors: Row = {}
    for name, sentence in problems.items():
        path = name.split(".")
        where = errors
        for part in path[:-1] if path[0] == "changes" else ["timing", *path[:-1]]:
            below = where.setdefault(part, {})
            where = below if isinstance(below, dict) else {}
        where[path[-1]] = [sentence]
    return Invalid("These dates are not possible.", errors)
