# SPDX-License-Identifier: EUPL-1.2
"""Web push: keys, subscriptions and their topics, messages and what is left to send of them."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "push_keys",
        sa.Column("public_key", sa.String(length=100), nullable=False),
        sa.Column("private_sealed", sa.String(length=400), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_push_keys_tenant_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_push_keys")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_push_keys_tenant_id_id")),
        sa.UniqueConstraint("tenant_id", name=op.f("uq_push_keys_tenant_id")),
    )
    op.create_table(
        "push_message",
        sa.Column("subject_type", sa.String(length=20), nullable=True),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("text", sa.String(length=300), nullable=False),
        sa.Column("url", sa.String(length=500), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("test", sa.Boolean(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "state",
            sa.Enum("waiting", "sending", "sent", "cancelled", name="messagestate", native_enum=False, length=12),
            nullable=False,
        ),
        sa.Column("audience", sa.Integer(), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=False),
        sa.Column("gone", sa.Integer(), nullable=False),
        sa.Column("failed", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.String(length=120), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_push_message_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_push_message")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_push_message_tenant_id_id")),
        sa.UniqueConstraint(
            "tenant_id",
            "subject_type",
            "subject_id",
            "round",
            name=op.f("uq_push_message_tenant_id_subject_type_subject_id_round"),
        ),
    )
    with op.batch_alter_table("push_message") as batch:
        batch.create_index("ix_push_message_due", ["tenant_id", "state", "due_at"], unique=False)

    op.create_table(
        "push_subscription",
        sa.Column("endpoint", sa.String(length=1000), nullable=False),
        sa.Column("endpoint_hash", sa.String(length=64), nullable=False),
        sa.Column("p256dh", sa.String(length=90), nullable=False),
        sa.Column("auth", sa.String(length=24), nullable=False),
        sa.Column("quiet_from", sa.Integer(), nullable=True),
        sa.Column("quiet_to", sa.Integer(), nullable=True),
        sa.Column("urgent_passes", sa.Boolean(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_push_subscription_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_push_subscription")),
        sa.UniqueConstraint("tenant_id", "endpoint_hash", name=op.f("uq_push_subscription_tenant_id_endpoint_hash")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_push_subscription_tenant_id_id")),
    )
    op.create_table(
        "push_delivery",
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("subscription_id", sa.Uuid(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column(
            "reason", sa.Enum("quiet", "retry", "test", name="reason", native_enum=False, length=12), nullable=False
        ),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "message_id"],
            ["push_message.tenant_id", "push_message.id"],
            name=op.f("fk_push_delivery_tenant_id_message_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "subscription_id"],
            ["push_subscription.tenant_id", "push_subscription.id"],
            name=op.f("fk_push_delivery_tenant_id_subscription_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_push_delivery_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_push_delivery")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_push_delivery_tenant_id_id")),
        sa.UniqueConstraint(
            "tenant_id",
            "message_id",
            "subscription_id",
            name=op.f("uq_push_delivery_tenant_id_message_id_subscription_id"),
        ),
    )
    with op.batch_alter_table("push_delivery") as batch:
        batch.create_index("ix_push_delivery_due", ["tenant_id", "due_at"], unique=False)
        batch.create_index("ix_push_delivery_subscription", ["tenant_id", "subscription_id"], unique=False)

    op.create_table(
        "push_slice",
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("after_id", sa.Uuid(), nullable=False),
        sa.Column("last_id", sa.Uuid(), nullable=False),
        sa.Column("holder", sa.Uuid(), nullable=True),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "message_id"],
            ["push_message.tenant_id", "push_message.id"],
            name=op.f("fk_push_slice_tenant_id_message_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_push_slice_tenant_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_push_slice")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_push_slice_tenant_id_id")),
    )
    with op.batch_alter_table("push_slice") as batch:
        batch.create_index("ix_push_slice_message", ["tenant_id", "message_id"], unique=False)

    op.create_table(
        "push_topic",
        sa.Column("subscription_id", sa.Uuid(), nullable=False),
        sa.Column("topic", sa.String(length=80), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "subscription_id"],
            ["push_subscription.tenant_id", "push_subscription.id"],
            name=op.f("fk_push_topic_tenant_id_subscription_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_push_topic_tenant_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_push_topic")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_push_topic_tenant_id_id")),
        sa.UniqueConstraint(
            "tenant_id", "topic", "subscription_id", name=op.f("uq_push_topic_tenant_id_topic_subscription_id")
        ),
    )
    with op.batch_alter_table("push_topic") as batch:
        batch.create_index("ix_push_topic_subscription", ["tenant_id", "subscription_id"], unique=False)


def downgrade() -> None:
    for table in ("push_topic", "push_slice", "push_delivery", "push_subscription", "push_message", "push_keys"):
        op.drop_table(table)
