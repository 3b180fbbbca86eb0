# SPDX-License-Identifier: EUPL-1.2
"""The history of what staff edit: who did what when, with the whole content each time. Knows no feature: a subject is a
word and an id."""

import enum
import uuid
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, Index, String, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from backend.bulk import change_rows
from backend.db import Model, TenantOwned, db, owned_args
from backend.problems import Missing
from backend.staff import Staff

Row = dict[str, Any]
# Saving happens by itself every few seconds: one line of history for each sitting, not for each pause in typing.
SITTING = timedelta(minutes=10)


class Deed(enum.StrEnum):
    """What a revision is the result of."""

    SAVED = "saved"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    IMPORTED = "imported"


class Revision(Model, TenantOwned):
    """The content of a subject after one deed. `author` is the name at that time, so that the line stays readable when
    the person has left; empty for what came without a person. `began_at` is the first save of a sitting."""

    __tablename__ = "revision"
    __table_args__ = owned_args(Index("ix_revision_subject", "tenant_id", "subject_id", "subject", "at"))

    subject: Mapped[str] = mapped_column(String(20))
    subject_id: Mapped[uuid.UUID]
    kind: Mapped[str] = mapped_column(String(12))
    began_at: Mapped[datetime]
    at: Mapped[datetime]
    author_id: Mapped[uuid.UUID | None]
    author: Mapped[str] = mapped_column(String(120))
    content: Mapped[Row] = mapped_column(JSON)


def record(subject: str, subject_id: uuid.UUID, deed: Deed, content: Row, who: Staff, now: datetime) -> None:
    """Add a line to the history; a save soon after one's own save replaces it."""
    if deed is Deed.SAVED:
        last = _last(subject, subject_id)
        mine = last is not None and last.kind == deed and last.author_id == who.account_id
        if last is not None and mine and now - last.began_at < SITTING:
            last.content, last.at = content, now
            return
    _add(subject, subject_id, deed, content, now, author_id=who.account_id, author=who.name)


def end_sitting(subject: str, subject_id: uuid.UUID) -> None:
    """Let the next save have a line of its own, so that what is dropped now can be found again."""
    last = _last(subject, subject_id)
    if last is not None:
        last.began_at -= SITTING


def record_origin(subject: str, subject_id: uuid.UUID, deed: Deed, content: Row, author: str, at: datetime) -> None:
    """Add what was there before the first member touched it."""
    _add(subject, subject_id, deed, content, at, author_id=None, author=author)


def list_revisions(subject: str, subject_id: uuid.UUID) -> list[Row]:
    """The lines of a history, newest first, without contents."""
    columns = (Revision.id, Revision.at, Revision.author, Revision.kind)
    return [dict(row._mapping) for row in db.session.execute(_newest_first(select(*columns), subject, subject_id))]


def get_revision(subject: str, subject_id: uuid.UUID, revision_id: uuid.UUID) -> Row:
    """One line with its content. Raises Missing."""
    columns = (Revision.id, Revision.at, Revision.author, Revision.kind, Revision.content)
    query = _newest_first(select(*columns), subject, subject_id).where(Revision.id == revision_id)
    row = db.session.execute(query).one_or_none()
    if row is None:
        raise Missing("There is no such version.")
    return dict(row._mapping)


def forget(subject: str, subject_id: uuid.UUID) -> None:
    """Delete the history of something that is deleted."""
    change_rows(delete(Revision).where(Revision.subject == subject, Revision.subject_id == subject_id))


def _add(subject: str, subject_id: uuid.UUID, deed: Deed, content: Row, at: datetime, **author: Any) -> None:
    row = Revision(subject=subject, subject_id=subject_id, kind=deed.value, content=content, began_at=at, at=at)
    row.author_id, row.author = author["author_id"], author["author"]
    db.session.add(row)


def _last(subject: str, subject_id: uuid.UUID) -> Revision | None:
    found: Revision | None = db.session.scalar(_newest_first(select(Revision), subject, subject_id).limit(1))
    return found


def _newest_first(query: Any, subject: str, subject_id: uuid.UUID) -> Any:
    found = query.where(Revision.subject == subject, Revision.subject_id == subject_id)
    return found.order_by(Revision.at.desc(), Revision.id.desc())
