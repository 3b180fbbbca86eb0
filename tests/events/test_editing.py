# SPDX-License-Identifier: EUPL-1.2
"""An event from the first word to residents, as editors see it; the verbs themselves are tested with news."""

import uuid
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from backend.db import db
from backend.events.models import Event
from backend.jobs import scope
from tests.accounts.people import Desk, at_work, log_of
from tests.conftest import TenantClient
from tests.events.desk import (
    AS_NEW,
    change,
    content,
    do,
    local,
    make_category,
    make_draft,
    make_organiser,
    publish,
    save,
    seen,
    timing,
)
from tests.factories import tenant_id
from tests.news.desk import later, listening, make_picture, picture


@pytest.fixture
def editor(app: Flask) -> Desk:
    make_category(app, "musik", "Musik")
    return at_work(app, "eva@alpha.de")


def test_a_draft_becomes_dates_that_residents_see_and_withdrawal_takes_them_away(
    editor: Desk, client: TenantClient
) -> None:
    draft = make_draft(editor, category="musik")
    assert (draft["state"], draft["lacks"], "publish" in draft["may"]) == ("draft", [], True)
    assert client.get("/api/v1/events").json == []
    event = publish(editor, draft)
    (date,) = client.get("/api/v1/events").json
    assert (date["id"], date["title"], date["category"]["slug"]) == (event["id"], "Adventskonzert", "musik")
    withdrawn = do(editor, event, "withdrawal").json
    assert withdrawn["state"] == "withdrawn"
    assert client.get("/api/v1/events").json == []
    again = publish(editor, do(editor, withdrawn, "restoration").json)
    assert (again["published_at"], len(client.get("/api/v1/events").json)) == (event["published_at"], 1)


def test_everything_an_editor_says_comes_back_and_reaches_residents(
    app: Flask, editor: Desk, client: TenantClient
) -> None:
    said: dict[str, Any] = {
        "category": "musik",
        "image": picture(make_picture(app)),
        "timing": timing(rrule="freq=weekly;count=4", excluded=[{"at": local(days=14), "reason": "Ferien"}]),
        "changes": [change(local(days=21), status="cancelled", note="Sturm")],
        "organiser": {"id": None, "name": "Chor", "email": "a@b.de", "phone": None, "url": "https://chor.example"},
        "place": {"name": "Kirche", "address": "Platz 1", "lat": 52.1, "lon": 12.5, "access": "Rampe"},
        "price": {"kind": "paid", "amounts": [{"label": "Kinder", "cents": 250}], "text": "Abendkasse"},
        "registration": {"required": True, "url": "https://chor.example/a", "text": "Bis Freitag"},
        "links": [{"label": "Mehr", "url": "https://chor.example"}],
        "tags": ["Advent", "Musik", "Advent"],
    }
    event = publish(editor, make_draft(editor, **said))
    kept = event["content"]
    assert kept["timing"]["rrule"] == "FREQ=WEEKLY;COUNT=4" and kept["tags"] == ["Advent", "Musik"]
    for name in ("changes", "place", "price", "registration", "links", "organiser"):
        assert kept[name] == said[name], name
    shown = client.get(f"/api/v1/events/{event['id']}").json
    assert [date["status"] for date in shown["next"]] == ["scheduled", "cancelled", "scheduled"]
    assert shown["image"]["alt"] == "Ein Becken" and shown["organiser"]["name"] == "Chor"
    assert save(editor, event).json["unpublished_changes"] is False, "the same again is no change"


def test_texts_of_one_line_are_kept_as_one_line(editor: Desk) -> None:
    kept = make_draft(
        editor,
        price={"kind": "paid", "amounts": [{"label": " Kinder\u2028ab 6 ", "cents": 250}], "text": "Abend\x85kasse"},
        registration={"required": False, "url": None, "text": "a\ufddfb"},
        tags=[" Advent", "Advent", " "],
    )["content"]
    assert (kept["price"]["amounts"][0]["label"], kept["price"]["text"]) == ("Kinder ab 6", "Abend kasse")
    assert (kept["registration"]["text"], kept["tags"]) == ("ab", ["Advent"])


