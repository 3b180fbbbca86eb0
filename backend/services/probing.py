# SPDX-License-Identifier: EUPL-1.2
"""Asks foreign servers whether addresses lead somewhere: politely, one request at a time per host, HEAD before GET,
never a body. Knows no database.

What a server says about us (sign in, too many requests) says nothing about the page: unknown. What may pass (an error
of the server, no answer) is asked a second time, after everything else of that host.
"""

import time
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import Empty, SimpleQueue

from backend.outbound import Answer, OutboundError, Refused, look
from backend.services.models import LinkState
from backend.tenants.outward import host_of, may_lead

HOSTS_AT_ONCE = 4
AT_ONCE = 40  # so many verdicts are handed over together
PAUSE = 0.5  # seconds between two requests to a host
PATIENCE = 15.0  # seconds for one address
DEAD = 3  # so many addresses in a row without an answer, and the host is left alone
GONE = frozenset({404, 410})
NOT_FOR_US = frozenset({401, 403, 407, 429, 451})
TOO_MANY, LIMITED = 429, "limited"
UNREACHED = frozenset({"unknown-name", "certificate"})  # by whatever method


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found: `reason` is a word for what is wrong (gone, error, elsewhere, refused, limited or one of
    outbound's), `status` that of the answer; `passing`: it may be over in a minute."""

    url: str
    state: LinkState
    status: int | None = None
    reason: str | None = None
    passing: bool = False


def probe_all(
    urls: Iterable[str], hosts: Collection[str], *, deadline: float, allow: Sequence[str] = ()
) -> Iterator[list[Verdict]]:
    """Verdicts, some at a time, in whatever order they come; none for what was not reached before the deadline.
    `hosts` are the ends of host names to which residents may be led, `allow` as in outbound.

    As long as no server at all has answered, the line may be our own: nobody is called silent then.
    """
    queues: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        queues[host_of(url)].append(url)
    visit = _Visit(hosts, deadline, allow)
    batch: list[Verdict] = []
    answered = False
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        work = [pool.submit(visit.probe_host, some) for some in queues.values()]
        try:
            while any(not one.done() for one in work) or not visit.found.empty():
                try:
                    batch.append(visit.found.get(timeout=0.5))
                    answered = answered or batch[-1].status is not None
                    full = len(batch) >= AT_ONCE
                except Empty:
                    full = bool(batch)
                if full and answered:
                    yield batch
                    batch = []
        finally:
            visit.deadline = 0
    for one in work:
        one.result()
    if batch and answered:
        yield batch


def probe(url: str, hosts: Collection[str], *, seconds: float = PATIENCE, allow: Sequence[str] = ()) -> Verdict:
    """Ask for one address."""
    status = None
    # Some servers answer HEAD in any way they like, or not at all: only a good answer to it counts.
    for method, share in (("HEAD", 0.4), ("GET", 0.6)):
        try:
            answer = look(url, method=method, seconds=seconds * share, allow=allow)
        except Refused:
            return Verdict(url, LinkState.BROKEN, None, "address")
        except OutboundError as error:
            if method == "GET" or error.reason in UNREACHED:
                return Verdict(url, LinkState.BROKEN, None, error.reason, passing=error.reason != "certificate")
            continue
        status = answer.status
        if 200 <= status < 300:
            return _arrived(url, answer, hosts)
        if status == TOO_MANY:
            break
    return _refused(url, status or 0)


def _arrived(url: str, answer: Answer, hosts: Collection[str]) -> Verdict:
    # A name that somebody else has bought often leads on to a place where nobody wants residents.
    if answer.url != url and host_of(answer.url) != host_of(url) and not may_lead(answer.url, hosts):
        return Verdict(url, LinkState.BROKEN, answer.status, "elsewhere")
    return Verdict(url, LinkState.OK, answer.status)


def _refused(url: str, status: int) -> Verdict:
    if status in GONE:
        return Verdict(url, LinkState.BROKEN, status, "gone")
    if status in NOT_FOR_US:
        return Verdict(url, LinkState.UNKNOWN, status, LIMITED if status == TOO_MANY else "refused")
    return Verdict(url, LinkState.BROKEN, status, "error", passing=status >= 500)


class _Visit:
    """What all hosts are asked for. Its threads end soon after the deadline, which can be brought forward."""

    def __init__(self, hosts: Collection[str], deadline: float, allow: Sequence[str]) -> None:
        self.hosts, self.deadline, self.allow = hosts, deadline, allow
        self.found: SimpleQueue[Verdict] = SimpleQueue()

    def probe_host(self, urls: Iterable[str]) -> None:
        """One address after the other; those that may work in a minute once more at the end."""
        again: list[str] = []
        silent = 0
        for url in self._politely(urls):
            verdict = probe(url, self.hosts, allow=self.allow)
            silent = silent + 1 if verdict.passing and verdict.status is None else 0
            if verdict.passing:
                again.append(url)
            else:
                self.found.put(verdict)
            if verdict.reason == LIMITED or silent == DEAD:
                # What has no verdict keeps its state.
                break
        for url in self._politely(again):
            self.found.put(probe(url, self.hosts, allow=self.allow))

    def _politely(self, urls: Iterable[str]) -> Iterator[str]:
        for url in urls:
            if time.monotonic() >= self.deadline:
                return
            yield url
            time.sleep(PAUSE)
