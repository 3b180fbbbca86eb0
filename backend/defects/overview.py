# SPDX-License-Identifier: EUPL-1.2
"""The reports as staff see them: what waits for an answer, by what is due next in working time, and what stands
elsewhere. Knows no request; never commits.

In the inbox stands what nobody has answered yet, what its reporter has answered last, and what a resident objects to.
"""

import uuid
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select, true
from sqlalchemy.orm import aliased

from backend.accounts.models import StaffAccount
from backend.db import db
from backend.defects import duplicates
from backend.defects.models import DefectCategory, DefectEntry, DefectFlag, DefectPhoto, DefectReport
from backend.defects.states import CLOSED, NEVER_PUBLIC, OPEN, DefectStatus, EntryKind, light
from backend.defects.working_time import WorkingTime
from backend.instants import local_day
from backend.staff import Staff
from backend.text import fold, shorten

Row = dict[str, Any]
EXCERPT = 160
MOST_FLAGGED, MOST_NEIGHBOURS, MOST_WORDS = 500, 1000, 10
THUMB = 320
WAITING = (DefectStatus.QUESTION, DefectStatus.FORWARDED)
WORKING = (DefectStatus.ACCEPTED, DefectStatus.IN_PROGRESS, DefectStatus.SCHEDULED)
Report = DefectReport
Master = aliased(DefectReport)
COLUMNS = (
    Report.id, Report.number, Report.version, Report.title, Report.status, Report.address, Report.lat, Report.lon,
    Report.description, Report.received_at, Report.updated_at, Report.due_on, Report.answered_at, Report.replied_at,
    Report.expected_on, Report.forwarded_to, Report.supports, Report.flags, Report.assignee_id,
    StaffAccount.name.label("assignee_name"),
    DefectCategory.slug.label("category_code"),
    DefectCategory.name.label("category_name"),
    DefectCategory.icon.label("category_icon"),
    Master.status.label("master_status"),
)  # fmt: skip


def list_reports(
    clock: WorkingTime,
    now: datetime,
    who: Staff,
    *,
    view: str | None = None,
    category: str | None = None,
    q: str | None = None,
    assignee: str | None = None,
    first: int = 0,
    limit: int = 50,
) -> tuple[list[Row], int]:
    """A page of a view, and how many there are in all."""
    condition = and_(_in_view(view), *_matching(category, q, assignee, who))
    total = db.session.scalar(select(func.count(Report.id)).where(condition)) or 0
    query = _joined().where(condition).order_by(*_order(view, local_day(now)))
    return in_list(db.session.execute(query.offset(first).limit(limit)).all(), clock, now), total


def count_reports(clock: WorkingTime, now: datetime) -> Row:
    """How many reports there are in each view, and why those of the inbox are there."""
    flagged, today = _flagged(), local_day(now)
    owed, reply, objected = _owed(), _replied(), _objected(flagged)
    late = Report.due_on <= _last_late_day(clock, now)
    sums = {
        "inbox": or_(owed, reply, objected),
        "working": and_(Report.status.in_(WORKING), _quiet()),
        "waiting": and_(Report.status.in_(WAITING), _quiet()),
        "overdue": and_(owed, late),
        "today": and_(owed, Report.due_on <= today, ~late),
        "replies": reply,
        "flagged": objected,
    }
    columns = [func.sum(case((condition, 1), else_=0)).label(name) for name, condition in sums.items()]
    open_or_flagged = or_(Report.status.in_(OPEN), Report.id.in_(flagged)) if flagged else Report.status.in_(OPEN)
    found = db.session.execute(select(*columns).select_from(Report).where(open_or_flagged)).one()._mapping
    closed = db.session.scalar(select(func.count(Report.id)).where(_in_view("closed"))) or 0
    return {name: value or 0 for name, value in found.items()} | {"closed": closed}


