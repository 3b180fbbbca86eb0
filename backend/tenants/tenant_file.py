# SPDX-License-Identifier: EUPL-1.2
"""One tenant file → all its mistakes, or its compiled projection. Knows no database: one file, one result, anywhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

from marshmallow import ValidationError

from backend import reference
from backend.reference import legal
from backend.tenants import checks
from backend.tenants import compile_services as services
from backend.tenants.arms import Arms, read_arms
from backend.tenants.check_defects import DEFECTS, SEEDED, check_defects, compile_defects, modules_of, seeds_of
from backend.tenants.check_services import SERVICES, check_services
from backend.tenants.file_schema import TenantFileSchema
from backend.tenants.hosts import normalise
from backend.tenants.icons import initials_of
from backend.tenants.reporter import reporter
from backend.tenants.theme import compile_theme
from backend.tenants.toml_text import Finding, read
from backend.tenants.wording import Place, drop_torn_lists, flat, worded

Row = dict[str, Any]

CONTACT_SHOWN = ("phone", "email", "website", "address")
DEFAULT_ACTIONS = (
    {"label": "Alle Nach\u00adrichten", "icon": "news", "href": "/aktuelles", "module": "news"},
    {"label": "Was ist los?", "icon": "cal", "href": "/termine", "module": "events"},
    {"label": "Kontakt und Im\u00adpressum", "icon": "info", "href": "/seiten/impressum"},
    {"label": "App ein\u00adrichten", "icon": "install", "href": "/mehr/installieren"},
    {"label": "Suchen", "icon": "search", "href": "/suche"},
)
TILES = 4
HALF_BOX = 0.08
FEEDING = tuple(checks.DEFAULT_CATEGORIES)  # the features with categories and feeds to import


class BadFile(Exception):
    """The file has mistakes; `findings` names them all, in the order of their lines."""

    def __init__(self, path: Path, findings: list[Finding]) -> None:
        super().__init__("\n".join(f"{path}: {finding}" for finding in findings))
        self.path, self.findings = path, findings


@dataclass(frozen=True)
class Plan:
    """What a good file asks for: the row of the municipality, and what the features plant.

    `config` is described in describe.py. By feature, `categories` have slug and name, `sources` have key, url, name and
    category (a slug or None); a module that is off has none. `defects` are the rows that check_defects.seeds_of gives,
    None if it is off or elsewhere; `services` those of compile_services.seeds_of, None if it is off.
    """

    slug: str
    name: str
    kind: str
    ags: str
    ars: str
    demo: bool
    config: Row
    arms: Arms | None
    pages: list[legal.PageSeed] = field(default_factory=list)
    categories: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    sources: dict[str, list[dict[str, str | None]]] = field(default_factory=dict)
    defects: Row | None = None
    services: Row | None = None
    four_eyes: bool = False
    organisers_publish: bool = False


def check(path: Path) -> Plan:
    """Read, check and compile a tenant file. Raises BadFile with every mistake, OSError when it cannot be opened."""
    reading = read(path.read_bytes())
    if reading.findings and not reading.data:
        raise BadFile(path, reading.findings)
    found: list[tuple[Place, str]] = []
    try:
        data = TenantFileSchema().load(reading.data)
    except ValidationError as error:
        data = error.valid_data if isinstance(error.valid_data, dict) else {}
        found = list(flat(cast(Mapping[str | int, Any], error.messages), ()))
        drop_torn_lists(data, found)
    absent = [key for key in TenantFileSchema().fields if key not in reading.data and key not in reading.lost]
    found += checks.check_identity(data, absent)
    found += checks.check_hosts(data)
    found += checks.check_theme(data, path.parent)
    found += checks.check_quick_actions(data)
    found += checks.check_lists(data)
    found += check_defects(data)
    found += check_services(data)
    findings = sorted([*reading.findings, *worded(found, reading)])
    if findings:
        raise BadFile(path, findings)
    return plan(data, path.parent)


def plan(data: Row, folder: Path) -> Plan:
    """Compile the checked values of a file."""
    known = reference.find(data["ags"])
    who: Row = {
        "slug": known.slug if known else reference.slug_of(data.get("name", "")),
        "name": known.name if known else None,
        "kind": known.kind if known else None,
        "district": known.district if known else None,
        "ags": data["ags"],
        "ars": known.ars if known else None,
        "language": "de",
        "demo": False,
    }
    who |= {key: data[key] for key in who if key in data}
    place: Row = {"latitude": known.latitude, "longitude": known.longitude, "bbox": list(known.bbox)} if known else {}
    place |= {key: data[key] for key in ("latitude", "longitude", "bbox") if key in data}
    place.setdefault("bbox", _box_around(place["latitude"], place["longitude"]))
    contact, look = data.get("contact", {}), data.get("theme", {})
    arms = read_arms(look["arms"], folder) if "arms" in look else None
    modules = modules_of(data)
    theme = compile_theme(look.get("brand"), look.get("brand_night"), look.get("accent"))
    config: Row = {
        "tenant": {
            **who,
            **place,
            "postcode": data.get("postcode", known.postcode if known else None),
            "initials": look.get("initials") or initials_of(who["name"]),
            "arms": f"/icons/arms?v={arms.hash}" if arms else None,
            "motif": look.get("motif", "castle"),
            **{key: contact.get(key) for key in CONTACT_SHOWN},
        },
        "theme": {
            "url": f"/theme.css?v={theme.version}",
            "color_light": theme.light["--kern-color-action-default"],
            "color_dark": theme.dark["--kern-color-action-default"],
            "paper_light": theme.light["--sv-paper"],
            "paper_dark": theme.dark["--sv-paper"],
        },
        "modules": modules,
        "quick_actions": data.get("quick_actions") or _default_actions(modules),
        "contact_accessibility": contact.get("accessibility") or contact.get("email"),
        "feedback": contact.get("feedback") or contact.get("email"),
        "map": data.get("map"),
        "school_holidays": data.get("events", {}).get("school_holidays"),
        "defects": compile_defects(data) if DEFECTS in modules else None,
        "services": services.compile_services(data) if SERVICES in modules else None,
        "hosts": [host for written in data.get("hosts", []) if (host := normalise(written))],
        "staff": {"second_factor": data.get("staff", {}).get("second_factor", "optional")},
        "file": _kept(data) | {"slug": who["slug"]},
    }
    return Plan(
        slug=who["slug"],
        name=who["name"],
        kind=who["kind"],
        ags=who["ags"],
        ars=who["ars"],
        demo=who["demo"],
        config=config,
        arms=arms,
        pages=_pages(_legal_pages(who, contact, config), data.get("pages", [])),
        categories={name: _categories(name, data) for name in FEEDING if name in modules},
        sources={name: _sources(data.get(name, {})) for name in FEEDING if name in modules},
        defects=seeds_of(data) if DEFECTS in modules and config["defects"].get("mode") != "link" else None,
        services=services.seeds_of(data) if SERVICES in modules else None,
        four_eyes=data.get("staff", {}).get("four_eyes", False),
        organisers_publish=data.get("staff", {}).get("organisers_publish", False),
    )


def default_pages(config: Row) -> list[legal.PageSeed]:
    """The pages this municipality has when its file brings none."""
    return _legal_pages(config["tenant"], config["file"].get("contact", {}), config)


def default_categories(feature: str) -> list[dict[str, str]]:
    """The topics of a feature of a file that names none."""
    return [{"slug": slug, "name": name} for slug, name in checks.DEFAULT_CATEGORIES[feature].items()]


def _kept(data: Row) -> Row:
    """What `export` writes again from the row; pages, categories, sources, staff and arms live elsewhere, school
    holidays in the projection."""
    kept = {key: value for key, value in data.items() if key not in ("pages", *FEEDING, "theme", "staff")}
    look = {key: value for key, value in data.get("theme", {}).items() if key != "arms"}
    for section, seeded in ((DEFECTS, SEEDED), (SERVICES, services.SEEDED)):
        if section in kept:
            kept[section] = {key: value for key, value in kept[section].items() if key not in seeded}
    return kept | ({"theme": look} if look else {})


def _box_around(latitude: float, longitude: float) -> list[float]:
    corners = (longitude - HALF_BOX, latitude - HALF_BOX / 1.6, longitude + HALF_BOX, latitude + HALF_BOX / 1.6)
    return [round(corner, 5) for corner in corners]


def _default_actions(modules: list[str]) -> list[dict[str, str]]:
    usable = (action for action in DEFAULT_ACTIONS if "module" not in action or action["module"] in modules)
    return [{key: action[key] for key in ("label", "icon", "href")} for action in usable][:TILES]


def _legal_pages(who: Row, contact: Row, config: Row) -> list[legal.PageSeed]:
    own, kept = reporter(config), None
    if DEFECTS in config["modules"] and own.mode != "link":
        said = own.retention
        kept = {
            "contact": said.contact_days, "unpublished": said.unpublished_days, "published": said.published_days,
        }  # fmt: skip
    return legal.pages(who, contact, config["modules"], _map_host(config), kept)


def _map_host(config: Row) -> str | None:
    return urlsplit(config["map"]["tiles"]).hostname if config.get("map") else None


def _pages(usual: list[legal.PageSeed], own: list[Row]) -> list[legal.PageSeed]:
    """The legal pages, each replaced by the file's page of the same key, then the file's further pages."""
    seeds = {seed["key"]: seed for seed in usual}
    for page in own:
        default = seeds.get(page["key"])
        seeds[page["key"]] = legal.PageSeed(
            key=page["key"],
            slug=page["key"],
            title=page.get("title") or (default["title"] if default else page["key"].replace("-", " ").capitalize()),
            role=page.get("role") or (default["role"] if default else None),
            body=page["body"],
        )
    return list(seeds.values())


def _categories(feature: str, data: Row) -> list[dict[str, str]]:
    own = data.get(feature, {}).get("categories", [])
    return [
        {"slug": row.get("slug") or reference.slug_of(row["name"]), "name": row["name"]} for row in own
    ] or default_categories(feature)


def _sources(feature: Row) -> list[dict[str, str | None]]:
    return [
        {
            "key": row.get("key") or f"{reference.slug_of(row['name'])[:50]}-{position + 1}",
            "url": row["url"],
            "name": row["name"],
            "category": row.get("category"),
        }
        for position, row in enumerate(feature.get("sources", []))
    ]
