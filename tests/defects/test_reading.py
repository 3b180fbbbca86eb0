# SPDX-License-Identifier: EUPL-1.2
"""What everybody reads of reports: what is published, and nothing else."""

import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask

from backend.db import db
from backend.defects.models import DefectPhoto
from backend.defects.states import Audience, DefectStatus, EntryKind
from backend.jobs import scope
from tests.conftest import TenantClient
from tests.defects.reports import NOW, add_entry, change_defect, make_defect, make_defect_category
from tests.factories import tenant_id

DEFECTS = "/api/v1/defects"
S = DefectStatus
UNSEEN: dict[str, dict[str, Any]] = {
    "received": {"status": S.RECEIVED},
    "in work but never published": {"status": S.IN_PROGRESS, "published_at": None},
    "withdrawn": {"status": S.WITHDRAWN},
    "rejected": {"status": S.REJECTED},
    "hidden": {"hidden_at": NOW},
}


def ids(answer: Any) -> list[str]:
    return [item["id"] for item in answer.json]


@pytest.mark.parametrize("name", UNSEEN)
def test_what_is_not_public_is_in_no_list_no_map_no_search_and_not_near_by(
    client: TenantClient, app: Flask, name: str
) -> None:
    make_defect(app, **UNSEEN[name])
    seen = make_defect(app)
    for path in (
        DEFECTS,
        f"{DEFECTS}?q=laterne",
        f"{DEFECTS}/points",
        f"{DEFECTS}/nearby?category=licht&lat=52.14&lon=12.59",
        "/api/v1/search?q=laterne",
    ):
        assert ids(client.get(path)) == [str(seen)], path
    assert [item["id"] for item in client.get("/api/v1/bootstrap").json["defects"]["items"]] == [str(seen)]


@pytest.mark.parametrize("name", ["withdrawn", "rejected", "hidden"])
def test_what_is_gone_answers_like_what_never_was(client: TenantClient, app: Flask, name: str) -> None:
    gone = client.get(f"{DEFECTS}/{make_defect(app, **UNSEEN[name])}")
    never = client.get(f"{DEFECTS}/{uuid.uuid4()}")
    foreign = client.get(f"{DEFECTS}/{make_defect(app, 'beta')}")
    assert gone.status_code == never.status_code == foreign.status_code == 404
    assert gone.json == never.json == foreign.json
    assert dict(gone.headers) == dict(never.headers) == dict(foreign.headers)


@pytest.mark.parametrize("name", ["received", "in work but never published"])
def test_of_what_is_not_published_everybody_learns_number_category_state_and_dates_only(
    client: TenantClient, app: Flask, name: str
) -> None:
    private = {"title": "Müller lärmt", "public_place": "bei Müller", "expected_on": date(2026, 12, 1), "supports": 3}
    report = make_defect(app, notes=("Müller war es.",), photos=2, forwarded_to="Herr Meier", **private, **UNSEEN[name])
    answer = client.get(f"{DEFECTS}/{report}").json
    promise = answer.pop("promise")
    assert promise["due_on"] == "2026-11-26"
    told = {key: value for key, value in answer.items() if value not in (None, [], 0)}
    assert told.pop("category") == {"code": "licht", "name": "Licht", "icon": "lamp"}
    status = UNSEEN[name]["status"]
    assert told == {
        "id": str(report),
        "number": "A-2026-0001",
        "title": "Licht",
        "status": status,
        "light": "red" if status == "received" else "yellow",
        "received_at": answer["received_at"],
        "updated_at": answer["received_at"],
        "due_on": "2026-11-26",
    }


def test_a_report_shows_its_text_photos_history_and_promise(client: TenantClient, app: Flask) -> None:
    answered = datetime(2026, 11, 24, 22, 30, tzinfo=UTC)
    report = make_defect(
        app,
        notes=("Der Bauhof kommt am Montag.",),
        photos=2,
        status=S.SCHEDULED,
        expected_on=date(2026, 11, 30),
        received_at=datetime(2026, 11, 21, 20, tzinfo=UTC),  # a Saturday
        answered_at=answered,
    )
    answer = client.get(f"{DEFECTS}/{report}").json
    assert (answer["status"], answer["light"], answer["expected_on"]) == ("scheduled", "yellow", "2026-11-30")
    assert answer["text"] == "Die Laterne ist dunkel."
    assert answer["photo"] == answer["photos"][0]
    assert [photo["src"] for photo in answer["photos"]] == [f"/media/{n * 32}-960.jpg" for n in ("0", "1")]
    assert [(line["status"], line["light"], line["note"]) for line in answer["history"]] == [
        ("received", "red", None),
        ("scheduled", "yellow", "Der Bauhof kommt am Montag."),
    ]
    assert answer["promise"] == {
        "days": 3,
        "due_on": "2026-11-26",
        "answered_on": "2026-11-24",
        "state": "kept",
        "used_days": 2,
    }


