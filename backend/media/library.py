# SPDX-License-Identifier: EUPL-1.2
"""Where pictures lie and how they are described. One folder per municipality; files are named by hash and never change.

Whoever knows a picture's name gets it, also while nothing public shows it: names cannot be guessed, browsers keep files
for a year anyway, and asking the database for each picture would cost every reader. What must not be seen is deleted.
Knows the database and the settings, no request.
"""

import contextlib
import os
import re
import tempfile
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from backend.config import current_settings
from backend.db import current_tenant_id, db
from backend.media.models import MediaFile
from backend.media.pictures import encode, fallback_width
from backend.text import fold

CENTRE = (0.5, 0.5)
# What a list joins for `image_of`, beside the image_alt, image_credit and image_caption of its own rows.
IMAGE_COLUMNS = (
    MediaFile.hash.label("image_hash"),
    MediaFile.width.label("image_width"),
    MediaFile.height.label("image_height"),
    MediaFile.widths.label("image_widths"),
    MediaFile.focal_x.label("image_focal_x"),
    MediaFile.focal_y.label("image_focal_y"),
)
NAME = re.compile(r"([0-9a-f]{32})-[1-9][0-9]{0,3}\.(webp|jpg)")
DRAFT = ".new-"  # a file in the making
PUBLIC_FILE = 0o644  # a web server in front may serve the folder


@dataclass(frozen=True)
class Accepted:
    """A picture whose files lie in the municipality's folder and whose row is not yet written."""

    tenant_id: uuid.UUID
    hash: str
    width: int
    height: int
    widths: list[int]
    bytes: int


def accept(data: bytes) -> Accepted:
    """Decode, re-encode and store the files of a picture for the current municipality; takes up to a second.

    Call it before the write transaction. If `keep` never follows, the files are merely unused: the same picture would
    get the same names. Raises UnusablePicture.
    """
    picture = encode(data)
    tenant_id = current_tenant_id()
    folder = folder_of(tenant_id)
    folder.mkdir(parents=True, exist_ok=True)
    for (width, kind), body in picture.files.items():
        write_file(folder / f"{picture.hash}-{width}.{kind}", body)
    size = sum(len(body) for body in picture.files.values())
    return Accepted(tenant_id, picture.hash, picture.width, picture.height, picture.widths, size)


def keep(picture: Accepted, *, alt: str = "", credit: str | None = None) -> uuid.UUID:
    """The id of the picture's row, written now or, for a known picture, before. Part of a write transaction. A new one
    learns what it shows and who made it."""
    row, new = find_or_add(picture)
    if new:
        row.alt, row.credit = alt, credit
        row.search_text = searchable(row)
    return row.id


def searchable(row: MediaFile) -> str:
    """What the library's search looks through."""
    return fold(f"{row.name} {row.alt} {row.credit or ''}")


def find_or_add(picture: Accepted) -> tuple[MediaFile, bool]:
    """The row of a picture and whether it is new: the same bytes are one picture, however often they come."""
    if picture.tenant_id != current_tenant_id():
        raise ValueError("the picture was accepted for another municipality")
    same = select(MediaFile).where(MediaFile.hash == picture.hash)
    known = db.session.scalar(same)
    if known is not None:
        return known, False
    row = MediaFile(
        hash=picture.hash,
        width=picture.width,
        height=picture.height,
        widths=" ".join(str(width) for width in picture.widths),
        bytes=picture.bytes,
        created_at=datetime.now(UTC),
    )
    try:
        with db.session.begin_nested():
            db.session.add(row)
    except IntegrityError:
        # PostgreSQL lets two writers look at once: the other one was faster.
        return db.session.scalars(same).one(), False
    return row, True


def image_of(row: Any) -> dict[str, Any] | None:
    """The API's Image of a result row with IMAGE_COLUMNS and its own words; None if it has no picture."""
    return image(
        row.image_hash,
        row.image_width,
        row.image_height,
        row.image_widths,
        (row.image_focal_x, row.image_focal_y),
        alt=row.image_alt,
        credit=row.image_credit,
        caption=row.image_caption,
    )


def image(
    hash: str | None,
    width: int | None,
    height: int | None,
    widths: str | None,
    focal: tuple[float | None, float | None] = CENTRE,
    *,
    alt: str,
    credit: str | None = None,
    caption: str | None = None,
) -> dict[str, Any] | None:
    """The API's Image from the columns of MediaFile, so that lists need one join; None if there is no picture."""
    if not hash or not width or not height or not widths:
        return None
    steps = [int(step) for step in widths.split()]
    shown = fallback_width(steps)
    return {
        "alt": alt,
        "credit": credit,
        "caption": caption,
        "width": shown,
        "height": max(1, round(height * shown / width)),
        "focal_x": focal[0],
        "focal_y": focal[1],
        "src": f"/media/{hash}-{shown}.jpg",
        "srcset": ", ".join(f"/media/{hash}-{step}.webp {step}w" for step in steps),
    }


def file_of(name: str) -> Path | None:
    """The file of this name in the current municipality's folder; None if unknown, foreign or malformed."""
    if not NAME.fullmatch(name):
        return None
    path = folder_of(current_tenant_id()) / name
    return path if path.is_file() else None


def size_of(name: str) -> int:
    """Bytes of a file of the current municipality, 0 if there is none."""
    path = file_of(name)
    return path.stat().st_size if path else 0


def folder_of(tenant_id: uuid.UUID) -> Path:
    """Where the files of a municipality lie."""
    return current_settings().media_path / str(tenant_id)


def write_file(path: Path, body: bytes, mode: int = PUBLIC_FILE) -> None:
    """Write a whole file or none: readers and a second writer never see half of one."""
    with contextlib.suppress(FileNotFoundError):
        # Before anything else: sweeping leaves alone what was touched a moment ago.
        os.utime(path)
        if path.stat().st_size == len(body):
            return
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=DRAFT)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
