# SPDX-License-Identifier: EUPL-1.2
"""A source that the tenant file no longer names: what came from it goes, what the municipality said of it stays. Knows
no request; never commits."""

import uuid
from datetime import datetime

from sqlalchemy import delete

from backend.bulk import change_rows
from backend.db import db
from backend.services.composing import locked, settle
from backend.services.joining import forget_offices
from backend.services.links import Here
from backend.services.merging import let_go
from backend.services.models import OnlineService, Service, ServiceImportItem, ServiceOffice, ServiceSource


def forget_source(source: ServiceSource, here: Here, now: datetime) -> None:
    """Remove a source with all that came from it; entries get the Land's words back. Call `reads.bump` afterwards."""
    source_id: uuid.UUID = source.id
    for model in (OnlineService, ServiceOffice, ServiceImportItem):
        change_rows(delete(model).where(model.source_id == source_id))
    rows = locked(Service.source_id == source_id)
    left = [row for row in rows if let_go(row, here, now)]
    forget_offices(source_id, frozenset(), now)
    db.session.flush()
    settle(left, here)
    db.session.delete(source)
    db.session.flush()
