# SPDX-License-Identifier: EUPL-1.2
"""The editors' list of news, bad input, and the walls around a municipality's items."""

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from backend.db import db
from backend.jobs import scope
from backend.news.models import NewsItem
from tests.accounts.people import Desk, at_work
from tests.factories import make_category, tenant_id
from tests.news.desk import (
    AS_NEW,
    content,
    content_version,
    do,
    later,
    listening,
    make_draft,
    make_picture,
    picture,
    publish,
    save,
    seen,
)


@pytest.fixture
def editor(app: Flask) -> Desk:
    return at_work(app, "kim@alpha.de")


@pytest.fixture
def statements(app: Flask) -> Iterator[list[str]]:
    with listening(app) as heard:
        yield heard


def put(editor: Desk, **details: Any) -> Any:
    return editor.api("PUT", f"/news/{uuid.uuid4()}", content(**details), headers=AS_NEW)


def listed(editor: Desk, query: str = "") -> list[str]:
    return [row["title"] for row in editor.api("GET", f"/news{query}").json]


def test_what_is_unfinished_stands_first(editor: Desk) -> None:
    make_draft(editor, title="Entwurf 1")
    publish(editor, make_draft(editor, title="Sichtbar 1"))
    publish(editor, make_draft(editor, title="Geplant 2", publish_at=later(days=2)))
    do(editor, publish(editor, make_draft(editor, title="Weg")), "withdrawal")
    publish(editor, make_draft(editor, title="Geplant 1", publish_at=later(days=1)))
    make_draft(editor, title="Entwurf 2")
    publish(editor, make_draft(editor, title="Sichtbar 2"))
    assert listed(editor) == [
        "Entwurf 2", "Entwurf 1", "Geplant 1", "Geplant 2", "Sichtbar 2", "Sichtbar 1", "Weg"
    ]  # fmt: skip
    assert editor.api("GET", "/news/counts").json == {
        "all": 7, "draft": 2, "submitted": 0, "scheduled": 2, "visible": 2, "expired": 0, "withdrawn": 1
    }  # fmt: skip
    for state, number in (("draft", 2), ("submitted", 0), ("scheduled", 2), ("visible", 2), ("withdrawn", 1)):
        rows = editor.api("GET", f"/news?state={state}").json
        assert [row["state"] for row in rows] == [state] * number
    pages = [editor.api("GET", f"/news?page_size=3&page={page}") for page in (1, 2, 3)]
    assert [row["title"] for page in pages for row in page.json] == listed(editor)
    assert '"total": 7' in pages[0].headers["X-Pagination"]


def test_the_list_filters_and_shows_the_working_copy(app: Flask, editor: Desk) -> None:
    make_category(app, "alpha", "freizeit", "Freizeit")
    media_id = make_picture(app)
    item = publish(editor, make_draft(editor, title="Öffentlich", category="freizeit", image=picture(media_id)))
    make_draft(editor, title="Anderes", teaser="", body="")
    assert listed(editor, "?category=freizeit") == listed(editor, "?q=OEFFENTLICH") == ["Öffentlich"]
    assert listed(editor, "?category=fort") == listed(editor, "?q=fort") == []
    other = picture(make_picture(app), alt="")
    save(editor, item, title="Geändert", category=None, image=other)
    row = editor.api("GET", "/news?state=visible").json[0]
    assert (row["title"], row["category"], row["lacks"]) == ("Geändert", None, ["image_alt"])
    assert (row["unpublished_changes"], row["state"], row["image"]["alt"]) == (True, "visible", "")
    assert editor.get("/api/v1/news").json[0]["title"] == "Öffentlich"


def test_a_list_costs_the_same_however_long_it_is(app: Flask, editor: Desk, statements: list[str]) -> None:
    make_category(app, "alpha", "freizeit", "Freizeit")

    def plant(number: int) -> None:
        for _ in range(number):
            item = publish(editor, make_draft(editor, category="freizeit", image=picture(make_picture(app))))
            save(editor, item, title="Geändert", image=picture(make_picture(app)))

    def cost() -> int:
        statements.clear()
        assert editor.api("GET", "/news").status_code == 200
        return len(statements)

    plant(1)
    one = cost()
    plant(6)
    assert cost() == one
    # Session, person, municipality; then categories, number, rows, pictures.
    assert len([line for line in statements if "news_" in line or "media_file" in line]) == 4
    assert len(editor.api("GET", "/news").json) == 7


@pytest.mark.parametrize("query", ["?state=x", "?page=0", "?page_size=101", f"?q={'x' * 101}", f"?category={'x' * 61}"])
def test_bad_filters_are_named(editor: Desk, query: str) -> None:
    assert editor.api("GET", f"/news{query}").status_code == 422


