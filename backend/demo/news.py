# SPDX-License-Identifier: EUPL-1.2
"""Plants the stories as news, through the same picture core and the same verbs as everything else."""

import uuid
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from backend import media
from backend.db import current_tenant_id, db
from backend.demo.pictures import CREDIT, draw
from backend.demo.stories import CATEGORIES, Story, read_stories
from backend.editing import Deed
from backend.editing.revisions import record_origin
from backend.jobs import transaction
from backend.media import Accepted
from backend.news.editing import NEWS
from backend.news.models import NewsCategory, NewsItem
from backend.news.operations import refresh_search_text
from backend.publishing import Status, publish
from backend.reads import bump
from backend.tenants.appearance import theme_of
from backend.tenants.models import Tenant
from backend.text import clean_html

SOURCE_NAME = "Demo-Inhalt"
MARK = "demo:"
AUTHOR = "Kim Beispiel"  # one of the invented people of staff.py


def plant_news(slug: str) -> int:
    """Write the stories that are not there yet into the current municipality; gives their number."""
    now = datetime.now(UTC)
    tenant = db.session.scalars(select(Tenant).where(Tenant.id == current_tenant_id())).one()
    known = set(db.session.scalars(select(NewsItem.guid).where(NewsItem.guid.startswith(MARK))))
    local = now.astimezone(ZoneInfo("Europe/Berlin"))
    missing = [story for story in read_stories(slug, tenant.name, local) if MARK + story.key not in known]
    colours = theme_of(tenant.config).light
    db.session.rollback()
    if not missing:
        return 0
    # Drawn and encoded before the transaction, like any picture.
    names = dict.fromkeys(story.picture for story in missing if story.picture)
    pictures = {name: media.accept(draw(name, colours)) for name in names}
    with transaction():
        for story in reversed(missing):
            _plant(story, pictures, now)
        bump()
    return len(missing)


def _plant(story: Story, pictures: dict[str, Accepted], now: datetime) -> None:
    item = NewsItem(
        guid=MARK + story.key,
        title=story.title,
        teaser=story.teaser,
        body=clean_html(story.body),
        category_id=_category(story.category),
        source_name=SOURCE_NAME,
        urgent=story.urgent,
        status=story.status,
        publish_at=story.begins_at,
        unpublish_at=story.ends_at,
        updated_at=min(story.published_at, now),
    )
    if story.picture:
        item.image_id = media.keep(pictures[story.picture], alt=story.alt, credit=CREDIT)
        item.image_alt, item.image_credit = story.alt, CREDIT
    if story.status in (Status.PUBLISHED, Status.WITHDRAWN):
        item.published_at = story.published_at
    if story.status is Status.PUBLISHED:
        publish(item, now)
    refresh_search_text(item)
    db.session.add(item)
    db.session.flush()
    if story.status is not Status.PUBLISHED:
        _leave_unfinished(item, story)


def _leave_unfinished(item: NewsItem, story: Story) -> None:
    """Let it look as if somebody had been at work on it."""
    item.edited_by, item.edited_at = AUTHOR, story.touched_at
    content = NEWS.content_of(item)
    begun = Deed.PUBLISHED if story.status is Status.WITHDRAWN else Deed.SAVED
    record_origin(NEWS.kind, item.id, begun, content, AUTHOR, min(story.published_at, story.touched_at))
    if story.status is Status.SUBMITTED:
        item.submitted_by, item.submitted_at = AUTHOR, story.touched_at
    if story.status is not Status.DRAFT:
        record_origin(NEWS.kind, item.id, Deed(story.status.value), content, AUTHOR, story.touched_at)


def _category(slug: str) -> uuid.UUID:
    found = db.session.scalar(select(NewsCategory.id).where(NewsCategory.slug == slug))
    if found is None:
        last = db.session.scalar(select(func.max(NewsCategory.position))) or 0
        category = NewsCategory(slug=slug, name=CATEGORIES[slug], position=last + 1)
        db.session.add(category)
        db.session.flush()
        found = category.id
    return found
