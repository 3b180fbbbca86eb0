# SPDX-License-Identifier: EUPL-1.2
"""What features do: announce something, put it off, call it off, see whom it reaches and what became of it. Knows no
request; never commits.

A message is a row first; sending.py sends it. Other features call `announce`, `reschedule`, `cancel`, `of_subjects`;
what staff do without a subject stands in by_hand.py.
"""

import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, delete, func, or_, select, update

from backend import audit, jobs
from backend.bulk import change_rows
from backend.db import db, new_id
from backend.problems import Conflict, Invalid, Missing
from backend.push.encryption import MAX_PAYLOAD
from backend.push.models import (
    MessageState,
    PushDelivery,
    PushMessage,
    PushSlice,
    PushSubscription,
    PushTopic,
)
from backend.push.payload import payload_of, tag_of
from backend.push.quiet import quiet_until
from backend.staff import Staff
from backend.text import legal

KIND = "push"
LIFE = timedelta(days=1)
KEPT = timedelta(days=730)
Row = dict[str, Any]
COLUMNS = (
    PushMessage.id, PushMessage.subject_type, PushMessage.subject_id, PushMessage.topics, PushMessage.title,
    PushMessage.text, PushMessage.url, PushMessage.urgent, PushMessage.due_at, PushMessage.expires_at,
    PushMessage.state, PushMessage.audience, PushMessage.reached, PushMessage.gone, PushMessage.failed,
    PushMessage.created_at, PushMessage.created_by,
)  # fmt: skip


