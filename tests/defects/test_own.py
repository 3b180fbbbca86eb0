# SPDX-License-Identifier: EUPL-1.2
"""The reporter's side with the secret: look, answer, add, take back, "not done"."""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from jsonschema import Draft202012Validator

from backend.db import db
from backend.defects import contacts, photos
from backend.defects.models import (
    DefectEntry,
    DefectPhoto,
)
from backend.defects.states import Audience, DefectStatus
from backend.jobs import scope
from tests.accounts.people import Desk, at_work
from tests.conftest import TenantClient, client_of
from tests.defects.photographing import let_the_queue_work
from tests.defects.reports import change_defect, make_defect_category
from tests.defects.submitting import (
    API,
    SECRET,
    add_photo,
    decide,
    deed,
    kept,
    own,
    private_files,
    report,
    row_of,
    submit,
    submitted,
)
from tests.factories import tenant_id
from tests.media.desks import files as public_files
from tests.media.images import picture
from tests.news.desk import together

CONTACT = {"name": "Rita Regen", "email": "rita@example.org", "phone": "033841 1", "mail_updates": False}
DEEDS = ("messages", "photos", "withdrawal", "reopening", "contact", "erasure")


@pytest.fixture(autouse=True)
def category(app: Flask) -> uuid.UUID:
    return make_defect_category(app)


@pytest.fixture
def clerk(app: Flask) -> Desk:
    return at_work(app, "kim@alpha.de", ("CLERK",))


def message(text: str = "Die zweite von links.") -> dict[str, str]:
    return {"id": str(uuid.uuid4()), "text": text}


def test_the_own_view_shows_all_that_is_stored(client: TenantClient) -> None:
    report_id = submitted(client, [picture()], contact=CONTACT)
    answer = own(client, report_id)
    assert answer.status_code == 200 and answer.headers["Cache-Control"] == "no-store"
    mine = answer.json
    assert mine["text"] == mine["public_text"] == "Die Laterne vor dem Spielplatz ist dunkel."
    assert (mine["text_public"], mine["is_public"], mine["photos"], len(mine["own_photos"])) == (False, False, [], 1)
    assert (mine["contact"], mine["address"]) == (CONTACT, "Sandberger Straße 12")
    assert (mine["lat"], mine["status"], mine["light"]) == (52.13981, "received", "red")
    assert mine["can"] == ["add_photo", "withdraw", "delete_contact"]
    assert [(line["status"], line["mine"], line["public"]) for line in mine["history"]] == [("received", True, True)]
    assert (mine["question"], mine["reopen_until"], mine["delete_on"]) == (None, None, None)


def test_what_the_reporter_gets_is_what_the_contract_says(app: Flask, client: TenantClient, clerk: Desk) -> None:
    report_id = submitted(client, [picture()], contact=CONTACT)
    decide(clerk, report_id, "forwarded", forwarded={"name": "Landesbetrieb", "email": None})
    document = app.extensions["sva.api"].document()
    answers = {"/own": own(client, report_id), "": submit(client, report_id, report(contact=CONTACT), [picture()])}
    for tail, answer in answers.items():
        operation = document["paths"][f"/api/v1/defects/{{report_id}}{tail}"]["get" if tail else "put"]
        schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
        found = Draft202012Validator({"components": document["components"], **schema}).iter_errors(answer.json)
        assert (answer.status_code, [error.message for error in found]) == (200, [])
    assert set(operation["requestBody"]["content"]) == {"application/json", "multipart/form-data"}


def test_only_the_own_secret_opens_it(app: Flask, client: TenantClient, other: TenantClient) -> None:
    report_id = submitted(client)
    never = own(client, str(uuid.uuid4()))
    for wrong in (own(client, report_id, "ein-ganz-anderes-geheimnis"), own(other, report_id)):
        assert (wrong.status_code, wrong.json) == (404, never.json)
    assert own(client, report_id, None).status_code == 401
    bodies: dict[str, Any] = {"messages": message(), "reopening": {"text": "x"}, "contact": CONTACT}
    for verb in DEEDS:
        for one, secret in ((client, "ein-ganz-anderes-geheimnis"), (other, SECRET)):
            if verb == "photos":
                answer = add_photo(one, report_id, picture(), secret)
            else:
                answer = deed(one, report_id, verb, bodies.get(verb), "PUT" if verb == "contact" else "POST", secret)
            assert answer.status_code == 404, verb
    assert deed(client, report_id, "contact", method="DELETE", secret="x" * 20).status_code == 404
    assert (kept(app, DefectEntry), kept(app, DefectPhoto), private_files(app)) == (1, 0, [])


