# SPDX-License-Identifier: EUPL-1.2
"""One step of a clerk: where a report stands now, the answer, and what everybody sees of it. Knows no request; never
commits."""

import uuid
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from backend import audit
from backend.db import db
from backend.defects import contacts, deeds, merging, office_mails, photos, placeholders, publishing, ringing
from backend.defects.clerk import Clerk
from backend.defects.models import DefectCategory, DefectReport
from backend.defects.showing import show
from backend.defects.states import (
    CLOSED,
    NEVER_PUBLIC,
    OPEN,
    Audience,
    DefectStatus,
    EntryKind,
    Unresolved,
    may_follow,
    needs,
)
from backend.editing.contents import one_line
from backend.instants import local_day
from backend.problems import Conflict, Invalid
from backend.reads import bump
from backend.text import fold, legal

Row = dict[str, Any]
FURTHEST = timedelta(days=3 * 366)
MISSING = {
    "note": "The answer is missing.",
    "expected_on": "The date is missing.",
    "forwarded": "The office is missing.",
    "reason": "The reason is missing.",
    "master": "The other report is missing.",
}


class NoDuplicate(Conflict):
    """Only a duplicate can be parted from its master."""

    code, title = "no-duplicate", "The report is no duplicate"


def decide(report_id: uuid.UUID, body: Row, expected: int | None, clerk: Clerk) -> Row:
    """Take one step: state, answer, publication. Raises Missing, PreconditionFailed, Invalid, OpenFinds,
    PhotoChanged."""
    wanted = DefectStatus(body["status"]) if body["status"] else None
    body = body | {"forwarded": _office(body["forwarded"])}
    shown = wanted not in NEVER_PUBLIC and not body["hidden"]
    # Before the first statement of this transaction: encoding takes long.
    ready = photos.prepare(report_id, body["photos"]) if shown else {}
    report = deeds.locked(report_id, clerk, expected, body["master"] if wanted is DefectStatus.DUPLICATE else None)
    category = db.session.get_one(DefectCategory, report.category_id)
    note = _note(report, category, body)
    master = _check(report, wanted, body, note, clerk)
    publishing.show(report, category, body, ready, wanted, clerk.now)
    if wanted is not None:
        _step(report, wanted, body, note, master, clerk)
    else:
        hid = {} if body["hidden"] is None else {"hidden": body["hidden"]}
        deeds.log(report, clerk, kind=EntryKind.TEXT, audience=Audience.INTERNAL, details=hid)
    deeds.changed(report, clerk.now)
    done = wanted or ("hidden" if body["hidden"] else "changed")
    audit.note(f"report.{done}", clerk.who, report.number, id=str(report.id))
    db.session.flush()
    return show(report_id, clerk)


def part(report_id: uuid.UUID, expected: int | None, clerk: Clerk) -> Row:
    """Lead a duplicate on by itself again. Raises Missing, PreconditionFailed, NoDuplicate."""
    report = deeds.locked(report_id, clerk, expected)
    if report.status is not DefectStatus.DUPLICATE:
        raise NoDuplicate()
    merging.part(report, clerk.config, clerk.now, clerk.who.name)
    bump()
    audit.note("report.parted", clerk.who, report.number, id=str(report.id))
    db.session.flush()
    return show(report_id, clerk)


def _office(given: Row | None) -> Row | None:
    """To whom a report goes; None if nobody could read the name."""
    name = one_line(given["name"]).strip() if given else ""
    return {**given, "name": name, "message": legal(given["message"]).strip()} if given and fold(name) else None


def _note(report: DefectReport, category: DefectCategory, body: Row) -> str:
    office = body["forwarded"]["name"] if body["forwarded"] else None
    known = placeholders.known(report, category, body["expected_on"], office, body["public_place"])
    note = placeholders.fill(legal(body["note"]).strip(), known)
    if left := placeholders.left(note):
        raise Invalid("Something in the answer is not filled in.", {"note": [f"{{{left[0]}}} is not filled in."]})
    return note


def _check(
    report: DefectReport, wanted: DefectStatus | None, body: Row, note: str, clerk: Clerk
) -> DefectReport | None:
    """Refuse what is not possible from here; gives the report that leads on."""
    if wanted is None:
        if report.published_at is None or report.status in NEVER_PUBLIC:
            raise Invalid("What nobody sees needs a state first.", {"status": ["The state is missing."]})
        if note:
            raise Invalid("An answer needs a state.", {"status": ["The state is missing."]})
        return None
    if wanted not in may_follow(report.status):
        words = f'After "{report.status}" there is no "{wanted}".'
        raise Invalid(words, {"status": [words]})
    given = body | {"note": note}
    if missing := [need for need in needs(wanted, before=report.status) if not given[need]]:
        raise Invalid("Something is missing.", {need: [MISSING[need]] for need in missing})
    today, day = local_day(clerk.now), body["expected_on"]
    if day is not None and not today <= day <= today + FURTHEST:
        raise Invalid("This day is not possible.", {"expected_on": ["Must be today or later, within three years."]})
    return merging.leader(report, body["master"]) if wanted is DefectStatus.DUPLICATE else None


def _step(
    report: DefectReport, wanted: DefectStatus, body: Row, note: str, master: DefectReport | None, clerk: Clerk
) -> None:
    now, office = clerk.now, body["forwarded"] if wanted is DefectStatus.FORWARDED else None
    _move(report, wanted, clerk)
    report.reason = Unresolved(body["reason"]) if wanted is DefectStatus.CLOSED_UNRESOLVED else None
    report.expected_on = body["expected_on"] if wanted in OPEN else None
    if office:
        report.forwarded_to = office["name"]
    elif wanted is not DefectStatus.CLOSED_UNRESOLVED:
        report.forwarded_to = None
    # Whoever answers first goes on with it.
    report.assignee_id = report.assignee_id or clerk.who.account_id
    report.replied_at = None
    public = wanted is not DefectStatus.REJECTED
    if note and public and report.answered_at is None:
        report.answered_at = now
    entry = deeds.log(
        report,
        clerk,
        kind=EntryKind.QUESTION if wanted is DefectStatus.QUESTION else EntryKind.STATUS,
        audience=Audience.PUBLIC if public else Audience.OWN,
        status=wanted,
        reason=report.reason,
        text=note or None,
        details=_details(report, office, master),
    )
    if master is not None:
        merging.merge(report, master)
    if wanted in NEVER_PUBLIC:
        merging.let_go(report, clerk.config, now, clerk.who.name)
    contacts.follow(report, clerk.config, now)
    db.session.flush()
    ringing.tell(report, entry, now, clerk.who)
    if office and office["email"]:
        office_mails.forward(report, office, clerk)


def _move(report: DefectReport, wanted: DefectStatus, clerk: Clerk) -> None:
    report.status = wanted
    report.closed_at = clerk.now if wanted in CLOSED else None
    if wanted is not DefectStatus.DUPLICATE:
        report.master_id = None


def _details(report: DefectReport, office: Mapping[str, Any] | None, master: DefectReport | None) -> Row:
    return {
        **({"expected_on": report.expected_on.isoformat()} if report.expected_on else {}),
        **({"forwarded_to": report.forwarded_to, "email": office["email"]} if office else {}),
        **({"master": str(master.id), "master_number": master.number} if master else {}),
    }
