# SPDX-License-Identifier: EUPL-1.2
"""The offices to which reports were forwarded before: what the clerk chooses from. Knows no request."""

from typing import Any

from sqlalchemy import select

from backend.db import db
from backend.defects.models import DefectEntry
from backend.defects.states import DefectStatus

MOST, LOOKED_AT = 20, 500


def list_recipients() -> list[dict[str, Any]]:
    """Each by the address that was used last, the last one first."""
    entry = DefectEntry
    query = select(entry.details).where(entry.status == DefectStatus.FORWARDED).order_by(entry.at.desc())
    found: dict[str, str | None] = {}
    for details in db.session.scalars(query.limit(LOOKED_AT)):
        if name := details.get("forwarded_to"):
            found.setdefault(name, details.get("email"))
    return [{"name": name, "email": email} for name, email in list(found.items())[:MOST]]
