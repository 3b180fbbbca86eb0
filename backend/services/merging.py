# SPDX-License-Identifier: EUPL-1.2
"""Objects of a source become entries: new, changed, gone. Knows no request and no format; never commits.

A source's text lies between the Land's and the municipality's own words. An entry belongs to the source that had its
LeiKa key first; another source's object of that key is left out until the first lets it go.
"""

import hashlib
import json
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select, update

from backend.bulk import change_rows
from backend.db import db
from backend.services import planting, texts
from backend.services.composing import locked, settle
from backend.services.links import Here
from backend.services.models import Origin, Service, ServiceImportItem, ServiceSource
from backend.services.sources import Item, Kind, State

Row = dict[str, Any]
READER = 1  # part of the hashes: raise it when a change of the readers should reach what was imported before
GERMAN = "de"
LATER = ""  # no object has this hash: it is read again in the next run
KEPT = ("offices", "online")  # what joining.py needs of a service


@dataclass(frozen=True, slots=True)
class Read:
    """An item and what tells whether it changed."""

    item: Item
    hash: str
    size: int


@dataclass
class Counts:
    """What became of some objects."""

    added: int = 0
    updated: int = 0
    same: int = 0
    removed: int = 0
    elsewhere: int = 0
    skipped: int = 0

    @property
    def changed(self) -> bool:
        return bool(self.added or self.updated or self.removed)


def weigh(item: Item) -> Read:
    """An item with the hash of all it says."""
    said = json.dumps([READER, item.data], sort_keys=True, ensure_ascii=False).encode()
    return Read(item, hashlib.sha256(said).hexdigest(), len(said))


def take_over(source: ServiceSource, batch: Sequence[Read], here: Here, now: datetime) -> Counts:
    """Bring items and entries in line with some objects."""
    counts = Counts()
    latest = {(read.item.kind, read.item.external_id): read for read in batch}
    known = _known(source.id, {external_id for _kind, external_id in latest})
    same: list[uuid.UUID] = []
    unread: list[ServiceImportItem] = []
    gone: list[ServiceImportItem] = []
    changed: list[Read] = []
    for key, read in latest.items():
        item = known.get(key)
        if read.item.state is State.UNREADABLE:
            counts.skipped += 1
            unread += [item] if item is not None else []
        elif read.item.data is None:
            counts.elsewhere += read.item.state is State.ELSEWHERE
            gone += [item] if item is not None else []
        elif item is not None and item.hash == read.hash:
            same.append(item.id)
        else:
            changed.append(read)
    counts.same = len(same)
    kept = same + [item.id for item in unread] + _offices_of(source.id, unread)
    if kept:
        change_rows(update(ServiceImportItem).where(ServiceImportItem.id.in_(kept)).values(seen=source.run))
    counts.removed = drop(source, gone, here, now)
    entries = _Entries(source, [read.item for read in changed if read.item.kind is Kind.SERVICE], now)
    for read in changed:
        found = known.get((read.item.kind, read.item.external_id))
        _take(source, read, found, entries, counts)
    db.session.flush()
    settle(entries.changed, here)
    return counts


def drop(source: ServiceSource, items: Sequence[ServiceImportItem], here: Here, now: datetime) -> int:
    """Forget objects that the source has no more; what the municipality said of them stays."""
    services = [item.external_id for item in items if item.kind == Kind.SERVICE]
    rows = locked(_named(source.id, services)) if services else []
    left = [row for row in rows if let_go(row, here, now)]
    for item in items:
        db.session.delete(item)
    db.session.flush()
    settle(left, here)
    return len(items)


def _known(source_id: uuid.UUID, external_ids: Iterable[str]) -> dict[tuple[str, str], ServiceImportItem]:
    query = select(ServiceImportItem).where(ServiceImportItem.source_id == source_id)
    rows = db.session.scalars(query.where(ServiceImportItem.external_id.in_(sorted(external_ids))))
    return {(row.kind, row.external_id): row for row in rows}


def _offices_of(source_id: uuid.UUID, items: Iterable[ServiceImportItem]) -> list[uuid.UUID]:
    """The offices that these services are known to have: some sources name them with their services only."""
    names = sorted({one["id"] for item in items for one in (item.data or {}).get("offices", ())})
    item = ServiceImportItem
    query = select(item.id).where(item.source_id == source_id, item.kind == Kind.OFFICE)
    return list(db.session.scalars(query.where(item.external_id.in_(names)))) if names else []


