# SPDX-License-Identifier: EUPL-1.2
"""What becomes of `[services]` of a checked tenant file: the projection, and the rows that services plant. Asks no
database."""

from typing import Any
from urllib.parse import urlsplit

from backend.reference.laender import needs_html, read_needs
from backend.tenants.check_services import BRANDENBURG, SERVICES
from backend.tenants.file_hours import read_spans, read_week
from backend.text import clean_html, html_from_plain

Row = dict[str, Any]
# What `export` writes from the rows; the rest of the section stands in the projection.
SEEDED = ("entries", "offices", "hidden", "top", "sources")
SAID = ("title", "teaser", "situation", "synonyms", "url", "forms", "links")
HTML = {"fees": "fees", "deadline": "deadlines", "duration": "duration"}
ADDRESS = ("street", "postcode", "city", "extra")
OFFICE = ("phone", "email", "url")
OFFICE_TEXTS = ("accessibility", "transit", "note")
USUAL_URL = {
    "pvog": "https://pvog.fitko.net/suchdienst/api",
    "infodienste": "https://restapi-v4-bb.infodienste.de",
}
SETTINGS = ("area_id", "area_ids", "client_id", "words", "paths", "complete", "may_shrink")
SHARES = "takes part in the Bürger- und Unternehmensservice Brandenburg"


def compile_services(data: Row) -> Row:
    """The section as the projection holds it: `portal` (see reference.laender.Portal), `bus_bb`, `link_hosts`."""
    own = data.get(SERVICES, {})
    portal = own.get("portal")
    if portal is not None:
        portal = {"page": portal["url"], "search": portal["url"]} | portal
    return {"portal": portal, "bus_bb": own.get("bus_bb"), "link_hosts": own.get("link_hosts", [])}


def seeds_of(data: Row) -> Row:
    """What the file plants: `entries` ({key, leika_key, own: see services.models.Service}), `offices` (columns, and
    `services`: keys), `hidden` and `top` (keys), `sources` (columns)."""
    own = data.get(SERVICES, {})
    return {
        "entries": [_entry(row) for row in own.get("entries", [])],
        "offices": [_office(row, position) for position, row in enumerate(own.get("offices", []))],
        "hidden": list(dict.fromkeys(own.get("hidden", []))),
        "top": list(dict.fromkeys(own.get("top", []))),
        "sources": [_source(row) for row in own.get("sources", [])],
    }


def remark(ags: str, config: Row | None) -> str | None:
    """What an operator in Brandenburg is to know: the Land funds the app of a municipality that takes part."""
    if config is None or not ags.startswith(BRANDENBURG):
        return None
    if config["bus_bb"] is None:
        return f"does not say whether it {SHARES}: write bus_bb = true (or false) below [services]"
    return SHARES if config["bus_bb"] else SHARES.replace("takes part", "takes no part")


def _entry(row: Row) -> Row:
    own = {name: row[name] for name in SAID if name in row}
    own |= {name: _html(row[key]) for key, name in HTML.items() if key in row}
    modules = {code: _html(source) for code, source in row.get("modules", {}).items()}
    modules |= {"06": _html(row["text"])} if "text" in row else {}
    modules |= {"08": needs_html(read_needs(row["needs"]))} if "needs" in row else {}
    return {
        "key": row["key"],
        "leika_key": row.get("leika_key"),
        "own": own | ({"modules": modules} if modules else {}),
    }


def _html(text: str) -> str:
    return clean_html(text) if "<" in text else html_from_plain(text)


def _office(row: Row, position: int) -> Row:
    exceptions = [
        {
            "first_day": one["first_day"],
            "last_day": one.get("last_day", one["first_day"]),
            "closed": "hours" not in one,
            "hours": read_spans(one["hours"]) if "hours" in one else [],
            "text": one.get("text", ""),
        }
        for one in row.get("exceptions", [])
    ]
    return {
        "key": row["key"],
        "position": position,
        "name": row["name"],
        "address": {part: row.get(part, "") for part in ADDRESS},
        "lat": row.get("latitude"),
        "lon": row.get("longitude"),
        **{name: row.get(name) for name in OFFICE},
        "hours": read_week(row.get("hours", [])),
        "exceptions": exceptions,
        **{name: row.get(name, "") for name in OFFICE_TEXTS},
        "hidden": row.get("hidden", False),
        "services": list(dict.fromkeys(row.get("services", []))),
    }


def _source(row: Row) -> Row:
    return {
        "key": row["key"],
        "name": row["name"],
        "kind": row["kind"],
        "url": row.get("url") or USUAL_URL[row["kind"]],
        "settings": {name: row[name] for name in SETTINGS if name in row},
    }


def same_server(one: str, two: str) -> bool:
    """Whether two addresses are answered by the same server: only then a key for the one may go to the other."""
    return urlsplit(one)[:2] == urlsplit(two)[:2]
