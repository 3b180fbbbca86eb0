# SPDX-License-Identifier: EUPL-1.2
"""Who manages people, and how the editorial area looks, sounds and is steered: axe, large text, keys, no complaint."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Complaints
from tests.e2e.looks import DESKTOP, LOOKS, PHONE
from tests.e2e.server import Server
from tests.e2e.staff import PASSWORD, desk, fill_password, sign_in
from tests.e2e.test_accessibility import DOUBLE, findings, overflow

SCREENS = [
    "",
    "/nachrichten",
    "/nachrichten/quellen",
    "/medien",
    "/seiten",
    "/mitteilungen",
    "/personen",
    "/protokoll",
    "/konto",
    "/gibt/es/nicht",
]
# Lists whose first entry is looked at, too.
LISTS = ["/nachrichten", "/medien", "/seiten"]
GREETING = re.compile("Guten (Morgen|Tag|Abend)")
# Chromium's own text size, as people set it in their browser; the layout measures in rem.
NARROW = {"width": 320, "height": 640}


@pytest.fixture(params=LOOKS)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = desk(browser, request.param)
    yield context.new_page()
    context.close()


@pytest.fixture
def desktop(browser: Browser) -> Iterator[Page]:
    context = desk(browser)
    yield context.new_page()
    context.close()


def more(page: Page, name: str, item: str) -> None:
    page.get_by_role("button", name=f"Weitere Möglichkeiten: {name}").click()
    page.get_by_role("menuitem", name=item).click()


def person(page: Page, name: str) -> Any:
    """The row of the table, or the row of the list on a phone."""
    return page.locator(".people-table tr, .people-rows li").filter(has_text=name)


def test_an_invitation_is_sent_again_and_withdrawn(page: Page, server: Server) -> None:
    sign_in(page, server, "verwaltung", "angermuende", "/personen")
    address = f"gast-{page.viewport_size['width']}@rathaus.example"  # type: ignore[index]
    page.get_by_role("button", name="Einladen").click()
    sheet = page.get_by_role("dialog", name="Person einladen")
    sheet.get_by_label("Redaktion").uncheck(force=True)
    sheet.get_by_role("button", name="Einladung senden").click()
    expect(sheet.get_by_role("heading", name="Noch 2 Dinge fehlen")).to_be_visible()
    sheet.get_by_role("link", name="Bitte eine E-Mail-Adresse eintragen.").click()
    expect(sheet.get_by_label("E-Mail")).to_be_focused()
    sheet.get_by_label("E-Mail").fill(address)
    sheet.get_by_label("Meldungen").check(force=True)
    sheet.get_by_role("button", name="Einladung senden").click()
    expect(person(page, address)).to_contain_text("gilt noch")
    expect(person(page, address)).to_contain_text("Meldungen")
    page.get_by_role("button", name=f"Erneut senden: {address}").click()
    expect(page.get_by_text(f"Einladung an {address} gesendet")).to_be_visible()
    more(page, address, "Einladung zurückziehen")
    expect(person(page, address)).to_have_count(0)


def test_roles_change_and_the_log_says_so(page: Page, server: Server) -> None:
    sign_in(page, server, "verwaltung", "angermuende", "/personen")
    has_reports = person(page, "Kim Beispiel").get_by_text("Meldungen", exact=True)
    before = has_reports.count()
    more(page, "Kim Beispiel", "Aufgaben ändern")
    sheet = page.get_by_role("dialog", name="Aufgaben von Kim Beispiel")
    sheet.get_by_label("Meldungen").click(force=True)
    sheet.get_by_role("button", name="Speichern").click()
    expect(has_reports).to_have_count(1 - before)
    page.goto(server.url("/redaktion/protokoll", "angermuende"))
    newest = page.locator(".log-row").first
    expect(newest).to_contain_text("Robin Vorlage hat die Aufgaben von Kim Beispiel geändert")


def test_the_last_admin_stays_admin(desktop: Page, server: Server) -> None:
    sign_in(desktop, server, "verwaltung", "wiesenburg-mark", "/personen")
    more(desktop, "Robin Vorlage", "Aufgaben ändern")
    sheet = desktop.get_by_role("dialog")
    sheet.get_by_label("Redaktion").check(force=True)
    sheet.get_by_label("Verwaltung").uncheck(force=True)
    sheet.get_by_role("button", name="Speichern").click()
    expect(sheet.get_by_text("Eine Person mit „Verwaltung“ muss bleiben.")).to_be_visible()


def test_removing_can_be_taken_back_and_otherwise_happens(desktop: Page, server: Server) -> None:
    desktop.clock.install()
    sign_in(desktop, server, "verwaltung", "wiesenburg-mark", "/personen")
    for undo in (True, False):
        more(desktop, "Alex Muster", "Aus der Gemeinde entfernen")
        expect(person(desktop, "Alex Muster")).to_have_count(0)
        if undo:
            expect(desktop.get_by_role("button", name="Rückgängig")).to_be_visible()
            desktop.keyboard.press("Control+z")
            expect(person(desktop, "Alex Muster")).to_have_count(1)
    with desktop.expect_response(lambda answer: answer.request.method == "DELETE") as removed:
        desktop.clock.run_for("00:11")
    assert removed.value.status == 204
    desktop.reload()
    expect(person(desktop, "Kim Beispiel")).to_have_count(1)
    expect(person(desktop, "Alex Muster")).to_have_count(0)


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(
    browser: Browser, desktop: Page, server: Server
) -> None:
    sign_in(desktop, server, "verwaltung", "bad-belzig", "/personen")
    more(desktop, "Kim Beispiel", "Aufgaben ändern")
    other = desk(browser).new_page()
    sign_in(other, server, "verwaltung", "bad-belzig", "/personen")
    for page in (other, desktop):
        if page is other:
            more(other, "Kim Beispiel", "Aufgaben ändern")
        page.get_by_role("dialog").get_by_role("checkbox", name="Meldungen").click(force=True)
        page.get_by_role("dialog").get_by_role("button", name="Speichern").click()
        expect(page.get_by_role("dialog")).to_have_count(0)
    expect(desktop.get_by_text("Jemand anderes hat das eben geändert.")).to_be_visible()
    other.context.close()
    # As it was before: the pages of others depend on it.
    more(desktop, "Kim Beispiel", "Aufgaben ändern")
    desktop.get_by_role("dialog").get_by_role("checkbox", name="Meldungen").uncheck(force=True)
    desktop.get_by_role("dialog").get_by_role("button", name="Speichern").click()
    expect(desktop.get_by_role("dialog")).to_have_count(0)


def test_four_eyes_are_switched_on_and_off(desktop: Page, server: Server) -> None:
    sign_in(desktop, server, "verwaltung", "wiesenburg-mark", "/personen")
    switch = desktop.get_by_role("switch", name="Vier Augen bei Nachrichten")
    switch.click(force=True)
    expect(desktop.get_by_text("Vier Augen eingeschaltet")).to_be_visible()
    desktop.reload()
    expect(switch).to_be_checked()
    switch.click(force=True)
    expect(desktop.get_by_text("Vier Augen ausgeschaltet")).to_be_visible()


def test_each_role_sees_only_what_it_may(desktop: Page, server: Server) -> None:
    expected = {
        "redaktion": ["Heute", "Nachrichten", "Termine", "Dienste", "Medien", "Seiten"],
        "verein": ["Heute", "Termine", "Medien"],
        "meldungen": ["Heute", "Meldungen"],
        "verwaltung": [
            *("Heute", "Nachrichten", "Termine", "Meldungen", "Dienste", "Medien", "Seiten"),
            *("Personen", "Protokoll", "Einstellungen"),
        ],
    }
    for who, entries in expected.items():
        desktop.context.clear_cookies()
        sign_in(desktop, server, who)
        words = desktop.locator(".sidebar nav .nav-word")
        expect(words).to_have_text(entries)


def test_letters_lead_everywhere_and_can_be_switched_off(desktop: Page, server: Server) -> None:
    sign_in(desktop, server)
    desktop.keyboard.press("g")
    desktop.keyboard.press("s")
    expect(desktop.get_by_role("heading", level=1, name="Seiten")).to_be_visible()
    desktop.keyboard.press("?")
    keys = desktop.get_by_role("dialog", name="Tastenkürzel")
    expect(keys.get_by_text("Neue Nachricht")).to_be_visible()
    desktop.keyboard.press("Escape")
    expect(keys).to_have_count(0)
    desktop.keyboard.press("Control+k")
    desktop.keyboard.type("konto")
    desktop.keyboard.press("Enter")
    expect(desktop.get_by_role("heading", level=1, name="Konto und Geräte")).to_be_visible()
    desktop.get_by_role("switch", name="Einzelne Buchstaben als Kürzel").click(force=True)
    desktop.keyboard.press("g")
    desktop.keyboard.press("h")
    expect(desktop.get_by_role("heading", level=1, name="Konto und Geräte")).to_be_visible()


def test_rows_are_chosen_by_keys(desktop: Page, server: Server) -> None:
    sign_in(desktop, server, "verwaltung")
    rows = desktop.locator("main .row-link")
    desktop.keyboard.press("j")
    expect(rows.nth(0)).to_be_focused()
    desktop.keyboard.press("ArrowDown")
    expect(rows.nth(1)).to_be_focused()
    desktop.keyboard.press("k")
    expect(rows.nth(0)).to_be_focused()


def test_the_password_is_changed_and_the_old_one_is_worthless(desktop: Page, server: Server) -> None:
    sign_in(desktop, server, "verein", "angermuende", "/konto")
    desktop.get_by_role("button", name="Passwort ändern").click()
    sheet = desktop.get_by_role("dialog", name="Passwort ändern")
    for now, message in (("falsch geraten", "Das Passwort von jetzt stimmt nicht."), (PASSWORD, "")):
        sheet.get_by_label("Passwort von jetzt").fill(now)
        sheet.get_by_label("Neues Passwort").fill("vier Worte für den Abend")
        sheet.get_by_role("button", name="Passwort ändern").click()
        if message:
            expect(sheet.get_by_text(message)).to_be_visible()
    expect(desktop.get_by_text("Passwort geändert.")).to_be_visible()
    desktop.context.clear_cookies()
    desktop.goto(server.url("/redaktion", "angermuende"))
    fill_password(desktop, "verein@angermuende.example", PASSWORD)
    expect(desktop.get_by_text("E-Mail oder Passwort stimmt nicht.")).to_be_visible()
    fill_password(desktop, "verein@angermuende.example", "vier Worte für den Abend")
    expect(desktop.get_by_role("heading", level=1, name=GREETING)).to_be_visible()


def first_entry(page: Page, server: Server, path: str) -> str:
    """The address, within the area, of the first thing on a list."""
    page.goto(server.url(f"/redaktion{path}"))
    entry = page.locator(f"main a[href^='/redaktion{path}/'][href*='-']").first
    expect(entry).to_be_visible()
    return str(entry.get_attribute("href")).removeprefix("/redaktion")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP, NARROW], ids=["phone", "desktop", "narrow-large-text"])
def test_axe_finds_nothing_and_nothing_leaves_the_screen(
    size: dict[str, int], scheme: str, browser: Browser, server: Server
) -> None:
    context = desk(browser, viewport=size, color_scheme=scheme)
    page = context.new_page()
    complaints = Complaints()
    complaints.watch(page)
    sign_in(page, server, "verwaltung")
    found = {}
    for screen in [*SCREENS, *[first_entry(page, server, path) for path in LISTS]]:
        page.goto(server.url(f"/redaktion{screen}"))
        expect(page.locator("h1")).to_have_text(re.compile(r"\S"))
        expect(page.locator("[aria-busy=true]")).to_have_count(0)
        if size is NARROW:
            page.evaluate(DOUBLE)
        problems = findings(page)
        if overflow(page) > 0:
            problems.append(f"leaves the screen sideways by {overflow(page)} px")
        if problems:
            found[screen] = problems
    assert found == {}
    assert complaints == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_before_the_sign_in_and_in_what_floats(scheme: str, page: Page, server: Server) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(server.url("/redaktion"))
    page.get_by_role("button", name="Weiter").click()
    expect(page.get_by_text("Bitte Ihre E-Mail-Adresse eintragen.")).to_be_visible()
    assert findings(page) == []
    page.get_by_role("button", name="Vergessen?").click()
    assert findings(page) == []
    for path in ("einladung", "passwort", "wechsel"):
        page.goto(server.url(f"/redaktion/{path}#kein-solches-geheimnis"))
        expect(page.get_by_role("heading", name="Dieser Link gilt nicht mehr")).to_be_visible()
        assert findings(page) == []
    sign_in(page, server, "verwaltung", path="/personen")
    page.get_by_role("button", name="Einladen").click()
    page.get_by_role("checkbox", name="Redaktion").uncheck(force=True)
    page.get_by_role("button", name="Einladung senden").click()
    expect(page.get_by_role("heading", name="Noch 2 Dinge fehlen")).to_be_visible()
    assert findings(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog", name="Suchen oder etwas tun")).to_be_visible()
    assert findings(page) == []
    page.keyboard.press("Escape")
    page.goto(server.url("/redaktion/konto"))
    page.get_by_role("button", name="Einrichten").click()
    expect(page.get_by_role("img", name="Muster zum Scannen mit der Code-App")).to_be_visible()
    assert findings(page) == []


def test_the_area_speaks_english_to_who_chose_it(desktop: Page, server: Server) -> None:
    desktop.goto(server.url("/mehr/sprache"))
    desktop.get_by_text("English").click()
    expect(desktop.locator("html")).to_have_attribute("lang", "en")
    sign_in(desktop, server, path="/konto")
    expect(desktop.get_by_role("heading", level=1, name="Account and devices")).to_be_visible()
    desktop.goto(server.url("/redaktion/mitteilungen"))
    desktop.get_by_role("button", name="Write a notification").click()
    expect(desktop.get_by_role("dialog").get_by_label("Title of the notification")).to_be_visible()
    assert findings(desktop) == []
    assert findings(desktop) == []
