# SPDX-License-Identifier: EUPL-1.2
"""What residents read of the directory: lists, search, situations in life, the compact index. Knows no request; never
commits. One entry in full is detail.py's."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, func, select

from backend.db import db
from backend.instants import BERLIN, local_day
from backend.problems import Missing
from backend.reference.holidays import public_holidays
from backend.reference.laender import Portal, bundesportal, land_of, situations
from backend.services.links import here_of
from backend.services.models import Level, Office, Service, ServiceSettings
from backend.text import fold, shorten

Row = dict[str, Any]
LIST_COLUMNS = (
    Service.id, Service.title, Service.teaser, Service.situation, Service.synonyms, Service.link_level,
)  # fmt: skip
IN_ORDER = (Service.title_key, Service.title, Service.id)
ONLINE = (Level.OWN, Level.ONLINE)
INDEX_FORM = 1  # raise it when the phone must read the index in another way
INDEX_TEASER = 120
TOP = 8
MOST_WORDS = 10
BARELY = 9  # the words occur somewhere in the text


def list_services(
    *, life_situation: str | None = None, q: str | None = None, first: int = 0, limit: int = 20
) -> tuple[list[Row], int]:
    """A page of the visible entries, and how many there are: from A to Z; with `q` (every word must occur) the best
    first."""
    conditions = _conditions(life_situation, q)
    if fold(q or ""):
        found = ranked(q or "", conditions)
        return [_brief(row) for row in _in_order(found[first : first + limit])], len(found)
    total = db.session.scalar(select(func.count(Service.id)).where(*conditions)) or 0
    query = select(*LIST_COLUMNS).where(*conditions).order_by(*IN_ORDER).offset(first).limit(limit)
    return [_brief(row) for row in db.session.execute(query)], total


def get_brief(service_id: uuid.UUID) -> Row:
    """One visible entry as in a list. Raises Missing."""
    row = db.session.execute(select(*LIST_COLUMNS).where(*_conditions(), Service.id == service_id)).one_or_none()
    if row is None:
        raise Missing("There is no such service.")
    return _brief(row)


def list_situations() -> list[Row]:
    """The situations in life under which something is found, in order, with the number of visible entries."""
    query = select(Service.situation, func.count(Service.id)).where(*_conditions()).group_by(Service.situation)
    counts = {row[0]: row[1] for row in db.session.execute(query)}
    return [named(slug) | {"count": counts[slug]} for slug in situations() if slug in counts]


def list_top(config: Row, limit: int = TOP) -> list[Row]:
    """What residents ask for most: the municipality's choice, else the Land's."""
    chosen = db.session.scalar(select(ServiceSettings.top)) or []
    query = select(*LIST_COLUMNS, Service.land_key).where(*_conditions())
    if chosen:
        query = query.where(Service.id.in_([uuid.UUID(one) for one in chosen]))
    else:
        chosen = list(land_of(config["tenant"]["ags"]).top)
        query = query.where(Service.land_key.in_(chosen))
    rows = {name: row for row in db.session.execute(query) for name in (str(row.id), row.land_key)}
    return [_brief(rows[one]) for one in chosen if one in rows][:limit]


def index() -> Row:
    """Everything a phone needs to search by itself; short, because every phone keeps it."""
    names = list(situations())
    services = [
        [
            str(row.id),
            row.title,
            row.synonyms.split("\n") if row.synonyms else [],
            shorten(row.teaser, INDEX_TEASER),
            names.index(row.situation),
            int(row.link_level in ONLINE),
        ]
        for row in db.session.execute(select(*LIST_COLUMNS).where(*_conditions()).order_by(*IN_ORDER))
    ]
    offices = db.session.execute(
        select(Office.id, Office.name, Office.address)
        .where(Office.hidden.is_(False))
        .order_by(Office.position, Office.name_key, Office.id)
    )
    return {
        "version": INDEX_FORM,
        "situations": [[one.slug, one.name, one.icon] for one in situations().values()],
        "services": services,
        "offices": [[str(row.id), row.name, row.address.get("city") or ""] for row in offices],
    }


def overview(config: Row, limit: int) -> Row:
    """What Start tells of the directory."""
    listed = list_situations()
    portal = portal_of(config)
    return {
        "top": list_top(config, limit),
        "count": sum(one["count"] for one in listed),
        "situations": len(listed),
        "portal": {"name": portal.name, "url": portal.url},
    }


def portal_of(config: Row) -> Portal:
    """The portal that residents are led to: the municipality's, the Land's, else the federal one."""
    return here_of(config).portal or bundesportal()


def holidays(config: Row, now: datetime) -> tuple[list[date], datetime]:
    """The public holidays of this year and the next, so that phones know when offices are closed, and when they are to
    ask again."""
    land, year = config["tenant"]["ags"][:2], local_day(now).year
    days = sorted(public_holidays(land, year) | public_holidays(land, year + 1))
    return days, datetime(year + 1, 1, 1, tzinfo=BERLIN)


def named(slug: str) -> Row:
    """A situation in life as it is shown."""
    one = situations()[slug]
    return {"slug": one.slug, "name": one.name, "icon": one.icon}


def _conditions(life_situation: str | None = None, q: str | None = None) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [Service.hidden.is_(False)]
    if life_situation:
        found.append(Service.situation == life_situation)
    words = fold(q or "").split()[:MOST_WORDS]
    return found + [Service.search_text.contains(word, autoescape=True) for word in words]


def ranked(q: str, conditions: Iterable[ColumnElement[bool]]) -> list[Any]:
    """The ids of what matches, the best first: what is called so, whose title begins so, has such words in title, then
    in synonyms, then in the text."""
    query = select(Service.id, Service.title, Service.synonyms).where(*conditions)
    asked = fold(q)
    rows = db.session.execute(query.order_by(*IN_ORDER)).all()
    return [row.id for row in sorted(rows, key=lambda row: _rank(asked, row.title, row.synonyms))]


def _rank(asked: str, title: str, synonyms: str) -> int:
    called, others, together = _folded(title, synonyms)
    if asked == called or asked in others:
        return 0
    if called.startswith(asked):
        return 1
    words = asked.split()[:MOST_WORDS]
    for rank, text in enumerate((called, together), 2):
        begins = text.replace("-", " ").split()
        if all(any(begin.startswith(word) for begin in begins) for word in words):
            return rank
    return 4 if all(word in together for word in words) else BARELY


@lru_cache(maxsize=8192)
def _folded(title: str, synonyms: str) -> tuple[str, tuple[str, ...], str]:
    """What a search compares: the title, the synonyms, all of them together. Kept, because many municipalities have the
    same services and each search looks through all."""
    called, others = fold(title), tuple(fold(word) for word in synonyms.split("\n"))
    return called, others, " ".join((called, *others))


def _in_order(ids: list[Any]) -> list[Any]:
    rows = {row.id: row for row in db.session.execute(select(*LIST_COLUMNS).where(Service.id.in_(ids)))}
    return [rows[one] for one in ids]


def _brief(row: Any) -> Row:
    return {
        "id": row.id,
        "title": row.title,
        "teaser": row.teaser,
        "short": row.synonyms.partition("\n")[0] or row.title,
        "situation": named(row.situation),
        "online": row.link_level in ONLINE,
        "url_level": row.link_level,
    }
