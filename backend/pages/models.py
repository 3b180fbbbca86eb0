# SPDX-License-Identifier: EUPL-1.2
"""Rows of pages; knows only the database."""

from datetime import datetime

from sqlalchemy import String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Model, TenantOwned, owned_args
from backend.publishing import Editable


class Page(Model, TenantOwned, Editable):
    """A page, seeded from the tenant file by `key`, or an own one. `role` says which law or purpose it serves (imprint,
    privacy, …).

    Once staff edit it, `edited` keeps `tenant apply` from overwriting it. Only an own page can be not yet `published`.
    """

    __tablename__ = "page"
    __table_args__ = owned_args(UniqueConstraint("tenant_id", "key"), UniqueConstraint("tenant_id", "slug"))

    key: Mapped[str] = mapped_column(String(60))
    slug: Mapped[str] = mapped_column(String(60))
    title: Mapped[str] = mapped_column(String(120))
    role: Mapped[str | None] = mapped_column(String(30))
    body: Mapped[str] = mapped_column(Text)
    search_text: Mapped[str] = mapped_column(Text)
    position: Mapped[int] = mapped_column(default=0)
    edited: Mapped[bool] = mapped_column(default=False)
    published: Mapped[bool] = mapped_column(default=True)
    updated_at: Mapped[datetime]

    @property
    def public(self) -> bool:
        """A page has no dates: it is there or not yet."""
        return self.published
