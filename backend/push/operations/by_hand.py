# SPDX-License-Identifier: EUPL-1.2
"""What staff do by hand: a notification on its own, a test to oneself, calling off. Knows no request; never commits."""

import uuid
from datetime import datetime, timedelta

from sqlalchemy.exc import IntegrityError

from backend import audit, jobs
from backend.db import db, new_id
from backend.problems import Conflict, Invalid
from backend.push.encryption import MAX_PAYLOAD
from backend.push.models import MessageState, PushDelivery, PushMessage, PushSubscription, Reason
from backend.push.operations.messages import KIND, Notification, Row, announce, get, stop, tidy
from backend.push.payload import payload_of
from backend.staff import Staff

TEST_LIFE = timedelta(minutes=10)


class AlreadySent(Conflict):
    """What has left the house cannot be called back."""

    code, title = "already-sent", "The notification was sent already"


class OtherMessage(Conflict):
    """The id that the client chose belongs to something else."""

    code, title = "id-taken", "Another notification has this id"


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
        rings_at = max(due_at or known.created_at, known.created_at)
        there = Notification(known.title, known.text, known.url, tuple(known.topics), known.urgent)
        if (there, known.due_at, known.subject_id) != (tidy(what), rings_at, None):
            raise OtherMessage()
        return get(message_id), False
    try:
        with db.session.begin_nested():
            announce(what, now=now, who=who, due_at=due_at, expires_at=expires_at, message_id=message_id)
    except IntegrityError as error:
        # Another municipality's, or the same request a moment earlier: then asking again finds it.
        raise OtherMessage() from error
    return get(message_id), True


def call_off(message_id: uuid.UUID, who: Staff) -> Row:
    """Staff end a message that waits. Raises Missing, AlreadySent."""
    row = get(message_id)
    if not stop(message_id):
        raise AlreadySent()
    audit.note("push.cancelled", who, row["title"])
    return get(message_id)


def test(what: Notification, subscription: PushSubscription, now: datetime, who: Staff) -> uuid.UUID:
    """Send to one device of the editor, now, whatever its topics and quiet hours. Raises Invalid."""
    what = tidy(what)
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
