# SPDX-License-Identifier: EUPL-1.2
"""Asking the JSON services of others: with patience, within bounds, and no word of what they say taken on trust. Knows
no database."""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from backend.importing import Unreadable
from backend.outbound import Answer, OutboundError, get
from backend.services.sources import Item

MAX_ANSWER = 8 * 1024 * 1024
SECONDS = 30.0
ATTEMPTS = 3
PAUSE = 1.0
# A server that asks for more patience gets it: the run goes on at the next turn.
LONGEST_PAUSE, LONGEST_RUN = 30.0, 20 * 60.0


class Refusal(Unreadable):
    """The service does not want us, or no more for now; `reason`: key, limited or too-slow."""

    def __init__(self, message: str, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


class Web:
    """One service of others. `headers` go with each question and to nobody else: redirects are not followed."""

    def __init__(self, base: str, headers: Mapping[str, str], allow: tuple[str, ...]) -> None:
        self.base, self.headers, self.allow = base.rstrip("/"), {"Accept": "application/json", **headers}, allow
        self.until = time.monotonic() + LONGEST_RUN

    def ask(self, path: str, parameters: Mapping[str, Any] | None = None) -> tuple[Any, Mapping[str, str]]:
        """The answer and its headers; (None, {}) where there is nothing (404). Raises OutboundError, Refusal or
        Unreadable."""
        query = f"?{urlencode(parameters, doseq=True)}" if parameters else ""
        attempt = 0
        while True:
            attempt += 1
            try:
                answer = self._get(f"{self.base}{path}{query}")
            except OutboundError as error:
                if error.status == 404:
                    return None, {}
                _wait(error, last=attempt == ATTEMPTS)
                continue
            return _parse(answer.body), answer.headers

    def _get(self, url: str) -> Answer:
        if time.monotonic() > self.until:
            raise Refusal("The service is too slow to be read in one go; the import goes on later.", "too-slow")
        bounds: dict[str, Any] = {"max_bytes": MAX_ANSWER, "seconds": SECONDS, "allow": self.allow}
        return get(url, headers=self.headers, redirects=0, **bounds)


def _wait(error: OutboundError, *, last: bool) -> None:
    """Wait before the next attempt, or raise what makes one useless."""
    if error.status in (401, 403):
        raise Refusal("The service does not accept the key of this municipality.", "key") from error
    limited = error.status == 429
    if limited:
        pause = _seconds(error.retry_after)
        if last or pause > LONGEST_PAUSE:
            raise Refusal("The service wants fewer questions; the import goes on later.", "limited") from error
    elif last or error.status is None or error.status < 500:
        raise error
    else:
        pause = PAUSE
    time.sleep(pause)


def _seconds(header: str | None) -> float:
    text = (header or "").strip()
    # The other form of the header is a date: too long to wait for anyway.
    return float(text) if text.isdecimal() and len(text) < 6 else LONGEST_PAUSE + 1 if text else PAUSE


def _parse(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Unreadable("The service answers with something that is not JSON.") from error


def each_of(names: Iterable[str], read: Callable[[str], Iterator[Item]]) -> Iterator[Item]:
    """The items of all these objects. One that cannot be read stops the others no more than it must: its trouble is
    raised at the end, so that nothing counts as gone. Raises at once after the third in a row."""
    trouble, in_a_row = None, 0
    for name in names:
        try:
            yield from read(name)
            in_a_row = 0
        except (OutboundError, Unreadable) as error:
            in_a_row += 1
            if isinstance(error, Refusal) or in_a_row == ATTEMPTS:
                raise
            trouble = trouble or error
    if trouble is not None:
        raise trouble


def record(value: Any) -> dict[str, Any]:
    """An object, or an empty one."""
    return value if isinstance(value, dict) else {}


def records(value: Any) -> list[dict[str, Any]]:
    """The objects of a list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def strings(value: Any) -> Iterator[str]:
    """The strings of a list."""
    return (one for one in value if isinstance(one, str)) if isinstance(value, list) else iter(())
