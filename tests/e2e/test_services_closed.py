# SPDX-License-Identifier: EUPL-1.2
"""The whole way of "heute geschlossen": at ten to eight somebody in the town hall closes an office from the phone, and
who is about to set off reads it; it ends by itself, and can be taken back."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from backend.instants import BERLIN, local_day
from backend.services.hours import Times
from tests.e2e.conftest import Complaints, await_copies, install_worker, lose_network, settle, visit
from tests.e2e.server import Server
from tests.e2e.staff import Town, desk, sign_in

OFFICE, SERVICE = "Bürgerbüro", "Personalausweis beantragen"
REASON, INSTEAD = "Technik", "Ausweise gibt es auch in Beelitz."
NEIGHBOUR = "angermuende"


def read(server: Server, path: str, tenant: str = "bad-belzig") -> Any:
    return json.load(server.get(f"/api/v1{path}", tenant))


def office(server: Server, tenant: str = "bad-belzig") -> Any:
    return next(one for one in read(server, "/services/offices", tenant) if one["name"] == OFFICE)


def times(server: Server) -> Times:
    found, days = office(server), read(server, "/bootstrap")["holidays"]
    return Times(found["hours"], found["exceptions"], frozenset(map(date.fromisoformat, days)))


@pytest.fixture
def day(town: Town) -> date:
    """The next morning on which the office opens as on any such day of the week: this test holds on every date."""
    found = times(town)
    ahead = (local_day(datetime.now(BERLIN)) + timedelta(days=number) for number in range(1, 60))
    return next(day for day in ahead if found.on(day).why == "usual" and found.on(day).blocks[:1])


@pytest.fixture
def clerk(browser: Browser, town: Town, day: date) -> Iterator[Page]:
    """An editor's phone at ten to eight."""
    context = desk(browser, "phone")
    page = context.new_page()
    page.clock.set_fixed_time(clock(day, "07:50"))
    sign_in(page, town)
    yield page
    context.close()


def clock(day: date, at: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(at), BERLIN)


def at(page: Page, day: date, at: str, url: str) -> None:
    """What a resident sees at that moment."""
    page.clock.set_fixed_time(clock(day, at))
    visit(page, url)


def expect_open(page: Page, rest: str) -> None:
    expect(page.locator(".open-now .mark")).to_have_text("Jetzt geöffnet")
    expect(page.locator(".open-now")).to_contain_text(rest)


def expect_closed(page: Page) -> None:
    expect(page.locator(".open-now .mark")).to_have_text("Heute geschlossen")
    expect(page.locator(".today-note")).to_have_text(f"{REASON}. {INSTEAD}")


def close(clerk: Page) -> None:
    """From Heute, with the office that stands first."""
    clerk.get_by_role("link", name="Heute geschlossen").click()
    sheet = clerk.get_by_role("dialog")
    expect(sheet).to_contain_text(f"{OFFICE} heute schließen")
    sheet.get_by_role("button", name=REASON, exact=True).click()
    note = sheet.get_by_label(re.compile("Was geht stattdessen"))
    expect(note).to_have_value(re.compile(r"^Ab \w+.*\d Uhr wieder da\.$"))
    note.fill(INSTEAD)
    expect(sheet.get_by_role("region", name="So steht es in der App")).to_contain_text(f"{REASON}. {INSTEAD}")
    sheet.get_by_role("button", name="Heute geschlossen").click()
    expect(sheet).to_be_hidden()
    expect(clerk.get_by_text(f"{OFFICE} ist heute geschlossen.")).to_be_visible()


def test_who_is_about_to_set_off_reads_that_the_office_is_closed(
    page: Page, town: Town, day: date, clerk: Page, complaints: Complaints
) -> None:
    here = town.url(f"/dienste/aemter/{office(town)['id']}")
    until = times(town).on(day).blocks[0].to.removesuffix(":00")
    at(page, day, "09:00", here)
    expect_open(page, f"bis {until} Uhr")
    reopens = times(town).next_after(day)
    assert reopens is not None

    close(clerk)

    at(page, day, "09:00", here)
    expect_closed(page)
    expect(page.locator(".open-now")).to_contain_text("öffnet")
    expect(page.get_by_role("row").filter(has_text="(heute)")).to_contain_text("geschlossen")

    # Also where somebody reads what to bring, in the list of offices, and on Start.
    service = next(one for one in read(town, "/services?q=perso") if one["title"] == SERVICE)
    at(page, day, "09:00", town.url(f"/dienste/{service['id']}"))
    expect_closed(page)
    at(page, day, "09:00", town.url("/dienste/aemter"))
    expect(page.get_by_role("listitem").filter(has_text=OFFICE)).to_contain_text("Heute geschlossen")
    at(page, day, "09:00", town.url("/"))
    expect(page.locator("main")).to_contain_text(re.compile(f"{OFFICE} (heute|am) "))
    expect(page.locator("main")).to_contain_text("geschlossen")

    # The neighbours have an office of the same name, and it is open.
    there = office(town, NEIGHBOUR)
    assert all(REASON not in one["text"] for one in there["exceptions"])

    # What was read is known without a network, and the closing ends by itself.
    visit(page, here)
    install_worker(page)
    await_copies(page, 1)
    lose_network(page)
    page.clock.set_fixed_time(clock(reopens.day, "11:00" if reopens.time < "11:00" else "14:00"))
    page.reload()
    settle(page)
    expect(page.locator(".open-now .mark")).to_have_text("Jetzt geöffnet")
    expect(page.locator(".today-note")).to_have_count(0)
    page.context.set_offline(False)

    # Taken back: nothing of it is left.
    clerk.goto(town.url("/redaktion/dienste/aemter"))
    clerk.get_by_role("link", name=OFFICE).click()
    clerk.get_by_role("button", name="Doch geöffnet").click()
    expect(clerk.get_by_text(f"{OFFICE} ist doch geöffnet.")).to_be_visible()
    at(page, day, "09:00", here)
    expect_open(page, f"bis {until} Uhr")
    assert not [one for one in office(town)["exceptions"] if REASON in one["text"]]
    assert not [one for one in read(town, "/news?page_size=100") if one["title"].startswith(f"{OFFICE}: ")]
    assert [one for one in complaints if "ERR_INTERNET_DISCONNECTED" not in one] == []
