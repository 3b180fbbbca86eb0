# SPDX-License-Identifier: EUPL-1.2
"""The directory of services as residents use it: search with every letter, also without a network; situations in life;
from A to Z; by keyboard."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Complaints, install_worker, lose_network, settle, until, visit
from tests.e2e.server import Server
from tests.e2e.test_accessibility import findings
from tests.e2e.test_keyboard import FOCUS_RING

IDENTITY_CARD = "Personalausweis beantragen"
REGISTER = "Wohnsitz anmelden"
# The addresses that the phone has answers of, and the files of the app that it keeps beside the first download.
COPIES = """(async () => {
    const done = (request) => new Promise((tell) => { request.onsuccess = () => tell(request.result) })
    const device = await done(indexedDB.open('sv-reads'))
    const keys = await done(device.transaction('reads').objectStore('reads').getAllKeys())
    device.close()
    return keys.filter((key) => key.includes('/services/'))
})()"""
FILES = """caches.open('sv-extra').then((kept) => kept.keys())
    .then((keys) => keys.filter(({ url }) => /services\\/(search|services)-.*js$/.test(url)))"""


def services_of(server: Server, path: str = "/top") -> list[dict[str, Any]]:
    """What the server tells of its services."""
    found: list[dict[str, Any]] = json.load(server.get(f"/api/v1/services{path}"))
    return found


def field(page: Page) -> Any:
    return page.get_by_role("searchbox", name="Dienst suchen")


def search(page: Page, text: str) -> None:
    """Letter by letter, as people type."""
    field(page).fill("")
    field(page).press_sequentially(text)


def results(page: Page) -> Any:
    return page.locator(".services-results .rows .row-label")


def keep_directory(page: Page, server: Server) -> None:
    """Have the directory on the phone, as after a look at it."""
    visit(page, server.url("/dienste"))
    install_worker(page)
    visit(page, server.url("/dienste"))
    has_directory(page, len(services_of(server)) + 2)


def has_directory(page: Page, answers: int) -> None:
    """Wait until the phone has that much of it: index, offices, the services asked for most; pages and search."""
    until(page, f"{COPIES}.then((keys) => keys.length > {answers})")
    until(page, f"({FILES}).then((keys) => keys.length === 2)")


def test_without_a_network_perso_finds_the_identity_card_first_and_it_opens(page: Page, server: Server) -> None:
    keep_directory(page, server)
    lose_network(page)
    visit(page, server.url("/"))
    page.get_by_role("navigation", name="Hauptnavigation").get_by_role("link", name="Dienste").click()
    expect(page.get_by_text("Keine Verbindung.")).to_be_visible()
    search(page, "perso")
    expect(results(page).first).to_have_text(IDENTITY_CARD)
    results(page).first.click()
    expect(page.locator("h1")).to_have_text(IDENTITY_CARD)
    expect(page.get_by_role("heading", name="Das brauchen Sie")).to_be_visible()


def test_from_the_second_start_on_the_directory_is_there_although_nobody_has_opened_it(
    page: Page, server: Server
) -> None:
    visit(page, server.url("/"))
    install_worker(page)
    visit(page, server.url("/"))
    has_directory(page, len(services_of(server)) + 2)
    lose_network(page)
    page.goto(server.url("/dienste"))
    settle(page)
    search(page, "umziehen")
    expect(results(page).first).to_have_text(REGISTER)


def test_who_moves_house_knows_in_two_taps_what_to_bring_and_where_to_go(
    page: Page, complaints: Complaints, server: Server
) -> None:
    visit(page, server.url("/"))
    page.get_by_role("navigation", name="Hauptnavigation").get_by_role("link", name="Dienste").click()
    expect(page.get_by_role("heading", level=1, name="Dienste")).to_be_focused()
    # One tap for what many ask, by the word they use.
    expect(page.get_by_role("link", name=f"Umzug : {REGISTER}")).to_be_visible()
    page.get_by_role("link", name="Wohnen und Umzug").click()
    expect(page.get_by_role("heading", level=1, name="Wohnen und Umzug")).to_be_focused()
    expect(page).to_have_title("Wohnen und Umzug · Bad Belzig")
    page.get_by_role("link", name=REGISTER).click()
    expect(page.locator("h1")).to_have_text(REGISTER)
    expect(page.get_by_text("Wohnungsgeberbestätigung")).to_be_visible()
    expect(page.get_by_text("zwei Wochen").first).to_be_visible()
    onward = page.locator("main a[target=_blank][rel~=noopener]").first
    expect(onward).to_have_attribute("href", re.compile(r"^https://"))
    page.go_back()
    expect(page.locator("h1")).to_have_text("Wohnen und Umzug")
    expect(page.get_by_role("link", name=REGISTER)).to_be_focused()
    page.get_by_role("link", name="Dienste", exact=True).first.click()
    expect(page).to_have_url(server.url("/dienste"))
    assert complaints == []


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("perso", IDENTITY_CARD),
        ("umziehen", REGISTER),
        ("Auto anmelden", "Auto anmelden"),
        ("hund", "Hund anmelden"),
        ("wie melde ich mein auto an", "Auto anmelden"),
        ("presonalausweis", IDENTITY_CARD),
        ("Hundeanmeldung", "Hund anmelden"),
    ],
)
def test_the_words_of_people_lead_to_the_service(typed: str, first: str, page: Page, server: Server) -> None:
    visit(page, server.url("/dienste"))
    search(page, typed)
    expect(results(page).first).to_have_text(first)


def test_one_types_and_the_results_follow_and_the_way_back_leads_to_them(page: Page, server: Server) -> None:
    asked: list[str] = []
    visit(page, server.url("/dienste"))
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: asked.append(request.url))
    search(page, "p")
    expect(page.get_by_role("heading", name="Worum geht es?")).to_be_visible()
    search(page, "pers")
    expect(results(page).first).to_have_text(IDENTITY_CARD)
    expect(page.locator(".services-results mark").first).to_have_text(re.compile("Pers", re.I))
    expect(page.get_by_role("status").filter(has_text=re.compile(r"\d+ Treffer für „pers“"))).to_be_attached()
    # At once, before the address follows by itself.
    field(page).press_sequentially("o")
    results(page).first.click()
    expect(page.locator("h1")).to_have_text(IDENTITY_CARD)
    assert [url for url in asked if "q=" in url] == [], "searching asked the server"
    page.go_back()
    expect(page).to_have_url(server.url("/dienste?q=perso"))
    expect(field(page)).to_have_value("perso")
    expect(results(page).first).to_have_text(IDENTITY_CARD)
    page.get_by_role("button", name="Suchfeld leeren").click()
    expect(page.get_by_role("heading", name="Worum geht es?")).to_be_visible()
    expect(page).to_have_url(server.url("/dienste"))
    expect(field(page)).to_be_focused()


def test_letters_typed_while_the_address_follows_are_not_lost(page: Page, server: Server) -> None:
    visit(page, server.url("/dienste"))
    field(page).press_sequentially("personalausweis verloren", delay=90)
    expect(field(page)).to_have_value("personalausweis verloren")
    expect(page).to_have_url(server.url("/dienste?q=personalausweis%20verloren"))
    expect(results(page).first).to_have_text("Personalausweis verloren melden")


def test_further_results_go_on_where_the_first_end(page: Page, server: Server) -> None:
    rows = page.locator(".services-results section a.row")
    visit(page, server.url("/dienste?q=beantragen"))
    expect(rows).to_have_count(12)
    page.get_by_role("button", name="Weitere Treffer zeigen").press("Enter")
    expect(rows.nth(12)).to_be_focused()
    search(page, "melden")
    expect(rows).to_have_count(12)


def test_a_long_question_in_a_link_breaks_nothing(page: Page, complaints: Complaints, server: Server) -> None:
    visit(page, server.url(f"/dienste?q={'a' * 99}%F0%9F%98%80"))
    expect(page.get_by_role("heading", name="Keine Treffer")).to_be_visible()
    assert complaints == []


def test_an_office_is_found_beside_the_services(page: Page, server: Server) -> None:
    office = json.load(server.get("/api/v1/services/offices"))[0]
    visit(page, server.url("/dienste"))
    search(page, office["name"])
    expect(page.get_by_role("heading", level=2, name="Ämter")).to_be_visible()
    page.get_by_role("link", name=office["name"]).first.click()
    expect(page).to_have_url(server.url(f"/dienste/aemter/{office['id']}"))
    expect(page.locator("h1")).to_have_text(office["name"])


def test_nothing_found_says_what_to_do_next(page: Page, server: Server) -> None:
    boot = json.load(server.get("/api/v1/bootstrap"))
    boot["tenant"]["phone"] = "033841 94-0"
    page.route("**/api/v1/bootstrap", lambda route: route.fulfill(json=boot))
    visit(page, server.url("/dienste?q=xqzzx"))
    expect(page.get_by_role("heading", name="Keine Treffer")).to_be_visible()
    expect(page.get_by_role("link", name="Verwaltung anrufen")).to_have_attribute("href", "tel:033841940")
    page.get_by_role("link", name="Alle Dienste von A bis Z").click()
    expect(page.get_by_role("heading", level=1, name="Dienste von A bis Z")).to_be_focused()


def test_from_a_to_z_everything_is_there_in_german_order(page: Page, server: Server) -> None:
    count = int(json.loads(server.get("/api/v1/services?page_size=1").headers["X-Pagination"])["total"])
    visit(page, server.url("/dienste"))
    page.get_by_role("link", name=re.compile("Alle Dienste von A bis Z")).click()
    expect(page.locator(".letter .row")).to_have_count(count)
    letters = page.locator(".letters a").all_inner_texts()
    assert letters == sorted(letters)
    page.get_by_role("link", name="W", exact=True).press("Enter")
    expect(page.get_by_role("heading", level=2, name="W", exact=True)).to_be_focused()
    expect(page.get_by_role("heading", level=2, name="W", exact=True)).to_be_in_viewport()
    page.get_by_role("link", name=REGISTER).click()
    expect(page.locator("h1")).to_have_text(REGISTER)
    page.go_back()
    expect(page.get_by_role("link", name=REGISTER)).to_be_focused()
    expect(page.get_by_role("link", name=REGISTER)).to_be_in_viewport()


def test_the_search_over_everything_finds_services_too_and_without_a_network_by_itself(
    page: Page, server: Server
) -> None:
    keep_directory(page, server)
    visit(page, server.url("/suche?q=hund"))
    expect(page.get_by_role("heading", level=2).first).to_have_text("Dienste")
    expect(page.get_by_role("link", name=re.compile("^Hund anmelden"))).to_be_visible()
    office = json.load(server.get("/api/v1/services/offices"))[0]["name"]
    visit(page, server.url(f"/suche?q={office}"))
    expect(page.get_by_role("heading", level=2, name="Ämter")).to_be_visible()
    expect(page.get_by_role("link", name=office).first).to_be_visible()
    lose_network(page)
    page.goto(server.url("/suche?q=reisepass"))
    expect(page.get_by_text("Ohne Netz stehen hier nur Dienste und Ämter.")).to_be_visible()
    expect(results(page).first).to_have_text("Reisepass beantragen")


def test_a_municipality_without_services_has_no_such_tab_and_no_such_page(page: Page, server: Server) -> None:
    boot = json.load(server.get("/api/v1/bootstrap")) | {"services": None}
    boot["modules"].remove("services")
    page.route("**/api/v1/bootstrap", lambda route: route.fulfill(json=boot))
    visit(page, server.url("/"))
    expect(page.get_by_role("navigation", name="Hauptnavigation").get_by_role("link", name="Dienste")).to_have_count(0)
    expect(page.get_by_placeholder("Nachrichten, Termine, Seiten").last).to_be_visible()
    page.goto(server.url("/dienste"))
    expect(page.get_by_role("heading", level=1, name="Diese Seite gibt es nicht")).to_be_visible()


def test_a_start_with_little_to_tell_shows_what_is_asked_for_most(page: Page, server: Server) -> None:
    boot = json.load(server.get("/api/v1/bootstrap"))
    page.route("**/api/v1/bootstrap", lambda route: route.fulfill(json=boot))
    visit(page, server.url("/"))
    expect(page.get_by_placeholder("Ausweis, Sperrmüll, Konzert …").last).to_be_visible()
    expect(page.get_by_role("heading", name="Dienste")).to_have_count(0)
    boot |= {"news": None, "modules": ["services"], "events": None, "defects": None}
    visit(page, server.url("/"))
    expect(page.get_by_role("heading", name="Dienste")).to_be_visible()
    assert findings(page) == []
    page.get_by_role("link", name=re.compile(f"^{REGISTER}")).click()
    expect(page.locator("h1")).to_have_text(REGISTER)


def test_a_broken_or_unknown_index_is_said_and_breaks_nothing(page: Page, server: Server) -> None:
    page.route("**/api/v1/services/index", lambda route: route.fulfill(status=500, body="<h1>Sorry</h1>"))
    page.goto(server.url("/dienste"))
    expect(page.get_by_role("heading", name="Das hat nicht geklappt")).to_be_visible()
    later = {"version": 99, "situations": [], "services": [], "offices": []}
    page.unroute("**/api/v1/services/index")
    page.route("**/api/v1/services/index", lambda route: route.fulfill(json=later))
    page.get_by_role("button", name="Noch einmal versuchen").click()
    expect(page.get_by_role("heading", name="Das hat nicht geklappt")).to_be_visible()
    page.unroute("**/api/v1/services/index")
    page.get_by_role("button", name="Noch einmal versuchen").click()
    expect(page.get_by_role("heading", name="Worum geht es?")).to_be_visible()


def test_everything_can_be_done_by_keyboard_and_the_focus_is_seen(page: Page, server: Server) -> None:
    visit(page, server.url("/dienste"))
    field(page).focus()
    page.keyboard.type("reisepass")
    expect(results(page).first).to_have_text("Reisepass beantragen")
    for _ in range(8):
        page.keyboard.press("Tab")
        name, ringed = page.evaluate(FOCUS_RING)
        assert ringed, f"focus cannot be seen on {name}"
        if "Reisepass beantragen" in page.evaluate("document.activeElement.textContent"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Reisepass beantragen")
    expect(page.locator("h1")).to_be_focused()


def test_in_english_the_app_speaks_english_and_the_towns_words_stay_german(page: Page, server: Server) -> None:
    page.add_init_script("localStorage.setItem('sv-language', 'en')")
    visit(page, server.url("/dienste?q=perso"))
    expect(page.get_by_role("heading", level=1, name="Services")).to_be_visible()
    expect(page.locator(".services-results [lang=de]", has_text=IDENTITY_CARD).first).to_be_visible()
    assert findings(page) == []
