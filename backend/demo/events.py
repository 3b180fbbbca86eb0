# SPDX-License-Identifier: EUPL-1.2
"""Plants the programme as events, through the same picture core and the same verbs as everything else."""

import secrets
import uuid
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from backend import media
from backend.db import current_tenant_id, db
from backend.demo.news import AUTHOR, MARK, SOURCE_NAME
from backend.demo.pictures import CREDIT, draw
from backend.demo.programme import AHEAD, Happening, read_programme, read_suggestions
from backend.demo.staff import CLUB, CLUB_AUTHOR
from backend.editing import Deed
from backend.editing.revisions import record_origin
from backend.events import occurrences, suggestions
from backend.events.editing import EVENTS
from backend.events.models import Event, EventCategory, EventOrganiser, EventSuggestion
from backend.events.walltime import wall
from backend.jobs import transaction
from backend.media import Accepted
from backend.publishing import Status, publish
from backend.reads import bump
from backend.tenants.appearance import theme_of
from backend.tenants.describe import school_holidays_of
from backend.tenants.models import Tenant
from backend.tenants.tenant_file import default_categories

TOUCHED = timedelta(hours=6)  # so long ago somebody worked on what is unfinished


def plant_events(slug: str) -> int:
    """Write the events and suggestions that are not there yet into the current municipality; gives their number."""
    now = datetime.now(UTC)
    tenant = db.session.scalars(select(Tenant).where(Tenant.id == current_tenant_id())).one()
    config, local = tenant.config, wall(now)
    known = set(db.session.scalars(select(Event.uid).where(Event.uid.startswith(MARK))))
    spot = (config["tenant"]["latitude"], config["tenant"]["longitude"])
    holidays = school_holidays_of(config, local.date() - AHEAD, local.date() + AHEAD)
    programme = read_programme(slug, tenant.name, spot, local, holidays)
    missing = [one for one in programme if MARK + one.key not in known]
    colours = theme_of(config).light
    db.session.rollback()
    # Drawn and encoded before the transaction, like any picture.
    names = dict.fromkeys(one.picture for one in missing if one.picture)
    pictures = {name: media.accept(draw(name, colours)) for name in names}
    with transaction():
        for one in missing:
            _plant(one, pictures, now)
        planted = len(missing) + _plant_suggestions(now)
        if planted:
            bump()
    return planted


def _plant(one: Happening, pictures: dict[str, Accepted], now: datetime) -> None:
    image = None
    if one.picture:
        kept = media.keep(pictures[one.picture], alt=one.alt, credit=CREDIT)
        image = {"media_id": str(kept), "alt": one.alt, "credit": CREDIT, "caption": None}
    organiser = {"id": str(_organiser(one.organiser))} if one.organiser else None
    content = one.content | {"category": _category(one.category), "image": image, "organiser": organiser}
    event = Event(uid=MARK + one.key, source_name=SOURCE_NAME, status=one.status, updated_at=now - TOUCHED)
    EVENTS.apply(event, content, now)
    if one.status is Status.PUBLISHED:
        publish(event, now)
    db.session.add(event)
    db.session.flush()
    occurrences.refresh(event, now)
    if one.status is not Status.PUBLISHED:
        _leave_unfinished(event, one, now - TOUCHED)


def _leave_unfinished(event: Event, one: Happening, touched_at: datetime) -> None:
    """Let it look as if somebody had been at work on it."""
    author = CLUB_AUTHOR if one.organiser == CLUB else AUTHOR
    event.edited_by, event.edited_at = author, touched_at
    content = EVENTS.content_of(event)
    record_origin(EVENTS.kind, event.id, Deed.SAVED, content, author, touched_at)
    if one.status is Status.SUBMITTED:
        event.submitted_by, event.submitted_at = author, touched_at
        record_origin(EVENTS.kind, event.id, Deed.SUBMITTED, content, author, touched_at)


def _plant_suggestions(now: datetime) -> int:
    planted = 0
    for body in read_suggestions(wall(now)):
        thing_id = uuid.uuid5(current_tenant_id(), MARK + body.pop("key"))
        if db.session.get(EventSuggestion, thing_id) is None:
            suggestions.suggest(body | {"id": thing_id}, secrets.token_urlsafe(32), now)
            planted += 1
    return planted


def _organiser(name: str) -> uuid.UUID:
    found = db.session.scalar(select(EventOrganiser.id).where(EventOrganiser.name == name))
    if found is None:
        row = EventOrganiser(name=name, email="verein@example.org", version=1)
        db.session.add(row)
        db.session.flush()
        found = row.id
    return found


def _category(slug: str) -> str:
    """The category, made if this municipality has none of that name."""
    if db.session.scalar(select(EventCategory.id).where(EventCategory.slug == slug)) is None:
        names = {row["slug"]: row["name"] for row in default_categories("events")}
        last = db.session.scalar(select(func.max(EventCategory.position))) or 0
        db.session.add(EventCategory(slug=slug, name=names[slug], position=last + 1))
        db.session.flush()
    return slug
