# SPDX-License-Identifier: EUPL-1.2
"""Updates and deletes that need no objects, and whose number of rows decides who was first. Knows no feature."""

from typing import Any

from sqlalchemy import Delete, Update

from backend.db import db


def change_rows(statement: Update | Delete) -> int:
    """Execute a bulk update or delete and give the number of rows; objects in memory are not refreshed."""
    done: Any = db.session.execute(statement.execution_options(synchronize_session=False))
    return int(done.rowcount)
