# SPDX-License-Identifier: EUPL-1.2
"""Who hears what of a report: its reporter by notification and mail, and whoever follows it, once it is public. Knows
no request; never commits.

A topic is all that a push service and other phones could ever see of a reporter, so the reporter's own never goes out
together with the one that everybody may follow. Mails and notifications tell nothing that only the reporter may read.
"""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from backend import mail
from backend.config import current_settings
from backend.db import current_tenant_id, db
from backend.defects import contacts, letters, wording
from backend.defects.describing import is_visible
from backend.defects.models import DefectCategory, DefectEntry, DefectReport
from backend.defects.states import Audience, DefectStatus
from backend.push.operations import messages, subscriptions
from backend.push.operations.messages import Notification, Subject
from backend.staff import Staff
from backend.tenants.describe import origin
from backend.tenants.models import Tenant
from backend.text import shorten

Row = dict[str, Any]
FOLLOWED, OWN = "defect", "report"  # kinds of subjects, and where their topics begin
LONGEST_TITLE, LONGEST_TEXT = 120, 160
LIFE = timedelta(days=3)
ASKED = "Die Verwaltung hat eine Frage an Sie."
ANSWERED = "Die Verwaltung hat geantwortet."
MOVED = "Es gibt einen neuen Stand."


def following(report_id: uuid.UUID) -> str:
    """The topic of whoever follows a public report."""
    return f"{FOLLOWED}:{report_id}"


def tell(report: DefectReport, entry: DefectEntry, now: datetime, who: Staff | None) -> None:
    """Let everybody know whom a new line of the history concerns: followers if it is public, the reporter if `who`
    wrote it; and those of the reports that this one leads."""
    if entry.audience is Audience.INTERNAL:
        return
    if who is not None:
        _tell_reporter(report, entry, now)
    _tell_followers(report, entry, now)
    if entry.audience is Audience.PUBLIC:
        for led in db.session.scalars(select(DefectReport).where(DefectReport.master_id == report.id)):
            _tell_reporter(led, entry, now)
            _tell_followers(led, entry, now)


def confirm(report: DefectReport, config: Row) -> None:
    """Write to who has just reported, and wants mail."""
    contact = contacts.read(report.id)
    if contact is None or not contact["mail_updates"]:
        return
    category: str = db.session.scalars(select(DefectCategory.name).where(DefectCategory.id == report.category_id)).one()
    link = _link(report, contact["email"], config)
    mail.queue(contact["email"], *letters.received(config["tenant"]["name"], category, report, link))


def silence(report: DefectReport) -> None:
    """Nothing rings any more of what is gone from the public; the reporter is still told."""
    messages.cancel(Subject(FOLLOWED, report.id))


def forget(reports: Iterable[DefectReport]) -> None:
    """Delete every wish to hear of these reports; call it when they, or their contacts, go."""
    subscriptions.forget_topics([topic for one in reports for topic in (one.own_topic, following(one.id))])


def exists(report_id: uuid.UUID, _now: datetime) -> bool:
    """Whether the reporter can still look at it."""
    mine = select(DefectReport.id).where(DefectReport.id == report_id, DefectReport.secret_digest != "")
    return db.session.scalar(mine) is not None


# Whether a message may still go out, by the kind of its subject.
VISIBLE = {FOLLOWED: is_visible, OWN: exists}


def _tell_followers(report: DefectReport, entry: DefectEntry, now: datetime) -> None:
    if entry.audience is Audience.PUBLIC and is_visible(report.id, now):
        note = shorten(" ".join((entry.text or "").split()), LONGEST_TEXT)
        _announce(FOLLOWED, report, following(report.id), (f"{report.title}: {_state(report, entry)}", note), now)


def _tell_reporter(report: DefectReport, entry: DefectEntry, now: datetime) -> None:
    # A question is for the reporter of the report that it was asked about; led ones cannot answer it.
    asks = entry.status is DefectStatus.QUESTION and entry.report_id == report.id
    state = _state(report, entry)
    # In nobody's name: whoever reported what leads has reopened it.
    said = ASKED if asks else ANSWERED if entry.by else MOVED
    _announce(OWN, report, report.own_topic, (f"{report.number}: {state}", said), now)
    _write(report, state, entry.text if entry.audience is Audience.PUBLIC else None, asks=asks)


def _state(report: DefectReport, entry: DefectEntry) -> str:
    office, day = entry.details.get("forwarded_to"), entry.details.get("expected_on")
    expected_on = date.fromisoformat(day) if day else None
    return wording.state(entry.status or report.status, forwarded_to=office, expected_on=expected_on)


def _announce(kind: str, report: DefectReport, topic: str, words: tuple[str, str], now: datetime) -> None:
    title, text = words
    # In nobody's name: what the log says of it names no topic.
    messages.announce(
        Notification(shorten(title, LONGEST_TITLE), text, f"/maengel/{report.id}", (topic,)),
        now=now, who=None, subject=Subject(kind, report.id), expires_at=now + LIFE, anew=True,
    )  # fmt: skip


def _write(report: DefectReport, state: str, note: str | None, *, asks: bool) -> None:
    contact = contacts.read(report.id)
    if contact is None or not contact["mail_updates"]:
        return
    config: Row = db.session.scalars(select(Tenant.config).where(Tenant.id == current_tenant_id())).one()
    name, link = config["tenant"]["name"], _link(report, contact["email"], config)
    words = letters.question(name, report, link) if asks else letters.news(name, report, state, note, link)
    mail.queue(contact["email"], *words)


def _link(report: DefectReport, email: str, config: Row) -> str:
    start = origin(config["tenant"]["slug"], config["hosts"], current_settings())
    return f"{start}/maengel/{report.id}#{contacts.token(report, email)}"
