# SPDX-License-Identifier: EUPL-1.2
"""How long reports are kept, counted from the day on which they were closed: first whoever reported is forgotten, then
what nobody else ever saw, at last the report. Statistics keep a line of it. Knows no request; never commits.

The periods are the municipality's (`[defects.retention]`); open reports stay. Files of photos go after the commit.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, func, or_, select, update

from backend.bulk import change_rows
from backend.db import current_tenant_id, db
from backend.defects import photos, ringing
from backend.defects.figures import course_of
from backend.defects.models import DefectCategory, DefectContact, DefectEntry, DefectFigure, DefectFlag, DefectReport
from backend.defects.states import CLOSED, NEVER_PUBLIC, Audience
from backend.defects.working_time import working_time
from backend.housekeeping import Broom
from backend.reads import bump
from backend.tenants.models import Tenant
from backend.tenants.reporter import Retention, reporter

A_NIGHT = 500  # reports; each is a handful of statements, and nobody else writes meanwhile
_closed_at = func.coalesce(DefectReport.closed_at, DefectReport.updated_at)
_UNSEEN = or_(
    DefectReport.published_at.is_(None), DefectReport.hidden_at.is_not(None), DefectReport.status.in_(NEVER_PUBLIC)
)


def forget_contacts(now: datetime) -> int:
    """Contacts of those who reported, when their time is over."""
    return change_rows(delete(DefectContact).where(DefectContact.delete_at < now))


def forget_followers(now: datetime) -> int:
    """Who wanted to hear of a report that is closed for good; it is archived with that."""
    reports = _closed(now, _kept().contact_days, DefectReport.archived_at.is_(None))
    if reports:
        ringing.forget(reports)
    for report in reports:
        report.archived_at = now
    return len(reports)


def forget_what_was_private(now: datetime) -> int:
    """Of a report that everybody sees, what nobody ever saw: the text as it was sent, other photos, the dialogue, notes
    among staff. Without the fingerprint of what was sent no repeat is answered, so it marks what is done."""
    reports = _closed(now, _kept().unpublished_days, ~_UNSEEN, DefectReport.fingerprint != "")
    for report in reports:
        report.fingerprint = report.description = report.address = ""
        report.answers = {}
        if not report.text_public:
            report.public_text = ""
        photos.remove(report, public=False)
        private = DefectEntry.report_id == report.id, DefectEntry.audience != Audience.PUBLIC
        change_rows(delete(DefectEntry).where(*private))
    return len(reports)


def forget_unpublished(now: datetime) -> int:
    """Reports that were never public, or are no more."""
    return _delete(_closed(now, _kept().unpublished_days, _UNSEEN), now)


def forget_published(now: datetime) -> int:
    """Reports that everybody could see for long enough."""
    return _delete(_closed(now, _kept().published_days, ~_UNSEEN), now)


def forget_flags(now: datetime) -> int:
    """What was said against an entry, after staff looked at it."""
    limit = now - timedelta(days=_kept().unpublished_days)
    return change_rows(delete(DefectFlag).where(DefectFlag.decided_at < limit))


BROOMS = (
    Broom("contacts of those who reported a defect", forget_contacts),
    Broom("who follows reports that are closed", forget_followers),
    Broom("what was not public of closed reports", forget_what_was_private),
    Broom("closed reports that were not public", forget_unpublished),
    Broom("closed reports that were public", forget_published),
    Broom("what was said against reports", forget_flags),
)


def _config() -> dict[str, Any]:
    config: dict[str, Any] = db.session.scalars(select(Tenant.config).where(Tenant.id == current_tenant_id())).one()
    return config


def _kept() -> Retention:
    return reporter(_config()).retention


def _closed(now: datetime, days: int, *more: ColumnElement[bool]) -> Sequence[DefectReport]:
    """Reports that were closed longer ago, the oldest first."""
    over = DefectReport.status.in_(CLOSED), _closed_at < now - timedelta(days=days), *more
    rows = select(DefectReport).where(*over).order_by(_closed_at, DefectReport.id).limit(A_NIGHT)
    return db.session.scalars(rows.with_for_update()).all()


def _delete(reports: Sequence[DefectReport], now: datetime) -> int:
    if not reports:
        return 0
    ringing.forget(reports)
    office = working_time(_config())
    columns = (DefectCategory.id, DefectCategory.slug, DefectCategory.name)
    categories = {row.id: row for row in db.session.execute(select(*columns))}
    for report in reports:
        if report.status not in NEVER_PUBLIC:
            category = categories[report.category_id]
            figure = DefectFigure(category_slug=category.slug, category_name=category.name, outcome=report.status.value)
            for name, value in course_of(report, office, now)._asdict().items():
                setattr(figure, name, value)
            db.session.add(figure)
        photos.remove(report)
    gone = [report.id for report in reports]
    change_rows(update(DefectReport).where(DefectReport.master_id.in_(gone)).values(master_id=None))
    change_rows(delete(DefectReport).where(DefectReport.id.in_(gone)))
    bump()
    return len(gone)
