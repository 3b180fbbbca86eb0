# SPDX-License-Identifier: EUPL-1.2
"""What a browser asks of an app before it lets people put it on their home screen."""

import json
from pathlib import Path

from playwright.sync_api import Page, Playwright

from tests.e2e.conftest import ARGUMENTS, chromium, install_worker, visit
from tests.e2e.looks import PHONE
from tests.e2e.server import Server


def test_chromium_would_install_it(playwright: Playwright, server: Server, tmp_path: Path) -> None:
    # Private profiles cannot install anything, so this one is a lasting one.
    context = playwright.chromium.launch_persistent_context(
        str(tmp_path), executable_path=chromium(), args=ARGUMENTS, viewport=PHONE
    )
    try:
        page = context.new_page()
        visit(page, server.url("/"))
        install_worker(page)
        browser = context.new_cdp_session(page)
        manifest = browser.send("Page.getAppManifest")
        assert manifest["errors"] == []
        assert browser.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    finally:
        context.close()


def test_the_manifest_is_this_towns_own(server: Server) -> None:
    manifest = json.load(server.get("/manifest.webmanifest"))
    assert manifest["name"].endswith("Bad Belzig")
    assert manifest["display"] == "standalone"
    assert manifest["start_url"].startswith("/")
    purposes = {icon.get("purpose", "any") for icon in manifest["icons"]}
    assert {"any", "maskable"} <= purposes
    for icon in manifest["icons"]:
        assert server.get(icon["src"]).headers["Content-Type"] == icon["type"]


def test_the_worker_is_in_charge_of_every_page(page: Page, server: Server) -> None:
    visit(page, server.url("/aktuelles"))
    install_worker(page)
    scope = page.evaluate("navigator.serviceWorker.ready.then((found) => found.scope)")
    assert scope == server.url("/")


def test_the_worker_leaves_the_servers_own_addresses_alone(page: Page, server: Server) -> None:
    visit(page, server.url("/"))
    install_worker(page)
    for path in ("/feeds/news.atom", "/healthz", "/api/v1/news", "/api/openapi.json"):
        text = page.evaluate("(path) => fetch(path).then((answer) => answer.text())", path)
        assert text
        assert "<html" not in text
    page.goto(server.url("/api/docs"))
    page.locator(".swagger-ui .info").wait_for()
