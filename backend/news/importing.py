# SPDX-License-Identifier: EUPL-1.2
"""Import of a municipality's existing feeds: when, what is fetched, how it ended. Knows no request.

Everything slow (fetching, reading, decoding pictures) happens without a transaction; merging.py then writes in one.
A broken or half feed leaves everything as it is.
"""

import logging
import re
import time
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.exc import IntegrityError

from backend import media
from backend.config import current_settings
from backend.db import current_tenant_id, db
from backend.jobs import sweep, transaction, work
from backend.media import UnusablePicture
from backend.news.feed_reading import READER, Entry, Feed, UnreadableFeed, read_feed
from backend.news.merging import Counts, KeptPicture, Pictures, is_own, locked_source, take_over
from backend.news.models import NewsItem, NewsSource
from backend.outbound import Answer, OutboundError, get

log = logging.getLogger("sva.news")

KIND = "news-import"
EVERY_MINUTES = 15
MAX_ENTRIES = 100
MAX_FEED_BYTES = 8 * 1024 * 1024
MAX_PICTURE_BYTES = 15 * 1024 * 1024
MIN_PICTURE_WIDTH = 120  # smaller ones are icons and counters
FEED_SECONDS, PICTURE_SECONDS, ALL_PICTURES_SECONDS = 30.0, 20.0, 180.0
WRITE_ATTEMPTS = 3
UNEXPECTED = "An unexpected error stopped the import of this feed; the server's log says where."
_MARK = f"{READER}:"
_VISIBLE = re.compile(r"[ -~]+")


@dataclass
class Report:
    """What one run did; `error` is one plain sentence, `reason` a word for it, and then nothing was changed."""

    key: str
    error: str | None = None
    reason: str | None = None
    unchanged: bool = False
    added: int = 0
    updated: int = 0
    same: int = 0
    skipped: int = 0
    pictures_failed: int = 0


@dataclass(frozen=True)
class _Source:
    id: uuid.UUID
    key: str
    url: str
    etag: str | None
    last_modified: str | None


@sweep(KIND, every_minutes=EVERY_MINUTES)
def due_sources() -> list[str]:
    """The feeds whose turn it is; naming them counts as their run.

    Sweeps pile up behind slow imports and then run one after the other: without the stamp each would queue every feed
    again, and each round would be longer than the one before.
    """
    now = datetime.now(UTC)
    since = now - timedelta(minutes=EVERY_MINUTES * 2 / 3)  # shorter than the period: a sweep may be a little early
    due = or_(NewsSource.last_run_at.is_(None), NewsSource.last_run_at < since)
    query = select(NewsSource).where(NewsSource.active, due).order_by(NewsSource.key)
    with transaction():
        # A locked feed is being imported at this moment.
        found = list(db.session.scalars(query.with_for_update(skip_locked=True)))
        for row in found:
            row.last_run_at = row.running_since = now
        return [str(row.id) for row in found]


@work(KIND, slow=True)
def run(source_id: str | None) -> None:
    """Import one feed, as a task of the queue."""
    if source_id is not None:
        import_source(uuid.UUID(source_id))


def source_ids(key: str | None = None) -> list[uuid.UUID]:
    """The active feeds of the current municipality, or the one with this key."""
    query = select(NewsSource.id).where(NewsSource.active).order_by(NewsSource.key)
    return list(db.session.scalars(query.where(NewsSource.key == key) if key else query))


def import_source(source_id: uuid.UUID) -> Report:
    """Fetch one feed and take over what is new or changed. Never raises for what a foreign server does."""
    source = _find(source_id)
    if source is None:
        return Report("?", error="This feed no longer exists.")
    try:
        return _import(source)
    # The last resort: whatever a feed contains, it is told to the operator and the other feeds come in.
    except Exception as error:
        db.session.rollback()
        report = Report(source.key, error=UNEXPECTED, reason="unexpected")
        # The log's format keeps type and places and leaves out the message: a database's errors quote texts.
        extra = {"tenant": str(current_tenant_id()), "source": source.key, "kind": KIND}
        log.error("feed import failed", extra=extra, exc_info=error)
        _note(source, report)
        return report


def _import(source: _Source) -> Report:
    report = Report(source.key)
    try:
        answer = _fetch(source)
        if answer.unchanged:
            report.unchanged = True
            _note(source, report)
            return report
        feed = read_feed(answer.body, answer.url, answer.headers.get("content-type"), MAX_ENTRIES)
    except (OutboundError, UnreadableFeed) as error:
        report.error, report.reason = str(error), error.reason
        _note(source, report)
        return report
    report.skipped = feed.skipped
    pictures = _accept_pictures(feed, _settled(source.id), report)
    _write(source, answer, feed, pictures, report)
    _log(source, report, malformed=feed.malformed)
    return report


