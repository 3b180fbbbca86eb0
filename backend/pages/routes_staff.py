# SPDX-License-Identifier: EUPL-1.2
"""Addresses of pages for editors."""

from typing import Any

from backend import gate
from backend.editing import Acting
from backend.editing.verbs import Words, register_verbs
from backend.pages import schemas_staff as schemas
from backend.pages.editing import PAGES, list_all
from backend.web import Access, Border, now

bp = Border("staff-pages", __name__, url_prefix="/api/v1/staff/pages", description="Staff: pages")


@bp.endpoint("", access=Access.EDITOR, returns=schemas.StaffPageListItemSchema(many=True))
def list_pages() -> Any:
    """All pages in the municipality's order."""
    return list_all()


def _acting() -> Acting:
    return Acting(gate.staff(), now())


register_verbs(
    bp, PAGES, Words(schemas.StaffPageSchema(), schemas.PageContentSchema(), schemas.PageRevisionSchema()), _acting
)
