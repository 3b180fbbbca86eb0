# SPDX-License-Identifier: EUPL-1.2
"""Calendars that others keep come in: new, changed, gone, broken; served by a real HTTP server."""

import threading
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from backend.config import Settings
from backend.db import db
from backend.events.importing import IMPORTER
from backend.events.merging import GONE
from backend.events.models import Event, EventOccurrence, EventSource
from backend.importing import Report
from backend.jobs import scope
from backend.publishing import Status, withdraw
from backend.push.models import PushMessage
from tests.conftest import TenantClient
from tests.events.feeding import calendar, event, exported
from tests.factories import make_event_category, tenant_id
from tests.serving import Site, serving

SOON = date.today() + timedelta(days=40)
START = f"DTSTART;TZID=Europe/Berlin:{SOON:%Y%m%d}T190000"
CONCERT = event("SUMMARY:Konzert", "LOCATION:Burg", uid="konzert", start=START)
MARKET = event("SUMMARY:Markt", "CATEGORIES:Markt und Fest", uid="markt", start=START)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        site.serve("/a.ics", "text/calendar; charset=utf-8", calendar(CONCERT, MARKET))
        yield site


@pytest.fixture
def settings(settings: Settings, site: Site) -> Settings:
    """The usual settings, and the local server allowed."""
    return replace(settings, outbound_allow=site.allow)


def make_source(app: Flask, url: str, slug: str = "alpha", **details: object) -> uuid.UUID:
    with scope(app, tenant_id(app, slug)):
        source = EventSource(**{"key": "verein", "url": url, "name": "Heimatverein"} | details)
        db.session.add(source)
        db.session.flush()
        return source.id


def run(app: Flask, source_id: uuid.UUID, slug: str = "alpha") -> Report:
    with scope(app, tenant_id(app, slug), write=False):
        return IMPORTER.run(source_id)


def serve(site: Site, *events: str) -> None:
    site.serve("/a.ics", "text/calendar", calendar(*events))


def events(app: Flask, slug: str = "alpha") -> dict[str, Event]:
    with scope(app, tenant_id(app, slug), write=False):
        found = {row.title: row for row in db.session.scalars(select(Event).order_by(Event.title))}
        db.session.expunge_all()
        return found


def count_dates(app: Flask, slug: str = "alpha") -> int:
    with scope(app, tenant_id(app, slug), write=False):
        return db.session.scalar(select(func.count(EventOccurrence.id))) or 0


def titles(client: TenantClient) -> list[str]:
    return [row["title"] for row in client.get("/api/v1/events").json]


def change(app: Flask, uid: str, **values: object) -> None:
    with scope(app, tenant_id(app, "alpha")):
        row = db.session.scalars(select(Event).where(Event.uid == uid)).one()
        for name, value in values.items():
            setattr(row, name, value)


def test_a_calendar_comes_in_and_the_second_run_changes_nothing(app: Flask, site: Site, client: TenantClient) -> None:
    make_event_category(app, "alpha", "fest", "Markt und Fest")
    make_event_category(app, "alpha", "musik", "Musik und Bühne")
    source = make_source(app, site.url("/a.ics"), category="musik")
    report = run(app, source)
    assert (report.added, report.error) == (2, None)
    listed = {row["title"]: row for row in client.get("/api/v1/events").json}
    assert listed["Konzert"]["category"]["slug"] == "musik"
    assert listed["Markt"]["category"]["slug"] == "fest"
    detail = client.get(f"/api/v1/events/{listed['Konzert']['id']}").json
    assert detail["source"] == {"name": "Heimatverein", "url": None}
    assert detail["place"]["name"] == "Burg" and detail["price"]["kind"] == "unknown"
    assert run(app, source).unchanged  # the server's ETag
    serve(site, MARKET, CONCERT)
    report = run(app, source)
    assert (report.added, report.updated, report.same, report.removed) == (0, 0, 2, 0)


@pytest.mark.parametrize("name", ["nextcloud", "google", "outlook"])
def test_real_exports_come_in_with_their_dates(app: Flask, site: Site, name: str) -> None:
    site.serve("/a.ics", "text/calendar", exported(name))
    report = run(app, make_source(app, site.url("/a.ics")))
    assert report.error is None and report.skipped == 0
    assert count_dates(app) >= report.added
    unchanged = run(app, make_source(app, site.url("/a.ics"), key="zweite"))
    assert unchanged.added == report.added  # another source has its own events


def test_what_changes_there_changes_here_and_is_not_new_again(app: Flask, site: Site, client: TenantClient) -> None:
    source = make_source(app, site.url("/a.ics"))
    run(app, source)
    before = events(app)["Konzert"]
    later = START.replace("T190000", "T200000")
    serve(site, event("SUMMARY:Konzert", "LOCATION:Kirche", uid="konzert", start=later), MARKET)
    assert run(app, source).updated == 1
    after = events(app)["Konzert"]
    assert (after.id, after.sequence, after.version) == (before.id, before.sequence + 1, before.version + 1)
    assert after.published_at == before.published_at and after.updated_at > before.updated_at
    row = client.get(f"/api/v1/events/{after.id}").json
    assert row["place_name"] == "Kirche" and row["date"] == f"{SOON}T20:00"
    assert count_dates(app) == 2


def test_what_is_gone_there_goes_and_comes_back_with_it(app: Flask, site: Site, client: TenantClient) -> None:
    source = make_source(app, site.url("/a.ics"))
    run(app, source)
    serve(site, MARKET)
    assert run(app, source).removed == 1
    assert titles(client) == ["Markt"]
    assert events(app)["Konzert"].source_hash == GONE
    serve(site, MARKET, CONCERT)
    assert run(app, source).updated == 1
    assert sorted(titles(client)) == ["Konzert", "Markt"]


