# SPDX-License-Identifier: EUPL-1.2
"""How a municipality presents itself to the other features. Reads the projection that `tenant apply` compiled; knows
no request.

`Tenant.config` holds, ready to send: `tenant` (all fields of bootstrap's tenant but origin), `theme` (url,
color_light, color_dark, paper_light, paper_dark), `modules`, `quick_actions`, `contact_accessibility`, `feedback`,
`hosts` (the first is canonical), `staff` (second_factor: "optional" or "required"), `map` (tiles, attribution; None
without), `school_holidays` (name, first_day, last_day; None where the Land's hold), `defects` (see reporter.py),
`services` (see compile_services.py; both None where the part is off), and what only this package reads (`file`).
"""

import uuid
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import select

from backend.config import Settings
from backend.db import db
from backend.problems import Missing
from backend.reference.holidays import Holiday, school_holidays
from backend.tenants.models import Tenant


@dataclass(frozen=True, slots=True)
class Profile:
    """A municipality as the border and the features see it."""

    id: uuid.UUID
    slug: str
    name: str
    config: dict[str, Any]


@lru_cache(maxsize=2048)
def load_profile(tenant_id: uuid.UUID, version: int) -> Profile:
    """The municipality at this content version: `tenant apply` bumps it, so none is ever stale. Raises Missing."""
    query = select(Tenant.id, Tenant.slug, Tenant.name, Tenant.config).where(Tenant.id == tenant_id)
    row = db.session.execute(query).one_or_none()
    if row is None:
        raise Missing("There is no such municipality.")
    return Profile(*row)


def asks_for_second_factor(config: dict[str, Any]) -> bool:
    """Whether the municipality's staff must have a second factor (`[staff]`)."""
    return bool(config.get("staff", {}).get("second_factor") == "required")


def school_holidays_of(config: dict[str, Any], first: date, last: date) -> list[Holiday]:
    """The school holidays that touch these days: the municipality's own, else its Land's; none where nobody knows."""
    own = config.get("school_holidays")
    if own is None:
        known = school_holidays().get(config["tenant"]["ags"][:2], [])
    else:
        days = date.fromisoformat
        known = [Holiday(row["name"], days(row["first_day"]), days(row["last_day"])) for row in own]
    return [holiday for holiday in known if holiday.first_day <= last and holiday.last_day >= first]


def picture_hosts(config: dict[str, Any]) -> tuple[str, ...]:
    """Foreign origins that pages may load pictures from: that of the map's tiles."""
    tiles = config.get("map")
    return (f"https://{urlsplit(tiles['tiles']).netloc}",) if tiles else ()


def tenant_ids() -> list[uuid.UUID]:
    """The ids of all municipalities, by slug."""
    return list(db.session.scalars(select(Tenant.id).order_by(Tenant.slug)))


def origin(slug: str, hosts: list[str], settings: Settings) -> str:
    """The canonical origin: https and the first host; in development http and `<slug>.localhost`. With the public port,
    if one is set."""
    port = f":{settings.public_port}" if settings.public_port else ""
    if settings.development or not hosts:
        return f"http://{slug}.localhost{port}"
    return f"https://{hosts[0]}{port}"


def describe(config: dict[str, Any], settings: Settings) -> dict[str, Any]:
    """The parts of bootstrap that come from the tenant file."""
    tenant = config["tenant"]
    keys = ("theme", "modules", "quick_actions", "contact_accessibility", "feedback")
    return {name: config[name] for name in keys} | {
        "map": config.get("map"),
        "tenant": tenant | {"origin": origin(tenant["slug"], config["hosts"], settings)},
    }
