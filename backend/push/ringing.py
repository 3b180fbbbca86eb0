# SPDX-License-Identifier: EUPL-1.2
"""How phones hear of what editors publish: with its publication, when it becomes visible, once. A feature has a bell
for its things and a desk that rings it. Knows no request; never commits."""

import uuid
from abc import abstractmethod
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from backend.editing import Acting, ReviewDesk
from backend.problems import Forbidden
from backend.push.operations import messages, reach
from backend.push.operations.messages import LIFE, Notification, Subject

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wish:
    """What the editor wants to appear on the phones; `insist`: although this has rung before."""

    title: str
    text: str
    insist: bool = False


@dataclass(frozen=True, slots=True)
class Bell:
    """Rings for one feature. `kind` names its things in messages, `page` is where they live in the app."""

    kind: str
    page: str

    def ring(self, row: Any, topics: tuple[str, ...], wish: Wish, act: Acting, *, urgent: bool = False) -> None:
        """Announce a Publishable that is public from now or from its date on. Raises AlreadyAnnounced unless it
        insists."""
        begin = max(row.publish_at or act.now, act.now)
        messages.announce(
            Notification(wish.title, wish.text, f"{self.page}/{row.id}", topics, urgent),
            now=act.now,
            who=act.who,
            subject=Subject(self.kind, row.id),
            due_at=begin,
            expires_at=_end(row, begin),
            insist=wish.insist,
        )

    def follow(self, row: Any, topics: tuple[str, ...], now: datetime, *, urgent: bool = False) -> None:
        """A message that still waits rings when the thing appears, for those who want it as it is now: date, topics and
        urgency may have changed."""
        begin = max(row.publish_at or now, now)
        subject = Subject(self.kind, row.id)
        messages.reschedule(subject, begin, _end(row, begin), now, topics=topics, urgent=urgent)

    def silence(self, thing_id: uuid.UUID) -> None:
        """Nothing rings about a thing that residents do not see."""
        messages.cancel(Subject(self.kind, thing_id))

    def notification_of(self, thing_id: uuid.UUID) -> Row | None:
        """The latest message about a thing, with its counts."""
        return messages.of_subjects(self.kind, [thing_id]).get(thing_id)

    def in_brief(self, ids: Collection[uuid.UUID]) -> dict[uuid.UUID, Row]:
        """For a list: state, time and devices of the latest message about each thing that has one."""
        return reach.in_brief(self.kind, ids)


class RingingDesk(ReviewDesk):
    """A desk whose publications can ring."""

    bell: ClassVar[Bell]

    @abstractmethod
    def topics(self, row: Any) -> tuple[str, ...]:
        """Who hears of a thing that has become public."""

    def publish_and_ring(self, thing_id: uuid.UUID, body: Row, expected: int, act: Acting) -> Row:
        """Publish, and with a `notification` (a Wish) let the phones know, also of what is public as it is. Raises
        AlreadyAnnounced as well."""
        wish = Wish(**body["notification"]) if body["notification"] else None
        if wish is None:
            return self.publish(thing_id, expected, act)
        if act.who.organiser_id is not None:
            raise Forbidden("Only the town hall lets phones ring.")
        row = self._locked(thing_id, expected, act)
        if not row.public or row.draft is not None:
            self.publish(thing_id, expected, act)
        else:
            # So that the same request, sent twice, rings once even where it insists.
            row.version += 1
        self.bell.ring(row, self.topics(row), wish, act, urgent=self.urgent(self.content_of(row)))
        return self.describe(row, act)

    def describe(self, row: Any, act: Acting) -> Row:
        """With the notification about it."""
        return super().describe(row, act) | {"notification": self.bell.notification_of(row.id)}

    def release(self, row: Any, act: Acting) -> None:
        """Publish by the dates; what was announced rings then."""
        super().release(row, act)
        self.bell.follow(row, self.topics(row), act.now, urgent=self.urgent(self.content_of(row)))

    def withdraw(self, thing_id: uuid.UUID, expected: int, act: Acting) -> Row:
        """Take it from the residents, and from the phones it has not reached yet."""
        self.bell.silence(thing_id)
        return super().withdraw(thing_id, expected, act)


def _end(row: Any, begin: datetime) -> datetime:
    return min(row.unpublish_at or begin + LIFE, begin + LIFE)
