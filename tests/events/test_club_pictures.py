# SPDX-License-Identifier: EUPL-1.2
"""Pictures of those who write for one organiser only: the own ones, and no word of what else shows them."""

import io
import uuid
from typing import Any

import pytest
from flask import Flask

from backend.db import db
from backend.jobs import scope
from backend.media import MediaFile
from tests.accounts.people import Desk, at_work
from tests.accounts.probing import PICTURE
from tests.events.desk import club, make_draft, make_organiser
from tests.factories import tenant_id


@pytest.fixture
def editor(app: Flask) -> Desk:
    return at_work(app, "eva@alpha.de")


@pytest.fixture
def choir(app: Flask) -> Desk:
    return club(app, make_organiser(app))


def upload(browser: Desk) -> Any:
    return browser.open("/api/v1/staff/media", method="POST", data={"file": (io.BytesIO(PICTURE), "a.gif")})


def test_a_club_keeps_its_own_pictures_apart(editor: Desk, choir: Desk) -> None:
    foreign = editor.api("GET", f"/media/{upload(editor).json['id']}").json
    assert upload(choir).status_code == 200, "the same bytes are one picture"
    assert choir.api("GET", "/media").json == []
    words = {name: foreign[name] for name in ("name", "alt", "credit", "focal_x", "focal_y")}
    for method, body in (("GET", None), ("PUT", words), ("DELETE", None)):
        assert choir.api(method, f"/media/{foreign['id']}", body, version=1).status_code == 404, method


def test_a_picture_of_an_import_is_not_the_own_one_of_a_club_that_has_it_too(
    app: Flask, editor: Desk, choir: Desk
) -> None:
    mine = upload(editor).json
    with scope(app, tenant_id(app, "alpha")):
        row = db.session.get_one(MediaFile, uuid.UUID(mine["id"]))
        row.created_by = row.created_by_id = None
    assert upload(choir).status_code == 200
    assert choir.api("GET", "/media").json == []
    assert upload(editor).status_code == 200
    assert editor.api("GET", f"/media/{mine['id']}").json["created_by"] == "Eva"


def test_a_club_learns_nothing_of_what_else_shows_its_picture(editor: Desk, choir: Desk) -> None:
    mine = upload(choir).json
    assert [row["id"] for row in choir.api("GET", "/media").json] == [mine["id"]]
    make_draft(editor, title="Geheim", image={"media_id": mine["id"], "alt": "", "credit": None, "caption": None})
    seen_by_choir = choir.api("GET", f"/media/{mine['id']}").json
    assert (seen_by_choir["uses"], seen_by_choir["used_in"]) == (1, [])
    refused = choir.api("DELETE", f"/media/{mine['id']}", version=1)
    assert (refused.status_code, refused.json["used_in"]) == (409, [])
    assert editor.api("GET", f"/media/{mine['id']}").json["used_in"][0]["title"] == "Geheim"
