# SPDX-License-Identifier: EUPL-1.2
"""The editor's day in a real browser: write, illustrate, look, plan, publish, correct, withdraw; nothing gets lost."""

import io
import re
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, FilePayload, FrameLocator, Page, expect

from tests.e2e.conftest import Complaints
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

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def editor(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    """A desk at which an editor sits."""
    made = at_work(browser, server)
    yield made
    made.close()


def photo() -> FilePayload:
    """A picture file that nobody has uploaded before."""
    file = io.BytesIO()
    shade = time.monotonic_ns() % 255
    Image.linear_gradient("L").resize((1200, 800)).point(lambda value: (value + shade) % 256).save(file, "JPEG")
    return {"name": "markt.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()}


def preview(page: Page, view: str) -> FrameLocator:
    return page.frame_locator(f"iframe[title='Vorschau: {view}']")


@pytest.mark.parametrize("look", ["desktop", "phone"])
def test_from_the_first_word_to_the_withdrawal(look: str, browser: Browser, server: Server) -> None:
    phone = look == "phone"
    context = at_work(browser, server, look=look)
    page = context.new_page()
    complaints = Complaints()
    complaints.watch(page)
    page.goto(server.url("/redaktion/nachrichten"))
    page.get_by_role("button", name="Nachricht schreiben").first.click()

    name = f"Adventsmarkt auf der Burg {'mobil' if phone else 'am Tisch'}"
    title(page).fill(name)
    teaser(page).fill("Am 2. Advent fährt ein kostenloser Bus.")
    page.locator("input[type=file]:not([capture])").first.set_input_files(photo())
    page.get_by_label("Was ist auf dem Bild zu sehen?").fill("Holzbuden am Abend vor der Burg")
    write(page, "Der Bus fährt alle 20 Minuten.")
    page.keyboard.press("Enter")
    page.keyboard.type("- Parkplatz am Bahnhof")
    page.get_by_label("Rubrik").select_option(label="Verkehr")
    expect_saved(page)
    item = page.url.rsplit("/", 1)[1].split("?")[0]
    assert public_item(server, item) is None, "residents saw a draft"

    if phone:
        page.get_by_role("button", name="Vorschau").click()
    shown = preview(page, "Artikel")
    expect(shown.get_by_role("heading", level=1, include_hidden=True)).to_have_text(name)
    expect(shown.locator(".prose li")).to_have_text("Parkplatz am Bahnhof")
    expect(shown.locator("figure img")).to_have_attribute("alt", "Holzbuden am Abend vor der Burg")
    page.get_by_text("Liste", exact=True).click()
    expect(preview(page, "Liste").locator(".news-row")).to_contain_text(name)
    if phone:
        page.get_by_role("button", name="Vorschau").click()

    if phone:
        main_button(page, "Veröffentlichen").click()
    else:
        moment = plan(page)
        main_button(page, "Planen").click()
        expect(page.get_by_text(re.compile("^Geplant: "))).to_be_visible()
        assert public_item(server, item) is None, "residents saw it too early"
        time.sleep(max(0.0, (moment - datetime.now(BERLIN)).total_seconds()) + 1)
        page.reload()
    expect(page.locator(".editor-bar, .editor-page").get_by_text("seit heute").first).to_be_visible()
    first = public_item(server, item)
    assert first is not None

    resident = browser.new_context(locale="de-DE", viewport={"width": 390, "height": 844})
    reader = resident.new_page()
    reader.goto(server.url(f"/aktuelles/{item}"))
    expect(reader.get_by_role("heading", level=1)).to_have_text(name)
    expect(reader.locator(".prose li")).to_have_text("Parkplatz am Bahnhof")

    title(page).fill(f"{name}!")
    expect_saved(page)
    assert (public_item(server, item) or {})["title"] == name, "residents saw a correction before it was released"
    main_button(page, "Aktualisieren").click()
    expect(page.get_by_text("Aktualisiert.", exact=True)).to_be_visible()
    corrected = public_item(server, item)
    assert corrected is not None
    assert corrected["title"] == f"{name}!"
    assert corrected["published_at"] == first["published_at"], "a correction lifted the item"

    menu(page, "Zurückziehen")
    expect(page.get_by_text("Zurückgezogen.", exact=True)).to_be_visible()
    assert public_item(server, item) is None
    page.get_by_role("button", name=re.compile("^Rückgängig")).last.click()
    expect(page.get_by_text("Rückgängig gemacht.")).to_be_visible()
    back = public_item(server, item)
    assert back is not None
    assert back["published_at"] == first["published_at"], "the way back lifted the item"
    menu(page, "Zurückziehen")
    expect(page.get_by_text("Zurückgezogen.", exact=True)).to_be_visible()
    reader.goto(server.url(f"/aktuelles/{item}"))
    expect(reader.get_by_text("Diese Nachricht gibt es nicht mehr", exact=False).first).to_be_visible()
    resident.close()
    context.close()
    assert complaints == []


def plan(page: Page) -> datetime:
    """Type the next minute that is some seconds away; fields know no seconds."""
    now = datetime.now(BERLIN)
    moment = (now + timedelta(seconds=75 if now.second > 45 else 60)).replace(second=0, microsecond=0)
    page.locator("#news-plan-mode").get_by_text("Geplant").click()
    page.get_by_label("Erscheint").fill(
        f"heute {moment:%H:%M}" if moment.date() == now.date() else f"morgen {moment:%H:%M}"
    )
    page.get_by_label("Läuft ab").fill("in 2 Wochen")
    page.get_by_label("Kurz gesagt").focus()
    expect(page.get_by_label("Erscheint")).to_have_value(re.compile(r"^(Mo|Di|Mi|Do|Fr|Sa|So) \d\d\.\d\d\.\d{4}$"))
    expect(page.get_by_label("Uhrzeit")).to_have_value(f"{moment:%H:%M}")
    expect_saved(page)
    return moment


def test_what_is_missing_is_said_and_leads_into_the_field(editor: BrowserContext, server: Server) -> None:
    page = editor.new_page()
    new_item(page, server)
    main_button(page, "Veröffentlichen").click()
    summary = page.get_by_role("group", name="Noch 2 Dinge fehlen")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="Überschrift fehlt").click()
    expect(title(page)).to_be_focused()
    expect(title(page)).to_have_attribute("aria-invalid", "true")


def test_a_bad_date_is_answered_and_publishes_nothing(editor: BrowserContext, server: Server) -> None:
    page = editor.new_page()
    item = new_item(page, server)
    title(page).fill("Mit falschem Tag")
    teaser(page).fill("Kurz")
    page.locator("#news-plan-mode").get_by_text("Geplant").click()
    page.get_by_label("Erscheint").fill("31.2.")
    page.get_by_label("Läuft ab").focus()
    expect(page.get_by_text("Diesen Tag gibt es nicht.")).to_be_visible()
    main_button(page, "Planen").click()
    expect(page.get_by_role("link", name="Tag und Uhrzeit des Erscheinens")).to_be_visible()
    expect_saved(page)
    assert public_item(server, item) is None


def test_a_clerk_without_a_mouse_publishes(editor: BrowserContext, server: Server) -> None:
    page = editor.new_page()
    page.goto(server.url("/redaktion/nachrichten"))
    # Once there are rows, the page listens to keys.
    expect(page.locator("main .row").first).to_be_visible()
    page.keyboard.press("n")
    expect(title(page)).to_be_visible()
    for _ in range(30):
        page.keyboard.press("Tab")
        if title(page).evaluate("field => field === document.activeElement"):
            break
    page.keyboard.type("Nur mit Tasten")
    page.keyboard.press("Tab")
    page.keyboard.type("Ganz ohne Maus.")
    for _ in range(12):
        page.keyboard.press("Tab")
        if text(page).evaluate("field => field === document.activeElement"):
            break
    page.keyboard.press("Control+b")
    page.keyboard.type("Fett")
    page.keyboard.press("Control+k")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("Wohin führt der Link?")).to_be_focused()
    page.keyboard.type("www.bad-belzig.de")
    page.keyboard.press("Tab")
    page.keyboard.type("zur Stadt")
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    expect(text(page).locator("a[href='https://www.bad-belzig.de']")).to_have_text("zur Stadt")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".toast")).to_contain_text("Veröffentlicht.")
    item = page.url.rsplit("/", 1)[1].split("?")[0]
    assert (public_item(server, item) or {})["title"] == "Nur mit Tasten"