def test_text_is_shown_only_where_a_clerk_lets_it(client: TenantClient, app: Flask) -> None:
    report = make_defect(app, description="Anrufen unter 0171 1234567", public_text="Bitte prüfen.", text_public=False)
    answer = client.get(f"{DEFECTS}/{report}")
    assert answer.json["text"] is None
    assert client.get(f"{DEFECTS}?q=pruefen").json == []
    change_defect(app, report, text_public=True)
    answer = client.get(f"{DEFECTS}/{report}")
    assert answer.json["text"] == "Bitte prüfen."
    assert ids(client.get(f"{DEFECTS}?q=pruefen")) == [str(report)]
    assert "0171" not in answer.text


def test_the_place_is_what_the_clerk_shows_of_the_address(client: TenantClient, app: Flask) -> None:
    report = make_defect(app, address="Bei Familie Müller", public_place=None)
    assert client.get(f"{DEFECTS}/{report}").json["place"] is None
    assert client.get(f"{DEFECTS}?q=müller").json == []


@pytest.mark.parametrize("audience", [Audience.OWN, Audience.INTERNAL])
def test_what_is_said_to_the_reporter_or_among_staff_is_in_no_history_and_no_note(
    client: TenantClient, app: Flask, audience: Audience
) -> None:
    report = make_defect(app, notes=("Wir kümmern uns.",))
    with scope(app, tenant_id(app, "alpha")):
        later = NOW + timedelta(hours=1)
        add_entry(report, later, S.QUESTION, text="Welche Laterne?", audience=audience, kind=EntryKind.QUESTION)
    for path in (f"{DEFECTS}/{report}", DEFECTS):
        answer = client.get(path)
        assert "Welche" not in answer.text
    assert client.get(DEFECTS).json[0]["note"] == "Wir kümmern uns."
    assert len(client.get(f"{DEFECTS}/{report}").json["history"]) == 2


def test_only_published_photos_are_shown(client: TenantClient, app: Flask) -> None:
    report = make_defect(app, photos=2)
    with scope(app, tenant_id(app, "alpha")):
        first, second = db.session.query(DefectPhoto).order_by(DefectPhoto.position)
        first.public = False
        second.public_hash = None
    answer = client.get(f"{DEFECTS}/{report}").json
    assert (answer["photo"], answer["photos"]) == (None, [])
    assert client.get(DEFECTS).json[0]["photo"] is None
    assert "private" not in client.get(f"{DEFECTS}/{report}").text


def test_a_duplicate_shows_the_light_of_its_master_and_leads_to_it(client: TenantClient, app: Flask) -> None:
    master = make_defect(app, status=S.RESOLVED, closed_at=NOW)
    double = make_defect(app, status=S.DUPLICATE, master_id=master, closed_at=NOW)
    answer = client.get(f"{DEFECTS}/{double}").json
    assert (answer["status"], answer["light"]) == ("duplicate", "green")
    assert answer["master"] == {"id": str(master), "number": "A-2026-0001"}
    assert {item["light"] for item in client.get(DEFECTS).json} == {"green"}
    assert {point["light"] for point in client.get(f"{DEFECTS}/points").json} == {"green"}
    change_defect(app, master, hidden_at=NOW)
    assert client.get(f"{DEFECTS}/{double}").json["master"] is None


def test_that_somebody_has_reported_the_same_before_is_an_answer(client: TenantClient, app: Flask) -> None:
    double = make_defect(app, status=S.DUPLICATE, master_id=make_defect(app), closed_at=NOW, due_on=NOW.date())
    promise = client.get(f"{DEFECTS}/{double}").json["promise"]
    assert (promise["state"], promise["answered_on"]) == ("kept", "2026-11-23")
    change_defect(app, double, status=S.ACCEPTED, master_id=None, closed_at=None)
    assert client.get(f"{DEFECTS}/{double}").json["promise"]["answered_on"] is None


def test_the_history_says_to_whom_it_went_and_why_it_ended(client: TenantClient, app: Flask) -> None:
    report = make_defect(app, status=S.CLOSED_UNRESOLVED, reason="private", forwarded_to="Landkreis")
    with scope(app, tenant_id(app, "alpha")):
        to = {"forwarded_to": "Landkreis", "email": "amt@kreis.example"}
        add_entry(report, NOW, S.FORWARDED, text="Weiter an den Kreis.", details=to)
        add_entry(report, NOW + timedelta(days=1), S.CLOSED_UNRESOLVED, text="Privat.", reason="private")
    answer = client.get(f"{DEFECTS}/{report}")
    _received, forwarded, closed = answer.json["history"]
    assert (forwarded["forwarded_to"], forwarded["light"]) == ("Landkreis", "yellow")
    assert (closed["reason"], closed["light"]) == ("private", "mixed")
    assert "kreis.example" not in answer.text


