# SPDX-License-Identifier: EUPL-1.2
"""Sessions: open, find, see, end. A row on the server for each; the cookie is only its random name."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, select, update

from backend import audit, jobs
from backend.accounts.models import Membership, StaffAccount, StaffSession
from backend.accounts.operations import terms
from backend.bulk import change_rows
from backend.db import current_tenant_id, db, new_id
from backend.problems import Missing
from backend.sealing import digest, new_token
from backend.staff import Staff, Stage
from backend.tenants.models import Tenant

IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(days=14)
HALFWAY = timedelta(minutes=10)  # between password and code
TOUCH = timedelta(minutes=5)


@dataclass(frozen=True)
class Opened:
    """A session in the making: `token` is the cookie, known to nobody else."""

    token: str
    who: Staff


def find(token: str, now: datetime, *, required: bool) -> Staff | None:
    """Whose session this is, in the current municipality; None when it is unknown, over, or of somebody who left.

    `required`: the municipality asks for a second factor; a session without one ends with its days. Notes the visit, at
    most every five minutes, in a transaction of its own.
    """
    with jobs.reading():
        found = _load(StaffSession.token_digest == digest(token), now, required)
    if found is None:
        return None
    who, last_seen_at = found
    if now - last_seen_at > TOUCH:
        with jobs.transaction():
            change_rows(update(StaffSession).where(StaffSession.id == who.session_id).values(last_seen_at=now))
    return who


def open_session(
    account_id: uuid.UUID, now: datetime, *, complete: bool, device: str, required: bool, until: datetime | None = None
) -> Opened:
    """Begin a session in the current municipality, which lasts until then at the most. Raises Missing when the account
    has no membership here."""
    token, session_id = new_token(), new_id()
    end = now + (ABSOLUTE if complete else HALFWAY)
    db.session.add(
        StaffSession(
            id=session_id,
            token_digest=digest(token),
            account_id=account_id,
            tenant_id=current_tenant_id(),
            complete=complete,
            device=device[:60],
            created_at=now,
            last_seen_at=now,
            expires_at=min(end, until or end),
        )
    )
    _forget_expired(account_id, now)
    db.session.flush()
    return Opened(token, _loaded(session_id, now, required))


def complete_session(session_id: uuid.UUID, now: datetime, *, required: bool) -> Opened:
    """The code was right: the session is complete, lives its full time and gets a new name."""
    token = new_token()
    row = db.session.get(StaffSession, session_id)
    if row is None:
        raise Missing("There is no such session.")
    row.token_digest, row.complete = digest(token), True
    row.last_seen_at, row.expires_at = now, now + ABSOLUTE
    db.session.flush()
    return Opened(token, _loaded(session_id, now, required))


def list_sessions(who: Staff, now: datetime) -> list[dict[str, Any]]:
    """The person's own running sessions in all municipalities, the latest first."""
    row = StaffSession
    rows = db.session.execute(
        select(row.id, row.device, row.created_at, row.last_seen_at, Tenant.name.label("municipality"))
        .join(Tenant, Tenant.id == row.tenant_id)
        .where(row.account_id == who.account_id, row.complete, _alive(now))
        .order_by(row.last_seen_at.desc(), row.id.desc())
    )
    return [{**found._mapping, "current": found.id == who.session_id} for found in rows]


def sign_out(who: Staff) -> None:
    """End this session."""
    _end(StaffSession.id == who.session_id)
    audit.note("session.ended", who)


def end_session(session_id: uuid.UUID, who: Staff) -> None:
    """End one of the person's own sessions. Raises Missing."""
    if not _end(StaffSession.id == session_id, StaffSession.account_id == who.account_id):
        raise Missing("There is no such session.")
    audit.note("session.ended", who)


def end_everywhere(who: Staff, *, but_this: bool = False) -> None:
    """End all sessions of the person, in every municipality."""
    kept = [StaffSession.id != who.session_id] if but_this else []
    _end(StaffSession.account_id == who.account_id, *kept)
    audit.note("session.ended-everywhere", who)


def end_all_of(account_id: uuid.UUID, *, here: bool = False) -> None:
    """End the sessions of an account, everywhere or only in the current municipality."""
    _end(StaffSession.account_id == account_id, *([StaffSession.tenant_id == current_tenant_id()] if here else []))


def forget_ended(now: datetime) -> int:
    """Remove the sessions that are over, of everybody."""
    return _end(~_alive(now))


def _load(condition: ColumnElement[bool], now: datetime, required: bool) -> tuple[Staff, datetime] | None:
    row = db.session.execute(
        select(
            StaffSession.id,
            StaffSession.complete,
            StaffSession.last_seen_at,
            StaffAccount.id.label("account_id"),
            StaffAccount.name,
            StaffAccount.email,
            Membership.roles,
            Membership.organiser_id,
            *terms.columns(),
        )
        .join(StaffAccount, StaffAccount.id == StaffSession.account_id)
        .join(Membership, Membership.account_id == StaffAccount.id)
        .where(condition, StaffSession.tenant_id == current_tenant_id(), _alive(now))
    ).one_or_none()
    if row is None:
        return None
    factor = row.totp_since is not None
    stage = Stage.CODE if not row.complete else Stage.SETUP if required and not factor else Stage.FULL
    due = terms.due(row, required=required)
    if due is not None and due <= now:
        return None
    who = Staff(row.account_id, row.id, row.name, row.email, frozenset(row.roles), stage, factor, due, row.organiser_id)
    return who, row.last_seen_at


def _loaded(session_id: uuid.UUID, now: datetime, required: bool) -> Staff:
    found = _load(StaffSession.id == session_id, now, required)
    if found is None:
        raise Missing("This account has no membership here.")
    return found[0]


def _alive(now: datetime) -> ColumnElement[bool]:
    # A visit is noted every five minutes only, so nobody is sent away earlier than promised.
    return (StaffSession.expires_at > now) & (StaffSession.last_seen_at > now - IDLE - TOUCH)


def _end(*conditions: ColumnElement[bool]) -> int:
    return change_rows(delete(StaffSession).where(*conditions))


def _forget_expired(account_id: uuid.UUID, now: datetime) -> None:
    _end(StaffSession.account_id == account_id, ~_alive(now))
