# SPDX-License-Identifier: EUPL-1.2
"""Bothered too, and objections: without account and secret, once per phone, only of what is public."""

import uuid
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from backend.db import db
from backend.defects import routes_own
from backend.defects.models import DefectFlag, DefectReport, DefectSupport
from backend.defects.states import DefectStatus
from backend.jobs import scope
from tests.conftest import TenantClient
from tests.defects.reports import NOW, make_defect
from tests.defects.submitting import API, kept
from tests.factories import tenant_id

DEVICE = "ein-telefon-von-vielen"
HIDDEN: list[dict[str, Any]] = [
    {"status": DefectStatus.RECEIVED},
    {"status": DefectStatus.WITHDRAWN},
    {"status": DefectStatus.REJECTED},
    {"hidden_at": NOW},
]


def support(client: TenantClient, report_id: Any, device: Any = DEVICE) -> Any:
    return client.post(f"{API}/{report_id}/supports", json={"device": device})


def flag(client: TenantClient, report_id: Any, **details: Any) -> Any:
    body = {"device": DEVICE, "reason": "personal", "text": "Mein Kennzeichen ist zu sehen.", "elapsed_ms": 9000}
    return client.post(f"{API}/{report_id}/flags", json=body | details)


def counts(app: Flask, report_id: uuid.UUID) -> tuple[int, int]:
    with scope(app, tenant_id(app, "alpha"), write=False):
        row = db.session.get_one(DefectReport, report_id)
        return row.supports, row.flags


def test_a_phone_counts_once_and_everybody_sees_how_many(app: Flask, client: TenantClient) -> None:
    report_id = make_defect(app)
    assert client.get(f"{API}/{report_id}").json["supports"] == 0
    for _ in range(2):
        answer = support(client, report_id)
        assert (answer.status_code, answer.json, answer.headers["Cache-Control"]) == (200, {"supports": 1}, "no-store")
    assert support(client, report_id, "ein-anderes-telefon").json == {"supports": 2}
    assert client.get(f"{API}/{report_id}").json["supports"] == 2, "the kept answer is stale"


def test_nobody_can_follow_a_phone_from_one_report_to_the_next(app: Flask, client: TenantClient) -> None:
    for _ in range(2):
        support(client, make_defect(app))
    with scope(app, tenant_id(app, "alpha"), write=False):
        digests = list(db.session.scalars(select(DefectSupport.device_digest)))
    assert len(set(digests)) == 2 and DEVICE not in str(digests)


@pytest.mark.parametrize("details", HIDDEN)
def test_what_nobody_sees_is_neither_supported_nor_flagged(
    app: Flask, client: TenantClient, other: TenantClient, details: dict[str, Any]
) -> None:
    hidden, seen = make_defect(app, **details), make_defect(app)
    never = support(client, uuid.uuid4())
    for answer in (support(client, hidden), support(other, seen), flag(client, hidden), flag(other, seen)):
        assert (answer.status_code, answer.json) == (404, never.json)
    assert (kept(app, DefectSupport), kept(app, DefectFlag)) == (0, 0)


def test_a_flag_reaches_staff_and_changes_nothing_yet(app: Flask, client: TenantClient) -> None:
    report_id = make_defect(app)
    for text in ("Mein Kennzeichen ist zu sehen.", "Noch einmal."):
        assert (flag(client, report_id, text=text).status_code, counts(app, report_id)) == (204, (0, 1))
    assert client.get(f"{API}/{report_id}").status_code == 200
    with scope(app, tenant_id(app, "alpha"), write=False):
        (row,) = db.session.scalars(select(DefectFlag))
        assert (row.reason, row.text, row.decided_at) == ("personal", "Mein Kennzeichen ist zu sehen.", None)


@pytest.mark.parametrize("trap", [{"website": "x"}, {"elapsed_ms": 200}])
def test_a_machines_flag_is_answered_and_not_kept(app: Flask, client: TenantClient, trap: dict[str, Any]) -> None:
    report_id = make_defect(app)
    assert (flag(client, report_id, **trap).status_code, counts(app, report_id)) == (204, (0, 0))


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"reason": "langweilig"}, "reason"),
        ({"text": "x" * 1001}, "text"),
        ({"device": "kurz"}, "device"),
        ({"device": "zeile\n" * 4}, "device"),
        ({"device": ["x" * 20]}, "device"),
        ({"elapsed_ms": "schnell"}, "elapsed_ms"),
        ({"status": "hidden"}, "status"),
    ],
)
def test_what_makes_no_sense_is_answered_by_field(
    app: Flask, client: TenantClient, details: dict[str, Any], field: str
) -> None:
    answer = flag(client, make_defect(app), **details)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


def test_a_flag_with_signs_that_no_database_takes_is_kept(app: Flask, client: TenantClient) -> None:
    flag(client, make_defect(app), text="Hier\u0000steht\u0007mein Name")
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert db.session.scalars(select(DefectFlag.text)).one() == "Hierstehtmein Name"


def test_who_does_it_too_often_waits(app: Flask, client: TenantClient) -> None:
    report_id = make_defect(app)
    answers = [flag(client, report_id).status_code for _ in range(routes_own.FLAGGING.tries + 1)]
    assert answers[-1] == 429 and set(answers[:-1]) == {204}
    assert support(client, report_id).status_code == 200, "each has a counter of its own"
