# SPDX-License-Identifier: EUPL-1.2
"""Import of services from XZuFi, PVOG and the Infodienste. Knows no request.

A run takes objects over in batches, each in its own transaction, while the next are fetched. One that breaks off leaves
what it has taken over, removes nothing, and goes on at the next turn where that saves questions. What a source has no
more is removed at the end of a whole run only.
"""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.exc import IntegrityError

from backend.bulk import change_rows
from backend.config import current_settings
from backend.db import db, new_id
from backend.importing import Importer, Report, Source, Unreadable
from backend.importing.running import WRITE_ATTEMPTS
from backend.jobs import reading, transaction
from backend.outbound import OutboundError
from backend.reads import bump
from backend.sealing import unseal
from backend.services import joining, links, merging
from backend.services.links import Here
from backend.services.merging import Counts, Read
from backend.services.models import Origin, Service, ServiceImportItem, ServiceSource
from backend.services.sources import Kind, Setup
from backend.services.sources import ServiceSource as Foreign
from backend.services.sources.infodienste import InfodiensteSource
from backend.services.sources.pvog import PvogSource
from backend.services.sources.xzufi_messages import XzufiSource

KIND = "services-import"
FOREIGN: dict[Origin, Callable[[Setup], Foreign]] = {
    Origin.XZUFI: XzufiSource,
    Origin.PVOG: PvogSource,
    Origin.INFODIENSTE: InfodiensteSource,
}
EVERY_MINUTES = 30
# Sources change once a day; what broke off tries again sooner.
RESTS, RESTS_AFTER_TROUBLE = timedelta(hours=20), timedelta(hours=1)
GOES_ON = timedelta(hours=24)  # later, what a broken run has seen says nothing any more
BATCH, BATCH_BYTES = 200, 2 * 1024 * 1024
# Of that many services a source does not lose half from one day to the next; a server in trouble does.
MANY, HALF = 10, 0.5


@dataclass
class ServicesReport(Report):
    """`elsewhere`: objects for other municipalities, or of which another source has the entry."""

    elsewhere: int = 0


class Shrunk(Unreadable):
    """The source has far less than before."""

    reason = "shrunk"


