# SPDX-License-Identifier: EUPL-1.2
"""What a source of services gives, whatever its format: items in our words, one after the other. Knows no database.

A service of XZuFi (Leistung), PVOG or Infodienste becomes the same `Item`; what its texts may hold, cleaning.py says.
"""

import enum
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

Row = dict[str, Any]


class Kind(enum.StrEnum):
    """The classes of objects, named as in XZuFi."""

    SERVICE = "Leistung"
    OFFICE = "Organisationseinheit"
    ONLINE = "Onlinedienst"
    RESPONSIBILITY = "Zustaendigkeit"


class State(enum.Enum):
    """What a source says of an object. UNREADABLE: it has it, but nobody could make anything of it; what was known of
    it stays."""

    HERE = enum.auto()
    GONE = enum.auto()
    ELSEWHERE = enum.auto()
    UNREADABLE = enum.auto()


@dataclass(frozen=True, slots=True)
class Item:
    """One object as a source has it now; `data` if it is HERE.

    SERVICE: bodies ({language: text}, see services.texts), leika_keys, portal_id, stand (ISO), in_pvog, offices ([{id,
    role, area}]), online ([{id, area, title, url, trust_level, payment}]). OFFICE: columns of Office, and services
    ([{id, role, area}]). ONLINE: title, url, trust_level, payment. RESPONSIBILITY: service, parent, role, area, online
    (whether the parent is an ONLINE).
    """

    kind: Kind
    external_id: str
    data: Row | None = None
    state: State = State.HERE


def _nothing(_kind: Kind, _external_id: str) -> bool:
    return False


@dataclass(frozen=True)
class Setup:
    """What a source needs to know. `url` and `settings` are the tenant file's, `key` is the municipality's own, `allow`
    names private servers that may be asked, `folder` holds the operator's files, `leika_keys` are those of the
    directory; `known` tells what this run, begun before and broken off, has already seen."""

    url: str
    ars: str
    ags: str
    settings: Row = field(default_factory=dict)
    key: str | None = field(default=None, repr=False)
    allow: tuple[str, ...] = ()
    folder: Path = Path()
    leika_keys: tuple[str, ...] = ()
    known: Callable[[Kind, str], bool] = _nothing


class ServiceSource(Protocol):
    """A source. `complete`: at the end of `fetch` everything was named that the source has, so what was not is gone.
    `in_pvog`: whether PVOG knows a LeiKa key here, if it was asked."""

    complete: bool
    in_pvog: dict[str, bool]

    def fetch(self) -> Iterator[Item]:
        """The objects; in a run that goes on, without those that are known. A service comes after its offices. Raises
        OutboundError or Unreadable; whatever was given before holds."""
        ...
