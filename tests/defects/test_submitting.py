# SPDX-License-Identifier: EUPL-1.2
"""A report arrives exactly once, with everything that belongs to it, and what makes no sense is answered by field."""

import io
import uuid
from datetime import UTC, datetime
from typing import Any

import orjson
import pytest
from flask import Flask
from sqlalchemy import select

from backend.db import db
from backend.defects import routes_own
from backend.defects.models import DefectContact, DefectEntry, DefectPhoto, DefectReport
from backend.defects.states import Audience, DefectStatus
from backend.defects.submission import topic_of
from backend.jobs import scope
from tests.conftest import TenantClient, client_of
from tests.defects.reports import make_defect_category
from tests.defects.submitting import API, SECRET, bearer, kept, own, private_files, report, submit, submitted
from tests.factories import tenant_id
from tests.media.images import picture

QUESTIONS = [
    {"code": "mast", "label": "Mastnummer", "help": None, "kind": "number", "required": False, "options": []},
    {
        "code": "wie", "label": "Wie ist sie?", "help": None, "kind": "choice", "required": True,
        "options": [{"key": "aus", "label": "ganz aus"}, {"key": "flackert", "label": "flackert"}],
    },
    {
        "code": "wann", "label": "Wann?", "help": None, "kind": "choices", "required": False,
        "options": [{"key": "frueh", "label": "morgens"}, {"key": "spaet", "label": "abends"}],
    },
    {"code": "sonst", "label": "Sonst noch", "help": None, "kind": "text", "required": False, "options": []},
]  # fmt: skip


@pytest.fixture(autouse=True)
def category(app: Flask) -> uuid.UUID:
    return make_defect_category(app)


def stored(app: Flask, report_id: str) -> DefectReport:
    with scope(app, tenant_id(app, "alpha"), write=False):
        row = db.session.scalars(select(DefectReport).where(DefectReport.id == uuid.UUID(report_id))).one()
        db.session.expunge(row)
        return row


def test_a_report_is_received_with_a_number_and_a_promise(app: Flask, client: TenantClient) -> None:
    report_id = str(uuid.uuid4())
    answer = submit(client, report_id)
    year = datetime.now(UTC).astimezone().year
    assert answer.status_code == 201 and answer.headers["Cache-Control"] == "no-store"
    assert (answer.json["id"], answer.json["status"], answer.json["photos"]) == (report_id, "received", [])
    assert answer.json["number"] == f"A-{year}-0001"
    row = stored(app, report_id)
    assert (row.status, row.title, row.text_public, row.published_at) == (DefectStatus.RECEIVED, "Licht", False, None)
    assert (row.lat, row.lon) == (52.13981, 12.59512) and row.due_on.isoformat() == answer.json["due_on"]
    assert SECRET not in (row.secret_digest, row.own_topic) and row.own_topic == topic_of(SECRET)
    with scope(app, tenant_id(app, "alpha"), write=False):
        (entry,) = db.session.scalars(select(DefectEntry))
        assert (entry.status, entry.audience) == (DefectStatus.RECEIVED, Audience.PUBLIC)
    assert submit(client, str(uuid.uuid4())).json["number"] == f"A-{year}-0002"


def test_the_topic_is_what_a_phone_makes_of_the_secret() -> None:
    # crypto.subtle.digest("SHA-256", "push:abc") as base64url, made by Node's WebCrypto.
    assert topic_of("abc") == "report:1ySu7zTrXR3aD3R7mHPSLcXRZVQ8hhpKcA6RHET1cZk"


def test_photos_come_with_it_and_stay_private(app: Flask, client: TenantClient) -> None:
    report_id = str(uuid.uuid4())
    photos = [picture(size=(1800, 1200)), picture("PNG", (700, 500))]
    answer = submit(client, report_id, photos=photos)
    assert answer.status_code == 201 and len(answer.json["photos"]) == 2
    mine = own(client, report_id).json
    assert [(one["width"], one["height"], one["public"]) for one in mine["own_photos"]] == [
        (1600, 1067, False), (700, 500, False),
    ]  # fmt: skip
    files = private_files(app)
    assert len(files) == 5 and all(path.suffix == ".webp" and path.stat().st_mode & 0o777 == 0o600 for path in files)
    for path in files:
        assert client.get(f"/media/{path.name}").status_code == 404
    assert client.get(f"{API}/{report_id}").json["photos"] == []


