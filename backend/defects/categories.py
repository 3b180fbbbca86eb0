# SPDX-License-Identifier: EUPL-1.2
"""What can be reported, and who answers: as ADMIN edits it. Knows no request; never commits.

Nobody may report into the void: a category without a mail address that gets its reports cannot be switched on.
"""

import smtplib
import uuid
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from backend import audit, jobs, mail, reference
from backend.config import current_settings
from backend.db import db
from backend.defects import office_letters, office_mails, placeholders
from backend.defects.clerk import Clerk
from backend.defects.models import DefectCategory, DefectReport
from backend.defects.states import OPEN
from backend.editing.contents import line_or_none, one_line
from backend.problems import Conflict, Invalid, Missing, PreconditionFailed
from backend.reads import bump
from backend.tenants.file_schema import ICONS
from backend.text import fold, legal

Row = dict[str, Any]
CONTENT = (
    "name", "group", "icon", "hint", "keywords", "questions", "templates", "email", "promise_days", "radius", "active",
    "position",
)  # fmt: skip
LONGEST_CODE, LONGEST_SLUG = 40, 50
CHOICES = ("choice", "choices")


class CategoryInUse(Conflict):
    """Reports belong to this category: it can be switched off, not deleted."""

    code, title = "in-use", "The category has reports"


class MailRefused(Conflict):
    """The mail server did not take a mail for this address."""

    code, title = "mail-refused", "The mail was not handed over"


class NobodyToAsk(Conflict):
    """There is no address to which a mail could go."""

    code, title = "no-recipient", "The category has no recipient"


def list_categories(config: Row) -> list[Row]:
    """All categories in the municipality's order, also those that are switched off."""
    rows = db.session.scalars(select(DefectCategory).order_by(DefectCategory.position, DefectCategory.name))
    counts = _counts()
    return [_as_dict(row, counts, config) for row in rows]


def get(category_id: uuid.UUID, config: Row) -> Row:
    """One category. Raises Missing."""
    row = db.session.get(DefectCategory, category_id)
    if row is None:
        raise Missing("There is no such category.")
    return _as_dict(row, _counts(), config)


def add(content: Row, clerk: Clerk) -> Row:
    """A new one. Raises Invalid."""
    content = _tidy(content, clerk.config)
    row = DefectCategory(slug=_free_slug(content["name"]), version=1, edited=True, **content)
    try:
        with db.session.begin_nested():
            db.session.add(row)
    except IntegrityError as error:
        raise Invalid("Somebody has just added it.", {"name": ["Somebody has just added it."]}) from error
    audit.note("defect-category.added", clerk.who, row.name)
    bump()
    return get(row.id, clerk.config)


def change(category_id: uuid.UUID, content: Row, expected: int | None, clerk: Clerk) -> Row:
    """Change a category, for reports to come. Raises Missing, PreconditionFailed, Invalid."""
    row = _locked(category_id, expected, clerk.config)
    for name, value in _tidy(content, clerk.config).items():
        setattr(row, name, value)
    row.edited, row.version = True, row.version + 1
    audit.note("defect-category.changed", clerk.who, row.name)
    bump()
    db.session.flush()
    return get(row.id, clerk.config)


def delete(category_id: uuid.UUID, expected: int | None, clerk: Clerk) -> None:
    """Delete a category that never had a report. Raises Missing, PreconditionFailed, CategoryInUse."""
    row = _locked(category_id, expected, clerk.config)
    name = row.name
    try:
        with db.session.begin_nested():
            db.session.delete(row)
    except IntegrityError as error:
        raise CategoryInUse() from error
    audit.note("defect-category.deleted", clerk.who, name)
    bump()


def send_test_mail(category_id: uuid.UUID, clerk: Clerk) -> None:
    """Hand a mail for the office over now, so that whoever waits learns whether it was taken. Raises Missing,
    NobodyToAsk, MailRefused."""
    with jobs.reading():
        known = get(category_id, clerk.config)
    if known["recipient"] is None:
        raise NobodyToAsk()
    try:
        mail.deliver(current_settings(), known["recipient"], *office_letters.test(clerk.town, known["name"]))
    except (OSError, smtplib.SMTPException, ValueError) as error:
        raise MailRefused("The mail server did not take it.") from error
    audit.note("defect-category.tested", clerk.who, known["name"])


