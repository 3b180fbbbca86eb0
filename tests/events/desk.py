# SPDX-License-Identifier: EUPL-1.2
"""An editor at work on events, for tests: contents, and requests that carry the version."""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

from flask import Flask

from backend.db import db
from backend.events.models import EventCategory, EventOrganiser
from backend.events.walltime import wall
from backend.jobs import scope
from tests.accounts.people import Desk, at_work
from tests.factories import tenant_id
from tests.news.desk import AS_NEW, seen

__all__ = ["AS_NEW", "seen"]


def local(**ahead: float) -> str:
    """A wall time of the municipality, so long from now, on the full hour."""
    return wall(datetime.now(UTC) + timedelta(**ahead)).replace(minute=0).isoformat(timespec="minutes")


def timing(start: str | None = None, **details: Any) -> dict[str, Any]:
    """When an event takes place: once, next week, unless something else is said."""
    return {
        "start": start or local(days=7),
        "end": None,
        "all_day": False,
        "rrule": None,
        "excluded": [],
        "extra": [],
    } | details


def change(at: str, **details: Any) -> dict[str, Any]:
    """One date that is different."""
    same = {"status": "scheduled", "note": None, "start": None, "end": None, "title": None, "place_name": None}
    return {"at": at, "following": False} | same | details


def content(**details: Any) -> dict[str, Any]:
    """The whole content of an event that can be published."""
    return {
        "title": "Adventskonzert",
        "teaser": "Mit dem Kirchenchor.",
        "body": "<p>Alle sind willkommen.</p>",
        "category": None,
        "image": None,
        "timing": timing(),
        "changes": [],
        "status": "scheduled",
        "status_note": None,
        "organiser": None,
        "place": {"name": "Marienkirche", "address": "Kirchplatz 1", "lat": None, "lon": None, "access": None},
        "price": {"kind": "free", "amounts": [], "text": None},
        "registration": {"required": False, "url": None, "text": None},
        "links": [],
        "tags": [],
        "publish_at": None,
        "unpublish_at": None,
    } | details


def make_draft(editor: Desk, **details: Any) -> Any:
    """A draft, made as the client does; gives the thing."""
    answer = editor.api("PUT", f"/events/{uuid.uuid4()}", content(**details), headers=AS_NEW)
    assert answer.status_code == 201, answer.json
    return answer.json


def save(editor: Desk, event: Any, **details: Any) -> Any:
    """Save changed details over what the event holds; gives the answer."""
    sent = {name: event["content"][name] for name in content()} | details
    if sent["image"]:
        sent["image"] = {name: sent["image"][name] for name in ("media_id", "alt", "credit", "caption")}
    return editor.api("PUT", f"/events/{event['id']}", sent, headers=seen(event))


def do(editor: Desk, event: Any, deed: str, json: Any = None) -> Any:
    """One of the verbs; gives the answer."""
    body = {} if deed == "publication" and json is None else json
    return editor.api("POST", f"/events/{event['id']}/{deed}", body, headers=seen(event))


def publish(editor: Desk, event: Any) -> Any:
    """Publish; gives the thing."""
    answer = do(editor, event, "publication")
    assert answer.status_code == 200, answer.json
    return answer.json


def make_organiser(app: Flask, name: str = "Kirchenchor", slug: str = "alpha") -> uuid.UUID:
    """An organiser of the list; gives its id."""
    with scope(app, tenant_id(app, slug)):
        row = EventOrganiser(name=name, email="chor@example.org", version=1)
        db.session.add(row)
        db.session.flush()
        return row.id


def make_category(app: Flask, category: str, name: str, slug: str = "alpha") -> None:
    """A topic of events."""
    with scope(app, tenant_id(app, slug)):
        db.session.add(EventCategory(slug=category, name=name))


def club(app: Flask, organiser_id: uuid.UUID, email: str = "chor@alpha.de", slug: str = "alpha") -> Desk:
    """Somebody at work who writes for this organiser only."""
    return at_work(app, email, slug=slug, organiser_id=organiser_id)
