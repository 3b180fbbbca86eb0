# SPDX-License-Identifier: EUPL-1.2
"""The media library: search, describe, focal point, delete only what nothing shows."""

import uuid
from typing import Any

import pytest
from flask import Flask

from backend import media
from backend.media import operations
from backend.media.uses import Use
from tests.accounts.people import Desk, at_work, log_of
from tests.conftest import TenantClient
from tests.factories import make_news
from tests.media.desks import change, delete, files, upload
from tests.media.images import picture


@pytest.fixture
def editor(app: Flask) -> Desk:
    return at_work(app, "kim@alpha.de")


def sent(editor: Desk, name: str = "IMG_2041.jpg", width: int = 1000) -> Any:
    """A picture in the library."""
    return upload(editor, picture(size=(width, 500)), name).json


def test_the_library_shows_the_newest_first_in_pages(editor: Desk) -> None:
    for width in (100, 101, 102):
        sent(editor, f"{width}.png", width)
    answer = editor.api("GET", "/media?page_size=2")
    assert [row["name"] for row in answer.json] == ["102.png", "101.png"]
    assert '"total": 3' in answer.headers["X-Pagination"]
    assert [row["name"] for row in editor.api("GET", "/media?page_size=2&page=2").json] == ["100.png"]


def test_name_description_and_credit_are_searched(editor: Desk) -> None:
    fest, pool = sent(editor, "fest.jpg", 100), sent(editor, "pool.jpg", 101)
    assert (
        change(editor, fest["id"], 1, name="fest.jpg", alt="Musik auf der Burg", credit="Jana Müller").json["uses"] == 0
    )
    for q, names in (("MUSIK burg", ["fest.jpg"]), ("mueller", ["fest.jpg"]), ("pool", ["pool.jpg"]), ("x%", [])):
        assert [row["name"] for row in editor.api("GET", "/media", query_string={"q": q}).json] == names, q
    assert pool["alt"] == ""
    assert editor.api("GET", f"/media?q={'x' * 101}").status_code == 422


def test_unused_pictures_can_be_listed_alone(app: Flask, editor: Desk) -> None:
    shown, lonely, older = (sent(editor, f"{width}.jpg", width) for width in (100, 101, 102))
    make_news(app, image_id=uuid.UUID(shown["id"]))
    make_news(app, title="Noch eine", image_id=uuid.UUID(shown["id"]))
    assert [row["uses"] for row in editor.api("GET", "/media").json] == [0, 0, 2]
    answer = editor.api("GET", "/media?unused=true&page_size=1")
    assert [row["id"] for row in answer.json] == [older["id"]]
    assert '"total": 2' in answer.headers["X-Pagination"]
    assert [row["id"] for row in editor.api("GET", "/media?unused=true&page=2&page_size=1").json] == [lonely["id"]]


def test_a_change_counts_the_version_and_is_refused_over_another_one(editor: Desk) -> None:
    made = sent(editor)
    answer = change(editor, made["id"], 1, alt="Die Burg", credit="Stadt", focal_x=0.25, focal_y=0)
    assert answer.status_code == 200 and answer.headers["ETag"] == '"2"'
    assert (answer.json["alt"], answer.json["focal_x"], answer.json["focal_y"]) == ("Die Burg", 0.25, 0)
    stale = change(editor, made["id"], 1, alt="Der Turm")
    assert (stale.status_code, stale.json["code"]) == (412, "precondition-failed")
    assert (stale.json["current"]["alt"], stale.json["current"]["version"]) == ("Die Burg", 2)
    assert change(editor, made["id"], None).status_code == 428
    again = change(editor, made["id"], 2, alt="Die Burg", credit="Stadt", focal_x=0.25, focal_y=0)
    assert (again.status_code, again.json["version"]) == (200, 2)
    assert editor.api("GET", f"/media/{made['id']}").headers["ETag"] == '"2"'


@pytest.mark.parametrize(
    "content",
    [
        {"focal_x": 1.01},
        {"focal_y": -0.1},
        {"focal_x": "NaN"},
        {"focal_x": None},
        {"alt": "x" * 301},
        {"alt": None},
        {"alt": "zwei\nZeilen"},
        {"credit": "a\0b"},
        {"name": "x" * 201},
        {"hash": "f" * 32},
    ],
)
def test_what_cannot_be_said_about_a_picture_is_refused(editor: Desk, content: dict[str, Any]) -> None:
    made = sent(editor)
    answer = change(editor, made["id"], 1, **content)
    assert answer.status_code == 422 and set(answer.json["errors"]) == set(content)
    assert editor.api("GET", f"/media/{made['id']}").json["version"] == 1