def _take(
    source: ServiceSource, read: Read, found: ServiceImportItem | None, entries: "_Entries", counts: Counts
) -> None:
    item = read.item
    data: Row = item.data or {}
    placed = item.kind is not Kind.SERVICE or entries.place(item.external_id, data)
    if not placed:
        counts.elsewhere += 1
    elif found is None or found.hash == LATER:
        counts.added += 1
    else:
        counts.updated += 1
    if found is None:
        found = ServiceImportItem(source_id=source.id, kind=item.kind, external_id=item.external_id)
        db.session.add(found)
    found.hash, found.seen = read.hash if placed else LATER, source.run
    found.data = {name: data.get(name, []) for name in KEPT} if item.kind is Kind.SERVICE else data


class _Entries:
    """The entries that some services of a source become."""

    def __init__(self, source: ServiceSource, items: Sequence[Item], now: datetime) -> None:
        self.source, self.now = source, now
        self.changed: list[Service] = []
        said = [(item.data or {}) for item in items]
        bodies = [body for data in said for body in data["bodies"].values()]
        self.hashes = {id(body): one for body, one in zip(bodies, texts.store(bodies, now), strict=True)}
        keys = sorted({key for data in said for key in data["leika_keys"]})
        known = _named(source.id, [item.external_id for item in items])
        rows = locked(or_(known, Service.leika_key.in_(keys))) if items else []
        self.by_external_id = {row.external_id: row for row in rows if row.source_id == source.id}
        self.by_leika = {row.leika_key: row for row in rows if row.leika_key in keys}

    def place(self, external_id: str, data: Row) -> bool:
        """Write a service into its entry; False if another source has that."""
        row, keys = self.by_external_id.get(external_id), data["leika_keys"]
        holders = [self.by_leika[key] for key in keys if key in self.by_leika]
        free = next((holder for holder in holders if holder.source_id is None), None)
        if row is None and free is None and any(holder.source_id != self.source.id for holder in holders):
            return False
        if row is not None and free is not None and not (row.land_key or row.own or row.edited):
            # It has got the key of an entry that was there before: there are not to be two.
            db.session.delete(row)
            db.session.flush()
            row = None
        if row is None:
            row = free or Service(origin=self.source.kind, own={}, title="", version=0)
            db.session.add(row)
        if row.leika_key not in keys and row.land_key is None and row.origin is not Origin.OWN:
            row.leika_key = None
        if row.leika_key is None:
            row.leika_key = next((key for key in keys if key not in self.by_leika), None)
        self._write(row, external_id, data)
        self.by_external_id[external_id] = row
        self.by_leika |= {row.leika_key: row} if row.leika_key else {}
        self.changed.append(row)
        return True

    def _write(self, row: Service, external_id: str, data: Row) -> None:
        hashes = {language: self.hashes[id(body)] for language, body in data["bodies"].items()}
        # What the municipality wrote itself stays its own; the source lies below.
        row.origin = Origin.OWN if row.origin is Origin.OWN else self.source.kind
        row.source_id, row.external_id = self.source.id, external_id
        row.text_hash = hashes.pop(GERMAN)
        row.translations, row.leika_keys = hashes, data["leika_keys"]
        row.portal_id = data.get("portal_id") or row.portal_id
        row.stand = date.fromisoformat(data["stand"]) if data.get("stand") else None
        row.in_pvog = data.get("in_pvog", row.in_pvog)
        row.updated_at, row.version = self.now, row.version + 1


def _named(source_id: uuid.UUID, external_ids: Sequence[str]) -> ColumnElement[bool]:
    return and_(Service.source_id == source_id, Service.external_id.in_(external_ids))


def let_go(row: Service, here: Here, now: datetime) -> bool:
    """Take a source's text from an entry; False if nothing is left of that."""
    own = row.origin is Origin.OWN
    if not own and planting.fall_back(row, here, now):
        return True
    if not own and not row.own:
        db.session.delete(row)
        return False
    if own:
        row.text_hash, row.translations, row.leika_keys = None, {}, []
    row.origin, row.source_id, row.external_id, row.stand = Origin.OWN, None, None, None
    row.updated_at, row.version = now, row.version + 1
    return True
