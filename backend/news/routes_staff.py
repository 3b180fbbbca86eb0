# SPDX-License-Identifier: EUPL-1.2
"""Addresses of news for editors."""

import uuid
from typing import Any

from flask_smorest.pagination import PaginationParameters

from backend import gate
from backend.accounts.operations.settings import acting
from backend.editing import Acting
from backend.editing.schemas import CategorySchema, StaffSourceSchema, StateCountsSchema
from backend.editing.verbs import Publication, Words, register_verbs
from backend.news import operations, overview, sources
from backend.news import schemas_staff as schemas
from backend.news.editing import NEWS
from backend.push.schemas import PublicationSchema
from backend.web import Access, Border, now

bp = Border("staff-news", __name__, url_prefix="/api/v1/staff/news", module="news", description="Staff: news")


@bp.endpoint(
    "",
    access=Access.EDITOR,
    query=schemas.StaffNewsQuerySchema(),
    returns=schemas.StaffNewsListItemSchema(many=True),
    page_size=50,
)
def list_items(query: dict[str, str], pagination_parameters: PaginationParameters) -> Any:
    """All items: what is unfinished first, then visible ones, newest first, then expired and withdrawn ones."""
    page = pagination_parameters
    rows, page.item_count = overview.list_items(now(), **query, first=page.first_item, limit=page.page_size)
    return rows


@bp.endpoint("/counts", access=Access.EDITOR, returns=StateCountsSchema())
def count_items() -> Any:
    """How many items are in each state."""
    return overview.count_items(now())


@bp.endpoint("/categories", access=Access.EDITOR, returns=CategorySchema(many=True))
def list_categories() -> Any:
    """All categories in the municipality's order."""
    return operations.list_categories()


@bp.endpoint("/sources", access=Access.EDITOR, returns=StaffSourceSchema(many=True))
def list_sources() -> Any:
    """The feeds that are imported, and how the last import of each ended."""
    return sources.list_sources(now())


@bp.endpoint("/sources/<uuid:source_id>/run", method="POST", access=Access.EDITOR, also=(202,))
def run_source(source_id: uuid.UUID) -> Any:
    """Import a feed now, in the background."""
    sources.ask_for_run(source_id, gate.staff(), now())
    return "", 202


def _acting() -> Acting:
    return acting(gate.staff(), now())


register_verbs(
    bp,
    NEWS,
    Words(schemas.StaffNewsSchema(), schemas.NewsContentSchema(), schemas.NewsRevisionSchema()),
    _acting,
    publication=Publication(PublicationSchema(), NEWS.publish_and_ring),
)
