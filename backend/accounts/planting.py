# SPDX-License-Identifier: EUPL-1.2
"""What a tenant file has to do with staff: plant `[staff]`, and write today's into an exported file. Never commits."""

from datetime import datetime
from typing import Any

from backend.accounts.operations import settings
from backend.tenants.operations import Part
from backend.tenants.tenant_file import Plan

Row = dict[str, Any]


def plant(plan: Plan, now: datetime) -> list[str]:
    """Bring four eyes in line with the file, unless ADMIN has switched it in the app; a line per change."""
    return settings.plant(plan.four_eyes, plan.config["staff"]["second_factor"] == "required", now)


def export(config: Row) -> Row:
    """What differs from a file without `[staff]`."""
    required = config["staff"]["second_factor"] == "required"
    table = ({"second_factor": "required"} if required else {}) | ({"four_eyes": True} if settings.four_eyes() else {})
    return {"staff": table} if table else {}


PART = Part(plant, export)
