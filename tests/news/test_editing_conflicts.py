# SPDX-License-Identifier: EUPL-1.2
"""Two people on one item: one of them wins, the other gets to see what is there, and nobody's text is lost."""

import uuid
from collections.abc import Collection
from functools import partial
from threading import Thread
from typing import Any

import pytest
from flask import Flask

from backend.media import operations as library
from backend.media.uses import Use, uses_of
from tests.accounts.people import Desk, at_work, log_of
from tests.news.desk import (
    AS_NEW,
    content,
    content_version,
    do,
    make_draft,
    make_picture,
    picture,
    publish,
    save,
    seen,
    together,
)


@pytest.fixture
def editors(app: Flask) -> list[Desk]:
    return [at_work(app, f"{name}@alpha.de") for name in ("kim", "alex", "robin", "sam")]


def test_of_saves_at_the_same_moment_one_wins_and_the_others_see_it(editors: list[Desk]) -> None:
    item = make_draft(editors[0])
    for _ in range(3):
        answers = together(*(partial(save, editor, item, title=f"Von {uuid.uuid4()}") for editor in editors))
        assert sorted(answer.status_code for answer in answers) == [200, 412, 412, 412]
        won = next(answer.json for answer in answers if answer.status_code == 200)
        for lost in (answer.json for answer in answers if answer.status_code == 412):
            assert lost["code"] == "precondition-failed"
            assert lost["current"] == won | {"may": lost["current"]["may"]}
        assert won["version"] == item["version"] + 1
        item = won
    assert editors[0].api("GET", f"/news/{item['id']}").json["content"] == item["content"]


def test_a_creation_that_is_sent_twice_at_once_arrives_once(editors: list[Desk]) -> None:
    path = f"/news/{uuid.uuid4()}"
    answers = together(*(partial(editor.api, "PUT", path, content(), headers=AS_NEW) for editor in editors))
    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 201]
    assert len(editors[0].api("GET", "/news").json) == 1
    assert len(editors[0].api("GET", f"{path}/revisions").json) == 1


def test_publishing_while_another_one_saves_publishes_what_was_seen(app: Flask, editors: list[Desk]) -> None:
    kim, alex, *_others = editors
    item = make_draft(kim, title="Gesehen")
    answers = together(lambda: do(kim, item, "publication"), lambda: save(alex, item, title="Ungesehen"))
    assert sorted(answer.status_code for answer in answers) == [200, 412]
    shown = [row["title"] for row in kim.get("/api/v1/news").json]
    assert shown in ([], ["Gesehen"])
    assert log_of(app).count("news.published") == len(shown)


def test_an_old_version_changes_nothing_by_no_verb(app: Flask, editors: list[Desk]) -> None:
    kim, alex, *_others = editors
    old = publish(kim, make_draft(kim))
    now = save(alex, old, title="Von Alex").json
    version = content_version(app)
    for deed in ("publication", "submission", "withdrawal", "restoration", "discard"):
        answer = do(kim, old, deed)
        assert (answer.status_code, answer.json["current"]["version"]) == (412, now["version"]), deed
        assert answer.json["current"]["edited_by"] == "Alex"
    assert do(kim, old, "return", {"note": "x"}).status_code == 412
    assert kim.api("DELETE", f"/news/{old['id']}", headers=seen(old)).status_code == 412
    line = kim.api("GET", f"/news/{old['id']}/revisions").json[0]["id"]
    assert do(kim, old, f"revisions/{line}/restoration").status_code == 412
    assert kim.api("GET", f"/news/{old['id']}").json == now
    assert content_version(app) == version


@pytest.mark.parametrize("tag", ["", "*", '"0"', '"x"', '"1", "2"', "2", '"99999999999999999999"', '"-1"'])
def test_a_version_that_is_none_of_ours_changes_nothing(editors: list[Desk], tag: str) -> None:
    item = make_draft(editors[0])
    answer = editors[0].api("PUT", f"/news/{item['id']}", content(title="Anders"), headers={"If-Match": tag})
    assert answer.status_code in (412, 428)
    assert editors[0].api("GET", f"/news/{item['id']}").json == item


def test_saving_what_is_there_changes_nothing(editors: list[Desk]) -> None:
    item = make_draft(editors[0])
    assert save(editors[1], item).json == item
    assert len(editors[0].api("GET", f"/news/{item['id']}/revisions").json) == 1


def test_no_picture_is_deleted_while_somebody_chooses_it(
    app: Flask, editors: list[Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    kim, alex, *_others = editors
    item, media_id = publish(kim, make_draft(kim)), make_picture(app)
    saved: list[Any] = []
    choosing = Thread(target=lambda: saved.append(save(alex, item, image=picture(media_id))))

    def look_and_dawdle(pictures: Collection[uuid.UUID]) -> list[Use]:
        found = uses_of(pictures)
        choosing.start()
        choosing.join(1)
        return found

    monkeypatch.setattr(library, "uses_of", look_and_dawdle)
    deleted = kim.api("DELETE", f"/media/{media_id}", headers={"If-Match": '"1"'})
    choosing.join()
    assert (deleted.status_code, saved[0].status_code) == (204, 422)
    assert kim.api("GET", f"/news/{item['id']}").json["unpublished_changes"] is False
