# SPDX-License-Identifier: EUPL-1.2
"""Handing messages to push services (RFC 8030): many at a time over kept connections. Knows no database.

libcurl carries them, because carrying was the dear part: 20 µs of CPU for a message instead of aiohttp's 130, beside 70
for its encryption (tests/bench/push). One process encrypts on one core; two worker processes share a message
(progress.py). Addresses never enter a log.
"""

import enum
import queue
import random
import threading
import time
import uuid
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import certifi
import pycurl

from backend.push.encryption import Recipient, encrypt

IN_FLIGHT = 100
SECONDS = 10.0
CONNECT_SECONDS = 5.0
ENOUGH_OF_AN_ANSWER = 16 * 1024
TICK = 0.05  # seconds until the courier looks up from silent connections for new work
TROUBLES = 20  # that many in a row, and a push service gets a rest
REST_SECONDS = 60.0
BACKOFF = (30, 120, 480, 1800, 7200)  # seconds after the first, second, … fruitless try
LONGEST_WAIT = 24 * 3600.0
CERTIFICATES = certifi.where()  # whose certificates count: Mozilla's list, whatever the machine has
UNSAID = ("Expect:", "Accept:", "User-Agent:")  # what libcurl would add by itself


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


REACHED, GONE, FAILED = Outcome(Result.REACHED), Outcome(Result.GONE), Outcome(Result.FAILED)
Authorize = Callable[[str], str]


@dataclass(slots=True)
class _Batch:
    """Targets that get the same; `headers` by push service."""

    payload: bytes
    headers: dict[str, list[str]]
    targets: Sequence[Target]
    outcomes: list[Outcome]
    left: int
    done: "Future[list[Outcome]]" = field(default_factory=Future)

    def settle(self, position: int, outcome: Outcome) -> None:
        self.outcomes[position] = outcome
        self.left -= 1
        if not self.left and not self.done.done():
            self.done.set_result(self.outcomes)

    def fail(self, error: BaseException) -> None:
        if not self.done.done():
            self.done.set_exception(error)


class _Call:
    """A request and its answer, one after the other for many devices; the connections belong to the courier."""

    batch: _Batch
    position: int

    def __init__(self, seconds: float) -> None:
        self.lines: list[bytes] = []
        self.size = 0
        self.curl = curl = pycurl.Curl()
        curl.setopt(pycurl.NOSIGNAL, 1)
        curl.setopt(pycurl.POST, 1)
        curl.setopt(pycurl.HTTP_VERSION, pycurl.CURL_HTTP_VERSION_1_1)
        curl.setopt(pycurl.PROTOCOLS, pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS)
        curl.setopt(pycurl.PATH_AS_IS, 1)
        curl.setopt(pycurl.PROXY, "")
        curl.setopt(pycurl.CAINFO, CERTIFICATES)
        curl.setopt(pycurl.TIMEOUT_MS, int(seconds * 1000))
        curl.setopt(pycurl.CONNECTTIMEOUT_MS, int(min(CONNECT_SECONDS, seconds) * 1000))
        curl.setopt(pycurl.HEADERFUNCTION, self.lines.append)
        curl.setopt(pycurl.WRITEFUNCTION, self._swallow)

    def prepare(self, batch: _Batch, position: int) -> None:
        self.batch, self.position = batch, position
        self.lines.clear()
        self.size = 0
        target = batch.targets[position]
        self.curl.setopt(pycurl.URL, target.endpoint)
        self.curl.setopt(pycurl.HTTPHEADER, batch.headers[target.origin])
        self.curl.setopt(pycurl.POSTFIELDS, encrypt(batch.payload, target.keys))

    def _swallow(self, data: bytes) -> int:
        self.size += len(data)
        return len(data) if self.size <= ENOUGH_OF_AN_ANSWER else 0

    def judge(self, error: int) -> Outcome:
        if error and self.size <= ENOUGH_OF_AN_ANSWER:
            return Outcome(Result.LATER)
        return _judge(self.curl.getinfo(pycurl.RESPONSE_CODE), self._retry_after())

    def _retry_after(self) -> str | None:
        for line in self.lines:
            name, _, value = line.partition(b":")
            if name.lower() == b"retry-after":
                return value.decode("latin-1").strip()
        return None


