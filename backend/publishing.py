# SPDX-License-Identifier: EUPL-1.2
"""What news, events and pages share: working copy, status and schedule. The read query enforces both dates; no job ever
has to come in time. The verbs of editors stand in editing/."""

import enum
import uuid
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import JSON, ColumnElement, Enum, Select, String, and_, bindparam, func, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Base, db
from backend.instants import UtcDateTime


class Status(enum.StrEnum):
    """`submitted` waits for a second pair of eyes. "Geplant" and "Abgelaufen" are derived from the dates."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class State(enum.StrEnum):
    """What editors call the status together with the dates."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    SCHEDULED = "scheduled"
    VISIBLE = "visible"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class Category:
    """Mixin: a topic under which things are published, seeded from the tenant file by `slug`."""

    slug: Mapped[str] = mapped_column(String(60))
    name: Mapped[str] = mapped_column(String(60))
    position: Mapped[int] = mapped_column(default=0)


class Editable:
    """Mixin: a row that staff edit. `version` counts every change, for conditional writes; `draft` is the working copy
    of something public (its whole content, as JSON) until it is published; `edited_by` is the name of who acted last,
    at `edited_at`, None for what no member has touched.
    """

    version: Mapped[int] = mapped_column(default=1)
    draft: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    edited_by: Mapped[str | None] = mapped_column(String(120))
    edited_at: Mapped[datetime | None]

    @property
    def public(self) -> bool:
        """Whether residents see the columns now, or will or did by their dates: then edits go into the working copy."""
        raise NotImplementedError


class Publishable(Editable):
    """Mixin: a row that becomes visible at `publish_at` and invisible at `unpublish_at` (instants, UTC).

    `published_at` is when residents first could see it and orders the lists; `updated_at` is when its content last
    changed. Kept apart, a corrected typo does not lift old news. `submitted_at` is set while the item or its working
    copy waits for a second pair of eyes, `returned_note` says why it came back.
    """

    status: Mapped[Status] = mapped_column(
        Enum(Status, native_enum=False, length=12, values_callable=lambda names: [name.value for name in names]),
        default=Status.DRAFT,
    )
    publish_at: Mapped[datetime | None]
    unpublish_at: Mapped[datetime | None]
    published_at: Mapped[datetime | None]
    updated_at: Mapped[datetime]
    submitted_by_id: Mapped[uuid.UUID | None]
    submitted_by: Mapped[str | None] = mapped_column(String(120))
    submitted_at: Mapped[datetime | None]
    returned_note: Mapped[str | None] = mapped_column(String(500))

    @property
    def public(self) -> bool:
        """Also planned and expired ones."""
        return self.status is Status.PUBLISHED


def visible(model: type[Any], now: datetime) -> ColumnElement[bool]:
    """The one condition under which residents see a row of a Publishable model."""
    return and_(
        model.status == Status.PUBLISHED,
        or_(model.publish_at.is_(None), model.publish_at <= now),
        or_(model.unpublish_at.is_(None), model.unpublish_at > now),
    )


def state_of(row: Any, now: datetime) -> State:
    """The state of a row, or of a result row with `status`, `publish_at` and `unpublish_at`."""
    if row.status is not Status.PUBLISHED:
        return State(row.status.value)
    if row.publish_at is not None and row.publish_at > now:
        return State.SCHEDULED
    if row.unpublish_at is not None and row.unpublish_at <= now:
        return State.EXPIRED
    return State.VISIBLE


def in_state(model: type[Any], wanted: State, now: datetime) -> ColumnElement[bool]:
    """The condition under which `state_of` gives this state."""
    public = model.status == Status.PUBLISHED
    begun = or_(model.publish_at.is_(None), model.publish_at <= now)
    if wanted is State.SCHEDULED:
        return and_(public, model.publish_at > now)
    if wanted is State.EXPIRED:
        return and_(public, begun, model.unpublish_at <= now)
    if wanted is State.VISIBLE:
        return visible(model, now)
    return and_(model.status == Status(wanted.value))


def seen(row: Any, now: datetime) -> bool:
    """Whether residents could ever see this row."""
    return row.published_at is not None and row.published_at <= now


def publish(row: Any, now: datetime) -> None:
    """Make a row public, at once or from its `publish_at` on. What residents have seen keeps its first
    `published_at`; what is still planned moves with its date."""
    row.status = Status.PUBLISHED
    if not seen(row, now):
        row.published_at = max(row.publish_at or now, now)


def withdraw(row: Any, now: datetime) -> None:
    """Take a row from the public; its text and dates stay."""
    row.status = Status.WITHDRAWN
    if not seen(row, now):
        row.published_at = None


def next_change(now: datetime) -> datetime | None:
    """The next instant at which something scheduled begins or ends in the current municipality, or None."""
    found = [moment for query in _moments() for moment in db.session.execute(query, {"now": now}).one()]
    return min((moment for moment in found if moment is not None), default=None)


@cache
def _moments() -> list[Select[Any]]:
    """For each publishable model, its earliest future dates; built once, because every miss asks."""
    instant = bindparam("now", type_=UtcDateTime)
    queries = []
    for mapper in Base.registry.mappers:
        model: Any = mapper.class_
        if issubclass(model, Publishable):
            public = model.status == Status.PUBLISHED
            # Two searches in two indexes; two minima in one pass would read every row.
            earliest = (
                select(func.min(date)).where(public, date > instant).scalar_subquery()
                for date in (model.publish_at, model.unpublish_at)
            )
            queries.append(select(*earliest))
    return queries
