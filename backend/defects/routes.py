# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the defects API for everybody."""

from typing import Any

from backend.defects import operations, schemas
from backend.web import Access, Border

bp = Border(
    "defects", __name__, url_prefix="/api/v1/defects", module="defects", description="What is broken, and where"
)


@bp.endpoint("/categories", access=Access.PUBLIC, returns=schemas.DefectCategorySchema(many=True))
def list_categories() -> Any:
    """What can be reported, in the municipality's order."""
    return operations.list_categories()
