# SPDX-License-Identifier: EUPL-1.2
"""The directory of services with 115, 500 and 2,000 of them: bytes of the phone's index, queries and time of each read
on a miss, against the list of twenty news in the same process and in turns. Compare ratios; absolute figures belong to
the machine. Never asserts a time."""

import argparse
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import brotli
from flask import Flask
from sqlalchemy import event

from backend.db import db
from tests.bench.content import empty
from tests.factories import make_news, make_tenant
from tests.services.many import fill

SIZES = (115, 500, 2_000)
NEWS = "/api/v1/news"
PATHS = ("?page_size=50", "?life_situation=wohnen", "?q=wohnung", "?q=zuschuss rente", "/situations", "/top", "/index")


@dataclass
class Read:
    """What one address costs on a miss."""

    queries: int = 0
    bytes: int = 0
    seconds: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)


def ask(app: Flask, slug: str, path: str) -> bytes:
    """One answer, past the byte cache: who has a session neither reads nor fills it."""
    answer = app.test_client().get(path, headers={"Host": f"{slug}.example", "Authorization": "none"})
    if answer.status_code != 200:
        raise SystemExit(f"{path} answered {answer.status_code}")
    return answer.data


def measure(app: Flask, rounds: int) -> dict[str, dict[str, Read]]:
    """Of each municipality (by the number of its services), each read."""
    found = {str(size): {path: Read() for path in (NEWS, *PATHS)} for size in SIZES}
    counted = [0]

    def count(*_more: Any) -> None:
        counted[0] += 1

    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", count)
    for turn in range(rounds + 1):
        for size, reads in found.items():
            for path, read in reads.items():
                counted[0], begin = 0, time.perf_counter()
                body = ask(app, f"town-{size}", path if path == NEWS else f"/api/v1/services{path}")
                if turn:
                    read.seconds.append(time.perf_counter() - begin)
                    read.queries, read.bytes = counted[0], len(brotli.compress(body, quality=4))
    return found


def report(found: dict[str, dict[str, Read]]) -> None:
    """Print the table."""
    print(f"{'read (a miss)':28}" + "".join(f"{f'{size} services':>34}" for size in found))
    print(" " * 28 + f"{'queries':>12}{'bytes (br)':>12}{'× news':>10}" * len(found))
    for path in (NEWS, *PATHS):
        cells = ""
        for reads in found.values():
            ratio = statistics.median(
                own / news for own, news in zip(reads[path].seconds, reads[NEWS].seconds, strict=True)
            )
            cells += f"{reads[path].queries:12}{reads[path].bytes:12,}{ratio:10.2f}"
        print(f"{path:28}{cells}")
    print(f"\nindex of 500 services: {found['500']['/index'].bytes:,} bytes compressed, aim ≤ 60,000")


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests/bench/directory", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        app, _environ = empty(Path(name) / "one")
        for size in SIZES:
            slug = f"town-{size}"
            fill(app, make_tenant(app, slug), size)
            for number in range(20):
                make_news(app, slug, title=f"Nachricht {number}")
        report(measure(app, options.rounds))
        with app.app_context():
            db.engine.dispose()


if __name__ == "__main__":
    main()
