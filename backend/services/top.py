# SPDX-License-Identifier: EUPL-1.2
"""What residents ask for most, as editors choose it; nothing is counted. Knows no request; never commits."""

import uuid
from contextlib import suppress
from typing import Any, cast

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from backend import audit
from backend.db import db
from backend.problems import Invalid, PreconditionFailed
from backend.reads import bump
from backend.reference.laender import land_of
from backend.services.models import Service, ServiceSettings
from backend.services.operations import TOP, named
from backend.staff import Staff

Row = dict[str, Any]
COLUMNS = (Service.id, Service.title, Service.situation, Service.hidden, Service.land_key)


def read(config: Row) -> Row:
    """The municipality's choice, else the Land's."""
    row = db.session.scalar(select(ServiceSettings)) or ServiceSettings(top=[], version=1)
    if row.top:
        found = {str(one.id): one for one in _rows(Service.id.in_([uuid.UUID(one) for one in row.top]))}
        order = row.top
    else:
        order = list(land_of(config["tenant"]["ags"]).top)
        found = {one.land_key: one for one in _rows(Service.land_key.in_(order)) if not one.hidden}
        order = [key for key in order if key in found][:TOP]
    return {
        "version": row.version,
        "own": bool(row.top),
        "most": TOP,
        "items": [_shown(found[one]) for one in order if one in found],
    }


def change(ids: list[uuid.UUID], expected: int | None, config: Row, who: Staff) -> Row:
    """Choose, in this order; nothing: the Land's choice. Raises PreconditionFailed, Invalid."""
    row = locked()
    if row.version != expected:
        raise PreconditionFailed(read(config))
    chosen = list(dict.fromkeys(ids))
    if len(chosen) > TOP:
        raise Invalid("These are too many.", {"ids": [f"At most {TOP}."]})
    if len(list(_rows(Service.id.in_(chosen)))) < len(chosen):
        raise Invalid("There is no such service.", {"ids": ["There is no such service."]})
    if row.top != [str(one) for one in chosen]:
        row.top, row.edited, row.version = [str(one) for one in chosen], True, row.version + 1
        audit.note("services.top-changed", who)
        bump()
        db.session.flush()
    return read(config)


def locked() -> ServiceSettings:
    """The row, for this transaction alone; made if nothing has planted it."""
    row = _locked()
    if row is None:
        # Unless another request is faster.
        with suppress(IntegrityError), db.session.begin_nested():
            db.session.add(ServiceSettings(top=[], edited=False, version=1))
        row = _locked()
    return cast(ServiceSettings, row)


def _locked() -> ServiceSettings | None:
    return db.session.scalar(select(ServiceSettings).with_for_update())


def _rows(condition: Any) -> Any:
    return db.session.execute(select(*COLUMNS).where(condition))


def _shown(row: Any) -> Row:
    return {"id": row.id, "title": row.title, "situation": named(row.situation), "hidden": row.hidden}
