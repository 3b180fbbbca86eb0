# SPDX-License-Identifier: EUPL-1.2
"""What a reporter sees of the own report and does with it. The secret is the key: whoever has it is the reporter. Knows
no request; never commits.

Every deed answers with the whole report as it is now, and may be sent twice; but reopened it is once.
"""

import uuid
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError

from backend import jobs, reads
from backend.bulk import change_rows
from backend.db import db, new_id
from backend.defects import answers, contacts, describing, merging, operations, photos, ringing
from backend.defects.models import DefectCategory, DefectEntry, DefectFlag, DefectPhoto, DefectReport, DefectSupport
from backend.defects.states import (
    NEVER_PUBLIC,
    OPEN,
    REOPENABLE,
    WITHDRAWABLE,
    Audience,
    DefectStatus,
    EntryKind,
    PhotoOrigin,
    light,
)  # fmt: skip
from backend.defects.working_time import working_time
from backend.instants import local_day
from backend.problems import Conflict, Invalid, Missing
from backend.sealing import digest, same
from backend.tenants.reporter import reporter
from backend.text import fold, legal

Row = dict[str, Any]
REOPENED_WITHIN = timedelta(days=14)


class NotNow(Conflict):
    """The report has moved on, and this is not possible any more."""

    code, title = "not-now", "This is not possible any more"


def find(report_id: uuid.UUID, secret: str, *, lock: bool = False) -> DefectReport:
    """The report that this secret, or the token of a mail to its reporter, opens. Raises Missing, also for a wrong one:
    nobody learns which ids exist."""
    report = db.session.scalar(
        select(DefectReport).where(DefectReport.id == report_id).with_for_update()
        if lock
        else select(DefectReport).where(DefectReport.id == report_id)
    )
    if report is None or not _opens(report, secret):
        raise Missing("There is no such report.")
    return report


def show(report_id: uuid.UUID, secret: str, config: Row, now: datetime) -> Row:
    """All that is stored of the own report. Raises Missing."""
    return _show(find(report_id, secret), config, now)


def photo_file(report_id: uuid.UUID, photo_id: uuid.UUID, secret: str) -> Any:
    """The private file of one of its photos. Raises Missing."""
    report = find(report_id, secret)
    mine = select(DefectPhoto).where(DefectPhoto.report_id == report.id, DefectPhoto.id == photo_id)
    row = db.session.scalar(mine)
    path = photos.file_of(row) if row is not None else None
    if path is None:
        raise Missing("There is no such photo.")
    return path


def answer(report_id: uuid.UUID, secret: str, message: Row, config: Row, now: datetime) -> Row:
    """Answer what the town hall has asked; sent twice it arrives once. Raises Missing, Invalid,
    NotNow."""
    report = find(report_id, secret, lock=True)
    text = legal(message["text"]).strip()
    if not fold(text):
        raise Invalid("Bitte schreiben Sie etwas.", {"text": ["Bitte schreiben Sie etwas."]})
    known = db.session.get(DefectEntry, message["id"])
    if known is None:
        _allow("answer", report, now)
        try:
            with db.session.begin_nested():
                _say(report, message["id"], text, now)
        except IntegrityError as error:
            raise NotNow() from error
    elif (known.report_id, known.text) != (report.id, text):
        raise NotNow()
    return _show(report, config, now)


def add_photo(report_id: uuid.UUID, secret: str, data: bytes, config: Row, now: datetime) -> Row:
    """Add a photo; the same one again changes nothing. Raises Missing, NotNow, UnusablePhoto."""
    with jobs.reading():
        _allow("add_photo", find(report_id, secret), now)
    received = photos.receive_all(report_id, [data])
    report = find(report_id, secret, lock=True)
    _allow("add_photo", report, now)
    added = photos.add(report, received, now, PhotoOrigin.REPORTER)
    if added:
        _note(report, now, kind=EntryKind.PHOTO, details={"photos": [str(row.id) for row in added]})
        report.replied_at = now
    return _show(report, config, now)


