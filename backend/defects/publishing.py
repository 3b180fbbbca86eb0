# SPDX-License-Identifier: EUPL-1.2
"""What everybody sees of a report: its words, its place and each photo apart, as a clerk decides. Knows no request;
never commits."""

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from backend.db import db
from backend.defects import deeds, operations, photos, ringing
from backend.defects.guard import find, place_to_show
from backend.defects.models import DefectCategory, DefectReport
from backend.defects.photos import Ready
from backend.defects.states import NEVER_PUBLIC, DefectStatus
from backend.editing.contents import one_line
from backend.problems import Invalid, Problem
from backend.text import legal

Row = dict[str, Any]


class OpenFinds(Problem):
    """What would be public tells who somebody is, and nobody has said that it may."""

    code, status, title = "open-finds", 422, "Private data would be public"


def show(
    report: DefectReport,
    category: DefectCategory,
    body: Row,
    ready: Mapping[uuid.UUID, Ready],
    wanted: DefectStatus | None,
    now: datetime,
) -> None:
    """Bring words, place and photos into the shape that a step wants. Raises Invalid, OpenFinds, PhotoChanged."""
    words = _words(report, category, body)
    hidden = report.hidden_at is not None if body["hidden"] is None else body["hidden"]
    public = (wanted or report.status) not in NEVER_PUBLIC and not hidden
    if public and not body["insist"]:
        _refuse_open_finds(report, words)
    for name, value in words.items():
        setattr(report, name, value)
    if public:
        report.published_at = report.published_at or now
        _show_photos(report, body["photos"], ready)
    else:
        photos.unpublish_all(report)
        ringing.silence(report)
        deeds.settle_flags(report, now)
    report.hidden_at = (report.hidden_at or now) if hidden else None
    operations.refresh_search_text(report)
    db.session.flush()


def _words(report: DefectReport, category: DefectCategory, body: Row) -> Row:
    """The columns that change."""
    words: Row = {}
    if body["title"] is not None:
        words["title"] = one_line(body["title"]).strip() or category.name
    if body["public_text"] is not None:
        words["public_text"] = legal(body["public_text"]).strip()
    if body["text_public"] is not None:
        words["text_public"] = body["text_public"]
    if body["public_place"] is not None:
        words["public_place"] = one_line(body["public_place"]).strip()
    else:
        words["public_place"] = place_to_show(report)
    return words


def _refuse_open_finds(report: DefectReport, words: Row) -> None:
    """Of what this step brings to the public; whoever has insisted once is not asked again."""
    seen = report.published_at is not None and report.hidden_at is None and report.status not in NEVER_PUBLIC
    before = _readable(report, {}) if seen else {}
    fresh = {name: text for name, text in _readable(report, words).items() if text != before.get(name)}
    found = {name: [f"{one.kind} at {one.start}" for one in find(text)] for name, text in fresh.items()}
    if errors := {name: finds for name, finds in found.items() if finds}:
        raise OpenFinds("Cover it, or say that it may be public.", errors)


def _readable(report: DefectReport, words: Row) -> dict[str, str]:
    """What everybody reads once these words stand in the columns."""

    def value(name: str) -> Any:
        return words[name] if name in words else getattr(report, name)

    names = ("title", "public_place", "public_text") if value("text_public") else ("title", "public_place")
    return {name: value(name) or "" for name in names}


def _show_photos(report: DefectReport, wishes: list[Row], ready: Mapping[uuid.UUID, Ready]) -> None:
    rows = {row.id: row for row in photos.of_report(report.id)}
    if any(wish["id"] not in rows for wish in wishes):
        raise Invalid("There is no such photo.", {"photos": ["There is no such photo."]})
    if len({wish["id"] for wish in wishes}) < len(wishes):
        raise Invalid("A photo is named twice.", {"photos": ["A photo is named twice."]})
    for wish in wishes:
        if wish["public"]:
            photos.publish(rows[wish["id"]], ready)
        else:
            photos.unpublish(rows[wish["id"]])
