# SPDX-License-Identifier: EUPL-1.2
"""Media library: name, description, credit and focal point of pictures, and who took them in."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# Each with what it is for the pictures that are there already.
COLUMNS = (
    ("name", sa.String(length=200), ""),
    ("alt", sa.String(length=300), ""),
    ("credit", sa.String(length=200), None),
    ("focal_x", sa.Double(), "0.5"),
    ("focal_y", sa.Double(), "0.5"),
    ("search_text", sa.Text(), ""),
    ("version", sa.Integer(), "1"),
    ("created_by", sa.String(length=120), None),
)


def upgrade() -> None:
    with op.batch_alter_table("media_file") as batch:
        for name, kind, known in COLUMNS:
            batch.add_column(sa.Column(name, kind, nullable=known is None, server_default=known))
    with op.batch_alter_table("media_file") as batch:
        for name, _kind, known in COLUMNS:
            if known is not None:
                batch.alter_column(name, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("media_file") as batch:
        for name, _kind, _known in COLUMNS:
            batch.drop_column(name)
