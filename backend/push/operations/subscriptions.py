# SPDX-License-Identifier: EUPL-1.2
"""What residents do: subscribe, look, change, leave. Knows no request; never commits.

There is no account: whoever knows a subscription's `auth` secret, which only its browser does, owns it.
"""

import hashlib
import uuid
from collections.abc import Collection
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from backend.bulk import change_rows
from backend.db import db
from backend.problems import Conflict, Invalid, Missing
from backend.push.encryption import BadKeys, encode, recipient
from backend.push.models import PushKeys, PushSubscription, PushTopic
from backend.push.origins import origin_of
from backend.sealing import same

Row = dict[str, Any]


class ForeignEndpoint(Conflict):
    """The address is known with other keys: the browser should unsubscribe and subscribe anew."""

    code, title = "subscription-known", "This subscription belongs to somebody else"


def public_key() -> str | None:
    """The municipality's VAPID key for browsers; None until `tenant apply` has made one."""
    return db.session.scalar(select(PushKeys.public_key))


def subscribe(given: Row, allowed: tuple[str, ...]) -> tuple[Row, bool]:
    """Store a subscription, or change the one with the same endpoint; and whether it is new.

    Raises Invalid for a foreign push service or unusable keys, ForeignEndpoint.
    """
    values = _read(given, allowed)
    row, new = _by_endpoint(values["endpoint_hash"]), False
    if row is None:
        row, new = _insert(values)
    _refuse_stranger(row, values)
    _apply(row, given)
    return _shown(row), new


def show(subscription_id: uuid.UUID, auth: str) -> Row:
    """What this browser has subscribed to. Raises Missing, also for a wrong secret."""
    return _shown(own(subscription_id, auth))


def change(subscription_id: uuid.UUID, auth: str, given: Row, allowed: tuple[str, ...]) -> Row:
    """Replace topics and quiet hours, and with `endpoint` and `keys` the address too: browsers renew it by themselves.

    Raises Missing, Invalid, ForeignEndpoint.
    """
    row = own(subscription_id, auth)
    if given.get("endpoint"):
        values = _read(given, allowed)
        try:
            _move(row, values)
        except IntegrityError:
            # Another request was first with this address: now its row is found.
            _move(row, values)
    _apply(row, given)
    return _shown(row)


def leave(subscription_id: uuid.UUID, auth: str) -> None:
    """Delete a subscription with everything that belongs to it. Raises Missing."""
    row = own(subscription_id, auth)
    change_rows(delete(PushSubscription).where(PushSubscription.id == row.id))


def forget_topics(topics: Collection[str]) -> None:
    """Nobody hears of these any more; a device that wanted nothing else leaves altogether."""
    wanted = select(PushTopic.subscription_id).where(PushTopic.topic.in_(topics))
    devices = list(db.session.scalars(wanted.distinct()))
    change_rows(delete(PushTopic).where(PushTopic.topic.in_(topics)))
    other = select(PushTopic.id).where(PushTopic.subscription_id == PushSubscription.id).exists()
    change_rows(delete(PushSubscription).where(PushSubscription.id.in_(devices), ~other))


def own(subscription_id: uuid.UUID, auth: str) -> PushSubscription:
    """The subscription with this id if `auth` is its secret. Raises Missing: nobody learns which ids exist."""
    # Whoever changes it holds it until the commit: two requests at once would both add the same topic.
    row = db.session.get(PushSubscription, subscription_id, with_for_update=bool(db.session().info.get("write")))
    if row is None or not same(row.auth, auth.rstrip("=")):
        raise Missing("There is no such subscription.")
    return row


def _read(given: Row, allowed: tuple[str, ...]) -> Row:
    if origin_of(given["endpoint"], allowed) is None:
        raise Invalid("This push service is not known here.", {"endpoint": ["Not an address of a known push service."]})
    try:
        keys = recipient(given["keys"]["p256dh"], given["keys"]["auth"])
    except BadKeys as error:
        raise Invalid("The keys cannot be used.", {"keys": ["Not the keys of a push subscription."]}) from error
    return {
        "endpoint": given["endpoint"],
        "endpoint_hash": hashlib.sha256(given["endpoint"].encode()).hexdigest(),
        "p256dh": encode(keys.point),
        "auth": encode(keys.auth),
    }


def _by_endpoint(endpoint_hash: str) -> PushSubscription | None:
    known = select(PushSubscription).where(PushSubscription.endpoint_hash == endpoint_hash)
    return db.session.scalar(known.with_for_update())


def _move(row: PushSubscription, values: Row) -> None:
    other = _by_endpoint(values["endpoint_hash"])
    if other is not None and other.id != row.id:
        _refuse_stranger(other, values)
        change_rows(delete(PushSubscription).where(PushSubscription.id == other.id))
    with db.session.begin_nested():
        for name, value in values.items():
            setattr(row, name, value)


def _insert(values: Row) -> tuple[PushSubscription, bool]:
    row = PushSubscription(**values)
    try:
        with db.session.begin_nested():
            db.session.add(row)
    except IntegrityError:
        # The same browser asked twice at once, and the other request was first.
        known = _by_endpoint(values["endpoint_hash"])
        if known is None:
            raise
        return known, False
    return row, True


def _refuse_stranger(row: PushSubscription, values: Row) -> None:
    if not same(row.auth, values["auth"]):
        raise ForeignEndpoint()
    row.p256dh = values["p256dh"]


def _apply(row: PushSubscription, given: Row) -> None:
    quiet = given["quiet"]
    row.quiet_from, row.quiet_to = (_minute(quiet["from"]), _minute(quiet["to"])) if quiet else (None, None)
    if quiet and row.quiet_from == row.quiet_to:
        raise Invalid("Quiet hours need two different times.", {"quiet": ["Begin and end are the same."]})
    row.urgent_passes = given["urgent_passes"]
    wanted = set(given["topics"])
    there = set(db.session.scalars(select(PushTopic.topic).where(PushTopic.subscription_id == row.id)))
    change_rows(delete(PushTopic).where(PushTopic.subscription_id == row.id, PushTopic.topic.in_(there - wanted)))
    db.session.flush()
    db.session.add_all(PushTopic(subscription_id=row.id, topic=topic) for topic in sorted(wanted - there))
    db.session.flush()


def _shown(row: PushSubscription) -> Row:
    topics = select(PushTopic.topic).where(PushTopic.subscription_id == row.id).order_by(PushTopic.topic)
    quiet = None
    if row.quiet_from is not None and row.quiet_to is not None:
        quiet = {"from": _clock(row.quiet_from), "to": _clock(row.quiet_to)}
    return {
        "id": row.id,
        "topics": list(db.session.scalars(topics)),
        "quiet": quiet,
        "urgent_passes": row.urgent_passes,
    }


def _minute(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
