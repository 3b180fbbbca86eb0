# SPDX-License-Identifier: EUPL-1.2
"""One service and the offices, as a resident has them: what to bring, whether they are open, where it leads."""

import json
import re
import shutil
from base64 import b64decode
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from backend.instants import BERLIN
from tests.e2e.conftest import Complaints, await_copies, install_worker, lose_network, settle, visit
from tests.e2e.looks import DESKTOP, PHONE
from tests.e2e.server import Server
from tests.e2e.test_accessibility import DOUBLE, NARROW, findings, overflow

TILES = "tiles.example.org"
PIXEL = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==")
# In February no Land has a public holiday, and what bootstrap says is about this year and the next.
YEAR = datetime.now(BERLIN).year
TUESDAY = next(day for day in (date(YEAR, 2, number) for number in range(8, 15)) if day.weekday() == 1)
FRIDAY = TUESDAY + timedelta(days=3)
TENANT = f"""
ags = "12069020"

[map]
tiles = "https://{TILES}/{{z}}/{{x}}/{{y}}.png"
attribution = "© OpenStreetMap-Mitwirkende"

[services]
top = ["boot"]

[[services.entries]]
key = "boot"
title = "Boot anmelden"
teaser = "Für Boote auf dem Stadtsee brauchen Sie eine Nummer."
situation = "mobilitaet"
needs = ["Bootsschein", "Chipnummer ~ Steht am Heck", "Bankverbindung"]
fees = "<p>48 € im Jahr</p><p>für das erste Boot</p>"
duration = "10 Minuten"
deadline = "<p>Melden Sie das Boot an, bevor es zum ersten Mal auf den See kommt, spätestens im Mai.</p>"
url = "https://service.brandenburg.de/boot"
text = "<p>Die Nummer gilt für ein Jahr.</p>"

[services.entries.modules]
07 = "<p>§ 3 der Seeordnung</p>"

[[services.entries.forms]]
title = "Formular auf Papier"
url = "https://service.brandenburg.de/boot.pdf"

[[services.entries]]
key = "steg"
title = "Steg bauen"
situation = "bauen"

[[services.offices]]
key = "hafenamt"
name = "Hafenamt"
street = "Am See 1"
postcode = "14806"
city = "Bad Belzig"
latitude = 52.14
longitude = 12.59
phone = "030 23125 101"
email = "hafen@example.org"
hours = ["Di 9-12, 13-18 (mit Termin)", "Do 9-12", "Fr 9-12"]
accessibility = "Rampe am Steg"
transit = "Bus 555, Haltestelle See"
services = ["boot"]

[[services.offices.exceptions]]
first_day = {TUESDAY + timedelta(days=2)}
text = "Der Steg wird gestrichen."

[[services.offices]]
key = "seewarte"
name = "Seewarte"
hours = ["Mo-So 9-17"]
"""


def at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), BERLIN)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory, demo: Path) -> Iterator[Server]:
    """A town of this file's own."""
    folder = shutil.copytree(demo, tmp_path_factory.mktemp("services") / "own")
    (folder / "bad-belzig.toml").write_text(TENANT, encoding="utf-8")
    made = Server(folder, pwa=folder / "dist")
    made.flask("tenant", "apply", str(folder / "bad-belzig.toml"))
    made.start()
    yield made
    made.stop()


def service(town: Server, title: str = "Boot anmelden") -> str:
    """The path of a service."""
    rows = json.load(town.get("/api/v1/services/index"))["services"]
    return f"/dienste/{next(row[0] for row in rows if row[1] == title)}"


def office(town: Server, name: str) -> str:
    """The path of an office."""
    rows = json.load(town.get("/api/v1/services/offices"))
    return f"/dienste/aemter/{next(row['id'] for row in rows if row['name'] == name)}"


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
    expect(onward).to_have_accessible_description(re.compile("Sie verlassen die App"))
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


@pytest.mark.parametrize(
    ("moment", "badge", "rest"),
    [
        (at(TUESDAY, "09:30"), "Jetzt geöffnet", "bis 12 Uhr"),
        (at(TUESDAY, "14:30"), "Jetzt geöffnet", "bis 18 Uhr, mit Termin"),
        (at(TUESDAY, "12:00"), "Geschlossen", "öffnet heute um 13 Uhr"),
        (at(TUESDAY, "18:00"), "Geschlossen", "öffnet Freitag um 9 Uhr"),
        (at(TUESDAY + timedelta(days=2), "10:00"), "Heute geschlossen", "öffnet morgen um 9 Uhr"),
        (at(FRIDAY, "13:00"), "Geschlossen", "öffnet Dienstag um 9 Uhr"),
    ],
)
def test_an_office_says_whether_it_is_open_now(
    moment: datetime, badge: str, rest: str, page: Page, town: Server
) -> None:
    page.clock.set_fixed_time(moment)
    visit(page, town.url(office(town, "Hafenamt")))
    expect(page.locator(".open-now .mark")).to_have_text(badge)
    expect(page.locator(".open-now")).to_contain_text(rest)


