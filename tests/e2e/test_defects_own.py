# SPDX-License-Identifier: EUPL-1.2
"""What only a reporter can do: the secret link opens the own report, answers, adds, takes back and deletes."""

import io
import json
import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import settle, visit
from tests.e2e.reported import PLACE, TEXT, TITLE, Clerk, Sent, photo, send
from tests.e2e.server import Server
from tests.e2e.test_accessibility import findings

MINE = "/maengel/meine"
QUESTION = "An welchem Mast genau?"
CONTACT = {"name": "Kim Muster", "email": "kim@example.org", "phone": "", "mail_updates": True}


@pytest.fixture(scope="module")
def clerk(server: Server) -> Clerk:
    return Clerk(server)


def open_own(page: Page, server: Server, sent: Sent) -> None:
    """The secret link, as from a mail or a code."""
    page.goto("about:blank")
    visit(page, server.url(sent.link))
    expect(page.get_by_text("Ihre Meldung.")).to_be_visible()


def test_only_the_secret_shows_what_was_sent(browser: Browser, page: Page, server: Server) -> None:
    sent = send(server, photos=2)
    open_own(page, server, sent)
    expect(page.get_by_text(TEXT)).to_be_visible()
    expect(page.get_by_text(PLACE)).to_be_visible()
    expect(page.get_by_text("Text und Fotos sieht nur das Rathaus")).to_be_visible()
    expect(page.get_by_role("img", name="Foto 2 von 2 zur Meldung")).to_be_visible()
    expect(page.get_by_text("sieht nur das Rathaus", exact=True)).to_have_count(2)
    # A reload keeps the key in the address; it goes nowhere else.
    page.reload()
    settle(page)
    expect(page.get_by_text(TEXT)).to_be_visible()
    stranger = browser.new_page(locale="de-DE")
    for address in (sent.path, f"{sent.path}#{'x' * 43}"):
        stranger.goto("about:blank")
        visit(stranger, server.url(address))
        expect(stranger.get_by_text("Eingegangen").first).to_be_visible()
        expect(stranger.get_by_text(TEXT)).to_have_count(0)
    expect(stranger.get_by_text("Der geheime Link passt nicht zu dieser Meldung.")).to_be_visible()
    stranger.close()


def test_a_question_is_answered_and_a_photo_added_without_a_name(
    page: Page, server: Server, clerk: Clerk, tmp_path: Path
) -> None:
    sent = send(server)
    clerk.publish(sent, "question", note=QUESTION)
    open_own(page, server, sent)
    expect(page.get_by_role("heading", name="Das Rathaus fragt nach")).to_be_visible()
    page.get_by_role("button", name="Antwort senden").click()
    expect(page.get_by_text("Schreiben Sie zuerst eine Antwort.")).to_be_visible()
    expect(page.get_by_label("Ihre Antwort")).to_be_focused()
    assert findings(page) == []
    page.get_by_label("Ihre Antwort").fill("Mast 17, neben der Linde.")
    page.get_by_role("button", name="Antwort senden").click()
    expect(page.get_by_role("heading", name="Das Rathaus fragt nach")).to_have_count(0)
    answer = page.get_by_role("listitem").filter(has_text="Mast 17, neben der Linde.")
    expect(answer).to_contain_text("sehen nur Sie und das Rathaus")
    # A camera's file, with where it was taken.
    exif = Image.Exif()
    exif[0x010F] = "Kamera 4711"
    file = io.BytesIO()
    Image.open(io.BytesIO(photo(200))).save(file, "JPEG", exif=exif)
    (tmp_path / "neu.jpg").write_bytes(file.getvalue())
    with page.expect_request(re.compile(r"/photos$")) as sending:
        page.locator("input[type=file]").set_input_files(tmp_path / "neu.jpg")
    assert b"Kamera 4711" not in (sending.value.post_data_buffer or b"")
    expect(page.get_by_role("img", name="Foto 2 von 2 zur Meldung")).to_be_visible()
    seen = clerk.see(sent)
    assert len(seen["photos"]) == 2
    assert "Mast 17, neben der Linde." in json.dumps(seen["history"], ensure_ascii=False)
    # Nobody else reads the answer.
    assert "Mast 17" not in server.get(f"/api/v1/defects/{sent.id}").read().decode()


def test_not_done_opens_a_report_again_once(page: Page, server: Server, clerk: Clerk) -> None:
    sent = send(server)
    clerk.publish(sent, "resolved")
    open_own(page, server, sent)
    page.get_by_role("button", name="Nicht erledigt").click()
    sheet = page.get_by_role("dialog", name="Nicht erledigt")
    sheet.get_by_role("button", name="Wieder öffnen").click()
    expect(sheet.get_by_label("Was ist noch nicht in Ordnung?")).to_be_focused()
    assert findings(page) == []
    sheet.get_by_label("Was ist noch nicht in Ordnung?").fill("Sie ist immer noch dunkel.")
    sheet.get_by_role("button", name="Wieder öffnen").click()
    expect(page.locator(".status-box")).to_contain_text("In Arbeit")
    expect(page.get_by_role("heading", name="Wieder geöffnet")).to_be_visible()
    expect(page.get_by_role("button", name="Nicht erledigt")).to_have_count(0)
    clerk.decide(sent, "resolved")
    page.reload()
    settle(page)
    expect(page.locator(".status-box")).to_contain_text("Erledigt")
    expect(page.get_by_role("button", name="Nicht erledigt")).to_have_count(0)


