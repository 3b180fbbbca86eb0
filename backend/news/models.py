# SPDX-License-Identifier: EUPL-1.2
"""Rows of news and their invariants; knows only the database."""

import uuid

from sqlalchemy import ForeignKeyConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Model, TenantOwned, owned_args
from backend.importing.models import ImportedFeed
from backend.publishing import Category, Publishable


class NewsCategory(Model, TenantOwned, Category):
    """A topic of news, seeded from the tenant file by `slug`."""

    __tablename__ = "news_category"
    __table_args__ = owned_args(UniqueConstraint("tenant_id", "slug"))


class NewsSource(Model, TenantOwned, ImportedFeed):
    """An RSS or Atom feed that is imported."""

    __tablename__ = "news_source"
    __table_args__ = owned_args(UniqueConstraint("tenant_id", "key"))


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
