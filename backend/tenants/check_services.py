# SPDX-License-Identifier: EUPL-1.2
"""What `[services]` of a tenant file means: its mistakes. Asks no database.

An entry with the key of one of the Land's common services is the municipality's own words for that; any other is a
service of its own.
"""

import json
import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from typing import Any

from backend.reference.laender import Template, land_of, situations
from backend.tenants.checks import twice
from backend.tenants.file_hours import Unclear, read_spans, read_week
from backend.tenants.outward import link_hosts, may_lead

Data = dict[str, Any]
Path = tuple[str | int, ...]
Found = Iterator[tuple[Path, str]]
SERVICES = "services"
BRANDENBURG = "12"
PLACEHOLDERS = ("ars", "ags", "plz", "leika", "portal_id")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
# What a kind of source must have, and what else it may have.
NEEDS = {"xzufi": ("url",), "pvog": (), "infodienste": ("area_id",)}
MAY = {"xzufi": ("area_ids", "complete"), "pvog": ("url", "client_id", "words", "paths"), "infodienste": ("url",)}
EVERY_KIND = ("key", "name", "kind", "may_shrink")
FOLDER = re.compile(r"(?!/)(?!.*\.\.)[\w./ -]+")


def check_services(data: Data) -> Found:
    """What is wrong in `[services]`."""
    own, ags = data.get(SERVICES, {}), data.get("ags")
    if ags is None:
        return
    templates = land_of(ags).templates
    if "bus_bb" in own and not ags.startswith(BRANDENBURG):
        yield (SERVICES, "bus_bb"), "is about Brandenburg's portal, and this municipality lies elsewhere. Remove it."
    portal = own.get("portal", {})
    for name in ("url", "page", "search"):
        yield from _check_address((SERVICES, "portal", name), portal.get(name), data)
    if _PLACEHOLDER.search(portal.get("url", "")):
        yield (SERVICES, "portal", "url"), "is the portal's first page. Write what has {…} as page or search."
    keys = {entry["key"] for entry in own.get("entries", []) if "key" in entry} | templates.keys()
    yield from _check_entries(data, own, templates)
    yield from _check_offices(own.get("offices", []), keys)
    for name in ("hidden", "top"):
        yield from _check_keys((SERVICES, name), own.get(name, []), keys)
    yield from _check_sources(own.get("sources", []))


def hosts_of(data: Data) -> frozenset[str]:
    """Where links of this municipality may lead to."""
    own = data.get(SERVICES, {})
    addresses = (data.get("contact", {}).get("website"), own.get("portal", {}).get("url"), _portal_url(data["ags"]))
    return link_hosts(data["ags"], (*own.get("link_hosts", ()), *data.get("hosts", ())), addresses)


def _portal_url(ags: str) -> str | None:
    portal = land_of(ags).portal
    return portal.url if portal else None


def _check_entries(data: Data, own: Data, templates: dict[str, Template]) -> Found:
    entries = own.get("entries", [])
    yield from twice((SERVICES, "entries"), "key", [entry.get("key") for entry in entries])
    yield from twice((SERVICES, "entries"), "leika_key", [entry.get("leika_key") for entry in entries])
    by_leika = {template.leika_key: template for template in templates.values() if template.leika_key}
    for position, entry in enumerate(entries):
        here, key = (SERVICES, "entries", position), entry.get("key")
        if key is None:
            continue
        common = by_leika.get(entry.get("leika_key"))
        if key in templates and "leika_key" in entry:
            yield (*here, "leika_key"), f'stands already in the Land\'s "{key}". Remove the line.'
        elif common is not None:
            yield (*here, "leika_key"), f'is that of a common service. Write key = "{common.key}" instead.'
        if key not in templates and "title" not in entry:
            near = get_close_matches(key, templates, 1, 0.8)
            cure = f'Write title = "…", or mean a common service: key = "{near[0]}".' if near else 'Write title = "…".'
            yield (*here, "title"), f"is missing: the Land has no service of this key. {cure}"
        situation = entry.get("situation")
        if situation is not None and situation not in situations():
            near = get_close_matches(situation, situations(), 1, 0) or ["weitere"]
            words = f'Write "{near[0]}", or one of: {", ".join(situations())}.'
            yield (*here, "situation"), f'"{situation}" is not known here. {words}'
        for short, code in (("text", "06"), ("needs", "08")):
            if short in entry and code in entry.get("modules", {}):
                yield (*here, short), f"stands twice: module {code} is the same. Remove one of them."
        yield from _check_address((*here, "url"), entry.get("url"), data)


