# SPDX-License-Identifier: EUPL-1.2
"""Imports one XZuFi message twice, of a small and of a large number of objects, each in a process of its own: time,
queries, and how much the process grew. The memory must not grow with the message. Never asserts a time."""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from sqlalchemy import event

from backend.db import db
from backend.importing import Report
from tests.bench.content import empty
from tests.factories import make_tenant
from tests.services.importing import make_source, run
from tests.services.messages import many, write

SIZES = (500, 2_500, 10_000)  # services; 2.3 objects each
SLUG, MIB = "town", 1024 * 1024
PEAK_MORE = 32  # MiB that the largest message may take more than the smallest


def peak() -> float:
    """The largest size of this process so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(services: int) -> dict[str, Any]:
    """Two imports of a message with so many services."""
    with tempfile.TemporaryDirectory() as name:
        app, _environ = empty(Path(name) / "one")
        make_tenant(app, SLUG)
        folder = Path(name) / "one" / "imports"
        folder.mkdir()
        write(folder / "land.xml", many(services))
        source = make_source(app, "land.xml", SLUG)
        counted = [0]

        def count(*_more: Any) -> None:
            counted[0] += 1

        with app.app_context():
            event.listen(db.engine, "before_cursor_execute", count)
        before, runs = peak(), []
        for _ in range(2):
            counted[0], begin = 0, time.perf_counter()
            report = run(app, source, SLUG)
            runs.append({"seconds": time.perf_counter() - begin, "queries": counted[0], "did": _did(report)})
        with app.app_context():
            db.engine.dispose()
        size = (folder / "land.xml").stat().st_size / MIB
        return {"mib": size, "before": before, "peak": peak(), "runs": runs}


def _did(report: Report) -> list[int]:
    if report.error is not None:
        raise SystemExit(report.error)
    return [report.added, report.updated, report.same, report.removed]


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests/bench/imports", description=__doc__)
    parser.add_argument("--one", type=int, help="measure this number of services in this process, as JSON")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of services")
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one)))
        return 0
    print(
        f"{'services':>9}{'objects':>9}{'message':>10}{'grew by':>10}   run  {'seconds':>8}{'queries':>9}  what it did"
    )
    grown = []
    for size in options.sizes:
        child = [sys.executable, "-m", "tests.bench.services_import", "--one", str(size)]
        done = json.loads(subprocess.run(child, check=True, capture_output=True, text=True).stdout.splitlines()[-1])
        grown.append(done["peak"] - done["before"])
        for number, one in enumerate(done["runs"], start=1):
            start = f"{size:9,}{sum(one['did']):9,}{done['mib']:7.1f} MiB{grown[-1]:6.0f} MiB"
            did = "{} new, {} changed, {} unchanged, {} removed".format(*one["did"])
            print(f"{start if number == 1 else '':38}   {number}.  {one['seconds']:9.1f}{one['queries']:9,}  {did}")
    more = grown[-1] - grown[0]
    print(f"\nthe largest message took {more:.0f} MiB more than the smallest, bound {PEAK_MORE}")
    return int(more > PEAK_MORE)


if __name__ == "__main__":
    sys.exit(main())
