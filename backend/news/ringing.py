# SPDX-License-Identifier: EUPL-1.2
"""What news tell phones: an item rings with its publication, when it becomes visible, once. Knows no request; never
commits."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend.editing import Acting
from backend.news.models import NewsItem
from backend.push.operations import messages, reach
from backend.push.operations.messages import LIFE, Notification, Subject

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wish:
    """What the editor wants to appear on the phones; `insist`: although this item has rung before."""

    title: str
    text: str
    insist: bool = False


def topics_of(category: str | None, *, urgent: bool) -> tuple[str, ...]:
    """Who hears of an item: those who want its category, and of an urgent one those who want warnings."""
    return (*([f"news:{category}"] if category else []), *(["urgent"] if urgent else []))


def ring(row: NewsItem, category: str | None, wish: Wish, act: Acting) -> None:
    """Announce an item that is public from now or from its date on. Raises AlreadyAnnounced unless it insists."""
    begin = max(row.publish_at or act.now, act.now)
    messages.announce(
        Notification(wish.title, wish.text, f"/aktuelles/{row.id}", topics_of(category, urgent=row.urgent), row.urgent),
        now=act.now,
        who=act.who,
        subject=_subject(row.id),
        due_at=begin,
        expires_at=_end(row, begin),
        insist=wish.insist,
    )


def follow(row: NewsItem, category: str | None, now: datetime) -> None:
    """A message that still waits rings when the item appears, for those who want its category: both may have
    changed."""
    begin = max(row.publish_at or now, now)
    topics = topics_of(category, urgent=row.urgent)
    messages.reschedule(_subject(row.id), begin, _end(row, begin), now, topics=topics, urgent=row.urgent)


def silence(item_id: uuid.UUID) -> None:
    """Nothing rings about an item that residents do not see."""
    messages.cancel(_subject(item_id))


def notification_of(item_id: uuid.UUID) -> Row | None:
    """The latest message about an item, with its counts."""
    return messages.of_subjects("news", [item_id]).get(item_id)


def in_brief(item_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, Row]:
    """For a list: state, time and devices of the latest message about each item that has one."""
    return reach.in_brief("news", item_ids)


def _end(row: NewsItem, begin: datetime) -> datetime:
    return min(row.unpublish_at or begin + LIFE, begin + LIFE)


def _subject(item_id: uuid.UUID) -> Subject:
    return Subject("news", item_id)
