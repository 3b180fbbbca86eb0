# SPDX-License-Identifier: EUPL-1.2
"""What happens to the directory of a demo municipality: an office closes for a day, as the news tell, and a link is
broken. Offices and services themselves stand in the tenant files."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import select

from backend.db import db
from backend.demo.stories import day_of
from backend.instants import local_day
from backend.jobs import transaction
from backend.reads import bump
from backend.services import links
from backend.services.composing import settle
from backend.services.models import LinkState, Office, Origin, Service, ServiceLink

CLOSES = "buerger"  # the beginning of the office's key
WHY = "Die Computer werden umgestellt."
NOWHERE = ".example"  # no server has such a name, so a link there is broken
BROKEN_FOR = timedelta(days=2)


def plant_services() -> int:
    """Do both in the current municipality, unless they were done before; gives how much was done."""
    now = datetime.now(UTC)
    with transaction():
        done = _close(now) + _break(now)
        if done:
            bump()
    return done


def _close(now: datetime) -> int:
    day = day_of("fr", local_day(now)).isoformat()
    closed = {"first_day": day, "last_day": day, "closed": True, "hours": [], "text": WHY}
    offices = db.session.scalars(select(Office).where(Office.origin == Origin.OWN, Office.key.startswith(CLOSES)))
    missing = [row for row in offices if all(one["text"] != WHY for one in row.exceptions)]
    for row in missing:
        row.exceptions, row.edited = [*row.exceptions, closed], True
        row.updated_at, row.version = now, row.version + 1
    return len(missing)


def _break(now: datetime) -> int:
    here = links.here()
    rows = [row for row in db.session.scalars(select(Service)) if _leads_nowhere(row.own.get("url"))]
    urls = {link.url for row in rows for link in links.candidates(row, (), here) if _leads_nowhere(link.url)}
    missing = urls - set(db.session.scalars(select(ServiceLink.url)))
    for url in missing:
        found: dict[str, Any] = {"state": LinkState.BROKEN, "reason": "unknown-name", "checked_at": now}
        found |= {"url_hash": links.url_hash(url), "broken_since": now - BROKEN_FOR}
        db.session.add(ServiceLink(url=url, **found))
    db.session.flush()
    settle(rows if missing else [], here)
    return len(missing)


def _leads_nowhere(url: str | None) -> bool:
    return (urlsplit(url or "").hostname or "").endswith(NOWHERE)
