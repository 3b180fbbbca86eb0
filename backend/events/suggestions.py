# SPDX-License-Identifier: EUPL-1.2
"""What residents suggest: received without an account, decided by editors, seen again with the phone's own secret.
Knows no request; never commits.

Contacts are personal data: sealed, and gone 30 days after the decision, at the latest 180 days after arrival.
"""

import uuid
from datetime import datetime, timedelta
from typing import Any

import orjson
from sqlalchemy import case, delete, func, select, update
from sqlalchemy.exc import IntegrityError

from backend import audit
from backend.bulk import change_rows
from backend.db import db, new_id
from backend.editing import Acting
from backend.editing.contents import line_or_none, one_line
from backend.events.editing import EVENTS
from backend.events.models import Event, EventOrganiser, EventSuggestion, EventSuggestionContact, SuggestionState
from backend.events.operations import is_visible
from backend.events.series import EMPTY_TIMING, BadTiming, read_series
from backend.events.walltime import today
from backend.problems import Conflict, Invalid, Missing
from backend.publishing import visible
from backend.sealing import digest, same, seal, unseal
from backend.staff import Staff
from backend.text import fold, html_from_plain, legal

Row = dict[str, Any]
CONTENT = ("title", "start", "end", "all_day", "place", "description", "organiser", "link")
AT_LEAST = 2000  # milliseconds; nobody fills the form in faster
CONTACT_KEPT, CONTACT_KEPT_AT_MOST = timedelta(days=30), timedelta(days=180)
KEPT = timedelta(days=400)


class OtherSuggestion(Conflict):
    """The id that the phone chose belongs to something else."""

    code, title = "id-taken", "Another suggestion has this id"


class AlreadyDecided(Conflict):
    """Somebody else was faster."""

    code, title = "already-decided", "The suggestion was decided already"


def suggest(body: Row, secret: str, now: datetime) -> tuple[Row, bool]:
    """Take a suggestion in; and whether it is new: sent twice it arrives once, with the contact that came last. What a
    machine has filled in is answered like any other, and not kept. Raises Invalid by field, OtherSuggestion."""
    content = _accept(body, now)
    if body["website"] or body["elapsed_ms"] < AT_LEAST:
        return _shown(EventSuggestion(id=body["id"], state=SuggestionState.RECEIVED, received_at=now, **content)), True
    known = db.session.get(EventSuggestion, body["id"])
    if known is None:
        row = EventSuggestion(id=body["id"], secret_digest=digest(secret), received_at=now, **content)
        row.state = SuggestionState.RECEIVED
        contact = EventSuggestionContact(
            suggestion_id=row.id, sealed=_seal(body["contact"]), delete_at=now + CONTACT_KEPT_AT_MOST
        )
        try:
            with db.session.begin_nested():
                db.session.add(row)
                db.session.flush()
                db.session.add(contact)
            return _shown(row), True
        except IntegrityError as error:
            # The same request a moment earlier, or another municipality's.
            known = db.session.get(EventSuggestion, body["id"], populate_existing=True)
            if known is None:
                raise OtherSuggestion() from error
    if not same(known.secret_digest, digest(secret)) or any(getattr(known, name) != content[name] for name in CONTENT):
        raise OtherSuggestion()
    # Who got no answer has perhaps put the address right before trying again.
    mine = EventSuggestionContact.suggestion_id == known.id
    change_rows(update(EventSuggestionContact).where(mine).values(sealed=_seal(body["contact"])))
    return _shown(known), False


def show(suggestion_id: uuid.UUID, secret: str, now: datetime) -> Row:
    """A suggestion as the one who sent it sees it. Raises Missing, also for a wrong secret: nobody learns which ids
    exist."""
    row = db.session.get(EventSuggestion, suggestion_id)
    if row is None or not same(row.secret_digest, digest(secret)):
        raise Missing("There is no such suggestion.")
    published = row.event_id is not None and is_visible(row.event_id, now)
    return _shown(row) | {
        "state": "published" if published else row.state.value,
        "event_id": row.event_id if published else None,
    }


def list_suggestions(now: datetime, *, first: int, limit: int) -> tuple[list[Row], int]:
    """Those to decide first, the oldest of them first; then the decided ones, the latest first."""
    row = EventSuggestion
    is_open = row.state == SuggestionState.RECEIVED
    order = (case((is_open, 0), else_=1), case((is_open, row.received_at)), row.decided_at.desc(), row.id)
    rows = db.session.scalars(select(row).order_by(*order).offset(first).limit(limit)).all()
    found = select(EventSuggestionContact.suggestion_id, EventSuggestionContact.sealed)
    wanted = found.where(EventSuggestionContact.suggestion_id.in_([one.id for one in rows]))
    contacts = {one.suggestion_id: one.sealed for one in db.session.execute(wanted)}
    made = [one.event_id for one in rows if one.event_id is not None]
    published = set(db.session.scalars(select(Event.id).where(Event.id.in_(made), visible(Event, now))))
    total = db.session.scalar(select(func.count(row.id))) or 0
    return [_for_staff(one, contacts.get(one.id), one.event_id in published) for one in rows], total