def test_the_list_is_led_by_keys_filters_and_search(editor: BrowserContext, server: Server) -> None:
    page = editor.new_page()
    page.goto(server.url("/redaktion/nachrichten"))
    expect(page.locator(".row").first).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(".row-link").nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator(".row-link").nth(0)).to_be_focused()
    page.keyboard.press("Enter")
    expect(title(page)).to_be_visible()
    page.go_back()
    page.get_by_role("button", name=re.compile("^Geplant")).click()
    expect(page).to_have_url(re.compile("stand=geplant"))
    expect(page.locator(".rows .badge").first).to_have_text("Geplant")
    page.goto(server.url("/redaktion/nachrichten"))
    expect(page.get_by_role("button", name=re.compile("^Geplant"))).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("/")
    page.keyboard.type("xqzzx")
    expect(page.get_by_role("heading", name="Nichts zu „xqzzx“")).to_be_visible()
    page.get_by_role("button", name="Filter zurücksetzen").click()
    expect(page.locator(".row").first).to_be_visible()


def test_a_deleted_draft_comes_back(editor: BrowserContext, server: Server) -> None:
    page = editor.new_page()
    item = new_item(page, server)
    title(page).fill("Weg damit")
    expect_saved(page)
    menu(page, "Löschen")
    expect(page.locator(".toast")).to_contain_text("Gelöscht.")
    expect(page.get_by_role("heading", level=1, name="Nachrichten")).to_be_visible()
    page.locator(".toast").get_by_role("button").click()
    expect(page.locator(".toast")).to_contain_text("Rückgängig gemacht.")
    open_item(page, server, item)
    expect(title(page)).to_have_value("Weg damit")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("look", ["desktop", "phone"])
def test_axe_finds_nothing_where_news_are_written(scheme: str, look: str, browser: Browser, server: Server) -> None:
    context = at_work(browser, server, look=look, color_scheme=scheme)
    page = context.new_page()
    found = {}
    page.goto(server.url("/redaktion/nachrichten"))
    expect(page.locator(".row").first).to_be_visible()
    found["list"] = findings(page) + [f"{overflow(page)} px"] * (overflow(page) > 0)
    page.locator(".row-link").first.click()
    expect(text(page)).to_be_visible()
    page.locator("#news-plan-mode").get_by_text("Geplant").click()
    found["editor"] = findings(page) + [f"{overflow(page)} px"] * (overflow(page) > 0)
    page.goto(server.url("/redaktion/nachrichten/quellen"))
    expect(page.get_by_role("heading", level=1, name="Quellen")).to_be_visible()
    found["sources"] = findings(page)
    context.close()
    assert {name: problems for name, problems in found.items() if problems} == {}