def _tidy(content: Row, config: Row) -> Row:
    found = {name: content[name] for name in CONTENT}
    found |= {name: one_line(content[name]).strip() for name in ("name", "group")}
    found["hint"] = legal(content["hint"]).strip()
    found["keywords"] = [word for word in (one_line(one).strip() for one in content["keywords"]) if word]
    found["templates"] = placeholders.tidy(content["templates"])
    found["email"] = line_or_none(content["email"])
    found["questions"] = [_question(one, place) for place, one in enumerate(content["questions"])]
    if not fold(found["name"]):
        raise Invalid("The name is missing.", {"name": ["The name is missing."]})
    if found["icon"] not in ICONS:
        raise Invalid("There is no such icon.", {"icon": ["There is no such icon."]})
    codes = [one["code"] for one in found["questions"]]
    for place, code in enumerate(codes):
        if code in codes[:place]:
            raise _wrong_question(place, "code", "Another question has this code.")
    if found["active"] and office_mails.recipient_of(found["email"], config) is None:
        message = "Nobody would get these reports: name an office first."
        raise Invalid(message, {"email": [message]})
    return found


def _question(question: Row, place: int) -> Row:
    label = one_line(question["label"]).strip()
    code = question["code"] or reference.slug_of(label)[:LONGEST_CODE]
    if not code or not fold(label):
        raise _wrong_question(place, "label", "The question is missing.")
    options = [
        {"key": one["key"] or reference.slug_of(one["label"]), "label": one_line(one["label"]).strip()}
        for one in question["options"]
    ]
    # Without a key an answer could not be told from none.
    keys = {one["key"] for one in options if fold(one["label"])} - {""}
    if question["kind"] in CHOICES and len(keys) < max(2, len(options)):
        raise _wrong_question(place, "options", "A choice needs two or more, all of them different.")
    return question | {
        "code": code,
        "label": label,
        "help": line_or_none(question["help"]),
        "options": options if question["kind"] in CHOICES else [],
    }


def _wrong_question(place: int, field: str, words: str) -> Invalid:
    return Invalid(words, {"questions": {str(place): {field: [words]}}})


def _free_slug(name: str) -> str:
    taken = set(db.session.scalars(select(DefectCategory.slug)))
    slug = reference.slug_of(name.replace("\u00ad", ""))[:LONGEST_SLUG] or "kategorie"
    return next(one for one in (slug, *(f"{slug}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)


def _locked(category_id: uuid.UUID, expected: int | None, config: Row) -> DefectCategory:
    row = db.session.scalar(select(DefectCategory).where(DefectCategory.id == category_id).with_for_update())
    if row is None:
        raise Missing("There is no such category.")
    if row.version != expected:
        raise PreconditionFailed(get(category_id, config))
    return row


def _counts() -> dict[uuid.UUID, tuple[int, int]]:
    """How many reports each category has, and how many of them are open."""
    report, found = DefectReport, dict[uuid.UUID, tuple[int, int]]()
    by = select(report.category_id, report.status, func.count(report.id)).group_by(report.category_id, report.status)
    for category_id, status, count in db.session.execute(by):
        total, open_ones = found.get(category_id, (0, 0))
        found[category_id] = total + count, open_ones + (count if status in OPEN else 0)
    return found


def _as_dict(row: DefectCategory, counts: dict[uuid.UUID, tuple[int, int]], config: Row) -> Row:
    total, open_ones = counts.get(row.id, (0, 0))
    return {name: getattr(row, name) for name in ("id", "version", *CONTENT)} | {
        "code": row.slug,
        "recipient": office_mails.recipient_of(row.email, config),
        "reports": total,
        "open": open_ones,
    }
