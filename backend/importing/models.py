# SPDX-License-Identifier: EUPL-1.2
"""What every imported feed is to the database; knows only the database."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column


class ImportedFeed:
    """Mixin: a feed of the municipality that is imported; owned by the tenant file (`key`), its state by the importer:
    `last_reason` is the machine word for `last_error`, `running_since` is set while a run waits or works."""

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
