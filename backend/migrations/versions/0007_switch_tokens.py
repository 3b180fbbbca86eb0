# SPDX-License-Identifier: EUPL-1.2
"""Staff: the way into another municipality belongs to the session it began in, ends with it and lasts no longer."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("staff_token") as batch:
        batch.add_column(sa.Column("session_id", sa.Uuid(), nullable=True))
        batch.create_foreign_key(
            batch.f("fk_staff_token_session_id"), "staff_session", ["session_id"], ["id"], ondelete="CASCADE"
        )
        batch.create_index(batch.f("ix_staff_token_session_id"), ["session_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("staff_token") as batch:
        batch.drop_index(batch.f("ix_staff_token_session_id"))
        batch.drop_constraint(batch.f("fk_staff_token_session_id"), type_="foreignkey")
        batch.drop_column("session_id")
