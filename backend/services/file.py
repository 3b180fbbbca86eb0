# SPDX-License-Identifier: EUPL-1.2
"""The directory in the tenant file: what `apply` plants, the Land's common services first, and what `export` writes.
Knows no request; never commits."""

from datetime import datetime
from typing import Any

from backend.services.file_entries import export_entries, plant_entries, plant_top
from backend.services.file_offices import export_offices, plant_offices
from backend.services.file_sources import export_sources, plant_sources, rest_sources
from backend.services.links import here_of
from backend.services.planting import plant_templates
from backend.tenants.operations import Part
from backend.tenants.tenant_file import Plan

Row = dict[str, Any]
SERVICES = "services"


def plant(plan: Plan, now: datetime) -> list[str]:
    """Bring the directory in line with the file; a line per change."""
    if plan.services is None:
        return rest_sources()
    here = here_of(plan.config)
    return [
        *plant_templates(here, now),
        *plant_entries(plan.services, here, now),
        *plant_offices(plan.services["offices"], now),
        *plant_top(plan.services["top"]),
        *plant_sources(plan.services["sources"], here, now),
    ]


def export(config: Row) -> Row:
    """The file's own section, with what stands in the rows."""
    table: Row = dict(config["file"].get(SERVICES, {}))
    if SERVICES in config["modules"]:
        rows = {"offices": export_offices(), "sources": export_sources()}
        table |= {name: found for name, found in (export_entries() | rows).items() if found}
    return {SERVICES: table} if table else {}


PART = Part(plant, export)
