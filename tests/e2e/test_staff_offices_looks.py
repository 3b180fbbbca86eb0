# SPDX-License-Identifier: EUPL-1.2
"""The pages of offices and their sheets in every look: axe finds nothing, nothing leaves the screen sideways."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.offices import OFFICE, open_office, sheet
from tests.e2e.server import Server
from tests.e2e.test_accessibility import DOUBLE, overflow
from tests.e2e.test_staff_events_looks import LOOKS, in_dialog, look_at
from tests.e2e.writing import at_work

PAGES = ["", "?geschlossen", "/dienste/aemter", "/dienste/oft-gesucht"]


def quiet(page: Page) -> None:
    expect(page.locator("main h1")).to_have_text(re.compile(r"\S"))
    expect(page.locator("[aria-busy=true]")).to_have_count(0)


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_on_the_pages_of_offices(look: str, browser: Browser, server: Server) -> None:
    context = at_work(browser, server, **LOOKS[look])
    page = context.new_page()
    seen: list[str] = []
    for path in PAGES:
        page.goto(server.url(f"/redaktion{path}"))
        quiet(page)
        look_at(page, path, seen)
    page.get_by_role("button", name="Leistung hinzufügen").click()
    page.get_by_label("Leistung suchen").fill("Hund")
    expect(page.get_by_role("button", name="Hund abmelden")).to_be_visible()
    look_at(page, "found", seen)
    card = open_office(page, server)
    look_at(page, "office", seen)
    in_dialog(page, "hours", card.get_by_role("button", name="Öffnungszeiten ändern").click, seen)
    in_dialog(page, "exception", card.get_by_role("button", name="Ausnahme", exact=True).click, seen)
    in_dialog(page, "facts", page.get_by_role("button", name="Angaben ändern").click, seen)
    card.get_by_role("button", name="Heute geschlossen").click()
    sheet(page).get_by_role("button", name="Anderes").click()
    sheet(page).get_by_role("button", name="bis …").click()
    sheet(page).locator("button[type=submit]").click()
    expect(sheet(page).locator(".error-summary")).to_be_visible()
    look_at(page, "what is missing", seen)
    sheet(page).get_by_role("button", name="ohne Angabe").click()
    sheet(page).get_by_role("button", name=re.compile("^nur ")).click()
    sheet(page).get_by_text("Auch als kurze Nachricht").click()
    sheet(page).locator("button[type=submit]").click()
    expect(card.get_by_role("button", name="Doch geöffnet")).to_be_visible()
    look_at(page, "closed", seen)
    card.get_by_role("button", name="Doch geöffnet").click()
    expect(card.get_by_role("button", name="Heute geschlossen")).to_be_visible()
    context.close()
    assert seen == []


def test_everything_stays_in_reach_at_320_px_and_double_text(browser: Browser, server: Server) -> None:
    context = at_work(browser, server, viewport={"width": 320, "height": 640})
    context.add_init_script(f"document.addEventListener('DOMContentLoaded', () => {{ {DOUBLE} }})")
    page = context.new_page()
    for path in PAGES:
        page.goto(server.url(f"/redaktion{path}"))
        quiet(page)
        assert overflow(page) <= 0, path
    card = open_office(page, server, OFFICE)
    assert overflow(page) <= 0
    for name in ("Öffnungszeiten ändern", "Ausnahme", "Heute geschlossen"):
        card.get_by_role("button", name=name, exact=True).click()
        dialog = sheet(page)
        expect(dialog).to_be_visible()
        assert dialog.evaluate("each => each.scrollWidth - each.clientWidth") <= 0, name
        button = dialog.locator("button[type=submit]")
        button.scroll_into_view_if_needed()
        expect(button).to_be_in_viewport()
        page.keyboard.press("Escape")
        expect(sheet(page)).to_have_count(0)
    context.close()
