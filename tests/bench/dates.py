# SPDX-License-Identifier: EUPL-1.2
"""The next twenty dates of a municipality: with 2,000 events, 300 of them weekly series that never end, against twenty
single events, under the same gunicorn settings, in alternating rounds. Once as misses (the query each time), once from
the byte cache.

Compare ratios; absolute figures belong to the machine. Never asserts a time.
"""

import argparse
import statistics
import sys
import tempfile
import urllib.request
from datetime import UTC, datetime
from pathlib import Path

from backend.db import db
from tests.bench.content import empty, host
from tests.bench.load import CONNECTIONS, request_bytes
from tests.bench.reading import APP, Contestant, Processes, compete, serve, stop
from tests.events.many import fill
from tests.factories import make_tenant

LIST = "/api/v1/events"
MUSIC = "/api/v1/events?category=musik"
DAYS = "/api/v1/events/days"


def filled(folder: Path, *, single: int, endless: int, long: int) -> dict[str, str]:
    """A database with one municipality and so many events; gives the environment of its server."""
    app, environ = empty(folder)
    fill(app, make_tenant(app, "town-0"), datetime.now(UTC), single=single, endless=endless, long=long)
    with app.app_context():
        db.engine.dispose()
    return environ


def answered(port: int, path: str) -> int:
    """The length of an answer, which must be one."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Host": host(0)})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return len(answer.read())


def contestants(folder: Path, processes: Processes) -> list[Contestant]:
    """Fill both databases, start the servers, look at their answers."""
    print("Filling: 20 single events; 1,690 single, 300 endless weekly, 10 of months …", flush=True)
    few = filled(folder / "few", single=20, endless=0, long=0)
    many = filled(folder / "many", single=1690, endless=300, long=10)
    miss = {"READ_CACHE_BYTES": "0"}
    slow_few, slow_many = serve(APP, few | miss, processes), serve(APP, many | miss, processes)
    fast_few, fast_many = serve(APP, few, processes), serve(APP, many, processes)
    found = [
        Contestant("20 events, a miss", *slow_few, [request_bytes(host(0), LIST, {})]),
        Contestant("2,000 events, a miss", *slow_many, [request_bytes(host(0), LIST, {})]),
        Contestant("2,000, of a category, a miss", *slow_many, [request_bytes(host(0), MUSIC, {})]),
        Contestant("2,000, days of 100 days, a miss", *slow_many, [request_bytes(host(0), DAYS, {})]),
        Contestant("20 events, a hit", *fast_few, [request_bytes(host(0), LIST, {})]),
        Contestant("2,000 events, a hit", *fast_many, [request_bytes(host(0), LIST, {})]),
    ]
    sizes = answered(slow_few[1], LIST), answered(slow_many[1], LIST)
    if min(sizes) < 20 * 200:
        sys.exit(f"not twenty dates: {sizes}")
    print(f"The answers: {sizes[0]:,} and {sizes[1]:,} bytes of JSON\n", flush=True)
    return found


def report(all_of_them: list[Contestant]) -> None:
    """The table, and below it the ratios."""
    few, many, category, days, few_hit, many_hit = all_of_them
    print(f"{'':34} {'req/s':>8} {'p50 ms':>7} {'p99 ms':>7} {'CPU µs':>7}")
    for each in all_of_them:
        figures = f"{each.median('per_second'):8,.0f} {each.median('p50'):7.2f} {each.median('p99'):7.2f}"
        print(f"{each.name:34} {figures} {statistics.median(each.cpu):7.0f}")
        if failed := sum(load.failed for load in each.loads):
            print(f"{'':34} {failed} requests failed")
    print("\nratio (median of the rounds' ratios)              here     aim")
    for name, one, other, aim in (
        ("2,000 events : 20 events, misses", many, few, "≈ 1"),
        ("of a category : all, misses", category, many, "≈ 1"),
        ("100 days : the next twenty, misses", days, many, ""),
        ("2,000 events : 20 events, hits", many_hit, few_hit, "≈ 1"),
    ):
        ratio = statistics.median(a.per_second / b.per_second for a, b in zip(one.loads, other.loads, strict=True))
        print(f"  {name:46} {ratio:5.2f}    {aim}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests/bench/events", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=3, help="per contestant and round")
    options = parser.parse_args()
    processes: Processes = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            all_of_them = contestants(folder, processes)
            length = f"{options.rounds} rounds of {options.seconds:g} s each"
            print(f"{length}, {CONNECTIONS} connections")
            compete(all_of_them, options.rounds, options.seconds, folder)
            report(all_of_them)
        finally:
            stop(processes)


if __name__ == "__main__":
    main()
