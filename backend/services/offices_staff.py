# SPDX-License-Identifier: EUPL-1.2
"""Offices as editors see and change them. Knows no request; never commits.

Residents see a change at once. From then on tenant file and import leave the office alone (`edited`).
"""

import uuid
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from backend import audit
from backend.db import db
from backend.editing.contents import line_or_none, one_line
from backend.instants import local_day
from backend.problems import Conflict, Invalid, Missing, PreconditionFailed
from backend.reads import bump
from backend.services.composing import settle_office
from backend.services.models import Office, Origin, ServiceOffice, ServiceSource
from backend.services.offices import ADDRESS, IN_ORDER
from backend.staff import Staff
from backend.text import fold, legal

Row = dict[str, Any]
CONTENT = (
    "name", "address", "lat", "lon", "phone", "email", "url", "hours", "exceptions", "accessibility", "transit", "note",
    "hidden",
)  # fmt: skip
CLOSURE = "closure"


class NotOurs(Conflict):
    """The office comes from the tenant file or a source, and would come back: it can be hidden."""

    code, title = "not-possible", "This office cannot be deleted"


def list_offices(now: datetime) -> list[Row]:
    """All offices in the municipality's order, also hidden ones."""
    rows = db.session.execute(_query().order_by(*IN_ORDER)).all()
    counts = _counts()
    return [_as_dict(row.Office, row.source_name, counts.get(row.Office.id, 0), now) for row in rows]


def get(office_id: uuid.UUID, now: datetime) -> Row:
    """One office. Raises Missing."""
    row = db.session.execute(_query().where(Office.id == office_id)).one_or_none()
    if row is None:
        raise Missing("There is no such office.")
    return _as_dict(row.Office, row.source_name, _counts(office_id).get(office_id, 0), now)


def create(office_id: uuid.UUID, content: Row, who: Staff, now: datetime) -> tuple[Row, bool]:
    """An office under the id that the client chose, and whether it is new: sent twice it arrives once. Raises Invalid,
    Missing if the id is taken elsewhere, PreconditionFailed if there is another one."""
    content = _tidy(content)
    if db.session.get(Office, office_id) is None and _insert(office_id, content, now):
        audit.note("office.added", who, content["name"], id=str(office_id))
        bump()
        return get(office_id, now), True
    current = get(office_id, now)
    known = db.session.get(Office, office_id)
    if known is None or _kept(known, content) != content:
        raise PreconditionFailed(current)
    return current, False


def change(office_id: uuid.UUID, content: Row, expected: int | None, who: Staff, now: datetime) -> Row:
    """Change an office. Raises Missing, PreconditionFailed, Invalid."""
    row, content = locked(office_id, expected, now), _tidy(content)
    if _kept(row, content) != content:
        # What is closed for a few days is said and taken back elsewhere.
        content["exceptions"] = content["exceptions"] + [one for one in row.exceptions if CLOSURE in one]
        for name, value in content.items():
            setattr(row, name, value)
        row.edited = True
        written(row, now)
        audit.note("office.changed", who, row.name, id=str(row.id))
    return get(office_id, now)


def delete(row: Office, who: Staff) -> None:
    """Delete one that was made here. Raises NotOurs."""
    if not _deletable(row):
        raise NotOurs()
    audit.note("office.deleted", who, row.name, id=str(row.id))
    db.session.delete(row)
    bump()


def locked(office_id: uuid.UUID, expected: int | None, now: datetime, *, any_version: bool = False) -> Office:
    """The row, for this transaction alone. Raises Missing, PreconditionFailed."""
    row = db.session.scalar(select(Office).where(Office.id == office_id).with_for_update())
    if row is None:
        raise Missing("There is no such office.")
    if not any_version and row.version != expected:
        raise PreconditionFailed(get(office_id, now))
    return row


def written(row: Office, now: datetime) -> None:
    """The end of every change."""
    row.version, row.updated_at = row.version + 1, now
    settle_office(row)
    db.session.flush()
    bump()


def closure_of(row: Office, day: date) -> Row | None:
    """What "heute geschlossen" says, unless it is over."""
    found = next((one for one in row.exceptions if CLOSURE in one), None)
    return found if found is not None and date.fromisoformat(found["last_day"]) >= day else None


def _insert(office_id: uuid.UUID, content: Row, now: datetime) -> bool:
    row = Office(id=office_id, origin=Origin.OWN, version=1, edited=True, updated_at=now, **content)
    settle_office(row)
    try:
        with db.session.begin_nested():
            db.session.add(row)
    except IntegrityError:
        # Another request was faster, or another municipality has the id.
        return False
    return True


def _tidy(content: Row) -> Row:
    if not fold(content["name"]):
        raise Invalid("The name is missing.", {"name": ["The name is missing."]})
    if (content["lat"] is None) != (content["lon"] is None):
        raise Invalid("Half of a place.", {"lat": ["Latitude and longitude belong together."]})
    found = {name: content[name] for name in CONTENT}
    found["name"] = one_line(content["name"]).strip()
    found["address"] = {name: one_line(content["address"][name]).strip() for name in ADDRESS}
    found |= {name: line_or_none(content[name]) for name in ("phone", "email", "url")}
    found |= {name: legal(content[name]).strip() for name in ("accessibility", "transit", "note")}
    found["hours"] = [_span(one) | {"days": sorted(set(one["days"]))} for one in content["hours"]]
    found["exceptions"] = sorted(map(_exception, content["exceptions"]), key=lambda one: str(one["first_day"]))
    return found


def _exception(one: Row) -> Row:
    return {
        "first_day": one["first_day"].isoformat(),
        "last_day": one["last_day"].isoformat(),
        "closed": one["closed"],
        "hours": [] if one["closed"] else [_span(span) for span in one["hours"]],
        "text": one_line(one["text"]).strip(),
    }


def _span(span: Row) -> Row:
    return {"from": span["from"], "to": span["to"], "note": one_line(span["note"]).strip()}


def _kept(row: Office, content: Row) -> Row:
    kept = {name: getattr(row, name) for name in content}
    return kept | {"exceptions": [one for one in row.exceptions if CLOSURE not in one]}


def _deletable(row: Office) -> bool:
    return row.origin is Origin.OWN and row.source_id is None and row.key is None


def _query() -> Any:
    query = select(Office, ServiceSource.name.label("source_name"))
    return query.outerjoin(ServiceSource, ServiceSource.id == Office.source_id)


def _counts(office_id: uuid.UUID | None = None) -> dict[uuid.UUID, int]:
    """How many entries name each office."""
    services = func.count(ServiceOffice.service_id.distinct())
    query = select(ServiceOffice.office_id, services).group_by(ServiceOffice.office_id)
    rows = db.session.execute(query.where(ServiceOffice.office_id == office_id) if office_id else query)
    return {row[0]: row[1] for row in rows}


def _as_dict(row: Office, source_name: str | None, services: int, now: datetime) -> Row:
    closure = closure_of(row, local_day(now))
    return _kept(row, dict.fromkeys(CONTENT)) | {
        "id": row.id,
        "version": row.version,
        "origin": row.origin,
        "source_name": source_name,
        "edited": row.edited,
        "updated_at": row.updated_at,
        "address": {name: row.address.get(name) or "" for name in ADDRESS},
        "services": services,
        "may": ["delete"] if _deletable(row) else [],
        "closure": closure | closure[CLOSURE] if closure else None,
    }
