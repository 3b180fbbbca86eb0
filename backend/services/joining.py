# SPDX-License-Identifier: EUPL-1.2
"""Connects what a source says: services with their offices and online services, in whatever order they came. Knows no
request; never commits.

`plan` reads; its steps write, each small enough for a transaction of its own, and again changes nothing.
"""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import select

from backend.db import db
from backend.services.composing import locked, settle, settle_office
from backend.services.links import Here
from backend.services.models import (
    Office,
    OnlineService,
    Origin,
    Service,
    ServiceImportItem,
    ServiceOffice,
    ServiceSource,
)
from backend.services.offices import prefix_of, reach_of
from backend.services.sources import Kind

Row = dict[str, Any]
Step = Callable[[Origin, Here, datetime], None]
AT_ONCE = 200
OFFICE_PARTS = ("name", "address", "phone", "email", "url", "accessibility", "transit", "note")
ONLINE_PARTS = ("title", "url", "trust_level", "payment")


@dataclass(frozen=True, slots=True)
class Wanted:
    """An online service that an entry is to have; `data` is known where it came with its service."""

    external_id: str
    area: str
    data: Row | None = None


@dataclass
class Plan:
    """What is to be: by the id of an entry its offices (number, role, area) and its online services. `chosen`: offices
    that the municipality names itself, whatever the source does."""

    source_id: uuid.UUID
    chosen: frozenset[str] = frozenset()
    offices: dict[uuid.UUID, set[tuple[str, str, str]]] = field(default_factory=lambda: defaultdict(set))
    online: dict[uuid.UUID, list[Wanted]] = field(default_factory=lambda: defaultdict(list))
    entries: list[uuid.UUID] = field(default_factory=list)

    def steps(self) -> Iterator[Step]:
        """The pieces of work, in order."""
        named = {office for wanted in self.offices.values() for office, _role, _area in wanted}
        needed = sorted(named | self.chosen)
        for start in range(0, len(needed), AT_ONCE):
            yield partial(_bring_offices, self.source_id, needed[start : start + AT_ONCE])
        for start in range(0, len(self.entries), AT_ONCE):
            yield partial(_connect, self, self.entries[start : start + AT_ONCE])
        yield lambda _kind, _here, now: forget_offices(self.source_id, frozenset(needed), now)


class _Names:
    """The objects of a source by their numbers; some exporters name the agency here and not there."""

    def __init__(self, external_ids: Iterable[str]) -> None:
        self.whole = set(external_ids)
        bare: dict[str, list[str]] = defaultdict(list)
        for name in self.whole:
            bare[name.rpartition(".")[2]].append(name)
        self.bare = {name: found[0] for name, found in bare.items() if len(found) == 1}

    def find(self, name: str) -> str | None:
        """The full number of what is meant."""
        return name if name in self.whole else self.bare.get(name.rpartition(".")[2]) if "." not in name else None


def plan(source_id: uuid.UUID) -> Plan:
    """Read what the objects of a source say of each other."""
    query = select(Service.external_id, Service.id).where(Service.source_id == source_id)
    ids: dict[str, uuid.UUID] = {str(row.external_id): row.id for row in db.session.execute(query)}
    services, found = _Names(ids), Plan(source_id, frozenset(_chosen(source_id).values()))
    offices, online = (_Names(_external_ids(source_id, kind)) for kind in (Kind.OFFICE, Kind.ONLINE))

    def connect(service: str, owner: str, role: str, area: str, *, online_owner: bool | None) -> None:
        name = services.find(service)
        entry = ids.get(name) if name else None
        if entry is None:
            return
        office = offices.find(owner) if online_owner is not True else None
        if office is not None:
            found.offices[entry].add((office, role, area))
        elif (one := online.find(owner)) is not None and online_owner is not False:
            found.online[entry].append(Wanted(one, area))

    for kind, external_id, data in _items(source_id):
        if kind == Kind.SERVICE:
            for one in data.get("offices", ()):
                connect(external_id, one["id"], one["role"], one["area"], online_owner=False)
            if external_id in ids:
                online_here = [Wanted(one["id"], one["area"], one) for one in data.get("online", ())]
                found.online[ids[external_id]] += online_here
        elif kind == Kind.RESPONSIBILITY:
            connect(data["service"], data["parent"], data["role"], data["area"], online_owner=data["online"] or None)
        else:
            for one in data.get("services", ()):
                connect(one["id"], external_id, one["role"], one["area"], online_owner=kind == Kind.ONLINE)
    linked = set(ids.values())
    for model in (ServiceOffice, OnlineService):
        linked |= set(db.session.scalars(select(model.service_id).where(model.source_id == source_id).distinct()))
    found.entries = sorted(linked)
    return found


def connect_again(entry: Service) -> None:
    """Give an entry the offices that its source says, once the municipality's choice of them is gone: until the source
    changes no import would."""
    if entry.source_id is not None:
        kind = db.session.get_one(ServiceSource, entry.source_id).kind
        _connect_offices(plan(entry.source_id), [entry.id], kind)


def _chosen(source_id: uuid.UUID) -> dict[uuid.UUID, str]:
    """The offices of a source that the municipality names as responsible itself."""
    query = select(Office.id, Office.external_id).join(ServiceOffice, ServiceOffice.office_id == Office.id)
    query = query.where(Office.source_id == source_id, ServiceOffice.origin == Origin.OWN).distinct()
    return {row.id: str(row.external_id) for row in db.session.execute(query)}


