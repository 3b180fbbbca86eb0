# SPDX-License-Identifier: EUPL-1.2
"""What comes from outside the town hall: a club enters its own events, residents suggest some; editors release them."""

import json
import re
import urllib.request
import uuid
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.e2e.entering import YEAR, is_public, name, new_event, typed
from tests.e2e.server import Server
from tests.e2e.writing import at_work, expect_saved, main_button

# A municipality of its own: who is limited here signs in elsewhere in other tests.
TOWN = "angermuende"
SECRET = "a-secret-that-only-the-phone-knows-0123456789"


def suggest(server: Server, title: str, tenant: str) -> str:
    """Send a suggestion as the resident's app does; returns its id."""
    suggestion = str(uuid.uuid4())
    body: dict[str, Any] = {
        "id": suggestion,
        "title": title,
        "start": f"{YEAR}-05-01T11:00",
        "end": f"{YEAR}-05-01T14:00",
        "all_day": False,
        "place": "Anger",
        "description": "Wir stellen den Maibaum auf.",
        "organiser": "Maibaumverein",
        "link": None,
        "contact": {"name": "Maja Muster", "email": "maja@muster.example"},
        "website": "",
        "elapsed_ms": 60_000,
    }
    headers = {"Host": f"{tenant}.localhost:{server.port}", "Content-Type": "application/json"}
    request = urllib.request.Request(
        f"http://127.0.0.1:{server.port}/api/v1/events/suggestions",
        data=json.dumps(body).encode(),
        headers=headers | {"Authorization": f"Bearer {SECRET}"},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        assert answer.status == 201
    return suggestion


def what_became(server: Server, suggestion: str, tenant: str) -> dict[str, Any]:
    headers = {"Host": f"{tenant}.localhost:{server.port}", "Authorization": f"Bearer {SECRET}"}
    address = f"http://127.0.0.1:{server.port}/api/v1/events/suggestions/{suggestion}"
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=10) as answer:
        found: dict[str, Any] = json.load(answer)
    return found


def add_organiser(page: Page, server: Server, organiser: str) -> None:
    page.goto(server.url("/redaktion/termine/veranstalter", TOWN))
    page.get_by_role("button", name="Veranstalter eintragen").click()
    sheet = page.get_by_role("dialog")
    sheet.get_by_role("button", name="Speichern").click()
    expect(sheet.locator(".field-error")).to_have_text("Bitte geben Sie einen Namen an.")
    sheet.get_by_label("Name").fill(organiser)
    sheet.get_by_label("Webadresse").fill("feuerwehr.example")
    sheet.get_by_role("button", name="Speichern").click()
    expect(page.locator(".row").filter(has_text=organiser)).to_contain_text("kein Termin")