def test_who_has_remembered_an_event_hears_once_that_it_was_cancelled_there(app: Flask, site: Site) -> None:
    source = make_source(app, site.url("/a.ics"))
    run(app, source)
    serve(site, CONCERT.replace("SUMMARY", "STATUS:CANCELLED\r\nSUMMARY"), MARKET)
    run(app, source)
    serve(site, MARKET, CONCERT.replace("SUMMARY", "STATUS:CANCELLED\r\nSUMMARY"))
    run(app, source)
    with scope(app, tenant_id(app, "alpha"), write=False):
        (message,) = db.session.scalars(select(PushMessage)).all()
        assert message.title == "Abgesagt: Konzert"
        assert message.topics[0] == f"event:{message.subject_id}"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (calendar(MARKET)[:-20], "broken-off"),
        (b"<html>Wartungsarbeiten</html>", "not-a-calendar"),
        (b"", "not-a-calendar"),
        (calendar(), "empty"),
    ],
)
def test_a_broken_calendar_changes_nothing_and_says_why(
    app: Flask, site: Site, client: TenantClient, body: bytes, reason: str
) -> None:
    source = make_source(app, site.url("/a.ics"))
    run(app, source)
    site.serve("/a.ics", "text/calendar", body)
    report = run(app, source)
    assert report.reason == reason and report.error and report.error.endswith(".")
    assert sorted(titles(client)) == ["Konzert", "Markt"]
    with scope(app, tenant_id(app, "alpha"), write=False):
        row = db.session.get_one(EventSource, source)
        assert (row.last_reason, row.running_since) == (reason, None)
        assert row.last_success_at is not None and row.last_success_at < (row.last_run_at or datetime.min)


def test_nothing_is_removed_while_an_event_cannot_be_read(app: Flask, site: Site, client: TenantClient) -> None:
    source = make_source(app, site.url("/a.ics"))
    run(app, source)
    serve(site, MARKET, event("RRULE:FREQ=NIE", uid="kaputt"))
    report = run(app, source)
    assert (report.skipped, report.removed) == (1, 0)
    assert sorted(titles(client)) == ["Konzert", "Markt"]
    assert not run(app, source).unchanged  # it is asked for again


def test_what_editors_have_changed_or_withdrawn_is_theirs(app: Flask, site: Site) -> None:
    source = make_source(app, site.url("/a.ics"))
    run(app, source)
    change(app, "konzert", edited=True, title="Burgkonzert")
    with scope(app, tenant_id(app, "alpha")):
        withdraw(db.session.scalars(select(Event).where(Event.title == "Markt")).one(), datetime.now(UTC))
    serve(site, CONCERT.replace("Burg", "Kirche"), MARKET.replace("SUMMARY:Markt", "SUMMARY:Neuer Markt"))
    assert run(app, source).same == 2
    serve(site, event(uid="drei", start=START))
    assert run(app, source).removed == 0
    assert set(events(app)) == {"Burgkonzert", "Markt", "Konzert"}


def test_what_is_over_does_not_come_in_and_stays_when_its_calendar_drops_it(app: Flask, site: Site) -> None:
    past = date.today() - timedelta(days=3)
    old = event("SUMMARY:Gestern", uid="alt", start=f"DTSTART;TZID=Europe/Berlin:{past:%Y%m%d}T190000")
    endless = event("SUMMARY:Jeden Tag", "RRULE:FREQ=DAILY", uid="oft", start="DTSTART:20200101T190000")
    serve(site, old, endless, CONCERT)
    source = make_source(app, site.url("/a.ics"))
    assert run(app, source).added == 2
    change(app, "konzert", timing=events(app)["Konzert"].timing | {"start": f"{past}T19:00"})
    serve(site, endless)
    assert run(app, source).removed == 0
    assert events(app)["Konzert"].status is Status.PUBLISHED


def test_own_events_and_those_of_another_municipality_are_left_alone(
    app: Flask, site: Site, client: TenantClient, other: TenantClient
) -> None:
    run(app, make_source(app, site.url("/a.ics"), slug="beta"), slug="beta")
    serve(site, MARKET)
    source = make_source(app, site.url("/a.ics"))
    run(app, source)
    assert titles(client) == ["Markt"]
    assert sorted(titles(other)) == ["Konzert", "Markt"]


def test_two_imports_at_once_give_each_event_once(app: Flask, site: Site) -> None:
    source, alpha = make_source(app, site.url("/a.ics")), tenant_id(app, "alpha")
    together, errors = threading.Barrier(4), []

    def work() -> None:
        try:
            together.wait()
            with scope(app, alpha, write=False):
                IMPORTER.run(source)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert len(events(app)) == count_dates(app) == 2


def test_the_sweep_names_each_calendar_once_in_its_time(app: Flask, site: Site) -> None:
    source = make_source(app, site.url("/a.ics"))
    make_source(app, site.url("/b.ics"), key="aus", active=False)
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert IMPORTER.due() == [str(source)]
        assert IMPORTER.due() == []


def test_the_operator_imports_and_sees_how_it_went(app: Flask, site: Site, tmp_path: Path) -> None:
    make_source(app, site.url("/a.ics"))
    make_source(app, site.url("/fehlt.ics"), key="weg")
    done = app.test_cli_runner().invoke(args=["events", "import", "--tenant", "alpha"])
    assert done.exit_code == 1
    assert "alpha: verein: 2 new, 0 updated, 0 unchanged" in done.output
    assert "alpha: weg: failed, nothing changed" in done.output
    shown = app.test_cli_runner().invoke(args=["events", "sources"]).output
    assert "verein  ok" in shown and "weg  broken" in shown
