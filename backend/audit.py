# SPDX-License-Identifier: EUPL-1.2
"""Who did what when: one line per deed, append-only. Holds names of staff, never personal data of residents.

A line is kept for two years and then forgotten; before that nobody can change or delete it, not even by mistake.
"""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import JSON, Index, String, delete, event, func, select
from sqlalchemy.orm import Mapped, ORMExecuteState, mapped_column

from backend.bulk import change_rows
from backend.db import Model, TenantOwned, TenantSession, db, owned_args
from backend.staff import Staff

KEPT = timedelta(days=730)
# Known to `forget` alone: a delete that carries it may touch lines.
_OLD = object()


class AuditEntry(Model, TenantOwned):
    """One deed. `actor` is the name at that time, so that the line stays readable when the person has left."""

    __tablename__ = "audit_entry"
    __table_args__ = owned_args(Index("ix_audit_entry_tenant_id_at", "tenant_id", "at"))

    at: Mapped[datetime]
    actor_id: Mapped[uuid.UUID | None]
    actor: Mapped[str] = mapped_column(String(120))
    action: Mapped[str] = mapped_column(String(60))
    subject: Mapped[str] = mapped_column(String(300))
    details: Mapped[dict[str, Any]] = mapped_column(JSON)


class AuditIsAppendOnly(RuntimeError):
    """Somebody tried to change or delete a line of the log. Always a programming error."""


def note(action: str, who: Staff | None, subject: str = "", **details: Any) -> None:
    """Add a line as part of the running transaction. `who` is None for the operator and for strangers."""
    db.session.add(
        AuditEntry(
            at=datetime.now(UTC),
            actor_id=who.account_id if who else None,
            actor=who.name if who else "",
            action=action,
            subject=subject[:300],
            details=details,
        )
    )


def list_entries(*, first: int, limit: int) -> tuple[list[dict[str, Any]], int]:
    """The newest lines first, and how many there are in all."""
    columns = (
        AuditEntry.id,
        AuditEntry.at,
        AuditEntry.actor,
        AuditEntry.action,
        AuditEntry.subject,
        AuditEntry.details,
    )
    rows = db.session.execute(
        select(*columns).order_by(AuditEntry.at.desc(), AuditEntry.id.desc()).offset(first).limit(limit)
    )
    total = db.session.scalar(select(func.count(AuditEntry.id))) or 0
    return [dict(found._mapping) for found in rows], total


def forget(now: datetime) -> int:
    """Remove the lines of the current municipality that are older than two years."""
    old = delete(AuditEntry).where(AuditEntry.at < now - KEPT)
    return change_rows(old.execution_options(audit_lines=_OLD))


def _refuse_row(_mapper: object, _connection: object, _row: AuditEntry) -> None:
    raise AuditIsAppendOnly("a line of the log is never changed or deleted")


def _refuse_statement(state: ORMExecuteState) -> None:
    forgets = state.is_delete and state.execution_options.get("audit_lines") is _OLD
    if (state.is_update or state.is_delete) and not forgets and state.bind_mapper is AuditEntry.__mapper__:
        raise AuditIsAppendOnly("lines of the log are never changed or deleted")


event.listen(AuditEntry, "before_update", _refuse_row)
event.listen(AuditEntry, "before_delete", _refuse_row)
event.listen(TenantSession, "do_orm_execute", _refuse_statement)
