# SPDX-License-Identifier: EUPL-1.2
"""What the worker writes down: which part of the audience somebody is sending to, what became of each batch, what is
left over. Knows no HTTP; never commits.

Results of a batch, the place reached and the deleted subscriptions stand in one transaction. A worker that dies loses
its lease after LEASE; whoever goes on repeats at most what was in flight: the batch not written down yet and the one
behind it (2 × BATCH devices for each worker).
"""

import uuid
from base64 import urlsafe_b64decode
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from sqlalchemy import ColumnElement, Exists, Select, case, delete, exists, insert, or_, select, update

from backend.bulk import change_rows
from backend.db import current_tenant_id, db, new_id
from backend.push.encryption import Recipient
from backend.push.models import (
    MessageState,
    PushDelivery,
    PushMessage,
    PushSlice,
    PushSubscription,
    PushTopic,
)
from backend.push.operations import messages
from backend.push.operations.batches import Device, Order, Part, Tally, alike
from backend.push.operations.messages import Subject
from backend.push.payload import headers_of, payload_of
from backend.push.quiet import quiet_until
from backend.push.transport import Target

BATCH = 128
SLICE = 2000
LEASE = timedelta(seconds=90)
BEFORE_ALL = uuid.UUID(int=0)
OriginOf = Callable[[str], str | None]


class LostLease(Exception):
    """Another worker has taken over: what this one did meanwhile is not written down twice."""


def load(message_id: uuid.UUID, now: datetime) -> Order | None:
    """The message, or None."""
    row = db.session.get(PushMessage, message_id)
    if row is None:
        return None
    subject = (row.subject_type, row.subject_id) if row.subject_type and row.subject_id else None
    return Order(
        row.id, row.state, subject, tuple(row.topics), row.urgent, row.test, row.due_at, row.expires_at,
        payload_of(row), headers_of(row, now),
    )  # fmt: skip


def due(now: datetime) -> list[uuid.UUID]:
    """The messages for which there is something to do now: their time has come, nobody is at it, or a device is due."""
    waiting = select(PushMessage.id).where(PushMessage.state == MessageState.WAITING, PushMessage.due_at <= now)
    left = select(PushSlice.message_id).where(_free(now)).distinct()
    deferred = select(PushDelivery.message_id).where(PushDelivery.due_at <= now).distinct()
    found = [message_id for query in (waiting, left, deferred) for message_id in db.session.scalars(query)]
    return list(dict.fromkeys(found))


def survey(order: Order) -> tuple[int, list[uuid.UUID]]:
    """How many devices want this message, and the last of each SLICE of them."""
    wanted = select(PushTopic.subscription_id).where(PushTopic.topic.in_(order.topics)).distinct()
    count, edges, last = 0, list[uuid.UUID](), None
    # Read row by row: a list of all of them would grow with the municipality.
    for last in db.session.scalars(wanted.order_by(PushTopic.subscription_id).execution_options(yield_per=1000)):
        count += 1
        if count % SLICE == 0:
            edges.append(last)
    if last is not None and count % SLICE:
        edges.append(last)
    return count, edges


def begin(order: Order, count: int, edges: Sequence[uuid.UUID]) -> bool:
    """From waiting to sending, once: False if another worker was first, or if it was replaced or called off since it
    was read. What is left of an earlier message whose place this one takes is dropped: tried again, it would come
    after this one."""
    row = db.session.get(PushMessage, order.id, with_for_update=True)
    if row is None or row.state is not MessageState.WAITING or not _is_as_read(row, order):
        return False
    row.state, row.audience = MessageState.SENDING if edges else MessageState.SENT, count
    if order.subject:
        messages.supersede(Subject(*order.subject), row)
    parts = pairwise([BEFORE_ALL, *edges])
    db.session.add_all(PushSlice(message_id=order.id, after_id=after, last_id=last) for after, last in parts)
    return True


def claim_part(order: Order, now: datetime) -> Part | None:
    """Take a slice that nobody holds, or whose holder has not been heard of for LEASE."""
    free = select(PushSlice).where(PushSlice.message_id == order.id, _free(now)).order_by(PushSlice.last_id)
    row = db.session.scalar(free.limit(1).with_for_update(skip_locked=True))
    if row is None:
        return None
    row.holder, row.lease_until = new_id(), now + LEASE
    return Part(row.id, row.holder, row.after_id, row.last_id)


def read_batch(order: Order, part: Part, after: uuid.UUID, now: datetime, allowed: OriginOf) -> list[Device]:
    """The next devices of a slice."""
    row = PushSubscription
    query = _devices().where(row.id > after, row.id <= part.last_id, _wants(order)).order_by(row.id).limit(BATCH)
    return [_device(found, allowed, quiet_until=_silence(found, order, now)) for found in db.session.execute(query)]


def claim_deliveries(order: Order, now: datetime, allowed: OriginOf) -> tuple[datetime, list[Device]]:
    """Take what is due of the left-over: it is due again after LEASE, unless somebody writes down what became of it.
    Topics and quiet hours are those of now, whyever it was put off."""
    due_rows = select(PushDelivery.id).where(PushDelivery.message_id == order.id, PushDelivery.due_at <= now)
    ids = db.session.scalars(due_rows.order_by(PushDelivery.due_at).limit(BATCH).with_for_update(skip_locked=True))
    lease = now + LEASE
    taken = list(ids)
    change_rows(update(PushDelivery).where(PushDelivery.id.in_(taken)).values(due_at=lease))
    query = (
        _devices(PushDelivery.id.label("delivery_id"), PushDelivery.attempts, _wants(order).label("wants"))
        .join(PushDelivery, PushDelivery.subscription_id == PushSubscription.id)
        .where(PushDelivery.id.in_(taken))
    )
    rows = db.session.execute(query).all()
    return lease, [
        _device(
            found,
            allowed,
            quiet_until=_silence(found, order, now),
            attempts=found.attempts,
            delivery_id=found.delivery_id,
            wants=order.test or found.wants,
        )
        for found in rows
    ]


