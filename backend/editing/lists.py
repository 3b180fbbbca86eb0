# SPDX-License-Identifier: EUPL-1.2
"""The editors' lists of what has a status and dates: filters, counts, and what every line says. Knows no request."""

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case, func, select

from backend.db import db
from backend.publishing import State, Status, in_state, state_of
from backend.text import fold

Row = dict[str, Any]
MOST_WORDS = 10
COMMON = (
    "id", "version", "publish_at", "unpublish_at", "published_at", "edited_by", "submitted_by", "submitted_at",
)  # fmt: skip


def waiting(model: type[Any], wanted: State, now: datetime) -> ColumnElement[bool]:
    """The condition of a filter. A correction that waits for its release is both visible and to be released."""
    found: ColumnElement[bool] = model.submitted_at.is_not(None)
    return found if wanted is State.SUBMITTED else in_state(model, wanted, now)


def matching(
    model: type[Any], now: datetime, *, state: str | None, q: str | None, category_id: uuid.UUID | None = None
) -> list[ColumnElement[bool]]:
    """The conditions of the filters that all lists have; every word of `q` must occur."""
    words = fold(q or "").split()[:MOST_WORDS]
    found = [model.search_text.contains(word, autoescape=True) for word in words]
    if category_id:
        found.append(model.category_id == category_id)
    return [*found, waiting(model, State(state), now)] if state else found


def count_by_state(model: type[Any], now: datetime, *conditions: ColumnElement[bool]) -> Row:
    """How many rows there are, in all and in each state."""
    sums = [func.sum(case((waiting(model, one, now), 1), else_=0)).label(one.value) for one in State]
    query = select(func.count(model.id).label("all"), *sums).select_from(model).where(*conditions)
    return {name: value or 0 for name, value in db.session.execute(query).one()._mapping.items()}


def categories(model: type[Any]) -> dict[str, Any]:
    """The rows (id, slug, name) of a model of categories, by slug."""
    return {row.slug: row for row in db.session.execute(select(model.id, model.slug, model.name))}


def line(row: Any, content: Row, known: dict[str, Any], lacks: Callable[[Row, datetime], Row], now: datetime) -> Row:
    """What a line says whatever the thing is. `content` is the working copy, or as much of the columns as `lacks`
    asks for; what is public as it is lacks nothing."""
    category = known.get(content["category"] or "")
    pending = row.draft is not None or row.status is not Status.PUBLISHED
    return {name: getattr(row, name) for name in COMMON} | {
        "state": state_of(row, now),
        "title": content["title"],
        "category": {"slug": category.slug, "name": category.name} if category else None,
        "edited_at": row.edited_at or row.updated_at,
        "source_name": row.source_name if row.source_id else None,
        "source_edited": row.source_name is not None and (row.edited or row.draft is not None),
        "unpublished_changes": row.draft is not None,
        "lacks": list(lacks(content, now)) if pending else [],
    }
