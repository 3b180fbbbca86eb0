# SPDX-License-Identifier: EUPL-1.2
"""The recipes of the theme: every token of the look, by day and by night. Data only; theme.py mixes and checks it.

A recipe is a finished colour, a Shade of the brand, or a Mix of the brand into another colour, in OKLab.
"""

from typing import NamedTuple

DEFAULT_BRAND = "oklch(38% .068 174)"
DEFAULT_BRAND_NIGHT = "oklch(81% .085 170)"
DEFAULT_ACCENT = "oklch(72% .13 70)"


class Shade(NamedTuple):
    """The brand's hue at this lightness (0-1), its chroma times a factor."""

    lightness: float
    chroma: float


class Mix(NamedTuple):
    """This share (0-1) of the brand in another colour."""

    share: float
    other: str


Recipe = str | Shade | Mix

# Several names share a value: KERN's token and ours.
LIGHT: dict[str, Recipe] = {
    "--kern-color-action-on-default": "#ffffff",
    "--sv-paper": "#f7f6f1",
    "--sv-card": "#ffffff",
    "--sv-sunken": "#efede7",
    "--sv-tint": Shade(0.956, 0.26),
    "--sv-tint2": Shade(0.91, 0.42),
    "--kern-color-layout-text-default": "#121d1b",
    "--kern-color-layout-text-muted": "#485451",
    "--kern-color-form-input-border": "#5b6662",
    "--kern-color-layout-border": "#737d77",
    "--kern-color-decorative-border-default": "#dedcd6",
    "--kern-color-feedback-danger": "#c31c13",
    "--kern-color-feedback-danger-background": "#fee4e0",
    "--sv-red": "#c31c13",
    "--sv-red-bg": "#fee8e5",
    "--sv-yellow": "#f4c43a",
    "--sv-yellow-ink": "#784e00",
    "--sv-yellow-glyph": "#3a2400",
    "--sv-yellow-bg": "#fbf0cf",
    "--sv-green": "#0b6d32",
    "--sv-green-glyph": "#ffffff",
    "--sv-green-bg": "#e0f5e5",
    "--sv-gy-ink": "#14361d",
    "--sv-gy-bar": "#ffffff",
    "--sv-gy-bg": "#eff5db",
}
DARK: dict[str, Recipe] = {
    "--kern-color-action-on-default": Shade(0.19, 0.35),
    "--sv-paper": "#091110",
    "--sv-card": "#121c1a",
    "--sv-sunken": "#1c2625",
    "--sv-tint": Shade(0.28, 0.5),
    "--sv-tint2": Shade(0.34, 0.6),
    "--kern-color-layout-text-default": "#eeefea",
    "--kern-color-layout-text-muted": "#b1bab5",
    "--kern-color-form-input-border": "#8a9591",
    "--kern-color-layout-border": "#727d7a",
    "--kern-color-decorative-border-default": "#273130",
    "--kern-color-feedback-danger": "#fb998c",
    "--kern-color-feedback-danger-background": "#3b1815",
    "--sv-red": "#f57567",
    "--sv-red-bg": "#481b17",
    "--sv-yellow": "#f2c44a",
    "--sv-yellow-ink": "#f2c44a",
    "--sv-yellow-glyph": "#2d1b00",
    "--sv-yellow-bg": "#382c11",
    "--sv-green": "#56bd78",
    "--sv-green-glyph": "#041608",
    "--sv-green-bg": "#152f1f",
    "--sv-gy-ink": "#07150a",
    "--sv-gy-bar": "#ffffff",
    "--sv-gy-bg": "#292e17",
}
# Further names that repeat another token's colour.
SAME = {
    "--kern-color-layout-background-hued": "--sv-paper",
    "--kern-color-layout-background-default": "--sv-card",
    "--kern-color-layout-background-default-surface": "--sv-card",
    "--kern-color-form-input-background": "--sv-card",
    "--kern-color-action-focus-default": "--kern-color-layout-text-default",
    "--kern-color-action-visited": "--kern-color-action-default",
    "--kern-color-layout-text-inverse": "--sv-paper",
}
ART_LIGHT: dict[str, Recipe] = {
    "--a-sky": Mix(0.09, "oklch(95.5% .03 225)"),
    "--a-hor": "oklch(95.5% .03 84)",
    "--a-skyw": "oklch(94.5% .03 80)",
    "--a-sun": "oklch(85% .12 80)",
    "--a-star": "#ffffff",
    "--a-1": Mix(0.27, "oklch(95% .02 100)"),
    "--a-2": Mix(0.46, "oklch(94% .03 105)"),
    "--a-3": Mix(0.76, "oklch(88% .05 110)"),
    "--a-4": Mix(1.0, "#000000"),
    "--a-field": "oklch(87% .07 96)",
    "--a-path": "oklch(93.5% .03 88)",
    "--a-wall": "oklch(97% .01 85)",
    "--a-wall2": "oklch(89.5% .02 80)",
    "--a-wall3": "oklch(62% .03 60)",
    "--a-roof": "oklch(61% .13 42)",
    "--a-roof2": "oklch(46% .08 40)",
    "--a-win": Mix(0.6, "#444455"),
    "--a-ink": "oklch(33% .03 180)",
    "--a-ink2": Mix(0.6, "#10151a"),
    "--a-dusk": Mix(0.62, "oklch(50% .07 250)"),
    "--a-glow": "oklch(86% .11 78)",
    "--a-water": "oklch(76% .07 215)",
    "--a-asph": "oklch(55% .01 230)",
    "--a-bird": Mix(0.6, "#ffffff"),
}
ART_DARK: dict[str, Recipe] = {
    "--a-sky": Mix(0.42, "oklch(20% .04 240)"),
    "--a-hor": Mix(0.7, "oklch(48% .06 60)"),
    "--a-skyw": Mix(0.4, "oklch(34% .04 60)"),
    "--a-sun": "oklch(91% .05 95)",
    "--a-star": "oklch(90% .02 95)",
    "--a-1": Mix(0.66, "oklch(42% .04 220)"),
    "--a-2": Mix(0.82, "oklch(28% .03 200)"),
    "--a-3": Mix(0.62, "#0a1214"),
    "--a-4": Mix(0.4, "#060b0c"),
    "--a-field": Mix(0.5, "oklch(42% .05 95)"),
    "--a-path": "oklch(54% .03 95)",
    "--a-wall": "oklch(74% .03 85)",
    "--a-wall2": "oklch(58% .02 80)",
    "--a-wall3": "oklch(46% .03 60)",
    "--a-roof": "oklch(52% .1 42)",
    "--a-roof2": "oklch(40% .07 40)",
    "--a-win": "oklch(86% .12 82)",
    "--a-ink": "oklch(22% .02 180)",
    "--a-ink2": "oklch(17% .02 190)",
    "--a-dusk": Mix(0.6, "oklch(30% .06 250)"),
    "--a-glow": "oklch(80% .11 75)",
    "--a-water": "oklch(52% .06 220)",
    "--a-asph": "oklch(40% .01 230)",
    "--a-bird": "oklch(74% .02 170)",
}
