# SPDX-License-Identifier: EUPL-1.2
"""The second factor: set up, confirm, remove, new recovery codes."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from backend import audit, jobs, mail
from backend.accounts import mails, passwords, totp
from backend.accounts.models import RecoveryCode, StaffAccount
from backend.accounts.operations import sessions, switching
from backend.accounts.operations.signing_in import CODE_TRIES, WrongCode, WrongSignIn
from backend.bulk import change_rows
from backend.db import db
from backend.problems import Conflict, Forbidden
from backend.sealing import seal, unseal
from backend.staff import Staff
from backend.throttle import take


def begin(who: Staff, issuer: str) -> dict[str, str]:
    """Offer a secret for the authenticator app; nothing is active before `confirm`. Raises Conflict if one is."""
    row = _account(who)
    if row.totp_since is not None:
        raise Conflict("The second factor is active already.")
    secret = totp.new_secret()
    row.totp_sealed = seal(secret)
    uri = totp.otpauth_uri(secret, row.email, issuer)
    return {"secret": secret, "otpauth_uri": uri, "qr_code": totp.qr_code(uri)}


def confirm(who: Staff, code: str, municipality: str, now: datetime) -> list[str]:
    """Activate the second factor by a first code; gives the recovery codes, shown this once. Ends all other sessions.

    Raises Conflict, TooMany, WrongCode.
    """
    take(CODE_TRIES, str(who.account_id))
    row = _account(who)
    secret = unseal(row.totp_sealed) if row.totp_sealed else None
    if row.totp_since is not None or secret is None:
        raise Conflict("There is nothing to confirm.")
    step = totp.step_of(secret, code, now)
    if step is None:
        raise WrongCode()
    row.totp_since, row.totp_step = now, step
    sessions.end_everywhere(who, but_this=True)
    audit.note("second-factor.on", who)
    _tell(who, municipality, "für Ihren Zugang ist jetzt ein zweiter Faktor aktiv.")
    return _new_codes(who)


def remove(who: Staff, password: str, municipality: str) -> None:
    """Switch the second factor off. Raises Forbidden where a municipality of this person asks for it, WrongSignIn,
    TooMany."""
    with jobs.reading():
        if switching.second_factor_required(who):
            raise Forbidden("A municipality that you work for asks for a second factor.")
    confirm_password(who, password)
    row = _account(who)
    row.totp_sealed = row.totp_since = None
    _drop_codes(who)
    audit.note("second-factor.off", who)
    _tell(who, municipality, "der zweite Faktor Ihres Zugangs wurde abgeschaltet.")


def renew_recovery_codes(who: Staff, password: str) -> list[str]:
    """Ten new codes instead of the old ones. Raises Conflict, WrongSignIn, TooMany."""
    confirm_password(who, password)
    if _account(who).totp_since is None:
        raise Conflict("There is no second factor.")
    audit.note("second-factor.codes-renewed", who)
    return _new_codes(who)


def confirm_password(who: Staff, password: str) -> None:
    """Before what a thief of the session would do. Raises WrongSignIn, TooMany. Opens no lasting transaction."""
    take(CODE_TRIES, f"password {who.account_id}")
    with jobs.reading():
        stored = db.session.scalar(select(StaffAccount.password_hash).where(StaffAccount.id == who.account_id))
    if stored is None or not passwords.matches(stored, password):
        with jobs.transaction():
            audit.note("password.refused", who)
        raise WrongSignIn()


def reset_by_operator(account: StaffAccount) -> None:
    """For somebody who lost telephone and recovery codes and was recognised in person."""
    account.totp_sealed = account.totp_since = None
    change_rows(delete(RecoveryCode).where(RecoveryCode.account_id == account.id))
    sessions.end_all_of(account.id)


def _account(who: Staff) -> Any:
    return db.session.scalars(select(StaffAccount).where(StaffAccount.id == who.account_id).with_for_update()).one()


def _new_codes(who: Staff) -> list[str]:
    _drop_codes(who)
    codes = totp.new_recovery_codes()
    db.session.add_all(RecoveryCode(account_id=who.account_id, code_mac=totp.recovery_mac(code)) for code in codes)
    return codes


def _drop_codes(who: Staff) -> None:
    change_rows(delete(RecoveryCode).where(RecoveryCode.account_id == who.account_id))


def _tell(who: Staff, municipality: str, deed: str) -> None:
    mail.queue(who.email, *mails.security_notice(municipality, deed))
