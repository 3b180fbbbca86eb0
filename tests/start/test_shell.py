# SPDX-License-Identifier: EUPL-1.2
"""What a shared link shows: the shell with a head of its own for every page."""

import json
import re
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from backend.config import ROOT
from backend.db import db
from backend.jobs import scope
from backend.media import MediaFile
from backend.pages.models import Page
from backend.pages.operations import seed_pages
from backend.reads import bump
from backend.start.shell import ARTICLE_SIZES, LEAD_SIZES
from backend.tenants.models import Tenant
from tests.conftest import TenantClient, client_of
from tests.factories import NOW, make_news, make_tenant, tenant_id


def seed(app: Flask, slug: str, *pages: dict[str, Any]) -> list[str]:
    with scope(app, tenant_id(app, slug)):
        lines = seed_pages(pages, NOW)
        bump()
        return lines


IMPRINT = {"key": "imprint", "slug": "impressum", "title": "Impressum", "role": "imprint", "body": "<p>Stadt Alpha</p>"}


def test_every_page_address_answers_with_the_shell(client: TenantClient, app: Flask) -> None:
    seed(app, "alpha", IMPRINT)
    item = make_news(app)
    for path in (
        "/",
        "/aktuelles",
        "/aktuelles?kategorie=x",
        f"/aktuelles/{item}",
        "/suche?q=x",
        "/mehr",
        "/seiten/impressum",
    ):
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert answer.content_type == "text/html; charset=utf-8"
        assert '<div id="app">' in answer.text
        assert 'href="/theme.css?v=1"' in answer.text


def test_an_article_names_title_teaser_date_and_publisher(client: TenantClient, app: Flask) -> None:
    item = make_news(app, title="Brücke <gesperrt> & saniert", teaser='Der "alte" Weg bleibt offen.')
    text = client.get(f"/aktuelles/{item}").text
    assert "<title>Brücke &lt;gesperrt&gt; &amp; saniert · Alpha</title>" in text
    assert '<meta property="og:type" content="article">' in text
    assert '<link rel="alternate" type="application/atom+xml" href="/feeds/news.atom" title="Aktuelles: Alpha">' in text
    assert '<meta property="og:description" content="Der &quot;alte&quot; Weg bleibt offen.">' in text
    assert f'<link rel="canonical" href="http://alpha.localhost:8000/aktuelles/{item}">' in text
    data = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)[0])
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == "Brücke <gesperrt> & saniert"
    assert data["datePublished"] == "2026-06-09T12:00:00+00:00"
    assert data["publisher"]["name"] == "Stadt Alpha"


def test_no_text_breaks_out_of_the_head(client: TenantClient, app: Flask) -> None:
    item = make_news(app, title="</script><script>alert(1)</script>", teaser="<!--head:start--> \\1 \\g<0>")
    text = client.get(f"/aktuelles/{item}").text
    assert "<script>alert" not in text
    assert text.count("</script>") == 1


def test_unknown_pages_are_404_with_the_shell_and_apis_without(client: TenantClient) -> None:
    for path in ("/gibtsnicht", "/aktuelles/keine-uuid", "/seiten/gibtsnicht", "/aktuelles/x/y"):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert "Seite nicht gefunden" in answer.text
        assert 'content="noindex"' in answer.text
    for path in ("/api/x", "/assets/x.js", "/feeds/x", "/open311/x"):
        assert client.get(path).content_type == "application/problem+json", path


def test_a_missing_build_says_how_to_make_one(client: TenantClient, settings: Any) -> None:
    (settings.pwa_path / "app-shell.html").unlink()
    answer = client.get("/")
    assert answer.status_code == 404
    assert "npm run build" in answer.json["detail"]


