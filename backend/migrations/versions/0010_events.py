# SPDX-License-Identifier: EUPL-1.2
"""Events: categories, organisers, imported calendars, events and their occurrences."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "event_category",
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_event_category_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_category")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_event_category_tenant_id_id")),
        sa.UniqueConstraint("tenant_id", "slug", name=op.f("uq_event_category_tenant_id_slug")),
    )
    op.create_table(
        "event_organiser",
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("phone", sa.String(length=60), nullable=True),
        sa.Column("url", sa.String(length=2000), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_event_organiser_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_organiser")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_event_organiser_tenant_id_id")),
        sa.UniqueConstraint("tenant_id", "name", name=op.f("uq_event_organiser_tenant_id_name")),
    )
    op.create_table(
        "event_source",
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("url", sa.String(length=2000), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("category", sa.String(length=60), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("etag", sa.String(length=500), nullable=True),
        sa.Column("last_modified", sa.String(length=100), nullable=True),
        sa.Column("last_run_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_success_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_error", sa.String(length=500), nullable=True),
        sa.Column("last_reason", sa.String(length=30), nullable=True),
        sa.Column("running_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_event_source_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_source")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_event_source_tenant_id_id")),
        sa.UniqueConstraint("tenant_id", "key", name=op.f("uq_event_source_tenant_id_key")),
    )
    op.create_table(
        "event",
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("teaser", sa.String(length=600), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("category_id", sa.Uuid(), nullable=True),
        sa.Column("organiser_id", sa.Uuid(), nullable=True),
        sa.Column("image_id", sa.Uuid(), nullable=True),
        sa.Column("image_alt", sa.String(length=300), nullable=False),
        sa.Column("image_credit", sa.String(length=200), nullable=True),
        sa.Column("image_caption", sa.String(length=300), nullable=True),
        sa.Column("place_name", sa.String(length=200), nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column(
            "event_status",
            sa.Enum("scheduled", "cancelled", "postponed", name="eventstatus", native_enum=False, length=12),
            nullable=False,
        ),
        sa.Column("status_note", sa.String(length=300), nullable=True),
        sa.Column("timing", sa.JSON(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("expanded_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("source_id", sa.Uuid(), nullable=True),
        sa.Column("uid", sa.String(length=500), nullable=True),
        sa.Column("source_hash", sa.String(length=64), nullable=True),
        sa.Column("source_name", sa.String(length=120), nullable=True),
        sa.Column("source_url", sa.String(length=2000), nullable=True),
        sa.Column("edited", sa.Boolean(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "status",
            sa.Enum("draft", "submitted", "published", "withdrawn", name="status", native_enum=False, length=12),
            nullable=False,
        ),
        sa.Column("publish_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("unpublish_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_by_id", sa.Uuid(), nullable=True),
        sa.Column("submitted_by", sa.String(length=120), nullable=True),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("returned_note", sa.String(length=500), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("draft", sa.JSON(), nullable=True),
        sa.Column("edited_by", sa.String(length=120), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["tenant_id", "category_id"],
            ["event_category.tenant_id", "event_category.id"],
            name=op.f("fk_event_tenant_id_category_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "image_id"],
            ["media_file.tenant_id", "media_file.id"],
            name=op.f("fk_event_tenant_id_image_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "organiser_id"],
            ["event_organiser.tenant_id", "event_organiser.id"],
            name=op.f("fk_event_tenant_id_organiser_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "source_id"],
            ["event_source.tenant_id", "event_source.id"],
            name=op.f("fk_event_tenant_id_source_id"),
        ),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_event_tenant_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_event_tenant_id_id")),
        sa.UniqueConstraint("tenant_id", "source_id", "uid", name=op.f("uq_event_tenant_id_source_id_uid")),
    )
    with op.batch_alter_table("event") as batch:
        batch.create_index("ix_event_begin", ["tenant_id", "publish_at"], unique=False)
        batch.create_index("ix_event_end", ["tenant_id", "unpublish_at"], unique=False)
        batch.create_index("ix_event_expanded", ["tenant_id", "expanded_until"], unique=False)
        batch.create_index("ix_event_organiser", ["tenant_id", "organiser_id"], unique=False)
        batch.create_index("ix_event_status", ["tenant_id", "status"], unique=False)

    op.create_table(
        "event_occurrence",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("category_id", sa.Uuid(), nullable=True),
        sa.Column("date", sa.String(length=16), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("all_day", sa.Boolean(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("long", sa.Boolean(), nullable=False),
        sa.Column(
            "status",
            sa.Enum("scheduled", "cancelled", "postponed", name="eventstatus", native_enum=False, length=12),
            nullable=False,
        ),
        sa.Column("note", sa.String(length=300), nullable=True),
        sa.Column("title", sa.String(length=300), nullable=True),
        sa.Column("place_name", sa.String(length=200), nullable=True),
        sa.Column("previous_start", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "event_id"],
            ["event.tenant_id", "event.id"],
            name=op.f("fk_event_occurrence_tenant_id_event_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_event_occurrence_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_occurrence")),
        sa.UniqueConstraint("tenant_id", "event_id", "date", name=op.f("uq_event_occurrence_tenant_id_event_id_date")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_event_occurrence_tenant_id_id")),
    )
    with op.batch_alter_table("event_occurrence") as batch:
        batch.create_index(
            "ix_event_occurrence_category", ["tenant_id", "category_id", "starts_at", "id"], unique=False
        )
        batch.create_index("ix_event_occurrence_event", ["tenant_id", "event_id", "starts_at"], unique=False)
        batch.create_index("ix_event_occurrence_running", ["tenant_id", "long", "until_at"], unique=False)
        batch.create_index("ix_event_occurrence_start", ["tenant_id", "starts_at", "id"], unique=False)


def downgrade() -> None:
    for table in ("event_occurrence", "event", "event_source", "event_organiser", "event_category"):
        op.drop_table(table)
