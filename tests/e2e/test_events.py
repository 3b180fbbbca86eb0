# SPDX-License-Identifier: EUPL-1.2
"""What takes place, as a resident has it: find it, take it along, be reminded, hear that it is off."""

import re
import shutil
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e import calendar_desk
from tests.e2e.calendar_desk import berlin, minute, this_weekend
from tests.e2e.conftest import empty_browser_cache, install_worker, settle, visit
from tests.e2e.ringing import SECONDS, Phone, forget_phones, rows
from tests.e2e.server import TENANTS
from tests.e2e.staff import Town, town_in
from tests.e2e.test_accessibility import findings
from tests.push.service import PushService

A_SWEEP = 70
# An hour before what begins in 62 minutes, and the sweep after that.
UNTIL_DUE = 200
TILES = "tiles.example.org"
MAP = f'[map]\ntiles = "https://{TILES}/{{z}}/{{x}}/{{y}}.png"\nattribution = "© OpenStreetMap-Mitwirkende"\n'
PIXEL = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==")
PLACE = {"name": "Burghof", "address": "Burgweg 1", "lat": 52.14, "lon": 12.59, "access": "Rampe am Tor. Zwei Plätze."}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory, demo: Path, service: PushService) -> Iterator[Town]:
    """A town of this file's own: its map is nothing for the others."""
    folder = shutil.copytree(demo, tmp_path_factory.mktemp("events") / "own")
    with town_in(folder, PUSH_ORIGINS=service.origin) as running:
        yield running


@pytest.fixture
def phone(context: BrowserContext, town: Town, service: PushService) -> Iterator[Phone]:
    """A resident's phone with the app in charge; whatever a test leaves at the server goes with it."""
    made = Phone(context, town, service)
    visit(made.page, town.url("/termine"))
    install_worker(made.page)
    yield made
    forget_phones(town)


def feed(town: Town, path: str = "/feeds/events.ics") -> str:
    """A calendar as a subscriber fetches it, unfolded."""
    with town.get(path) as answer:
        return str(answer.read().decode()).replace("\r\n ", "").replace("\r\n", "\n")


def dates_off(town: Town, title: str) -> list[str]:
    """Which dates of an event a subscriber sees as cancelled."""
    parts = [part for part in feed(town).split("BEGIN:VEVENT") if f"SUMMARY:Abgesagt: {title}" in part]
    return [line for part in parts if "STATUS:CANCELLED" in part for line in part.split() if "RECURRENCE-ID" in line]


