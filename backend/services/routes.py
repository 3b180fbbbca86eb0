# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the directory's API for residents."""

import uuid
from typing import Any

from flask_smorest.pagination import PaginationParameters

from backend.services import detail, offices, operations, schemas
from backend.web import Access, Border, municipality

bp = Border(
    "services", __name__, url_prefix="/api/v1/services", module="services", description="Administrative services"
)


@bp.endpoint(
    "",
    access=Access.PUBLIC,
    query=schemas.ServiceQuerySchema(),
    returns=schemas.ServiceListItemSchema(many=True),
    page_size=50,
)
def list_services(query: dict[str, Any], pagination_parameters: PaginationParameters) -> Any:
    """List services from A to Z, or what matches `q`, the best first."""
    paging = pagination_parameters
    rows, total = operations.list_services(**query, first=paging.first_item, limit=paging.page_size)
    paging.item_count = total
    return rows


@bp.endpoint("/situations", access=Access.PUBLIC, returns=schemas.CountedSituationSchema(many=True))
def list_situations() -> Any:
    """The situations in life under which something is found."""
    return operations.list_situations()


@bp.endpoint("/top", access=Access.PUBLIC, returns=schemas.ServiceListItemSchema(many=True))
def list_top() -> Any:
    """What residents ask for most: the municipality's choice, nothing is counted."""
    return operations.list_top(municipality().config)


@bp.endpoint("/index", access=Access.PUBLIC, returns=schemas.IndexSchema())
def get_index() -> Any:
    """All services and offices, compact, for searching on the phone."""
    return operations.index()


@bp.endpoint("/offices", access=Access.PUBLIC, returns=schemas.OfficeListItemSchema(many=True))
def list_offices() -> Any:
    """All offices with their opening hours."""
    return offices.list_offices()


@bp.endpoint("/offices/<uuid:office_id>", access=Access.PUBLIC, returns=schemas.OfficeSchema())
def get_office(office_id: uuid.UUID) -> Any:
    """One office with what it is responsible for."""
    return offices.get_office(office_id)


@bp.endpoint(
    "/<uuid:service_id>", access=Access.PUBLIC, query=schemas.LanguageQuerySchema(), returns=schemas.ServiceSchema()
)
def get_service(query: dict[str, str], service_id: uuid.UUID) -> Any:
    """One service: what it is, what to bring, whom to see, where to apply."""
    return detail.get_service(service_id, municipality().config, query.get("language"))
