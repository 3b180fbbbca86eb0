# SPDX-License-Identifier: EUPL-1.2
"""The whole way: an editor at a desk, a push service that nobody here wrote, a resident's phone that rings."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.announcing import BERLIN, HEADLINE, TEASER, begin, card, turn_on
from tests.e2e.conftest import install_worker, settle, visit
from tests.e2e.ringing import HERE, SECONDS, Phone, quiet_now, rows, switch
from tests.e2e.ringing import turn_on as turn_phone_on
from tests.e2e.staff import Town, desk, sign_in
from tests.e2e.writing import expect_saved, main_button, menu, title
from tests.push.service import PushService

# The worker looks for what is due once a minute, and then needs a moment.
PATIENCE = 75
STAYS, WITHDRAWN, CALLED_OFF = "Kino im Hof", "Konzert im Park", "Lesung am Abend"


@dataclass
class Planned:
    phone: Phone
    moment: datetime


@pytest.fixture(scope="module", autouse=True)
def planned(browser: Browser, town: Town, service: PushService) -> Iterator[Planned]:
    """Three items for the same minute. Planned before the other tests, so that nobody sits and waits for it."""
    phone = Phone(desk(browser, "phone"), town, service)
    visit(phone.page, town.url(HERE))
    install_worker(phone.page)
    turn_phone_on(phone, "Freizeit")
    office = desk(browser)
    editor = office.new_page()
    sign_in(editor, town)
    # Fields know no seconds; the buttons below need some of them.
    moment = (datetime.now(BERLIN) + timedelta(seconds=120)).replace(second=0, microsecond=0)
    for headline in (STAYS, WITHDRAWN, CALLED_OFF):
        plan(editor, town, headline, moment)
        if headline == WITHDRAWN:
            menu(editor, "Zurückziehen")
            expect(editor.get_by_text("Zurückgezogen.", exact=True)).to_be_visible()
        else:
            call_off(editor)
        if headline == STAYS:
            turn_on(editor)
            main_button(editor, "Aktualisieren").click()
            expect(card(editor).get_by_text(re.compile(r"^Geplant, "))).to_be_visible()
    assert phone.arrived() == [], "it rang too early"
    assert datetime.now(BERLIN) < moment, "planning took too long for this test to mean something"
    office.close()
    yield Planned(phone, moment)
    phone.page.context.close()


def plan(editor: Page, town: Town, headline: str, moment: datetime) -> None:
    begin(editor, town, "Freizeit", headline)
    editor.locator("#news-plan-mode").get_by_text("Geplant").click()
    day = "heute" if moment.date() == datetime.now(BERLIN).date() else "morgen"
    editor.get_by_label("Erscheint").fill(f"{day} {moment:%H:%M}")
    editor.get_by_label("Kurz gesagt").focus()
    turn_on(editor)
    main_button(editor, "Planen").click()
    expect(card(editor).get_by_text(re.compile(r"^Geplant, "))).to_be_visible()


def call_off(editor: Page) -> None:
    card(editor).get_by_role("button", name="Absagen").click()
    expect(editor.locator(".toast")).to_contain_text("Mitteilung abgesagt.")


@pytest.fixture
def phone(context: BrowserContext, town: Town, service: PushService) -> Phone:
    return Phone(context, town, service)


def test_a_resident_subscribes_an_editor_publishes_and_a_tap_opens_the_article(
    phone: Phone, town: Town, editor: Page
) -> None:
    visit(phone.page, town.url("/aktuelles?kategorie=verkehr"))
    install_worker(phone.page)
    phone.page.get_by_role("link", name="Benachrichtigen").click()
    turn_phone_on(phone)

    item = begin(editor, town)
    turn_on(editor)
    expect(card(editor).get_by_text("1 Gerät hat „Verkehr“ abonniert.")).to_be_visible()
    main_button(editor, "Veröffentlichen").click()
    [shown] = phone.ring()
    assert (shown["title"], shown["body"]) == (HEADLINE, TEASER)
    phone.tap(HEADLINE)
    expect(phone.page).to_have_url(town.url(f"/aktuelles/{item}"))
    expect(phone.page.get_by_role("heading", level=1)).to_have_text(HEADLINE)

    title(editor).fill(f"{HEADLINE}!")
    expect_saved(editor)
    main_button(editor, "Aktualisieren").click()
    expect(editor.get_by_text("Aktualisiert.", exact=True)).to_be_visible()
    menu(editor, "Zurückziehen")
    expect(editor.get_by_text("Zurückgezogen.", exact=True)).to_be_visible()
    main_button(editor, "Wiederherstellen").click()
    main_button(editor, "Veröffentlichen").click()
    expect(editor.get_by_text("Veröffentlicht.", exact=True)).to_be_visible()
    time.sleep(3)
    assert phone.arrived() == [], "a correction or the way back rang"


def send(editor: Page, town: Town, headline: str, *, urgent: bool) -> None:
    """A notification on its own, to all who want the library's."""
    editor.goto(town.url("/redaktion/mitteilungen"))
    editor.get_by_role("button", name="Mitteilung schreiben").click()
    sheet = editor.get_by_role("dialog", name="Mitteilung schreiben")
    sheet.locator("label[for=topic-news-bibliothek]").click()
    sheet.get_by_label("Titel der Mitteilung").fill(headline)
    sheet.get_by_label("Text der Mitteilung").fill(TEASER)
    if urgent:
        sheet.locator("label[for=ring-urgent]").click()
        expect(sheet.get_by_text("in Ruhezeit")).to_have_count(0)
    else:
        expect(sheet.get_by_text(re.compile("1 davon in Ruhezeit bis"))).to_be_visible()
    sheet.get_by_role("button", name="An 1 Gerät senden").click()
    expect(sheet).to_have_count(0)


