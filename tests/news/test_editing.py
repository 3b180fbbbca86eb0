# SPDX-License-Identifier: EUPL-1.2
"""An editor writes, publishes, corrects and withdraws; residents see what was published, and nothing else."""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask

from tests.accounts.people import Desk, at_work, log_of
from tests.conftest import TenantClient
from tests.factories import NOW, make_category, make_news
from tests.news.desk import (
    AS_NEW,
    content,
    content_version,
    do,
    later,
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


def public(client: TenantClient) -> list[str]:
    return [item["title"] for item in client.get("/api/v1/news").json]


def test_a_draft_is_made_once_however_often_it_is_sent(editor: Desk, client: TenantClient) -> None:
    path = f"/news/{uuid.uuid4()}"
    first, again = (editor.api("PUT", path, content(), headers=AS_NEW) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json == again.json == editor.api("GET", path).json
    assert first.headers["ETag"] == again.headers["ETag"] == '"1"'
    other = editor.api("PUT", path, content(title="Anders"), headers=AS_NEW)
    assert other.status_code == 412
    assert other.json["current"] == first.json
    assert len(editor.api("GET", "/news").json) == 1
    assert public(client) == []


def test_what_is_kept_comes_back_whole(app: Flask, editor: Desk) -> None:
    make_category(app, "alpha", "freizeit", "Freizeit")
    media_id = make_picture(app)
    image = picture(media_id, credit="Kim", caption="Das neue Becken")
    begin, end = "2030-05-01T07:00:00+02:00", "2030-05-31T18:00:00+02:00"
    sent = content(category="freizeit", image=image, publish_at=begin, unpublish_at=end, urgent=True)
    item = editor.api("PUT", f"/news/{uuid.uuid4()}", sent, headers=AS_NEW).json
    kept = item["content"]
    assert {name: kept[name] for name in ("title", "teaser", "body", "category", "urgent")} == {
        name: sent[name] for name in ("title", "teaser", "body", "category", "urgent")
    }
    assert kept["image"].items() >= image.items()
    assert kept["image"].keys() >= {"hash", "src", "srcset", "width", "height", "focal_x", "focal_y"}
    assert datetime.fromisoformat(kept["publish_at"]) == datetime.fromisoformat(begin)
    assert datetime.fromisoformat(kept["unpublish_at"]) == datetime.fromisoformat(end)
    assert (item["state"], item["edited_by"], item["lacks"]) == ("draft", "Kim", [])
    assert item["may"] == ["save", "publish", "delete"]


def test_what_the_allow_list_drops_is_told_at_once(editor: Desk) -> None:
    item = make_draft(editor, body='<h1>Groß</h1><p style="color:red">Rot</p><img src="x"><script>1</script>')
    assert item["content"]["body"] == "<h2>Groß</h2><p>Rot</p>"


def test_saving_changes_nothing_for_residents_until_it_is_published(
    app: Flask, editor: Desk, client: TenantClient
) -> None:
    before = content_version(app)
    item = make_draft(editor)
    item = save(editor, item, title="Freibad öffnet früher").json
    assert (item["version"], content_version(app), public(client)) == (2, before, [])
    item = publish(editor, item)
    assert (item["state"], item["may"]) == ("visible", ["save", "withdraw"])
    assert content_version(app) == before + 1
    assert public(client) == ["Freibad öffnet früher"]
    corrected = save(editor, item, title="Freibad öffnet am Samstag").json
    assert corrected["unpublished_changes"] is True
    assert corrected["content"]["title"] == "Freibad öffnet am Samstag"
    assert corrected["may"] == ["save", "publish", "withdraw", "discard"]
    assert content_version(app) == before + 1
    assert public(client) == ["Freibad öffnet früher"]
    published = publish(editor, corrected)
    assert published["unpublished_changes"] is False
    assert content_version(app) == before + 2
    assert public(client) == ["Freibad öffnet am Samstag"]


def test_a_typo_does_not_lift_an_item(editor: Desk, client: TenantClient) -> None:
    old = publish(editor, make_draft(editor, title="Tippfehlr"))
    publish(editor, make_draft(editor, title="Neuer"))
    corrected = publish(editor, save(editor, old, title="Tippfehler").json)
    assert corrected["published_at"] == old["published_at"]
    assert public(client) == ["Neuer", "Tippfehler"]
    shown = client.get(f"/api/v1/news/{old['id']}").json
    assert shown["updated_at"] > shown["published_at"]


def test_an_item_that_is_planned_appears_at_its_instant_and_moves_with_its_date(
    editor: Desk, client: TenantClient
) -> None:
    item = publish(editor, make_draft(editor, publish_at=later(days=2)))
    assert (item["state"], public(client)) == ("scheduled", [])
    assert item["published_at"] == item["content"]["publish_at"]
    item = publish(editor, save(editor, item, publish_at=later(days=1)).json)
    assert item["published_at"] == item["content"]["publish_at"]
    item = publish(editor, save(editor, item, publish_at=later(hours=-3)).json)
    assert item["state"] == "visible"
    assert abs(datetime.fromisoformat(item["published_at"]) - datetime.now(UTC)) < timedelta(minutes=1)
    item = publish(editor, save(editor, item, publish_at=later(hours=-1)).json)
    assert datetime.fromisoformat(item["published_at"]) > datetime.now(UTC) - timedelta(minutes=1)
    assert public(client) == ["Freibad öffnet"]


def test_a_withdrawn_item_is_gone_at_once_and_comes_back_to_its_place(
    app: Flask, editor: Desk, client: TenantClient
) -> None:
    item = publish(editor, make_draft(editor, title="Zurück"))
    publish(editor, make_draft(editor, title="Neuer"))
    for path in (f"/api/v1/news/{item['id']}", f"/aktuelles/{item['id']}"):
        assert client.get(path).status_code == 200
    before = content_version(app)
    gone = do(editor, item, "withdrawal").json
    assert (gone["state"], gone["may"]) == ("withdrawn", ["save", "restore"])
    assert content_version(app) == before + 1
    for path in (f"/api/v1/news/{item['id']}", f"/aktuelles/{item['id']}"):
        assert client.get(path).status_code == 404
    for path in ("/feeds/news.atom", "/feeds/news.rss", "/api/v1/bootstrap", "/api/v1/search?q=zurück"):
        assert "Zurück" not in client.get(path).text, path
    assert do(editor, gone, "publication").status_code == 409
    back = publish(editor, do(editor, gone, "restoration").json)
    assert back["published_at"] == item["published_at"]
    assert public(client) == ["Neuer", "Zurück"]
    assert [line for line in log_of(app) if line.startswith("news.")] == [
        "news.published", "news.published", "news.withdrawn", "news.restored", "news.published"
    ]  # fmt: skip


def test_withdrawing_keeps_what_was_not_published_yet(editor: Desk) -> None:
    item = publish(editor, make_draft(editor))
    changed = save(editor, item, title="Nicht verloren").json
    gone = do(editor, changed, "withdrawal").json
    assert (gone["content"]["title"], gone["unpublished_changes"]) == ("Nicht verloren", False)


def test_unpublished_changes_can_be_dropped_and_typed_back(editor: Desk) -> None:
    item = publish(editor, make_draft(editor))
    changed = save(editor, item, title="Anders").json
    dropped = do(editor, changed, "discard").json
    assert (dropped["content"], dropped["unpublished_changes"]) == (item["content"], False)
    assert do(editor, dropped, "discard").status_code == 409
    changed = save(editor, dropped, title="Anders").json
    typed_back = save(editor, changed, title=item["content"]["title"]).json
    assert typed_back["unpublished_changes"] is False


@pytest.mark.parametrize(
    ("details", "lacks"),
    [
        ({"title": "  "}, ["title"]),
        ({"teaser": "", "body": "<p> </p>"}, ["text"]),
        ({"teaser": "", "body": "<p>Nur Text</p>"}, []),
        ({"unpublish_at": later(hours=-1)}, ["unpublish_at"]),
        ({"publish_at": later(days=2), "unpublish_at": later(days=1)}, ["unpublish_at"]),
        ({"urgent": True}, ["unpublish_at"]),
        ({"urgent": True, "unpublish_at": later(days=1)}, []),
        ({"title": "", "teaser": "", "body": ""}, ["title", "text"]),
    ],
)
def test_what_is_missing_is_named_and_refused(editor: Desk, details: dict[str, Any], lacks: list[str]) -> None:
    item = make_draft(editor, **details)
    assert item["lacks"] == editor.api("GET", "/news").json[0]["lacks"] == lacks
    answer = do(editor, item, "publication")
    assert answer.status_code == (422 if lacks else 200)
    assert list(answer.json.get("errors", {})) == lacks


def test_a_picture_without_a_description_is_kept_and_not_published(
    app: Flask, editor: Desk, client: TenantClient
) -> None:
    item = make_draft(editor, image=picture(make_picture(app), alt=" "))
    assert item["lacks"] == editor.api("GET", "/news").json[0]["lacks"] == ["image_alt"]
    assert list(do(editor, item, "publication").json["errors"]) == ["image_alt"]
    assert public(client) == []


def test_what_is_public_as_it_is_lacks_nothing(app: Flask, editor: Desk) -> None:
    over = make_news(app, image_id=uuid.UUID(make_picture(app)), unpublish_at=NOW)
    item = editor.api("GET", f"/news/{over}").json
    assert item["lacks"] == editor.api("GET", "/news").json[0]["lacks"] == []
    item = save(editor, item, title="Anders").json
    assert item["lacks"] == editor.api("GET", "/news").json[0]["lacks"] == ["image_alt", "unpublish_at"]


def test_only_what_nobody_has_seen_can_be_deleted(app: Flask, editor: Desk) -> None:
    draft = make_draft(editor, title="Weg damit")
    assert editor.api("DELETE", f"/news/{draft['id']}", headers=seen(draft)).status_code == 204
    assert editor.api("GET", f"/news/{draft['id']}").status_code == 404
    item = publish(editor, make_draft(editor))
    assert editor.api("DELETE", f"/news/{item['id']}", headers=seen(item)).status_code == 409
    gone = do(editor, item, "withdrawal").json
    assert editor.api("DELETE", f"/news/{gone['id']}", headers=seen(gone)).status_code == 409
    planned = publish(editor, make_draft(editor, publish_at=later(days=1)))
    assert editor.api("DELETE", f"/news/{planned['id']}", headers=seen(planned)).status_code == 409
    unseen = do(editor, planned, "withdrawal").json
    assert unseen["published_at"] is None
    assert editor.api("DELETE", f"/news/{unseen['id']}", headers=seen(unseen)).status_code == 204
    assert log_of(app).count("news.deleted") == 2
