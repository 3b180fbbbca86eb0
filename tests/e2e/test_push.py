# SPDX-License-Identifier: EUPL-1.2
"""Notifications as a resident has them: choose, ring, tap, change, leave."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.conftest import first_article, install_worker, settle, visit
from tests.e2e.ringing import (
    HERE,
    SEEN,
    TEXT,
    TITLE,
    Phone,
    announce,
    forget_phones,
    key_of,
    outcome,
    quiet_now,
    rows,
    switch,
    turn_on,
)
from tests.e2e.staff import Town
from tests.e2e.test_accessibility import findings
from tests.push.service import PushService


@pytest.fixture
def phone(context: BrowserContext, town: Town, service: PushService) -> Iterator[Phone]:
    """A resident's phone; whatever a test leaves at the server goes with it."""
    made = Phone(context, town, service)
    visit(made.page, town.url(HERE))
    install_worker(made.page)
    yield made
    forget_phones(town)


def test_a_phone_rings_for_its_topic_and_a_tap_opens_the_article(phone: Phone, town: Town, editor: Page) -> None:
    article = first_article(town)
    phone.page.goto(town.url("/aktuelles?kategorie=verkehr"))
    settle(phone.page)
    phone.page.get_by_role("link", name="Benachrichtigen").click()
    expect(switch(phone.page, "Verkehr")).to_be_checked()
    expect(switch(phone.page, "Dringendes")).to_be_checked()
    expect(switch(phone.page, "Rathaus")).not_to_be_checked()
    assert phone.page.evaluate("permissionAsked") == 0, "asked before the tap"
    turn_on(phone)
    assert phone.page.evaluate("permissionAsked") == 1
    announce(editor, "news:rathaus")
    assert outcome(editor, announce(editor, "news:verkehr", url=article))["reached"] == 1
    [shown] = phone.ring()
    assert (shown["title"], shown["body"], shown["requireInteraction"]) == (TITLE, TEXT, False)
    assert shown["icon"].endswith("/icons/icon-192.png")
    phone.tap()
    expect(phone.page).to_have_url(town.url(article))
    expect(phone.page.locator(".prose")).to_be_visible()
    assert phone.page.evaluate("navigator.serviceWorker.ready.then((r) => r.getNotifications())") == []


def test_a_tap_opens_a_window_when_the_app_is_closed(phone: Phone, town: Town, editor: Page) -> None:
    turn_on(phone, "Verkehr")
    announce(editor, "news:verkehr", url="/aktuelles")
    phone.ring()
    worker = phone.worker
    phone.page.goto("about:blank")
    phone.tap()
    assert worker.evaluate("self.opened") == "/aktuelles"


def test_an_urgent_one_stays_on_the_screen_and_one_that_cannot_be_read_still_shows(phone: Phone, editor: Page) -> None:
    turn_on(phone)
    announce(editor, "urgent", urgent=True)
    [shown] = phone.ring()
    assert shown["requireInteraction"] is True
    phone.deliver("{cut off")
    titles = {found["title"] for found in phone.shown(2)}
    assert titles == {TITLE, "Neue Mitteilung"}


def test_a_message_about_the_same_matter_takes_the_place_of_the_first(phone: Phone) -> None:
    for at in ("2026-06-09T08:00:00Z", "2026-06-09T08:00:00Z", "2026-06-09T09:00:00Z"):
        phone.deliver(json.dumps({"title": at, "body": "", "url": "/", "tag": "news-1", "urgent": False, "at": at}))
        phone.page.wait_for_timeout(200)
    assert [found["title"] for found in phone.shown()] == ["2026-06-09T09:00:00Z"]


