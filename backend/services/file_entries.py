# SPDX-License-Identifier: EUPL-1.2
"""Entries in the tenant file: own ones, own words for common ones, what is hidden, what is asked for most. Knows no
request; never commits.

What staff changed in the app is theirs: the file leaves it. An entry that they made there has no key; it gets one from
its title wherever a file needs it.
"""

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import select

from backend import reference
from backend.db import db
from backend.services.composing import settle
from backend.services.links import Here
from backend.services.models import Origin, Service, ServiceSettings, ServiceSource
from backend.services.planting import fall_back

Row = dict[str, Any]
KEY_LENGTH = 70
EMPTY = ("fees", "deadlines", "duration")  # of these, None means: nothing, whatever the source says
# In the file these have another name.
NAMES = {"deadlines": "deadline"}
WRITTEN = (
    "title", "teaser", "situation", "synonyms", "fees", "deadlines", "duration", "url", "modules", "forms", "links",
)  # fmt: skip


def plant_entries(seeds: Row, here: Here, now: datetime) -> list[str]:
    """Bring own entries, words and what is hidden in line with the file; a line per change."""
    rows = list(db.session.scalars(select(Service)))
    named, keyless = by_name(rows), {row.id for row in rows if row.key is None}
    by_leika = {row.leika_key: row for row in rows if row.leika_key is not None}
    lines, changed, wanted = [], [], set()
    for seed in seeds["entries"]:
        holder = by_leika.get(seed["leika_key"])
        row = named.get(seed["key"]) or holder
        # Another entry has that LeiKa key, and there is one of each.
        leika_key = seed["leika_key"] if holder in (None, row) else None
        line, row = _plant(row, seed, leika_key, now)
        lines += line
        wanted.add(row)
        changed.append(row)
    for row in rows:
        if row not in wanted and row.id not in keyless and row.own and not row.edited:
            lines.append(_take_out(row, here, now))
            changed.append(row)
    db.session.flush()
    lines += _hide(by_name(db.session.scalars(select(Service))), seeds["hidden"], now)
    if lines:
        db.session.flush()
        settle([row for row in changed if row in db.session], here)
    return lines


def plant_top(keys: list[str]) -> list[str]:
    """Have the municipality's choice of what is asked for most."""
    named = by_name(db.session.scalars(select(Service)))
    wanted = [str(named[key].id) for key in keys if key in named]
    row = db.session.scalar(select(ServiceSettings))
    if (row.top if row else []) == wanted:
        return []
    if row is None:
        db.session.add(ServiceSettings(top=wanted))
    elif row.edited:
        return ["services asked for most: kept: chosen in the app"]
    else:
        row.top, row.version = wanted, row.version + 1
    return ["services asked for most: changed"]


def export_entries() -> Row:
    """What a file would plant: `entries`, `hidden` and `top`. An imported entry without a LeiKa key has no name that an
    import on another server would know, so what was said of it stays out."""
    rows = list(db.session.scalars(select(Service).order_by(Service.title_key, Service.id)))
    names = names_of(rows)
    entries: list[Row] = []
    hidden: list[str] = []
    for row in rows:
        if row.id not in names:
            continue
        if row.own or (row.hidden and _is_imported(row)):
            entries.append(_written(row, names[row.id]))
        if row.hidden:
            hidden.append(names[row.id])
    top = db.session.scalar(select(ServiceSettings.top)) or []
    keys = {str(row_id): key for row_id, key in names.items()}
    return {"entries": entries, "hidden": sorted(hidden), "top": [keys[one] for one in top if one in keys]}


def names_of(rows: Iterable[Service]) -> dict[uuid.UUID, str]:
    """What an exported file calls entries, by id; what it does not know has no name there."""
    return {row.id: key for key, row in by_name(rows).items() if not _is_imported(row) or _is_told_of(row)}


def by_name(rows: Iterable[Service]) -> dict[str, Service]:
    """Entries by the name that a file has for them: that of the Land's template, their key, or one from their title."""
    found = list(rows)
    named = {row.key: row for row in found if row.key} | {row.land_key: row for row in found if row.land_key}
    listed = {row.id for row in named.values()}
    for row in sorted((row for row in found if row.id not in listed), key=lambda row: row.id):
        named[_free_key(row.title, named)] = row
    return {key: row for key, row in named.items() if key is not None}


def _is_imported(row: Service) -> bool:
    """Whether nobody but a source knows it."""
    return row.origin is not Origin.OWN and row.land_key is None


def _is_told_of(row: Service) -> bool:
    return row.leika_key is not None and (bool(row.own) or row.hidden)


def _free_key(title: str, taken: Iterable[str | None]) -> str:
    base, used = reference.slug_of(title)[:KEY_LENGTH].strip("-") or "dienst", set(taken)
    numbered = (f"{base}-{number}" for number in range(2, len(used) + 3))
    return base if base not in used else next(key for key in numbered if key not in used)


def _plant(row: Service | None, seed: Row, leika_key: str | None, now: datetime) -> tuple[list[str], Service]:
    key, own = seed["key"], seed["own"]
    if row is None:
        row = Service(origin=Origin.OWN, key=key, leika_key=leika_key, own=own, title="", updated_at=now)
        db.session.add(row)
        return [f"service {key}: added"], row
    if row.origin is not Origin.OWN or row.land_key is not None:
        leika_key = row.leika_key  # that of the Land or of a source
    if (row.own, row.leika_key) == (own, leika_key):
        return [], row
    if row.edited:
        return [f"service {key}: kept: edited in the app"], row
    row.own, row.leika_key, row.key = own, leika_key, row.key or key
    _touch(row, now)
    return [f"service {key}: changed"], row


def _take_out(row: Service, here: Here, now: datetime) -> str:
    """Words that no file has any more: what lies below them shows again, if there is something."""
    name, row.own = row.land_key or row.key, {}
    if row.source_id is not None:
        row.origin = db.session.get_one(ServiceSource, row.source_id).kind
        _touch(row, now)
    elif row.land_key is None or not fall_back(row, here, now):
        db.session.delete(row)
        return f"service {name}: removed"
    return f"service {name}: without own words"


def _hide(named: dict[str, Service], keys: list[str], now: datetime) -> list[str]:
    hidden = {named[key].id for key in keys if key in named}
    lines = []
    for key, row in named.items():
        if row.hidden is (row.id in hidden):
            continue
        if not row.edited:
            row.hidden = not row.hidden
            _touch(row, now)
            lines.append(f"service {key}: {'hidden' if row.hidden else 'shown'}")
        elif row.id in hidden:
            lines.append(f"service {key}: kept: shown in the app")
    return lines


def _touch(row: Service, now: datetime) -> None:
    row.updated_at, row.version = now, row.version + 1


def _written(row: Service, key: str) -> Row:
    """An entry as a file has it."""
    own = {name: row.own[name] for name in WRITTEN if row.own.get(name) is not None}
    own |= {name: "" for name in EMPTY if row.own.get(name, "") is None}
    written: Row = {"key": key}
    if row.land_key is None:
        written |= {"leika_key": row.leika_key} if row.leika_key else {}
        own = {"title": row.title} | own
    return written | {NAMES.get(name, name): value for name, value in own.items()}
