# SPDX-License-Identifier: EUPL-1.2
"""Who holds events: the list that editors choose from. Knows no request; never commits."""

import uuid
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.exc import IntegrityError

from backend import audit
from backend.accounts.operations import people
from backend.db import db
from backend.editing.contents import line_or_none
from backend.events.models import Event, EventOrganiser
from backend.events.operations import refresh_search_text
from backend.problems import Conflict, Invalid, Missing, PreconditionFailed
from backend.reads import bump
from backend.staff import Staff
from backend.text import fold

Row = dict[str, Any]
FIELDS = ("name", "email", "phone", "url")


class InUse(Conflict):
    """Events name this organiser, or people write for it."""

    code, title = "in-use", "The organiser is in use"


def list_organisers(who: Staff) -> list[Row]:
    """All by name; who writes for one only sees that one."""
    own = [EventOrganiser.id == who.organiser_id] if who.organiser_id else []
    rows = db.session.scalars(select(EventOrganiser).where(*own).order_by(EventOrganiser.name, EventOrganiser.id)).all()
    uses, writers = _uses(), people.count_by_organiser()
    return [_as_dict(row, uses, writers) for row in rows]


def names() -> dict[uuid.UUID, str]:
    """What each organiser is called."""
    return {row.id: row.name for row in db.session.execute(select(EventOrganiser.id, EventOrganiser.name))}


def add(content: Row, who: Staff) -> Row:
    """A new one. Raises Invalid if there is one of this name."""
    row = EventOrganiser(version=1, **_tidy(content))
    _store(row, row.name)
    audit.note("organiser.added", who, row.name)
    return get(row.id)


def get(organiser_id: uuid.UUID) -> Row:
    """One of them. Raises Missing."""
    row = db.session.get(EventOrganiser, organiser_id)
    if row is None:
        raise Missing("There is no such organiser.")
    return _as_dict(row, _uses(), people.count_by_organiser())


def change(organiser_id: uuid.UUID, content: Row, expected: int | None, who: Staff) -> Row:
    """Change it for all its events. Raises Missing, PreconditionFailed, Invalid."""
    row, content = _locked(organiser_id, expected), _tidy(content)
    if any(getattr(row, name) != content[name] for name in FIELDS):
        for name in FIELDS:
            setattr(row, name, content[name])
        row.version += 1
        _store(row, content["name"])
        for event in db.session.scalars(select(Event).where(Event.organiser_id == row.id)):
            refresh_search_text(event)
        bump()
        audit.note("organiser.changed", who, row.name)
    return get(organiser_id)


def delete(organiser_id: uuid.UUID, expected: int | None, who: Staff) -> None:
    """Delete one that nothing needs. Raises Missing, PreconditionFailed, InUse."""
    row = _locked(organiser_id, expected)
    if _uses().get(row.id) or people.count_by_organiser().get(row.id):
        raise InUse()
    name = row.name
    try:
        with db.session.begin_nested():
            db.session.delete(row)
    except IntegrityError as error:
        # Somebody began to use it a moment ago.
        raise InUse() from error
    audit.note("organiser.deleted", who, name)


def _tidy(content: Row) -> Row:
    if not fold(content["name"]):
        raise Invalid("The name is missing.", {"name": ["The name is missing."]})
    return {name: line_or_none(content[name]) for name in FIELDS}


def _store(row: EventOrganiser, name: str) -> None:
    try:
        with db.session.begin_nested():
            db.session.add(row)
    except IntegrityError as error:
        message = f'"{name}" is in the list already.'
        raise Invalid(message, {"name": [message]}) from error


def _locked(organiser_id: uuid.UUID, expected: int | None) -> EventOrganiser:
    query = select(EventOrganiser).where(EventOrganiser.id == organiser_id)
    row = db.session.scalar(query.with_for_update())
    if row is None:
        raise Missing("There is no such organiser.")
    if row.version != expected:
        raise PreconditionFailed(get(organiser_id))
    return row


def _uses() -> dict[uuid.UUID, int]:
    """How many events name each of them, also in working copies."""
    drafted = Event.draft["organiser", "id"].as_string()
    found: dict[uuid.UUID, int] = {}
    query = select(Event.organiser_id, drafted, func.count(Event.id))
    named = query.where(or_(Event.organiser_id.is_not(None), drafted.is_not(None)))
    for organiser_id, planned, count in db.session.execute(named.group_by(Event.organiser_id, drafted)):
        for one in {organiser_id, uuid.UUID(planned) if planned else None} - {None}:
            found[one] = found.get(one, 0) + count
    return found


def _as_dict(row: EventOrganiser, uses: dict[uuid.UUID, int], writers: dict[uuid.UUID, int]) -> Row:
    own = {name: getattr(row, name) for name in ("id", "version", *FIELDS)}
    return own | {"uses": uses.get(row.id, 0), "people": writers.get(row.id, 0)}
