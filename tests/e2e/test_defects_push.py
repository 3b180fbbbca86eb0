# SPDX-License-Identifier: EUPL-1.2
"""A phone rings for one report: anybody's for what everybody sees, the reporter's own also for a question."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.e2e.conftest import install_worker, visit
from tests.e2e.reported import TITLE, Clerk, send
from tests.e2e.ringing import HERE, Phone, await_silence, forget_phones, rows, switch
from tests.e2e.staff import Town
from tests.e2e.test_accessibility import findings
from tests.push.service import PushService

NEWS, ANSWER = "Neues als Mitteilung", "Antwort aufs Telefon"


@pytest.fixture(scope="module")
def clerk(town: Town) -> Clerk:
    return Clerk(town)


@pytest.fixture
def phone(context: BrowserContext, town: Town, service: PushService) -> Iterator[Phone]:
    made = Phone(context, town, service)
    visit(made.page, town.url("/"))
    install_worker(made.page)
    yield made
    forget_phones(town)


def test_whoever_follows_a_report_hears_of_it_and_leaves_no_row_afterwards(
    phone: Phone, town: Town, clerk: Clerk
) -> None:
    sent = send(town)
    clerk.publish(sent)
    await_silence(town)
    page = phone.page
    visit(page, town.url(sent.path))
    assert page.evaluate("permissionAsked") == 0
    switch(page, NEWS).click()
    expect(switch(page, NEWS)).to_be_checked()
    assert rows(town, "push_topic") == 1
    clerk.decide(sent, "in_progress", note="Der Bauhof ist unterwegs.")
    [shown] = phone.ring()
    assert (shown["title"], shown["body"]) == (f"{TITLE}: In Arbeit", "Der Bauhof ist unterwegs.")
    assert shown["data"]["url"] == sent.path
    # Among the other topics it has its name, and stays when one of them changes.
    visit(page, town.url(HERE))
    assert findings(page) == []
    switch(page, "Verkehr").click()
    expect(switch(page, "Verkehr")).to_be_checked()
    expect(switch(page, f"{TITLE}, {sent.number}")).to_be_checked()
    expect(page.get_by_text("Verkehr: ein")).to_be_visible()
    assert rows(town, "push_topic") == 2
    switch(page, "Verkehr").click()
    expect(page.get_by_text("Verkehr: aus")).to_be_visible()
    visit(page, town.url(sent.path))
    switch(page, NEWS).click()
    expect(switch(page, NEWS)).not_to_be_checked()
    expect(page.get_by_text("Keine Mitteilungen mehr zu dieser Meldung")).to_be_visible()
    assert (rows(town), rows(town, "push_topic")) == (0, 0)


def test_the_reporter_hears_a_question_and_the_tap_leads_to_the_answer(phone: Phone, town: Town, clerk: Clerk) -> None:
    sent = send(town)
    page = phone.page
    visit(page, town.url(sent.link))
    switch(page, ANSWER).click()
    expect(switch(page, ANSWER)).to_be_checked()
    page.get_by_role("button", name="Geheimen Link sichern").click()
    page.get_by_role("button", name="Auf diesem Gerät merken").click()
    expect(page.get_by_role("button", name="Von diesem Gerät nehmen")).to_be_visible()
    visit(page, town.url("/"))
    clerk.decide(sent, "question", note="An welchem Mast genau?")
    [shown] = phone.ring()
    assert "Mast" not in shown["title"] + shown["body"], "what is said to the reporter alone is not for a locked screen"
    phone.tap(shown["title"])
    expect(page).to_have_url(town.url(sent.path))
    expect(page.get_by_text("An welchem Mast genau?").first).to_be_visible()
    expect(page.get_by_label("Ihre Antwort")).to_be_visible()
