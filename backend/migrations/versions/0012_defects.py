# SPDX-License-Identifier: EUPL-1.2
"""Defects: categories, reports with contact, photos and history, who is bothered too, what statistics keep."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

CHILDREN_FIRST = "support photo flag entry contact report settings figure counter category"


def upgrade() -> None:
    op.create_table(
        "defect_category",
        sa.Column("group", sa.String(length=60), nullable=False),
        sa.Column("icon", sa.String(length=40), nullable=False),
        sa.Column("hint", sa.String(length=500), nullable=False),
        sa.Column("keywords", sa.JSON(), nullable=False),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("templates", sa.JSON(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("promise_days", sa.Integer(), nullable=False),
        sa.Column("radius", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("edited", sa.Boolean(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_defect_category_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_defect_category")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_defect_category_tenant_id_id")),
        sa.UniqueConstraint("tenant_id", "slug", name=op.f("uq_defect_category_tenant_id_slug")),
    )
    op.create_table(
        "defect_counter",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_defect_counter_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_defect_counter")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_defect_counter_tenant_id_id")),
        sa.UniqueConstraint("tenant_id", "year", name=op.f("uq_defect_counter_tenant_id_year")),
    )
    op.create_table(
        "defect_figure",
        sa.Column("category_slug", sa.String(length=60), nullable=False),
        sa.Column("category_name", sa.String(length=60), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("closed_month", sa.String(length=7), nullable=True),
        sa.Column("days_to_answer", sa.Integer(), nullable=True),
        sa.Column("in_time", sa.Boolean(), nullable=True),
        sa.Column("days_to_done", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_defect_figure_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_defect_figure")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_defect_figure_tenant_id_id")),
    )
    op.create_index("ix_defect_figure_month", "defect_figure", ["tenant_id", "month"])
    op.create_table(
        "defect_settings",
        sa.Column("promise_days", sa.Integer(), nullable=False),
        sa.Column("templates", sa.JSON(), nullable=False),
        sa.Column("edited", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("digest_on", sa.Date(), nullable=True),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_defect_settings_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_defect_settings")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_defect_settings_tenant_id_id")),
        sa.UniqueConstraint("tenant_id", name=op.f("uq_defect_settings_tenant_id")),
    )
    op.create_table(
        "defect_report",
        sa.Column("secret_digest", sa.String(length=64), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("own_topic", sa.String(length=80), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=20), nullable=False),
        sa.Column("category_id", sa.Uuid(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "received",
                "accepted",
                "question",
                "in_progress",
                "scheduled",
                "forwarded",
                "resolved",
                "closed_unresolved",
                "duplicate",
                "withdrawn",
                "rejected",
                name="defectstatus",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "reason",
            sa.Enum(
                "not_responsible",
                "private",
                "no_funds",
                "not_a_defect",
                name="unresolved",
                native_enum=False,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("public_text", sa.Text(), nullable=False),
        sa.Column("text_public", sa.Boolean(), nullable=False),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("public_place", sa.String(length=200), nullable=True),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expected_on", sa.Date(), nullable=True),
        sa.Column("forwarded_to", sa.String(length=200), nullable=True),
        sa.Column("master_id", sa.Uuid(), nullable=True),
        sa.Column("assignee_id", sa.Uuid(), nullable=True),
        sa.Column("replied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reopened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("supports", sa.Integer(), nullable=False),
        sa.Column("flags", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assignee_id"], ["staff_account.id"], name=op.f("fk_defect_report_assignee_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "category_id"],
            ["defect_category.tenant_id", "defect_category.id"],
            name=op.f("fk_defect_report_tenant_id_category_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "master_id"],
            ["defect_report.tenant_id", "defect_report.id"],
            name=op.f("fk_defect_report_tenant_id_master_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_defect_report_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_defect_report")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_defect_report_tenant_id_id")),
        sa.UniqueConstraint("tenant_id", "number", name=op.f("uq_defect_report_tenant_id_number")),
        sa.UniqueConstraint("tenant_id", "year", "serial", name=op.f("uq_defect_report_tenant_id_year_serial")),
    )
    op.create_index(op.f("ix_defect_report_assignee_id"), "defect_report", ["assignee_id"])
    op.create_index("ix_defect_report_category", "defect_report", ["tenant_id", "category_id", "updated_at", "id"])
    op.create_index("ix_defect_report_changed", "defect_report", ["tenant_id", "updated_at", "id"])
    op.create_index("ix_defect_report_closed", "defect_report", ["tenant_id", "closed_at"])
    op.create_index("ix_defect_report_inbox", "defect_report", ["tenant_id", "status", "due_on"])
    op.create_index("ix_defect_report_master", "defect_report", ["tenant_id", "master_id"])
    op.create_index("ix_defect_report_nearby", "defect_report", ["tenant_id", "category_id", "lat"])
    op.create_index("ix_defect_report_received", "defect_report", ["tenant_id", "received_at"])
    op.create_table(
        "defect_contact",
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.Column("mail_updates", sa.Boolean(), nullable=False),
        sa.Column("delete_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "report_id"],
            ["defect_report.tenant_id", "defect_report.id"],
            name=op.f("fk_defect_contact_tenant_id_report_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_defect_contact_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_defect_contact")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_defect_contact_tenant_id_id")),
        sa.UniqueConstraint("tenant_id", "report_id", name=op.f("uq_defect_contact_tenant_id_report_id")),
    )
    op.create_index("ix_defect_contact_end", "defect_contact", ["tenant_id", "delete_at"])
    op.create_table(
        "defect_entry",
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "status",
                "question",
                "reply",
                "note",
                "photo",
                "assignment",
                "text",
                name="entrykind",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "audience",
            sa.Enum("public", "own", "internal", name="audience", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column(
            "status",
            sa.Enum(
                "received",
                "accepted",
                "question",
                "in_progress",
                "scheduled",
                "forwarded",
                "resolved",
                "closed_unresolved",
                "duplicate",
                "withdrawn",
                "rejected",
                name="defectstatus",
                native_enum=False,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column(
            "reason",
            sa.Enum(
                "not_responsible",
                "private",
                "no_funds",
                "not_a_defect",
                name="unresolved",
                native_enum=False,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("by", sa.String(length=120), nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "report_id"],
            ["defect_report.tenant_id", "defect_report.id"],
            name=op.f("fk_defect_entry_tenant_id_report_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_defect_entry_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_defect_entry")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_defect_entry_tenant_id_id")),
    )
    op.create_index("ix_defect_entry_report", "defect_entry", ["tenant_id", "report_id", "at"])
    op.create_table(
        "defect_flag",
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=False),
        sa.Column("text", sa.String(length=1000), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("device_digest", sa.String(length=64), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "report_id"],
            ["defect_report.tenant_id", "defect_report.id"],
            name=op.f("fk_defect_flag_tenant_id_report_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_defect_flag_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_defect_flag")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_defect_flag_tenant_id_id")),
        sa.UniqueConstraint(
            "tenant_id", "report_id", "device_digest", name=op.f("uq_defect_flag_tenant_id_report_id_device_digest")
        ),
    )
    op.create_table(
        "defect_photo",
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("source_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("widths", sa.String(length=60), nullable=False),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("redactions", sa.JSON(), nullable=False),
        sa.Column("public_hash", sa.String(length=64), nullable=True),
        sa.Column("public_width", sa.Integer(), nullable=True),
        sa.Column("public_height", sa.Integer(), nullable=True),
        sa.Column("public_widths", sa.String(length=60), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Enum("reporter", "staff", name="photoorigin", native_enum=False, length=20), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "report_id"],
            ["defect_report.tenant_id", "defect_report.id"],
            name=op.f("fk_defect_photo_tenant_id_report_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_defect_photo_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_defect_photo")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_defect_photo_tenant_id_id")),
        sa.UniqueConstraint(
            "tenant_id", "report_id", "source_hash", name=op.f("uq_defect_photo_tenant_id_report_id_source_hash")
        ),
    )
    op.create_table(
        "defect_support",
        sa.Column("report_id", sa.Uuid(), nullable=False),
        sa.Column("device_digest", sa.String(length=64), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "report_id"],
            ["defect_report.tenant_id", "defect_report.id"],
            name=op.f("fk_defect_support_tenant_id_report_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_defect_support_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_defect_support")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_defect_support_tenant_id_id")),
        sa.UniqueConstraint(
            "tenant_id", "report_id", "device_digest", name=op.f("uq_defect_support_tenant_id_report_id_device_digest")
        ),
    )


def downgrade() -> None:
    for table in CHILDREN_FIRST.split():
        op.drop_table(f"defect_{table}")
