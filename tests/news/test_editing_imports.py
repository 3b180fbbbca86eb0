# SPDX-License-Identifier: EUPL-1.2
"""What editors take over from a feed is theirs; and the editors' view of the feeds."""

import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from backend.config import Settings
from backend.db import db
from backend.jobs import scope
from backend.news.importing import IMPORTER
from backend.news.models import NewsSource
from tests.accounts.people import Desk, at_work, log_of
from tests.conftest import TenantClient
from tests.factories import tenant_id
from tests.news.desk import content_version, do, publish, save
from tests.news.test_importing import make_source, run
from tests.serving import Site, serving


def feed(*titles: str) -> bytes:
    """A feed whose entries are numbered."""
    entries = "".join(
        f"<item><guid>{number}</guid><title>{title}</title><description>a</description></item>"
        for number, title in enumerate(titles)
    )
    return f"<rss version='2.0'><channel><title>T</title>{entries}</channel></rss>".encode()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        site.serve("/feed", "text/xml", feed("Eins"))
        yield site


@pytest.fixture
def settings(settings: Settings, site: Site) -> Settings:
    """The usual settings, and the local feed server allowed."""
    return replace(settings, outbound_allow=site.allow)


@pytest.fixture
def source(app: Flask, site: Site) -> uuid.UUID:
    made = make_source(app, site.url("/feed"))
    run(app, made)
    return made


@pytest.fixture
def editor(app: Flask) -> Desk:
    return at_work(app, "kim@alpha.de")