def test_changes_wait_for_their_publication(editor: Desk, client: TenantClient) -> None:
    event = publish(editor, make_draft(editor))
    changed = save(editor, event, title="Neujahrskonzert", timing=timing(local(days=9))).json
    assert changed["unpublished_changes"]
    (date,) = client.get("/api/v1/events").json
    assert (date["title"], date["date"]) == ("Adventskonzert", event["content"]["timing"]["start"])
    publish(editor, changed)
    (date,) = client.get("/api/v1/events").json
    assert (date["title"], date["date"]) == ("Neujahrskonzert", local(days=9))


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"title": " "}, "title"),
        ({"timing": timing() | {"start": None}}, "timing"),
        ({"timing": timing(local(days=3), excluded=[{"at": local(days=3), "reason": None}])}, "timing"),
        ({"unpublish_at": later(hours=-1)}, "unpublish_at"),
    ],
)
def test_publication_says_what_is_missing(editor: Desk, details: dict[str, Any], field: str) -> None:
    draft = make_draft(editor, **details)
    assert draft["lacks"] == [field]
    refused = do(editor, draft, "publication")
    assert (refused.status_code, list(refused.json["errors"])) == (422, [field])
    assert editor.api("GET", "/events").json[0]["lacks"] == [field]


def test_a_picture_needs_its_description(app: Flask, editor: Desk) -> None:
    draft = make_draft(editor, image=picture(make_picture(app), alt=""))
    assert draft["lacks"] == ["image_alt"]


