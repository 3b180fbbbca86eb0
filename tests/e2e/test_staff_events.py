# SPDX-License-Identifier: EUPL-1.2
"""Entering events in a real browser: a series as a sentence, exceptions, single dates; clubs and suggestions."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.e2e.conftest import Complaints
from tests.e2e.entering import (
    YEAR,
    date_menu,
    dates,
    is_public,
    name,
    new_event,
    public_dates,
    second_tuesdays,
    typed,
)
from tests.e2e.server import Server
from tests.e2e.writing import at_work, expect_saved, main_button, menu


@pytest.fixture
def editor(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    """A desk at which an editor sits."""
    made = at_work(browser, server)
    yield made
    made.close()


def test_a_monthly_series_with_an_exception_on_a_phone(browser: Browser, server: Server) -> None:
    context = at_work(browser, server, look="phone")
    page = context.new_page()
    complaints = Complaints()
    complaints.watch(page)
    page.goto(server.url("/redaktion/termine"))
    page.get_by_role("button", name="Termin eintragen").first.click()
    second_tuesdays(page, "Digitalsprechstunde mobil")
    event = page.url.rsplit("/", 1)[1].split("?")[0]

    expect(page.get_by_label("Tag", exact=True)).to_have_value(f"Di 12.01.{YEAR}")
    expect(page.get_by_label("bis", exact=True)).to_have_value("16:30")
    sentence = [page.get_by_label(label) for label in ("Wie oft?", "An welchem Tag?", "In welchem Abstand?")]
    assert [each.locator("option:checked").inner_text() for each in sentence] == ["jeden 2.", "Dienstag", "im Monat"]
    expect(dates(page)).to_have_count(3)
    expect(dates(page).first).to_contain_text(f"Di 12.01.{YEAR}")

    exception = page.get_by_label("Tag ausnehmen")
    exception.fill(f"24.12.{YEAR}")
    expect(page.locator(".info-box")).to_contain_text("Fr 24.12.2027 liegt nicht in dieser Reihe")
    exception.press("Enter")
    expect(page.locator(".day-chip")).to_have_count(0)
    exception.fill(f"13.7.{YEAR}")
    exception.press("Enter")
    expect(page.locator(".day-chip")).to_contain_text(f"Di 13.07.{YEAR}")
    page.get_by_role("button", name=f"Di 13.07.{YEAR}", exact=True).click()
    page.get_by_role("dialog").get_by_label("Warum?").fill("Sommerpause")
    page.get_by_role("dialog").get_by_role("button", name="Übernehmen").click()
    page.get_by_role("button", name="alle zehn").click()
    gone = dates(page).filter(has_text=f"Di 13.07.{YEAR}")
    expect(gone.locator("del")).to_have_text(f"Di 13.07.{YEAR}")
    expect(gone).to_contain_text("Sommerpause")

    page.get_by_label("Ort", exact=True).fill("Bürgerhaus, Raum 1")
    expect_saved(page)
    assert not is_public(server, event, "Digitalsprechstunde"), "residents saw a draft"
    main_button(page, "Veröffentlichen").click()
    expect(page.get_by_text("Veröffentlicht.", exact=True)).to_be_visible()
    days = [each["first_day"] for each in public_dates(server, event)]
    assert days[:2] == [f"{YEAR}-01-12", f"{YEAR}-02-09"]
    assert f"{YEAR}-07-13" not in days
    assert f"{YEAR}-08-10" in days
    context.close()
    assert complaints == []


def test_only_this_one_this_and_following_and_cancelled(editor: BrowserContext, server: Server) -> None:
    page = editor.new_page()
    event = new_event(page, server)
    second_tuesdays(page, "Lesekreis am Dienstag")
    page.get_by_label("Ort", exact=True).fill("Bibliothek")
    expect(dates(page)).to_have_count(10)
    expect_saved(page)
    main_button(page, "Veröffentlichen").click()
    expect(page.get_by_text("Veröffentlicht.", exact=True)).to_be_visible()

    date_menu(page, f"Di 09.02.{YEAR}", "Nur diesen Termin ändern")
    page.get_by_role("dialog").get_by_label("Ort").fill("Raum 2")
    page.get_by_role("dialog").get_by_role("button", name="Übernehmen").click()
    expect(dates(page).nth(1)).to_contain_text("Raum 2")
    date_menu(page, f"Di 13.04.{YEAR}", "Diesen und folgende ändern")
    page.locator("#change-from").fill("15:00")
    page.locator("#change-to").fill("17:00")
    page.locator("#change-to").press("Tab")
    page.get_by_role("dialog").get_by_role("button", name="Übernehmen").click()
    expect(dates(page).nth(4)).to_contain_text("15:00")
    date_menu(page, f"Di 09.03.{YEAR}", "Fällt aus …")
    page.get_by_role("dialog").get_by_label("Warum?").fill("Wasserschaden")
    page.get_by_role("dialog").get_by_role("button", name="Fällt aus", exact=True).click()
    expect(dates(page).nth(2).locator("del")).to_have_text(f"Di 09.03.{YEAR}")
    expect_saved(page)
    assert all(each["status"] == "scheduled" for each in public_dates(server, event)), "seen before it was released"
    main_button(page, "Aktualisieren").click()
    expect(page.get_by_text("Aktualisiert.", exact=True)).to_be_visible()

    by_day = {each["first_day"]: each for each in public_dates(server, event)}
    assert by_day[f"{YEAR}-02-09"]["place_name"] == "Raum 2"
    assert by_day[f"{YEAR}-01-12"]["place_name"] == "Bibliothek"
    assert (by_day[f"{YEAR}-03-09"]["status"], by_day[f"{YEAR}-03-09"]["note"]) == ("cancelled", "Wasserschaden")
    clock = {day: each["starts_at"][11:16] for day, each in by_day.items()}
    assert (clock[f"{YEAR}-01-12"], clock[f"{YEAR}-04-13"], clock[f"{YEAR}-05-11"]) == ("13:30", "13:00", "13:00")

    date_menu(page, f"Di 09.03.{YEAR}", "Findet doch statt")
    expect(page.locator(".dates del")).to_have_count(0)
    main_button(page, "Aktualisieren").click()
    expect(page.get_by_text("Aktualisiert.", exact=True)).to_be_visible()
    assert all(each["status"] == "scheduled" for each in public_dates(server, event))


def test_what_german_leaves_open_is_asked_and_the_dates_follow(editor: BrowserContext, server: Server) -> None:
    page = editor.new_page()
    new_event(page, server)
    second_tuesdays(page, "Strickrunde")
    expect(dates(page).nth(1)).to_contain_text(f"Di 09.02.{YEAR}")
    page.get_by_role("button", name="Auf „alle 2 Wochen, dienstags“ umstellen").click()
    expect(dates(page).nth(1)).to_contain_text(f"Di 26.01.{YEAR}")
    expect(page.locator(".dates-panel")).to_contain_text("Alle 2 Wochen, dienstags, 14:30 bis 16:30 Uhr")
    page.get_by_label("An welchem Tag?").select_option(label="am Donnerstag")
    expect(page.get_by_label("Tag", exact=True)).to_have_value(f"Do 14.01.{YEAR}")
    expect(dates(page).first).to_contain_text(f"Do 14.01.{YEAR}")
    page.get_by_label("Tag ausnehmen").fill(f"28.1.{YEAR}")
    page.get_by_label("Tag ausnehmen").press("Enter")
    expect(page.locator(".day-chip")).to_have_count(1)
    expect(page.locator(".dates del")).to_have_text(f"Do 28.01.{YEAR}")
    # What fits no more is taken out, and says so.
    page.get_by_label("An welchem Tag?").select_option(label="am Freitag")
    expect(page.locator(".toast")).to_contain_text("passte nicht mehr zur Reihe")
    expect(page.locator(".day-chip")).to_have_count(0)
    expect_saved(page)
    # Taking that back takes back what it came from: otherwise the exception would go again at once.
    page.locator(".toast").get_by_role("button", name="Rückgängig").click()
    expect(page.get_by_label("Tag", exact=True)).to_have_value(f"Do 14.01.{YEAR}")
    expect(page.locator(".day-chip")).to_have_count(1)
    page.get_by_label("Wie oft?").select_option(label="einmalig")
    expect(page.locator(".day-chip")).to_have_count(0)
    page.locator(".toast").get_by_role("button", name="Rückgängig").last.click()
    expect(page.locator(".day-chip")).to_have_count(1)
    expect_saved(page)


def test_looking_through_the_rhythms_does_not_move_the_first_date(editor: BrowserContext, server: Server) -> None:
    page = editor.new_page()
    new_event(page, server)
    second_tuesdays(page, "Filmabend")
    for label in ("jeden 1.", "jeden 3.", "jeden 2."):
        page.get_by_label("Wie oft?").select_option(label=label)
    expect(page.get_by_label("Tag", exact=True)).to_have_value(f"Di 12.01.{YEAR}")


def test_what_is_typed_counts_with_enter_and_what_cannot_be_read_stops(editor: BrowserContext, server: Server) -> None:
    page = editor.new_page()
    event = new_event(page, server)
    second_tuesdays(page, "Skatrunde")
    expect_saved(page)
    date_menu(page, f"Di 09.02.{YEAR}", "Nur diesen Termin ändern")
    page.locator("#change-from").fill("15:15")
    page.locator("#change-from").press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(dates(page).nth(1)).to_contain_text("15:15")
    date_menu(page, f"Di 09.03.{YEAR}", "Nur diesen Termin ändern")
    page.locator("#change-from").fill("halb")
    page.locator("#change-from").press("Enter")
    expect(page.locator("#change-from-error")).to_be_visible()
    page.get_by_role("dialog").get_by_role("button", name="Übernehmen").click()
    expect(page.locator("#change-from")).to_be_focused()
    page.keyboard.press("Escape")

    page.get_by_text("kostet", exact=True).click()
    amount = page.get_by_label("Betrag in Euro")
    amount.fill("viel")
    amount.press("Control+Enter")
    expect(page.locator(".error-summary")).to_contain_text("Ein Betrag lässt sich nicht lesen")
    page.get_by_text("frei", exact=True).click()
    page.get_by_label("von", exact=True).fill("25 Uhr")
    page.get_by_label("von", exact=True).press("Control+Enter")
    expect(page.locator(".error-summary")).to_contain_text("eine Uhrzeit lässt sich nicht lesen")
    expect(page.locator(".error-summary")).not_to_contain_text("Betrag")
    assert not is_public(server, event, "Skatrunde")
    page.get_by_label("von", exact=True).fill("14:00")
    page.get_by_label("von", exact=True).press("Control+Enter")
    expect(page.get_by_text("Veröffentlicht.", exact=True)).to_be_visible()
    assert [each["starts_at"][11:16] for each in public_dates(server, event)][:2] == ["13:00", "14:15"]


def test_school_holidays_are_left_out_at_once(editor: BrowserContext, server: Server) -> None:
    page = editor.new_page()
    new_event(page, server)
    name(page).fill("Kinderturnen")
    typed(page, "Tag", f"7.1.{YEAR}")
    page.get_by_label("Wie oft?").select_option(label="jede Woche")
    page.get_by_role("button", name="Schulferien …").click()
    sheet = page.get_by_role("dialog")
    summer = sheet.get_by_role("checkbox", name=re.compile(f"Sommerferien {YEAR}"))
    expect(summer).to_be_visible()
    sheet.get_by_role("button", name="Ausnehmen", exact=True).click()
    expect(sheet.locator(".error-summary")).to_contain_text("mindestens eine Ferienzeit")
    summer.check(force=True)
    sheet.get_by_role("button", name="Ausnehmen", exact=True).click()
    chip = page.locator(".day-chip")
    expect(chip).to_have_text(re.compile(rf"^Sommerferien {YEAR}, \d+ Termine"))
    expect_saved(page)
    page.get_by_role("button", name=re.compile("wieder aufnehmen$")).click()
    expect(chip).to_have_count(0)


def test_what_is_missing_leads_into_the_fields_and_is_saved_all_the_same(
    editor: BrowserContext, server: Server
) -> None:
    page = editor.new_page()
    new_event(page, server)
    page.get_by_label("Ort", exact=True).fill("Kirche")
    expect_saved(page)
    main_button(page, "Veröffentlichen").click()
    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="Tag und Uhrzeit fehlen").click()
    expect(page.get_by_label("Tag", exact=True)).to_be_focused()
    page.get_by_label("Tag", exact=True).fill("Sankt Nimmerlein")
    page.get_by_label("Tag", exact=True).press("Tab")
    expect(page.get_by_text("Dieser Tag lässt sich nicht lesen.", exact=False)).to_be_visible()
    typed(page, "Tag", f"24.12.{YEAR}")
    name(page).fill("Christvesper")
    typed(page, "von", "16 Uhr")
    main_button(page, "Veröffentlichen").click()
    expect(page.get_by_text("Veröffentlicht.", exact=True)).to_be_visible()
    menu(page, "Fällt aus …")
    page.get_by_role("dialog").get_by_role("button", name="Fällt aus", exact=True).click()
    expect(page.locator(".editor-notice")).to_contain_text("Fällt aus.")
    main_button(page, "Aktualisieren").click()
    expect(page.get_by_text("Aktualisiert.", exact=True)).to_be_visible()


def test_a_series_goes_on_on_another_day_as_one_of_its_own(editor: BrowserContext, server: Server) -> None:
    page = editor.new_page()
    event = new_event(page, server)
    second_tuesdays(page, "Töpferkurs")
    expect_saved(page)
    date_menu(page, f"Di 13.04.{YEAR}", "Diesen und folgende ändern")
    page.get_by_role("dialog").get_by_role("button", name="Reihe hier beenden und neu anlegen").click()
    expect(page.locator(".toast")).to_contain_text("die neue ist ein Entwurf")
    expect(page.get_by_label("Tag", exact=True)).to_have_value(f"Di 13.04.{YEAR}")
    assert event not in page.url
    page.get_by_label("An welchem Tag?").select_option(label="Donnerstag")
    expect(dates(page).first).to_contain_text(f"Do 13.05.{YEAR}")
    page.goto(server.url(f"/redaktion/termine/{event}"))
    expect(dates(page)).to_have_count(3)
    expect(page.locator(".dates-panel")).to_contain_text("Alle Termine")
    expect(page.get_by_label("Letzter Tag")).to_have_value(f"Mo 12.04.{YEAR}")


def test_two_people_who_change_the_same_series_choose_between_sentences(
    browser: Browser, editor: BrowserContext, server: Server
) -> None:
    page = editor.new_page()
    event = new_event(page, server)
    second_tuesdays(page, "Schachabend")
    expect_saved(page)
    other = at_work(browser, server, "verwaltung")
    there = other.new_page()
    there.goto(server.url(f"/redaktion/termine/{event}"))
    typed(there, "von", "15:00")
    expect_saved(there)
    other.close()
    page.get_by_label("Wie oft?").select_option(label="jeden 3.")
    expect(page.get_by_role("heading", level=2, name=re.compile("^Inzwischen geändert"))).to_be_visible(timeout=15_000)
    piece = page.get_by_role("group", name="Wann?")
    expect(piece).to_contain_text("Jeden 3. Dienstag im Monat")
    expect(piece).to_contain_text("15:00 bis 16:30")
    main_button(page, "So speichern").click()
    expect(name(page)).to_have_value("Schachabend")
    expect(page.get_by_label("von", exact=True)).to_have_value("14:30")
    expect(dates(page).first).to_contain_text(f"Di 19.01.{YEAR}")
