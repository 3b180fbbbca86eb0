# SPDX-License-Identifier: EUPL-1.2
"""The pages of events for editors in every look: axe finds nothing, nothing leaves the screen sideways."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.entering import YEAR, dates, name, new_event, second_tuesdays
from tests.e2e.server import Server
from tests.e2e.test_accessibility import DOUBLE, findings, overflow
from tests.e2e.writing import at_work, expect_saved

LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "phone": {"look": "phone"},
    "phone-dark": {"look": "phone", "color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 640}},
}
PAGES = ["", "/quellen", "/veranstalter", "/vorschlaege"]


def look_at(page: Page, what: str, seen: list[str]) -> None:
    seen += [f"{what}: {finding}" for finding in findings(page)]
    if overflow(page) > 0:
        seen.append(f"{what}: leaves the screen by {overflow(page)} px")


def in_dialog(page: Page, what: str, open_it: Callable[[], None], seen: list[str]) -> None:
    open_it()
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    look_at(page, what, seen)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def choose(page: Page, day: str, item: str) -> None:
    page.get_by_role("button", name=f"Mehr zum Termin {day}").click()
    page.get_by_role("menuitem", name=item).click()


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_on_the_pages_of_events(look: str, browser: Browser, server: Server) -> None:
    context = at_work(browser, server, **LOOKS[look])
    page = context.new_page()
    seen: list[str] = []
    for path in PAGES:
        page.goto(server.url(f"/redaktion/termine{path}"))
        expect(page.locator("main h1")).to_have_text(re.compile(r"\S"))
        expect(page.locator("[aria-busy=true]")).to_have_count(0)
        look_at(page, path, seen)
    in_dialog(page, "refusal", page.get_by_role("button", name=re.compile("^Ablehnen")).first.click, seen)
    page.goto(server.url("/redaktion/termine/veranstalter"))
    in_dialog(page, "organiser", page.get_by_role("button", name="Veranstalter eintragen").click, seen)
    context.close()
    assert seen == []


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_in_the_editor_and_its_dialogs(look: str, browser: Browser, server: Server) -> None:
    context = at_work(browser, server, **LOOKS[look])
    page = context.new_page()
    seen: list[str] = []
    new_event(page, server)
    look_at(page, "new", seen)
    second_tuesdays(page, "Gartenrunde")
    first, third = f"Di 12.01.{YEAR}", f"Di 09.03.{YEAR}"
    expect(dates(page).first).to_contain_text(first)
    page.get_by_label("Tag ausnehmen").fill(f"24.12.{YEAR}")
    expect(page.locator(".info-box")).to_be_visible()
    look_at(page, "answered exception", seen)
    page.get_by_label("Tag ausnehmen").fill(f"13.7.{YEAR}")
    page.get_by_label("Tag ausnehmen").press("Enter")
    expect(page.locator(".day-chip")).to_have_count(1)
    page.locator("#event-price").get_by_text("kostet").click()
    page.get_by_text("Anmeldung nötig").click()
    page.get_by_text("Adresse, Karte, Zugang").click()
    page.get_by_role("button", name="Zusätzlicher Tag").click()
    page.locator(".more-card").get_by_role("button", name="Link", exact=True).click()
    expect_saved(page)
    look_at(page, "everything open", seen)
    page.get_by_label("Wie oft?").select_option(label="jede Woche")
    page.get_by_label("An welchem Tag?").select_option(label="an mehreren Tagen")
    look_at(page, "several days", seen)
    page.get_by_label("Wie oft?").select_option(label="jeden 2.")
    expect(dates(page).nth(2)).to_contain_text(third)
    in_dialog(page, "only this", lambda: choose(page, third, "Nur diesen"), seen)
    in_dialog(page, "following", lambda: choose(page, third, "Diesen und folgende"), seen)
    in_dialog(page, "off", lambda: choose(page, third, "Fällt aus"), seen)
    in_dialog(page, "holidays", page.get_by_role("button", name="Schulferien …").click, seen)
    page.get_by_role("button", name="Vorschau").click()
    frame = page.frame_locator("iframe[title='Vorschau: Termin']")
    expect(frame.get_by_role("heading", level=1, include_hidden=True)).to_have_text("Gartenrunde")
    look_at(page, "preview", seen)
    context.close()
    assert seen == []


def test_everything_stays_in_reach_at_320_px_and_double_text(browser: Browser, server: Server) -> None:
    context = at_work(browser, server, viewport={"width": 320, "height": 640})
    context.add_init_script(f"document.addEventListener('DOMContentLoaded', () => {{ {DOUBLE} }})")
    page = context.new_page()
    new_event(page, server)
    second_tuesdays(page, "Obstbaumschnittlehrgang")
    expect(dates(page)).to_have_count(3)
    assert overflow(page) <= 0
    expect(name(page)).to_be_visible()
    for path in PAGES:
        page.goto(server.url(f"/redaktion/termine{path}"))
        expect(page.locator("main h1")).to_have_text(re.compile(r"\S"))
        expect(page.locator("[aria-busy=true]")).to_have_count(0)
        assert overflow(page) <= 0, path
    context.close()