@pytest.fixture
def rung(app: Flask, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What was put into the queue: municipality, kind, id."""
    heard: list[tuple[str, ...]] = []
    monkeypatch.setattr(app.extensions["sva.huey"], "run", lambda *args, **_patience: heard.append(args))
    return heard


def only(editor: Desk) -> Any:
    (row,) = editor.api("GET", "/news").json
    return editor.api("GET", f"/news/{row['id']}").json


def state(editor: Desk) -> Any:
    return editor.api("GET", "/news/sources").json[0]


def test_an_imported_item_says_where_it_comes_from(editor: Desk, site: Site, source: uuid.UUID) -> None:
    item = only(editor)
    assert item["source"] == {"name": "Stadtverwaltung", "url": site.url("/0"), "imported": True, "edited": False}
    row = editor.api("GET", "/news").json[0]
    assert (row["source_name"], row["source_edited"], row["edited_by"]) == ("Stadtverwaltung", False, None)


def test_what_an_editor_has_changed_is_left_alone_from_then_on(
    app: Flask, site: Site, editor: Desk, source: uuid.UUID, client: TenantClient
) -> None:
    item = save(editor, only(editor), title="Unser Text").json
    assert item["source"]["edited"] is True
    site.serve("/feed", "text/xml", feed("Eins, neu"))
    assert run(app, source).same == 1
    item = publish(editor, only(editor))
    assert item["content"]["title"] == "Unser Text"
    site.serve("/feed", "text/xml", feed("Eins, ganz neu"))
    assert run(app, source).same == 1
    site.serve("/feed", "text/xml", feed())
    run(app, source)
    assert [row["title"] for row in client.get("/api/v1/news").json] == ["Unser Text"]
    kinds = [(line["kind"], line["author"]) for line in editor.api("GET", f"/news/{item['id']}/revisions").json]
    assert kinds == [("published", "Kim"), ("saved", "Kim"), ("imported", "Stadtverwaltung")]


def test_what_was_dropped_again_is_imported_again(app: Flask, site: Site, editor: Desk, source: uuid.UUID) -> None:
    item = do(editor, save(editor, only(editor), title="Unser Text").json, "discard").json
    assert item["source"]["edited"] is False
    site.serve("/feed", "text/xml", feed("Eins, neu"))
    assert run(app, source).updated == 1
    assert only(editor)["content"]["title"] == "Eins, neu"


def test_an_import_under_an_open_editor_is_told(app: Flask, site: Site, editor: Desk, source: uuid.UUID) -> None:
    item = only(editor)
    site.serve("/feed", "text/xml", feed("Eins, neu"))
    run(app, source)
    answer = save(editor, item, title="Unser Text")
    assert answer.status_code == 412
    assert answer.json["current"]["content"]["title"] == "Eins, neu"
    assert answer.json["current"]["edited_by"] is None


def test_a_withdrawn_import_stays_withdrawn_and_as_it_was(
    app: Flask, site: Site, editor: Desk, source: uuid.UUID
) -> None:
    item = do(editor, only(editor), "withdrawal").json
    site.serve("/feed", "text/xml", feed("Eins, neu"))
    run(app, source)
    item = do(editor, item, "restoration").json
    run(app, source)
    assert (only(editor)["content"]["title"], only(editor)["state"]) == ("Eins", "draft")


def test_editors_see_how_the_feeds_are(app: Flask, site: Site, editor: Desk, source: uuid.UUID) -> None:
    good = state(editor)
    assert (good["key"], good["items"], good["running"], good["last_error"]) == ("stadt", 1, False, None)
    assert good["last_success_at"] == good["last_run_at"]
    site.serve("/feed", "text/html", b"<html><body>Umgezogen</body></html>")
    run(app, source)
    bad = state(editor)
    assert bad["last_error"] == {"reason": "not-a-feed", "detail": "The answer is not an RSS or Atom feed."}
    assert bad["last_success_at"] == good["last_success_at"]
    site.serve("/feed", "text/xml", feed("Eins"))
    run(app, source)
    assert state(editor)["last_error"] is None


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("/fehlt", "answer"),
        ("http://127.0.0.1:1/", "address"),
        ("http://gibtsnicht.invalid/", "unknown-name"),
        ("ftp://example.org/", "address"),
    ],
)
def test_each_trouble_has_a_word(app: Flask, site: Site, editor: Desk, url: str, reason: str) -> None:
    run(app, make_source(app, site.url(url) if url.startswith("/") else url))
    assert state(editor)["last_error"]["reason"] == reason


def test_a_feed_is_run_on_request_once(
    app: Flask, editor: Desk, source: uuid.UUID, rung: list[tuple[str, ...]]
) -> None:
    before = content_version(app)
    for _ in range(2):
        assert editor.api("POST", f"/news/sources/{source}/run").status_code == 202
        assert state(editor)["running"] is True
    assert rung == [(str(tenant_id(app, "alpha")), "news-import", str(source))]
    assert log_of(app).count("news.source-run") == 1
    assert content_version(app) == before
    run(app, source)
    assert state(editor)["running"] is False


def test_a_run_that_was_lost_does_not_look_alive_for_ever(
    app: Flask, editor: Desk, source: uuid.UUID, rung: list[tuple[str, ...]]
) -> None:
    with scope(app, tenant_id(app, "alpha")):
        db.session.scalars(select(NewsSource)).one().running_since = datetime.now(UTC) - timedelta(minutes=16)
    assert state(editor)["running"] is False
    assert editor.api("POST", f"/news/sources/{source}/run").status_code == 202
    assert len(rung) == 1


def test_the_sweep_shows_as_running_too(app: Flask, editor: Desk) -> None:
    make_source(app, "http://example.org/feed")
    with scope(app, tenant_id(app, "alpha"), write=False):
        IMPORTER.due()
    assert state(editor)["running"] is True


def test_a_feed_that_is_off_or_elsewhere_is_not_run(app: Flask, editor: Desk, rung: list[tuple[str, ...]]) -> None:
    off = make_source(app, "http://example.org/feed", active=False)
    foreign = make_source(app, "http://example.org/feed", slug="beta")
    assert editor.api("POST", f"/news/sources/{off}/run").status_code == 409
    assert editor.api("POST", f"/news/sources/{foreign}/run").status_code == 404
    assert [row["id"] for row in editor.api("GET", "/news/sources").json] == [str(off)]
    assert rung == []
