# SPDX-License-Identifier: EUPL-1.2
"""Rows of municipalities. The tenant file is the truth, `config` its compiled projection; knows only the database."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Model, new_id


class Tenant(Model):
    """One municipality (Open311: jurisdiction). Not tenant-owned itself: it is the owner.

    `ags` has 8 digits, `ars` 12 (services.md, "keys"); both are TEXT because they begin with zeros in some Länder.
    """

    __tablename__ = "tenant"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=new_id)
    slug: Mapped[str] = mapped_column(String(63), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(60))
    ags: Mapped[str] = mapped_column(String(8))
    ars: Mapped[str] = mapped_column(String(12))
    demo: Mapped[bool] = mapped_column(default=False)
    config: Mapped[dict[str, Any]] = mapped_column(JSON)
    arms_type: Mapped[str | None] = mapped_column(String(20))
    # Pictures are large and seldom asked for: not loaded with the row.
    arms: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    updated_at: Mapped[datetime]


class TenantHost(Model):
    """A host name that leads to a municipality; position 0 is the canonical one."""

    __tablename__ = "tenant_host"

    host: Mapped[str] = mapped_column(String(253), primary_key=True)
    tenant_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