class Courier:
    """An open line to the push services, for one run of a worker: connections outlive a batch.

    What a push service has closed meanwhile is opened again: libcurl sends a message once more if a kept connection
    dies of it without a word.

    It has a thread of its own, so that the next batch is on its way while the last one is written down, and a database
    that takes its time is not mistaken for a push service that does.
    """

    def __init__(self, authorize: Authorize, *, seconds: float = SECONDS, in_flight: int = IN_FLIGHT) -> None:
        self.authorize, self.seconds, self.in_flight = authorize, seconds, in_flight
        self.inbox: queue.SimpleQueue[_Batch | None] = queue.SimpleQueue()
        self.waiting: deque[tuple[_Batch, int]] = deque()
        self.free: list[_Call] = []
        self.busy: dict[pycurl.Curl, _Call] = {}
        self.multi = pycurl.CurlMulti()
        self.multi.setopt(pycurl.M_MAXCONNECTS, in_flight)
        self.thread = threading.Thread(target=self._run, name="push", daemon=True)
        self.troubles: defaultdict[str, int] = defaultdict(int)
        self.rests_until: dict[str, float] = {}

    def __enter__(self) -> "Courier":
        self.thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.inbox.put(None)
        self.thread.join()

    def send(self, payload: bytes, headers: dict[str, str], targets: Sequence[Target]) -> "Future[list[Outcome]]":
        """Encrypt and send to all targets; the outcomes come in their order. Never fails for what a service does."""
        same = [*UNSAID, *(f"{name}: {value}" for name, value in headers.items())]
        signed = {one: [*same, f"Authorization: {self.authorize(one)}"] for one in {to.origin for to in targets}}
        batch = _Batch(payload, signed, targets, [FAILED] * len(targets), len(targets))
        if targets:
            self.inbox.put(batch)
        else:
            batch.done.set_result([])
        return batch.done

    def _run(self) -> None:
        while True:
            try:
                if not self._round():
                    break
            except Exception as error:
                # Our own mistake: whoever waits for a batch must hear of it.
                self._drop(error)
        self._drop(CancelledError())
        for call in self.free:
            call.curl.close()
        self.multi.close()

    def _round(self) -> bool:
        """Take what is new, send what there is room for, read what has come. False when it is over."""
        idle = not (self.busy or self.waiting)
        while idle or not self.inbox.empty():
            batch = self.inbox.get()
            if batch is None:
                return False
            self.waiting.extend((batch, position) for position in range(len(batch.targets)))
            idle = False
        while self.waiting and len(self.busy) < self.in_flight:
            self._start(*self.waiting.popleft())
        self.multi.perform()
        left, answered = 1, 0
        while left:
            left, well, badly = self.multi.info_read()
            for curl, error in [(curl, 0) for curl in well] + [(curl, error) for curl, error, _ in badly]:
                self._finish(curl, error)
                answered += 1
        if self.busy and not answered and self.multi.select(TICK) < 0:
            time.sleep(TICK / 10)  # nothing to listen to yet, such as a name that is being looked up
        return True

    def _start(self, batch: _Batch, position: int) -> None:
        if batch.done.done():
            return
        rest = self.rests_until.get(batch.targets[position].origin, 0.0) - time.monotonic()
        if rest > 0:
            batch.settle(position, Outcome(Result.LATER, rest, tried=False))
            return
        call = self.free.pop() if self.free else _Call(self.seconds)
        try:
            call.prepare(batch, position)
        except Exception as error:
            # Such as a key that cannot be read: the other batches are as good as ever.
            batch.fail(error)
            self.free.append(call)
            return
        self.multi.add_handle(call.curl)
        self.busy[call.curl] = call

    def _finish(self, curl: pycurl.Curl, error: int) -> None:
        call = self.busy.pop(curl)
        self.multi.remove_handle(curl)
        self.free.append(call)
        outcome = call.judge(error)
        self._note(call.batch.targets[call.position].origin, outcome)
        call.batch.settle(call.position, outcome)

    def _drop(self, error: BaseException) -> None:
        for call in self.busy.values():
            self.multi.remove_handle(call.curl)
            self.free.append(call)
            call.batch.fail(error)
        for batch, _position in self.waiting:
            batch.fail(error)
        self.busy.clear()
        self.waiting.clear()

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
    except (ValueError, OverflowError):
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
