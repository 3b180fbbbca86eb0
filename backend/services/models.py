# SPDX-License-Identifier: EUPL-1.2
"""Rows of the directory and their invariants; knows only the database.

An entry is what residents see of one service in one municipality. Its layers, later wins: the Land's template → what a
source says → the municipality's own words. `composing.settle` writes what the layers give into the columns of Service.
"""

import enum
import uuid
from datetime import date as Date
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Enum, ForeignKey, ForeignKeyConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Model, TenantOwned, owned_args
from backend.importing.models import ImportedFeed


class Origin(enum.StrEnum):
    """Where an entry, an online service or an office comes from."""

    OWN = "own"
    LAND = "land"
    XZUFI = "xzufi"
    PVOG = "pvog"
    INFODIENSTE = "infodienste"


class Reach(enum.StrEnum):
    """For which area an online service is made; also: who runs it."""

    MUNICIPALITY = "municipality"
    COUNTY = "county"
    LAND = "land"
    FEDERAL = "federal"
    NATIONWIDE = "nationwide"


class Level(enum.StrEnum):
    """Which link leads on from an entry; the first that exists and is not broken (links.py)."""

    OWN = "own"
    ONLINE = "online"
    PORTAL = "portal"
    BUNDESPORTAL = "bundesportal"
    SEARCH = "search"  # the Land's portal, where one has to look for it


class LinkState(enum.StrEnum):
    """What the last check of an address found."""

    UNKNOWN = "unknown"
    OK = "ok"
    BROKEN = "broken"


def _names(kind: type[enum.StrEnum]) -> Enum:
    return Enum(kind, native_enum=False, length=20, values_callable=lambda names: [name.value for name in names])


def _of_service(*more: Any) -> tuple[Any, ...]:
    """`__table_args__` of what belongs to an entry and goes with it."""
    service = ForeignKeyConstraint(["tenant_id", "service_id"], ["service.tenant_id", "service.id"], ondelete="CASCADE")
    return owned_args(service, *more)


def _source() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["tenant_id", "source_id"], ["service_source.tenant_id", "service_source.id"])


class ServiceText(Model):
    """The text of a service in one language, stored once however many municipalities show it; never changed.

    Belongs to no municipality: only what is public in a Land's template or in a public source stands here, never words
    of staff and never a person. `hash` is the SHA-256 of `body` (texts.body): {language, title, title_formal, teaser,
    situation (slug or null), modules: [{code, html}], fees, deadlines, duration (each HTML or null), forms: [{title,
    url}], links: [{title, url}], synonyms: [str], pv_lagen: [str]}. Swept when no entry points to it.
    """

    __tablename__ = "service_text"

    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    body: Mapped[dict[str, Any]] = mapped_column(JSON)
    stored_at: Mapped[datetime]


class ServiceSettings(Model, TenantOwned):
    """What a municipality decided about its directory; one row each. `top`: ids of the entries that residents ask for
    most, in order; empty for the Land's choice. `edited`: staff chose them in the app, so the tenant file leaves them.
    `version` is the one of the choice. The links were last checked at `links_checked_at`; `links_running_since` is set
    while a check waits or works."""

    __tablename__ = "service_settings"
    __table_args__ = owned_args(UniqueConstraint("tenant_id"))

    top: Mapped[list[str]] = mapped_column(JSON, default=list)
    edited: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)
    links_running_since: Mapped[datetime | None]
    links_checked_at: Mapped[datetime | None]


class ServiceSource(Model, TenantOwned, ImportedFeed):
    """Where entries are imported from. `url` is an address or, for XZuFi, a path below the operator's folder; `sealed`
    the key that the Land gave this municipality, encrypted. `settings`: what this kind needs (area_id, persons …);
    `run` counts the runs, `progress` is where an unfinished one goes on, `report` what the last one changed."""

    __tablename__ = "service_source"
    __table_args__ = owned_args(UniqueConstraint("tenant_id", "key"))

    kind: Mapped[Origin] = mapped_column(_names(Origin))
    settings: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    sealed: Mapped[str | None] = mapped_column(Text)
    run: Mapped[int] = mapped_column(default=0)
    progress: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    report: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)


