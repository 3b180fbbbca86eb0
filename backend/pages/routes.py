# SPDX-License-Identifier: EUPL-1.2
"""Address of the pages API."""

from typing import Any

from backend.pages import operations
from backend.pages.schemas import PageSchema
from backend.web import Access, Border

bp = Border("pages", __name__, url_prefix="/api/v1/pages", description="Legal and own pages")


@bp.endpoint("/<string:slug>", access=Access.PUBLIC, returns=PageSchema())
def get_page(slug: str) -> Any:
    """One page with its text."""
    return operations.get_page(slug)
