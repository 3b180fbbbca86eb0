# SPDX-License-Identifier: EUPL-1.2
"""The picture in what staff edit: chosen from the library, with words of its own there; a model has the columns
`image_id`, `image_alt`, `image_credit` and `image_caption`, content has `image`. Knows no feature and no request."""

import uuid
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import or_, select

from backend import media
from backend.db import db
from backend.editing.contents import line_or_none, one_line
from backend.media import MediaFile, Use

Row = dict[str, Any]
NONE = {"media_id": None, "alt": "", "credit": None, "caption": None}


def accept(image: Row | None) -> Row | None:
    """What a client sends → the part of content."""
    return image and {
        "media_id": str(image["media_id"]),
        "alt": one_line(image["alt"]),
        "credit": line_or_none(image["credit"]),
        "caption": line_or_none(image["caption"]),
    }


def usable(image: Row | None) -> Row | None:
    """The same, or None if the picture is gone."""
    return image if image and _find(image["media_id"]) else None


def read(row: Any) -> Row | None:
    """The columns as content."""
    if row.image_id is None:
        return None
    alt, credit, caption = row.image_alt, row.image_credit, row.image_caption
    return {"media_id": str(row.image_id), "alt": alt, "credit": credit, "caption": caption}


def apply(row: Any, image: Row | None) -> None:
    """Content into the columns."""
    chosen = image or NONE
    row.image_id = uuid.UUID(chosen["media_id"]) if chosen["media_id"] else None
    row.image_alt, row.image_credit, row.image_caption = chosen["alt"], chosen["credit"], chosen["caption"]


def unpack(image: Row | None) -> Row | None:
    """Content as the API gives it: with the sizes of the picture."""
    picture = _find(image["media_id"]) if image else None
    if image is None or picture is None:
        return image
    words = {name: image[name] for name in ("alt", "credit", "caption")}
    return {"hash": picture.hash, "media_id": picture.id} | (_sized(picture, **words) or {})


def in_list(rows: Iterable[Any]) -> Callable[[Any], Row | None]:
    """For rows with `image_id`, `image_alt` and `draft`: what gives the picture of each, in one question for all."""
    rows = list(rows)
    columns = (MediaFile.id, MediaFile.hash, MediaFile.width, MediaFile.height, MediaFile.widths)
    query = select(*columns, MediaFile.focal_x, MediaFile.focal_y)
    wanted = {_chosen(row)[0] for row in rows} - {None}
    pictures = {picture.id: picture for picture in db.session.execute(query.where(MediaFile.id.in_(wanted)))}

    def image_of(row: Any) -> Row | None:
        media_id, alt = _chosen(row)
        return _sized(pictures[media_id], alt=alt) if media_id in pictures else None

    return image_of


def uses(model: type[Any], kind: str, pictures: Collection[uuid.UUID]) -> Iterator[Use]:
    """The rows of a model that show one of these pictures, and those that will once their working copy is published:
    what the library asks before it lets one go."""
    drafted = model.draft["image", "media_id"].as_string()
    wanted = {str(media_id): media_id for media_id in pictures}
    rows = db.session.execute(
        select(model.id, model.title, model.image_id, drafted).where(
            or_(model.image_id.in_(pictures), drafted.in_(wanted))
        )
    )
    for thing_id, title, shown, planned in rows:
        for media_id in {shown, wanted.get(planned)} & set(wanted.values()):
            yield Use(media_id, kind, thing_id, title)


def _chosen(row: Any) -> tuple[uuid.UUID | None, str]:
    if row.draft is None:
        return row.image_id, row.image_alt
    image = row.draft["image"]
    return (uuid.UUID(image["media_id"]), image["alt"]) if image else (None, "")


def _sized(picture: Any, **words: Any) -> Row | None:
    focal = (picture.focal_x, picture.focal_y)
    return media.image(picture.hash, picture.width, picture.height, picture.widths, focal, **words)


def _find(media_id: str) -> MediaFile | None:
    # What is about to be kept may not be deleted meanwhile: a working copy has no foreign key.
    held = {"read": True, "key_share": True} if db.session().info.get("write") else None
    return db.session.get(MediaFile, uuid.UUID(media_id), with_for_update=held)
