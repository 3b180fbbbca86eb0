# SPDX-License-Identifier: EUPL-1.2
"""Rows of web push and their invariants; knows only the database.

A subscription is all that is known of a resident: the address that the browser's push service gave out, and two keys.
"""

import enum
import uuid
from datetime import datetime

from sqlalchemy import JSON, Enum, ForeignKeyConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Model, TenantOwned, owned_args


class MessageState(enum.StrEnum):
    """`sent`: everybody was served, but for devices in their quiet hours and those that are tried again."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    CANCELLED = "cancelled"


class Reason(enum.StrEnum):
    """Why a delivery is left over."""

    QUIET = "quiet"
    RETRY = "retry"
    TEST = "test"


def _names(kind: type[enum.StrEnum]) -> Enum:
    return Enum(kind, native_enum=False, length=12, values_callable=lambda names: [name.value for name in names])


class PushKeys(Model, TenantOwned):
    """The VAPID pair of a municipality (RFC 8292): every subscription is bound to it, so it is never replaced."""

    __tablename__ = "push_keys"
    __table_args__ = owned_args(UniqueConstraint("tenant_id"))

    public_key: Mapped[str] = mapped_column(String(100))
    private_sealed: Mapped[str] = mapped_column(String(400))


class PushSubscription(Model, TenantOwned):
    """One browser that wants notifications. Quiet hours are minutes of the local day, both or none."""

    __tablename__ = "push_subscription"
    __table_args__ = owned_args(UniqueConstraint("tenant_id", "endpoint_hash"))

    endpoint: Mapped[str] = mapped_column(String(1000))
    endpoint_hash: Mapped[str] = mapped_column(String(64))
    p256dh: Mapped[str] = mapped_column(String(90))
    auth: Mapped[str] = mapped_column(String(24))
    quiet_from: Mapped[int | None]
    quiet_to: Mapped[int | None]
    urgent_passes: Mapped[bool] = mapped_column(default=True)


class PushTopic(Model, TenantOwned):
    """A topic that a subscription wants."""

    __tablename__ = "push_topic"
    __table_args__ = owned_args(
        ForeignKeyConstraint(
            ["tenant_id", "subscription_id"],
            ["push_subscription.tenant_id", "push_subscription.id"],
            ondelete="CASCADE",
        ),
        UniqueConstraint("tenant_id", "topic", "subscription_id"),
        Index("ix_push_topic_subscription", "tenant_id", "subscription_id"),
    )

    subscription_id: Mapped[uuid.UUID]
    topic: Mapped[str] = mapped_column(String(80))


class PushMessage(Model, TenantOwned):
    """One notification to all who want one of its topics. About a subject of another feature (`subject_type`,
    `subject_id`) or on its own; `round` counts how often the same subject rang.

    Counts are devices: `audience` when sending began, then `reached`, `gone` (unsubscribed meanwhile) and `failed`
    (refused, or not reached before `expires_at`). Nobody counts who opened it.
    """

    __tablename__ = "push_message"
    __table_args__ = owned_args(
        UniqueConstraint("tenant_id", "subject_type", "subject_id", "round"),
        Index("ix_push_message_due", "tenant_id", "state", "due_at"),
    )

    subject_type: Mapped[str | None] = mapped_column(String(20))
    subject_id: Mapped[uuid.UUID | None]
    round: Mapped[int] = mapped_column(default=1)
    topics: Mapped[list[str]] = mapped_column(JSON)
    title: Mapped[str] = mapped_column(String(120))
    text: Mapped[str] = mapped_column(String(300))
    url: Mapped[str] = mapped_column(String(500))
    urgent: Mapped[bool] = mapped_column(default=False)
    test: Mapped[bool] = mapped_column(default=False)
    due_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    state: Mapped[MessageState] = mapped_column(_names(MessageState), default=MessageState.WAITING)
    audience: Mapped[int] = mapped_column(default=0)
    reached: Mapped[int] = mapped_column(default=0)
    gone: Mapped[int] = mapped_column(default=0)
    failed: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    created_by: Mapped[str] = mapped_column(String(120))


class PushSlice(Model, TenantOwned):
    """A part of a message's audience that one worker sends to at a time: subscriptions after `after_id` up to
    `last_id`. `after_id` moves with every batch; who holds the lease writes down the results."""

    __tablename__ = "push_slice"
    __table_args__ = owned_args(
        ForeignKeyConstraint(
            ["tenant_id", "message_id"], ["push_message.tenant_id", "push_message.id"], ondelete="CASCADE"
        ),
        Index("ix_push_slice_message", "tenant_id", "message_id"),
    )

    message_id: Mapped[uuid.UUID]
    after_id: Mapped[uuid.UUID]
    last_id: Mapped[uuid.UUID]
    holder: Mapped[uuid.UUID | None]
    lease_until: Mapped[datetime | None]


class PushDelivery(Model, TenantOwned):
    """What is left over of a message for one device. `due_at` moves on when a worker takes it: that is the lease."""

    __tablename__ = "push_delivery"
    __table_args__ = owned_args(
        ForeignKeyConstraint(
            ["tenant_id", "message_id"], ["push_message.tenant_id", "push_message.id"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(
            ["tenant_id", "subscription_id"],
            ["push_subscription.tenant_id", "push_subscription.id"],
            ondelete="CASCADE",
        ),
        UniqueConstraint("tenant_id", "message_id", "subscription_id"),
        Index("ix_push_delivery_subscription", "tenant_id", "subscription_id"),
        Index("ix_push_delivery_due", "tenant_id", "due_at"),
    )

    message_id: Mapped[uuid.UUID]
    subscription_id: Mapped[uuid.UUID]
    due_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    reason: Mapped[Reason] = mapped_column(_names(Reason))
