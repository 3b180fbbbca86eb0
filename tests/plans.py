# SPDX-License-Identifier: EUPL-1.2
"""What a read asks of the database and how the database goes about it, for tests of plans. Knows no feature."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import event

from backend.db import db


def statements(read: Callable[[], Any]) -> list[tuple[str, Any]]:
    """The queries that a read sends, each with its parameters."""
    seen: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        seen.append((statement, parameters))

    event.listen(db.engine, "before_cursor_execute", note)
    read()
    event.remove(db.engine, "before_cursor_execute", note)
    return [one for one in seen if one[0].startswith(("SELECT", "WITH"))]


def sqlite_plan(statement: str, parameters: Any) -> list[str]:
    """The lines of SQLite's plan."""
    explain = f"EXPLAIN QUERY PLAN {statement}"
    return [row[3] for row in db.session.connection().exec_driver_sql(explain, parameters)]


def steps(read: Callable[[], Any]) -> int:
    """How many instructions SQLite's machine runs for a read."""
    count = 0

    def tick() -> int:
        nonlocal count
        count += 1
        return 0

    connection: Any = db.session.connection().connection.driver_connection
    connection.set_progress_handler(tick, 1)
    read()
    connection.set_progress_handler(None, 0)
    return count


def rows_read(table: str, statement: str, parameters: Any) -> list[int]:
    """How many rows PostgreSQL reads at each place where it turns to a table; it may not walk through it."""
    explain = f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}"
    found = db.session.connection().exec_driver_sql(explain, parameters).scalar()
    plan = (json.loads(found) if isinstance(found, str) else found)[0]["Plan"]
    read = []
    for node in _nodes(plan):
        if node.get("Relation Name") == table:
            assert node["Node Type"] != "Seq Scan", plan
            read.append(int((node["Actual Rows"] + node.get("Rows Removed by Filter", 0)) * node["Actual Loops"]))
    return read


def _nodes(plan: Any) -> Iterator[Any]:
    yield plan
    for below in plan.get("Plans", ()):
        yield from _nodes(below)
