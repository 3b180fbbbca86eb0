# SPDX-License-Identifier: EUPL-1.2
"""One service as a resident has it: what it costs, what to bring, where it leads, also without a network."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.e2e.conftest import await_copies, install_worker, lose_network, settle, visit
from tests.e2e.harbour import TUESDAY, at, harbour_in, office, service
from tests.e2e.looks import DESKTOP, NARROW, PHONE
from tests.e2e.server import Server
from tests.e2e.test_accessibility import DOUBLE, findings, overflow

# Until a browser has opened another tab.
A_TAB_MS = 500


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory, demo: Path) -> Iterator[Server]:
    """A town of this file's own."""
    with harbour_in(shutil.copytree(demo, tmp_path_factory.mktemp("harbour") / "own")) as running:
        yield running


def test_a_service_says_what_it_costs_what_one_needs_and_where_it_leads(page: Page, town: Server) -> None:
    visit(page, town.url(service(town)))
    expect(page.locator("h1")).to_have_text("Boot anmelden")
    expect(page.get_by_text("Mobilität und Fahrzeug")).to_be_visible()
    cards = page.locator(".fact-cards > div")
    expect(cards).to_have_count(2)
    expect(cards.nth(0)).to_have_text(re.compile(r"Kosten.*48.€ im Jahr.*für das erste Boot", re.DOTALL))
    expect(cards.nth(1)).to_have_text(re.compile(r"Dauer.*10.Minuten", re.DOTALL))
    # What is too long for a card is a section.
    expect(page.get_by_role("heading", name="Frist")).to_be_visible()
    onward = page.get_by_role("link", name="Online beantragen")
    expect(onward).to_contain_text("im Serviceportal Brandenburg")
    expect(onward).to_have_attribute("href", "https://service.brandenburg.de/boot")
    expect(onward).to_have_attribute("target", "_blank")
    expect(onward).to_have_attribute("rel", "noopener")
    expect(onward).to_have_accessible_description(re.compile("Sie verlassen die App.*dem Land Brandenburg"))
    expect(page.get_by_role("link", name="Formular auf Papier")).to_contain_text("PDF")
    law = page.get_by_text("§ 3 der Seeordnung")
    expect(law).to_be_hidden()
    page.get_by_text("Rechtsgrundlagen").click()
    expect(law).to_be_visible()
    expect(page.locator(".stand")).to_have_text(re.compile(r"^Quelle: Stadt Bad Belzig · Stand: \d+\.\s\w+ \d{4}$"))


def test_what_lies_ready_stays_ticked_on_this_phone_alone(page: Page, town: Server) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.method))
    visit(page, town.url(service(town)))
    expect(page.get_by_role("checkbox")).to_have_count(3)
    chip = page.get_by_role("checkbox", name="Chipnummer")
    expect(chip).to_have_accessible_description("Steht am Heck")
    chip.focus()
    page.keyboard.press("Space")
    expect(chip).to_be_checked()
    expect(page.get_by_text("1 von 3 bereit")).to_be_visible()
    page.reload()
    settle(page)
    expect(chip).to_be_checked()
    expect(page.get_by_role("checkbox", name="Bootsschein")).not_to_be_checked()
    expect(page.get_by_text("Chipnummer")).to_have_css("text-decoration-line", "line-through")
    page.get_by_role("button", name="Haken entfernen").click()
    expect(chip).not_to_be_checked()
    page.reload()
    settle(page)
    expect(chip).not_to_be_checked()
    assert set(asked) == {"GET"}


def test_what_only_the_town_offers_is_not_looked_for_in_a_portal(page: Page, town: Server) -> None:
    visit(page, town.url(service(town, "Steg bauen")))
    expect(page.locator(".onward")).to_have_count(0)
    page.get_by_role("link", name="Ämter und Öffnungszeiten").click()
    expect(page.locator("h1")).to_have_text(re.compile("Ämter"))


def test_a_service_of_the_land_says_that_it_is_a_general_text(page: Page, town: Server) -> None:
    visit(page, town.url(service(town, "Alten Führerschein umtauschen")))
    onward = page.get_by_role("link", name="Genaue Angaben ansehen")
    expect(onward).to_contain_text("im Serviceportal Brandenburg")
    expect(onward).to_have_accessible_description(re.compile("Das Portal gehört dem Land Brandenburg"))
    expect(page.locator(".stand")).to_have_text("Allgemeine Angaben, von der Verwaltung noch nicht ergänzt.")


def test_a_service_is_kept_and_let_go(page: Page, town: Server) -> None:
    visit(page, town.url("/dienste/gemerkt"))
    expect(page.get_by_text("Noch nichts gemerkt")).to_be_visible()
    visit(page, town.url(service(town)))
    keep = page.get_by_role("button", name="Dienst merken")
    expect(keep).to_have_attribute("aria-pressed", "false")
    keep.click()
    expect(page.get_by_role("button", name="Gemerkt")).to_have_attribute("aria-pressed", "true")
    visit(page, town.url("/dienste/gemerkt"))
    page.get_by_role("link", name="Boot anmelden").click()
    page.get_by_role("button", name="Gemerkt").click()
    expect(page.get_by_text("Nicht mehr gemerkt")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("Noch nichts gemerkt")).to_be_visible()


