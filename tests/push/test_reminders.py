# SPDX-License-Identifier: EUPL-1.2
"""Reminders: once for each date and lead, at its minute, for what takes place, whatever becomes of workers."""

import threading
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask

from backend.events import reminders
from backend.events.walltime import instant, wall
from backend.jobs import scope
from backend.push.models import PushMessage
from tests.accounts.people import Desk, at_work
from tests.events.desk import change, do, local, make_draft, publish, save, timing
from tests.factories import tenant_id
from tests.news.desk import listening
from tests.push.phones import Phone, add_phone, due, make_keys, rows_of, work
from tests.push.sink import Sink


@pytest.fixture
def editor(app: Flask) -> Desk:
    make_keys(app)
    return at_work(app, "eva@alpha.de")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Sets what the sweep takes for now."""

    def turn(moment: datetime) -> None:
        monkeypatch.setattr(reminders, "_now", lambda: moment)
        monkeypatch.setattr("backend.push.sending._now", lambda: moment)

    return turn


def ask(app: Flask, slug: str = "alpha") -> list[str]:
    """What the sweep finds."""
    with scope(app, tenant_id(app, slug), write=False):
        return reminders.due()


def remind(app: Flask) -> None:
    """Sweep, ring, send."""
    for key in ask(app):
        with scope(app, tenant_id(app, "alpha"), write=False):
            reminders.run(key)
    for message_id in due(app):
        work(app, uuid.UUID(message_id))


def wants(app: Flask, sink: Sink, event: Any, *leads: int) -> Phone:
    phone = Phone(f"{sink.origin}/{uuid.uuid4().hex}")
    add_phone(app, phone.endpoint, *(f"event:{event['id']}:{lead}" for lead in leads), phone=phone)
    return phone


def start_of(event: Any) -> datetime:
    return instant(datetime.fromisoformat(event["content"]["timing"]["start"]))


def test_who_asked_for_it_is_reminded_once_at_the_minute(app: Flask, editor: Desk, sink: Sink, clock: Any) -> None:
    event = publish(editor, make_draft(editor))
    hour, day = wants(app, sink, event, 60), wants(app, sink, event, 1440)
    start = start_of(event)
    for minutes, rung in ((1500, 0), (1441, 0), (1440, 1), (1439, 1), (61, 1), (60, 2), (30, 2), (0, 2), (-30, 2)):
        clock(start - timedelta(minutes=minutes))
        remind(app)
        assert len(sink.taken) == rung, minutes
    first, second = sink.taken
    told = day.read(first.body)
    assert (told["title"], told["url"]) == (
        "Adventskonzert",
        f"/termine/{event['id']}?datum={event['content']['timing']['start']}",
    )
    assert told["body"].endswith(" Uhr, Marienkirche")
    assert hour.read(second.body)["title"] == "Adventskonzert"
    assert int(second.headers["TTL"]) == 3600, "worth nothing once it has begun"


def test_each_date_of_a_series_has_its_reminder_but_not_the_cancelled_one(
    app: Flask, editor: Desk, sink: Sink, clock: Any
) -> None:
    off = [change(local(days=8), status="cancelled"), change(local(days=9), status="postponed")]
    event = publish(editor, make_draft(editor, timing=timing(rrule="FREQ=DAILY;COUNT=4"), changes=off))
    wants(app, sink, event, 180)
    for day, rung in ((0, 1), (1, 1), (2, 1), (3, 2)):
        clock(start_of(event) + timedelta(days=day, minutes=-180))
        remind(app)
        assert len(sink.taken) == rung, day


@pytest.mark.parametrize("deed", ["withdrawn", "cancelled", "expired", "draft"])
def test_nobody_is_reminded_of_what_nobody_can_go_to(
    app: Flask, editor: Desk, sink: Sink, clock: Any, deed: str
) -> None:
    end = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    event = make_draft(editor, unpublish_at=end if deed == "expired" else None)
    wants(app, sink, event, 60)
    event = event if deed == "draft" else publish(editor, event)
    if deed == "withdrawn":
        assert do(editor, event, "withdrawal").status_code == 200
    if deed == "cancelled":
        publish(editor, save(editor, event, status="cancelled").json)
    clock(start_of(event) - timedelta(minutes=60))
    assert ask(app) == []


def test_what_is_withdrawn_between_bell_and_sending_is_not_sent(
    app: Flask, editor: Desk, sink: Sink, clock: Any
) -> None:
    event = publish(editor, make_draft(editor))
    wants(app, sink, event, 60)
    clock(start_of(event) - timedelta(minutes=60))
    (key,) = ask(app)
    with scope(app, tenant_id(app, "alpha"), write=False):
        reminders.run(key)
    assert do(editor, event, "withdrawal").status_code == 200
    remind(app)
    assert sink.taken == []


def test_a_worker_that_died_or_was_late_is_made_up_for_within_the_hour(
    app: Flask, editor: Desk, sink: Sink, clock: Any
) -> None:
    event = publish(editor, make_draft(editor))
    wants(app, sink, event, 180)
    clock(start_of(event) - timedelta(minutes=150))
    assert len(ask(app)) == 1, "swept, and then the worker died"
    remind(app)
    assert len(sink.taken) == 1
    late = publish(editor, make_draft(editor))
    wants(app, sink, late, 180)
    clock(start_of(late) - timedelta(minutes=100))
    assert ask(app) == [], "an hour too late is too late for three hours before"


def test_two_workers_at_once_make_one_message(app: Flask, editor: Desk, sink: Sink, clock: Any) -> None:
    event = publish(editor, make_draft(editor))
    wants(app, sink, event, 60)
    clock(start_of(event) - timedelta(minutes=60))
    (key,) = ask(app)
    start = threading.Barrier(4)
    broken: list[BaseException] = []

    def worker() -> None:
        start.wait()
        try:
            with scope(app, tenant_id(app, "alpha"), write=False):
                reminders.run(key)
        except BaseException as error:
            broken.append(error)

    threads = [threading.Thread(target=worker) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (broken, rows_of(app, PushMessage)) == ([], 1)


def test_a_date_that_moves_after_its_reminder_is_reminded_of_again(
    app: Flask, editor: Desk, sink: Sink, clock: Any
) -> None:
    event = publish(editor, make_draft(editor))
    wants(app, sink, event, 1440)
    key = event["content"]["timing"]["start"]
    clock(start_of(event) - timedelta(minutes=1440))
    remind(app)
    moved = [change(key, start=wall(start_of(event) + timedelta(days=2)).isoformat(timespec="minutes"))]
    event = publish(editor, save(editor, event, changes=moved).json)
    clock(datetime.now(UTC))
    remind(app)
    assert len(sink.taken) == 2, "the reminder and the change"
    clock(start_of(event) + timedelta(days=2, minutes=-1440))
    remind(app)
    remind(app)
    assert len(sink.taken) == 3


def test_what_lasts_all_day_counts_from_nine_in_the_morning(app: Flask, editor: Desk, sink: Sink, clock: Any) -> None:
    day = wall(datetime.now(UTC) + timedelta(days=7)).date()
    event = publish(editor, make_draft(editor, timing=timing(day.isoformat(), all_day=True)))
    wants(app, sink, event, 1440, 60)
    nine = instant(datetime(day.year, day.month, day.day, 9))
    for hours, rung in ((-33, 0), (-24, 1), (-1.5, 1), (-1, 2)):
        clock(nine + timedelta(hours=hours))
        remind(app)
        assert len(sink.taken) == rung, hours


def test_without_anybody_who_wants_it_nothing_is_written(app: Flask, editor: Desk, sink: Sink, clock: Any) -> None:
    event = publish(editor, make_draft(editor))
    add_phone(app, f"{sink.origin}/beta", f"event:{event['id']}:60", slug="beta")
    wants(app, sink, event, 180)
    clock(start_of(event) - timedelta(minutes=60))
    remind(app)
    assert (ask(app), ask(app, "beta"), rows_of(app, PushMessage)) == ([], [], 0)


def test_the_sweep_asks_no_more_questions_for_more_events(app: Flask, editor: Desk, sink: Sink, clock: Any) -> None:
    event = publish(editor, make_draft(editor))
    wants(app, sink, event, 60)
    clock(start_of(event) - timedelta(minutes=60))
    with listening(app) as few:
        ask(app)
    for _ in range(3):
        wants(app, sink, publish(editor, make_draft(editor)), 60)
    with listening(app) as many:
        assert len(ask(app)) == 4
    assert len(few) == len(many)
