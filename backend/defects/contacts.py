# SPDX-License-Identifier: EUPL-1.2
"""Who reported: personal data, sealed in a row of its own. Knows no request; nothing public reads it."""

import uuid
from datetime import datetime, timedelta
from typing import Any

import orjson
from sqlalchemy import delete, select

from backend.bulk import change_rows
from backend.db import db
from backend.defects.models import DefectContact, DefectReport
from backend.sealing import mac, seal, unseal
from backend.tenants.reporter import reporter
from backend.text import legal

Row = dict[str, Any]
DETAILS = ("name", "email", "phone")
AT_MOST = timedelta(days=730)  # for a report that nobody ever closes


def put(report: DefectReport, contact: Row | None, config: Row, now: datetime) -> None:
    """Store the contact of a report, or another one; an empty one deletes it."""
    details = {name: legal(contact[name]).strip() if contact else "" for name in DETAILS}
    if contact is None or not any(details.values()):
        drop(report)
        return
    row = _of(report.id)
    if row is None:
        row = DefectContact(report_id=report.id)
        db.session.add(row)
    row.sealed = seal(orjson.dumps(details).decode())
    row.mail_updates = contact["mail_updates"]
    row.delete_at = _end(report, config, now)
    db.session.flush()


def drop(report: DefectReport) -> None:
    """Delete the contact of a report."""
    change_rows(delete(DefectContact).where(DefectContact.report_id == report.id))


def follow(report: DefectReport, config: Row, now: datetime) -> None:
    """Let a contact go in time once its report is closed, and stay while it is open (again): call it after every
    change of state."""
    row = _of(report.id)
    if row is not None:
        row.delete_at = _end(report, config, now)


def read(report_id: uuid.UUID) -> Row | None:
    """{name, email, phone, mail_updates, delete_at} in plain; None if there is none, or no key opens it."""
    row = _of(report_id)
    plain = unseal(row.sealed) if row is not None else None
    if row is None or plain is None:
        return None
    details: Row = orjson.loads(plain)
    return details | {"mail_updates": row.mail_updates, "delete_at": row.delete_at}


def end(report_id: uuid.UUID) -> datetime | None:
    """When the contact of a report goes; None if there is none. Opens nothing."""
    return db.session.scalar(select(DefectContact.delete_at).where(DefectContact.report_id == report_id))


def token(report: DefectReport, email: str) -> str:
    """What stands in the links of mails to this address instead of the secret, which we do not have: it opens the
    report as long as the address is stored."""
    return mac("defect-mail", f"{report.id}:{report.secret_digest}:{email}")


def _of(report_id: uuid.UUID) -> DefectContact | None:
    return db.session.scalar(select(DefectContact).where(DefectContact.report_id == report_id))


def _end(report: DefectReport, config: Row, now: datetime) -> datetime:
    if report.closed_at is None:
        return now + AT_MOST
    return report.closed_at + timedelta(days=reporter(config).retention.contact_days)
