# SPDX-License-Identifier: EUPL-1.2
"""What staff do beside the answer: notes, who looks after it, objections, the contact. Knows no request; never commits.

These leave `version` alone: nobody's half-written answer becomes stale by a colleague's note.
"""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from backend import audit, jobs
from backend.accounts.operations import people
from backend.bulk import change_rows
from backend.db import db
from backend.defects import contacts
from backend.defects.clerk import Clerk
from backend.defects.models import DefectEntry, DefectFlag, DefectPhoto, DefectReport
from backend.defects.showing import show
from backend.defects.states import Audience, DefectStatus, EntryKind, Unresolved
from backend.problems import Invalid, Missing, PreconditionFailed
from backend.reads import bump
from backend.staff import Role
from backend.text import legal

Row = dict[str, Any]
NO_REPORT = "There is no such report."


def locked(
    report_id: uuid.UUID, clerk: Clerk, expected: int | None = None, other: uuid.UUID | None = None
) -> DefectReport:
    """The row, and perhaps another one, for this transaction alone. Raises Missing; with `expected` also
    PreconditionFailed."""
    # In one order: two clerks who merge two reports the other way round must meet here.
    query = select(DefectReport).where(DefectReport.id.in_({report_id, other} - {None})).order_by(DefectReport.id)
    rows = db.session.scalars(query.with_for_update()).all()
    report = next((row for row in rows if row.id == report_id), None)
    if report is None:
        raise Missing(NO_REPORT)
    if expected is not None and report.version != expected:
        raise PreconditionFailed(show(report_id, clerk))
    return report


def changed(report: DefectReport, now: datetime) -> None:
    """Residents see something else now, and whoever has read the report before has read another one."""
    report.updated_at, report.version = now, report.version + 1
    bump()


def log(
    report: DefectReport,
    clerk: Clerk,
    *,
    kind: EntryKind,
    audience: Audience,
    status: DefectStatus | None = None,
    reason: Unresolved | None = None,
    text: str | None = None,
    details: Row | None = None,
) -> DefectEntry:
    """Add a line to the history."""
    entry = DefectEntry(
        report_id=report.id, at=clerk.now, kind=kind, audience=audience, status=status, reason=reason, text=text,
        by=clerk.who.name, details=details or {},
    )  # fmt: skip
    db.session.add(entry)
    return entry


def take_note(report_id: uuid.UUID, text: str, clerk: Clerk) -> Row:
    """Write down what only staff read. Raises Missing, Invalid."""
    report = locked(report_id, clerk)
    text = legal(text).strip()
    if not text:
        raise Invalid("The note is empty.", {"text": ["The note is empty."]})
    log(report, clerk, kind=EntryKind.NOTE, audience=Audience.INTERNAL, text=text)
    audit.note("report.noted", clerk.who, report.number, id=str(report.id))
    db.session.flush()
    return show(report_id, clerk)


def colleagues() -> list[Row]:
    """Who can look after reports, by name."""
    return people.with_roles({Role.CLERK, Role.ADMIN})


def assign(report_id: uuid.UUID, account_id: uuid.UUID | None, clerk: Clerk) -> Row:
    """Say who looks after a report. Raises Missing, Invalid."""
    report = locked(report_id, clerk)
    names = {one["id"]: one["name"] for one in colleagues()}
    if account_id is not None and account_id not in names:
        raise Invalid("This person cannot.", {"account_id": ["Nobody with this role has this id."]})
    if report.assignee_id != account_id:
        report.assignee_id = account_id
        details = {"name": names[account_id] if account_id else None}
        log(report, clerk, kind=EntryKind.ASSIGNMENT, audience=Audience.INTERNAL, details=details)
        audit.note("report.assigned", clerk.who, report.number, id=str(report.id), **details)
        db.session.flush()
    return show(report_id, clerk)


def dismiss_flags(report_id: uuid.UUID, clerk: Clerk) -> Row:
    """Say that what residents objected to may stay. Raises Missing."""
    report = locked(report_id, clerk)
    if settle_flags(report, clerk.now):
        audit.note("report.flags-dismissed", clerk.who, report.number, id=str(report.id))
    db.session.flush()
    return show(report_id, clerk)


def settle_flags(report: DefectReport, now: datetime) -> int:
    """Somebody has looked at what residents objected to; gives how many that were."""
    mine = update(DefectFlag).where(DefectFlag.report_id == report.id, DefectFlag.decided_at.is_(None))
    report.flags = 0
    return change_rows(mine.values(decided_at=now))


def look_at_contact(report_id: uuid.UUID, clerk: Clerk) -> Row:
    """Who reported. Nobody sees that without a line in the log. Raises Missing."""
    report = db.session.get(DefectReport, report_id)
    contact = contacts.read(report_id) if report is not None else None
    if report is None or contact is None:
        raise Missing("There is no contact.")
    number = report.number
    with jobs.transaction():
        audit.note("report.contact-shown", clerk.who, number, id=str(report_id))
    return contact


def photo_of(report_id: uuid.UUID, photo_id: uuid.UUID) -> DefectPhoto:
    """A photo of a report. Raises Missing."""
    mine = select(DefectPhoto).where(DefectPhoto.id == photo_id, DefectPhoto.report_id == report_id)
    row = db.session.scalar(mine)
    if row is None:
        raise Missing("There is no such photo.")
    return row
