# SPDX-License-Identifier: EUPL-1.2
"""Which reports may be about the same thing: the same category, near by, and open or closed a short time ago. For
staff: also those that nobody else sees yet. Knows no request; never commits."""

import uuid
from collections.abc import Collection
from datetime import datetime, timedelta
from math import cos, hypot, radians
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import aliased

from backend.db import db
from backend.defects.models import DefectCategory, DefectReport
from backend.defects.states import OPEN, DefectStatus
from backend.reference.geography import METRES

STILL_KNOWN = timedelta(days=30)
MOST = 5
MOST_PAIRS = 1000
# Where one report of a heap leads, the others are no news.
NOT_TO_LEAD = frozenset({DefectStatus.DUPLICATE, DefectStatus.WITHDRAWN, DefectStatus.REJECTED})


def near(ids: Collection[uuid.UUID], now: datetime) -> dict[uuid.UUID, list[tuple[Any, int]]]:
    """For each of these reports those near by, the nearest first, as rows (id, number, received_at) with their distance
    in metres; in one question however many there are."""
    own, other = DefectReport, aliased(DefectReport)
    reach = DefectCategory.radius / METRES
    pairs = db.session.execute(
        select(
            own.id.label("own_id"),
            own.lat.label("own_lat"),
            own.lon.label("own_lon"),
            DefectCategory.radius,
            other.id,
            other.number,
            other.lat,
            other.lon,
            other.received_at,
        )
        .join(DefectCategory, DefectCategory.id == own.category_id)
        .join(
            other,
            and_(
                other.category_id == own.category_id,
                other.id != own.id,
                other.lat.between(own.lat - reach, own.lat + reach),
            ),
        )
        .where(
            own.id.in_(ids),
            other.status.not_in(NOT_TO_LEAD),
            other.hidden_at.is_(None),
            or_(other.status.in_(OPEN), other.closed_at >= now - STILL_KNOWN),
        )
        .order_by(other.received_at.desc(), other.id)
        .limit(MOST_PAIRS)
    )
    found: dict[uuid.UUID, list[tuple[Any, int]]] = {}
    for row in pairs:
        away = _metres(row)
        if away <= row.radius:
            found.setdefault(row.own_id, []).append((row, round(away)))
    return {key: sorted(rows, key=lambda one: one[1])[:MOST] for key, rows in found.items()}


def _metres(row: Any) -> float:
    # Flat, as the earth is within a few hundred metres.
    north, east = row.lat - row.own_lat, (row.lon - row.own_lon) * cos(radians(row.own_lat))
    return hypot(north, east) * METRES
