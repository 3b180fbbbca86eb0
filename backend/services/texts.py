# SPDX-License-Identifier: EUPL-1.2
"""Texts of services, each stored once however many municipalities show it. Knows no request; never commits.

They belong to no municipality, so only public words of a Land's template or of a source come in here. What nobody shows
any more is found across municipalities: columns only, as tests/test_walls.py pins it.
"""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Text, cast, delete, select
from sqlalchemy.exc import IntegrityError

from backend.bulk import change_rows
from backend.db import db
from backend.housekeeping import Broom
from backend.services.models import Service, ServiceText

Row = dict[str, Any]
# So long an unused text stays: a run that is under way may be about to point to it.
KEPT = timedelta(days=7)
AT_ONCE = 500


def body(**said: Any) -> Row:
    """A text with these parts, and nothing in the others."""
    empty: Row = dict.fromkeys(("title", "title_formal", "teaser"), "")
    empty |= dict.fromkeys(("situation", "fees", "deadlines", "duration"))
    empty |= {name: [] for name in ("modules", "forms", "links", "synonyms", "pv_lagen")}
    return {"language": "de"} | empty | said


def store(bodies: Iterable[Row], now: datetime) -> list[str]:
    """Have these texts (see ServiceText) stored; their hashes, in order."""
    found = [(hash_of(body), body) for body in bodies]
    missing = dict(found)
    for known in _known(list(missing)):
        del missing[known]
    # In one order everywhere: two runs with the same texts then wait for each other one way round only.
    missing = dict(sorted(missing.items()))
    if not _add(missing, now):
        # Another municipality's run was first, with some of the same texts.
        for one, body in missing.items():
            _add({one: body}, now)
    return [one for one, _body in found]


def hash_of(body: Row) -> str:
    """The name of a text: the same words, the same name."""
    return hashlib.sha256(json.dumps(body, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def read(hashes: Iterable[str | None]) -> dict[str, Row]:
    """The texts with these hashes."""
    wanted = sorted({one for one in hashes if one})
    found: dict[str, Row] = {}
    for start in range(0, len(wanted), AT_ONCE):
        query = select(ServiceText.hash, ServiceText.body).where(ServiceText.hash.in_(wanted[start : start + AT_ONCE]))
        found |= {row.hash: row.body for row in db.session.execute(query)}
    return found


def forget(now: datetime) -> int:
    """Remove the texts that no entry of any municipality shows."""
    old = set(db.session.scalars(select(ServiceText.hash).where(ServiceText.stored_at < now - KEPT)))
    # As text, because PostgreSQL compares no JSON.
    used = select(Service.text_hash, cast(Service.translations, Text)).distinct()
    for text_hash, translations in db.session.execute(used.execution_options(across_tenants=True)) if old else ():
        old.discard(text_hash)
        old.difference_update(json.loads(translations).values())
    return sum(change_rows(delete(ServiceText).where(ServiceText.hash == one)) for one in old)


BROOM = Broom("texts of services that nobody shows", forget, whole_house=True)


def _add(bodies: dict[str, Row], now: datetime) -> bool:
    """Whether none of these texts was there."""
    try:
        with db.session.begin_nested():
            db.session.add_all(ServiceText(hash=one, body=body, stored_at=now) for one, body in bodies.items())
    except IntegrityError:
        return False
    return True


def _known(hashes: list[str]) -> list[str]:
    known: list[str] = []
    for start in range(0, len(hashes), AT_ONCE):
        query = select(ServiceText.hash).where(ServiceText.hash.in_(hashes[start : start + AT_ONCE]))
        known += db.session.scalars(query)
    return known
