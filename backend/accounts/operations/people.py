# SPDX-License-Identifier: EUPL-1.2
"""Who works here: list, change roles, remove. A municipality never loses its last ADMIN."""

import uuid
from collections.abc import Iterable
from typing import Any

from sqlalchemy import func, select

from backend import audit
from backend.accounts.models import Membership, StaffAccount, StaffSession
from backend.accounts.operations import sessions
from backend.db import current_tenant_id, db
from backend.problems import Conflict, Missing
from backend.staff import Role, Staff


class LastAdmin(Conflict):
    """Without this person nobody could invite or change anything any more."""

    code, title = "last-admin", "This is the last person with the role Verwaltung"


def list_people(who: Staff) -> list[dict[str, Any]]:
    """All members by name."""
    seen = (
        select(func.max(StaffSession.last_seen_at))
        .where(
            StaffSession.account_id == Membership.account_id,
            StaffSession.tenant_id == current_tenant_id(),
            StaffSession.complete,
        )
        .scalar_subquery()
    )
    rows = db.session.execute(
        select(
            Membership.id,
            Membership.roles,
            Membership.created_at.label("since"),
            StaffAccount.id.label("account_id"),
            StaffAccount.name,
            StaffAccount.email,
            StaffAccount.totp_since.is_not(None).label("second_factor"),
            seen.label("last_seen_at"),
        )
        .join(StaffAccount, StaffAccount.id == Membership.account_id)
        .order_by(StaffAccount.name, Membership.id)
    )
    return [{**row._mapping, "you": row.account_id == who.account_id} for row in rows]


def change_roles(member_id: uuid.UUID, roles: Iterable[str], who: Staff) -> None:
    """Give a member exactly these roles. Raises Missing, LastAdmin."""
    members = _locked()
    member, name = _found(members, member_id)
    before, after = member.roles, sorted(set(roles))
    if Role.ADMIN not in after:
        _keep_an_admin(members, member)
    member.roles = after
    audit.note("roles.changed", who, name, before=before, after=after)


def remove(member_id: uuid.UUID, who: Staff) -> None:
    """End a membership and its sessions here; the account lives on for other municipalities. Raises Missing,
    LastAdmin."""
    members = _locked()
    member, name = _found(members, member_id)
    _keep_an_admin(members, member)
    sessions.end_all_of(member.account_id, here=True)
    db.session.delete(member)
    audit.note("person.removed", who, name, roles=member.roles)


def _locked() -> list[Membership]:
    # All rows, in one order: two admins who remove each other at once must meet here.
    return list(db.session.scalars(select(Membership).order_by(Membership.id).with_for_update()))


def _found(members: list[Membership], member_id: uuid.UUID) -> tuple[Membership, str]:
    for member in members:
        if member.id == member_id:
            return member, db.session.get_one(StaffAccount, member.account_id).name
    raise Missing("There is no such person.")


def _keep_an_admin(members: list[Membership], leaving: Membership) -> None:
    if not any(Role.ADMIN in member.roles for member in members if member is not leaving):
        raise LastAdmin()
