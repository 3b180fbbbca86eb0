# SPDX-License-Identifier: EUPL-1.2
"""One report as staff see it: what came in, what of it is or would be public, its whole history, and what may be done
next. Never the contact. Knows no request; never commits."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select

from backend.db import db
from backend.defects import answers, contacts, duplicates, overview, photos, placeholders
from backend.defects.clerk import Clerk
from backend.defects.guard import as_browsers_count, find, place_to_show
from backend.defects.models import (
    DefectCategory,
    DefectContact,
    DefectEntry,
    DefectFlag,
    DefectReport,
    DefectSettings,
)
from backend.defects.ringing import following
from backend.defects.states import DefectStatus, light, may_follow, needs
from backend.defects.working_time import answered, promise
from backend.instants import local_day
from backend.problems import Missing
from backend.push.operations import reach
from backend.text import shorten

Row = dict[str, Any]


def show(report_id: uuid.UUID, clerk: Clerk) -> Row:
    """Everything about a report but the contact. Raises Missing."""
    found = overview.find([report_id])
    if not found:
        raise Missing("There is no such report.")
    (row,) = found
    report = db.session.get_one(DefectReport, report_id)
    category = db.session.get_one(DefectCategory, report.category_id)
    (listed,) = overview.in_list([row], clerk.clock, clerk.now)
    end = contacts.end(report.id)
    return (
        listed
        | _public(report)
        | {
            "reason": report.reason,
            "text": report.description,
            "finds": _finds(report.description),
            "published_at": report.published_at,
            "hidden": report.hidden_at is not None,
            "photos": _photos(report),
            "answers": answers.labelled(category.questions, report.answers),
            "history": _history(report.id),
            "has_contact": end is not None,
            "contact_until": end,
            "promise": _promise(report, category, clerk),
            "transitions": _transitions(report.status),
            "templates": _templates(report, category),
            "duplicates": _duplicates(report, clerk),
            "merged": _references(DefectReport.master_id == report.id),
            "master": next(iter(_references(DefectReport.id == report.master_id)), None),
            "neighbours": _neighbours(report.id, clerk.now),
            "open_flags": _flags(report.id),
            "told": _told(report),
        }
    )


def _public(report: DefectReport) -> Row:
    """What everybody reads, or what is proposed before the first decision."""
    decided = report.published_at is not None
    return {
        "public_text": report.public_text if decided else report.public_text or report.description,
        "text_public": report.text_public if decided else bool(report.description),
        "public_place": place_to_show(report),
    }


def _finds(text: str) -> list[Row]:
    found = find(text)
    return [
        {"start": shown.start, "end": shown.end, "kind": one.kind, "text": text[one.start : one.end]}
        for one, shown in zip(found, as_browsers_count(text, found), strict=True)
    ]


def _photos(report: DefectReport) -> list[Row]:
    return [
        overview.private_photo(row)
        | {
            "id": row.id,
            "public": row.public,
            "redactions": row.redactions,
            "by": row.by,
            "added_at": row.added_at,
        }
        for row in photos.of_report(report.id)
    ]


def _history(report_id: uuid.UUID) -> list[Row]:
    entry = DefectEntry
    rows = db.session.scalars(select(entry).where(entry.report_id == report_id).order_by(entry.at, entry.id))
    names = ("id", "at", "kind", "audience", "status", "reason", "text", "by", "details")
    return [
        {name: getattr(row, name) for name in names} | {"light": light(row.status) if row.status else None}
        for row in rows
    ]


def _promise(report: DefectReport, category: DefectCategory, clerk: Clerk) -> Row:
    answer = answered(report)
    return {
        "days": category.promise_days,
        "due_on": report.due_on,
        "answered_on": local_day(answer) if answer else None,
        "state": promise(report.due_on, answer, clerk.now),
        "used_days": clerk.clock.used_days(report.reopened_at or report.received_at, answer or clerk.now),
    }


def _transitions(status: DefectStatus) -> list[Row]:
    return [{"status": one, "needs": list(needs(one, before=status))} for one in may_follow(status)]


def _templates(report: DefectReport, category: DefectCategory) -> list[Row]:
    """The category's own first; only what may come next."""
    settings = db.session.scalar(select(DefectSettings))
    offered: Sequence[Row] = [*category.templates, *(settings.templates if settings else [])]
    possible = may_follow(report.status)
    known = placeholders.known(report, category)
    return [
        {"title": one["title"], "status": one["status"], "text": placeholders.fill(one["text"], known)}
        for one in offered
        if one["status"] in possible
    ]


def _duplicates(report: DefectReport, clerk: Clerk) -> list[Row]:
    if report.status is DefectStatus.DUPLICATE:
        return []
    away = {one.id: metres for one, metres in duplicates.near([report.id], clerk.now).get(report.id, [])}
    found = overview.find(away)
    thumbs = overview.first_photos(away)
    shown = [
        overview.in_brief(row, clerk.clock, clerk.now)
        | {
            "distance": away[row.id],
            "excerpt": shorten(row.description, overview.EXCERPT),
            "photo": thumbs.get(row.id),
            "people": row.supports + 1,
        }
        for row in found
    ]
    return sorted(shown, key=lambda one: one["distance"])


def _references(condition: Any) -> list[Row]:
    query = select(DefectReport.id, DefectReport.number).where(condition).order_by(DefectReport.received_at)
    return [dict(row._mapping) for row in db.session.execute(query)]


def _neighbours(report_id: uuid.UUID, now: datetime) -> Row:
    """Of a report outside the inbox the next one is the first of the inbox."""
    ids = overview.inbox_ids(now)
    place = ids.index(report_id) if report_id in ids else None
    following = 0 if place is None else place + 1
    return {
        "prev": ids[place - 1] if place else None,
        "next": ids[following] if following < len(ids) else None,
        "position": None if place is None else place + 1,
        "total": len(ids),
    }


def _flags(report_id: uuid.UUID) -> list[Row]:
    flag = DefectFlag
    query = select(flag.id, flag.reason, flag.text, flag.at).where(flag.report_id == report_id)
    return [dict(row._mapping) for row in db.session.execute(query.where(flag.decided_at.is_(None)).order_by(flag.at))]


def _told(report: DefectReport) -> Row:
    """Whom the next public answer reaches, with those who have reported the same."""
    same = select(DefectReport.id, DefectReport.own_topic)
    led = db.session.execute(same.where(DefectReport.master_id == report.id)).all()
    mail = select(DefectContact.id).where(
        DefectContact.report_id.in_([report.id, *(one.id for one in led)]), DefectContact.mail_updates
    )
    topics = [report.own_topic, *(one.own_topic for one in led)]
    by_mail = db.session.scalars(mail.limit(1)).first() is not None
    return {
        "reporter": by_mail or bool(reach.wanted(topics)),
        "followers": reach.devices([following(report.id)]),
    }