def test_a_repeat_gives_the_same_receipt_and_nothing_twice(app: Flask, client: TenantClient) -> None:
    report_id, photos = str(uuid.uuid4()), [picture(), picture(mode="L")]
    first = submit(client, report_id, photos=photos)
    files = private_files(app)
    for _ in range(3):
        again = submit(client_of(app, "alpha"), report_id, photos=photos)
        assert (again.status_code, again.json) == (200, first.json)
    assert (kept(app), kept(app, DefectPhoto), kept(app, DefectEntry)) == (1, 2, 1)
    assert private_files(app) == files


def test_the_report_may_come_as_field_or_as_file(client: TenantClient) -> None:
    report_id, raw = str(uuid.uuid4()), orjson.dumps(report(description="Öl läuft aus 🛢"))
    first = submit(client, report_id, raw, [picture()])
    assert first.status_code == 201
    field = {"report": raw.decode(), "photo": (io.BytesIO(picture()), "x.jpg")}
    again = client.put(f"{API}/{report_id}", data=field, content_type="multipart/form-data", headers=bearer())
    assert (again.status_code, again.json) == (200, first.json)


@pytest.mark.parametrize("change", ["text", "photo", "order", "without", "secret"])
def test_whatever_differs_under_a_known_id_is_refused(app: Flask, client: TenantClient, change: str) -> None:
    report_id, photos, body = str(uuid.uuid4()), [picture(), picture(mode="L")], report()
    assert submit(client, report_id, body, photos).status_code == 201
    files = private_files(app)
    secret = "ein-ganz-anderes-geheimnis" if change == "secret" else SECRET
    body |= {"description": "Etwas anderes."} if change == "text" else {}
    photos = {
        "photo": [picture(size=(300, 200)), photos[1]], "order": photos[::-1], "without": [],
    }.get(change, photos)  # fmt: skip
    answer = submit(client, report_id, body, photos, secret)
    assert (answer.status_code, answer.json["code"]) == (409, "id-taken")
    assert kept(app) == 1 and private_files(app) == files


def test_the_id_of_another_municipalitys_report_is_taken(app: Flask, client: TenantClient) -> None:
    make_defect_category(app, "beta")
    report_id = submitted(client)
    answer = submit(client_of(app, "beta"), report_id)
    assert (answer.status_code, answer.json["code"]) == (409, "id-taken"), "nobody learns whose it is"
    assert (kept(app), kept(app, slug="beta")) == (1, 0)
    assert own(client_of(app, "beta"), report_id).status_code == 404


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"category": "gibt-es-nicht"}, "category"),
        ({"category": ""}, "category"),
        ({"description": "", "address": "x"}, "description"),
        ({"description": "\u200b \n"}, "description"),
        ({"description": "x" * 4001}, "description"),
        ({"lat": None, "lon": None, "address": ""}, "address"),
        ({"lat": None, "lon": None, "address": " \u200b"}, "address"),
        ({"lat": 52.1, "lon": None}, "lat"),
        ({"lat": 91, "lon": 12}, "lat"),
        ({"lat": "NaN", "lon": 12}, "lat"),
        ({"lat": 52.52, "lon": 13.4}, "lat"),
        ({"address": "zwei\nZeilen"}, "address"),
        ({"address": "x" * 201}, "address"),
        *(({"contact": {"email": mail}}, "contact") for mail in ("keine", "ü@a.de", "a@b.de\u2028")),
        ({"contact": {"phone": "1", "mail_updates": True}}, "contact"),
        ({"contact": {"name": "x" * 121}}, "contact"),
        ({"answers": []}, "answers"),
        ({"elapsed_ms": -1}, "elapsed_ms"),
        ({"elapsed_ms": None}, "elapsed_ms"),
        ({"status": "resolved"}, "status"),
    ],
)
def test_what_makes_no_sense_is_answered_by_field(
    app: Flask, client: TenantClient, details: dict[str, Any], field: str
) -> None:
    answer = submit(client, str(uuid.uuid4()), report(**details))
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field]), answer.json
    assert kept(app) == 0


