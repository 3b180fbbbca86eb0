# SPDX-License-Identifier: EUPL-1.2
"""Pictures in the editorial area, by a real browser: brought in by every way, refused in words, described, deleted."""

import base64
import io
import json
import re
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.conftest import settle
from tests.e2e.server import Server
from tests.e2e.staff import desk, sign_in
from tests.e2e.test_accessibility import DOUBLE, findings, overflow

AREA, LIBRARY = "/redaktion", "/medien"
QUESTION = "Was ist auf dem Bild zu sehen?"


def at_desk(browser: Browser, server: Server, path: str, look: str = "desktop", **more: Any) -> Page:
    """The demo's editor, signed in, at a page of the editorial area."""
    page = desk(browser, look, **more).new_page()
    sign_in(page, server, path=path)
    return page


def photo(colour: str = "teal", size: tuple[int, int] = (1200, 800)) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, "JPEG")
    return buffer.getvalue()


def file(name: str, data: bytes, kind: str = "image/jpeg") -> Any:
    return {"name": name, "mimeType": kind, "buffer": data}


def tile(page: Page, name: str) -> Locator:
    return page.locator(".tile").filter(has_text=name)


def upload(page: Page, *files: Any, button: str = "Bilder hochladen") -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name=button, exact=True).click()
    chooser.value.set_files(list(files))


def hand_over(page: Page, event: str, name: str, data: bytes, text: str = "") -> None:
    """Drop or paste a file in the middle of the page, as the system does it."""
    page.evaluate(
        """([event, name, bytes, text]) => {
            const data = new DataTransfer()
            if (text) data.setData('text/plain', text)
            const content = Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0))
            data.items.add(new File([content], name, { type: 'image/jpeg' }))
            const options = { bubbles: true, cancelable: true, dataTransfer: data, clipboardData: data }
            const target = document.querySelector('main')
            if (event === 'paste') return target.dispatchEvent(new ClipboardEvent('paste', options))
            for (const step of ['dragenter', 'dragover', 'drop']) target.dispatchEvent(new DragEvent(step, options))
        }""",
        [event, name, base64.b64encode(data).decode(), text],
    )


def saved(page: Page) -> None:
    expect(page.locator(".save-status > [aria-hidden]").last).to_contain_text("Gespeichert")


def test_pictures_come_in_by_button_drop_and_paste_and_what_is_none_is_refused_beside_its_name(
    browser: Browser, server: Server
) -> None:
    page = at_desk(browser, server, LIBRARY)
    upload(page, file("Burgfest.jpg", photo()), file("IMG_2041.jpg", b"<svg/>"), file("Film.mp4", b"x", "video/mp4"))
    expect(tile(page, "Burgfest.jpg")).to_be_visible()
    refusals = page.locator(".refusal")
    expect(refusals).to_have_count(2)
    expect(refusals.first).to_contain_text("„IMG_2041.jpg“ ist kein Bild")
    with page.expect_file_chooser() as chooser:
        refusals.first.get_by_role("button", name="Anderes Bild wählen").click()
    chooser.value.set_files([file("Markt.jpg", photo("olive"))])
    expect(tile(page, "Markt.jpg")).to_be_visible()
    page.get_by_role("button", name="Hinweis zu „Film.mp4“ schließen").click()
    expect(refusals).to_have_count(0)
    hand_over(page, "drop", "Gezogen.jpg", photo("navy"))
    expect(tile(page, "Gezogen.jpg")).to_be_visible()
    hand_over(page, "paste", "Bildschirmfoto.jpg", photo("maroon"))
    expect(tile(page, "Bildschirmfoto.jpg")).to_be_visible()
    hand_over(page, "paste", "Wort.jpg", photo("gray"), text="aus Word")
    upload(page, file("Burgfest, noch einmal.jpg", photo()))
    expect(page.locator(".toast")).to_contain_text("1 Bild hochgeladen")
    expect(page.locator(".tile").first).to_contain_text("Burgfest.jpg")
    expect(tile(page, "Wort.jpg")).to_have_count(0)


