# SPDX-License-Identifier: EUPL-1.2
"""What editors see of the links of entries: where each leads, and what the last check found. Knows no request; never
commits."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from sqlalchemy import select

from backend.db import db
from backend.services import links
from backend.services.links import AT_ONCE, HasLinks, Here, Link
from backend.services.models import LinkState, OnlineService, ServiceLink

Row = dict[str, Any]
ONLINE = (OnlineService.id, OnlineService.service_id, OnlineService.title, OnlineService.url)
NOT_CHECKED: Row = {
    "state": LinkState.UNKNOWN, "status_code": None, "reason": None, "since": None, "checked_at": None,
}  # fmt: skip


class Entry(HasLinks, Protocol):
    """An entry as this file needs it."""

    @property
    def id(self) -> uuid.UUID: ...


def links_of(entries: Sequence[Entry], here: Here) -> dict[uuid.UUID, list[Link]]:
    """All links of these entries, the best of each first."""
    found: dict[uuid.UUID, list[Link]] = {}
    for start in range(0, len(entries), AT_ONCE):
        some = entries[start : start + AT_ONCE]
        online: dict[uuid.UUID, list[Any]] = defaultdict(list)
        query = select(*ONLINE).where(OnlineService.service_id.in_([entry.id for entry in some]))
        for one in db.session.execute(query.order_by(OnlineService.position, OnlineService.id)):
            online[one.service_id].append(one)
        found |= {entry.id: links.candidates(entry, online[entry.id], here) for entry in some}
    return found


def checked(entries: Sequence[Entry], here: Here) -> dict[uuid.UUID, list[Row]]:
    """The same with what the last check found of each."""
    found = links_of(entries, here)
    states = _states(link.url for some in found.values() for link in some)
    return {
        one: [
            {"level": link.level, "portal": link.portal, "url": link.url} | states.get(link.url, NOT_CHECKED)
            for link in some
        ]
        for one, some in found.items()
    }


def best(found: Sequence[Row]) -> Row | None:
    """The best of them, and what residents get while it is broken."""
    if not found:
        return None
    first, works = found[0], next((link for link in found if link["state"] is not LinkState.BROKEN), None)
    return first | {"fallback": works if works is not first else None}


def _states(urls: Iterable[str]) -> dict[str, Row]:
    hashes = sorted({links.url_hash(url) for url in urls})
    one, found = ServiceLink, dict[str, Row]()
    columns = (one.url, one.state, one.status_code, one.reason, one.broken_since.label("since"), one.checked_at)
    for start in range(0, len(hashes), AT_ONCE):
        for row in db.session.execute(select(*columns).where(one.url_hash.in_(hashes[start : start + AT_ONCE]))):
            found[row.url] = {name: row._mapping[name] for name in NOT_CHECKED}
    return found
