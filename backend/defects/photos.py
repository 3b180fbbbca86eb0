# SPDX-License-Identifier: EUPL-1.2
"""Photos of reports: private until a clerk publishes them, re-encoded by us in either case. Knows the database and the
settings, no request.

Decoding takes long and a write transaction must be short, so whatever decodes has two steps: `receive`, then `add`;
`prepare`, then `publish`. If the second never follows, files without a row are left, which the sweep removes. Areas
that a clerk has blackened are burned in for good: the files without them go with the same commit.
"""

import hashlib
import os
import secrets
import threading
import uuid
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from backend import jobs
from backend.db import current_tenant_id, db
from backend.defects.models import DefectPhoto, DefectReport
from backend.defects.photo_files import drop, private_folder
from backend.defects.states import PhotoOrigin
from backend.media.library import folder_of as public_folder
from backend.media.library import image, write_file
from backend.media.pictures import Area, Picture, UnusablePicture, encode
from backend.problems import Conflict, Invalid

MOST = 5  # with the report
MOST_IN_ALL = 15
SENTENCES = {
    "not-a-picture": "Diese Datei ist kein Foto. Möglich sind JPEG, PNG, WebP, GIF, AVIF und HEIC.",
    "damaged": "Dieses Foto ist beschädigt. Bitte nehmen Sie es neu auf oder wählen Sie ein anderes.",
    "too-large": "Dieses Foto ist zu groß, mehr als 25 MB.",
    "too-many-pixels": "Dieses Foto hat zu viele Bildpunkte.",
    "empty": "Diese Datei ist leer.",
}
PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700


class PhotoChanged(Conflict):
    """Somebody else has blackened this photo in the meantime."""

    code, title = "photo-changed", "The photo was changed in the meantime"


@dataclass(frozen=True, slots=True)
class Received:
    """A photo whose private files lie there and whose row is not yet written."""

    source_hash: str
    hash: str
    width: int
    height: int
    widths: str


@dataclass(frozen=True, slots=True)
class Ready:
    """What a photo becomes when it is published: `private` replaces its private files, None if they stay."""

    before: str
    redactions: list[list[float]]
    public: Received
    private: Received | None


# The same report, sent twenty times at once, is decoded once by each process.
REMEMBERED = 64
_TURN = threading.Lock()
_RECENT: "OrderedDict[tuple[uuid.UUID, str], Received]" = OrderedDict()


class UnusablePhoto(Invalid):
    """One of several photos does not become a picture; `photo` says which (from 0), `reason` why."""

    code, title = "unusable-picture", "The picture cannot be used"

    def __init__(self, index: int, reason: str) -> None:
        sentence = SENTENCES.get(reason, SENTENCES["damaged"])
        super().__init__(sentence, {f"photo.{index}": [sentence]})
        self.members = {"reason": reason, "photo": index}


def source_hash(data: bytes) -> str:
    """The name of the bytes that came."""
    return hashlib.sha256(data).hexdigest()


def receive(report_id: uuid.UUID, data: bytes) -> Received:
    """Decode, re-encode and store a photo of a report, outside of any transaction. Raises UnusablePicture; nothing of
    the bytes that came is kept."""
    source = source_hash(data)
    # The same photo in two reports is two files, so that each goes with its report.
    name = hashlib.sha256(f"{report_id}:{source}".encode()).hexdigest()[:32]
    with _TURN:
        key = (current_tenant_id(), name)
        known = _RECENT.pop(key, None)
        _RECENT[key] = known if known and _touch(known) else _store(encode(data), name, source)
        if len(_RECENT) > REMEMBERED:
            _RECENT.popitem(last=False)
        return _RECENT[key]


def receive_all(report_id: uuid.UUID, given: Iterable[bytes]) -> list[Received]:
    """The same for several, in order. Raises UnusablePhoto."""
    found = []
    for index, data in enumerate(given):
        try:
            found.append(receive(report_id, data))
        except UnusablePicture as error:
            raise UnusablePhoto(index, error.reason) from error
    return found


def add(report: DefectReport, received: Iterable[Received], now: datetime, by: PhotoOrigin) -> list[DefectPhoto]:
    """Write the rows of photos that the report has not got yet, behind those it has."""
    mine = select(DefectPhoto.source_hash).where(DefectPhoto.report_id == report.id)
    known = set(db.session.scalars(mine))
    rows = []
    for one in received:
        if one.source_hash in known:
            continue
        known.add(one.source_hash)
        row = DefectPhoto(
            report_id=report.id, position=len(known) - 1, source_hash=one.source_hash, hash=one.hash,
            width=one.width, height=one.height, widths=one.widths, added_at=now, by=by,
        )  # fmt: skip
        rows.append(row)
    db.session.add_all(rows)
    db.session.flush()
    return rows


