# SPDX-License-Identifier: EUPL-1.2
"""App icons of a municipality, from its arms or its initials on a shield. Pure: colours and arms in, bytes out.

Letters come as outlines (reference/glyphs.json), so an icon looks the same on every machine and needs no font.
"""

import base64
import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, cast

import resvg_py

from backend import reference
from backend.tenants.arms import SVG, Arms

SIZES = {
    "icon-192.png": 192,
    "icon-512.png": 512,
    "maskable-512.png": 512,
    "apple-touch-icon.png": 180,
    "badge-96.png": 96,
}
# Systems cut these to a shape of their own. The inner circle of 80 % stays (W3C manifest, "safe zone"): 0.58 fits.
SQUARE = {"maskable-512.png": 0.58, "apple-touch-icon.png": 0.66}
SIDE = 512
# The design's shield: 40 x 46.
SHIELD = "M2 2h36v22c0 10.2-7.6 16.6-18 20C9.6 40.6 2 34.2 2 24z"
INNER = "M5.2 5.2h29.6V24c0 8.2-6 13.5-14.8 16.6C11.2 37.5 5.2 32.2 5.2 24z"


class Look(NamedTuple):
    """What an icon is made of; colours in hex."""

    brand: str
    tint: str
    initials: str
    arms: Arms | None


def initials_of(name: str) -> str:
    """One or two letters for a name: Bad Belzig → BB, Wiesenburg/Mark → W, Neustadt an der Dosse → ND."""
    main = re.split(r"[/(]", name)[0]
    words = [word for word in re.split(r"[\s-]+", main) if word[:1].isupper()]
    letters = "".join(word[0] for word in (words or [main])[:2]).upper()
    return letters if drawable(letters) else reference.slug_of(letters)[:2].upper() or "G"


def drawable(letters: str) -> bool:
    """Whether there are outlines for these letters."""
    return 1 <= len(letters) <= 2 and all(letter in _glyphs()["glyphs"] for letter in letters)


@lru_cache(maxsize=256)
def svg(look: Look, *, square: bool = False, scale: float = 0.72) -> bytes:
    """The icon as SVG of 512 units: the picture fills `scale` of the height, the corners are round unless `square`."""
    radius = 0 if square else 112
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}">',
        f'<rect width="{SIDE}" height="{SIDE}" rx="{radius}" fill="{look.tint if look.arms else look.brand}"/>',
        _arms(look.arms, scale) if look.arms else _shield(look, scale),
        "</svg>",
    ]
    return "".join(parts).encode()


def badge(look: Look) -> bytes:
    """What Android shows in its status bar: it keeps the shape and throws the colours away."""
    shield = f'<path d="{SHIELD}" fill="none" stroke="#ffffff" stroke-width="3.5"/>{_letters(look.initials)}'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-3 0 46 46">{shield}</svg>'.encode()


@lru_cache(maxsize=512)
def png(look: Look, name: str) -> bytes:
    """One of the files of SIZES."""
    side = SIZES[name]
    source = badge(look) if name == "badge-96.png" else svg(look, square=name in SQUARE, scale=SQUARE.get(name, 0.72))
    return bytes(resvg_py.svg_to_bytes(svg_string=source.decode(), width=side, height=side, skip_system_fonts=True))


def _shield(look: Look, scale: float) -> str:
    factor = SIDE * scale / 46
    left, top = (SIDE - 40 * factor) / 2, (SIDE - 46 * factor) / 2
    return (
        f'<g transform="translate({left:.1f} {top:.1f}) scale({factor:.3f})">'
        f'<path d="{SHIELD}" fill="#ffffff"/><path d="{INNER}" fill="{look.brand}"/>{_letters(look.initials)}</g>'
    )


def _letters(initials: str) -> str:
    """Outlines centred on the upper part of the shield, where it is widest."""
    font = _glyphs()
    glyphs = [font["glyphs"][letter] for letter in initials]
    width = sum(glyph["width"] for glyph in glyphs)
    size = min(0.0225, 23.5 / width)
    x, y = 20 - width * size / 2, 20.5 + font["cap_height"] * size / 2
    drawn = []
    for glyph in glyphs:
        drawn.append(
            f'<path transform="translate({x:.2f} {y:.2f}) scale({size:.5f} -{size:.5f})" d="{glyph["path"]}"/>'
        )
        x += glyph["width"] * size
    return f'<g fill="#ffffff">{"".join(drawn)}</g>'


def _arms(arms: Arms, scale: float) -> str:
    side = SIDE * scale
    at = (SIDE - side) / 2
    place = f'x="{at:.1f}" y="{at:.1f}" width="{side:.1f}" height="{side:.1f}"'
    if arms.media_type == SVG:
        return arms.data.decode().replace("<svg ", f"<svg {place} ", 1)
    return f'<image {place} href="data:{arms.media_type};base64,{base64.b64encode(arms.data).decode()}"/>'


@lru_cache(maxsize=1)
def _glyphs() -> dict[str, Any]:
    return cast(
        dict[str, Any], json.loads((Path(reference.__file__).parent / "glyphs.json").read_text(encoding="utf-8"))
    )