def withdraw(report_id: uuid.UUID, secret: str, config: Row, now: datetime) -> Row:
    """Take the own report back: nobody sees it any more. Raises Missing, NotNow."""
    report = find(report_id, secret, lock=True)
    if report.status is not DefectStatus.WITHDRAWN:
        _allow("withdraw", report, now)
        _end(report, config, now)
    return _show(report, config, now)


def reopen(report_id: uuid.UUID, secret: str, text: str, config: Row, now: datetime) -> Row:
    """Say that it is not done: once, within two weeks. The clock starts anew. Raises Missing, NotNow."""
    report = find(report_id, secret, lock=True)
    _allow("reopen", report, now)
    category = db.session.get_one(DefectCategory, report.category_id)
    report.status, report.reason = DefectStatus.IN_PROGRESS, None
    report.expected_on = report.forwarded_to = None
    report.closed_at, report.archived_at, report.reopened_at, report.replied_at = None, None, now, now
    report.answered_at, report.due_on = None, working_time(config).due_on(now, category.promise_days)
    entry = _note(
        report, now, kind=EntryKind.STATUS, status=report.status, audience=Audience.PUBLIC, details={"reopened": True}
    )
    if fold(text):
        _say(report, new_id(), legal(text).strip(), now)
    _change(report, now)
    contacts.follow(report, config, now)
    ringing.tell(report, entry, now, None)
    return _show(report, config, now)


def put_contact(report_id: uuid.UUID, secret: str, contact: Row, config: Row, now: datetime) -> Row:
    """Store another contact. Raises Missing."""
    report = find(report_id, secret, lock=True)
    contacts.put(report, contact, config, now)
    return _show(report, config, now)


def drop_contact(report_id: uuid.UUID, secret: str, config: Row, now: datetime) -> Row:
    """Delete the contact. Raises Missing."""
    report = find(report_id, secret, lock=True)
    contacts.drop(report)
    return _show(report, config, now)


def erase(report_id: uuid.UUID, secret: str, config: Row, now: datetime) -> None:
    """Delete everything that the reporter gave; number and state stay for the statistics, and the secret opens nothing
    any more. Raises Missing."""
    report = find(report_id, secret, lock=True)
    ringing.forget([report])
    if report.status in WITHDRAWABLE:
        _end(report, config, now)
    contacts.drop(report)
    photos.remove(report)
    wipe(report)
    report.secret_digest, report.own_topic, report.fingerprint, report.hidden_at = "", "", "", now
    _change(report, now)


def wipe(report: DefectReport) -> None:
    """Take all words and the place out of a report, also out of its history."""
    category = db.session.get_one(DefectCategory, report.category_id)
    report.title, report.description, report.public_text, report.text_public = category.name, "", "", False
    report.address, report.public_place, report.lat, report.lon = "", None, None, None
    report.answers, report.flags = {}, 0
    for entry in db.session.scalars(select(DefectEntry).where(DefectEntry.report_id == report.id)):
        entry.text, entry.details = None, {}
    change_rows(delete(DefectFlag).where(DefectFlag.report_id == report.id))
    change_rows(delete(DefectSupport).where(DefectSupport.report_id == report.id))
    operations.refresh_search_text(report)


def _opens(report: DefectReport, secret: str) -> bool:
    if not report.secret_digest:
        return False
    if same(report.secret_digest, digest(secret)):
        return True
    contact = contacts.read(report.id)
    if contact is None or not contact["email"]:
        return False
    return same(contacts.token(report, contact["email"]), secret)


