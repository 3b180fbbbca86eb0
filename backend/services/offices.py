# SPDX-License-Identifier: EUPL-1.2
"""What residents read of offices, and which of them are responsible. Knows no request; never commits. Whether one is
open now, the phone works out: answers are kept."""

import uuid
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from backend.db import db
from backend.problems import Missing
from backend.services.models import Office, Origin, Reach, Service, ServiceOffice
from backend.text import fold

Row = dict[str, Any]
COLUMNS = tuple(
    getattr(Office, name)
    for name in (
        "id", "name", "address", "lat", "lon", "phone", "email", "url", "hours", "exceptions", "accessibility",
        "transit", "note",
    )
)  # fmt: skip
IN_ORDER = (Office.position, Office.name_key, Office.id)
ADDRESS = ("street", "postcode", "city", "extra")
# How many digits of an ARS name Land, district, and group of municipalities.
LENGTHS = (2, 5, 9)
REACHES = ((9, Reach.MUNICIPALITY), (5, Reach.COUNTY), (1, Reach.LAND), (0, Reach.NATIONWIDE))


def list_offices() -> list[Row]:
    """All offices in the municipality's order."""
    query = select(*COLUMNS).where(Office.hidden.is_(False)).order_by(*IN_ORDER)
    return [_shown(row) for row in db.session.execute(query)]


def get_office(office_id: uuid.UUID) -> Row:
    """One office with what it is responsible for. Raises Missing."""
    row = db.session.execute(select(*COLUMNS).where(Office.id == office_id, Office.hidden.is_(False))).one_or_none()
    if row is None:
        raise Missing("There is no such office.")
    query = select(Service.id, Service.title).join(ServiceOffice, ServiceOffice.service_id == Service.id).distinct()
    query = query.add_columns(Service.title_key).where(ServiceOffice.office_id == office_id, Service.hidden.is_(False))
    services = db.session.execute(query.order_by(Service.title_key, Service.id))
    return _shown(row) | {"services": [{"id": one.id, "title": one.title} for one in services]}


def responsible_for(service_id: uuid.UUID, ars: str, *, own_only: bool = False) -> tuple[list[Row], Row | None]:
    """The offices of an entry for a municipality, those that decide first, and who that is with its reach. In each
    role, those of the narrowest area win. `own_only`: the municipality has chosen, whatever a source says."""
    query = select(*COLUMNS, ServiceOffice.role, ServiceOffice.area).join(Office, Office.id == ServiceOffice.office_id)
    query = query.where(ServiceOffice.service_id == service_id, Office.hidden.is_(False))
    query = query.where(ServiceOffice.origin == Origin.OWN) if own_only else query
    rows = [row for row in db.session.execute(query.order_by(*IN_ORDER)) if ars.startswith(prefix_of(row.area))]
    narrowest: dict[str, int] = {}
    for row in rows:
        narrowest[row.role] = max(len(prefix_of(row.area)), narrowest.get(row.role, 0))
    chosen = [row for row in rows if len(prefix_of(row.area)) == narrowest[row.role]]
    chosen.sort(key=lambda row: str(row.role))
    unique = list({row.id: row for row in reversed(chosen)}.values())[::-1]
    first = unique[0] if unique else None
    return (
        [_shown(row) | {"role": row.role} for row in unique],
        {"name": first.name, "level": _reach_for(first.area, ars)} if first else None,
    )


def prefix_of(area: str) -> str:
    """An area as the beginning of its ARS: sources fill it up with zeros."""
    return next((area[:length] for length in (0, *LENGTHS) if not area[length:].strip("0")), area)


def reach_of(area: str) -> Reach:
    """For whom somebody works whose area this is; without any, for this municipality."""
    if not area:
        return Reach.MUNICIPALITY
    length = len(prefix_of(area))
    return next(reach for least, reach in REACHES if length >= least)


def _reach_for(area: str, ars: str) -> Reach:
    """A town that is its own district has an ARS like one."""
    return Reach.MUNICIPALITY if prefix_of(area) == prefix_of(ars) else reach_of(area)


def search_offices(words: Iterable[str], limit: int) -> list[Row]:
    """The offices in which all words occur."""
    found = [Office.search_text.contains(fold(word), autoescape=True) for word in words]
    query = select(Office.id, Office.name, Office.address).where(Office.hidden.is_(False), *found)
    rows = db.session.execute(query.order_by(*IN_ORDER).limit(limit))
    return [{"id": row.id, "name": row.name, "place": place_of(row.address)} for row in rows]


def place_of(address: Row) -> str:
    """An address on one line."""
    city = " ".join(part for part in (address.get("postcode"), address.get("city")) if part)
    return ", ".join(part for part in (address.get("street"), city) if part)


def _shown(row: Any) -> Row:
    found = {name: value for name, value in row._mapping.items() if name not in ("role", "area")}
    return found | {"address": {name: row.address.get(name) or "" for name in ADDRESS}}
