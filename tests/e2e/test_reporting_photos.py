# SPDX-License-Identifier: EUPL-1.2
"""Photos leave the phone small and without a word of what the camera wrote beside; another app may hand them over."""

import io
import re
import time

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.e2e.conftest import install_worker, settle, until, visit
from tests.e2e.reporting import (
    FORM,
    HERE,
    LAMP,
    NEXT,
    PATIENCE_MS,
    TAKE,
    TEXT,
    add_photos,
    expect_thanks,
    file,
    picture,
    place,
    reports,
    send,
    sums,
)
from tests.e2e.server import Server

CAMERA = [b"SeedCamera", b"Kim Muster", b"SeedComment", b"SeedTrailer"]
SEEDS = [*CAMERA, b"Exif", b"GPS", b"http://ns.adobe.com", b"ICC_PROFILE"]
# In a JPEG only what draws the picture: quantisation, Huffman tables, frame, scan.
DRAWING = {0xDB, 0xC4, 0xC0, 0xC1, 0xC2, 0xDD, 0xDA}


def kept(page: Page) -> list[bytes]:
    """The photos of the draft, as they would be sent."""
    found = page.evaluate(
        """async () => {
            const done = (request) => new Promise((tell) => { request.onsuccess = () => tell(request.result) })
            const device = await done(indexedDB.open('sv-defects'))
            const all = await done(device.transaction('draft').objectStore('draft').getAll())
            device.close()
            return all.filter((each) => each.data).map((each) => Array.from(new Uint8Array(each.data)))
        }"""
    )
    return [bytes(one) for one in found]


def segments(jpeg: bytes) -> set[int]:
    """The markers up to the picture's own data."""
    found, at = set(), 2
    while jpeg[at] == 0xFF:
        found.add(jpeg[at + 1])
        if jpeg[at + 1] == 0xDA:
            break
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return found


def test_nothing_but_the_picture_survives_and_it_is_small(page: Page, server: Server) -> None:
    place(page, server.url(FORM))
    # Twelve megapixels, lying on its side as a phone held upright writes it.
    noise = Image.effect_noise((4000, 3000), 60).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SeedCamera"
    out = io.BytesIO()
    noise.save(out, "JPEG", quality=85, exif=exif, comment=b"SeedComment", icc_profile=b"ICC_PROFILE" + bytes(200))
    begun = time.monotonic()
    add_photos(page, out.getvalue() + b"SeedTrailer")
    took = time.monotonic() - begun
    ((photo),) = kept(page)
    assert len(photo) <= 400_000
    assert segments(photo) <= DRAWING
    assert not [seed for seed in SEEDS if seed in photo]
    drawn = Image.open(io.BytesIO(photo))
    assert max(drawn.size) <= 2048
    assert drawn.size[0] < drawn.size[1]
    # The bar is three seconds on a phone; here the machine has other things to do as well.
    assert took < 15


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF", "BMP", "CMYK"])
def test_every_kind_of_picture_becomes_one_that_can_be_sent(kind: str, page: Page, server: Server) -> None:
    place(page, server.url(FORM))
    image = Image.open(io.BytesIO(picture(3, (640, 480))))
    out = io.BytesIO()
    if kind == "CMYK":
        image.convert("CMYK").save(out, "JPEG")
    else:
        image.save(out, kind)
    add_photos(page, out.getvalue())
    (photo,) = kept(page)
    assert photo[:2] == b"\xff\xd8"
    assert segments(photo) <= DRAWING


