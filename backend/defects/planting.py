# SPDX-License-Identifier: EUPL-1.2
"""The reporter in the tenant file: what `apply` plants and `export` writes. Knows no request; never commits.

What staff edited or made in the app is theirs: the file leaves it.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from backend.db import db
from backend.defects.models import DefectCategory, DefectReport, DefectSettings
from backend.tenants.check_defects import DEFECTS, USUAL_DAYS, usual_seeds
from backend.tenants.operations import Part
from backend.tenants.tenant_file import Plan

Row = dict[str, Any]
COLUMNS = (
    "slug", "name", "group", "icon", "hint", "keywords", "email", "promise_days", "radius", "active", "position",
    "questions", "templates",
)  # fmt: skip
SETTINGS = ("promise_days", "templates")


def plant(plan: Plan, now: datetime) -> list[str]:
    """Bring categories (by slug) and settings in line with the file; a line per change."""
    existing = {row.slug: row for row in db.session.scalars(select(DefectCategory))}
    lines = []
    if plan.defects is not None:
        lines += _plant_settings({name: plan.defects[name] for name in SETTINGS})
        for seed in plan.defects["categories"]:
            lines += _plant_category(existing.pop(seed["slug"], None), seed)
    for row in existing.values():
        lines += _take_out(row)
    return lines


def export(config: Row) -> Row:
    """The file's own section, with what stands in the rows unless it is what would be planted anyway."""
    table: Row = dict(config["file"].get(DEFECTS, {}))
    settings = db.session.scalar(select(DefectSettings))
    if settings is not None:
        usual = usual_seeds(config, settings.promise_days)
        rows = db.session.scalars(select(DefectCategory).order_by(DefectCategory.position, DefectCategory.slug))
        categories = [_values(row) for row in rows]
        if settings.promise_days != USUAL_DAYS:
            table["promise_days"] = settings.promise_days
        if settings.templates != usual["templates"]:
            table["templates"] = settings.templates
        if categories != usual["categories"]:
            table["categories"] = [_written(row, usual["email"], settings.promise_days) for row in categories]
    return {DEFECTS: table} if table else {}


PART = Part(plant, export)


def _plant_settings(seed: Row) -> list[str]:
    row = db.session.scalar(select(DefectSettings))
    if row is None:
        db.session.add(DefectSettings(**seed))
        return ["defects: added"]
    if {name: getattr(row, name) for name in SETTINGS} == seed:
        return []
    if row.edited:
        return ["defects: kept: promise and answers were edited in the app"]
    _take_on(row, seed)
    return ["defects: changed"]


def _plant_category(row: DefectCategory | None, seed: Row) -> list[str]:
    if row is None:
        db.session.add(DefectCategory(**seed))
        return [f"defects category {seed['slug']}: added"]
    if _values(row) == seed:
        return []
    if row.edited:
        return [f"defects category {row.slug}: kept: edited in the app"]
    _take_on(row, seed)
    return [f"defects category {row.slug}: changed"]


def _take_out(row: DefectCategory) -> list[str]:
    """A category that no file names any more: it stays where staff made it, and without choice where reports are filed
    there."""
    if row.edited or not row.active:
        return []
    if db.session.scalar(select(DefectReport.id).where(DefectReport.category_id == row.id).limit(1)):
        _take_on(row, {"active": False})
        return [f"defects category {row.slug}: switched off, reports are filed there"]
    db.session.delete(row)
    return [f"defects category {row.slug}: removed"]


def _take_on(row: DefectCategory | DefectSettings, values: Row) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1  # whoever edits it now learns of it


def _values(row: DefectCategory) -> Row:
    return {name: getattr(row, name) for name in COLUMNS}


def _written(values: Row, email: str | None, promise_days: int) -> Row:
    """A category as a file has it: without what it would get anyway."""
    anyway = {"email": email, "promise_days": promise_days, "active": True}
    written = {
        name: value
        for name, value in values.items()
        if name != "position" and value not in ("", None, []) and (name not in anyway or value != anyway[name])
    }
    if values["questions"]:
        written["questions"] = [_asked(question) for question in values["questions"]]
    return written


def _asked(question: Row) -> Row:
    asked = {name: question[name] for name in ("code", "label", "help", "kind") if question[name]}
    options = [option["label"] for option in question["options"]]
    return asked | ({"required": True} if question["required"] else {}) | ({"options": options} if options else {})
