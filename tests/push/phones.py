# SPDX-License-Identifier: EUPL-1.2
"""Phones for tests: key pairs as a browser makes them, subscriptions in the database, and the queue's work done at
once."""

import os
import uuid
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from typing import Any

import http_ece
import orjson
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from flask import Flask
from sqlalchemy import func, select, update

from backend.db import db
from backend.jobs import scope
from backend.push import sending
from backend.push.encryption import encode
from backend.push.keys import make_pair
from backend.push.models import PushDelivery, PushKeys, PushSlice, PushSubscription, PushTopic
from backend.push.operations import messages
from backend.push.operations.messages import Notification
from tests.factories import NOW, tenant_id

TEXT = Notification("Bombenfund", "Bitte das Gebiet verlassen.", "/aktuelles", ("news:verkehr",))


@dataclass(frozen=True)
class Phone:
    """A browser's half of a subscription."""

    endpoint: str
    key: EllipticCurvePrivateKey = field(default_factory=lambda: generate_private_key(SECP256R1()))
    secret: bytes = field(default_factory=lambda: os.urandom(16))

    @property
    def point(self) -> bytes:
        return self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    @property
    def auth(self) -> str:
        return encode(self.secret)

    def body(self, *topics: str, **wishes: Any) -> dict[str, Any]:
        """What the app posts."""
        return {
            "endpoint": self.endpoint,
            "keys": {"p256dh": encode(self.point), "auth": self.auth},
            "topics": list(topics) or ["news:verkehr"],
            "quiet": None,
            "urgent_passes": True,
        } | wishes

    def read(self, body: bytes) -> Any:
        """Decrypt with the library below pywebpush."""
        return orjson.loads(http_ece.decrypt(body, private_key=self.key, auth_secret=self.secret, version="aes128gcm"))


@cache
def some_keys() -> tuple[str, str]:
    """Keys of a phone that nobody reads, made once."""
    phone = Phone("")
    return encode(phone.point), phone.auth


def make_keys(app: Flask, slug: str = "alpha") -> str:
    """The municipality's VAPID pair, as `tenant apply` makes it; gives the public key."""
    with app.app_context():
        public, sealed = make_pair()
    with scope(app, tenant_id(app, slug)):
        db.session.add(PushKeys(public_key=public, private_sealed=sealed))
    return public


def add_phone(
    app: Flask, endpoint: str, *topics: str, slug: str = "alpha", phone: Phone | None = None, **details: Any
) -> uuid.UUID:
    """A subscription in the database; gives its id."""
    return add_phones(app, [endpoint], *topics, slug=slug, phone=phone, **details)[0]


def add_phones(
    app: Flask, endpoints: list[str], *topics: str, slug: str = "alpha", phone: Phone | None = None, **details: Any
) -> list[uuid.UUID]:
    """Subscriptions with the same wishes; gives their ids."""
    p256dh, auth = (encode(phone.point), phone.auth) if phone else some_keys()
    with scope(app, tenant_id(app, slug)):
        rows = [
            PushSubscription(
                endpoint=endpoint,
                endpoint_hash=sha256(endpoint.encode()).hexdigest(),
                **{"p256dh": p256dh, "auth": auth} | details,
            )
            for endpoint in endpoints
        ]
        db.session.add_all(rows)
        db.session.flush()
        wanted = topics or ("news:verkehr",)
        db.session.add_all(PushTopic(subscription_id=row.id, topic=topic) for row in rows for topic in wanted)
        return [row.id for row in rows]


def announce(app: Flask, what: Notification = TEXT, slug: str = "alpha", **details: Any) -> uuid.UUID:
    """A message as another feature writes it."""
    with scope(app, tenant_id(app, slug)):
        return messages.announce(what, **{"now": sending._now(), "who": None} | details)


def work(app: Flask, message_id: uuid.UUID, slug: str = "alpha") -> None:
    """What the queue does for this message."""
    with scope(app, tenant_id(app, slug), write=False):
        sending.run(str(message_id))


def due(app: Flask, slug: str = "alpha") -> list[str]:
    """What the sweep would ring the bell for."""
    with scope(app, tenant_id(app, slug), write=False):
        return sending.due()


def message(app: Flask, message_id: uuid.UUID, slug: str = "alpha") -> dict[str, Any]:
    """A message with its counts."""
    with scope(app, tenant_id(app, slug), write=False):
        return messages.get(message_id)


def counts(app: Flask, message_id: uuid.UUID, slug: str = "alpha") -> tuple[int, int, int, int, int]:
    """audience, reached, gone, failed, deferred."""
    row = message(app, message_id, slug)
    return row["audience"], row["reached"], row["gone"], row["failed"], row["deferred"]


def rows_of(app: Flask, model: Any, slug: str = "alpha") -> int:
    """How many rows a municipality has."""
    with scope(app, tenant_id(app, slug), write=False):
        return db.session.scalar(select(func.count(model.id))) or 0


def hurry(app: Flask, slug: str = "alpha") -> None:
    """Let the time come for whatever is left over, and every lease end."""
    with scope(app, tenant_id(app, slug)):
        quick = {"synchronize_session": False}
        db.session.execute(update(PushDelivery).values(due_at=NOW).execution_options(**quick))
        db.session.execute(update(PushSlice).values(lease_until=NOW).execution_options(**quick))
