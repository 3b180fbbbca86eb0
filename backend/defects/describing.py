# SPDX-License-Identifier: EUPL-1.2
"""A report as everybody sees it: which are public, their columns, and rows turned into plain values. Reads no contact,
no line of the history that is not public, and nothing of what the reporter wrote before it was checked."""

import uuid
from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import aliased

from backend import media
from backend.db import db
from backend.defects.models import DefectCategory, DefectEntry, DefectPhoto, DefectReport
from backend.defects.states import NEVER_PUBLIC, Audience, light
from backend.defects.working_time import WorkingTime, answered, promise
from backend.instants import local_day
from backend.text import shorten

Row = dict[str, Any]
NOTE_LENGTH = 160
Master = aliased(DefectReport)
COLUMNS = (
    DefectReport.id,
    DefectReport.number,
    DefectReport.title,
    DefectReport.status,
    DefectReport.reason,
    DefectReport.public_place.label("place"),
    DefectReport.lat,
    DefectReport.lon,
    DefectReport.received_at,
    DefectReport.updated_at,
    DefectReport.due_on,
    DefectReport.answered_at,
    DefectReport.closed_at,
    DefectReport.expected_on,
    DefectReport.forwarded_to,
    DefectReport.supports,
    DefectCategory.slug.label("category_code"),
    DefectCategory.name.label("category_name"),
    DefectCategory.icon.label("category_icon"),
    Master.status.label("master_status"),
)
DETAIL_COLUMNS = (
    *COLUMNS,
    DefectReport.public_text,
    DefectReport.text_public,
    DefectReport.published_at,
    DefectReport.hidden_at,
    DefectReport.reopened_at,
    DefectCategory.promise_days,
    Master.id.label("master_id"),
    Master.number.label("master_number"),
)


def published(report: Any = DefectReport) -> ColumnElement[bool]:
    """The condition under which everybody sees a report."""
    return and_(report.published_at.is_not(None), report.hidden_at.is_(None), report.status.not_in(NEVER_PUBLIC))


def is_visible(report_id: uuid.UUID, _now: datetime) -> bool:
    """Whether everybody can see this report."""
    return db.session.scalar(select(DefectReport.id).where(DefectReport.id == report_id, published())) is not None


def select_reports(columns: Iterable[Any]) -> Select[Any]:
    return (
        select(*columns)
        # Never the other way round: a planner might begin with the categories and read every report of each.
        .outerjoin(DefectCategory, DefectCategory.id == DefectReport.category_id)
        .outerjoin(Master, Master.id == DefectReport.master_id)
    )


def in_brief(rows: Collection[Any]) -> list[Row]:
    """Rows of COLUMNS as a list shows them, with two more reads however many there are."""
    if not rows:
        return []
    ids = [row.id for row in rows]
    notes, photos = _last_notes(ids), _photos(ids)
    return [
        _common(row)
        | {"note": notes.get(row.id), "photo": next((_image(photo, row) for photo in photos.get(row.id, ())), None)}
        for row in rows
    ]


def in_full(row: Any, clock: WorkingTime, now: datetime) -> Row:
    entries = _history(row.id)
    notes = [entry["note"] for entry in entries if entry["note"]]
    photos = [_image(photo, row) for photo in _photos([row.id]).get(row.id, ())]
    master = row.master_id and is_visible(row.master_id, now)
    return _common(row) | {
        "note": shorten(notes[-1], NOTE_LENGTH) if notes else None,
        "photo": photos[0] if photos else None,
        "text": row.public_text if row.text_public and row.public_text else None,
        "photos": photos,
        "history": entries,
        "promise": _promise(row, clock, now),
        "master": {"id": row.master_id, "number": row.master_number} if master else None,
    }


def in_outline(row: Any, clock: WorkingTime, now: datetime) -> Row:
    hidden = dict.fromkeys(("reason", "note", "place", "lat", "lon", "photo", "expected_on", "forwarded_to", "text"))
    return (
        _common(row)
        | hidden
        | {
            "title": row.category_name,
            "updated_at": row.received_at,
            "supports": 0,
            "photos": [],
            "history": [],
            "promise": _promise(row, clock, now),
            "master": None,
        }
    )


def _common(row: Any) -> Row:
    names = ("id", "number", "title", "status", "reason", "place", "lat", "lon", "received_at", "updated_at", "due_on")
    return {name: getattr(row, name) for name in (*names, "expected_on", "forwarded_to", "supports")} | {
        "category": {"code": row.category_code, "name": row.category_name, "icon": row.category_icon},
        "light": light(row.status, row.master_status),
        "answered_on": _answered_on(row),
    }


def _answered_on(row: Any) -> date | None:
    moment = answered(row)
    return local_day(moment) if moment else None


def _promise(row: Any, clock: WorkingTime, now: datetime) -> Row:
    return {
        "days": row.promise_days,
        "due_on": row.due_on,
        "answered_on": _answered_on(row),
        "state": promise(row.due_on, answered(row), now),
        "used_days": clock.used_days(row.reopened_at or row.received_at, answered(row) or now),
    }


def _history(report_id: uuid.UUID) -> list[Row]:
    """What the public part of a report's history says, the oldest first."""
    entry = DefectEntry
    columns = (entry.at, entry.status, entry.reason, entry.text.label("note"), entry.details)
    mine = and_(entry.report_id == report_id, entry.audience == Audience.PUBLIC)
    said = or_(entry.status.is_not(None), entry.text.is_not(None))
    rows = db.session.execute(select(*columns).where(mine, said).order_by(entry.at, entry.id))
    return [
        {
            "at": row.at,
            "status": row.status,
            "light": light(row.status) if row.status else None,
            "reason": row.reason,
            "note": row.note,
            "forwarded_to": row.details.get("forwarded_to"),
        }
        for row in rows
    ]


def _last_notes(ids: list[uuid.UUID]) -> dict[uuid.UUID, str]:
    entry = DefectEntry
    rows = db.session.execute(
        select(entry.report_id, entry.text)
        .where(entry.report_id.in_(ids), entry.audience == Audience.PUBLIC, entry.text.is_not(None))
        .order_by(entry.at, entry.id)
    )
    return {row.report_id: shorten(row.text, NOTE_LENGTH) for row in rows}


def _photos(ids: list[uuid.UUID]) -> dict[uuid.UUID, list[Any]]:
    photo = DefectPhoto
    columns = (photo.report_id, photo.public_hash, photo.public_width, photo.public_height, photo.public_widths)
    shown = (photo.report_id.in_(ids), photo.public, photo.public_hash.is_not(None))
    found: dict[uuid.UUID, list[Any]] = {}
    for row in db.session.execute(select(*columns).where(*shown).order_by(photo.position, photo.id)):
        found.setdefault(row.report_id, []).append(row)
    return found


def _image(photo: Any, row: Any) -> Row | None:
    size = (photo.public_width, photo.public_height, photo.public_widths)
    return media.image(photo.public_hash, *size, alt=f"Foto: {row.title}")
