# SPDX-License-Identifier: EUPL-1.2
"""Entries of the directory for tests: valid by default, each detail can be named."""

import uuid
from datetime import UTC, datetime
from typing import Any

from flask import Flask
from sqlalchemy import select

from backend.db import db
from backend.jobs import scope
from backend.reads import bump
from backend.services import links, texts
from backend.services.composing import settle, settle_office
from backend.services.models import LinkState, Office, OnlineService, Origin, Reach, Service, ServiceLink, ServiceOffice
from backend.services.planting import plant_templates
from tests.factories import tenant_id

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday
HOURS = [{"days": [1, 3], "from": "09:00", "to": "12:00", "note": ""}]


def plant(app: Flask, slug: str = "alpha") -> list[str]:
    """The Land's common services in a municipality; gives the lines of `apply`."""
    with scope(app, tenant_id(app, slug)):
        lines = plant_templates(links.here(), NOW)
        bump()
        return lines


def make_service(
    app: Flask, slug: str = "alpha", *, online: tuple[str, ...] = (), text: dict[str, Any] | None = None, **details: Any
) -> uuid.UUID:
    """An entry of a municipality with its own words (`own`), or with a shared `text`, and online services at these
    addresses. Gives its id."""
    with scope(app, tenant_id(app, slug)):
        values: dict[str, Any] = {
            "origin": Origin.OWN,
            "own": {"title": "Laubsäcke kaufen"},
            "title": "",
            "updated_at": NOW,
        }
        if text is not None:
            (text_hash,) = texts.store([texts.body(**text)], NOW)
            values |= {"origin": Origin.LAND, "own": {}, "text_hash": text_hash}
        row = Service(**values | details)
        db.session.add(row)
        db.session.flush()
        for position, url in enumerate(online):
            said = {"title": "Online-Antrag", "url": url, "level": Reach.MUNICIPALITY, "position": position}
            db.session.add(OnlineService(service_id=row.id, origin=Origin.OWN, **said))
        db.session.flush()
        settle([row], links.here())
        bump()
        return row.id


def make_office(app: Flask, slug: str = "alpha", **details: Any) -> uuid.UUID:
    """An office of a municipality; gives its id."""
    values: dict[str, Any] = {"name": "Bürgerbüro", "origin": Origin.OWN, "updated_at": NOW, "hours": HOURS}
    values |= {"address": {"street": "Markt 1", "postcode": "14806", "city": "Bad Belzig", "extra": "Zimmer 2"}}
    with scope(app, tenant_id(app, slug)):
        row = Office(**values | details)
        settle_office(row)
        db.session.add(row)
        bump()
        db.session.flush()
        return row.id


def assign(
    app: Flask, service: uuid.UUID, office: uuid.UUID, *, area: str = "", role: str = "01", origin: Origin = Origin.OWN
) -> None:
    """Let an office of alpha be responsible."""
    with scope(app, tenant_id(app, "alpha")):
        said = {"service_id": service, "office_id": office, "origin": origin}
        db.session.add(ServiceOffice(**said, area=area, role=role))
        bump()


def break_link(app: Flask, url: str, slug: str = "alpha") -> None:
    """Let the last check have found an address broken."""
    with scope(app, tenant_id(app, slug)):
        found = {"state": LinkState.BROKEN, "status_code": 404, "checked_at": NOW, "broken_since": NOW}
        db.session.add(ServiceLink(url_hash=links.url_hash(url), url=url, **found))
        db.session.flush()
        settle(list(db.session.scalars(select(Service))), links.here())
        bump()
