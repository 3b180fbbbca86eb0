# SPDX-License-Identifier: EUPL-1.2
"""The directory of services in the editorial area, by a real browser: found, rewritten, hidden, made, taken back."""

import json
import re
import uuid
from collections.abc import Iterator
from contextlib import closing
from typing import Any
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.e2e.server import Server
from tests.e2e.writing import at_work, expect_saved

SERVICES = "/redaktion/dienste"


@pytest.fixture
def context(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    with closing(at_work(browser, server)) as device:
        yield device


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def open_list(page: Page, server: Server, query: str = "?ansicht=alle") -> None:
    page.goto(server.url(f"{SERVICES}{query}"))
    expect(page.locator(".service-table, .service-rows")).to_be_visible()


def row(page: Page, title: str) -> Locator:
    return page.locator("tbody tr").filter(has=page.get_by_role("link", name=title, exact=True))


def open_service(page: Page, server: Server, title: str) -> None:
    open_list(page, server, f"?ansicht=alle&q={title}")
    page.get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_label("Wie heißt die Leistung?")).to_have_value(title)


def new_service(page: Page, server: Server, title: str) -> str:
    """Write and publish an own one; returns its id."""
    service = str(uuid.uuid4())
    page.goto(server.url(f"{SERVICES}/{service}?neu"))
    page.get_by_label("Wie heißt die Leistung?").fill(title)
    page.get_by_role("button", name="Veröffentlichen").click()
    expect(toast(page)).to_contain_text("Die Leistung steht in der App.")
    return service


def toast(page: Page) -> Locator:
    return page.locator(".toast")


def menu(page: Page, item: str) -> None:
    page.get_by_role("button", name="Weitere Möglichkeiten", exact=True).click()
    page.get_by_role("menuitem", name=item).click()


def publish(page: Page) -> None:
    page.get_by_role("button", name="Aktualisieren").click()
    expect(toast(page)).to_contain_text("Aktualisiert.")


def public(server: Server, service: str) -> Any:
    """What residents read of it; None when it is not there."""
    try:
        return json.load(server.get(f"/api/v1/services/{service}"))
    except HTTPError as refused:
        assert refused.code == 404
        return None


def id_of(page: Page) -> str:
    return page.url.split("?")[0].rsplit("/", 1)[1]


def preview(page: Page) -> Any:
    return page.frame_locator(".phone iframe")


def test_the_list_begins_with_broken_links_and_narrows_by_view_situation_and_words(page: Page, server: Server) -> None:
    open_list(page, server)
    expect(page.get_by_role("navigation", name="Bereiche der Dienste").get_by_role("link")).to_have_text(
        ["Leistungen", "Ämter und Öffnungszeiten", "Oft gesucht", "Quellen"]
    )
    first = page.locator("tbody tr").first
    expect(first).to_contain_text(re.compile("antwortet nicht|Seite nicht gefunden"))
    expect(first).to_contain_text(re.compile("Ersatz aktiv|In der App steht kein Link"))
    page.get_by_role("button", name=re.compile(r"^Link defekt")).click()
    expect(page).to_have_url(re.compile("ansicht=link-defekt"))
    expect(page.locator("tbody tr").filter(has_text="geht, ")).to_have_count(0)
    page.get_by_role("button", name=re.compile(r"^Alle")).click()
    page.get_by_label("Lebenslage").select_option("ausweise")
    expect(row(page, "Personalausweis beantragen")).to_be_visible()
    expect(page.locator("tbody th .muted").filter(has_not_text="Ausweise")).to_have_count(0)
    page.get_by_label("Lebenslage").select_option("")
    page.get_by_role("heading", name="Dienste").focus()
    page.keyboard.press("/")
    page.keyboard.type("hund anmelden")
    expect(row(page, "Personalausweis beantragen")).to_have_count(0)
    expect(row(page, "Hund anmelden")).to_be_visible()
    page.get_by_label("Leistung suchen").fill("Mondlandung")
    expect(page.get_by_role("heading", name="Nichts zu „Mondlandung“")).to_be_visible()
    page.get_by_role("button", name="Filter zurücksetzen").click()
    expect(page.locator("tbody tr").first).to_be_visible()


