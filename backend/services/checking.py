# SPDX-License-Identifier: EUPL-1.2
"""Whether the links of entries still lead somewhere: asked for by an editor, or by itself once a week; what is broken
is looked at again soon. Knows no request.

Addresses are asked without a transaction open (probing.py), a few at a time; then what was found is written, and every
entry concerned leads where it works. What was not reached in time keeps its state and comes first the next time.
"""

import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from backend import audit, jobs
from backend.config import current_settings
from backend.db import current_tenant_id, db
from backend.reads import bump
from backend.services import link_states, links, probing, staff, top
from backend.services.composing import locked, settle
from backend.services.links import Here
from backend.services.models import LinkState, Service, ServiceLink, ServiceSettings
from backend.services.probing import Verdict
from backend.staff import Staff
from backend.tenants.models import Tenant

log = logging.getLogger("sva.services")

Row = dict[str, Any]
KIND = "service-links"
EVERY_MINUTES = 60
RESTS = timedelta(days=7)
RESTS_BROKEN = timedelta(hours=6)
LOST = timedelta(minutes=30)  # after that long a check was lost, with its worker
SECONDS = 20 * 60
COLUMNS = (Service.id, Service.origin, Service.leika_key, Service.leika_keys, Service.portal_id, Service.own)


@dataclass
class Checked:
    """What a check did; `late`: addresses that it did not come to."""

    ok: int = 0
    broken: int = 0
    unknown: int = 0
    late: int = 0


def ask(who: Staff, now: datetime) -> Row:
    """Have all links checked, in the background; nothing more if that is under way."""
    row = top.locked()
    if not _runs(row, now):
        row.links_running_since = now
        audit.note("services.links-checked", who)
        jobs.after_commit(KIND)
    return state(now)


def state(now: datetime) -> Row:
    """How a check is getting on, or how the last one ended."""
    row = db.session.scalar(select(ServiceSettings)) or ServiceSettings()
    running = _runs(row, now)
    found = set(addresses(links.here()))
    query = select(ServiceLink.url).where(ServiceLink.checked_at.is_not(None))
    if running:
        query = query.where(ServiceLink.checked_at >= row.links_running_since)
    return {
        "running": running,
        "checked": len(found & set(db.session.scalars(query))),
        "total": len(found),
        "broken": staff.count_services()["broken"],
        "checked_at": row.links_checked_at,
    }


def addresses(here: Here) -> Iterator[str]:
    """Where the visible entries may lead, each address once."""
    entries = db.session.execute(select(*COLUMNS).where(Service.hidden.is_(False))).all()
    yield from dict.fromkeys(link.url for some in link_states.links_of(entries, here).values() for link in some)


def check(*, everything: bool, seconds: float = SECONDS) -> Checked:
    """Check the links of the current municipality: all of them, or those whose turn it is."""
    found, deadline = Checked(), time.monotonic() + seconds
    with jobs.reading():
        here = links.here()
        wanted = _wanted(here, datetime.now(UTC), everything=everything)
    allow = current_settings().outbound_allow
    for verdicts in probing.probe_all(wanted, here.hosts, deadline=deadline, allow=allow):
        with jobs.transaction():
            _write(verdicts, here, datetime.now(UTC))
        for verdict in verdicts:
            setattr(found, verdict.state, getattr(found, verdict.state) + 1)
    found.late = len(wanted) - found.ok - found.broken - found.unknown
    with jobs.transaction():
        row = top.locked()
        row.links_running_since = None
        if found.late < len(wanted) or not wanted:
            row.links_checked_at = datetime.now(UTC)
        _forget(set(addresses(here)))
    counts = {"tenant": str(current_tenant_id()), "kind": KIND, "count": found.ok + found.broken + found.unknown}
    log.info("links checked", extra=counts)
    return found


def broken() -> Sequence[Any]:
    """The addresses that the last check found broken: url, broken_since, status_code, reason."""
    columns = (ServiceLink.url, ServiceLink.broken_since, ServiceLink.status_code, ServiceLink.reason)
    query = select(*columns).where(ServiceLink.state == LinkState.BROKEN)
    return db.session.execute(query.order_by(ServiceLink.broken_since, ServiceLink.url)).all()


@jobs.work(KIND, slow=True)
def run(which: str | None) -> None:
    """All links if an editor asked, else those whose turn it is."""
    check(everything=which is None)


@jobs.sweep(KIND, every_minutes=EVERY_MINUTES)
def due() -> list[str]:
    """A turn for every municipality some of whose links are due; naming it counts as the run. A demo asks nobody by
    itself: there may be many of them, and nobody reads the answer."""
    now = datetime.now(UTC)
    with jobs.reading():
        if db.session.scalar(select(Tenant.demo).where(Tenant.id == current_tenant_id())):
            return []
        if not _wanted(links.here(), now, everything=False):
            return []
    with jobs.transaction():
        row = top.locked()
        if _runs(row, now):
            return []
        row.links_running_since = now
    return ["due"]


def _wanted(here: Here, now: datetime, *, everything: bool) -> list[str]:
    """The addresses to ask, those that have waited longest first."""
    query = select(ServiceLink.url, ServiceLink.state, ServiceLink.checked_at)
    known = {row.url: row for row in db.session.execute(query)}

    def last(url: str) -> datetime | None:
        return known[url].checked_at if url in known else None

    def is_due(url: str) -> bool:
        moment = last(url)
        rests = RESTS_BROKEN if url in known and known[url].state is LinkState.BROKEN else RESTS
        return moment is None or moment < now - rests

    found = [url for url in addresses(here) if everything or is_due(url)]
    return sorted(found, key=lambda url: last(url) or datetime.min.replace(tzinfo=UTC))


def _write(verdicts: Sequence[Verdict], here: Here, now: datetime) -> None:
    """Keep what was found, and let entries lead elsewhere, or back."""
    top.locked()  # an operator's check beside the worker's writes before or after this one
    by_hash = {links.url_hash(one.url): one for one in verdicts}
    query = select(ServiceLink).where(ServiceLink.url_hash.in_(sorted(by_hash)))
    known = {row.url_hash: row for row in db.session.scalars(query.with_for_update())}
    turned: set[str] = set()
    for url_hash, verdict in sorted(by_hash.items()):
        row = known.get(url_hash) or ServiceLink(url_hash=url_hash, url=verdict.url, state=LinkState.UNKNOWN)
        db.session.add(row)
        if (row.state is LinkState.BROKEN) != (verdict.state is LinkState.BROKEN):
            turned.add(verdict.url)
            row.broken_since = now if verdict.state is LinkState.BROKEN else None
        row.state, row.status_code, row.reason, row.checked_at = verdict.state, verdict.status, verdict.reason, now
    db.session.flush()
    if turned:
        entries = locked()
        leading = link_states.links_of(entries, here)
        settle([row for row in entries if any(link.url in turned for link in leading[row.id])], here)
        bump()


def _forget(wanted: set[str]) -> None:
    """What no entry leads to any more is not kept."""
    for row in db.session.scalars(select(ServiceLink)):
        if row.url not in wanted:
            db.session.delete(row)


def _runs(row: ServiceSettings, now: datetime) -> bool:
    return row.links_running_since is not None and row.links_running_since > now - LOST
