# SPDX-License-Identifier: EUPL-1.2
"""Residents read one event, on one of its dates."""

from datetime import UTC, datetime

from flask import Flask

from backend.db import db
from backend.events import operations
from backend.events.models import EventOrganiser
from backend.jobs import scope
from tests.conftest import TenantClient
from tests.factories import DETAILS, make_event, tenant_id


def at(hour: int, day: int = 12) -> datetime:
    """An instant of June 2026 by the clock of Berlin."""
    return datetime(2026, 6, day, hour - 2, tzinfo=UTC)


def test_one_event_comes_on_the_date_that_was_asked_for(client: TenantClient, app: Flask) -> None:
    change = {"at": "2026-06-19T20:00", "title": "Abschluss", "place_name": "Kirche", "start": "2026-06-19T18:00"}
    event = make_event(
        app,
        timing={"start": "2026-06-12T20:00", "end": "2026-06-12T22:00", "rrule": "FREQ=WEEKLY;COUNT=3"},
        changes=[change, {"at": "2026-06-26T20:00", "status": "cancelled", "note": "Regen"}],
    )
    usual = client.get(f"/api/v1/events/{event}?date=2026-06-12T20:00").json
    assert (usual["title"], usual["place"]["name"], usual["previous_start"]) == ("Burgkonzert", "Burghof", None)
    assert usual["rrule"] == "FREQ=WEEKLY;COUNT=3"
    moved = client.get(f"/api/v1/events/{event}?date=2026-06-19T20:00").json
    assert (moved["title"], moved["place"]) == ("Abschluss", DETAILS["place"] | {"name": "Kirche"})
    assert moved["starts_at"] == "2026-06-19T16:00:00+00:00"
    assert moved["ends_at"] == "2026-06-19T18:00:00+00:00"
    assert moved["previous_start"] == "2026-06-19T18:00:00+00:00"
    off = client.get(f"/api/v1/events/{event}?date=2026-06-26T20:00").json
    assert (off["status"], off["note"]) == ("cancelled", "Regen")
    assert client.get(f"/api/v1/events/{event}?date=2026-06-27").json["date"] == off["date"]
    assert client.get(f"/api/v1/events/{event}?date=quatsch").status_code == 422


def test_without_a_date_an_event_comes_on_its_next_one_and_at_last_on_its_last(app: Flask) -> None:
    event = make_event(
        app, timing={"start": "2026-06-12T20:00", "end": "2026-06-12T22:00", "extra": ["2026-06-19T20:00"]}
    )
    with scope(app, tenant_id(app, "alpha"), write=False):
        for now, key, left, until in (
            (at(9, day=10), "2026-06-12T20:00", 2, at(22)),
            (at(21), "2026-06-12T20:00", 2, at(22)),
            (at(22), "2026-06-19T20:00", 1, at(22, day=19)),
            (at(23, day=19), "2026-06-19T20:00", 0, None),
        ):
            row, lasts = operations.get_event(event, now)
            assert (row["date"], len(row["next"]), lasts) == (key, left, until)


def test_the_answers_for_two_dates_are_kept_apart(client: TenantClient, app: Flask) -> None:
    event = make_event(app, timing={"rrule": "FREQ=WEEKLY;COUNT=2"})
    for _ in range(2):
        for key in ("2026-06-12T20:00", "2026-06-19T20:00"):
            assert client.get(f"/api/v1/events/{event}?date={key}").json["date"] == key


def test_the_organiser_of_the_list_is_shown_as_it_is_today(client: TenantClient, app: Flask) -> None:
    typed = {"name": "Einmalig", "email": None, "phone": "1", "url": None}
    once = make_event(app, details=DETAILS | {"organiser": typed})
    with scope(app, tenant_id(app, "alpha")):
        club = EventOrganiser(name="Chor", email="chor@example.org")
        db.session.add(club)
        db.session.flush()
        club_id = club.id
    listed_one = make_event(app, organiser_id=club_id)
    assert client.get(f"/api/v1/events/{once}").json["organiser"] == typed
    found = client.get(f"/api/v1/events/{listed_one}").json["organiser"]
    assert found == {"name": "Chor", "email": "chor@example.org", "phone": None, "url": None}


def test_the_price_in_a_list_is_its_lowest_amount(client: TenantClient, app: Flask) -> None:
    amounts = [{"label": "Erwachsene", "cents": 1200}, {"label": "Kinder", "cents": 600}]
    make_event(app, details=DETAILS | {"price": {"kind": "paid", "amounts": amounts, "text": "Abendkasse"}})
    listed_one = client.get("/api/v1/events?from=2026-06-01").json[0]
    assert listed_one["price"] == {"kind": "paid", "cents": 600, "text": "Abendkasse"}
    assert client.get(f"/api/v1/events/{listed_one['id']}").json["price"]["amounts"] == amounts
