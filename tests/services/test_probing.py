# SPDX-License-Identifier: EUPL-1.2
"""Foreign servers are asked politely, and every mood of theirs says something else about a link."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from backend.services import probing
from backend.services.models import LinkState
from backend.services.probing import Verdict, probe
from tests.serving import Site, serving

HOSTS = frozenset({"brandenburg.de", "127.0.0.1"})


def answering(status: int, by: list[str], head: int | None = None, wait: float = 0) -> Any:
    """A page with this status, another one for HEAD; notes by which method it was asked."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        by.append(request.command)
        time.sleep(wait)
        request.send_response(head if head is not None and request.command == "HEAD" else status)
        request.send_header("Content-Length", "0")
        request.end_headers()

    return answer


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        yield one


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probing, "PAUSE", 0)


def ask(site: Site, path: str, **details: Any) -> Verdict:
    return probe(site.url(path), HOSTS, allow=site.allow, **details)


@pytest.mark.parametrize(
    ("status", "state", "reason", "passing"),
    [
        (200, "ok", None, False), (204, "ok", None, False), (404, "broken", "gone", False),
        (410, "broken", "gone", False), (400, "broken", "error", False), (500, "broken", "error", True),
        (503, "broken", "error", True), (401, "unknown", "refused", False), (403, "unknown", "refused", False),
        (429, "unknown", "limited", False),
    ],
)  # fmt: skip
def test_the_answer_says_whether_somebody_is_there(
    site: Site, status: int, state: str, reason: str | None, passing: bool
) -> None:
    site.pages["/"] = answering(status, [])
    found = ask(site, "/")
    assert (found.state, found.reason, found.passing, found.status) == (state, reason, passing, status)


@pytest.mark.parametrize("head", [405, 404, 500, 501, 403])
def test_a_server_that_does_not_care_for_head_is_asked_by_get(site: Site, head: int) -> None:
    by: list[str] = []
    site.pages["/"] = answering(200, by, head)
    assert ask(site, "/").state is LinkState.OK and by == ["HEAD", "GET"]


def test_a_good_answer_to_head_is_enough_and_too_many_is_not_asked_twice(site: Site) -> None:
    good, tired = list[str](), list[str]()
    site.pages |= {"/good": answering(200, good), "/tired": answering(429, tired)}
    ask(site, "/good"), ask(site, "/tired")
    assert good == ["HEAD"] and tired == ["HEAD"]


def test_a_page_that_has_moved_is_there_unless_it_moved_to_strangers(site: Site) -> None:
    site.pages["/new"] = answering(200, [])
    site.redirect("/old", "/new", 301)
    assert ask(site, "/old").state is LinkState.OK
    with serving() as stranger:
        stranger.pages["/"] = answering(200, [])
        site.redirect("/sold", stranger.url("/").replace("127.0.0.1", "localhost"), 301)
        allow = (*site.allow, f"localhost:{stranger.port}")
        found = probe(site.url("/sold"), HOSTS, allow=allow)
    assert (found.state, found.reason) == (LinkState.BROKEN, "elsewhere")
    site.redirect("/round", "/round", 302)
    assert ask(site, "/round").reason == "answer"


def test_nobody_is_asked_inside_our_own_network(site: Site) -> None:
    site.pages["/"] = answering(200, by := [])
    assert probe(site.url("/"), HOSTS).reason == "address" and by == []
    site.redirect("/inside", "http://10.0.0.1/", 302)
    assert ask(site, "/inside").reason == "address"


def test_who_does_not_answer_is_left_in_time(site: Site) -> None:
    site.pages["/"] = answering(200, [], wait=3)
    began = time.monotonic()
    found = ask(site, "/", seconds=0.6)
    assert (found.state, found.reason, found.passing) == (LinkState.BROKEN, "too-slow", True)
    assert time.monotonic() - began < 2.5


def verdicts(site: Site, *paths: str) -> dict[str, Verdict]:
    batches = probing.probe_all(map(site.url, paths), HOSTS, deadline=time.monotonic() + 20, allow=site.allow)
    return {one.url.removeprefix(site.url("")): one for batch in batches for one in batch}


def test_what_may_pass_is_asked_once_more_at_the_end(site: Site) -> None:
    statuses = iter([500, 500, 200])

    def shaky(request: BaseHTTPRequestHandler) -> None:
        answering(next(statuses), [])(request)

    site.pages |= {"/shaky": shaky, "/good": answering(200, [])}
    found = verdicts(site, "/shaky", "/good")
    assert found["/shaky"].state is LinkState.OK
    assert [path for path, _status in site.asked] == ["/shaky", "/shaky", "/good", "/shaky"]


def test_a_host_that_has_enough_is_left_alone(site: Site) -> None:
    site.pages |= {"/1": answering(200, []), "/2": answering(429, []), "/3": answering(200, [])}
    assert sorted(verdicts(site, "/1", "/2", "/3")) == ["/1", "/2"]


def test_a_host_is_asked_one_by_one(site: Site) -> None:
    now, most, lock = 0, 0, threading.Lock()

    def slow(request: BaseHTTPRequestHandler) -> None:
        nonlocal now, most
        with lock:
            now, most = now + 1, max(most, now + 1)
        answering(200, [], wait=0.02)(request)
        with lock:
            now -= 1

    paths = [f"/{number}" for number in range(8)]
    site.pages |= dict.fromkeys(paths, slow)
    assert len(verdicts(site, *paths)) == 8 and most == 1


def test_if_nobody_answers_it_may_be_our_own_line(site: Site) -> None:
    with serving() as other:
        gone = other.url("/")
    allow = (gone.removeprefix("http://").rstrip("/"), *site.allow)
    site.pages["/"] = answering(200, [])
    far = {"deadline": time.monotonic() + 20, "allow": allow}
    assert list(probing.probe_all([gone], HOSTS, **far)) == []
    found = [one for batch in probing.probe_all([gone, site.url("/")], HOSTS, **far) for one in batch]
    assert {(one.url, one.reason) for one in found} == {(gone, "unreachable"), (site.url("/"), None)}


def test_after_the_deadline_nobody_is_asked(site: Site) -> None:
    paths = [f"/{number}" for number in range(50)]
    site.pages |= dict.fromkeys(paths, answering(200, [], wait=0.05))
    until = time.monotonic() + 0.4
    batches = probing.probe_all(map(site.url, paths), HOSTS, deadline=until, allow=site.allow)
    assert 0 < sum(map(len, batches)) < 50 and time.monotonic() < until + 2


def test_whoever_stops_listening_stops_the_asking(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probing, "AT_ONCE", 2)
    paths = [f"/{number}" for number in range(50)]
    site.pages |= dict.fromkeys(paths, answering(200, [], wait=0.02))
    batches = probing.probe_all(map(site.url, paths), HOSTS, deadline=time.monotonic() + 60, allow=site.allow)
    assert len(next(batches)) == 2
    batches.close()
    assert len(site.asked) < 50
