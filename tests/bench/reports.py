# SPDX-License-Identifier: EUPL-1.2
"""What do many reports cost who looks for them? The questions of residents and staff, asked of a municipality with
100,000 reports and of one with 1,000 in the same database, in alternating rounds, without a server around: the search
near a place is throttled, and the byte cache would answer the rest. And how the database finds the inbox.

Compare ratios; absolute figures belong to the machine. Never asserts a time.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import event

from backend import create_app
from backend.config import read_settings
from backend.db import Base, db
from backend.defects import operations, overview
from backend.defects.working_time import WorkingTime
from backend.jobs import scope
from backend.staff import Role, Staff, Stage
from tests.defects.many import CATEGORIES, EAST, NORTH, SOUTH, WEST, fill
from tests.factories import make_tenant

CLOCK = WorkingTime("12")
CLERK = Staff(uuid.uuid4(), uuid.uuid4(), "Amt", "amt@town.example", frozenset({Role.CLERK}), Stage.FULL, False, None)
DICE = random.Random(1)
PLACES = 50  # in each round, so that no single corner of the town decides


def questions(now: datetime) -> dict[str, Callable[[], Any]]:
    """What is asked, by what it is called."""
    places = [(DICE.choice(CATEGORIES), DICE.uniform(SOUTH, NORTH), DICE.uniform(WEST, EAST)) for _ in range(PLACES)]
    return {
        f"near {PLACES} places": lambda: [operations.find_nearby(*place, now) for place in places],
        "the list's first page": operations.list_reports,
        "the list of a category": lambda: operations.list_reports(category="licht"),
        "points of the map": operations.list_points,
        "the inbox's first page": lambda: overview.list_reports(CLOCK, now, CLERK, view="inbox"),
        "counts of the views": lambda: overview.count_reports(CLOCK, now),
    }


def taken(app: Flask, tenant: uuid.UUID, question: Callable[[], Any]) -> float:
    """Milliseconds of one answer."""
    with scope(app, tenant, write=False):
        db.session.connection()
        begin = time.perf_counter()
        question()
        return (time.perf_counter() - begin) * 1000


def plan(app: Flask, tenant: uuid.UUID, question: Callable[[], Any]) -> list[str]:
    """How the database finds the reports of an answer."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        if statement.startswith("SELECT") and "FROM defect_report" in statement:
            asked.append((statement, parameters))

    with scope(app, tenant, write=False):
        event.listen(db.engine, "before_cursor_execute", note)
        question()
        event.remove(db.engine, "before_cursor_execute", note)
        on_sqlite = db.engine.dialect.name == "sqlite"
        explain = "EXPLAIN QUERY PLAN" if on_sqlite else "EXPLAIN"
        statement, parameters = max(asked, key=lambda one: len(one[0]))
        rows = db.session.connection().exec_driver_sql(f"{explain} {statement}", parameters)
        return [row[3] if on_sqlite else row[0] for row in rows]


def main() -> int:
    """Fill, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--many", type=int, default=100_000)
    parser.add_argument("--few", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--database", help="an empty database; without it a SQLite file of its own")
    given = parser.parse_args()
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as folder:
        url = given.database or f"sqlite:///{Path(folder) / 'app.sqlite3'}"
        app = create_app(read_settings({"DATABASE_URL": url, "INSTANCE_PATH": folder}))
        with app.app_context():
            Base.metadata.create_all(db.engine)
        few, many = (make_tenant(app, f"town-{index}") for index in range(2))
        for tenant, count in ((few, given.few), (many, given.many)):
            fill(app, tenant, now, reports=count)
        with app.app_context(), db.engine.begin() as connection:
            connection.exec_driver_sql("ANALYZE")
        print(f"{given.many} reports against {given.few}, {db_name(app)}; medians of {given.rounds} rounds")
        for name, question in questions(now).items():
            rounds = [(taken(app, few, question), taken(app, many, question)) for _ in range(given.rounds)]
            one, other = (statistics.median(each) for each in zip(*rounds, strict=True))
            print(f"  {name:<24} {one:8.2f} ms {other:8.2f} ms   {other / one:6.1f} times")
        print("how the inbox is found:")
        print("\n".join(f"  {line}" for line in plan(app, many, questions(now)["the inbox's first page"])))
        with app.app_context():
            db.engine.dispose()
    return 0


def db_name(app: Flask) -> str:
    """Which database that was."""
    with app.app_context():
        return str(db.engine.dialect.name)


if __name__ == "__main__":
    sys.exit(main())
