# SPDX-License-Identifier: EUPL-1.2
"""Where an entry leads: the first link that exists and is not broken.

The municipality's own address > that of the online service > the page of the Land's portal > the Bundesportal by LeiKa
key > the search of the Land's portal, but not for what only the municipality has. Links are https, to hosts that Land,
federation or municipality name. Pure, but for `here` and `broken_among`, which read.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import quote

from sqlalchemy import select

from backend.db import current_tenant_id, db
from backend.reference.laender import Portal, bundesportal, land_of
from backend.services.models import Level, LinkState, Origin, ServiceLink
from backend.tenants.models import Tenant
from backend.tenants.outward import host_of, link_hosts, may_lead

LEIKA = re.compile(r"99\d{12}")
AT_ONCE = 500
# A page of a portal without one of them is not that of a service.
NAMES_SERVICE = frozenset(("portal_id", "leika"))
_PLACEHOLDER = re.compile(r"\{(\w*)\}")


@dataclass(frozen=True, slots=True)
class Here:
    """What links need of a municipality. `hosts` are the ends of host names that links may lead to."""

    ars: str
    ags: str
    plz: str
    hosts: frozenset[str]
    portal: Portal | None


@dataclass(frozen=True, slots=True)
class Link:
    """A link that leaves the app: `portal` is the name of what it leads to, `owner` whom that belongs to (None:
    unknown); `online_id` the online service it is, if it is one."""

    level: Level
    url: str
    portal: str
    owner: str | None = None
    online_id: Any = None


class HasOnline(Protocol):
    """An online service as links need it."""

    @property
    def id(self) -> Any: ...
    @property
    def title(self) -> str: ...
    @property
    def url(self) -> str: ...


class HasLinks(Protocol):
    """An entry as links need it."""

    @property
    def leika_key(self) -> str | None: ...
    @property
    def leika_keys(self) -> list[str]: ...
    @property
    def portal_id(self) -> str | None: ...
    @property
    def own(self) -> dict[str, Any]: ...
    @property
    def origin(self) -> Origin: ...


def here_of(config: dict[str, Any]) -> Here:
    """What links need, from the projection of a tenant file."""
    tenant, said = config["tenant"], config.get("services") or {}
    land = land_of(tenant["ags"])
    portal = Portal(**said["portal"]) if said.get("portal") else land.portal
    own = (*said.get("link_hosts", ()), *config["hosts"])
    return Here(
        ars=tenant["ars"],
        ags=tenant["ags"],
        plz=tenant.get("postcode") or "",
        hosts=link_hosts(tenant["ags"], own, (tenant.get("website"), portal.url if portal else None)),
        portal=portal,
    )


def here() -> Here:
    """The same for the current municipality, for work behind the border."""
    return here_of(db.session.execute(select(Tenant.config).where(Tenant.id == current_tenant_id())).scalar_one())


def candidates(entry: HasLinks, online: Sequence[HasOnline], here: Here) -> list[Link]:
    """All links of an entry, best first; what is not well-formed or not allowed is left out."""
    values = values_of(entry, here)
    federal, portal = bundesportal(), here.portal or bundesportal()
    wanted: list[tuple[Level, str | None, str, str | None, Any]] = [(Level.OWN, entry.own.get("url"), "", None, None)]
    wanted += [(Level.ONLINE, one.url, one.title, None, one.id) for one in online]
    if here.portal is not None and NAMES_SERVICE.intersection(_PLACEHOLDER.findall(here.portal.page)):
        wanted.append((Level.PORTAL, here.portal.page, here.portal.name, here.portal.owner, None))
    if values["leika"]:
        wanted.append((Level.BUNDESPORTAL, federal.page, federal.name, federal.owner, None))
    elif entry.origin is not Origin.OWN:
        wanted.append((Level.SEARCH, portal.search, portal.name, portal.owner, None))
    found = []
    for level, pattern, name, owner, online_id in wanted:
        url = fill(pattern, values) if pattern else None
        if url is not None and allowed(url, here):
            host = host_of(url)
            led = next((one for one in (portal, federal) if host_of(one.url) == host), None)
            called = name or (led.name if led else host.removeprefix("www."))
            found.append(Link(level, url, called, owner or (led.owner if led else None), online_id))
    return found


def values_of(entry: HasLinks, here: Here) -> dict[str, str]:
    """What placeholders stand for; empty for what is not known."""
    keys = (key for key in (entry.leika_key, *entry.leika_keys) if key and LEIKA.fullmatch(key))
    values = {"ars": here.ars, "ags": here.ags, "plz": here.plz}
    return values | {"leika": next(keys, ""), "portal_id": entry.portal_id or ""}


def resolve(links: Iterable[Link], broken: Iterable[str]) -> Link | None:
    """The first that is not among the broken addresses."""
    avoided = frozenset(broken)
    return next((link for link in links if link.url not in avoided), None)


def fill(pattern: str, values: dict[str, str]) -> str | None:
    """The address with its placeholders filled in; None if one of them is unknown or has no value here."""
    names = set(_PLACEHOLDER.findall(pattern))
    if any(not values.get(name) for name in names):
        return None
    return _PLACEHOLDER.sub(lambda match: quote(values[match[1]], safe=""), pattern)


def allowed(url: str, here: Here) -> bool:
    """Whether residents of a municipality may be led there."""
    return may_lead(url, here.hosts)


def url_hash(url: str) -> str:
    """How an address is found among those that were checked."""
    return hashlib.sha256(url.encode()).hexdigest()


def broken_among(urls: Iterable[str]) -> set[str]:
    """Those of the addresses that the last check found broken."""
    hashes = sorted({url_hash(url) for url in urls})
    found: set[str] = set()
    for start in range(0, len(hashes), AT_ONCE):
        link = ServiceLink
        query = select(link.url).where(link.state == LinkState.BROKEN)
        found |= set(db.session.scalars(query.where(link.url_hash.in_(hashes[start : start + AT_ONCE]))))
    return found