class ServiceImportItem(Model, TenantOwned):
    """An object of a source as last seen, so that a second run changes nothing. `kind` is its class (Leistung,
    Organisationseinheit …), `data` what later objects need of it, `seen` the run that saw it last."""

    __tablename__ = "service_import_item"
    __table_args__ = owned_args(
        ForeignKeyConstraint(
            ["tenant_id", "source_id"], ["service_source.tenant_id", "service_source.id"], ondelete="CASCADE"
        ),
        UniqueConstraint("tenant_id", "source_id", "kind", "external_id"),
        Index("ix_service_import_item_seen", "tenant_id", "source_id", "seen"),
    )

    source_id: Mapped[uuid.UUID]
    kind: Mapped[str] = mapped_column(String(40))
    external_id: Mapped[str] = mapped_column(String(200))
    hash: Mapped[str] = mapped_column(String(64))
    data: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    seen: Mapped[int] = mapped_column(default=0)


class Service(Model, TenantOwned):
    """One entry (XZuFi: Leistung). `key` is its name in the Land's template or the tenant file, None for what only a
    source knows; `leika_key` (14 digits) identifies it across the layers, so at most one entry has it; `leika_keys` are
    all keys of its source.

    The layers: `land_key` names the template's row (reference/laender), `text_hash` the text of template or source,
    `translations` ({language: hash}) its other languages, `own` the municipality's words: any of title, teaser,
    situation, synonyms, modules ({code: html}), fees, deadlines, duration, forms, links, url. `portal_id` is the Land's
    number of the service, `stand` the day of the source.

    Written by `composing.settle` from the layers: `title`, `teaser`, `situation` (slug), `synonyms` (one per line),
    `title_key` (for the order), `search_text` (folded), `link_level` (None: no link), `link_broken` (a better one is
    broken). `edited`: staff changed it in the app, so the tenant file leaves it;
    `version` counts every change, for conditional writes.
    """

    __tablename__ = "service"
    __table_args__ = owned_args(
        _source(),
        UniqueConstraint("tenant_id", "key"),
        UniqueConstraint("tenant_id", "leika_key"),
        UniqueConstraint("tenant_id", "source_id", "external_id"),
        Index("ix_service_title", "tenant_id", "hidden", "title_key", "id"),
        Index("ix_service_situation", "tenant_id", "hidden", "situation", "title_key"),
        Index("ix_service_text", "text_hash"),
    )

    origin: Mapped[Origin] = mapped_column(_names(Origin))
    key: Mapped[str | None] = mapped_column(String(80))
    land_key: Mapped[str | None] = mapped_column(String(80))
    source_id: Mapped[uuid.UUID | None]
    external_id: Mapped[str | None] = mapped_column(String(200))
    leika_key: Mapped[str | None] = mapped_column(String(14))
    leika_keys: Mapped[list[str]] = mapped_column(JSON, default=list)
    portal_id: Mapped[str | None] = mapped_column(String(80))
    text_hash: Mapped[str | None] = mapped_column(ForeignKey("service_text.hash"))
    translations: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    own: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    hidden: Mapped[bool] = mapped_column(default=False)
    in_pvog: Mapped[bool | None]
    stand: Mapped[Date | None]
    title: Mapped[str] = mapped_column(String(300))
    teaser: Mapped[str] = mapped_column(String(600), default="")
    situation: Mapped[str] = mapped_column(String(60), default="")
    synonyms: Mapped[str] = mapped_column(Text, default="")
    title_key: Mapped[str] = mapped_column(String(300), default="")
    search_text: Mapped[str] = mapped_column(Text, default="")
    link_level: Mapped[Level | None] = mapped_column(_names(Level))
    link_broken: Mapped[bool] = mapped_column(default=False)
    updated_at: Mapped[datetime]
    edited: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)


class OnlineService(Model, TenantOwned):
    """Where a service is applied for online (XZuFi: Onlinedienst). `url` may hold {ars} {ags} {leika} {plz};
    `trust_level` and `payment` as the source says them. Whether its address works stands in ServiceLink."""

    __tablename__ = "online_service"
    __table_args__ = _of_service(
        _source(),
        Index("ix_online_service_service", "tenant_id", "service_id", "position"),
        Index("ix_online_service_external", "tenant_id", "source_id", "external_id"),
    )

    service_id: Mapped[uuid.UUID]
    source_id: Mapped[uuid.UUID | None]
    external_id: Mapped[str | None] = mapped_column(String(200))
    origin: Mapped[Origin] = mapped_column(_names(Origin))
    position: Mapped[int] = mapped_column(default=0)
    title: Mapped[str] = mapped_column(String(300), default="")
    url: Mapped[str] = mapped_column(String(2000))
    level: Mapped[Reach] = mapped_column(_names(Reach), default=Reach.MUNICIPALITY)
    trust_level: Mapped[str | None] = mapped_column(String(60))
    payment: Mapped[str | None] = mapped_column(String(200))


