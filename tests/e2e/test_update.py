# SPDX-License-Identifier: EUPL-1.2
"""A new build: offered, applied by the resident, harmless to pages that stay open. And the way out."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.conftest import empty_browser_cache, first_article, install_worker, lose_network, settle, until, visit
from tests.e2e.server import Server, copy_build, next_build

LOOK_FOR_UPDATE = "navigator.serviceWorker.ready.then((found) => found.update())"


@pytest.fixture
def changing(tmp_path_factory: pytest.TempPathFactory, server: Server) -> Iterator[Server]:
    """A server of its own, whose build a test may replace; it shares the content of the other one."""
    folder = tmp_path_factory.mktemp("changing")
    made = Server(server.folder, pwa=copy_build(folder / "dist"))
    made.start()
    yield made
    made.stop()


def deploy(server: Server, mark: str) -> None:
    """What an operator does: replace the build, restart."""
    build = server.env["PWA_PATH"]
    server.stop()
    next_build(type(server.folder)(build), mark)
    server.start()


def build_of(page: Page) -> str | None:
    return page.locator("html").get_attribute("data-build")


def test_a_new_build_is_offered_and_comes_only_when_the_resident_says_so(page: Page, changing: Server) -> None:
    visit(page, changing.url("/"))
    install_worker(page)
    deploy(changing, "zwei")
    offer = page.get_by_role("button", name="Neu laden")
    assert offer.count() == 0
    page.evaluate(LOOK_FOR_UPDATE)
    expect(offer).to_be_visible()
    page.reload()
    settle(page)
    assert build_of(page) is None, "a reload must not swap the build under the resident"
    expect(offer).to_be_visible()
    with page.expect_navigation():
        offer.click()
    settle(page)
    assert build_of(page) == "zwei"
    expect(offer).to_have_count(0)


def test_later_hides_the_offer_for_this_visit(page: Page, changing: Server) -> None:
    visit(page, changing.url("/"))
    install_worker(page)
    deploy(changing, "zwei")
    page.evaluate(LOOK_FOR_UPDATE)
    page.get_by_role("button", name="Später").click()
    expect(page.get_by_role("button", name="Neu laden")).to_have_count(0)
    assert build_of(page) is None


def test_the_other_tab_is_not_reloaded_and_still_loads_its_old_chunks(
    page: Page, context: BrowserContext, changing: Server
) -> None:
    visit(page, changing.url("/"))
    install_worker(page)
    other = context.new_page()
    visit(other, changing.url("/"))
    other.evaluate("window.filledIn = true")
    deploy(changing, "zwei")
    page.evaluate(LOOK_FOR_UPDATE)
    with page.expect_navigation():
        page.get_by_role("button", name="Neu laden").click()
    settle(page)
    empty_browser_cache(page)
    assert other.evaluate("window.filledIn") is True
    # The chunk of this page is no longer on the server, only in the worker's keep.
    other.locator(f"a[href='{first_article(changing)}']").first.click()
    expect(other.locator(".prose")).to_be_visible()
    assert other.evaluate("window.filledIn") is True
    with other.expect_navigation():
        other.get_by_role("button", name="Neu laden").click()
    settle(other)
    assert build_of(other) == "zwei"


def test_pages_that_were_opened_before_come_along_with_the_update_and_others_do_not(
    page: Page, changing: Server
) -> None:
    visit(page, changing.url("/termine"))
    install_worker(page)
    until(page, "caches.match(document.querySelector('link[href*=later]')?.href ?? '').then(Boolean)")
    deploy(changing, "zwei")
    page.evaluate(LOOK_FOR_UPDATE)
    with page.expect_navigation():
        page.get_by_role("button", name="Neu laden").click()
    settle(page)
    assert build_of(page) == "zwei"
    kept = page.evaluate("caches.open('sv-extra').then((c) => c.keys()).then((all) => all.map(({ url }) => url))")
    assert any("/later/events/" in url for url in kept)
    assert not any("/later/map/" in url or "/later/push/push-page" in url for url in kept)
    lose_network(page)
    page.reload()
    expect(page.get_by_text("Keine Verbindung.")).to_be_visible()
    expect(page.get_by_role("heading", name="Termine", exact=True)).to_be_visible()
    page.goto(changing.url("/termine/abonnieren"))
    expect(page.get_by_role("heading", name="Kalender abonnieren")).to_be_visible()


def test_the_first_visit_offers_no_update(page: Page, server: Server) -> None:
    visit(page, server.url("/"))
    install_worker(page)
    page.wait_for_timeout(300)
    expect(page.get_by_role("button", name="Neu laden")).to_have_count(0)


def test_the_kill_switch_removes_the_worker_for_good(page: Page, changing: Server) -> None:
    visit(page, changing.url("/"))
    install_worker(page)
    changing.restart(PWA_KILL_SWITCH="1")
    with page.expect_navigation():
        page.evaluate(LOOK_FOR_UPDATE)
    settle(page)
    until(page, "navigator.serviceWorker.getRegistrations().then((all) => all.every((one) => !one.active))")
    assert page.evaluate("caches.keys()") == []
    page.reload()
    settle(page)
    assert page.evaluate("navigator.serviceWorker.controller") is None
