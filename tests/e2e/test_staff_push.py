# SPDX-License-Identifier: EUPL-1.2
"""Notifications as an editor has them: with an item, at its minute, never twice; a real push service decrypts them."""

import json
import re
import time
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.announcing import HEADLINE, TEASER, begin, card, switch, turn_on
from tests.e2e.ringing import REMEMBER, SECONDS, Subscriber
from tests.e2e.staff import Town, desk, sign_in
from tests.e2e.test_accessibility import findings, overflow
from tests.e2e.writing import expect_saved, main_button, text, title
from tests.push.service import PushService


def test_an_item_rings_with_its_publication_and_a_corrected_typo_does_not(
    editor: Page, town: Town, service: PushService
) -> None:
    phone = Subscriber(editor, town, service, "news:verkehr")
    other = Subscriber(editor, town, service, "news:rathaus")
    item = begin(editor, town)
    expect(switch(editor)).not_to_be_checked()
    turn_on(editor)
    expect(editor.get_by_label("Titel der Mitteilung")).to_have_value(HEADLINE)
    expect(editor.get_by_label("Text der Mitteilung")).to_have_value(TEASER)
    expect(card(editor).get_by_text(re.compile(r"1 Gerät hat „Verkehr“ abonniert\."))).to_be_visible()
    editor.get_by_label("Titel der Mitteilung").fill("Adventsmarkt: Bus")
    expect(card(editor).get_by_text("17 von 40")).to_be_visible()
    editor.locator("#news-view").get_by_text("Mitteilung").click()
    locked = editor.get_by_role("figure", name="Vorschau: Mitteilung")
    expect(locked).to_contain_text("Adventsmarkt: Bus")
    expect(locked).to_contain_text(TEASER)
    expect(editor.locator(".editor-outcome")).to_have_text("sofort sichtbar, mit Mitteilung")
    expect_saved(editor)

    editor.reload()
    expect(switch(editor)).to_be_checked()
    expect(editor.get_by_label("Titel der Mitteilung")).to_have_value("Adventsmarkt: Bus")
    main_button(editor, "Veröffentlichen").click()
    expect(editor.locator(".toast")).to_contain_text("die Mitteilung geht hinaus")
    shown = phone.ring()
    assert (shown["title"], shown["body"], shown["url"]) == ("Adventsmarkt: Bus", TEASER, f"/aktuelles/{item}")
    expect(card(editor).get_by_text(re.compile(r"^Schon gesendet, heute, "))).to_be_visible()
    expect(card(editor).get_by_text("1 von 1 Gerät erreicht.")).to_be_visible(timeout=SECONDS * 1000)
    expect(switch(editor)).to_have_count(0)

    title(editor).fill(f"{HEADLINE}!")
    expect_saved(editor)
    main_button(editor, "Aktualisieren").click()
    expect(editor.get_by_text("Aktualisiert.", exact=True)).to_be_visible()
    time.sleep(3)
    assert phone.arrived() == []
    assert other.arrived() == []

    card(editor).get_by_role("button", name="Noch einmal senden …").click()
    expect(card(editor)).to_contain_text("klingelt dann ein zweites Mal")
    main_button(editor, "Senden").click()
    assert phone.ring()["title"] == "Adventsmarkt: Bus"

    editor.goto(town.url("/redaktion/nachrichten"))
    row = editor.locator(".row", has_text=f"{HEADLINE}!")
    expect(row.locator(".row-bell")).to_contain_text("Mitteilung an 1 Gerät")
    editor.goto(town.url("/redaktion"))
    expect(editor.get_by_role("heading", name="Zuletzt erreicht")).to_be_visible()


def test_a_test_goes_to_the_own_device_or_says_how(editor: Page, town: Town, service: PushService) -> None:
    begin(editor, town, "Familie")
    turn_on(editor)
    expect(card(editor)).to_contain_text("Noch hat kein Gerät „Familie“ abonniert.")
    card(editor).get_by_role("button", name="Test an mich").click()
    expect(card(editor).get_by_role("link", name="Mitteilungen einschalten")).to_have_attribute(
        "href", "/mehr/mitteilungen"
    )
    phone = Subscriber(editor, town, service, "news:rathaus")
    editor.evaluate(REMEMBER, phone.record)
    card(editor).get_by_role("button", name="Test an mich").click()
    expect(card(editor)).to_contain_text("Gesendet an dieses Gerät", timeout=SECONDS * 1000)
    assert phone.ring()["title"] == HEADLINE


