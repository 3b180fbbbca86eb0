# SPDX-License-Identifier: EUPL-1.2
"""How a municipality lets report defects, read from the projection that `tenant apply` compiled. Pure."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Retention:
    """How long reports of defects are kept: contacts after the end, what was never public, what was (days)."""

    contact_days: int = 30
    unpublished_days: int = 90
    published_days: int = 365


@dataclass(frozen=True, slots=True)
class Reporter:
    """How a municipality lets report defects. `mode` is "own", or "link" to the reporter it has elsewhere (`url`,
    `name`); `email` gets what no category sends elsewhere; `places` are {name, lat, lon} for those without a map."""

    mode: str = "own"
    url: str | None = None
    name: str | None = None
    email: str | None = None
    promise_days: int = 3
    office_hours: tuple[int, int] = (8, 16)
    extra_holidays: tuple[str, ...] = ()
    places: tuple[dict[str, Any], ...] = ()
    retention: Retention = field(default_factory=Retention)


def reporter(config: dict[str, Any]) -> Reporter:
    """How this municipality lets report defects."""
    said = dict(config.get("defects") or {})
    for name in ("office_hours", "extra_holidays", "places"):
        said |= {name: tuple(said[name])} if name in said else {}
    return Reporter(**said | {"retention": Retention(**said.get("retention", {}))})
