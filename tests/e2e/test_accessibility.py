# SPDX-License-Identifier: EUPL-1.2
"""axe on every screen in every look, and nothing that leaves the screen sideways."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.e2e.conftest import first_article, first_event, install_worker, lose_network, settle, visit
from tests.e2e.looks import NARROW, PHONE
from tests.e2e.server import ROOT, Server

AXE = ROOT / "pwa" / "node_modules" / "axe-core" / "axe.min.js"
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
SCREENS = [
    "/",
    "/aktuelles",
    "/aktuelles?q=xqzzx",
    "/aktuelles/{article}",
    "/aktuelles/00000000-0000-4000-8000-000000000000",
    "/termine",
    "/termine?q=xqzzx",
    "/termine?zeit=monat",
    "/termine/{event}",
    "/termine/00000000-0000-4000-8000-000000000000",
    "/termine/abonnieren",
    "/termine/gemerkt",
    "/termine/vorschlagen",
    "/termine/vorschlag/00000000-0000-4000-8000-000000000000",
    "/dienste",
    "/dienste?q=perso",
    "/dienste?q=xqzzx",
    "/dienste?lage=wohnen",
    "/dienste?liste=a-z",
    "/suche?q=stadt",
    "/suche?q=hund",
    "/suche?q=xqzzx",
    "/mehr",
    "/mehr/installieren",
    "/mehr/mitteilungen",
    "/mehr/sprache",
    "/mehr/gemeinden",
    "/seiten/impressum",
    "/seiten/datenschutz",
    "/seiten/barrierefreiheit",
    "/gibt/es/nicht",
]
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": PHONE, "color_scheme": "light"},
    "dark": {"viewport": PHONE, "color_scheme": "dark"},
    "narrow": {"viewport": NARROW, "color_scheme": "light"},
    "large-text": {"viewport": PHONE, "color_scheme": "light"},
    "narrow-large-text-dark": {"viewport": NARROW, "color_scheme": "dark"},
    "desktop": {"viewport": DESKTOP, "color_scheme": "light"},
}
DOUBLE = "document.documentElement.style.fontSize = '200%'"


def findings(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{violation['id']} ({violation['impact']}): {node['html'][:160]} — {node['failureSummary']}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


def overflow(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_on_any_screen(look: str, browser: Browser, server: Server) -> None:
    context = browser.new_context(locale="de-DE", reduced_motion="reduce", service_workers="block", **LOOKS[look])
    page = context.new_page()
    article = first_article(server).split("/")[-1]
    event = first_event(server)
    found = {}
    for screen in SCREENS:
        visit(page, server.url(screen.format(article=article, event=event)))
        if "large-text" in look:
            page.evaluate(DOUBLE)
        problems = findings(page)
        if overflow(page) > 0:
            problems.append(f"leaves the screen sideways by {overflow(page)} px")
        if problems:
            found[screen] = problems
    context.close()
    assert found == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_without_a_network(scheme: Any, browser: Browser, server: Server) -> None:
    context = browser.new_context(locale="de-DE", viewport=PHONE, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    visit(page, server.url("/"))
    install_worker(page)
    path = first_article(server)
    lose_network(page)
    page.reload()
    expect(page.get_by_text("Keine Verbindung.")).to_be_visible()
    assert findings(page) == []
    page.goto(server.url(path))
    expect(page.get_by_role("heading", name="Noch nicht geladen")).to_be_visible()
    assert findings(page) == []
    context.close()


def test_axe_finds_nothing_in_the_dialog(page: Page, server: Server) -> None:
    visit(page, server.url("/mehr"))
    page.get_by_role("button", name="Daten auf diesem Gerät löschen").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert findings(page) == []


def test_axe_finds_nothing_in_english_and_the_page_says_so(page: Page, server: Server) -> None:
    visit(page, server.url("/mehr/sprache"))
    page.get_by_text("English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert findings(page) == []
    page.reload()
    settle(page)
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_axe_would_find_something(page: Page, server: Server) -> None:
    visit(page, server.url("/"))
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"/icons/icon.svg\">')")
    assert findings(page) != []
