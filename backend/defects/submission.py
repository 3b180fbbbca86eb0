# SPDX-License-Identifier: EUPL-1.2
"""A report arrives: exactly once, however often it is sent. Knows no request; never commits.

What is slow or only looks comes first, outside of the write transaction: is it known, does it make sense, photos. Then
one transaction writes the report with everything that belongs to it.
"""

import hashlib
import uuid
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from backend import jobs, reads
from backend.bulk import change_rows
from backend.db import db
from backend.defects import contacts, office_mails, operations, photos, ringing
from backend.defects.checking import Checked, check
from backend.defects.models import DefectCounter, DefectEntry, DefectPhoto, DefectReport
from backend.defects.states import Audience, DefectStatus, EntryKind, PhotoOrigin
from backend.defects.working_time import working_time
from backend.instants import local_day
from backend.problems import Conflict, TooMany
from backend.sealing import digest, same
from backend.throttle import Limit, take

Row = dict[str, Any]
CONFIRMING = Limit("defect-confirming", 5, 60 * 60)  # for each mail address
AT_LEAST = 2000  # milliseconds; nobody writes a report faster


class OtherReport(Conflict):
    """The id that the phone chose belongs to something else."""

    code, title = "id-taken", "Another report has this id"


@dataclass(frozen=True, slots=True)
class Given:
    """What arrived: the report's bytes, what they say, and the bytes of the photos in order."""

    raw: bytes
    body: Row
    photos: Sequence[bytes]

    def fingerprint(self) -> str:
        """Tells a repeat from another report: over the report's bytes and the photos' hashes in order."""
        parts = [hashlib.sha256(self.raw).hexdigest(), *map(photos.source_hash, self.photos)]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def submit(report_id: uuid.UUID, given: Given, secret: str, config: Row, now: datetime) -> tuple[Row, bool]:
    """Take a report in; gives the receipt, and whether the report is new. What a machine has filled in is answered like
    any other, and not kept. Raises Invalid by field, Outside, UnusablePhoto, OtherReport."""
    mark = given.fingerprint()
    with jobs.reading():
        known = _receipt_if_known(report_id, secret, mark)
        if known is not None:
            return known, False
        checked = check(given.body, config, photos=len(given.photos))
        if given.body["website"] or given.body["elapsed_ms"] < AT_LEAST:
            return _pretended(report_id, given, checked, config, now), True
    received = photos.receive_all(report_id, given.photos)
    confirms = _may_confirm(given.body["contact"])
    # Once more: on SQLite this begins the write transaction, in which nobody else writes.
    known = _receipt_if_known(report_id, secret, mark)
    if known is not None:
        return known, False
    report = DefectReport(
        id=report_id, secret_digest=digest(secret), fingerprint=mark, own_topic=topic_of(secret),
        category_id=checked.category_id, received_at=now, updated_at=now,
        due_on=working_time(config).due_on(now, checked.promise_days), **checked.columns,
    )  # fmt: skip
    try:
        with db.session.begin_nested():
            report.year = local_day(now).year
            report.serial = next_serial(report.year)
            report.number = number_of(config, report.year, report.serial)
            db.session.add(report)
            db.session.flush()
    except IntegrityError as error:
        # The same request a moment earlier, or another municipality's.
        known = _receipt_if_known(report_id, secret, mark)
        if known is None:
            raise OtherReport() from error
        return known, False
    operations.refresh_search_text(report)
    entry = DefectEntry(
        report_id=report.id, at=now, kind=EntryKind.STATUS, audience=Audience.PUBLIC, status=DefectStatus.RECEIVED
    )
    db.session.add(entry)
    photos.add(report, received, now, PhotoOrigin.REPORTER)
    contacts.put(report, given.body["contact"], config, now)
    if confirms:
        ringing.confirm(report, config)
    office_mails.tell_of_receipt(report, config)
    reads.bump()  # the figures count it
    return receipt(report), True


def receipt(report: DefectReport) -> Row:
    """What whoever sent a report gets, each time it arrives."""
    mine = select(DefectPhoto.source_hash).where(
        DefectPhoto.report_id == report.id, DefectPhoto.by == PhotoOrigin.REPORTER,
        DefectPhoto.added_at == report.received_at,
    )  # fmt: skip
    hashes = db.session.scalars(mine.order_by(DefectPhoto.position))
    return _receipt(report.id, report.number, report.received_at, report.due_on, list(hashes))


def topic_of(secret: str) -> str:
    """The push topic that only a phone with this secret can name."""
    token = urlsafe_b64encode(hashlib.sha256(f"push:{secret}".encode()).digest()).rstrip(b"=").decode()
    return f"report:{token}"


def number_of(config: Row, year: int, serial: int) -> str:
    """The number that people say on the phone: BB-2026-0423."""
    return f"{config['tenant']['initials']}-{year}-{serial:04d}"


def _may_confirm(contact: Row | None) -> bool:
    """Nobody's letterbox is filled by whoever enters it again and again."""
    if contact is None or not contact["mail_updates"]:
        return False
    try:
        take(CONFIRMING, contact["email"].lower())
    except TooMany:
        return False
    return True


def _receipt_if_known(report_id: uuid.UUID, secret: str, mark: str) -> Row | None:
    report = db.session.get(DefectReport, report_id, populate_existing=True)
    if report is None:
        return None
    if not same(report.secret_digest, digest(secret)) or report.fingerprint != mark:
        raise OtherReport()
    return receipt(report)


def _receipt(report_id: uuid.UUID, number: str, received_at: datetime, due_on: date, hashes: list[str]) -> Row:
    # Always as it was received: the same answer each time.
    return {
        "id": report_id, "number": number, "status": DefectStatus.RECEIVED, "received_at": received_at,
        "due_on": due_on, "photos": hashes,
    }  # fmt: skip


def _pretended(report_id: uuid.UUID, given: Given, checked: Checked, config: Row, now: datetime) -> Row:
    year = local_day(now).year
    serial = db.session.scalar(select(DefectCounter.last).where(DefectCounter.year == year)) or 0
    due_on = working_time(config).due_on(now, checked.promise_days)
    hashes = list(dict.fromkeys(map(photos.source_hash, given.photos)))
    return _receipt(report_id, number_of(config, year, serial + 1), now, due_on, hashes)


def next_serial(year: int) -> int:
    """The next number of the year, without gaps: whoever counts waits for who counted before."""
    row = DefectCounter
    again = update(row).where(row.year == year).values(last=row.last + 1)
    if not change_rows(again):
        try:
            with db.session.begin_nested():
                db.session.add(row(year=year, last=0))
        except IntegrityError:
            pass  # somebody else was first: count on their row
        change_rows(again)
    return db.session.scalars(select(row.last).where(row.year == year)).one()
