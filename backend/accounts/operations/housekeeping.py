# SPDX-License-Identifier: EUPL-1.2
"""What staff leave behind: ended sessions, spent links, old invitations, people who work nowhere any more. Asks across
municipalities who still has a membership: columns only, as tests/test_walls.py pins it."""

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select

from backend.accounts.models import Invitation, Membership, StaffAccount, StaffToken
from backend.accounts.operations import sessions
from backend.bulk import change_rows
from backend.db import db
from backend.housekeeping import Broom

# So long an ADMIN still sees an expired invitation and can send it again, or invite a person back.
INVITATION_SHOWN = ACCOUNT_KEPT = timedelta(days=30)


def forget_invitations(now: datetime) -> int:
    """Invitations of the current municipality that nobody has accepted, a month after their end."""
    return change_rows(delete(Invitation).where(Invitation.expires_at < now - INVITATION_SHOWN))


def forget_tokens(now: datetime) -> int:
    """Links for passwords and for going to another municipality that are over."""
    return change_rows(delete(StaffToken).where(StaffToken.expires_at < now))


def forget_accounts(now: datetime) -> int:
    """People without a membership anywhere, a month after the last one ended; the log keeps their names."""
    account = StaffAccount
    gone = func.coalesce(account.left_at, account.created_at) < now - ACCOUNT_KEPT
    # Locked first: who is joining somewhere right now either has the membership already, or must wait and try again.
    candidates = set(db.session.scalars(select(account.id).where(gone).with_for_update()))
    members = select(Membership.account_id).execution_options(across_tenants=True)
    orphans = candidates.difference(db.session.scalars(members))
    return sum(change_rows(delete(account).where(account.id == one)) for one in orphans)


BROOMS = (
    Broom("sessions that have ended", sessions.forget_ended, whole_house=True),
    Broom("links that are over", forget_tokens, whole_house=True),
    Broom("invitations that nobody accepted", forget_invitations),
    Broom("people without a municipality", forget_accounts, whole_house=True),
)
