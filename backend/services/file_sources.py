# SPDX-License-Identifier: EUPL-1.2
"""Sources in the tenant file: where entries are imported from. Knows no request; never commits. A municipality's key
for a source never stands in the file."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import select

from backend import jobs
from backend.db import db
from backend.services.importing import KIND
from backend.services.leaving import forget_source
from backend.services.links import Here
from backend.services.models import Origin, ServiceSource
from backend.tenants.compile_services import USUAL_URL, same_server

Row = dict[str, Any]
COLUMNS = ("name", "kind", "url", "settings")
STATE = ("etag", "last_modified", "last_error", "last_reason")


def plant_sources(seeds: Iterable[Row], here: Here, now: datetime) -> list[str]:
    """Bring sources in line with the file; a line per change; new and changed ones are read soon."""
    existing = {row.key: row for row in db.session.scalars(select(ServiceSource))}
    lines = []
    for seed in seeds:
        row = existing.pop(seed["key"], None)
        values = {name: seed[name] for name in COLUMNS} | {"kind": Origin(seed["kind"])}
        if row is not None and row.kind is not values["kind"]:
            # What another kind of source has said means nothing to this one.
            forget_source(row, here, now)
            row = None
        if row is None:
            row = ServiceSource(key=seed["key"], **values)
            db.session.add(row)
            lines.append(f"services source {row.key}: added")
        elif row.active and all(getattr(row, name) == value for name, value in values.items()):
            continue
        else:
            _change(row, values)
            lines.append(f"services source {row.key}: changed")
        db.session.flush()
        jobs.after_commit(KIND, str(row.id))
    for row in existing.values():
        forget_source(row, here, now)
        lines.append(f"services source {row.key}: removed")
    return lines


def rest_sources() -> list[str]:
    """Read no source any more, because the part is off."""
    active = list(db.session.scalars(select(ServiceSource).where(ServiceSource.active)))
    for row in active:
        row.active = False
    return [f"services source {row.key}: switched off" for row in active]


def export_sources() -> list[Row]:
    """The sources, as a file has them."""
    rows = db.session.scalars(select(ServiceSource).where(ServiceSource.active).order_by(ServiceSource.key))
    return [_written(row) for row in rows]


def _change(row: ServiceSource, values: Row) -> None:
    if row.url != values["url"] or row.settings != values["settings"]:
        for name in STATE:
            setattr(row, name, None)
        # An unfinished run would go on elsewhere; what is to be connected still is.
        row.progress = {name: value for name, value in row.progress.items() if name != "since"}
    if not same_server(row.url, values["url"]):
        row.sealed = None
    row.active = True
    for name, value in values.items():
        setattr(row, name, value)


def _written(row: ServiceSource) -> Row:
    written: Row = {"key": row.key, "name": row.name, "kind": row.kind.value}
    return written | ({} if row.url == USUAL_URL.get(row.kind.value) else {"url": row.url}) | row.settings
