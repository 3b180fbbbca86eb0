# SPDX-License-Identifier: EUPL-1.2
"""Where four eyes are on, whoever writes does not publish: submit, release, give back."""

from typing import Any

import pytest
from flask import Flask

from tests.accounts.people import Desk, at_work, log_of
from tests.conftest import TenantClient
from tests.news.desk import content_version, do, later, make_draft, publish, save


@pytest.fixture
def kim(app: Flask) -> Desk:
    admin = at_work(app, "robin@alpha.de", ("ADMIN",))
    assert admin.api("PUT", "/settings", {"four_eyes": True}).status_code in (200, 204)
    return at_work(app, "kim@alpha.de")


@pytest.fixture
def alex(app: Flask, kim: Desk) -> Desk:
    return at_work(app, "alex@alpha.de")


def refused(answer: Any) -> bool:
    return (answer.status_code, answer.json.get("code")) == (403, "four-eyes")


def test_nobody_publishes_alone(app: Flask, kim: Desk, alex: Desk, client: TenantClient) -> None:
    item = make_draft(kim)
    assert item["may"] == ["save", "submit", "delete"]
    assert refused(do(kim, item, "publication"))
    assert refused(do(alex, item, "publication"))
    item = do(kim, item, "submission").json
    assert (item["state"], item["submitted_by"]) == ("submitted", "Kim")
    assert item["may"] == ["save", "return", "delete"]
    assert refused(do(kim, item, "publication"))
    assert client.get("/api/v1/news").json == []
    seen_by_alex = alex.api("GET", f"/news/{item['id']}").json
    assert "publish" in seen_by_alex["may"]
    published = do(alex, seen_by_alex, "publication").json
    assert (published["state"], published["submitted_by"]) == ("visible", None)
    assert [row["title"] for row in client.get("/api/v1/news").json] == ["Freibad öffnet"]
    assert [line for line in log_of(app) if line.startswith("news.")] == ["news.submitted", "news.published"]


def test_what_comes_back_says_why(app: Flask, kim: Desk, alex: Desk) -> None:
    item = do(kim, make_draft(kim), "submission").json
    item = do(alex, item, "return", {"note": "Die Uhrzeit fehlt.\0"}).json
    assert (item["state"], item["returned_note"], item["submitted_by"]) == ("draft", "Die Uhrzeit fehlt.", None)
    item = save(kim, item, teaser="Um 9 Uhr.").json
    item = do(kim, item, "submission").json
    assert item["returned_note"] is None
    assert do(alex, item, "return", {"note": "x" * 501}).status_code == 422
    assert do(alex, item, "return", {}).status_code == 422
    assert "news.returned" in log_of(app)


def test_a_correction_waits_too_and_residents_keep_the_old_text(
    app: Flask, kim: Desk, alex: Desk, client: TenantClient
) -> None:
    item = publish(alex, do(kim, make_draft(kim), "submission").json)
    before = content_version(app)
    item = save(kim, item, title="Korrigiert").json
    assert refused(do(kim, item, "publication"))
    item = do(kim, item, "submission").json
    assert (item["state"], item["submitted_by"]) == ("visible", "Kim")
    assert [row["id"] for row in alex.api("GET", "/news?state=submitted").json] == [item["id"]]
    assert alex.api("GET", "/news/counts").json["submitted"] == 1
    assert refused(do(kim, item, "publication"))
    item = do(alex, item, "return", {"note": ""}).json
    assert (item["state"], item["unpublished_changes"], item["returned_note"]) == ("visible", True, None)
    assert content_version(app) == before
    item = publish(alex, do(kim, item, "submission").json)
    assert client.get(f"/api/v1/news/{item['id']}").json["title"] == "Korrigiert"


@pytest.mark.parametrize("public", [False, True], ids=["a draft", "a correction"])
def test_nobody_releases_words_that_nobody_else_has_read(kim: Desk, alex: Desk, public: bool) -> None:
    item = make_draft(kim)
    if public:
        item = save(kim, publish(alex, do(kim, item, "submission").json), title="Korrigiert").json
    item = do(kim, item, "submission").json
    item = save(alex, item, teaser="Von Alex.").json
    assert (item["submitted_by"], item["state"]) == (None, "visible" if public else "draft")
    assert "submit" in item["may"] and "publish" not in item["may"]
    assert refused(do(alex, item, "publication"))
    assert refused(do(kim, item, "publication"))
    item = do(alex, item, "submission").json
    assert refused(do(alex, item, "publication"))
    assert publish(kim, item)["content"]["teaser"] == "Von Alex."


def test_going_back_in_the_history_of_what_waits_is_a_change_too(kim: Desk, alex: Desk) -> None:
    item = save(kim, make_draft(kim), title="Kims Text").json
    first = publish(alex, do(kim, item, "submission").json)
    item = do(kim, save(kim, first, title="Neuer").json, "submission").json
    old = next(line for line in alex.api("GET", f"/news/{item['id']}/revisions").json if line["kind"] == "submitted")
    item = do(alex, save(alex, item, body="<p>Alex</p>").json, "submission").json
    item = do(kim, item, f"revisions/{old['id']}/restoration").json
    assert (item["submitted_by"], refused(do(kim, item, "publication"))) == (None, True)


def test_what_waits_keeps_waiting_while_its_submitter_goes_on_writing(kim: Desk, alex: Desk) -> None:
    item = do(kim, make_draft(kim), "submission").json
    assert save(alex, item).json["state"] == "submitted"
    item = save(kim, item, teaser="Genauer.").json
    assert (item["state"], item["submitted_by"]) == ("submitted", "Kim")
    assert publish(alex, item)["state"] == "visible"


def test_the_administration_publishes_alone_what_is_urgent(app: Flask, kim: Desk) -> None:
    admin = at_work(app, "chris@alpha.de", ("ADMIN",))
    calm, urgent = make_draft(admin), make_draft(admin, urgent=True, unpublish_at=later(days=1))
    assert refused(do(admin, calm, "publication"))
    assert publish(admin, urgent)["state"] == "visible"
    assert refused(do(kim, make_draft(kim, urgent=True, unpublish_at=later(days=1)), "publication"))


def test_withdrawing_needs_nobody_else(kim: Desk, alex: Desk) -> None:
    item = publish(alex, do(kim, make_draft(kim), "submission").json)
    gone = do(kim, item, "withdrawal").json
    assert gone["state"] == "withdrawn"
    assert refused(do(kim, do(kim, gone, "restoration").json, "publication"))


def test_what_waits_is_complete(kim: Desk) -> None:
    item = make_draft(kim, title="")
    answer = do(kim, item, "submission")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["title"])


def test_dropping_a_correction_drops_its_submission(kim: Desk, alex: Desk) -> None:
    item = publish(alex, do(kim, make_draft(kim), "submission").json)
    item = do(kim, save(kim, item, title="Anders").json, "submission").json
    item = do(alex, item, "discard").json
    assert (item["submitted_by"], item["unpublished_changes"]) == (None, False)
    item = do(kim, save(kim, item, title="Anders").json, "submission").json
    item = save(kim, item, title="Freibad öffnet").json
    assert (item["submitted_by"], item["unpublished_changes"]) == (None, False)


def test_without_four_eyes_nothing_has_to_be_submitted(app: Flask) -> None:
    editor = at_work(app, "sam@alpha.de")
    item = make_draft(editor)
    assert "submit" not in item["may"]
    assert do(editor, item, "submission").status_code == 409
