# SPDX-License-Identifier: EUPL-1.2
"""How a municipality's staff works: four eyes, and since when a second factor is asked for. The tenant file plants
it."""

from datetime import datetime

from sqlalchemy import select

from backend import audit
from backend.accounts.models import StaffSettings
from backend.db import db
from backend.staff import Staff


def four_eyes() -> bool:
    """Whether somebody else than the author publishes in the current municipality."""
    return bool(db.session.scalar(select(StaffSettings.four_eyes)))


def switch_four_eyes(on: bool, who: Staff) -> None:
    """Decide about four eyes in the app; the tenant file is not asked any longer."""
    row = _row()
    row.four_eyes, row.edited = on, True
    audit.note("settings.changed", who, four_eyes=on)


def plant(four_eyes: bool, second_factor_required: bool, now: datetime) -> list[str]:
    """Bring the row in line with the tenant file; a line per change that the municipality's own projection does not
    tell."""
    row = _row()
    if not second_factor_required:
        row.second_factor_since = None
    elif row.second_factor_since is None:
        row.second_factor_since = now
    if row.four_eyes == four_eyes:
        return []
    if row.edited:
        return ["staff four_eyes: kept: edited in the app"]
    row.four_eyes = four_eyes
    return ["staff four_eyes: changed"]


def _row() -> StaffSettings:
    row = db.session.scalar(select(StaffSettings).with_for_update())
    if row is None:
        row = StaffSettings(four_eyes=False, edited=False)
        db.session.add(row)
    return row
