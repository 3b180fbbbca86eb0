# SPDX-License-Identifier: EUPL-1.2
"""A clerk's day with reports: accept, hide what nobody may see, publish, answer; on desktop, on phone, by keys."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.answering import (
    CLERK,
    choose_state,
    draw,
    heading,
    inbox_in,
    note,
    open_report,
    public_report,
    report_where,
    toast,
)
from tests.e2e.conftest import Complaints
from tests.e2e.server import Server
from tests.e2e.test_accessibility import overflow
from tests.e2e.writing import at_work

NEW, LAMP, REPLIED = "r.status = 'received'", "r.title LIKE 'Straßen_bel%'", "r.replied_at IS NOT NULL"
TOWNS = {"desktop": "bad-belzig", "phone": "angermuende"}


@pytest.fixture(scope="module")
def town_hall(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with inbox_in(demo, tmp_path_factory.mktemp("town-hall") / "own") as server:
        yield server


@pytest.fixture
def clerk(browser: Browser, town_hall: Server) -> Iterator[BrowserContext]:
    """A desk at which a clerk sits."""
    made = at_work(browser, town_hall, CLERK)
    yield made
    made.close()


def answer_page(page: Page, phone: bool) -> None:
    """A phone shows the answer after the report."""
    if phone:
        page.get_by_role("button", name="Antworten", exact=True).click()
        expect(page.locator(".answer-page")).to_be_visible()


def dark_in_the_middle(server: Server, path: str, tenant: str) -> bool:
    picture = Image.open(io.BytesIO(server.get(path, tenant).read())).convert("RGB")
    pixel = picture.getpixel((picture.width // 2, picture.height // 2))
    assert isinstance(pixel, tuple)
    return max(pixel) < 12


@pytest.mark.parametrize("look", ["desktop", "phone"])
def test_a_clerk_accepts_publishes_and_answers_three_reports(look: str, browser: Browser, town_hall: Server) -> None:
    phone, tenant = look == "phone", TOWNS[look]
    ids = [report_where(town_hall, condition, tenant) for condition in (NEW, LAMP, REPLIED)]
    context = at_work(browser, town_hall, CLERK, look, tenant)
    page = context.new_page()
    complaints = Complaints()
    complaints.watch(page)
    page.goto(town_hall.url("/redaktion/meldungen", tenant))
    rows = page.locator(".report-row")
    expect(rows.first).to_be_visible()
    waiting = rows.count()
    rows.first.get_by_role("link").click()

    # The first one is overdue: taken on, with an answer.
    answer_page(page, phone)
    choose_state(page, "In Arbeit")
    page.get_by_role("button", name="Veröffentlichen und antworten").click()
    expect(page.get_by_text("Bitte schreiben Sie eine öffentliche Antwort.").first).to_be_visible()
    note(page).fill("Der Bauhof füllt das Loch heute.")
    page.get_by_role("button", name="Veröffentlichen und antworten").click()
    expect(toast(page)).to_contain_text("In Arbeit")

    # The next one opens by itself: a number in the text, something in the photo.
    expect(page).to_have_url(town_hall.url(f"/redaktion/meldungen/{ids[1]}", tenant))
    expect(heading(page)).to_be_focused()
    page.get_by_role("button", name="Alle verdecken").click()
    expect(page.locator(".mask").first).to_contain_text("verdeckt")
    page.get_by_role("button", name="Schwärzen").click()
    draw(page, at=(0.3, 0.3), to=(0.7, 0.7))
    expect(page.locator(".area-list li")).to_have_count(1)
    answer_page(page, phone)
    page.get_by_label("Vorlage").select_option(label="Leuchtmittel bestellt")
    page.get_by_role("button", name="Veröffentlichen und antworten").click()
    expect(page.get_by_text("In der Antwort ist noch eine Lücke: {Datum}").first).to_be_visible()
    page.get_by_label("Voraussichtlich erledigt bis").fill("in 3 Tagen")
    expect(note(page)).not_to_have_value("{Datum}")
    page.get_by_role("button", name="Veröffentlichen und antworten").click()
    expect(toast(page)).to_contain_text("Eingeplant")

    # The reporter has answered our question.
    expect(page).to_have_url(town_hall.url(f"/redaktion/meldungen/{ids[2]}", tenant))
    expect(page.locator(".notice-card.is-reply")).to_be_visible()
    answer_page(page, phone)
    choose_state(page, "Erledigt")
    note(page).fill("Das Fahrrad ist abgeholt.")
    page.get_by_role("button", name="Antworten", exact=True).last.click()
    expect(toast(page)).to_contain_text("Erledigt")
    assert overflow(page) == 0

    page.goto(town_hall.url("/redaktion/meldungen", tenant))
    expect(rows).to_have_count(waiting - 3)
    page.goto(town_hall.url("/redaktion/meldungen?ablage=in-arbeit", tenant))
    page.locator(f"[data-report='{ids[1]}'] .row-link").click()
    expect(page.get_by_text("Die Flächen sind eingebrannt, das Original ist gelöscht.")).to_be_visible()
    first, lamp, last = (public_report(town_hall, each, tenant) for each in ids)
    assert [first["status"], lamp["status"], last["status"]] == ["in_progress", "scheduled", "resolved"]
    assert first["note"] == "Der Bauhof füllt das Loch heute."
    assert "3920012" not in lamp["text"] and "verdeckt" in lamp["text"]
    assert dark_in_the_middle(town_hall, lamp["photo"]["src"], tenant)
    assert lamp["expected_on"] is not None and "{" not in lamp["note"]
    assert complaints == []
    context.close()


def test_the_photo_is_blackened_by_keys_alone(clerk: BrowserContext, town_hall: Server) -> None:
    page = clerk.new_page()
    open_report(page, town_hall, report_where(town_hall, "r.title LIKE 'Bank%' AND r.status = 'received'"))
    page.keyboard.press("s")
    area = page.get_by_role("button", name="Fläche 1: ")
    expect(area).to_be_focused()
    expect(area).to_have_accessible_name("Fläche 1: links 40 %, oben 40 %, 20 % breit, 20 % hoch")
    for key in ("ArrowRight", "ArrowRight", "Shift+ArrowDown"):
        page.keyboard.press(key)
    expect(area).to_have_accessible_name("Fläche 1: links 42 %, oben 40 %, 20 % breit, 21 % hoch")
    page.keyboard.press("Delete")
    expect(area).to_have_count(0)


def test_a_finger_draws_and_the_page_does_not_scroll_away(browser: Browser, town_hall: Server) -> None:
    context = at_work(browser, town_hall, CLERK, "phone")
    page = context.new_page()
    open_report(page, town_hall, report_where(town_hall, "r.title LIKE 'Bank%' AND r.status = 'received'"))
    page.get_by_role("button", name="Schwärzen").tap()
    box = page.locator(".redact").bounding_box()
    assert box is not None
    before = page.evaluate("scrollY")
    tools = context.new_cdp_session(page)
    points = [(0.2, 0.2), (0.4, 0.5), (0.6, 0.8)]
    for step, (x, y) in enumerate(points):
        where = {"x": box["x"] + x * box["width"], "y": box["y"] + y * box["height"]}
        tools.send("Input.dispatchTouchEvent", {"type": "touchMove" if step else "touchStart", "touchPoints": [where]})
    tools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(page.get_by_role("button", name="Fläche 1: links 20 %, oben 20 %, 40 % breit, 60 % hoch")).to_be_visible()
    assert page.evaluate("scrollY") == before
    context.close()


def test_finds_that_are_left_are_asked_for_once(clerk: BrowserContext, town_hall: Server) -> None:
    page = clerk.new_page()
    report = report_where(town_hall, "r.description LIKE '%PM-XY 123%'")
    open_report(page, town_hall, report, query="?tun=annehmen")
    page.get_by_role("button", name="Veröffentlichen", exact=True).click()
    dialog = page.get_by_role("dialog", name="Noch nicht alles verdeckt")
    expect(dialog).to_contain_text("Kennzeichen")
    dialog.get_by_role("button", name="Verdecken und veröffentlichen").click()
    expect(toast(page)).to_contain_text("Angenommen")
    shown = public_report(town_hall, report)
    assert "[Kennzeichen verdeckt]" in shown["text"] and "PM-XY" not in shown["text"]


def test_what_was_written_survives_the_page(clerk: BrowserContext, town_hall: Server) -> None:
    page = clerk.new_page()
    report = report_where(town_hall, "r.title LIKE 'Bank%' AND r.status = 'received'")
    open_report(page, town_hall, report)
    note(page).fill("Wir sehen uns das an.")
    page.reload()
    expect(note(page)).to_have_value("Wir sehen uns das an.")
    expect(toast(page)).to_contain_text("ist wieder da")
    open_report(page, town_hall, report, query="?tun=annehmen")
    expect(note(page)).to_have_value("Wir sehen uns das an.")
    page.get_by_label("Interne Notiz schreiben").fill("Bauhof fragen")
    page.reload()
    expect(page.get_by_label("Interne Notiz schreiben")).to_have_value("Bauhof fragen")
    note(page).fill("")
    page.goto(town_hall.url("/redaktion"))


def test_two_clerks_lose_nothing_to_each_other(browser: Browser, clerk: BrowserContext, town_hall: Server) -> None:
    report = report_where(town_hall, "r.title LIKE 'Schaukel%'")
    other = at_work(browser, town_hall, "verwaltung")
    mine, theirs = clerk.new_page(), other.new_page()
    for page in (mine, theirs):
        open_report(page, town_hall, report)
    note(mine).fill("Die Schaukel kommt weg.")
    choose_state(mine, "Eingeplant")
    mine.get_by_label("Voraussichtlich erledigt bis").fill("morgen")
    choose_state(theirs, "Erledigt")
    note(theirs).fill("Die Schaukel hängt wieder.")
    theirs.get_by_role("button", name="Antworten", exact=True).click()
    expect(toast(theirs)).to_contain_text("Erledigt")
    mine.get_by_role("button", name="Antworten", exact=True).click()
    clash = mine.get_by_role("group", name="Inzwischen von Robin Vorlage geändert")
    expect(clash).to_be_focused()
    expect(clash).to_contain_text("Die Schaukel hängt wieder.")
    expect(note(mine)).to_have_value("Die Schaukel kommt weg.")
    assert public_report(town_hall, report)["note"] == "Die Schaukel hängt wieder."
    other.close()


def test_an_answer_begun_before_brings_no_photo_back(
    browser: Browser, clerk: BrowserContext, town_hall: Server
) -> None:
    report = report_where(town_hall, "r.title LIKE 'Bank%' AND r.status = 'received'")
    mine = clerk.new_page()
    open_report(mine, town_hall, report)
    note(mine).fill("Wir sehen uns das an.")
    mine.goto(town_hall.url("/redaktion"))
    other = at_work(browser, town_hall, "verwaltung")
    theirs = other.new_page()
    open_report(theirs, town_hall, report, query="?tun=annehmen")
    theirs.get_by_text("Foto veröffentlichen").click()
    theirs.get_by_role("button", name="Veröffentlichen", exact=True).click()
    expect(toast(theirs)).to_contain_text("Angenommen")
    open_report(mine, town_hall, report)
    expect(mine.get_by_role("group", name="Inzwischen von Robin Vorlage geändert")).to_be_visible()
    expect(note(mine)).to_have_value("Wir sehen uns das an.")
    expect(mine.get_by_label("Foto veröffentlichen")).not_to_be_checked()
    other.close()
