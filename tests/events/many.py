# SPDX-License-Identifier: EUPL-1.2
"""Fills a municipality with many events: single ones, and weekly series that never end. For query plans and benches."""

import random
import uuid
from datetime import date, datetime, timedelta
from typing import Any

from flask import Flask
from sqlalchemy import insert

from backend.db import db, new_id
from backend.events.models import Event, EventCategory, EventOccurrence
from backend.events.occurrences import AHEAD, BEHIND
from backend.events.series import read_series
from backend.events.walltime import today
from backend.jobs import scope
from backend.publishing import Status
from backend.reads import bump
from tests.factories import DETAILS, TIMING

CATEGORIES = {"musik": "Musik", "sport": "Sport", "rathaus": "Rathaus", "kinder": "Kinder"}
WORDS = (
    "Konzert Markt Lesung Sitzung Training Chorprobe Flohmarkt Wanderung Burgfest Feuerwehr Spielenachmittag".split()
)
Row = dict[str, Any]


def fill(app: Flask, tenant: uuid.UUID, now: datetime, *, single: int, endless: int = 0, long: int = 0) -> None:
    """So many events of each sort, the single ones on days to come, all with their dates."""
    dice = random.Random(single)
    with scope(app, tenant):
        categories = [EventCategory(slug=slug, name=name) for slug, name in CATEGORIES.items()]
        db.session.add_all(categories)
        db.session.flush()
        topics = [row.id for row in categories]
        bump()
    sorts = ["single"] * single + ["endless"] * endless + ["long"] * long
    for begin in range(0, len(sorts), 200):
        with scope(app, tenant):
            rows = [_event(tenant, sort, now, dice, dice.choice(topics)) for sort in sorts[begin : begin + 200]]
            db.session.execute(insert(Event), rows)
            db.session.execute(insert(EventOccurrence), [date_ for row in rows for date_ in _dates(row, now)])


def _event(tenant: uuid.UUID, sort: str, now: datetime, dice: random.Random, category: uuid.UUID) -> Row:
    title = " ".join(dice.choices(WORDS, k=3))
    body = f"<p>{' '.join(dice.choices(WORDS, k=150))}</p>"
    return {
        "tenant_id": tenant,
        "id": new_id(),
        "title": title,
        "teaser": " ".join(dice.choices(WORDS, k=20)),
        "body": body,
        "search_text": f"{title} {body}".casefold(),
        "category_id": category,
        "place_name": "Burghof",
        "details": DETAILS,
        "status": Status.PUBLISHED,
        "published_at": now,
        "updated_at": now,
        "timing": TIMING | _timing(sort, today(now), dice),
    }


def _timing(sort: str, day: date, dice: random.Random) -> Row:
    clock = f"T{dice.randrange(7, 22):02}:{dice.choice((0, 15, 30)):02}"
    if sort == "long":
        begin = day - timedelta(days=dice.randrange(1, 60))
        return {"start": begin.isoformat(), "end": (begin + timedelta(days=90)).isoformat(), "all_day": True}
    if sort == "endless":
        return {"start": f"{day - timedelta(days=500 + dice.randrange(7))}{clock}", "rrule": "FREQ=WEEKLY"}
    return {"start": f"{day + timedelta(days=1 + dice.randrange(400))}{clock}"}


def _dates(row: Row, now: datetime) -> list[Row]:
    planned = read_series(row["timing"], []).dates(today(now - BEHIND), today(now + AHEAD))
    return [
        {
            "tenant_id": row["tenant_id"],
            "id": new_id(),
            "event_id": row["id"],
            "category_id": row["category_id"],
            "date": one.key,
            "starts_at": one.starts_at,
            "until_at": one.ends_at or one.starts_at,
            "ends_at": one.ends_at,
            "all_day": one.all_day,
            "first_day": one.first_day,
            "last_day": one.last_day,
            "long": one.long,
        }
        for one in planned
    ]