def inbox_ids(now: datetime) -> list[uuid.UUID]:
    """The reports of the inbox in its order, the first thousand."""
    query = select(Report.id).where(_in_view("inbox")).order_by(*_order("inbox", local_day(now)))
    return list(db.session.scalars(query.limit(MOST_NEIGHBOURS)))


def find(ids: Collection[uuid.UUID]) -> Sequence[Any]:
    """Rows of COLUMNS for these reports, as far as they exist."""
    return db.session.execute(_joined().where(Report.id.in_(ids))).all()


def in_list(rows: Sequence[Any], clock: WorkingTime, now: datetime) -> list[Row]:
    """Rows of COLUMNS as a list shows them, with three more questions however many they are."""
    ids = [row.id for row in rows]
    photos, replies = first_photos(ids), _last_replies([row.id for row in rows if row.replied_at])
    near = duplicates.near([row.id for row in rows if _is_new(row)], now)
    listed = []
    for row in rows:
        older = [(one, away) for one, away in near.get(row.id, ()) if one.received_at < row.received_at]
        one, away = older[0] if older else (None, 0)
        listed.append(
            in_brief(row, clock, now)
            | {
                "excerpt": shorten(replies.get(row.id) or row.description, EXCERPT),
                "photo": photos.get(row.id),
                "possible_duplicate": one and {"id": one.id, "number": one.number, "distance": away},
            }
        )
    return listed


def in_brief(row: Any, clock: WorkingTime, now: datetime) -> Row:
    """What a row of COLUMNS says by itself."""
    owed, reply = row.status in OPEN and row.answered_at is None, row.status in OPEN and row.replied_at is not None
    due_at = clock.due_at(row.due_on) if owed else None
    names = ("id", "number", "version", "title", "status", "lat", "lon", "received_at", "updated_at", "expected_on")
    return {name: getattr(row, name) for name in (*names, "forwarded_to", "supports", "flags")} | {
        "category": {"code": row.category_code, "name": row.category_name, "icon": row.category_icon},
        "light": light(row.status, row.master_status),
        "place": row.address,
        "due_at": due_at,
        "remaining_minutes": clock.remaining_minutes(now, row.due_on) if owed else None,
        "group": _group(row, due_at, reply, now),
        "reply": reply,
        "assignee": {"id": row.assignee_id, "name": row.assignee_name} if row.assignee_id else None,
    }


def first_photos(ids: Collection[uuid.UUID]) -> dict[uuid.UUID, Row]:
    """The first photo of each of these reports, small."""
    photo = DefectPhoto
    columns = (photo.id, photo.report_id, photo.width, photo.height)
    query = select(*columns).where(photo.report_id.in_(ids)).order_by(photo.position.desc(), photo.id.desc())
    return {row.report_id: private_photo(row, THUMB) for row in db.session.execute(query)}


def private_photo(photo: Any, width: int | None = None) -> Row:
    """Where staff find a photo, and its measures."""
    src = f"/api/v1/staff/defects/{photo.report_id}/photos/{photo.id}"
    if width is None or width >= photo.width:
        return {"src": src, "width": photo.width, "height": photo.height}
    return {"src": f"{src}?width={width}", "width": width, "height": round(photo.height * width / photo.width)}


def _joined() -> Any:
    return (
        select(*COLUMNS)
        # Never the other way round: a planner might begin with the categories and read every report of each.
        .outerjoin(DefectCategory, DefectCategory.id == Report.category_id)
        .outerjoin(Master, Master.id == Report.master_id)
        .outerjoin(StaffAccount, StaffAccount.id == Report.assignee_id)
    )


def _in_view(view: str | None) -> ColumnElement[bool]:
    if view == "inbox":
        waits = and_(Report.status.in_(OPEN), or_(Report.answered_at.is_(None), Report.replied_at.is_not(None)))
        flagged = _flagged()
        # Each half by an index of its own.
        return or_(waits, Report.id.in_(flagged)) if flagged else waits
    if view == "closed":
        return and_(Report.status.in_(CLOSED), or_(Report.flags == 0, Report.status.in_(NEVER_PUBLIC)))
    if view is not None:
        return and_(Report.status.in_(WORKING if view == "working" else WAITING), _quiet())
    return true()


