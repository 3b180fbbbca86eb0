# SPDX-License-Identifier: EUPL-1.2
"""What a tenant file has to do with staff: plant `[staff]`, and write today's into an exported file. Never commits."""

from datetime import datetime
from typing import Any

from backend.accounts.operations import settings
from backend.tenants.operations import Part
from backend.tenants.tenant_file import Plan

Row = dict[str, Any]


def plant(plan: Plan, now: datetime) -> list[str]:
    """Bring the switches in line with the file, unless ADMIN has decided in the app; a line per change."""
    wanted = {name: getattr(plan, name) for name in settings.SWITCHES}
    return settings.plant(wanted, plan.config["staff"]["second_factor"] == "required", now)


def export(config: Row) -> Row:
    """What differs from a file without `[staff]`."""
    required = config["staff"]["second_factor"] == "required"
    table: Row = {"second_factor": "required"} if required else {}
    table |= {name: on for name, on in settings.read().items() if on}
    return {"staff": table} if table else {}


PART = Part(plant, export)
