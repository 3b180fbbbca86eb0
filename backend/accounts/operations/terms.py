# SPDX-License-Identifier: EUPL-1.2
"""How long a password alone lets somebody in where the municipality asks for a second factor.

Until then a sign-in leads only to setting one up. Afterwards not even there: a password that was found years later must
not be enough to register the finder's telephone.
"""

import uuid
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from backend import audit, jobs
from backend.accounts.models import Membership, StaffAccount, StaffSettings
from backend.db import db
from backend.problems import Forbidden

TERM = timedelta(days=14)


class SecondFactorOverdue(Forbidden):
    """The password is right and no longer enough; an ADMIN or the operator can give new days."""

    code, title = "second-factor-overdue", "The days for setting up the second factor are over"


def columns() -> tuple[Any, ...]:
    """What `due` asks of a row that joins Membership and StaffAccount."""
    return (
        StaffAccount.totp_since,
        Membership.created_at.label("joined_at"),
        Membership.term_renewed_at,
        select(StaffSettings.second_factor_since).scalar_subquery().label("required_since"),
    )


def due(row: Any, *, required: bool) -> datetime | None:
    """When the days of a membership end; None for who has a second factor or needs none, and as long as nobody wrote
    down since when one is asked for: an update must not lock out those who joined long before it."""
    if not required or row.totp_since is not None or row.required_since is None:
        return None
    begun: datetime = max(day for day in (row.joined_at, row.term_renewed_at, row.required_since) if day is not None)
    return begun + TERM


def refuse_overdue(account_id: uuid.UUID, now: datetime, *, required: bool) -> None:
    """Raise SecondFactorOverdue, with a line in the log, for a member whose days are over. Opens no lasting
    transaction."""
    membership = select(StaffAccount.name, *columns()).join(Membership, Membership.account_id == StaffAccount.id)
    with jobs.reading():
        row = db.session.execute(membership.where(StaffAccount.id == account_id)).one_or_none()
    end = due(row, required=required) if row else None
    if row is not None and end is not None and end <= now:
        with jobs.transaction():
            audit.note("session.refused", None, row.name, second_factor="overdue")
        raise SecondFactorOverdue()
