# SPDX-License-Identifier: EUPL-1.2
"""What `tenant apply` plants of the Land's common services (file.py calls it). Knows no request; never commits.

What staff wrote stays: the template changes the layer below it. A service whose text comes from a source keeps that.
"""

from collections import defaultdict
from dataclasses import replace
from datetime import datetime
from html import escape
from typing import Any

from sqlalchemy import select

from backend.db import db
from backend.reference.laender import Online, Template, land_of, needs_html
from backend.services import texts
from backend.services.composing import locked, settle
from backend.services.links import Here
from backend.services.models import OnlineService, Origin, Reach, Service

Row = dict[str, Any]
BEHIND_SOURCES = 50
TO_BRING = "08"


def plant_templates(here: Here, now: datetime) -> list[str]:
    """Add, change and remove entries so that they are those of the Land."""
    templates = land_of(here.ags).templates
    rows = locked()
    by_land = {row.land_key: row for row in rows if row.land_key is not None}
    by_leika = {row.leika_key: row for row in rows if row.leika_key is not None}
    keys = {row.key for row in rows}
    hashes = dict(zip(templates, texts.store(map(template_body, templates.values()), now), strict=True))
    planted: dict[str, Service] = {}
    fresh: set[str] = set()
    changed = 0
    for key, template in templates.items():
        row, holder = by_land.pop(key, None), by_leika.get(template.leika_key or "")
        if row is not None and holder not in (None, row):
            # The template has got a key that another entry had before, and there is one of each.
            if row.own or row.edited or row.source_id is not None or holder.land_key in templates:
                template = replace(template, leika_key=None)
            else:
                db.session.delete(row)
                db.session.flush()
                keys.discard(row.key)
                row = None
        if row is None or not _stands(row, template, hashes[key]):
            row = row or holder
            if row is None:
                row = Service(origin=Origin.LAND, own={}, title=template.title, version=0)
                fresh.add(key)
            else:
                by_land.pop(row.land_key or "", None)
                changed += 1
            row.key = row.key or (None if key in keys else key)
            _take_on(row, template, hashes[key], now)
            db.session.add(row)
        planted[key] = row
    removed = sum(_take_off(row) for row in by_land.values())
    db.session.flush()
    online = len(_bring_online(planted, templates, now) - fresh)
    settle(list(db.session.scalars(select(Service))), here)
    counts = {"added": len(fresh), "changed": changed, "removed": removed, "with other links": online}
    return [f"services: {number} {what}" for what, number in counts.items() if number]


def fall_back(row: Service, here: Here, now: datetime) -> bool:
    """Give an entry that its source no longer has the Land's text again; False if the Land has none: then it goes. Call
    `settle` afterwards."""
    template = land_of(here.ags).templates.get(row.land_key or "")
    if template is None:
        return False
    (text_hash,) = texts.store([template_body(template)], now)
    others = select(Service.id).where(Service.leika_key == template.leika_key, Service.id != row.id)
    if db.session.scalar(others) is not None:
        template = replace(template, leika_key=None)
    row.origin, row.source_id, row.external_id = Origin.LAND, None, None
    row.text_hash, row.translations, row.leika_keys, row.stand, row.in_pvog = text_hash, {}, [], None, None
    _take_on(row, template, text_hash, now)
    return True


def template_body(template: Template) -> Row:
    """The text of a common service."""
    needs = needs_html(template.needs)
    return texts.body(
        title=template.title,
        title_formal=template.title_formal,
        teaser=template.teaser,
        situation=template.situation,
        modules=[{"code": TO_BRING, "html": needs}] if needs else [],
        deadlines=f"<p>{escape(template.deadline, quote=False)}</p>" if template.deadline else None,
        synonyms=list(template.synonyms),
    )


def _stands(row: Service, template: Template, text_hash: str) -> bool:
    text = row.origin is not Origin.LAND or row.text_hash == text_hash
    leika_key = template.leika_key or row.leika_key
    return text and (row.leika_key, row.portal_id) == (leika_key, _portal_id(row, template))


def _portal_id(row: Service, template: Template) -> str | None:
    """A source knows the portal's number better."""
    return template.portal_id if row.origin is Origin.LAND else row.portal_id or template.portal_id


def _take_on(row: Service, template: Template, text_hash: str, now: datetime) -> None:
    row.land_key = template.key
    row.leika_key = template.leika_key or row.leika_key
    row.portal_id = _portal_id(row, template)
    if row.origin is Origin.LAND:
        row.text_hash = text_hash
    row.updated_at, row.version = now, row.version + 1


def _take_off(row: Service) -> int:
    """An entry that the Land no longer has: it goes, unless a source or the municipality has words for it."""
    if row.origin is Origin.LAND and not row.own:
        db.session.delete(row)
        return 1
    row.land_key = None
    if row.origin is Origin.LAND:
        row.origin = Origin.OWN
    return 0


def _bring_online(planted: dict[str, Service], templates: dict[str, Template], now: datetime) -> set[str]:
    """Have the online services of the template, behind those of the sources; gives the keys where there were others."""
    found: dict[Any, list[OnlineService]] = defaultdict(list)
    query = select(OnlineService).where(OnlineService.origin == Origin.LAND)
    for one in db.session.scalars(query.order_by(OnlineService.position)):
        found[one.service_id].append(one)
    changed = set()
    for key, row in planted.items():
        wanted, existing = templates[key].online, found[row.id]
        if tuple(Online(one.title, one.url, one.level.value) for one in existing) == wanted:
            continue
        for one in existing:
            db.session.delete(one)
        for position, online in enumerate(wanted, BEHIND_SOURCES):
            said = {"title": online.title, "url": online.url, "level": Reach(online.level), "position": position}
            db.session.add(OnlineService(service_id=row.id, origin=Origin.LAND, **said))
        changed.add(key)
        row.updated_at = now
    db.session.flush()
    return changed
