# SPDX-License-Identifier: EUPL-1.2
"""How a message reaches the phones: what goes over the wire, whom it rings for, what push services may answer."""

import base64
import time
from datetime import UTC, datetime, timedelta

import orjson
import pytest
from flask import Flask
from py_vapid import Vapid02

from backend.db import db
from backend.jobs import scope
from backend.push import transport
from backend.push.models import PushDelivery, PushSlice, PushSubscription, PushTopic
from backend.push.operations import progress
from backend.push.operations.messages import Notification, Subject
from backend.push.transport import Courier
from tests.factories import make_news, tenant_id
from tests.push.phones import (
    Phone,
    add_phone,
    add_phones,
    announce,
    counts,
    due,
    hurry,
    make_keys,
    message,
    rows_of,
    work,
)
from tests.push.sink import Sink

HOUR = timedelta(hours=1)


def soon() -> datetime:
    return datetime.now(UTC) + HOUR


def test_a_phone_reads_what_was_written_and_nothing_else(app: Flask, sink: Sink) -> None:
    public = make_keys(app)
    phone = Phone(f"{sink.origin}/ok/1")
    add_phone(app, phone.endpoint, phone=phone)
    item = make_news(app)
    sent = announce(app, subject=Subject("news", item))
    work(app, sent)
    [taken] = sink.taken
    content = phone.read(taken.body)
    at = content.pop("at")
    assert datetime.fromisoformat(at) <= datetime.now(UTC)
    assert content == {
        "title": "Bombenfund",
        "body": "Bitte das Gebiet verlassen.",
        "url": "/aktuelles",
        "tag": f"news-{item}",
        "topic": "news:verkehr",
        "urgent": False,
    }
    assert taken.headers["Content-Encoding"] == "aes128gcm"
    assert taken.headers["Urgency"] == "normal"
    assert 86_000 < int(taken.headers["TTL"]) <= 86_400
    assert len(taken.headers["Topic"]) == 32
    assert Vapid02.verify(taken.headers["Authorization"])
    token, key = (part.split("=", 1)[1] for part in taken.headers["Authorization"].split(" ")[1].split(","))
    assert key == public
    claims = orjson.loads(base64.urlsafe_b64decode(token.split(".")[1] + "=="))
    assert claims["aud"] == sink.origin
    assert time.time() + 11 * 3600 < claims["exp"] < time.time() + 24 * 3600
    assert claims["sub"] == "mailto:app@localhost"
    assert counts(app, sent) == (1, 1, 0, 0, 0)
    assert message(app, sent)["state"] == "sent"


def test_only_those_ring_who_want_one_of_the_topics_and_each_once(app: Flask, sink: Sink) -> None:
    make_keys(app)
    add_phone(app, f"{sink.origin}/verkehr", "news:verkehr")
    # Between the others: what lies behind the last one that wants it is not even looked at.
    add_phone(app, f"{sink.origin}/other", "news:freizeit")
    add_phone(app, f"{sink.origin}/both", "news:verkehr", "urgent")
    add_phone(app, f"{sink.origin}/urgent", "urgent")
    sent = announce(app, Notification("A", "B", "/", ("news:verkehr", "urgent"), urgent=True))
    work(app, sent)
    assert sorted(sink.paths()) == ["/both", "/urgent", "/verkehr"]
    assert sink.taken[0].headers["Urgency"] == "high"


def test_phones_of_another_municipality_never_ring(app: Flask, sink: Sink) -> None:
    make_keys(app)
    make_keys(app, "beta")
    add_phone(app, f"{sink.origin}/beta", slug="beta")
    sent = announce(app)
    work(app, sent)
    work(app, sent, "beta")
    assert sink.taken == []
    assert due(app, "beta") == []
    assert counts(app, sent) == (0, 0, 0, 0, 0)


def test_an_audience_of_several_slices_is_served_whole_and_once(
    app: Flask, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "SLICE", 40)
    monkeypatch.setattr(progress, "BATCH", 15)
    make_keys(app)
    add_phones(app, [f"{sink.origin}/ok/{number}" for number in range(107)])
    sent = announce(app)
    work(app, sent)
    assert len(sink.taken) == len(set(sink.paths())) == 107
    assert counts(app, sent) == (107, 107, 0, 0, 0)
    assert rows_of(app, PushSlice) == 0
    assert len({one.headers["Authorization"] for one in sink.taken}) == 1, "signed once per push service and hour"
    work(app, sent)
    assert len(sink.taken) == 107, "a repeated bell rings nobody"


def test_a_device_that_is_gone_is_forgotten(app: Flask, sink: Sink) -> None:
    make_keys(app)
    sink.answers = {"gone": (410, {}), "missing": (404, {})}
    add_phones(app, [f"{sink.origin}/{path}" for path in ("gone", "missing", "ok")])
    sent = announce(app)
    work(app, sent)
    assert counts(app, sent) == (3, 1, 2, 0, 0)
    assert (rows_of(app, PushSubscription), rows_of(app, PushTopic)) == (1, 1)


