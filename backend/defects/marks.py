# SPDX-License-Identifier: EUPL-1.2
"""What anybody may say to a public report, without account and without secret: that it bothers them too, and that the
entry itself is wrong. Once per phone. Knows no request; never commits."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from backend import reads
from backend.bulk import change_rows
from backend.db import db
from backend.defects.describing import published
from backend.defects.models import DefectFlag, DefectReport, DefectSupport
from backend.problems import Missing
from backend.sealing import mac
from backend.text import legal

Row = dict[str, Any]
AT_LEAST = 1000  # milliseconds


def support(report_id: uuid.UUID, device: str) -> Row:
    """Count a phone that is bothered too; how many there are. Raises Missing for what is not public."""
    _refuse_hidden(report_id)
    if _add(DefectSupport(report_id=report_id, device_digest=_digest(report_id, device))):
        row = DefectReport
        change_rows(update(row).where(row.id == report_id).values(supports=row.supports + 1))
        reads.bump()
    count: int = db.session.scalars(select(DefectReport.supports).where(DefectReport.id == report_id)).one()
    return {"supports": count}


def flag(report_id: uuid.UUID, body: Row, now: datetime) -> None:
    """Let the town hall look at an entry; nothing changes before it has. What a machine has filled in is answered like
    any other, and not kept. Raises Missing for what is not public."""
    _refuse_hidden(report_id)
    if body["website"] or body["elapsed_ms"] < AT_LEAST:
        return
    text = legal(body["text"]).strip()
    device = _digest(report_id, body["device"])
    if _add(DefectFlag(report_id=report_id, reason=body["reason"], text=text, at=now, device_digest=device)):
        row = DefectReport
        change_rows(update(row).where(row.id == report_id).values(flags=row.flags + 1))


def _refuse_hidden(report_id: uuid.UUID) -> None:
    # Until the commit nobody hides it.
    seen = select(DefectReport.id).where(DefectReport.id == report_id, published()).with_for_update()
    if db.session.scalar(seen) is None:
        raise Missing("There is no such report.")


def _add(row: DefectSupport | DefectFlag) -> bool:
    """Whether this phone is the first time here."""
    try:
        with db.session.begin_nested():
            db.session.add(row)
    except IntegrityError:
        return False
    return True


def _digest(report_id: uuid.UUID, device: str) -> str:
    """Another one for each report, so that nobody can follow a phone from one to the next."""
    return mac("defect-device", f"{report_id}:{device}")
