# SPDX-License-Identifier: EUPL-1.2
"""One run of an import. Knows no request and no feature.

Everything slow (fetching, reading, decoding pictures) happens without a transaction; the feature then takes over in
one. A broken feed leaves everything as it is.
"""

import logging
import re
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.exc import IntegrityError

from backend.config import current_settings
from backend.db import current_tenant_id, db
from backend.jobs import sweep, transaction, work
from backend.outbound import Answer, OutboundError, get

EVERY_MINUTES = 15
WRITE_ATTEMPTS = 3
UNEXPECTED = "An unexpected error stopped the import of this feed; the server's log says where."
_VISIBLE = re.compile(r"[ -~]+")


class Unreadable(Exception):
    """These bytes are not what was expected; the message says so in plain words, `reason` as one."""

    reason = "unreadable"


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
    removed: int = 0
    skipped: int = 0
    malformed: bool = False
    pictures_failed: int = 0


@dataclass(frozen=True)
class Source:
    """What is known of a feed before it is fetched."""

    id: uuid.UUID
    key: str
    url: str
    etag: str | None
    last_modified: str | None


class Importer:
    """How one feature imports. `kind` is the kind of work in the queue, `feature` its word in log and tenant file,
    `source` the model of its feeds and `item` that of what comes from them (by `source_id`). `reader` is part of the
    stored validators: raise it when a change of the reader should reach what was imported before."""

    kind: str
    feature: str
    source: type[Any]
    item: type[Any]
    accept: str
    reader: int
    max_bytes = 8 * 1024 * 1024
    seconds = 30.0
    # After that long a run was lost, with its worker; the next sweep begins another.
    lost_after = timedelta(minutes=EVERY_MINUTES)

    def join_queue(self, every_minutes: int = EVERY_MINUTES) -> None:
        """Let the queue look every so many minutes whose turn it is; each run is a task of its own."""
        sweep(self.kind, every_minutes=every_minutes)(self.due)
        work(self.kind, slow=True)(self._task)

    def _task(self, source_id: str | None) -> None:
        if source_id is not None:
            self.run(uuid.UUID(source_id))

    def read(self, answer: Answer) -> Any:
        """The bytes in the feature's words. Raises Unreadable."""
        raise NotImplementedError

    def prepare(self, source: Source, found: Any, report: Report) -> Any:
        """What else is slow, such as pictures; `take_over` gets it."""

    def take_over(self, row: Any, found: Any, prepared: Any, report: Report, now: datetime) -> bool:
        """Write what is new or changed, and set the numbers of the report; whether the whole feed was read well. Runs
        in the transaction, again if another process was faster."""
        raise NotImplementedError

    def due(self) -> list[str]:
        """The feeds whose turn it is; naming them counts as their run.

        Sweeps pile up behind slow imports and then run one after the other: without the stamp each would queue every
        feed again, and each round would be longer than the one before.
        """
        now = datetime.now(UTC)
        query = select(self.source).where(self.source.active, self.is_due(now)).order_by(self.source.key)
        with transaction():
            # A locked feed is being imported at this moment.
            found = list(db.session.scalars(query.with_for_update(skip_locked=True)))
            for row in found:
                row.last_run_at = row.running_since = now
            return [str(row.id) for row in found]

    def is_due(self, now: datetime) -> ColumnElement[bool]:
        """Whether it is the turn of a feed; as a rule at each sweep."""
        since = now - timedelta(minutes=EVERY_MINUTES * 2 / 3)  # shorter than the period: a sweep may be a little early
        return or_(self.source.last_run_at.is_(None), self.source.last_run_at < since)

    def source_ids(self, key: str | None = None) -> list[uuid.UUID]:
        """The active feeds of the current municipality, or the one with this key."""
        query = select(self.source.id).where(self.source.active).order_by(self.source.key)
        return list(db.session.scalars(query.where(self.source.key == key) if key else query))

    def locked(self, source_id: uuid.UUID) -> Any:
        """The row of a feed, for writing: on PostgreSQL two imports of one feed queue up here, SQLite has one
        writer."""
        return db.session.scalar(select(self.source).where(self.source.id == source_id).with_for_update())

    def run(self, source_id: uuid.UUID) -> Report:
        """Fetch one feed and take over what is new or changed. Never raises for what a foreign server does."""
        source = self._find(source_id)
        if source is None:
            return Report("?", error="This feed no longer exists.")
        try:
            return self._run(source)
        # The last resort: whatever a feed contains, it is told to the operator and the other feeds come in.
        except Exception as error:
            db.session.rollback()
            report = Report(source.key, error=UNEXPECTED, reason="unexpected")
            # The log's format keeps type and places and leaves out the message: a database's errors quote texts.
            self._logger().error("feed import failed", extra=self._extra(source), exc_info=error)
            self._note(source, report)
            return report

    def _run(self, source: Source) -> Report:
        report = Report(source.key)
        try:
            answer = self._fetch(source)
            if answer.unchanged:
                report.unchanged = True
                self._note(source, report)
                return report
            found = self.read(answer)
        except (OutboundError, Unreadable) as error:
            report.error, report.reason = str(error), error.reason
            self._note(source, report)
            return report
        prepared = self.prepare(source, found, report)
        self._write(source, answer, found, prepared, report)
        self._log(source, report)
        return report

    def _find(self, source_id: uuid.UUID) -> Source | None:
        columns = [getattr(self.source, name) for name in ("id", "key", "url", "etag", "last_modified")]
        row = db.session.execute(select(*columns).where(self.source.id == source_id)).one_or_none()
        # End the read transaction: none stays open while a foreign server takes its time.
        db.session.rollback()
        return Source(*row) if row else None

    def _fetch(self, source: Source) -> Answer:
        headers = {"Accept": self.accept}
        if etag := self._seen_by_this_reader(source.etag):
            headers["If-None-Match"] = etag
        if moment := self._seen_by_this_reader(source.last_modified):
            headers["If-Modified-Since"] = moment
        allow = current_settings().outbound_allow
        return get(source.url, max_bytes=self.max_bytes, seconds=self.seconds, headers=headers, allow=allow)

    def _write(self, source: Source, answer: Answer, found: Any, prepared: Any, report: Report) -> None:
        for attempt in range(1, WRITE_ATTEMPTS + 1):
            try:
                with transaction():
                    row = self.locked(source.id)
                    if row is None:
                        return
                    whole = self.take_over(row, found, prepared, report, datetime.now(UTC))
                    row.etag = self._validator(answer, "etag", 500) if whole else None
                    row.last_modified = self._validator(answer, "last-modified", 100) if whole else None
                    _stamp(row, report)
                return
            except IntegrityError:
                # Another process wrote the same entry or picture in between; the next attempt finds it.
                if attempt == WRITE_ATTEMPTS:
                    raise

    def _validator(self, answer: Answer, name: str, limit: int) -> str | None:
        """What the server calls this state of the feed, marked as read by this version of the reader."""
        value = f"{self._mark()}{answer.headers.get(name, '')}"
        # Anything else is no validator: half of one, or what neither a database nor a header would take.
        return value if _VISIBLE.fullmatch(value) and len(self._mark()) < len(value) <= limit else None

    def _seen_by_this_reader(self, validator: str | None) -> str | None:
        mark = self._mark()
        return validator.removeprefix(mark) if validator and validator.startswith(mark) else None

    def _mark(self) -> str:
        return f"{self.reader}:"

    def _note(self, source: Source, report: Report) -> None:
        """Write down a run that changed nothing."""
        with transaction():
            row = self.locked(source.id)
            if row is not None:
                _stamp(row, report)
        self._log(source, report)

    def _log(self, source: Source, report: Report) -> None:
        log, extra = self._logger(), self._extra(source)
        if report.error:
            log.warning("feed cannot be imported", extra=extra | {"reason": report.error})
            return
        if report.malformed or report.skipped:
            log.warning("feed is malformed", extra=extra | {"reason": f"{report.skipped} entries unreadable"})
        if report.pictures_failed:
            log.warning("pictures cannot be used", extra=extra | {"count": report.pictures_failed})
        log.info("feed imported", extra=extra | {"count": report.added + report.updated + report.removed})

    def _logger(self) -> logging.Logger:
        return logging.getLogger(f"sva.{self.feature}")

    def _extra(self, source: Source) -> dict[str, str]:
        return {"tenant": str(current_tenant_id()), "source": source.key, "kind": self.kind}


def _stamp(row: Any, report: Report) -> None:
    row.last_run_at, row.running_since = datetime.now(UTC), None
    row.last_error = report.error[:500] if report.error else None
    row.last_reason = report.reason
    if report.error is None:
        row.last_success_at = row.last_run_at
