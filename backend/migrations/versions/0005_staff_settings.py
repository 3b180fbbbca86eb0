# SPDX-License-Identifier: EUPL-1.2
"""Staff: settings of a municipality, versions of memberships, and the days for setting up a second factor."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "staff_settings",
        sa.Column("four_eyes", sa.Boolean(), nullable=False),
        sa.Column("edited", sa.Boolean(), nullable=False),
        sa.Column("second_factor_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant_id"], ["tenant.id"], name=op.f("fk_staff_settings_tenant_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_settings")),
        sa.UniqueConstraint("tenant_id", name=op.f("uq_staff_settings_tenant_id")),
        sa.UniqueConstraint("tenant_id", "id", name=op.f("uq_staff_settings_tenant_id_id")),
    )
    with op.batch_alter_table("staff_membership") as batch:
        batch.add_column(sa.Column("term_renewed_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
    with op.batch_alter_table("staff_membership") as batch:
        batch.alter_column("version", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("staff_membership") as batch:
        batch.drop_column("version")
        batch.drop_column("term_renewed_at")
    op.drop_table("staff_settings")