def test_residents_see_a_new_focal_point_at_once(app: Flask, editor: Desk, client: TenantClient) -> None:
    made = sent(editor)
    make_news(app, image_id=uuid.UUID(made["id"]), image_alt="Burg")
    assert client.get("/api/v1/news").json[0]["image"]["focal_x"] == 0.5
    change(editor, made["id"], 1, focal_x=0.2)
    image = client.get("/api/v1/news").json[0]["image"]
    assert (image["focal_x"], image["focal_y"], image["alt"]) == (0.2, 0.5, "Burg")


def test_a_picture_in_use_is_not_deleted_and_says_where_it_is(app: Flask, editor: Desk) -> None:
    made = sent(editor)
    item = make_news(app, title="Burgfest", image_id=uuid.UUID(made["id"]))
    place = {"type": "news", "id": str(item), "title": "Burgfest"}
    assert editor.api("GET", f"/media/{made['id']}").json["used_in"] == [place]
    answer = delete(editor, made["id"], 1)
    assert (answer.status_code, answer.json["code"], answer.json["used_in"]) == (409, "in-use", [place])
    assert editor.get(made["src"]).status_code == 200


def test_a_working_copy_uses_its_picture_before_residents_see_it(app: Flask, editor: Desk) -> None:
    shown, planned, neither = (sent(editor, f"{width}.jpg", width) for width in (100, 101, 102))
    item = make_news(app, image_id=uuid.UUID(shown["id"]), draft={"image": {"media_id": planned["id"]}})
    make_news(app, title="Ohne Bild", draft={"image": None})
    for made in (shown, planned):
        assert [use["id"] for use in editor.api("GET", f"/media/{made['id']}").json["used_in"]] == [str(item)]
        assert delete(editor, made["id"], 1).status_code == 409
    assert [row["id"] for row in editor.api("GET", "/media?unused=true").json] == [neither["id"]]


def test_a_use_that_begins_while_a_picture_is_deleted_wins(
    app: Flask, editor: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = sent(editor)
    make_news(app, image_id=uuid.UUID(made["id"]))
    monkeypatch.setattr(operations, "uses_of", lambda _ids: [])
    assert delete(editor, made["id"], 1).status_code == 409


def test_an_unused_picture_is_deleted_and_can_be_sent_again(app: Flask, editor: Desk) -> None:
    made = sent(editor)
    assert delete(editor, made["id"], None).status_code == 428
    assert delete(editor, made["id"], 7).status_code == 412
    assert delete(editor, made["id"], 1).status_code == 204
    assert editor.api("GET", f"/media/{made['id']}").status_code == 404
    assert delete(editor, made["id"], 1).status_code == 404
    assert log_of(app)[-2:] == ["media.added", "media.deleted"]
    again = sent(editor)
    assert again["id"] != made["id"] and editor.get(again["src"]).status_code == 200


def test_every_feature_is_asked_and_one_place_counts_once(app: Flask, editor: Desk) -> None:
    made = sent(editor)
    page, media_id = uuid.uuid4(), uuid.UUID(made["id"])
    twice = [Use(media_id, "page", page, "Anfahrt"), Use(media_id, "page", page, "Anfahrt, neu")]
    media.init_uses(app, lambda _ids: [], lambda ids: twice if media_id in ids else [])
    assert editor.api("GET", "/media").json[0]["uses"] == 1
    assert delete(editor, made["id"], 1).status_code == 409


def test_pictures_of_another_municipality_do_not_exist(app: Flask, editor: Desk) -> None:
    made, bea = sent(editor), at_work(app, "bea@beta.de", ("ADMIN", "EDITOR"), "beta")
    assert bea.api("GET", "/media").json == []
    assert bea.api("GET", f"/media/{made['id']}").status_code == 404
    assert change(bea, made["id"], 1, alt="fremd").status_code == 404
    assert delete(bea, made["id"], 1).status_code == 404
    assert bea.get(made["src"]).status_code == 404
    assert editor.api("GET", f"/media/{made['id']}").json["alt"] == ""
    assert len(files(app)) == 3 and files(app, "beta") == []