def test_what_the_notification_lacks_is_said_and_nothing_is_published(editor: Page, town: Town) -> None:
    item = begin(editor, town, "Ohne Rubrik")
    turn_on(editor)
    expect(card(editor)).to_contain_text("Ohne Rubrik erreicht die Mitteilung niemanden.")
    editor.get_by_label("Titel der Mitteilung").fill("")
    main_button(editor, "Veröffentlichen").click()
    summary = editor.get_by_role("group", name="Noch 2 Dinge fehlen")
    expect(summary.get_by_role("link", name="Die Mitteilung braucht eine Rubrik")).to_be_visible()
    summary.get_by_role("link", name="Die Mitteilung braucht einen Titel").click()
    expect(editor.get_by_label("Titel der Mitteilung")).to_be_focused()
    assert all(each["id"] != item for each in json.load(town.get("/api/v1/news")))


def test_many_devices_at_any_hour_are_named_once_more(editor: Page, town: Town, service: PushService) -> None:
    phone = Subscriber(editor, town, service, "urgent")
    editor.route("**/staff/push/audience?*", many_devices)
    begin(editor, town)
    editor.get_by_label("Läuft ab").fill("morgen")
    editor.locator("label[for=news-urgent]").click()
    turn_on(editor)
    main_button(editor, "Veröffentlichen").click()
    dialog = editor.get_by_role("dialog", name="Dringend an alle diese Geräte?")
    dialog.get_by_role("button", name="Zurück").click()
    expect(dialog).to_have_count(0)
    expect(editor.locator(".editor-bar .badge")).to_have_text("Entwurf")
    main_button(editor, "Veröffentlichen").click()
    dialog.get_by_role("button", name="An 1.204 Geräte senden").click()
    assert phone.ring()["urgent"] is True


def test_a_notification_on_its_own_rings_for_its_topics_and_one_that_waits_is_called_off(
    editor: Page, town: Town, service: PushService
) -> None:
    phone = Subscriber(editor, town, service, "news:bibliothek")
    editor.goto(town.url("/redaktion/mitteilungen"))
    for planned in (False, True):
        editor.get_by_role("button", name="Mitteilung schreiben").click()
        sheet = editor.get_by_role("dialog", name="Mitteilung schreiben")
        sheet.get_by_role("button", name="Senden").click()
        expect(sheet.get_by_role("link", name="Bitte wählen Sie mindestens eine Rubrik.")).to_be_visible()
        sheet.locator("label[for=topic-news-bibliothek]").click()
        expect(sheet.get_by_text("1 Gerät hat „Bibliothek“ abonniert.")).to_be_visible()
        sheet.get_by_label("Titel der Mitteilung").fill("Später" if planned else "Heute geschlossen")
        if planned:
            sheet.locator("#ring-mode").get_by_text("Geplant").click()
        sheet.get_by_role("button", name="Planen" if planned else "An 1 Gerät senden").click()
        expect(sheet).to_have_count(0)
    assert phone.ring()["title"] == "Heute geschlossen"
    expect(editor.locator(".row", has_text="Heute geschlossen")).to_contain_text(
        "1 von 1 Gerät erreicht.", timeout=SECONDS * 1000
    )
    waiting = editor.locator(".row", has_text="Später")
    expect(waiting.locator(".badge")).to_have_text("Geplant")
    waiting.get_by_role("button", name="Mehr zu „Später“").click()
    editor.get_by_role("menuitem", name="Absagen").click()
    expect(waiting.locator(".badge")).to_have_text("Abgesagt")


def many_devices(route: Any) -> None:
    route.fulfill(json={"devices": 1204, "quiet": 38, "quiet_until": "2026-11-26T07:00:00Z"})


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("look", ["desktop", "phone"])
def test_axe_finds_nothing_around_notifications(scheme: str, look: str, browser: Browser, town: Town) -> None:
    context = desk(browser, look, color_scheme=scheme)
    page = context.new_page()
    sign_in(page, town)
    page.route("**/staff/push/audience?*", many_devices)
    found = {}
    begin(page, town)
    turn_on(page)
    expect(card(page)).to_contain_text("38 in Ruhezeit bis 8:00, sie erhalten es danach.")
    found["card"] = problems(page)
    if look == "phone":
        page.get_by_role("button", name="Vorschau").click()
    found["article"] = problems(page)
    page.locator("#news-view").get_by_text("Mitteilung").click()
    found["locked phone"] = problems(page)
    if look == "phone":
        page.get_by_role("button", name="Vorschau").click()
    main_button(page, "Veröffentlichen").click()
    expect(card(page)).to_contain_text("Wenn Sie die Nachricht korrigieren, klingelt nichts noch einmal.")
    expect(text(page)).to_be_visible()
    found["sent"] = problems(page)
    page.goto(town.url("/redaktion/mitteilungen"))
    expect(page.locator(".message-row").first).to_be_visible()
    found["list"] = problems(page)
    page.get_by_role("button", name="Mitteilung schreiben").click()
    page.locator("label[for=topic-urgent]").click()
    found["writing"] = problems(page)
    context.close()
    assert {name: those for name, those in found.items() if those} == {}


def problems(page: Page) -> list[str]:
    return findings(page) + [f"leaves the screen by {overflow(page)} px"] * (overflow(page) > 0)
