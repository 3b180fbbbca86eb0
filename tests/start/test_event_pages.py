# SPDX-License-Identifier: EUPL-1.2
"""What Start, the search and a shared link say of events."""

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from flask import Flask

from backend.events.models import EventStatus
from backend.events.wording import in_words
from backend.start.event_data import event_dates
from tests.conftest import TenantClient, client_of
from tests.factories import DETAILS, make_event, make_event_category, make_tenant

NOW = datetime.now(UTC)


def local(days: float, *, all_day: bool = False) -> str:
    """A local time so many days from now."""
    moment = (NOW + timedelta(days=days)).astimezone(ZoneInfo("Europe/Berlin"))
    return moment.strftime("%Y-%m-%d" if all_day else "%Y-%m-%dT%H:%M")


def data_of(client: TenantClient, path: str) -> Any:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', client.get(path).text)
    assert found
    return json.loads(found[1])


def test_start_shows_the_next_three_dates_and_the_categories(client: TenantClient, app: Flask) -> None:
    music = make_event_category(app, "alpha", "musik", "Musik")
    make_event(app, now=NOW, title="Vorbei", timing={"start": local(-1)})
    make_event(app, now=NOW, title="Chor", category_id=music, timing={"start": local(1), "rrule": "FREQ=DAILY;COUNT=2"})
    make_event(app, now=NOW, title="Fest", timing={"start": local(0), "end": local(2), "all_day": False})
    make_event(app, now=NOW, title="Später", timing={"start": local(9)})
    start = client.get("/api/v1/bootstrap").json["events"]
    assert [item["title"] for item in start["items"]] == ["Fest", "Chor", "Chor"]
    assert start["categories"] == [{"slug": "musik", "name": "Musik"}]


def test_a_municipality_without_events_has_none_of_it(app: Flask) -> None:
    make_tenant(app, "gamma", modules=["news"])
    gamma = client_of(app, "gamma")
    event = make_event(app, "gamma", now=NOW, timing={"start": local(1)})
    assert gamma.get("/api/v1/bootstrap").json["events"] is None
    assert gamma.get("/api/v1/search?q=burgkonzert").json == []
    for path in ("", "/days", "/categories", f"/{event}"):
        assert gamma.get(f"/api/v1/events{path}").status_code == 404
    for path in ("/termine", f"/termine/{event}", "/termine/abonnieren", "/termine/vorschlagen"):
        assert gamma.get(path).status_code == 404


def test_the_search_finds_an_event_once_with_its_next_date(client: TenantClient, app: Flask) -> None:
    make_event(app, now=NOW, title="Chorprobe", timing={"start": local(-6), "rrule": "FREQ=WEEKLY"})
    make_event(app, now=NOW, title="Chorfest", timing={"start": local(3, all_day=True), "all_day": True})
    make_event(app, now=NOW, title="Chor gestern", timing={"start": local(-1)})
    hits = client.get("/api/v1/search?q=chor").json
    assert [(hit["type"], hit["title"], hit["all_day"]) for hit in hits] == [
        ("event", "Chorprobe", False),
        ("event", "Chorfest", True),
    ]
    assert hits[0]["path"] == f"/termine/{hits[0]['id']}"
    assert NOW < datetime.fromisoformat(hits[0]["date"]) < NOW + timedelta(days=2)


@pytest.mark.parametrize("status", ["scheduled", "cancelled", "postponed"])
def test_a_find_says_whether_it_takes_place(client: TenantClient, app: Flask, status: str) -> None:
    make_event(app, now=NOW, event_status=EventStatus(status), timing={"start": local(1)})
    assert [hit["status"] for hit in client.get("/api/v1/search?q=burgkonzert").json] == [status]


def test_a_shared_event_says_when_and_where_and_is_data(client: TenantClient, app: Flask) -> None:
    place = {"name": "Burg", "address": "Burgstraße 1", "lat": 52.1, "lon": 12.6, "access": None}
    price = {"kind": "paid", "amounts": [{"label": "Kinder", "cents": 450}], "text": None}
    organiser = {"name": "Chor", "email": "a@example.org", "phone": None, "url": "https://chor.example"}
    event = make_event(
        app,
        title="Konzert <laut>",
        place_name="Burg",
        details=DETAILS | {"place": place, "price": price, "organiser": organiser},
        timing={"start": "2027-06-12T20:00", "end": "2027-06-12T22:00"},
    )
    text = client.get(f"/termine/{event}").text
    assert "<title>Konzert &lt;laut&gt; · Alpha</title>" in text
    assert 'content="Samstag, 12. Juni 2027, 20:00 Uhr · Burg · Mit Blaskapelle."' in text
    assert 'type="text/calendar" href="/feeds/events.ics"' in text
    data = data_of(client, f"/termine/{event}")
    assert data["@type"] == "Event"
    assert data["startDate"] == "2027-06-12T20:00:00+02:00"
    assert data["endDate"] == "2027-06-12T22:00:00+02:00"
    assert data["eventStatus"] == "https://schema.org/EventScheduled"
    assert data["location"]["geo"] == {"@type": "GeoCoordinates", "latitude": 52.1, "longitude": 12.6}
    assert data["offers"] == [{"@type": "Offer", "name": "Kinder", "price": "4.50", "priceCurrency": "EUR"}]
    assert data["organizer"] == {"@type": "Organization", "name": "Chor", "url": "https://chor.example"}
    assert "a@example.org" not in text