def prepare(report_id: uuid.UUID, wishes: Sequence[Mapping[str, Any]]) -> dict[uuid.UUID, Ready]:
    """Make the public files of the photos that `wishes` ([{id, public, redactions}]) want to be public, outside of any
    transaction; those that are public like this already are left out."""
    with jobs.reading():
        rows = {row.id: row for row in of_report(report_id)}
        db.session.expunge_all()
    found = {}
    for wish in wishes:
        row = rows.get(wish["id"])
        if row is None or not wish["public"]:
            continue
        new = [list(area) for area in wish["redactions"] if list(area) not in row.redactions]
        if new or row.public_hash is None:
            found[row.id] = _ready(row, new)
    return found


def publish(photo: DefectPhoto, ready: Mapping[uuid.UUID, Ready]) -> None:
    """Show a photo to everybody as `prepare` made it; what it was before goes with the commit. Raises PhotoChanged."""
    one = ready.get(photo.id)
    if one is None:
        if photo.public_hash is None:
            raise PhotoChanged()
        return
    if one.before != photo.hash:
        raise PhotoChanged()
    drop(photo.public_hash)
    if one.private is not None:
        drop(photo.hash)
        photo.hash = one.private.hash
        photo.width, photo.height, photo.widths = one.private.width, one.private.height, one.private.widths
    photo.public, photo.redactions = True, one.redactions
    photo.public_hash, photo.public_widths = one.public.hash, one.public.widths
    photo.public_width, photo.public_height = one.public.width, one.public.height


def unpublish(photo: DefectPhoto) -> None:
    """Take a photo from the residents: its public files go with the commit. What is blackened stays so."""
    drop(photo.public_hash)
    photo.public = False
    photo.public_hash = photo.public_widths = photo.public_width = photo.public_height = None


def unpublish_all(report: DefectReport) -> None:
    """Take all photos of a report from the residents."""
    for row in of_report(report.id):
        unpublish(row)


def remove(report: DefectReport, *, public: bool = True) -> None:
    """Delete the photos of a report, rows and files; those that everybody sees only if `public`."""
    for row in of_report(report.id):
        if public or not row.public:
            drop(row.hash)
            drop(row.public_hash)
            db.session.delete(row)
    db.session.flush()


def of_report(report_id: uuid.UUID) -> Sequence[DefectPhoto]:
    """The photos of a report, in order."""
    mine = select(DefectPhoto).where(DefectPhoto.report_id == report_id)
    return db.session.scalars(mine.order_by(DefectPhoto.position, DefectPhoto.id)).all()


def image_of(photo: Any, alt: str = "") -> dict[str, Any] | None:
    """The API's Image of a photo (or of a row with its `public_…` columns); None if it is not public."""
    return image(photo.public_hash, photo.public_width, photo.public_height, photo.public_widths, alt=alt)


def file_of(photo: Any, width: int | None = None) -> Path | None:
    """The private WebP of a photo (or of a row with `hash` and `widths`) that is at least so wide, else the widest."""
    steps = [int(step) for step in photo.widths.split()]
    step = next((step for step in steps if width and step >= width), steps[-1])
    path = private_folder(current_tenant_id()) / f"{photo.hash}-{step}.webp"
    return path if path.is_file() else None


def published() -> list[str]:
    """The names of public files: the media library leaves them alone."""
    named = select(DefectPhoto.public_hash).where(DefectPhoto.public_hash.is_not(None))
    return [name for name in db.session.scalars(named) if name]


def _touch(known: Received) -> bool:
    """Keep the sweep off files that are there already; False if one is not."""
    folder = private_folder(current_tenant_id())
    try:
        for width in known.widths.split():
            os.utime(folder / f"{known.hash}-{width}.webp")
    except FileNotFoundError:
        return False
    return True


def _ready(row: DefectPhoto, new: list[list[float]]) -> Ready:
    source = private_folder(current_tenant_id()) / f"{row.hash}-{row.widths.split()[-1]}.webp"
    areas: list[Area] = [(x, y, width, height) for x, y, width, height in new]
    try:
        picture = encode(source.read_bytes(), areas)
    except FileNotFoundError as error:
        # Blackened by somebody else since we looked.
        raise PhotoChanged() from error
    # A name that nobody can guess from the photo: whoever knows one gets the file.
    public = _store(picture, secrets.token_hex(16), row.source_hash, public_folder(current_tenant_id()))
    private = _store(picture, secrets.token_hex(16), row.source_hash) if new else None
    return Ready(row.hash, [*row.redactions, *new], public, private)


def _store(picture: Picture, name: str, source: str, folder: Path | None = None) -> Received:
    """Write a picture's files; the JPEG, which link previews want, only beside public ones."""
    target = folder or private_folder(current_tenant_id())
    if folder is None:
        target.parent.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    target.mkdir(mode=0o755 if folder else PRIVATE_FOLDER, parents=True, exist_ok=True)
    for (width, kind), body in picture.files.items():
        if folder is not None:
            write_file(target / f"{name}-{width}.{kind}", body)
        elif kind == "webp":
            write_file(target / f"{name}-{width}.webp", body, PRIVATE_FILE)
    widths = " ".join(str(width) for width in picture.widths)
    return Received(source, name, picture.width, picture.height, widths)
