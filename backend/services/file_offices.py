# SPDX-License-Identifier: EUPL-1.2
"""Offices in the tenant file, and what they are responsible for. Knows no request; never commits.

What staff changed in the app is theirs: the file leaves it.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import select

from backend import reference
from backend.db import db
from backend.services.composing import settle_office
from backend.services.file_entries import by_name, names_of
from backend.services.models import Office, Origin, Service, ServiceOffice
from backend.services.offices_staff import CLOSURE
from backend.tenants.file_hours import write_spans, write_week

Row = dict[str, Any]
COLUMNS = (
    "name", "position", "address", "lat", "lon", "phone", "email", "url", "hours", "exceptions", "accessibility",
    "transit", "note", "hidden",
)  # fmt: skip
CHOSEN = "offices"  # stands among the own words of an entry whose offices staff chose
PLAIN = {"lat": "latitude", "lon": "longitude"} | {
    name: name for name in ("phone", "email", "url", "accessibility", "transit", "note")
}


def plant_offices(seeds: list[Row], now: datetime) -> list[str]:
    """Bring offices in line with the file; a line per change."""
    existing = _by_key(db.session.scalars(select(Office).where(Office.origin == Origin.OWN)))
    services = by_name(db.session.scalars(select(Service)))
    lines = []
    for seed in seeds:
        row, fresh = existing.pop(seed["key"], None), False
        values = {name: seed[name] for name in COLUMNS}
        if row is None:
            row, fresh = Office(key=seed["key"], origin=Origin.OWN, updated_at=now, **values), True
            db.session.add(row)
            settle_office(row)
            db.session.flush()
        # "Heute geschlossen" is no edit: it stays, and everything else is as the file says.
        values["exceptions"] = [*values["exceptions"], *(one for one in row.exceptions if CLOSURE in one)]
        changed = {name: value for name, value in values.items() if getattr(row, name) != value}
        wanted = [services[key] for key in seed["services"] if key in services]
        assigned = _assign(row, wanted)
        if fresh:
            lines.append(f"office {row.key}: added")
        elif row.edited and (assigned or changed.keys() - {"position"}):
            lines.append(f"office {seed['key']}: kept: edited in the app")
        elif not row.edited and (changed or assigned):
            for name, value in changed.items():
                setattr(row, name, value)
            row.updated_at, row.version = now, row.version + 1
            settle_office(row)
            lines.append(f"office {row.key}: changed")
    for row in existing.values():
        if row.key is not None and not row.edited:
            db.session.delete(row)
            lines.append(f"office {row.key}: removed")
    db.session.flush()
    return lines


def export_offices() -> list[Row]:
    """The municipality's own offices, as a file has them."""
    rows = list(db.session.scalars(select(Office).where(Office.origin == Origin.OWN)))
    names = names_of(db.session.scalars(select(Service)))
    assigned: dict[uuid.UUID, list[str]] = defaultdict(list)
    for one in db.session.scalars(select(ServiceOffice).where(ServiceOffice.origin == Origin.OWN)):
        if one.service_id in names:
            assigned[one.office_id].append(names[one.service_id])
    found = sorted(_by_key(rows).items(), key=lambda one: (one[1].position, one[1].name_key, one[1].id))
    return [_written(key, row, sorted(assigned[row.id])) for key, row in found]


def _by_key(rows: Iterable[Office]) -> dict[str, Office]:
    """Offices by key; one that staff made has none and gets one from its name."""
    found = sorted(rows, key=lambda row: row.id)
    named = {row.key: row for row in found if row.key}
    for row in found:
        if not row.key:
            base = reference.slug_of(row.name)[:60].strip("-") or "amt"
            free = (key for key in (base, *(f"{base}-{n}" for n in range(2, len(found) + 2))) if key not in named)
            named[next(free)] = row
    return named


def _assign(office: Office, wanted: list[Service]) -> bool:
    """Have the office be responsible for these entries; whether that is a change, made unless staff edited the office.
    Entries whose offices staff chose keep those."""
    query = select(ServiceOffice).where(ServiceOffice.office_id == office.id)
    existing = {row.service_id: row for row in db.session.scalars(query)}
    ids = {row.id for row in wanted}
    missing = [row for row in wanted if row.id not in existing and CHOSEN not in row.own]
    extra = [row for row in existing.values() if row.origin is Origin.OWN and row.service_id not in ids]
    extra = [row for row in extra if CHOSEN not in db.session.get_one(Service, row.service_id).own]
    if not office.edited:
        for row in extra:
            db.session.delete(row)
        for service in missing:
            db.session.add(ServiceOffice(service_id=service.id, office_id=office.id, origin=Origin.OWN))
    return bool(missing or extra)


def _written(key: str, row: Office, services: list[str]) -> Row:
    written: Row = {"key": key, "name": row.name}
    written |= {part: value for part, value in row.address.items() if value}
    written |= {name: value for column, name in PLAIN.items() if (value := getattr(row, column)) not in (None, "")}
    written |= {"hours": write_week(row.hours)} if row.hours else {}
    written |= {"hidden": True} if row.hidden else {}
    written |= {"services": services} if services else {}
    exceptions = [_exception(one) for one in row.exceptions if CLOSURE not in one]
    return written | ({"exceptions": exceptions} if exceptions else {})


def _exception(one: Row) -> Row:
    written: Row = {"first_day": one["first_day"], "last_day": one["last_day"]}
    written |= {"text": one["text"]} if one["text"] else {}
    return written | ({} if one["closed"] or not one["hours"] else {"hours": write_spans(one["hours"])})
