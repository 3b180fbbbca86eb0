# SPDX-License-Identifier: EUPL-1.2
"""What the values of a tenant file mean together: identity, hosts, colours, links. Asks no database.

Each check gives (path, message) pairs and looks only at values whose shape is right: one mistake gives one message.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from backend import reference
from backend.tenants import theme
from backend.tenants.arms import BadArms, read_arms
from backend.tenants.check_defects import modules_of
from backend.tenants.hosts import normalise
from backend.tenants.icons import drawable

Data = dict[str, Any]
Found = Iterator[tuple[tuple[str | int, ...], str]]

IDENTITY = {
    "name": '"Musterstadt"',
    "kind": '"Stadt"',
    "ars": '"120690020020"',
    "postcode": '"14806"',
    "latitude": "52.1406",
    "longitude": "12.5867",
}
PAGE_ROOTS = ("", "suche", "mehr", "seiten")
MODULE_ROOTS = {"aktuelles": "news", "termine": "events", "maengel": "defects", "dienste": "services"}
LINKS = ("https://", "tel:", "mailto:")


def check_identity(data: Data, absent: Iterable[str]) -> Found:
    """Known in the reference data, or described completely. `absent`: keys that do not stand in the file at all."""
    ags = data.get("ags")
    if ags is None:
        return
    known = reference.find(ags)
    missing = [key for key in IDENTITY if key in absent]
    if known is None and missing:
        if ags.startswith("12"):
            yield ("ags",), _unknown_ags(ags)
            return
        for key in missing:
            yield (key,), f"is missing: for {ags} the product knows no facts yet. Add the line {key} = {IDENTITY[key]}."
    if "ars" in data and (data["ars"][:5] != ags[:5] or data["ars"][-3:] != ags[-3:]):
        yield (
            ("ars",),
            f'"{data["ars"]}" does not fit ags "{ags}": the first 5 and last 3 digits must be the same. Correct one.',
        )
    yield from _check_place(data, absent if known else ())


def _unknown_ags(ags: str) -> str:
    near = min(
        reference.municipalities().values(), key=lambda one: sum(a != b for a, b in zip(one.ags, ags, strict=True))
    )
    return (
        f'"{ags}" is not in the directory of Brandenburg (end of 2023). Did you mean "{near.ags}" ({near.name})? '
        f"For a municipality that is newer, also write {', '.join(IDENTITY)}."
    )


def _check_place(data: Data, absent: Iterable[str]) -> Found:
    for one, two in (("latitude", "longitude"), ("longitude", "latitude")):
        if one in data and two in absent:
            yield (one,), f"stands alone. Write {two} as well, or remove {one}."
    box = data.get("bbox")
    if box and not (box[0] < box[2] and box[1] < box[3]):
        yield ("bbox",), "is not in order. Write [west, south, east, north], for example [12.43, 52.06, 12.73, 52.28]."


def check_hosts(data: Data) -> Found:
    """Host names only, each once."""
    seen: set[str] = set()
    for position, written in enumerate(data.get("hosts", [])):
        bare = written.split("://")[-1].split("/")[0]
        host = normalise(bare)
        where = ("hosts", position)
        if host is None or "." not in host:
            yield where, f'"{written}" is not a host name. Write it like "app.example.org".'
        elif bare != written or ":" in bare:
            yield where, f'"{written}" is a web address. Write the host only: "{host}".'
        elif host.endswith(".localhost"):
            yield (
                where,
                f'"{written}" works in development by itself. Remove it and write the public host, or no hosts at all.',
            )
        elif host in seen:
            yield where, f'"{written}" stands twice. Remove one.'
        if host:
            seen.add(host)


def check_theme(data: Data, folder: Path) -> Found:
    """Colours that are colours and can be read; initials that can be drawn; arms that are safe."""
    given = data.get("theme", {})
    broken = False
    for key in ("brand", "brand_night", "accent"):
        try:
            if key in given:
                theme.parse(given[key])
        except theme.UnreadableColour:
            broken = broken or key != "accent"
            yield ("theme", key), f'"{given[key]}" is not a colour. Write it as "#0a4e40" or as "oklch(38% .068 174)".'
    if not broken:
        for fault in theme.faults(given.get("brand"), given.get("brand_night")):
            yield (
                ("theme", fault.colour),
                f"cannot be read: {fault.seen}, {fault.foreground} on {fault.background}, has a contrast of "
                f'{fault.ratio:.1f} : 1 and needs {fault.needed:g} : 1. Write {fault.colour} = "{fault.suggestion}".',
            )
    if "initials" in given and not drawable(given["initials"]):
        yield (
            ("theme", "initials"),
            f'"{given["initials"]}" cannot be drawn. Write one or two letters, for example "BB".',
        )
    if "arms" in given:
        try:
            read_arms(given["arms"], folder)
        except BadArms as error:
            yield ("theme", "arms"), str(error)


def check_quick_actions(data: Data) -> Found:
    """Tiles that lead somewhere: into a part of the app that is on, or out by https, phone or mail."""
    modules = modules_of(data)
    for position, action in enumerate(data.get("quick_actions", [])):
        href = action.get("href")
        if href is None:
            continue
        where = ("quick_actions", position, "href")
        root = href[1:].split("?")[0].split("#")[0].split("/")[0]
        if href.startswith("/") and not href.startswith("//"):
            module = MODULE_ROOTS.get(root)
            if module and module not in modules:
                yield (
                    where,
                    f'"{href}" belongs to the module "{module}", which is off. Add it to modules, or link elsewhere.',
                )
            elif not module and root not in PAGE_ROOTS:
                roots = ", ".join(f"/{name}" for name in (*MODULE_ROOTS, *PAGE_ROOTS[1:]))
                yield where, f'there is no page "{href}" in the app. Write an address below {roots}.'
        elif not href.startswith(LINKS) or len(href.split(":", 1)[1].strip("/")) < 3:
            yield (
                where,
                f'"{href}" leads nowhere. Write a page such as "/aktuelles", or begin with https://, tel: or mailto:.',
            )


def check_lists(data: Data) -> Found:
    """Keys that must be different from each other, categories that exist, days in order."""
    yield from twice(("pages",), "key", [page.get("key") for page in data.get("pages", [])])
    for section, usual in DEFAULT_CATEGORIES.items():
        yield from _check_feature(section, data.get(section, {}), usual)
    for position, holiday in enumerate(data.get("events", {}).get("school_holidays", [])):
        if holiday.get("first_day", "") > holiday.get("last_day", "9"):
            where = ("events", "school_holidays", position, "last_day")
            yield where, f"lies before {holiday['first_day']}. Write first_day and last_day in this order."


def _check_feature(section: str, own: Data, usual: dict[str, str]) -> Found:
    categories, sources = own.get("categories", []), own.get("sources", [])
    yield from twice((section, "categories"), "name", [_category_slug(category) for category in categories])
    yield from twice((section, "sources"), "key", [source.get("key") for source in sources])
    yield from twice((section, "sources"), "url", [source.get("url") for source in sources])
    known = [slug for category in categories if (slug := _category_slug(category))]
    for position, source in enumerate(sources):
        wanted = source.get("category")
        if wanted is None or wanted in known or (not categories and wanted in usual):
            continue
        options = known or list(usual)
        near = get_close_matches(reference.slug_of(wanted), options, 1) or options[:1]
        yield (
            (section, "sources", position, "category"),
            f'"{wanted}" is not the slug of a category. Write "{near[0]}", or add it under [[{section}.categories]].',
        )


# The topics of a file that names none.
DEFAULT_CATEGORIES = {
    "news": {"rathaus": "Rathaus", "verkehr": "Verkehr", "familie": "Familie", "freizeit": "Freizeit"},
    "events": {
        "musik": "Musik und Bühne",
        "familie": "Kinder und Familie",
        "fest": "Markt und Fest",
        "sitzung": "Sitzung, öffentlich",
        "natur": "Sport und Natur",
        "treffen": "Treffen und Vereine",
    },
}


def _category_slug(category: Data) -> str | None:
    return category.get("slug") or (reference.slug_of(category["name"]) if "name" in category else None)


def twice(path: tuple[str | int, ...], key: str, values: list[str | None]) -> Found:
    """Values that stand there for the second time."""
    counts = Counter(value for value in values if value)
    for position, value in enumerate(values):
        if value and counts[value] > 1 and values.index(value) != position:
            yield (*path, position, key), f'"{value}" stands twice. Give this one another {key}, or remove it.'
