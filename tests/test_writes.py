# SPDX-License-Identifier: EUPL-1.2
"""The border's write path: one transaction, one commit, then the bells. Tried with a route of the test's own."""

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask, Response
from sqlalchemy import func, select

from backend import create_app, jobs
from backend.config import Settings
from backend.db import TenancyError, allow_writes, db
from backend.jobs import scope
from backend.news.models import NewsCategory
from backend.reads import bump
from backend.web import Access, Border, raw
from tests.conftest import ON_POSTGRESQL, TenantClient, client_of
from tests.factories import tenant_id

on_sqlite = pytest.mark.skipif(ON_POSTGRESQL, reason="SQLite's kinds of transaction")


@pytest.fixture
def writing(app: Flask, settings: Settings) -> Flask:
    """An app with one more route: it writes a category and fails where its address says so."""
    border = Border("writing", __name__)

    @border.endpoint("/api/v1/write/<string:slug>", access=Access.OPEN, method="POST", documented=False)
    def write(slug: str) -> Response:
        db.session.add(NewsCategory(slug=slug, name=slug))
        bump()
        db.session.flush()
        jobs.after_commit("test", slug)
        if slug == "faulty":
            raise RuntimeError
        return raw("", "text/plain")

    made = create_app(settings)
    made.register_blueprint(border)
    return made


def count(app: Flask) -> int:
    with scope(app, tenant_id(app, "alpha"), write=False):
        return db.session.scalar(select(func.count(NewsCategory.id))) or 0


def test_a_write_is_committed_and_the_next_one_too(writing: Flask) -> None:
    client = client_of(writing, "alpha")
    for number in range(3):
        assert client.post(f"/api/v1/write/slug-{number}").status_code == 200
        assert len(client.get("/api/v1/bootstrap").json["news"]["categories"]) == number + 1
    assert count(writing) == 3


def test_a_failed_view_leaves_nothing_and_rings_no_bell(writing: Flask, rung: list[Any]) -> None:
    assert client_of(writing, "alpha").post("/api/v1/write/faulty").status_code == 500
    assert count(writing) == 0
    assert rung == []


def test_the_bell_rings_after_the_commit(writing: Flask, rung: list[Any]) -> None:
    client_of(writing, "alpha").post("/api/v1/write/eins")
    assert rung == [(str(tenant_id(writing, "alpha")), "test", "eins", 1)]


def test_a_queue_that_fails_turns_no_success_into_an_error(writing: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: str) -> None:
        raise OSError

    monkeypatch.setattr(writing.extensions["sva.huey"], "run", broken)
    assert client_of(writing, "alpha").post("/api/v1/write/eins").status_code == 200
    assert count(writing) == 1


@on_sqlite
def test_a_writing_transaction_takes_its_lock_with_the_first_statement(app: Flask) -> None:
    with scope(app, tenant_id(app, "alpha")):
        db.session.scalar(select(func.count(NewsCategory.id)))
        second = sqlite3.connect(str(db.engine.url.database), timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            second.execute("BEGIN IMMEDIATE")
        second.close()


def test_a_session_that_has_read_does_not_become_a_writer(app: Flask) -> None:
    with scope(app, tenant_id(app, "alpha"), write=False):
        db.session.scalar(select(func.count(NewsCategory.id)))
        with pytest.raises(TenancyError):
            allow_writes()


def test_a_failed_scope_leaves_nothing(app: Flask) -> None:
    with pytest.raises(RuntimeError), scope(app, tenant_id(app, "alpha")):
        db.session.add(NewsCategory(slug="x", name="x"))
        db.session.flush()
        raise RuntimeError
    assert count(app) == 0


@pytest.fixture
def rung(writing: Flask, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The bells that rang: tenant, kind, id, and how many rows another session could see then."""
    heard: list[Any] = []
    ring: Callable[..., None] = lambda *args: heard.append((*args, count(writing)))  # noqa: E731
    monkeypatch.setattr(writing.extensions["sva.huey"], "run", ring)
    return heard


def test_garbage_is_answered_in_words(client: TenantClient) -> None:
    for path in (
        "/api/v1/news?category=%00",
        "/api/v1/pages/%00",
        "/seiten/%00",
        "/api/v1/search?q=%00",
        "/aktuelles/%00",
    ):
        answer = client.get(path)
        assert answer.status_code == 400, path
        assert answer.json["code"] == "unreadable"
