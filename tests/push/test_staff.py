# SPDX-License-Identifier: EUPL-1.2
"""What editors do over HTTP: audience, test to oneself, notifications on their own, what became of them."""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask

from backend.jobs import scope
from backend.push.models import PushDelivery
from backend.push.operations import messages
from tests.accounts.people import Desk, at_work, log_of
from tests.conftest import TenantClient
from tests.factories import tenant_id
from tests.push.phones import Phone, add_phone, add_phones, counts, due, make_keys, rows_of, work
from tests.push.sink import Sink

BODY = {
    "title": "Wasser abkochen",
    "text": "Bis auf Weiteres.",
    "topics": ["urgent"],
    "urgent": True,
    "due_at": None,
    "expires_at": None,
}


@pytest.fixture
def editor(app: Flask) -> Desk:
    make_keys(app)
    return at_work(app, "eva@alpha.de")


def post(editor: Desk, message_id: uuid.UUID | None = None, **changes: Any) -> Any:
    return editor.api("POST", "/push/messages", {"id": str(message_id or uuid.uuid4())} | BODY | changes)


def later() -> str:
    return (datetime.now(UTC) + timedelta(hours=1)).isoformat()


def test_the_audience_counts_devices_of_the_own_municipality(app: Flask, editor: Desk) -> None:
    add_phone(app, "https://x/1", "urgent", "news:verkehr")
    add_phone(app, "https://x/2", "news:verkehr")
    add_phone(app, "https://x/3", "urgent", slug="beta")
    answer = editor.api("GET", "/push/audience?topic=urgent&topic=news:verkehr")
    assert answer.json == {"devices": 2, "quiet": 0, "quiet_until": None}
    assert editor.api("GET", "/push/audience?topic=urgent&urgent=true").json["devices"] == 1
    assert editor.api("GET", "/push/audience").status_code == 422
    for moment in ("gestern", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00%2B14:00"):
        assert editor.api("GET", f"/push/audience?topic=urgent&at={moment}").status_code == 422


def test_a_notification_on_its_own_rings_and_tells_what_became_of_it(app: Flask, editor: Desk, sink: Sink) -> None:
    add_phones(app, [f"{sink.origin}/{number}" for number in range(3)], "urgent")
    message_id = uuid.uuid4()
    first = post(editor, message_id)
    assert (first.status_code, first.json["state"]) == (201, "waiting")
    again = post(editor, message_id)
    assert (again.status_code, again.json["id"]) == (200, str(message_id))
    work(app, message_id)
    shown = editor.api("GET", f"/push/messages/{message_id}").json
    assert {name: shown[name] for name in ("state", "audience", "reached", "gone", "failed", "deferred")} == {
        "state": "sent",
        "audience": 3,
        "reached": 3,
        "gone": 0,
        "failed": 0,
        "deferred": 0,
    }
    assert shown["created_by"] == "Eva"
    post(editor, message_id)
    work(app, message_id)
    assert len(sink.taken) == 3, "sent twice it rings once"
    for other in ({"title": "Etwas anderes"}, {"urgent": False}, {"topics": ["news:verkehr"]}, {"due_at": later()}):
        assert post(editor, message_id, **other).status_code == 409
    assert [one["id"] for one in editor.api("GET", "/push/messages").json] == [str(message_id)]
    assert "push.announced" in log_of(app)


def test_a_planned_notification_waits_and_can_be_called_off(app: Flask, editor: Desk, sink: Sink) -> None:
    add_phone(app, f"{sink.origin}/1", "urgent")
    planned = post(editor, due_at=later()).json["id"]
    work(app, uuid.UUID(planned))
    assert (sink.taken, due(app)) == ([], [])
    called_off = editor.api("POST", f"/push/messages/{planned}/cancellation")
    assert (called_off.status_code, called_off.json["state"]) == (200, "cancelled")
    again = editor.api("POST", f"/push/messages/{planned}/cancellation")
    assert (again.status_code, again.json["code"]) == (409, "already-sent")


def test_a_test_reaches_the_own_device_at_once_and_no_list(app: Flask, editor: Desk, sink: Sink) -> None:
    phone = Phone(f"{sink.origin}/own")
    own = add_phone(app, phone.endpoint, phone=phone, quiet_from=0, quiet_to=1439)
    add_phone(app, f"{sink.origin}/other", "urgent")
    body = {"title": "Probe", "text": "Nur für mich.", "id": str(own), "auth": phone.auth}
    answer = editor.api("POST", "/push/test", body)
    assert answer.status_code == 202, answer.json
    assert due(app) == [answer.json["id"]]
    work(app, uuid.UUID(answer.json["id"]))
    assert sink.paths() == ["/own"]
    assert phone.read(sink.taken[0].body)["title"] == "Probe"
    assert counts(app, uuid.UUID(answer.json["id"])) == (1, 1, 0, 0, 0)
    assert editor.api("GET", "/push/messages").json == []
    stranger = editor.api("POST", "/push/test", body | {"auth": Phone("").auth})
    assert stranger.status_code == 404
    assert rows_of(app, PushDelivery) == 0


def test_tests_are_forgotten_after_a_day_and_the_rest_after_two_years(app: Flask, editor: Desk, sink: Sink) -> None:
    phone = Phone(f"{sink.origin}/own")
    own = add_phone(app, phone.endpoint, phone=phone)
    editor.api("POST", "/push/test", {"title": "Probe", "text": "", "id": str(own), "auth": phone.auth})
    post(editor)
    now = datetime.now(UTC)
    with scope(app, tenant_id(app, "alpha")):
        assert messages.forget(now + timedelta(hours=23)) == 0
        assert messages.forget(now + timedelta(days=2)) == 1
        assert messages.forget(now + timedelta(days=732)) == 1


@pytest.mark.parametrize(
    "bad",
    [
        {"title": ""},
        {"title": "x" * 121},
        {"text": "x" * 301},
        {"url": "https://evil.example/"},
        {"url": "//evil.example/"},
        {"url": "javascript:alert(1)"},
        {"url": "/\\evil.example"},
        {"topics": []},
        {"topics": ["Alle"]},
        {"due_at": "gestern"},
        {"due_at": "2026-11-25T22:30"},
        {"expires_at": "2020-01-01T00:00:00Z"},
        {"expires_at": "9999-12-31T23:59:59-12:00"},
        {"due_at": "9999-12-31T23:59:59Z"},
        {"due_at": "0001-01-01T00:00:00+14:00"},
        {"title": " \0\u0007 "},
        {"state": "sent"},
    ],
)
def test_unusable_notifications_are_refused(editor: Desk, bad: dict[str, Any]) -> None:
    assert post(editor, **bad).status_code == 422
    assert editor.api("GET", "/push/messages").json == []


def test_what_no_phone_shows_is_left_out(editor: Desk) -> None:
    message_id = uuid.uuid4()
    odd = {"title": " Wasser\n\0 abkochen", "text": "Bis\u0007 auf\tWeiteres. "}
    shown = post(editor, message_id, **odd)
    assert (shown.status_code, shown.json["title"], shown.json["text"]) == (201, BODY["title"], BODY["text"])
    assert post(editor, message_id, **odd).status_code == 200


def test_the_longest_notification_in_the_widest_letters_still_fits(app: Flask, editor: Desk, sink: Sink) -> None:
    phone = Phone(f"{sink.origin}/1")
    add_phone(app, phone.endpoint, "urgent", phone=phone)
    answer = post(editor, title="😀" * 120, text="😀" * 300, url="/" + "x" * 499)
    assert answer.status_code == 201
    work(app, uuid.UUID(answer.json["id"]))
    assert phone.read(sink.taken[0].body)["body"] == "😀" * 300
    assert len(sink.taken[0].body) <= 4096


def test_notifications_of_another_municipality_do_not_exist(
    app: Flask, editor: Desk, other: TenantClient, sink: Sink
) -> None:
    message_id = uuid.uuid4()
    post(editor, message_id, due_at=later())
    stranger = at_work(app, "bea@beta.de", slug="beta")
    assert stranger.api("GET", f"/push/messages/{message_id}").status_code == 404
    assert stranger.api("POST", f"/push/messages/{message_id}/cancellation").status_code == 404
    assert stranger.api("GET", "/push/messages").json == []
    assert post(stranger, message_id).status_code == 409
    phone = Phone(f"{sink.origin}/own")
    own = add_phone(app, phone.endpoint, phone=phone)
    body = {"title": "Probe", "text": "", "id": str(own), "auth": phone.auth}
    assert stranger.api("POST", "/push/test", body).status_code == 404


def test_clerks_and_strangers_send_nothing(app: Flask) -> None:
    clerk = at_work(app, "karl@alpha.de", ("CLERK",))
    for method, path in (("GET", "/audience?topic=urgent"), ("GET", "/messages"), ("POST", "/messages")):
        assert clerk.api(method, f"/push{path}", BODY if method == "POST" else None).status_code == 403
