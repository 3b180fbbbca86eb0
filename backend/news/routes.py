# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the news API."""

import uuid
from typing import Any

from flask_smorest.pagination import PaginationParameters

from backend.news import operations
from backend.news.schemas import NewsItemSchema, NewsListItemSchema, NewsQuerySchema
from backend.web import Access, Border, now

bp = Border("news", __name__, url_prefix="/api/v1/news", module="news", description="News of the municipality")


@bp.endpoint("", access=Access.PUBLIC, query=NewsQuerySchema(), returns=NewsListItemSchema(many=True), page_size=20)
def list_news(query: dict[str, str], pagination_parameters: PaginationParameters) -> Any:
    """List visible news, newest first, without bodies."""
    page = pagination_parameters
    rows, page.item_count = operations.list_news(now(), **query, first=page.first_item, limit=page.page_size)
    return rows


@bp.endpoint("/<uuid:item_id>", access=Access.PUBLIC, returns=NewsItemSchema())
def get_news(item_id: uuid.UUID) -> Any:
    """One news item with its text."""
    return operations.get_news(item_id, now())
