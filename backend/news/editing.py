# SPDX-License-Identifier: EUPL-1.2
"""What editing means for news: which content an item has, what publication asks for. The verbs are the kernel's.
Knows no request; never commits."""

import uuid
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from backend import media
from backend.db import db
from backend.editing import Acting, Content, Deed, ReviewDesk
from backend.media import MediaFile
from backend.news import ringing
from backend.news.models import NewsCategory, NewsItem
from backend.news.operations import refresh_search_text
from backend.news.ringing import Wish
from backend.problems import Invalid
from backend.publishing import Status, state_of
from backend.text import clean_html, legal

Row = dict[str, Any]


def accept(body: Row) -> Content:
    """What a client sends → content, cleaned. Raises Invalid for a category or picture that does not exist here."""
    image = body["image"]
    content = {
        "title": _line(body["title"]),
        "teaser": _line(body["teaser"]),
        "body": clean_html(body["body"]),
        "category": body["category"],
        "image": image and {
            "media_id": str(image["media_id"]),
            "alt": _line(image["alt"]),
            "credit": _line(image["credit"] or "") or None,
            "caption": _line(image["caption"] or "") or None,
        },
        "publish_at": pack(body["publish_at"]),
        "unpublish_at": pack(body["unpublish_at"]),
        "urgent": body["urgent"],
    }  # fmt: skip
    known = NEWS.usable(content)
    if known["category"] != content["category"]:
        raise Invalid("There is no such category.", {"category": ["There is no such category."]})
    if known["image"] != content["image"]:
        raise Invalid("There is no such picture.", {"image": {"media_id": ["There is no such picture."]}})
    return content


def lacks(content: Content, now: datetime) -> dict[str, str]:
    """Why this content cannot be published: a sentence by field."""
    found = {}
    begin, end = _moment(content["publish_at"]), _moment(content["unpublish_at"])
    if not content["title"].strip():
        found["title"] = "The title is missing."
    if not content["teaser"].strip() and not content["body"]:
        found["text"] = "Both teaser and text are empty."
    if content["image"] and not content["image"]["alt"].strip():
        found["image_alt"] = "The description of the picture is missing."
    if content["urgent"] and end is None:
        found["unpublish_at"] = "What is urgent needs an end."
    if end is not None and end <= max(begin or now, now):
        found["unpublish_at"] = "The end lies before the beginning, or is over."
    return found


def pack(moment: datetime | None) -> str | None:
    """An instant as content keeps it."""
    return moment.astimezone(UTC).isoformat() if moment else None


