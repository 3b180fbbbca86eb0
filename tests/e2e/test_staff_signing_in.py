# SPDX-License-Identifier: EUPL-1.2
"""Who comes in and how: invitation, password, second factor, a forgotten password, a session that is over, another
municipality."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Complaints
from tests.e2e.looks import LOOKS
from tests.e2e.staff import (
    NEW_PASSWORD,
    PASSWORD,
    STRICT,
    Town,
    desk,
    fill_password,
    set_up_second_factor,
    sign_in,
    town_in,
)

GREETING = re.compile("Guten (Morgen|Tag|Abend)")


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory, demo: Path) -> Iterator[Town]:
    folder = shutil.copytree(demo, tmp_path_factory.mktemp("town") / "own")
    with town_in(folder) as running:
        running.ask_for_second_factor()
        yield running


@pytest.fixture(params=LOOKS)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = desk(browser, request.param)
    yield context.new_page()
    context.close()


@pytest.fixture
def desktop(browser: Browser) -> Iterator[Page]:
    context = desk(browser)
    yield context.new_page()
    context.close()


def expect_inside(page: Page) -> None:
    expect(page.get_by_role("heading", level=1, name=GREETING)).to_be_visible()


def test_an_invited_admin_invites_an_editor_who_signs_in(
    page: Page, browser: Browser, town: Town, request: pytest.FixtureRequest
) -> None:
    look = request.node.callspec.params["page"]
    admin, editor = f"leitung-{look}@rathaus.example", f"feder-{look}@rathaus.example"
    page.goto(town.invite(admin, "ADMIN"))
    expect(page.get_by_role("heading", name="Einladung annehmen")).to_be_visible()
    page.get_by_label("Ihr Name").fill("Lea Leitung")
    page.get_by_label("Passwort", exact=True).fill(NEW_PASSWORD)
    page.get_by_role("button", name="Annehmen und anmelden").click()
    expect(page.get_by_role("heading", name="Telefon als Schlüssel einrichten")).to_be_visible()
    phone, _codes = set_up_second_factor(page)
    expect_inside(page)

    page.goto(town.url("/redaktion/personen", STRICT))
    page.get_by_role("button", name="Einladen").click()
    page.get_by_label("E-Mail").fill(editor)
    page.get_by_role("button", name="Einladung senden").click()
    expect(page.get_by_text(f"Einladung an {editor} unterwegs")).to_be_visible()

    other = desk(browser, look).new_page()
    other.goto(town.mailed_link(editor, "einladung"))
    other.get_by_label("Ihr Name").fill("Felix Feder")
    other.get_by_label("Passwort", exact=True).fill(NEW_PASSWORD)
    other.get_by_role("button", name="Annehmen und anmelden").click()
    set_up_second_factor(other)
    expect_inside(other)
    # An editor has no business with people, and no dead entry says otherwise.
    other.goto(town.url("/redaktion/personen", STRICT))
    expect(other.get_by_role("heading", name="Das gibt es nicht (mehr)")).to_be_visible()
    other.context.close()

    page.context.clear_cookies()
    page.goto(town.url("/redaktion", STRICT))
    fill_password(page, admin, NEW_PASSWORD)
    code = page.get_by_label("Code", exact=True)
    expect(code).to_be_focused()
    digits = phone.code()
    # As it is pasted from a phone: with a blank. It goes on by itself.
    code.fill(f" {digits[:3]} {digits[3:]} ")
    expect_inside(page)


def test_an_opened_invitation_still_works_when_opened_again_later(desktop: Page, town: Town) -> None:
    link = town.invite("spaeter@rathaus.example", "EDITOR", tenant="bad-belzig")
    for _look in range(3):
        desktop.goto("about:blank")
        desktop.goto(link)
        expect(desktop.get_by_role("heading", name="Einladung annehmen")).to_be_visible()
        # Whoever looks over the shoulder, or into the history, finds no secret.
        assert "#" not in desktop.url
    desktop.get_by_label("Ihr Name").fill("Sina Später")
    desktop.get_by_label("Passwort", exact=True).fill(NEW_PASSWORD)
    desktop.get_by_role("button", name="Annehmen und anmelden").click()
    expect_inside(desktop)
    desktop.goto("about:blank")
    desktop.goto(link)
    expect(desktop.get_by_role("heading", name="Dieser Link gilt nicht mehr")).to_be_visible()


def test_an_invitation_says_what_is_missing(desktop: Page, town: Town) -> None:
    desktop.goto(town.invite("kurz@rathaus.example", "EDITOR", tenant="bad-belzig"))
    desktop.get_by_role("button", name="Annehmen und anmelden").click()
    expect(desktop.get_by_text("Bitte Ihren Namen eintragen.")).to_be_visible()
    expect(desktop.get_by_label("Ihr Name")).to_be_focused()
    desktop.get_by_label("Ihr Name").fill("Kurt Kurz")
    desktop.get_by_label("Passwort", exact=True).fill("zu kurz")
    desktop.get_by_role("button", name="Annehmen und anmelden").click()
    expect(desktop.get_by_text("Bitte mindestens 12 Zeichen.")).to_be_visible()


def test_wrong_entries_get_the_same_answer_for_known_and_unknown(desktop: Page, town: Town) -> None:
    for address in ("redaktion@bad-belzig.example", "niemand@bad-belzig.example"):
        desktop.goto(town.url("/redaktion"))
        fill_password(desktop, address, "ganz falsches Passwort")
        expect(desktop.get_by_text("E-Mail oder Passwort stimmt nicht.")).to_be_visible()


def test_the_page_that_was_wanted_follows_the_sign_in_by_keyboard_alone(desktop: Page, town: Town) -> None:
    desktop.goto(town.url("/redaktion/konto"))
    expect(desktop.get_by_role("heading", name="Anmelden")).to_be_focused()
    desktop.keyboard.press("Tab")
    desktop.keyboard.type("redaktion@bad-belzig.example")
    desktop.keyboard.press("Tab")
    expect(desktop.get_by_role("button", name="Vergessen?")).to_be_focused()
    desktop.keyboard.press("Tab")
    desktop.keyboard.type(PASSWORD)
    desktop.keyboard.press("Enter")
    expect(desktop.get_by_role("heading", level=1, name="Konto und Geräte")).to_be_visible()


def test_a_forgotten_password_is_replaced_by_the_link_of_a_mail(page: Page, town: Town) -> None:
    address = "redaktion@angermuende.example"
    page.goto(town.url("/redaktion", "angermuende"))
    page.get_by_role("button", name="Vergessen?").click()
    page.get_by_label("E-Mail").fill(address)
    page.get_by_role("button", name="Link senden").click()
    expect(page.get_by_role("heading", name="Bitte sehen Sie in Ihr Postfach")).to_be_visible()
    link = town.mailed_link(address, "passwort", after=getattr(town, "reset_link", ""))
    town.reset_link = link  # type: ignore[attr-defined]
    page.goto(link)
    assert "#" not in page.url
    page.get_by_label("Neues Passwort").fill(NEW_PASSWORD)
    page.get_by_role("button", name="Passwort speichern").click()
    expect(page.get_by_role("heading", name="Das neue Passwort gilt")).to_be_visible()
    page.get_by_role("button", name="Zur Anmeldung").click()
    fill_password(page, address, NEW_PASSWORD)
    expect_inside(page)
    page.goto("about:blank")
    page.goto(link)
    expect(page.get_by_role("heading", name="Dieser Link gilt nicht mehr")).to_be_visible()


def test_nobody_learns_whether_an_address_has_an_account(desktop: Page, town: Town) -> None:
    desktop.goto(town.url("/redaktion"))
    desktop.get_by_role("button", name="Vergessen?").click()
    desktop.get_by_label("E-Mail").fill("niemand@nirgendwo.example")
    desktop.get_by_role("button", name="Link senden").click()
    expect(desktop.get_by_role("heading", name="Bitte sehen Sie in Ihr Postfach")).to_be_visible()


def test_a_recovery_code_opens_once_when_the_phone_is_not_there(desktop: Page, town: Town) -> None:
    address = "verwaltung@bad-belzig.example"
    sign_in(desktop, town, "verwaltung", path="/konto")
    desktop.get_by_role("button", name="Einrichten").click()
    _phone, codes = set_up_second_factor(desktop)
    expect(desktop.get_by_text("Zweiter Faktor eingerichtet")).to_be_visible()
    for opens in (True, False):
        desktop.context.clear_cookies()
        desktop.goto(town.url("/redaktion"))
        fill_password(desktop, address, PASSWORD)
        desktop.get_by_role("button", name="Wiederherstellungscode nutzen").click()
        desktop.get_by_label("Wiederherstellungscode").fill(codes[0])
        desktop.get_by_role("button", name="Anmelden").click()
        if opens:
            expect_inside(desktop)
        else:
            expect(desktop.get_by_text("Dieser Code gilt nicht oder wurde schon benutzt.")).to_be_visible()


def test_a_session_that_is_over_keeps_text_and_place_and_what_was_being_sent(page: Page, town: Town) -> None:
    sign_in(page, town, "verwaltung", "angermuende", "/personen")
    page.get_by_role("button", name="Einladen").click()
    page.get_by_label("E-Mail").fill("bleibt@rathaus.example")
    page.context.clear_cookies()
    page.get_by_role("button", name="Einladung senden").click()
    over = page.get_by_role("dialog", name="Bitte neu anmelden")
    expect(over).to_be_visible()
    expect(over.get_by_label("Passwort", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(over).to_be_visible()
    over.get_by_label("Passwort", exact=True).fill("falsch geraten, leider")
    over.get_by_role("button", name="Weiter").click()
    expect(over.get_by_text("E-Mail oder Passwort stimmt nicht.")).to_be_visible()
    over.get_by_label("Passwort", exact=True).fill(PASSWORD)
    over.get_by_role("button", name="Weiter").click()
    expect(over).to_have_count(0)
    expect(page.get_by_text("Einladung an bleibt@rathaus.example unterwegs")).to_be_visible()


def test_after_a_long_pause_the_sign_in_lies_over_the_page(desktop: Page, town: Town) -> None:
    desktop.clock.install()
    sign_in(desktop, town, "meldungen", "angermuende", "/konto")
    desktop.context.clear_cookies()
    desktop.clock.run_for("31:00")
    expect(desktop.get_by_role("dialog", name="Bitte neu anmelden")).to_be_visible()
    expect(desktop.get_by_text("Sie waren 30 Minuten nicht da.")).to_be_visible()
    expect(desktop.locator("main h1")).to_have_text("Konto und Geräte")


def test_one_person_changes_between_two_municipalities_across_hosts(page: Page, town: Town) -> None:
    address = "redaktion@bad-belzig.example"
    if not getattr(town, "joined", False):
        town.joined = True  # type: ignore[attr-defined]
        page.goto(town.invite(address, "EDITOR", tenant="angermuende"))
        expect(page.get_by_text("Sie haben schon ein Konto.")).to_be_visible()
        page.get_by_label("Passwort", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Annehmen und anmelden").click()
        expect_inside(page)
    sign_in(page, town)
    page.locator("button:visible", has_text="Bad Belzig").click()
    page.get_by_role("menuitem", name="Angermünde").click()
    page.wait_for_url(re.compile(r"//angermuende\.localhost"))
    expect_inside(page)
    assert page.url.endswith("/redaktion")
    assert page.title().endswith("Angermünde")


def test_signing_out_closes_the_page_and_everywhere_means_everywhere(
    browser: Browser, desktop: Page, town: Town
) -> None:
    other = desk(browser).new_page()
    sign_in(other, town, "meldungen")
    sign_in(desktop, town, "meldungen", path="/konto")
    desktop.get_by_role("button", name="Überall abmelden").click()
    expect(desktop.get_by_role("heading", name="Anmelden")).to_be_visible()
    other.reload()
    expect(other.get_by_role("heading", name="Anmelden")).to_be_visible()
    other.context.close()


def test_one_ends_a_session_on_another_device(browser: Browser, desktop: Page, town: Town) -> None:
    other = desk(browser).new_page()
    sign_in(other, town, "meldungen")
    sign_in(desktop, town, "meldungen", path="/konto")
    desktop.get_by_role("button", name=re.compile("^Abmelden: ")).first.click()
    expect(desktop.get_by_text("Abgemeldet")).to_be_visible()
    other.reload()
    expect(other.get_by_role("heading", name="Anmelden")).to_be_visible()
    other.context.close()


def test_the_browser_has_no_complaint_on_the_way_in(desktop: Page, town: Town) -> None:
    complaints = Complaints()
    complaints.watch(desktop)
    desktop.goto(town.invite("still@rathaus.example", "EDITOR"))
    desktop.get_by_label("Ihr Name").fill("Stella Still")
    desktop.get_by_label("Passwort", exact=True).fill(NEW_PASSWORD)
    desktop.get_by_role("button", name="Annehmen und anmelden").click()
    set_up_second_factor(desktop)
    expect_inside(desktop)
    desktop.get_by_role("button", name=re.compile("Ihr Konto")).click()
    desktop.get_by_role("menuitem", name="Abmelden").click()
    expect(desktop.get_by_role("heading", name="Anmelden")).to_be_visible()
    assert complaints == []
