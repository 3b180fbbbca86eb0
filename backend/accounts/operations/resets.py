# SPDX-License-Identifier: EUPL-1.2
"""Passwords: ask for a new one by mail, set it by the link, change it while signed in."""

import uuid
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select

from backend import audit, jobs, mail, throttle
from backend.accounts import mails, passwords
from backend.accounts.models import Membership, StaffAccount, StaffToken
from backend.accounts.operations import second_factor, sessions
from backend.bulk import change_rows
from backend.db import current_tenant_id, db
from backend.problems import Missing
from backend.sealing import digest, new_token
from backend.staff import Staff
from backend.throttle import Limit

VALID = timedelta(hours=1)
PATH = "/redaktion/passwort"
MAILS = Limit("reset mail", 3, 60 * 60)


def ask(email: str, municipality: str, origin: str, now: datetime) -> None:
    """Send a link if this address belongs to a member. Nothing the caller sees tells whether it does.

    Raises TooMany, for known and unknown addresses alike.
    """
    email = email.strip().lower()
    throttle.take(MAILS, email)
    token = new_token()
    subject, text = mails.reset(municipality, f"{origin}{PATH}#{token}", now + VALID)
    _drop(StaffToken.expires_at < now)
    account = StaffAccount
    row = db.session.execute(
        select(account.id, account.name)
        .join(Membership, Membership.account_id == account.id)
        .where(account.email == email)
    ).one_or_none()
    audit.note("password.reset-asked", None, row.name if row else "")
    if row is not None:
        db.session.add(
            StaffToken(
                purpose="reset",
                token_digest=digest(token),
                account_id=row.id,
                tenant_id=current_tenant_id(),
                expires_at=now + VALID,
            )
        )
    mail.queue(email if row else None, subject, text)


def look(token: str, now: datetime) -> dict[str, str]:
    """Whose password a link would set; uses nothing up. Raises Missing."""
    _account_id, email = _open(token, now)
    return {"email": email}


def reset(token: str, password: str, municipality: str, now: datetime) -> str:
    """Set a new password by the link, end all sessions and all other links; gives the mail address. Signs nobody in:
    the second factor stays.

    Raises Missing for a link that is unknown, over or used; Invalid for the password.
    """
    with jobs.reading():
        account_id, email = _open(token, now)
    passwords.check(password, email)
    hashed = passwords.hash_password(password)
    # Deleting decides who was first when a link is used twice at once.
    if not _drop(StaffToken.token_digest == digest(token)):
        raise Missing("This link was used already.")
    _set(account_id, hashed, now)
    sessions.end_all_of(account_id)
    _drop(StaffToken.account_id == account_id)
    account = db.session.get_one(StaffAccount, account_id)
    audit.note("password.reset", None, account.name)
    mail.queue(email, *mails.security_notice(municipality, "Ihr Passwort wurde neu festgelegt."))
    return email


def change(who: Staff, current: str, password: str, municipality: str, now: datetime) -> None:
    """Change the own password and end all other sessions. Raises WrongSignIn, Invalid, TooMany."""
    passwords.check(password, who.email)
    second_factor.confirm_password(who, current)
    hashed = passwords.hash_password(password)
    _set(who.account_id, hashed, now)
    sessions.end_everywhere(who, but_this=True)
    _drop(StaffToken.account_id == who.account_id)
    audit.note("password.changed", who)
    mail.queue(who.email, *mails.security_notice(municipality, "Ihr Passwort wurde geändert."))


def _set(account_id: uuid.UUID, hashed: str, now: datetime) -> None:
    account = db.session.get_one(StaffAccount, account_id)
    account.password_hash, account.password_at = hashed, now


def _open(token: str, now: datetime) -> tuple[uuid.UUID, str]:
    row = db.session.execute(
        select(StaffToken.account_id, StaffAccount.email)
        .join(StaffAccount, StaffAccount.id == StaffToken.account_id)
        .where(
            StaffToken.token_digest == digest(token),
            StaffToken.purpose == "reset",
            StaffToken.tenant_id == current_tenant_id(),
            StaffToken.expires_at > now,
        )
    ).one_or_none()
    if row is None:
        raise Missing("This link is not valid any longer. Please ask for a new one.")
    return row.account_id, row.email


def _drop(*conditions: ColumnElement[bool]) -> int:
    return change_rows(delete(StaffToken).where(*conditions))
