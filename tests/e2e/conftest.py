# SPDX-License-Identifier: EUPL-1.2
"""A real Chromium before the real server. Each test gets a fresh profile, so each test is a first visit."""

import json
import os
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, expect, sync_playwright

from tests.e2e.looks import PHONE
from tests.e2e.ringing import forget_phones
from tests.e2e.server import DIST, Server
from tests.e2e.staff import Town, desk, sign_in, town_in
from tests.push.service import PushService, push_service

DEMO_SECONDS = 120
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

expect.set_options(timeout=8_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("e2e")


def chromium() -> str | None:
    """The machine's Chromium, or None for Playwright's own."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for path in ("/usr/bin/chromium",) if Path(path).exists()), None)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a server with the demo in it, made by the first process that asks; servers begin with a copy."""
    assert (DIST / "app-shell.html").exists(), "build the PWA first: npm --prefix pwa run build"
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    ready, making = shared / "demo", shared / "demo-in-the-making"
    try:
        (shared / "demo-claimed").mkdir()
    except FileExistsError:
        until = time.monotonic() + DEMO_SECONDS
        while not ready.exists():
            assert time.monotonic() < until, "the process that makes the demo has failed; its message stands elsewhere"
            time.sleep(0.1)
    else:
        # The build, too: whoever builds meanwhile changes the file names under a running server.
        shutil.copytree(DIST, making / "dist")
        Server(making, pwa=making / "dist").fill()
        making.rename(ready)
    return ready


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, demo: Path) -> Iterator[Server]:
    folder = shutil.copytree(demo, tmp_path_factory.mktemp("server") / "own")
    made = Server(folder, pwa=folder / "dist")
    made.start()
    yield made
    made.stop()


@pytest.fixture(scope="session")
def service() -> Iterator[PushService]:
    with push_service() as running:
        yield running


@pytest.fixture(scope="session")
def ringing(tmp_path_factory: pytest.TempPathFactory, demo: Path, service: PushService) -> Iterator[Town]:
    folder = shutil.copytree(demo, tmp_path_factory.mktemp("ringing") / "own")
    with town_in(folder, PUSH_ORIGINS=service.origin) as running:
        yield running


@pytest.fixture(scope="module")
def town(ringing: Town) -> Town:
    """A town with a worker that may send to the push service; it knows no phone yet."""
    forget_phones(ringing)
    return ringing


@pytest.fixture
def editor(browser: Browser, town: Town) -> Iterator[Page]:
    """A desk of the town at which an editor is signed in."""
    context = desk(browser)
    page = context.new_page()
    sign_in(page, town)
    yield page
    context.close()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    launched = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
    yield launched
    launched.close()


@pytest.fixture(autouse=True)
def strangers() -> None:
    """Each test comes from a network of its own, as far as the throttle can tell."""
    for running in Server.running:
        running.forget_tries()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone that has never been here."""
    made = browser.new_context(viewport=PHONE, locale="de-DE", timezone_id="Europe/Berlin", reduced_motion="reduce")
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


class Complaints(list[str]):
    """What the browser complained about: script errors, refused content, failed loads."""

    def watch(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.append(f"{page.url}: {error}"))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.append(f"{message.location.get('url', '')}: {message.text}")


@pytest.fixture
def complaints(page: Page) -> Complaints:
    watched = Complaints()
    watched.watch(page)
    return watched


def visit(page: Page, url: str) -> None:
    """Open an address and wait until its heading stands and nothing is being loaded."""
    page.goto(url)
    settle(page)


def settle(page: Page) -> None:
    # On a wide Start the heading is there for screen readers only: the bar shows the name already.
    expect(page.locator("h1")).to_have_text(re.compile(r"\S"))
    expect(page.locator("[aria-busy=true]")).to_have_count(0)


def until(page: Page, expression: str) -> None:
    """Wait until a (perhaps promised) value is true. Playwright's own way evaluates text, which our policy forbids."""
    look = f"const look = async () => ((await ({expression})) ? done() : setTimeout(look, 50))"
    page.evaluate(f"new Promise((done, fail) => {{ {look}; look(); setTimeout(fail, 30000) }})")


def install_worker(page: Page) -> None:
    """Wait until the service worker has everything and is in charge of this page."""
    page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
    if not page.evaluate("navigator.serviceWorker.controller !== null"):
        # A worker takes over the pages that stand. One that was loading at that moment gets it with its next load.
        page.reload()
        settle(page)
    until(page, "navigator.serviceWorker.controller !== null")


def await_copies(page: Page, count: int) -> None:
    """Wait until the device has kept that many answers: writing takes its time, and a reload would cut it off."""
    page.evaluate(
        """async (count) => {
            const done = (request) => new Promise((tell) => { request.onsuccess = () => tell(request.result) })
            const device = await done(indexedDB.open('sv-reads'))
            for (let kept = 0; kept < count; await new Promise((later) => setTimeout(later, 50)))
                kept = await done(device.transaction('reads').objectStore('reads').count())
            device.close()
        }""",
        count,
    )


def empty_browser_cache(page: Page) -> None:
    """What shows from now on comes from the network or from what the app has kept."""
    tools = page.context.new_cdp_session(page)
    tools.send("Network.clearBrowserCache")
    tools.detach()


def lose_network(page: Page) -> None:
    """No network from now on."""
    empty_browser_cache(page)
    page.context.set_offline(True)


def first_article(server: Server) -> str:
    """The path of the first article on the list that has a picture."""
    items = json.load(server.get("/api/v1/news"))
    return f"/aktuelles/{next(item['id'] for item in items if item['image'])}"


def first_event(server: Server) -> str:
    """The id of the event that comes next."""
    return str(json.load(server.get("/api/v1/events"))[0]["id"])