def test_a_series_is_an_event_for_each_of_its_dates(client: TenantClient, app: Flask) -> None:
    event = make_event(
        app,
        timing={"start": "2027-06-12", "end": "2027-06-13", "all_day": True, "rrule": "FREQ=WEEKLY;COUNT=3"},
        changes=[
            {"at": "2027-06-19", "status": "cancelled"},
            {"at": "2027-06-26", "start": "2027-06-27", "end": "2027-06-27"},
        ],
    )
    dates = data_of(client, f"/termine/{event}")["@graph"]
    assert [(date["startDate"], date["endDate"], date["eventStatus"].rsplit("/", 1)[1]) for date in dates] == [
        ("2027-06-12", "2027-06-13", "EventScheduled"),
        ("2027-06-19", "2027-06-20", "EventCancelled"),
        ("2027-06-27", "2027-06-27", "EventRescheduled"),
    ]
    assert dates[2]["previousStartDate"] == "2027-06-26"
    listed = data_of(client, "/termine")
    assert [item["item"]["startDate"] for item in listed["itemListElement"]] == [
        "2027-06-12",
        "2027-06-19",
        "2027-06-27",
    ]


def test_one_date_elsewhere_leaves_the_others_where_they_are(client: TenantClient, app: Flask) -> None:
    place = {"name": "Burg", "address": "Burgstraße 1", "lat": None, "lon": None, "access": None}
    event = make_event(
        app,
        place_name="Burg",
        details=DETAILS | {"place": place},
        timing={"start": "2027-06-12T20:00", "rrule": "FREQ=WEEKLY;COUNT=3"},
        changes=[{"at": "2027-06-19T20:00", "place_name": "Kirche", "title": "Kirchenkonzert"}],
    )
    dates = data_of(client, f"/termine/{event}")["@graph"]
    assert [(date["name"], date["location"].get("address")) for date in dates] == [
        ("Burgkonzert", "Burgstraße 1"),
        ("Kirchenkonzert", None),
        ("Burgkonzert", "Burgstraße 1"),
    ]
    assert dates[1]["location"] == {"@type": "Place", "name": "Kirche"}


def test_a_place_may_be_an_address_alone(client: TenantClient, app: Flask) -> None:
    place = {"name": "", "address": "Burgstraße 1", "lat": None, "lon": None, "access": None}
    event = make_event(app, now=NOW, place_name=None, details=DETAILS | {"place": place}, timing={"start": local(1)})
    location = {"@type": "Place", "name": "Stadt Alpha", "address": "Burgstraße 1"}
    assert data_of(client, f"/termine/{event}")["location"] == location


@pytest.mark.parametrize(("status", "word"), [("cancelled", "Abgesagt"), ("postponed", "Verschoben")])
def test_a_shared_link_says_that_a_date_does_not_take_place(
    client: TenantClient, app: Flask, status: str, word: str
) -> None:
    event = make_event(
        app, timing={"start": "2027-06-12T20:00"}, changes=[{"at": "2027-06-12T20:00", "status": status}]
    )
    said = f'property="og:description" content="{word}: Samstag, 12. Juni 2027, 20:00 Uhr · Burghof'
    assert said in client.get(f"/termine/{event}").text


def test_the_page_of_an_event_that_is_not_there_is_404_and_still_the_shell(client: TenantClient, app: Flask) -> None:
    event = make_event(app)
    for path in ("/termine/quatsch", f"/termine/{str(event).upper()}", "/termine/vorschlag", f"/termine/{event}/mehr"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert '<div id="app">' in answer.text
    status = client.get("/termine/vorschlag/1")
    assert status.status_code == 200
    assert "noindex" in status.text


def test_the_head_of_an_event_ends_with_its_date(client: TenantClient, app: Flask) -> None:
    event = make_event(app, now=NOW, timing={"start": local(1), "rrule": "FREQ=DAILY;COUNT=2"})
    client.get(f"/termine/{event}")
    cache: Any = app.wsgi_app
    cache = getattr(cache, "application", cache)
    entry = next(entry for key, entry in cache.entries.items() if key[2] == f"/termine/{event}")
    assert NOW.timestamp() < entry.valid_until < (NOW + timedelta(days=1, minutes=1)).timestamp()


@pytest.mark.parametrize(
    ("status", "moved", "word"),
    [
        (EventStatus.SCHEDULED, False, "EventScheduled"),
        (EventStatus.SCHEDULED, True, "EventRescheduled"),
        (EventStatus.POSTPONED, True, "EventPostponed"),
        (EventStatus.CANCELLED, False, "EventCancelled"),
    ],
)
def test_the_status_is_the_word_of_schema_org(status: EventStatus, moved: bool, word: str) -> None:
    start = datetime(2027, 6, 12, 18, tzinfo=UTC)
    event = {
        "id": 1, "title": "Fest", "teaser": "", "body": "", "image": None, "place": None, "organiser": None, "next": [],
        "price": {"kind": "free", "amounts": [], "text": None}, "date": "2027-06-12T20:00", "starts_at": start,
        "ends_at": None, "all_day": False, "first_day": start.date(), "last_day": start.date(), "status": status,
        "previous_start": start - timedelta(hours=1) if moved else None, "place_name": None,
    }  # fmt: skip
    data = event_dates(event, {"origin": "https://a", "kind": "Stadt", "name": "Alpha"})
    assert data["eventStatus"] == f"https://schema.org/{word}"
    assert data["location"]["name"] == "Stadt Alpha"
    assert data["isAccessibleForFree"] is True
    assert ("previousStartDate" in data) is moved


def test_dates_are_said_in_words() -> None:
    start = datetime(2026, 12, 8, 13, 30, tzinfo=UTC)
    day, later = start.date(), start.date() + timedelta(days=2)
    assert in_words(start, day, day, all_day=False) == "Dienstag, 8. Dezember 2026, 14:30 Uhr"
    assert in_words(start, day, day, all_day=True) == "Dienstag, 8. Dezember 2026"
    assert in_words(start, day, later, all_day=True) == "Dienstag, 8. Dezember bis Donnerstag, 10. Dezember 2026"
