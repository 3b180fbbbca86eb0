# SPDX-License-Identifier: EUPL-1.2
"""Taking a feed's entries over into news, inside a write transaction. Knows no network.

Nothing is ever removed: an entry that vanished from its feed stays. What editors have changed, or withdrawn, is theirs:
it stays as it is.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from backend import media
from backend.db import db
from backend.media import Accepted
from backend.news.feed_reading import Entry, Feed, normal_link
from backend.news.models import NewsCategory, NewsItem, NewsSource
from backend.news.operations import refresh_search_text
from backend.publishing import Status
from backend.reads import bump
from backend.text import fold

# Behind the hash of an item whose picture could not be had: it is tried again when the feed next changes.
NO_PICTURE = "-no-picture"


@dataclass(frozen=True)
class KeptPicture:
    """A picture whose files are stored, with what the feed says of it."""

    accepted: Accepted
    alt: str
    credit: str | None


Pictures = dict[str, KeptPicture | None]
"""By guid: None where all candidates failed, no key where nothing was tried."""


@dataclass
class Counts:
    """How many entries were new, changed or as before."""

    added: int = 0
    updated: int = 0
    same: int = 0


def take_over(source: NewsSource, feed: Feed, pictures: Pictures, now: datetime) -> Counts:
    """Write what is new or changed, last entry first: of equal dates the feed's first one is the newest here, too."""
    # Locked, so that no editor takes an item over in between.
    query = select(NewsItem).where(NewsItem.source_id == source.id)
    existing = list(db.session.scalars(query.with_for_update()))
    by_guid = {item.guid: item for item in existing}
    moved = _moved(feed, existing)
    categories = list(db.session.scalars(select(NewsCategory)))
    counts = Counts()
    for position, entry in reversed(list(enumerate(feed.entries))):
        item = by_guid.get(entry.guid) or moved.get(entry.guid)
        if item is None:
            # A date in the future is one of an event, not of the news about it; it would stay on top for weeks.
            date = min(entry.published or now - timedelta(milliseconds=position), now)
            item = NewsItem(source_id=source.id, status=Status.PUBLISHED, published_at=date, updated_at=date)
            item.category_id = _category(entry, source, categories)
            item.source_name = source.name
            db.session.add(item)
            counts.added += 1
            _fill(item, entry, pictures)
        elif is_own(item) or not _differs(item, entry, pictures):
            item.guid = entry.guid
            counts.same += 1
        else:
            if (item.title, item.teaser, item.body) != (entry.title, entry.teaser, entry.body):
                # `published_at` stays: a corrected typo does not lift old news.
                item.updated_at = now
            # Whoever has it open is told. What a member dropped again no longer counts as touched.
            item.version += 1
            item.edited_by = item.edited_at = None
            counts.updated += 1
            _fill(item, entry, pictures)
    if counts.added or counts.updated:
        bump()
    return counts


def is_own(item: Any) -> bool:
    """Whether editors have taken an imported item over. Takes the item, or a result row with these columns."""
    return bool(item.edited or item.draft is not None or item.status is not Status.PUBLISHED)


def _differs(item: NewsItem, entry: Entry, pictures: Pictures) -> bool:
    if item.source_hash == entry.hash + NO_PICTURE:
        return pictures.get(entry.guid) is not None
    return item.source_hash != entry.hash


def _fill(item: NewsItem, entry: Entry, pictures: Pictures) -> None:
    item.guid, item.source_url = entry.guid, entry.link
    item.title, item.teaser, item.body = entry.title, entry.teaser, entry.body
    refresh_search_text(item)
    item.source_hash = entry.hash
    if not entry.pictures:
        item.image_id, item.image_alt, item.image_credit = None, "", None
        return
    picture = pictures.get(entry.guid)
    if picture is None:
        # The old picture, if there is one, is better than none.
        item.source_hash = entry.hash + NO_PICTURE
        return
    item.image_id = media.keep(picture.accepted, alt=picture.alt, credit=picture.credit)
    item.image_alt, item.image_credit = picture.alt, picture.credit


def _category(entry: Entry, source: NewsSource, categories: list[NewsCategory]) -> uuid.UUID | None:
    """The category that the entry names itself, else the one that the tenant file gives to the feed."""
    tags = [fold(tag) for tag in entry.tags]
    named = [category.id for category in categories if fold(category.name) in tags]
    default = [category.id for category in categories if category.slug == source.category]
    return next(iter(named + default), None)


def _moved(feed: Feed, existing: list[NewsItem]) -> dict[str, NewsItem]:
    """Known items that come back under a new guid: feeds change all of them when a site moves to https or a new system.

    The same link and title must name exactly one entry and one item.
    """
    fresh = {entry.guid for entry in feed.entries}
    items: dict[tuple[str, str], list[NewsItem]] = {}
    for item in existing:
        if item.source_url and item.guid not in fresh:
            items.setdefault((normal_link(item.source_url), fold(item.title)), []).append(item)
    entries: dict[tuple[str, str], list[Entry]] = {}
    for entry in feed.entries:
        if entry.link:
            entries.setdefault((normal_link(entry.link), fold(entry.title)), []).append(entry)
    known = {item.guid for item in existing}
    return {
        found[0].guid: items[name][0]
        for name, found in entries.items()
        if len(found) == 1 and len(items.get(name, ())) == 1 and found[0].guid not in known
    }
