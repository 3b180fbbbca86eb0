# SPDX-License-Identifier: EUPL-1.2
"""Addresses of pages for editors."""

import uuid
from typing import Any

from backend import gate
from backend.conditions import expected_version
from backend.editing import Acting
from backend.editing.schemas import RevisionSchema
from backend.pages import schemas_staff as schemas
from backend.pages.editing import PAGES, accept, list_all
from backend.web import Access, Border, now

bp = Border("staff-pages", __name__, url_prefix="/api/v1/staff/pages", description="Staff: pages")

PAGE = schemas.StaffPageSchema()
one: dict[str, Any] = {"access": Access.EDITOR, "returns": PAGE, "conditional": PAGE}


@bp.endpoint("", access=Access.EDITOR, returns=schemas.StaffPageListItemSchema(many=True))
def list_pages() -> Any:
    """All pages in the municipality's order."""
    return list_all()


@bp.endpoint("/<uuid:page_id>", **one)
def get_page(page_id: uuid.UUID) -> Any:
    """One page with unpublished changes laid over it."""
    return PAGES.get(page_id, _acting())


@bp.endpoint("/<uuid:page_id>", method="PUT", body=schemas.PageContentSchema(), creates=True, **one)
def save_page(body: dict[str, Any], page_id: uuid.UUID) -> Any:
    """Keep the whole content; residents see nothing of it. With `If-None-Match: *` an own page of this id is made
    (201)."""
    content, expected = accept(body), expected_version()
    if expected is not None:
        return PAGES.save(page_id, content, expected, _acting())
    row, created = PAGES.create(page_id, content, _acting())
    return row, 201 if created else 200


@bp.endpoint("/<uuid:page_id>", method="DELETE", access=Access.EDITOR, conditional=PAGE)
def delete_page(page_id: uuid.UUID) -> Any:
    """Delete an own page; legal ones stay."""
    PAGES.delete(page_id, _expected(), _acting())
    return "", 204


@bp.endpoint("/<uuid:page_id>/publication", method="POST", **one)
def publish_page(page_id: uuid.UUID) -> Any:
    """Show the content to residents; what is lacking comes as errors by field."""
    return PAGES.publish(page_id, _expected(), _acting())


@bp.endpoint("/<uuid:page_id>/discard", method="POST", **one)
def discard_changes(page_id: uuid.UUID) -> Any:
    """Drop the unpublished changes; they stay in the history."""
    return PAGES.discard(page_id, _expected(), _acting())


@bp.endpoint("/<uuid:page_id>/revisions", access=Access.EDITOR, returns=RevisionSchema(many=True))
def list_revisions(page_id: uuid.UUID) -> Any:
    """The history, newest first; saves of one sitting are one line."""
    return PAGES.list_revisions(page_id)


@bp.endpoint("/<uuid:page_id>/revisions/<uuid:revision_id>", access=Access.EDITOR, returns=schemas.PageRevisionSchema())
def get_revision(page_id: uuid.UUID, revision_id: uuid.UUID) -> Any:
    """One line of the history with its content."""
    return PAGES.get_revision(page_id, revision_id)


@bp.endpoint("/<uuid:page_id>/revisions/<uuid:revision_id>/restoration", method="POST", **one)
def restore_revision(page_id: uuid.UUID, revision_id: uuid.UUID) -> Any:
    """Go on from an earlier content; residents see nothing of it yet."""
    return PAGES.restore_revision(page_id, revision_id, _expected(), _acting())


def _acting() -> Acting:
    return Acting(gate.staff(), now())


def _expected() -> int:
    return expected_version() or 0