def test_the_week_shows_today_and_what_is_not_as_always(page: Page, town: Server) -> None:
    page.clock.set_fixed_time(at(TUESDAY, "09:30"))
    visit(page, town.url(office(town, "Hafenamt")))
    rows = page.get_by_role("table", name="Öffnungszeiten").get_by_role("row")
    expect(rows).to_have_count(5)
    expect(rows.nth(0)).to_have_accessible_name("Montag geschlossen")
    expect(rows.nth(1)).to_have_accessible_name("Dienstag (heute) 9 bis 12 Uhr und 13 bis 18 Uhr (mit Termin)")
    expect(rows.nth(1)).to_have_class("today")
    expect(rows.nth(3)).to_contain_text("geschlossen")
    expect(rows.nth(3)).to_contain_text(re.compile(r"nur am \d+\.\sFebruar, sonst 9–12 · Der Steg wird gestrichen\."))
    page.clock.set_fixed_time(at(TUESDAY + timedelta(days=2), "09:30"))
    page.reload()
    settle(page)
    expect(page.locator(".today-note")).to_have_text("Der Steg wird gestrichen.")
    expect(rows.nth(3)).to_contain_text("nur heute, sonst 9–12")


def test_on_a_public_holiday_an_office_is_closed(page: Page, town: Server) -> None:
    page.clock.set_fixed_time(at(date(YEAR, 12, 25), "10:00"))
    visit(page, town.url(office(town, "Seewarte")))
    expect(page.locator(".open-now")).to_contain_text("Heute Feiertag")
    days = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
    expect(page.locator(".open-now")).to_contain_text(f"öffnet {days[date(YEAR, 12, 27).weekday()]} um 9 Uhr")


def test_the_hours_are_those_of_the_town_wherever_the_phone_is(browser: Browser, town: Server) -> None:
    context = browser.new_context(locale="en-US", timezone_id="America/Los_Angeles", service_workers="block")
    page = context.new_page()
    page.clock.set_fixed_time(at(TUESDAY, "09:30"))
    visit(page, town.url("/dienste/aemter"))
    expect(page.get_by_role("listitem").filter(has_text="Hafenamt")).to_contain_text("bis 12 Uhr")
    context.close()


def test_whoever_looks_at_noon_sees_it_close(page: Page, town: Server) -> None:
    page.clock.install(time=at(TUESDAY, "11:59"))
    visit(page, town.url(office(town, "Hafenamt")))
    expect(page.locator(".open-now")).to_contain_text("Jetzt geöffnet")
    page.clock.fast_forward(90_000)
    expect(page.locator(".open-now")).to_contain_text("öffnet heute um 13 Uhr")


def test_one_calls_writes_and_finds_the_way(page: Page, town: Server, complaints: Complaints) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).hostname or ""))
    page.route(f"https://{TILES}/**", lambda route: route.fulfill(body=PIXEL, content_type="image/png"))
    visit(page, town.url(service(town)))
    card = page.locator(".office")
    expect(card.get_by_role("link", name="Anrufen Hafenamt")).to_have_attribute("href", "tel:03023125101")
    expect(card.get_by_role("link", name="E-Mail Hafenamt")).to_have_attribute("href", "mailto:hafen@example.org")
    expect(card).to_contain_text("030 23125 101")
    expect(card.get_by_role("link", name="Weg zeigen")).to_have_attribute("href", re.compile(r"52\.14.*12\.59"))
    assert TILES not in asked
    card.get_by_role("button", name="Karte zeigen").click()
    region = page.get_by_role("region", name="Karte: Hafenamt")
    expect(region.locator("img").first).to_be_visible()
    expect(region).to_be_focused()
    expect(region.get_by_text("© OpenStreetMap-Mitwirkende")).to_be_visible()
    assert set(asked) == {"bad-belzig.localhost", TILES}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert findings(page) == []
    assert complaints == []


def test_a_resident_goes_from_the_office_to_what_it_does_and_back(page: Page, town: Server) -> None:
    visit(page, town.url("/dienste/aemter"))
    page.get_by_role("link", name="Hafenamt").click()
    expect(page.locator("h1")).to_have_text("Hafenamt")
    expect(page.locator("h1")).to_be_focused()
    page.get_by_role("link", name="Boot anmelden").click()
    expect(page.locator("h1")).to_have_text("Boot anmelden")
    expect(page.locator("h1")).to_be_focused()
    page.get_by_role("link", name="Hafenamt", exact=True).click()
    expect(page).to_have_url(town.url(office(town, "Hafenamt")))
    page.get_by_role("link", name="Ämter", exact=True).click()
    expect(page).to_have_url(town.url("/dienste/aemter"))


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
        viewport=size,  # type: ignore[arg-type]
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
