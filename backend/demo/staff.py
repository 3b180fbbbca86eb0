# SPDX-License-Identifier: EUPL-1.2
"""Four people for each demo municipality, with a password that everybody may know."""

from datetime import UTC, datetime

from sqlalchemy import select

from backend.accounts import passwords
from backend.accounts.models import Membership, StaffAccount
from backend.db import db
from backend.events.models import EventOrganiser
from backend.jobs import transaction
from backend.staff import Role

PASSWORD = "demo-gemeinde-app"  # noqa: S105 - printed on purpose, only for municipalities marked as a demo
CLUB, CLUB_AUTHOR = "Singkreis (Beispiel)", "Toni Probe"  # who writes for one organiser of events only
PEOPLE = (
    ("redaktion", "Kim Beispiel", Role.EDITOR, None),
    ("meldungen", "Alex Muster", Role.CLERK, None),
    ("verwaltung", "Robin Vorlage", Role.ADMIN, None),
    ("verein", CLUB_AUTHOR, Role.EDITOR, CLUB),
)


def sign_ins(slug: str) -> list[tuple[str, str]]:
    """(mail address, role) of the demo people of a municipality."""
    return [(_mail(local, slug), role.value) for local, _name, role, _club in PEOPLE]


def plant_staff(slug: str) -> int:
    """Write the people who are not there yet into the current municipality, after its events; gives their number."""
    known = set(db.session.scalars(select(StaffAccount.email)))
    clubs = {row.name: row.id for row in db.session.execute(select(EventOrganiser.name, EventOrganiser.id))}
    db.session.rollback()
    missing = [
        person for person in PEOPLE if _mail(person[0], slug) not in known and (person[3] is None or person[3] in clubs)
    ]
    if not missing:
        return 0
    hashed, now = passwords.hash_password(PASSWORD), datetime.now(UTC)
    with transaction():
        for local, name, role, club in missing:
            account = StaffAccount(
                email=_mail(local, slug), name=name, password_hash=hashed, created_at=now, password_at=now
            )
            db.session.add(account)
            db.session.flush()
            own = clubs[club] if club else None
            db.session.add(Membership(account_id=account.id, roles=[role.value], organiser_id=own, created_at=now))
    return len(missing)


def _mail(local: str, slug: str) -> str:
    return f"{local}@{slug}.example"
