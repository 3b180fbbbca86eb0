# SPDX-License-Identifier: EUPL-1.2
"""Announcing in a browser: the editor's steps that several tests share. Knows no assertion of its own about content."""

from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, expect

from tests.e2e.staff import Town
from tests.e2e.writing import new_item, teaser, title

BERLIN = ZoneInfo("Europe/Berlin")
HEADLINE, TEASER = "Adventsmarkt auf der Burg", "Am 2. Advent fährt ein kostenloser Bus."


def card(page: Page) -> Locator:
    return page.get_by_role("region", name="Benachrichtigen")


def switch(page: Page) -> Locator:
    return page.get_by_role("switch", name="mit der Nachricht")


def turn_on(page: Page) -> None:
    page.locator("label[for=ring-on]").click()
    expect(switch(page)).to_be_checked()


def begin(page: Page, town: Town, category: str = "Verkehr", headline: str = HEADLINE) -> str:
    """An item with words and a category, not yet published."""
    item = new_item(page, town)
    title(page).fill(headline)
    teaser(page).fill(TEASER)
    page.get_by_label("Rubrik").select_option(label=category)
    return item
