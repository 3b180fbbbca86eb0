# SPDX-License-Identifier: EUPL-1.2
"""Real worker processes: a message leaves by itself, two share one, one that is killed is followed by another."""

import os
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask

from backend import jobs
from backend.config import Settings
from backend.jobs import scope
from backend.news import importing
from backend.push.models import PushSlice
from backend.push.operations import messages, progress
from backend.push.operations.messages import KIND
from tests.factories import tenant_id
from tests.push.phones import add_phones, announce, counts, due, hurry, make_keys, message, rows_of, work
from tests.push.sink import Sink

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60
PHONES = 2000


@pytest.fixture
def start_worker(app: Flask, settings: Settings, sink: Sink) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Starts `flask worker` as the operator does, on the test's own database and queue."""
    started = []
    env = os.environ | {
        "FLASK_APP": "backend",
        "ENVIRONMENT": "development",
        "DATABASE_URL": settings.database_url,
        "INSTANCE_PATH": str(settings.instance_path),
        "PUSH_ORIGINS": sink.origin,
    }

    def start() -> subprocess.Popen[bytes]:
        started.append(subprocess.Popen([sys.executable, "-m", "flask", "worker"], cwd=ROOT, env=env))
        return started[-1]

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.wait()


def wait_for(what: Callable[[], bool]) -> None:
    until = time.monotonic() + SECONDS
    while not what():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.02)


def test_a_worker_killed_in_the_middle_is_followed_and_nobody_is_left_out(
    app: Flask, sink: Sink, start_worker: Callable[[], subprocess.Popen[bytes]]
) -> None:
    make_keys(app)
    add_phones(app, [f"{sink.origin}/ok/{number}" for number in range(PHONES)])
    sink.pause = 0.1
    worker = start_worker()
    sent = announce(app)
    wait_for(lambda: len(sink.taken) > 700)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    written = counts(app, sent)[1]
    arrived = len(sink.taken)
    assert 300 < written < arrived < PHONES, "killed in the middle"
    assert due(app) == [], "for a while it might still be alive"
    hurry(app)
    assert due(app) == [str(sent)], "then the sweep finds it"
    sink.pause = 0.0
    start_worker()
    with app.app_context():
        jobs.enqueue(tenant_id(app, "alpha"), KIND, str(sent))
    wait_for(lambda: message(app, sent)["state"] == "sent")
    times = Counter(sink.paths())
    assert len(times) == PHONES, "everybody was served"
    twice = sum(count - 1 for count in times.values())
    assert max(times.values()) <= 2
    # All that was repeated had arrived without being written down: two batches at most, as progress.py says.
    assert twice <= arrived - written <= 2 * progress.BATCH
    assert counts(app, sent) == (PHONES, PHONES, 0, 0, 0)


def test_two_workers_share_a_message_and_nobody_rings_twice(
    app: Flask, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "SLICE", 50)
    monkeypatch.setattr(progress, "BATCH", 20)
    make_keys(app)
    add_phones(app, [f"{sink.origin}/ok/{number}" for number in range(400)])
    sink.pause = 0.02
    sent = announce(app)
    threads = [threading.Thread(target=work, args=(app, sent)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Counter(sink.paths()).most_common(1)[0][1] == 1
    assert counts(app, sent) == (400, 400, 0, 0, 0)
    assert message(app, sent)["state"] == "sent"
    assert rows_of(app, PushSlice) == 0


def test_a_worker_that_was_taken_for_dead_writes_nothing_down_twice(
    app: Flask, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "BATCH", 20)
    make_keys(app)
    add_phones(app, [f"{sink.origin}/ok/{number}" for number in range(100)])
    sink.pause = 0.1
    sent = announce(app)
    slow = threading.Thread(target=work, args=(app, sent))
    slow.start()
    wait_for(lambda: len(sink.taken) >= 40)
    hurry(app)
    work(app, sent)
    slow.join()
    assert len(set(sink.paths())) == 100
    assert counts(app, sent) == (100, 100, 0, 0, 0)


def test_what_is_called_off_while_it_is_sent_stops(app: Flask, sink: Sink, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "BATCH", 20)
    make_keys(app)
    add_phones(app, [f"{sink.origin}/ok/{number}" for number in range(400)])
    sink.pause = 0.1
    sent = announce(app)
    busy = threading.Thread(target=work, args=(app, sent))
    busy.start()
    wait_for(lambda: len(sink.taken) >= 20)
    with scope(app, tenant_id(app, "alpha")):
        assert messages.stop(sent)
    busy.join()
    assert len(sink.taken) <= 40 + 2 * 20 + 20
    assert message(app, sent)["state"] == "cancelled"
    assert due(app) == []


def test_a_message_does_not_wait_behind_imports(app: Flask) -> None:
    kinds = [importing.KIND, importing.KIND, KIND]
    with app.app_context():
        for kind in kinds:
            jobs.enqueue(tenant_id(app, "alpha"), kind, str(uuid.uuid4()))
        queue = app.extensions["sva.huey"]
        assert [queue.dequeue().args[1] for _ in kinds] == [KIND, importing.KIND, importing.KIND]


def test_a_planned_message_has_a_bell_at_its_second(app: Flask) -> None:
    """Not when the sweep of that minute comes by."""
    moment = datetime.now(UTC).replace(microsecond=0) + timedelta(hours=3)
    announce(app, due_at=moment)
    task = app.extensions["sva.huey"].dequeue()
    assert (task.args[1], task.eta) == (KIND, moment.replace(tzinfo=None))


def test_a_message_of_which_the_bell_got_lost_is_found_by_the_sweep(app: Flask, sink: Sink) -> None:
    make_keys(app)
    add_phones(app, [f"{sink.origin}/ok"])
    sent = announce(app)
    assert due(app) == [str(sent)]
    work(app, sent)
    work(app, uuid.uuid4())
    assert due(app) == []
    assert len(sink.taken) == 1
