# SPDX-License-Identifier: EUPL-1.2
"""Residents read events: dates in their order, spans, filters, one event on one of its dates."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask

from backend.db import db
from backend.events import operations
from backend.events.models import EventOrganiser
from backend.events.spans import Span
from backend.jobs import scope
from backend.publishing import Status
from tests.conftest import TenantClient
from tests.factories import DETAILS, NOW, make_event, make_event_category, tenant_id

HOUR = timedelta(hours=1)


def seen(client: TenantClient, query: str = "?from=2026-06-01") -> list[str]:
    answer = client.get(f"/api/v1/events{query}")
    assert answer.status_code == 200, answer.text
    return [f"{row['title']} {row['date']}" for row in answer.json]


def listed(app: Flask, now: datetime, **more: Any) -> list[str]:
    with scope(app, tenant_id(app, "alpha"), write=False):
        return [row["title"] for row in operations.list_events(Span(now), **more).rows]


def at(hour: int, minute: int = 0, day: int = 12) -> datetime:
    """An instant of June 2026 by the clock of Berlin; 24 is the midnight after that day."""
    return datetime(2026, 6, day, hour - 2, minute, tzinfo=UTC)


def test_dates_come_by_their_start_and_a_series_once_for_each(client: TenantClient, app: Flask) -> None:
    make_event(app, title="Markt", timing={"start": "2026-06-12T08:00", "rrule": "FREQ=WEEKLY;COUNT=3"})
    make_event(app, title="Konzert", timing={"start": "2026-06-13T20:00"})
    assert seen(client) == [
        "Markt 2026-06-12T08:00",
        "Konzert 2026-06-13T20:00",
        "Markt 2026-06-19T08:00",
        "Markt 2026-06-26T08:00",
    ]
    first = client.get("/api/v1/events?from=2026-06-01").json[0]
    assert first["recurring"] is True
    assert first["starts_at"] == "2026-06-12T06:00:00+00:00"
    assert {"teaser", "body", "image"}.isdisjoint(first)


def test_what_is_over_is_left_out_and_what_runs_is_not(app: Flask) -> None:
    make_event(app, title="Frühstück", timing={"start": "2026-06-12T08:00", "end": "2026-06-12T10:00"})
    make_event(app, title="Ohne Ende", timing={"start": "2026-06-12T09:00"})
    make_event(app, title="Ausstellung", timing={"start": "2026-05-01", "end": "2026-06-12", "all_day": True})
    make_event(app, title="Abend", timing={"start": "2026-06-12T20:00", "end": "2026-06-12T23:00"})
    assert listed(app, at(8)) == ["Ausstellung", "Frühstück", "Ohne Ende", "Abend"]
    assert listed(app, at(9)) == ["Ausstellung", "Frühstück", "Ohne Ende", "Abend"]
    assert listed(app, at(9, 1)) == ["Ausstellung", "Frühstück", "Abend"]
    assert listed(app, at(10)) == ["Ausstellung", "Abend"]
    assert listed(app, at(22, 59)) == ["Ausstellung", "Abend"]
    assert listed(app, at(23)) == ["Ausstellung"]
    assert listed(app, at(2, day=13)) == []


def test_a_night_belongs_to_its_evening_and_a_weekend_to_both_of_its_days(client: TenantClient, app: Flask) -> None:
    make_event(app, title="Tanz", timing={"start": "2026-06-12T21:00", "end": "2026-06-13T02:00"})
    make_event(app, title="Lager", timing={"start": "2026-06-12T14:00", "end": "2026-06-13T13:00"})
    assert seen(client, "?from=2026-06-13&to=2026-06-13") == ["Lager 2026-06-12T14:00"]
    assert len(seen(client, "?from=2026-06-12&to=2026-06-12")) == 2
    assert len(seen(client, "?from=2026-06-13T01:00:00%2B02:00")) == 2


def test_a_span_has_whole_days_or_instants(client: TenantClient, app: Flask) -> None:
    for day in (11, 12, 13):
        make_event(app, title=f"Am {day}.", timing={"start": f"2026-06-{day}T00:00"})
        make_event(app, title=f"Spät am {day}.", timing={"start": f"2026-06-{day}T23:59"})
    assert [one.rsplit(" ", 1)[0] for one in seen(client, "?from=2026-06-12&to=2026-06-12")] == [
        "Am 12.",
        "Spät am 12.",
    ]
    assert len(seen(client, "?from=2026-06-12T00:00:00%2B02:00&to=2026-06-12T23:59:00%2B02:00")) == 1
    assert seen(client, "?from=2026-06-12&to=2026-06-11") == []
    # A plus sign that nobody has encoded.
    assert len(seen(client, "?from=2026-06-12T00:00:00+02:00&to=2026-06-13")) == 4


@pytest.mark.parametrize(
    "query",
    [
        "?from=morgen",
        "?from=2026-02-30",
        "?from=2026-06-12T20:00",
        "?to=99999999999",
        "?from=9999-12-31",
        "?from=0001-01-01",
        "?from=2026-06-12T20:00:00%2B99:00",
        f"?q={'x' * 101}",
        f"?category={'x' * 61}",
        "?page=0",
        "?page_size=1000",
    ],
)
def test_bad_parameters_are_named(client: TenantClient, query: str) -> None:
    answer = client.get(f"/api/v1/events{query}")
    assert (answer.status_code, answer.json["code"]) == (422, "invalid")
    assert answer.json["errors"]


def test_pages_never_overlap_and_say_only_whether_there_is_more(client: TenantClient, app: Flask) -> None:
    make_event(app, timing={"start": "2026-06-12T08:00", "rrule": "FREQ=DAILY;COUNT=25"})
    make_event(app, title="Zugleich", timing={"start": "2026-06-12T08:00", "rrule": "FREQ=DAILY;COUNT=20"})
    pages = [client.get(f"/api/v1/events?from=2026-06-01&page={number}") for number in (1, 2, 3)]
    assert [len(page.json) for page in pages] == [20, 20, 5]
    assert len({(row["id"], row["date"]) for page in pages for row in page.json}) == 45
    assert '"total": 21' in pages[0].headers["X-Pagination"]
    assert '"next_page": 2' in pages[0].headers["X-Pagination"]
    assert '"total": 45' in pages[2].headers["X-Pagination"]
    assert "next_page" not in pages[2].headers["X-Pagination"]
    assert client.get("/api/v1/events?from=2026-06-01&page=9").json == []


def test_the_list_changes_when_the_first_of_it_is_over_also_on_later_pages(app: Flask) -> None:
    make_event(app, title="Kurz", timing={"start": "2026-06-12T08:00", "end": "2026-06-12T08:30"})
    make_event(app, title="Lang", timing={"start": "2026-06-12T07:00", "end": "2026-06-12T18:00"})
    make_event(app, title="Später", timing={"start": "2026-06-12T17:00", "end": "2026-06-12T19:00"})
    with scope(app, tenant_id(app, "alpha"), write=False):
        for first in (0, 1, 2):
            page = operations.list_events(Span(at(8)), first=first, limit=1)
            assert page.lasts_until == (at(8, 30) if first else at(18))
        assert operations.list_events(Span(at(8), since=at(8))).lasts_until is None


def test_a_kept_answer_dies_with_the_first_date_in_it(client: TenantClient, app: Flask) -> None:
    soon = datetime.now(UTC) + timedelta(hours=3)
    local = (soon + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M")
    make_event(app, now=datetime.now(UTC), timing={"start": local})
    for path in ("/api/v1/events", "/api/v1/bootstrap"):
        client.get(path)
    cache: Any = app.wsgi_app.application if hasattr(app.wsgi_app, "application") else app.wsgi_app
    entries = {key[2]: entry for key, entry in cache.entries.items()}
    with scope(app, tenant_id(app, "alpha"), write=False):
        start = operations.list_events(Span(datetime.now(UTC))).rows[0]["starts_at"]
    assert entries["/api/v1/events"].valid_until == start.timestamp()
    assert entries["/api/v1/bootstrap"].valid_until == start.timestamp()


@pytest.mark.parametrize("status", [Status.DRAFT, Status.SUBMITTED, Status.WITHDRAWN])
def test_only_published_events_are_visible(client: TenantClient, app: Flask, status: Status) -> None:
    hidden = make_event(app, status=status)
    assert seen(client) == []
    assert client.get(f"/api/v1/events/{hidden}").status_code == 404
    assert client.get(f"/termine/{hidden}").status_code == 404
    assert client.get("/api/v1/events/days?from=2026-06-01").json == []
    assert client.get("/api/v1/search?q=burgkonzert").json == []
    assert client.get("/api/v1/bootstrap").json["events"]["items"] == []


def test_planned_and_expired_events_are_invisible_although_their_dates_are_ready(app: Flask) -> None:
    make_event(app, title="Geplant", publish_at=NOW + HOUR)
    make_event(app, title="Abgelaufen", unpublish_at=NOW)
    make_event(app, title="Sichtbar", publish_at=NOW, unpublish_at=NOW + HOUR)
    assert listed(app, NOW) == ["Sichtbar"]
    assert listed(app, NOW + HOUR) == ["Geplant"]


def test_another_municipality_sees_nothing_of_it(other: TenantClient, app: Flask) -> None:
    foreign = make_event(app, "alpha", timing={"start": "2099-06-12T20:00"})
    assert seen(other) == []
    assert other.get("/api/v1/events/days?from=2026-06-01").json == []
    assert other.get(f"/api/v1/events/{foreign}").status_code == 404
    assert other.get(f"/termine/{foreign}").status_code == 404
    assert other.get("/api/v1/search?q=burgkonzert").json == []


def test_the_category_filters_lists_and_days(client: TenantClient, app: Flask) -> None:
    music = make_event_category(app, "alpha", "musik", "Musik")
    make_event_category(app, "beta", "sport", "Sport")
    make_event(app, title="Konzert", category_id=music)
    make_event(app, title="Lauf")
    assert seen(client, "?from=2026-06-01&category=musik") == ["Konzert 2026-06-12T20:00"]
    assert seen(client, "?from=2026-06-01&category=gibtsnicht") == []
    assert client.get("/api/v1/events?from=2026-06-01&category=musik").json[0]["category"] == {
        "slug": "musik",
        "name": "Musik",
    }
    assert [day["count"] for day in client.get("/api/v1/events/days?from=2026-06-01&category=musik").json] == [1]
    assert client.get("/api/v1/events/categories").json == [{"slug": "musik", "name": "Musik"}]


@pytest.mark.parametrize(
    "q", ["straßenfest", "STRASSENFEST", "blaskapelle+fest", "posthof", "verein+fest", "kinder", "sondertitel", "saal"]
)
def test_every_word_is_found_in_title_text_place_organiser_tags_and_changes(
    client: TenantClient, app: Flask, q: str
) -> None:
    with scope(app, tenant_id(app, "alpha")):
        club = EventOrganiser(name="Heimatverein")
        db.session.add(club)
        db.session.flush()
        club_id = club.id
    change = {"at": "2026-06-12T20:00", "title": "Sondertitel", "place_name": "Saal"}
    details = DETAILS | {"tags": ["Kinder"]}
    make_event(app, title="Straßenfest", place_name="Posthof", organiser_id=club_id, details=details, changes=[change])
    make_event(app, title="Anderes", teaser="", body="")
    assert [one.split()[0] for one in seen(client, f"?from=2026-06-01&q={q}")] == ["Sondertitel"]
    assert seen(client, "?from=2026-06-01&q=fehlt") == []


def test_days_count_what_is_listed_on_each_and_add_up_to_the_list(client: TenantClient, app: Flask) -> None:
    make_event(app, title="Markt", timing={"start": "2026-06-12T08:00", "rrule": "FREQ=WEEKLY;COUNT=3"})
    make_event(app, title="Fest", timing={"start": "2026-06-11", "end": "2026-06-14", "all_day": True})
    make_event(app, title="Tanz", timing={"start": "2026-06-12T21:00", "end": "2026-06-13T02:00"})
    make_event(app, title="Fällt aus", event_status="cancelled", timing={"start": "2026-06-12T19:00"})
    days = client.get("/api/v1/events/days?from=2026-06-12&to=2026-06-20").json
    assert days == [
        {"day": "2026-06-12", "count": 4, "cancelled": 1, "begins": 4},
        {"day": "2026-06-13", "count": 1, "cancelled": 0, "begins": 0},
        {"day": "2026-06-14", "count": 1, "cancelled": 0, "begins": 0},
        {"day": "2026-06-19", "count": 1, "cancelled": 0, "begins": 1},
    ]
    for day in days:
        assert len(seen(client, f"?from={day['day']}&to={day['day']}")) == day["count"]
    assert sum(day["begins"] for day in days) == len(seen(client, "?from=2026-06-12&to=2026-06-20"))
    assert client.get("/api/v1/events/days?from=2026-06-12&to=2026-09-19").status_code == 200
    assert client.get("/api/v1/events/days?from=2026-06-12&to=2026-09-20").status_code == 422


def test_days_from_now_on_leave_out_what_is_over_and_say_when_that_changes(app: Flask) -> None:
    make_event(app, timing={"start": "2026-06-12T08:00", "end": "2026-06-12T09:00", "rrule": "FREQ=DAILY;COUNT=2"})
    with scope(app, tenant_id(app, "alpha"), write=False):
        for now, counts, until in (
            (at(8, 59), [1, 1], at(9)),
            (at(9), [1], at(24)),
            (at(9, day=13), [], at(24, day=13)),
        ):
            days, lasts = operations.count_days(Span(now))
            assert ([day["count"] for day in days], lasts) == (counts, until)
        assert operations.count_days(Span(at(8), since=NOW.date()))[1] is None


@pytest.mark.parametrize("query", ["from=2026-06-12&to=2026-06-11", "from=2026-06-12&to=2020-01-01"])
def test_a_span_that_ends_before_it_begins_holds_nothing(client: TenantClient, app: Flask, query: str) -> None:
    make_event(app, timing={"start": "2026-05-01", "end": "2026-07-01", "all_day": True})
    make_event(app, timing={"start": "2026-06-11T20:00", "end": "2026-06-12T20:00"})
    assert client.get(f"/api/v1/events?{query}").json == []
    assert client.get(f"/api/v1/events/days?{query}").json == []


def test_a_day_that_is_over_does_not_hold_what_runs(app: Flask) -> None:
    make_event(app, timing={"start": "2026-05-01", "end": "2026-07-01", "all_day": True})
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert operations.list_events(Span(at(12), to=at(12).date())).rows != []
        assert operations.list_events(Span(at(12), to=at(12, day=11).date())).rows == []
