# SPDX-License-Identifier: EUPL-1.2
"""What residents read of reports: list, map, one report, figures; and what they say to those of others."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Complaints, await_copies, install_worker, lose_network, settle, visit
from tests.e2e.looks import DESKTOP, PHONE
from tests.e2e.reported import NOTE, PLACE, TEXT, TITLE, Clerk, Sent, send
from tests.e2e.server import Server
from tests.e2e.test_accessibility import DOUBLE, LOOKS, findings, overflow

LIST, MAP, FIGURES = "/maengel", "/maengel?ansicht=karte", "/maengel/zahlen"
PINS = ".point:not(.point-group)"
KEEP_REFUSED = """() => new Promise((done) => {
    const opening = indexedDB.open('sv-defects')
    opening.onsuccess = () => {
        const change = opening.result.transaction('outbox', 'readwrite')
        change.objectStore('outbox').put({ id: 'mine', state: 'refused', photos: [], since: 0 }, 'mine')
        change.oncomplete = () => { opening.result.close(); done() }
    }
})"""


@pytest.fixture(scope="module")
def clerk(server: Server) -> Clerk:
    return Clerk(server)


@pytest.fixture(scope="module")
def lamp(server: Server, clerk: Clerk) -> Sent:
    """A report that everybody sees."""
    sent = send(server)
    clerk.publish(sent)
    return sent


def listed(server: Server, query: str = "") -> list[Any]:
    found: list[Any] = json.load(server.get(f"/api/v1/defects?page_size=100{query}"))
    return found


def shown_on_map(page: Page) -> int:
    """How many reports the pins in sight stand for."""
    expect(page.locator(".point").first).to_be_visible()
    groups = [int(text) for text in page.locator(".point-group b").all_inner_texts()]
    return page.locator(PINS).count() + sum(groups)


def test_the_list_says_how_each_report_stands_in_colour_word_and_shape(page: Page, server: Server, lamp: Sent) -> None:
    visit(page, server.url(LIST))
    row = page.get_by_role("listitem").filter(has_text=TITLE).first
    expect(row.get_by_text("Angenommen", exact=True)).to_be_visible()
    expect(row.locator("svg.light circle")).to_have_count(2)
    expect(row).to_contain_text(PLACE)
    expect(row.locator("img")).to_be_visible()
    expect(page.get_by_text(re.compile(r"^\d+ offen · \d+ erledigt im \w+$"))).to_be_visible()
    # What is closed without a repair is not green.
    closed = page.get_by_role("listitem").filter(has_text="Abschließend bearbeitet").first
    expect(closed.locator("svg.light path")).to_have_count(3)
    row.get_by_role("link", name=TITLE).click()
    expect(page).to_have_url(server.url(lamp.path))
    expect(page.locator("h1")).to_be_focused()


def test_the_filter_narrows_list_and_map_alike_and_stands_in_the_address(page: Page, server: Server) -> None:
    visit(page, server.url(LIST))
    page.get_by_role("button", name="Filter").click()
    sheet = page.get_by_role("dialog", name="Filter")
    sheet.get_by_text("Offen", exact=True).click()
    sheet.get_by_text("Spielplatz", exact=True).click()
    sheet.get_by_role("button", name="Meldungen zeigen").click()
    expect(page).to_have_url(server.url("/maengel?stand=offen&kategorie=spielplatz"))
    wanted = listed(server, "&status=open&category=spielplatz")
    expect(page.locator(".report-row")).to_have_count(len(wanted))
    assert wanted
    page.get_by_text("Karte", exact=True).click()
    expect(page).to_have_url(re.compile("ansicht=karte.*stand=offen"))
    assert shown_on_map(page) == sum(item["lat"] is not None for item in wanted)
    page.get_by_role("button", name="Auswahl aufheben").click()
    expect(page).to_have_url(server.url(MAP))
    page.reload()
    settle(page)
    everything = json.load(server.get("/api/v1/defects/points"))
    assert shown_on_map(page) == len(everything)


def test_a_search_finds_by_number_and_an_unknown_word_leads_on(page: Page, server: Server, lamp: Sent) -> None:
    visit(page, server.url(f"/maengel?q={lamp.number}"))
    expect(page.locator(".report-row")).to_have_count(1)
    visit(page, server.url("/maengel?q=xqzzx"))
    page.get_by_role("link", name="Überall suchen").click()
    expect(page.get_by_role("heading", name="Keine Treffer")).to_be_visible()
    visit(page, server.url(f"/suche?q={lamp.number}"))
    page.get_by_role("link", name=re.compile(TITLE)).click()
    expect(page).to_have_url(server.url(lamp.path))


def test_a_pin_is_chosen_by_keyboard_and_its_card_leads_to_the_report(
    page: Page, server: Server, complaints: Complaints
) -> None:
    visit(page, server.url(MAP))
    expect(page.locator(".point").first).to_be_visible()
    before = page.locator(".point-group").count()
    assert before > 0, "no pins lie close together: the demo is no test of groups"
    group = page.locator(".point-group").first
    expect(group).to_have_attribute("aria-label", re.compile(r"^\d+ Meldungen, Karte vergrößern$"))
    group.focus()
    page.keyboard.press("Enter")
    expect(page.locator(PINS).first).to_be_visible()
    pin = page.locator(PINS).first
    name = pin.get_attribute("aria-label") or ""
    pin.focus()
    page.keyboard.press("Enter")
    card = page.locator(".map-cards a")
    expect(card).to_contain_text(name.split(",")[0])
    expect(page.locator(".point-chosen")).to_be_focused()
    expect(page.locator(".point-chosen")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("list", name="Zeichen auf der Karte").get_by_role("listitem")).to_have_count(4)
    assert findings(page) == []
    card.click()
    expect(page).to_have_url(re.compile(r"/maengel/[0-9a-f-]{36}$"))
    assert complaints == []


def test_a_report_shows_its_promise_its_text_with_masks_and_its_history(
    page: Page, server: Server, clerk: Clerk
) -> None:
    sent = send(server)
    visit(page, server.url(sent.path))
    # Not checked yet: number and light, nothing of what was written.
    expect(page.get_by_text(f"Nummer {sent.number}")).to_be_visible()
    expect(page.get_by_text("Eingegangen").first).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile("^Antwort bis "))).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("dunkel")
    expect(page.locator("main")).not_to_contain_text(PLACE)
    expect(page.get_by_role("button", name="Stört mich auch")).to_have_count(0)
    clerk.publish(sent, "scheduled", expected_on="2027-06-15")
    page.reload()
    settle(page)
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(page.locator(".status-box")).to_contain_text("Vorgesehen für Dienstag, 15.")
    expect(page.locator(".clock")).to_contain_text("gehalten")
    expect(page.locator(".mask")).to_have_text("Nummer verdeckt")
    expect(page.locator("main")).not_to_contain_text("0171")
    steps = page.get_by_role("heading", name="Verlauf").locator("..").get_by_role("listitem")
    expect(steps.first).to_contain_text(NOTE)
    expect(steps.last).to_contain_text("Eingegangen")
    page.get_by_role("button", name="Karte zeigen").click()
    expect(page.get_by_role("region", name=f"Karte: {PLACE}")).to_be_focused()
    assert findings(page) == []


def test_a_support_counts_once_and_an_objection_reaches_the_town_hall(page: Page, server: Server, clerk: Clerk) -> None:
    sent = send(server)
    clerk.publish(sent)
    visit(page, server.url(sent.path))
    support = page.get_by_role("button", name="Stört mich auch")
    support.click()
    expect(page.get_by_role("button", name="Stört Sie auch", pressed=True)).to_contain_text("1")
    page.reload()
    settle(page)
    page.get_by_role("button", name="Stört Sie auch", pressed=True).click()
    expect(page.get_by_text("Das zählt je Telefon einmal.")).to_be_visible()
    assert json.load(server.get(f"/api/v1/defects/{sent.id}"))["supports"] == 1
    page.get_by_role("button", name="Eintrag beanstanden").click()
    sheet = page.get_by_role("dialog", name="Eintrag beanstanden")
    expect(sheet.get_by_role("heading")).to_be_focused()
    assert findings(page) == []
    sheet.get_by_text("Stimmt nicht").click()
    sheet.get_by_label(re.compile("Was genau?")).fill("Die Laterne leuchtet.")
    # Machines are faster than people.
    page.wait_for_timeout(3_500)
    sheet.get_by_role("button", name="Beanstanden").click()
    expect(sheet).to_be_hidden()
    [flag] = clerk.see(sent)["open_flags"]
    assert (flag["reason"], flag["text"]) == ("wrong", "Die Laterne leuchtet.")


def test_what_is_not_public_looks_like_what_never_was(page: Page, server: Server, clerk: Clerk) -> None:
    rejected = send(server, photos=0)
    clerk.decide(rejected, "rejected", note="Dafür ist die Polizei da.")
    never = "/maengel/00000000-0000-4000-8000-000000000000"
    said = []
    for path in (rejected.path, never):
        visit(page, server.url(path))
        expect(page.get_by_role("heading", name="Diese Meldung gibt es nicht")).to_be_visible()
        said.append(page.locator("main").inner_text())
    assert said[0] == said[1]


def test_the_figures_stand_in_words_and_tables(page: Page, server: Server) -> None:
    figures = json.load(server.get("/api/v1/defects/statistics"))
    visit(page, server.url(FIGURES))
    expect(page.get_by_text(f"{round(figures['answered_in_time'] * 100)}\u00a0%")).to_be_visible()
    expect(page.get_by_role("row")).to_have_count(len(figures["categories"]) + len(figures["months"]) + 2)
    first = figures["categories"][0]
    expect(page.get_by_role("row").nth(1)).to_contain_text(f"{first['name']}{first['open']}{first['closed']}")


def test_start_shows_the_last_reports_where_there_is_room(browser: Browser, server: Server) -> None:
    for viewport, count in ((DESKTOP, 1), (PHONE, 0)):
        page = browser.new_page(viewport=viewport, locale="de-DE")
        visit(page, server.url("/"))
        expect(page.get_by_role("heading", name="Zuletzt gemeldet")).to_have_count(count)
        page.close()


def test_a_waiting_report_shows_at_the_tab(page: Page, server: Server) -> None:
    visit(page, server.url("/maengel/meine"))
    # One that is not sent by itself: it would be gone before anybody looks.
    page.evaluate(KEEP_REFUSED)
    visit(page, server.url(LIST))
    bar = page.get_by_role("navigation", name="Hauptnavigation").last
    tab = bar.get_by_role("link", name=re.compile("Melden ?, 1 Meldung wartet"))
    expect(tab).to_have_attribute("aria-current", "true")
    expect(tab.locator(".tab-dot")).to_be_visible()
    assert findings(page) == []


def test_where_the_municipality_has_a_reporter_already_the_tab_leads_there(page: Page, server: Server) -> None:
    visit(page, server.url("/", "wiesenburg-mark"))
    page.get_by_role("navigation", name="Hauptnavigation").last.get_by_role("link", name="Melden").click()
    settle(page)
    expect(page.get_by_text("Schäden in Wiesenburg/Mark melden Sie bei Maerker.")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("Schaden melden"))).to_have_attribute(
        "href", re.compile(r"^https://maerker")
    )
    expect(page.get_by_text("Öffnet eine andere Website.")).to_be_visible()
    assert findings(page) == []
    for path in (MAP, FIGURES, "/maengel/meine", "/maengel/melden"):
        visit(page, server.url(path, "wiesenburg-mark"))
        expect(page.get_by_text("Öffnet eine andere Website.")).to_be_visible()


def test_what_was_read_is_there_without_a_network(page: Page, server: Server, lamp: Sent) -> None:
    visit(page, server.url("/"))
    install_worker(page)
    visit(page, server.url(MAP))
    expect(page.locator(".point").first).to_be_visible()
    visit(page, server.url(LIST))
    visit(page, server.url(lamp.path))
    await_copies(page, 6)
    lose_network(page)
    page.reload()
    expect(page.locator(".mask")).to_have_text("Nummer verdeckt")
    page.get_by_role("link", name="Meldungen", exact=True).click()
    expect(page.get_by_text(TITLE).first).to_be_visible()
    expect(page.get_by_text("Keine Verbindung.")).to_be_visible()
    page.get_by_text("Karte", exact=True).click()
    expect(page.locator(".point").first).to_be_visible()


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_on_any_screen_of_reports(
    look: str, browser: Browser, server: Server, lamp: Sent, clerk: Clerk
) -> None:
    asked, done = send(server), send(server, photos=2)
    clerk.publish(asked, "question")
    clerk.publish(done, "resolved")
    context = browser.new_context(locale="de-DE", reduced_motion="reduce", service_workers="block", **LOOKS[look])
    page = context.new_page()
    found = {}
    for screen in (LIST, MAP, FIGURES, "/maengel/meine", lamp.path, asked.link, done.link, "/maengel?q=xqzzx"):
        page.goto("about:blank")
        visit(page, server.url(screen))
        if "large-text" in look:
            page.evaluate(DOUBLE)
        if screen == MAP:
            expect(page.locator(".point").first).to_be_visible()
        problems = findings(page)
        if overflow(page) > 0:
            problems.append(f"leaves the screen sideways by {overflow(page)} px")
        if problems:
            found[screen.split("#")[0]] = problems
    context.close()
    assert found == {}


def test_the_secret_never_leaves_with_the_shared_address(page: Page, server: Server, clerk: Clerk) -> None:
    sent = send(server)
    clerk.publish(sent)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    visit(page, server.url(sent.link))
    expect(page.get_by_text("Sie ist öffentlich.")).to_be_visible()
    page.get_by_role("button", name="Teilen").click()
    expect(page.get_by_text("Link kopiert")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == server.url(sent.path)
    assert [url for url in asked if sent.secret in url] == []
    assert TEXT not in page.evaluate("JSON.stringify(localStorage)")