def test_a_club_enters_its_event_and_an_editor_releases_it(browser: Browser, server: Server) -> None:
    organiser = f"Feuerwehrverein {uuid.uuid4().hex[:6]}"
    office = at_work(browser, server, "verwaltung", tenant=TOWN)
    page = office.new_page()
    add_organiser(page, server, organiser)
    page.goto(server.url("/redaktion/personen", TOWN))
    row = page.get_by_role("row").filter(has_text=f"meldungen@{TOWN}.example")
    row.get_by_role("button", name=re.compile("^Weitere Möglichkeiten")).click()
    page.get_by_role("menuitem", name="Aufgaben ändern").click()
    sheet = page.get_by_role("dialog")
    expect(sheet.get_by_label("Wofür?")).to_have_count(0)
    sheet.get_by_role("checkbox", name="Meldungen").uncheck(force=True)
    sheet.get_by_role("checkbox", name="Redaktion").check(force=True)
    sheet.get_by_label("Wofür?").select_option(label=f"Nur Termine: {organiser}")
    sheet.get_by_role("button", name="Speichern").click()
    expect(row).to_contain_text(f"Nur Termine: {organiser}")

    club = at_work(browser, server, "meldungen", look="phone", tenant=TOWN)
    phone = club.new_page()
    phone.goto(server.url("/redaktion", TOWN))
    expect(phone.locator(".bottom-bar .nav-word")).to_have_text(["Heute", "Termine", "Medien"])
    phone.goto(server.url("/redaktion/nachrichten", TOWN))
    expect(phone.locator("h1")).to_have_text("Das gibt es nicht (mehr)")
    event = new_event(phone, server, TOWN)
    title = f"Knutfest {uuid.uuid4().hex[:6]}"
    name(phone).fill(title)
    typed(phone, "Tag", f"9.1.{YEAR}")
    expect(phone.locator(".fixed-value")).to_have_text(organiser)
    expect(phone.get_by_text("Benachrichtigen")).to_have_count(0)
    expect_saved(phone)
    main_button(phone, "Einreichen").click()
    expect(phone.get_by_text("Eingereicht.", exact=False).first).to_be_visible()
    assert not is_public(server, event, title, TOWN), "residents saw what nobody released"
    club.close()

    page.goto(server.url("/redaktion", TOWN))
    page.get_by_role("link", name=f"Freigabe: {title}").click()
    expect(page.locator(".editor-notice")).to_contain_text("zur Freigabe eingereicht")
    expect(page.get_by_label("Veranstalter")).to_have_value(re.compile("."))
    main_button(page, "Freigeben").click()
    expect(page.get_by_text("Veröffentlicht.", exact=True)).to_be_visible()
    found = json.load(server.get(f"/api/v1/events/{event}", TOWN))
    assert found["organiser"]["name"] == organiser
    assert found["organiser"]["url"] == "https://feuerwehr.example"
    office.close()


def test_a_suggestion_becomes_an_event_that_residents_see(browser: Browser, server: Server) -> None:
    title = f"Maibaum {uuid.uuid4().hex[:6]}"
    suggestion = suggest(server, title, TOWN)
    office = at_work(browser, server, tenant=TOWN)
    page = office.new_page()
    page.goto(server.url("/redaktion", TOWN))
    page.get_by_role("link", name=re.compile("Terminvorschl")).click()
    card = page.locator(".suggestion").filter(has_text=title)
    expect(card).to_contain_text("Sa 01.05.2027, 11:00 bis 14:00 Uhr")
    expect(card.get_by_role("link", name="maja@muster.example")).to_be_visible()
    card.get_by_role("button", name="Als Entwurf übernehmen").click()
    expect(name(page)).to_have_value(title)
    expect(page.get_by_label("Tag", exact=True)).to_have_value(f"Sa 01.05.{YEAR}")
    expect(page.get_by_label("Ort", exact=True)).to_have_value("Anger")
    assert what_became(server, suggestion, TOWN)["state"] == "accepted"
    main_button(page, "Veröffentlichen").click()
    expect(page.get_by_text("Veröffentlicht.", exact=True)).to_be_visible()
    told = what_became(server, suggestion, TOWN)
    assert told["state"] == "published"
    assert page.url.endswith(told["event_id"])
    office.close()


def test_a_suggestion_is_declined_with_a_word(browser: Browser, server: Server) -> None:
    title = f"Kettenbrief {uuid.uuid4().hex[:6]}"
    suggestion = suggest(server, title, TOWN)
    office = at_work(browser, server, look="phone", tenant=TOWN)
    page = office.new_page()
    page.goto(server.url("/redaktion/termine/vorschlaege", TOWN))
    page.locator(".suggestion").filter(has_text=title).get_by_role("button", name=re.compile("^Ablehnen")).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Ablehnen", exact=True).click()
    expect(dialog.locator(".field-error")).to_have_text("Bitte schreiben Sie ein Wort dazu.")
    dialog.get_by_label("Warum?").fill("Das ist keine Veranstaltung.")
    dialog.get_by_role("button", name="Ablehnen", exact=True).click()
    expect(page.locator(".row").filter(has_text=title)).to_contain_text("Abgelehnt")
    told = what_became(server, suggestion, TOWN)
    assert (told["state"], told["note"]) == ("declined", "Das ist keine Veranstaltung.")
    office.close()