@pytest.mark.parametrize("raw", [b"", b"[]", b"null", b"{", b'"x"', b"[" * 100_000, b"\xff\xfe", b'{"a":NaN}', b"{}"])
def test_garbage_is_refused_in_words(app: Flask, client: TenantClient, raw: bytes) -> None:
    for photos in ((), (picture(),)):
        answer = submit(client, str(uuid.uuid4()), raw, photos)
        assert answer.status_code in (400, 422) and answer.json["code"] in ("unreadable", "invalid")
    assert kept(app) == 0


@pytest.mark.parametrize("photos", [(), (picture(),)])
def test_words_are_bounded_also_beside_photos(app: Flask, client: TenantClient, photos: tuple[bytes, ...]) -> None:
    raw = orjson.dumps(report(answers={"viel": "x" * 2_000_000}))
    answer = submit(client, str(uuid.uuid4()), raw, photos)
    assert (answer.status_code, answer.json["code"], kept(app)) == (413, "too-large", 0)


def test_half_a_sign_and_invisible_ones_do_not_lose_a_report(app: Flask, client: TenantClient) -> None:
    report_id = str(uuid.uuid4())
    body = orjson.dumps(report(description="Kaputt TEIL\u0000\u0008")).replace(b"TEIL", b"\\ud83d")
    assert submit(client, report_id, body).status_code == 201
    assert stored(app, report_id).description == "Kaputt"


def test_a_place_outside_is_refused_and_the_neighbour_named(client: TenantClient) -> None:
    answer = submit(client, str(uuid.uuid4()), report(lat=52.2005, lon=12.7700))  # Brück
    assert (answer.status_code, answer.json["code"]) == (422, "outside-municipality")
    assert answer.json["municipality"] == "Brück" and "Brück" in answer.json["detail"]
    far = submit(client, str(uuid.uuid4()), report(lat=48.1, lon=11.6)).json
    assert far["municipality"] is None and far["detail"] == "Die Stelle liegt nicht in Alpha."


def test_a_place_in_words_is_as_good_as_one_on_the_map(app: Flask, client: TenantClient) -> None:
    row = stored(app, submitted(client, lat=None, lon=None, address="Am Bahnhof, hinter dem Kiosk"))
    assert (row.lat, row.lon, row.address) == (None, None, "Am Bahnhof, hinter dem Kiosk")


def test_a_photo_says_as_much_as_a_text(app: Flask, client: TenantClient) -> None:
    submitted(client, [picture()], description="")
    assert kept(app) == 1


def test_a_pin_is_kept_to_about_a_metre(app: Flask, client: TenantClient) -> None:
    row = stored(app, submitted(client, lat=52.139812345, lon=12.595129876))
    assert (row.lat, row.lon) == (52.13981, 12.59513)


