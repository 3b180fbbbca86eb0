# SPDX-License-Identifier: EUPL-1.2
"""Fills a municipality with many reports, each with a history and some with a photo: nine of ten are closed, as after
some years. For query plans and benches."""

import random
import uuid
from datetime import datetime, timedelta
from typing import Any

from flask import Flask
from sqlalchemy import insert

from backend.db import db, new_id
from backend.defects.models import DefectCategory, DefectEntry, DefectPhoto, DefectReport
from backend.defects.states import CLOSED, Audience, DefectStatus, EntryKind, PhotoOrigin
from backend.instants import local_day
from backend.jobs import scope
from backend.reads import bump

WEST, SOUTH, EAST, NORTH = 12.44, 52.05, 12.72, 52.24
CATEGORIES = "licht strasse muell baum spielplatz schild wasser graffiti winter sonstiges".split()
STREETS = "Bahnhofstraße Sandberger Magdeburger Brandenburger Wiesenburger Niemegker Straße".split()
S = DefectStatus
OPEN = (S.RECEIVED, S.ACCEPTED, S.QUESTION, S.IN_PROGRESS, S.SCHEDULED, S.FORWARDED)
DONE = (S.RESOLVED, S.RESOLVED, S.RESOLVED, S.CLOSED_UNRESOLVED, S.REJECTED)
SLICE = 1000
Row = dict[str, Any]


def fill(app: Flask, tenant: uuid.UUID, now: datetime, *, reports: int) -> None:
    """So many reports all over a small town, the last one received now."""
    dice = random.Random(reports)
    with scope(app, tenant):
        rows = [
            DefectCategory(slug=slug, name=slug.title(), icon="lamp", position=position)
            for position, slug in enumerate(CATEGORIES)
        ]
        db.session.add_all(rows)
        db.session.flush()
        categories = [row.id for row in rows]
        bump()
    for begin in range(0, reports, SLICE):
        with scope(app, tenant):
            made = [
                _report(tenant, number, reports, now, dice, categories)
                for number in range(begin, min(begin + SLICE, reports))
            ]
            db.session.execute(insert(DefectReport), made)
            db.session.execute(insert(DefectEntry), [entry for row in made for entry in _history(row)])
            if photos := [_photo(row) for row in made if dice.random() < 0.5]:
                db.session.execute(insert(DefectPhoto), photos)


def _report(
    tenant: uuid.UUID, number: int, reports: int, now: datetime, dice: random.Random, categories: list[uuid.UUID]
) -> Row:
    serial = number + 1
    received_at = now - timedelta(days=1000) * (1 - serial / reports)
    # What is open was mostly received lately.
    is_open = dice.random() < (0.8 if serial > reports * 0.92 else 0.03)
    status = dice.choice(OPEN if is_open else DONE)
    later = received_at + timedelta(hours=dice.randrange(1, 200))
    street = " ".join(dice.sample(STREETS, 2))
    public = status not in (S.RECEIVED, S.REJECTED)
    return {
        "tenant_id": tenant,
        "id": new_id(),
        "secret_digest": "0" * 64,
        "fingerprint": "0" * 64,
        "own_topic": "report:x",
        "year": 2026,
        "serial": serial,
        "number": f"T-2026-{serial:06}",
        "category_id": dice.choice(categories),
        "status": status,
        "title": f"Schaden {serial}",
        "description": "Seit Tagen. " * 20,
        "public_text": "Seit Tagen. " * 20,
        "text_public": True,
        "search_text": f"t-2026-{serial:06} schaden {street.casefold()} " + "seit tagen. " * 20,
        "lat": round(dice.uniform(SOUTH, NORTH), 5),
        "lon": round(dice.uniform(WEST, EAST), 5),
        "address": street,
        "public_place": street,
        "received_at": received_at,
        "due_on": local_day(received_at) + timedelta(days=3),
        "answered_at": later if public and status is not S.ACCEPTED else None,
        "published_at": later if public else None,
        "closed_at": later if status in CLOSED else None,
        "updated_at": later,
    }


def _history(row: Row) -> list[Row]:
    common = {"tenant_id": row["tenant_id"], "report_id": row["id"], "kind": EntryKind.STATUS}
    lines = [(row["received_at"], S.RECEIVED, None)]
    if row["published_at"]:
        lines += [(row["updated_at"], S.ACCEPTED, "Geprüft."), (row["updated_at"], row["status"], "Der Bauhof war da.")]
    return [
        common | {"id": new_id(), "at": at, "status": status, "audience": Audience.PUBLIC, "text": text}
        for at, status, text in lines
    ]


def _photo(row: Row) -> Row:
    name = row["id"].hex
    return {
        "tenant_id": row["tenant_id"],
        "id": new_id(),
        "report_id": row["id"],
        "source_hash": name * 2,
        "hash": name,
        "width": 1600,
        "height": 1200,
        "widths": "480 960 1600",
        "public": True,
        "public_hash": name,
        "public_width": 1600,
        "public_height": 1200,
        "public_widths": "480 960 1600",
        "added_at": row["received_at"],
        "by": PhotoOrigin.REPORTER,
    }
