# SPDX-License-Identifier: EUPL-1.2
"""Organisers, and people who write for one of them only: what they see, what they may, and who releases their words."""

import uuid
from functools import partial
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.exc import IntegrityError

from backend.db import db
from backend.events.models import EventOrganiser
from backend.jobs import scope
from tests.accounts.people import Desk, at_work, desk, make_person, secret_of
from tests.accounts.people import mails as mails_of
from tests.conftest import TenantClient
from tests.events.desk import AS_NEW, club, content, do, make_draft, make_organiser, publish, save, seen
from tests.factories import tenant_id
from tests.news.desk import together

CHOIR = {"name": "Kirchenchor", "email": "chor@example.org", "phone": None, "url": None}


@pytest.fixture
def editor(app: Flask) -> Desk:
    return at_work(app, "eva@alpha.de")


@pytest.fixture
def choir_id(app: Flask) -> uuid.UUID:
    return make_organiser(app)


@pytest.fixture
def choir(app: Flask, choir_id: uuid.UUID) -> Desk:
    return club(app, choir_id)


def named(organiser_id: Any) -> dict[str, Any]:
    """The choice of an organiser of the list."""
    return {"id": str(organiser_id), "name": "", "email": None, "phone": None, "url": None}


def let_clubs_publish(app: Flask, **switches: bool) -> None:
    admin = at_work(app, "ada@alpha.de", ("ADMIN",))
    assert admin.api("PUT", "/settings", {"organisers_publish": True} | switches).status_code == 200


# The list


def test_an_organiser_is_added_changed_for_all_its_events_and_deleted_when_unused(
    editor: Desk, client: TenantClient
) -> None:
    made = editor.api("POST", "/events/organisers", CHOIR)
    assert (made.status_code, made.json["uses"], made.json["version"]) == (201, 0, 1)
    path = f"/events/organisers/{made.json['id']}"
    event = publish(editor, make_draft(editor, organiser=named(made.json["id"])))
    changed = editor.api("PUT", path, CHOIR | {"name": "Kantorei", "phone": "033 1"}, version=1).json
    assert (changed["version"], changed["uses"]) == (2, 1)
    assert client.get(f"/api/v1/events/{event['id']}").json["organiser"]["name"] == "Kantorei"
    assert len(client.get("/api/v1/events?q=kantorei").json) == 1
    assert editor.api("GET", f"/events/{event['id']}").json["content"]["organiser"]["phone"] == "033 1"
    assert editor.api("DELETE", path, version=2).json["code"] == "in-use"
    event = publish(editor, save(editor, event, organiser=None).json)
    draft = save(editor, event, organiser=named(made.json["id"])).json
    assert editor.api("DELETE", path, version=2).json["code"] == "in-use", "a working copy names it"
    do(editor, draft, "discard")
    assert editor.api("DELETE", path, version=2).status_code == 204
    assert editor.api("GET", "/events/organisers").json == []


def test_a_name_is_kept_without_the_blanks_around_it(app: Flask, editor: Desk) -> None:
    make_organiser(app)
    taken = editor.api("POST", "/events/organisers", CHOIR | {"name": " Kirchenchor "})
    assert (taken.status_code, list(taken.json["errors"])) == (422, ["name"])
    made = editor.api("POST", "/events/organisers", CHOIR | {"name": " Chor\u2028Nord", "phone": " "}).json
    assert (made["name"], made["phone"]) == ("Chor Nord", None)


def test_two_of_one_name_are_one_too_many(app: Flask, editor: Desk) -> None:
    other = at_work(app, "olaf@alpha.de")
    answers = together(
        lambda: editor.api("POST", "/events/organisers", CHOIR), lambda: other.api("POST", "/events/organisers", CHOIR)
    )
    assert sorted(answer.status_code for answer in answers) == [201, 422]
    make_organiser(app, "Feuerwehr")
    rows = {row["name"]: row for row in editor.api("GET", "/events/organisers").json}
    fire = rows["Feuerwehr"]
    renamed = editor.api("PUT", f"/events/organisers/{fire['id']}", CHOIR, version=1)
    assert (renamed.status_code, list(renamed.json["errors"])) == (422, ["name"])
    assert editor.api("PUT", f"/events/organisers/{fire['id']}", CHOIR, version=7).status_code == 412