def remind(page: Page, choice: str) -> None:
    """Choose when to be told of the open event."""
    page.get_by_role("button", name="Erinnern").click()
    page.get_by_role("radio", name=choice).check()
    page.get_by_role("dialog").get_by_role("button", name="Erinnern", exact=True).click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_resident_finds_this_weekends_concert_and_takes_it_along(phone: Phone, town: Town, editor: Page) -> None:
    name = "Konzert auf der Burg"
    calendar_desk.hold(editor, title=name, place=PLACE, timing=calendar_desk.timing(**this_weekend()))
    page = phone.page
    visit(page, town.url("/"))
    page.get_by_role("navigation", name="Hauptnavigation").get_by_role("link", name="Termine").click()
    page.get_by_role("button", name="Wochenende").click()
    expect(page).to_have_url(town.url("/termine?zeit=wochenende"))
    page.get_by_role("link", name=name).click()
    expect(page.locator("h1")).to_have_text(name)
    expect(page.locator("h1")).to_be_focused()
    expect(page.get_by_text("Burgweg 1")).to_be_visible()
    expect(page.get_by_text("Rampe am Tor", exact=True)).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="In meinen Kalender").click()
    text = download.value.path().read_text(encoding="utf-8")
    assert f"SUMMARY:{name}" in text
    assert "Europe/Berlin" in text or "VALUE=DATE" in text
    page.get_by_role("button", name="Merken").click()
    expect(page.get_by_role("button", name="Gemerkt")).to_have_attribute("aria-pressed", "true")
    page.go_back()
    expect(page.get_by_role("button", name="Wochenende")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("link", name="Ein gemerkter Termin").click()
    expect(page.get_by_role("link", name=name)).to_be_visible()


def test_a_reminder_rings_before_the_event_and_a_tap_opens_it(phone: Phone, town: Town, editor: Page) -> None:
    event = calendar_desk.hold(editor, title="Lesung", timing=calendar_desk.timing(start=minute(berlin(minutes=62))))
    page = phone.page
    visit(page, town.url(f"/termine/{event['id']}"))
    assert page.evaluate("permissionAsked") == 0, "asked before the tap"
    remind(page, "1 Stunde vorher")
    expect(page.get_by_text("Erinnerung 1 Stunde vorher")).to_be_visible()
    assert rows(town) == 1
    [shown] = phone.ring(UNTIL_DUE)
    assert "Lesung" in shown["title"]
    page.goto(town.url("/"))
    settle(page)
    phone.tap(shown["title"])
    expect(page.locator("h1")).to_have_text("Lesung")
    visit(page, town.url("/mehr/mitteilungen"))
    expect(page.get_by_role("switch", name="Lesung")).to_be_checked()
    expect(page.get_by_role("switch", name="Dringendes")).not_to_be_checked()
    visit(page, town.url(f"/termine/{event['id']}"))
    page.get_by_role("button", name="Erinnern").click()
    expect(page.get_by_role("radio", name="1 Stunde vorher")).to_be_checked()
    page.get_by_role("button", name="Nicht mehr erinnern").click()
    expect(page.get_by_text("Keine Erinnerung mehr")).to_be_visible()
    assert rows(town) == 0


def test_a_cancelled_date_reaches_list_phone_and_subscriber(phone: Phone, town: Town, editor: Page) -> None:
    first = berlin(days=3).replace(hour=15, minute=0)
    timing = calendar_desk.timing(start=minute(first), end=minute(first.replace(hour=17)), rrule="FREQ=WEEKLY;COUNT=4")
    event = calendar_desk.hold(editor, title="Kaffeehausmusik", timing=timing)
    page = phone.page
    visit(page, town.url(f"/termine/{event['id']}?datum={minute(first)}"))
    remind(page, "Nur bei Absage oder Verlegung")
    assert dates_off(town, "Kaffeehausmusik") == []
    off = {"status": "cancelled", "note": "Die Kapelle ist krank."}
    calendar_desk.change(editor, event, changes=[calendar_desk.one(minute(first), **off)])
    [shown] = phone.ring(SECONDS)
    assert "Kaffeehausmusik" in shown["title"] + shown["body"]
    assert "abgesagt" in (shown["title"] + shown["body"]).lower()
    page.reload()
    expect(page.get_by_role("heading", name="Abgesagt", exact=True)).to_be_visible()
    expect(page.get_by_text("Die Kapelle ist krank.")).to_be_visible()
    expect(page.locator("h1")).to_have_text("Abgesagt: Kaffeehausmusik")
    visit(page, town.url("/termine?q=kaffeehaus"))
    row = page.get_by_role("listitem").filter(has_text="Kaffeehausmusik")
    expect(row).to_have_count(4)
    expect(row.first.get_by_role("link", name="Abgesagt: Kaffeehausmusik")).to_be_visible()
    expect(row.nth(1).get_by_role("link", name="Kaffeehausmusik", exact=True)).to_be_visible()
    assert dates_off(town, "Kaffeehausmusik") == [f"RECURRENCE-ID;TZID=Europe/Berlin:{first:%Y%m%dT%H%M00}"]
    page.goto(town.url(f"/termine/{event['id']}?datum={minute(first)}"))
    page.get_by_role("link", name="Nächster Termin").click()
    expect(page.locator("h1")).to_have_text("Kaffeehausmusik")


def test_without_a_network_one_reads_what_one_has_seen(phone: Phone, town: Town, editor: Page) -> None:
    event = calendar_desk.hold(editor, title="Offenes Singen", place=PLACE)
    page = phone.page
    visit(page, town.url("/termine?q=singen"))
    page.get_by_role("link", name="Offenes Singen").click()
    expect(page.get_by_text("Burgweg 1")).to_be_visible()
    page.wait_for_timeout(300)
    empty_browser_cache(page)
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_text("Keine Verbindung.")).to_be_visible()
    expect(page.locator("h1")).to_have_text("Offenes Singen")
    expect(page.get_by_text("Burgweg 1")).to_be_visible()
    page.get_by_role("link", name="In meinen Kalender").click()
    expect(page.get_by_role("alert").filter(has_text="erst mit Netz")).to_be_visible()
    page.get_by_role("button", name="Erinnern").click()
    expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text("erst mit Netz")
    page.keyboard.press("Escape")
    page.goto(town.url("/termine?q=singen"))
    expect(page.get_by_role("link", name="Offenes Singen")).to_be_visible()
    expect(page.get_by_text("Stand:")).to_be_visible()
    page.goto(town.url("/termine/abonnieren"))
    expect(page.get_by_role("heading", name="Kalender abonnieren")).to_be_visible()
    assert event["id"]


