# SPDX-License-Identifier: EUPL-1.2
"""A report arrives exactly once with all its photos, whatever happens to the network, the page or the phone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, CDPSession, Page, Playwright, expect

from tests.e2e.conftest import ARGUMENTS, chromium, install_worker, settle, until, visit
from tests.e2e.line import Line, line_to
from tests.e2e.looks import PHONE
from tests.e2e.reporting import FORM, SAVED, expect_thanks, reports, send, sums, write
from tests.e2e.server import Server

ALL_SENT = """(async () => {
    const done = (request) => new Promise((tell) => { request.onsuccess = () => tell(request.result) })
    const device = await done(indexedDB.open('sv-defects'))
    const left = await done(device.transaction('outbox').objectStore('outbox').count())
    device.close()
    return left === 0
})()"""


@pytest.fixture
def line(server: Server) -> Iterator[Line]:
    with line_to(server.port) as made:
        yield made


def through(line: Line, path: str = FORM) -> str:
    return f"http://bad-belzig.localhost:{line.port}{path}"


# Nothing of it, the head alone, in the middle of the first photo, almost all: the answer lost is a test of its own.
@pytest.mark.parametrize("after", [0, 40, 700, 20_000, 150_000])
def test_cut_while_it_is_sent_it_arrives_once_with_all_photos(
    page: Page, server: Server, line: Line, after: int
) -> None:
    text = f"Geschnitten nach {after} Bytes."
    write(page, through(line), text)
    kept = sums(page)
    assert len(kept) == 2
    # Until further notice: the browser itself tries again, and so does the worker.
    line.cut(after=after, times=99)
    send(page)
    expect(page.get_by_role("heading", name=SAVED)).to_be_visible()
    assert line.broken >= 1
    assert reports(server, text) == []
    assert sums(page) == kept
    line.times = 0
    page.evaluate("dispatchEvent(new Event('online'))")
    number = expect_thanks(page)
    assert reports(server, text) == [(number, kept)]


def test_when_only_the_answer_is_lost_the_repeat_gets_the_same_receipt(page: Page, server: Server, line: Line) -> None:
    text = "Die Antwort ging verloren."
    write(page, through(line), text)
    kept = sums(page)
    line.cut(deaf=True, times=99)
    send(page)
    expect(page.get_by_role("heading", name=SAVED)).to_be_visible()
    ((number, arrived),) = reports(server, text)
    assert arrived == kept
    line.times = 0
    page.reload()
    settle(page)
    assert expect_thanks(page) == number
    assert line.reports >= 2
    assert reports(server, text) == [(number, kept)]


def test_without_a_network_it_waits_and_goes_by_itself(page: Page, server: Server, line: Line) -> None:
    text = "Kein Netz beim Absenden."
    write(page, through(line), text, photos=1)
    kept = sums(page)
    line.close()
    page.context.set_offline(True)
    send(page)
    expect(page.get_by_role("heading", name=SAVED)).to_be_visible()
    expect(page.get_by_text("Wartet auf Netz")).to_be_visible()
    assert "gesendet" not in page.locator(".waiting-state").inner_text()
    line.reopen()
    page.context.set_offline(False)
    number = expect_thanks(page)
    assert reports(server, text) == [(number, kept)]


def test_two_tabs_that_send_at_the_same_time_are_one_report(page: Page, server: Server) -> None:
    text = "Aus zwei Fenstern."
    write(page, server.url(FORM), text)
    kept = sums(page)
    other = page.context.new_page()
    visit(other, server.url(f"{FORM}?schritt=pruefen"))
    expect(other.get_by_role("heading", name="So sieht es die Öffentlichkeit")).to_be_visible()
    for each in (page, other):
        each.evaluate("setTimeout(() => document.querySelector('.action-bar button').click(), 300)")
    number = expect_thanks(page)
    assert expect_thanks(other) == number
    assert reports(server, text) == [(number, kept)]
    # What is begun now is another one.
    visit(other, server.url(FORM))
    expect(other.get_by_text("Angefangene Meldung")).to_have_count(0)


def test_what_was_sent_in_one_tab_is_not_written_on_in_another(page: Page, server: Server) -> None:
    text = "Hier gesendet, dort offen."
    write(page, server.url(FORM), text, photos=0)
    other = page.context.new_page()
    visit(other, server.url(f"{FORM}?schritt=foto"))
    send(page)
    number = expect_thanks(page)
    assert expect_thanks(other) == number
    assert len(reports(server, text)) == 1


def test_the_same_report_twenty_times_at_once_is_one(page: Page, server: Server, line: Line) -> None:
    text = "Zwanzigmal dieselbe."
    write(page, through(line), text)
    kept = sums(page)
    line.close()
    send(page)
    expect(page.get_by_role("heading", name=SAVED)).to_be_visible()
    line.reopen()
    answers = page.evaluate(
        """async () => {
            const done = (request) => new Promise((tell) => { request.onsuccess = () => tell(request.result) })
            const device = await done(indexedDB.open('sv-defects'))
            const [waiting] = await done(device.transaction('outbox').objectStore('outbox').getAll())
            device.close()
            const put = async () => {
                const body = new FormData()
                body.append('report', waiting.report)
                const type = 'image/jpeg'
                for (const photo of waiting.photos) body.append('photo', new Blob([photo], { type }), 'photo.jpg')
                const headers = { authorization: `Bearer ${waiting.secret}` }
                const answer = await fetch(`/api/v1/defects/${waiting.id}`, { method: 'PUT', headers, body })
                return [answer.status, await answer.text()]
            }
            return Promise.all(Array.from({ length: 20 }, put))
        }"""
    )
    assert sorted({status for status, _ in answers}) in ([200, 201], [200])
    assert len({body for _, body in answers}) == 1
    page.evaluate("dispatchEvent(new Event('online'))")
    number = expect_thanks(page)
    assert reports(server, text) == [(number, kept)]


def test_the_worker_sends_it_when_no_page_is_open(page: Page, server: Server, line: Line) -> None:
    text = "Vom Worker gesendet."
    visit(page, through(line, "/"))
    install_worker(page)
    tools = page.context.new_cdp_session(page)
    registration = worker_of(page, tools)
    write(page, through(line), text)
    kept = sums(page)
    line.close()
    send(page)
    expect(page.get_by_role("heading", name=SAVED)).to_be_visible()
    page.goto("about:blank")
    line.reopen()
    wake = {
        "origin": through(line, "").rstrip("/"),
        "registrationId": registration,
        "tag": "sv-outbox",
        "lastChance": False,
    }
    tools.send("ServiceWorker.dispatchSyncEvent", wake)
    for _ in range(100):
        if reports(server, text):
            break
        page.wait_for_timeout(100)
    ((number, arrived),) = reports(server, text)
    assert arrived == kept
    # The page that comes later knows it.
    visit(page, through(line, "/maengel/meine"))
    expect(page.get_by_text(number)).to_be_visible()


def worker_of(page: Page, tools: CDPSession) -> str:
    found: list[str] = []

    def told(news: dict[str, Any]) -> None:
        found.extend(one["registrationId"] for one in news["registrations"])

    tools.on("ServiceWorker.workerRegistrationUpdated", told)
    tools.send("ServiceWorker.enable")
    while not found:
        page.wait_for_timeout(50)
    return found[0]


class Phone:
    """A browser with a memory that can be killed like an app that the system needs the room of."""

    def __init__(self, playwright: Playwright, folder: Path) -> None:
        self.playwright, self.folder = playwright, folder

    def start(self) -> Page:
        look: dict[str, Any] = {"viewport": PHONE, "locale": "de-DE", "timezone_id": "Europe/Berlin"}
        self.context = self.playwright.chromium.launch_persistent_context(
            str(self.folder), executable_path=chromium(), args=[*ARGUMENTS], **look
        )
        return self.context.pages[0]

    def kill(self) -> None:
        """No page hears of it: the browser is gone as with SIGKILL."""
        tools = self.context.new_cdp_session(self.context.pages[0])
        try:
            tools.send("Browser.crash")
        except Exception:
            # There is nobody left to answer.
            return


@pytest.fixture
def phone(playwright: Playwright, tmp_path: Path) -> Iterator[Phone]:
    made = Phone(playwright, tmp_path / "profile")
    yield made
    made.context.close()


def test_killed_in_the_middle_of_sending_it_arrives_after_the_next_start(
    phone: Phone, server: Server, line: Line
) -> None:
    text = "Mitten im Senden beendet."
    page = phone.start()
    write(page, through(line), text)
    kept = sums(page)
    line.cut(after=30_000, times=99)
    send(page)
    expect(page.get_by_role("heading", name=SAVED)).to_be_visible()
    phone.kill()
    line.times = 0
    page = phone.start()
    visit(page, through(line, "/"))
    until(page, ALL_SENT)
    ((_, arrived),) = reports(server, text)
    assert arrived == kept


def test_killed_while_writing_nothing_is_lost(phone: Phone, server: Server) -> None:
    page = phone.start()
    write(page, server.url(FORM), "Vor dem Absenden beendet.", photos=1)
    kept = sums(page)
    phone.kill()
    page = phone.start()
    visit(page, server.url(FORM))
    page.get_by_role("link", name="Weitermachen").click()
    expect(page.get_by_text("Vor dem Absenden beendet.")).to_be_visible()
    assert sums(page) == kept
    send(page)
    number = expect_thanks(page)
    assert reports(server, "Vor dem Absenden beendet.") == [(number, kept)]


def test_a_phone_that_keeps_nothing_sends_from_the_page(browser: Browser, server: Server) -> None:
    context = browser.new_context(viewport=PHONE, locale="de-DE", service_workers="block")
    context.add_init_script("delete window.indexedDB; Object.defineProperty(window, 'indexedDB', { value: undefined })")
    page = context.new_page()
    write(page, server.url(FORM), "Ohne Gedächtnis.", photos=1)
    send(page)
    page.wait_for_url("**/maengel/*#*")
    ((_, arrived),) = reports(server, "Ohne Gedächtnis.")
    assert len(arrived) == 1
    context.close()
