# SPDX-License-Identifier: EUPL-1.2
"""Residents suggest events: without an account, once, with a status that only their phone can read."""

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from backend.db import db
from backend.events import routes_suggestions, suggestions
from backend.events.models import EventSuggestion, EventSuggestionContact
from backend.jobs import scope
from tests.accounts.people import Desk, at_work, log_of
from tests.conftest import TenantClient, client_of
from tests.events.desk import club, local, make_organiser, publish
from tests.factories import tenant_id
from tests.news.desk import listening, together

SECRET = "ein-langes-geheimnis-vom-telefon"
PATH = "/api/v1/events/suggestions"


def suggestion(**details: Any) -> dict[str, Any]:
    """What the form sends."""
    return {
        "id": str(uuid.uuid4()),
        "title": "Flohmarkt",
        "start": local(days=10),
        "end": None,
        "all_day": False,
        "place": "Marktplatz",
        "description": "Trödel und Kuchen.\n\nAufbau ab 8 Uhr <b>",
        "organiser": "Heimatverein",
        "link": "https://verein.example/flohmarkt",
        "contact": {"name": "Rita", "email": "rita@example.org"},
        "elapsed_ms": 30_000,
    } | details


def send(client: TenantClient, body: Any, secret: str | None = SECRET) -> Any:
    """POST it; gives the answer."""
    headers = {"Authorization": f"Bearer {secret}"} if secret is not None else {}
    return client.post(PATH, json=body, headers=headers)


def look(client: TenantClient, suggestion_id: str, secret: str = SECRET) -> Any:
    return client.get(f"{PATH}/{suggestion_id}", headers={"Authorization": f"Bearer {secret}"})


def kept(app: Flask, model: Any = EventSuggestion, slug: str = "alpha") -> int:
    with scope(app, tenant_id(app, slug), write=False):
        return db.session.scalar(select(func.count(model.id))) or 0


@pytest.fixture
def editor(app: Flask) -> Iterator[Desk]:
    return at_work(app, "eva@alpha.de")


def test_a_suggestion_becomes_a_draft_and_then_an_event_that_its_author_finds(
    app: Flask, client: TenantClient, editor: Desk
) -> None:
    organiser_id = make_organiser(app, "Heimatverein")
    sent = suggestion()
    answer = send(client, sent)
    assert (answer.status_code, answer.json["state"], answer.headers["Cache-Control"]) == (201, "received", "no-store")
    (row,) = editor.api("GET", "/events/suggestions").json
    assert row["contact"] == {"name": "Rita", "email": "rita@example.org", "phone": None}
    accepted = editor.api("POST", f"/events/suggestions/{sent['id']}/acceptance").json
    assert accepted["state"] == "accepted"
    assert look(client, sent["id"]).json["event_id"] is None, "a draft is not shown to anybody"
    draft = editor.api("GET", f"/events/{accepted['event_id']}").json
    made = draft["content"]
    assert (draft["state"], made["title"], made["timing"]["start"]) == ("draft", "Flohmarkt", sent["start"])
    assert made["body"] == "<p>Trödel und Kuchen.</p><p>Aufbau ab 8 Uhr &lt;b&gt;</p>"
    assert made["organiser"]["id"] == str(organiser_id) and made["place"]["name"] == "Marktplatz"
    event = publish(editor, draft)
    seen = look(client, sent["id"]).json
    assert (seen["state"], seen["event_id"]) == ("published", event["id"])
    assert log_of(app)[-2:] == ["suggestion.accepted", "event.published"]


def test_a_refusal_says_why(client: TenantClient, editor: Desk) -> None:
    sent = suggestion()
    send(client, sent)
    path = f"/events/suggestions/{sent['id']}"
    assert editor.api("POST", f"{path}/refusal", {"note": "Das ist leider Werbung."}).status_code == 200
    seen = look(client, sent["id"]).json
    assert (seen["state"], seen["note"], "contact" in seen) == ("declined", "Das ist leider Werbung.", False)
    for deed, body in (("acceptance", None), ("refusal", {"note": ""})):
        again = editor.api("POST", f"{path}/{deed}", body)
        assert (again.status_code, again.json["code"]) == (409, "already-decided")


def test_two_editors_who_accept_at_once_make_one_draft(app: Flask, client: TenantClient, editor: Desk) -> None:
    other = at_work(app, "olaf@alpha.de")
    sent = suggestion()
    send(client, sent)
    path = f"/events/suggestions/{sent['id']}/acceptance"
    answers = together(lambda: editor.api("POST", path), lambda: other.api("POST", path))
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert len(editor.api("GET", "/events").json) == 1


def test_sent_twice_it_arrives_once_and_nothing_else_takes_its_place(app: Flask, client: TenantClient) -> None:
    sent = suggestion()
    answers = together(lambda: send(client_of(app, "alpha"), sent), lambda: send(client_of(app, "alpha"), sent))
    assert sorted(answer.status_code for answer in answers) == [200, 201]
    assert send(client, sent | {"title": "Anders"}).status_code == 409
    assert send(client, sent, "ein-ganz-anderes-geheimnis").status_code == 409
    assert send(client_of(app, "beta"), sent).json["code"] == "id-taken", "nobody learns whose it is"
    assert (kept(app), kept(app, EventSuggestionContact), kept(app, slug="beta")) == (1, 1, 0)