def _check_address(path: Path, url: str | None, data: Data) -> Found:
    if url is None:
        return
    mistakes = list(_check_placeholders(path, url))
    yield from mistakes
    if not mistakes and not may_lead(_PLACEHOLDER.sub("0", url), hosts_of(data)):
        yield (
            path,
            f'"{url}" leads to a host that nobody has named. If it is right, write it below [services]: '
            'link_hosts = ["…"].',
        )


def _check_placeholders(path: Path, url: str) -> Found:
    for name in _PLACEHOLDER.findall(url):
        if name not in PLACEHOLDERS:
            known = ", ".join(f"{{{one}}}" for one in PLACEHOLDERS)
            yield path, f"{{{name}}} is not known here. Write one of: {known}."


def _check_offices(offices: list[Data], keys: Collection[str]) -> Found:
    yield from twice((SERVICES, "offices"), "key", [office.get("key") for office in offices])
    for position, office in enumerate(offices):
        here: Path = (SERVICES, "offices", position)
        for one, two in (("latitude", "longitude"), ("longitude", "latitude")):
            if one in office and two not in office:
                yield (*here, one), f"stands alone. Write {two} as well, or remove {one}."
        for row, line in enumerate(office.get("hours", [])):
            try:
                read_week([line])
            except Unclear as error:
                yield (*here, "hours", row), f'{error} Write for example "Mo-Fr 9-12" or "Di 9-12, 13-18 (mit Termin)".'
        for number, exception in enumerate(office.get("exceptions", [])):
            yield from _check_exception((*here, "exceptions", number), exception)
        yield from _check_keys((*here, "services"), office.get("services", []), keys)


def _check_exception(here: Path, exception: Data) -> Found:
    if exception.get("first_day", "") > exception.get("last_day", "9"):
        yield (*here, "last_day"), f"lies before {exception['first_day']}. Write first_day and last_day in this order."
    try:
        read_spans(exception.get("hours", "9-12"))
    except Unclear as error:
        yield (*here, "hours"), f'{error} Write for example "10-12"; remove the line if it is closed.'


def _check_keys(path: Path, wanted: list[str], keys: Collection[str]) -> Found:
    for position, key in enumerate(wanted):
        if key in keys:
            continue
        near = sorted(known for known in keys if known.startswith(f"{key}-")) or get_close_matches(key, keys, 1, 0)
        cure = f"Write {' or '.join(map(json.dumps, near))}, or add it below [[services.entries]]."
        yield (*path, position), f'"{key}" is not the key of a service. {cure}'


def _check_sources(sources: list[Data]) -> Found:
    yield from twice((SERVICES, "sources"), "key", [source.get("key") for source in sources])
    for position, source in enumerate(sources):
        here, kind = (SERVICES, "sources", position), source.get("kind")
        if kind not in NEEDS:
            continue
        for name in NEEDS[kind]:
            if name not in source:
                yield (*here, name), f'is missing: kind "{kind}" needs it. Add the line {name} = "…".'
        for name in source:
            if name not in (*EVERY_KIND, *NEEDS[kind], *MAY[kind]):
                yield (*here, name), f'is nothing that kind "{kind}" knows. Remove it.'
        url = source.get("url")
        if url and not url.startswith("https://") and (kind != "xzufi" or not FOLDER.fullmatch(url)):
            also = ", or the name of a folder below the imports" if kind == "xzufi" else ""
            yield (*here, "url"), f'"{url}" cannot be read from. Write an address with https://{also}.'
