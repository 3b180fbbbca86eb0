# SPDX-License-Identifier: EUPL-1.2
"""Arms of a municipality: the picture and its media type."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("tenant") as batch:
        batch.add_column(sa.Column("arms_type", sa.String(length=20), nullable=True))
        batch.add_column(sa.Column("arms", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("tenant") as batch:
        batch.drop_column("arms")
        batch.drop_column("arms_type")
