# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the defects API for everybody."""

import uuid
from typing import Any

from flask_smorest.pagination import PaginationParameters

from backend.defects import operations, schemas
from backend.defects.working_time import working_time
from backend.throttle import Limit
from backend.web import Access, Border, lasts_until, municipality, now

bp = Border(
    "defects", __name__, url_prefix="/api/v1/defects", module="defects", description="What is broken, and its repair"
)
# Whoever moves the pin about asks often, and a mobile network is one address for many.
LOOKING = Limit("defects-nearby", tries=300, seconds=600)


@bp.endpoint("/categories", access=Access.PUBLIC, returns=schemas.DefectCategorySchema(many=True))
def list_categories() -> Any:
    """What can be reported, in the municipality's order."""
    return operations.list_categories()


@bp.endpoint(
    "",
    access=Access.PUBLIC,
    query=schemas.DefectQuerySchema(),
    returns=schemas.DefectListItemSchema(many=True),
    page_size=20,
)
def list_defects(query: dict[str, str], pagination_parameters: PaginationParameters) -> Any:
    """List what is public, the newest change first."""
    paging = pagination_parameters
    items, paging.item_count = operations.list_reports(**query, first=paging.first_item, limit=paging.page_size)
    return items


@bp.endpoint(
    "/points",
    access=Access.PUBLIC,
    query=schemas.PointQuerySchema(),
    returns=schemas.DefectPointSchema(many=True),
)
def list_points(query: dict[str, str]) -> Any:
    """What a map shows: everything open, then the newest of what is closed; 2,000 at most."""
    return operations.list_points(**query)


@bp.endpoint(
    "/nearby",
    access=Access.OPEN,
    query=schemas.NearbyQuerySchema(),
    returns=schemas.NearbyDefectSchema(many=True),
    limit=LOOKING,
)
def find_nearby(query: dict[str, Any]) -> Any:
    """Up to five public reports of a category within its radius, the nearest first: open, or closed in the last 30
    days."""
    return operations.find_nearby(**query, now=now())


@bp.endpoint("/<uuid:report_id>", access=Access.PUBLIC, returns=schemas.DefectSchema())
def get_defect(report_id: uuid.UUID) -> Any:
    """One report. What was withdrawn, rejected or hidden answers like what never was."""
    report, until = operations.get_report(report_id, working_time(municipality().config), now())
    lasts_until(until)
    return report
