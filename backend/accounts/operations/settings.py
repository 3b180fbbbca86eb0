# SPDX-License-Identifier: EUPL-1.2
"""How a municipality's staff works: four eyes, what clubs may do, and since when a second factor is asked for. The
tenant file plants it."""

from datetime import datetime

from sqlalchemy import select

from backend import audit
from backend.accounts.models import StaffSettings
from backend.db import db
from backend.editing import Acting
from backend.staff import Staff

SWITCHES = ("four_eyes", "organisers_publish")


def read() -> dict[str, bool]:
    """`four_eyes`: somebody else than the author publishes; `organisers_publish`: who writes for one organiser only
    needs no release."""
    row = db.session.execute(select(StaffSettings.four_eyes, StaffSettings.organisers_publish)).one_or_none()
    return {name: bool(row and getattr(row, name)) for name in SWITCHES}


def acting(who: Staff, now: datetime) -> Acting:
    """What the settings mean for a person who edits now."""
    switches = read()
    outsider = who.organiser_id is not None
    return Acting(who, now, switches["four_eyes"], needs_release=outsider and not switches["organisers_publish"])


def change(switches: dict[str, bool], who: Staff) -> dict[str, bool]:
    """Decide in the app; the tenant file is not asked any longer. What is left out stays."""
    row = _row()
    row.edited = True
    for name, on in switches.items():
        setattr(row, name, on)
    audit.note("settings.changed", who, "", **switches)
    db.session.flush()
    return read()


def plant(wanted: dict[str, bool], second_factor_required: bool, now: datetime) -> list[str]:
    """Bring the row in line with the tenant file; a line per change that the municipality's own projection does not
    tell."""
    row = _row()
    if not second_factor_required:
        row.second_factor_since = None
    elif row.second_factor_since is None:
        row.second_factor_since = now
    other = [name for name in SWITCHES if getattr(row, name) != wanted[name]]
    if row.edited:
        return [f"staff {name}: kept: edited in the app" for name in other]
    for name in other:
        setattr(row, name, wanted[name])
    return [f"staff {name}: changed" for name in other]


def _row() -> StaffSettings:
    row = db.session.scalar(select(StaffSettings).with_for_update())
    if row is None:
        row = StaffSettings(four_eyes=False, organisers_publish=False, edited=False)
        db.session.add(row)
    return row
