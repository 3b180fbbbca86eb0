# SPDX-License-Identifier: EUPL-1.2
"""The demo's events: of every kind, on days that fit, on any day of the year."""

from datetime import date, datetime, timedelta

import pytest
from flask import Flask

from backend.demo.pictures import ART
from backend.demo.programme import FOLDER, read_programme, read_suggestions
from backend.events.editing import lacks
from backend.events.series import misses, read_series
from backend.publishing import Status
from backend.reference.holidays import Holiday
from backend.tenants.checks import DEFAULT_CATEGORIES
from backend.text import clean_html, plain
from tests.accounts.people import at_work
from tests.conftest import client_of
from tests.demo.test_demo import mark_as_demo, run
from tests.factories import make_tenant

PLACES = sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem != "gemeinsam")
SPOT = (52.1, 12.6)
DAYS = [
    datetime(2026, 11, 22, 9),
    datetime(2027, 2, 28, 0, 1),
    datetime(2028, 2, 29, 12),
    datetime(2026, 12, 31, 23, 59),
]
HOLIDAYS = [Holiday("Weihnachtsferien", date(2026, 12, 23), date(2027, 1, 2))]


@pytest.mark.parametrize("slug", [*PLACES, "anderswo"])
def test_residents_and_editors_find_something_of_every_kind(app: Flask, slug: str) -> None:
    make_tenant(app, slug)
    mark_as_demo(app, slug)
    run(app)
    client = client_of(app, slug)
    shown = client.get("/api/v1/events?page_size=100").json
    assert {row["status"] for row in shown} == {"scheduled", "cancelled", "postponed"}
    assert any(row["previous_start"] for row in shown) and any(row["all_day"] for row in shown)
    assert {row["category"]["slug"] for row in shown} >= {"musik", "familie", "fest", "sitzung", "natur", "treffen"}
    assert len({row["id"] for row in shown}) >= 12
    detail = client.get(f"/api/v1/events/{shown[0]['id']}").json
    assert "erfundenes Beispiel" in plain(detail["body"]) and detail["source"]["name"] == "Demo-Inhalt"
    editor = at_work(app, "test@demo.example", slug=slug)
    counts = editor.api("GET", "/events/counts").json
    assert (counts["draft"], counts["submitted"]) == (1, 1)
    assert [row["state"] for row in editor.api("GET", "/events/suggestions").json] == ["received", "received"]
    assert "demo content is complete" in run(app)


@pytest.mark.parametrize("now", DAYS, ids=str)
@pytest.mark.parametrize("slug", [*PLACES, "anderswo"])
def test_the_programme_is_complete_and_fits_on_any_day(slug: str, now: datetime) -> None:
    programme = read_programme(slug, "Musterstadt", SPOT, now, HOLIDAYS)
    assert len({one.key for one in programme}) == len(programme) >= 14
    for one in programme:
        assert one.category in DEFAULT_CATEGORIES["events"]
        assert "{" not in str(one.content["title"])
        assert clean_html(one.content["body"]) == one.content["body"]
        assert one.picture is None or (one.alt and (ART / f"{one.picture}.svg").exists())
        if one.status is Status.DRAFT:
            continue
        series = read_series(one.content["timing"], one.content["changes"], strict=True)
        assert misses(series) == [], one.key
        assert series.next_after(now) is not None, one.key
        assert lacks(one.content | {"image": None}, now.astimezone()) == {}


def test_what_pauses_in_the_school_holidays_says_so() -> None:
    programme = {one.key: one for one in read_programme("anderswo", "Musterstadt", SPOT, DAYS[0], HOLIDAYS)}
    excluded = programme["vorlesen"].content["timing"]["excluded"]
    assert excluded == [{"at": "2026-12-29", "reason": "Weihnachtsferien"}]
    assert programme["wochenmarkt"].content["timing"]["excluded"] == []


def test_suggestions_lie_ahead() -> None:
    for now in DAYS:
        assert all(one["start"] > f"{now + timedelta(days=1):%Y-%m-%d}" for one in read_suggestions(now))