def test_a_question_is_answered_without_telling_who_one_is(app: Flask, client: TenantClient, clerk: Desk) -> None:
    report_id = submitted(client)
    assert deed(client, report_id, "messages", message()).json["code"] == "not-now"
    decide(clerk, report_id, "question", "Welche Laterne ist es?")
    mine = own(client, report_id).json
    assert mine["question"] == "Welche Laterne ist es?" and "answer" in mine["can"]
    sent = message()
    for _ in range(2):
        answer = deed(client, report_id, "messages", sent)
        assert answer.status_code == 200
    assert [line["note"] for line in answer.json["history"] if line["kind"] == "reply"] == ["Die zweite von links."]
    assert row_of(app, report_id).replied_at is not None
    public = client.get(f"{API}/{report_id}").json
    assert "Die zweite" not in str(public), "only the town hall reads it"
    seen = clerk.api("GET", f"/defects/{report_id}").json
    assert "Die zweite von links." in str(seen["history"])
    assert deed(client, report_id, "messages", sent | {"text": "Etwas anderes"}).status_code == 409
    other = submitted(client)
    decide(clerk, other, "question", "Wo?")
    assert deed(client, other, "messages", sent).status_code == 409, "the id is another report's"
    decide(clerk, report_id, "in_progress")
    assert own(client, report_id).json["question"] is None
    assert deed(client, report_id, "messages", message()).status_code == 409


@pytest.mark.parametrize(
    "body",
    [{}, {"text": "x"}, {"id": "1", "text": "x"}, *map(message, ("", " \n", "\0", "\u200b\u202e"))],
)
def test_an_answer_that_makes_no_sense_is_refused(client: TenantClient, clerk: Desk, body: Any) -> None:
    report_id = submitted(client)
    decide(clerk, report_id, "question", "Wo?")
    assert deed(client, report_id, "messages", body).status_code == 422
    assert not [line for line in own(client, report_id).json["history"] if line["kind"] == "reply"]


def test_a_photo_can_be_added_and_counts_once(app: Flask, client: TenantClient) -> None:
    report_id = submitted(client, [picture()])
    photo = picture(mode="L")
    for _ in range(2):
        answer = add_photo(client, report_id, photo)
        assert (answer.status_code, len(answer.json["own_photos"])) == (200, 2)
    assert add_photo(client, report_id, picture()).json["own_photos"] == answer.json["own_photos"]
    assert [line["kind"] for line in answer.json["history"]] == ["status", "photo"]
    refused = add_photo(client, report_id, b"kein Foto")
    assert (refused.status_code, refused.json["reason"], len(private_files(app))) == (422, "not-a-picture", 4)
    for step in range(photos.MOST_IN_ALL - 2):
        assert add_photo(client, report_id, picture(size=(100 + step, 90))).status_code == 200
    assert add_photo(client, report_id, picture(size=(300, 90))).json["code"] == "not-now"
    assert kept(app, DefectPhoto) == photos.MOST_IN_ALL


def test_the_receipt_names_only_what_came_with_the_report(client: TenantClient) -> None:
    report_id = submitted(client)
    add_photo(client, report_id, picture())
    assert submit(client, report_id).json["photos"] == []


def test_taken_back_nobody_sees_it_any_more(app: Flask, client: TenantClient, clerk: Desk) -> None:
    report_id = submitted(client, [picture()])
    (photo,) = clerk.api("GET", f"/defects/{report_id}").json["photos"]
    wish = [{"id": photo["id"], "public": True, "redactions": []}]
    decide(clerk, report_id, "accepted", "", photos=wish, text_public=True)
    assert client.get(f"{API}/{report_id}").json["photos"] and len(client.get(API).json) == 1
    for _ in range(2):
        answer = deed(client, report_id, "withdrawal")
        assert (answer.status_code, answer.json["status"], answer.json["is_public"]) == (200, "withdrawn", False)
    assert client.get(f"{API}/{report_id}").status_code == 404 and client.get(API).json == []
    assert answer.json["can"] == [] and answer.json["delete_on"] is not None
    let_the_queue_work(app)
    assert public_files(app) == [] and len(private_files(app)) == 2
    assert [line["status"] for line in answer.json["history"]].count("withdrawn") == 1


def test_what_is_closed_is_not_taken_back(client: TenantClient, clerk: Desk) -> None:
    report_id = submitted(client)
    decide(clerk, report_id, "resolved")
    assert deed(client, report_id, "withdrawal").json["code"] == "not-now"


