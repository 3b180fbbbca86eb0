# SPDX-License-Identifier: EUPL-1.2
"""Services: when the links were checked, and whether a check is under way."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

COLUMNS = ("links_running_since", "links_checked_at")


def upgrade() -> None:
    with op.batch_alter_table("service_settings") as settings:
        for name in COLUMNS:
            settings.add_column(sa.Column(name, sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("service_settings") as settings:
        for name in COLUMNS:
            settings.drop_column(name)