def test_quiet_hours_hold_urgent_passes_its_words_stay_and_leaving_leaves_nothing(
    phone: Phone, town: Town, editor: Page
) -> None:
    tables = ("push_subscription", "push_topic", "push_delivery")
    before = [rows(town, table) for table in tables]
    page = phone.page
    visit(page, town.url(HERE))
    install_worker(page)
    quiet_now(page)
    turn_phone_on(phone, "Bibliothek", quiet=True)

    send(editor, town, "Neue Bücher", urgent=False)
    held = editor.locator(".row", has_text="Neue Bücher")
    expect(held).to_contain_text("1 Gerät erhält sie später", timeout=SECONDS * 1000)
    assert phone.arrived() == []
    send(editor, town, "Heute geschlossen", urgent=True)
    [shown] = phone.ring()
    assert (shown["title"], shown["requireInteraction"]) == ("Heute geschlossen", True)

    visit(page, town.url("/"))
    phone.tap("Heute geschlossen")
    expect(page).to_have_url(town.url(HERE))
    for _ in range(2):
        arrived = page.get_by_role("listitem").filter(has_text="Heute geschlossen")
        expect(arrived).to_contain_text(TEASER)
        page.reload()
        settle(page)

    assert [rows(town, table) for table in tables] != before
    page.get_by_role("button", name="Abbestellen").click()
    expect(page.get_by_text("Auf diesem Gerät ausgeschaltet.")).to_be_visible()
    assert [rows(town, table) for table in tables] == before, "something of the subscription stayed, perhaps a delivery"
    expect(page.get_by_text("Heute geschlossen")).to_have_count(0)
    expect(switch(page, "Bibliothek")).not_to_be_checked()


def test_a_planned_item_rings_at_its_minute_and_neither_a_withdrawn_nor_a_called_off_one_does(
    planned: Planned, town: Town
) -> None:
    phone, moment = planned.phone, planned.moment
    left = (moment - datetime.now(BERLIN)).total_seconds()
    [shown] = phone.ring(max(left, 0) + PATIENCE)
    assert shown["title"] == STAYS
    assert datetime.now(BERLIN) >= moment
    phone.tap(STAYS)
    expect(phone.page.get_by_role("heading", level=1)).to_have_text(STAYS)
    # All three were due at once: what has not come by now does not come.
    time.sleep(2)
    assert phone.arrived() == []
