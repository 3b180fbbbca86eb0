# SPDX-License-Identifier: EUPL-1.2
"""What changes between the announcing of a message and its arrival: wishes, quiet hours, the message itself, the
municipality."""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask

from backend.db import db
from backend.jobs import scope
from backend.push import sending
from backend.push.models import PushDelivery, PushSubscription, PushTopic
from backend.push.operations import messages, progress, subscriptions
from backend.push.operations.messages import AlreadyAnnounced, Notification, Subject
from backend.tenants.models import Tenant
from tests.conftest import client_of
from tests.factories import make_news, make_tenant, tenant_id
from tests.push.phones import (
    TEXT,
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

LATE = datetime(2026, 11, 25, 22, 30, tzinfo=UTC)  # 23:30 in Berlin
MORNING = datetime(2026, 11, 26, 6, 0, tzinfo=UTC)  # 07:00 in Berlin
NIGHT = {"quiet_from": 22 * 60, "quiet_to": 7 * 60}


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The time that the worker sees; tests change the first entry."""
    time = [LATE]
    monkeypatch.setattr(sending, "_now", lambda: time[0])
    return time


def wish(app: Flask, own: uuid.UUID, phone: Phone, *topics: str, **wishes: Any) -> None:
    """A resident changes what the device wants."""
    given = {"topics": list(topics), "quiet": None, "urgent_passes": True} | wishes
    with scope(app, tenant_id(app, "alpha")):
        subscriptions.change(own, phone.auth, given, ())


def test_a_second_try_waits_for_the_end_of_quiet_hours_too(app: Flask, sink: Sink, clock: list[datetime]) -> None:
    make_keys(app)
    add_phone(app, f"{sink.origin}/busy", **NIGHT)
    sink.answers = {"busy": (503, {})}
    clock[0] = LATE - timedelta(hours=1, minutes=31)  # 21:59
    sent = announce(app)
    work(app, sent)
    assert counts(app, sent) == (1, 0, 0, 0, 1)
    sink.answers = {}
    clock[0] = LATE
    assert due(app) == [str(sent)]
    work(app, sent)
    assert len(sink.taken) == 1
    assert due(app) == []
    clock[0] = MORNING
    work(app, sent)
    assert len(sink.taken) == 2
    assert counts(app, sent) == (1, 1, 0, 0, 0)


def test_who_wants_to_sleep_longer_is_not_woken_by_what_was_put_off(
    app: Flask, sink: Sink, clock: list[datetime]
) -> None:
    make_keys(app)
    phone = Phone(f"{sink.origin}/quiet")
    own = add_phone(app, phone.endpoint, phone=phone, **NIGHT)
    sent = announce(app)
    work(app, sent)
    wish(app, own, phone, "news:verkehr", quiet={"from": "22:00", "to": "09:00"})
    clock[0] = MORNING
    work(app, sent)
    assert sink.taken == []
    clock[0] = MORNING + timedelta(hours=2)
    work(app, sent)
    assert sink.paths() == ["/quiet"]


def test_who_drops_the_topic_at_night_hears_nothing_in_the_morning(
    app: Flask, sink: Sink, clock: list[datetime]
) -> None:
    make_keys(app)
    phone = Phone(f"{sink.origin}/dropped")
    own = add_phone(app, phone.endpoint, "news:verkehr", "urgent", phone=phone, **NIGHT)
    add_phone(app, f"{sink.origin}/still", **NIGHT)
    sent = announce(app)
    work(app, sent)
    wish(app, own, phone, "urgent", quiet={"from": "22:00", "to": "07:00"})
    clock[0] = MORNING
    work(app, sent)
    assert sink.paths() == ["/still"]
    assert counts(app, sent) == (2, 1, 1, 0, 0)
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert db.session.get(PushSubscription, own) is not None


def test_who_leaves_at_night_leaves_nothing_that_could_ring(app: Flask, sink: Sink, clock: list[datetime]) -> None:
    make_keys(app)
    phone = Phone(f"{sink.origin}/leaves")
    own = add_phone(app, phone.endpoint, phone=phone, **NIGHT)
    sent = announce(app)
    work(app, sent)
    left = client_of(app, "alpha").delete(
        f"/api/v1/push/subscriptions/{own}", headers={"Authorization": f"Bearer {phone.auth}"}
    )
    assert left.status_code == 204
    assert [rows_of(app, model) for model in (PushSubscription, PushTopic, PushDelivery)] == [0, 0, 0]
    clock[0] = MORNING
    assert due(app) == []
    work(app, sent)
    assert sink.taken == []


def test_a_device_that_is_gone_at_the_second_try_is_forgotten(app: Flask, sink: Sink) -> None:
    make_keys(app)
    sink.answers = {"busy": (503, {})}
    add_phone(app, f"{sink.origin}/busy")
    sent = announce(app)
    work(app, sent)
    sink.answers = {"busy": (410, {})}
    hurry(app)
    work(app, sent)
    assert counts(app, sent) == (1, 0, 1, 0, 0)
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert db.session.query(PushSubscription).count() == 0


def test_devices_of_a_resting_service_are_put_off_with_few_statements(app: Flask, sink: Sink) -> None:
    make_keys(app)
    sink.answers = {"broken": (503, {"Retry-After": "300"})}
    add_phones(app, [f"{sink.origin}/broken/{number}" for number in range(500)])
    sent = announce(app)
    work(app, sent)
    with scope(app, tenant_id(app, "alpha"), write=False):
        untried = db.session.query(PushDelivery.due_at).filter_by(attempts=0).all()
    assert len(untried) > 100
    assert len({row.due_at.microsecond for row in untried}) < len(untried) / 10


def test_what_is_replaced_while_it_begins_is_never_sent_as_it_was(
    app: Flask, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_keys(app)
    phone = Phone(f"{sink.origin}/1")
    add_phone(app, phone.endpoint, phone=phone)
    about = Subject("news", make_news(app))
    survey, tomorrow = progress.survey, datetime.now(UTC) + timedelta(days=1)

    def replaced(order: Any) -> Any:
        found = survey(order)
        announce(app, Notification("Entwarnung", "", "/aktuelles", ("news:verkehr",)), subject=about, due_at=tomorrow)
        return found

    sent = announce(app, subject=about)
    monkeypatch.setattr(progress, "survey", replaced)
    work(app, sent)
    assert sink.taken == []
    assert message(app, sent)["state"] == "waiting"
    monkeypatch.setattr(progress, "survey", survey)
    monkeypatch.setattr(sending, "_now", lambda: tomorrow)
    work(app, sent)
    assert [phone.read(one.body)["title"] for one in sink.taken] == ["Entwarnung"]


def test_what_is_left_of_an_earlier_message_never_takes_the_place_of_a_newer_one(app: Flask, sink: Sink) -> None:
    make_keys(app)
    sink.answers = {"busy": (503, {})}
    phone = Phone(f"{sink.origin}/busy")
    add_phone(app, phone.endpoint, phone=phone)
    about = Subject("news", make_news(app))
    first = announce(app, subject=about)
    other = announce(app, subject=Subject("news", make_news(app)))
    for one in (first, other):
        work(app, one)
    sink.answers = {}
    second = announce(app, Notification("Berichtigung", "", "/", ("news:verkehr",)), subject=about, insist=True)
    work(app, second)
    hurry(app)
    assert due(app) == [str(other)], "of another subject it is tried again"
    work(app, first)
    assert phone.read(sink.taken[-1].body)["title"] == "Berichtigung"
    assert (message(app, first)["deferred"], message(app, first)["state"]) == (0, "sent")


def test_what_was_called_off_halfway_has_rung_and_asks_for_insisting(app: Flask, sink: Sink) -> None:
    make_keys(app)
    add_phone(app, f"{sink.origin}/1")
    about = Subject("news", make_news(app))
    work(app, announce(app, subject=about))
    announce(app, subject=about, insist=True)
    with scope(app, tenant_id(app, "alpha")):
        assert messages.cancel(about)
    with pytest.raises(AlreadyAnnounced):
        announce(app, subject=about)
    untold = Subject("news", make_news(app))
    announce(app, subject=untold)
    with scope(app, tenant_id(app, "alpha")):
        assert messages.cancel(untold)
    assert announce(app, subject=untold), "this one nobody has heard"


def test_without_keys_or_module_nothing_rings_and_the_message_comes_to_its_end(
    app: Flask, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_tenant(app, "gamma", modules=["news"])
    make_keys(app, "gamma")
    add_phone(app, f"{sink.origin}/module", slug="gamma")
    add_phone(app, f"{sink.origin}/keys")
    sent = [(announce(app, slug="gamma"), "gamma"), (announce(app), "alpha")]
    for one, slug in sent:
        work(app, one, slug)
        assert message(app, one, slug)["state"] == "waiting"
    tomorrow = datetime.now(UTC) + timedelta(days=1, minutes=1)
    monkeypatch.setattr(sending, "_now", lambda: tomorrow)
    for one, slug in sent:
        work(app, one, slug)
        assert message(app, one, slug)["state"] == "cancelled"
        assert due(app, slug) == []
    assert sink.taken == []


def test_a_municipality_that_takes_the_module_again_goes_on(app: Flask, sink: Sink) -> None:
    make_keys(app)
    add_phone(app, f"{sink.origin}/1")
    sent = announce(app, TEXT)
    for modules, rung in ((["news"], 0), (["news", "push"], 1)):
        with scope(app, None):
            row = db.session.get(Tenant, tenant_id(app, "alpha"))
            assert row is not None
            row.config = row.config | {"modules": modules}
        work(app, sent)
        assert len(sink.taken) == rung
