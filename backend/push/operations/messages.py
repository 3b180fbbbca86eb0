# SPDX-License-Identifier: EUPL-1.2
"""What staff and other features do: announce something, put it off, call it off, see whom it reaches. Knows no request;
never commits.

A message is a row first; sending.py sends it. Other features call `announce`, `reschedule`, `cancel`, `of_subjects`.
"""

import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, delete, func, or_, select, update
from sqlalchemy.exc import IntegrityError

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
    Reason,
)
from backend.push.payload import payload_of
from backend.push.quiet import quiet_until
from backend.staff import Staff

KIND = "push"
LIFE = timedelta(days=1)
KEPT = timedelta(days=730)
TEST_LIFE = timedelta(minutes=10)
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


class AlreadySent(Conflict):
    """What has left the house cannot be called back."""

    code, title = "already-sent", "The notification was sent already"


class OtherMessage(Conflict):
    """The id that the client chose belongs to something else."""

    code, title = "id-taken", "Another notification has this id"


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
    visible is asked again when it rings. Raises AlreadyAnnounced unless `insist` or `anew`; Invalid for a message that
    is too long or expires before it rings.
    """
    due_at = max(due_at or now, now)
    expires_at = expires_at or due_at + LIFE
    if expires_at <= due_at:
        raise Invalid("The notification would expire before it rings.", {"expires_at": ["Must be after due_at."]})
    last = _latest(subject) if subject else None
    if last is not None and last.state in (MessageState.SENDING, MessageState.SENT) and not (insist or anew):
        raise AlreadyAnnounced()
    row = last if last is not None and last.state is MessageState.WAITING and not anew else None
    if row is None:
        row = PushMessage(id=message_id or new_id(), round=(last.round if last else 0) + 1, created_at=now)
        if subject:
            row.subject_type, row.subject_id = subject.type, subject.id
        db.session.add(row)
    row.title, row.text, row.url, row.urgent = what.title, what.text, what.url, what.urgent
    row.topics = list(dict.fromkeys(what.topics))
    row.due_at, row.expires_at, row.created_by = due_at, expires_at, who.name if who else ""
    if len(payload_of(row)) > MAX_PAYLOAD:
        raise Invalid("The notification is too long.", {"text": ["Too long."]})
    db.session.flush()
    if who is not None:
        audit.note("push.announced", who, what.title, topics=row.topics, urgent=what.urgent, due_at=due_at.isoformat())
    if due_at <= now:
        jobs.after_commit(KIND, str(row.id))
    return row.id


def announce_once(
    message_id: uuid.UUID,
    what: Notification,
    *,
    due_at: datetime | None,
    expires_at: datetime | None,
    now: datetime,
    who: Staff,
) -> tuple[Row, bool]:
    """A message on its own under an id made by the client: a repeated request finds the first one's; and whether it is
    new. Raises OtherMessage, Invalid."""
    known = db.session.get(PushMessage, message_id)
    if known is not None:
        if (known.title, known.text, known.subject_id) != (what.title, what.text, None):
            raise OtherMessage()
        return get(message_id), False
    try:
        with db.session.begin_nested():
            announce(what, now=now, who=who, due_at=due_at, expires_at=expires_at, message_id=message_id)
    except IntegrityError as error:
        # Another municipality's, or the same request a moment earlier: then asking again finds it.
        raise OtherMessage() from error
    return get(message_id), True


def reschedule(subject: Subject, due_at: datetime | None, now: datetime) -> bool:
    """Let a waiting message ring at another time (None: at once), with the same time to live; whether there was one."""
    row = _latest(subject)
    if row is None or row.state is not MessageState.WAITING:
        return False
    life = row.expires_at - row.due_at
    row.due_at = max(due_at or now, now)
    row.expires_at = row.due_at + life
    if row.due_at <= now:
        jobs.after_commit(KIND, str(row.id))
    return True


def cancel(subject: Subject) -> bool:
    """Call off what has not been sent about a subject, also the rest of a message that is on its way."""
    ids = select(PushMessage.id).where(PushMessage.subject_type == subject.type, PushMessage.subject_id == subject.id)
    return sum(stop(message_id) for message_id in db.session.scalars(ids).all()) > 0


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


def call_off(message_id: uuid.UUID, who: Staff) -> Row:
    """Staff end a message that waits. Raises Missing, AlreadySent."""
    row = get(message_id)
    if not stop(message_id):
        raise AlreadySent()
    audit.note("push.cancelled", who, row["title"])
    return get(message_id)


def test(what: Notification, subscription: PushSubscription, now: datetime, who: Staff) -> uuid.UUID:
    """Send to one device of the editor, now, whatever its topics and quiet hours."""
    row = PushMessage(
        id=new_id(), topics=[], title=what.title, text=what.text, url=what.url, urgent=what.urgent, test=True,
        due_at=now, expires_at=now + TEST_LIFE, state=MessageState.SENT, audience=1, created_at=now,
        created_by=who.name,
    )  # fmt: skip
    if len(payload_of(row)) > MAX_PAYLOAD:
        raise Invalid("The notification is too long.", {"text": ["Too long."]})
    db.session.add(row)
    db.session.flush()
    db.session.add(PushDelivery(message_id=row.id, subscription_id=subscription.id, due_at=now, reason=Reason.TEST))
    jobs.after_commit(KIND, str(row.id))
    return row.id


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
