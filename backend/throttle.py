# SPDX-License-Identifier: EUPL-1.2
"""Counters that slow down guessing. A row counts the tries of one caller in one window of time.

Each try is counted in a transaction of its own before anything is checked, so it stays counted when the request fails.
Addresses and mail names are kept as an HMAC with a key of the day: after a day nobody can tell whose a counter was.
"""

import ipaddress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import String, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from backend import jobs
from backend.bulk import change_rows
from backend.db import Model, db
from backend.problems import TooMany
from backend.sealing import mac


class ThrottleCounter(Model):
    """Tries under one key; worthless after `ends_at`."""

    __tablename__ = "throttle_counter"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    tries: Mapped[int]
    ends_at: Mapped[datetime] = mapped_column(index=True)


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `tries` in each window of `seconds`, per caller; `name` keeps counters of different routes apart."""

    name: str
    tries: int
    seconds: int


def take(limit: Limit, caller: str) -> None:
    """Count one try. Raises TooMany once the window's tries are used up.

    Opens a transaction of its own: call it before the first statement of the running one.
    """
    now = datetime.now(UTC)
    key, ends_at = _key(limit, caller, now)
    with jobs.transaction():
        tries = _count(key, ends_at, now)
    if tries > limit.tries:
        raise TooMany(max(1, int((ends_at - now).total_seconds()) + 1))


def give_back(limit: Limit, caller: str) -> None:
    """Uncount a try that succeeded, as part of the running transaction."""
    key, _ends_at = _key(limit, caller, datetime.now(UTC))
    row = ThrottleCounter
    change_rows(update(row).where(row.key == key, row.tries > 0).values(tries=row.tries - 1))


def forget(now: datetime) -> int:
    """Remove the counters whose window is over."""
    return change_rows(delete(ThrottleCounter).where(ThrottleCounter.ends_at < now))


def network(address: str | None) -> str:
    """The caller behind an address: IPv4 as it is, IPv6 by its /64, which is what one line gets."""
    try:
        parsed = ipaddress.ip_address(address or "")
    except ValueError:
        return "unknown"
    if isinstance(parsed, ipaddress.IPv6Address):
        # A server that listens on both sees IPv4 like this; all of it lies in one /64.
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


def _key(limit: Limit, caller: str, now: datetime) -> tuple[str, datetime]:
    window = int(now.timestamp()) // limit.seconds
    ends_at = datetime.fromtimestamp(window * limit.seconds, UTC) + timedelta(seconds=limit.seconds)
    return mac(f"throttle {now.date()}", f"{limit.name}|{window}|{caller}"), ends_at


def _count(key: str, ends_at: datetime, now: datetime) -> int:
    row = ThrottleCounter
    again = update(row).where(row.key == key).values(tries=row.tries + 1)
    if not change_rows(again):
        forget(now)
        try:
            with db.session.begin_nested():
                db.session.add(row(key=key, tries=0, ends_at=ends_at))
        except IntegrityError:
            pass  # somebody else was first: count on their row
        change_rows(again)
    return db.session.scalar(select(row.tries).where(row.key == key)) or 1
