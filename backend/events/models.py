# SPDX-License-Identifier: EUPL-1.2
"""Rows of events and their invariants; knows only the database."""

import enum
import uuid
from datetime import date as Date
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Enum, ForeignKeyConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Model, TenantOwned, owned_args
from backend.importing.models import ImportedFeed
from backend.publishing import Category, Publishable


class EventStatus(enum.StrEnum):
    """Whether an event, or one of its dates, takes place (schema.org EventStatusType)."""

    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"


_STATUS = Enum(EventStatus, native_enum=False, length=12, values_callable=lambda names: [name.value for name in names])


class EventCategory(Model, TenantOwned, Category):
    """A topic of events, seeded from the tenant file by `slug`."""

    __tablename__ = "event_category"
    __table_args__ = owned_args(UniqueConstraint("tenant_id", "slug"))


class EventOrganiser(Model, TenantOwned):
    """Who holds events: a club, a library. `version` counts every change, for conditional writes."""

    __tablename__ = "event_organiser"
    __table_args__ = owned_args(UniqueConstraint("tenant_id", "name"))

    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str | None] = mapped_column(String(254))
    phone: Mapped[str | None] = mapped_column(String(60))
    url: Mapped[str | None] = mapped_column(String(2000))
    version: Mapped[int] = mapped_column(default=1)


class EventSource(Model, TenantOwned, ImportedFeed):
    """An iCalendar feed that is imported."""

    __tablename__ = "event_source"
    __table_args__ = owned_args(UniqueConstraint("tenant_id", "key"))


class Event(Model, TenantOwned, Publishable):
    """One event (schema.org Event, iCalendar VEVENT), perhaps a series. `status` is the one of editing; whether it
    takes place says `event_status`.

    `timing` and `changes` say when, in local time (timing.py); `details` holds what no query asks for: organiser,
    place, price, registration, links, tags. `sequence` counts publications, `expanded_until` is up to when an endless
    series has its occurrences. `source_id` and `uid` name the VEVENT it was imported from, `source_hash` is that as
    last seen; once staff edit it, `edited` keeps the import from overwriting it.
    """

    __tablename__ = "event"
    __table_args__ = owned_args(
        ForeignKeyConstraint(["tenant_id", "category_id"], ["event_category.tenant_id", "event_category.id"]),
        ForeignKeyConstraint(["tenant_id", "organiser_id"], ["event_organiser.tenant_id", "event_organiser.id"]),
        ForeignKeyConstraint(["tenant_id", "source_id"], ["event_source.tenant_id", "event_source.id"]),
        ForeignKeyConstraint(["tenant_id", "image_id"], ["media_file.tenant_id", "media_file.id"]),
        UniqueConstraint("tenant_id", "source_id", "uid"),
        Index("ix_event_status", "tenant_id", "status"),
        Index("ix_event_begin", "tenant_id", "publish_at"),
        Index("ix_event_end", "tenant_id", "unpublish_at"),
        Index("ix_event_expanded", "tenant_id", "expanded_until"),
        Index("ix_event_organiser", "tenant_id", "organiser_id"),
    )

    title: Mapped[str] = mapped_column(String(300))
    teaser: Mapped[str] = mapped_column(String(600), default="")
    body: Mapped[str] = mapped_column(Text, default="")
    search_text: Mapped[str] = mapped_column(Text, default="")
    category_id: Mapped[uuid.UUID | None]
    organiser_id: Mapped[uuid.UUID | None]
    image_id: Mapped[uuid.UUID | None]
    image_alt: Mapped[str] = mapped_column(String(300), default="")
    image_credit: Mapped[str | None] = mapped_column(String(200))
    image_caption: Mapped[str | None] = mapped_column(String(300))
    place_name: Mapped[str | None] = mapped_column(String(200))
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    event_status: Mapped[EventStatus] = mapped_column(_STATUS, default=EventStatus.SCHEDULED)
    status_note: Mapped[str | None] = mapped_column(String(300))
    timing: Mapped[dict[str, Any]] = mapped_column(JSON)
    changes: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    sequence: Mapped[int] = mapped_column(default=0)
    expanded_until: Mapped[datetime | None]
    source_id: Mapped[uuid.UUID | None]
    uid: Mapped[str | None] = mapped_column(String(500))
    source_hash: Mapped[str | None] = mapped_column(String(64))
    source_name: Mapped[str | None] = mapped_column(String(120))
    source_url: Mapped[str | None] = mapped_column(String(2000))
    edited: Mapped[bool] = mapped_column(default=False)


