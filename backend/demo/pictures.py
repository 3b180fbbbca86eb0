# SPDX-License-Identifier: EUPL-1.2
"""Our own drawings in the colours of a municipality, as bitmaps like a town's photos. Knows no database."""

import re
from collections.abc import Mapping
from pathlib import Path

import resvg_py

ART = Path(__file__).parent / "art"
WIDTH = 1600
CREDIT = "Smart Village App"
_USE = re.compile(r"var\((--a-[a-z0-9]+)\)")


def draw(name: str, colours: Mapping[str, str], width: int = WIDTH) -> bytes:
    """The drawing as PNG, so many pixels wide; `colours` are the tokens of a theme (`--a-sky`, …)."""
    source = (ART / f"{name}.svg").read_text(encoding="utf-8")
    svg = _USE.sub(lambda use: colours[use[1]], source)
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True))
