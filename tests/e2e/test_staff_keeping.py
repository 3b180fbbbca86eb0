# SPDX-License-Identifier: EUPL-1.2
"""What somebody has written stays: closed tabs, no network, the end of a session; pasted text comes clean."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.conftest import Complaints
from tests.e2e.server import ROOT, Server
from tests.e2e.staff import PASSWORD, sign_in
from tests.e2e.writing import at_work, expect_saved, main_button, new_item, open_item, public_item, text, title, write

FIXTURES = ROOT / "pwa" / "src" / "editor" / "compose" / "fixtures"


@pytest.fixture
def editor(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    """A desk at which an editor sits."""
    made = at_work(browser, server)
    yield made
    made.close()


def cut_saving(page: Page) -> None:
    """From now on nothing that is written reaches the server."""
    page.route(
        "**/api/v1/staff/news/*",
        lambda route: route.abort() if route.request.method == "PUT" else route.continue_(),
    )


def test_a_closed_tab_loses_nothing(editor: BrowserContext, server: Server) -> None:
    page = editor.new_page()
    item = new_item(page, server)
    title(page).fill("Vor dem Schließen")
    expect_saved(page)
    page.route(
        "**/api/v1/staff/news/*", lambda route: route.abort() if route.request.method == "PUT" else route.continue_()
    )
    write(page, "Der letzte Satz.")
    page.wait_for_timeout(1500)
    page.close()
    again = editor.new_page()
    open_item(again, server, item)
    expect(again.get_by_text(re.compile("^Ihr Text von heute.* ist wieder da"))).to_be_visible()
    expect(text(again)).to_have_text("Der letzte Satz.")
    expect_saved(again)
    again.reload()
    expect(text(again)).to_have_text("Der letzte Satz.")
    expect(again.get_by_text("ist wieder da")).to_have_count(0)


def test_a_tab_closed_in_the_middle_of_a_word_loses_nothing(editor: BrowserContext, server: Server) -> None:
    page = editor.new_page()
    item = new_item(page, server)
    title(page).fill("Schnell weg")
    expect_saved(page)
    page.route(
        "**/api/v1/staff/news/*", lambda route: route.abort() if route.request.method == "PUT" else route.continue_()
    )
    write(page, "Mitten im Wo")
    page.close(run_before_unload=True)
    again = editor.new_page()
    open_item(again, server, item)
    expect(text(again)).to_have_text("Mitten im Wo")


def test_without_network_one_writes_on(editor: BrowserContext, server: Server) -> None:
    page = editor.new_page()
    item = new_item(page, server)
    editor.set_offline(True)
    title(page).fill("Im Funkloch")
    write(page, "Auch ohne Netz.")
    expect(page.locator(".save-status.is-offline")).to_contain_text(
        "Kein Netz, auf diesem Gerät gesichert", timeout=10_000
    )
    main_button(page, "Veröffentlichen").click()
    expect(page.locator(".toast")).to_contain_text("Kein Netz")
    editor.set_offline(False)
    expect_saved(page)
    assert public_item(server, item) is None
    main_button(page, "Veröffentlichen").click()
    expect(page.locator(".toast")).to_contain_text("Veröffentlicht.")
    assert (public_item(server, item) or {})["title"] == "Im Funkloch"


def test_the_end_of_the_session_takes_no_word(editor: BrowserContext, server: Server) -> None:
    page = editor.new_page()
    new_item(page, server)
    title(page).fill("Über die Pause")
    expect_saved(page)
    editor.clear_cookies()
    write(page, "Nach der Mittagspause.")
    over = page.get_by_role("dialog")
    expect(over).to_be_visible(timeout=15_000)
    over.get_by_label("Passwort", exact=True).fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(over).to_have_count(0)
    expect(text(page)).to_have_text("Nach der Mittagspause.")
    expect_saved(page)
    page.reload()
    expect(text(page)).to_have_text("Nach der Mittagspause.")


def test_the_last_words_reach_the_server_before_somebody_signs_out(editor: BrowserContext, server: Server) -> None:
    page = editor.new_page()
    item = new_item(page, server)
    title(page).fill("Kurz vor Feierabend")
    page.get_by_role("button", name=re.compile("Ihr Konto")).click()
    page.get_by_role("menuitem", name="Abmelden", exact=True).click()
    expect(page.get_by_label("Passwort", exact=True)).to_be_visible()
    page.wait_for_timeout(500)
    assert kept(page) == 0
    sign_in(page, server, "redaktion")
    open_item(page, server, item)
    expect(title(page)).to_have_value("Kurz vor Feierabend")


def test_who_signs_out_leaves_no_words_on_the_device(editor: BrowserContext, server: Server) -> None:
    page = editor.new_page()
    new_item(page, server)
    cut_saving(page)
    title(page).fill("Streng vertraulich")
    page.wait_for_timeout(1500)
    assert kept(page) == 1
    page.get_by_role("link", name="Nachrichten").first.click()
    page.get_by_role("button", name=re.compile("Ihr Konto")).click()
    page.get_by_role("menuitem", name="Abmelden", exact=True).click()
    expect(page.get_by_label("Passwort", exact=True)).to_be_visible()
    page.wait_for_timeout(500)
    assert kept(page) == 0


def kept(page: Page) -> int:
    """How many drafts lie on this device."""
    return int(
        page.evaluate(
            """async () => {
                const done = (request) => new Promise((tell) => { request.onsuccess = () => tell(request.result) })
                const device = await done(indexedDB.open('sv-drafts'))
                const count = await done(device.transaction('drafts').objectStore('drafts').count())
                device.close()
                return count + Object.keys(localStorage).filter((key) => key.startsWith('sv-last-words')).length
            }"""
        )
    )


def paste(page: Page, html: str) -> None:
    """What the clipboard would bring; browsers let no test fill the real one with another program's text."""
    text(page).evaluate(
        """(field, html) => {
            const clipboardData = new DataTransfer()
            clipboardData.setData('text/html', html)
            clipboardData.setData('text/plain', 'roh')
            field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
        }""",
        html,
    )


@pytest.mark.parametrize("program", ["word", "libreoffice", "outlook"])
def test_paste_comes_out_clean_and_survives_the_server(program: str, editor: BrowserContext, server: Server) -> None:
    page = editor.new_page()
    complaints = Complaints()
    complaints.watch(page)
    item = new_item(page, server)
    title(page).fill(f"Eingefügt aus {program}")
    text(page).click()
    paste(page, (FIXTURES / f"{program}.html").read_text(encoding="utf-8"))
    expect(text(page).locator("p").first).to_be_visible()
    shown = text(page).inner_html()
    assert not re.search(r"style=|class=\"Mso|<o:p|<font|<img|<table|mso", shown), shown
    expect_saved(page)
    before = text(page).inner_text()
    open_item(page, server, item)
    assert text(page).inner_text() == before
    assert complaints == []
