# SPDX-License-Identifier: EUPL-1.2
"""Nothing leaves the municipality's origin, the browser refuses nothing, two municipalities share nothing."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, Response, expect

from tests.e2e.conftest import Complaints, first_article, first_event, install_worker, lose_network, settle, visit
from tests.e2e.server import Server
from tests.e2e.test_accessibility import SCREENS

# Kilobytes of pwa.md, compressed as sent.
BUDGETS = {"script": 35_000, "stylesheet": 15_000, "font": 50_000, "all": 100_000}


def test_no_screen_asks_another_origin_for_anything_and_the_browser_has_no_complaint(
    page: Page, complaints: Complaints, server: Server
) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    screens = [screen for screen in SCREENS if "0000" not in screen and "gibt" not in screen]
    article, event = first_article(server).split("/")[-1], first_event(server)
    for screen in [*screens, "/"]:
        visit(page, server.url(screen.format(article=article, event=event)))
        page.mouse.wheel(0, 4000)
        page.wait_for_load_state("networkidle")
    origins = {
        f"{parts.scheme}://{parts.netloc}" for parts in map(urlsplit, asked) if parts.scheme not in ("data", "blob")
    }
    assert origins == {server.url("").rstrip("/")}
    assert complaints == []


def test_the_api_page_runs_under_the_same_policy(page: Page, complaints: Complaints, server: Server) -> None:
    page.goto(server.url("/api/docs"))
    expect(page.locator(".swagger-ui .info")).to_be_visible()
    assert complaints == []


def test_an_inline_script_does_not_run(page: Page, complaints: Complaints, server: Server) -> None:
    visit(page, server.url("/"))
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), { text: 'window.ran = true' }))"
    )
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in complaint for complaint in complaints)


def test_a_first_visit_stays_within_the_budgets(page: Page, server: Server) -> None:
    sent: dict[str, int] = dict.fromkeys(BUDGETS, 0)

    def count(request: Request) -> None:
        # Pictures of the news are content, not the app.
        if "/media/" in request.url:
            return
        size = request.sizes()["responseBodySize"]
        for kind in {"all", request.resource_type} & set(BUDGETS):
            sent[kind] += size

    page.on("requestfinished", count)
    visit(page, server.url("/"))
    page.wait_for_load_state("networkidle")
    assert sent["script"] > 0
    assert {kind: size for kind, size in sent.items() if size > BUDGETS[kind]} == {}


def test_two_municipalities_share_nothing_on_the_device(page: Page, server: Server) -> None:
    visit(page, server.url("/mehr"))
    page.get_by_text("Dunkel", exact=True).click()
    visit(page, server.url("/"))
    install_worker(page)
    belzig = page.locator("h1").inner_text()
    visit(page, server.url("/", tenant="angermuende"))
    install_worker(page)
    assert page.locator("h1").inner_text() != belzig
    assert page.locator("html").get_attribute("data-kern-theme") is None
    assert page.evaluate("Object.keys(localStorage)") == []
    lose_network(page)
    page.reload()
    settle(page)
    assert page.locator("h1").inner_text() != belzig
    page.goto(server.url("/"))
    settle(page)
    assert page.locator("h1").inner_text() == belzig


@pytest.mark.parametrize("path", ["/", "/aktuelles", "/mehr/installieren", "/seiten/impressum"])
def test_every_address_can_be_opened_directly_and_reloaded(path: str, page: Page, server: Server) -> None:
    answer: Response | None = page.goto(server.url(path))
    assert answer is not None
    assert answer.status == 200
    settle(page)
    heading = page.locator("h1").inner_text()
    install_worker(page)
    page.reload()
    settle(page)
    assert page.locator("h1").inner_text() == heading
