# SPDX-License-Identifier: EUPL-1.2
"""What editing means for events: which content one has, what publication asks for, whose events somebody may write. The
verbs are the kernel's. Knows no request; never commits."""

import uuid
from datetime import datetime
from typing import Any

from backend.db import db
from backend.editing import Acting, Content, Deed, lists, pictures
from backend.editing.contents import line_or_none, one_line, pack, refuse_unknown, unpack
from backend.events import dates, occurrences
from backend.events.models import Event, EventCategory, EventOrganiser, EventStatus
from backend.events.operations import refresh_search_text
from backend.events.ringing import tell_changes
from backend.problems import Invalid
from backend.publishing import Status
from backend.push.ringing import Bell, RingingDesk
from backend.staff import Staff
from backend.text import clean_html

Row = dict[str, Any]
DETAILS = ("organiser", "place", "price", "registration", "links", "tags")
LINES = ("email", "phone", "url")
BELL = Bell("event", "/termine")


def lacks(content: Content, now: datetime) -> dict[str, str]:
    """Why this content cannot be published: a sentence by field."""
    found = {}
    begin, end = unpack(content["publish_at"]), unpack(content["unpublish_at"])
    if not content["title"].strip():
        found["title"] = "The title is missing."
    if (sentence := dates.lacks(content["timing"], content["changes"])) is not None:
        found["timing"] = sentence
    if content["image"] and not content["image"]["alt"].strip():
        found["image_alt"] = "The description of the picture is missing."
    if end is not None and end <= max(begin or now, now):
        found["unpublish_at"] = "The end lies before the beginning, or is over."
    return found


class EventDesk(RingingDesk):
    """Where events are edited."""

    kind, model, bell = "event", Event, BELL

    def accept(self, body: Row, act: Acting) -> Content:
        """Cleaned; the organiser is the own one for who writes for one only. Raises Invalid for a category, picture or
        organiser that does not exist here, and for dates that cannot be."""
        content = {
            "title": one_line(body["title"]),
            "teaser": one_line(body["teaser"]),
            "body": clean_html(body["body"]),
            "category": body["category"],
            "image": pictures.accept(body["image"]),
            **dates.accept(body["timing"], body["changes"]),
            "status": body["status"],
            "status_note": line_or_none(body["status_note"]),
            "organiser": _organiser(body["organiser"]),
            "place": _place(body["place"]),
            **{name: _tidy(body[name]) for name in ("price", "registration", "links")},
            "tags": list(dict.fromkeys(tag for tag in _tidy(body["tags"]) if tag)),
            "publish_at": pack(body["publish_at"]),
            "unpublish_at": pack(body["unpublish_at"]),
        }
        content = self.permitted(content, act)
        known = self.usable(content)
        refuse_unknown(content, known)
        if known["organiser"] != content["organiser"]:
            raise Invalid("There is no such organiser.", {"organiser": {"id": ["There is no such organiser."]}})
        return content

    def content_of(self, row: Event) -> Content:
        """The columns as content."""
        return {
            "title": row.title,
            "teaser": row.teaser,
            "body": row.body,
            "category": next((slug for slug, one in _categories().items() if one.id == row.category_id), None),
            "image": pictures.read(row),
            "timing": row.timing,
            "changes": row.changes,
            "status": row.event_status.value,
            "status_note": row.status_note,
            **{name: row.details[name] for name in DETAILS},
            "organiser": {"id": str(row.organiser_id)} if row.organiser_id else row.details["organiser"],
            "publish_at": pack(row.publish_at),
            "unpublish_at": pack(row.unpublish_at),
        }

    def usable(self, content: Content) -> Content:
        """Without a category, picture or organiser that is gone."""
        category = content["category"] if content["category"] in _categories() else None
        organiser = content["organiser"]
        if organiser and "id" in organiser and _find(organiser["id"]) is None:
            organiser = None
        return content | {
            "category": category,
            "image": pictures.usable(content["image"]),
            "organiser": organiser,
        }

    def permitted(self, content: Content, act: Acting) -> Content:
        """Who writes for one organiser only cannot name another."""
        own = act.who.organiser_id
        return content | {"organiser": {"id": str(own)}} if own else content

    def apply(self, row: Event, content: Content, now: datetime) -> None:
        """Content into the columns. From now on an imported event is the municipality's own."""
        organiser = content["organiser"] or {}
        listed = organiser.get("id")
        row.title, row.teaser, row.body = content["title"], content["teaser"], content["body"]
        row.category_id = _categories()[content["category"]].id if content["category"] else None
        pictures.apply(row, content["image"])
        row.timing, row.changes = content["timing"], content["changes"]
        row.event_status, row.status_note = EventStatus(content["status"]), content["status_note"]
        row.organiser_id = uuid.UUID(listed) if listed else None
        row.place_name = (content["place"] or {}).get("name") or None
        row.details = {name: content[name] for name in DETAILS} | {"organiser": None if listed else organiser or None}
        row.publish_at, row.unpublish_at = unpack(content["publish_at"]), unpack(content["unpublish_at"])
        row.edited = True
        refresh_search_text(row)

    def make(self, thing_id: uuid.UUID, content: Content, act: Acting) -> Event:
        """A draft."""
        row = Event(id=thing_id, status=Status.DRAFT, version=1, updated_at=act.now)
        row.edited_by, row.edited_at = act.who.name, act.now
        self.apply(row, content, act.now)
        return row

    def lacks(self, content: Content, now: datetime) -> dict[str, str]:
        """The one rule of publication."""
        return lacks(content, now)

    def origin(self, row: Event) -> tuple[Deed, str]:
        """Imported, or written by a command."""
        return (Deed.IMPORTED if row.source_id else Deed.PUBLISHED), row.source_name or ""

    def concerns(self, row: Event, who: Staff) -> bool:
        """Everything, or what the own organiser holds."""
        return who.organiser_id is None or row.organiser_id == who.organiser_id

    def release(self, row: Event, act: Acting) -> None:
        """Publish by the dates; its dates become rows, and who has remembered it hears what has changed."""
        super().release(row, act)
        row.sequence += 1
        tell_changes(row, occurrences.refresh(row, act.now), act.now, act.who)

    def withdraw(self, thing_id: uuid.UUID, expected: int, act: Acting) -> Row:
        """Take it from the residents, with all its dates."""
        described = super().withdraw(thing_id, expected, act)
        occurrences.refresh(db.session.get_one(Event, thing_id), act.now)
        return described

    def topics(self, row: Event) -> tuple[str, ...]:
        """Those who want new events of its category."""
        category = self.content_of(row)["category"]
        return (f"events:{category}",) if category else ()

    def unpacked(self, content: Content) -> Row:
        """Content as the API gives it: instants, the picture with its sizes, the organiser as the list has it."""
        moments = {name: unpack(content[name]) for name in ("publish_at", "unpublish_at")}
        return content | moments | {
            "image": pictures.unpack(content["image"]),
            "organiser": _unpacked(content["organiser"]),
        }  # fmt: skip