def _can(report: DefectReport, now: datetime) -> list[str]:
    until = _reopen_until(report)
    count = select(func.count(DefectPhoto.id)).where(
        DefectPhoto.report_id == report.id, DefectPhoto.by == PhotoOrigin.REPORTER
    )
    able = {
        "answer": report.status is DefectStatus.QUESTION,
        "add_photo": report.status in OPEN and (db.session.scalar(count) or 0) < photos.MOST_IN_ALL,
        "withdraw": report.status in WITHDRAWABLE,
        "reopen": until is not None and now <= until,
        "delete_contact": contacts.end(report.id) is not None,
    }
    return [deed for deed, possible in able.items() if possible]


def _allow(deed: str, report: DefectReport, now: datetime) -> None:
    if deed not in _can(report, now):
        raise NotNow()


def _reopen_until(report: DefectReport) -> datetime | None:
    if report.status not in REOPENABLE or report.reopened_at is not None or report.closed_at is None:
        return None
    return report.closed_at + REOPENED_WITHIN


def _end(report: DefectReport, config: Row, now: datetime) -> None:
    """Withdrawn: nothing of it stays public."""
    report.status, report.closed_at = DefectStatus.WITHDRAWN, now
    _note(report, now, kind=EntryKind.STATUS, status=report.status)
    photos.unpublish_all(report)
    merging.let_go(report, config, now)
    _change(report, now)
    contacts.follow(report, config, now)
    ringing.silence(report)


def _say(report: DefectReport, entry_id: uuid.UUID, text: str, now: datetime) -> None:
    _note(report, now, id=entry_id, kind=EntryKind.REPLY, text=text)
    report.replied_at = now


def _note(report: DefectReport, now: datetime, **what: Any) -> DefectEntry:
    entry = DefectEntry(**{"report_id": report.id, "at": now, "audience": Audience.OWN} | what)
    db.session.add(entry)
    report.version += 1
    db.session.flush()
    return entry


def _change(report: DefectReport, now: datetime) -> None:
    """What residents see is another; also of what is not published they see number and state."""
    report.version += 1
    if report.published_at is not None:
        report.updated_at = now
    reads.bump()


def _show(report: DefectReport, config: Row, now: datetime) -> Row:
    db.session.flush()
    shown = operations.show(report.id, working_time(config), now)
    contact = contacts.read(report.id)
    category = db.session.get_one(DefectCategory, report.category_id)
    history = _history(report.id)
    asked = [line["note"] for line in history if DefectStatus.QUESTION in (line["status"], line["kind"])]
    return shown | {
        "text": report.description,
        "address": report.address,
        "public_text": report.public_text,
        "text_public": report.text_public,
        "is_public": describing.is_visible(report.id, now),
        "own_photos": photos.of_report(report.id),
        "answers": answers.labelled(category.questions, report.answers),
        "contact": contact,
        "history": history,
        "question": asked[-1] if asked and report.status is DefectStatus.QUESTION else None,
        "can": _can(report, now),
        "reopen_until": _reopen_until(report),
        "delete_on": _delete_on(report, config),
    }


def _history(report_id: uuid.UUID) -> list[Row]:
    entry = DefectEntry
    mine = (entry.report_id == report_id, entry.audience != Audience.INTERNAL)
    rows = db.session.scalars(select(entry).where(*mine).order_by(entry.at, entry.id))
    return [
        {
            "at": row.at,
            "kind": row.kind,
            "status": row.status,
            "light": light(row.status) if row.status else None,
            "reason": row.reason,
            "note": row.text,
            "forwarded_to": row.details.get("forwarded_to"),
            # What led is gone: nobody accepted this one, and its reporter neither.
            "mine": row.by is None and row.status is not DefectStatus.ACCEPTED,
            "public": row.audience is Audience.PUBLIC,
        }
        for row in rows
    ]


def _delete_on(report: DefectReport, config: Row) -> Any:
    if report.closed_at is None:
        return None
    kept = reporter(config).retention
    seen = report.published_at is not None and report.hidden_at is None and report.status not in NEVER_PUBLIC
    return local_day(report.closed_at + timedelta(days=kept.published_days if seen else kept.unpublished_days))