def test_the_newest_change_comes_first_and_pages_never_overlap(client: TenantClient, app: Flask) -> None:
    made = [str(make_defect(app, updated_at=NOW - timedelta(hours=n // 2))) for n in range(7)]
    pages = [client.get(DEFECTS, query_string={"page": page, "page_size": 3}) for page in (1, 2, 3)]
    found = [report for page in pages for report in ids(page)]
    assert sorted(found) == sorted(made)
    moments = [item["updated_at"] for page in pages for item in page.json]
    assert moments == sorted(moments, reverse=True)
    assert '"total":7' in pages[0].headers["X-Pagination"].replace(" ", "")


def test_the_list_is_filtered_by_category_state_and_words(client: TenantClient, app: Flask) -> None:
    lamp = str(make_defect(app))
    hole = str(make_defect(app, category="strasse", title="Schlagloch", status=S.RESOLVED, closed_at=NOW))
    asked = {
        "category=strasse": [hole],
        "category=gibtsnicht": [],
        "status=open": [lamp],
        "status=closed": [hole],
        "status=closed&category=licht": [],
        "q=SCHLAGLÖCHER": [],
        "q=SCHLAGLÖCH": [hole],
        "q=schlagloch bahnhofstrasse": [hole],
        "q=A-2026-0001": [lamp],
        "q=%25": [],
    }
    for query, expected in asked.items():
        assert ids(client.get(f"{DEFECTS}?{query}")) == expected, query
        if "q=" not in query:
            assert ids(client.get(f"{DEFECTS}/points?{query}")) == expected, query


@pytest.mark.parametrize("query", ["status=rot", "category=" + "x" * 61, "q=" + "x" * 101, "page=0", "page_size=101"])
def test_bad_filters_are_refused_by_field(client: TenantClient, query: str) -> None:
    answer = client.get(f"{DEFECTS}?{query}")
    assert answer.status_code == 422
    assert query.split("=")[0] in str(answer.json["errors"])


def test_what_was_only_described_is_in_the_list_and_on_no_map(client: TenantClient, app: Flask) -> None:
    report = make_defect(app, lat=None, lon=None)
    assert ids(client.get(DEFECTS)) == [str(report)]
    assert client.get(f"{DEFECTS}/points").json == []
    assert client.get(f"{DEFECTS}/{report}").json["lat"] is None


def test_a_long_note_is_shortened_in_the_list_and_whole_in_the_history(client: TenantClient, app: Flask) -> None:
    report = make_defect(app, notes=("Erst dies.", "Wort " * 100))
    assert len(client.get(DEFECTS).json[0]["note"]) <= 160
    assert client.get(f"{DEFECTS}/{report}").json["history"][-1]["note"] == "Wort " * 100


def test_categories_come_in_the_town_halls_order_without_what_is_off_and_without_its_mail(
    client: TenantClient, app: Flask
) -> None:
    make_defect_category(app, code="zwei", name="Zwei", position=2)
    make_defect_category(app, code="aus", name="Aus", position=0, active=False)
    question = {"code": "mast", "label": "Nummer am Mast", "help": None, "kind": "text", "required": False}
    make_defect_category(
        app, code="eins", name="Eins", position=1, keywords=["Lampe"], questions=[question | {"options": []}]
    )
    make_defect_category(app, "beta", "fremd")
    answer = client.get(f"{DEFECTS}/categories")
    assert [category["code"] for category in answer.json] == ["eins", "zwei"]
    assert answer.json[0]["questions"][0]["label"] == "Nummer am Mast"
    assert "bauhof" not in answer.text


def test_nothing_of_another_municipality_is_read(client: TenantClient, other: TenantClient, app: Flask) -> None:
    make_defect_category(app, "beta")
    foreign = make_defect(app, "beta", notes=("Nur in Beta.",), photos=1)
    make_defect_category(app)
    nearby = f"{DEFECTS}/nearby?category=licht&lat=52.14&lon=12.59"
    for path in (DEFECTS, f"{DEFECTS}/points", nearby, "/api/v1/search?q=laterne"):
        assert client.get(path).json == [], path
        assert ids(other.get(path)) == [str(foreign)], path
    assert client.get(f"{DEFECTS}/{foreign}").status_code == 404
    assert client.get("/api/v1/bootstrap").json["defects"]["items"] == []
    assert "Laterne" not in client.get(f"/maengel/{foreign}").text