@pytest.mark.parametrize(
    "details",
    [
        {"name": ""},
        {"name": "x" * 121},
        {"name": "a\nb"},
        {"email": "kein"},
        {"url": "ftp://x.example"},
        {"id": "1"},
        {"name": " "},
        {"name": "\u200b"},
        {"url": "https://x.example/\x00"},
    ],
)
def test_an_organiser_that_makes_no_sense_is_refused(editor: Desk, details: dict[str, Any]) -> None:
    assert editor.api("POST", "/events/organisers", CHOIR | details).status_code == 422


def test_the_organiser_of_another_municipality_cannot_be_named(app: Flask, editor: Desk) -> None:
    foreign = make_organiser(app, slug="beta")
    body = content(organiser=named(foreign))
    assert editor.api("PUT", f"/events/{uuid.uuid4()}", body, headers=AS_NEW).status_code == 422
    assert editor.api("GET", f"/events/organisers/{foreign}").status_code == 404
    admin = at_work(app, "ada@alpha.de", ("ADMIN",))
    make_person(app, "kim@alpha.de")
    kim = next(row for row in admin.api("GET", "/people").json if row["email"] == "kim@alpha.de")
    body = {"roles": ["EDITOR"], "organiser_id": str(foreign)}
    assert admin.api("PUT", f"/people/{kim['id']}", body, version=1).status_code == 422


# Whoever writes for one only


def test_a_club_sees_its_own_events_and_nothing_else(
    app: Flask, editor: Desk, choir: Desk, choir_id: uuid.UUID
) -> None:
    make_organiser(app, "Feuerwehr")
    own = make_draft(editor, organiser=named(choir_id))
    foreign = publish(editor, make_draft(editor, title="Fremd"))
    assert [row["id"] for row in choir.api("GET", "/events").json] == [own["id"]]
    assert choir.api("GET", "/events/counts").json["all"] == 1
    assert [row["name"] for row in choir.api("GET", "/events/organisers").json] == ["Kirchenchor"]
    assert choir.api("GET", f"/events/{own['id']}").status_code == 200
    one = f"/events/{foreign['id']}"
    revision = editor.api("GET", f"{one}/revisions").json[0]["id"]
    for method, path, body in (
        ("GET", one, None),
        ("PUT", one, content()),
        ("DELETE", one, None),
        *(("POST", f"{one}/{deed}", None) for deed in ("submission", "withdrawal", "restoration", "discard")),
        ("POST", f"{one}/publication", {}),
        ("POST", f"{one}/return", {"note": ""}),
        ("GET", f"{one}/revisions", None),
        ("GET", f"{one}/revisions/{revision}", None),
        ("POST", f"{one}/revisions/{revision}/restoration", None),
    ):
        headers = {} if method == "GET" else seen(foreign)
        assert choir.api(method, path, body, headers=headers).status_code == 404, (method, path)
    taken = choir.api("PUT", one, content(), headers=AS_NEW)
    assert (taken.status_code, "current" in taken.json) == (404, False), "an id that is taken tells nothing"


