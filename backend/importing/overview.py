# SPDX-License-Identifier: EUPL-1.2
"""The editors' view of imported feeds: how they are, and run one now. Knows no request; never commits."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from backend import audit, jobs
from backend.db import db
from backend.importing.running import Importer
from backend.problems import Conflict, Missing
from backend.staff import Staff

Row = dict[str, Any]
COLUMNS = (
    "id", "key", "name", "url", "category", "active", "last_run_at", "last_success_at", "last_error", "last_reason",
    "running_since",
)  # fmt: skip


def list_sources(importer: Importer, now: datetime) -> list[Row]:
    """All feeds, those that are read before those that are switched off, each with the number of its `items`."""
    source, item = importer.source, importer.item
    items = select(func.count(item.id)).where(item.source_id == source.id).scalar_subquery()
    columns = (*(getattr(source, name) for name in COLUMNS), items.label("items"))
    rows = db.session.execute(select(*columns).order_by(source.active.desc(), source.name, source.key))
    return [{**row._mapping, "last_error": _trouble(row), "running": _runs(importer, row, now)} for row in rows]


def ask_for_run(importer: Importer, source_id: uuid.UUID, who: Staff, now: datetime) -> None:
    """Mark a feed as running and ring the bell; nothing more if it runs already. Raises Missing, or Conflict for a feed
    that is switched off."""
    row = importer.locked(source_id)
    if row is None:
        raise Missing("There is no such feed.")
    if not row.active:
        raise Conflict("This feed is switched off.")
    if not _runs(importer, row, now):
        row.running_since = now
        jobs.after_commit(importer.kind, str(row.id))
        audit.note(f"{importer.feature}.source-run", who, row.name, id=str(row.id))


def _trouble(source: Any) -> Row | None:
    if source.last_error is None:
        return None
    return {"reason": source.last_reason or "unexpected", "detail": source.last_error}


def _runs(importer: Importer, source: Any, now: datetime) -> bool:
    return source.running_since is not None and source.running_since > now - importer.lost_after
