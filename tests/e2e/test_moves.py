# SPDX-License-Identifier: EUPL-1.2
"""On the way from page to page: where the focus lands, what is asked again, what a browser refuses."""

from playwright.sync_api import Page, Route, expect

from tests.e2e.conftest import Complaints, first_article, install_worker, lose_network, settle, visit
from tests.e2e.server import Server

SEARCH = "/suche?q=Straße"
EMPTY_STORE = """new Promise((done) => {
  indexedDB.open('sv-reads').onsuccess = ({ target: { result: db } }) => {
    const emptied = db.transaction('reads', 'readwrite').objectStore('reads').clear()
    emptied.onsuccess = () => { db.close(); done() }
  }
})"""
COLOURS = "[...document.querySelectorAll('meta[name=theme-color]')].map((meta) => meta.content)"


def test_the_heading_keeps_the_focus_when_the_article_arrives_late(page: Page, server: Server) -> None:
    waiting: list[Route] = []
    visit(page, server.url(SEARCH))
    page.route("**/api/v1/news/*", lambda route: waiting.append(route))  # noqa: PLW0108 - Playwright marks the handler
    page.locator("main a[href^='/aktuelles/']").first.press("Enter")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_be_focused()
    while not waiting:
        page.wait_for_timeout(20)
    waiting[0].continue_()
    expect(heading).not_to_have_text("Nachricht")
    settle(page)
    expect(heading).to_be_focused()


def test_the_menu_of_large_text_closes_and_leads_to_the_heading(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    visit(page, server.url("/"))
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for name, heading in (("Aktuelles", "Aktuelles"), ("Aktuelles", "Aktuelles"), ("Start", "Bad Belzig")):
        page.get_by_role("button", name="Menü").click()
        page.get_by_role("dialog").get_by_role("link", name=name).click()
        expect(page.get_by_role("dialog")).to_be_hidden()
        expect(page.get_by_role("heading", level=1, name=heading)).to_be_focused()


def test_start_is_as_new_as_its_last_opening(page: Page, server: Server) -> None:
    visit(page, server.url("/aktuelles"))
    with page.expect_request("**/api/v1/bootstrap"):
        page.get_by_role("link", name="Start").last.click()


def test_another_category_begins_with_its_first_page(page: Page, server: Server) -> None:
    visit(page, server.url("/aktuelles"))
    page.evaluate("history.replaceState({ pages: 3 }, '')")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/news?" in request.url else None)
    page.get_by_role("button", name="Verkehr").click()
    # A list that was there already would be announced by nobody: the line with the count is not a new one.
    expect(page.locator(".listing-results [role=status]")).to_have_text("Eine Nachricht")
    settle(page)
    assert [url.split("?")[1] for url in asked] == ["category=verkehr&page_size=20"]


def test_the_browsers_bar_has_the_chosen_colours_on_every_later_visit(page: Page, server: Server) -> None:
    visit(page, server.url("/"))
    light, dark = page.evaluate(COLOURS)
    assert light != dark
    install_worker(page)
    visit(page, server.url("/mehr"))
    assert page.evaluate(COLOURS) == [light, dark], "the worker's shell has none of its own"
    page.get_by_text("Dunkel", exact=True).click()
    visit(page, server.url("/aktuelles"))
    assert page.evaluate(COLOURS) == [dark, dark]


def test_sharing_where_the_browser_refuses_says_what_to_do(page: Page, complaints: Complaints, server: Server) -> None:
    page.add_init_script(
        "const refused = () => Promise.reject(new DOMException('', 'NotAllowedError'))\n"
        "Object.defineProperty(navigator, 'share', { value: refused })"
    )
    visit(page, server.url(first_article(server)))
    page.get_by_role("button", name="Teilen").click()
    expect(page.get_by_text("Kopieren Sie den Link aus der Adresszeile")).to_be_visible()
    assert complaints == []


def test_nothing_on_the_device_and_no_network_still_has_a_heading_and_a_way_on(page: Page, server: Server) -> None:
    visit(page, server.url("/"))
    install_worker(page)
    visit(page, server.url("/mehr"))
    page.evaluate(EMPTY_STORE)
    lose_network(page)
    page.goto(server.url("/"))
    expect(page.get_by_role("heading", level=1, name="Noch nicht geladen")).to_be_visible()
    expect(page.get_by_role("link", name="Zur Startseite")).to_have_count(0)
    page.context.set_offline(False)
    settle(page)
    expect(page.get_by_role("heading", level=1, name="Bad Belzig")).to_be_visible()
