# SPDX-License-Identifier: EUPL-1.2
"""Signing in: password, then the code of the second factor. Strangers and staff get the same answer after the same
time.

Every try is counted before it is judged. Slow hashing happens between a short look and a short write, never inside a
transaction.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select, update

from backend import audit, jobs, throttle
from backend.accounts import passwords, totp
from backend.accounts.models import Membership, RecoveryCode, StaffAccount, StaffSession
from backend.accounts.operations import sessions, terms
from backend.accounts.operations.sessions import Opened
from backend.bulk import change_rows
from backend.db import db
from backend.problems import Problem
from backend.sealing import unseal
from backend.staff import Staff
from backend.throttle import Limit

PASSWORD_TRIES = Limit("password", 10, 15 * 60)
CODE_TRIES = Limit("code", 10, 15 * 60)
WRONG_CODES = 5


class WrongSignIn(Problem):
    """Mail and password do not belong together: the same words for unknown and known addresses."""

    code, status, title = "wrong-sign-in", 401, "Mail address or password is wrong"


class WrongCode(Problem):
    """The code of the second factor is wrong, too old, or was used already."""

    code, status, title = "wrong-code", 401, "The code is wrong"


@dataclass(frozen=True)
class Browser:
    """What is known of the browser: a name for the list of sessions, and its mark if this person used it before."""

    name: str
    mark: str | None


@dataclass(frozen=True)
class _Candidate:
    id: uuid.UUID
    name: str
    password_hash: str


def sign_in(email: str, password: str, browser: Browser, now: datetime, *, required: bool) -> Opened:
    """Check mail and password and begin a session; it is complete unless the account has a second factor.

    Raises TooMany, WrongSignIn, SecondFactorOverdue.
    """
    email = email.strip().lower()
    caller = f"{email} {browser.mark or 'unknown browsers'}"
    throttle.take(PASSWORD_TRIES, caller)
    candidate = verify(email, password)
    if candidate is None:
        raise WrongSignIn()
    terms.refuse_overdue(candidate.id, now, required=required)
    fresh = passwords.hash_password(password) if passwords.is_outdated(candidate.password_hash) else None
    throttle.give_back(PASSWORD_TRIES, caller)
    # Between the look and this write somebody may have set another password.
    account = StaffAccount
    row = db.session.scalar(
        select(account)
        .where(account.id == candidate.id, account.password_hash == candidate.password_hash)
        .with_for_update()
    )
    if row is None:
        raise WrongSignIn()
    if fresh:
        row.password_hash = fresh
    opened = sessions.open_session(row.id, now, complete=row.totp_since is None, device=browser.name, required=required)
    if row.totp_since is None:
        audit.note("session.begun", opened.who)
    return opened


def verify(email: str, password: str) -> _Candidate | None:
    """The member with this mail and password, or None after the same time. A failure leaves its line in the log."""
    candidate = _candidate(email)
    good = passwords.matches(candidate.password_hash if candidate else passwords.decoy(), password)
    if candidate is not None and good:
        return candidate
    with jobs.transaction():
        # An address that nobody here has is not written down: it may be a password in the wrong field.
        audit.note("session.refused", None, candidate.name if candidate else "")
    return None


def enter_code(who: Staff, code: str, browser: Browser, now: datetime, *, required: bool) -> Opened:
    """Complete a sign-in by a code of the app or a recovery code. Raises TooMany, WrongCode."""
    caller = f"{who.account_id} {browser.mark or 'unknown browsers'}"
    throttle.take(CODE_TRIES, caller)
    step = _right_code(who, code, now)
    by_recovery = step is None
    if by_recovery and not _has_recovery_code(who, code):
        _count_wrong_code(who)
        raise WrongCode()
    throttle.give_back(CODE_TRIES, caller)
    # The look may be out of date: what is used here decides who was first with a code.
    if not (_use_recovery_code(who, code, now) if step is None else _use_step(who, step)):
        raise WrongCode()
    opened = sessions.complete_session(who.session_id, now, required=required)
    audit.note("session.begun", opened.who, "", recovery_code=by_recovery)
    return opened


def _candidate(email: str) -> _Candidate | None:
    account = StaffAccount
    with jobs.reading():
        row = db.session.execute(
            select(account.id, account.name, account.password_hash)
            .join(Membership, Membership.account_id == account.id)
            .where(account.email == email)
        ).one_or_none()
    return _Candidate(row.id, row.name, row.password_hash) if row else None


def _right_code(who: Staff, code: str, now: datetime) -> int | None:
    with jobs.reading():
        sealed = db.session.scalar(select(StaffAccount.totp_sealed).where(StaffAccount.id == who.account_id))
    secret = unseal(sealed) if sealed else None
    return totp.step_of(secret, code, now) if secret else None


def _use_step(who: Staff, step: int) -> bool:
    account = StaffAccount
    statement = update(account).where(account.id == who.account_id, account.totp_step < step).values(totp_step=step)
    return bool(change_rows(statement))


def _recovery_code(who: Staff, code: str) -> tuple[ColumnElement[bool], ...]:
    row = RecoveryCode
    return row.account_id == who.account_id, row.code_mac == totp.recovery_mac(code), row.used_at.is_(None)


def _has_recovery_code(who: Staff, code: str) -> bool:
    with jobs.reading():
        return db.session.scalar(select(RecoveryCode.id).where(*_recovery_code(who, code))) is not None


def _use_recovery_code(who: Staff, code: str, now: datetime) -> bool:
    return bool(change_rows(update(RecoveryCode).where(*_recovery_code(who, code)).values(used_at=now)))


def _count_wrong_code(who: Staff) -> None:
    row = StaffSession
    with jobs.transaction():
        change_rows(update(row).where(row.id == who.session_id).values(wrong_codes=row.wrong_codes + 1))
        # Whoever guesses has to type the password again.
        change_rows(delete(row).where(row.id == who.session_id, row.wrong_codes >= WRONG_CODES))
        audit.note("session.refused", None, who.name, code=True)
