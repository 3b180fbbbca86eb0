# SPDX-License-Identifier: EUPL-1.2
"""Addresses of bootstrap, search, the API's own documents, health, and the shell that answers every page of the PWA."""

from typing import Any

import orjson
from flask import Response, current_app

from backend.config import current_settings
from backend.errors import problem
from backend.problems import Missing
from backend.start import health, operations, shell
from backend.start.head import public_tags, render, staff_tags
from backend.start.schemas import BootstrapSchema, SearchHitSchema, SearchQuerySchema
from backend.tenants.describe import describe
from backend.web import REVALIDATE, Access, Border, lasts_until, municipality, now, raw

api = Border("start", __name__, url_prefix="/api/v1", description="Start and search")
pages = Border("shell", __name__, description="Pages of the PWA, health, documents")
share = Border("share", __name__, module="defects", description="Where phones send shared photos")

HTML = "text/html; charset=utf-8"


@api.endpoint("/bootstrap", access=Access.PUBLIC, returns=BootstrapSchema())
def bootstrap() -> Any:
    """Everything a start needs in one answer: municipality, theme, modules, start feed."""
    described = describe(municipality().config, current_settings())
    content, until = operations.start_content(municipality().config, now())
    lasts_until(until)
    return described | content


@api.endpoint("/search", access=Access.PUBLIC, query=SearchQuerySchema(), returns=SearchHitSchema(many=True))
def search(query: dict[str, str]) -> Any:
    """Everything searchable; every word must occur; at most 20 finds of a kind."""
    hits, until = operations.search(query["q"], municipality().config, now())
    lasts_until(until)
    return hits


@pages.endpoint("/healthz", access=Access.PROBE, documented=False)
def healthz() -> Response:
    """The process lives."""
    return raw("ok\n", "text/plain; charset=utf-8")


@pages.endpoint("/readyz", access=Access.PROBE, documented=False)
def readyz() -> Response:
    """Database, migrations and queue answer; else 503 with the part that does not."""
    faults = health.faults(current_app.extensions["sva.huey"])
    if faults:
        return problem(503, "not-ready", "Not ready", ", ".join(faults))
    return raw("ready\n", "text/plain; charset=utf-8")


@pages.endpoint("/api/openapi.json", access=Access.PUBLIC, documented=False)
def openapi() -> Response:
    """The OpenAPI document of this API."""
    return raw(orjson.dumps(current_app.extensions["sva.api"].document()), "application/json")


@pages.endpoint("/api/docs", access=Access.PUBLIC, documented=False)
def docs() -> Response:
    """Swagger UI, from our own origin."""
    try:
        return raw((current_settings().pwa_path / "docs" / "index.html").read_text(encoding="utf-8"), HTML)
    except FileNotFoundError as error:
        raise Missing("The PWA is not built, and the API's pages come with it.") from error


@pages.endpoint("/robots.txt", access=Access.PUBLIC, documented=False)
def robots() -> Response:
    """Everything public may be found; a demo should not be."""
    rule = "Disallow: /\n" if municipality().config["tenant"]["demo"] else "Disallow: /api/\nDisallow: /redaktion\n"
    return raw(f"User-agent: *\n{rule}", "text/plain; charset=utf-8")


@pages.endpoint("/", access=Access.PUBLIC, documented=False)
def start_page() -> Response:
    """The shell with the head of Start."""
    return _shell("/")


@pages.endpoint("/app-shell.html", access=Access.PUBLIC, documented=False)
def bare_shell() -> Response:
    """The shell as it is built: what the worker keeps for all pages."""
    return raw(shell.read_shell(current_settings()), HTML)


@pages.endpoint("/redaktion", access=Access.OPEN, documented=False)
def editorial_start() -> Response:
    """The shell of the editorial area."""
    return _staff_shell()


@pages.endpoint("/redaktion/", access=Access.OPEN, documented=False)
def editorial_start_typed() -> Response:
    """The same with the stroke that people type."""
    return _staff_shell()


@pages.endpoint("/redaktion/<path:path>", access=Access.OPEN, documented=False)
def editorial_page(path: str) -> Response:
    """The same shell at every address of the area: the app says what is there, and for whom."""
    return _staff_shell()


@share.endpoint("/maengel/teilen", access=Access.OPEN, method="POST", documented=False)
def take_share() -> Response:
    """A photo that was shared with the app before its worker runs: it is lost, the form is not."""
    response = raw("", HTML, status=303)
    response.location = "/maengel/melden"
    return response


@pages.endpoint("/<path:path>", access=Access.PUBLIC, documented=False)
def page(path: str) -> Response:
    """The shell with the head of this page; an unknown page is 404 and still the shell, so that the app can say so."""
    if path.split("/")[0] in ("api", "media", "feeds", "open311", "assets", "icons", "docs"):
        raise Missing("Nothing lives at this address.")
    return _shell(f"/{path}".rstrip("/"))


def _shell(path: str) -> Response:
    settings = current_settings()
    described = describe(municipality().config, settings)
    tenant, theme = described["tenant"], described["theme"]
    built, status = shell.read_shell(settings), 200
    try:
        head = shell.page_head(path, tenant, theme, municipality().config, now())
        lasts_until(head.lasts_until)
    except Missing:
        head, status = shell.missing_head(path, tenant, theme), 404
    html = render(built, public_tags(head), theme["url"], tenant["language"])
    return raw(html, HTML, status=status, cache_control=REVALIDATE)


def _staff_shell() -> Response:
    settings = current_settings()
    described = describe(municipality().config, settings)
    tenant, theme = described["tenant"], described["theme"]
    tags = staff_tags(f"Redaktion · {tenant['name']}", theme["paper_light"], theme["paper_dark"])
    html = render(shell.read_shell(settings, "editor-shell.html"), tags, theme["url"], tenant["language"])
    response = raw(html, HTML, cache_control="private, no-store")
    response.headers["X-Robots-Tag"] = "noindex"
    return response
