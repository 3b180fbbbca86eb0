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
PAUSE = 0.5  # seconds between two requests to a host
PATIENCE = 15.0  # seconds for one address
DEAD = 3  # so many addresses in a row without an answer, and the host is left alone
GONE = frozenset({404, 410})
NOT_FOR_US = frozenset({401, 403, 407, 429, 451})
TOO_MANY = 429


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
    urls: Iterable[str], hosts: Collection[str], *, deadline: float, allow: Sequence[str] = (), at_once: int = 40
) -> Iterator[list[Verdict]]:
    """Verdicts, some at a time, in whatever order they come; none for what was not reached before the deadline.
    `hosts` are the ends of host names to which residents may be led, `allow` as in outbound."""
    queues: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        queues[host_of(url)].append(url)
    found: SimpleQueue[Verdict] = SimpleQueue()
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        work = [pool.submit(_probe_host, some, hosts, deadline, allow, found) for some in queues.values()]
        batch: list[Verdict] = []
        while any(not one.done() for one in work) or not found.empty():
            try:
                batch.append(found.get(timeout=1))
            except Empty:
                continue
            if len(batch) >= at_once:
                yield batch
                batch = []
    for one in work:
        one.result()
    if batch:
        yield batch


def probe(url: str, hosts: Collection[str], *, seconds: float = PATIENCE, allow: Sequence[str] = ()) -> Verdict:
    """Ask for one address."""
    deadline, status = time.monotonic() + seconds, None
    # Some servers answer HEAD in any way they like: only a good answer to it counts.
    for method in ("HEAD", "GET"):
        left = max(1.0, deadline - time.monotonic())
        try:
            answer = look(url, method=method, seconds=left, allow=allow)
        except Refused:
            return Verdict(url, LinkState.BROKEN, status, "address")
        except OutboundError as error:
            failure = Verdict(url, LinkState.BROKEN, None, error.reason, passing=error.reason != "certificate")
            if method == "GET" or error.reason in ("unknown-name", "certificate", "too-slow"):
                return failure
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
        return Verdict(url, LinkState.UNKNOWN, status, "limited" if status == TOO_MANY else "refused")
    return Verdict(url, LinkState.BROKEN, status, "error", passing=status >= 500)


def _probe_host(
    urls: list[str], hosts: Collection[str], deadline: float, allow: Sequence[str], found: SimpleQueue[Verdict]
) -> None:
    """One address after the other; those that did not answer once more at the end."""
    again: list[str] = []
    silent = 0
    for number, url in enumerate(urls):
        if time.monotonic() >= deadline:
            return
        if number:
            time.sleep(PAUSE)
        verdict = probe(url, hosts, allow=allow)
        silent = silent + 1 if verdict.passing and verdict.status is None else 0
        if verdict.passing:
            again.append(url)
        else:
            found.put(verdict)
        if verdict.reason == "limited":
            break
        if silent == DEAD:
            # All of them are on this host; what has no verdict keeps its state.
            break
    for url in again:
        if time.monotonic() >= deadline:
            return
        time.sleep(PAUSE)
        found.put(probe(url, hosts, allow=allow))
