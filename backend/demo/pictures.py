# SPDX-License-Identifier: EUPL-1.2
"""Our own drawings in the colours of a municipality, as bitmaps like a town's photos. Knows no database."""

import re
from pathlib import Path

import resvg_py

from backend.tenants.theme import compile_theme

ART = Path(__file__).parent / "art"
WIDTH = 1600
CREDIT = "Zeichnung: Smart Village App"
_TOKEN = re.compile(r"(--a-[a-z0-9]+):\s*(#[0-9a-f]{3,8})", re.IGNORECASE)
_USE = re.compile(r"var\((--a-[a-z0-9]+)\)")


def light_colours(css: str) -> dict[str, str]:
    """The colours of the drawings by day, from a compiled theme; the design's own where there is none."""
    colours = {name: value for name, value in compile_theme().light.items() if name.startswith("--a-")}
    for name, value in reversed(_TOKEN.findall(css.partition("@media")[0].partition("[data-kern-theme=dark]")[0])):
        colours[name] = value
    return colours


def draw(name: str, colours: dict[str, str]) -> bytes:
    """The drawing as PNG, 1600 pixels wide."""
    source = (ART / f"{name}.svg").read_text(encoding="utf-8")
    svg = _USE.sub(lambda use: colours[use[1]], source)
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=WIDTH, skip_system_fonts=True))