def test_a_busy_service_is_asked_again_when_it_wishes(app: Flask, sink: Sink) -> None:
    make_keys(app)
    sink.answers = {"busy": (429, {"Retry-After": "1800"})}
    add_phones(app, [f"{sink.origin}/busy/1", f"{sink.origin}/ok/1"])
    sent = announce(app)
    work(app, sent)
    assert counts(app, sent) == (2, 1, 0, 0, 1)
    assert message(app, sent)["state"] == "sent"
    with scope(app, tenant_id(app, "alpha"), write=False):
        [left] = db.session.query(PushDelivery).all()
        assert timedelta(minutes=29) < left.due_at - datetime.now(UTC) <= timedelta(minutes=30)
        assert left.attempts == 1
    work(app, sent)
    assert due(app) == []
    assert len(sink.taken) == 2, "not before its time"
    sink.answers = {}
    hurry(app)
    assert due(app) == [str(sent)]
    work(app, sent)
    assert counts(app, sent) == (2, 2, 0, 0, 0)
    assert rows_of(app, PushDelivery) == 0


def test_errors_of_a_service_are_tried_again_with_growing_pauses_and_an_end(app: Flask, sink: Sink) -> None:
    make_keys(app)
    sink.answers = {"broken": (503, {})}
    add_phone(app, f"{sink.origin}/broken")
    sent = announce(app, expires_at=datetime.now(UTC) + timedelta(days=2))
    pauses = []
    for _ in range(20):
        work(app, sent)
        with scope(app, tenant_id(app, "alpha"), write=False):
            left = db.session.query(PushDelivery).one_or_none()
            if left is None:
                break
            pauses.append((left.due_at - datetime.now(UTC)).total_seconds())
        hurry(app)
    assert len(sink.taken) == len(transport.BACKOFF) + 1
    assert [round(pause / own) for pause, own in zip(pauses, transport.BACKOFF, strict=True)] == [1] * 5
    assert counts(app, sent) == (1, 0, 0, 1, 0)


@pytest.mark.parametrize(
    "wish", ["bald", "-5", "9" * 500, "Mon, 01 Jan 99999999999999999999 00:00:00 GMT", "Mon, 01 Jan 1990 00:00:00 GMT"]
)
def test_a_wish_that_nobody_can_read_keeps_nobody_from_being_served(app: Flask, sink: Sink, wish: str) -> None:
    make_keys(app)
    sink.answers = {"odd": (503, {"Retry-After": wish})}
    add_phones(app, [f"{sink.origin}/odd", f"{sink.origin}/ok"])
    sent = announce(app, expires_at=datetime.now(UTC) + timedelta(days=2))
    work(app, sent)
    assert counts(app, sent) == (2, 1, 0, 0, 1)


def test_no_try_comes_after_the_end_of_a_message(app: Flask, sink: Sink) -> None:
    make_keys(app)
    sink.answers = {"broken": (500, {"Retry-After": "7200"})}
    add_phone(app, f"{sink.origin}/broken")
    sent = announce(app, expires_at=soon())
    work(app, sent)
    assert counts(app, sent) == (1, 0, 0, 1, 0)


def test_a_service_that_hangs_holds_nobody_up(app: Flask, sink: Sink, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Courier.__init__, "__kwdefaults__", {"seconds": 0.5, "in_flight": 20})
    make_keys(app)
    sink.hangs = {"hang"}
    add_phones(app, [f"{sink.origin}/hang/{number}" for number in range(3)])
    add_phones(app, [f"{sink.origin}/ok/{number}" for number in range(30)])
    sent = announce(app)
    began = time.monotonic()
    work(app, sent)
    assert time.monotonic() - began < 5
    assert counts(app, sent) == (33, 30, 0, 0, 3)


def test_a_service_in_trouble_gets_a_rest(app: Flask, sink: Sink) -> None:
    make_keys(app)
    sink.answers = {"broken": (503, {"Retry-After": "300"})}
    add_phones(app, [f"{sink.origin}/broken/{number}" for number in range(500)])
    sent = announce(app)
    work(app, sent)
    assert len(sink.taken) <= transport.TROUBLES + transport.IN_FLIGHT, "what was in flight still arrived"
    assert counts(app, sent) == (500, 0, 0, 0, 500)
    with scope(app, tenant_id(app, "alpha"), write=False):
        untried = db.session.query(PushDelivery).filter_by(attempts=0).count()
        assert untried == 500 - len(sink.taken)


@pytest.mark.parametrize("status", [400, 401, 403, 413, 307])
def test_what_a_service_refuses_is_not_repeated(app: Flask, sink: Sink, status: int) -> None:
    make_keys(app)
    sink.answers = {"refused": (status, {"Location": f"{sink.origin}/elsewhere"})}
    add_phone(app, f"{sink.origin}/refused")
    sent = announce(app)
    work(app, sent)
    assert sink.paths() == ["/refused"]
    assert counts(app, sent) == (1, 0, 0, 1, 0)
    assert rows_of(app, PushSubscription) == 1


def test_an_address_that_nobody_answers_is_tried_again_and_a_forbidden_one_never_asked(app: Flask, sink: Sink) -> None:
    make_keys(app)
    add_phone(app, "http://127.0.0.1:9/closed")
    add_phone(app, f"{sink.origin.replace('127.0.0.1', 'localhost')}/no-longer-allowed")
    add_phone(app, f"{sink.origin}/ok")
    sent = announce(app)
    work(app, sent)
    assert sink.paths() == ["/ok"]
    assert counts(app, sent) == (3, 1, 0, 1, 1)
