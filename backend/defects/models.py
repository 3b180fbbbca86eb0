# SPDX-License-Identifier: EUPL-1.2
"""Rows of the defect reporter and their invariants; knows only the database.

Personal data stands in `DefectContact` and, until a clerk has checked it, in what the reporter wrote (`description`,
`address`, `answers`, private photos). Residents are shown `title`, `public_text`, `public_place` and published photos.
"""

import enum
import uuid
from datetime import date as Date
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Enum, ForeignKey, ForeignKeyConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Model, TenantOwned, owned_args
from backend.defects.states import Audience, DefectStatus, EntryKind, PhotoOrigin, Unresolved
from backend.publishing import Category


def _names(kind: type[enum.StrEnum]) -> Enum:
    return Enum(kind, native_enum=False, length=20, values_callable=lambda names: [name.value for name in names])


def _of_report(*more: Any) -> tuple[Any, ...]:
    """`__table_args__` of what belongs to a report and goes with it."""
    report = ForeignKeyConstraint(
        ["tenant_id", "report_id"], ["defect_report.tenant_id", "defect_report.id"], ondelete="CASCADE"
    )
    return owned_args(report, *more)


class DefectSettings(Model, TenantOwned):
    """How a municipality answers; one row each. `templates` are answers for every category: {title, status, text}.
    `edited`: ADMIN has decided in the app, so the tenant file leaves it. `digest_on` is the last day on which the
    offices were reminded of what is overdue."""

    __tablename__ = "defect_settings"
    __table_args__ = owned_args(UniqueConstraint("tenant_id"))

    promise_days: Mapped[int] = mapped_column(default=3)
    templates: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    edited: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)
    digest_on: Mapped[Date | None]


class DefectCategory(Model, TenantOwned, Category):
    """What can be reported (Open311: service), seeded from the tenant file by `slug`.

    `hint` says what does not belong here. `questions`: [{code, label, help, kind: text|number|choice|choices, required,
    options: [{key, label}]}]; `templates`: [{title, status, text}]. `radius` (metres) is how far apart two reports may
    be of the same thing, `promise_days` counts working days. Once staff edit it, `edited` keeps the tenant file off.
    """

    __tablename__ = "defect_category"
    __table_args__ = owned_args(UniqueConstraint("tenant_id", "slug"))

    group: Mapped[str] = mapped_column(String(60), default="")
    icon: Mapped[str] = mapped_column(String(40), default="")
    hint: Mapped[str] = mapped_column(String(500), default="")
    keywords: Mapped[list[str]] = mapped_column(JSON, default=list)
    questions: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    templates: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    email: Mapped[str | None] = mapped_column(String(254))
    promise_days: Mapped[int] = mapped_column(default=3)
    radius: Mapped[int] = mapped_column(default=50)
    active: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column(default=1)
    edited: Mapped[bool] = mapped_column(default=False)


class DefectReport(Model, TenantOwned):
    """One report (Open311: service request). The phone makes `id` and secret; `fingerprint` is the SHA-256 over the
    report's bytes and its photos' hashes in order, so that a repeat is known from another report.

    Residents see it while `published_at` is set, `hidden_at` is not, and it is neither withdrawn nor rejected.
    `public_text` is shown while `text_public`; `public_place` is what of `address` is shown, None until published.
    `search_text` is folded from what is public. `updated_at` is when residents last could see a change; `version`
    counts every change, also of what only staff see. `answered_at` is the first public note by staff: it stops the
    clock that ends on `due_on`. `replied_at` is set while the reporter wrote last. `flags` counts the open ones.
    Coordinates (WGS84) have 5 decimals; both are None when the place was only described.
    """

    __tablename__ = "defect_report"
    __table_args__ = owned_args(
        ForeignKeyConstraint(["tenant_id", "category_id"], ["defect_category.tenant_id", "defect_category.id"]),
        # Whoever deletes a report first lets go of its duplicates: SET NULL would take their tenant_id, too.
        ForeignKeyConstraint(["tenant_id", "master_id"], ["defect_report.tenant_id", "defect_report.id"]),
        UniqueConstraint("tenant_id", "number"),
        UniqueConstraint("tenant_id", "year", "serial"),
        Index("ix_defect_report_inbox", "tenant_id", "status", "due_on"),
        Index("ix_defect_report_changed", "tenant_id", "updated_at", "id"),
        Index("ix_defect_report_category", "tenant_id", "category_id", "updated_at", "id"),
        Index("ix_defect_report_nearby", "tenant_id", "category_id", "lat"),
        Index("ix_defect_report_master", "tenant_id", "master_id"),
        Index("ix_defect_report_received", "tenant_id", "received_at"),
        Index("ix_defect_report_closed", "tenant_id", "closed_at"),
    )

    secret_digest: Mapped[str] = mapped_column(String(64))
    fingerprint: Mapped[str] = mapped_column(String(64))
    own_topic: Mapped[str] = mapped_column(String(80))
    year: Mapped[int]
    serial: Mapped[int]
    number: Mapped[str] = mapped_column(String(20))
    category_id: Mapped[uuid.UUID]
    status: Mapped[DefectStatus] = mapped_column(_names(DefectStatus), default=DefectStatus.RECEIVED)
    reason: Mapped[Unresolved | None] = mapped_column(_names(Unresolved))
    title: Mapped[str] = mapped_column(String(200))
    description: Mapped[str] = mapped_column(Text, default="")
    public_text: Mapped[str] = mapped_column(Text, default="")
    text_public: Mapped[bool] = mapped_column(default=False)
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    address: Mapped[str] = mapped_column(String(200), default="")
    public_place: Mapped[str | None] = mapped_column(String(200))
    answers: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    search_text: Mapped[str] = mapped_column(Text, default="")
    received_at: Mapped[datetime]
    due_on: Mapped[Date]
    answered_at: Mapped[datetime | None]
    published_at: Mapped[datetime | None]
    hidden_at: Mapped[datetime | None]
    expected_on: Mapped[Date | None]
    forwarded_to: Mapped[str | None] = mapped_column(String(200))
    master_id: Mapped[uuid.UUID | None]
    assignee_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("staff_account.id", ondelete="SET NULL"), index=True
    )
    replied_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    reopened_at: Mapped[datetime | None]
    archived_at: Mapped[datetime | None]
    updated_at: Mapped[datetime]
    supports: Mapped[int] = mapped_column(default=0)
    flags: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column(default=1)