class AlreadyAnnounced(Conflict):
    """This subject has rung already; it rings again only if somebody insists."""

    code, title = "already-announced", "The notification was sent already"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a message is about, in the words of the feature that owns it: ("news", id)."""

    type: str
    id: uuid.UUID


@dataclass(frozen=True, slots=True)
class Notification:
    """What appears on the phone. `url` is a path of the app; `topics`: whoever wants one of them gets it."""

    title: str
    text: str
    url: str
    topics: tuple[str, ...]
    urgent: bool = False


def announce(
    what: Notification,
    *,
    now: datetime,
    who: Staff | None,
    subject: Subject | None = None,
    due_at: datetime | None = None,
    expires_at: datetime | None = None,
    insist: bool = False,
    anew: bool = False,
    message_id: uuid.UUID | None = None,
) -> uuid.UUID:
    """Write a message that rings at `due_at` (None: at once) and not after `expires_at` (None: a day later).

    One that still waits for the same subject is replaced, unless this one is said `anew`. Whether the subject is
    visible is asked again when it rings. Raises AlreadyAnnounced unless `insist` or `anew`; Invalid for one without a
    title, too long or over before it rings.
    """
    what = tidy(what)
    due_at = max(due_at or now, now)
    expires_at = expires_at or due_at + LIFE
    if expires_at <= due_at:
        raise Invalid("The notification would expire before it rings.", {"expires_at": ["Must be after due_at."]})
    last = _latest(subject) if subject else None
    row = last if last is not None and last.state is MessageState.WAITING and not anew else None
    if row is None:
        if subject and not (insist or anew) and _has_rung(subject):
            raise AlreadyAnnounced()
        row = PushMessage(id=message_id or new_id(), round=(last.round if last else 0) + 1, created_at=now)
        if subject:
            row.subject_type, row.subject_id = subject.type, subject.id
        db.session.add(row)
    row.title, row.text, row.url, row.urgent = what.title, what.text, what.url, what.urgent
    row.topics = list(what.topics)
    row.due_at, row.expires_at, row.created_by = due_at, expires_at, who.name if who else ""
    if len(payload_of(row)) > MAX_PAYLOAD:
        raise Invalid("The notification is too long.", {"text": ["Too long."]})
    db.session.flush()
    if who is not None:
        audit.note("push.announced", who, what.title, topics=row.topics, urgent=what.urgent, due_at=due_at.isoformat())
    _ring(row, now)
    return row.id


def tidy(what: Notification) -> Notification:
    """In one line each, without what no phone shows. Raises Invalid for an empty title."""
    title, text = (" ".join(legal(part).split()) for part in (what.title, what.text))
    if not title:
        raise Invalid("The title is missing.", {"title": ["The title is missing."]})
    return replace(what, title=title, text=text, topics=tuple(dict.fromkeys(what.topics)))


def reschedule(
    subject: Subject,
    due_at: datetime | None,
    expires_at: datetime | None,
    now: datetime,
    *,
    topics: Iterable[str],
    urgent: bool,
) -> bool:
    """Let a waiting message ring when, for whom and as loud as its subject now says (times as in `announce`); its words
    stay. Whether there was one."""
    row = _latest(subject)
    if row is None or row.state is not MessageState.WAITING:
        return False
    row.due_at = max(due_at or now, now)
    row.expires_at = expires_at or row.due_at + LIFE
    row.topics, row.urgent = list(dict.fromkeys(topics)), urgent
    _ring(row, now)
    return True


def cancel(subject: Subject) -> bool:
    """Call off what has not been sent about a subject, also the rest of a message that is on its way."""
    return sum(stop(row.id) for row in _about(subject)) > 0


def supersede(subject: Subject, row: PushMessage) -> None:
    """Call off what is left of earlier messages whose place on the phone this one takes."""
    for earlier in _about(subject):
        if earlier.round < row.round and tag_of(earlier) == tag_of(row):
            stop(earlier.id)


def stop(message_id: uuid.UUID) -> bool:
    """End a message: nothing of it is sent any more. False if there was nothing left to send."""
    open_states = (MessageState.WAITING, MessageState.SENDING)
    stopped = change_rows(
        update(PushMessage)
        .where(PushMessage.id == message_id, PushMessage.state.in_(open_states))
        .values(state=MessageState.CANCELLED)
    )
    change_rows(delete(PushSlice).where(PushSlice.message_id == message_id))
    left = change_rows(delete(PushDelivery).where(PushDelivery.message_id == message_id))
    return bool(stopped or left)


def forget(now: datetime) -> int:
    """Delete tests after a day and what became of messages after KEPT; gives how many."""
    row = PushMessage
    over = or_(and_(row.test, row.expires_at < now - LIFE), row.expires_at < now - KEPT)
    return change_rows(delete(row).where(over))


def audience(topics: Iterable[str], *, urgent: bool, at: datetime) -> Row:
    """How many devices a message would reach, how many of them only after their quiet hours, and when the last of
    these end."""
    wanted = select(PushTopic.subscription_id).where(PushTopic.topic.in_(list(topics)))
    groups = (PushSubscription.quiet_from, PushSubscription.quiet_to, PushSubscription.urgent_passes)
    rows = db.session.execute(
        select(*groups, func.count(PushSubscription.id)).where(PushSubscription.id.in_(wanted)).group_by(*groups)
    ).all()
    ends = [
        (end, count)
        for begin, to, passes, count in rows
        if not (urgent and passes) and (end := quiet_until(begin, to, at)) is not None
    ]
    return {
        "devices": sum(row[3] for row in rows),
        "quiet": sum(count for _end, count in ends),
        "quiet_until": max((end for end, _count in ends), default=None),
    }


def get(message_id: uuid.UUID) -> Row:
    """One message with its counts, a test too. Raises Missing."""
    row = db.session.execute(select(*COLUMNS).where(PushMessage.id == message_id)).one_or_none()
    if row is None:
        raise Missing("There is no such notification.")
    return _with_deferred([row])[0]


def list_messages(*, first: int, limit: int) -> tuple[list[Row], int]:
    """What people have sent, the newest first, and how many there are: no tests, and not what rings by itself."""
    real = and_(PushMessage.test.is_(False), PushMessage.created_by != "")
    rows = db.session.execute(
        select(*COLUMNS)
        .where(real)
        .order_by(PushMessage.due_at.desc(), PushMessage.id.desc())
        .offset(first)
        .limit(limit)
    ).all()
    total = db.session.scalar(select(func.count(PushMessage.id)).where(real)) or 0
    return _with_deferred(rows), total


def of_subjects(subject_type: str, ids: Collection[uuid.UUID]) -> dict[uuid.UUID, Row]:
    """The latest message about each of these subjects, where there is one."""
    rows = db.session.execute(
        select(*COLUMNS)
        .where(PushMessage.subject_type == subject_type, PushMessage.subject_id.in_(list(ids)))
        .order_by(PushMessage.round)
    ).all()
    return {row["subject_id"]: row for row in _with_deferred(rows)}


def _about(subject: Subject) -> Sequence[PushMessage]:
    found = select(PushMessage).where(PushMessage.subject_type == subject.type, PushMessage.subject_id == subject.id)
    return db.session.scalars(found).all()


def _ring(row: PushMessage, now: datetime) -> None:
    """At its second, not when the sweep comes by."""
    jobs.after_commit(KIND, str(row.id), None if row.due_at <= now else row.due_at)


def _has_rung(subject: Subject) -> bool:
    """Also of a message that was called off while it was sent."""
    row = PushMessage
    begun = or_(row.state.in_((MessageState.SENDING, MessageState.SENT)), row.audience > 0)
    about = select(row.id).where(row.subject_type == subject.type, row.subject_id == subject.id, begun)
    return db.session.scalar(about.limit(1)) is not None


def _latest(subject: Subject) -> PushMessage | None:
    about = select(PushMessage).where(PushMessage.subject_type == subject.type, PushMessage.subject_id == subject.id)
    return db.session.scalar(about.order_by(PushMessage.round.desc()).limit(1).with_for_update())


def _with_deferred(rows: Iterable[Any]) -> list[Row]:
    found = [dict(row._mapping) for row in rows]
    counts = db.session.execute(
        select(PushDelivery.message_id, func.count(PushDelivery.id))
        .where(PushDelivery.message_id.in_([row["id"] for row in found]))
        .group_by(PushDelivery.message_id)
    )
    deferred = {row.message_id: row[1] for row in counts}
    return [{**row, "deferred": deferred.get(row["id"], 0)} for row in found]