def accept(suggestion_id: uuid.UUID, act: Acting) -> Row:
    """Make a draft of it. Raises Missing, AlreadyDecided."""
    row = _undecided(suggestion_id)
    event, _new = EVENTS.create(new_id(), _as_event(row), act)
    row.event_id = event["id"]
    return _decide(row, SuggestionState.ACCEPTED, act.who, act.now)


def refuse(suggestion_id: uuid.UUID, note: str, who: Staff, now: datetime) -> Row:
    """Say no, perhaps why: the one who suggested it reads that. Raises Missing, AlreadyDecided."""
    row = _undecided(suggestion_id)
    row.note = legal(note).strip() or None
    return _decide(row, SuggestionState.DECLINED, who, now)


def forget_contacts(now: datetime) -> int:
    """Remove the contacts whose time is over."""
    return change_rows(delete(EventSuggestionContact).where(EventSuggestionContact.delete_at < now))


def forget(now: datetime) -> int:
    """Remove suggestions that nobody asks about any more."""
    return change_rows(delete(EventSuggestion).where(EventSuggestion.received_at < now - KEPT))


def _accept(body: Row, now: datetime) -> Row:
    content = {name: one_line(body[name]).strip() for name in ("title", "place", "organiser")} | {
        "start": body["start"],
        "end": body["end"],
        "all_day": body["all_day"],
        "description": legal(body["description"]).strip(),
        "link": body["link"],
    }
    if not fold(content["title"]):
        raise Invalid("The title is missing.", {"title": ["The title is missing."]})
    timing = EMPTY_TIMING | {name: body[name] for name in ("start", "end", "all_day")}
    try:
        series = read_series(timing, [], strict=True)
    except BadTiming as error:
        errors = {field: [sentence] for field, sentence in error.problems.items()}
        raise Invalid("These times are not possible.", errors) from error
    if (series.start + (series.lasts or timedelta())).date() < today(now):
        raise Invalid("This is over.", {"start": ["This day is over."]})
    return content


def _as_event(row: EventSuggestion) -> Row:
    organiser: Row | None = None
    if row.organiser:
        rows = db.session.execute(select(EventOrganiser.id, EventOrganiser.name))
        listed = next((one.id for one in rows if fold(one.name) == fold(row.organiser)), None)
        bare = {"name": row.organiser, "email": None, "phone": None, "url": None}
        organiser = {"id": str(listed)} if listed else bare
    place = {"name": row.place, "address": None, "lat": None, "lon": None, "access": None}
    return {
        "title": row.title,
        "teaser": "",
        "body": html_from_plain(row.description),
        "category": None,
        "image": None,
        "timing": EMPTY_TIMING | {"start": row.start, "end": row.end, "all_day": row.all_day},
        "changes": [],
        "status": "scheduled",
        "status_note": None,
        "organiser": organiser,
        "place": place if row.place else None,
        "price": {"kind": "unknown", "amounts": [], "text": None},
        "registration": {"required": False, "url": None, "text": None},
        "links": [{"label": "Mehr dazu", "url": row.link}] if row.link else [],
        "tags": [],
        "publish_at": None,
        "unpublish_at": None,
    }


def _undecided(suggestion_id: uuid.UUID) -> EventSuggestion:
    row = db.session.scalar(select(EventSuggestion).where(EventSuggestion.id == suggestion_id).with_for_update())
    if row is None:
        raise Missing("There is no such suggestion.")
    if row.state is not SuggestionState.RECEIVED:
        raise AlreadyDecided()
    return row


def _decide(row: EventSuggestion, state: SuggestionState, who: Staff, now: datetime) -> Row:
    row.state, row.decided_at, row.decided_by = state, now, who.name
    contact = EventSuggestionContact
    end = now + CONTACT_KEPT
    change_rows(update(contact).where(contact.suggestion_id == row.id, contact.delete_at > end).values(delete_at=end))
    audit.note(f"suggestion.{state}", who, row.title, id=str(row.id))
    db.session.flush()
    sealed = db.session.scalar(select(contact.sealed).where(contact.suggestion_id == row.id))
    return _for_staff(row, sealed, published=False)


def _shown(row: EventSuggestion) -> Row:
    content = {name: getattr(row, name) for name in CONTENT}
    return content | {
        "id": row.id, "state": row.state.value, "note": row.note, "event_id": None, "received_at": row.received_at,
    }  # fmt: skip


def _for_staff(row: EventSuggestion, sealed: str | None, published: bool) -> Row:
    plain = unseal(sealed) if sealed else None
    return _shown(row) | {
        "state": "published" if published else row.state.value,
        "event_id": row.event_id,
        "contact": orjson.loads(plain) if plain else None,
        "decided_by": row.decided_by,
        "decided_at": row.decided_at,
    }


def _seal(contact: Row) -> str:
    return seal(orjson.dumps({name: line_or_none(contact[name]) for name in ("name", "email", "phone")}).decode())
