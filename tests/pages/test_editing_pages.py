# SPDX-License-Identifier: EUPL-1.2
"""Editors change legal pages and make own ones; the tenant file leaves alone what they changed."""

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from backend.db import db
from backend.editing import Revision
from backend.jobs import scope
from backend.pages.models import Page
from backend.pages.operations import seed_pages
from backend.pages.planting import export
from backend.tenants.models import Tenant
from tests.accounts.people import Desk, at_work, log_of
from tests.conftest import TenantClient
from tests.factories import tenant_id
from tests.news.desk import AS_NEW, content_version, listening, seen, together

IMPRINT = {"key": "impressum", "slug": "impressum", "title": "Impressum", "role": "imprint", "body": "<p>Alt</p>"}
LIGHT = {"key": "leicht", "slug": "leicht", "title": "Leichte Sprache", "role": None, "body": "<p>Kurz.</p>"}


def seed(app: Flask, *seeds: dict[str, Any]) -> list[str]:
    with scope(app, tenant_id(app, "alpha")):
        return seed_pages(seeds, datetime.now(UTC))


@pytest.fixture
def editor(app: Flask) -> Desk:
    seed(app, IMPRINT, LIGHT)
    return at_work(app, "kim@alpha.de")


@pytest.fixture
def statements(app: Flask) -> Iterator[list[str]]:
    with listening(app) as heard:
        yield heard


def pages(editor: Desk) -> dict[str, Any]:
    return {row["key"]: row for row in editor.api("GET", "/pages").json}


def save(editor: Desk, page: Any, **content: str) -> Any:
    sent = page["content"] | content
    return editor.api("PUT", f"/pages/{page['id']}", sent, headers=seen(page))


def do(editor: Desk, page: Any, deed: str) -> Any:
    return editor.api("POST", f"/pages/{page['id']}/{deed}", headers=seen(page))


def opened(editor: Desk, key: str) -> Any:
    return editor.api("GET", f"/pages/{pages(editor)[key]['id']}").json


def make(editor: Desk, **content: str) -> Any:
    sent = {"title": "Anfahrt", "body": "<p>Mit dem Bus.</p>"} | content
    answer = editor.api("PUT", f"/pages/{uuid.uuid4()}", sent, headers=AS_NEW)
    assert answer.status_code == 201, answer.json
    return answer.json


def test_a_legal_page_changes_for_residents_when_it_is_published(
    app: Flask, editor: Desk, client: TenantClient
) -> None:
    before = content_version(app)
    page = opened(editor, "impressum")
    assert (page["content"]["body"], page["edited_by"], page["may"]) == ("<p>Alt</p>", None, ["save"])
    page = save(editor, page, body="<h1>Wer wir sind</h1><script>x</script>").json
    assert page["content"]["body"] == "<h2>Wer wir sind</h2>"
    assert (page["unpublished_changes"], page["may"]) == (True, ["save", "publish", "discard"])
    assert client.get("/api/v1/pages/impressum").json["body"] == "<p>Alt</p>"
    assert content_version(app) == before
    page = do(editor, page, "publication").json
    assert (page["unpublished_changes"], page["edited"], page["edited_by"]) == (False, True, "Kim")
    assert client.get("/api/v1/pages/impressum").json["body"] == "<h2>Wer wir sind</h2>"
    assert client.get("/api/v1/search?q=Wer wir").json[0]["path"] == "/seiten/impressum"
    assert content_version(app) == before + 1
    assert "page.published" in log_of(app)


def test_the_tenant_file_leaves_alone_what_staff_have_begun_to_edit(app: Flask, editor: Desk) -> None:
    page = save(editor, opened(editor, "impressum"), body="<p>Neu</p>").json
    newer = IMPRINT | {"body": "<p>Aus der Datei</p>"}
    assert "page impressum: kept: edited in the app" in seed(app, newer, LIGHT)
    page = do(editor, page, "discard").json
    assert page["content"]["body"] == "<p>Alt</p>"
    assert "page impressum: changed" in seed(app, newer, LIGHT)
    late = save(editor, page, body="<p>Zu spät</p>")
    assert late.status_code == 412
    assert late.json["current"]["content"]["body"] == "<p>Aus der Datei</p>"
    do(editor, save(editor, late.json["current"], body="<p>Neu</p>").json, "publication")
    assert seed(app, newer, LIGHT) == ["page impressum: kept: edited in the app"]
    kinds = [line["kind"] for line in editor.api("GET", f"/pages/{page['id']}/revisions").json]
    assert kinds == ["published", "saved", "imported", "saved", "imported"]


def test_a_page_that_leaves_the_file_takes_its_history_along(app: Flask, editor: Desk) -> None:
    do(editor, save(editor, opened(editor, "leicht"), body="<p>Kims Entwurf</p>").json, "discard")
    save(editor, opened(editor, "impressum"), body="<p>Neu</p>")
    assert "page leicht: removed" in seed(app, IMPRINT)
    with scope(app, tenant_id(app, "alpha"), write=False):
        left = db.session.scalars(select(Revision.content)).all()
    assert [content["body"] for content in left if content["title"] == "Leichte Sprache"] == []
    assert len(left) == 2


