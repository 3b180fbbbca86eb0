# SPDX-License-Identifier: EUPL-1.2
"""Pages in the editorial area, by a real browser: what the file prefilled is corrected, own ones come and go."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import settle, visit
from tests.e2e.server import Server
from tests.e2e.test_accessibility import DOUBLE, findings, overflow
from tests.e2e.test_staff_media import AREA, LOOKS, at_desk, saved

PAGES = "/seiten"


def write(page: Page, text: str) -> None:
    """Put a paragraph before what stands in the text field."""
    page.get_by_role("textbox", name="Text", exact=True).click()
    page.keyboard.press("Control+Home")
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def menu(page: Page, item: str) -> None:
    page.get_by_role("button", name="Weitere Möglichkeiten").click()
    page.get_by_role("menuitem", name=item).click()


def resident_sees(browser: Browser, server: Server, path: str, text: str) -> bool:
    page = browser.new_page(locale="de-DE")
    visit(page, server.url(path))
    seen = text in page.locator("main").inner_text()
    page.context.close()
    return seen


def test_the_imprint_is_prefilled_and_residents_see_a_correction_only_once_it_is_published(
    browser: Browser, server: Server
) -> None:
    page = at_desk(browser, server, PAGES)
    row = page.locator(".row").filter(has_text="Impressum")
    expect(row).to_contain_text("Sichtbar")
    row.get_by_role("link").click()
    text = page.get_by_role("textbox", name="Text", exact=True)
    expect(text).to_contain_text("Digitale-Dienste-Gesetz")
    expect(page.frame_locator(".phone iframe").locator("h1")).to_have_text("Impressum")
    write(page, "Neu: Der Eingang liegt im Hof.")
    expect(page.frame_locator(".phone iframe").locator(".prose")).to_contain_text("Neu: Der Eingang liegt im Hof.")
    saved(page)
    expect(page.locator(".editor-bar .badge")).to_have_text("Geändert")
    assert not resident_sees(browser, server, "/seiten/impressum", "Der Eingang liegt im Hof.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".toast")).to_contain_text("Die Seite ist aktualisiert.")
    assert resident_sees(browser, server, "/seiten/impressum", "Der Eingang liegt im Hof.")
    page.get_by_role("button", name="Verlauf").click()
    expect(page.get_by_role("dialog").locator(".history-line").first).to_contain_text("Kim Beispiel")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Weitere Möglichkeiten").click()
    expect(page.get_by_role("menuitem", name="Seite löschen")).to_have_count(0)


def test_discarded_changes_come_back_by_undo(browser: Browser, server: Server) -> None:
    page = at_desk(browser, server, PAGES)
    page.locator(".row").filter(has_text="Datenschutz").get_by_role("link").click()
    write(page, "Versuchsweise.")
    saved(page)
    menu(page, "Änderungen verwerfen")
    text = page.get_by_role("textbox", name="Text", exact=True)
    expect(text).not_to_contain_text("Versuchsweise.")
    expect(page.locator(".editor-bar .badge")).to_have_text("Sichtbar")
    page.locator(".toast").get_by_role("button", name="Rückgängig").click()
    expect(text).to_contain_text("Versuchsweise.")
    saved(page)
    menu(page, "Änderungen verwerfen")
    expect(text).not_to_contain_text("Versuchsweise.")


def test_an_own_page_is_made_published_and_deleted(browser: Browser, server: Server) -> None:
    page = at_desk(browser, server, PAGES)
    page.get_by_role("button", name="Seite anlegen").click()
    page.get_by_role("button", name="Veröffentlichen").click()
    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("Noch 2 Dinge fehlen")
    summary.get_by_role("link", name="Überschrift fehlt").press("Enter")
    expect(page.get_by_label("Überschrift", exact=True)).to_be_focused()
    page.keyboard.type("Anreise zur Burg")
    summary.get_by_role("link", name="Der Text ist leer").press("Enter")
    page.keyboard.type("Mit dem Zug bis Bad Belzig.")
    saved(page)
    page.get_by_role("button", name="Veröffentlichen").click()
    expect(page.locator(".toast")).to_contain_text("Die Seite ist sichtbar.")
    assert resident_sees(browser, server, "/seiten/anreise-zur-burg", "Mit dem Zug bis Bad Belzig.")
    assert resident_sees(browser, server, "/mehr", "Anreise zur Burg")
    menu(page, "Seite löschen")
    expect(page).to_have_url(re.compile(f"{PAGES}$"))
    expect(page.get_by_role("link", name="Anreise zur Burg")).to_have_count(0)
    assert not resident_sees(browser, server, "/mehr", "Anreise zur Burg")
    page.keyboard.press("Control+z")
    expect(page.get_by_label("Überschrift", exact=True)).to_have_value("Anreise zur Burg")
    expect(page.locator(".editor-bar .badge")).to_have_text("Entwurf")


def test_a_page_that_nobody_made_says_so(browser: Browser, server: Server) -> None:
    page = at_desk(browser, server, f"{PAGES}/00000000-0000-4000-8000-000000000000")
    expect(page.get_by_role("heading", name="Diese Seite gibt es nicht mehr.")).to_be_visible()
    page.get_by_role("link", name="Zu den Seiten").click()
    expect(page.get_by_role("heading", name="Vorgeschrieben")).to_be_visible()


def test_words_written_without_a_network_arrive_later(browser: Browser, server: Server) -> None:
    page = at_desk(browser, server, PAGES)
    page.locator(".row").filter(has_text="Barrierefreiheit").get_by_role("link").click()
    expect(page.get_by_role("textbox", name="Text", exact=True)).to_contain_text("barrierefrei")
    page.context.set_offline(True)
    write(page, "Unterwegs geschrieben.")
    expect(page.locator(".save-status > [aria-hidden]").last).to_contain_text("auf diesem Gerät gesichert")
    page.get_by_role("button", name="Aktualisieren").click()
    expect(page.locator(".error-summary")).to_contain_text("Kein Netz")
    page.context.set_offline(False)
    saved(page)
    page.reload()
    settle(page)
    expect(page.get_by_role("textbox", name="Text", exact=True)).to_contain_text("Unterwegs geschrieben.")


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_about_pages(look: str, browser: Browser, server: Server) -> None:
    page = at_desk(browser, server, PAGES, **LOOKS[look])
    found: dict[str, Any] = {}

    def judge(what: str) -> None:
        if "large-text" in look:
            page.evaluate(DOUBLE)
        problems = findings(page)
        if overflow(page) > 0:
            problems.append(f"leaves the screen sideways by {overflow(page)} px")
        if problems:
            found[what] = problems

    expect(page.locator(".row").first).to_be_visible()
    judge("list")
    page.locator(".row").filter(has_text="Leichte Sprache").get_by_role("link").click()
    expect(page.get_by_role("textbox", name="Text", exact=True)).to_be_visible()
    judge("editor")
    page.goto(server.url(f"{AREA}{PAGES}/00000000-0000-4000-8000-000000000009?neu"))
    page.get_by_role("button", name="Veröffentlichen").click()
    expect(page.locator(".error-summary")).to_be_visible()
    judge("what is missing")
    assert found == {}, json.dumps(found, indent=1, ensure_ascii=False)
