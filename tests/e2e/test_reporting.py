# SPDX-License-Identifier: EUPL-1.2
"""A resident reports something: four steps that keep what was written and say plainly what is missing."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Complaints, settle, visit
from tests.e2e.reporting import (
    FORM,
    HERE,
    LAMP,
    NEXT,
    PATIENCE_MS,
    SAVED,
    TAKE,
    TEXT,
    add_photos,
    checked,
    expect_thanks,
    picture,
    place,
    rows,
    send,
)
from tests.e2e.server import Server
from tests.e2e.test_accessibility import DOUBLE, LOOKS, findings


def test_from_the_tab_to_the_number(page: Page, server: Server, complaints: Complaints) -> None:
    text = "Ganz dunkel seit Samstag."
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation(HERE)
    visit(page, server.url("/"))
    page.get_by_role("link", name="Melden", exact=True).last.click()
    expect(page.get_by_role("heading", name="Was ist kaputt?")).to_be_focused()
    expect(page.get_by_role("link", name="112 Feuerwehr")).to_have_attribute("href", "tel:112")
    page.get_by_role("button", name=LAMP).click()
    # A tap went on; the tab bar has made room.
    expect(page.get_by_role("heading", name="Wo ist es?")).to_be_focused()
    expect(page.locator(".tabs")).to_be_hidden()
    page.get_by_role("combobox", name="Straße oder Ortsteil").fill("Lübn")
    page.get_by_role("option", name="Lübnitz").click()
    page.get_by_role("button", name="Mein Standort").click()
    page.get_by_role("button", name=TAKE).click()
    add_photos(page, picture())
    page.get_by_label(TEXT).fill(text)
    page.get_by_role("button", name=NEXT).click()
    card = page.locator(".public-card")
    expect(card.get_by_text("Eingegangen")).to_be_visible()
    expect(card.get_by_text(text)).to_be_visible()
    expect(card.get_by_text("Lübnitz")).to_be_visible()
    expect(card.get_by_role("img", name="Foto 1")).to_be_visible()
    page.wait_for_timeout(PATIENCE_MS)
    send(page)
    number = expect_thanks(page)
    assert re.fullmatch(r"BB-\d{4}-\d{4}", number)
    expect(page.get_by_text(re.compile("Sie bekommen bis .+ eine Antwort"))).to_be_visible()
    ((lat, lon, address),) = rows(server, "SELECT lat, lon, address FROM defect_report WHERE description = ?", text)
    assert (round(lat, 4), round(lon, 4), address) == (HERE["latitude"], HERE["longitude"], "Lübnitz")
    page.get_by_role("link", name="Meldung ansehen").click()
    expect(page.get_by_text(number)).to_be_visible()
    assert complaints == []


def test_the_focus_outlives_what_the_page_shows_until_the_draft_is_read(page: Page, server: Server) -> None:
    visit(page, server.url("/"))
    # The second time the page's code is there before the draft is.
    for _ in range(2):
        page.get_by_role("link", name="Melden", exact=True).last.click()
        expect(page.get_by_role("button", name=LAMP)).to_be_visible()
        expect(page.get_by_role("heading", name="Was ist kaputt?")).to_be_focused()
        page.get_by_role("link", name="Start", exact=True).last.click()
        expect(page.get_by_role("link", name="Melden", exact=True).last).to_be_visible()


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_on_any_step(look: str, browser: Browser, server: Server) -> None:
    context = browser.new_context(locale="de-DE", reduced_motion="reduce", service_workers="block", **LOOKS[look])
    page = context.new_page()
    if "large-text" in look:
        page.add_init_script(f"addEventListener('DOMContentLoaded', () => {{ {DOUBLE} }})")
    visit(page, server.url(FORM))
    checked(page)
    page.get_by_role("button", name=LAMP).click()
    expect(page.get_by_role("application")).to_be_visible()
    checked(page)
    page.get_by_role("button", name=TAKE).click()
    expect(page.get_by_role("alert").filter(has_text="Verschieben Sie die Karte")).to_be_visible()
    checked(page)
    page.get_by_role("button", name="Ort lieber beschreiben, ohne Karte").click()
    page.get_by_role("button", name=TAKE).click()
    checked(page)
    page.get_by_label("Ort in Worten").fill("Lütte, am Teich")
    page.get_by_role("button", name=TAKE).click()
    page.get_by_role("button", name=NEXT).click()
    checked(page)
    add_photos(page, picture())
    page.get_by_label(TEXT).fill("Rufen Sie an: 0171 000 00 00, Herr Muster")
    checked(page)
    page.get_by_role("button", name=NEXT).click()
    expect(page.get_by_text("Nummer verdeckt")).to_be_visible()
    checked(page)
    page.get_by_role("button", name=re.compile("Kontakt für Rückfragen")).click()
    checked(page)
    page.keyboard.press("Escape")
    context.set_offline(True)
    send(page)
    expect(page.get_by_role("heading", name=SAVED)).to_be_visible()
    checked(page)
    context.set_offline(False)
    expect_thanks(page)
    checked(page)
    context.close()


def test_every_step_survives_a_reload(page: Page, server: Server) -> None:
    place(page, server.url(FORM))
    page.reload()
    settle(page)
    add_photos(page, picture(1), picture(2))
    page.get_by_label(TEXT).fill("Ein halber Satz")
    page.get_by_label("Steht eine Nummer am Mast?").fill("4711")
    page.reload()
    settle(page)
    expect(page.get_by_label(TEXT)).to_have_value("Ein halber Satz")
    expect(page.get_by_label("Steht eine Nummer am Mast?")).to_have_value("4711")
    expect(page.locator(".photo img")).to_have_count(2)
    page.get_by_role("button", name="Foto 1 entfernen").click()
    page.get_by_role("button", name=NEXT).click()
    page.reload()
    settle(page)
    expect(page.get_by_role("heading", name="So sieht es die Öffentlichkeit")).to_be_visible()
    # Backwards step by step, with the browser's own button.
    page.go_back()
    expect(page.get_by_label(TEXT)).to_have_value("Ein halber Satz")
    expect(page.locator(".photo img")).to_have_count(1)


def test_what_is_missing_is_said_and_nothing_blocks_a_single_sentence(page: Page, server: Server) -> None:
    visit(page, server.url(f"{FORM}?schritt=pruefen"))
    expect(page.get_by_role("heading", name="Was ist kaputt?")).to_be_visible()
    place(page, server.url(FORM))
    page.get_by_role("button", name=NEXT).click()
    summary = page.get_by_role("group", name="Eine Angabe fehlt noch")
    expect(summary).to_be_focused()
    expect(page).to_have_title(re.compile("^Fehler: "))
    summary.get_by_role("link").click()
    expect(page.get_by_label(TEXT)).to_be_focused()
    page.keyboard.type("Dunkel.")
    expect(summary).to_have_count(0)
    page.get_by_role("button", name=NEXT).click()
    expect(page.get_by_role("heading", name="So sieht es die Öffentlichkeit")).to_be_visible()


def test_a_place_outside_is_named_and_the_map_obeys_the_keys(page: Page, server: Server) -> None:
    page.context.grant_permissions(["geolocation"])
    # In the middle of Wiesenburg/Mark, next door.
    page.context.set_geolocation({"latitude": 52.1156, "longitude": 12.4560, "accuracy": 8})
    visit(page, server.url(FORM))
    page.get_by_role("button", name=LAMP).click()
    page.get_by_role("button", name="Mein Standort").click()
    expect(page.locator(".map-accuracy")).to_have_count(1)
    page.get_by_role("button", name=TAKE).click()
    expect(page.get_by_role("alert").filter(has_text="nicht in Bad Belzig, sondern in Wiesenburg/Mark")).to_be_visible()
    # A keyboard moves it back: the note goes, the pin stays in the middle.
    page.context.set_geolocation(HERE)
    page.get_by_role("button", name="Mein Standort").click()
    page.get_by_role("application").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("alert").filter(has_text="nicht in Bad Belzig")).to_have_count(0)
    page.get_by_role("button", name=TAKE).click()
    expect(page.get_by_role("heading", name="Foto und Beschreibung")).to_be_visible()


def test_a_vague_location_makes_one_look(page: Page, server: Server) -> None:
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation({**HERE, "accuracy": 80})
    visit(page, server.url(FORM))
    page.get_by_role("button", name=LAMP).click()
    page.get_by_role("button", name="Mein Standort").click()
    expect(page.get_by_role("alert").filter(has_text="nur auf 80 Meter genau")).to_be_visible()
    page.get_by_role("button", name="Ort stimmt so").click()
    expect(page.get_by_role("heading", name="Foto und Beschreibung")).to_be_visible()


def test_a_phone_that_does_not_tell_where_it_is_leads_to_words(page: Page, server: Server) -> None:
    visit(page, server.url(FORM))
    page.get_by_role("button", name=LAMP).click()
    page.get_by_role("button", name="Mein Standort").click()
    expect(page.get_by_role("alert").filter(has_text="gibt den Standort nicht frei")).to_be_visible()
    page.get_by_role("button", name="Ort lieber beschreiben, ohne Karte").click()
    page.get_by_label("Ort in Worten").fill("Hagel")
    page.get_by_role("button", name="Hagelberg").click()
    page.keyboard.type("Wanderweg, zweite Bank")
    page.get_by_role("button", name=TAKE).click()
    page.get_by_label(TEXT).fill("Die Bank ist durchgebrochen.")
    page.get_by_role("button", name=NEXT).click()
    page.wait_for_timeout(PATIENCE_MS)
    send(page)
    expect_thanks(page)
    question = "SELECT lat, address FROM defect_report WHERE description = ?"
    assert rows(server, question, "Die Bank ist durchgebrochen.") == [(None, "Hagelberg, Wanderweg, zweite Bank")]


def test_what_was_begun_can_be_left_and_thrown_away(page: Page, server: Server) -> None:
    place(page, server.url(FORM))
    page.get_by_role("button", name="Abbrechen").click()
    page.get_by_role("button", name="Später weitermachen").click()
    expect(page.get_by_role("heading", name="Angefangene Meldung")).to_be_visible()
    page.get_by_role("button", name="Verwerfen").click()
    expect(page.get_by_role("heading", name="Angefangene Meldung")).to_have_count(0)
    page.reload()
    settle(page)
    expect(page.get_by_role("heading", name="Angefangene Meldung")).to_have_count(0)


def test_in_english(page: Page, server: Server) -> None:
    visit(page, server.url("/mehr/sprache"))
    page.get_by_text("English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    visit(page, server.url(FORM))
    expect(page.get_by_role("heading", name="What is broken?")).to_be_visible()
    page.get_by_role("button", name=LAMP).click()
    expect(page.get_by_role("heading", name="Where is it?")).to_be_visible()
    assert findings(page) == []