def test_what_is_kept_but_gone_can_be_let_go(page: Page, town: Server) -> None:
    gone = "00000000-0000-4000-8000-000000000000"
    visit(page, town.url("/dienste/gemerkt"))
    page.evaluate("(id) => localStorage.setItem('sv-services', JSON.stringify([{ id, title: 'Altes' }]))", gone)
    visit(page, town.url("/dienste/gemerkt"))
    page.get_by_role("link", name="Altes").click()
    expect(page.locator("h1")).to_contain_text("gibt es hier nicht mehr")
    page.get_by_role("button", name="Nicht mehr merken").click()
    expect(page.get_by_role("button", name="Nicht mehr merken")).to_have_count(0)
    page.go_back()
    expect(page.get_by_text("Noch nichts gemerkt")).to_be_visible()


def test_without_a_network_one_reads_what_one_has_opened_and_what_all_ask_for(page: Page, town: Server) -> None:
    visit(page, town.url("/dienste"))
    install_worker(page)
    visit(page, town.url(office(town, "Seewarte")))
    visit(page, town.url("/dienste"))
    await_copies(page, 6)
    lose_network(page)
    # Never opened, but on top of the town's list.
    page.goto(town.url(service(town)))
    settle(page)
    expect(page.get_by_text("Keine Verbindung.")).to_be_visible()
    expect(page.locator("h1")).to_have_text("Boot anmelden")
    expect(page.locator(".office").get_by_text("Am See 1")).to_be_visible()
    page.get_by_role("checkbox", name="Bankverbindung").check()
    page.get_by_role("link", name="Online beantragen").click()
    expect(page.get_by_role("alert").filter(has_text="erst mit Netz")).to_be_visible()
    page.wait_for_timeout(A_TAB_MS)
    assert len(page.context.pages) == 1
    # In the directory, but never opened: what the list knows of it.
    page.goto(town.url(service(town, "Alten Führerschein umtauschen")))
    expect(page.locator("h1")).to_have_text("Alten Führerschein umtauschen")
    expect(page.locator(".lead")).to_contain_text("EU-Kartenführerschein")
    expect(page.get_by_text("Mit Netz erscheint sie von selbst")).to_be_visible()
    # Read ahead in German, wanted in English.
    page.goto(town.url(f"{service(town)}?sprache=en"))
    expect(page.locator("h1")).to_have_text("Boot anmelden")
    page.goto(town.url("/dienste/aemter"))
    expect(page.get_by_role("link", name="Hafenamt")).to_be_visible()
    page.get_by_role("link", name="Seewarte").click()
    expect(page.locator("h1")).to_have_text("Seewarte")
    expect(page.locator(".open-now")).to_be_visible()


def test_the_portal_opens_although_the_towns_own_server_is_down(page: Page, town: Server) -> None:
    page.context.route("https://service.brandenburg.de/**", lambda route: route.fulfill(body="Portal"))
    visit(page, town.url(service(town)))
    page.route("**/api/**", lambda route: route.abort())
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_text("Keine Verbindung.")).to_be_visible()
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Online beantragen").click()
    expect(opened.value).to_have_url("https://service.brandenburg.de/boot")


def test_a_text_in_another_language_is_one_tap_away(page: Page, town: Server) -> None:
    path = service(town)
    german = json.load(town.get(f"/api/v1{path.replace('dienste', 'services')}")) | {"languages": ["de", "en"]}
    english = german | {"title": "Register a boat", "teaser": "You need a number.", "language": "en"}

    def answer(route: Route) -> None:
        route.fulfill(json=english if "language=en" in route.request.url else german)

    page.route(re.compile(r"/api/v1/services/[0-9a-f-]{36}(\?.*)?$"), answer)
    visit(page, town.url(path))
    expect(page.locator("h1")).to_have_text("Boot anmelden")
    page.get_by_text("Englisch").click()
    expect(page.locator("h1")).to_have_text("Register a boat")
    expect(page.locator("h1")).to_have_attribute("lang", "en")
    expect(page.locator(".lead")).to_have_attribute("lang", "en")
    expect(page).to_have_url(town.url(f"{path}?sprache=en"))
    page.get_by_text("Deutsch").click()
    expect(page.locator("h1")).to_have_text("Boot anmelden")
    page.evaluate("localStorage.setItem('sv-language', 'en')")
    visit(page, town.url(path))
    expect(page.locator("h1")).to_have_text("Register a boat")


@pytest.mark.parametrize("kind", ["", "aemter/"])
def test_what_is_gone_says_so_and_leads_on(kind: str, page: Page, town: Server) -> None:
    visit(page, town.url(f"/dienste/{kind}00000000-0000-4000-8000-000000000000"))
    expect(page.locator("h1")).to_contain_text("gibt es hier nicht mehr")
    page.get_by_role("link", name="Alle").click()
    expect(page).to_have_url(re.compile("/dienste(/aemter)?$"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("look", ["phone", "desktop", "narrow", "narrow and large"])
def test_nothing_stands_in_anybodys_way(look: str, scheme: str, browser: Browser, town: Server) -> None:
    size = {"phone": PHONE, "desktop": DESKTOP}.get(look, NARROW)
    context = browser.new_context(
        viewport=size,
        color_scheme=scheme,  # type: ignore[arg-type]
        locale="de-DE",
        reduced_motion="reduce",
        service_workers="block",
    )
    page = context.new_page()
    page.clock.set_fixed_time(at(TUESDAY, "14:30"))
    gone = "00000000-0000-4000-8000-000000000000"
    offices = [office(town, "Hafenamt"), f"/dienste/aemter/{gone}", "/dienste/aemter"]
    for path in (service(town), f"/dienste/{gone}", "/dienste/gemerkt", *offices):
        visit(page, town.url(path))
        if "large" in look:
            page.evaluate(DOUBLE)
        assert findings(page) == [], path
        assert overflow(page) <= 0, path
    context.close()
