# SPDX-License-Identifier: EUPL-1.2
"""The verbs of municipalities. The file is the truth, the row its projection. Knows no request; never commits.

What a file plants in other features (pages, categories, sources) they plant themselves: see Part.
"""

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import tomli_w
from sqlalchemy import select

from backend.config import Settings
from backend.db import db, enter_tenant
from backend.problems import Invalid, Missing
from backend.reads import ContentVersion, bump
from backend.tenants.arms import Arms
from backend.tenants.describe import origin
from backend.tenants.models import Tenant, TenantHost
from backend.tenants.tenant_file import Plan

Row = dict[str, Any]


@dataclass(frozen=True)
class Part:
    """What one feature has to do with tenant files. Both run in the municipality's own session.

    `plant(plan, now)` brings its rows in line with the file and gives a line per change; one that says "kept" is none.
    `export(config)` gives the tables that would plant today's rows; what the defaults plant anyway is left out.
    """

    plant: Callable[[Plan, datetime], list[str]]
    export: Callable[[Row], Mapping[str, Any]]


def apply(plan: Plan, parts: Iterable[Part], now: datetime) -> list[str]:
    """Bring the database in line with a checked file; gives a line per change: none but "kept" ones the second time.

    Raises Invalid when the slug or a host belongs to another municipality.
    """
    row = db.session.scalar(select(Tenant).where(Tenant.slug == plan.slug))
    _refuse_foreign(plan, row)
    lines = []
    if row is None:
        row = Tenant(slug=plan.slug, config=plan.config, updated_at=now, **_columns(plan))
        db.session.add(row)
        db.session.flush()
        db.session.add(ContentVersion(tenant_id=row.id, version=1))
        lines.append("municipality: added")
    enter_tenant(row.id)
    lines += _project(plan, row)
    lines += _bring_hosts(plan, row)
    for part in parts:
        lines += part.plant(plan, now)
    if any(is_change(line) for line in lines):
        row.updated_at = now
        db.session.flush()
        bump()
    return lines


def is_change(line: str) -> bool:
    """Whether a line of `apply` tells of a change, or of something that staff keep in their own words."""
    return ": kept" not in line


def list_tenants(settings: Settings) -> list[Row]:
    """All municipalities by name, as the PWA's choice and the operator see them."""
    rows = db.session.execute(
        select(Tenant.slug, Tenant.name, Tenant.kind, Tenant.ags, Tenant.demo, Tenant.config).order_by(Tenant.slug)
    )
    listed = [_listed(dict(row._mapping), settings) for row in rows]
    return sorted(listed, key=lambda row: (str(row["name"]).casefold(), str(row["slug"])))


def find(slug: str) -> Tenant:
    """A municipality by slug. Raises Missing."""
    row = db.session.scalar(select(Tenant).where(Tenant.slug == slug))
    if row is None:
        raise Missing(f'There is no municipality "{slug}". `flask tenant list` shows all.')
    return row


def arms_of(tenant_id: uuid.UUID) -> Arms | None:
    """The arms, or None for a municipality with initials only."""
    row = db.session.execute(select(Tenant.arms_type, Tenant.arms).where(Tenant.id == tenant_id)).one_or_none()
    return Arms(row.arms_type, row.arms) if row and row.arms_type and row.arms else None


def export(slug: str, parts: Iterable[Part]) -> str:
    """Today's state as a tenant file: `check` accepts it and `apply` changes nothing. Raises Missing."""
    row = find(slug)
    enter_tenant(row.id)
    kept = dict(row.config["file"])
    document: Row = {"ags": kept.pop("ags"), "slug": kept.pop("slug"), **kept}
    if row.arms is not None and row.arms_type is not None:
        document["theme"] = document.get("theme", {}) | {"arms": Arms(row.arms_type, row.arms).in_file()}
    for part in parts:
        document |= part.export(row.config)
    return tomli_w.dumps(document, multiline_strings=True)


def _columns(plan: Plan) -> Row:
    return {
        "name": plan.name,
        "kind": plan.kind,
        "ags": plan.ags,
        "ars": plan.ars,
        "demo": plan.demo,
        "arms_type": plan.arms.media_type if plan.arms else None,
        "arms": plan.arms.data if plan.arms else None,
    }


def _project(plan: Plan, row: Tenant) -> list[str]:
    lines = []
    for name, value in _columns(plan).items():
        if getattr(row, name) != value:
            setattr(row, name, value)
            lines.append(f"{name.removesuffix('_type')}: changed")
    for section in plan.config.keys() | row.config.keys():
        if plan.config.get(section) != row.config.get(section) and section != "file":
            lines.append(f"{section}: changed")
    if plan.config != row.config:
        row.config = plan.config
        lines = lines or ["file: changed"]
    return sorted(set(lines))


def _refuse_foreign(plan: Plan, row: Tenant | None) -> None:
    if row is not None and row.ags != plan.ags:
        raise Invalid(
            f'slug: "{plan.slug}" belongs to {row.name} ({row.ags}). Write another, such as "{plan.slug}-{plan.ags}".'
        )
    taken = db.session.execute(
        select(TenantHost.host, Tenant.name)
        .join(Tenant, Tenant.id == TenantHost.tenant_id)
        .where(TenantHost.host.in_(plan.config["hosts"]), Tenant.slug != plan.slug)
    ).all()
    if taken:
        words = "; ".join(f'"{host}" already leads to {name}' for host, name in taken)
        raise Invalid(f"hosts: {words}. Remove it there first, or write another host here.")


def _bring_hosts(plan: Plan, row: Tenant) -> list[str]:
    existing = {
        host.host: host for host in db.session.scalars(select(TenantHost).where(TenantHost.tenant_id == row.id))
    }
    lines = []
    for position, name in enumerate(plan.config["hosts"]):
        host = existing.pop(name, None)
        if host is None:
            db.session.add(TenantHost(host=name, tenant_id=row.id, position=position))
            lines.append(f"host {name}: added")
        else:
            host.position = position
    for name, host in existing.items():
        db.session.delete(host)
        lines.append(f"host {name}: removed")
    return lines


def _listed(row: Row, settings: Settings) -> Row:
    config = row.pop("config")
    return {
        **row,
        "district": config["tenant"]["district"],
        "initials": config["tenant"]["initials"],
        "arms": config["tenant"]["arms"],
        "color_light": config["theme"]["color_light"],
        "color_dark": config["theme"]["color_dark"],
        "hosts": config["hosts"],
        "modules": config["modules"],
        "origin": origin(row["slug"], config["hosts"], settings),
    }
