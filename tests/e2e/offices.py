# SPDX-License-Identifier: EUPL-1.2
"""Offices in a browser: the steps that several tests share, and what residents get of it. Knows no test."""

import json
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.e2e.server import Server

OFFICE = "Kämmerei, Steuern"
BERLIN = ZoneInfo("Europe/Berlin")
DAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")


def quiet_tuesday(server: Server) -> date:
    """A Tuesday ahead in a week without holidays."""
    holidays = json.load(server.get("/api/v1/bootstrap"))["holidays"]
    today = datetime.now(BERLIN).date()
    days = [today + timedelta(days=number) for number in range(1, 60)]
    quiet = [day for day in days if not any((day + timedelta(days=n)).isoformat() in holidays for n in range(10))]
    return next(day for day in quiet if day.weekday() == 1)


def before_opening(context: BrowserContext, day: date) -> Page:
    page = context.new_page()
    page.clock.set_fixed_time(datetime.combine(day, time(7, 50), BERLIN))
    return page


def named(day: date) -> str:
    return f"{DAYS[day.weekday()]} {day:%d.%m.}"


def typed(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def public_office(server: Server, name: str = OFFICE) -> dict[str, Any] | None:
    """The office as residents get it, or None."""
    rows: list[dict[str, Any]] = json.load(server.get("/api/v1/services/offices"))
    return next((row for row in rows if row["name"] == name), None)


def exceptions(server: Server) -> list[dict[str, Any]]:
    office = public_office(server)
    assert office is not None
    return [each for each in office["exceptions"] if each["last_day"] >= datetime.now(BERLIN).date().isoformat()]


def sheet(page: Page) -> Locator:
    return page.get_by_role("dialog")


def open_office(page: Page, server: Server, name: str = OFFICE) -> Locator:
    """The page of offices with this one chosen; gives its card."""
    page.goto(server.url("/redaktion/dienste/aemter"))
    page.get_by_role("navigation", name="Ämter").get_by_role("link", name=name).click()
    card = page.get_by_role("region", name=name, exact=True)
    expect(card).to_be_visible()
    return card


def choose(page: Page, name: str, deed: str) -> None:
    """From the "…" of what is called so."""
    page.get_by_role("button", name=f"Weitere Möglichkeiten: {name}", exact=True).click()
    page.get_by_role("menuitem", name=deed).click()


def undo(page: Page) -> None:
    page.locator(".toast").get_by_role("button", name="Rückgängig").click()
