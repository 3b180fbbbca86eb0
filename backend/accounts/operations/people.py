# SPDX-License-Identifier: EUPL-1.2
"""Who works here: list, change roles, remove, give new days. A municipality never loses its last ADMIN."""

import uuid
from collections.abc import Collection, Iterable
from datetime import datetime
from types import EllipsisType
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.exc import IntegrityError

from backend import audit
from backend.accounts import organisers
from backend.accounts.models import Invitation, Membership, StaffAccount, StaffSession
from backend.accounts.operations import sessions, terms
from backend.db import current_tenant_id, db
from backend.problems import Conflict, Missing, PreconditionFailed
from backend.staff import Role, Staff


class LastAdmin(Conflict):
    """Without this person nobody could invite or change anything any more."""

    code, title = "last-admin", "This is the last person with the role Verwaltung"


class NoSuchPerson(Missing):
    """Nobody here has this id, perhaps not any longer."""

    def __init__(self) -> None:
        super().__init__("There is no such person.")


def list_people(who: Staff, *, required: bool) -> list[dict[str, Any]]:
    """All members by name. `required`: the municipality asks for a second factor."""
    return _read(who, required)


def get_person(member_id: uuid.UUID, who: Staff, *, required: bool) -> dict[str, Any]:
    """One member. Raises Missing."""
    found = _read(who, required, Membership.id == member_id)
    if not found:
        raise NoSuchPerson()
    return found[0]


def change_roles(
    member_id: uuid.UUID,
    roles: Iterable[str],
    version: int | None,
    who: Staff,
    *,
    required: bool,
    organiser_id: uuid.UUID | EllipsisType | None = ...,
) -> dict[str, Any]:
    """Give a member exactly these roles, and with `organiser_id` the right to write for this organiser only, or with
    None for all; left out, that stays as it is. Raises Missing, PreconditionFailed, LastAdmin, Invalid."""
    members = _locked()
    member, name = _found(members, member_id, version, who, required)
    before, after = member.roles, sorted(set(roles))
    limit = member.organiser_id if isinstance(organiser_id, EllipsisType) else organiser_id
    organisers.refuse_unusable(limit, after)
    if Role.ADMIN not in after:
        _keep_an_admin(members, member)
    limited = {"organiser": organisers.names().get(limit)} if limit else {}
    member.roles, member.organiser_id, member.version = after, limit, member.version + 1
    audit.note("roles.changed", who, name, before=before, after=after, **limited)
    try:
        db.session.flush()
    except IntegrityError as error:
        # Somebody deleted the organiser a moment ago.
        raise organisers.unknown() from error
    return get_person(member_id, who, required=required)


def remove(member_id: uuid.UUID, version: int | None, who: Staff, now: datetime, *, required: bool) -> None:
    """End a membership and its sessions; the account lives on for other municipalities. Raises Missing,
    PreconditionFailed, LastAdmin."""
    members = _locked()
    member, name = _found(members, member_id, version, who, required)
    _keep_an_admin(members, member)
    sessions.end_all_of(member.account_id, here=True)
    db.session.get_one(StaffAccount, member.account_id).left_at = now
    db.session.delete(member)
    audit.note("person.removed", who, name, roles=member.roles)


def renew_term(member_id: uuid.UUID, who: Staff, now: datetime, *, required: bool) -> dict[str, Any]:
    """Give a member new days to set up a second factor. Raises Missing."""
    member = db.session.scalar(select(Membership).where(Membership.id == member_id).with_for_update())
    if member is None:
        raise NoSuchPerson()
    member.term_renewed_at, member.version = now, member.version + 1
    audit.note("second-factor.term-renewed", who, db.session.get_one(StaffAccount, member.account_id).name)
    db.session.flush()
    return get_person(member_id, who, required=required)


def with_roles(roles: Collection[str]) -> list[dict[str, Any]]:
    """Members with one of these roles by name: id of the account, name."""
    query = select(StaffAccount.id, StaffAccount.name, Membership.roles).join(
        Membership, Membership.account_id == StaffAccount.id
    )
    rows = db.session.execute(query.order_by(StaffAccount.name, StaffAccount.id))
    return [{"id": row.id, "name": row.name} for row in rows if not set(roles).isdisjoint(row.roles)]


def count_by_organiser() -> dict[uuid.UUID, int]:
    """How many people write, or are invited to write, for each organiser only."""
    found: dict[uuid.UUID, int] = {}
    for row in (Membership, Invitation):
        query = select(row.organiser_id, func.count(row.id)).where(row.organiser_id.is_not(None))
        for organiser_id, count in db.session.execute(query.group_by(row.organiser_id)):
            if organiser_id is not None:
                found[organiser_id] = found.get(organiser_id, 0) + count
    return found


def _read(who: Staff, required: bool, *conditions: ColumnElement[bool]) -> list[dict[str, Any]]:
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
            Membership.version,
            Membership.roles,
            Membership.organiser_id,
            Membership.created_at.label("since"),
            StaffAccount.id.label("account_id"),
            StaffAccount.name,
            StaffAccount.email,
            seen.label("last_seen_at"),
            *terms.columns(),
        )
        .join(StaffAccount, StaffAccount.id == Membership.account_id)
        .where(*conditions)
        .order_by(StaffAccount.name, Membership.id)
    )
    known = organisers.names()
    return [
        {
            **row._mapping,
            "organiser": organisers.named(row.organiser_id, known),
            "second_factor": row.totp_since is not None,
            "second_factor_due": terms.due(row, required=required),
            "you": row.account_id == who.account_id,
        }
        for row in rows
    ]


def _locked() -> list[Membership]:
    # All rows, in one order: two admins who remove each other at once must meet here.
    return list(db.session.scalars(select(Membership).order_by(Membership.id).with_for_update()))


def _found(
    members: list[Membership], member_id: uuid.UUID, version: int | None, who: Staff, required: bool
) -> tuple[Membership, str]:
    member = next((one for one in members if one.id == member_id), None)
    if member is None:
        raise NoSuchPerson()
    if member.version != version:
        raise PreconditionFailed(get_person(member_id, who, required=required))
    return member, db.session.get_one(StaffAccount, member.account_id).name


def _keep_an_admin(members: list[Membership], leaving: Membership) -> None:
    if not any(Role.ADMIN in member.roles for member in members if member is not leaving):
        raise LastAdmin()
