# SPDX-License-Identifier: EUPL-1.2
"""A resident suggests an event: what one writes is never lost, and the link says what became of it."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.calendar_desk import berlin
from tests.e2e.conftest import settle, visit
from tests.e2e.server import Server
from tests.e2e.test_accessibility import findings, overflow

FORM = "/termine/vorschlagen"
SEND = "Vorschlag senden"
PATIENCE_MS = 3_500


@pytest.fixture
def form(page: Page, server: Server) -> Page:
    visit(page, server.url(FORM))
    return page


def fill(page: Page, title: str = "Sommerfest der Feuerwehr") -> None:
    """Everything that is needed."""
    page.get_by_label("Titel").fill(title)
    page.get_by_label("Beginn: Tag").fill(f"{berlin(days=20):%Y-%m-%d}")
    page.get_by_label("Beginn: Uhrzeit").fill("14:00")
    page.get_by_label("Ort", exact=True).fill("Gerätehaus")
    page.get_by_label("Ihr Name").fill("Kim Muster")
    page.get_by_label("E-Mail", exact=True).fill("kim@example.org")
    # Machines are faster than people.
    page.wait_for_timeout(PATIENCE_MS)


def test_a_suggestion_arrives_and_its_link_says_what_became_of_it(form: Page, server: Server) -> None:
    fill(form)
    form.get_by_role("button", name=SEND).click()
    expect(form.get_by_role("heading", name="Wird geprüft")).to_be_visible()
    assert re.search(r"/termine/vorschlag/[0-9a-f-]{36}#[\w-]{43}$", form.url)
    link = form.url
    expect(form.get_by_role("heading", name="Sommerfest der Feuerwehr")).to_be_visible()
    assert findings(form) == []
    # From the form again: the phone knows the way, and the form is empty.
    visit(form, server.url(FORM))
    expect(form.get_by_label("Titel")).to_have_value("")
    form.get_by_role("link", name="Sommerfest der Feuerwehr").click()
    expect(form.get_by_role("heading", name="Wird geprüft")).to_be_visible()
    # On another device only the whole link opens it.
    other = form.context.browser
    assert other is not None
    page = other.new_page(locale="de-DE")
    visit(page, link.split("#")[0])
    expect(page.get_by_role("heading", name="Diesen Vorschlag gibt es hier nicht")).to_be_visible()
    page.goto("about:blank")
    page.goto(link)
    expect(page.get_by_role("heading", name="Wird geprüft")).to_be_visible()
    page.close()


def test_what_is_missing_is_said_and_one_gets_there(form: Page) -> None:
    form.get_by_role("button", name=SEND).click()
    summary = form.get_by_role("group", name=re.compile("Angaben fehlen noch"))
    expect(summary).to_be_focused()
    expect(form).to_have_title(re.compile("^Fehler: "))
    assert findings(form) == []
    summary.get_by_role("link", name="Geben Sie den Ort ein.").click()
    expect(form.get_by_label("Ort", exact=True)).to_be_focused()
    form.keyboard.type("Gerätehaus")
    expect(summary.get_by_role("link", name="Geben Sie den Ort ein.")).to_have_count(0)
    form.get_by_label("Link").fill("example.org")
    form.get_by_role("button", name=SEND).click()
    expect(summary.get_by_role("link", name=re.compile("Ein Link beginnt"))).to_be_visible()


def test_what_one_has_written_survives_a_reload_and_a_lost_network(form: Page) -> None:
    fill(form, "Hoffest")
    form.reload()
    settle(form)
    expect(form.get_by_label("Titel")).to_have_value("Hoffest")
    expect(form.get_by_label("Beginn: Uhrzeit")).to_have_value("14:00")
    form.context.set_offline(True)
    form.get_by_role("button", name=SEND).click()
    expect(form.get_by_role("alert").filter(has_text="erst mit Netz")).to_be_visible()
    form.context.set_offline(False)
    # At once: whoever reloads has been writing since before, and is no machine.
    form.get_by_role("button", name=SEND).click()
    expect(form.get_by_role("heading", name="Wird geprüft")).to_be_visible()


def lose_the_next_answer(form: Page) -> None:
    """What is sent next arrives, and the phone does not hear of it."""
    form.evaluate(
        """() => {
            const real = window.fetch
            window.fetch = async (...asked) => {
                window.fetch = real
                window.firstSent = JSON.parse(asked[1].body).id
                await real(...asked)
                throw new TypeError('lost on the way')
            }
        }"""
    )


def test_an_answer_that_was_lost_on_the_way_is_asked_for_again_and_nothing_arrives_twice(form: Page) -> None:
    lose_the_next_answer(form)
    fill(form)
    form.get_by_role("button", name=SEND).click()
    expect(form.get_by_role("alert").filter(has_text="Noch nicht gesendet")).to_be_visible()
    with form.expect_response("**/api/v1/events/suggestions") as second:
        form.get_by_role("button", name=SEND).click()
    expect(form.get_by_role("heading", name="Wird geprüft")).to_be_visible()
    assert second.value.status == 200
    assert json.loads(second.value.request.post_data or "")["id"] == form.evaluate("firstSent")


def test_what_is_changed_after_a_lost_answer_is_said_to_be_another_and_arrives_too(form: Page, server: Server) -> None:
    lose_the_next_answer(form)
    fill(form, "Hoffest")
    form.get_by_role("button", name=SEND).click()
    expect(form.get_by_role("alert").filter(has_text="Noch nicht gesendet")).to_be_visible()
    form.get_by_label("Titel").fill("Hoffest mit Musik")
    form.get_by_role("button", name=SEND).click()
    expect(form.get_by_role("alert").filter(has_text="Eine frühere Fassung ist schon angekommen")).to_be_visible()
    expect(form.get_by_label("Titel")).to_have_value("Hoffest mit Musik")
    form.get_by_role("button", name=SEND).click()
    expect(form.get_by_role("heading", name="Wird geprüft")).to_be_visible()
    visit(form, server.url(FORM))
    expect(form.get_by_role("link", name="Hoffest")).to_have_count(2)


def test_the_form_works_on_the_narrowest_screen_in_large_text_and_in_english(form: Page, server: Server) -> None:
    form.set_viewport_size({"width": 320, "height": 640})
    form.evaluate("document.documentElement.style.fontSize = '200%'")
    form.get_by_role("button", name=SEND).click()
    assert overflow(form) <= 0
    assert findings(form) == []
    visit(form, server.url("/mehr/sprache"))
    form.get_by_text("English").click()
    expect(form.locator("html")).to_have_attribute("lang", "en")
    visit(form, server.url(FORM))
    form.get_by_role("button", name="Send suggestion").click()
    expect(form.get_by_role("group", name=re.compile("entries are missing"))).to_be_visible()
    assert findings(form) == []