@pytest.mark.parametrize("how", ["resolved", "closed_unresolved"])
def test_not_done_reopens_once_and_the_clock_starts_anew(
    app: Flask, client: TenantClient, clerk: Desk, how: str
) -> None:
    report_id = submitted(client, contact=CONTACT)
    decide(clerk, report_id, how, reason="private" if how == "closed_unresolved" else None)
    mine = own(client, report_id).json
    assert "reopen" in mine["can"] and mine["reopen_until"] and mine["delete_on"]
    day = datetime(2026, 1, 1, tzinfo=UTC).date()
    change_defect(app, uuid.UUID(report_id), due_on=day, expected_on=day, forwarded_to="Bauamt")
    answer = deed(client, report_id, "reopening", {"text": "Sie flackert wieder."})
    assert answer.status_code == 200
    mine = answer.json
    assert (mine["status"], mine["light"], mine["reason"]) == ("in_progress", "yellow", None)
    assert (mine["expected_on"], mine["forwarded_to"]) == (None, None)
    assert (mine["promise"]["state"], mine["promise"]["answered_on"]) == ("running", None)
    assert [line["note"] for line in mine["history"] if line["kind"] == "reply"] == ["Sie flackert wieder."]
    row = row_of(app, report_id)
    assert row.closed_at is None and row.reopened_at and row.replied_at and row.due_on > datetime.now(UTC).date()
    with scope(app, tenant_id(app, "alpha"), write=False):
        end = contacts.end(uuid.UUID(report_id))
        assert end is not None and end > datetime.now(UTC) + timedelta(days=100)
    public = client.get(f"{API}/{report_id}").json
    assert public["status"] == "in_progress" and "flackert" not in str(public)
    assert [line["status"] for line in public["history"]][-1] == "in_progress"
    decide(clerk, report_id, "resolved")
    assert deed(client, report_id, "reopening", {"text": ""}).json["code"] == "not-now", "once"


def test_after_two_weeks_it_is_too_late(app: Flask, client: TenantClient, clerk: Desk) -> None:
    report_id = submitted(client)
    decide(clerk, report_id, "resolved")
    now = datetime.now(UTC)
    change_defect(app, uuid.UUID(report_id), closed_at=now - timedelta(days=14, seconds=5))
    assert "reopen" not in own(client, report_id).json["can"]
    assert deed(client, report_id, "reopening", {"text": ""}).status_code == 409
    change_defect(app, uuid.UUID(report_id), closed_at=now - timedelta(days=14) + timedelta(minutes=1))
    assert deed(client, report_id, "reopening", {"text": ""}).status_code == 200


@pytest.mark.parametrize("status", [one for one in DefectStatus if one not in ("resolved", "closed_unresolved")])
def test_nothing_else_can_be_reopened(app: Flask, client: TenantClient, status: DefectStatus) -> None:
    report_id = submitted(client)
    change_defect(app, uuid.UUID(report_id), status=status, closed_at=datetime.now(UTC))
    assert deed(client, report_id, "reopening", {"text": ""}).status_code == 409


def test_what_was_rejected_says_why_to_its_reporter_alone(client: TenantClient, clerk: Desk) -> None:
    report_id = submitted(client)
    decide(clerk, report_id, "rejected", "Falschparker melden Sie bitte dem Ordnungsamt.")
    mine = own(client, report_id).json
    assert mine["status"] == "rejected" and "Ordnungsamt" in str(mine["history"])
    assert client.get(f"{API}/{report_id}").status_code == 404


def test_notes_among_staff_are_not_shown(client: TenantClient, clerk: Desk) -> None:
    report_id = submitted(client)
    clerk.api("POST", f"/defects/{report_id}/notes", {"text": "Ruft jede Woche an."})
    clerk.api("POST", f"/defects/{report_id}/assignment", {"account_id": None})
    assert "jede Woche" not in str(own(client, report_id).json)


def test_a_line_of_the_history_is_public_own_or_internal_and_only_two_are_shown(
    app: Flask, client: TenantClient
) -> None:
    report_id = submitted(client)
    with scope(app, tenant_id(app, "alpha")):
        for audience in Audience:
            db.session.add(
                DefectEntry(
                    report_id=uuid.UUID(report_id), at=datetime.now(UTC), kind="note", audience=audience,
                    text=audience.value, by="Kim",
                )
            )  # fmt: skip
    shown = [(line["note"], line["public"], line["mine"]) for line in own(client, report_id).json["history"][1:]]
    assert shown == [("public", True, False), ("own", False, False)]


def test_deeds_at_the_same_time_happen_once(app: Flask, client: TenantClient, clerk: Desk) -> None:
    report_id = submitted(client)
    decide(clerk, report_id, "question", "Wo?")
    sent = message()
    again = together(*[lambda: deed(client_of(app, "alpha"), report_id, "messages", sent)] * 2)
    assert [answer.status_code for answer in again] == [200, 200]
    assert [line["kind"] for line in own(client, report_id).json["history"]].count("reply") == 1
    decide(clerk, report_id, "resolved")
    answers = together(*[lambda: deed(client_of(app, "alpha"), report_id, "reopening", {"text": "x"})] * 2)
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert len([one for one in own(client, report_id).json["history"] if one["status"] == "in_progress"]) == 1
    photo = picture()
    answers = together(*[lambda: add_photo(client_of(app, "alpha"), report_id, photo)] * 2)
    assert [answer.status_code for answer in answers] == [200, 200] and kept(app, DefectPhoto) == 1
