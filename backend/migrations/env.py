# SPDX-License-Identifier: EUPL-1.2
"""How Alembic runs inside the app: the app's engine, the app's tables, one transaction per migration."""

from alembic import context

from backend.db import db

config = context.config


def run() -> None:
    """Migrate the database of the running app."""
    with db.engine.connect() as connection:
        # SQLite changes a table by making it anew; with foreign keys on, dropping the old one would empty its children.
        # The switch works outside of transactions only, so it speaks to the driver.
        driver = connection.connection.driver_connection if connection.dialect.name == "sqlite" else None
        if driver is not None:
            driver.execute("PRAGMA foreign_keys=OFF")
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
        if driver is not None:
            broken = driver.execute("PRAGMA foreign_key_check").fetchall()
            driver.execute("PRAGMA foreign_keys=ON")
            if broken:
                raise RuntimeError(f"the migration left {len(broken)} rows without their parent")


run()
