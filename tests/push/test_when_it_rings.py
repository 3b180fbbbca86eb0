# SPDX-License-Identifier: EUPL-1.2
"""When a message rings and when it never does: planned, withdrawn, announced twice, overdue, without a readable key."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.fernet import Fernet
from flask import Flask

from backend.jobs import scope
from backend.problems import Conflict
from backend.publishing import Status
from backend.push.keys import UnreadableKeys
from backend.push.operations import messages
from backend.push.operations.messages import Subject
from tests.factories import make_news, tenant_id
from tests.push.phones import (
    TEXT,
    add_phone,
    add_phones,
    announce,
    counts,
    due,
    hurry,
    make_keys,
    message,
    work,
)
from tests.push.sink import Sink


def soon() -> datetime:
    return datetime.now(UTC) + timedelta(hours=1)


def test_a_planned_item_rings_when_it_becomes_visible_and_not_before(app: Flask, sink: Sink) -> None:
    make_keys(app)
    add_phone(app, f"{sink.origin}/ok")
    begin = soon()
    item = make_news(app, publish_at=begin)
    sent = announce(app, subject=Subject("news", item), due_at=begin)
    work(app, sent)
    assert sink.taken == []
    assert due(app) == []
    with scope(app, tenant_id(app, "alpha")):
        topics = {"topics": TEXT.topics, "urgent": False}
        assert messages.reschedule(Subject("news", item), None, None, datetime.now(UTC), **topics)
    assert due(app) == [str(sent)]
    work(app, sent)
    assert sink.taken == [], "the item itself is not visible yet"
    assert message(app, sent)["state"] == "cancelled"


def test_a_withdrawn_item_never_rings(app: Flask, sink: Sink) -> None:
    make_keys(app)
    add_phone(app, f"{sink.origin}/ok")
    hidden = announce(app, subject=Subject("news", make_news(app, status=Status.WITHDRAWN)))
    work(app, hidden)
    item = make_news(app)
    called_off = announce(app, subject=Subject("news", item))
    with scope(app, tenant_id(app, "alpha")):
        assert messages.cancel(Subject("news", item))
        assert not messages.cancel(Subject("news", item))
    work(app, called_off)
    assert sink.taken == []
    assert {message(app, one)["state"] for one in (hidden, called_off)} == {"cancelled"}


def test_an_item_rings_once_unless_somebody_insists(app: Flask, sink: Sink) -> None:
    make_keys(app)
    add_phone(app, f"{sink.origin}/ok")
    about = Subject("news", make_news(app))
    first = announce(app, subject=about)
    assert announce(app, subject=about) == first, "one that waits is replaced"
    work(app, first)
    with pytest.raises(Conflict):
        announce(app, subject=about)
    again = announce(app, subject=about, insist=True)
    assert again != first
    work(app, again)
    assert len(sink.taken) == 2
    assert sink.taken[0].headers["Topic"] == sink.taken[1].headers["Topic"], "the second takes the first one's place"


def test_a_key_that_cannot_be_read_stops_the_sending_and_loses_nothing(app: Flask, sink: Sink) -> None:
    make_keys(app)
    add_phones(app, [f"{sink.origin}/{number}" for number in range(300)])
    settings = app.extensions["sva.settings"]
    sent = announce(app)
    app.extensions["sva.settings"] = replace(settings, data_key=Fernet.generate_key().decode())
    with pytest.raises(UnreadableKeys):
        work(app, sent)
    assert sink.taken == []
    app.extensions["sva.settings"] = settings
    hurry(app)
    assert due(app) == [str(sent)]
    work(app, sent)
    assert counts(app, sent) == (300, 300, 0, 0, 0)


def test_a_message_that_nobody_could_send_in_time_is_dropped(app: Flask, sink: Sink) -> None:
    make_keys(app)
    add_phone(app, f"{sink.origin}/ok")
    long_ago = datetime.now(UTC) - timedelta(days=2)
    sent = announce(app, TEXT, now=long_ago)
    work(app, sent)
    assert sink.taken == []
    assert message(app, sent)["state"] == "cancelled"
    assert due(app) == []
