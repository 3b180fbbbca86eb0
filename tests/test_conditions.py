# SPDX-License-Identifier: EUPL-1.2
"""Conditional writes at the border: who changes a thing says which version was changed."""

from typing import Any

import pytest
from flask import Flask
from marshmallow import Schema, fields

from backend import create_app
from backend.conditions import expected_version
from backend.config import Settings
from backend.problems import PreconditionFailed
from backend.web import Access, Border
from tests.conftest import client_of

VERSION = 7


class NoteSchema(Schema):
    version = fields.Integer(required=True)
    text = fields.String(required=True)


class TextSchema(Schema):
    text = fields.String(required=True)


def read() -> dict[str, Any]:
    return {"version": VERSION, "text": "so steht es da", "secret": "never shown"}


def change(body: dict[str, str]) -> Any:
    expected = expected_version()
    if expected is None:
        return {"version": 1, **body}, 201
    if expected != VERSION:
        raise PreconditionFailed(read())
    return {"version": VERSION + 1, **body}


def remove() -> Any:
    if expected_version() != VERSION:
        raise PreconditionFailed(read())
    return "", 204


@pytest.fixture
def app(app: Flask, settings: Settings) -> Flask:
    """The app with one thing more, which can be read, changed, made and removed."""
    made = create_app(settings)
    border, note = Border("notes", __name__, url_prefix="/api/v1/notes"), NoteSchema()
    shared: dict[str, Any] = {"access": Access.OPEN, "conditional": note}
    border.endpoint("/a", returns=note, **shared)(read)
    border.endpoint("/a", method="PUT", body=TextSchema(), returns=note, creates=True, **shared)(change)
    border.endpoint("/a", method="POST", body=TextSchema(), returns=note, **shared)(change)
    border.endpoint("/a", method="DELETE", **shared)(remove)
    made.extensions["sva.api"].register_blueprint(border)
    return made


def call(app: Flask, method: str = "PUT", **headers: str) -> Any:
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    body = None if method in ("GET", "DELETE") else {"text": "neu"}
    return client_of(app, "alpha").open("/api/v1/notes/a", method=method, json=body, headers=sent)


def test_reading_a_thing_tells_its_version_as_a_tag(app: Flask) -> None:
    assert call(app, "GET").headers["ETag"] == f'"{VERSION}"'


def test_a_write_with_the_version_passes_and_tells_the_next_one(app: Flask) -> None:
    answer = call(app, If_Match='"7"')
    assert (answer.status_code, answer.headers["ETag"]) == (200, '"8"')
    assert call(app, "DELETE", If_Match='"7"').status_code == 204


def test_a_proxy_that_compresses_may_have_weakened_the_tag(app: Flask) -> None:
    assert call(app, If_Match='W/"7"').status_code == 200


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
@pytest.mark.parametrize("headers", [{}, {"If_Match": ""}, {"If_Match": "*"}, {"If_None_Match": '"7"'}])
def test_a_write_without_a_version_is_refused(app: Flask, method: str, headers: dict[str, str]) -> None:
    answer = call(app, method, **headers)
    assert (answer.status_code, answer.json["code"]) == (428, "precondition-required")


def test_the_version_is_asked_for_before_the_body_is_read(app: Flask) -> None:
    assert client_of(app, "alpha").put("/api/v1/notes/a", data="{").status_code == 428


@pytest.mark.parametrize(
    "tag", ['"6"', '"8"', '"0"', '"-7"', '"7.0"', '"x"', '"７"', '"²"', '"6", "7"', f'"{"7" * 99}"']
)
@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_another_version_is_told_what_stands_there_now(app: Flask, method: str, tag: str) -> None:
    answer = client_of(app, "alpha").open(
        "/api/v1/notes/a",
        method=method,
        json={"text": "neu"},
        environ_overrides={"HTTP_IF_MATCH": tag.encode().decode("latin-1")},
    )
    assert (answer.status_code, answer.content_type) == (412, "application/problem+json")
    assert (answer.json["code"], answer.json["status"]) == ("precondition-failed", 412)
    assert answer.json["current"] == {"version": VERSION, "text": "so steht es da"}


def test_a_thing_is_made_only_where_a_route_makes_things(app: Flask) -> None:
    made = call(app, If_None_Match="*")
    assert (made.status_code, made.headers["ETag"]) == (201, '"1"')
    assert call(app, "POST", If_None_Match="*").status_code == 428
    assert call(app, "DELETE", If_None_Match="*").status_code == 428


def test_the_document_says_which_headers_a_write_takes(app: Flask) -> None:
    with app.app_context():
        path = app.extensions["sva.api"].document()["paths"]["/api/v1/notes/a"]
    headers = {method: {one["name"]: one["required"] for one in path[method].get("parameters", [])} for method in path}
    assert headers["delete"] == headers["post"] == {"If-Match": True}
    assert headers["put"] == {"If-Match": False, "If-None-Match": False}
    assert headers["get"] == {}
    changed = path["put"]["responses"]["412"]["content"]["application/json"]["schema"]["$ref"]
    assert changed.endswith("/ChangedNote")
