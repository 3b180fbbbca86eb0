# SPDX-License-Identifier: EUPL-1.2
"""Rows of staff accounts. An account is global, a membership belongs to a municipality; knows only the database.

Every secret is a digest (tokens, recovery codes), an argon2id hash (passwords) or encrypted (TOTP).
"""

import uuid
from datetime import datetime

from sqlalchemy import JSON, BigInteger, ForeignKey, ForeignKeyConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.db import Model, TenantOwned, new_id, owned_args


def _account() -> Mapped[uuid.UUID]:
    return mapped_column(ForeignKey("staff_account.id", ondelete="CASCADE"), index=True)


def _tenant() -> Mapped[uuid.UUID]:
    return mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"), index=True)


def _organiser() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["tenant_id", "organiser_id"], ["event_organiser.tenant_id", "event_organiser.id"])


class StaffAccount(Model):
    """A person. `email` is lower case. The second factor is active from `totp_since` on; `totp_step` is the last time
    step whose code was used (RFC 6238, 5.2: a code counts once). `left_at` is when a membership ended last."""

    __tablename__ = "staff_account"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=new_id)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    password_hash: Mapped[str] = mapped_column(String(200))
    totp_sealed: Mapped[str | None] = mapped_column(String(300))
    totp_since: Mapped[datetime | None]
    totp_step: Mapped[int] = mapped_column(BigInteger, default=0)
    created_at: Mapped[datetime]
    password_at: Mapped[datetime]
    left_at: Mapped[datetime | None]


class RecoveryCode(Model):
    """One way in for whoever lost the telephone; counts once."""

    __tablename__ = "staff_recovery_code"
    __table_args__ = (UniqueConstraint("account_id", "code_mac"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[uuid.UUID] = _account()
    code_mac: Mapped[str] = mapped_column(String(64))
    used_at: Mapped[datetime | None]


class Membership(Model, TenantOwned):
    """What a person may do in one municipality: a set of roles, kept as a sorted list. `term_renewed_at`: when the
    days to set up a second factor began to count anew; they count from joining otherwise. With `organiser_id` an EDITOR
    writes for this organiser of events only."""

    __tablename__ = "staff_membership"
    __table_args__ = owned_args(_organiser(), UniqueConstraint("tenant_id", "account_id"))

    account_id: Mapped[uuid.UUID] = _account()
    roles: Mapped[list[str]] = mapped_column(JSON)
    organiser_id: Mapped[uuid.UUID | None]
    created_at: Mapped[datetime]
    term_renewed_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)


class StaffSettings(Model, TenantOwned):
    """How the staff of a municipality works; one row each. `organisers_publish`: who writes for one organiser only
    needs no release. `edited`: ADMIN has decided in the app, so the tenant file leaves it. `second_factor_since`: since
    when one is asked for, None while it is not."""

    __tablename__ = "staff_settings"
    __table_args__ = owned_args(UniqueConstraint("tenant_id"))

    four_eyes: Mapped[bool]
    organisers_publish: Mapped[bool] = mapped_column(default=False)
    edited: Mapped[bool]
    second_factor_since: Mapped[datetime | None]


class StaffSession(Model):
    """A sign-in in one municipality. Belongs to the account, not to the municipality: a person sees and ends all of
    hers. `complete` is false while the code of the second factor is missing."""

    __tablename__ = "staff_session"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=new_id)
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    account_id: Mapped[uuid.UUID] = _account()
    tenant_id: Mapped[uuid.UUID] = _tenant()
    complete: Mapped[bool]
    wrong_codes: Mapped[int] = mapped_column(default=0)
    device: Mapped[str] = mapped_column(String(60))
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    expires_at: Mapped[datetime]


class Invitation(Model, TenantOwned):
    """An offer of roles to a mail address, perhaps for one organiser only. Opening the link uses nothing up; accepting
    it does."""

    __tablename__ = "staff_invitation"
    __table_args__ = owned_args(_organiser(), UniqueConstraint("tenant_id", "email"))

    email: Mapped[str] = mapped_column(String(254))
    name: Mapped[str] = mapped_column(String(120))
    roles: Mapped[list[str]] = mapped_column(JSON)
    organiser_id: Mapped[uuid.UUID | None]
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    invited_by: Mapped[str] = mapped_column(String(120))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]


class StaffToken(Model):
    """A one-use secret of an account for one municipality: "reset" (a new password) or "switch" (another host). The
    latter ends with the session that it continues."""

    __tablename__ = "staff_token"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=new_id)
    purpose: Mapped[str] = mapped_column(String(10))
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    account_id: Mapped[uuid.UUID] = _account()
    session_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("staff_session.id", ondelete="CASCADE"), index=True)
    tenant_id: Mapped[uuid.UUID] = _tenant()
    expires_at: Mapped[datetime]
