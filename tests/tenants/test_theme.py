# SPDX-License-Identifier: EUPL-1.2
"""The theme: the design's colours come out, and what cannot be read is refused."""

import re

import pytest
from coloraide import Color

from backend.tenants.theme import ACTION, ON_ACTION, PAIRS, UnreadableColour, compile_theme, faults, night_of, parse

DESIGN_BRANDS = [
    (None, None),
    ("oklch(40% .115 252)", "oklch(80% .08 250)"),
    ("oklch(41% .115 28)", "oklch(81% .085 35)"),
]


def test_the_default_brand_gives_the_colours_of_the_design() -> None:
    theme = compile_theme()
    assert (theme.light[ACTION], theme.light[ON_ACTION]) == ("#0a4e40", "#ffffff")
    assert (theme.light["--sv-tint"], theme.light["--sv-tint2"]) == ("#e5f5ef", "#cfe8e0")
    assert (theme.dark[ACTION], theme.dark[ON_ACTION]) == ("#87d3b9", "#071713")
    assert (theme.dark["--sv-tint"], theme.dark["--sv-tint2"]) == ("#152e28", "#1f3f36")
    assert theme.light["--kern-color-layout-background-hued"] == theme.light["--sv-paper"] == "#f7f6f1"
    assert theme.dark["--kern-color-layout-background-default"] == theme.dark["--sv-card"] == "#121c1a"


def test_text_on_the_drawing_has_the_contrast_that_the_design_measured() -> None:
    theme = compile_theme()
    ratios = [
        Color(tokens["--kern-color-layout-text-default"]).contrast(Color(tokens[ground]))
        for tokens in (theme.light, theme.dark)
        for ground in ("--a-sky", "--a-hor")
    ]
    assert [round(ratio, 1) for ratio in ratios] == [13.1, 15.1, 12.6, 7.5]


@pytest.mark.parametrize(("brand", "night"), DESIGN_BRANDS)
def test_the_brands_that_the_design_checked_pass(brand: str | None, night: str | None) -> None:
    assert faults(brand, night) == []


def test_the_sheet_holds_nothing_but_hex_for_day_night_and_auto() -> None:
    css = compile_theme("#7a1f1f").css
    assert "oklch" not in css and "color-mix" not in css
    assert re.findall(r"([^\s{}][^{}]*)\{", css) == [
        "html:root",
        "html[data-kern-theme=dark]:root",
        "@media (prefers-color-scheme:dark)",
        "html:root:not([data-kern-theme=light])",
    ]
    values = re.findall(r"--[a-z0-9-]+:([^;}]+)", css)
    assert values and all(re.fullmatch(r"#[0-9a-f]{6}", value) for value in values)


def test_day_and_night_set_the_same_tokens() -> None:
    theme = compile_theme()
    assert theme.light.keys() == theme.dark.keys()
    assert sum(name.startswith("--a-") for name in theme.light) == 24


def test_the_version_follows_the_colours() -> None:
    assert compile_theme().version == compile_theme().version
    assert compile_theme().version != compile_theme("#064883").version


@pytest.mark.parametrize("brand", ["#0066cc", "#ffcc00", "oklch(60% .1 200)", "#ff0000", "#777"])
def test_a_brand_that_cannot_be_read_is_refused_with_one_that_can(brand: str) -> None:
    found = faults(brand, None)
    assert [fault.colour for fault in found] == ["brand"]
    assert found[0].ratio < found[0].needed
    assert faults(found[0].suggestion, None) == []


def test_a_night_colour_that_cannot_be_read_is_refused_with_one_that_can() -> None:
    found = faults("#0a4e40", "#333333")
    assert [fault.colour for fault in found] == ["brand_night"]
    assert "by night" in found[0].seen
    assert faults("#0a4e40", found[0].suggestion) == []


@pytest.mark.parametrize("brand", ["#000000", "#064883", "#7a1f1f", "#3b0a5c"])
def test_a_night_colour_derived_from_a_good_brand_can_be_read(brand: str) -> None:
    dark = compile_theme(brand).dark
    for foreground, background, needed, _seen in PAIRS:
        assert Color(dark[foreground]).contrast(Color(dark[background])) >= needed
    assert parse(night_of(brand))["lightness"] > 0.8


@pytest.mark.parametrize("text", ["grün", "red", "rgb(1,2,3)", "#12345", "oklch(38% .068 174 / .5)", "#0a4e4080", ""])
def test_only_two_spellings_are_colours(text: str) -> None:
    with pytest.raises(UnreadableColour):
        parse(text)
