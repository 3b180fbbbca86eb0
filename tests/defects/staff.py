# SPDX-License-Identifier: EUPL-1.2
"""A clerk at work on reports, for tests: steps with all that they need, and a look at rows."""

import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

from flask import Flask
from sqlalchemy import select

from backend.db import db
from backend.defects.models import DefectContact, DefectEntry, DefectReport
from backend.defects.photos import add, receive
from backend.defects.states import DefectStatus, EntryKind, PhotoOrigin
from backend.instants import local_day
from backend.jobs import scope
from backend.sealing import seal
from tests.accounts.people import Desk, at_work
from tests.defects.reports import add_entry
from tests.factories import tenant_id

S = DefectStatus
NOTE = "Wir kümmern uns darum."
UNPUBLISHED: dict[str, Any] = {"status": S.RECEIVED, "text_public": False, "public_place": None}


def clerk(app: Flask, email: str = "kim@alpha.de", roles: tuple[str, ...] = ("CLERK",), slug: str = "alpha") -> Desk:
    """Somebody who answers reports."""
    return at_work(app, email, roles, slug)


def today() -> date:
    """The day on the wall."""
    return local_day(datetime.now(UTC))


def enough(status: str | None, **details: Any) -> dict[str, Any]:
    """The body of a step with all that it needs but another report."""
    return {
        "status": status,
        "note": NOTE,
        "expected_on": (today() + timedelta(days=7)).isoformat() if status == S.SCHEDULED else None,
        "forwarded": {"name": "Landesbetrieb", "email": "post@land.example"} if status == S.FORWARDED else None,
        "reason": "private" if status == S.CLOSED_UNRESOLVED else None,
    } | details


def decide(desk: Desk, report_id: Any, status: str | None, *, version: int | None = None, **details: Any) -> Any:
    """Take a step, from what the report is now unless a version is given; gives the answer."""
    if version is None:
        version = shown(desk, report_id)["version"]
    return desk.api("POST", f"/defects/{report_id}/decision", enough(status, **details), version=version)


def decided(desk: Desk, report_id: Any, status: str | None, **details: Any) -> Any:
    """Take a step that succeeds; gives the report."""
    answer = decide(desk, report_id, status, **details)
    assert answer.status_code == 200, answer.json
    return answer.json


def shown(desk: Desk, report_id: Any) -> Any:
    """The report as staff see it."""
    answer = desk.api("GET", f"/defects/{report_id}")
    assert answer.status_code == 200, answer.json
    return answer.json


def listed(desk: Desk, query: str = "view=inbox") -> Any:
    """A page of the list."""
    answer = desk.api("GET", f"/defects?{query}")
    assert answer.status_code == 200, answer.json
    return answer.json


def row_of(app: Flask, report_id: uuid.UUID, slug: str = "alpha") -> DefectReport:
    """The row of a report, to look at."""
    with scope(app, tenant_id(app, slug), write=False):
        row = db.session.get_one(DefectReport, report_id)
        db.session.expunge(row)
        return row


def entries_of(app: Flask, report_id: uuid.UUID, slug: str = "alpha") -> list[DefectEntry]:
    """The lines of a report's history, the oldest first."""
    with scope(app, tenant_id(app, slug), write=False):
        query = select(DefectEntry).where(DefectEntry.report_id == report_id)
        rows = list(db.session.scalars(query.order_by(DefectEntry.at, DefectEntry.id)))
        db.session.expunge_all()
        return rows


def work_off(app: Flask) -> None:
    """Let the queue do what waits in it."""
    huey: Any = app.extensions["sva.huey"]
    while (task := huey.dequeue()) is not None:
        huey.execute(task)


def give_contact(app: Flask, report_id: uuid.UUID, *, mail_updates: bool = False) -> None:
    """Let a report have a contact that no test may find where it does not belong."""
    with scope(app, tenant_id(app, "alpha")):
        sealed = seal('{"name": "Kim Geheim", "email": "geheim@example.org", "phone": "0171 7654321"}')
        end = datetime.now(UTC) + timedelta(days=99)
        row = DefectContact(report_id=report_id, sealed=sealed, mail_updates=mail_updates, delete_at=end)
        db.session.add(row)


def give_photo(app: Flask, report_id: uuid.UUID, data: bytes) -> uuid.UUID:
    """Let a report have a private photo; gives its id."""
    with scope(app, tenant_id(app, "alpha"), write=False):
        received = receive(report_id, data)
    with scope(app, tenant_id(app, "alpha")):
        report = db.session.get_one(DefectReport, report_id)
        (row,) = add(report, [received], datetime.now(UTC), PhotoOrigin.REPORTER)
        return row.id


def reply(app: Flask, report_id: uuid.UUID, text: str = "Am zweiten Mast.") -> None:
    """Let the reporter have written last."""
    with scope(app, tenant_id(app, "alpha")):
        now = datetime.now(UTC)
        db.session.get_one(DefectReport, report_id).replied_at = now
        add_entry(report_id, now, kind=EntryKind.REPLY, text=text, audience="own")
