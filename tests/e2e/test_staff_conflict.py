# SPDX-License-Identifier: EUPL-1.2
"""Two people and one item: what is clear is joined, what is not is asked, nobody's words are lost; four eyes."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.server import Server
from tests.e2e.test_accessibility import findings, overflow
from tests.e2e.writing import (
    at_work,
    expect_saved,
    main_button,
    menu,
    new_item,
    open_item,
    public_item,
    teaser,
    text,
    title,
    write,
)


@pytest.fixture
def two(browser: Browser, server: Server) -> Iterator[tuple[Page, Page, str]]:
    """Kim and Robin have the same draft open, each at a desk of their own."""
    desks = at_work(browser, server), at_work(browser, server, "verwaltung")
    kim, robin = (one.new_page() for one in desks)
    item = new_item(kim, server)
    title(kim).fill("Adventsmarkt")
    teaser(kim).fill("Am 2. Advent fährt ein Bus zur Burg.")
    write(kim, "Von 11 bis 20 Uhr.")
    kim.keyboard.press("Enter")
    kim.keyboard.type("Zweiter Absatz.")
    expect_saved(kim)
    open_item(robin, server, item)
    expect(text(robin)).to_contain_text("Zweiter Absatz.")
    yield kim, robin, item
    for one in desks:
        one.close()


def test_different_pieces_are_joined_without_a_question(two: tuple[Page, Page, str], server: Server) -> None:
    kim, robin, item = two
    write(robin, " Von Robin.")
    robin.get_by_label("Rubrik").select_option(label="Verkehr")
    expect_saved(robin)
    teaser(kim).fill("Am 2. Advent fährt ein kostenloser Bus zur Burg.")
    expect(kim.locator(".toast")).to_contain_text("hat inzwischen gespeichert. Beide Änderungen sind übernommen.")
    expect_saved(kim)
    open_item(robin, server, item)
    for page in (kim, robin):
        expect(teaser(page)).to_have_value("Am 2. Advent fährt ein kostenloser Bus zur Burg.")
        expect(text(page)).to_contain_text("Zweiter Absatz. Von Robin.")
        expect(page.get_by_label("Rubrik")).to_have_value("verkehr")


def clash(kim: Page, robin: Page) -> None:
    teaser(robin).fill("Am 2. Advent fährt ein Bus zur Burg, auch am 3. Advent.")
    title(robin).fill("Adventsmarkt auf der Burg")
    expect_saved(robin)
    teaser(kim).fill("Am 2. Advent fährt ein kostenloser Bus zur Burg.")
    write(kim, " Von Kim.")
    expect(kim.get_by_role("heading", name=re.compile("^Inzwischen geändert von ")).last).to_be_visible(timeout=15_000)


def test_the_same_piece_is_shown_side_by_side(two: tuple[Page, Page, str]) -> None:
    kim, robin, _item = two
    clash(kim, robin)
    piece = kim.get_by_role("group", name="Kurz gesagt")
    expect(piece.locator("ins").first).to_have_text(re.compile("kostenloser"))
    expect(piece.locator("ins").filter(has_text="auch am 3")).to_be_visible()
    expect(kim.locator(".conflict-piece")).to_have_count(1)
    assert findings(kim) == []
    kim.set_viewport_size({"width": 390, "height": 844})
    expect(kim.locator(".editor-foot")).to_be_visible()
    assert overflow(kim) <= 0


def test_the_chosen_piece_counts_and_the_other_stays_in_the_history(
    two: tuple[Page, Page, str], server: Server
) -> None:
    kim, robin, item = two
    clash(kim, robin)
    kim.get_by_label(re.compile("^Fassung von")).check()
    main_button(kim, "So speichern").click()
    expect(kim.locator(".toast")).to_contain_text("Beide Fassungen stehen im Verlauf.")
    expect(teaser(kim)).to_have_value("Am 2. Advent fährt ein Bus zur Burg, auch am 3. Advent.")
    expect(title(kim)).to_have_value("Adventsmarkt auf der Burg")
    expect(text(kim)).to_contain_text("Zweiter Absatz. Von Kim.")
    open_item(robin, server, item)
    expect(text(robin)).to_contain_text("Zweiter Absatz. Von Kim.")

    kim.get_by_role("button", name="Verlauf").click()
    lines = kim.locator(".history-line")
    expect(lines.first).to_be_visible()
    held = []
    for at in range(lines.count()):
        lines.nth(at).click()
        expect(kim.locator(".side-sheet .muted").last).to_be_visible()
        kim.wait_for_timeout(300)
        held.append(kim.locator(".side-sheet").inner_text())
        kim.get_by_role("button", name="Zum Verlauf").click()
    assert any("kostenloser" in version for version in held), "the words that were not chosen are lost"


def test_a_choice_that_cannot_be_saved_changes_nothing(two: tuple[Page, Page, str]) -> None:
    kim, robin, _item = two
    clash(kim, robin)
    kim.get_by_label(re.compile("^Fassung von")).check()
    kim.context.set_offline(True)
    main_button(kim, "So speichern").click()
    expect(kim.locator(".toast")).to_contain_text("Das hat nicht geklappt.")
    expect(kim.get_by_role("group", name="Kurz gesagt").get_by_text("kostenloser")).to_be_visible()
    kim.context.set_offline(False)
    main_button(kim, "So speichern").click()
    expect(teaser(kim)).to_have_value("Am 2. Advent fährt ein Bus zur Burg, auch am 3. Advent.")


def test_later_keeps_both(two: tuple[Page, Page, str], server: Server) -> None:
    kim, robin, item = two
    clash(kim, robin)
    kim.get_by_role("button", name="Später").click()
    expect(kim.get_by_role("heading", level=1, name="Nachrichten")).to_be_visible()
    kim.goto(server.url(f"/redaktion/nachrichten/{item}"))
    expect(kim.get_by_role("group", name="Kurz gesagt").get_by_text("kostenloser")).to_be_visible()
    main_button(kim, "So speichern").click()
    expect(teaser(kim)).to_have_value("Am 2. Advent fährt ein kostenloser Bus zur Burg.")
    expect_saved(kim)


def test_an_earlier_version_comes_back_and_goes_again(two: tuple[Page, Page, str]) -> None:
    kim, _robin, _item = two
    main_button(kim, "Veröffentlichen").click()
    expect(kim.locator(".toast")).to_contain_text("Veröffentlicht.")
    title(kim).fill("Ganz anders")
    expect_saved(kim)
    kim.get_by_role("button", name="Verlauf").click()
    kim.get_by_role("button", name=re.compile("^Veröffentlicht")).first.click()
    expect(kim.locator(".side-sheet del")).to_have_text("Adventsmarkt")
    expect(kim.locator(".side-sheet ins")).to_have_text("Ganz anders")
    kim.get_by_role("button", name="Diese Fassung wiederherstellen").click()
    expect(title(kim)).to_have_value("Adventsmarkt")
    kim.locator(".toast").get_by_role("button").click()
    expect(title(kim)).to_have_value("Ganz anders")
    expect_saved(kim)


def test_four_eyes_submit_return_and_release(browser: Browser, server: Server) -> None:
    desks = at_work(browser, server), at_work(browser, server, "verwaltung")
    kim, robin = (one.new_page() for one in desks)
    robin.goto(server.url("/redaktion"))
    switch_four_eyes(robin, on=True)
    try:
        item = new_item(kim, server)
        title(kim).fill("Vier Augen")
        teaser(kim).fill("Bitte prüfen.")
        expect_saved(kim)
        main_button(kim, "Einreichen").click()
        expect(kim.locator(".toast")).to_contain_text("Eingereicht.")
        assert public_item(server, item) is None
        open_item(robin, server, item)
        expect(robin.get_by_text(re.compile("zur Freigabe eingereicht"))).to_be_visible()
        menu(robin, "Zurückgeben …")
        robin.get_by_label("Was soll anders werden?").fill("Bitte mit Uhrzeit.")
        main_button(robin, "Zurückgeben").click()
        expect(robin.locator(".toast")).to_contain_text("Zurückgegeben.")
        open_item(kim, server, item)
        expect(kim.get_by_text("Zurückgegeben: Bitte mit Uhrzeit.")).to_be_visible()
        teaser(kim).fill("Um 7 Uhr.")
        expect_saved(kim)
        main_button(kim, "Einreichen").click()
        expect(kim.locator(".toast")).to_contain_text("Eingereicht.")
        open_item(robin, server, item)
        main_button(robin, "Freigeben").click()
        expect(robin.locator(".toast")).to_contain_text("Veröffentlicht.")
        assert (public_item(server, item) or {})["teaser"] == "Um 7 Uhr."
    finally:
        switch_four_eyes(robin, on=False)
        for one in desks:
            one.close()


def switch_four_eyes(page: Page, *, on: bool) -> None:
    """As the switch of the administration does."""
    page.evaluate(
        """async (four_eyes) => {
            const { csrf_token } = await (await fetch('/api/v1/staff/session')).json()
            const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf_token }
            const body = JSON.stringify({ four_eyes })
            const answer = await fetch('/api/v1/staff/settings', { method: 'PUT', headers, body })
            if (!answer.ok) throw new Error(await answer.text())
        }""",
        on,
    )
