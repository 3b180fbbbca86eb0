# SPDX-License-Identifier: EUPL-1.2
"""A resident's way through the four steps, and what the server has of it then. Shared by the tests of reporting."""

import hashlib
import io
import random
import re
import sqlite3
from contextlib import closing
from typing import Any

from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from tests.e2e.conftest import settle, visit
from tests.e2e.server import Server
from tests.e2e.test_accessibility import findings, overflow

FORM = "/maengel/melden"
# In Bad Belzig, and far from every report of the demo.
HERE = {"latitude": 52.1201, "longitude": 12.5601, "accuracy": 8}
LAMP = re.compile("beleuchtung")
THANKS = "Danke. Ihre Meldung ist im Rathaus."
SAVED = "Gespeichert. Wird gesendet, sobald Sie Netz haben."
TEXT = "Was ist Ihnen aufgefallen?"
NEXT = "Weiter: prüfen"
TAKE = "Ort übernehmen"
# Machines are faster than people.
PATIENCE_MS = 2_100


def picture(seed: int = 1, size: tuple[int, int] = (1200, 900), spot: tuple[float, float] | None = None) -> bytes:
    """A photo with everything that a camera writes beside the picture; noise, so that its size is a photo's."""
    noise = random.Random(seed)
    image = Image.frombytes("RGB", (60, 45), noise.randbytes(60 * 45 * 3)).resize(size)
    exif = Image.Exif()
    exif[0x010F] = "SeedCamera"
    exif[0x8298] = "Kim Muster"
    if spot is not None:
        exif[0x8825] = {1: "N", 2: _degrees(spot[0]), 3: "E", 4: _degrees(spot[1])}
    out = io.BytesIO()
    image.save(out, "JPEG", quality=92, exif=exif, comment=b"SeedComment")
    return out.getvalue() + b"SeedTrailer"


def checked(page: Page) -> None:
    """axe finds nothing, and nothing leaves the screen sideways."""
    settle(page)
    assert findings(page) == []
    assert overflow(page) <= 0


def _degrees(value: float) -> tuple[float, float, float]:
    minutes = (value - int(value)) * 60
    return float(int(value)), float(int(minutes)), round((minutes - int(minutes)) * 60, 3)


def file(data: bytes, name: str = "foto.jpg", kind: str = "image/jpeg") -> FilePayload:
    return {"name": name, "mimeType": kind, "buffer": data}


def place(page: Page, address: str) -> None:
    """Steps one and two: a lamp, where the phone is."""
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation(HERE)
    visit(page, address)
    page.get_by_role("button", name=LAMP).click()
    page.get_by_role("button", name="Mein Standort").click()
    expect(page.locator(".map-accuracy")).to_have_count(1)
    page.get_by_role("button", name=TAKE).click()
    expect(page.get_by_role("heading", name="Foto und Beschreibung")).to_be_visible()


def add_photos(page: Page, *photos: bytes) -> None:
    before = page.locator(".photo img").count()
    page.locator("input[type=file]").last.set_input_files([file(photo, f"{n}.jpg") for n, photo in enumerate(photos)])
    expect(page.locator(".photo img")).to_have_count(before + len(photos))


def write(page: Page, address: str, text: str = "Die Laterne ist dunkel.", photos: int = 2) -> None:
    """Everything up to the last button."""
    place(page, address)
    if photos > 0:
        add_photos(page, *(picture(seed) for seed in range(photos)))
    page.get_by_label(TEXT).fill(text)
    page.get_by_role("button", name=NEXT).click()
    expect(page.get_by_role("heading", name="So sieht es die Öffentlichkeit")).to_be_visible()
    page.wait_for_timeout(PATIENCE_MS)


def send(page: Page) -> None:
    page.get_by_role("button", name="Meldung absenden").click()


def expect_thanks(page: Page) -> str:
    """The number that the town hall gave."""
    expect(page.get_by_role("heading", name=THANKS)).to_be_visible(timeout=20_000)
    return page.locator(".done-code").inner_text()


def sums(page: Page) -> list[str]:
    """The checksums of the photos as the phone holds them, in the draft or waiting."""
    found: list[str] = page.evaluate(
        """async () => {
            const done = (request) => new Promise((tell) => { request.onsuccess = () => tell(request.result) })
            const device = await done(indexedDB.open('sv-defects'))
            const all = (store) => done(device.transaction(store).objectStore(store).getAll())
            const drafts = (await all('draft')).filter((each) => each.data).map((each) => each.data)
            const waiting = (await all('outbox')).flatMap((each) => each.photos)
            device.close()
            const hex = async (data) => Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', data)),
                (byte) => byte.toString(16).padStart(2, '0')).join('')
            return Promise.all([...drafts, ...waiting].map(hex))
        }"""
    )
    return sorted(found)


def rows(server: Server, question: str, *values: Any) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(server.folder / "app.sqlite3", timeout=20)) as database:
        return database.execute(question, values).fetchall()


def reports(server: Server, text: str) -> list[tuple[str, list[str]]]:
    """The number of each report that says so, with the checksums of its photos as they were received."""
    found = rows(server, "SELECT id, number FROM defect_report WHERE description = ?", text)
    question = "SELECT source_hash FROM defect_photo WHERE report_id = ?"
    return [(number, sorted(row[0] for row in rows(server, question, key))) for key, number in found]


def checksum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
