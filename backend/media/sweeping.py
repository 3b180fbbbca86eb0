# SPDX-License-Identifier: EUPL-1.2
"""What pictures leave behind: files without a row, rows that nothing shows, drafts of files. Knows no request.

A row goes first and its files after the commit, so that no row ever stands without files. Files that were touched
within the last hour stay: somebody may be about to write their row (`accept` touches, `keep` writes).
"""

import contextlib
import time
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import delete, select

from backend import jobs
from backend.db import current_tenant_id, db
from backend.media.library import DRAFT, NAME, folder_of
from backend.media.models import MediaFile
from backend.media.operations import FILES, unused_of
from backend.media.uses import claimed

GRACE = 60 * 60  # seconds
LEAVING = ".old-"


@dataclass(frozen=True)
class Swept:
    """How many rows and files went."""

    rows: int
    files: int


def sweep_unused(now: datetime, *, days: int = 30) -> Swept:
    """Remove files that no row names, then rows that nothing shows, that no member took in and that are older than
    `days`; their files go with the next sweep. Part of a write transaction."""
    files = _remove(_orphans())
    ids = unused(now, days=days)
    for start in range(0, len(ids), 500):
        db.session.execute(delete(MediaFile).where(MediaFile.id.in_(ids[start : start + 500])))
    return Swept(len(ids), files)


def unused(now: datetime, *, days: int = 30) -> list[uuid.UUID]:
    """The rows that `sweep_unused` removes."""
    old = select(MediaFile.id).where(
        MediaFile.created_by.is_(None), MediaFile.version == 1, MediaFile.created_at < now - timedelta(days=days)
    )
    return unused_of(db.session.scalars(old).all())


@jobs.work(FILES)
def remove_files(hash: str | None) -> None:
    """Remove the files of a deleted picture."""
    with jobs.reading():
        orphans = [path for path in _orphans() if path.name.startswith(f"{hash}-")]
    _remove(orphans)


@jobs.sweep(FILES, every_minutes=60)
def due() -> list[str]:
    """The hashes of deleted pictures whose files are still there."""
    return sorted({path.name.partition("-")[0] for path in _orphans() if NAME.fullmatch(path.name)})


def _orphans() -> list[Path]:
    """Files in the municipality's folder that no row names, no feature claims and nobody is about to name."""
    folder = folder_of(current_tenant_id())
    if not folder.is_dir():
        return []
    latest = time.time() - GRACE
    named = claimed().union(db.session.scalars(select(MediaFile.hash)))
    return [path for path in folder.iterdir() if _is_orphan(path.name, named) and _touched(path) < latest]


def _is_orphan(name: str, named: set[str]) -> bool:
    picture = NAME.fullmatch(name)
    return picture[1] not in named if picture else name.startswith((DRAFT, LEAVING))


def _remove(paths: Iterable[Path]) -> int:
    """Remove files unless they are touched at the last moment: out of the way first, then looked at."""
    latest, removed = time.time() - GRACE, 0
    for path in paths:
        aside = path.with_name(LEAVING + path.name.removeprefix(LEAVING))
        with contextlib.suppress(FileNotFoundError):  # another sweep was faster
            path.rename(aside)
            if _touched(aside) < latest:
                aside.unlink()
                removed += 1
            else:
                aside.rename(path)
    return removed


def _touched(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return time.time()
