# SPDX-License-Identifier: EUPL-1.2
"""An editor at work on news, for tests: contents, and requests that carry the version."""

import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from flask import Flask
from sqlalchemy import event

from backend.db import db
from backend.jobs import scope
from backend.media import MediaFile
from backend.reads import ContentVersion
from tests.accounts.people import Desk
from tests.factories import NOW, tenant_id

AS_NEW = {"If-None-Match": "*"}


def content(**details: Any) -> dict[str, Any]:
    """The whole content of an item that can be published."""
    return {
        "title": "Freibad öffnet",
        "teaser": "Am Samstag geht es los.",
        "body": "<p>Der Eintritt kostet 3 Euro.</p>",
        "category": None,
        "image": None,
        "publish_at": None,
        "unpublish_at": None,
        "urgent": False,
    } | details


def later(**time: float) -> str:
    """An instant from now on, as a client writes it."""
    return (datetime.now(UTC) + timedelta(**time)).isoformat()


def make_draft(editor: Desk, **details: Any) -> Any:
    """A draft, made as the client does; gives the thing."""
    answer = editor.api("PUT", f"/news/{uuid.uuid4()}", content(**details), headers=AS_NEW)
    assert answer.status_code == 201, answer.json
    return answer.json


def save(editor: Desk, item: Any, **details: Any) -> Any:
    """Save changed details over what the item holds; gives the answer."""
    sent = {name: item["content"][name] for name in content()} | details
    if sent["image"]:
        sent["image"] = {name: sent["image"][name] for name in ("media_id", "alt", "credit", "caption")}
    return editor.api("PUT", f"/news/{item['id']}", sent, headers=seen(item))


def do(editor: Desk, item: Any, deed: str, json: Any = None) -> Any:
    """One of the verbs; gives the answer."""
    return editor.api("POST", f"/news/{item['id']}/{deed}", json, headers=seen(item))


def publish(editor: Desk, item: Any) -> Any:
    """Publish; gives the thing."""
    answer = do(editor, item, "publication")
    assert answer.status_code == 200, answer.json
    return answer.json


def seen(item: Any) -> dict[str, str]:
    """The header that names the version somebody has seen."""
    return {"If-Match": f'"{item["version"]}"'}


def make_picture(app: Flask, slug: str = "alpha") -> str:
    """A row of the library without files; gives its id."""
    with scope(app, tenant_id(app, slug)):
        row = MediaFile(hash=uuid.uuid4().hex, width=960, height=640, widths="480 960", bytes=1, created_at=NOW)
        db.session.add(row)
        db.session.flush()
        return str(row.id)


def picture(media_id: str, **details: Any) -> dict[str, Any]:
    """The choice of a picture, with its words."""
    return {"media_id": media_id, "alt": "Ein Becken", "credit": None, "caption": None} | details


def content_version(app: Flask, slug: str = "alpha") -> int:
    """What every public write bumps."""
    with scope(app, None, write=False):
        row = db.session.get(ContentVersion, tenant_id(app, slug))
        assert row is not None
        return row.version


def together(*deeds: Callable[[], Any]) -> list[Any]:
    """Do all of these at the same moment; gives their answers."""
    start, answers = threading.Barrier(len(deeds)), []

    def work(deed: Callable[[], Any]) -> None:
        start.wait()
        answers.append(deed())

    threads = [threading.Thread(target=work, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == len(deeds)
    return answers


@contextmanager
def listening(app: Flask) -> Iterator[list[str]]:
    """The queries that reach the database meanwhile."""
    heard: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if statement.startswith("SELECT"):
            heard.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield heard
    event.remove(engine, "before_cursor_execute", note)
