# SPDX-License-Identifier: EUPL-1.2
"""The verbs of the media library. Who writes for one organiser only has to do with the own pictures alone, and learns
nothing of what else shows them. Knows no request; never commits."""

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

    def __init__(self, places: list[Row]) -> None:
        super().__init__()
        self.members = {"used_in": places}


def take_in(picture: Accepted, filename: str, who: Staff) -> tuple[Row, bool]:
    """Put an accepted picture into the library; gives it and whether it is new. Also for one that an import brought:
    from now on the town hall keeps it, and it is not the own one of a club that has the same."""
    row, new = find_or_add(picture)
    if new:
        row.name = _bare(filename)
        row.search_text = searchable(row)
        audit.note("media.added", who, row.name)
    if new or (row.created_by is None and who.organiser_id is None):
        row.created_by, row.created_by_id = who.name, who.account_id
    db.session.flush()
    return _as_dict(row, len(uses_of([row.id]))), new


def list_media(
    who: Staff, *, q: str | None = None, unused: bool = False, first: int, limit: int
) -> tuple[list[Row], int]:
    """The pictures, newest first, and how many there are in all. `q`: every word must occur."""
    words = [MediaFile.search_text.contains(word, autoescape=True) for word in fold(q or "").split()[:10]]
    words += [MediaFile.created_by_id == who.account_id] if who.organiser_id else []
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


def get_media(media_id: uuid.UUID, who: Staff) -> Row:
    """One picture with the places that show it. Raises Missing."""
    row = _concerning(db.session.scalar(select(MediaFile).where(MediaFile.id == media_id)), who)
    uses = uses_of([row.id])
    return _as_dict(row, len(uses)) | {"used_in": _places(uses, who)}


def change(media_id: uuid.UUID, content: Row, expected: int | None, who: Staff) -> Row:
    """Say what a picture shows, who made it, what matters in it. Raises Missing, PreconditionFailed."""
    row = _locked(media_id, expected, who)
    if any(getattr(row, name) != value for name, value in content.items()):
        if (row.focal_x, row.focal_y) != (content["focal_x"], content["focal_y"]):
            reads.bump()
        for name, value in content.items():
            setattr(row, name, value)
        row.search_text = searchable(row)
        row.version += 1
        audit.note("media.changed", who, row.name)
        db.session.flush()
    return get_media(media_id, who)


def delete(media_id: uuid.UUID, expected: int | None, who: Staff) -> None:
    """Take a picture out of the library if nothing shows it. Raises Missing, PreconditionFailed, InUse."""
    row = _locked(media_id, expected, who)
    if uses := uses_of([media_id]):
        raise InUse(_places(uses, who))
    name, hash = row.name, row.hash
    try:
        with db.session.begin_nested():
            db.session.delete(row)
    except IntegrityError as error:
        # Somebody began to use it a moment ago.
        raise InUse(_places(uses_of([media_id]), who)) from error
    audit.note("media.deleted", who, name)
    jobs.after_commit(FILES, hash)


def unused_of(ids: Sequence[uuid.UUID]) -> list[uuid.UUID]:
    """Those of the pictures that nothing shows, in the same order."""
    used = {use.media_id for use in uses_of(ids)}
    return [media_id for media_id in ids if media_id not in used]


def _locked(media_id: uuid.UUID, expected: int | None, who: Staff) -> MediaFile:
    row = _concerning(db.session.scalar(select(MediaFile).where(MediaFile.id == media_id).with_for_update()), who)
    if row.version != expected:
        raise PreconditionFailed(get_media(media_id, who))
    return row


def _concerning(row: MediaFile | None, who: Staff) -> MediaFile:
    if row is None or (who.organiser_id and row.created_by_id != who.account_id):
        raise Missing("There is no such picture.")
    return row


def _bare(filename: str) -> str:
    """The name of a file without its folders, in one line."""
    return " ".join(legal(re.split(r"[/\\]", filename)[-1]).split())[:LONGEST_NAME]


def _places(uses: Collection[Use], who: Staff) -> list[Row]:
    shown = [] if who.organiser_id else uses
    return [{"type": use.type, "id": use.id, "title": use.title} for use in shown]


def _as_dict(row: MediaFile, uses: int) -> Row:
    shown = image(row.hash, row.width, row.height, row.widths, (row.focal_x, row.focal_y), alt=row.alt)
    own = ("id", "hash", "bytes", "name", "alt", "credit", "version", "created_at", "created_by")
    return (shown or {}) | {name: getattr(row, name) for name in own} | {"uses": uses}
