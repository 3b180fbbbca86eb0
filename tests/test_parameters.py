# SPDX-License-Identifier: EUPL-1.2
"""Which query parameters are part of the byte cache's key, also where the path has variables; and when an answer says
itself how long it is right."""

import time
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from marshmallow import Schema, fields

import backend
from backend.config import Settings
from backend.parameters import declared_parameters
from backend.web import Access, Border, lasts_until, now, raw
from tests.conftest import TenantClient, client_of

ENDS: list[datetime | None] = []


class LetterSchema(Schema):
    """A parameter whose name in the address is not its name here."""

    letter = fields.String(data_key="from", load_default="none")


def border() -> Border:
    made = Border("letters", __name__, url_prefix="/api/v1/letters")

    @made.endpoint("/<uuid:thing>", access=Access.PUBLIC, query=LetterSchema(), documented=False)
    def thing(query: dict[str, str], thing: uuid.UUID) -> Any:
        """Says which letter it was asked for."""
        for end in ENDS:
            lasts_until(end)
        return raw(f"{query['letter']} {time.time_ns()}", "text/plain")

    @made.endpoint("/<uuid:thing>.txt", access=Access.PUBLIC, documented=False)
    def text(thing: uuid.UUID) -> Any:
        """Takes no parameters."""
        return raw(f"text {now().isoformat()}", "text/plain")

    @made.endpoint("/<name>/of/<uuid:thing>", access=Access.PUBLIC, query=LetterSchema(), documented=False)
    def named(query: dict[str, str], name: str, thing: uuid.UUID) -> Any:
        """Two variables."""
        return raw(f"{name} {query['letter']} {time.time_ns()}", "text/plain")

    return made


@pytest.fixture
def letters(app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> TenantClient:
    """A client of alpha on an app that has these routes, too."""
    ENDS.clear()
    monkeypatch.setattr(backend, "UNDOCUMENTED", (*backend.UNDOCUMENTED, border()))
    return client_of(backend.create_app(settings), "alpha")


def entries(client: TenantClient) -> dict[str, Any]:
    cache: Any = client.application.wsgi_app
    return {f"{key[2]}?{key[3]}": entry for key, entry in getattr(cache, "application", cache).entries.items()}


THING = uuid.UUID("0192d4a0-8f3c-7c11-9d0e-5a3b7e6f1c42")


@pytest.mark.parametrize("path", [f"/api/v1/letters/{THING}", f"/api/v1/letters/a-b/of/{THING}"])
def test_each_value_of_a_declared_parameter_has_an_answer_of_its_own(letters: TenantClient, path: str) -> None:
    answers = {query: letters.get(f"{path}{query}").text for query in ("", "?from=a", "?from=b")}
    assert [answer.split()[-2] for answer in answers.values()] == ["none", "a", "b"]
    for query, answer in answers.items():
        assert letters.get(f"{path}{query}").text == answer
    assert letters.get(f"{path}?from=a&from=b&utm=1").text == answers["?from=a"]
    assert letters.get(f"{path}?letter=c").text == answers[""]
    assert sorted(entries(letters)) == [f"{path}?", f"{path}?from=a", f"{path}?from=b"]


def test_an_address_of_another_shape_takes_no_parameters(letters: TenantClient) -> None:
    path = f"/api/v1/letters/{THING}.txt"
    assert letters.get(f"{path}?from=a").text == letters.get(f"{path}?from=b").text
    assert list(entries(letters)) == [f"{path}?"]


def test_what_the_cache_takes_for_another_address_is_not_kept(letters: TenantClient) -> None:
    cache: Any = letters.application.wsgi_app
    cache = getattr(cache, "application", cache)
    cache.declared = type(cache.declared)({})
    path = f"/api/v1/letters/{THING}"
    assert letters.get(f"{path}?from=a").text.startswith("a ")
    assert letters.get(f"{path}?from=b").text.startswith("b ")
    assert entries(letters) == {}


def test_the_earliest_end_counts_and_none_says_nothing(letters: TenantClient) -> None:
    path = f"/api/v1/letters/{THING}"
    soon = datetime.now(UTC) + timedelta(hours=1)
    ENDS[:] = [soon + timedelta(hours=1), None, soon, soon + timedelta(days=1)]
    letters.get(path)
    assert entries(letters)[f"{path}?"].valid_until == soon.timestamp()
    ENDS.clear()
    letters.get(f"{path}?from=x")
    assert entries(letters)[f"{path}?from=x"].valid_until is None


def test_an_answer_that_is_over_is_made_again(letters: TenantClient) -> None:
    path = f"/api/v1/letters/{THING}"
    ENDS[:] = [datetime.now(UTC)]
    assert letters.get(path).text != letters.get(path).text


def test_every_public_address_is_found_by_its_shape(app: Flask) -> None:
    declared = declared_parameters(app)
    assert declared.of("/api/v1/news") == {"category", "q", "page", "page_size"}
    assert declared.of("/api/v1/events") == {"from", "to", "category", "q", "page", "page_size"}
    assert declared.of(f"/api/v1/events/{THING}") == {"date"}
    for path in ("/api/v1/events/days/x", f"/api/v1/events/{THING}/", f"x/api/v1/events/{THING}", "/", "/api/v1/NEWS"):
        assert declared.of(path) == frozenset(), path
