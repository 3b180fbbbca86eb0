# SPDX-License-Identifier: EUPL-1.2
"""Events: who may write for one organiser only, whose pictures are whose, and what residents suggest."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ORGANISER = ["tenant_id", "organiser_id"], ["tenant_id", "id"]


def upgrade() -> None:
    for table in ("staff_membership", "staff_invitation"):
        with op.batch_alter_table(table) as batch:
            batch.add_column(sa.Column("organiser_id", sa.Uuid(), nullable=True))
            batch.create_foreign_key(op.f(f"fk_{table}_tenant_id_organiser_id"), "event_organiser", *ORGANISER)
    with op.batch_alter_table("staff_settings") as batch:
        batch.add_column(sa.Column("organisers_publish", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("staff_settings") as batch:
        batch.alter_column("organisers_publish", server_default=None)
    with op.batch_alter_table("media_file") as batch:
        batch.add_column(sa.Column("created_by_id", sa.Uuid(), nullable=True))
    op.create_table(
        "event_suggestion",
        sa.Column("secret_digest", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("start", sa.String(length=16), nullable=False),
        sa.Column("end", sa.String(length=16), nullable=True),
        sa.Column("all_day", sa.Boolean(), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("organiser", sa.String(length=120), nullable=False),
        sa.Column("link", sa.String(length=2000), nullable=True),
        sa.Column(
            "state",
            sa.Enum("received", "accepted", "declined", name="suggestionstate", native_enum=False, length=12),
            nullable=False,
        ),
        sa.Column("note", sa.String(length=500), nullable=True),
        sa.Column("event_id", sa.Uuid(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.String(length=120), nullable=True),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_event_suggestion_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_suggestion")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_event_suggestion_tenant_id_id")),
    )
    op.create_index("ix_event_suggestion_received", "event_suggestion", ["tenant_id", "received_at"])
    op.create_table(
        "event_suggestion_contact",
        sa.Column("suggestion_id", sa.Uuid(), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.Column("delete_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "suggestion_id"],
            ["event_suggestion.tenant_id", "event_suggestion.id"],
            name=op.f("fk_event_suggestion_contact_tenant_id_suggestion_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_event_suggestion_contact_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_suggestion_contact")),
        sa.UniqueConstraint(
            "tenant_id", "suggestion_id", name=op.f("uq_event_suggestion_contact_tenant_id_suggestion_id")
        ),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_event_suggestion_contact_tenant_id_id")),
    )
    op.create_index("ix_event_suggestion_contact_end", "event_suggestion_contact", ["tenant_id", "delete_at"])


def downgrade() -> None:
    op.drop_table("event_suggestion_contact")
    op.drop_table("event_suggestion")
    with op.batch_alter_table("media_file") as batch:
        batch.drop_column("created_by_id")
    with op.batch_alter_table("staff_settings") as batch:
        batch.drop_column("organisers_publish")
    for table in ("staff_membership", "staff_invitation"):
        with op.batch_alter_table(table) as batch:
            batch.drop_constraint(op.f(f"fk_{table}_tenant_id_organiser_id"), type_="foreignkey")
            batch.drop_column("organiser_id")
