# SPDX-License-Identifier: EUPL-1.2
"""The contestants, each in a process of its own: `python -m tests.bench.push_clients NAME COUNT FOLDER [MESSAGE]`.

Says "ready", waits for a line, works, prints count, begin, end, CPU seconds and the growth of memory as JSON.
"""

import asyncio
import json
import resource
import ssl
import sys
import time
import uuid
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import aiohttp
from py_vapid import Vapid02
from pywebpush import webpush, webpush_async

from backend import create_app
from backend.config import read_settings
from backend.db import db
from backend.jobs import scope
from backend.push import sending, transport
from backend.push.encryption import encrypt, recipient
from backend.push.models import PushMessage
from tests.factories import tenant_id

CLAIMS = {"sub": "mailto:a@b.de"}
IN_FLIGHT = 64
HEADERS = {"Content-Type": "application/octet-stream"}


class Given:
    """What the benchmark has prepared: subscriptions, VAPID key, payload, certificate."""

    def __init__(self, folder: Path) -> None:
        found = json.loads((folder / "given.json").read_text())
        self.subscriptions: list[dict[str, Any]] = found["subscriptions"]
        self.payload: str = found["payload"]
        self.private: str = found["vapid"]["privateKey"]
        self.certificate = str(folder / "server.pem")
        self.context = ssl.create_default_context(cafile=self.certificate)

    def at(self, number: int) -> dict[str, Any]:
        return self.subscriptions[number % len(self.subscriptions)]


def encryption(given: Given, count: int) -> None:
    """The limit: nothing but our encryption."""
    payload = given.payload.encode()
    keys = [recipient(**one["keys"]) for one in given.subscriptions]
    for number in range(count):
        encrypt(payload, keys[number % len(keys)])


def naive(given: Given, count: int) -> None:
    """`webpush()` as its README shows it: one after the other."""
    for number in range(count):
        webpush(given.at(number), given.payload, given.private, dict(CLAIMS), ttl=86400, timeout=10, headers=HEADERS)


def library(given: Given, count: int) -> None:
    """`webpush_async` over kept connections with one signature."""
    origin = given.at(0)["endpoint"].rsplit("/", 2)[0]
    signed = Vapid02.from_raw(given.private.encode()).sign(CLAIMS | {"aud": origin})

    async def send() -> None:
        numbers = iter(range(count))

        async def serve() -> None:
            for number in numbers:
                await webpush_async(
                    given.at(number), given.payload, headers=HEADERS | signed, ttl=86400, timeout=10,
                    aiohttp_session=session,
                )  # fmt: skip

        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=given.context)) as session:
            await asyncio.gather(*(serve() for _ in range(IN_FLIGHT)))

    asyncio.run(send())


def worker(folder: Path, message: str) -> Callable[[Given, int], None]:
    """The whole thing: rows, slices, batches, results."""
    app = create_app(replace(read_settings(), log_level="WARNING"))
    town = tenant_id(app, "town")

    def work(given: Given, _count: int) -> None:
        transport.CERTIFICATES = given.certificate
        while True:
            with scope(app, town, write=False):
                sending.run(message)
            with scope(app, town, write=False):
                if db.session.query(PushMessage.state).filter_by(id=uuid.UUID(message)).scalar() == "sent":
                    return
            time.sleep(0.005)

    return work


def main(name: str, count: int, folder: Path, *message: str) -> None:
    given = Given(folder)
    do = (
        worker(folder, *message)
        if name == "worker"
        else {"encryption": encryption, "naive": naive, "library": library}[name]
    )
    print("ready", flush=True)
    sys.stdin.readline()
    grown, began, cpu = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.time(), time.process_time()
    do(given, count)
    ended, cpu = time.time(), time.process_time() - cpu
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - grown
    print(json.dumps({"count": count, "began": began, "ended": ended, "cpu": cpu, "mib": grown / 1024}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), *sys.argv[4:])
