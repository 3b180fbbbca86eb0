# SPDX-License-Identifier: EUPL-1.2
"""From one municipality to another without a second sign-in. Reads memberships across municipalities: columns only, of
one account, as tests/test_walls.py pins it."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select

from backend import audit, jobs
from backend.accounts.models import Membership, StaffSession, StaffToken
from backend.accounts.operations import sessions, terms
from backend.accounts.operations.sessions import Opened
from backend.accounts.operations.signing_in import Browser
from backend.bulk import change_rows
from backend.config import Settings
from backend.db import current_tenant_id, db
from backend.problems import Missing
from backend.sealing import digest, new_token
from backend.staff import Staff
from backend.tenants.describe import asks_for_second_factor, origin
from backend.tenants.models import Tenant

VALID = timedelta(seconds=30)
PATH = "/redaktion/wechsel"


def municipalities(who: Staff, settings: Settings) -> list[dict[str, str]]:
    """Where this person is a member, by name."""
    rows = db.session.execute(
        select(Tenant.slug, Tenant.name, Tenant.config)
        .join(Membership, Membership.tenant_id == Tenant.id)
        .where(Membership.account_id == who.account_id)
        .order_by(Tenant.name, Tenant.slug)
        .execution_options(across_tenants=True)
    )
    return [
        {"slug": row.slug, "name": row.name, "origin": origin(row.slug, row.config["hosts"], settings)} for row in rows
    ]


def second_factor_required(who: Staff) -> bool:
    """Whether any municipality of this person asks for a second factor."""
    rows = db.session.scalars(
        select(Tenant.config)
        .join(Membership, Membership.tenant_id == Tenant.id)
        .where(Membership.account_id == who.account_id)
        .execution_options(across_tenants=True)
    )
    return any(asks_for_second_factor(config) for config in rows)


def begin(who: Staff, slug: str, settings: Settings, now: datetime) -> str:
    """The address that continues this sign-in in another municipality, good for 30 seconds and once. Raises Missing."""
    target = next((one for one in municipalities(who, settings) if one["slug"] == slug), None)
    tenant_id = db.session.scalar(select(Tenant.id).where(Tenant.slug == slug))
    if target is None or tenant_id is None:
        raise Missing("You are no member there.")
    token = new_token()
    _drop(StaffToken.expires_at < now)
    db.session.add(
        StaffToken(
            purpose="switch",
            token_digest=digest(token),
            account_id=who.account_id,
            session_id=who.session_id,
            tenant_id=tenant_id,
            expires_at=now + VALID,
        )
    )
    return f"{target['origin']}{PATH}#{token}"


def redeem(token: str, browser: Browser, now: datetime, *, required: bool) -> Opened:
    """Continue the sign-in here, for no longer than it lasts there.

    Raises Missing for a token that is unknown, over, used, or meant for elsewhere; SecondFactorOverdue.
    """
    mine = (
        StaffToken.token_digest == digest(token),
        StaffToken.purpose == "switch",
        StaffToken.tenant_id == current_tenant_id(),
        StaffToken.expires_at > now,
    )
    with jobs.reading():
        row = db.session.execute(
            select(StaffToken.account_id, StaffSession.expires_at)
            .join(StaffSession, StaffSession.id == StaffToken.session_id)
            .where(*mine)
        ).one_or_none()
    if row is not None:
        terms.refuse_overdue(row.account_id, now, required=required)
    # Deleting decides who was first when a token is used twice at once.
    if row is None or not _drop(*mine):
        raise Missing("This link is not valid any longer. Please sign in.")
    opened = sessions.open_session(
        row.account_id, now, complete=True, device=browser.name, required=required, until=row.expires_at
    )
    audit.note("session.begun", opened.who, "", switched=True)
    return opened


def _drop(*conditions: Any) -> int:
    return change_rows(delete(StaffToken).where(*conditions))