class DefectContact(Model, TenantOwned):
    """Who reported: personal data, sealed JSON {name, email, phone}, in a row of its own that goes at `delete_at`.
    Nothing public ever reads it."""

    __tablename__ = "defect_contact"
    __table_args__ = _of_report(
        UniqueConstraint("tenant_id", "report_id"), Index("ix_defect_contact_end", "tenant_id", "delete_at")
    )

    report_id: Mapped[uuid.UUID]
    sealed: Mapped[str] = mapped_column(Text)
    mail_updates: Mapped[bool] = mapped_column(default=False)
    delete_at: Mapped[datetime]


class DefectPhoto(Model, TenantOwned):
    """A photo of a report, re-encoded and private. `source_hash` is the SHA-256 of the bytes that came. `redactions`:
    [[x, y, w, h]] as parts (0 to 1) of the picture. Published, it is a second encode without them, which the
    `public_…` columns name; `widths` as in MediaFile."""

    __tablename__ = "defect_photo"
    __table_args__ = _of_report(UniqueConstraint("tenant_id", "report_id", "source_hash"))

    report_id: Mapped[uuid.UUID]
    position: Mapped[int] = mapped_column(default=0)
    source_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))
    width: Mapped[int]
    height: Mapped[int]
    widths: Mapped[str] = mapped_column(String(60))
    public: Mapped[bool] = mapped_column(default=False)
    redactions: Mapped[list[list[float]]] = mapped_column(JSON, default=list)
    public_hash: Mapped[str | None] = mapped_column(String(64))
    public_width: Mapped[int | None]
    public_height: Mapped[int | None]
    public_widths: Mapped[str | None] = mapped_column(String(60))
    added_at: Mapped[datetime]
    by: Mapped[PhotoOrigin] = mapped_column(_names(PhotoOrigin), default=PhotoOrigin.REPORTER)


class DefectEntry(Model, TenantOwned):
    """A line of a report's history; only ever added. `by` is a member of staff, None for the reporter and for what
    happened by itself."""

    __tablename__ = "defect_entry"
    __table_args__ = _of_report(Index("ix_defect_entry_report", "tenant_id", "report_id", "at"))

    report_id: Mapped[uuid.UUID]
    at: Mapped[datetime]
    kind: Mapped[EntryKind] = mapped_column(_names(EntryKind))
    audience: Mapped[Audience] = mapped_column(_names(Audience))
    status: Mapped[DefectStatus | None] = mapped_column(_names(DefectStatus))
    reason: Mapped[Unresolved | None] = mapped_column(_names(Unresolved))
    text: Mapped[str | None] = mapped_column(Text)
    by: Mapped[str | None] = mapped_column(String(120))
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)


class DefectSupport(Model, TenantOwned):
    """One phone that is bothered, too. The digest belongs to this report alone, so nobody can follow a phone."""

    __tablename__ = "defect_support"
    __table_args__ = _of_report(UniqueConstraint("tenant_id", "report_id", "device_digest"))

    report_id: Mapped[uuid.UUID]
    device_digest: Mapped[str] = mapped_column(String(64))


class DefectFlag(Model, TenantOwned):
    """Somebody says that what is public should not be. `decided_at` is when staff had looked."""

    __tablename__ = "defect_flag"
    __table_args__ = _of_report(UniqueConstraint("tenant_id", "report_id", "device_digest"))

    report_id: Mapped[uuid.UUID]
    reason: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(String(1000), default="")
    at: Mapped[datetime]
    device_digest: Mapped[str] = mapped_column(String(64))
    decided_at: Mapped[datetime | None]


class DefectCounter(Model, TenantOwned):
    """The last serial number of a year."""

    __tablename__ = "defect_counter"
    __table_args__ = owned_args(UniqueConstraint("tenant_id", "year"))

    year: Mapped[int]
    last: Mapped[int] = mapped_column(default=0)


class DefectFigure(Model, TenantOwned):
    """What the statistics keep of a report that is gone. `month` ("2026-11") is when it was received, `closed_month`
    when it was closed; days are working days, None for what never happened."""

    __tablename__ = "defect_figure"
    __table_args__ = owned_args(Index("ix_defect_figure_month", "tenant_id", "month"))

    category_slug: Mapped[str] = mapped_column(String(60))
    category_name: Mapped[str] = mapped_column(String(60))
    month: Mapped[str] = mapped_column(String(7))
    closed_month: Mapped[str | None] = mapped_column(String(7))
    days_to_answer: Mapped[int | None]
    in_time: Mapped[bool | None]
    days_to_done: Mapped[int | None]
    outcome: Mapped[str] = mapped_column(String(20))
