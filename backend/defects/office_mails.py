# SPDX-License-Identifier: EUPL-1.2
"""Mails to the offices in charge: of a new report, of one that is handed over, and each working morning of what waits
longer than was promised. Knows no request; never commits but in its own jobs."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from backend import jobs, mail
from backend.config import current_settings
from backend.db import current_tenant_id, db
from backend.defects import office_letters, photos, settings
from backend.defects.clerk import Clerk
from backend.defects.models import DefectCategory, DefectReport
from backend.defects.states import OPEN
from backend.defects.working_time import working_time
from backend.instants import BERLIN, local_day
from backend.tenants.describe import origin
from backend.tenants.models import Tenant
from backend.tenants.reporter import reporter

Row = dict[str, Any]
DIGEST = "defect-digest"
DESK = "/redaktion/meldungen"


def recipient_of(email: str | None, config: Row) -> str | None:
    """Who gets the reports of a category with this address: its office, else the town hall."""
    return email or reporter(config).email


def tell_of_receipt(report: DefectReport, config: Row) -> None:
    """Let the office in charge know of a new report."""
    category = db.session.get_one(DefectCategory, report.category_id)
    link = f"{_origin(config)}{DESK}/{report.id}"
    if to := recipient_of(category.email, config):
        mail.queue(to, *office_letters.received(category.name, report, link))


def forward(report: DefectReport, office: Row, clerk: Clerk) -> None:
    """Hand a report over by mail: what everybody sees of it, and the clerk's message. Of a hidden one private data is
    covered, as nobody was asked about it."""
    category = db.session.get_one(DefectCategory, report.category_id)
    shown = [photo for photo in photos.of_report(report.id) if photo.public]
    link = f"{clerk.origin}/maengel/{report.id}" if report.hidden_at is None else None
    words = office_letters.forwarded(
        clerk.town, category.name, report, office["message"], photos=len(shown), link=link,
        answer_to=recipient_of(category.email, clerk.config),
    )  # fmt: skip
    mail.queue(office["email"], *words)


@jobs.sweep(DIGEST, every_minutes=30)
def due() -> list[str]:
    """Today, once the office has opened, unless everybody has been reminded already."""
    now, config = datetime.now(UTC), _config()
    if "defects" not in config["modules"] or reporter(config).mode != "own":
        return []
    clock, today = working_time(config), local_day(now)
    open_now = clock.is_working_day(today) and now.astimezone(BERLIN).hour >= clock.office_hours[0]
    return [today.isoformat()] if open_now and settings.reminded_on() != today else []


@jobs.work(DIGEST)
def remind(day: str | None) -> None:
    """Write to each office what it owes, once on this day."""
    with jobs.transaction():
        row = settings.locked()
        if day is None or (row.digest_on and row.digest_on.isoformat() >= day):
            return
        row.digest_on = datetime.fromisoformat(day).date()
        config = _config()
        for to, reports in _overdue(row.digest_on, config).items():
            mail.queue(to, *office_letters.overdue(config["tenant"]["name"], reports, f"{_origin(config)}{DESK}"))


def _overdue(today: Any, config: Row) -> dict[str, list[Any]]:
    report, category = DefectReport, DefectCategory
    columns = (report.number, report.due_on, category.name.label("category"), category.email)
    owed = (report.status.in_(OPEN), report.due_on < today, report.answered_at.is_(None))
    query = select(*columns).join(category, category.id == report.category_id).where(*owed)
    return _by_recipient(db.session.execute(query.order_by(report.due_on, report.received_at)), config)


def _by_recipient(rows: Iterable[Any], config: Row) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        if to := recipient_of(row.email, config):
            found.setdefault(to, []).append(row)
    return found


def _config() -> Row:
    config: Row = db.session.scalars(select(Tenant.config).where(Tenant.id == current_tenant_id())).one()
    return config


def _origin(config: Row) -> str:
    return origin(config["tenant"]["slug"], config["hosts"], current_settings())
