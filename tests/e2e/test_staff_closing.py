# SPDX-License-Identifier: EUPL-1.2
""" "Heute geschlossen" in a real browser: from Heute on the phone and from the office, with the way back.

The page's clock stands on a Tuesday before opening time, so that these tests say the same at every hour and date.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.e2e.conftest import Complaints
from tests.e2e.offices import (
    BERLIN,
    OFFICE,
    before_opening,
    exceptions,
    named,
    open_office,
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


def told(server: Server) -> list[dict[str, Any]]:
    """The news that say it."""
    return [each for each in json.load(server.get("/api/v1/news")) if each["title"].startswith(f"{OFFICE} ")]


def test_at_ten_to_eight_the_office_is_closed_on_the_phone(browser: Browser, server: Server, tuesday: date) -> None:
    context = at_work(browser, server, look="phone")
    page = before_opening(context, tuesday)
    complaints = Complaints()
    complaints.watch(page)
    thursday, friday = tuesday + timedelta(days=2), tuesday + timedelta(days=3)
    page.goto(server.url("/redaktion"))
    page.get_by_role("link", name="Heute geschlossen").click()
    sheet(page).get_by_label("Welches Amt?").select_option(label=OFFICE)
    expect(sheet(page).get_by_role("heading", level=2)).to_have_text(f"{OFFICE} heute schließen")

    instead = sheet(page).get_by_label("Was geht stattdessen?")
    expect(instead).to_have_value("Ab Donnerstag, 9 Uhr wieder da.")
    sheet(page).get_by_role("button", name=f"auch {named(thursday)}").click()
    expect(instead).to_have_value("Ab Freitag, 9 Uhr wieder da.")
    preview = sheet(page).get_by_role("region", name="So steht es in der App")
    expect(preview).to_contain_text("Heute geschlossen")
    sheet(page).get_by_role("button", name="Anderes").click()
    sheet(page).get_by_role("button", name="Heute geschlossen").click()
    expect(sheet(page).get_by_role("link", name=re.compile("Bitte nennen Sie den Grund"))).to_be_visible()
    assert exceptions(server) == [], "closed although something was missing"

    hint = sheet(page).get_by_text("Krankheit bitte nicht nennen.")
    sheet(page).get_by_label("Grund", exact=True).fill("Kollegin erkrankt")
    expect(hint).to_have_class(re.compile("is-named"))
    sheet(page).get_by_label("Grund", exact=True).fill("Umzug")
    expect(hint).not_to_have_class(re.compile("is-named"))
    expect(preview).to_contain_text("Umzug. Ab Freitag, 9 Uhr wieder da.")
    sheet(page).get_by_text("Auch als kurze Nachricht").click()
    sheet(page).get_by_role("button", name="Heute geschlossen").click()

    expect(page.locator(".toast")).to_contain_text(f"{OFFICE} ist heute geschlossen.")
    expect(sheet(page)).to_have_count(0)
    (closed,) = exceptions(server)
    assert (closed["first_day"], closed["last_day"]) == (tuesday.isoformat(), thursday.isoformat())
    assert (closed["closed"], closed["text"]) == (True, "Umzug. Ab Freitag, 9 Uhr wieder da.")
    assert named(friday) not in closed["text"]
    undo(page)
    expect(page.locator(".toast")).to_contain_text(f"{OFFICE} ist doch geöffnet.")
    assert exceptions(server) == []
    context.close()
    assert complaints == []


def test_a_closed_office_says_so_and_can_open_after_all(editor: BrowserContext, server: Server, tuesday: date) -> None:
    page = before_opening(editor, tuesday)
    card = open_office(page, server)
    expect(page.get_by_role("link", name=OFFICE)).to_contain_text("öffnet 9:00")
    card.get_by_role("button", name="Heute geschlossen").click()
    expect(sheet(page).get_by_role("button", name="ohne Angabe")).to_be_focused()
    sheet(page).get_by_text("Auch als kurze Nachricht").click()
    page.keyboard.press("Control+Enter")
    expect(sheet(page)).to_have_count(0)
    expect(page.get_by_role("link", name=OFFICE)).to_contain_text("heute geschlossen")
    expect(card).to_contain_text("Ab Donnerstag, 9 Uhr wieder da.")
    assert len(exceptions(server)) == 1

    page.keyboard.press("Control+k")
    page.keyboard.type("heute gesch")
    page.keyboard.press("Enter")
    sheet(page).get_by_label("Welches Amt?").select_option(label=OFFICE)
    sheet(page).get_by_role("button", name="Doch geöffnet").click()
    expect(page.locator(".toast")).to_contain_text("ist doch geöffnet.")
    assert exceptions(server) == []
    page.keyboard.press("Escape")
    expect(page).to_have_url(server.url("/redaktion"))


def test_the_news_tell_it_too_and_are_taken_back_with_it(editor: BrowserContext, server: Server, tuesday: date) -> None:
    page = before_opening(editor, tuesday)
    card = open_office(page, server)
    card.get_by_role("button", name="Heute geschlossen").click()
    sheet(page).get_by_role("button", name="Heute geschlossen").click()
    expect(page.locator(".toast")).to_contain_text("ist heute geschlossen.")
    assert [each["teaser"] for each in told(server)] == ["Ab Donnerstag, 9 Uhr wieder da."]
    undo(page)
    expect(page.locator(".toast")).to_contain_text("ist doch geöffnet.")
    assert told(server) == []


def test_phones_ring_only_for_whom_it_says(editor: BrowserContext, server: Server, tuesday: date) -> None:
    page = before_opening(editor, tuesday)
    page.route("**/push/audience*", lambda asked: asked.fulfill(json={"devices": 638, "quiet": 0, "quiet_until": None}))
    open_office(page, server).get_by_role("button", name="Heute geschlossen").click()
    ring = sheet(page).get_by_label("Mitteilung an 638 Geräte")
    expect(ring).not_to_be_checked()
    sheet(page).get_by_text("Mitteilung an 638 Geräte").click()
    sheet(page).get_by_text("Auch als kurze Nachricht").click()
    expect(ring).to_have_count(0)
    with page.expect_request("**/closure") as silent:
        sheet(page).get_by_role("button", name="Heute geschlossen").click()
    assert (silent.value.post_data_json or {})["notify"] is False
    undo(page)
    expect(page.locator(".toast")).to_contain_text("ist doch geöffnet.")
    open_office(page, server).get_by_role("button", name="Heute geschlossen").click()
    sheet(page).get_by_text("Mitteilung an 638 Geräte").click()
    with page.expect_request("**/closure") as loud:
        sheet(page).get_by_role("button", name="Heute geschlossen").click()
    assert (loud.value.post_data_json or {})["notify"] is True
    expect(page.locator(".toast")).to_contain_text("ist heute geschlossen.")
    undo(page)
    expect(page.locator(".toast")).to_contain_text("ist doch geöffnet.")


def test_after_hours_the_next_opening_day_is_meant(editor: BrowserContext, server: Server, tuesday: date) -> None:
    page = editor.new_page()
    page.clock.set_fixed_time(datetime.combine(tuesday, time(18, 30), BERLIN))
    thursday = tuesday + timedelta(days=2)
    open_office(page, server).get_by_role("button", name="Heute geschlossen").click()
    expect(sheet(page).get_by_role("heading", level=2)).to_have_text(f"{OFFICE} schließen")
    expect(sheet(page).get_by_role("button", name=f"nur {named(thursday)}")).to_have_attribute("aria-pressed", "true")
    expect(sheet(page).get_by_label("Was geht stattdessen?")).to_have_value("Ab Freitag, 9 Uhr wieder da.")
    sheet(page).get_by_role("button", name="bis …").click()
    last = sheet(page).get_by_label("Letzter geschlossener Tag")
    last.fill(typed(thursday))
    last.press("Tab")
    last.fill("irgendwann")
    last.press("Control+Enter")
    expect(sheet(page)).to_contain_text("Dieser Tag lässt sich nicht lesen.")
    assert exceptions(server) == [], "closed until a day that nobody can read"
    last.fill(typed(tuesday))
    page.keyboard.press("Tab")
    sheet(page).get_by_role("button", name=f"{named(thursday)} geschlossen").click()
    expect(sheet(page).get_by_role("link", name="Der letzte Tag liegt vor dem ersten.")).to_be_visible()
    assert exceptions(server) == []
