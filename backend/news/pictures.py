# SPDX-License-Identifier: EUPL-1.2
"""Which news show which pictures: what the media library asks before it lets one go. Knows no request."""

import uuid
from collections.abc import Collection, Iterator

from sqlalchemy import select

from backend.db import db
from backend.media import Use
from backend.news.models import NewsItem


def uses(pictures: Collection[uuid.UUID]) -> Iterator[Use]:
    """The items that show one of these pictures."""
    rows = db.session.execute(
        select(NewsItem.id, NewsItem.title, NewsItem.image_id).where(NewsItem.image_id.in_(pictures))
    )
    return (Use(image_id, "news", item_id, title) for item_id, title, image_id in rows if image_id)
