# SPDX-License-Identifier: EUPL-1.2
"""What a Land gives each of its municipalities: portals and where their pages are, the common services with their keys,
the bodies that legal pages name. Reads its own files only; `bund.toml` holds in every Land."""

import csv
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from backend.reference.holidays import LANDS

HERE = Path(__file__).parent
OTHER = "weitere"  # the situation of what nobody has filed


@dataclass(frozen=True, slots=True)
class Situation:
    """A situation in life (Lebenslage) under which services are found; `icon` is a name of the icon set."""

    slug: str
    name: str
    icon: str


@dataclass(frozen=True, slots=True)
class Portal:
    """A portal that describes services. `page` is the address of one of them, with {portal_id} or {leika} and perhaps
    {ars} {ags} {plz}; `search` is where one looks for the others; `owner` is whom it belongs to."""

    name: str
    owner: str
    url: str
    page: str
    search: str


@dataclass(frozen=True, slots=True)
class Online:
    """Where a service is applied for online; `level` is one of services.models.Reach."""

    title: str
    url: str
    level: str


@dataclass(frozen=True, slots=True)
class Template:
    """A common service in citizens' words. `leika_key` (14 digits) is None where nobody has found one; `portal_id` is
    the portal's number of it; `needs` are (what to bring, hint)."""

    key: str
    leika_key: str | None
    situation: str
    title: str
    title_formal: str
    synonyms: tuple[str, ...]
    teaser: str
    needs: tuple[tuple[str, str], ...] = ()
    deadline: str | None = None
    portal_id: str | None = None
    online: tuple[Online, ...] = ()


@dataclass(frozen=True, slots=True)
class Legal:
    """Bodies that the legal pages of every municipality of a Land must name. Safe HTML inside `<p>`."""

    accessibility_law: str
    accessibility_monitoring: str
    accessibility_enforcement: str
    data_protection_law: str
    data_protection_authority: str


@dataclass(frozen=True, slots=True)
class Land:
    """A Land. `portal` is None where the product knows none: then the Bundesportal stands for it. `hosts` are the ends
    of host names to which links may lead; `top` are keys of templates, asked for most first."""

    name: str
    portal: Portal | None
    hosts: tuple[str, ...]
    top: tuple[str, ...]
    templates: dict[str, Template]
    legal: Legal | None


@lru_cache(maxsize=1)
def situations() -> dict[str, Situation]:
    """By slug, in the order in which residents see them; the last is that of everything else."""
    return {row["slug"]: Situation(**row) for row in _read("bund")["situations"]}


@lru_cache(maxsize=1)
def bundesportal() -> Portal:
    """The federal portal, which describes every service that has a LeiKa key."""
    return Portal(**_read("bund")["portal"])


def land_of(ags: str) -> Land:
    """The Land of a municipality (AGS or ARS)."""
    return _land(ags[:2])


def read_needs(lines: Iterable[str]) -> list[tuple[str, str]]:
    """What to bring, as files write it ("Passfoto ~ Vom Fotostudio") → (what, hint or "")."""
    parts = (line.partition("~") for line in lines)
    return [(what.strip(), hint.strip()) for what, _tilde, hint in parts]


def needs_html(needs: Iterable[tuple[str, str]]) -> str:
    """The same as a list in safe HTML; "" for nothing."""
    items = ("<br>".join(escape(part, quote=False) for part in need if part) for need in needs)
    found = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{found}</ul>" if found else ""


@lru_cache(maxsize=len(LANDS))
def _land(number: str) -> Land:
    federal, own = _read("bund"), _read(LANDS[number].lower())
    online: dict[str, tuple[Online, ...]] = {}
    for row in (*own.get("online", ()), *federal["online"]):
        found = Online(row["title"], row["url"], row["level"])
        online[row["service"]] = (*online.get(row["service"], ()), found)
    ids = own.get("portal_ids", {})
    rows = [row for row in _common() if row["key"] not in own.get("without", ())] + own.get("services", [])
    return Land(
        name=own["name"],
        portal=Portal(**own["portal"]) if "portal" in own else None,
        hosts=(*own.get("hosts", ()), *federal["hosts"]),
        top=tuple(own.get("top", _read("bund")["top"])),
        templates={row["key"]: _template(row, ids.get(row["key"]), online.get(row["key"], ())) for row in rows},
        legal=Legal(**own["legal"]) if "legal" in own else None,
    )


def _template(row: dict[str, Any], portal_id: str | None, online: tuple[Online, ...]) -> Template:
    return Template(
        key=row["key"],
        leika_key=row.get("leika_key") or None,
        situation=row["situation"],
        title=row["title"],
        title_formal=row["title_formal"],
        synonyms=tuple(row["synonyms"]),
        teaser=row["teaser"],
        needs=tuple(row.get("needs", ())),
        deadline=row.get("deadline") or None,
        portal_id=row.get("portal_id") or portal_id,
        online=online,
    )


@lru_cache(maxsize=1)
def _common() -> list[dict[str, Any]]:
    """services.csv: `synonyms` and `needs` are separated by ";", a need from its hint by "~"."""
    with (HERE / "services.csv").open(encoding="utf-8", newline="") as file:
        rows: list[dict[str, Any]] = list(csv.DictReader(file))
    for row in rows:
        row["synonyms"] = _split(row["synonyms"])
        row["needs"] = read_needs(_split(row["needs"]))
    return rows


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


@lru_cache(maxsize=len(LANDS) + 1)
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