class ServiceLink(Model, TenantOwned):
    """What the last check of an address found; one row per address that an entry may lead to, of whatever level.
    `url_hash` is the SHA-256 of `url` (placeholders filled in). `broken_since` stays while it stays broken."""

    __tablename__ = "service_link"
    __table_args__ = owned_args(
        UniqueConstraint("tenant_id", "url_hash"), Index("ix_service_link_state", "tenant_id", "state", "checked_at")
    )

    url_hash: Mapped[str] = mapped_column(String(64))
    url: Mapped[str] = mapped_column(String(2000))
    state: Mapped[LinkState] = mapped_column(_names(LinkState), default=LinkState.UNKNOWN)
    status_code: Mapped[int | None]
    reason: Mapped[str | None] = mapped_column(String(30))
    checked_at: Mapped[datetime | None]
    broken_since: Mapped[datetime | None]


class Office(Model, TenantOwned):
    """Where and whom to see (XZuFi: Organisationseinheit). `key` is its name in the tenant file. `address`: {street,
    postcode, city, extra}; `hours`: [{days: [0 (Monday) … 6], from, to ("09:00"), note}]; `exceptions`: [{first_day,
    last_day (ISO), closed, hours: [{from, to, note}], text}]. Once staff edit it, `edited` keeps file and import
    off. Never the name of a person."""

    __tablename__ = "office"
    __table_args__ = owned_args(
        _source(),
        UniqueConstraint("tenant_id", "key"),
        UniqueConstraint("tenant_id", "source_id", "external_id"),
        Index("ix_office_order", "tenant_id", "position", "name_key"),
    )

    key: Mapped[str | None] = mapped_column(String(80))
    source_id: Mapped[uuid.UUID | None]
    external_id: Mapped[str | None] = mapped_column(String(200))
    origin: Mapped[Origin] = mapped_column(_names(Origin))
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(String(200))
    name_key: Mapped[str] = mapped_column(String(200), default="")
    search_text: Mapped[str] = mapped_column(Text, default="")
    address: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    phone: Mapped[str | None] = mapped_column(String(60))
    email: Mapped[str | None] = mapped_column(String(254))
    url: Mapped[str | None] = mapped_column(String(2000))
    hours: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    exceptions: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    accessibility: Mapped[str] = mapped_column(String(1000), default="")
    transit: Mapped[str] = mapped_column(String(1000), default="")
    note: Mapped[str] = mapped_column(String(1000), default="")
    hidden: Mapped[bool] = mapped_column(default=False)
    updated_at: Mapped[datetime]
    edited: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)


class ServiceOffice(Model, TenantOwned):
    """Who is responsible (XZuFi: Zuständigkeit). `role`: 01 responsible, 02, 03 contact; `area` is the prefix of an
    ARS, "" for everywhere: the longest that fits the municipality wins."""

    __tablename__ = "service_office"
    __table_args__ = _of_service(
        _source(),
        ForeignKeyConstraint(["tenant_id", "office_id"], ["office.tenant_id", "office.id"], ondelete="CASCADE"),
        UniqueConstraint("tenant_id", "service_id", "office_id", "role", "area"),
        Index("ix_service_office_office", "tenant_id", "office_id"),
        Index("ix_service_office_external", "tenant_id", "source_id", "external_id"),
    )

    service_id: Mapped[uuid.UUID]
    office_id: Mapped[uuid.UUID]
    source_id: Mapped[uuid.UUID | None]
    external_id: Mapped[str | None] = mapped_column(String(200))
    origin: Mapped[Origin] = mapped_column(_names(Origin))
    role: Mapped[str] = mapped_column(String(2), default="01")
    area: Mapped[str] = mapped_column(String(12), default="")
