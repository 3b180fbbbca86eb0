# SPDX-License-Identifier: EUPL-1.2
"""Files of photos of reports: where the private ones lie, and how what no row names goes. A row goes first, its files
after the commit. Knows the database and the settings, no request."""

import contextlib
import os
import time
import uuid
from pathlib import Path

from sqlalchemy import select

from backend import jobs
from backend.config import current_settings
from backend.db import current_tenant_id, db
from backend.defects.models import DefectPhoto
from backend.media.library import folder_of as public_folder

FILES = "defect-files"  # the work that removes what no row names any more
LEFT = "left:"  # before the names of files that were not given up, but never got a row
GRACE = 60 * 60  # seconds; a file may be older than its row by the time of a request


def private_folder(tenant_id: uuid.UUID) -> Path:
    """Where the private files of a municipality lie."""
    return current_settings().private_path / str(tenant_id)


def drop(name: str | None) -> None:
    """Let the files of this name go with the commit."""
    if name is not None:
        jobs.after_commit(FILES, name)


@jobs.work(FILES)
def remove_files(order: str | None) -> None:
    """Remove the files of a name unless a row names them (again): all of them, or what was left lying for long."""
    name = (order or "").removeprefix(LEFT)
    latest = time.time() - (GRACE if name != order else 0)
    with jobs.reading():
        named = named_files()
    if name and name not in named:
        for folder in (private_folder(current_tenant_id()), public_folder(current_tenant_id())):
            for path in folder.glob(f"{name}-*"):
                # Whoever sends the same photo again is about to name it, and has touched it.
                with contextlib.suppress(FileNotFoundError):
                    if path.stat().st_mtime <= latest:
                        path.unlink()


@jobs.sweep(FILES, every_minutes=60)
def due() -> list[str]:
    """Names of private files that no row names, left lying for long."""
    folder, latest = private_folder(current_tenant_id()), time.time() - GRACE
    if not folder.is_dir():
        return []
    old = {entry.name.rpartition("-")[0] for entry in os.scandir(folder) if entry.stat().st_mtime < latest}
    return [f"{LEFT}{name}" for name in sorted(old - named_files() - {""})]


def named_files() -> set[str]:
    """The names that rows know, private and public."""
    rows = db.session.execute(select(DefectPhoto.hash, DefectPhoto.public_hash)).all()
    return {name for row in rows for name in row if name}