def test_the_contact_is_changed_and_deleted_and_all_that_is_stored_is_shown(
    page: Page, server: Server, clerk: Clerk
) -> None:
    sent = send(server, contact=CONTACT)
    open_own(page, server, sent)
    page.get_by_role("button", name="Was gespeichert ist").click()
    data = page.get_by_role("dialog", name="Was gespeichert ist")
    for stored in (sent.number, TEXT, PLACE, "1 Foto", "Kim Muster, kim@example.org", "52.1423, 12.5925"):
        expect(data.get_by_text(stored)).to_be_visible()
    assert findings(page) == []
    data.get_by_role("button", name="Schließen").click()
    contact = page.get_by_role("button", name="Kontakt für Rückfragen")
    contact.click()
    sheet = page.get_by_role("dialog", name="Kontakt für Rückfragen")
    sheet.get_by_label(re.compile("^E-Mail")).fill("kim@")
    sheet.get_by_role("button", name="Speichern").click()
    expect(sheet.get_by_text("Die E-Mail-Adresse ist unvollständig.")).to_be_visible()
    assert findings(page) == []
    sheet.get_by_label(re.compile("^E-Mail")).fill("kim.muster@example.org")
    sheet.get_by_role("button", name="Speichern").click()
    expect(sheet).to_be_hidden()
    contact.click()
    expect(sheet.get_by_label(re.compile("^E-Mail"))).to_have_value("kim.muster@example.org")
    sheet.get_by_role("button", name="Kontakt löschen").click()
    expect(contact).to_contain_text("Keine Angaben")
    assert clerk.see(sent)["has_contact"] is False


def test_a_withdrawn_report_is_gone_for_all_but_its_reporter(page: Page, server: Server, clerk: Clerk) -> None:
    sent = send(server)
    clerk.publish(sent)
    open_own(page, server, sent)
    page.get_by_role("button", name="Zurückziehen").click()
    sheet = page.get_by_role("dialog", name="Meldung zurückziehen")
    assert findings(page) == []
    sheet.get_by_role("button", name="Meldung zurückziehen").click()
    expect(page.get_by_text("Sie haben diese Meldung zurückgezogen.")).to_be_visible()
    expect(page.get_by_role("button", name="Zurückziehen")).to_have_count(0)
    expect(page.get_by_role("button", name="Teilen")).to_have_count(0)
    visit(page, server.url(f"/maengel?q={sent.number}"))
    expect(page.get_by_role("heading", name="Keine Treffer")).to_be_visible()


def test_all_is_deleted_and_the_link_opens_nothing_any_more(page: Page, server: Server, clerk: Clerk) -> None:
    sent = send(server, contact=CONTACT)
    clerk.publish(sent)
    open_own(page, server, sent)
    page.get_by_role("button", name="Alles löschen").click()
    page.get_by_role("dialog", name="Alles löschen").get_by_role("button", name="Endgültig löschen").click()
    expect(page).to_have_url(server.url(MINE))
    page.goto("about:blank")
    visit(page, server.url(sent.link))
    expect(page.get_by_text(TEXT)).to_have_count(0)
    expect(page.get_by_text("Ihre Meldung.")).to_have_count(0)
    assert "kim@example.org" not in json.dumps(clerk.see(sent))


def test_the_device_keeps_the_key_and_forgets_it_with_everything_else(page: Page, server: Server, clerk: Clerk) -> None:
    sent = send(server)
    clerk.publish(sent, "question", note=QUESTION)
    open_own(page, server, sent)
    page.get_by_role("button", name="Geheimen Link sichern").click()
    sheet = page.get_by_role("dialog", name="Geheimer Link")
    expect(sheet.get_by_role("img", name="Code mit dem geheimen Link")).to_be_visible()
    assert findings(page) == []
    sheet.get_by_role("button", name="Auf diesem Gerät merken").click()
    expect(sheet.get_by_role("button", name="Von diesem Gerät nehmen")).to_be_visible()
    visit(page, server.url(MINE))
    row = page.get_by_role("listitem").filter(has_text=sent.number)
    expect(row).to_contain_text("Rückfrage")
    expect(row).to_contain_text("Das Rathaus fragt nach")
    assert findings(page) == []
    # Without the link in the address, this device opens it.
    row.get_by_role("link", name=TITLE).click()
    expect(page).to_have_url(server.url(sent.path))
    expect(page.get_by_role("heading", name="Das Rathaus fragt nach")).to_be_visible()
    visit(page, server.url("/mehr"))
    page.get_by_role("button", name="Daten auf diesem Gerät löschen").click()
    page.get_by_role("button", name="Daten löschen").click()
    expect(page.get_by_text("Daten auf diesem Gerät gelöscht", exact=True).last).to_be_visible()
    visit(page, server.url(MINE))
    expect(page.get_by_role("heading", name="Noch nichts gemeldet")).to_be_visible()
    visit(page, server.url(sent.path))
    expect(page.get_by_text("Ihre Meldung.")).to_have_count(0)


def test_a_lost_network_is_said_and_nothing_is_lost_of_an_answer(page: Page, server: Server, clerk: Clerk) -> None:
    sent = send(server)
    clerk.publish(sent, "question", note=QUESTION)
    open_own(page, server, sent)
    page.get_by_label("Ihre Antwort").fill("Mast 17")
    page.context.set_offline(True)
    page.get_by_role("button", name="Antwort senden").click()
    expect(page.get_by_role("alert").filter(has_text="Keine Verbindung")).to_be_visible()
    expect(page.get_by_label("Ihre Antwort")).to_have_value("Mast 17")
    page.context.set_offline(False)
    page.get_by_role("button", name="Antwort senden").click()
    expect(page.get_by_role("listitem").filter(has_text="Mast 17")).to_be_visible()
    assert json.dumps(clerk.see(sent)["history"]).count("Mast 17") == 1
