# SPDX-License-Identifier: EUPL-1.2
"""Sources and links of the directory for editors: how imports do, the key that is never shown, checking all links."""

import json
import re
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.e2e.server import TENANTS, Server
from tests.e2e.test_staff_events_looks import look_at
from tests.e2e.test_staff_services import SERVICES, open_list, toast
from tests.e2e.writing import at_work

TOWN = "angermuende"
SOURCES = """
[[services.sources]]
key = "redaktion"
name = "Redaktion des Landes"
kind = "infodienste"
url = "https://infodienste.invalid/api"
area_id = "1"

[[services.sources]]
key = "ablage"
name = "Ablage"
kind = "xzufi"
url = "gibt-es-nicht"
"""


@pytest.fixture
def sources(server: Server) -> Iterator[None]:
    """A town whose file names sources; one of them was asked already."""
    original = next(path for path in TENANTS if path.stem == TOWN)
    changed = server.folder / f"{TOWN}.toml"
    changed.write_text(original.read_text(encoding="utf-8") + SOURCES, encoding="utf-8")
    server.flask("tenant", "apply", str(changed))
    with pytest.raises(AssertionError, match="key for the Infodienste is missing"):
        server.flask("services", "import", "--tenant", TOWN)
    yield
    server.flask("tenant", "apply", str(original))


def sources_page(browser: Browser, server: Server, who: str, **more: Any) -> Page:
    page = at_work(browser, server, who, tenant=TOWN, **more).new_page()
    page.goto(server.url(f"{SERVICES}/quellen", TOWN))
    expect(page.locator(".source-row")).to_have_count(2)
    return page


@pytest.mark.usefixtures("sources")
def test_a_source_says_what_is_wrong_and_takes_a_key_that_nobody_reads_again(browser: Browser, server: Server) -> None:
    page = sources_page(browser, server, "verwaltung")
    with closing(page.context):
        row = page.locator(".source-row").filter(has_text="Redaktion des Landes")
        expect(row).to_contain_text("Gestört")
        expect(row).to_contain_text("Der Schlüssel fehlt, oder er wird nicht angenommen.")
        row.get_by_role("button", name=re.compile("^Schlüssel hinterlegen")).click()
        sheet = page.get_by_role("dialog", name="Schlüssel für „Redaktion des Landes“")
        field = sheet.get_by_label("Schlüssel", exact=True)
        expect(field).to_be_focused()
        page.keyboard.type("kurz")
        page.keyboard.press("Enter")
        expect(sheet.locator(".error-summary")).to_contain_text("mindestens 8 Zeichen")
        field.fill("ein-langer-Schluessel")
        seen: list[str] = []
        look_at(page, "key", seen)
        assert seen == []
        sheet.get_by_role("button", name="Hinterlegen").click()
        expect(toast(page)).to_contain_text("Der Schlüssel ist hinterlegt.")
        expect(row).to_contain_text("Schlüssel ist hinterlegt")
        answer = page.evaluate("fetch('/api/v1/staff/services/sources').then((answer) => answer.text())")
        assert "ein-langer" not in answer
        row.get_by_role("button", name=re.compile("^Schlüssel ändern")).click()
        page.get_by_role("button", name="Schlüssel entfernen").click()
        expect(row).to_contain_text("Noch kein Schlüssel hinterlegt")
        expect(page.locator(".source-row").filter(has_text="Ablage").locator(".source-key")).to_have_count(0)


@pytest.mark.usefixtures("sources")
@pytest.mark.parametrize("width", [1280, 320])
def test_an_editor_runs_a_source_but_has_no_hand_in_its_key(browser: Browser, server: Server, width: int) -> None:
    page = sources_page(browser, server, "redaktion", viewport={"width": width, "height": 740})
    with closing(page.context):
        expect(page.get_by_role("button", name=re.compile("^Schlüssel"))).to_have_count(0)
        seen: list[str] = []
        look_at(page, "sources", seen)
        assert seen == []
        page.get_by_role("button", name="Jetzt abrufen: Ablage").click()
        expect(toast(page)).to_contain_text("„Ablage“ wird abgerufen.")
        expect(page.locator(".source-row").filter(has_text="Ablage")).to_contain_text("Wird gerade abgerufen")


@pytest.mark.parametrize(
    ("ended", "broken", "said"),
    [
        ("2026-11-23T04:10:00Z", 2, "2 Links gehen nicht. Sie stehen oben."),
        ("2026-11-23T04:10:00Z", 0, "Geprüft. Kein Link ist defekt."),
        # The last check is the one before: nobody was reached, nothing is known anew.
        ("2026-11-16T04:10:00Z", 2, "Die Links ließen sich nicht prüfen. Es gilt, was zuletzt gefunden wurde."),
    ],
)
def test_checking_all_links_tells_how_far_it_is_and_what_came_of_it(
    browser: Browser, server: Server, ended: str, broken: int, said: str
) -> None:
    """The answers stand here because the real check asks the servers of Land and Bund, which no test may do; against a
    server of one's own tests/services prove it."""
    before = "2026-11-16T04:10:00Z"
    states = [(True, 0, 0, before), (True, 40, 118, before), (False, 118, 118, ended)]
    with closing(at_work(browser, server)) as device:
        page = device.new_page()

        def answer(route: Route) -> None:
            running, checked, total, last = states.pop(0) if len(states) > 1 else states[0]
            state = {"running": running, "checked": checked, "total": total, "broken": broken, "checked_at": last}
            route.fulfill(status=202, content_type="application/json", body=json.dumps(state))

        open_list(page, server)
        page.route("**/links/check", answer)
        page.get_by_role("button", name="Links jetzt prüfen").click()
        expect(page.get_by_role("button", name="Links werden geprüft")).to_be_visible()
        expect(page.get_by_role("button", name="Geprüft: 40 von 118")).to_be_visible()
        expect(toast(page)).to_contain_text(said)
        expect(page.get_by_role("button", name="Links jetzt prüfen")).to_be_visible()