def test_pages_are_read_and_belong_to_one_municipality(client: TenantClient, other: TenantClient, app: Flask) -> None:
    seed(app, "alpha", IMPRINT | {"body": "<h1>Wir</h1><script>x</script><p onclick=x>Rathaus</p>"})
    page = client.get("/api/v1/pages/impressum").json
    assert page["title"] == "Impressum"
    assert page["body"] == "<h2>Wir</h2><p>Rathaus</p>"
    assert client.get("/api/v1/bootstrap").json["pages"] == [
        {"slug": "impressum", "title": "Impressum", "role": "imprint"}
    ]
    assert other.get("/api/v1/pages/impressum").status_code == 404
    assert other.get("/api/v1/bootstrap").json["pages"] == []


def test_seeding_follows_the_file_and_leaves_what_staff_edited(client: TenantClient, app: Flask) -> None:
    own = {"key": "bad", "slug": "freibad", "title": "Freibad", "role": None, "body": "<p>Offen</p>"}
    assert seed(app, "alpha", IMPRINT, own) == ["page imprint: added", "page bad: added"]
    assert seed(app, "alpha", IMPRINT, own) == []
    assert seed(app, "alpha", IMPRINT | {"title": "Wer wir sind"}) == ["page imprint: changed", "page bad: removed"]
    with scope(app, tenant_id(app, "alpha")):
        from_app = db.session.execute(select(Page)).scalar_one()
        from_app.edited = True
    assert seed(app, "alpha", IMPRINT) == ["page imprint: kept: edited in the app"]
    assert client.get("/api/v1/pages/impressum").json["title"] == "Wer wir sind"


def test_the_search_finds_news_and_pages(client: TenantClient, other: TenantClient, app: Flask) -> None:
    seed(app, "alpha", IMPRINT | {"body": "<p>Rathaus, Großer Markt</p>"})
    item = make_news(app, title="Markt im Rathaus")
    hits = client.get("/api/v1/search?q=RATHAUS markt").json
    assert [(hit["type"], hit["path"]) for hit in hits] == [
        ("news", f"/aktuelles/{item}"),
        ("page", "/seiten/impressum"),
    ]
    assert hits[1]["teaser"] == "Rathaus, Großer Markt"
    assert client.get("/api/v1/search?q=grosser").json[0]["type"] == "page"
    assert other.get("/api/v1/search?q=rathaus").json == []


@pytest.mark.parametrize("query", ["", "?q=", "?q=a", "?q=%20%20"])
def test_a_search_for_almost_nothing_finds_nothing(client: TenantClient, app: Flask, query: str) -> None:
    make_news(app)
    answer = client.get(f"/api/v1/search{query}")
    assert answer.status_code == 200
    assert answer.json == []


def test_a_demo_is_not_for_search_engines(client: TenantClient, app: Flask) -> None:
    assert "Disallow: /api/" in client.get("/robots.txt").text
    make_tenant(app, "delta")
    with scope(app, None):
        row = db.session.query(Tenant).filter_by(slug="delta").one()
        row.config = row.config | {"tenant": row.config["tenant"] | {"demo": True}}
    assert "Disallow: /\n" in client_of(app, "delta").get("/robots.txt").text


def make_picture(app: Flask, slug: str) -> uuid.UUID:
    with scope(app, tenant_id(app, slug)):
        picture = MediaFile(hash="a" * 32, width=960, height=540, widths="480 960", bytes=1, created_at=NOW)
        db.session.add(picture)
        db.session.flush()
        return picture.id


def test_the_largest_picture_begins_to_load_with_the_page(client: TenantClient, app: Flask) -> None:
    picture = make_picture(app, "alpha")
    make_news(app, title="Vorne", image_id=picture)
    end = datetime.now(UTC) + timedelta(hours=1)
    make_news(app, title="Als Hinweis oben", urgent=True, unpublish_at=end, published_at=NOW + timedelta(hours=1))
    preload = '<link rel="preload" as="image" type="image/webp" imagesrcset="/media/'
    assert preload in client.get("/").text
    assert preload not in client.get("/aktuelles").text


def test_the_preload_asks_for_the_size_the_page_shows() -> None:
    shown = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "pwa" / "src").rglob("*.tsx"))
    assert f'sizes="{LEAD_SIZES}"' in shown
    assert f'sizes="{ARTICLE_SIZES}"' in shown
