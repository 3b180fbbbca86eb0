# SPDX-License-Identifier: EUPL-1.2
"""Editors look after offices: hours and exceptions, what residents ask for most, sources and their keys."""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from backend.db import db
from backend.jobs import scope
from backend.sealing import unseal
from backend.services.models import Origin, Service, ServiceSource
from tests.accounts.people import Desk, at_work, log_of
from tests.conftest import TenantClient
from tests.factories import tenant_id
from tests.news.desk import AS_NEW
from tests.services import staff
from tests.services.entries import assign, make_office, make_service, plant

EXCEPTION = {"first_day": "2099-12-24", "last_day": "2099-12-31", "closed": True, "hours": [], "text": "Feiertage"}
OPEN = {"from": "10:00", "to": "11:00", "note": "nur mit Termin"}


@pytest.fixture
def editor(app: Flask) -> Desk:
    return at_work(app, "redaktion@alpha.de")


def change(editor: Desk, office: Any, **details: Any) -> Any:
    seen = editor.api("GET", f"/services/offices/{office}").json
    return editor.api("PUT", f"/services/offices/{office}", staff.office(**details), version=seen["version"])


def test_an_office_is_made_changed_and_deleted(app: Flask, editor: Desk, client: TenantClient) -> None:
    path = f"/services/offices/{uuid.uuid4()}"
    made = editor.api("PUT", path, staff.office(), headers=AS_NEW)
    assert made.status_code == 201 and made.json["may"] == ["delete"] and made.json["edited"]
    assert editor.api("PUT", path, staff.office(), headers=AS_NEW).status_code == 200
    assert editor.api("PUT", path, staff.office(name="Anders"), headers=AS_NEW).status_code == 412
    hours = [{"days": [4, 0, 4], "from": "08:00", "to": "24:00", "note": " nur mit Termin "}]
    shorter = EXCEPTION | {"last_day": "2099-12-24", "closed": False, "hours": [OPEN]}
    answer = editor.api("PUT", path, staff.office(hours=hours, exceptions=[EXCEPTION, shorter]), version=1)
    assert answer.json["version"] == 2
    public = client.get(f"/api/v1{path}").json
    assert public["hours"] == [{"days": [0, 4], "from": "08:00", "to": "24:00", "note": "nur mit Termin"}]
    assert public["exceptions"] == [EXCEPTION, shorter]
    again = editor.api("PUT", path, staff.office(hours=hours, exceptions=[shorter, EXCEPTION]), version=2)
    assert again.json["version"] == 3  # of equal length the last counts, so their order means something
    assert editor.api("PUT", path, staff.office(), version=2).json["current"]["version"] == 3
    assert editor.api("DELETE", path, version=3).status_code == 204
    assert client.get(f"/api/v1{path}").status_code == 404
    assert log_of(app)[-4:] == ["office.added", "office.changed", "office.changed", "office.deleted"]


def test_what_others_gave_is_hidden_not_deleted(app: Flask, editor: Desk, client: TenantClient) -> None:
    for office in (make_office(app, key="amt"), make_office(app, origin=Origin.PVOG)):
        assert editor.api("DELETE", f"/services/offices/{office}", version=1).status_code == 409
        assert change(editor, office, hidden=True).json["hidden"]
        assert client.get(f"/api/v1/services/offices/{office}").status_code == 404
    assert [row["hidden"] for row in editor.api("GET", "/services/offices").json] == [True, True]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""), ("name", "\u200b"), ("name", "x" * 201), ("phone", "1\n2"), ("email", "niemand"),
        ("phone", "auf Anfrage"), ("url", "ftp://x.example"),
        ("lat", 91), ("lat", None), ("lon", "ost"), ("note", "x" * 1001), ("hidden", "ja"),
        ("hours", [{"days": [7], "from": "09:00", "to": "12:00"}]),
        ("hours", [{"days": [], "from": "09:00", "to": "12:00"}]),
        ("hours", [{"days": [1], "from": "12:00", "to": "09:00"}]),
        ("hours", [{"days": [1], "from": "9:00", "to": "12:00"}]),
        ("hours", [{"days": [1], "from": "09:00", "to": "24:30"}]),
        ("hours", [{"days": [1], "from": "09:00", "to": "12:00", "note": ""}] * 31),
        ("exceptions", [EXCEPTION | {"last_day": "2099-12-23"}]),
        ("exceptions", [EXCEPTION | {"first_day": "24.12.2099"}]),
        ("exceptions", [EXCEPTION | {"closed": False}]),
        ("exceptions", [EXCEPTION | {"last_day": "9999-12-31"}]),
        ("exceptions", [EXCEPTION] * 101), ("closure", {}),
    ],
)  # fmt: skip
def test_garbage_is_refused_by_field(app: Flask, editor: Desk, field: str, value: Any) -> None:
    answer = change(editor, make_office(app), **{field: value})
    assert answer.status_code == 422 and field in answer.json["errors"], answer.json


