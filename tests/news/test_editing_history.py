# SPDX-License-Identifier: EUPL-1.2
"""The history of an item: who did what when, and every text can be taken up again."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from backend.db import db
from backend.editing import Revision
from backend.jobs import scope
from tests.accounts.people import Desk, at_work
from tests.factories import make_news, tenant_id
from tests.news.desk import do, make_draft, make_picture, picture, publish, save, seen


@pytest.fixture
def editor(app: Flask) -> Desk:
    return at_work(app, "kim@alpha.de")


def lines(editor: Desk, item: Any) -> list[tuple[str, str]]:
    return [(line["kind"], line["author"]) for line in editor.api("GET", f"/news/{item['id']}/revisions").json]


def content_of(editor: Desk, item: Any, place: int) -> Any:
    line = editor.api("GET", f"/news/{item['id']}/revisions").json[place]
    return editor.api("GET", f"/news/{item['id']}/revisions/{line['id']}").json["content"]


def age(app: Flask, **time: float) -> None:
    """Let everything that was saved so far have happened earlier."""
    with scope(app, tenant_id(app, "alpha")):
        for row in db.session.scalars(select(Revision)):
            row.at, row.began_at = row.at - timedelta(**time), row.began_at - timedelta(**time)


def test_the_saves_of_one_sitting_are_one_line(app: Flask, editor: Desk) -> None:
    item = make_draft(editor)
    for title in ("Eins", "Zwei", "Drei"):
        item = save(editor, item, title=title).json
    assert lines(editor, item) == [("saved", "Kim")]
    assert content_of(editor, item, 0)["title"] == "Drei"
    age(app, minutes=9)
    item = save(editor, item, title="Vier").json
    assert len(lines(editor, item)) == 1
    age(app, minutes=2)
    item = save(editor, item, title="Fünf").json
    assert lines(editor, item) == [("saved", "Kim"), ("saved", "Kim")]
    assert [content_of(editor, item, place)["title"] for place in (0, 1)] == ["Fünf", "Vier"]


def test_another_ones_text_is_never_replaced_in_the_history(app: Flask, editor: Desk) -> None:
    alex = at_work(app, "alex@alpha.de")
    item = make_draft(editor, title="Kims")
    item = save(alex, item, title="Alex'").json
    item = save(editor, item, title="Wieder Kims").json
    assert [content_of(editor, item, place)["title"] for place in (2, 1, 0)] == ["Kims", "Alex'", "Wieder Kims"]


def test_each_deed_is_a_line(editor: Desk) -> None:
    item = publish(editor, make_draft(editor))
    item = publish(editor, save(editor, item, title="Korrigiert").json)
    item = do(editor, do(editor, item, "withdrawal").json, "restoration").json
    kinds = [kind for kind, _author in lines(editor, item)]
    assert kinds == ["restored", "withdrawn", "published", "saved", "published", "saved"]


def test_an_earlier_text_is_taken_up_as_working_copy(app: Flask, editor: Desk) -> None:
    media_id = make_picture(app)
    item = publish(editor, make_draft(editor, title="Erster", image=picture(media_id)))
    item = publish(editor, save(editor, item, title="Zweiter", image=None).json)
    old = editor.api("GET", f"/news/{item['id']}/revisions").json[-1]["id"]
    restored = do(editor, item, f"revisions/{old}/restoration").json
    assert (restored["content"]["title"], restored["content"]["image"]["media_id"]) == ("Erster", media_id)
    assert restored["unpublished_changes"] is True
    assert editor.get(f"/api/v1/news/{item['id']}").json["title"] == "Zweiter"
    assert lines(editor, item)[0] == ("restored", "Kim")


def test_what_was_dropped_can_be_found_again(editor: Desk) -> None:
    item = publish(editor, make_draft(editor))
    item = do(editor, save(editor, item, title="Verworfen").json, "discard").json
    item = save(editor, item, title="Danach").json
    assert [content_of(editor, item, place)["title"] for place in (0, 1)] == ["Danach", "Verworfen"]


def test_the_first_edit_keeps_what_was_there_before(app: Flask, editor: Desk) -> None:
    item = editor.api("GET", f"/news/{make_news(app, title='Vorher', source_name='Demo')}").json
    assert (item["edited_by"], lines(editor, item)) == (None, [])
    item = save(editor, item, title="Nachher").json
    assert lines(editor, item) == [("saved", "Kim"), ("published", "Demo")]
    assert content_of(editor, item, 1)["title"] == "Vorher"


def test_a_picture_that_is_gone_since_is_left_out(app: Flask, editor: Desk) -> None:
    item = make_draft(editor, image=picture(str(make_picture(app))))
    gone = str(uuid.uuid4())
    with scope(app, tenant_id(app, "alpha")):
        row = db.session.scalars(select(Revision)).one()
        row.content = row.content | {"image": picture(gone), "category": "fort"}
    kept = content_of(editor, item, 0)
    assert (kept["image"], kept["category"], kept["title"]) == (None, None, item["content"]["title"])


def test_the_history_goes_with_its_item(app: Flask, editor: Desk) -> None:
    item, kept = make_draft(editor), make_draft(editor)
    assert editor.api("DELETE", f"/news/{item['id']}", headers=seen(item)).status_code == 204
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert db.session.scalar(select(func.count(Revision.id))) == 1
    assert len(lines(editor, kept)) == 1


def test_a_line_of_another_item_is_none_of_this_one(editor: Desk) -> None:
    mine, other = make_draft(editor), make_draft(editor)
    line = editor.api("GET", f"/news/{other['id']}/revisions").json[0]["id"]
    assert editor.api("GET", f"/news/{mine['id']}/revisions/{line}").status_code == 404
    assert do(editor, mine, f"revisions/{line}/restoration").status_code == 404
