# SPDX-License-Identifier: EUPL-1.2
"""Which news show which pictures: what the media library asks before it lets one go. Knows no request."""

import uuid
from collections.abc import Collection, Iterator

from sqlalchemy import or_, select

from backend.db import db
from backend.media import Use
from backend.news.models import NewsItem


def uses(pictures: Collection[uuid.UUID]) -> Iterator[Use]:
    """The items that show one of these pictures, and those that will once their working copy is published."""
    drafted = NewsItem.draft["image", "media_id"].as_string()
    wanted = {str(media_id): media_id for media_id in pictures}
    rows = db.session.execute(
        select(NewsItem.id, NewsItem.title, NewsItem.image_id, drafted).where(
            or_(NewsItem.image_id.in_(pictures), drafted.in_(wanted))
        )
    )
    for item_id, title, shown, planned in rows:
        for media_id in {shown, wanted.get(planned)} & set(wanted.values()):
            yield Use(media_id, "news", item_id, title)