def _matching(category: str | None, q: str | None, assignee: str | None, who: Staff) -> list[ColumnElement[bool]]:
    parts: list[ColumnElement[bool]] = []
    if category:
        same = select(DefectCategory.id).where(DefectCategory.slug == category)
        parts.append(Report.category_id == same.scalar_subquery())
    if assignee:
        parts.append(Report.assignee_id == who.account_id if assignee == "me" else Report.assignee_id.is_(None))
    for word in (q or "").split()[:MOST_WORDS]:
        plain = (Report.number, Report.title, Report.description, Report.address)
        found = [column.icontains(word, autoescape=True) for column in plain]
        parts.append(
            or_(*found, Report.search_text.contains(fold(word), autoescape=True)) if fold(word) else or_(*found)
        )
    return parts


def _order(view: str | None, today: date) -> tuple[Any, ...]:
    if view == "inbox":
        pressing = and_(_owed(), Report.due_on <= today)
        # A reply or an objection counts as due today, behind what was promised for today.
        others = case((or_(_replied(), Report.flags > 0), today), else_=Report.due_on)
        return (
            case((pressing, Report.due_on), else_=others),
            case((pressing, 0), else_=1),
            Report.received_at,
            Report.id,
        )
    if view == "working":
        return (case((Report.expected_on.is_(None), 1), else_=0), Report.expected_on, Report.updated_at, Report.id)
    if view == "waiting":
        return (Report.updated_at, Report.id)
    return (Report.updated_at.desc(), Report.id.desc())


def _flagged() -> list[uuid.UUID]:
    """What residents object to: few, unless somebody plays with it."""
    query = select(DefectFlag.report_id).join(Report, Report.id == DefectFlag.report_id)
    open_ones = query.where(DefectFlag.decided_at.is_(None), Report.status.not_in(NEVER_PUBLIC))
    return list(db.session.scalars(open_ones.distinct().limit(MOST_FLAGGED)))


def _owed() -> ColumnElement[bool]:
    return and_(Report.status.in_(OPEN), Report.answered_at.is_(None))


def _replied() -> ColumnElement[bool]:
    return and_(Report.status.in_(OPEN), Report.replied_at.is_not(None))


def _objected(flagged: Collection[uuid.UUID]) -> ColumnElement[bool]:
    return Report.id.in_(flagged)


def _quiet() -> ColumnElement[bool]:
    """Nobody waits for the town hall."""
    return and_(Report.answered_at.is_not(None), Report.replied_at.is_(None), Report.flags == 0)


def _is_new(row: Any) -> bool:
    return row.status in (DefectStatus.RECEIVED, DefectStatus.ACCEPTED) and row.lat is not None


def _group(row: Any, due_at: datetime | None, reply: bool, now: datetime) -> str | None:
    if due_at is not None and due_at < now:
        return "overdue"
    if reply or (row.flags and row.status not in NEVER_PUBLIC):
        return "today"
    if due_at is None:
        return None
    return "today" if row.due_on <= local_day(now) else "later"


def _last_late_day(clock: WorkingTime, now: datetime) -> date:
    """The last day on which what was due then is too late now: today once the office has closed."""
    today = local_day(now)
    return today if clock.due_at(today) < now else date.fromordinal(today.toordinal() - 1)


def _last_replies(ids: Collection[uuid.UUID]) -> dict[uuid.UUID, str]:
    entry = DefectEntry
    mine = and_(entry.report_id.in_(ids), entry.kind == EntryKind.REPLY, entry.text.is_not(None))
    rows = db.session.execute(select(entry.report_id, entry.text).where(mine).order_by(entry.at, entry.id))
    return {row.report_id: row.text or "" for row in rows}
