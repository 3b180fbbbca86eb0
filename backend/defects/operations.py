# SPDX-License-Identifier: EUPL-1.2
"""What everybody reads of defects: categories, the list, points of a map, one report, what is known near by. Knows no
request; never commits; never reads a contact, a line of the history that is not public, or what the reporter wrote
before it was checked.
"""

import uuid
from datetime import datetime, timedelta
from math import cos, radians
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from backend.db import db
from backend.defects.describing import (
    COLUMNS,
    DETAIL_COLUMNS,
    in_brief,
    in_full,
    in_outline,
    published,
    select_reports,
)
from backend.defects.models import DefectCategory, DefectReport
from backend.defects.states import CLOSED, NEVER_PUBLIC, OPEN, DefectStatus, light
from backend.defects.working_time import WorkingTime
from backend.instants import next_midnight
from backend.problems import Missing
from backend.reference.geography import METRES
from backend.text import fold

Row = dict[str, Any]
MOST_POINTS = 2000
MOST_NEARBY = 5
STILL_KNOWN = timedelta(days=30)


def refresh_search_text(report: DefectReport) -> None:
    """Recompute what `q` looks through; call it whenever title, public text or public place change."""
    text = report.public_text if report.text_public else ""
    report.search_text = fold(f"{report.number} {report.title} {report.public_place or ''} {text}")


def list_categories() -> list[Row]:
    """What can be reported, in the municipality's order."""
    category = DefectCategory
    columns = (category.slug.label("code"), category.name, category.group, category.icon, category.hint)
    query = select(*columns, category.keywords, category.radius, category.questions).where(category.active)
    rows = db.session.execute(query.order_by(category.position, category.name))
    return [dict(row._mapping) for row in rows]


def list_reports(
    *, category: str | None = None, status: str | None = None, q: str | None = None, first: int = 0, limit: int = 20
) -> tuple[list[Row], int]:
    """What is public, the newest change first, and how much there is in all. `status`: open or closed; `q`: every word
    must occur."""
    condition = _matching(category, status, q)
    total = db.session.scalar(select(func.count(DefectReport.id)).where(condition)) or 0
    rows = db.session.execute(_newest(select_reports(COLUMNS).where(condition)).offset(first).limit(limit)).all()
    return in_brief(rows), total


def list_newest(*, q: str | None = None, limit: int) -> list[Row]:
    """What has changed last, without a count."""
    query = _newest(select_reports(COLUMNS).where(_matching(None, None, q)))
    return in_brief(db.session.execute(query.limit(limit)).all())


def find_public(report_id: uuid.UUID) -> Row | None:
    """A public report as a list shows it."""
    found = in_brief(db.session.execute(select_reports(COLUMNS).where(DefectReport.id == report_id, published())).all())
    return found[0] if found else None


def list_points(*, category: str | None = None, status: str | None = None) -> list[Row]:
    """What a map shows: what is open, then the newest of what is closed, 2,000 at most; nothing of what was only
    described."""
    points: list[Row] = []
    for wanted in ("open", "closed"):
        if status in (None, wanted) and len(points) < MOST_POINTS:
            condition = and_(_matching(category, wanted, None), DefectReport.lat.is_not(None))
            rows = db.session.execute(
                _newest(select_reports(COLUMNS).where(condition)).limit(MOST_POINTS - len(points))
            )
            points += [
                {
                    "id": row.id,
                    "lat": row.lat,
                    "lon": row.lon,
                    "light": light(row.status, row.master_status),
                    "category": row.category_code,
                    "title": row.title,
                    "place": row.place,
                    "updated_at": row.updated_at,
                }
                for row in rows
            ]
    return points


def find_nearby(category: str, lat: float, lon: float, now: datetime) -> list[Row]:
    """Up to five public reports of a category within its radius, the nearest first, with their distance (metres): what
    is open, or was closed in the last 30 days. Of those about the same thing only the one that leads."""
    kind = db.session.execute(
        select(DefectCategory.id, DefectCategory.radius).where(DefectCategory.slug == category)
    ).one_or_none()
    if kind is None:
        return []
    # Flat, as the earth is within a few hundred metres.
    reach, shrink = kind.radius / METRES, max(cos(radians(lat)), 0.01)
    north, east = DefectReport.lat - lat, (DefectReport.lon - lon) * shrink
    distance = (north * north + east * east).label("distance")
    query = select_reports((*COLUMNS, distance)).where(
        DefectReport.category_id == kind.id,
        DefectReport.lat.between(lat - reach, lat + reach),
        DefectReport.lon.between(lon - reach / shrink, lon + reach / shrink),
        distance <= reach * reach,
        published(),
        DefectReport.status != DefectStatus.DUPLICATE,
        or_(DefectReport.status.in_(OPEN), DefectReport.closed_at >= now - STILL_KNOWN),
    )
    rows = db.session.execute(query.order_by(distance, DefectReport.id).limit(MOST_NEARBY)).all()
    metres = [round(row.distance**0.5 * METRES) for row in rows]
    return [item | {"distance": away} for item, away in zip(in_brief(rows), metres, strict=True)]


def get_report(report_id: uuid.UUID, clock: WorkingTime, now: datetime) -> tuple[Row, datetime | None]:
    """One report as everybody sees it, and when that is no longer right. Of one that is not published only number,
    category, state and dates. Raises Missing: also for what was withdrawn, rejected or hidden."""
    row = db.session.execute(select_reports(DETAIL_COLUMNS).where(DefectReport.id == report_id)).one_or_none()
    if row is None or row.status in NEVER_PUBLIC or row.hidden_at is not None:
        raise Missing("There is no such report.")
    shown = in_full(row, clock, now) if row.published_at else in_outline(row, clock, now)
    # Until the answer each midnight counts a day more, also of a promise that is missed already.
    return shown, next_midnight(now) if shown["promise"]["answered_on"] is None else None


def show(report_id: uuid.UUID, clock: WorkingTime, now: datetime) -> Row:
    """The same as it is or will be, published or not, for its reporter. Raises Missing."""
    row = db.session.execute(select_reports(DETAIL_COLUMNS).where(DefectReport.id == report_id)).one_or_none()
    if row is None:
        raise Missing("There is no such report.")
    return in_full(row, clock, now)


def _matching(category: str | None, status: str | None, q: str | None) -> ColumnElement[bool]:
    parts = [published()]
    if category:
        same = select(DefectCategory.id).where(DefectCategory.slug == category)
        parts.append(DefectReport.category_id == same.scalar_subquery())
    if status:
        parts.append(DefectReport.status.in_(OPEN if status == "open" else CLOSED))
    parts += [DefectReport.search_text.contains(word, autoescape=True) for word in fold(q or "").split()[:10]]
    return and_(*parts)


def _newest(query: Select[Any]) -> Select[Any]:
    # The id settles ties, so that pages never overlap.
    return query.order_by(DefectReport.updated_at.desc(), DefectReport.id.desc())
