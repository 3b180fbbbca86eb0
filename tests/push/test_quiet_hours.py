# SPDX-License-Identifier: EUPL-1.2
"""Quiet hours hold, urgent passes where the resident lets it, and what was held back rings when they end."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from backend.jobs import scope
from backend.publishing import Status
from backend.push import sending
from backend.push.models import PushDelivery
from backend.push.operations import messages
from backend.push.operations.messages import Notification, Subject
from backend.push.quiet import quiet_until
from tests.factories import make_news, tenant_id
from tests.push.phones import add_phone, announce, counts, due, make_keys, message, rows_of, work
from tests.push.sink import Sink

NIGHT = {"quiet_from": 22 * 60, "quiet_to": 7 * 60}
LATE = datetime(2026, 11, 25, 22, 30, tzinfo=UTC)  # 23:30 in Berlin
URGENT = Notification("Warnung", "Fenster schließen.", "/", ("urgent",), urgent=True)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("begin", "end", "now", "until"),
    [
        (1320, 420, "2026-11-25T21:00+01:00", None),
        (1320, 420, "2026-11-25T22:00+01:00", "2026-11-26T07:00+01:00"),
        (1320, 420, "2026-11-26T06:59+01:00", "2026-11-26T07:00+01:00"),
        (1320, 420, "2026-11-26T07:00+01:00", None),
        (720, 840, "2026-11-25T13:00+01:00", "2026-11-25T14:00+01:00"),
        (720, 840, "2026-11-25T14:00+01:00", None),
        (1320, 420, "2026-03-28T23:00+01:00", "2026-03-29T07:00+02:00"),  # the night the clocks go forward
        (1320, 420, "2026-10-24T23:00+02:00", "2026-10-25T07:00+01:00"),  # and back
        (1320, 150, "2026-10-25T02:10+01:00", "2026-10-25T02:30+01:00"),  # the second time it is ten past two
        (1320, 150, "2026-03-29T01:59+01:00", "2026-03-29T03:30+02:00"),  # there is no half past two
        (1320, 420, "2026-12-31T23:30+01:00", "2027-01-01T07:00+01:00"),
        (None, None, "2026-11-25T23:00+01:00", None),
    ],
)
def test_quiet_hours_end_when_the_clock_on_the_wall_says_so(
    begin: int | None, end: int | None, now: str, until: str | None
) -> None:
    assert quiet_until(begin, end, at(now).astimezone(UTC)) == (at(until) if until else None)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The time that the worker sees; tests change the first entry."""
    time = [LATE]
    monkeypatch.setattr(sending, "_now", lambda: time[0])
    return time


def test_a_device_stays_silent_and_rings_when_its_quiet_hours_end(
    app: Flask, sink: Sink, clock: list[datetime]
) -> None:
    make_keys(app)
    add_phone(app, f"{sink.origin}/quiet", **NIGHT)
    add_phone(app, f"{sink.origin}/awake")
    sent = announce(app)
    work(app, sent)
    assert sink.paths() == ["/awake"]
    assert counts(app, sent) == (2, 1, 0, 0, 1)
    clock[0] = at("2026-11-26T06:59+01:00")
    assert due(app) == []
    clock[0] = at("2026-11-26T07:00+01:00")
    assert due(app) == [str(sent)]
    work(app, sent)
    assert sink.paths() == ["/awake", "/quiet"]
    assert counts(app, sent) == (2, 2, 0, 0, 0)


def test_urgent_passes_where_the_resident_lets_it(app: Flask, sink: Sink, clock: list[datetime]) -> None:
    make_keys(app)
    add_phone(app, f"{sink.origin}/passes", "urgent", **NIGHT, urgent_passes=True)
    add_phone(app, f"{sink.origin}/sleeps", "urgent", **NIGHT, urgent_passes=False)
    work(app, announce(app, URGENT))
    assert sink.paths() == ["/passes"]
    work(app, announce(app, Notification("Fest", "", "/", ("urgent",))))
    assert sink.paths() == ["/passes"], "what is not urgent passes nowhere"


def test_what_is_withdrawn_at_night_does_not_ring_in_the_morning(app: Flask, sink: Sink, clock: list[datetime]) -> None:
    make_keys(app)
    add_phone(app, f"{sink.origin}/quiet", **NIGHT)
    item = make_news(app)
    sent = announce(app, subject=Subject("news", item))
    work(app, sent)
    with scope(app, tenant_id(app, "alpha")):
        assert messages.cancel(Subject("news", item))
    clock[0] = at("2026-11-26T07:00+01:00")
    work(app, sent)
    assert sink.taken == []
    assert rows_of(app, PushDelivery) == 0


def test_an_item_that_ends_at_night_does_not_ring_in_the_morning(app: Flask, sink: Sink, clock: list[datetime]) -> None:
    make_keys(app)
    add_phone(app, f"{sink.origin}/quiet", **NIGHT)
    gone = make_news(app, unpublish_at=LATE + timedelta(hours=2), status=Status.PUBLISHED)
    sent = announce(app, subject=Subject("news", gone))
    short = announce(app, expires_at=LATE + timedelta(hours=2))
    for one in (sent, short):
        work(app, one)
    assert counts(app, short) == (1, 0, 0, 1, 0), "its end comes before the end of the quiet hours"
    clock[0] = at("2026-11-26T07:00+01:00")
    work(app, sent)
    assert sink.taken == []
    assert message(app, sent)["deferred"] == 0


def test_the_audience_says_who_is_silent_until_when(app: Flask, clock: list[datetime]) -> None:
    add_phone(app, "https://x/1", "urgent", "news:verkehr", **NIGHT)
    add_phone(app, "https://x/2", "urgent", quiet_from=22 * 60, quiet_to=8 * 60, urgent_passes=False)
    add_phone(app, "https://x/3", "news:verkehr")
    add_phone(app, "https://x/4", "urgent", slug="beta")
    with scope(app, tenant_id(app, "alpha"), write=False):
        both = ["urgent", "news:verkehr"]
        assert messages.audience(both, urgent=False, at=LATE) == {
            "devices": 3,
            "quiet": 2,
            "quiet_until": at("2026-11-26T08:00+01:00"),
        }
        assert messages.audience(both, urgent=True, at=LATE)["quiet"] == 1
        assert messages.audience(["news:verkehr"], urgent=False, at=at("2026-11-26T12:00+01:00")) == {
            "devices": 2,
            "quiet": 0,
            "quiet_until": None,
        }
        assert messages.audience(["news:kultur"], urgent=False, at=LATE)["devices"] == 0