def test_what_one_changes_counts_at_once_and_stays(phone: Phone, town: Town, editor: Page) -> None:
    turn_on(phone, "Verkehr")
    switch(phone.page, "Rathaus").click()
    expect(phone.page.get_by_text("Rathaus: ein")).to_be_visible()
    switch(phone.page, "Verkehr").click()
    expect(phone.page.get_by_text("Verkehr: aus")).to_be_visible()
    phone.page.reload()
    settle(phone.page)
    expect(phone.page.get_by_text(SEEN)).to_be_visible()
    expect(switch(phone.page, "Rathaus")).to_be_checked()
    expect(switch(phone.page, "Verkehr")).not_to_be_checked()
    assert outcome(editor, announce(editor, "news:verkehr"))["reached"] == 0
    assert outcome(editor, announce(editor, "news:rathaus"))["reached"] == 1


def test_the_last_topic_stays_and_the_page_says_how_to_leave(phone: Phone) -> None:
    turn_on(phone)
    switch(phone.page, "Dringendes").click()
    expect(phone.page.get_by_role("alert").filter(has_text="Abbestellen")).to_be_visible()
    expect(switch(phone.page, "Dringendes")).to_be_checked()


def test_quiet_hours_hold_and_urgent_passes(phone: Phone, editor: Page) -> None:
    turn_on(phone, "Verkehr", quiet=True)
    begin, end = quiet_now(phone.page)
    expect(phone.page.get_by_text(f"Ruhezeit {begin} bis {end} Uhr")).to_be_visible()
    held = outcome(editor, announce(editor, "news:verkehr"))
    assert (held["reached"], held["deferred"]) == (0, 1)
    assert outcome(editor, announce(editor, "news:verkehr", urgent=True))["reached"] == 1
    phone.ring()
    switch(phone.page, "Dringendes darf trotzdem klingeln").click()
    expect(phone.page.get_by_text("trotzdem klingeln: aus")).to_be_visible()
    held = outcome(editor, announce(editor, "news:verkehr", urgent=True))
    assert (held["reached"], held["deferred"]) == (0, 1)
    assert phone.arrived() == []


def test_quiet_hours_need_two_different_times(phone: Phone) -> None:
    phone.page.get_by_label("Von").select_option("07:00")
    expect(phone.page.get_by_role("alert").filter(has_text="verschieden")).to_be_visible()
    expect(phone.page.get_by_label("Von")).to_have_value("22:00")


def test_unsubscribing_leaves_no_row(phone: Phone, town: Town, editor: Page) -> None:
    turn_on(phone, "Verkehr")
    assert (rows(town), rows(town, "push_topic")) == (1, 2)
    phone.page.get_by_role("button", name="Abbestellen").click()
    expect(phone.page.get_by_text("Auf diesem Gerät ausgeschaltet.")).to_be_visible()
    assert (rows(town), rows(town, "push_topic")) == (0, 0)
    phone.page.reload()
    settle(phone.page)
    expect(phone.page.get_by_role("button", name="Benachrichtigen")).to_be_visible()


def test_forgetting_everything_unsubscribes_too(phone: Phone, town: Town) -> None:
    turn_on(phone)
    visit(phone.page, town.url("/mehr"))
    phone.page.get_by_role("button", name="Daten auf diesem Gerät löschen").click()
    phone.page.get_by_role("dialog").get_by_role("button", name="Daten löschen").click()
    expect(phone.page.get_by_text("Daten auf diesem Gerät gelöscht")).to_be_visible()
    assert rows(town) == 0
    visit(phone.page, town.url(HERE))
    expect(phone.page.get_by_text("Auf diesem Gerät ausgeschaltet.")).to_be_visible()


