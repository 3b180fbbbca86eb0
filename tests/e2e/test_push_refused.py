# SPDX-License-Identifier: EUPL-1.2
"""Where notifications cannot be: refused, not known to the browser, not yet an app, not offered by the municipality."""

import json
import re

from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import first_article, visit
from tests.e2e.looks import PHONE
from tests.e2e.server import Server
from tests.e2e.test_accessibility import findings

PAGE = "/mehr/mitteilungen"


def test_a_resident_who_refuses_is_told_how_to_allow_it_again(page: Page, server: Server) -> None:
    page.add_init_script(
        """Object.defineProperty(Notification, 'permission', { get: () => globalThis.refused ?? 'default' })
        Notification.requestPermission = async () => (globalThis.refused = 'denied')"""
    )
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/api/v1/push/" in request.url else None)
    visit(page, server.url(PAGE))
    page.get_by_role("button", name="Benachrichtigen").click()
    expect(page.get_by_role("heading", name="Mitteilungen sind gesperrt")).to_be_visible()
    expect(page.get_by_text("links neben der Adresse")).to_be_visible()
    assert findings(page) == []
    assert asked == []


def test_a_resident_who_does_not_decide_can_try_again(page: Page, server: Server) -> None:
    page.add_init_script("Notification.requestPermission = async () => 'default'")
    visit(page, server.url(PAGE))
    page.get_by_role("button", name="Benachrichtigen").click()
    expect(page.get_by_role("alert").filter(has_text="noch keine Erlaubnis")).to_be_visible()
    expect(page.get_by_role("button", name="Benachrichtigen")).to_be_visible()


def test_a_browser_without_push_says_so(page: Page, server: Server) -> None:
    page.add_init_script("delete globalThis.PushManager")
    visit(page, server.url(PAGE))
    expect(page.get_by_role("heading", name="Dieser Browser zeigt keine Mitteilungen")).to_be_visible()
    assert findings(page) == []


def test_an_iphone_is_shown_how_to_set_up_the_app_first(browser: Browser, server: Server) -> None:
    agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile/15E148 Safari/604.1"
    context = browser.new_context(viewport=PHONE, locale="de-DE", user_agent=agent, reduced_motion="reduce")
    page = context.new_page()
    visit(page, server.url(PAGE))
    expect(page.get_by_role("heading", name="Zuerst als App einrichten")).to_be_visible()
    assert findings(page) == []
    page.get_by_role("link", name="So geht es").click()
    expect(page.get_by_text("Mitteilungen gehen auf dem iPhone erst")).to_be_visible()
    context.close()


def test_a_municipality_without_notifications_shows_no_way_to_them(page: Page, server: Server) -> None:
    bootstrap = json.load(server.get("/api/v1/bootstrap"))
    page.route("**/api/v1/bootstrap", lambda route: route.fulfill(json=bootstrap | {"push": None, "modules": ["news"]}))
    for path in ("/mehr", "/mehr/installieren", "/aktuelles", first_article(server)):
        visit(page, server.url(path))
        expect(page.get_by_text(re.compile("Benachrichtigen|Mitteilungen"))).to_have_count(0)
    page.goto(server.url(PAGE))
    expect(page.get_by_role("heading", name="Diese Seite gibt es nicht")).to_be_visible()
