# SPDX-License-Identifier: EUPL-1.2
"""Whether this process can serve: database, migrations, queue."""

from typing import Any

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import current_app
from sqlalchemy.exc import SQLAlchemyError

from backend.db import db


def faults(huey: Any) -> list[str]:
    """What is not ready, in one word each: database, migrations, queue."""
    found = []
    try:
        with db.engine.connect() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
        if (
            current
            != ScriptDirectory.from_config(current_app.extensions["migrate"].migrate.get_config()).get_current_head()
        ):
            found.append("migrations")
    except SQLAlchemyError:
        found.append("database")
    try:
        huey.pending_count()
    except Exception:
        found.append("queue")
    return found
