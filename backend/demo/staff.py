# SPDX-License-Identifier: EUPL-1.2
"""Three people for each demo municipality, with a password that everybody may know."""

from datetime import UTC, datetime

from sqlalchemy import select

from backend.accounts import passwords
from backend.accounts.models import Membership, StaffAccount
from backend.db import db
from backend.jobs import transaction
from backend.staff import Role

PASSWORD = "demo-gemeinde-app"  # noqa: S105 - printed on purpose, only for municipalities marked as a demo
PEOPLE = (
    ("redaktion", "Kim Beispiel", Role.EDITOR),
    ("meldungen", "Alex Muster", Role.CLERK),
    ("verwaltung", "Robin Vorlage", Role.ADMIN),
)


def sign_ins(slug: str) -> list[tuple[str, str]]:
    """(mail address, role) of the demo people of a municipality."""
    return [(_mail(local, slug), role.value) for local, _name, role in PEOPLE]


def plant_staff(slug: str) -> int:
    """Write the people who are not there yet into the current municipality; gives their number."""
    known = set(db.session.scalars(select(StaffAccount.email)))
    missing = [person for person in PEOPLE if _mail(person[0], slug) not in known]
    db.session.rollback()
    if not missing:
        return 0
    hashed, now = passwords.hash_password(PASSWORD), datetime.now(UTC)
    with transaction():
        for local, name, role in missing:
            account = StaffAccount(
                email=_mail(local, slug), name=name, password_hash=hashed, created_at=now, password_at=now
            )
            db.session.add(account)
            db.session.flush()
            db.session.add(Membership(account_id=account.id, roles=[role.value], created_at=now))
    return len(missing)


def _mail(local: str, slug: str) -> str:
    return f"{local}@{slug}.example"
