# SPDX-License-Identifier: EUPL-1.2
"""Invitations: the only way to become staff. The link's secret exists in the mail and nowhere else."""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from backend import audit, jobs, mail, throttle
from backend.accounts import mails, organisers, passwords
from backend.accounts.models import Invitation, Membership, StaffAccount
from backend.accounts.operations import sessions
from backend.accounts.operations.sessions import Opened
from backend.accounts.operations.signing_in import Browser, WrongSignIn
from backend.bulk import change_rows
from backend.db import db
from backend.problems import Conflict, Invalid, Missing
from backend.sealing import digest, new_token
from backend.staff import Staff
from backend.throttle import Limit

VALID = timedelta(days=7)
# Counted by link, not by address: only who holds the link can use its tries up.
TRIES = Limit("invitation", 10, 15 * 60)
PATH = "/redaktion/einladung"


def invite(
    email: str,
    name: str,
    roles: Iterable[str],
    who: Staff | None,
    municipality: str,
    origin: str,
    now: datetime,
    organiser_id: uuid.UUID | None = None,
) -> tuple[Invitation, str]:
    """Invite a mail address, perhaps to write for one organiser only; a new invitation replaces an open one. Gives the
    row and the link.

    `who` is None for the operator. Raises Conflict for somebody who is a member already, or is being invited right now;
    Invalid for an organiser that does not fit.
    """
    email, roles = email.strip().lower(), sorted(set(roles))
    organisers.refuse_unusable(organiser_id, roles)
    member = select(Membership.id).join(StaffAccount, StaffAccount.id == Membership.account_id)
    if db.session.scalar(member.where(StaffAccount.email == email)) is not None:
        raise Conflict("This person is a member already.")
    _drop(Invitation.email == email)
    row = Invitation(email=email, name=name.strip(), roles=roles, organiser_id=organiser_id)
    db.session.add(row)
    try:
        return row, _send(row, who, municipality, origin, now)
    except IntegrityError as error:
        raise Conflict("Somebody else is inviting this person right now.") from error


def resend(invitation_id: uuid.UUID, who: Staff, municipality: str, origin: str, now: datetime) -> None:
    """Send an invitation again, with a new link and its full time; the old link is worthless. Raises Missing."""
    row = db.session.scalar(select(Invitation).where(Invitation.id == invitation_id).with_for_update())
    if row is None:
        raise Missing("There is no such invitation.")
    _send(row, who, municipality, origin, now)


def look(token: str, now: datetime) -> dict[str, Any]:
    """What a link offers; uses nothing up, so that mail scanners may open it. Raises Missing."""
    row = _open(token, now)
    known = db.session.scalar(select(StaffAccount.id).where(StaffAccount.email == row.email)) is not None
    return {
        "email": row.email, "name": row.name, "roles": row.roles, "known": known, "expires_at": row.expires_at,
        "organiser": organisers.describe(row.organiser_id),
    }  # fmt: skip


def accept(token: str, name: str, password: str, browser: Browser, now: datetime, *, required: bool) -> Opened:
    """Become staff: a new person chooses a password, one who serves elsewhere already proves it with the own one.

    Raises Missing for a link that is unknown, over or used; Invalid for the password; WrongSignIn, TooMany.
    """
    with jobs.reading():
        offer = _open(token, now)
        email, stored = offer.email, _stored_hash(offer.email)
    if stored is None:
        passwords.check(password, email)
        new_hash = passwords.hash_password(password)
    else:
        throttle.take(TRIES, digest(token))
        new_hash = ""
        if not passwords.matches(stored, password):
            with jobs.transaction():
                audit.note("invitation.refused", None, email)
            raise WrongSignIn()
    return _join(token, name, new_hash, stored, browser, now, required)


def list_invitations(now: datetime) -> list[dict[str, Any]]:
    """Open and expired invitations, the newest first."""
    row = Invitation
    columns = (
        row.id, row.email, row.name, row.roles, row.organiser_id, row.invited_by, row.created_at, row.expires_at,
    )  # fmt: skip
    rows = db.session.execute(select(*columns).order_by(row.created_at.desc(), row.id.desc()))
    known = organisers.names()
    return [
        {
            **found._mapping,
            "expired": found.expires_at <= now,
            "organiser": organisers.named(found.organiser_id, known),
        }
        for found in rows
    ]


def withdraw(invitation_id: uuid.UUID, who: Staff) -> None:
    """Make a link worthless. Raises Missing."""
    email = db.session.scalar(select(Invitation.email).where(Invitation.id == invitation_id))
    if email is None or not _drop(Invitation.id == invitation_id):
        raise Missing("There is no such invitation.")
    audit.note("invitation.withdrawn", who, email)


def _send(row: Invitation, who: Staff | None, municipality: str, origin: str, now: datetime) -> str:
    token = new_token()
    row.token_digest, row.invited_by = digest(token), who.name if who else ""
    row.created_at, row.expires_at = now, now + VALID
    link = f"{origin}{PATH}#{token}"
    organiser = organisers.names().get(row.organiser_id) if row.organiser_id else None
    mail.queue(row.email, *mails.invitation(municipality, row.invited_by, row.roles, link, row.expires_at, organiser))
    audit.note("invitation.sent", who, row.email, roles=row.roles)
    db.session.flush()
    return link


def _join(
    token: str, name: str, new_hash: str, stored: str | None, browser: Browser, now: datetime, required: bool
) -> Opened:
    offer = _open(token, now)
    email, offered_name, roles, organiser_id = offer.email, offer.name, offer.roles, offer.organiser_id
    # Deleting decides who was first when a link is used twice at once.
    if not _drop(Invitation.token_digest == digest(token)):
        raise Missing("This link was used already.")
    account = db.session.scalar(select(StaffAccount).where(StaffAccount.email == email))
    if (account.password_hash if account else None) != stored:
        raise Conflict("The account has changed in the meantime. Please try again.")
    if account is None:
        if not (name.strip() or offered_name):
            raise Invalid("A name is missing.", {"name": ["Missing data for required field."]})
        account = StaffAccount(
            email=email, name=name.strip() or offered_name, password_hash=new_hash, created_at=now, password_at=now
        )
        db.session.add(account)
    try:
        db.session.flush()
        db.session.add(Membership(account_id=account.id, roles=roles, organiser_id=organiser_id, created_at=now))
        db.session.flush()
    except IntegrityError as error:
        raise Conflict("The account has changed in the meantime. Please try again.") from error
    complete = account.totp_since is None
    opened = sessions.open_session(account.id, now, complete=complete, device=browser.name, required=required)
    audit.note("invitation.accepted", opened.who, email, roles=roles)
    return opened


def _open(token: str, now: datetime) -> Invitation:
    found = db.session.scalar(
        select(Invitation).where(Invitation.token_digest == digest(token), Invitation.expires_at > now)
    )
    if found is None:
        raise Missing("This link is not valid any longer. Please ask for a new invitation.")
    return found


def _stored_hash(email: str) -> str | None:
    found: str | None = db.session.scalar(select(StaffAccount.password_hash).where(StaffAccount.email == email))
    return found


def _drop(condition: Any) -> int:
    return change_rows(delete(Invitation).where(condition))