def test_whatever_a_club_writes_is_its_own(app: Flask, editor: Desk, choir: Desk, choir_id: uuid.UUID) -> None:
    fire = make_organiser(app, "Feuerwehr")
    draft = make_draft(choir, organiser=named(fire))
    assert draft["content"]["organiser"]["id"] == str(choir_id)
    draft = save(choir, draft, organiser=None, title="Probe").json
    assert draft["content"]["organiser"]["id"] == str(choir_id)
    assert draft["content"]["organiser"]["email"] == "chor@example.org"
    mine = make_draft(editor)
    given = save(editor, mine, organiser=named(choir_id)).json
    line = editor.api("GET", f"/events/{mine['id']}/revisions").json[-1]
    path = f"/events/{mine['id']}/revisions/{line['id']}/restoration"
    restored = choir.api("POST", path, headers=seen(given))
    assert restored.json["content"]["organiser"]["id"] == str(choir_id), "an old version does not name another"


def test_a_club_submits_and_an_editor_releases(
    app: Flask, editor: Desk, choir: Desk, choir_id: uuid.UUID, client: TenantClient
) -> None:
    second = club(app, choir_id, "tenor@alpha.de")
    draft = make_draft(choir)
    assert draft["may"] == ["save", "submit", "delete"]
    assert do(choir, draft, "publication").json["code"] == "four-eyes"
    waiting = do(choir, draft, "submission").json
    assert (waiting["state"], waiting["may"]) == ("submitted", ["save", "delete"])
    for browser in (choir, second):
        assert do(browser, waiting, "publication").json["code"] == "four-eyes", "not even two of one club"
        assert do(browser, waiting, "return", {"note": ""}).status_code == 409
    assert [row["state"] for row in editor.api("GET", "/events?state=submitted").json] == ["submitted"]
    event = publish(editor, waiting)
    assert len(client.get("/api/v1/events").json) == 1
    seen_by_choir = choir.api("GET", f"/events/{event['id']}").json
    assert seen_by_choir["may"] == ["save"]
    assert do(choir, event, "withdrawal").status_code == 409
    changed = save(choir, event, title="Sommerkonzert").json
    assert changed["may"] == ["save", "submit", "discard"]
    sent = do(choir, changed, "submission").json
    publish(editor, do(editor, sent, "return", {"note": "Bitte mit Ort."}).json)
    assert client.get("/api/v1/events").json[0]["title"] == "Sommerkonzert"


def test_a_club_lets_no_phone_ring(app: Flask, editor: Desk, choir: Desk, choir_id: uuid.UUID) -> None:
    wish = {"notification": {"title": "Kommt alle", "text": ""}}
    event = publish(editor, make_draft(editor, organiser=named(choir_id)))
    assert do(choir, event, "publication", wish).json["code"] == "forbidden", "nor with what others have published"
    let_clubs_publish(app)
    draft = make_draft(choir)
    assert do(choir, draft, "publication", wish).json["code"] == "forbidden"
    assert do(choir, draft, "publication").status_code == 200


def test_clubs_publish_alone_where_the_municipality_lets_them(app: Flask, choir: Desk, client: TenantClient) -> None:
    let_clubs_publish(app)
    event = publish(choir, make_draft(choir))
    assert client.get("/api/v1/events").json[0]["id"] == event["id"]
    assert do(choir, event, "withdrawal").status_code == 200


def test_four_eyes_hold_for_clubs_too(app: Flask, choir: Desk) -> None:
    let_clubs_publish(app, four_eyes=True)
    assert do(choir, make_draft(choir), "publication").json["code"] == "four-eyes"


# Who decides about it


