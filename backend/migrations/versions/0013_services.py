# SPDX-License-Identifier: EUPL-1.2
"""Services: entries of the directory with their texts, online services and links, offices, sources."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

CHILDREN_FIRST = (
    "service_office online_service service_import_item service office service_source service_settings service_link "
    "service_text"
)


def upgrade() -> None:
    op.create_table(
        "service_text",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("stored_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_service_text")),
    )
    op.create_table(
        "service_link",
        sa.Column("url_hash", sa.String(length=64), nullable=False),
        sa.Column("url", sa.String(length=2000), nullable=False),
        sa.Column(
            "state", sa.Enum("unknown", "ok", "broken", name="linkstate", native_enum=False, length=20), nullable=False
        ),
        sa.Column("status_code", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=30), nullable=True),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("broken_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_service_link_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_link")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_service_link_tenant_id_id")),
        sa.UniqueConstraint("tenant_id", "url_hash", name=op.f("uq_service_link_tenant_id_url_hash")),
    )
    op.create_index("ix_service_link_state", "service_link", ["tenant_id", "state", "checked_at"])
    op.create_table(
        "service_settings",
        sa.Column("top", sa.JSON(), nullable=False),
        sa.Column("edited", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_service_settings_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_settings")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_service_settings_tenant_id_id")),
        sa.UniqueConstraint("tenant_id", name=op.f("uq_service_settings_tenant_id")),
    )
    op.create_table(
        "service_source",
        sa.Column(
            "kind",
            sa.Enum("own", "land", "xzufi", "pvog", "infodienste", name="origin", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=True),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("progress", sa.JSON(), nullable=False),
        sa.Column("report", sa.JSON(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
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
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_service_source_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_source")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_service_source_tenant_id_id")),
        sa.UniqueConstraint("tenant_id", "key", name=op.f("uq_service_source_tenant_id_key")),
    )
    op.create_table(
        "office",
        sa.Column("key", sa.String(length=80), nullable=True),
        sa.Column("source_id", sa.Uuid(), nullable=True),
        sa.Column("external_id", sa.String(length=200), nullable=True),
        sa.Column(
            "origin",
            sa.Enum("own", "land", "xzufi", "pvog", "infodienste", name="origin", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("name_key", sa.String(length=200), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("address", sa.JSON(), nullable=False),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("phone", sa.String(length=60), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("url", sa.String(length=2000), nullable=True),
        sa.Column("hours", sa.JSON(), nullable=False),
        sa.Column("exceptions", sa.JSON(), nullable=False),
        sa.Column("accessibility", sa.String(length=1000), nullable=False),
        sa.Column("transit", sa.String(length=1000), nullable=False),
        sa.Column("note", sa.String(length=1000), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("edited", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "source_id"],
            ["service_source.tenant_id", "service_source.id"],
            name=op.f("fk_office_tenant_id_source_id"),
        ),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_office_tenant_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_office_tenant_id_id")),
        sa.UniqueConstraint("tenant_id", "key", name=op.f("uq_office_tenant_id_key")),
        sa.UniqueConstraint(
            "tenant_id", "source_id", "external_id", name=op.f("uq_office_tenant_id_source_id_external_id")
        ),
    )
    op.create_index("ix_office_order", "office", ["tenant_id", "position", "name_key"])
    op.create_table(
        "service",
        sa.Column(
            "origin",
            sa.Enum("own", "land", "xzufi", "pvog", "infodienste", name="origin", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("key", sa.String(length=80), nullable=True),
        sa.Column("land_key", sa.String(length=80), nullable=True),
        sa.Column("source_id", sa.Uuid(), nullable=True),
        sa.Column("external_id", sa.String(length=200), nullable=True),
        sa.Column("leika_key", sa.String(length=14), nullable=True),
        sa.Column("leika_keys", sa.JSON(), nullable=False),
        sa.Column("portal_id", sa.String(length=80), nullable=True),
        sa.Column("text_hash", sa.String(length=64), nullable=True),
        sa.Column("translations", sa.JSON(), nullable=False),
        sa.Column("own", sa.JSON(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("in_pvog", sa.Boolean(), nullable=True),
        sa.Column("stand", sa.Date(), nullable=True),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("teaser", sa.String(length=600), nullable=False),
        sa.Column("situation", sa.String(length=60), nullable=False),
        sa.Column("synonyms", sa.Text(), nullable=False),
        sa.Column("title_key", sa.String(length=300), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column(
            "link_level",
            sa.Enum("own", "online", "portal", "bundesportal", "search", name="level", native_enum=False, length=20),
            nullable=True,
        ),
        sa.Column("link_broken", sa.Boolean(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("edited", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "source_id"],
            ["service_source.tenant_id", "service_source.id"],
            name=op.f("fk_service_tenant_id_source_id"),
        ),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_service_tenant_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["text_hash"], ["service_text.hash"], name=op.f("fk_service_text_hash")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_service_tenant_id_id")),
        sa.UniqueConstraint("tenant_id", "key", name=op.f("uq_service_tenant_id_key")),
        sa.UniqueConstraint("tenant_id", "leika_key", name=op.f("uq_service_tenant_id_leika_key")),
        sa.UniqueConstraint(
            "tenant_id", "source_id", "external_id", name=op.f("uq_service_tenant_id_source_id_external_id")
        ),
    )
    op.create_index("ix_service_situation", "service", ["tenant_id", "hidden", "situation", "title_key"])
    op.create_index("ix_service_text", "service", ["text_hash"])
    op.create_index("ix_service_title", "service", ["tenant_id", "hidden", "title_key", "id"])
    op.create_table(
        "service_import_item",
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("external_id", sa.String(length=200), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "source_id"],
            ["service_source.tenant_id", "service_source.id"],
            name=op.f("fk_service_import_item_tenant_id_source_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_service_import_item_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_import_item")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_service_import_item_tenant_id_id")),
        sa.UniqueConstraint(
            "tenant_id",
            "source_id",
            "kind",
            "external_id",
            name=op.f("uq_service_import_item_tenant_id_source_id_kind_external_id"),
        ),
    )
    op.create_index("ix_service_import_item_seen", "service_import_item", ["tenant_id", "source_id", "seen"])
    op.create_table(
        "online_service",
        sa.Column("service_id", sa.Uuid(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=True),
        sa.Column("external_id", sa.String(length=200), nullable=True),
        sa.Column(
            "origin",
            sa.Enum("own", "land", "xzufi", "pvog", "infodienste", name="origin", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("url", sa.String(length=2000), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "municipality", "county", "land", "federal", "nationwide", name="reach", native_enum=False, length=20
            ),
            nullable=False,
        ),
        sa.Column("trust_level", sa.String(length=60), nullable=True),
        sa.Column("payment", sa.String(length=200), nullable=True),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "service_id"],
            ["service.tenant_id", "service.id"],
            name=op.f("fk_online_service_tenant_id_service_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "source_id"],
            ["service_source.tenant_id", "service_source.id"],
            name=op.f("fk_online_service_tenant_id_source_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_online_service_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_online_service")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_online_service_tenant_id_id")),
    )
    op.create_index("ix_online_service_external", "online_service", ["tenant_id", "source_id", "external_id"])
    op.create_index("ix_online_service_service", "online_service", ["tenant_id", "service_id", "position"])
    op.create_table(
        "service_office",
        sa.Column("service_id", sa.Uuid(), nullable=False),
        sa.Column("office_id", sa.Uuid(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=True),
        sa.Column("external_id", sa.String(length=200), nullable=True),
        sa.Column(
            "origin",
            sa.Enum("own", "land", "xzufi", "pvog", "infodienste", name="origin", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("role", sa.String(length=2), nullable=False),
        sa.Column("area", sa.String(length=12), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "office_id"],
            ["office.tenant_id", "office.id"],
            name=op.f("fk_service_office_tenant_id_office_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "service_id"],
            ["service.tenant_id", "service.id"],
            name=op.f("fk_service_office_tenant_id_service_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "source_id"],
            ["service_source.tenant_id", "service_source.id"],
            name=op.f("fk_service_office_tenant_id_source_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_service_office_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_office")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_service_office_tenant_id_id")),
        sa.UniqueConstraint(
            "tenant_id",
            "service_id",
            "office_id",
            "role",
            "area",
            name=op.f("uq_service_office_tenant_id_service_id_office_id_role_area"),
        ),
    )
    op.create_index("ix_service_office_external", "service_office", ["tenant_id", "source_id", "external_id"])
    op.create_index("ix_service_office_office", "service_office", ["tenant_id", "office_id"])


def downgrade() -> None:
    for table in CHILDREN_FIRST.split():
        op.drop_table(table)