class ServicesImporter(Importer):
    """Services from other directories."""

    kind, feature, source, item = KIND, "services", ServiceSource, ServiceImportItem
    lost_after = timedelta(hours=1)  # a whole directory takes its time

    def is_due(self, now: datetime) -> ColumnElement[bool]:
        """Once a night, and soon again after trouble."""
        last, trouble = ServiceSource.last_run_at, ServiceSource.last_reason.is_not(None)
        again = and_(trouble, last < now - RESTS_AFTER_TROUBLE)
        return or_(last.is_(None), last < now - RESTS, again)

    def _run(self, source: Source) -> Report:
        report = ServicesReport(source.key)
        with reading():
            here = links.here()
        foreign = self._open(source, here)
        try:
            self._read(source, foreign, here, report)
            self._remove(source, foreign, here, report)
        except (OutboundError, Unreadable) as error:
            report.error, report.reason = str(error), error.reason
        self._join(source, here)
        self._end(source, report)
        return report

    def _open(self, source: Source, here: Here) -> Foreign:
        now = datetime.now(UTC)
        with transaction():
            row = self.locked(source.id)
            since = row.progress.get("since")
            goes_on = since is not None and datetime.fromisoformat(since) > now - GOES_ON
            if not goes_on:
                row.run += 1
                row.progress = row.progress | {"since": now.isoformat()}
            seen = set(_seen(source.id, row.run)) if goes_on else set()
            keys = db.session.scalars(select(Service.leika_key).where(Service.leika_key.is_not(None)))
            settings = current_settings()
            setup = Setup(
                url=row.url,
                ars=here.ars,
                ags=here.ags,
                settings=row.settings,
                key=unseal(row.sealed) if row.sealed else None,
                allow=settings.outbound_allow,
                folder=settings.imports_path,
                leika_keys=tuple(sorted(map(str, keys))),
                known=lambda kind, external_id: (kind, external_id) in seen,
            )
            return FOREIGN[row.kind](setup)

    def _read(self, source: Source, foreign: Foreign, here: Here, report: ServicesReport) -> None:
        batch: list[Read] = []
        size = 0
        try:
            for item in foreign.fetch():
                read = merging.weigh(item)
                batch.append(read)
                size += read.size
                if len(batch) == BATCH or size > BATCH_BYTES:
                    full, batch, size = batch, [], 0
                    self._take_over(source, full, here, report)
        finally:
            # Also what came before the trouble.
            if batch:
                self._take_over(source, batch, here, report)

    def _take_over(self, source: Source, batch: list[Read], here: Here, report: ServicesReport) -> None:
        def write(row: ServiceSource, now: datetime) -> Counts:
            return merging.take_over(row, batch, here, now)

        _add(report, self._change(source, write))

    def _remove(self, source: Source, foreign: Foreign, here: Here, report: ServicesReport) -> None:
        """At the end of a whole run: what was not named is gone."""
        if foreign.complete:
            with reading():
                gone = _unseen(source.id)
                row = db.session.execute(select(ServiceSource.settings).where(ServiceSource.id == source.id)).scalar()
            if not (row or {}).get("may_shrink"):
                _doubt(gone)
            ids = [one for one, _kind, is_gone in gone if is_gone]
            for start in range(0, len(ids), BATCH):
                self._drop(source, ids[start : start + BATCH], here, report)
        with transaction():
            _mark_in_pvog(foreign)

    def _drop(self, source: Source, ids: list[uuid.UUID], here: Here, report: ServicesReport) -> None:
        def write(row: ServiceSource, now: datetime) -> Counts:
            items = list(db.session.scalars(select(ServiceImportItem).where(ServiceImportItem.id.in_(ids))))
            return Counts(removed=merging.drop(row, items, here, now))

        _add(report, self._change(source, write))

    def _change(self, source: Source, write: Callable[[ServiceSource, datetime], Counts]) -> Counts:
        for attempt in range(1, WRITE_ATTEMPTS + 1):
            try:
                with transaction():
                    row = self.locked(source.id)
                    if row is None:
                        return Counts()
                    counts = write(row, datetime.now(UTC))
                    if counts.changed:
                        row.progress = row.progress | {"join": str(new_id())}
                        bump()
                    return counts
            except IntegrityError:
                # Another process wrote the same entry in between; the next attempt finds it.
                if attempt == WRITE_ATTEMPTS:
                    raise
        return Counts()

    def _join(self, source: Source, here: Here) -> None:
        """Connect services with offices and online services, whatever order they came in."""
        with reading():
            query = select(ServiceSource.kind, ServiceSource.progress).where(ServiceSource.id == source.id)
            row = db.session.execute(query).one_or_none()
            mark = row.progress.get("join") if row else None
            plan = joining.plan(source.id) if mark else None
        for step in plan.steps() if plan else ():
            with transaction():
                row = self.locked(source.id)
                # Changed in between: the run that did it connects as well, and knows more.
                if row is None or row.progress.get("join") != mark:
                    return
                step(row.kind, here, datetime.now(UTC))
                bump()
        with transaction():
            row = self.locked(source.id)
            if row is not None and row.progress.get("join") == mark:
                row.progress = _without(row.progress, "join")

    def _end(self, source: Source, report: ServicesReport) -> None:
        with transaction():
            row = self.locked(source.id)
            if row is not None:
                names = ("added", "updated", "same", "removed", "skipped", "elsewhere")
                row.report = {name: value for name, value in asdict(report).items() if name in names}
                row.progress = row.progress if report.error else _without(row.progress, "since")
        self._note(source, report)


IMPORTER = ServicesImporter()
IMPORTER.join_queue(EVERY_MINUTES)


def _without(progress: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in progress.items() if key != name}


def _seen(source_id: uuid.UUID, run: int) -> Iterator[tuple[Kind, str]]:
    item = ServiceImportItem
    # What waits for another source is asked for again.
    query = select(item.kind, item.external_id).where(item.source_id == source_id, item.seen == run)
    for row in db.session.execute(query.where(item.hash != merging.LATER)):
        yield Kind(row.kind), row.external_id


def _unseen(source_id: uuid.UUID) -> list[tuple[uuid.UUID, str, bool]]:
    item = ServiceImportItem
    run = select(ServiceSource.run).where(ServiceSource.id == source_id).scalar_subquery()
    rows = db.session.execute(select(item.id, item.kind, item.seen < run).where(item.source_id == source_id))
    return [(row[0], row[1], bool(row[2])) for row in rows]


def _doubt(items: list[tuple[uuid.UUID, str, bool]]) -> None:
    services = [is_gone for _id, kind, is_gone in items if kind == Kind.SERVICE]
    if services and all(services):
        raise Shrunk("The source names no service any more; what was imported stays.")
    if len(services) >= MANY and sum(services) > len(services) * HALF:
        raise Shrunk("The source has lost more than half of its services; nothing was removed.")


def _mark_in_pvog(foreign: Foreign) -> None:
    """Note for which entries PVOG knows a service here; only staff see it."""
    for known in (True, False):
        keys = [key for key, found in foreign.in_pvog.items() if found is known]
        wrong = or_(Service.in_pvog.is_(None), Service.in_pvog.is_(not known))
        where = and_(Service.leika_key.in_(keys), wrong)
        change_rows(update(Service).where(where).values(in_pvog=known))


def _add(report: ServicesReport, counts: Counts) -> None:
    for name, number in asdict(counts).items():
        setattr(report, name, getattr(report, name) + number)