def _external_ids(source_id: uuid.UUID, kind: Kind) -> Iterable[str]:
    item = ServiceImportItem
    return db.session.scalars(select(item.external_id).where(item.source_id == source_id, item.kind == kind))


def _items(source_id: uuid.UUID) -> Iterator[tuple[str, str, Row]]:
    """All objects, a few at a time."""
    item, last = ServiceImportItem, None
    query = select(item.id, item.kind, item.external_id, item.data).where(item.source_id == source_id)
    while True:
        rows = db.session.execute((query.where(item.id > last) if last else query).order_by(item.id).limit(AT_ONCE))
        page = rows.all()
        yield from ((row.kind, row.external_id, row.data) for row in page)
        if len(page) < AT_ONCE:
            return
        last = page[-1].id


def _read_items(source_id: uuid.UUID, kind: Kind, external_ids: Iterable[str]) -> dict[str, Row]:
    item = ServiceImportItem
    query = select(item.external_id, item.data).where(item.source_id == source_id, item.kind == kind)
    rows = db.session.execute(query.where(item.external_id.in_(sorted(external_ids))))
    return {row.external_id: row.data for row in rows}


def _bring_offices(source_id: uuid.UUID, external_ids: list[str], kind: Origin, _here: Here, now: datetime) -> None:
    query = select(Office).where(Office.source_id == source_id, Office.external_id.in_(external_ids))
    known = {row.external_id: row for row in db.session.scalars(query)}
    for external_id, data in _read_items(source_id, Kind.OFFICE, external_ids).items():
        row = known.get(external_id)
        said = {name: data.get(name) for name in OFFICE_PARTS}
        said |= {name: said[name] or "" for name in ("accessibility", "transit", "note")}
        if row is None:
            row = Office(source_id=source_id, external_id=external_id, origin=kind, version=0)
            db.session.add(row)
        elif row.edited or all(getattr(row, name) == value for name, value in said.items()):
            continue
        for name, value in said.items():
            setattr(row, name, value)
        row.updated_at, row.version = now, row.version + 1
        settle_office(row)


def forget_offices(source_id: uuid.UUID, needed: frozenset[str], now: datetime) -> None:
    """Offices that no service names any more; those that staff changed or chose become the municipality's own."""
    chosen = _chosen(source_id)
    for row in db.session.scalars(select(Office).where(Office.source_id == source_id)):
        if row.external_id in needed:
            continue
        if row.edited or row.id in chosen:
            row.origin, row.source_id, row.external_id, row.updated_at = Origin.OWN, None, None, now
        else:
            db.session.delete(row)


def _connect(plan: Plan, entries: list[uuid.UUID], kind: Origin, here: Here, now: datetime) -> None:
    touched = _connect_offices(plan, entries, kind) | _connect_online(plan, entries, kind)
    if touched:
        db.session.flush()
        rows = locked(Service.id.in_(sorted(touched)))
        for row in rows:
            row.updated_at = now
        settle(rows, here)


def _connect_offices(plan: Plan, entries: list[uuid.UUID], kind: Origin) -> set[uuid.UUID]:
    query = select(Office.external_id, Office.id).where(Office.source_id == plan.source_id)
    offices = {row.external_id: row.id for row in db.session.execute(query)}
    wanted = {
        (entry, offices[office], role, area)
        for entry in entries
        for office, role, area in plan.offices.get(entry, ())
        if office in offices
    }
    touched = set()
    for row in db.session.scalars(select(ServiceOffice).where(ServiceOffice.service_id.in_(entries))):
        key = (row.service_id, row.office_id, row.role, row.area)
        if key in wanted:
            wanted.discard(key)
        elif row.source_id == plan.source_id:
            db.session.delete(row)
            touched.add(row.service_id)
    for entry, office_id, role, area in sorted(wanted):
        said = {"role": role, "area": area, "origin": kind, "source_id": plan.source_id}
        db.session.add(ServiceOffice(service_id=entry, office_id=office_id, **said))
        touched.add(entry)
    return touched


def _connect_online(plan: Plan, entries: list[uuid.UUID], kind: Origin) -> set[uuid.UUID]:
    numbers = {one.external_id for entry in entries for one in plan.online.get(entry, ()) if one.data is None}
    items = _read_items(plan.source_id, Kind.ONLINE, numbers)
    query = select(OnlineService).where(OnlineService.source_id == plan.source_id)
    known = {
        (row.service_id, row.external_id): row
        for row in db.session.scalars(query.where(OnlineService.service_id.in_(entries)))
    }
    touched = set()
    for entry in entries:
        # What is made for the narrowest area comes first.
        ordered = sorted(plan.online.get(entry, ()), key=lambda one: (-len(prefix_of(one.area)), one.external_id))
        once = {one.external_id: one for one in reversed(ordered)}
        for position, one in enumerate(reversed(once.values())):
            data = one.data or items[one.external_id]
            said = {name: data[name] for name in ONLINE_PARTS} | {"level": reach_of(one.area), "position": position}
            row = known.pop((entry, one.external_id), None)
            if row is not None and all(getattr(row, name) == value for name, value in said.items()):
                continue
            if row is None:
                row = OnlineService(service_id=entry, source_id=plan.source_id, external_id=one.external_id)
                row.origin = kind
                db.session.add(row)
            for name, value in said.items():
                setattr(row, name, value)
            touched.add(entry)
    for row in known.values():
        db.session.delete(row)
        touched.add(row.service_id)
    return touched
