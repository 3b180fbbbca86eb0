# SPDX-License-Identifier: EUPL-1.2
"""Handing messages to push services (RFC 8030): many at a time over kept connections. Knows no database.

One process encrypts on one core; two worker processes share a message (progress.py). Addresses never enter a log.
"""

import asyncio
import enum
import random
import ssl
import threading
import time
import uuid
from collections import defaultdict
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any, TypeVar

import aiohttp
import certifi
from yarl import URL

from backend.push.encryption import Recipient, encrypt

IN_FLIGHT = 100
SECONDS = 10.0
CONNECT_SECONDS = 5.0
ENOUGH_OF_AN_ANSWER = 16 * 1024
TROUBLES = 20  # that many in a row, and a push service gets a rest
REST_SECONDS = 60.0
BACKOFF = (30, 120, 480, 1800, 7200)  # seconds after the first, second, … fruitless try
LONGEST_WAIT = 24 * 3600.0


class Result(enum.Enum):
    """What became of one message for one device."""

    REACHED = "reached"
    GONE = "gone"  # the push service knows the device no more
    LATER = "later"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Target:
    """A device: where its push service takes messages, and its keys."""

    id: uuid.UUID
    endpoint: str
    origin: str
    keys: Recipient


@dataclass(frozen=True, slots=True)
class Outcome:
    """`wait` in seconds is the push service's own wish; `tried` is false if it was not even asked."""

    result: Result
    wait: float | None = None
    tried: bool = True


@cache
def trusted() -> ssl.SSLContext:
    """Whose certificates count: Mozilla's list, whatever the machine has."""
    return ssl.create_default_context(cafile=certifi.where())


REACHED, GONE, FAILED = Outcome(Result.REACHED), Outcome(Result.GONE), Outcome(Result.FAILED)
Authorize = Callable[[str], str]
T = TypeVar("T")


@dataclass(slots=True)
class _Batch:
    """Targets that get the same, and how many answers are missing."""

    payload: bytes
    headers: dict[str, str]
    outcomes: list[Outcome]
    left: int
    done: "asyncio.Future[None]"


class Courier:
    """An open line to the push services, for one run of a worker: connections outlive a batch.

    Its event loop has a thread of its own, so that the next batch is on its way while the last one is written down, and
    a database that takes its time is not mistaken for a push service that does.
    """

    def __init__(self, authorize: Authorize, *, seconds: float = SECONDS, in_flight: int = IN_FLIGHT) -> None:
        self.authorize, self.seconds, self.in_flight = authorize, seconds, in_flight
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, name="push", daemon=True)
        self.troubles: defaultdict[str, int] = defaultdict(int)
        self.rests_until: dict[str, float] = {}

    def __enter__(self) -> "Courier":
        self.thread.start()
        self._do(self._open()).result()
        return self

    def __exit__(self, *_error: object) -> None:
        self._do(self._close()).result()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()

    def send(self, payload: bytes, headers: dict[str, str], targets: Sequence[Target]) -> "Future[list[Outcome]]":
        """Encrypt and send to all targets; the outcomes come in their order. Never fails for what a service does."""
        return self._do(self._send(payload, headers, targets))

    def _do(self, work: Coroutine[Any, Any, T]) -> "Future[T]":
        return asyncio.run_coroutine_threadsafe(work, self.loop)

    async def _send(self, payload: bytes, headers: dict[str, str], targets: Sequence[Target]) -> list[Outcome]:
        batch = _Batch(payload, headers, [FAILED] * len(targets), len(targets), self.loop.create_future())
        for position, target in enumerate(targets):
            self.queue.put_nowait((batch, position, target))
        if targets:
            await batch.done
        return batch.outcomes

    async def _serve(self) -> None:
        while True:
            batch, position, target = await self.queue.get()
            if batch.done.done():
                continue
            try:
                batch.outcomes[position] = await self._post(batch, target)
            except Exception as error:
                # Our own mistake, such as a key that cannot be read: whoever waits for the batch must hear of it.
                if not batch.done.done():
                    batch.done.set_exception(error)
                continue
            batch.left -= 1
            if not batch.left and not batch.done.done():
                batch.done.set_result(None)

    async def _open(self) -> None:
        self.queue: asyncio.Queue[tuple[_Batch, int, Target]] = asyncio.Queue()
        self.session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=self.in_flight, ttl_dns_cache=300, ssl=trusted()),
            timeout=aiohttp.ClientTimeout(total=self.seconds, connect=min(CONNECT_SECONDS, self.seconds)),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding"),
        )
        self.servants = [self.loop.create_task(self._serve()) for _ in range(self.in_flight)]

    async def _close(self) -> None:
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self.session.close()

    async def _post(self, batch: _Batch, target: Target) -> Outcome:
        rest = self.rests_until.get(target.origin, 0.0) - time.monotonic()
        if rest > 0:
            return Outcome(Result.LATER, rest, tried=False)
        try:
            async with self.session.post(
                URL(target.endpoint, encoded=True),
                data=encrypt(batch.payload, target.keys),
                headers={**batch.headers, "Authorization": self.authorize(target.origin)},
                allow_redirects=False,
            ) as answer:
                # Read to its end, the connection serves the next message.
                await answer.content.read(ENOUGH_OF_AN_ANSWER)
                outcome = _judge(answer.status, answer.headers.get("Retry-After"))
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
            outcome = Outcome(Result.LATER)
        self._note(target.origin, outcome)
        return outcome

    def _note(self, origin: str, outcome: Outcome) -> None:
        if outcome.result is not Result.LATER:
            self.troubles[origin] = 0
            return
        self.troubles[origin] += 1
        if self.troubles[origin] >= TROUBLES:
            self.rests_until[origin] = time.monotonic() + (outcome.wait or REST_SECONDS)
            self.troubles[origin] = 0


def _judge(status: int, retry_after: str | None) -> Outcome:
    if 200 <= status < 300:
        return REACHED
    if status in (404, 410):
        return GONE
    if status == 429 or status >= 500:
        return Outcome(Result.LATER, _seconds(retry_after))
    return FAILED


def _seconds(retry_after: str | None) -> float | None:
    """`Retry-After` as seconds from now: a number or an HTTP date (RFC 9110, 10.2.3)."""
    if not retry_after:
        return None
    if retry_after.strip().isdecimal():
        return min(float(retry_after), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    if moment.tzinfo is None:
        return None
    return min(max((moment - datetime.now(UTC)).total_seconds(), 0.0), LONGEST_WAIT)


def pause(attempts: int, wait: float | None) -> float | None:
    """Seconds until the next try after so many fruitless ones; None: that was the last. Never sooner than the push
    service wishes; scattered, so that not all come back at the same moment."""
    if attempts > len(BACKOFF):
        return None
    own = BACKOFF[max(attempts, 1) - 1] * random.uniform(0.8, 1.2)  # noqa: S311 - no secret
    return max(own, wait or 0.0)