def test_an_own_page_appears_with_its_publication(app: Flask, editor: Desk, client: TenantClient) -> None:
    page = make(editor)
    assert (page["slug"], page["published"], page["unpublished_changes"]) == ("anfahrt", False, True)
    assert page["may"] == ["save", "publish", "delete"]
    for path in ("/api/v1/pages/anfahrt", "/seiten/anfahrt"):
        assert client.get(path).status_code == 404
    assert "anfahrt" not in client.get("/api/v1/bootstrap").text
    assert client.get("/api/v1/search?q=bus").json == []
    with scope(app, tenant_id(app, "alpha"), write=False):
        config = db.session.scalars(select(Tenant.config).where(Tenant.slug == "alpha")).one()
        assert [row["title"] for row in export(config | {"file": {}})["pages"]] == ["Impressum", "Leichte Sprache"]
    page = do(editor, save(editor, page, title="So finden Sie uns").json, "publication").json
    assert (page["slug"], page["published"], page["unpublished_changes"]) == ("so-finden-sie-uns", True, False)
    assert client.get("/seiten/so-finden-sie-uns").status_code == 200
    links = [row["slug"] for row in client.get("/api/v1/bootstrap").json["pages"]]
    assert links == ["impressum", "leicht", "so-finden-sie-uns"]
    page = do(editor, save(editor, page, title="Anders").json, "publication").json
    assert page["slug"] == "so-finden-sie-uns"
    assert seed(app, IMPRINT, LIGHT) == ["page so-finden-sie-uns: kept: edited in the app"]


def test_pages_of_the_same_name_get_addresses_of_their_own(editor: Desk) -> None:
    slugs = [make(editor, title=title)["slug"] for title in ("Über uns!", "Über uns?", "Impressum", "", "日本")]
    assert slugs == ["ueber-uns", "ueber-uns-2", "impressum-2", "seite", "seite-2"]


def test_pages_of_the_same_name_that_arrive_at_once_all_arrive(app: Flask, editor: Desk) -> None:
    editors = [editor, *(at_work(app, f"{name}@alpha.de") for name in ("alex", "robin"))]
    made = together(*(partial(make, one) for one in editors))
    assert sorted(page["slug"] for page in made) == ["anfahrt", "anfahrt-2", "anfahrt-3"]
    assert len(pages(editor)) == 5


def test_the_list_of_pages_costs_one_query(editor: Desk, statements: list[str]) -> None:
    for number in range(3):
        make(editor, title=f"Seite {number}")
    statements.clear()
    assert len(editor.api("GET", "/pages").json) == 5
    assert len([line for line in statements if "FROM page" in line]) == 1


def test_own_pages_go_and_legal_ones_stay(app: Flask, editor: Desk, client: TenantClient) -> None:
    page = opened(editor, "leicht")
    before = content_version(app)
    assert editor.api("DELETE", f"/pages/{page['id']}", headers=seen(page)).status_code == 204
    assert client.get("/api/v1/pages/leicht").status_code == 404
    assert content_version(app) == before + 1
    legal = opened(editor, "impressum")
    assert editor.api("DELETE", f"/pages/{legal['id']}", headers=seen(legal)).status_code == 409
    assert client.get("/api/v1/pages/impressum").status_code == 200
    assert "page.deleted" in log_of(app)


@pytest.mark.parametrize(
    ("content", "lacks"), [({"title": " "}, ["title"]), ({"body": "<p><br></p>"}, ["text"]), ({"title": "A"}, [])]
)
def test_an_empty_page_is_not_published(editor: Desk, content: dict[str, str], lacks: list[str]) -> None:
    page = make(editor, **content)
    assert page["lacks"] == lacks
    answer = do(editor, page, "publication")
    assert answer.status_code == (422 if lacks else 200)
    assert list(answer.json.get("errors", {})) == lacks


def test_an_earlier_text_can_be_taken_up_again(editor: Desk) -> None:
    page = save(editor, opened(editor, "impressum"), body="<p>Neu</p>").json
    line = editor.api("GET", f"/pages/{page['id']}/revisions").json[-1]
    assert editor.api("GET", f"/pages/{page['id']}/revisions/{line['id']}").json["content"]["body"] == "<p>Alt</p>"
    restored = do(editor, page, f"revisions/{line['id']}/restoration").json
    assert restored["content"]["body"] == "<p>Alt</p>"
    assert restored["unpublished_changes"] is False


@pytest.mark.parametrize(
    "body", [{}, {"title": 1, "body": ""}, {"title": "x" * 121, "body": ""}, {"title": "a"}, [], 5]
)
def test_what_is_no_page_is_refused(editor: Desk, body: Any) -> None:
    assert editor.api("PUT", f"/pages/{uuid.uuid4()}", body, headers=AS_NEW).status_code == 422


def test_pages_of_another_municipality_do_not_exist(app: Flask, editor: Desk) -> None:
    foreign = make(at_work(app, "bea@beta.de", slug="beta"))
    path = f"/pages/{foreign['id']}"
    line = str(uuid.uuid4())
    for method, below, body in (
        ("GET", "", None),
        ("PUT", "", foreign["content"]),
        ("DELETE", "", None),
        ("POST", "/publication", None),
        ("POST", "/discard", None),
        ("GET", "/revisions", None),
        ("GET", f"/revisions/{line}", None),
        ("POST", f"/revisions/{line}/restoration", None),
    ):
        assert editor.api(method, path + below, body, headers=seen(foreign)).status_code == 404, below
    assert editor.api("PUT", path, foreign["content"], headers=AS_NEW).status_code == 404
    assert "anfahrt" not in pages(editor)
    with scope(app, tenant_id(app, "beta"), write=False):
        assert [page.title for page in db.session.scalars(select(Page))] == ["Anfahrt"]