def test_answers_to_questions_are_read_and_what_is_no_longer_asked_is_left_out(
    app: Flask, client: TenantClient
) -> None:
    make_defect_category(app, code="mast", questions=QUESTIONS)
    given = {"wie": "aus", "mast": 417, "wann": ["spaet", "frueh", "spaet"], "sonst": " ja ", "alt": "weg"}
    report_id = submitted(client, category="mast", answers=given)
    assert stored(app, report_id).answers == {
        "wie": "aus", "mast": 417, "wann": ["spaet", "frueh"], "sonst": "ja",
    }  # fmt: skip
    assert own(client, report_id).json["answers"] == [
        {"label": "Mastnummer", "value": "417"},
        {"label": "Wie ist sie?", "value": "ganz aus"},
        {"label": "Wann?", "value": "abends, morgens"},
        {"label": "Sonst noch", "value": "ja"},
    ]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "answers.wie"),
        ({"wie": "gibt-es-nicht-mehr"}, "answers.wie"),
        ({"wie": ["aus"]}, "answers.wie"),
        ({"wie": "aus", "mast": "viele"}, "answers.mast"),
        ({"wie": "aus", "mast": True}, "answers.mast"),
        ({"wie": "aus", "mast": 1e300}, "answers.mast"),
        ({"wie": "aus", "wann": "spaet"}, "answers.wann"),
        ({"wie": "aus", "wann": [{}]}, "answers.wann"),
        ({"wie": "aus", "sonst": "x" * 1001}, "answers.sonst"),
        ({"wie": "aus", "sonst": 7}, "answers.sonst"),
    ],
)
def test_answers_that_do_not_fit_are_refused(app: Flask, client: TenantClient, given: Any, field: str) -> None:
    make_defect_category(app, code="mast", questions=QUESTIONS)
    answer = submit(client, str(uuid.uuid4()), report(category="mast", answers=given))
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field]), answer.json


def test_a_category_that_was_switched_off_takes_nothing(app: Flask, client: TenantClient) -> None:
    make_defect_category(app, code="alt", active=False)
    make_defect_category(app, "beta", code="fremd")
    for code in ("alt", "fremd"):
        assert list(submit(client, str(uuid.uuid4()), report(category=code)).json["errors"]) == ["category"]


@pytest.mark.parametrize("trap", [{"website": "https://spam.example"}, {"elapsed_ms": 300}])
def test_a_machine_is_answered_like_everybody_and_nothing_is_kept(
    app: Flask, client: TenantClient, trap: dict[str, Any]
) -> None:
    answer = submit(client, str(uuid.uuid4()), report(**trap), [picture()])
    person = submit(client, str(uuid.uuid4()), report(), [picture()])
    assert (answer.status_code, {*answer.headers.keys()}) == (person.status_code, {*person.headers.keys()})
    same = {name: value for name, value in person.json.items() if name not in ("id", "received_at")}
    assert {name: answer.json[name] for name in same} == same
    assert kept(app) == 1 and len(private_files(app)) == 2


@pytest.mark.parametrize("secret", [None, "", "kurz", "ü" * 30, "x" * 300])
def test_without_a_secret_worth_the_name_nothing_is_taken(app: Flask, client: TenantClient, secret: str | None) -> None:
    assert submit(client, str(uuid.uuid4()), secret=secret and secret.encode().decode("latin-1")).status_code == 401
    assert kept(app) == 0


def test_a_contact_is_sealed_in_a_row_of_its_own_and_an_empty_one_is_none(app: Flask, client: TenantClient) -> None:
    contact = {"name": "Rita Regen", "email": "rita@example.org", "phone": "", "mail_updates": False}
    report_id = submitted(client, contact=contact)
    submitted(client, contact={"name": " ", "email": "", "phone": ""})
    assert kept(app, DefectContact) == 1
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert "Rita" not in db.session.scalars(select(DefectContact.sealed)).one()
    assert own(client, report_id).json["contact"] == contact


def test_more_than_five_photos_are_refused(app: Flask, client: TenantClient) -> None:
    photos = [picture(size=(100 + step, 100)) for step in range(6)]
    answer = submit(client, str(uuid.uuid4()), photos=photos)
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["photo"])
    assert submit(client, str(uuid.uuid4()), photos=photos[:5]).status_code == 201


def test_the_same_photo_twice_is_one(app: Flask, client: TenantClient) -> None:
    answer = submit(client, str(uuid.uuid4()), photos=[picture(), picture()])
    assert answer.status_code == 201 and len(answer.json["photos"]) == 1 == kept(app, DefectPhoto)


def test_who_tries_too_often_waits(client: TenantClient, monkeypatch: pytest.MonkeyPatch) -> None:
    tries = routes_own.SUBMITTING.tries
    answers = [submit(client, str(uuid.uuid4()), b"{").status_code for _ in range(tries + 1)]
    assert set(answers[:-1]) == {400} and answers[-1] == 429
