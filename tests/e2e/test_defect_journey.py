# SPDX-License-Identifier: EUPL-1.2
"""The whole way of a report: written in a dead spot, kept on the phone, answered at a desk, heard of on the phone, and
sent back because it is not done."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.answering import choose_state, note, open_report, public_report, report_where, toast
from tests.e2e.conftest import install_worker, lose_network, settle, until, visit
from tests.e2e.reporting import FORM, SAVED, THANKS, expect_thanks, reports, send, sums, write
from tests.e2e.ringing import Phone
from tests.e2e.staff import Town, desk, sign_in
from tests.push.service import PushService

NUMBER = "0171 3920012"
TEXT = f"Die Lampe vor dem Eingang ist dunkel. Rufen Sie mich an: {NUMBER}"
ORDERED, DONE, AGAIN = "Das Leuchtmittel ist bestellt.", "Die Lampe leuchtet wieder.", "Wir prüfen jetzt das Kabel."
NOT_DONE = "Sie war nur einen Abend an."

# From the second visit on the phone has all that reporting needs.
MAP_KEPT = """(async () => {
    const kept = await (await caches.open('sv-extra')).keys()
    return kept.some(({ url }) => url.includes('/pick-map-'))
})()"""


@pytest.fixture
def clerk(browser: Browser, town: Town) -> Iterator[Page]:
    """A desk of the town at which a clerk is signed in."""
    context = desk(browser)
    page = context.new_page()
    sign_in(page, town, "meldungen")
    yield page
    context.close()


@pytest.fixture
def phone(context: BrowserContext, town: Town, service: PushService) -> Phone:
    return Phone(context, town, service)


def in_the_inbox(clerk: Page, town: Town, number: str) -> None:
    """Open the report where it waits for the clerk."""
    clerk.goto(town.url("/redaktion/meldungen"))
    report = report_where(town, f"r.number = '{number}'")
    clerk.locator(f"[data-report='{report}']").get_by_role("link").click()
    expect(clerk.locator("main")).to_contain_text(number)


def answer(clerk: Page, state: str, words: str, press: str = "Antworten") -> None:
    """One step of the clerk."""
    choose_state(clerk, state)
    note(clerk).fill(words)
    clerk.get_by_role("button", name=press, exact=True).last.click()
    expect(toast(clerk)).to_contain_text(state)


def hear(phone: Phone, title: str) -> Page:
    """The phone rings, and a tap leads to the own report."""
    [shown] = phone.ring()
    assert (shown["title"], shown["body"]) == (title, "Die Verwaltung hat geantwortet.")
    assert NUMBER not in str(shown)
    phone.tap(title)
    settle(phone.page)
    expect(phone.page.locator("main")).to_contain_text("Ihre Meldung.")
    return phone.page


def test_from_a_dead_spot_to_the_clerk_and_back(phone: Phone, clerk: Page, town: Town) -> None:
    page = phone.page
    # One grant for an origin takes back the one before.
    page.context.grant_permissions(["geolocation", "notifications"], origin=town.url("").rstrip("/"))
    visit(page, town.url(FORM))
    install_worker(page)
    visit(page, town.url(FORM))
    until(page, MAP_KEPT)
    lose_network(page)

    write(page, town.url(FORM), TEXT)
    expect(page.locator("main")).not_to_contain_text(NUMBER)
    send(page)
    expect(page.get_by_role("heading", name=SAVED)).to_be_visible()
    kept = sums(page)
    assert len(kept) == 2 and reports(town, TEXT) == []
    page.reload()
    settle(page)
    expect(page.get_by_role("heading", name=SAVED)).to_be_visible()

    page.context.set_offline(False)
    # By itself: at once, or with the next try.
    expect(page.get_by_role("heading", name=THANKS)).to_be_visible(timeout=60_000)
    number = expect_thanks(page)
    assert reports(town, TEXT) == [(number, kept)]
    page.get_by_role("switch", name="Antwort aufs Telefon").click()
    expect(page.locator(".toast")).to_contain_text("Sie bekommen eine Mitteilung")

    in_the_inbox(clerk, town, number)
    clerk.get_by_role("button", name="Verdecken", exact=True).click()
    answer(clerk, "In Arbeit", ORDERED, "Veröffentlichen und antworten")
    own = hear(phone, f"{number}: In Arbeit")
    expect(own.locator("main")).to_contain_text(ORDERED)
    expect(own.locator("main")).to_contain_text("gehalten")
    [path] = re.findall("/maengel/.+", own.url)
    seen = public_report(town, path.removeprefix("/maengel/"))
    assert seen["status"] == "in_progress" and len(seen["photos"]) == 2 and NUMBER not in str(seen)

    open_report(clerk, town, report_where(town, f"r.number = '{number}'"))
    answer(clerk, "Erledigt", DONE)
    own = hear(phone, f"{number}: Erledigt")
    own.get_by_role("button", name="Nicht erledigt").click()
    own.get_by_label("Was ist noch nicht in Ordnung?").fill(NOT_DONE)
    own.get_by_role("button", name="Wieder öffnen").click()
    expect(own.locator(".toast")).to_contain_text("Die Meldung ist wieder offen")
    expect(own.get_by_role("button", name="Nicht erledigt")).to_have_count(0)

    in_the_inbox(clerk, town, number)
    expect(clerk.locator("main")).to_contain_text(NOT_DONE)
    answer(clerk, "In Arbeit", AGAIN)
    own = hear(phone, f"{number}: In Arbeit")
    expect(own.locator("main")).to_contain_text(AGAIN)
    expect(own.get_by_role("button", name="Nicht erledigt")).to_have_count(0)
    assert reports(town, TEXT) == [(number, kept)]
