# SPDX-License-Identifier: EUPL-1.2
"""Rows of news and their invariants; knows only the database."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKeyConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Model, TenantOwned, owned_args
from backend.publishing import Publishable


class NewsCategory(Model, TenantOwned):
    """A topic of news, seeded from the tenant file by `slug`."""

    __tablename__ = "news_category"
    __table_args__ = owned_args(UniqueConstraint("tenant_id", "slug"))

    slug: Mapped[str] = mapped_column(String(60))
    name: Mapped[str] = mapped_column(String(60))
    position: Mapped[int] = mapped_column(default=0)


class NewsSource(Model, TenantOwned):
    """An RSS or Atom feed of the municipality that is imported; owned by the tenant file (`key`), its state by the
    importer: `last_reason` is the machine word for `last_error`, `running_since` is set while a run waits or works."""

    __tablename__ = "news_source"
    __table_args__ = owned_args(UniqueConstraint("tenant_id", "key"))

    key: Mapped[str] = mapped_column(String(60))
    url: Mapped[str] = mapped_column(String(2000))
    name: Mapped[str] = mapped_column(String(120))
    category: Mapped[str | None] = mapped_column(String(60))
    active: Mapped[bool] = mapped_column(default=True)
    etag: Mapped[str | None] = mapped_column(String(500))
    last_modified: Mapped[str | None] = mapped_column(String(100))
    last_run_at: Mapped[datetime | None]
    last_success_at: Mapped[datetime | None]
    last_error: Mapped[str | None] = mapped_column(String(500))
    last_reason: Mapped[str | None] = mapped_column(String(30))
    running_since: Mapped[datetime | None]


class NewsItem(Model, TenantOwned, Publishable):
    """One item (schema.org NewsArticle, Atom entry). `body` is HTML of the one allow-list; `search_text` is folded
    plain text.

    `source_id` and `guid` name the feed entry it was imported from; `source_hash` is the entry as last seen, so that
    an unchanged one is left alone. Once staff edit an imported item, `edited` keeps the import from overwriting it.
    """

    __tablename__ = "news_item"
    __table_args__ = owned_args(
        ForeignKeyConstraint(["tenant_id", "category_id"], ["news_category.tenant_id", "news_category.id"]),
        ForeignKeyConstraint(["tenant_id", "source_id"], ["news_source.tenant_id", "news_source.id"]),
        ForeignKeyConstraint(["tenant_id", "image_id"], ["media_file.tenant_id", "media_file.id"]),
        UniqueConstraint("tenant_id", "source_id", "guid"),
        # Holds all that lists and their counts ask for: the rows themselves are wide.
        Index("ix_news_item_latest", "tenant_id", "status", "published_at", "id", "publish_at", "unpublish_at"),
        Index("ix_news_item_begin", "tenant_id", "publish_at"),
        Index("ix_news_item_end", "tenant_id", "unpublish_at"),
    )

    title: Mapped[str] = mapped_column(String(300))
    teaser: Mapped[str] = mapped_column(String(600), default="")
    body: Mapped[str] = mapped_column(Text, default="")
    search_text: Mapped[str] = mapped_column(Text, default="")
    category_id: Mapped[uuid.UUID | None]
    image_id: Mapped[uuid.UUID | None]
    image_alt: Mapped[str] = mapped_column(String(300), default="")
    image_credit: Mapped[str | None] = mapped_column(String(200))
    image_caption: Mapped[str | None] = mapped_column(String(300))
    source_name: Mapped[str | None] = mapped_column(String(120))
    source_url: Mapped[str | None] = mapped_column(String(2000))
    urgent: Mapped[bool] = mapped_column(default=False)
    source_id: Mapped[uuid.UUID | None]
    guid: Mapped[str | None] = mapped_column(String(500))
    source_hash: Mapped[str | None] = mapped_column(String(64))
    edited: Mapped[bool] = mapped_column(default=False)
