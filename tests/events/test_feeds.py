# SPDX-License-Identifier: EUPL-1.2
"""Events for calendar programs: the feed to subscribe to, and files with one event or one date."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import recurring_ical_events
from flask import Flask
from icalendar import Calendar, Component

from backend.db import db
from backend.events import calendars
from backend.events.ical import plain_lines
from backend.events.models import Event, EventStatus
from backend.jobs import scope
from backend.publishing import Status
from backend.reads import bump
from tests.conftest import TenantClient, client_of
from tests.factories import DETAILS, make_event, make_event_category, make_tenant, tenant_id

NOW = datetime.now(UTC)
DAY = date.today() + timedelta(days=10)
AT = f"{DAY}T19:30"
CHOIR = {"start": AT, "end": f"{DAY}T21:00", "rrule": "FREQ=WEEKLY;COUNT=4"}


def fetch(client: TenantClient, path: str = "/feeds/events.ics") -> Component:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.content_type == "text/calendar; charset=utf-8"
    return Calendar.from_ical(answer.data)


def found(calendar: Component) -> list[Component]:
    return calendar.walk("VEVENT")


def test_the_feed_names_itself_and_when_to_come_back(client: TenantClient, app: Flask) -> None:
    make_event(app, timing=CHOIR, now=NOW)
    answer = client.get("/feeds/events.ics")
    text = answer.get_data(as_text=True)
    assert "X-WR-CALNAME:Alpha: Termine\r\n" in text and "NAME:Alpha: Termine\r\n" in text
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in text and "X-PUBLISHED-TTL:PT1H\r\n" in text
    assert "SOURCE;VALUE=URI:http://alpha.localhost:8000/feeds/events.ics\r\n" in text
    assert "PRODID:-//Smart Village App//Alpha//DE\r\n" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.count("BEGIN:VTIMEZONE") == 1 and "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in text


def test_the_feed_is_the_same_bytes_until_something_changes(client: TenantClient, app: Flask) -> None:
    event = make_event(app, timing=CHOIR, now=NOW)
    first = client.get("/feeds/events.ics")
    tag = first.headers["ETag"]
    assert not tag.startswith("W/") and first.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get("/feeds/events.ics", headers={"If-None-Match": tag}).status_code == 304
    with scope(app, tenant_id(app, "alpha")):
        row = db.session.get_one(Event, event)
        row.event_status, row.sequence = EventStatus.CANCELLED, row.sequence + 1
        bump()
    changed = client.get("/feeds/events.ics", headers={"If-None-Match": tag})
    assert changed.status_code == 200
    (only,) = found(Calendar.from_ical(changed.data))
    assert (only["STATUS"], only["SEQUENCE"], only["SUMMARY"]) == ("CANCELLED", 1, "Abgesagt: Burgkonzert")


def test_one_category_has_a_feed_of_its_own(client: TenantClient, app: Flask) -> None:
    music = make_event_category(app, "alpha", "musik", "Musik und Bühne")
    make_event(app, title="Konzert", category_id=music, timing=CHOIR, now=NOW)
    make_event(app, title="Markt", timing=CHOIR, now=NOW)
    calendar = fetch(client, "/feeds/events.ics?category=musik")
    assert calendar["X-WR-CALNAME"] == "Alpha: Musik und Bühne"
    assert [event["SUMMARY"] for event in found(calendar)] == ["Konzert"]
    assert found(fetch(client, "/feeds/events.ics?category=gibtesnicht")) == []
    assert len(found(fetch(client, "/feeds/events.ics?category="))) == 2
    assert client.get("/feeds/events.ics?category=" + "x" * 100).status_code == 422


def test_an_event_has_one_name_in_all_calendars(client: TenantClient, app: Flask) -> None:
    event = make_event(app, timing={"start": AT}, now=NOW)
    name = f"{event}@alpha.localhost"
    for path in ("/feeds/events.ics", f"/api/v1/events/{event}.ics", f"/api/v1/events/{event}.ics?date={AT}"):
        assert [one["UID"] for one in found(fetch(client, path))] == [name]
    series = make_event(app, timing=CHOIR, now=NOW)
    (one,) = found(fetch(client, f"/api/v1/events/{series}.ics?date={AT}"))
    assert one["UID"] == f"{series}-on-{DAY:%Y%m%d}T1930@alpha.localhost" and "RRULE" not in one


def test_a_file_says_where_it_is_what_it_costs_and_who_holds_it(client: TenantClient, app: Flask) -> None:
    details = DETAILS | {
        "organiser": {"name": "Chor e. V.", "email": "chor@example.org", "phone": None, "url": None},
        "place": {"name": "Burg", "address": "Am Berg 1, 14806 Bad Belzig", "lat": 52.14, "lon": 12.58, "access": None},
        "price": {"kind": "paid", "amounts": [{"label": "Erwachsene", "cents": 1250}], "text": "Kinder frei"},
        "tags": ["Chor; laut, hell"],
    }
    body = "<p>Eins<br>zwei &amp; drei</p><ul><li>vier</li></ul>"
    event = make_event(app, title="Größe, Text; „Zitat“ 🎶", body=body, details=details, timing=CHOIR, now=NOW)
    answer = client.get(f"/api/v1/events/{event}.ics")
    assert answer.headers["Content-Disposition"] == 'inline; filename="groesse-text-zitat.ics"'
    (one,) = found(Calendar.from_ical(answer.data))
    assert one["SUMMARY"] == "Größe, Text; „Zitat“ 🎶"
    assert one["LOCATION"] == "Burg, Am Berg 1, 14806 Bad Belzig"
    assert (one["GEO"].latitude, one["GEO"].longitude) == (52.14, 12.58)
    assert one["CONTACT"] == "Chor e. V., chor@example.org"
    assert one["DESCRIPTION"] == (
        "Mit Blaskapelle.\n\nEins\nzwei & drei\n\n• vier\n\nEintritt: Erwachsene 12,50 €; Kinder frei"
    )
    assert one["CATEGORIES"].cats == ["Chor; laut, hell"]
    assert one["URL"] == f"http://alpha.localhost:8000/termine/{event}"
    assert "TRANSP" not in one


@pytest.mark.parametrize(
    ("change", "status", "summary", "moved"),
    [
        ({"status": "cancelled", "note": "Krank."}, "CANCELLED", "Abgesagt: Burgkonzert", False),
        ({"status": "postponed", "note": "Neuer Tag folgt."}, "CANCELLED", "Verschoben: Burgkonzert", False),
        ({"start": f"{DAY}T20:00", "note": "Später."}, "CONFIRMED", "Burgkonzert", True),
    ],
)
def test_what_becomes_of_one_date_is_said_in_feed_and_file(
    client: TenantClient, app: Flask, change: dict[str, Any], status: str, summary: str, moved: bool
) -> None:
    event = make_event(app, timing=CHOIR, changes=[{"at": AT} | change], now=NOW)
    series, one = found(fetch(client))
    alone = found(fetch(client, f"/api/v1/events/{event}.ics?date={AT}"))[0]
    assert series["STATUS"] == "CONFIRMED" and "RECURRENCE-ID" in one
    for said in (one, alone):
        assert (said["STATUS"], said["SUMMARY"]) == (status, summary)
        assert said["DESCRIPTION"].startswith(change["note"])
        assert (f"{said['DTSTART'].dt:%H:%M}" == "20:00") is moved
    days = recurring_ical_events.of(fetch(client)).between(DAY, DAY + timedelta(days=60))
    assert len(days) == 4


def test_only_what_residents_see_is_in_a_calendar(client: TenantClient, app: Flask, other: TenantClient) -> None:
    for status in (Status.DRAFT, Status.SUBMITTED, Status.WITHDRAWN):
        hidden = make_event(app, status=status, timing=CHOIR, now=NOW)
        assert client.get(f"/api/v1/events/{hidden}.ics").status_code == 404
    later = make_event(app, timing=CHOIR, publish_at=NOW + timedelta(days=1), now=NOW)
    assert client.get(f"/api/v1/events/{later}.ics").status_code == 404
    shown = make_event(app, timing=CHOIR, now=NOW)
    assert [event["UID"] for event in found(fetch(client))] == [f"{shown}@alpha.localhost"]
    assert found(fetch(other)) == []
    assert other.get(f"/api/v1/events/{shown}.ics").status_code == 404


@pytest.mark.parametrize("key", ["2020-01-01T10:00", f"{DAY}", f"{DAY + timedelta(days=7)}T19:31"])
def test_a_date_that_an_event_has_not_is_missing(client: TenantClient, app: Flask, key: str) -> None:
    event = make_event(app, timing=CHOIR, now=NOW)
    assert client.get(f"/api/v1/events/{event}.ics?date={key}").status_code == 404


def test_a_date_that_is_no_date_is_refused(client: TenantClient, app: Flask) -> None:
    event = make_event(app, timing=CHOIR, now=NOW)
    assert client.get(f"/api/v1/events/{event}.ics?date=morgen").status_code == 422
    excluded = make_event(app, timing=CHOIR | {"excluded": [{"at": AT, "reason": None}]}, now=NOW)
    assert client.get(f"/api/v1/events/{excluded}.ics?date={AT}").status_code == 404


def test_what_is_long_over_leaves_the_feed_and_keeps_its_file(client: TenantClient, app: Flask) -> None:
    past = f"{date.today() - timedelta(days=90)}T19:30"
    event = make_event(app, timing={"start": past}, now=NOW)
    assert found(fetch(client)) == []
    assert len(found(fetch(client, f"/api/v1/events/{event}.ics"))) == 1


def test_a_feed_with_too_much_keeps_what_comes_next(
    client: TenantClient, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calendars, "MOST", 2)
    for title, days in (("Fern", 300), ("Morgen", 1), ("Chor", 2)):
        start = f"{date.today() + timedelta(days=days)}T19:30"
        make_event(app, title=title, timing={"start": start, "rrule": "FREQ=WEEKLY;COUNT=9"}, now=NOW)
    assert [event["SUMMARY"] for event in found(fetch(client))] == ["Morgen", "Chor"]


def test_a_municipality_without_events_has_no_calendar(app: Flask) -> None:
    make_tenant(app, "still", modules=["news"])
    assert client_of(app, "still").get("/feeds/events.ics").status_code == 404


def test_html_becomes_lines() -> None:
    html = "<h2>Titel</h2><p>Eins <b>zwei</b><br>drei</p><p>vier</p><ol><li>a</li><li>&lt;b&gt;</li></ol>"
    assert plain_lines(html) == "Titel\nEins zwei\ndrei\n\nvier\n\n• a\n• <b>"