def _find(source_id: uuid.UUID) -> _Source | None:
    columns = (NewsSource.id, NewsSource.key, NewsSource.url, NewsSource.etag, NewsSource.last_modified)
    row = db.session.execute(select(*columns).where(NewsSource.id == source_id)).one_or_none()
    # End the read transaction: none stays open while a foreign server takes its time.
    db.session.rollback()
    return _Source(*row) if row else None


def _fetch(source: _Source) -> Answer:
    headers = {"Accept": "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"}
    if etag := _seen_by_this_reader(source.etag):
        headers["If-None-Match"] = etag
    if moment := _seen_by_this_reader(source.last_modified):
        headers["If-Modified-Since"] = moment
    allow = current_settings().outbound_allow
    return get(source.url, max_bytes=MAX_FEED_BYTES, seconds=FEED_SECONDS, headers=headers, allow=allow)


def _settled(source_id: uuid.UUID) -> dict[str, str | None]:
    """By guid the hash of each known entry, None where the item is the editors' own: these need no picture."""
    columns = (NewsItem.guid, NewsItem.source_hash, NewsItem.status, NewsItem.edited, NewsItem.draft)
    rows = db.session.execute(select(*columns).where(NewsItem.source_id == source_id)).all()
    db.session.rollback()
    return {str(row.guid): None if is_own(row) else str(row.source_hash) for row in rows}


def _accept_pictures(feed: Feed, settled: dict[str, str | None], report: Report) -> Pictures:
    pictures: Pictures = {}
    deadline = time.monotonic() + ALL_PICTURES_SECONDS
    for entry in feed.entries:
        if not entry.pictures or settled.get(entry.guid, "") in (entry.hash, None):
            continue
        pictures[entry.guid] = _accept_picture(entry, deadline)
        report.pictures_failed += pictures[entry.guid] is None
    return pictures


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


def _write(source: _Source, answer: Answer, feed: Feed, pictures: Pictures, report: Report) -> None:
    for attempt in range(1, WRITE_ATTEMPTS + 1):
        try:
            with transaction():
                row = locked_source(source.id)
                if row is None:
                    return
                counts = take_over(row, feed, pictures, datetime.now(UTC))
                whole = not feed.malformed and not feed.skipped
                row.etag = _validator(answer, "etag", 500) if whole else None
                row.last_modified = _validator(answer, "last-modified", 100) if whole else None
                _stamp(row, report)
            _count(report, counts)
            return
        except IntegrityError:
            # Another process wrote the same entry or picture in between; the next attempt finds it.
            if attempt == WRITE_ATTEMPTS:
                raise


def _validator(answer: Answer, name: str, limit: int) -> str | None:
    """What the server calls this state of the feed, marked as read by this version of the reader."""
    value = f"{_MARK}{answer.headers.get(name, '')}"
    # Anything else is no validator: half of one, or what neither a database nor a header would take.
    return value if _VISIBLE.fullmatch(value) and len(_MARK) < len(value) <= limit else None


def _seen_by_this_reader(validator: str | None) -> str | None:
    return validator.removeprefix(_MARK) if validator and validator.startswith(_MARK) else None


def _count(report: Report, counts: Counts) -> None:
    report.added, report.updated, report.same = counts.added, counts.updated, counts.same


def _note(source: _Source, report: Report) -> None:
    """Write down a run that changed nothing."""
    with transaction():
        row = locked_source(source.id)
        if row is not None:
            _stamp(row, report)
    _log(source, report)


def _stamp(row: NewsSource, report: Report) -> None:
    row.last_run_at, row.running_since = datetime.now(UTC), None
    row.last_error = report.error[:500] if report.error else None
    row.last_reason = report.reason
    if report.error is None:
        row.last_success_at = row.last_run_at


def _log(source: _Source, report: Report, *, malformed: bool = False) -> None:
    extra = {"tenant": str(current_tenant_id()), "source": source.key, "kind": KIND}
    if report.error:
        log.warning("feed cannot be imported", extra=extra | {"reason": report.error})
        return
    if malformed or report.skipped:
        log.warning("feed is malformed", extra=extra | {"reason": f"{report.skipped} entries unreadable"})
    if report.pictures_failed:
        log.warning("pictures cannot be used", extra=extra | {"count": report.pictures_failed})
    log.info("feed imported", extra=extra | {"count": report.added + report.updated})