def test_own_words_reach_residents_when_they_are_published_and_go_again(page: Page, server: Server) -> None:
    open_service(page, server, "Personalausweis beantragen")
    service = id_of(page)
    before = public(server, service)
    page.get_by_label("In einem Satz").fill("Im Bürgerbüro, mit Termin.")
    expect(preview(page).locator(".lead")).to_have_text("Im Bürgerbüro, mit Termin.")
    expect(page.locator(".save-status")).to_contain_text("auf diesem Gerät gesichert")
    assert public(server, service)["teaser"] == before["teaser"]
    page.keyboard.press("Control+Enter")
    expect(toast(page)).to_contain_text("Aktualisiert.")
    assert public(server, service)["teaser"] == "Im Bürgerbüro, mit Termin."
    open_list(page, server, "?ansicht=eigene")
    expect(row(page, "Personalausweis beantragen")).to_contain_text("von Ihnen ergänzt")
    page.get_by_role("link", name="Personalausweis beantragen", exact=True).click()
    menu(page, "Eigene Worte verwerfen")
    expect(toast(page)).to_contain_text("Jetzt gilt wieder der Text der Quelle.")
    assert public(server, service)["teaser"] == before["teaser"]
    toast(page).get_by_role("button", name="Rückgängig").click()
    expect(page.get_by_label("In einem Satz")).to_have_value("Im Bürgerbüro, mit Termin.")
    expect_saved(page)
    assert public(server, service)["teaser"] == "Im Bürgerbüro, mit Termin."


def test_a_part_of_the_text_is_rewritten_left_out_and_taken_from_the_source_again(page: Page, server: Server) -> None:
    service = new_service(page, server, "Laubsäcke kaufen")
    group = page.get_by_role("group", name="Was noch dazu gehört")
    group.get_by_role("button", name="Das brauchen Sie").click()
    field = page.get_by_role("textbox", name="Das brauchen Sie", exact=True)
    expect(field).to_be_focused()
    page.keyboard.type("- Bargeld")
    expect(preview(page).locator("main")).to_contain_text("Bargeld")
    publish(page)
    assert public(server, service)["requirements"] == [{"text": "Bargeld", "hint": ""}]
    page.reload()
    part = page.locator(".text-part").filter(has=page.get_by_role("heading", name="Das brauchen Sie"))
    part.get_by_role("button", name="Ändern: Das brauchen Sie").press("Enter")
    expect(field).to_be_focused()
    page.get_by_role("button", name="Weglassen: Das brauchen Sie").press("Enter")
    expect(page.get_by_role("button", name="Schreiben: Das brauchen Sie")).to_be_focused()
    publish(page)
    assert public(server, service)["modules"] == []
    page.keyboard.press("Control+z")
    expect(part).to_contain_text("Bargeld")
    expect_saved(page)
    assert public(server, service)["requirements"] == [{"text": "Bargeld", "hint": ""}]


def test_an_address_must_be_one_and_lead_where_the_app_may_lead(page: Page, server: Server) -> None:
    service = new_service(page, server, "Standplatz reservieren")
    url = page.get_by_label("Eigene Adresse")
    url.fill("nirgends")
    page.get_by_role("button", name="Aktualisieren").click()
    page.locator(".error-summary").get_by_role("link", name="Eine Adresse lässt sich nicht lesen.").click()
    expect(url).to_be_focused()
    url.fill("https://boese.example/standplatz")
    page.get_by_role("button", name="Aktualisieren").click()
    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("Auf diese Adresse darf die App nicht führen.")
    assert public(server, service)["online"] is None
    url.fill("www.bad-belzig.example/standplatz")
    url.press("Tab")
    expect(preview(page).locator(".onward a")).to_have_attribute("href", "https://www.bad-belzig.example/standplatz")
    publish(page)
    assert public(server, service)["online"]["url"] == "https://www.bad-belzig.example/standplatz"


def test_a_hidden_service_is_nowhere_until_it_is_shown_again(page: Page, server: Server) -> None:
    service = new_service(page, server, "Festwiese mieten")
    open_list(page, server, "?ansicht=alle&q=Festwiese")
    row(page, "Festwiese mieten").get_by_role("button").click()
    page.get_by_role("menuitem", name="Ausblenden").click()
    expect(toast(page)).to_contain_text("„Festwiese mieten“ ist ausgeblendet.")
    expect(row(page, "Festwiese mieten")).to_contain_text("Ausgeblendet")
    assert public(server, service) is None
    page.keyboard.press("Control+z")
    expect(row(page, "Festwiese mieten")).not_to_contain_text("Ausgeblendet")
    assert public(server, service) is not None


