# SPDX-License-Identifier: EUPL-1.2
"""Editing: working copies, history, what waits for a release, own pages, runs of imports."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

EDITABLE = (
    ("draft", sa.JSON(), None),
    ("edited_by", sa.String(length=120), None),
    ("edited_at", sa.DateTime(timezone=True), None),
)
# Each with what it is for the rows that are there already.
COLUMNS = {
    "news_item": (
        *EDITABLE,
        ("submitted_by_id", sa.Uuid(), None),
        ("submitted_by", sa.String(length=120), None),
        ("submitted_at", sa.DateTime(timezone=True), None),
        ("returned_note", sa.String(length=500), None),
        ("edited", sa.Boolean(), sa.false()),
    ),
    "page": (*EDITABLE, ("version", sa.Integer(), "1"), ("published", sa.Boolean(), sa.true())),
    "news_source": (
        ("last_reason", sa.String(length=30), None),
        ("running_since", sa.DateTime(timezone=True), None),
    ),
}


def upgrade() -> None:
    op.create_table(
        "revision",
        sa.Column("subject", sa.String(length=20), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column("author", sa.String(length=120), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_revision_tenant_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_revision_tenant_id_id")),
    )
    with op.batch_alter_table("revision") as batch:
        batch.create_index("ix_revision_subject", ["tenant_id", "subject_id", "subject", "at"], unique=False)
    for table, columns in COLUMNS.items():
        with op.batch_alter_table(table) as batch:
            for name, kind, known in columns:
                batch.add_column(sa.Column(name, kind, nullable=known is None, server_default=known))
        with op.batch_alter_table(table) as batch:
            for name, _kind, known in columns:
                if known is not None:
                    batch.alter_column(name, server_default=None)


def downgrade() -> None:
    for table, columns in COLUMNS.items():
        with op.batch_alter_table(table) as batch:
            for name, _kind, _known in columns:
                batch.drop_column(name)
    op.drop_table("revision")
