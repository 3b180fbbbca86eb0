# SPDX-License-Identifier: EUPL-1.2
"""The row of a picture; knows only the database."""

import uuid
from datetime import datetime

from sqlalchemy import String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Model, TenantOwned, owned_args


class MediaFile(Model, TenantOwned):
    """A picture that was re-encoded. `hash` names its files; `width` and `height` (pixels) are those of the largest.

    `widths` lists the WebP files, smallest first, as "480 960 1600": read with every list, so it stays plain text.
    The focal point (0 to 1, from the upper left corner) stays in sight when a picture is cropped. `alt` and `credit`
    are proposals for whoever uses it. `created_by` (and `created_by_id`) is the member who took it in, None for an
    import; `search_text` is folded.
    """

    __tablename__ = "media_file"
    __table_args__ = owned_args(UniqueConstraint("tenant_id", "hash"))

    hash: Mapped[str] = mapped_column(String(32))
    width: Mapped[int]
    height: Mapped[int]
    widths: Mapped[str] = mapped_column(String(60))
    bytes: Mapped[int]
    name: Mapped[str] = mapped_column(String(200), default="")
    alt: Mapped[str] = mapped_column(String(300), default="")
    credit: Mapped[str | None] = mapped_column(String(200))
    focal_x: Mapped[float] = mapped_column(default=0.5)
    focal_y: Mapped[float] = mapped_column(default=0.5)
    search_text: Mapped[str] = mapped_column(Text, default="")
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    created_by: Mapped[str | None] = mapped_column(String(120))
    created_by_id: Mapped[uuid.UUID | None]
