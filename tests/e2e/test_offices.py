# SPDX-License-Identifier: EUPL-1.2
"""The offices as a resident has them: whether they are open, what is not as always, how to get there."""

import re
import shutil
from base64 import b64decode
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Complaints, settle, visit
from tests.e2e.harbour import FRIDAY, TILES, TUESDAY, YEAR, at, harbour_in, office, service
from tests.e2e.server import Server
from tests.e2e.test_accessibility import findings

PIXEL = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==")


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory, demo: Path) -> Iterator[Server]:
    """A town of this file's own."""
    with harbour_in(shutil.copytree(demo, tmp_path_factory.mktemp("harbour") / "own")) as running:
        yield running


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
        page.emulate_media(color_scheme=scheme)
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
