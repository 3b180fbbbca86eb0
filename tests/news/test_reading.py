# SPDX-License-Identifier: EUPL-1.2
"""Residents read news: lists, filters, search, schedule."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from backend.db import db
from backend.jobs import scope
from backend.news import operations
from backend.news.models import NewsItem
from backend.publishing import Status, publish, withdraw
from tests.conftest import TenantClient
from tests.factories import NOW, make_category, make_news, tenant_id


def titles(client: TenantClient, query: str = "") -> list[str]:
    answer = client.get(f"/api/v1/news{query}")
    assert answer.status_code == 200
    return [item["title"] for item in answer.json]


def test_lists_are_newest_first_and_carry_no_bodies(client: TenantClient, app: Flask) -> None:
    make_news(app, title="Alt", published_at=NOW - timedelta(days=1))
    make_news(app, title="Neu")
    assert titles(client) == ["Neu", "Alt"]
    assert "body" not in client.get("/api/v1/news").json[0]


def test_a_corrected_typo_does_not_lift_old_news(client: TenantClient, app: Flask) -> None:
    make_news(app, title="Alt", published_at=NOW - timedelta(days=1), updated_at=NOW + timedelta(hours=1))
    make_news(app, title="Neu")
    assert titles(client) == ["Neu", "Alt"]


def test_pages_are_stable_and_never_overlap(client: TenantClient, app: Flask) -> None:
    for number in range(25):
        make_news(app, title=f"Nummer {number}")
    first, second = client.get("/api/v1/news?page_size=20"), client.get("/api/v1/news?page_size=20&page=2")
    ids = [item["id"] for item in first.json + second.json]
    assert len(ids) == len(set(ids)) == 25
    assert '"total": 25' in first.headers["X-Pagination"]
    assert '"next_page": 2' in first.headers["X-Pagination"]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.SUBMITTED, Status.WITHDRAWN])
def test_only_published_items_are_visible(client: TenantClient, app: Flask, status: Status) -> None:
    hidden = make_news(app, status=status)
    assert titles(client) == []
    assert client.get(f"/api/v1/news/{hidden}").status_code == 404
    assert client.get(f"/aktuelles/{hidden}").status_code == 404
    assert client.get("/api/v1/search?q=gesperrt").json == []
    assert client.get("/api/v1/bootstrap").json["news"]["items"] == []


def test_scheduled_and_expired_items_are_invisible_everywhere(client: TenantClient, app: Flask) -> None:
    hour = timedelta(hours=1)
    scheduled = make_news(app, title="Geplant", publish_at=datetime.now(UTC) + hour)
    expired = make_news(app, title="Abgelaufen", unpublish_at=datetime.now(UTC) - hour)
    shown = make_news(app, title="Sichtbar", publish_at=datetime.now(UTC) - hour, unpublish_at=datetime.now(UTC) + hour)
    assert titles(client) == ["Sichtbar"]
    for hidden in (scheduled, expired):
        assert client.get(f"/api/v1/news/{hidden}").status_code == 404
    assert client.get(f"/api/v1/news/{shown}").status_code == 200
    for path in ("/feeds/news.atom", "/feeds/news.rss", "/api/v1/bootstrap"):
        text = client.get(path).text
        assert "Sichtbar" in text
        assert "Geplant" not in text
        assert "Abgelaufen" not in text


def test_both_dates_count_from_their_very_instant(app: Flask) -> None:
    begins = make_news(app, title="Beginnt", publish_at=NOW)
    make_news(app, title="Endet", unpublish_at=NOW)
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert [row["id"] for row in operations.list_news(NOW)[0]] == [begins]


def test_publishing_keeps_the_first_date_and_a_schedule_sets_it(app: Flask) -> None:
    item_id = make_news(app, status=Status.DRAFT, published_at=None, publish_at=NOW + timedelta(hours=2))
    with scope(app, tenant_id(app, "alpha")):
        item = db.session.get(NewsItem, item_id)
        assert item is not None
        publish(item, NOW)
        assert item.published_at == NOW + timedelta(hours=2)
        withdraw(item, NOW + timedelta(days=1))
        publish(item, NOW + timedelta(days=3))
        assert item.published_at == NOW + timedelta(hours=2)


def test_another_municipality_sees_nothing_of_it(other: TenantClient, app: Flask) -> None:
    foreign = make_news(app, "alpha")
    assert other.get("/api/v1/news").json == []
    assert other.get(f"/api/v1/news/{foreign}").status_code == 404
    assert other.get(f"/aktuelles/{foreign}").status_code == 404
    assert other.get("/api/v1/search?q=gesperrt").json == []


def test_the_category_filters(client: TenantClient, app: Flask) -> None:
    traffic = make_category(app, "alpha", "verkehr", "Verkehr")
    make_news(app, title="Stau", category_id=traffic)
    make_news(app, title="Fest")
    assert titles(client, "?category=verkehr") == ["Stau"]
    assert titles(client, "?category=gibtsnicht") == []
    assert client.get("/api/v1/news?category=verkehr").json[0]["category"] == {"slug": "verkehr", "name": "Verkehr"}


@pytest.mark.parametrize(
    "q", ["straße", "STRASSE", "Strasse", "strassen", "Ma%C3%9Fnahme", "massnahme", "gr%C3%BCn", "gruen", "grun"]
)
def test_the_search_folds_case_umlauts_and_sharp_s(client: TenantClient, app: Flask, q: str) -> None:
    make_news(app, title="Straßen werden grün", body="<p>Die Maßnahme beginnt.</p>")
    make_news(app, title="Anderes", teaser="", body="")
    assert titles(client, f"?q={q}") == ["Straßen werden grün"]


def test_every_word_must_occur_and_signs_of_like_are_plain_text(client: TenantClient, app: Flask) -> None:
    make_news(app, title="Rabatt 50% im Freibad")
    make_news(app, title="Rabatt im Freibad")
    assert len(titles(client, "?q=freibad rabatt")) == 2
    assert titles(client, "?q=50%25") == ["Rabatt 50% im Freibad"]
    assert titles(client, "?q=freibad fehlt") == []
    assert titles(client, "?q=_") == []


def test_urgent_items_with_an_end_feed_the_notice_strip(client: TenantClient, app: Flask) -> None:
    make_news(app, title="Dringend", urgent=True, unpublish_at=datetime.now(UTC) + timedelta(hours=1))
    make_news(app, title="Ohne Ende", urgent=True)
    news = client.get("/api/v1/bootstrap").json["news"]
    assert [item["title"] for item in news["notices"]] == ["Dringend"]
    assert len(news["items"]) == 2


@pytest.mark.parametrize(
    "query",
    ["?page=0", "?page=x", "?page_size=1000", f"?q={'x' * 101}", f"?category={'x' * 61}", "?page=99999999999999999999"],
)
def test_bad_parameters_are_named(client: TenantClient, query: str) -> None:
    answer = client.get(f"/api/v1/news{query}")
    assert answer.status_code == 422
    assert answer.content_type == "application/problem+json"
    assert answer.json["code"] == "invalid"
    assert answer.json["errors"]


def test_a_page_behind_the_last_is_empty(client: TenantClient, app: Flask) -> None:
    make_news(app)
    assert titles(client, "?page=9") == []