EVENTS = EventDesk()


def _categories() -> dict[str, Any]:
    return lists.categories(EventCategory)


def _tidy(value: Any) -> Any:
    """Every text in it as one line."""
    if isinstance(value, dict):
        return {name: _tidy(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_tidy(part) for part in value]
    return one_line(value).strip() if isinstance(value, str) else value


def _organiser(given: Row | None) -> Row | None:
    """Of one in the list only who it is, of another all that is said."""
    if given is None or given["id"]:
        return given and {"id": str(given["id"])}
    found = {"name": one_line(given["name"]).strip()} | {name: line_or_none(given[name]) for name in LINES}
    return found if any(found.values()) else None


def _place(given: Row | None) -> Row | None:
    """Half a coordinate is none, and a place without anything is none."""
    if given is None:
        return None
    lines = {name: line_or_none(given[name]) for name in ("name", "address", "access")}
    whole = given["lat"] is not None and given["lon"] is not None
    found = lines | {name: given[name] if whole else None for name in ("lat", "lon")} | {"name": lines["name"] or ""}
    return found if any(value not in (None, "") for value in found.values()) else None


def _unpacked(organiser: Row | None) -> Row | None:
    if organiser is None or "id" not in organiser:
        return organiser and {"id": None, **organiser}
    found = _find(organiser["id"])
    return {name: getattr(found, name) for name in ("id", "name", *LINES)} if found else None


def _find(organiser_id: str) -> EventOrganiser | None:
    # A working copy has no foreign key: what it names may not be deleted meanwhile.
    held = {"read": True, "key_share": True} if db.session().info.get("write") else None
    return db.session.get(EventOrganiser, uuid.UUID(organiser_id), with_for_update=held)
