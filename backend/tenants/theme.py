# SPDX-License-Identifier: EUPL-1.2
"""Three colours of a municipality → the whole theme in hex, and the proof that it can be read. Knows no database.

Old Android WebViews know neither oklch() nor color-mix(), so all mixing happens here.
"""

import hashlib
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from coloraide import Color

from backend.tenants.palette import (
    ART_DARK,
    ART_LIGHT,
    DARK,
    DEFAULT_ACCENT,
    DEFAULT_BRAND,
    DEFAULT_BRAND_NIGHT,
    LIGHT,
    SAME,
    Mix,
    Recipe,
    Shade,
)

ACTION = "--kern-color-action-default"
ON_ACTION = "--kern-color-action-on-default"
TEXT = "--kern-color-layout-text-default"
WRITTEN = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})|oklch\([^()]*\)", re.IGNORECASE)
READABLE, ENHANCED = 4.5, 7.0
NIGHT_LIGHTNESS, NIGHT_CHROMA = 0.81, 0.085
# (foreground, background, least ratio, what people see): WCAG 2.2, 1.4.3; 7 for text on the drawing (1.4.6).
PAIRS = (
    (ACTION, "--sv-card", READABLE, "links on cards"),
    (ACTION, "--sv-paper", READABLE, "links on the page"),
    (ACTION, "--sv-tint", READABLE, "icons on tinted tiles"),
    (ACTION, "--sv-sunken", READABLE, "links in notes"),
    (ON_ACTION, ACTION, READABLE, "words on filled buttons"),
    (TEXT, "--a-sky", ENHANCED, "the name on the sky"),
    (TEXT, "--a-hor", ENHANCED, "the name on the horizon"),
)


class UnreadableColour(ValueError):
    """The text is not a colour in one of the two spellings."""


@dataclass(frozen=True)
class Theme:
    """A compiled theme. Both dicts map token names to hex; `version` changes with every byte of `css`."""

    light: dict[str, str]
    dark: dict[str, str]
    css: str
    version: str


@dataclass(frozen=True)
class Fault:
    """A pair that cannot be read. `colour` is "brand" or "brand_night"; `suggestion` is one that passes."""

    colour: str
    seen: str
    foreground: str
    background: str
    ratio: float
    needed: float
    suggestion: str


def parse(text: str) -> Color:
    """A colour from `#0a4e40`, `#abc` or `oklch(38% .068 174)`. Raises UnreadableColour."""
    if not WRITTEN.fullmatch(text.strip()):
        raise UnreadableColour(text)
    try:
        colour = Color(text.strip().lower()).convert("oklch")
    except ValueError as error:
        raise UnreadableColour(text) from error
    if colour.alpha() != 1:
        raise UnreadableColour(text)
    return colour.normalize(nans=False)


def night_of(brand: str) -> str:
    """A night colour for a brand that names none: light, of the same hue, never more vivid than the design's."""
    _lightness, chroma, hue = parse(brand)[:3]
    return f"oklch({NIGHT_LIGHTNESS:.0%} {min(chroma * 1.25, NIGHT_CHROMA):.3f} {hue:.0f})"


@lru_cache(maxsize=512)
def compile_theme(brand: str | None = None, brand_night: str | None = None, accent: str | None = None) -> Theme:
    """The whole theme; without a brand the design's, without a night colour a derived one. Raises UnreadableColour."""
    night = brand_night or (night_of(brand) if brand else DEFAULT_BRAND_NIGHT)
    brand = brand or DEFAULT_BRAND
    own = {"--sv-brand": brand, "--sv-brand-night": night, "--sv-accent": accent or DEFAULT_ACCENT}
    light = _tokens(parse(brand), {**own, ACTION: brand, **LIGHT, **ART_LIGHT})
    dark = _tokens(parse(brand), {**own, ACTION: night, **DARK, **ART_DARK})
    css = _sheet(light, dark)
    return Theme(light, dark, css, hashlib.blake2b(css.encode(), digest_size=5).hexdigest())