def test_a_lost_network_is_said_and_the_picture_can_be_sent_again(browser: Browser, server: Server) -> None:
    page = at_desk(browser, server, LIBRARY)
    page.context.set_offline(True)
    upload(page, file("Unterwegs.jpg", photo("indigo")))
    expect(page.locator(".refusal")).to_contain_text("„Unterwegs.jpg“ wurde nicht hochgeladen")
    page.context.set_offline(False)
    page.get_by_role("button", name="Noch einmal hochladen").click()
    expect(tile(page, "Unterwegs.jpg")).to_be_visible()


def test_a_picture_is_described_and_its_point_set_by_mouse_and_keys(browser: Browser, server: Server) -> None:
    page = at_desk(browser, server, LIBRARY)
    upload(page, file("Punkt.jpg", photo("purple")))
    tile(page, "Punkt.jpg").get_by_role("link").click()
    page.get_by_label(QUESTION).fill("Bunte Buden vor der Burg")
    page.get_by_label("Foto:").fill("Jana Müller")
    shown = page.locator(".focal img").bounding_box()
    assert shown is not None
    page.locator(".focal img").click(position={"x": shown["width"] * 0.25, "y": shown["height"] * 0.75})
    ring = page.get_by_role("button", name=re.compile("^Wichtigster Punkt"))
    expect(ring).to_have_accessible_name(re.compile(r"2[456] % von links, 7[456] % von oben"))
    ring.press("ArrowRight")
    ring.press("Shift+ArrowUp")
    moved = re.compile(r"2[678] % von links, 6[456] % von oben")
    expect(ring).to_have_accessible_name(moved)
    expect(page.locator(".crop.square img")).to_have_css("object-position", re.compile(r"^2[678][.\d]*% 6[456]"))
    saved(page)
    page.reload()
    settle(page)
    expect(page.get_by_label(QUESTION)).to_have_value("Bunte Buden vor der Burg")
    expect(page.get_by_label("Foto:")).to_have_value("Jana Müller")
    expect(ring).to_have_accessible_name(moved)
    page.goto(server.url(f"{AREA}{LIBRARY}?q=jana+mueller"))
    expect(page.locator(".tile")).to_have_count(1)


def test_a_picture_in_use_stays_and_says_where_it_is(browser: Browser, server: Server) -> None:
    page = at_desk(browser, server, LIBRARY)
    page.locator(".tile").filter(has_text="1 × verwendet").first.get_by_role("link").click()
    settle(page)
    page.get_by_role("button", name="Weitere Möglichkeiten").click()
    page.get_by_role("menuitem", name="Bild löschen").click()
    expect(page.get_by_role("alert")).to_contain_text("Das Bild wird noch verwendet")
    page.locator("main .row-link").first.click()
    expect(page).to_have_url(re.compile(r"/redaktion/nachrichten/[0-9a-f-]{36}$"))


def test_a_deleted_picture_comes_back_by_undo_and_goes_for_good_with_the_message(
    browser: Browser, server: Server
) -> None:
    page = at_desk(browser, server, LIBRARY)
    upload(page, file("Versehen.jpg", photo("crimson")))
    for undo in (True, False):
        tile(page, "Versehen.jpg").get_by_role("link").click()
        settle(page)
        address = page.url
        page.get_by_role("button", name="Weitere Möglichkeiten").click()
        page.get_by_role("menuitem", name="Bild löschen").click()
        expect(page.locator(".toast")).to_contain_text("„Versehen.jpg“ gelöscht")
        expect(tile(page, "Versehen.jpg")).to_have_count(0)
        if undo:
            page.keyboard.press("Control+z")
            expect(tile(page, "Versehen.jpg")).to_be_visible()
    expect(page.locator(".toast")).to_have_count(0, timeout=15_000)
    page.goto(address)
    expect(page.get_by_role("heading", name="Dieses Bild gibt es nicht mehr.").last).to_be_visible()