class EventOccurrence(Model, TenantOwned):
    """One date of an event that is public; derived from the event, never edited.

    `date` is its key: the local start before any change, "2026-12-08T14:30", all-day "2026-12-08". `until_at` is its
    end, or its start if it has none; `first_day` and `last_day` are the days it is listed on. `long`: lasts longer
    than a day can, so that what runs is found without reading the past. `title` and `place_name` only where they
    differ from the event's, `previous_start` where it has moved. `category_id` is the event's.
    """

    __tablename__ = "event_occurrence"
    __table_args__ = owned_args(
        ForeignKeyConstraint(["tenant_id", "event_id"], ["event.tenant_id", "event.id"], ondelete="CASCADE"),
        UniqueConstraint("tenant_id", "event_id", "date"),
        Index("ix_event_occurrence_start", "tenant_id", "starts_at", "id"),
        Index("ix_event_occurrence_category", "tenant_id", "category_id", "starts_at", "id"),
        Index("ix_event_occurrence_event", "tenant_id", "event_id", "starts_at"),
        Index("ix_event_occurrence_running", "tenant_id", "long", "until_at"),
    )

    event_id: Mapped[uuid.UUID]
    category_id: Mapped[uuid.UUID | None]
    date: Mapped[str] = mapped_column(String(16))
    starts_at: Mapped[datetime]
    until_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]
    all_day: Mapped[bool] = mapped_column(default=False)
    first_day: Mapped[Date]
    last_day: Mapped[Date]
    long: Mapped[bool] = mapped_column(default=False)
    status: Mapped[EventStatus] = mapped_column(_STATUS, default=EventStatus.SCHEDULED)
    note: Mapped[str | None] = mapped_column(String(300))
    title: Mapped[str | None] = mapped_column(String(300))
    place_name: Mapped[str | None] = mapped_column(String(200))
    previous_start: Mapped[datetime | None]


class SuggestionState(enum.StrEnum):
    """What became of a suggestion. Whether an accepted one is published says its event."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class EventSuggestion(Model, TenantOwned):
    """What a resident suggests; the phone makes `id` and secret. `event_id` is the draft that was made of it; without a
    foreign key, because drafts may be deleted."""

    __tablename__ = "event_suggestion"
    __table_args__ = owned_args(Index("ix_event_suggestion_received", "tenant_id", "received_at"))

    secret_digest: Mapped[str] = mapped_column(String(64))
    title: Mapped[str] = mapped_column(String(200))
    start: Mapped[str] = mapped_column(String(16))
    end: Mapped[str | None] = mapped_column(String(16))
    all_day: Mapped[bool]
    place: Mapped[str] = mapped_column(String(200))
    description: Mapped[str] = mapped_column(Text)
    organiser: Mapped[str] = mapped_column(String(120))
    link: Mapped[str | None] = mapped_column(String(2000))
    state: Mapped[SuggestionState] = mapped_column(
        Enum(SuggestionState, native_enum=False, length=12, values_callable=lambda names: [one.value for one in names]),
        default=SuggestionState.RECEIVED,
    )
    note: Mapped[str | None] = mapped_column(String(500))
    event_id: Mapped[uuid.UUID | None]
    received_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None] = mapped_column(String(120))


class EventSuggestionContact(Model, TenantOwned):
    """Whom to ask about a suggestion: personal data, sealed, in a row of its own that goes at `delete_at`."""

    __tablename__ = "event_suggestion_contact"
    __table_args__ = owned_args(
        ForeignKeyConstraint(
            ["tenant_id", "suggestion_id"], ["event_suggestion.tenant_id", "event_suggestion.id"], ondelete="CASCADE"
        ),
        UniqueConstraint("tenant_id", "suggestion_id"),
        Index("ix_event_suggestion_contact_end", "tenant_id", "delete_at"),
    )

    suggestion_id: Mapped[uuid.UUID]
    sealed: Mapped[str] = mapped_column(Text)
    delete_at: Mapped[datetime]
