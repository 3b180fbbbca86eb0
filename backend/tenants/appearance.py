# SPDX-License-Identifier: EUPL-1.2
"""From the projection to what is drawn: theme and look of the icons. Pure functions of the row: nothing grows stale."""

from typing import Any

from backend.tenants.arms import Arms
from backend.tenants.icons import Look
from backend.tenants.theme import Theme, compile_theme


def theme_of(config: dict[str, Any]) -> Theme:
    """The compiled theme of a municipality."""
    given = config.get("file", {}).get("theme", {})
    return compile_theme(given.get("brand"), given.get("brand_night"), given.get("accent"))


def look_of(config: dict[str, Any], arms: Arms | None) -> Look:
    """What the icons are made of."""
    light = theme_of(config).light
    return Look(light["--sv-brand"], light["--sv-tint"], config["tenant"]["initials"], arms)
