# SPDX-License-Identifier: EUPL-1.2
"""How Alembic runs inside the app: the app's engine, the app's tables, one transaction per migration."""

from alembic import context

from backend.db import db

config = context.config


def run() -> None:
    """Migrate the database of the running app."""
    with db.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=db.Model.metadata,
            render_as_batch=True,
            compare_type=True,
            transaction_per_migration=True,
            include_name=lambda name, kind, _parents: not (kind == "table" and (name or "").startswith("huey_")),
        )
        with context.begin_transaction():
            context.run_migrations()


run()
