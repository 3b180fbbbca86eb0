# SPDX-License-Identifier: EUPL-1.2
"""How a municipality answers: the usual promise and the answers prepared for every category. Knows no request; never
commits."""

from datetime import date
from typing import Any

from sqlalchemy import select

from backend import audit
from backend.db import db
from backend.defects import placeholders
from backend.defects.models import DefectSettings
from backend.defects.working_time import working_time
from backend.problems import PreconditionFailed
from backend.reads import bump
from backend.staff import Staff

Row = dict[str, Any]


def read(config: Row) -> Row:
    """The settings, and what of them the tenant file says."""
    row = db.session.scalar(select(DefectSettings)) or DefectSettings(promise_days=3, templates=[], version=1)
    clock = working_time(config)
    return {
        "version": row.version,
        "promise_days": row.promise_days,
        "templates": row.templates,
        "office_hours": list(clock.office_hours),
        "days_off": sorted(clock.days_off),
    }


def change(content: Row, expected: int | None, config: Row, who: Staff) -> Row:
    """Decide here what the tenant file only proposes. Raises PreconditionFailed, Invalid."""
    row = locked()
    if row.version != expected:
        raise PreconditionFailed(read(config))
    row.promise_days, row.templates = content["promise_days"], placeholders.tidy(content["templates"])
    row.edited, row.version = True, row.version + 1
    audit.note("defects.settings-changed", who, promise_days=row.promise_days)
    bump()
    db.session.flush()
    return read(config)


def reminded_on() -> date | None:
    """The last day on which the offices were reminded."""
    return db.session.scalar(select(DefectSettings.digest_on))


def locked() -> DefectSettings:
    """The row, for this transaction alone; made if nothing has planted it."""
    row = db.session.scalar(select(DefectSettings).with_for_update())
    if row is None:
        row = DefectSettings(promise_days=3, templates=[], edited=False, version=1)
        db.session.add(row)
        db.session.flush()
    return row