@pytest.mark.parametrize(
    "details",
    [
        {"title": None},
        {"title": 5},
        {"title": ["a"]},
        {"title": "x" * 301},
        {"teaser": "x" * 601},
        {"body": "x" * 200_001},
        {"body": {"html": ""}},
        {"category": "gibtsnicht"},
        {"category": "a\0b"},
        {"category": 1},
        {"image": "x"},
        {"image": {}},
        {"image": {"media_id": "x", "alt": "", "credit": None, "caption": None}},
        {"image": {"media_id": str(uuid.uuid4()), "alt": "", "credit": None, "caption": None}},
        {"image": {"media_id": str(uuid.uuid4()), "alt": "", "credit": None, "caption": None, "src": "/x"}},
        {"publish_at": "2030-01-01T00:00:00"},
        {"publish_at": "morgen"},
        {"publish_at": 1893456000},
        {"publish_at": "0001-01-01T00:00:00+14:00"},
        {"unpublish_at": "9999-12-31T23:59:59-14:00"},
        {"unpublish_at": "2150-01-01T00:00:00Z"},
        {"urgent": "ja"},
        {"urgent": None},
        {"status": "published"},
        {"published_at": None},
        {"id": str(uuid.uuid4())},
    ],
)
def test_what_is_no_content_is_refused_and_leaves_nothing(app: Flask, editor: Desk, details: dict[str, Any]) -> None:
    answer = put(editor, **details)
    assert answer.status_code == 422, answer.json
    assert next(iter(details)) in answer.json["errors"]
    assert listed(editor) == []


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ("{", "application/json", 400),
        ("", "application/json", 422),
        ("[]", "application/json", 422),
        ("null", "application/json", 422),
        ('"x"', "application/json", 422),
        ('{"title": "\\ud800"}', "application/json", 422),
        ("title=x", "application/x-www-form-urlencoded", 422),
        (b"\xff\xfe", "application/json", 400),
        ("[" * 100_000, "application/json", 400),
    ],
)
def test_what_cannot_be_read_is_refused(editor: Desk, body: Any, kind: str, status: int) -> None:
    path = f"/api/v1/staff/news/{uuid.uuid4()}"
    answer = editor.open(path, method="PUT", data=body, content_type=kind, headers=dict(AS_NEW))
    assert answer.status_code == status, answer.json


def test_what_is_missing_is_not_guessed(editor: Desk) -> None:
    whole = content()
    for name in whole:
        part = {key: value for key, value in whole.items() if key != name}
        answer = editor.api("PUT", f"/news/{uuid.uuid4()}", part, headers=AS_NEW)
        assert list(answer.json["errors"]) == [name]


def test_signs_that_no_reader_can_see_are_dropped(editor: Desk) -> None:
    kept = put(editor, title="Frei\0bad\r\nöffnet\x0b", teaser="\x07", body="<p>a\0b\x0c</p>").json["content"]
    assert (kept["title"], kept["teaser"], kept["body"]) == ("Freibad öffnet", "", "<p>ab</p>")


def test_a_text_is_kept_whole_or_refused(editor: Desk) -> None:
    end = '<p><a href="https://example.org/weit/hinten">Ende</a></p>'
    body = "<p>Wort und Wort</p>" * 6_996 + end
    assert 139_900 < len(body) <= 140_000
    assert put(editor, body=body).json["content"]["body"] == body
    for path in ("news", "pages"):
        whole = content() if path == "news" else {"title": "Anfahrt"}
        sent = whole | {"body": "<p>Wort und Wort</p>" * 8_000}
        answer = editor.api("PUT", f"/{path}/{uuid.uuid4()}", sent, headers=AS_NEW)
        assert (answer.status_code, list(answer.json["errors"])) == (422, ["body"])


def test_a_hundred_kilobytes_of_tags_come_out_as_text(editor: Desk) -> None:
    kept = put(editor, body="<div>" * 27_000 + "Ende").json["content"]
    assert kept["body"] == "<p>Ende</p>"


def test_items_of_another_municipality_do_not_exist(app: Flask, editor: Desk) -> None:
    foreign = at_work(app, "bea@beta.de", slug="beta")
    item = publish(foreign, make_draft(foreign, title="Fremd"))
    line = foreign.api("GET", f"/news/{item['id']}/revisions").json[0]["id"]
    before = content_version(app), content_version(app, "beta")
    path = f"/news/{item['id']}"
    for method, below, body in (
        ("GET", "", None),
        ("PUT", "", content()),
        ("DELETE", "", None),
        ("POST", "/publication", None),
        ("POST", "/submission", None),
        ("POST", "/return", {"note": ""}),
        ("POST", "/withdrawal", None),
        ("POST", "/restoration", None),
        ("POST", "/discard", None),
        ("GET", "/revisions", None),
        ("GET", f"/revisions/{line}", None),
        ("POST", f"/revisions/{line}/restoration", None),
    ):
        assert editor.api(method, path + below, body, headers=seen(item)).status_code == 404, (method, below)
    assert editor.api("PUT", path, content(title="Fremd"), headers=AS_NEW).status_code == 404
    assert listed(editor) == []
    assert editor.api("GET", "/news/counts").json["all"] == 0
    assert (content_version(app), content_version(app, "beta")) == before
    assert foreign.api("GET", path).json == item


def test_another_municipalitys_pictures_and_categories_cannot_be_used(app: Flask, editor: Desk) -> None:
    make_category(app, "beta", "fremd", "Fremd")
    assert "category" in put(editor, category="fremd").json["errors"]
    answer = put(editor, image=picture(make_picture(app, "beta")))
    assert answer.json["errors"] == {"image": {"media_id": ["There is no such picture."]}}
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert db.session.scalars(select(NewsItem)).all() == []
