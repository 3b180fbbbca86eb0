# SPDX-License-Identifier: EUPL-1.2
"""Reports for tests: valid by default, each detail can be named."""

import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

from flask import Flask
from sqlalchemy import func, select

from backend.db import db
from backend.defects.models import DefectCategory, DefectEntry, DefectPhoto, DefectReport
from backend.defects.operations import refresh_search_text
from backend.defects.states import Audience, DefectStatus, EntryKind
from backend.jobs import scope
from backend.reads import bump
from backend.sealing import digest
from tests.factories import tenant_id

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday
SECRET = "geheim-nur-auf-dem-telefon-0123456789abcdefg"


def make_defect_category(app: Flask, slug: str = "alpha", code: str = "licht", **details: Any) -> uuid.UUID:
    """A category of defects of a municipality; gives its id."""
    with scope(app, tenant_id(app, slug)):
        row = DefectCategory(
            **{"slug": code, "name": "Licht", "icon": "lamp", "email": "bauhof@alpha.example"} | details
        )
        db.session.add(row)
        bump()
        db.session.flush()
        return row.id


def make_defect(
    app: Flask, slug: str = "alpha", *, notes: tuple[str, ...] = (), photos: int = 0, **details: Any
) -> uuid.UUID:
    """A report of a municipality, published unless it is `received`, in the category `licht` unless `category` names
    another; with public notes and published photos. Gives its id."""
    code = details.pop("category", "licht")
    with scope(app, tenant_id(app, slug)):
        category = db.session.scalar(select(DefectCategory).where(DefectCategory.slug == code))
        if category is None:
            category = DefectCategory(slug=code, name=code.title(), icon="lamp", email="bauhof@alpha.example")
            db.session.add(category)
            db.session.flush()
        serial = (db.session.scalar(select(func.max(DefectReport.serial))) or 0) + 1
        received_at = details.get("received_at", NOW - timedelta(hours=serial))
        values = {
            "secret_digest": digest(SECRET),
            "fingerprint": "0" * 64,
            "own_topic": "report:x",
            "year": 2026,
            "serial": serial,
            "number": f"A-2026-{serial:04}",
            "category_id": category.id,
            "status": DefectStatus.ACCEPTED,
            "title": "Laterne ohne Licht",
            "description": "Die Laterne ist dunkel.",
            "public_text": "Die Laterne ist dunkel.",
            "text_public": True,
            "lat": 52.14,
            "lon": 12.59,
            "address": "Bahnhofstraße 12",
            "public_place": "Bahnhofstraße 12",
            "received_at": received_at,
            "updated_at": received_at,
            "due_on": date(2026, 11, 26),
        } | details
        values.setdefault("published_at", None if values["status"] == DefectStatus.RECEIVED else NOW)
        row = DefectReport(**values)
        refresh_search_text(row)
        db.session.add(row)
        db.session.flush()
        add_entry(row.id, received_at, DefectStatus.RECEIVED)
        for number, note in enumerate(notes, 1):
            add_entry(row.id, NOW + timedelta(minutes=number), row.status, text=note)
        db.session.add_all(_photo(row.id, position) for position in range(photos))
        bump()
        return row.id


def add_entry(report_id: uuid.UUID, at: datetime, status: DefectStatus | None = None, **details: Any) -> None:
    """A line of a report's history, public unless said otherwise; inside a scope."""
    values = {"kind": EntryKind.STATUS, "audience": Audience.PUBLIC} | details
    db.session.add(DefectEntry(report_id=report_id, at=at, status=status, **values))


def change_defect(app: Flask, report_id: uuid.UUID, slug: str = "alpha", **details: Any) -> None:
    """Set columns of a report."""
    with scope(app, tenant_id(app, slug)):
        row = db.session.get_one(DefectReport, report_id)
        for name, value in details.items():
            setattr(row, name, value)
        refresh_search_text(row)
        bump()


def _photo(report_id: uuid.UUID, position: int) -> DefectPhoto:
    name = f"{position}" * 32
    return DefectPhoto(
        report_id=report_id,
        position=position,
        source_hash=name * 2,
        hash=f"private{position}",
        width=1600,
        height=1200,
        widths="480 960 1600",
        public=True,
        public_hash=name,
        public_width=1600,
        public_height=1200,
        public_widths="480 960 1600",
        added_at=NOW,
    )
