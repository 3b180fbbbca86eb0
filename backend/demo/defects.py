# SPDX-License-Identifier: EUPL-1.2
"""Plants the invented reports as rows: their answers lie in the past, so nothing rings and no mail goes out."""

import hashlib
import secrets
import uuid
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from backend.accounts.models import Membership, StaffAccount
from backend.config import current_settings
from backend.db import current_tenant_id, db
from backend.defects import contacts, operations, photos
from backend.defects.models import (
    DefectCategory,
    DefectCounter,
    DefectEntry,
    DefectFigure,
    DefectReport,
    DefectSupport,
)
from backend.defects.photos import Received
from backend.defects.states import Audience, DefectStatus, EntryKind, PhotoOrigin, Unresolved
from backend.defects.submission import next_serial, number_of, topic_of
from backend.defects.working_time import working_time
from backend.demo.complaints import Complaint, Step, read_complaints
from backend.demo.news import MARK
from backend.demo.pictures import draw
from backend.instants import local_day
from backend.jobs import transaction
from backend.reads import bump
from backend.sealing import digest
from backend.tenants.appearance import theme_of
from backend.tenants.models import Tenant

Row = dict[str, Any]
CLERK = "Alex Muster"  # one of the invented people of staff.py
PHOTO_WIDTH = 960
ASKED = "fahrrad"  # the report whose reporter can be played: its link is printed
# How many reports of earlier months are only left in the figures, the latest of these months first, and how many
# months ago that was.
EARLIER, YOUNGEST = (6, 5, 6, 4, 3, 5, 4, 2, 3), 3
OUTCOMES = (DefectStatus.RESOLVED, DefectStatus.RESOLVED, DefectStatus.CLOSED_UNRESOLVED)


def plant_defects(slug: str) -> int:
    """Write the reports that are not there yet into the current municipality; gives their number."""
    now = datetime.now(UTC)
    tenant = db.session.scalars(select(Tenant).where(Tenant.id == current_tenant_id())).one()
    config, office = tenant.config, working_time(tenant.config)
    middle = (config["tenant"]["latitude"], config["tenant"]["longitude"])
    known = set(db.session.scalars(select(DefectReport.id)))
    usual = {row.slug for row in db.session.scalars(select(DefectCategory))}
    complaints = read_complaints(slug, middle, office, now)
    missing = [one for one in complaints if one.category in usual and report_id(one.key) not in known]
    colours = theme_of(config).light
    db.session.rollback()
    if not missing:
        return 0
    # Drawn and encoded before the transaction, like any photo.
    received = {
        one.key: photos.receive(report_id(one.key), draw(one.photo, colours, PHOTO_WIDTH))
        for one in missing
        if one.photo is not None
    }
    with transaction():
        categories = {row.slug: row for row in db.session.scalars(select(DefectCategory))}
        if not known:
            _plant_figures(categories, now)
        for one in missing:
            _plant(one, categories[one.category], received.get(one.key), config, now)
        bump()
    for one in missing:
        if one.is_public and one.key in received:
            _publish_photo(report_id(one.key))
    return len(missing)


def report_id(key: str, tenant_id: uuid.UUID | None = None) -> uuid.UUID:
    """The same each time, so that it is planted once."""
    return uuid.uuid5(tenant_id or current_tenant_id(), f"{MARK}defect:{key}")


def own_page(tenant_id: uuid.UUID) -> str:
    """Where one reporter's own page lies, with the secret."""
    return f"/maengel/{report_id(ASKED, tenant_id)}#{secret_of(ASKED)}"


def secret_of(key: str) -> str:
    """The reporter's secret of the one report that everybody may play in development; else nobody knows it."""
    if key != ASKED or not current_settings().development:
        return secrets.token_urlsafe(32)
    return urlsafe_b64encode(hashlib.sha256(f"{MARK}{key}".encode()).digest()).rstrip(b"=").decode()


