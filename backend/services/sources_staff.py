# SPDX-License-Identifier: EUPL-1.2
"""The editors' view of the sources, and the key that a Land gives a municipality: it goes in and never comes out. Knows
no request; never commits."""

import uuid
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import select

from backend import audit, importing
from backend.db import db
from backend.problems import Conflict, Missing
from backend.sealing import seal
from backend.services.importing import IMPORTER
from backend.services.merging import Counts
from backend.services.models import Origin, ServiceSource
from backend.staff import Staff

Row = dict[str, Any]
WITH_KEY = frozenset({Origin.INFODIENSTE})
NOTHING = asdict(Counts())


class NoKeyNeeded(Conflict):
    """This kind of source asks nobody for a key."""

    code, title = "no-key-needed", "This source needs no key"


def list_sources(now: datetime) -> list[Row]:
    """All sources, how the last import of each ended, and whether its key is there."""
    query = select(ServiceSource.id, ServiceSource.kind, ServiceSource.sealed.is_not(None), ServiceSource.report)
    more = {
        row_id: {
            "kind": kind,
            "secret": ("set" if sealed else "unset") if kind in WITH_KEY else None,
            "report": NOTHING | {name: report[name] for name in report.keys() & NOTHING.keys()} if report else None,
        }
        for row_id, kind, sealed, report in db.session.execute(query)
    }
    return [row | more[row["id"]] for row in importing.list_sources(IMPORTER, now)]


def ask_for_run(source_id: uuid.UUID, who: Staff, now: datetime) -> None:
    """Import a source in the background. Raises Missing, Conflict."""
    importing.ask_for_run(IMPORTER, source_id, who, now)


def set_key(source_id: uuid.UUID, key: str | None, who: Staff) -> None:
    """Keep the key of a source, encrypted, or forget it. Raises Missing, NoKeyNeeded."""
    row = IMPORTER.locked(source_id)
    if row is None:
        raise Missing("There is no such source.")
    if row.kind not in WITH_KEY:
        raise NoKeyNeeded()
    if key is None and row.sealed is None:
        return
    row.sealed = seal(key) if key is not None else None
    audit.note("services.source-key-set" if key else "services.source-key-removed", who, row.name, id=str(row.id))
