# SPDX-License-Identifier: EUPL-1.2
"""Entering events in a browser: the steps that several tests share. Knows no assertion of its own about content."""

import json
import uuid
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.e2e.server import Server

YEAR = 2027


def new_event(page: Page, server: Server, tenant: str = "bad-belzig") -> str:
    """Open an event that does not exist yet; returns its id."""
    event = str(uuid.uuid4())
    page.goto(server.url(f"/redaktion/termine/{event}?neu", tenant))
    expect(name(page)).to_be_visible()
    return event


def name(page: Page) -> Locator:
    return page.get_by_label("Wie heißt die Veranstaltung?")


def typed(page: Page, label: str, text: str) -> None:
    """Type into a field and leave it, so that it reads back what it understood."""
    field = page.get_by_label(label, exact=True)
    field.fill(text)
    field.press("Tab")


def second_tuesdays(page: Page, title: str) -> None:
    """Every second Tuesday of the month from January 2027 on, in the afternoon."""
    name(page).fill(title)
    typed(page, "Tag", f"12.1.{YEAR}")
    typed(page, "von", "14:30")
    typed(page, "bis", "16 30")
    page.get_by_label("Wie oft?").select_option(label="jeden 2.")


def dates(page: Page) -> Locator:
    return page.locator(".dates > li")


def date_menu(page: Page, day: str, item: str) -> None:
    page.get_by_role("button", name=f"Mehr zum Termin {day}").click()
    page.get_by_role("menuitem", name=item).click()


def public_dates(server: Server, event: str, tenant: str = "bad-belzig") -> list[dict[str, Any]]:
    """The dates of an event as residents get them."""
    found: list[dict[str, Any]] = json.load(server.get(f"/api/v1/events/{event}", tenant))["next"]
    return found


def is_public(server: Server, event: str, title: str, tenant: str = "bad-belzig") -> bool:
    query = f"/api/v1/events?from=2026-01-01&q={title.split()[0]}&page_size=100"
    return any(each["id"] == event for each in json.load(server.get(query, tenant)))
