# SPDX-License-Identifier: EUPL-1.2
"""The pages of services for editors in every look: axe finds nothing, nothing leaves the screen sideways."""

import re
from contextlib import closing

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.server import Server
from tests.e2e.test_accessibility import DOUBLE, overflow
from tests.e2e.test_staff_events_looks import LOOKS, look_at
from tests.e2e.test_staff_services import SERVICES, open_list, open_service
from tests.e2e.writing import at_work

ENTRY = "Hund anmelden"


def open_entry(page: Page, server: Server) -> None:
    open_service(page, server, ENTRY)
    expect(page.locator("[aria-busy=true]")).to_have_count(0)


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_on_the_pages_of_services(look: str, browser: Browser, server: Server) -> None:
    with closing(at_work(browser, server, "verwaltung", **LOOKS[look])) as device:
        page = device.new_page()
        seen: list[str] = []
        open_list(page, server)
        look_at(page, "list", seen)
        open_entry(page, server)
        look_at(page, "editor", seen)
        page.get_by_role("button", name=re.compile("^Ändern: ")).first.click()
        look_at(page, "writing", seen)
        page.goto(server.url(f"{SERVICES}/quellen"))
        expect(page.locator(".empty, .source-row").first).to_be_visible()
        look_at(page, "sources", seen)
        assert seen == []


def test_large_words_stay_on_a_small_screen(browser: Browser, server: Server) -> None:
    with closing(at_work(browser, server, viewport={"width": 320, "height": 640})) as device:
        page = device.new_page()
        open_list(page, server)
        page.evaluate(DOUBLE)
        expect(page.locator("html")).to_have_attribute("data-room", re.compile("tiny"))
        assert overflow(page) == 0
        open_entry(page, server)
        page.evaluate(DOUBLE)
        assert overflow(page) == 0