def test_admin_limits_a_person_and_it_counts_at_once(app: Flask, choir_id: uuid.UUID) -> None:
    admin, kim = at_work(app, "ada@alpha.de", ("ADMIN",)), at_work(app, "kim@alpha.de")
    row = next(row for row in admin.api("GET", "/people").json if row["email"] == "kim@alpha.de")
    path, limit = f"/people/{row['id']}", {"organiser_id": str(choir_id)}
    assert (row["organiser"], kim.api("GET", "/news").status_code) == (None, 200)
    limited = admin.api("PUT", path, {"roles": ["EDITOR"]} | limit, version=1).json
    assert limited["organiser"] == {"id": str(choir_id), "name": "Kirchenchor"}
    assert kim.api("GET", "/session").json["person"]["organiser"] == limited["organiser"]
    assert kim.api("GET", "/news").status_code == 403
    for roles in (["EDITOR", "CLERK"], ["ADMIN"]):
        assert admin.api("PUT", path, {"roles": roles} | limit, version=2).status_code == 422
        assert admin.api("PUT", path, {"roles": roles}, version=2).status_code == 422, "left out, it stays"
    assert admin.api("PUT", path, {"roles": ["EDITOR"]}, version=2).json["organiser"] == limited["organiser"]
    (organiser,) = admin.api("GET", "/events/organisers").json
    assert organiser["people"] == 1
    assert admin.api("DELETE", f"/events/organisers/{choir_id}", version=1).json["code"] == "in-use"
    assert admin.api("PUT", path, {"roles": ["EDITOR"], "organiser_id": None}, version=3).json["organiser"] is None
    assert kim.api("GET", "/news").status_code == 200
    named_in_log = [entry["details"].get("organiser") for entry in admin.api("GET", "/audit").json]
    assert named_in_log.count("Kirchenchor") == 2


def test_limiting_a_person_to_what_is_deleted_at_once_is_refused(app: Flask, editor: Desk) -> None:
    admin = at_work(app, "ada@alpha.de", ("ADMIN",))
    make_person(app, "kim@alpha.de")
    kim = next(row for row in admin.api("GET", "/people").json if row["email"] == "kim@alpha.de")
    for number in range(5):
        made = editor.api("POST", "/events/organisers", CHOIR | {"name": f"Chor {number}"}).json
        limit = {"roles": ["EDITOR"], "organiser_id": made["id"]}
        answers = together(
            partial(admin.api, "PUT", f"/people/{kim['id']}", limit, version=kim["version"]),
            partial(editor.api, "DELETE", f"/events/organisers/{made['id']}", version=1),
        )
        assert sorted(answer.status_code for answer in answers) in ([200, 409], [204, 422])
        kim = next(row for row in admin.api("GET", "/people").json if row["email"] == "kim@alpha.de")


def test_an_invitation_says_for_whom_and_nobody_is_an_editor_for_a_moment(app: Flask, choir_id: uuid.UUID) -> None:
    admin = at_work(app, "ada@alpha.de", ("ADMIN",))
    body = {"email": "chor@alpha.de", "roles": ["EDITOR"], "organiser_id": str(choir_id)}
    assert admin.api("POST", "/invitations", body | {"roles": ["ADMIN"]}).status_code == 422
    assert admin.api("POST", "/invitations", body | {"organiser_id": str(uuid.uuid4())}).status_code == 422
    assert admin.api("POST", "/invitations", body).status_code == 204
    assert admin.api("GET", "/invitations").json[0]["organiser"]["name"] == "Kirchenchor"
    assert admin.api("GET", "/events/organisers").json[0]["people"] == 1
    mail = mails_of(app)[-1]
    assert "(Termine: Kirchenchor)" in mail["text"]
    token = secret_of(mail)
    browser = desk(app)
    browser.api("GET", "/session")
    assert browser.api("POST", "/invitations/look", {"token": token}).json["organiser"]["name"] == "Kirchenchor"
    accepted = {"token": token, "name": "Chor", "password": "ein gutes neues Passwort"}
    joined = browser.api("POST", "/invitations/acceptance", accepted).json
    assert joined["person"]["organiser"]["name"] == "Kirchenchor"
    assert (browser.api("GET", "/news").status_code, browser.api("GET", "/events").status_code) == (403, 200)


def test_the_database_keeps_an_organiser_that_somebody_writes_for(app: Flask, choir: Desk, choir_id: uuid.UUID) -> None:
    with pytest.raises(IntegrityError), scope(app, tenant_id(app, "alpha")):
        db.session.delete(db.session.get_one(EventOrganiser, choir_id))
        db.session.flush()