def _plant(one: Complaint, category: DefectCategory, received: Received | None, config: Row, now: datetime) -> None:
    secret, year = secret_of(one.key), local_day(one.received_at).year
    serial = next_serial(year)
    last = one.steps[-1] if one.steps else None
    first = next((step for step in one.steps if step.note), None) if one.is_public else None
    report = DefectReport(
        id=report_id(one.key), secret_digest=digest(secret), own_topic=topic_of(secret), fingerprint=digest(secret),
        year=year, serial=serial, number=number_of(config, year, serial), category_id=category.id,
        status=one.status, reason=Unresolved(last.reason) if last and last.reason else None,
        title=one.title or category.name, description=one.text, public_text=one.text, text_public=one.is_public,
        lat=one.spot[0] if one.spot else None, lon=one.spot[1] if one.spot else None,
        address=one.place, public_place=one.place if one.is_public else None, answers=one.answers,
        received_at=one.received_at, due_on=working_time(config).due_on(one.received_at, category.promise_days),
        answered_at=first.at if first else None, published_at=one.steps[0].at if one.is_public else None,
        expected_on=last.expected_on if last else None, forwarded_to=last.forwarded_to if last else None,
        master_id=report_id(one.master) if one.master else None, assignee_id=_assignee() if one.steps else None,
        closed_at=one.closed_at, updated_at=last.at if last else one.received_at, supports=one.supports,
    )  # fmt: skip
    operations.refresh_search_text(report)
    db.session.add(report)
    db.session.flush()
    _say(report, one.received_at, status=DefectStatus.RECEIVED)
    for step in one.steps:
        _take(report, step)
    if one.reply and last:
        report.replied_at = min(last.at + timedelta(hours=26), now)
        _say(report, report.replied_at, kind=EntryKind.REPLY, audience=Audience.OWN, text=one.reply)
    if one.internal and last:
        at = last.at + timedelta(minutes=4)
        _say(report, at, kind=EntryKind.NOTE, audience=Audience.INTERNAL, text=one.internal, by=CLERK)
    if received is not None:
        photos.add(report, [received], one.received_at, PhotoOrigin.REPORTER)
    if one.contact is not None:
        contacts.put(report, one.contact, config, now)
    supports = (DefectSupport(report_id=report.id, device_digest=digest(f"{number}")) for number in range(one.supports))
    db.session.add_all(supports)


def _take(report: DefectReport, step: Step) -> None:
    details: Row = {"expected_on": f"{step.expected_on}"} if step.expected_on else {}
    _say(
        report,
        step.at,
        kind=EntryKind.QUESTION if step.status is DefectStatus.QUESTION else EntryKind.STATUS,
        audience=Audience.OWN if step.status is DefectStatus.REJECTED else Audience.PUBLIC,
        status=step.status,
        reason=Unresolved(step.reason) if step.reason else None,
        text=step.note,
        by=CLERK,
        details=details | ({"forwarded_to": step.forwarded_to} if step.forwarded_to else {}),
    )


def _say(report: DefectReport, at: datetime, **what: Any) -> None:
    line = {"kind": EntryKind.STATUS, "audience": Audience.PUBLIC, "details": {}} | what
    db.session.add(DefectEntry(report_id=report.id, at=at, **line))


def _publish_photo(of: uuid.UUID) -> None:
    wishes = [{"id": row.id, "public": True, "redactions": []} for row in photos.of_report(of)]
    db.session.rollback()
    ready = photos.prepare(of, wishes)
    with transaction():
        for row in photos.of_report(of):
            photos.publish(row, ready)
        bump()


def _plant_figures(categories: Mapping[str, DefectCategory], now: datetime) -> None:
    """Earlier months, as they are left in the count when the reports themselves are gone."""
    today, slugs = local_day(now), list(categories)
    last = today.year * 12 + today.month - 1 - YOUNGEST
    for ago, reports in enumerate(EARLIER):
        month = f"{(last - ago) // 12}-{(last - ago) % 12 + 1:02}"
        for number in range(reports):
            category, days = categories[slugs[(ago + number * 3) % len(slugs)]], (ago + number) % 5
            figure = DefectFigure(
                category_slug=category.slug, category_name=category.name, month=month, closed_month=month,
                days_to_answer=days, in_time=days < 4, days_to_done=days + 2 + number,
                outcome=OUTCOMES[number % len(OUTCOMES)].value,
            )  # fmt: skip
            db.session.add(figure)
    db.session.add(DefectCounter(year=today.year, last=sum(EARLIER[: max(0, today.month - YOUNGEST)])))
    db.session.flush()


def _assignee() -> uuid.UUID | None:
    clerk = select(StaffAccount.id).join(Membership, Membership.account_id == StaffAccount.id)
    return db.session.scalar(clerk.where(StaffAccount.name == CLERK).limit(1))
