# SPDX-License-Identifier: EUPL-1.2
"""Answering reports in a browser: the steps that several tests share. Knows no assertion of its own about content."""

import json
import shutil
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.e2e.server import Server

CLERK = "meldungen"


@contextmanager
def inbox_in(demo: Path, folder: Path) -> Iterator[Server]:
    """A server with the demo's reports, for tests that answer them."""
    shutil.copytree(demo, folder)
    server = Server(folder, pwa=folder / "dist")
    server.start()
    try:
        yield server
    finally:
        server.stop()


def report_where(server: Server, condition: str, tenant: str = "bad-belzig") -> str:
    """The id of the demo's first report of which this is true."""
    query = (
        "SELECT r.id FROM defect_report r JOIN tenant t ON t.id = r.tenant_id "
        f"WHERE t.slug = ? AND {condition} ORDER BY r.due_on, r.number"
    )
    with closing(sqlite3.connect(server.folder / "app.sqlite3", timeout=20)) as database:
        return str(uuid.UUID(database.execute(query, (tenant,)).fetchone()[0]))


def open_report(page: Page, server: Server, report: str, tenant: str = "bad-belzig", query: str = "") -> None:
    page.goto(server.url(f"/redaktion/meldungen/{report}{query}", tenant))
    expect(page.locator("main h1")).to_be_visible()


def public_report(server: Server, report: str, tenant: str = "bad-belzig") -> dict[str, Any]:
    """The report as everybody gets it."""
    found: dict[str, Any] = json.load(server.get(f"/api/v1/defects/{report}", tenant))
    return found


def note(page: Page) -> Locator:
    return page.locator("#answer-note")


def choose_state(page: Page, word: str) -> None:
    page.locator(".tile-face", has_text=word).click()


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def toast(page: Page) -> Locator:
    return page.locator(".toasts")


def draw(page: Page, *, at: tuple[float, float], to: tuple[float, float]) -> None:
    """Draw an area on the photo with the mouse; places are parts of the picture."""
    page.locator(".redact").scroll_into_view_if_needed()
    box = page.locator(".redact").bounding_box()
    assert box is not None
    for step, (x, y) in enumerate((at, to)):
        page.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"], steps=5)
        (page.mouse.down if step == 0 else page.mouse.up)()
