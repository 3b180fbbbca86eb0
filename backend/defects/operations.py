# SPDX-License-Identifier: EUPL-1.2
"""What residents read of defects. Knows no request; never commits; never reads what is not published."""

from typing import Any

from sqlalchemy import select

from backend.db import db
from backend.defects.models import DefectCategory

Row = dict[str, Any]


def list_categories() -> list[Row]:
    """What can be reported, in the municipality's order."""
    category = DefectCategory
    columns = (category.slug.label("code"), category.name, category.group, category.icon, category.hint)
    query = select(*columns, category.keywords, category.radius, category.questions).where(category.active)
    rows = db.session.execute(query.order_by(category.position, category.name))
    return [dict(row._mapping) for row in rows]
