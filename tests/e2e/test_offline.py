# SPDX-License-Identifier: EUPL-1.2
"""What a resident still has when the network goes."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.conftest import await_copies, first_article, install_worker, lose_network, settle, until, visit
from tests.e2e.server import Server

STAND = re.compile(r"Stand: heute, \d{1,2}:\d{2}")


def picture_is_drawn(page: Page) -> bool:
    return bool(
        page.locator("main figure img").evaluate("async (img) => { await img.decode(); return img.naturalWidth > 0 }")
    )


def test_after_one_visit_the_app_starts_without_a_network(page: Page, server: Server) -> None:
    visit(page, server.url("/"))
    install_worker(page)
    heading = page.locator("h1").inner_text()
    lose_network(page)
    page.reload()
    settle(page)
    assert page.locator("h1").inner_text() == heading
    expect(page.get_by_text("Keine Verbindung.")).to_be_visible()


def test_without_a_network_the_app_keeps_the_towns_colours(page: Page, server: Server) -> None:
    visit(page, server.url("/"))
    install_worker(page)
    colour = "getComputedStyle(document.documentElement).getPropertyValue('--kern-color-action-default')"
    online = page.evaluate(colour)
    lose_network(page)
    page.reload()
    settle(page)
    assert online
    assert page.evaluate(colour) == online


def test_an_article_that_was_read_is_read_again_without_a_network_picture_included(page: Page, server: Server) -> None:
    visit(page, server.url("/"))
    install_worker(page)
    path = first_article(server)
    visit(page, server.url(path))
    assert picture_is_drawn(page)
    title, text = page.locator("h1").inner_text(), page.locator(".prose").inner_text()
    lose_network(page)
    page.reload()
    settle(page)
    assert (page.locator("h1").inner_text(), page.locator(".prose").inner_text()) == (title, text)
    assert picture_is_drawn(page)
    expect(page.get_by_text(STAND)).to_be_visible()


def test_the_very_first_page_is_kept_although_it_came_before_the_worker(page: Page, server: Server) -> None:
    visit(page, server.url(first_article(server)))
    assert picture_is_drawn(page)
    install_worker(page)
    until(page, "caches.open('sv-media').then((kept) => kept.keys()).then((keys) => keys.length > 0)")
    lose_network(page)
    page.reload()
    settle(page)
    expect(page.locator(".prose")).to_be_visible()
    assert picture_is_drawn(page)


def test_a_picture_survives_in_another_size(page: Page, server: Server) -> None:
    visit(page, server.url("/"))
    install_worker(page)
    visit(page, server.url(first_article(server)))
    assert picture_is_drawn(page)
    lose_network(page)
    page.set_viewport_size({"width": 1400, "height": 900})
    page.reload()
    settle(page)
    assert picture_is_drawn(page)


def test_an_article_never_opened_says_so(page: Page, server: Server) -> None:
    visit(page, server.url("/"))
    install_worker(page)
    path = first_article(server)
    lose_network(page)
    page.goto(server.url(path))
    expect(page.get_by_role("heading", name="Noch nicht geladen")).to_be_visible()


def test_a_list_opened_without_a_network_tells_its_age(page: Page, server: Server) -> None:
    visit(page, server.url("/aktuelles"))
    install_worker(page)
    rows = page.locator(".news-list li").count()
    lose_network(page)
    page.reload()
    settle(page)
    assert rows > 3
    expect(page.locator(".news-list li")).to_have_count(rows)
    expect(page.get_by_text(STAND)).to_be_visible()


def test_when_the_network_returns_the_page_asks_again_and_the_note_goes(
    page: Page, context: BrowserContext, server: Server
) -> None:
    visit(page, server.url("/aktuelles"))
    install_worker(page)
    lose_network(page)
    page.reload()
    expect(page.get_by_text("Keine Verbindung.")).to_be_visible()
    with page.expect_response("**/api/v1/news?*"):
        context.set_offline(False)
    expect(page.get_by_text("Keine Verbindung.")).to_have_count(0)


@pytest.mark.parametrize("status", [500, 503])
def test_a_failing_server_does_not_take_the_article_away(status: int, page: Page, server: Server) -> None:
    path = first_article(server)
    visit(page, server.url(path))
    # The municipality and the article.
    await_copies(page, 2)
    title = page.locator("h1").inner_text()
    page.route(
        "**/api/v1/**", lambda route: route.fulfill(status=status, content_type="text/html", body="<h1>Sorry</h1>")
    )
    page.reload()
    settle(page)
    assert page.locator("h1").inner_text() == title
    expect(page.locator(".prose")).to_be_visible()
    expect(page.get_by_text(STAND)).to_be_visible()


def test_an_article_that_was_withdrawn_leaves_the_device(page: Page, server: Server) -> None:
    path = first_article(server)
    visit(page, server.url(path))
    problem = '{"type":"urn:sva:problem:not-found","code":"not-found","title":"x","status":404}'
    page.route(
        f"**/api/v1/news/{path.split('/')[-1]}",
        lambda route: route.fulfill(status=404, content_type="application/problem+json", body=problem),
    )
    page.reload()
    expect(page.get_by_role("heading", name="Diese Nachricht gibt es nicht mehr")).to_be_visible()
    install_worker(page)
    page.unroute_all()
    lose_network(page)
    page.reload()
    expect(page.get_by_role("heading", name="Noch nicht geladen")).to_be_visible()


def test_a_device_without_a_store_still_reads_the_news(page: Page, server: Server) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError') } });"
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } });"
        "Object.defineProperty(navigator, 'serviceWorker', { get() { return undefined } });"
    )
    visit(page, server.url(first_article(server)))
    expect(page.locator(".prose")).to_be_visible()


@pytest.mark.parametrize("path", ["/aktuelles", "/mehr", "/mehr/sprache"])
def test_pages_of_the_app_have_their_code_on_the_device(path: str, page: Page, server: Server) -> None:
    visit(page, server.url("/"))
    install_worker(page)
    lose_network(page)
    page.goto(server.url(path))
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("h1")).not_to_have_text("Noch nicht geladen")


def test_forgetting_leaves_no_news_on_the_device(page: Page, server: Server) -> None:
    visit(page, server.url("/"))
    install_worker(page)
    path = first_article(server)
    visit(page, server.url(path))
    visit(page, server.url("/mehr"))
    page.get_by_text("Dunkel", exact=True).click()
    page.get_by_role("button", name="Daten auf diesem Gerät löschen").click()
    page.get_by_role("dialog").get_by_role("button", name="Daten löschen").click()
    expect(page.get_by_text("Daten auf diesem Gerät gelöscht")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage)") == []
    assert page.evaluate("caches.has('sv-media')") is False
    lose_network(page)
    page.goto(server.url(path))
    expect(page.get_by_role("heading", name="Noch nicht geladen")).to_be_visible()
