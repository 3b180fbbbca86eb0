# SPDX-License-Identifier: EUPL-1.2
"""`flask demo` fills the demo municipalities, and only those, with content that says what it is."""

import json
import re
from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import select

from backend.db import db
from backend.demo.pictures import ART, draw
from backend.demo.stories import CATEGORIES, CONTENT, read_stories
from backend.jobs import scope
from backend.news.models import NewsItem
from backend.publishing import Status
from backend.tenants.models import Tenant
from backend.tenants.theme import compile_theme
from backend.text import clean_html, plain
from tests.accounts.people import at_work
from tests.conftest import TenantClient, client_of
from tests.factories import make_tenant, tenant_id

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)  # a Sunday
PLACES = sorted(path.stem for path in CONTENT.glob("*.toml") if path.stem not in ("gemeinsam", "unfertig"))


def mark_as_demo(app: Flask, slug: str) -> None:
    with scope(app, None):
        db.session.scalars(select(Tenant).where(Tenant.slug == slug)).one().demo = True


def run(app: Flask) -> str:
    result = app.test_cli_runner().invoke(args=["demo"])
    assert result.exit_code == 0, result.output
    return result.output


def test_only_demo_municipalities_get_content_and_only_once(app: Flask, client: TenantClient) -> None:
    mark_as_demo(app, "alpha")
    assert "Alpha: 14 news items, 17 events and 0 reports added" in run(app)
    shown = client.get("/api/v1/news").json
    assert "Alpha: demo content is complete" in run(app)
    assert client.get("/api/v1/news").json == shown
    assert client_of(app, "beta").get("/api/v1/news").json == []


def test_the_demo_shows_every_state_of_news(app: Flask) -> None:
    make_tenant(app, "bad-belzig")
    mark_as_demo(app, "bad-belzig")
    run(app)
    client = client_of(app, "bad-belzig")
    shown = client.get("/api/v1/news?page_size=100").json
    assert len(shown) == 13
    assert {item["source_name"] for item in shown} == {"Demo-Inhalt"}
    assert all(item["image"]["alt"] and item["image"]["credit"] for item in shown if item["image"])
    assert [item["title"] for item in shown if item["urgent"]] == ["Bürgerbüro bleibt am Freitag geschlossen"]
    assert all(client.get(item["image"]["src"]).status_code == 200 for item in shown if item["image"])
    with scope(app, tenant_id(app, "bad-belzig"), write=False):
        hidden = {
            item.guid: item for item in db.session.scalars(select(NewsItem)) if str(item.id) not in json.dumps(shown)
        }
        assert {guid.split(":")[1].split("-")[0] for guid in hidden if guid} == {
            "geplant", "abgelaufen", "entwurf", "freigabe", "zurueckgezogen"
        }  # fmt: skip
        assert hidden["demo:entwurf-feuerwehr"].status is Status.DRAFT


@pytest.mark.parametrize("slug", [*PLACES, "anderswo"])
def test_editors_find_something_of_every_kind_to_do(app: Flask, slug: str) -> None:
    make_tenant(app, slug)
    mark_as_demo(app, slug)
    run(app)
    editor = at_work(app, "test@demo.example", slug=slug)
    counts = editor.api("GET", "/news/counts").json
    assert (counts["draft"], counts["submitted"], counts["scheduled"], counts["withdrawn"]) == (2, 1, 1, 1)
    rows = editor.api("GET", "/news?page_size=100").json
    assert [row["lacks"] for row in rows if row["lacks"]] == [["image_alt"]]
    assert [row["state"] for row in rows if row["urgent"] and row["state"] != "expired"] == ["visible"]
    waiting = rows[0]
    # Nobody takes it for an import that is best left alone.
    assert (waiting["state"], waiting["submitted_by"], waiting["source_name"]) == ("submitted", "Kim Beispiel", None)
    lines = editor.api("GET", f"/news/{waiting['id']}/revisions").json
    assert [line["kind"] for line in lines] == ["submitted", "saved"]


def test_a_municipality_without_the_demo_mark_is_named_as_such(app: Flask) -> None:
    assert "No municipality is marked as a demo" in run(app)


@pytest.mark.parametrize("slug", [*PLACES, "anderswo"])
def test_stories_are_complete_clean_and_fit_their_columns(slug: str) -> None:
    stories = read_stories(slug, "Musterstadt", NOW)
    assert len({story.key for story in stories}) == len(stories) >= 8
    for story in stories:
        assert story.category in CATEGORIES
        assert len(story.title) <= 80
        assert len(story.teaser) <= 200
        assert "{" not in story.title + story.teaser + story.body
        assert "erfundenes Beispiel" in plain(story.body)
        assert clean_html(clean_html(story.body)) == clean_html(story.body)
        assert story.picture is None or (
            (story.alt or story.status is Status.DRAFT) and (ART / f"{story.picture}.svg").exists()
        )


def test_dates_in_the_stories_lie_ahead_on_the_right_weekday() -> None:
    found = {story.key: story for story in read_stories("bad-belzig", "Bad Belzig", NOW)}
    assert "Vom Montag, 30. November an" in plain(found["strasse"].body)
    assert "Am Freitag, 27. November bleibt" in plain(found["buergerbuero"].body)
    assert "Am Samstag, 5. Dezember spielen" in found["burgkonzert"].teaser


@pytest.mark.parametrize("hour", range(24))
def test_nobody_writes_news_at_night(hour: int) -> None:
    now = NOW.replace(hour=hour, minute=59)
    shown = [
        story
        for story in read_stories("bad-belzig", "Bad Belzig", now)
        if not story.begins_at and story.status is Status.PUBLISHED
    ]
    assert all(7 <= story.published_at.hour <= 18 for story in shown)
    assert all(story.published_at <= now for story in shown)
    assert shown[0].key == "strasse"


def test_drawings_take_the_colours_of_the_municipality() -> None:
    usual, own = compile_theme().light, compile_theme("#5a1e5a").light
    assert draw("road", usual) != draw("road", own)
    for path in ART.glob("*.svg"):
        assert set(re.findall(r"var\((--a-[a-z0-9]+)\)", path.read_text())) <= usual.keys()