@pytest.mark.parametrize(
    ("details", "path"),
    [
        ({"timing": timing(rrule="FREQ=HOURLY")}, ["timing", "rrule"]),
        ({"timing": timing(rrule="Unsinn")}, ["timing", "rrule"]),
        ({"timing": timing(rrule="FREQ=DAILY;INTERVAL=0")}, ["timing", "rrule"]),
        ({"timing": timing(end="2020-01-01T10:00")}, ["timing", "end"]),
        ({"timing": timing("2026-02-30T10:00")}, ["timing", "start"]),
        ({"timing": timing("morgen")}, ["timing", "start"]),
        ({"timing": timing(excluded=[{"at": local(days=8), "reason": None}])}, ["timing", "excluded", "0", "at"]),
        ({"changes": [change(local(days=8))]}, ["changes", "0", "at"]),
        ({"changes": [change(local(days=7), start="2030-13-01T10:00")]}, ["changes", "0", "start"]),
        ({"category": "sport"}, ["category"]),
        ({"image": picture(str(uuid.uuid4()))}, ["image", "media_id"]),
        ({"organiser": {"id": str(uuid.uuid4()), "name": "", "email": None, "phone": None, "url": None}},
         ["organiser", "id"]),
        ({"links": [{"label": "x", "url": "javascript:alert(1)"}]}, ["links", "0", "url"]),
        ({"links": [{"label": "x", "url": "https://a.example/\x00"}]}, ["links", "0", "url"]),
        ({"links": [{"label": "x", "url": "https://a.example"}] * 11}, ["links"]),
        ({"price": {"kind": "paid", "amounts": [{"label": "x", "cents": -1}], "text": None}},
         ["price", "amounts", "0", "cents"]),
        ({"price": {"kind": "cheap", "amounts": [], "text": None}}, ["price", "kind"]),
        ({"place": {"name": "x", "address": None, "lat": 91, "lon": 0, "access": None}}, ["place", "lat"]),
        ({"tags": [""]}, ["tags", "0"]),
        ({"status": "maybe"}, ["status"]),
        ({"urgent": True}, ["urgent"]),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_by_field_and_not_kept(
    editor: Desk, details: dict[str, Any], path: list[str]
) -> None:
    answer = editor.api("PUT", f"/events/{uuid.uuid4()}", content(**details), headers=AS_NEW)
    assert answer.status_code == 422
    found = answer.json["errors"]
    for part in path:
        assert list(found) == [part], answer.json["errors"]
        found = found[part]
    assert editor.api("GET", "/events").json == []


@pytest.mark.parametrize("name", content())
def test_every_field_is_required(editor: Desk, name: str) -> None:
    sent = {key: value for key, value in content().items() if key != name}
    answer = editor.api("PUT", f"/events/{uuid.uuid4()}", sent, headers=AS_NEW)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [name])


def test_two_editors_who_change_the_same_event_are_told(app: Flask, editor: Desk) -> None:
    other, event = at_work(app, "olaf@alpha.de"), make_draft(editor)
    assert save(other, event, title="Von Olaf").status_code == 200
    late = save(editor, event, title="Von Eva")
    assert (late.status_code, late.json["current"]["content"]["title"]) == (412, "Von Olaf")


def test_the_history_keeps_each_publication(editor: Desk) -> None:
    event = publish(editor, make_draft(editor))
    event = publish(editor, save(editor, event, title="Neu").json)
    lines = editor.api("GET", f"/events/{event['id']}/revisions").json
    assert [line["kind"] for line in lines] == ["published", "saved", "published", "saved"]
    first = editor.api("GET", f"/events/{event['id']}/revisions/{lines[-1]['id']}").json["content"]
    assert (first["title"], first["timing"]) == ("Adventskonzert", event["content"]["timing"])
    path = f"/events/{event['id']}/revisions/{lines[-1]['id']}/restoration"
    assert editor.api("POST", path, headers=seen(event)).json["content"]["title"] == "Adventskonzert"


def test_every_publication_counts_for_calendars(app: Flask, editor: Desk) -> None:
    event = publish(editor, make_draft(editor))
    publish(editor, save(editor, event, title="Neu").json)
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert db.session.scalars(select(Event.sequence)).one() == 2
    assert log_of(app)[-2:] == ["event.published"] * 2


def test_the_list_shows_what_to_do_first_and_then_what_comes(app: Flask, editor: Desk) -> None:
    organiser = make_organiser(app, "Posaunen")
    choir = {"id": str(organiser), "name": "", "email": None, "phone": None, "url": None}
    publish(editor, make_draft(editor, title="Vorbei", timing=timing(local(days=-7))))
    publish(editor, make_draft(editor, title="Später", timing=timing(local(days=9))))
    series = timing(local(days=-7), rrule="FREQ=DAILY;INTERVAL=4")
    publish(editor, make_draft(editor, title="Bald", timing=series, organiser=choir, category="musik"))
    make_draft(editor, title="Entwurf")
    rows = editor.api("GET", "/events").json
    assert [row["title"] for row in rows] == ["Entwurf", "Bald", "Später", "Vorbei"]
    (soon,) = [row for row in rows if row["title"] == "Bald"]
    assert (soon["recurring"], soon["organiser_name"], soon["place_name"]) == (True, "Posaunen", "Marienkirche")
    assert soon["next_date"]["first_day"] == local(days=1)[:10] and rows[-1]["next_date"] is None
    for query, titles in (
        (f"organiser={organiser}", ["Bald"]),
        ("category=musik", ["Bald"]),
        ("category=sport", []),
        ("q=posaunen", ["Bald"]),
        ("state=draft", ["Entwurf"]),
    ):
        assert [row["title"] for row in editor.api("GET", f"/events?{query}").json] == titles, query
    assert editor.api("GET", "/events/counts").json["visible"] == 3
    event = editor.api("GET", f"/events/{soon['id']}").json
    save(editor, event, title="Bald anders", organiser=None, status="cancelled")
    (row,) = editor.api("GET", f"/events?organiser={organiser}").json
    assert (row["title"], row["organiser_name"], row["event_status"]) == ("Bald anders", None, "cancelled")


def test_the_list_asks_no_more_questions_for_more_events(app: Flask, editor: Desk) -> None:
    def fill() -> None:
        publish(editor, make_draft(editor, image=picture(make_picture(app)), timing=timing(rrule="FREQ=WEEKLY")))
        make_draft(editor)

    fill()
    with listening(app) as few:
        editor.api("GET", "/events")
    fill()
    fill()
    with listening(app) as many:
        assert len(editor.api("GET", "/events").json) == 6
    assert len(many) == len(few)


def test_a_picture_in_an_event_stays_in_the_library(app: Flask, editor: Desk) -> None:
    media_id = make_picture(app)
    draft = make_draft(editor, image=picture(media_id))
    answer = editor.api("DELETE", f"/media/{media_id}", version=1)
    assert (answer.status_code, answer.json["used_in"]) == (
        409,
        [{"type": "event", "id": draft["id"], "title": "Adventskonzert"}],
    )