def test_without_a_network_nothing_is_lost_and_nothing_is_claimed(phone: Phone, town: Town, editor: Page) -> None:
    context = phone.page.context
    switch(phone.page, "Verkehr").click()
    context.set_offline(True)
    phone.page.get_by_role("button", name="Benachrichtigen").click()
    expect(phone.page.get_by_role("alert").filter(has_text="erst mit Netz")).to_be_visible()
    assert phone.page.evaluate("permissionAsked") == 0
    expect(switch(phone.page, "Verkehr")).to_be_checked()
    context.set_offline(False)
    turn_on(phone)
    context.set_offline(True)
    switch(phone.page, "Verkehr").click()
    expect(phone.page.get_by_role("alert").filter(has_text="erst mit Netz")).to_be_visible()
    expect(switch(phone.page, "Verkehr")).to_be_checked()
    phone.page.get_by_role("button", name="Abbestellen").click()
    expect(phone.page.get_by_role("alert").filter(has_text="kommen weiter")).to_be_visible()
    phone.page.reload()
    expect(phone.page.get_by_text(SEEN)).to_be_visible()
    expect(switch(phone.page, "Verkehr")).to_be_checked()
    assert rows(town) == 1
    context.set_offline(False)
    assert outcome(editor, announce(editor, "news:verkehr"))["reached"] == 1


@pytest.mark.parametrize("by", ["page", "worker"])
def test_a_subscription_that_the_browser_renews_keeps_ringing(by: str, phone: Phone, town: Town, editor: Page) -> None:
    turn_on(phone, "Verkehr")
    renewed = phone.renew(key_of(town))
    if by == "page":
        phone.page.reload()
        settle(phone.page)
    else:
        phone.worker.evaluate(
            """async (json) => {
                const event = new ExtendableEvent('pushsubscriptionchange')
                event.newSubscription = { toJSON: () => json }
                await new Promise((done, fail) => {
                    event.waitUntil = (work) => work.then(done, fail)
                    self.dispatchEvent(event)
                })
            }""",
            renewed,
        )
    expect(phone.page.get_by_text(SEEN)).to_be_visible()
    assert rows(town) == 1
    announce(editor, "news:verkehr")
    [shown] = phone.ring()
    assert shown["title"] == TITLE


def test_a_subscription_that_the_server_has_lost_is_said_plainly(phone: Phone, town: Town) -> None:
    turn_on(phone, "Verkehr")
    record = phone.page.evaluate(
        """async () => {
            const done = (request) => new Promise((tell) => { request.onsuccess = () => tell(request.result) })
            const device = await done(indexedDB.open('sv-push'))
            const record = await done(device.transaction('own').objectStore('own').get('own'))
            device.close()
            const headers = { authorization: `Bearer ${record.auth}` }
            return (await fetch(`/api/v1/push/subscriptions/${record.id}`, { method: 'DELETE', headers })).status
        }"""
    )
    assert record == 204
    phone.page.reload()
    settle(phone.page)
    expect(phone.page.get_by_text("Die Anmeldung galt nicht mehr.")).to_be_visible()
    expect(switch(phone.page, "Verkehr")).to_be_checked()
    turn_on(phone)


def test_a_push_service_that_is_not_known_leaves_nothing_behind(phone: Phone, town: Town) -> None:
    phone.current = {**phone.service.subscribe(key_of(town)), "endpoint": "https://push.example.org/x"}
    phone.page.get_by_role("button", name="Benachrichtigen").click()
    expect(phone.page.get_by_role("alert").filter(has_text="nicht geklappt")).to_be_visible()
    assert phone.current is None
    assert rows(town) == 0


def test_everything_works_by_keyboard_and_axe_finds_nothing(phone: Phone) -> None:
    page = phone.page
    switch(page, "Verkehr").focus()
    page.keyboard.press("Space")
    expect(switch(page, "Verkehr")).to_be_checked()
    page.get_by_role("button", name="Benachrichtigen").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(SEEN)).to_be_visible()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert findings(page) == []
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert findings(page) == []


def test_the_page_speaks_english(phone: Phone, town: Town) -> None:
    visit(phone.page, town.url("/mehr/sprache"))
    phone.page.get_by_text("English").click()
    expect(phone.page.locator("html")).to_have_attribute("lang", "en")
    visit(phone.page, town.url(HERE))
    expect(phone.page.get_by_role("button", name="Notify me")).to_be_visible()
    assert findings(phone.page) == []