def test_sent_again_the_contact_that_came_last_counts(app: Flask, client: TenantClient, editor: Desk) -> None:
    sent = suggestion()
    send(client, sent)
    right = sent | {"contact": {"name": "Rita", "phone": "033841 1"}}
    assert send(client, right).status_code == 200
    (row,) = editor.api("GET", "/events/suggestions").json
    assert row["contact"] == {"name": "Rita", "email": None, "phone": "033841 1"}
    assert send(client, sent, "ein-ganz-anderes-geheimnis").status_code == 409
    (row,) = editor.api("GET", "/events/suggestions").json
    assert row["contact"]["phone"] == "033841 1", "a stranger changes nothing"
    assert kept(app, EventSuggestionContact) == 1


def test_the_editors_list_asks_no_more_questions_for_more_suggestions(
    app: Flask, client: TenantClient, editor: Desk
) -> None:
    def accept_one() -> None:
        sent = suggestion()
        send(client, sent)
        editor.api("POST", f"/events/suggestions/{sent['id']}/acceptance")

    accept_one()
    with listening(app) as few:
        editor.api("GET", "/events/suggestions")
    for _ in range(3):
        accept_one()
    with listening(app) as many:
        assert len(editor.api("GET", "/events/suggestions").json) == 4
    assert len(few) == len(many)


def test_only_the_own_secret_opens_it(app: Flask, client: TenantClient, other: TenantClient) -> None:
    sent = suggestion()
    send(client, sent)
    assert look(client, sent["id"], "ein-ganz-anderes-geheimnis").status_code == 404
    assert look(other, sent["id"]).status_code == 404
    assert client.get(f"{PATH}/{sent['id']}").status_code == 401
    assert look(client, str(uuid.uuid4())).status_code == 404


@pytest.mark.parametrize("trap", [{"website": "https://spam.example"}, {"elapsed_ms": 300}])
def test_a_machine_is_answered_like_everybody_and_nothing_is_kept(
    app: Flask, client: TenantClient, trap: dict[str, Any]
) -> None:
    sent = suggestion(**trap)
    answer = send(client, sent)
    assert answer.status_code == 201
    person = send(client, suggestion())
    assert answer.json.keys() == person.json.keys() and answer.json["state"] == "received"
    assert kept(app) == 1


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "\u200b"}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"title": "zwei\nZeilen"}, "title"),
        ({"start": "morgen"}, "start"),
        ({"start": "2026-02-30T10:00"}, "start"),
        ({"start": local(days=-3)}, "start"),
        ({"end": "2020-01-01T00:00"}, "end"),
        ({"all_day": True}, "start"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"link": "https://verein.example/\x00"}, "link"),
        ({"contact": {"name": "Rita"}}, "contact"),
        ({"contact": {"name": "Rita", "email": "keine"}}, "contact"),
        ({"description": "x" * 4001}, "description"),
        ({"elapsed_ms": -1}, "elapsed_ms"),
        ({"state": "published"}, "state"),
        ({"id": "1"}, "id"),
    ],
)
def test_what_makes_no_sense_is_answered_by_field(
    app: Flask, client: TenantClient, details: dict[str, Any], field: str
) -> None:
    answer = send(client, suggestion(**details))
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field]), answer.json
    assert kept(app) == 0


@pytest.mark.parametrize("secret", [None, "", "kurz", "ü" * 30, "x" * 300])
def test_without_a_secret_worth_the_name_nothing_is_taken(app: Flask, client: TenantClient, secret: str | None) -> None:
    assert send(client, suggestion(), secret and secret.encode().decode("latin-1")).status_code == 401
    assert kept(app) == 0


def test_contacts_go_thirty_days_after_the_decision_and_at_last_after_half_a_year(
    app: Flask, client: TenantClient, editor: Desk
) -> None:
    decided, forgotten = suggestion(), suggestion()
    send(client, decided)
    send(client, forgotten)
    editor.api("POST", f"/events/suggestions/{decided['id']}/refusal", {"note": ""})
    now = datetime.now(UTC)
    for days, left in ((29, 2), (31, 1), (179, 1), (181, 0)):
        with scope(app, tenant_id(app, "alpha")):
            suggestions.forget_contacts(now + timedelta(days=days))
        assert kept(app, EventSuggestionContact) == left, days
    assert kept(app) == 2
    assert {row["contact"] for row in editor.api("GET", "/events/suggestions").json} == {None}
    with scope(app, tenant_id(app, "alpha")):
        assert suggestions.forget(now + timedelta(days=401)) == 2


def test_a_contact_is_sealed_in_the_database(app: Flask, client: TenantClient) -> None:
    send(client, suggestion())
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert "Rita" not in db.session.scalars(select(EventSuggestionContact.sealed)).one()


def test_who_writes_for_one_organiser_decides_nothing(app: Flask, client: TenantClient) -> None:
    sent = suggestion()
    send(client, sent)
    choir = club(app, make_organiser(app))
    assert choir.api("GET", "/events/suggestions").status_code == 403
    assert choir.api("POST", f"/events/suggestions/{sent['id']}/acceptance").status_code == 403


def test_after_twenty_in_an_hour_it_is_enough(client: TenantClient) -> None:
    answers = [send(client, suggestion(title="")).status_code for _ in range(routes_suggestions.SUGGESTING.tries + 1)]
    assert set(answers[:-1]) == {422} and answers[-1] == 429
