# SPDX-License-Identifier: EUPL-1.2
"""The verbs of the media library. Knows no request; never commits."""

import re
import uuid
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from backend import audit, jobs, reads
from backend.db import db
from backend.media.library import Accepted, find_or_add, image, searchable
from backend.media.models import MediaFile
from backend.media.uses import Use, uses_of
from backend.problems import Conflict, Missing, PreconditionFailed
from backend.staff import Staff
from backend.text import fold, legal

Row = dict[str, Any]
FILES = "media-files"  # the work that removes what a deleted picture leaves behind
LONGEST_NAME = 200


class InUse(Conflict):
    """The picture is shown somewhere, or will be."""

    code, title = "in-use", "The picture is in use"

    def __init__(self, uses: Collection[Use]) -> None:
        super().__init__()
        self.members = {"used_in": [_place(use) for use in uses]}


def take_in(picture: Accepted, filename: str, who: Staff) -> tuple[Row, bool]:
    """Put an accepted picture into the library; gives it and whether it is new. Also for one that an import brought:
    from now on staff keep it."""
    row, new = find_or_add(picture)
    if new:
        row.name = _bare(filename)
        row.search_text = searchable(row)
        audit.note("media.added", who, row.name)
    if row.created_by is None:
        row.created_by = who.name
    db.session.flush()
    return get_media(row.id), new


def list_media(*, q: str | None = None, unused: bool = False, first: int, limit: int) -> tuple[list[Row], int]:
    """The pictures, newest first, and how many there are in all. `q`: every word must occur."""
    words = [MediaFile.search_text.contains(word, autoescape=True) for word in fold(q or "").split()[:10]]
    order = (MediaFile.created_at.desc(), MediaFile.id.desc())
    if unused:
        ids = unused_of(db.session.scalars(select(MediaFile.id).where(*words).order_by(*order)).all())
        total, shown = len(ids), select(MediaFile).where(MediaFile.id.in_(ids[first : first + limit]))
    else:
        total = db.session.scalar(select(func.count(MediaFile.id)).where(*words)) or 0
        shown = select(MediaFile).where(*words).offset(first).limit(limit)
    rows = db.session.scalars(shown.order_by(*order)).all()
    uses = Counter(use.media_id for use in uses_of([row.id for row in rows]))
    return [_as_dict(row, uses[row.id]) for row in rows], total


def get_media(media_id: uuid.UUID) -> Row:
    """One picture with the places that show it. Raises Missing."""
    row = db.session.scalar(select(MediaFile).where(MediaFile.id == media_id))
    if row is None:
        raise Missing("There is no such picture.")
    places = [_place(use) for use in uses_of([row.id])]
    return _as_dict(row, len(places)) | {"used_in": places}


def change(media_id: uuid.UUID, content: Row, expected: int | None, who: Staff) -> Row:
    """Say what a picture shows, who made it, what matters in it. Raises Missing, PreconditionFailed."""
    row = _locked(media_id, expected)
    if any(getattr(row, name) != value for name, value in content.items()):
        if (row.focal_x, row.focal_y) != (content["focal_x"], content["focal_y"]):
            reads.bump()
        for name, value in content.items():
            setattr(row, name, value)
        row.search_text = searchable(row)
        row.version += 1
        audit.note("media.changed", who, row.name)
        db.session.flush()
    return get_media(media_id)


def delete(media_id: uuid.UUID, expected: int | None, who: Staff) -> None:
    """Take a picture out of the library if nothing shows it. Raises Missing, PreconditionFailed, InUse."""
    row = _locked(media_id, expected)
    if uses := uses_of([media_id]):
        raise InUse(uses)
    name, hash = row.name, row.hash
    try:
        with db.session.begin_nested():
            db.session.delete(row)
    except IntegrityError as error:
        # Somebody began to use it a moment ago.
        raise InUse(uses_of([media_id])) from error
    audit.note("media.deleted", who, name)
    jobs.after_commit(FILES, hash)


def unused_of(ids: Sequence[uuid.UUID]) -> list[uuid.UUID]:
    """Those of the pictures that nothing shows, in the same order."""
    used = {use.media_id for use in uses_of(ids)}
    return [media_id for media_id in ids if media_id not in used]


def _locked(media_id: uuid.UUID, expected: int | None) -> MediaFile:
    row = db.session.scalar(select(MediaFile).where(MediaFile.id == media_id).with_for_update())
    if row is None:
        raise Missing("There is no such picture.")
    if row.version != expected:
        raise PreconditionFailed(get_media(media_id))
    return row


def _bare(filename: str) -> str:
    """The name of a file without its folders, in one line."""
    return " ".join(legal(re.split(r"[/\\]", filename)[-1]).split())[:LONGEST_NAME]


def _place(use: Use) -> Row:
    return {"type": use.type, "id": use.id, "title": use.title}


def _as_dict(row: MediaFile, uses: int) -> Row:
    shown = image(row.hash, row.width, row.height, row.widths, (row.focal_x, row.focal_y), alt=row.alt)
    own = ("id", "hash", "bytes", "name", "alt", "credit", "version", "created_at", "created_by")
    return (shown or {}) | {name: getattr(row, name) for name in own} | {"uses": uses}