def record_part(order: Order, part: Part, tally: Tally, after: uuid.UUID | None, *, last: bool, now: datetime) -> bool:
    """Write down a batch of a slice and how far it has come. False if the message was called off; raises LostLease."""
    if not _count(order, tally, (MessageState.SENDING,)):
        return False
    held = (PushSlice.id == part.id, PushSlice.holder == part.holder)
    moved = update(PushSlice).where(*held).values(after_id=after, lease_until=now + LEASE)
    if not change_rows(delete(PushSlice).where(*held) if last else moved):
        raise LostLease
    _forget(tally.gone)
    _defer(order, tally)
    if last and not db.session.scalar(select(PushSlice.id).where(PushSlice.message_id == order.id).limit(1)):
        change_rows(update(PushMessage).where(PushMessage.id == order.id).values(state=MessageState.SENT))
    return True


def record_deliveries(order: Order, lease: datetime, devices: Sequence[Device], tally: Tally) -> bool:
    """Write down a batch of left-over deliveries. False if the message was called off; raises LostLease."""
    settled = [one.delivery_id for one in devices if one.id not in tally.later and one.id not in tally.gone]
    if not _count(order, tally, (MessageState.SENDING, MessageState.SENT)):
        return False
    held = PushDelivery.due_at == lease
    # Subscriptions before deliveries, as when a resident leaves: the other way round the two could wait for each other.
    done = _forget(tally.gone)
    done += change_rows(delete(PushDelivery).where(PushDelivery.id.in_(settled), held))
    for (due_at, attempts, reason), ids in alike(devices, tally).items():
        again = update(PushDelivery).where(PushDelivery.id.in_(ids), held)
        done += change_rows(again.values(due_at=due_at, attempts=attempts, reason=reason))
    if devices and not done:
        raise LostLease
    return True


def expire(order: Order) -> None:
    """Nothing of it is worth sending any more; whoever was not reached counts as failed."""
    row = PushMessage
    never = update(row).where(row.id == order.id, row.state == MessageState.WAITING)
    change_rows(never.values(state=MessageState.CANCELLED))
    begun = update(row).where(row.id == order.id, row.state.in_((MessageState.SENDING, MessageState.SENT)))
    # More than the audience are served when somebody chose the topic while it was sent.
    failed = case((row.audience > row.reached + row.gone, row.audience - row.reached - row.gone), else_=0)
    change_rows(begun.values(state=MessageState.SENT, failed=failed))
    change_rows(delete(PushSlice).where(PushSlice.message_id == order.id))
    change_rows(delete(PushDelivery).where(PushDelivery.message_id == order.id))


def _free(now: datetime) -> ColumnElement[bool]:
    return or_(PushSlice.lease_until.is_(None), PushSlice.lease_until < now)


def _devices(*more: Any) -> Select[Any]:
    row = PushSubscription
    return select(row.id, row.endpoint, row.p256dh, row.auth, row.quiet_from, row.quiet_to, row.urgent_passes, *more)


def _silence(found: Any, order: Order, now: datetime) -> datetime | None:
    passes = order.test or (order.urgent and found.urgent_passes)
    return None if passes else quiet_until(found.quiet_from, found.quiet_to, now)


def _wants(order: Order) -> Exists:
    return exists().where(PushTopic.subscription_id == PushSubscription.id, PushTopic.topic.in_(order.topics))


def _is_as_read(row: PushMessage, order: Order) -> bool:
    return (payload_of(row), tuple(row.topics)) == (order.payload, order.topics)


def _count(order: Order, tally: Tally, states: Sequence[MessageState]) -> bool:
    row = PushMessage
    # Also locks the message, so that of two workers that finish at once one sees that it is the last.
    counted = update(row).where(row.id == order.id, row.state.in_(states))
    return bool(
        change_rows(
            counted.values(
                reached=row.reached + tally.reached,
                gone=row.gone + len(tally.gone) + tally.left,
                failed=row.failed + tally.failed,
            )
        )
    )


def _forget(gone: Sequence[uuid.UUID]) -> int:
    return change_rows(delete(PushSubscription).where(PushSubscription.id.in_(gone))) if gone else 0


def _defer(order: Order, tally: Tally) -> None:
    if not tally.later:
        return
    # Somebody may have unsubscribed while the batch was on its way.
    there = select(PushSubscription.id).where(PushSubscription.id.in_(tally.later))
    known = list(db.session.scalars(there.with_for_update(read=True, key_share=True)))
    rows = [
        {
            "tenant_id": current_tenant_id(), "id": new_id(), "message_id": order.id, "subscription_id": one,
            "due_at": due_at, "attempts": attempts, "reason": reason,
        }
        for one in known
        for due_at, attempts, reason in [tally.later[one]]
    ]  # fmt: skip
    if rows:
        db.session.execute(insert(PushDelivery), rows)


def _device(found: Any, allowed: OriginOf, **more: Any) -> Device:
    service = allowed(found.endpoint)
    # Written by us without padding; too much of it does no harm.
    keys = Recipient(urlsafe_b64decode(found.p256dh + "=="), urlsafe_b64decode(found.auth + "=="))
    return Device(found.id, Target(found.id, found.endpoint, service, keys) if service else None, **more)
