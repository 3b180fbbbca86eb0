# SPDX-License-Identifier: EUPL-1.2
"""The reporter's own data: the contact, and everything at once."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from backend.db import db
from backend.defects import contacts
from backend.defects.models import (
    DefectContact,
    DefectEntry,
    DefectFlag,
    DefectPhoto,
    DefectSupport,
)
from backend.defects.states import DefectStatus
from backend.jobs import scope
from tests.accounts.people import Desk, at_work
from tests.conftest import TenantClient
from tests.defects.photographing import let_the_queue_work
from tests.defects.reports import make_defect_category
from tests.defects.submitting import (
    API,
    decide,
    deed,
    kept,
    own,
    private_files,
    row_of,
    submit,
    submitted,
)
from tests.factories import tenant_id
from tests.media.desks import files as public_files
from tests.media.images import picture

CONTACT = {"name": "Rita Regen", "email": "rita@example.org", "phone": "033841 1", "mail_updates": False}
DEEDS = ("messages", "photos", "withdrawal", "reopening", "contact", "erasure")


@pytest.fixture(autouse=True)
def category(app: Flask) -> uuid.UUID:
    return make_defect_category(app)


@pytest.fixture
def clerk(app: Flask) -> Desk:
    return at_work(app, "kim@alpha.de", ("CLERK",))


def message(text: str = "Die zweite von links.") -> dict[str, str]:
    return {"id": str(uuid.uuid4()), "text": text}


def test_the_contact_can_be_changed_and_deleted(app: Flask, client: TenantClient, clerk: Desk) -> None:
    report_id = submitted(client)
    assert deed(client, report_id, "contact", CONTACT, "PUT").json["contact"] == CONTACT
    changed = {"name": "Rita", "email": "", "phone": "", "mail_updates": False}
    assert deed(client, report_id, "contact", changed, "PUT").json["contact"] == changed
    refused = deed(client, report_id, "contact", changed | {"mail_updates": True}, "PUT")
    assert (refused.status_code, list(refused.json["errors"])) == (422, ["email"])
    for _ in range(2):
        answer = deed(client, report_id, "contact", method="DELETE")
        assert (answer.status_code, answer.json["contact"], kept(app, DefectContact)) == (200, None, 0)
    assert "delete_contact" not in answer.json["can"]


def test_the_contact_goes_a_month_after_the_end(app: Flask, client: TenantClient, clerk: Desk) -> None:
    report_id = submitted(client, contact=CONTACT)
    decide(clerk, report_id, "resolved")
    with scope(app, tenant_id(app, "alpha"), write=False):
        end = contacts.end(uuid.UUID(report_id))
    assert end is not None and timedelta(days=29) < end - datetime.now(UTC) < timedelta(days=31)
    deed(client, report_id, "contact", CONTACT, "PUT")
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert contacts.end(uuid.UUID(report_id)) == end, "a change does not prolong it"


def test_erased_only_number_and_state_stay(app: Flask, client: TenantClient, clerk: Desk) -> None:
    report_id = submitted(client, [picture()], contact=CONTACT)
    (photo,) = clerk.api("GET", f"/defects/{report_id}").json["photos"]
    wish = [{"id": photo["id"], "public": True, "redactions": []}]
    decide(clerk, report_id, "question", "Frau Regen, wo ist es?", photos=wish, text_public=True, insist=True)
    deed(client, report_id, "messages", message("Bei mir, Rita Regen."))
    clerk.api("POST", f"/defects/{report_id}/notes", {"text": "Rita Regen angerufen."})
    device = {"device": "ein-telefon-von-vielen"}
    client.post(f"{API}/{report_id}/supports", json=device)
    client.post(f"{API}/{report_id}/flags", json=device | {"reason": "other", "text": "Regen", "elapsed_ms": 9000})
    answer = deed(client, report_id, "erasure")
    assert (answer.status_code, answer.data) == (204, b"")
    let_the_queue_work(app)
    assert private_files(app) == [] == public_files(app)
    assert [kept(app, model) for model in (DefectContact, DefectPhoto, DefectSupport, DefectFlag)] == [0] * 4
    row = row_of(app, report_id)
    assert (row.status, row.number[:2]) == (DefectStatus.WITHDRAWN, "A-")
    assert (row.secret_digest, row.own_topic, row.fingerprint) == ("", "", "")
    assert (row.lat, row.address, row.description, row.public_text, row.answers) == (None, "", "", "", {})
    with scope(app, tenant_id(app, "alpha"), write=False):
        entries = list(db.session.scalars(select(DefectEntry)))
        assert entries and not [one for one in entries if one.text or one.details]
    assert own(client, report_id).status_code == 404 == client.get(f"{API}/{report_id}").status_code
    assert client.get(API).json == [] and client.get("/api/v1/search?q=laterne").json == []
    again = submit(client, report_id)
    assert again.status_code == 409, "a copy on the phone does not bring it back"
    seen = clerk.api("GET", f"/defects/{report_id}")
    assert seen.status_code == 200 and "Regen" not in seen.text


def test_what_was_done_stays_done_when_it_is_erased(app: Flask, client: TenantClient, clerk: Desk) -> None:
    report_id = submitted(client)
    decide(clerk, report_id, "resolved", text_public=True)
    assert deed(client, report_id, "erasure").status_code == 204
    assert row_of(app, report_id).status is DefectStatus.RESOLVED
    assert client.get(f"{API}/{report_id}").status_code == 404 and client.get(API).json == []
