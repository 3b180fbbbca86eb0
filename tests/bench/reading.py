# SPDX-License-Identifier: EUPL-1.2
"""The news list (20 of 5,000 items) against constant bytes, under the same gunicorn settings, in alternating rounds.

All servers run the whole time and are asked one after the other, round by round: what disturbs the machine disturbs
all of them.
Compare ratios; absolute figures belong to the machine. Never asserts a time.
"""

import argparse
import gzip
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.bench.content import fill, host
from tests.bench.load import CONNECTIONS, WRK, Load, request_bytes, run, warm

ROOT = Path(__file__).resolve().parents[2]
PATH = "/api/v1/news"
ITEMS, TOWNS, FEW = 5_000, 400, 40
APP = "backend:create_app()"
Processes = list[subprocess.Popen[bytes]]


@dataclass
class Contestant:
    """One server and the requests it is asked."""

    name: str
    process: subprocess.Popen[bytes]
    port: int
    requests: list[bytes]
    loads: list[Load] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def cpu_seconds(self) -> float:
        parent = psutil.Process(self.process.pid)
        times = [process.cpu_times() for process in (parent, *parent.children(recursive=True))]
        return sum(time.user + time.system for time in times)

    def measure(self, seconds: float, folder: Path) -> None:
        before = self.cpu_seconds()
        load = run(self.port, self.requests, seconds, folder)
        self.cpu.append((self.cpu_seconds() - before) / max(load.requests, 1) * 1e6)
        self.loads.append(load)

    def median(self, figure: str) -> float:
        return statistics.median(getattr(load, figure) for load in self.loads)


def serve(app: str, environ: dict[str, str], processes: Processes) -> tuple[subprocess.Popen[bytes], int]:
    """Start gunicorn as in production and wait until it listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", app]
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | environ | {"BIND": f"127.0.0.1:{port}"})
    processes.append(process)
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if process.poll() is not None:
                sys.exit(f"{app} did not start")
            time.sleep(0.1)
        else:
            return process, port
    sys.exit(f"{app} does not listen")


def ask(port: int, headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
    """One answer of town 0, to look at before measuring."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{PATH}", headers={"Host": host(0)} | headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), b""


def contestants(folder: Path, processes: Processes) -> list[Contestant]:
    """Fill both databases, start all servers, check that each gives the answer it shall give."""
    print(
        f"Filling: {ITEMS:,} items in 1 municipality; as many in the first of {TOWNS}, {FEW} in the others …",
        flush=True,
    )
    one = fill(folder / "one", [ITEMS])
    many = fill(folder / "many", [ITEMS] + [FEW] * (TOWNS - 1))
    real, real_port = serve(APP, one, processes)
    status, headers, body = ask(real_port, {})
    if status != 200:
        sys.exit(f"the news list answered {status}")
    (folder / "body").write_bytes(body)
    constant = {"BENCH_BODY": str(folder / "body")}
    plain = [request_bytes(host(0), PATH, {})]
    unchanged = {"If-None-Match": headers["ETag"]}
    if ask(real_port, unchanged)[0] != 304:
        sys.exit("the conditional request was not answered by 304")
    every = [request_bytes(host(number), PATH, {}) for number in range(TOWNS)]
    print(f"The answer: {len(body):,} bytes of JSON, {len(gzip.compress(body)):,} with gzip\n", flush=True)
    return [
        Contestant("constant bytes, bare WSGI", *serve("tests.bench.constants:wsgi", constant, processes), plain),
        Contestant("constant bytes, Flask route", *serve("tests.bench.constants:flask", constant, processes), plain),
        Contestant("news list", real, real_port, plain),
        Contestant("news list, brotli", real, real_port, [request_bytes(host(0), PATH, {"Accept-Encoding": "br"})]),
        Contestant("news list, not modified (304)", real, real_port, [request_bytes(host(0), PATH, unchanged)]),
        Contestant(f"news list, {TOWNS} municipalities in turn", *serve(APP, many, processes), every),
        Contestant("news list, cache off (a miss)", *serve(APP, one | {"READ_CACHE_BYTES": "0"}, processes), plain),
    ]


def report(all_of_them: list[Contestant]) -> None:
    """Print the table and, below it, the ratios that performance.md sets aims for."""
    wsgi, flask, hit, _brotli, unmodified, many, miss = all_of_them
    head = f"{'req/s':>8} {'min-max':>15} {'p50 ms':>7} {'p99 ms':>7} {'CPU µs':>7} {'× Flask':>8} {'× WSGI':>7}"
    print(f"{'':38} {head}")
    for each in all_of_them:
        rates = sorted(load.per_second for load in each.loads)
        rate = each.median("per_second")
        against = (rate / flask.median("per_second"), rate / wsgi.median("per_second"))
        spread = f"{rates[0]:,.0f}-{rates[-1]:,.0f}"
        print(
            f"{each.name:38} {rate:8,.0f} {spread:>15} {each.median('p50'):7.2f} {each.median('p99'):7.2f} "
            f"{statistics.median(each.cpu):7.0f} {against[0]:8.2f} {against[1]:7.2f}"
        )
        if failed := sum(load.failed for load in each.loads):
            print(f"{'':38} {failed} requests failed")
    print("\nratio (median of the rounds' ratios)              here     aim")
    for name, one, other, aim in (
        ("news list : empty Flask route", hit, flask, "≥ 1.2"),
        ("news list : bare WSGI", hit, wsgi, "≥ 0.7"),
        ("not modified : bare WSGI", unmodified, wsgi, "≥ 1"),
        ("a miss : empty Flask route", miss, flask, "≥ 0.25"),
        ("a miss : a hit", miss, hit, ""),
        (f"{TOWNS} municipalities : 1", many, hit, "≥ 0.8"),
    ):
        ratio = statistics.median(a.per_second / b.per_second for a, b in zip(one.loads, other.loads, strict=True))
        print(f"  {name:46} {ratio:5.2f}    {aim}")


def compete(all_of_them: list[Contestant], rounds: int, seconds: float, folder: Path) -> None:
    """Measure all of them in alternating rounds, after one to warm up."""
    for each in all_of_them:
        warm(each.port, each.requests)
    for turn in range(-1, rounds):
        for each in all_of_them if turn % 2 else reversed(all_of_them):
            each.measure(seconds if turn >= 0 else 1, folder)
        print("." if turn >= 0 else "warm ", end="", flush=True)
    for each in all_of_them:
        del each.loads[0], each.cpu[0]
    print("\n")


def stop(processes: Processes) -> None:
    """End all servers."""
    for process in processes:
        process.terminate()
    for process in processes:
        process.wait(timeout=30)


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests/bench/read", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=3, help="per contestant and round")
    options = parser.parse_args()
    processes: Processes = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            all_of_them = contestants(folder, processes)
            tool = "wrk" if WRK else "own client (install wrk for sharper figures)"
            length = f"{options.rounds} rounds of {options.seconds:g} s each"
            print(f"{length}, {CONNECTIONS} connections, {os.cpu_count()} cores, load: {tool}")
            compete(all_of_them, options.rounds, options.seconds, folder)
            report(all_of_them)
        finally:
            stop(processes)


if __name__ == "__main__":
    main()
