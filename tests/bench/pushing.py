# SPDX-License-Identifier: EUPL-1.2
"""Notifications per second and process: the worker against naive `webpush()`, `webpush_async` and npm web-push, as a
share of what encryption alone allows; one and two processes; memory with few and many subscriptions.

The push service is a TLS server on this machine (push_sink.py), so it competes for the cores: with two of them, two
senders and the sink share, and on a busy machine only the CPU that each message costs means something. So every ratio
is printed by rate and by CPU; that of two processes by CPU is what they would do if each had a core of its own. Compare
ratios; absolute figures belong to the machine. Never asserts a time.
"""

import argparse
import json
import os
import secrets
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from sqlalchemy import delete, insert

from backend import create_app
from backend.config import read_settings
from backend.db import Base, db, new_id
from backend.jobs import scope
from backend.push.encryption import encode
from backend.push.models import PushSubscription, PushTopic
from backend.push.operations import messages
from backend.push.operations.messages import Notification
from tests.factories import make_tenant
from tests.push.phones import Phone, make_keys
from tests.serving import certificate_for

ROOT = Path(__file__).resolve().parents[2]
WHAT = Notification(
    "Straße gesperrt", "Die Brücke ist bis Freitag zu. Der Bus fährt über die Bahnhofstraße.", "/", ("urgent",)
)
KEYS = 200
FEW, AUDIENCE, MANY = 1_000, 40_000, 100_000


@dataclass
class Run:
    """One round of one contestant."""

    per_second: float
    micros: float
    mib: float
    sink: float


class Bench:
    """A folder with database, certificate and subscriptions, and the push service's processes."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.sinks = folder, dict[int, tuple[subprocess.Popen[bytes], int]]()
        certificate_for("localhost", folder)
        self.origin = f"https://localhost:{self.sink(0)}"
        self.environ = os.environ | {
            "DATABASE_URL": f"sqlite:///{folder / 'app.sqlite3'}", "INSTANCE_PATH": str(folder),
            "ENVIRONMENT": "development", "PUSH_ORIGINS": ",".join([self.origin, f"https://localhost:{self.sink(30)}"]),
            "NODE_EXTRA_CA_CERTS": str(folder / "server.pem"), "REQUESTS_CA_BUNDLE": str(folder / "server.pem"),
        }  # fmt: skip
        self.app = create_app(replace(read_settings(self.environ), log_level="WARNING"))
        with self.app.app_context():
            Base.metadata.create_all(db.engine)
        self.town = make_tenant(self.app, "town")
        make_keys(self.app, "town")
        self.phones = [Phone("") for _ in range(KEYS)]
        self._write_given()

    def sink(self, milliseconds: int) -> int:
        """The port of the push service that many milliseconds away."""
        if milliseconds not in self.sinks:
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                port = int(probe.getsockname()[1])
            certificate = str(self.folder / "server.pem")
            command = [sys.executable, "-m", "tests.bench.push_sink", str(port), certificate, str(milliseconds)]
            self.sinks[milliseconds] = (subprocess.Popen(command, cwd=ROOT), port)
            time.sleep(1)
        return self.sinks[milliseconds][1]

    def sink_seconds(self) -> float:
        """CPU that the push services on this machine have used."""
        ticks = 0
        for process, _port in self.sinks.values():
            fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        for process, _port in self.sinks.values():
            process.kill()
            process.wait()

    def _write_given(self) -> None:
        own = generate_private_key(SECP256R1())
        subscriptions = [
            {"endpoint": f"{self.origin}/push/{number}", "keys": {"p256dh": encode(phone.point), "auth": phone.auth}}
            for number, phone in enumerate(self.phones)
        ]
        keys = {"publicKey": encode(Phone("", key=own).point)}
        keys["privateKey"] = encode(own.private_numbers().private_value.to_bytes(32, "big"))
        payload = json.dumps({"title": WHAT.title, "body": WHAT.text, "url": WHAT.url})
        given = {"subscriptions": subscriptions, "vapid": keys, "payload": payload}
        (self.folder / "given.json").write_text(json.dumps(given))

    def subscribe(self, count: int, milliseconds: int = 0) -> None:
        """Exactly so many subscriptions."""
        origin = f"https://localhost:{self.sink(milliseconds)}"
        keys = [(encode(phone.point), phone.auth) for phone in self.phones]
        with scope(self.app, self.town):
            db.session.execute(delete(PushSubscription))
            for first in range(0, count, 5_000):
                rows = [
                    _row(self.town, f"{origin}/{secrets.token_urlsafe(90)}", *keys[n % KEYS])
                    for n in range(first, min(first + 5_000, count))
                ]
                db.session.execute(insert(PushSubscription), rows)
                topics = [
                    {"tenant_id": self.town, "id": new_id(), "subscription_id": row["id"], "topic": "urgent"}
                    for row in rows
                ]
                db.session.execute(insert(PushTopic), topics)

    def announce(self) -> str:
        with scope(self.app, self.town):
            return str(messages.announce(WHAT, now=datetime.now(UTC), who=None))

    def race(self, name: str, count: int, processes: int = 1) -> Run:
        """Start so many processes of a contestant, let them go at once, wait for the last."""
        message = [self.announce()] if name == "worker" else []
        command = [
            sys.executable,
            "-m",
            "tests.bench.push_clients",
            name,
            str(count // processes),
            str(self.folder),
            *message,
        ]
        if name == "npm":
            command = [
                "node",
                "tests/bench/push_client.mjs",
                "-",
                str(count // processes),
                str(self.folder / "given.json"),
            ]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        started: list[Any] = [subprocess.Popen(command, cwd=ROOT, env=self.environ, **pipes) for _ in range(processes)]  # type: ignore[call-overload]
        for one in started:
            assert one.stdout.readline() == "ready\n"
        sink = self.sink_seconds()
        for one in started:
            one.stdin.write("go\n")
            one.stdin.flush()
        results = [json.loads(one.communicate()[0]) for one in started]
        took = max(one["ended"] for one in results) - min(one["began"] for one in results)
        cpu, mib = sum(one["cpu"] for one in results), max(one["mib"] for one in results)
        return Run(count / took, cpu / count * 1e6, mib, (self.sink_seconds() - sink) / count * 1e6)


def _row(town: uuid.UUID, endpoint: str, p256dh: str, auth: str) -> dict[str, Any]:
    return {
        "tenant_id": town, "id": new_id(), "endpoint": endpoint, "p256dh": p256dh, "auth": auth,
        "endpoint_hash": sha256(endpoint.encode()).hexdigest(), "urgent_passes": True,
    }  # fmt: skip


CONTESTANTS = (
    ("encryption alone", "encryption", 1, 20_000),
    ("encryption alone, two processes", "encryption", 2, 40_000),
    ("naive webpush()", "naive", 1, 1_000),
    ("npm web-push, agent, 64 in flight", "npm", 1, 10_000),
    ("webpush_async, 64 in flight", "library", 1, 10_000),
    ("the worker", "worker", 1, AUDIENCE),
    ("the worker, two processes", "worker", 2, AUDIENCE),
)


def main() -> None:
    """Alternating rounds, then memory, then a push service that is far away."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="a tenth of the messages, without the large audience")
    options = parser.parse_args()
    share = 10 if options.quick else 1
    with tempfile.TemporaryDirectory(prefix="push-bench-") as name:
        bench = Bench(Path(name))
        try:
            _measure(bench, options.rounds, share)
        finally:
            bench.close()