class NewsDesk(ReviewDesk):
    """Where news are edited."""

    kind, model = "news", NewsItem

    def content_of(self, row: NewsItem) -> Content:
        """The columns as content."""
        image = {
            "media_id": str(row.image_id),
            "alt": row.image_alt,
            "credit": row.image_credit,
            "caption": row.image_caption,
        }
        return {
            "title": row.title,
            "teaser": row.teaser,
            "body": row.body,
            "category": next((slug for slug, key in _categories().items() if key == row.category_id), None),
            "image": image if row.image_id else None,
            "publish_at": pack(row.publish_at),
            "unpublish_at": pack(row.unpublish_at),
            "urgent": row.urgent,
        }

    def usable(self, content: Content) -> Content:
        """Without a category or picture that is gone."""
        category = content["category"] if content["category"] in _categories() else None
        image = content["image"] if content["image"] and _picture(content["image"]["media_id"]) else None
        return content | {"category": category, "image": image}

    def apply(self, row: NewsItem, content: Content, now: datetime) -> None:
        """Content into the columns. From now on an imported item is the municipality's own."""
        row.title, row.teaser, row.body = content["title"], content["teaser"], content["body"]
        row.category_id = _categories()[content["category"]] if content["category"] else None
        image = content["image"] or {"media_id": None, "alt": "", "credit": None, "caption": None}
        row.image_id = uuid.UUID(image["media_id"]) if image["media_id"] else None
        row.image_alt, row.image_credit, row.image_caption = image["alt"], image["credit"], image["caption"]
        row.publish_at, row.unpublish_at = _moment(content["publish_at"]), _moment(content["unpublish_at"])
        row.urgent, row.edited = content["urgent"], True
        refresh_search_text(row)

    def make(self, thing_id: uuid.UUID, content: Content, act: Acting) -> NewsItem:
        """A draft."""
        row = NewsItem(id=thing_id, status=Status.DRAFT, version=1, updated_at=act.now)
        row.edited_by, row.edited_at = act.who.name, act.now
        self.apply(row, content, act.now)
        return row

    def lacks(self, content: Content, now: datetime) -> dict[str, str]:
        """The one rule of publication."""
        return lacks(content, now)

    def origin(self, row: NewsItem) -> tuple[Deed, str]:
        """Imported, or written by a command."""
        return (Deed.IMPORTED if row.source_id else Deed.PUBLISHED), row.source_name or ""

    def describe(self, row: NewsItem, act: Acting) -> Row:
        """The item as the editor sees it."""
        content = self.working(row)
        source = {
            "name": row.source_name,
            "url": row.source_url,
            "imported": row.source_id is not None,
            "edited": row.edited or row.draft is not None,
        }
        return self.common(row, content, act) | {
            "state": state_of(row, act.now),
            "content": _unpacked(content),
            "published_at": row.published_at,
            "submitted_by": row.submitted_by,
            "submitted_at": row.submitted_at,
            "returned_note": row.returned_note,
            "notification": ringing.notification_of(row.id),
            "source": source if row.source_name else None,
        }

    def publish_and_ring(self, thing_id: uuid.UUID, wish: Wish | None, expected: int, act: Acting) -> Row:
        """Publish, and with a wish let the phones know, also of what is public as it is. Raises AlreadyAnnounced as
        well."""
        if wish is None:
            return self.publish(thing_id, expected, act)
        row = self._locked(thing_id, expected, act)
        if not row.public or row.draft is not None:
            self.publish(thing_id, expected, act)
        else:
            # So that the same request, sent twice, rings once even where it insists.
            row.version += 1
        ringing.ring(row, self.content_of(row)["category"], wish, act)
        return self.describe(row, act)

    def release(self, row: NewsItem, now: datetime) -> None:
        """Publish by the dates; what was announced rings then."""
        super().release(row, now)
        ringing.follow(row, self.content_of(row)["category"], now)

    def withdraw(self, thing_id: uuid.UUID, expected: int, act: Acting) -> Row:
        """Take it from the residents, and from the phones it has not reached yet."""
        ringing.silence(thing_id)
        return super().withdraw(thing_id, expected, act)

    def get_revision(self, thing_id: uuid.UUID, revision_id: uuid.UUID) -> Row:
        """One line of the history, its picture with sizes."""
        found = super().get_revision(thing_id, revision_id)
        return found | {"content": _unpacked(found["content"])}


NEWS = NewsDesk()


def _unpacked(content: Content) -> Row:
    """Content as the API gives it: instants, and the picture with its sizes."""
    image = content["image"]
    picture = _picture(image["media_id"]) if image else None
    if picture is not None:
        sizes = media.image(
            picture.hash,
            picture.width,
            picture.height,
            picture.widths,
            (picture.focal_x, picture.focal_y),
            alt=image["alt"],
            credit=image["credit"],
            caption=image["caption"],
        )
        image = {"hash": picture.hash, "media_id": picture.id} | (sizes or {})
    dates = {name: _moment(content[name]) for name in ("publish_at", "unpublish_at")}
    return content | dates | {"image": image}


def _categories() -> dict[str, uuid.UUID]:
    rows = db.session.execute(select(NewsCategory.slug, NewsCategory.id))
    return {row.slug: row.id for row in rows}


def _picture(media_id: str) -> MediaFile | None:
    # What is about to be kept may not be deleted meanwhile: a working copy has no foreign key.
    held = {"read": True, "key_share": True} if db.session().info.get("write") else None
    return db.session.get(MediaFile, uuid.UUID(media_id), with_for_update=held)


def _line(text: str) -> str:
    return " ".join(legal(text).splitlines())


def _moment(packed: str | None) -> datetime | None:
    return datetime.fromisoformat(packed) if packed else None
