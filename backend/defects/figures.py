# SPDX-License-Identifier: EUPL-1.2
"""The reporter in figures, for everybody: how much is open, and how the promise is kept. Knows no request.

What is deleted stays in the count: `DefectFigure` keeps a row of it that names no person and no place.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from statistics import median
from typing import Any, NamedTuple

from sqlalchemy import func, or_, select

from backend.db import db
from backend.defects.models import DefectCategory, DefectFigure, DefectReport, DefectSettings
from backend.defects.states import NEVER_PUBLIC, OPEN, DefectStatus
from backend.defects.working_time import WorkingTime, answered, promise, working_time
from backend.instants import BERLIN, local_day
from backend.tenants.reporter import reporter

Row = dict[str, Any]
RECENT = timedelta(days=90)
MONTHS = 12


class Course(NamedTuple):
    """How one report went. Days are working days; `in_time` is None while the promise runs."""

    month: str
    closed_month: str | None
    days_to_answer: int | None
    in_time: bool | None
    days_to_done: int | None


def promise_days(config: Row) -> int:
    """Within how many working days this municipality promises an answer."""
    return db.session.scalar(select(DefectSettings.promise_days)) or reporter(config).promise_days


def statistics(config: Row, now: datetime) -> Row:
    """What everybody may know."""
    counts = _counts()
    courses = _courses(working_time(config), now)
    shown = _last_months(local_day(now))
    received = Counter(course.month for course in courses)
    closed = Counter(course.closed_month for course in courses if course.closed_month)
    begun = [month for month in shown if received[month] or closed[month]]
    recent = [course for course in courses if course.month >= shown[0]]
    return {
        "open": sum(row["open"] for row in counts),
        "closed_this_month": closed[shown[-1]],
        "received_last_90_days": _received_since(now - RECENT),
        "answered_in_time": _share(course.in_time for course in recent if course.in_time is not None),
        "median_days_to_answer": _median(course.days_to_answer for course in recent),
        "median_days_to_done": _median(course.days_to_done for course in recent),
        "promise_days": promise_days(config),
        "categories": [row for row in counts if row["open"] or row["closed"]],
        "months": [
            {"month": month, "received": received[month], "closed": closed[month]}
            for month in shown
            if begun and month >= begun[0]
        ],
    }


def course_of(report: Any, office: WorkingTime, now: datetime) -> Course:
    """How a report went until now; `report` has the columns of `COLUMNS`."""
    answer, closed = answered(report), report.closed_at
    state = promise(report.due_on, answer, now)
    return Course(
        month=f"{local_day(report.received_at):%Y-%m}",
        closed_month=f"{local_day(closed):%Y-%m}" if closed else None,
        days_to_answer=office.used_days(report.reopened_at or report.received_at, answer) if answer else None,
        in_time=None if state == "running" else state == "kept",
        days_to_done=office.used_days(report.received_at, closed)
        if closed and report.status is DefectStatus.RESOLVED
        else None,
    )


COLUMNS = (
    DefectReport.status,
    DefectReport.received_at,
    DefectReport.due_on,
    DefectReport.answered_at,
    DefectReport.closed_at,
    DefectReport.reopened_at,
)
_COUNTED = DefectReport.status.not_in(NEVER_PUBLIC)


def _courses(office: WorkingTime, now: datetime) -> list[Course]:
    """Of what was received or closed in the months that are shown, also of what is deleted."""
    since = _last_months(local_day(now))[0]
    begin = datetime.combine(date.fromisoformat(f"{since}-01"), time(), tzinfo=BERLIN)
    rows = db.session.execute(
        select(*COLUMNS).where(_COUNTED, or_(DefectReport.received_at >= begin, DefectReport.closed_at >= begin))
    )
    gone = db.session.execute(
        select(*(getattr(DefectFigure, name) for name in Course._fields)).where(
            or_(DefectFigure.month >= since, DefectFigure.closed_month >= since)
        )
    )
    return [*(course_of(row, office, now) for row in rows), *(Course(*row) for row in gone)]


def _counts() -> list[Row]:
    """Open and closed reports by category, in the municipality's order."""
    by = select(DefectReport.category_id, DefectReport.status, func.count(DefectReport.id)).where(_COUNTED)
    found: Counter[tuple[Any, bool]] = Counter()
    for category, status, number in db.session.execute(by.group_by(DefectReport.category_id, DefectReport.status)):
        found[category, status in OPEN] += number
    deleted = select(DefectFigure.category_slug, func.count(DefectFigure.id)).group_by(DefectFigure.category_slug)
    gone = {row.category_slug: int(row[1]) for row in db.session.execute(deleted)}
    columns = (DefectCategory.id, DefectCategory.slug, DefectCategory.name, DefectCategory.icon)
    return [
        {
            "code": row.slug,
            "name": row.name,
            "icon": row.icon,
            "open": found[row.id, True],
            "closed": found[row.id, False] + gone.get(row.slug, 0),
        }
        for row in db.session.execute(select(*columns).order_by(DefectCategory.position, DefectCategory.slug))
    ]


def _received_since(moment: datetime) -> int:
    return (
        db.session.scalar(select(func.count(DefectReport.id)).where(_COUNTED, DefectReport.received_at >= moment)) or 0
    )


def _last_months(today: date) -> list[str]:
    """The last twelve months, the running one at the end."""
    last = today.year * 12 + today.month - 1
    return [f"{number // 12}-{number % 12 + 1:02}" for number in range(last - MONTHS + 1, last + 1)]


def _share(kept: Iterable[bool]) -> float | None:
    known = list(kept)
    return round(sum(known) / len(known), 3) if known else None


def _median(days: Iterable[int | None]) -> float | None:
    known = [day for day in days if day is not None]
    return float(median(known)) if known else None
