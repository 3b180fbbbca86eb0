# SPDX-License-Identifier: EUPL-1.2
"""Import of a municipality's existing RSS and Atom feeds. Knows no request; the run itself is the kernel's.

Pictures are fetched and decoded without a transaction; merging.py then writes in one.
"""

import time
import uuid
from datetime import datetime

from sqlalchemy import select

from backend import media
from backend.config import current_settings
from backend.db import db
from backend.importing import Importer, Report, Source
from backend.media import UnusablePicture
from backend.news.feed_reading import READER, Entry, Feed, read_feed
from backend.news.merging import KeptPicture, Pictures, is_own, take_over
from backend.news.models import NewsItem, NewsSource
from backend.outbound import Answer, OutboundError, get

KIND = "news-import"
MAX_ENTRIES = 100
MAX_PICTURE_BYTES = 15 * 1024 * 1024
MIN_PICTURE_WIDTH = 120  # smaller ones are icons and counters
PICTURE_SECONDS, ALL_PICTURES_SECONDS = 20.0, 180.0


class NewsImporter(Importer):
    """News from feeds, with their pictures."""

    kind, feature, source, item, reader = KIND, "news", NewsSource, NewsItem, READER
    accept = "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"

    def read(self, answer: Answer) -> Feed:
        """A feed, also one that breaks off."""
        return read_feed(answer.body, answer.url, answer.headers.get("content-type"), MAX_ENTRIES)

    def prepare(self, source: Source, found: Feed, report: Report) -> Pictures:
        """The pictures of what is new or changed."""
        pictures: Pictures = {}
        settled, deadline = _settled(source.id), time.monotonic() + ALL_PICTURES_SECONDS
        for entry in found.entries:
            if not entry.pictures or settled.get(entry.guid, "") in (entry.hash, None):
                continue
            pictures[entry.guid] = _accept_picture(entry, deadline)
            report.pictures_failed += pictures[entry.guid] is None
        return pictures

    def take_over(self, row: NewsSource, found: Feed, prepared: Pictures, report: Report, now: datetime) -> bool:
        """Write what is new or changed; what vanished from its feed stays."""
        counts = take_over(row, found, prepared, now)
        report.added, report.updated, report.same = counts.added, counts.updated, counts.same
        report.skipped, report.malformed = found.skipped, found.malformed
        return not found.malformed and not found.skipped


IMPORTER = NewsImporter()
IMPORTER.join_queue()


def _settled(source_id: uuid.UUID) -> dict[str, str | None]:
    """By guid the hash of each known entry, None where the item is the editors' own: these need no picture."""
    columns = (NewsItem.guid, NewsItem.source_hash, NewsItem.status, NewsItem.edited, NewsItem.draft)
    rows = db.session.execute(select(*columns).where(NewsItem.source_id == source_id)).all()
    db.session.rollback()
    return {str(row.guid): None if is_own(row) else str(row.source_hash) for row in rows}


def _accept_picture(entry: Entry, deadline: float) -> KeptPicture | None:
    for link in entry.pictures:
        seconds = min(PICTURE_SECONDS, deadline - time.monotonic())
        if seconds <= 0:
            return None
        try:
            allow = current_settings().outbound_allow
            answer = get(link.url, max_bytes=MAX_PICTURE_BYTES, seconds=seconds, allow=allow)
            accepted = media.accept(answer.body)
        except (OutboundError, UnusablePicture, ValueError):  # of an address that no parser was prepared for
            continue
        if accepted.width >= MIN_PICTURE_WIDTH:
            return KeptPicture(accepted, link.alt, link.credit)
    return None
