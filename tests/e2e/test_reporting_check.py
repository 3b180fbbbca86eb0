# SPDX-License-Identifier: EUPL-1.2
"""What of a report is private, what is known already, and what the town hall refuses."""

import re

from playwright.sync_api import Page, Route, expect

from tests.e2e.conftest import visit
from tests.e2e.reporting import FORM, NEXT, TAKE, TEXT, checked, expect_thanks, place, reports, rows, send, write
from tests.e2e.server import Server


def test_what_is_private_is_found_before_it_leaves_the_phone(page: Page, server: Server) -> None:
    place(page, server.url(FORM))
    page.get_by_label(TEXT).fill("Dunkel. Tel. 0171 1234567 oder kim@example.org, Herr Muster, PM-AB 123.")
    note = page.locator(".guard-note")
    expect(note).to_contain_text("Telefonnummer, E-Mail-Adresse, Name, Kennzeichen erkannt.")
    page.get_by_role("button", name="Auch fürs Rathaus verdecken").click()
    expect(note).to_have_count(0)
    covered = "Dunkel. Tel. [Nummer verdeckt] oder [E-Mail verdeckt], [Name verdeckt], [Kennzeichen verdeckt]."
    expect(page.get_by_label(TEXT)).to_have_value(covered)
    page.get_by_role("button", name=NEXT).click()
    expect(page.locator(".public-card .mask")).to_have_count(4)


def test_a_contact_goes_to_the_town_hall_and_not_onto_the_card(page: Page, server: Server) -> None:
    write(page, server.url(FORM), "Mit Kontakt.", photos=0)
    page.get_by_role("button", name=re.compile("Kontakt für Rückfragen")).click()
    page.get_by_label("E-Mail", exact=False).first.fill("kim@")
    page.get_by_role("button", name="Übernehmen").click()
    expect(page.get_by_text("Diese E-Mail-Adresse ist nicht vollständig.")).to_be_visible()
    page.get_by_label("E-Mail", exact=False).first.fill("kim@example.org")
    page.get_by_role("button", name="Übernehmen").click()
    expect(page.get_by_text("kim@example.org · nur fürs Rathaus")).to_be_visible()
    assert "kim@example.org" not in page.locator(".public-card").inner_text()
    send(page)
    expect_thanks(page)
    ((key,),) = rows(server, "SELECT id FROM defect_report WHERE description = 'Mit Kontakt.'")
    assert len(rows(server, "SELECT 1 FROM defect_contact WHERE report_id = ?", key)) == 1


def test_a_refusal_says_why_and_gives_everything_back(page: Page, server: Server) -> None:
    text = "In der falschen Kategorie."
    write(page, server.url(FORM), text, photos=1)
    page.route(
        "**/api/v1/defects/*", lambda route: refuse(route) if route.request.method == "PUT" else route.continue_()
    )
    send(page)
    expect(page.get_by_role("heading", name="Das Rathaus konnte die Meldung so nicht annehmen.")).to_be_visible()
    expect(page.get_by_text("Diese Kategorie gibt es nicht mehr.")).to_be_visible()
    checked(page)
    page.unroute_all()
    page.get_by_role("button", name="Ändern und noch einmal senden").click()
    page.get_by_role("button", name="Müll und Unrat").click()
    page.get_by_role("button", name=TAKE).click()
    expect(page.get_by_label(TEXT)).to_have_value(text)
    expect(page.locator(".photo img")).to_have_count(1)
    page.get_by_role("button", name=NEXT).click()
    send(page)
    expect_thanks(page)
    assert len(reports(server, text)) == 1


def refuse(route: Route) -> None:
    problem = {"type": "about:blank", "code": "invalid", "title": "x", "status": 422, "errors": {"category": ["x"]}}
    route.fulfill(status=422, json=problem, content_type="application/problem+json")


def test_what_is_known_near_by_is_offered_and_counts_once(page: Page, server: Server) -> None:
    question = "SELECT id, lat, lon, supports FROM defect_report WHERE number LIKE ? AND title = ? AND status <> ?"
    ((key, lat, lon, before),) = rows(server, question, "BB-%", "Gully verstopft", "duplicate")
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation({"latitude": lat, "longitude": lon, "accuracy": 8})
    visit(page, server.url(FORM))
    page.get_by_role("button", name="Wasser und Kanal").click()
    page.get_by_role("button", name="Mein Standort").click()
    expect(page.get_by_role("button", name=re.compile("in der Nähe"))).to_be_visible()
    # What is on the phone is enough: nobody waits for a network.
    page.context.set_offline(True)
    page.get_by_role("button", name=TAKE).click()
    sheet = page.get_by_role("dialog", name="Vielleicht schon bekannt?")
    expect(sheet.get_by_role("link", name="Gully verstopft")).to_be_visible()
    sheet.get_by_role("button", name="Stört mich auch").first.click()
    expect(sheet.get_by_role("alert").filter(has_text="erst mit Netz")).to_be_visible()
    page.context.set_offline(False)
    sheet.get_by_role("button", name="Stört mich auch").first.click()
    expect(sheet.get_by_text("Danke. Das Rathaus sieht")).to_be_visible()
    assert rows(server, "SELECT supports FROM defect_report WHERE id = ?", key) == [(before + 1,)]
    sheet.get_by_role("button", name="Nein, etwas anderes melden").click()
    expect(page.get_by_role("heading", name="Foto und Beschreibung")).to_be_visible()
    # Once per phone, also after a reload.
    visit(page, server.url(f"{FORM}?schritt=ort"))
    page.get_by_role("button", name=re.compile("in der Nähe")).click()
    expect(page.get_by_text("Danke. Das Rathaus sieht").first).to_be_visible()
