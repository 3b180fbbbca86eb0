# SPDX-License-Identifier: EUPL-1.2
"""What `tenant apply` does for web push: a key pair, once. Knows no request."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from backend.db import db
from backend.push.keys import make_pair
from backend.push.models import PushKeys
from backend.tenants.operations import Part
from backend.tenants.tenant_file import Plan


def plant(plan: Plan, now: datetime) -> list[str]:
    """Make the municipality's pair if it has none; never replace one, not even while the module is off: every phone's
    subscription is bound to it."""
    if "push" not in plan.config["modules"] or db.session.scalar(select(PushKeys.id)):
        return []
    public, sealed = make_pair()
    db.session.add(PushKeys(public_key=public, private_sealed=sealed))
    return ["push keys: added"]


def export(config: dict[str, Any]) -> dict[str, Any]:
    """Nothing: keys never stand in a file."""
    return {}


PART = Part(plant, export)
