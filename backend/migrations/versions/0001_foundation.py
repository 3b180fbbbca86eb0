# SPDX-License-Identifier: EUPL-1.2
"""Tables of the foundation: municipalities, content versions, pictures, news, pages."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:

    op.create_table(
        "tenant",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.String(length=63), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("ags", sa.String(length=8), nullable=False),
        sa.Column("ars", sa.String(length=12), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("config", sa.JSON(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenant")),
        sa.UniqueConstraint("slug", name=op.f("uq_tenant_slug")),
    )
    op.create_table(
        "content_version",
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_content_version_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("tenant_id", name=op.f("pk_content_version")),
    )
    op.create_table(
        "media_file",
        sa.Column("hash", sa.String(length=32), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("widths", sa.String(length=60), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_media_file_tenant_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media_file")),
        sa.UniqueConstraint("tenant_id", "hash", name=op.f("uq_media_file_tenant_id_hash")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_media_file_tenant_id_id")),
    )
    op.create_table(
        "news_category",
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_news_category_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_news_category")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_news_category_tenant_id_id")),
        sa.UniqueConstraint("tenant_id", "slug", name=op.f("uq_news_category_tenant_id_slug")),
    )
    op.create_table(
        "news_source",
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
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_news_source_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_news_source")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_news_source_tenant_id_id")),
        sa.UniqueConstraint("tenant_id", "key", name=op.f("uq_news_source_tenant_id_key")),
    )
    op.create_table(
        "page",
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("role", sa.String(length=30), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("edited", sa.Boolean(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_page_tenant_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_page")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_page_tenant_id_id")),
        sa.UniqueConstraint("tenant_id", "key", name=op.f("uq_page_tenant_id_key")),
        sa.UniqueConstraint("tenant_id", "slug", name=op.f("uq_page_tenant_id_slug")),
    )
    op.create_table(
        "tenant_host",
        sa.Column("host", sa.String(length=253), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_tenant_host_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("host", name=op.f("pk_tenant_host")),
    )
    with op.batch_alter_table("tenant_host", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tenant_host_tenant_id"), ["tenant_id"], unique=False)

    op.create_table(
        "news_item",
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("teaser", sa.String(length=600), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("category_id", sa.Uuid(), nullable=True),
        sa.Column("image_id", sa.Uuid(), nullable=True),
        sa.Column("image_alt", sa.String(length=300), nullable=False),
        sa.Column("image_credit", sa.String(length=200), nullable=True),
        sa.Column("image_caption", sa.String(length=300), nullable=True),
        sa.Column("source_name", sa.String(length=120), nullable=True),
        sa.Column("source_url", sa.String(length=2000), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=True),
        sa.Column("guid", sa.String(length=500), nullable=True),
        sa.Column("source_hash", sa.String(length=64), nullable=True),
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
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id", "category_id"],
            ["news_category.tenant_id", "news_category.id"],
            name=op.f("fk_news_item_tenant_id_category_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "image_id"],
            ["media_file.tenant_id", "media_file.id"],
            name=op.f("fk_news_item_tenant_id_image_id"),
        ),
        sa.ForeignKeyConstraint(
            ["tenant_id", "source_id"],
            ["news_source.tenant_id", "news_source.id"],
            name=op.f("fk_news_item_tenant_id_source_id"),
        ),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_news_item_tenant_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_news_item")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_news_item_tenant_id_id")),
        sa.UniqueConstraint("tenant_id", "source_id", "guid", name=op.f("uq_news_item_tenant_id_source_id_guid")),
    )
    with op.batch_alter_table("news_item", schema=None) as batch_op:
        batch_op.create_index("ix_news_item_begin", ["tenant_id", "publish_at"], unique=False)
        batch_op.create_index("ix_news_item_end", ["tenant_id", "unpublish_at"], unique=False)
        batch_op.create_index(
            "ix_news_item_latest",
            ["tenant_id", "status", "published_at", "id", "publish_at", "unpublish_at"],
            unique=False,
        )


def downgrade() -> None:

    with op.batch_alter_table("news_item", schema=None) as batch_op:
        batch_op.drop_index("ix_news_item_latest")
        batch_op.drop_index("ix_news_item_end")
        batch_op.drop_index("ix_news_item_begin")

    op.drop_table("news_item")
    with op.batch_alter_table("tenant_host", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tenant_host_tenant_id"))

    op.drop_table("tenant_host")
    op.drop_table("page")
    op.drop_table("news_source")
    op.drop_table("news_category")
    op.drop_table("media_file")
    op.drop_table("content_version")
    op.drop_table("tenant")
