# SPDX-License-Identifier: EUPL-1.2
"""What clerks do with reports beside answering: mark, assign, merge, part, forward, note, look at a contact, print.

And what administrators decide about categories.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.answering import (
    CLERK,
    heading,
    inbox_in,
    open_report,
    public_report,
    report_where,
    toast,
)
from tests.e2e.server import Server
from tests.e2e.writing import at_work

TRASH = "r.title LIKE 'Müll%' AND r.status = 'received'"
BENCH = "r.title LIKE 'Bank%' AND r.status = 'received'"


@pytest.fixture(scope="module")
def town_hall(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with inbox_in(demo, tmp_path_factory.mktemp("desk") / "own") as server:
        yield server


@pytest.fixture
def clerk(browser: Browser, town_hall: Server) -> Iterator[Page]:
    made = at_work(browser, town_hall, CLERK)
    yield made.new_page()
    made.close()


@pytest.fixture
def chief(browser: Browser, town_hall: Server) -> Iterator[BrowserContext]:
    made = at_work(browser, town_hall, "verwaltung")
    yield made
    made.close()


def inbox(page: Page, server: Server, query: str = "") -> None:
    page.goto(server.url(f"/redaktion/meldungen{query}"))
    expect(page.locator("[data-report]").first).to_be_visible()


def test_the_inbox_says_what_is_due_and_obeys_the_keyboard(clerk: Page, town_hall: Server) -> None:
    inbox(clerk, town_hall)
    groups = clerk.locator(".group-heading").all_inner_texts()
    assert [group.split()[0] for group in groups] == ["Überfällig", "Heute", "Später"]
    expect(clerk.locator(".report-due.is-late strong")).to_have_text(re.compile(r"Std\.|Min\.|Tag|Überfällig"))
    clerk.keyboard.press("j")
    clerk.keyboard.press("j")
    second = clerk.locator(".report-row .row-link").nth(1)
    expect(second).to_be_focused()
    clerk.keyboard.press("x")
    clerk.keyboard.press("j")
    clerk.keyboard.press("x")
    expect(clerk.get_by_role("group", name="2 markiert")).to_be_visible()
    clerk.keyboard.press("z")
    dialog = clerk.get_by_role("dialog", name="Wer kümmert sich um 2 Meldungen?")
    expect(dialog.get_by_role("radio").first).to_be_checked()
    dialog.get_by_role("button", name="Zuweisen").click()
    expect(toast(clerk)).to_contain_text("Alex Muster kümmert sich darum.")
    expect(clerk.locator(".report-row", has_text="zuständig: Alex Muster")).to_have_count(2)
    clerk.get_by_role("button", name="Filter").click()
    clerk.get_by_role("menuitem", name="nur meine").click()
    expect(clerk.locator(".report-row")).to_have_count(2)
    number = public_report(town_hall, report_where(town_hall, BENCH))["number"]
    clerk.keyboard.press("Control+k")
    clerk.get_by_role("combobox").fill(number[-4:])
    clerk.get_by_role("option", name=re.compile(number)).click()
    expect(heading(clerk)).to_have_text("Bank und Möbel")


def test_list_and_map_show_the_same_reports_with_the_same_numbers(clerk: Page, town_hall: Server) -> None:
    inbox(clerk, town_hall, "?ablage=eingang")
    listed = [row.get_attribute("data-report") for row in clerk.locator(".report-row").all()]
    clerk.get_by_text("Karte", exact=True).click()
    expect(clerk.locator(".map-row").first).to_be_visible()
    assert [row.get_attribute("data-report") for row in clerk.locator(".map-row").all()] == listed
    expect(clerk.locator(".report-map .point").first).to_be_visible()
    shown = {word.strip() for pin in clerk.locator(".report-map .point").all_inner_texts() for word in pin.split(",")}
    assert shown == {str(number + 1) for number in range(len(listed))}


def test_two_reports_become_one_and_are_parted_again(clerk: Page, town_hall: Server) -> None:
    report = report_where(town_hall, TRASH)
    older = public_report(town_hall, report_where(town_hall, "r.title LIKE 'Reifen%'"))["number"]
    inbox(clerk, town_hall, "?ablage=eingang")
    clerk.locator(f"[data-report='{report}'] .row-link").focus()
    clerk.keyboard.press("d")
    dialog = clerk.get_by_role("dialog", name="Zwei Meldungen zusammenführen")
    expect(dialog.get_by_role("radio", name=re.compile("älter, vorgeschlagen"))).to_be_checked()
    expect(dialog).to_contain_text("16 m auseinander")
    clerk.keyboard.press("Enter")
    expect(toast(clerk)).to_contain_text(f"verweist jetzt auf {older}")
    open_report(clerk, town_hall, report)
    expect(clerk.get_by_role("link", name=f"Zusammengeführt mit {older}")).to_be_visible()
    clerk.get_by_role("button", name="Trennen").click()
    expect(toast(clerk)).to_contain_text("Getrennt")
    expect(clerk.locator(".report-head .stand")).to_have_text("Angenommen")


def test_forwarding_says_what_leaves_the_house(clerk: Page, town_hall: Server) -> None:
    report = report_where(town_hall, BENCH)
    inbox(clerk, town_hall, "?ablage=eingang")
    clerk.locator(f"[data-report='{report}'] .row-link").focus()
    clerk.keyboard.press("w")
    sheet = clerk.get_by_role("dialog", name="Weiterleiten")
    sheet.get_by_text("Andere Adresse …").click()
    sheet.get_by_role("button", name="Weiterleiten und antworten").click()
    expect(sheet.get_by_text("Bitte nennen Sie die Stelle.").first).to_be_visible()
    sheet.get_by_label("Name der Stelle").fill("Kreis")
    sheet.get_by_label("E-Mail-Adresse").fill("bau@kreis.example")
    expect(sheet.get_by_label("Öffentliche Antwort")).to_have_value(re.compile("an Kreis gegeben"))
    expect(sheet.locator(".sends")).to_contain_text("1 Foto")
    sheet.get_by_role("button", name="Weiterleiten und antworten").click()
    expect(toast(clerk)).to_contain_text("Weitergeleitet an Kreis")
    assert public_report(town_hall, report)["forwarded_to"] == "Kreis"
    open_report(clerk, town_hall, report)
    clerk.keyboard.press("w")
    expect(sheet.get_by_text("bau@kreis.example")).to_be_visible()


def test_notes_stay_inside_and_looking_at_a_contact_is_logged(
    clerk: Page, chief: BrowserContext, town_hall: Server
) -> None:
    report = report_where(town_hall, "EXISTS (SELECT 1 FROM defect_contact c WHERE c.report_id = r.id)")
    open_report(clerk, town_hall, report)
    clerk.get_by_role("button", name="Merken").click()
    expect(clerk.get_by_text("Bitte schreiben Sie die Notiz.")).to_be_visible()
    clerk.get_by_label("Interne Notiz schreiben").fill("Ersatzteil kommt Donnerstag.")
    clerk.get_by_role("button", name="Merken").click()
    expect(clerk.locator(".notes")).to_contain_text("Ersatzteil kommt Donnerstag.")
    assert "Ersatzteil" not in json.dumps(public_report(town_hall, report))
    expect(clerk.locator(".private-card")).not_to_contain_text("@")
    clerk.get_by_role("button", name="Anzeigen").click()
    shown = clerk.locator(".private-card dd").first
    expect(shown).not_to_have_text("hinterlegt")
    contact = shown.inner_text()
    log = chief.new_page()
    log.goto(town_hall.url("/redaktion/protokoll"))
    number = clerk.locator(".report-head p").first.inner_text().split()[0]
    expect(log.locator("main")).to_contain_text(number)
    assert contact not in log.locator("main").inner_text()


def test_a_clerk_takes_a_report_from_the_public_and_back(clerk: Page, town_hall: Server) -> None:
    report = report_where(town_hall, "r.status = 'scheduled'")
    open_report(clerk, town_hall, report)
    clerk.get_by_role("button", name="Weitere Möglichkeiten", exact=True).click()
    clerk.get_by_role("menuitem", name="Aus der Öffentlichkeit nehmen").click()
    expect(clerk.locator(".report-hidden")).to_be_visible()
    with pytest.raises(HTTPError):
        public_report(town_hall, report)
    clerk.keyboard.press("Control+z")
    expect(clerk.locator(".report-hidden")).to_have_count(0)
    assert public_report(town_hall, report)["status"] == "scheduled"


def test_what_everybody_sees_changes_without_a_new_answer(clerk: Page, town_hall: Server) -> None:
    report = report_where(town_hall, "r.status = 'scheduled'")
    before = public_report(town_hall, report)
    open_report(clerk, town_hall, report)
    clerk.get_by_role("button", name="Bearbeiten").click()
    clerk.get_by_label("Öffentlicher Titel").fill("Gully läuft über")
    clerk.get_by_role("button", name="Änderung veröffentlichen").click()
    expect(toast(clerk)).to_contain_text(before["number"])
    after = public_report(town_hall, report)
    assert (after["title"], after["status"], after["note"]) == ("Gully läuft über", "scheduled", before["note"])


def test_a_tour_is_printed_with_every_place(clerk: Page, town_hall: Server) -> None:
    clerk.add_init_script("window.print = () => undefined")
    inbox(clerk, town_hall, "?ablage=eingang")
    places = clerk.locator(".report-place").all_inner_texts()
    clerk.get_by_role("button", name="Tour drucken").click()
    tour = clerk.locator(".tour")
    expect(tour.locator("li")).to_have_count(len(places))
    expect(tour).not_to_be_visible()
    clerk.emulate_media(media="print")
    expect(tour).to_be_visible()
    expect(clerk.locator("#app")).not_to_be_visible()
    for place in places:
        expect(tour).to_contain_text(place.strip(" ·\n"))
    expect(tour).to_contain_text("[Nummer verdeckt]")
    assert "3920012" not in tour.inner_text()
    numbers = clerk.locator(".tour-map text").all_text_contents()
    assert {number.strip() for words in numbers for number in words.split(",")} == {
        str(at + 1) for at in range(len(places))
    }
    clerk.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(tour).to_have_count(0)


def test_today_leads_to_what_is_due_and_counts_it(clerk: Page, town_hall: Server) -> None:
    clerk.goto(town_hall.url("/redaktion"))
    late = clerk.locator(".row", has_text="Antwort überfällig seit")
    expect(late).to_have_count(1)
    late.get_by_role("link").click()
    expect(clerk.locator(".report-head h1")).to_be_visible()
    expect(clerk.locator(".due-line.is-late").first).to_be_visible()


def test_a_category_saves_itself_and_joins_what_two_change(chief: BrowserContext, town_hall: Server) -> None:
    page, other = chief.new_page(), chief.new_page()
    for each in (page, other):
        each.goto(town_hall.url("/redaktion/einstellungen"))
        each.get_by_role("link", name="Spielplatz").click()
        expect(each.get_by_label("Name", exact=True)).to_have_value("Spielplatz")
    saved = re.compile(r"Gespeichert, \d")
    page.get_by_label("Gilt als bekannt im Umkreis von").fill("95")
    expect(page.locator(".save-status")).to_have_text(saved, timeout=10_000)
    other.get_by_label("Name", exact=True).fill("Spielplätze")
    expect(other.locator(".save-status")).to_have_text(saved, timeout=10_000)
    expect(other.get_by_label("Gilt als bekannt im Umkreis von")).to_have_value("95")
    page.get_by_label("Name", exact=True).fill("Spielen")
    clash = page.get_by_role("alert")
    expect(clash).to_contain_text("dort steht „Spielplätze“", timeout=10_000)
    clash.get_by_role("button", name="Die andere übernehmen").click()
    expect(page.get_by_label("Name", exact=True)).to_have_value("Spielplätze")
    categories = json.load(town_hall.get("/api/v1/defects/categories"))
    assert ("Spielplätze", 95) in [(one["name"], one["radius"]) for one in categories]


def test_a_new_category_asks_and_answers_before_it_is_seen(chief: BrowserContext, town_hall: Server) -> None:
    page = chief.new_page()
    page.goto(town_hall.url("/redaktion/einstellungen"))
    page.get_by_role("button", name="Kategorie", exact=True).click()
    sheet = page.get_by_role("dialog", name="Neue Kategorie")
    sheet.get_by_label("Name").fill("Brunnen")
    sheet.get_by_role("button", name="Anlegen").click()
    expect(page.get_by_role("region", name="Brunnen")).to_be_visible()
    page.get_by_label("Antwort versprochen in").fill("drei")
    expect(page.get_by_text("Bitte eine Zahl von 1 bis 60.")).to_be_visible(timeout=10_000)
    page.get_by_label("Antwort versprochen in").fill("2")
    page.get_by_role("button", name="Frage", exact=True).click()
    sheet = page.get_by_role("dialog", name="Neue Frage")
    sheet.get_by_label("Frage", exact=True).fill("Läuft Wasser?")
    sheet.get_by_label("Antwort", exact=True).select_option(label="Eine Auswahl")
    sheet.get_by_role("button", name="Übernehmen").click()
    expect(sheet.get_by_text("Bitte nennen Sie mindestens zwei Möglichkeiten.").first).to_be_visible()
    sheet.get_by_label("Möglichkeiten").fill("ja\nnein")
    sheet.get_by_role("button", name="Übernehmen").click()
    expect(page.locator(".ordered").first).to_contain_text("Eine Auswahl: ja, nein")
    page.get_by_role("button", name="Vorlage", exact=True).click()
    sheet = page.get_by_role("dialog", name="Neue Vorlage")
    sheet.get_by_label("Name der Vorlage").fill("Bestellt")
    sheet.get_by_label("Text", exact=True).fill("Das Teil kommt bis {Datum}.")
    sheet.get_by_role("button", name="Übernehmen").click()
    with page.expect_response(lambda answer: answer.request.method == "PUT" and '"active":true' in answer.text()):
        page.get_by_text("sichtbar", exact=True).click()
    fountain = next(one for one in json.load(town_hall.get("/api/v1/defects/categories")) if one["name"] == "Brunnen")
    assert [option["label"] for option in fountain["questions"][0]["options"]] == ["ja", "nein"]
    page.reload()
    page.get_by_role("button", name="Ändern: Bestellt").click()
    expect(page.get_by_role("dialog").get_by_label("Text", exact=True)).to_have_value("Das Teil kommt bis {Datum}.")


def test_a_clerk_has_no_settings_and_an_editor_no_reports(clerk: Page, browser: Browser, town_hall: Server) -> None:
    clerk.goto(town_hall.url("/redaktion/einstellungen"))
    expect(heading(clerk)).to_have_text("Das gibt es nicht (mehr)")
    editor = at_work(browser, town_hall)
    page = editor.new_page()
    page.goto(town_hall.url("/redaktion/meldungen"))
    expect(heading(page)).to_have_text("Das gibt es nicht (mehr)")
    expect(page.get_by_role("link", name="Meldungen")).to_have_count(0)
    editor.close()
