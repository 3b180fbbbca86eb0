# SPDX-License-Identifier: EUPL-1.2
"""The row of a picture; knows only the database."""

from datetime import datetime

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Model, TenantOwned, owned_args


class MediaFile(Model, TenantOwned):
    """A picture that was re-encoded. `hash` names its files; `width` and `height` (pixels) are those of the largest.

    `widths` lists the WebP files, smallest first, as "480 960 1600": read with every list, so it stays plain text.
    """

    __tablename__ = "media_file"
    __table_args__ = owned_args(UniqueConstraint("tenant_id", "hash"))

    hash: Mapped[str] = mapped_column(String(32))
    width: Mapped[int]
    height: Mapped[int]
    widths: Mapped[str] = mapped_column(String(60))
    bytes: Mapped[int]
    created_at: Mapped[datetime]