def _measure(bench: Bench, rounds: int, share: int) -> None:
    runs: defaultdict[str, list[Run]] = defaultdict(list)
    bench.subscribe(AUDIENCE // share)
    for number in range(rounds):
        print(f"round {number + 1} of {rounds} …", flush=True)
        for title, kind, processes, count in CONTESTANTS:
            runs[title].append(bench.race(kind, count // share, processes))
    _report(runs)
    for milliseconds in (30,):
        bench.subscribe(10_000 // share, milliseconds)
        one, two = (bench.race("worker", 10_000 // share, processes) for processes in (1, 2))
        print(
            f"\npush service {milliseconds} ms away: one process {one.per_second:,.0f}/s, two {two.per_second:,.0f}/s"
        )
    print("\nmemory of the worker while it sends, above what it had before:")
    for count in (FEW, MANY // share):
        bench.subscribe(count)
        run = bench.race("worker", count)
        print(f"  {count:8,} subscriptions  {run.mib:6.1f} MiB   ({run.per_second:,.0f}/s)", flush=True)


def _report(runs: dict[str, list[Run]]) -> None:
    def middle(title: str) -> float:
        return statistics.median(run.per_second for run in runs[title])

    def ratio(one: str, other: str, cores: int = 1) -> str:
        pairs = list(zip(runs[one], runs[other], strict=True))
        rate = statistics.median(a.per_second / b.per_second for a, b in pairs)
        return f"{rate:6.2f} {cores * statistics.median(b.micros / a.micros for a, b in pairs):8.2f}"

    limit, naive, npm, ours, both = (
        "encryption alone",
        "naive webpush()",
        CONTESTANTS[3][0],
        "the worker",
        CONTESTANTS[6][0],
    )
    print(f"\n{'':36} {'per s':>8} {'min-max':>15} {'CPU µs':>7} {'sink':>5}")
    for title, found in runs.items():
        rates = sorted(run.per_second for run in found)
        cpu, sink = (statistics.median(getattr(run, what) for run in found) for what in ("micros", "sink"))
        print(f"{title:36} {middle(title):8,.0f} {f'{rates[0]:,.0f}-{rates[-1]:,.0f}':>15} {cpu:7.0f} {sink:5.0f}")
    print("\nratio (median of the rounds' ratios)           rate   by CPU    aim")
    for name, value, aim in (
        ("the worker : naive webpush()", ratio(ours, naive), "≥ 10"),
        ("the worker : npm web-push", ratio(ours, npm), "≥ 3"),
        ("the worker : webpush_async", ratio(ours, CONTESTANTS[4][0]), ""),
        ("the worker : encryption alone", ratio(ours, limit), "≥ 0.25"),
        ("two processes : one", ratio(both, ours, cores=2), "≥ 1.8"),
    ):
        print(f"  {name:42} {value}    {aim}")


if __name__ == "__main__":
    main()