def faults(brand: str | None, brand_night: str | None) -> list[Fault]:
    """The worst unreadable pair that each given colour is to blame for, or nothing. Raises UnreadableColour.

    A night colour is judged beside a day colour that passes, so that one mistake gives one fault.
    """
    day = brand or DEFAULT_BRAND
    night = brand_night or (night_of(brand) if brand else DEFAULT_BRAND_NIGHT)
    found = []
    if fault := _worst("brand", day, night):
        day = fault.suggestion
        found.append(fault)
    if brand_night and (fault := _worst("brand_night", day, night)):
        found.append(fault)
    return found


def _worst(blamed: str, day: str, night: str) -> Fault | None:
    failing = [fault for fault in _failing(day, night) if fault.colour == blamed]
    if not failing:
        return None
    worst = min(failing, key=lambda fault: fault.ratio / fault.needed)
    return replace(worst, suggestion=_passing(blamed, day, night))


def _passing(blamed: str, day: str, night: str) -> str:
    """The nearest lightness that passes: a day colour gets darker, a night colour lighter. Black and white pass."""
    given = day if blamed == "brand" else night
    lightness, chroma, hue = parse(given)[:3]
    step = -0.005 if blamed == "brand" else 0.005
    while 0 < lightness < 1:
        lightness += step
        colour = Color("oklch", [min(max(lightness, 0), 1), chroma, hue])
        text = _hex(colour) if given.lstrip().startswith("#") else f"oklch({lightness:.1%} {chroma:.3f} {hue:.0f})"
        tried = (text, night) if blamed == "brand" else (day, text)
        if not any(fault.colour == blamed for fault in _failing(*tried)):
            return text
    return "#000000" if blamed == "brand" else "#ffffff"


def _failing(day: str, night: str) -> list[Fault]:
    brand = parse(day)
    found = []
    scenes: tuple[tuple[bool, dict[str, Recipe]], ...] = (
        (False, {ACTION: day, **LIGHT, **ART_LIGHT}),
        (True, {ACTION: night, **DARK, **ART_DARK}),
    )
    for dark, recipes in scenes:
        for foreground, background, needed, seen in PAIRS:
            front, back = _value(brand, recipes[foreground]), _value(brand, recipes[background])
            ratio = float(Color(front).contrast(Color(back), method="wcag21"))
            if ratio < needed:
                # The night drawing is mixed from the day colour.
                blamed = "brand_night" if dark and not background.startswith("--a-") else "brand"
                where = f"{seen}, by night" if dark else seen
                found.append(Fault(blamed, where, front, back, ratio, needed, ""))
    return found


def _tokens(brand: Color, recipes: dict[str, Recipe]) -> dict[str, str]:
    tokens = {name: _value(brand, recipe) for name, recipe in recipes.items()}
    return tokens | {name: tokens[source] for name, source in SAME.items()}


def _value(brand: Color, recipe: Recipe) -> str:
    if isinstance(recipe, Shade):
        return _hex(Color("oklch", [recipe.lightness, brand["chroma"] * recipe.chroma, brand["hue"]]))
    if isinstance(recipe, Mix):
        return _hex(Color(recipe.other).mix(brand, recipe.share, space="oklab"))
    return _hex(parse(recipe))


def _hex(colour: Color) -> str:
    # Clipping per channel is what browsers do with oklch() outside sRGB, so the design's own values come out.
    return str(colour.convert("srgb").clip().to_string(hex=True))


def _sheet(light: dict[str, str], dark: dict[str, str]) -> str:
    day, night = (";".join(f"{name}:{value}" for name, value in tokens.items()) for tokens in (light, dark))
    return (
        f"html:root{{color-scheme:light;{day}}}\n"
        f"html[data-kern-theme=dark]:root{{color-scheme:dark;{night}}}\n"
        f"@media (prefers-color-scheme:dark){{html:root:not([data-kern-theme=light]){{color-scheme:dark;{night}}}}}\n"
    )
