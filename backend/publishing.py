# SPDX-License-Identifier: EUPL-1.2
"""What news, events and pages share: status and schedule. The read query enforces both dates; no job ever has to come
in time."""

import enum
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Enum, Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Base, db
from backend.instants import UtcDateTime


class Status(enum.StrEnum):
    """`submitted` waits for a second pair of eyes. "Geplant" and "Abgelaufen" are derived from the dates."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Publishable:
    """Mixin: a row that becomes visible at `publish_at` and invisible at `unpublish_at` (instants, UTC).

    `published_at` is when residents first could see it and orders the lists; `updated_at` is when its content last
    changed. Kept apart, a corrected typo does not lift old news.
    """

    status: Mapped[Status] = mapped_column(
        Enum(Status, native_enum=False, length=12, values_callable=lambda names: [name.value for name in names]),
        default=Status.DRAFT,
    )
    publish_at: Mapped[datetime | None]
    unpublish_at: Mapped[datetime | None]
    published_at: Mapped[datetime | None]
    updated_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)


def visible(model: type[Any], now: datetime) -> ColumnElement[bool]:
    """The one condition under which residents see a row of a Publishable model."""
    return and_(
        model.status == Status.PUBLISHED,
        or_(model.publish_at.is_(None), model.publish_at <= now),
        or_(model.unpublish_at.is_(None), model.unpublish_at > now),
    )


def publish(row: Any, now: datetime) -> None:
    """Make a row public, at once or from its `publish_at` on. Publishing again keeps the first `published_at`."""
    row.status = Status.PUBLISHED
    if row.published_at is None:
        row.published_at = max(row.publish_at or now, now)


def withdraw(row: Any) -> None:
    """Take a row from the public; its text and dates stay."""
    row.status = Status.WITHDRAWN


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