def test_the_month_works_by_keyboard_and_says_what_each_day_holds(page: Page, town: Town, editor: Page) -> None:
    tomorrow = berlin(days=1)
    calendar_desk.hold(
        editor, title="Frühschoppen", timing=calendar_desk.timing(start=minute(tomorrow.replace(hour=11)))
    )
    visit(page, town.url(f"/termine?zeit=monat&tag={berlin():%Y-%m-%d}"))
    page.locator('[role=grid] [tabindex="0"]').focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(f"tag={tomorrow:%Y-%m-%d}"))
    cell = page.locator('[role=grid] [tabindex="0"]')
    expect(cell).to_be_focused()
    expect(cell).to_have_accessible_name(re.compile(rf"^\w+, {tomorrow.day}\.\s\w+, (1 Termin|\d+ Termine)"))
    expect(page.get_by_role("link", name="Frühschoppen")).to_be_visible()
    page.keyboard.press("PageDown")
    expect(page.locator('[role=grid] [tabindex="0"]')).to_be_focused()
    expect(page).not_to_have_url(re.compile(f"tag={tomorrow:%Y-%m}"))
    page.keyboard.press("PageUp")
    page.keyboard.press("Home")
    expect(cell).to_have_accessible_name(re.compile("^Montag"))
    page.get_by_role("button", name="Wochenende").click()
    expect(page.get_by_role("grid")).to_have_count(0)


def test_the_filter_says_how_much_there_is_before_one_looks(page: Page, town: Town, editor: Page) -> None:
    for name in ("Chorprobe", "Blasmusik"):
        start = minute(berlin(days=2).replace(hour=20, minute=0))
        calendar_desk.hold(editor, title=name, category="musik", timing=calendar_desk.timing(start=start))
    visit(page, town.url("/termine"))
    page.get_by_role("button", name="Filter").click()
    sheet = page.get_by_role("dialog")
    sheet.get_by_role("radio", name="Nächste 7 Tage").check()
    sheet.get_by_role("radio", name="Musik und Bühne").check()
    button = sheet.get_by_role("button", name=re.compile(r"^(Einen|\d+) Termine? zeigen$"))
    said = button.inner_text()
    assert findings(page) == []
    button.click()
    expect(sheet).to_have_count(0)
    expect(page).to_have_url(town.url("/termine?zeit=woche&kategorie=musik"))
    settle(page)
    expect(page.get_by_role("link", name="Blasmusik")).to_be_visible()
    listed = page.locator(".event-row").count()
    assert said == ("Einen Termin zeigen" if listed == 1 else f"{listed} Termine zeigen")
    page.get_by_role("button", name="Auswahl aufheben").click()
    expect(page).to_have_url(town.url("/termine?zeit=woche"))
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("searchbox").press_sequentially("blasmusik ")
    sheet.get_by_role("button", name="Termine zeigen").click()
    expect(page).to_have_url(town.url("/termine?zeit=woche&q=blasmusik"))


def test_the_calendar_of_a_category_is_subscribed_by_its_own_address(page: Page, town: Town) -> None:
    visit(page, town.url("/termine/abonnieren"))
    page.get_by_role("radio", name="Musik und Bühne").check()
    link = page.get_by_role("link", name="Im Kalender abonnieren").get_attribute("href")
    assert link is not None
    assert link.startswith("webcal://")
    assert link.endswith("/feeds/events.ics?category=musik")
    address = page.locator(".feed-address span").inner_text()
    assert feed(town, f"{urlsplit(address).path}?category=musik").startswith("BEGIN:VCALENDAR")


def test_a_map_is_fetched_only_when_somebody_asks_for_it(page: Page, town: Town, editor: Page, tmp_path: Path) -> None:
    tenant = next(path for path in TENANTS if path.stem == "bad-belzig").read_text(encoding="utf-8")
    (tmp_path / "bad-belzig.toml").write_text(f"{tenant}\n{MAP}", encoding="utf-8")
    town.flask("tenant", "apply", str(tmp_path / "bad-belzig.toml"))
    event = calendar_desk.hold(editor, title="Burgführung", place=PLACE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).hostname or ""))
    page.route(f"https://{TILES}/**", lambda route: route.fulfill(body=PIXEL, content_type="image/png"))
    visit(page, town.url(f"/termine/{event['id']}"))
    assert TILES not in asked
    page.get_by_role("button", name="Weg und Karte zeigen").click()
    region = page.get_by_role("region", name="Karte: Burghof")
    expect(region.locator("img").first).to_be_visible()
    expect(region.get_by_text("© OpenStreetMap-Mitwirkende")).to_be_visible()
    assert set(asked) == {"bad-belzig.localhost", TILES}
    region.get_by_role("button", name="Karte vergrößern").click()
    expect(page.get_by_role("link", name="Weg zeigen")).to_be_visible()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert findings(page) == []