def test_an_own_service_needs_a_name_and_comes_back_after_deleting(page: Page, server: Server) -> None:
    open_list(page, server)
    page.get_by_role("button", name="Eigene Leistung").click()
    page.get_by_role("button", name="Veröffentlichen").click()
    page.locator(".error-summary").get_by_role("link", name="Der Name fehlt.").press("Enter")
    page.keyboard.type("Bücher zurückgeben")
    page.get_by_label("Lebenslage").select_option("weitere")
    page.get_by_label("Andere Wörter dafür").fill("Bibliothek, Rückgabe")
    page.keyboard.press("Control+Enter")
    expect(toast(page)).to_contain_text("Die Leistung steht in der App.")
    service = id_of(page)
    assert public(server, service)["title"] == "Bücher zurückgeben"
    menu(page, "Leistung löschen")
    expect(page).to_have_url(re.compile(f"{SERVICES}(\\?|$)"))
    assert public(server, service) is None
    toast(page).get_by_role("button", name="Rückgängig").click()
    expect(page.get_by_label("Andere Wörter dafür")).to_have_value("Bibliothek, Rückgabe")
    assert public(server, service)["title"] == "Bücher zurückgeben"


def test_two_people_write_and_nobody_loses_a_word(browser: Browser, context: BrowserContext, server: Server) -> None:
    first = context.new_page()
    service = new_service(first, server, "Feuerholz sammeln")
    with closing(at_work(browser, server, "verwaltung")) as other:
        second = other.new_page()
        second.goto(server.url(f"{SERVICES}/{service}"))
        second.get_by_label("In einem Satz").fill("Mit Schein vom Forst.")
        first.get_by_label("In einem Satz").fill("Nur im Stadtwald.")
        publish(second)
        first.get_by_role("button", name="Aktualisieren").click()
        expect(first.locator(".conflict")).to_contain_text("Nur im Stadtwald.")
        expect(first.locator(".conflict")).to_contain_text("Mit Schein vom Forst.")
        expect(first.locator(".conflict-keep")).to_have_count(0)
        first.get_by_role("button", name="So speichern").click()
        expect(toast(first)).to_contain_text("Gespeichert")
        assert public(server, service)["teaser"] == "Nur im Stadtwald."


def test_words_written_without_a_network_wait_on_the_device(page: Page, server: Server) -> None:
    service = new_service(page, server, "Zelt ausleihen")
    page.context.set_offline(True)
    page.get_by_label("In einem Satz").fill("Beim Jugendclub.")
    page.get_by_role("button", name="Aktualisieren").click()
    expect(page.locator(".editor-notice")).to_contain_text("Kein Netz.")
    page.context.set_offline(False)
    page.reload()
    expect(page.get_by_label("In einem Satz")).to_have_value("Beim Jugendclub.")
    assert public(server, service)["teaser"] == ""
    publish(page)
    assert public(server, service)["teaser"] == "Beim Jugendclub."


def test_whoever_opens_a_service_without_a_network_leaves_the_source_its_words(page: Page, server: Server) -> None:
    title = "Adresse einer Person erfragen"
    open_service(page, server, title)
    service = id_of(page)
    page.get_by_label("In einem Satz").fill("Mit Foto.")
    expect(page.locator(".save-status")).to_contain_text("auf diesem Gerät gesichert")
    page.get_by_role("link", name="Dienste", exact=True).first.click()
    expect(page.locator(".service-table")).to_be_visible()
    page.context.set_offline(True)
    page.get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_label("In einem Satz")).to_have_value("Mit Foto.")
    page.context.set_offline(False)
    page.get_by_role("button", name=re.compile("^(Aktualisieren|Veröffentlichen)")).click()
    expect(toast(page)).to_contain_text(re.compile(r"Aktualisiert\.|steht in der App"))
    assert public(server, service)["teaser"] == "Mit Foto."
    kept = page.evaluate("id => fetch(`/api/v1/staff/services/${id}`).then((answer) => answer.json())", service)
    own = {name: value for name, value in kept["content"].items() if value not in (None, {})}
    assert own == {"teaser": "Mit Foto."}
    menu(page, "Eigene Worte verwerfen")
    expect(toast(page)).to_contain_text("Jetzt gilt wieder der Text der Quelle.")


def test_services_are_found_by_the_palette_and_by_keys(page: Page, server: Server) -> None:
    page.goto(server.url("/redaktion"))
    expect(page.locator("main h1")).to_be_visible()
    page.keyboard.press("g")
    page.keyboard.press("l")
    expect(page.locator("main h1")).to_have_text("Dienste")
    page.keyboard.press("Control+k")
    page.keyboard.type("personalausweis")
    page.get_by_role("option", name=re.compile("^Personalausweis beantragen")).click()
    expect(page.get_by_label("Wie heißt die Leistung?")).to_have_value("Personalausweis beantragen")


def test_a_service_that_is_not_there_says_so(page: Page, server: Server) -> None:
    page.goto(server.url(f"{SERVICES}/{uuid.uuid4()}"))
    expect(page.get_by_role("heading", name="Diese Leistung gibt es nicht mehr.")).to_be_visible()
    page.get_by_role("link", name="Zu den Diensten").click()
    expect(page.locator("main h1")).to_have_text("Dienste")
