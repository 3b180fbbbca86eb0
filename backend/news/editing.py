# SPDX-License-Identifier: EUPL-1.2
"""What editing means for news: which content an item has, what publication asks for. The verbs are the kernel's.
Knows no request; never commits."""

import uuid
from datetime import datetime
from typing import Any

from backend.editing import Acting, Content, Deed, lists, pictures
from backend.editing.contents import one_line, pack, refuse_unknown, unpack
from backend.news.models import NewsCategory, NewsItem
from backend.news.operations import refresh_search_text
from backend.news.ringing import BELL, topics_of
from backend.publishing import Status
from backend.push.ringing import RingingDesk
from backend.text import clean_html

Row = dict[str, Any]


def lacks(content: Content, now: datetime) -> dict[str, str]:
    """Why this content cannot be published: a sentence by field."""
    found = {}
    begin, end = unpack(content["publish_at"]), unpack(content["unpublish_at"])
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


class NewsDesk(RingingDesk):
    """Where news are edited."""

    kind, model, bell = "news", NewsItem, BELL

    def accept(self, body: Row, act: Acting) -> Content:
        """Cleaned. Raises Invalid for a category or picture that does not exist here."""
        content = {
            "title": one_line(body["title"]),
            "teaser": one_line(body["teaser"]),
            "body": clean_html(body["body"]),
            "category": body["category"],
            "image": pictures.accept(body["image"]),
            "publish_at": pack(body["publish_at"]),
            "unpublish_at": pack(body["unpublish_at"]),
            "urgent": body["urgent"],
        }
        refuse_unknown(content, self.usable(content))
        return content

    def content_of(self, row: NewsItem) -> Content:
        """The columns as content."""
        return {
            "title": row.title,
            "teaser": row.teaser,
            "body": row.body,
            "category": next((slug for slug, one in _categories().items() if one.id == row.category_id), None),
            "image": pictures.read(row),
            "publish_at": pack(row.publish_at),
            "unpublish_at": pack(row.unpublish_at),
            "urgent": row.urgent,
        }

    def usable(self, content: Content) -> Content:
        """Without a category or picture that is gone."""
        category = content["category"] if content["category"] in _categories() else None
        return content | {"category": category, "image": pictures.usable(content["image"])}

    def apply(self, row: NewsItem, content: Content, now: datetime) -> None:
        """Content into the columns. From now on an imported item is the municipality's own."""
        row.title, row.teaser, row.body = content["title"], content["teaser"], content["body"]
        row.category_id = _categories()[content["category"]].id if content["category"] else None
        pictures.apply(row, content["image"])
        row.publish_at, row.unpublish_at = unpack(content["publish_at"]), unpack(content["unpublish_at"])
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

    def topics(self, row: NewsItem) -> tuple[str, ...]:
        """Those of its category, and warnings."""
        return topics_of(self.content_of(row)["category"], urgent=row.urgent)

    def unpacked(self, content: Content) -> Row:
        """Content as the API gives it: instants, and the picture with its sizes."""
        dates = {name: unpack(content[name]) for name in ("publish_at", "unpublish_at")}
        return content | dates | {"image": pictures.unpack(content["image"])}


NEWS = NewsDesk()


def _categories() -> dict[str, Any]:
    return lists.categories(NewsCategory)
