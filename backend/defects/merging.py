# SPDX-License-Identifier: EUPL-1.2
"""Reports about the same thing: one leads, the others follow its light until they are parted. Knows no request; never
commits."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from backend.bulk import change_rows
from backend.db import db
from backend.defects import contacts
from backend.defects.models import DefectEntry, DefectReport
from backend.defects.states import NEVER_PUBLIC, OPEN, Audience, DefectStatus, EntryKind
from backend.problems import Invalid

Row = dict[str, Any]


def leader(report: DefectReport, master_id: uuid.UUID) -> DefectReport:
    """The report that leads: of a duplicate the one that it is a duplicate of. Raises Invalid, also for one that is
    hidden: the link to it would lead nowhere."""
    found = db.session.get(DefectReport, master_id)
    if found is not None and found.master_id is not None:
        found = db.session.get(DefectReport, found.master_id)
    if found is None or found.id == report.id or found.status in NEVER_PUBLIC or found.hidden_at is not None:
        raise Invalid("This report cannot lead.", {"master": ["This report cannot lead."]})
    return found


def merge(report: DefectReport, master: DefectReport) -> None:
    """The other one leads on, for those that this one has led as well; the earlier promise stays."""
    report.master_id = master.id
    led = update(DefectReport).where(DefectReport.master_id == report.id)
    change_rows(led.values(master_id=master.id))
    if master.answered_at is None and master.status in OPEN:
        master.due_on = min(master.due_on, report.due_on)


def part(report: DefectReport, config: Row, now: datetime, by: str | None) -> None:
    """Lead a duplicate on by itself again."""
    report.status, report.master_id, report.closed_at = DefectStatus.ACCEPTED, None, None
    report.updated_at, report.version = now, report.version + 1
    step = {"kind": EntryKind.STATUS, "audience": Audience.PUBLIC, "status": report.status}
    db.session.add(DefectEntry(report_id=report.id, at=now, by=by, details={}, **step))
    contacts.follow(report, config, now)


def let_go(report: DefectReport, config: Row, now: datetime, by: str | None = None) -> None:
    """Part all that a report leads: call it when that one is withdrawn, rejected or deleted, or its duplicates would
    follow the light of what nobody sees."""
    led = select(DefectReport).where(DefectReport.master_id == report.id).with_for_update()
    for one in db.session.scalars(led).all():
        part(one, config, now, by)
    db.session.flush()