def test_what_is_no_photo_is_refused_in_words_and_the_text_stays(page: Page, server: Server) -> None:
    place(page, server.url(FORM))
    page.get_by_label(TEXT).fill("Der Text bleibt.")
    fakes = {
        "liste.jpg": b"<html>no picture</html>",
        "leer.jpg": b"",
        "bombe.png": bomb(),
        "zeichnung.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    }
    for name, data in fakes.items():
        kind = "image/svg+xml" if name.endswith("svg") else "image/jpeg"
        page.locator("input[type=file]").last.set_input_files([file(data, name, kind)])
        expect(
            page.get_by_role("alert").filter(has_text=f"„{name}“ kann dieses Gerät nicht als Foto lesen")
        ).to_be_visible()
    assert kept(page) == []
    expect(page.get_by_label(TEXT)).to_have_value("Der Text bleibt.")
    add_photos(page, picture())
    expect(page.get_by_role("alert").filter(has_text="kann dieses Gerät")).to_have_count(0)


def bomb() -> bytes:
    """Some kilobytes that claim to be a picture of 40,000 by 40,000 pixels."""
    out = io.BytesIO()
    Image.new("1", (8, 8)).save(out, "PNG")
    small = bytearray(out.getvalue())
    small[16:24] = (40_000).to_bytes(4, "big") * 2
    return bytes(small)


def test_five_photos_are_the_most(page: Page, server: Server) -> None:
    place(page, server.url(FORM))
    page.locator("input[type=file]").last.set_input_files([file(picture(n, (320, 240)), f"{n}.jpg") for n in range(7)])
    expect(page.get_by_role("alert").filter(has_text="Mehr als 5 Fotos gehen nicht")).to_be_visible()
    expect(page.locator(".photo img")).to_have_count(5)
    expect(page.locator("input[type=file]")).to_have_count(0)
    page.get_by_role("button", name="Foto 5 entfernen").click()
    # The button went with its photo: whoever uses the keyboard goes on where one adds another.
    expect(page.locator("input[type=file]").first).to_be_focused()


def test_where_a_photo_was_taken_is_only_proposed(page: Page, server: Server) -> None:
    place(page, server.url(FORM))
    there = (52.1403, 12.5951)
    add_photos(page, picture(4, spot=there))
    note = page.get_by_text(re.compile(r"Laut Foto ist es 3,\d km entfernt"))
    expect(note).to_be_visible()
    assert b"Exif" not in kept(page)[0]
    page.get_by_role("link", name="Ort aus dem Foto ansehen").click()
    expect(page.get_by_role("button", name="Ort aus dem Foto")).to_be_visible()
    page.get_by_role("button", name=TAKE).click()
    expect(page.get_by_role("heading", name="Foto und Beschreibung")).to_be_visible()
    expect(note).to_have_count(0)


SHARE = """async (bytes) => {
    // As the manifest says it, which the phone follows.
    const { share_target: to } = await (await fetch('/manifest.webmanifest')).json()
    const form = document.createElement('form')
    Object.assign(form, { method: to.method, action: to.action, enctype: to.enctype })
    const name = to.params.files[0].name
    const input = Object.assign(document.createElement('input'), { type: 'file', name, multiple: true })
    const data = new DataTransfer()
    data.items.add(new File([new Uint8Array(bytes)], 'geteilt.jpg', { type: 'image/jpeg' }))
    input.files = data.files
    form.append(input)
    document.body.append(form)
    form.submit()
}"""


def test_a_photo_from_another_app_begins_a_report(page: Page, server: Server) -> None:
    text = "Aus der Galerie geteilt."
    visit(page, server.url("/"))
    install_worker(page)
    with page.expect_navigation():
        page.evaluate(SHARE, list(picture(5, (800, 600), spot=(HERE["latitude"], HERE["longitude"]))))
    settle(page)
    expect(page.get_by_text("Ein Foto ist da. Was ist darauf kaputt?")).to_be_visible()
    page.wait_for_url(server.url(FORM))
    # Once: a reload does not bring it twice.
    page.reload()
    settle(page)
    expect(page.get_by_text("Ein Foto ist da.")).to_be_visible()
    page.get_by_role("button", name=LAMP).click()
    # The map begins where the photo was taken, and asks.
    page.get_by_role("button", name=TAKE).click()
    expect(page.locator(".photo img")).to_have_count(1)
    page.get_by_label(TEXT).fill(text)
    page.get_by_role("button", name=NEXT).click()
    page.wait_for_timeout(PATIENCE_MS)
    photos = sums(page)
    send(page)
    number = expect_thanks(page)
    assert reports(server, text) == [(number, photos)]


def test_what_another_app_shares_and_is_no_photo_is_said(page: Page, server: Server) -> None:
    visit(page, server.url("/"))
    install_worker(page)
    with page.expect_navigation():
        page.evaluate(SHARE, list(b"no picture at all"))
    expect(page.get_by_role("alert").filter(has_text="kann dieses Gerät nicht als Foto lesen")).to_be_visible()
    expect(page.get_by_text("Angefangene Meldung")).to_have_count(0)


def test_a_photo_is_shared_in_a_dead_spot_too(page: Page, server: Server) -> None:
    visit(page, server.url(FORM))
    install_worker(page)
    until(page, "caches.open('sv-extra').then((kept) => kept.keys()).then((keys) => keys.length > 3)")
    page.context.set_offline(True)
    with page.expect_navigation():
        page.evaluate(SHARE, list(picture(6, (800, 600))))
    settle(page)
    expect(page.get_by_text("Ein Foto ist da. Was ist darauf kaputt?")).to_be_visible()


def test_from_the_second_visit_on_one_can_report_without_a_network(page: Page, server: Server) -> None:
    visit(page, server.url("/"))
    install_worker(page)
    # The second visit: what reporting needs comes along, quietly.
    visit(page, server.url("/"))
    for part in ("pick-map", "report-page.*css"):
        keys = "caches.open('sv-extra').then((kept) => kept.keys())"
        until(page, f"{keys}.then((all) => all.some((each) => /{part}/.test(each.url)))")
    page.wait_for_timeout(1000)
    page.context.set_offline(True)
    visit(page, server.url(FORM))
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation(HERE)
    page.get_by_role("button", name=LAMP).click()
    page.get_by_role("button", name="Mein Standort").click()
    page.get_by_role("button", name=TAKE).click()
    page.get_by_label(TEXT).fill("Im Funkloch gemeldet.")
    page.get_by_role("button", name=NEXT).click()
    page.wait_for_timeout(PATIENCE_MS)
    send(page)
    expect(page.get_by_text("Wartet auf Netz")).to_be_visible()
    # The dot on the tab says so, in words too.
    visit(page, server.url("/"))
    expect(page.get_by_text("1 Meldung wartet").first).to_be_attached()
    page.context.set_offline(False)
    expect(page.get_by_text("1 Meldung wartet")).to_have_count(0)
    assert len(reports(server, "Im Funkloch gemeldet.")) == 1
