# SPDX-License-Identifier: EUPL-1.2
"""What residents read of an entry, put together from its layers; later wins: text of template or source, then the
municipality's own words. Knows no request; never commits.

`settle` must run whenever layers, online services or checked links of entries change.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, select

from backend.db import db
from backend.reference.laender import OTHER, Template, land_of, situations
from backend.services import links, texts
from backend.services.links import Here
from backend.services.models import Office, OnlineService, Service
from backend.text import fold, legal, plain, shorten

Row = dict[str, Any]
AT_ONCE = 500
# The order in which residents read a service (codes of XZuFi): what it is, what it takes, what to bring, how it goes.
ORDER = ("05", "06", "09", "08", "11", "16", "14", "15", "07", "25", "22", "23", "18")
TEASERS = ("24", "05")  # short texts that a list can show
TITLE_LENGTH, TEASER_LENGTH, KEY_LENGTH = 300, 300, 200
PARTS = ("fees", "deadlines", "duration", "forms", "links")


def compose(text: Row | None, own: Row, template: Template | None = None) -> Row:
    """What the layers give: title, title_formal, teaser, situation (slug), modules in the usual order, fees, deadlines,
    duration, forms, links, synonyms. `template`: what the Land says of a service whose text is a source's: people still
    find it by their own words."""
    base = text or texts.body()
    modules = {module["code"]: module["html"] for module in base["modules"]} | own.get("modules", {})
    known = {code: position for position, code in enumerate(ORDER)}
    ordered = sorted(modules, key=lambda code: (known.get(code, len(ORDER)), code))
    title = own.get("title") or base["title"]
    situation = own.get("situation") or base["situation"] or (template.situation if template else OTHER)
    synonyms = list(dict.fromkeys((*(template.synonyms if template else ()), *base["synonyms"])))
    found: Row = {
        "title": title,
        "title_formal": base["title_formal"] if base["title_formal"] != title else "",
        "teaser": own.get("teaser") or base["teaser"],
        "situation": situation if situation in situations() else OTHER,
        "modules": [{"code": code, "html": modules[code]} for code in ordered if modules[code]],
        "synonyms": own.get("synonyms", synonyms),
    }
    return found | {part: own.get(part, base[part]) for part in PARTS}


def order_key(text: str) -> str:
    """What sorts as in a German directory (DIN 5007-1): ä like a, ß like ss, case does not matter."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))[:KEY_LENGTH]


def locked(*conditions: ColumnElement[bool]) -> list[Service]:
    """Entries that are about to be settled, for this transaction alone: an editor who writes meanwhile would be
    overwritten by what was read before. In one order, so that nobody waits in a circle."""
    return list(db.session.scalars(select(Service).where(*conditions).order_by(Service.id).with_for_update()))


def settle(rows: Sequence[Service], here: Here) -> None:
    """Write what the layers and links of these entries give into their columns. Flush before: the online services are
    read again."""
    for start in range(0, len(rows), AT_ONCE):
        _settle(rows[start : start + AT_ONCE], here)


def settle_office(office: Office) -> None:
    """Write what an office is ordered and found by."""
    office.name_key = order_key(office.name)
    words = (office.name, *(office.address or {}).values(), office.note)
    office.search_text = fold(" ".join(word for word in words if word))


def _settle(rows: Sequence[Service], here: Here) -> None:
    templates = land_of(here.ags).templates
    bodies = texts.read(row.text_hash for row in rows)
    online: dict[Any, list[Any]] = defaultdict(list)
    listed = select(OnlineService.id, OnlineService.service_id, OnlineService.title, OnlineService.url)
    listed = listed.where(OnlineService.service_id.in_([row.id for row in rows]))
    for one in db.session.execute(listed.order_by(OnlineService.position, OnlineService.id)):
        online[one.service_id].append(one)
    choices = {row.id: links.candidates(row, online[row.id], here) for row in rows}
    broken = links.broken_among(link.url for choice in choices.values() for link in choice)
    for row in rows:
        _write(row, compose(bodies.get(row.text_hash or ""), row.own, templates.get(row.land_key or "")))
        link = links.resolve(choices[row.id], broken)
        row.link_level = link.level if link else None
        row.link_broken = bool(choices[row.id]) and choices[row.id][0].url in broken


def _write(row: Service, content: Row) -> None:
    modules = {module["code"]: module["html"] for module in content["modules"]}
    teaser = content["teaser"] or next((plain(modules[code]) for code in TEASERS if code in modules), "")
    synonyms = [" ".join(legal(word).split()) for word in content["synonyms"]]
    row.title = shorten(content["title"], TITLE_LENGTH)
    row.teaser = shorten(teaser, TEASER_LENGTH)
    row.situation = content["situation"]
    row.synonyms = "\n".join(word for word in synonyms if word)
    row.title_key = order_key(row.title)
    words = (row.title, content["title_formal"], row.teaser, *synonyms, *map(plain, modules.values()))
    row.search_text = fold(" ".join(words))
