# SPDX-License-Identifier: EUPL-1.2
"""Writing news in a browser: the steps that several tests share. Knows no assertion of its own about content."""

import json
import re
import uuid
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.e2e.server import Server
from tests.e2e.staff import desk, sign_in

SAVED = re.compile(r"Gespeichert, \d")


def at_work(
    browser: Browser,
    server: Server,
    who: str = "redaktion",
    look: str = "desktop",
    tenant: str = "bad-belzig",
    **more: Any,
) -> BrowserContext:
    """A device on which this person of the demo is signed in."""
    context = desk(browser, look, **more)
    page = context.new_page()
    sign_in(page, server, who, tenant)
    page.close()
    return context


def new_item(page: Page, server: Server) -> str:
    """Open an item that does not exist yet; returns its id."""
    item = str(uuid.uuid4())
    page.goto(server.url(f"/redaktion/nachrichten/{item}?neu"))
    expect(title(page)).to_be_visible()
    return item


def open_item(page: Page, server: Server, item: str) -> None:
    page.goto(server.url(f"/redaktion/nachrichten/{item}"))
    expect(title(page)).to_be_visible()


def title(page: Page) -> Locator:
    return page.get_by_label("Überschrift", exact=True)


def teaser(page: Page) -> Locator:
    return page.get_by_label("Kurz gesagt")


def text(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Text", exact=True)


def write(page: Page, words: str) -> None:
    """Type at the end of the text, as people do."""
    text(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def expect_saved(page: Page) -> None:
    """The server has every word."""
    expect(page.locator(".save-status.is-saved")).to_have_text(SAVED, timeout=15_000)


def main_button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def public_item(server: Server, item: str) -> dict[str, Any] | None:
    """The item as residents get it, or None."""
    items: list[dict[str, Any]] = json.load(server.get("/api/v1/news"))
    return next((each for each in items if each["id"] == item), None)


def menu(page: Page, label: str) -> None:
    """Choose from the "…" of the editor."""
    page.get_by_role("button", name="Weitere Möglichkeiten", exact=True).click()
    page.get_by_role("menuitem", name=label).click()
