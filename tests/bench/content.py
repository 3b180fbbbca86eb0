# SPDX-License-Identifier: EUPL-1.2
"""Fills a database for the benchmark: municipalities `town-0`, `town-1`, … and their news with categories, pictures."""

import os
import random
import uuid
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from flask import Flask

from backend import create_app
from backend.config import read_settings
from backend.db import Base, db
from backend.jobs import scope
from backend.media.models import MediaFile
from backend.news.models import NewsCategory, NewsItem
from backend.news.operations import refresh_search_text
from backend.publishing import Status
from backend.reads import bump
from tests.factories import NOW, make_tenant

WORDS = (
    "Straße Sperrung Rathaus Feuerwehr Sitzung Bürger Markt Schule Verein Fest Burg Termin öffnet Montag neu".split()
)
CATEGORIES = {"rathaus": "Rathaus", "verkehr": "Verkehr und Baustellen", "kultur": "Kultur und Freizeit"}
BATCH = 500


def host(number: int) -> str:
    """The host of a municipality made here."""
    return f"town-{number}.example"


def fill(folder: Path, items_per_town: list[int]) -> dict[str, str]:
    """Make a SQLite database with one municipality per number; gives the environment in which a server shows it."""
    app, environ = empty(folder)
    for number, count in enumerate(items_per_town):
        _fill_town(app, make_tenant(app, f"town-{number}"), count, random.Random(number))
    with app.app_context():
        db.engine.dispose()
    return environ


def empty(folder: Path) -> tuple[Flask, dict[str, str]]:
    """An app on a new SQLite database with its tables, and the environment in which a server shows it."""
    folder.mkdir()
    environ = {
        "DATABASE_URL": f"sqlite:///{folder / 'app.sqlite3'}",
        "INSTANCE_PATH": str(folder),
        "ENVIRONMENT": "development",
    }
    app = create_app(replace(read_settings(os.environ | environ), log_level="WARNING"))
    with app.app_context():
        Base.metadata.create_all(db.engine)
    return app, environ


def _fill_town(app: Flask, tenant: uuid.UUID, count: int, dice: random.Random) -> None:
    with scope(app, tenant):
        categories = [NewsCategory(slug=slug, name=name) for slug, name in CATEGORIES.items()]
        name = f"{dice.getrandbits(120):030x}"
        picture = MediaFile(hash=name, width=1600, height=1067, widths="480 960 1600", bytes=1, created_at=NOW)
        db.session.add_all([*categories, picture])
        db.session.flush()
        topics, image = [row.id for row in categories], picture.id
        bump()
    for begin in range(0, count, BATCH):
        with scope(app, tenant):
            for index in range(begin, min(begin + BATCH, count)):
                db.session.add(_item(index, dice, topics, image))


def _item(index: int, dice: random.Random, categories: list[uuid.UUID], image: uuid.UUID) -> NewsItem:
    def words(count: int) -> str:
        return " ".join(dice.choices(WORDS, k=count))

    moment = NOW - timedelta(hours=index)
    values: dict[str, Any] = {"image_id": image, "image_alt": words(6), "image_credit": words(2)} if index % 2 else {}
    item = NewsItem(
        title=words(8),
        teaser=words(35),
        body=f"<p>{words(200)}</p>",
        category_id=dice.choice(categories),
        status=Status.PUBLISHED,
        published_at=moment,
        updated_at=moment,
        source_name="Stadt",
        **values,
    )
    refresh_search_text(item)
    return item