def test_the_list_says_how_many_services_name_an_office(app: Flask, editor: Desk) -> None:
    office = make_office(app)
    for role in ("01", "02"):
        assign(app, make_service(app, own={"title": role}), office, role=role)
    assert editor.api("GET", "/services/offices").json[0]["services"] == 2


def test_editors_choose_what_is_asked_for_most(app: Flask, editor: Desk, client: TenantClient) -> None:
    plant(app)
    before = editor.api("GET", "/services/top").json
    public = [row["id"] for row in client.get("/api/v1/services/top").json]
    assert not before["own"] and [row["id"] for row in before["items"]] == public and before["most"] == 8
    chosen = [public[2], public[0], public[2]]
    answer = editor.api("PUT", "/services/top", {"ids": chosen}, version=before["version"])
    assert answer.json["own"] and [row["id"] for row in answer.json["items"]] == chosen[:2]
    assert [row["id"] for row in client.get("/api/v1/services/top").json] == chosen[:2]
    assert editor.api("PUT", "/services/top", {"ids": []}, version=before["version"]).status_code == 412
    back = editor.api("PUT", "/services/top", {"ids": []}, version=answer.json["version"])
    assert not back.json["own"] and [row["id"] for row in client.get("/api/v1/services/top").json] == public
    assert log_of(app)[-2:] == ["services.top-changed"] * 2


def test_only_what_is_there_can_be_chosen_and_not_too_much(app: Flask, editor: Desk) -> None:
    foreign = str(make_service(app, "beta"))
    plant(app)
    with scope(app, tenant_id(app, "alpha"), write=False):
        many = [str(one) for one in db.session.scalars(select(Service.id).limit(9))]
    for ids in ([foreign], [str(uuid.uuid4())], many, ["x"], None):
        assert editor.api("PUT", "/services/top", {"ids": ids}, version=1).status_code == 422
    assert editor.api("PUT", "/services/top", {"ids": many[:8]}).status_code == 428


def make_source(app: Flask, kind: Origin, **details: Any) -> uuid.UUID:
    with scope(app, tenant_id(app, "alpha")):
        row = ServiceSource(
            key=kind.value,
            kind=kind,
            name="Land",
            url="https://api.example",
            **{"settings": {}, "report": {}} | details,
        )
        row.progress = {}
        db.session.add(row)
        db.session.flush()
        return row.id


def test_a_key_goes_in_and_never_comes_out(app: Flask) -> None:
    admin = at_work(app, "verwaltung@alpha.de", ("ADMIN",))
    source = make_source(app, Origin.INFODIENSTE, report={"added": 3, "other": 1})
    (row,) = admin.api("GET", "/services/sources").json
    assert (row["secret"], row["kind"], row["report"]["added"]) == ("unset", "infodienste", 3)
    path = f"/services/sources/{source}/key"
    assert admin.api("PUT", path, {"key": "geheim-1234"}).status_code == 204
    answer = admin.api("GET", "/services/sources")
    assert answer.json[0]["secret"] == "set" and "geheim" not in answer.text
    with scope(app, tenant_id(app, "alpha"), write=False):
        sealed = db.session.scalar(select(ServiceSource.sealed)) or ""
        assert "geheim" not in sealed and unseal(sealed) == "geheim-1234"
    assert admin.api("PUT", path, {"key": "mit blank und\nzeile"}).status_code == 422
    assert [admin.api("DELETE", path).status_code for _ in range(2)] == [204, 204]
    assert log_of(app)[-2:] == ["services.source-key-set", "services.source-key-removed"]
    editor = at_work(app, "redaktion@alpha.de")
    assert editor.api("PUT", path, {"key": "geheim-1234"}).status_code == 403


def test_a_source_without_a_key_takes_none(app: Flask) -> None:
    admin = at_work(app, "verwaltung@alpha.de", ("ADMIN",))
    source = make_source(app, Origin.PVOG)
    assert admin.api("GET", "/services/sources").json[0]["secret"] is None
    answer = admin.api("PUT", f"/services/sources/{source}/key", {"key": "geheim-1234"})
    assert (answer.status_code, answer.json["code"]) == (409, "no-key-needed")


def test_an_import_is_asked_for_once(app: Flask, editor: Desk) -> None:
    source = make_source(app, Origin.PVOG)
    assert [editor.api("POST", f"/services/sources/{source}/run").status_code for _ in range(2)] == [202, 202]
    assert editor.api("GET", "/services/sources").json[0]["running"]
    assert log_of(app).count("services.source-run") == 1
    # A whole directory takes its time; after an hour the run was lost, with its worker.
    for minutes, times in ((40, 1), (61, 2)):
        with scope(app, tenant_id(app, "alpha")):
            row = db.session.get_one(ServiceSource, source)
            row.running_since = datetime.now(UTC) - timedelta(minutes=minutes)
        editor.api("POST", f"/services/sources/{source}/run")
        assert log_of(app).count("services.source-run") == times
