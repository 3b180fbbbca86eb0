# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the events API for residents."""

import uuid
from typing import Any

from flask_smorest.pagination import PaginationParameters

from backend.editing.schemas import CategorySchema
from backend.events import operations, schemas
from backend.events.spans import Span
from backend.web import Access, Border, lasts_until, now

bp = Border("events", __name__, url_prefix="/api/v1/events", module="events", description="What takes place, and when")


@bp.endpoint(
    "",
    access=Access.PUBLIC,
    query=schemas.EventQuerySchema(),
    returns=schemas.EventListItemSchema(many=True),
    page_size=20,
)
def list_events(query: dict[str, Any], pagination_parameters: PaginationParameters) -> Any:
    """List dates by their start; a series comes once for each. Nothing is counted for it: the totals in X-Pagination
    reach one past this page while there is more."""
    paging, span = pagination_parameters, Span(now(), query.pop("since", None), query.pop("to", None))
    page = operations.list_events(span, **query, first=paging.first_item, limit=paging.page_size)
    paging.item_count = page.known
    lasts_until(page.lasts_until)
    return page.rows


@bp.endpoint("/days", access=Access.PUBLIC, query=schemas.SpanQuerySchema(), returns=schemas.DaySchema(many=True))
def count_days(query: dict[str, Any]) -> Any:
    """How much is listed on each day, for a month view; days without anything are left out; at most 100 days."""
    span = Span(now(), query.pop("since", None), query.pop("to", None))
    days, until = operations.count_days(span, **query)
    lasts_until(until)
    return days


@bp.endpoint("/categories", access=Access.PUBLIC, returns=CategorySchema(many=True))
def list_categories() -> Any:
    """All categories in the municipality's order."""
    return operations.list_categories()


@bp.endpoint("/<uuid:event_id>", access=Access.PUBLIC, query=schemas.WhichDateSchema(), returns=schemas.EventSchema())
def get_event(query: dict[str, str], event_id: uuid.UUID) -> Any:
    """One event on one of its dates, with the next ten."""
    event, until = operations.get_event(event_id, now(), query.get("date"))
    lasts_until(until)
    return event
