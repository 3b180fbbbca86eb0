# SPDX-License-Identifier: EUPL-1.2
"""Offices in a real browser: hours as one says them, exceptions, two people at once; what residents ask for most."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.offices import (
    OFFICE,
    before_opening,
    choose,
    exceptions,
    named,
    open_office,
    public_office,
    quiet_tuesday,
    sheet,
    typed,
    undo,
)
from tests.e2e.server import Server
from tests.e2e.writing import at_work


@pytest.fixture
def editor(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    """A desk at which an editor sits."""
    made = at_work(browser, server)
    yield made
    made.close()


@pytest.fixture
def tuesday(server: Server) -> date:
    """A Tuesday ahead in a week without holidays."""
    return quiet_tuesday(server)


def test_hours_are_typed_as_one_says_them(editor: BrowserContext, server: Server, tuesday: date) -> None:
    page = before_opening(editor, tuesday)
    card = open_office(page, server)
    before = (public_office(server) or {})["hours"]
    card.get_by_role("button", name="Öffnungszeiten ändern").click()
    monday = sheet(page).get_by_label("Montag")
    monday.fill("nachmittags")
    monday.press("Tab")
    expect(sheet(page).get_by_text("Diese Zeiten lassen sich nicht lesen.")).to_be_visible()
    sheet(page).get_by_role("button", name="Speichern").click()
    expect(sheet(page).get_by_role("link", name=re.compile("^Montag: "))).to_be_visible()
    assert (public_office(server) or {})["hours"] == before
    monday.fill("14-16 (nur mit Termin)")
    monday.press("Tab")
    expect(monday).to_have_value(re.compile("14.bis.16.Uhr .nur mit Termin."))
    sheet(page).get_by_role("button", name="Speichern").click()
    expect(sheet(page)).to_have_count(0)
    expect(card).to_contain_text(re.compile("14.bis.16.Uhr"))
    added = {"days": [0], "from": "14:00", "to": "16:00", "note": "nur mit Termin"}
    assert added in (public_office(server) or {})["hours"]
    page.keyboard.press("Control+z")
    expect(page.locator(".toast")).to_contain_text("Rückgängig gemacht.")
    assert added not in (public_office(server) or {})["hours"]


def test_an_exception_comes_changes_and_goes(editor: BrowserContext, server: Server, tuesday: date) -> None:
    page = before_opening(editor, tuesday)
    card = open_office(page, server)
    first, last = tuesday + timedelta(days=13), tuesday + timedelta(days=15)
    card.get_by_role("button", name="Ausnahme", exact=True).click()
    sheet(page).get_by_role("button", name="Speichern").click()
    expect(sheet(page).get_by_role("link", name="Bitte geben Sie den Tag an.")).to_be_visible()
    sheet(page).get_by_label("Tag", exact=True).fill(typed(first))
    sheet(page).get_by_label("Letzter Tag").fill(typed(last))
    sheet(page).get_by_label("Hinweis").fill("Inventur")
    sheet(page).get_by_role("button", name="Speichern").click()
    expect(page.locator(".toast")).to_contain_text("Ausnahme gespeichert.")
    row = card.get_by_role("listitem").filter(has_text=named(first))
    expect(row).to_contain_text("Inventur")
    assert [(each["first_day"], each["last_day"]) for each in exceptions(server)] == [
        (first.isoformat(), last.isoformat())
    ]

    row.get_by_role("button", name=re.compile("^Ändern")).click()
    sheet(page).get_by_label("Letzter Tag").fill("")
    sheet(page).get_by_text("andere Zeiten").click()
    sheet(page).get_by_label("Geöffnet", exact=True).fill("10 bis 11:30")
    sheet(page).get_by_role("button", name="Speichern").click()
    expect(row).to_contain_text(re.compile("10.bis.11:30.Uhr"))
    (changed,) = exceptions(server)
    assert (changed["last_day"], changed["closed"], changed["hours"][0]["to"]) == (first.isoformat(), False, "11:30")
    row.get_by_role("button", name=re.compile("^Weitere Möglichkeiten")).click()
    page.get_by_role("menuitem", name="Entfernen").click()
    expect(page.locator(".toast")).to_contain_text("Ausnahme entfernt.")
    assert exceptions(server) == []


def test_two_people_at_one_office_lose_nothing(browser: Browser, editor: BrowserContext, server: Server) -> None:
    page = editor.new_page()
    card = open_office(page, server, "Standesamt")
    card.get_by_role("button", name="Öffnungszeiten ändern").click()
    sheet(page).get_by_label("Freitag").fill("9 bis 10")
    context = at_work(browser, server, "verwaltung")
    other = context.new_page()
    open_office(other, server, "Standesamt")
    other.get_by_role("button", name="Angaben ändern").click()
    sheet(other).get_by_label("Telefon").fill("030 23125 999")
    sheet(other).get_by_role("button", name="Speichern").click()
    expect(sheet(other)).to_have_count(0)

    sheet(page).get_by_role("button", name="Speichern").click()
    expect(sheet(page)).to_have_count(0)
    office = public_office(server, "Standesamt") or {}
    assert (office["phone"], [each["to"] for each in office["hours"] if 4 in each["days"]]) == (
        "030 23125 999",
        ["10:00"],
    )

    # The other page does not know that, and changes the same.
    other.get_by_role("button", name="Öffnungszeiten ändern").click()
    sheet(other).get_by_label("Freitag").fill("9 bis 13")
    sheet(other).get_by_role("button", name="Speichern").click()
    expect(sheet(other).get_by_text("Jemand hat das inzwischen anders geändert.")).to_be_visible()
    expect(sheet(other).get_by_label("Freitag")).to_have_value(re.compile("9.bis.13"))
    sheet(other).get_by_role("button", name="Speichern").click()
    expect(sheet(other)).to_have_count(0)
    office = public_office(server, "Standesamt") or {}
    assert [each["to"] for each in office["hours"] if 4 in each["days"]] == ["13:00"]
    context.close()


def test_a_new_office_is_hidden_shown_and_deleted(editor: BrowserContext, server: Server) -> None:
    page = editor.new_page()
    page.goto(server.url("/redaktion/dienste/aemter"))
    page.get_by_role("button", name="Amt eintragen").click()
    sheet(page).get_by_role("button", name="Speichern").click()
    expect(sheet(page).get_by_role("link", name="Bitte geben Sie einen Namen an.")).to_be_visible()
    sheet(page).get_by_label("Name", exact=True).fill("Fundbüro")
    sheet(page).get_by_label("Straße und Hausnummer").fill("Markt 1")
    sheet(page).get_by_label("Webadresse").fill("nirgends")
    sheet(page).get_by_role("button", name="Speichern").click()
    expect(sheet(page).get_by_role("link", name=re.compile("keine Adresse"))).to_be_visible()
    sheet(page).get_by_label("Webadresse").fill("www.bad-belzig.example/fundbuero")
    sheet(page).get_by_role("button", name="Speichern").click()
    expect(page.get_by_role("region", name="Fundbüro", exact=True)).to_be_visible()
    made = public_office(server, "Fundbüro") or {}
    assert (made["address"]["street"], made["url"]) == ("Markt 1", "https://www.bad-belzig.example/fundbuero")

    choose(page, "Fundbüro", "Ausblenden")
    expect(page.get_by_role("link", name="Fundbüro")).to_contain_text("ausgeblendet")
    assert public_office(server, "Fundbüro") is None
    undo(page)
    expect(page.get_by_role("link", name="Fundbüro")).to_contain_text("nach Vereinbarung")
    assert public_office(server, "Fundbüro") is not None
    choose(page, "Fundbüro", "Löschen")
    expect(page.get_by_role("link", name="Fundbüro")).to_have_count(0)
    undo(page)
    expect(page.get_by_role("link", name="Fundbüro")).to_have_count(1)
    page.get_by_role("link", name="Fundbüro").click()
    choose(page, "Fundbüro", "Löschen")
    # The way back is over once something else can be undone.
    choose(page, "Bürgerbüro", "Ausblenden")
    expect(page.locator(".toast")).to_contain_text("Bürgerbüro ist ausgeblendet.")
    undo(page)
    expect(page.get_by_role("link", name="Bürgerbüro")).not_to_contain_text("ausgeblendet")
    page.reload()
    expect(page.get_by_role("link", name="Bürgerbüro")).to_be_visible()
    expect(page.get_by_role("link", name="Fundbüro")).to_have_count(0)
    assert public_office(server, "Fundbüro") is None


def test_an_office_of_the_file_cannot_be_deleted_only_hidden(editor: BrowserContext, server: Server) -> None:
    page = editor.new_page()
    open_office(page, server)
    page.get_by_role("button", name=f"Weitere Möglichkeiten: {OFFICE}").click()
    expect(page.get_by_role("menuitem", name="Ausblenden")).to_be_visible()
    expect(page.get_by_role("menuitem", name="Löschen")).to_have_count(0)


def test_what_is_asked_most_is_put_in_order_by_keyboard_and_mouse(editor: BrowserContext, server: Server) -> None:
    page = editor.new_page()
    page.goto(server.url("/redaktion/dienste/oft-gesucht"))
    rows = page.get_by_role("list", name="Reihenfolge").get_by_role("listitem")
    names = rows.locator(".row-words strong")
    expect(names.first).to_be_visible()
    before = names.all_inner_texts()
    page.get_by_role("button", name=re.compile(f"^Verschieben: {before[0]}, Platz 1")).focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
    expect(names.nth(2)).to_have_text(before[0])
    expect(page.get_by_role("button", name=re.compile(f"^Verschieben: {before[0]}, Platz 3"))).to_be_focused()
    becomes(page, server, [before[1], before[2], before[0], *before[3:]])
    # The words say what the app does: so many stand there.
    shown = json.load(server.get("/api/v1/bootstrap"))["services"]["top"]
    expect(rows.filter(has_text="oben unter „Dienste“").locator(".row-words strong")).to_have_text(
        [each["title"] for each in shown]
    )

    grip, target = rows.nth(3).locator(".grip").bounding_box(), rows.first.bounding_box()
    assert grip is not None
    assert target is not None
    page.mouse.move(grip["x"] + 8, grip["y"] + 8)
    page.mouse.down()
    page.mouse.move(target["x"] + 20, target["y"] + 8, steps=12)
    page.mouse.up()
    expect(names.first).to_have_text(before[3])
    expect(rows.locator(".is-dragged")).to_have_count(0)

    page.get_by_role("button", name="Leistung hinzufügen").click()
    page.get_by_label("Leistung suchen").fill("Laubsäcke")
    page.get_by_role("button", name="Laubsäcke kaufen", exact=True).click()
    expect(names.last).to_have_text("Laubsäcke kaufen")
    rows.first.get_by_role("button", name=re.compile("^Weitere")).click()
    page.get_by_role("menuitem", name="Entfernen").click()
    expect(names.first).to_have_text(before[1])
    becomes(page, server, [before[1], before[2], before[0], *before[4:], "Laubsäcke kaufen"])

    page.get_by_role("button", name="Auswahl des Landes nehmen").click()
    expect(page.get_by_text("Auswahl des Landes, bis Sie eine eigene treffen.")).to_be_visible()
    becomes(page, server, before)


def becomes(page: Page, server: Server, wanted: list[str]) -> None:
    """What residents are offered is this, a moment after the last change."""
    found: list[str] = []
    for _look in range(50):
        found = [each["title"] for each in json.load(server.get("/api/v1/services/top"))]
        if found == wanted:
            return
        page.wait_for_timeout(100)
    assert found == wanted
