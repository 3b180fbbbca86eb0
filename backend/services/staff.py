# SPDX-License-Identifier: EUPL-1.2
"""What editors see of entries: the list, how many each view has, one entry with its layers apart. Knows no request;
never commits."""

import uuid
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, case, cast, func, or_, select

from backend.db import db
from backend.problems import Missing
from backend.reference.laender import land_of
from backend.services import detail, link_states, links, texts
from backend.services.composing import compose
from backend.services.models import Office, Origin, Service, ServiceOffice, ServiceSource
from backend.services.operations import IN_ORDER, MOST_WORDS, named, ranked
from backend.text import fold

Row = dict[str, Any]
# Broken ones first, but not those that nobody is led to.
NEEDED = and_(Service.link_broken, Service.hidden.is_(False))
WRITTEN = or_(Service.origin == Origin.OWN, cast(Service.own, Text) != "{}")
VIEWS: dict[str, ColumnElement[bool]] = {"broken": NEEDED, "own": WRITTEN, "hidden": Service.hidden.is_(True)}
COLUMNS = (
    Service.id, Service.version, Service.title, Service.situation, Service.origin, Service.key, Service.own,
    Service.hidden, Service.in_pvog, Service.stand, Service.updated_at, Service.leika_key, Service.leika_keys,
    Service.portal_id, Service.land_key, Service.source_id, Service.text_hash,
    ServiceSource.name.label("source_name"),
)  # fmt: skip
# The parts of what the municipality writes itself that stand in `Service.own`.
PARTS = ("title", "teaser", "situation", "synonyms", "url", "fees", "deadlines", "duration", "forms", "links")
EMPTY = {"fees": "", "deadlines": "", "duration": ""}


def list_services(
    config: Row, *, view: str = "all", situation: str | None = None, q: str | None = None, first: int, limit: int
) -> tuple[list[Row], int]:
    """A page of the entries, also of hidden ones, and how many there are: broken links first, then from A to Z; with
    `q` the best first, as residents find them."""
    conditions = [VIEWS[view]] if view in VIEWS else []
    conditions += [Service.situation == situation] if situation else []
    words = fold(q or "").split()[:MOST_WORDS]
    conditions += [Service.search_text.contains(word, autoescape=True) for word in words]
    if words:
        ids = ranked(q or "", conditions)
        total, ids = len(ids), ids[first : first + limit]
        by_id = {row.id: row for row in db.session.execute(_query().where(Service.id.in_(ids)))}
        rows = [by_id[one] for one in ids]
    else:
        total = db.session.scalar(select(func.count(Service.id)).where(*conditions)) or 0
        query = _query().where(*conditions).order_by(case((NEEDED, 0), else_=1), *IN_ORDER)
        rows = list(db.session.execute(query.offset(first).limit(limit)))
    here = links.here_of(config)
    found = link_states.checked(rows, here)
    return [_listed(row, here, found[row.id]) for row in rows], total


def count_services() -> Row:
    """How many entries each view has."""
    counts = {name: func.sum(case((condition, 1), else_=0)) for name, condition in VIEWS.items()}
    row = db.session.execute(select(func.count(Service.id), *counts.values())).one()
    return dict(zip(("all", *counts), (number or 0 for number in row), strict=True))


def get(service_id: uuid.UUID, config: Row) -> Row:
    """One entry with its layers apart. Raises Missing."""
    row = db.session.execute(_query().where(Service.id == service_id)).one_or_none()
    if row is None:
        raise Missing("There is no such service.")
    here = links.here_of(config)
    found = link_states.checked([row], here)[row.id]
    own, others = _offices(service_id)
    text = texts.read([row.text_hash]).get(row.text_hash or "")
    source = compose(text, {}, land_of(here.ags).templates.get(row.land_key or ""))
    modules = [module | {"title": detail.heading(module["code"])} for module in source["modules"]]
    # What the tenant file connects counts as the source's as long as nobody has chosen here.
    chosen = own if "offices" in row.own or is_own(row) else None
    return _listed(row, here, found) | {
        "leika_key": row.leika_key,
        "updated_at": row.updated_at,
        "may": may(row),
        "links": found,
        "content": content_of(row.own) | {"offices": chosen},
        "source": source | {"modules": modules, "offices": others if chosen is not None else own + others},
        "preview": detail.get_service(service_id, config, hidden_too=True),
    }


def content_of(own: Row) -> Row:
    """What the municipality wrote itself, as the API gives it: nothing is null, an empty part is empty."""
    found = {name: EMPTY.get(name) if name in own and own[name] is None else own.get(name) for name in PARTS}
    return found | {"modules": own.get("modules", {})}


def may(row: Any) -> list[str]:
    """What can be done with an entry now. What stands in the tenant file would come back."""
    own = is_own(row)
    possible = {
        "hide": not row.hidden,
        "unhide": row.hidden,
        "reset": not own and bool(row.own),
        "delete": own and row.key is None,
    }
    return [verb for verb, allowed in possible.items() if allowed]


def is_own(row: Any) -> bool:
    """Whether nothing lies below the municipality's words."""
    return row.origin is Origin.OWN and row.source_id is None


def _query() -> Any:
    return select(*COLUMNS).outerjoin(ServiceSource, ServiceSource.id == Service.source_id)


def _listed(row: Any, here: links.Here, found: list[Row]) -> Row:
    land = land_of(here.ags).name if row.origin is Origin.LAND else None
    return {
        "id": row.id,
        "version": row.version,
        "title": row.title,
        "situation": named(row.situation),
        "origin": row.origin,
        "source_name": row.source_name or land,
        "own": bool(row.own) or is_own(row),
        "hidden": row.hidden,
        "in_pvog": row.in_pvog,
        "stand": detail.stand_of(row),
        "link": link_states.best(found),
    }


def _offices(service_id: uuid.UUID) -> tuple[list[uuid.UUID], list[uuid.UUID]]:
    """The offices that the municipality connects with an entry, and those that a source does."""
    query = select(ServiceOffice.office_id, ServiceOffice.origin)
    query = query.join(Office, Office.id == ServiceOffice.office_id)
    rows = db.session.execute(
        query.where(ServiceOffice.service_id == service_id).order_by(
            Office.position, Office.name_key, Office.id, ServiceOffice.role
        )
    ).all()
    own = [row.office_id for row in rows if row.origin is Origin.OWN]
    return _once(own), _once(row.office_id for row in rows if row.origin is not Origin.OWN)


def _once(ids: Iterable[uuid.UUID]) -> list[uuid.UUID]:
    return list(dict.fromkeys(ids))
