# SPDX-License-Identifier: EUPL-1.2
"""The pages of reports for clerks in every look: axe finds nothing, nothing leaves the screen sideways."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.answering import open_report, report_where
from tests.e2e.server import Server
from tests.e2e.test_accessibility import DOUBLE, findings, overflow
from tests.e2e.test_staff_events_looks import look_at
from tests.e2e.writing import at_work

NARROW = {"width": 320, "height": 640}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "phone": {"look": "phone"},
    "phone-dark": {"look": "phone", "color_scheme": "dark"},
    "narrow": {"viewport": NARROW},
}
PAGES = [
    "",
    "/meldungen",
    "/meldungen?ablage=eingang&ansicht=karte",
    "/meldungen?ablage=abgeschlossen",
    "/meldungen?ablage=eingang&q=xqzzx",
    "/einstellungen",
    "/einstellungen?bereich=vorlagen",
    "/einstellungen?bereich=arbeitstage",
]
LAMP = "r.description LIKE '%3920012%'"
TRASH = "r.title LIKE 'Müll%' AND r.status = 'received'"
KINDS = ["r.replied_at IS NOT NULL", "r.status = 'duplicate'", "r.status = 'resolved'", "r.status = 'rejected'", LAMP]


def quiet(page: Page) -> None:
    expect(page.locator("main h1")).to_have_text(re.compile(r"\S"))
    expect(page.locator("[aria-busy=true]")).to_have_count(0)


def floating(page: Page, what: str, open_it: Callable[[], None], seen: list[str]) -> None:
    open_it()
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    look_at(page, what, seen)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def deed(page: Page, name: str) -> None:
    """By its button, on a phone by the menu."""
    button = page.get_by_role("button", name=name, exact=True)
    if button.count() == 0:
        page.get_by_role("button", name="Weitere Möglichkeiten", exact=True).click()
        button = page.get_by_role("menuitem", name=name)
    button.click()


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_on_the_pages_of_reports(look: str, browser: Browser, server: Server) -> None:
    context = at_work(browser, server, "verwaltung", **LOOKS[look])
    page = context.new_page()
    seen: list[str] = []
    for path in PAGES:
        page.goto(server.url(f"/redaktion{path}"))
        quiet(page)
        look_at(page, path, seen)
    for condition in KINDS:
        open_report(page, server, report_where(server, condition))
        quiet(page)
        look_at(page, condition, seen)
    page.get_by_role("button", name="Schwärzen").click()
    page.locator(".redact-button").press("Enter")
    page.get_by_role("button", name="Alle verdecken").click()
    look_at(page, "blackened and hidden", seen)
    page.get_by_role("button", name="Bearbeiten").click()
    look_at(page, "edited", seen)
    floating(page, "assign", lambda: deed(page, "Zuweisen"), seen)
    floating(page, "forward", lambda: deed(page, "Weiterleiten"), seen)
    if page.get_by_role("button", name="Antworten", exact=True).count():
        page.get_by_role("button", name="Antworten", exact=True).click()
    page.get_by_role("button", name="Veröffentlichen und antworten").click()
    expect(page.locator(".error-summary")).to_be_visible()
    page.locator(".tile-face", has_text="Abschließend").click()
    look_at(page, "answer", seen)
    open_report(page, server, report_where(server, TRASH))
    floating(page, "merge", lambda: deed(page, "Duplikat"), seen)
    context.close()
    assert seen == []


def test_everything_stays_in_reach_at_320_px_and_double_text(browser: Browser, server: Server) -> None:
    context = at_work(browser, server, "verwaltung", viewport=NARROW)
    context.add_init_script(f"document.addEventListener('DOMContentLoaded', () => {{ {DOUBLE} }})")
    page = context.new_page()
    seen: list[str] = []
    reports = [f"/meldungen/{report_where(server, condition)}" for condition in KINDS]
    for path in [*PAGES, *reports, f"{reports[-1]}?antworten"]:
        page.goto(server.url(f"/redaktion{path}"))
        quiet(page)
        if overflow(page) > 0:
            seen.append(f"{path}: leaves the screen by {overflow(page)} px")
        seen += [f"{path}: {finding}" for finding in findings(page)]
    context.close()
    assert seen == []