def test_a_text_takes_its_picture_from_the_library_by_the_keyboard_alone(browser: Browser, server: Server) -> None:
    page = at_desk(browser, server, LIBRARY)
    upload(page, file("Tastatur.jpg", photo("orange")))
    expect(tile(page, "Tastatur.jpg")).to_be_visible()
    page.goto(server.url("/redaktion/nachrichten"))
    settle(page)
    page.keyboard.press("n")
    page.get_by_role("button", name="Bild wählen").press("Enter")
    sheet = page.get_by_role("dialog", name="Bild wählen")
    sheet.get_by_role("searchbox").fill("tastatur")
    expect(sheet.locator(".tile")).to_have_count(1)
    sheet.get_by_role("button", name="„Tastatur.jpg“ nehmen").press("Enter")
    expect(page.get_by_label(QUESTION)).to_be_focused()
    page.keyboard.type("Ein orangefarbenes Feld")
    page.get_by_role("button", name="Tauschen").press("Enter")
    expect(sheet).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Tauschen")).to_be_focused()
    page.get_by_role("button", name="Weitere Möglichkeiten zum Bild").press("Enter")
    page.get_by_role("menuitem", name="Bild entfernen").press("Enter")
    expect(page.get_by_role("button", name="Bild wählen")).to_be_visible()
    page.locator("main").click(position={"x": 5, "y": 5})
    page.keyboard.press("Control+z")
    expect(page.get_by_label(QUESTION)).to_have_value("Ein orangefarbenes Feld")


def test_a_text_takes_a_new_picture_from_the_phone(browser: Browser, server: Server) -> None:
    page = at_desk(browser, server, "/nachrichten", "phone")
    page.get_by_role("button", name="Nachricht schreiben").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Foto aufnehmen").click()
    assert page.locator("input[type=file][capture=environment]").count() == 1
    chooser.value.set_files([file("leer.jpg", b"")])
    expect(page.locator(".refusal")).to_contain_text("„leer.jpg“ ist leer")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Anderes Bild wählen").click()
    chooser.value.set_files([file("Kamera.jpg", photo("salmon", (900, 1600)))])
    expect(page.get_by_role("button", name="Tauschen")).to_be_visible()
    assert overflow(page) == 0


LOOKS: dict[str, dict[str, Any]] = {
    "desktop": {},
    "desktop-dark": {"color_scheme": "dark"},
    "phone": {"look": "phone"},
    "phone-dark": {"look": "phone", "color_scheme": "dark"},
    "narrow-large-text": {"viewport": {"width": 320, "height": 640}},
}


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_about_pictures(look: str, browser: Browser, server: Server) -> None:
    page = at_desk(browser, server, LIBRARY, **LOOKS[look])
    found: dict[str, list[str]] = {}

    def judge(what: str) -> None:
        if "large-text" in look:
            page.evaluate(DOUBLE)
        problems = findings(page)
        if overflow(page) > 0:
            problems.append(f"leaves the screen sideways by {overflow(page)} px")
        if problems:
            found[what] = problems

    expect(page.locator(".tile").first).to_be_visible()
    upload(page, file("kaputt.jpg", photo()[:3000]))
    expect(page.locator(".refusal")).to_be_visible()
    judge("library")
    page.locator(".tile-link").first.click()
    expect(page.locator(".focal-ring")).to_be_visible()
    judge("picture")
    page.goto(server.url(f"{AREA}{LIBRARY}?q=xqzzx"))
    expect(page.get_by_role("heading", name="Nichts zu „xqzzx“")).to_be_visible()
    judge("nothing")
    page.goto(server.url("/redaktion/nachrichten/00000000-0000-4000-8000-000000000001?neu"))
    page.get_by_role("button", name="Bild wählen").click()
    expect(page.get_by_role("dialog").locator(".tile").first).to_be_visible()
    judge("sheet")
    page.get_by_role("dialog").locator(".tile-link").first.click()
    expect(page.get_by_label(QUESTION)).to_be_visible()
    judge("field")
    assert found == {}, json.dumps(found, indent=1, ensure_ascii=False)
