# SPDX-License-Identifier: EUPL-1.2
"""Addresses of news for editors."""

import uuid
from typing import Any

from flask_smorest.pagination import PaginationParameters

from backend import gate
from backend.accounts.operations.settings import four_eyes
from backend.conditions import expected_version
from backend.editing import Acting
from backend.editing.schemas import ReturnSchema, RevisionSchema
from backend.news import operations, overview, sources
from backend.news import schemas_staff as schemas
from backend.news.editing import NEWS, accept
from backend.news.ringing import Wish
from backend.news.schemas import CategorySchema
from backend.web import Access, Border, now

bp = Border("staff-news", __name__, url_prefix="/api/v1/staff/news", module="news", description="Staff: news")

ITEM = schemas.StaffNewsSchema()
one: dict[str, Any] = {"access": Access.EDITOR, "returns": ITEM, "conditional": ITEM}


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


@bp.endpoint("/counts", access=Access.EDITOR, returns=schemas.NewsCountsSchema())
def count_items() -> Any:
    """How many items are in each state."""
    return overview.count_items(now())


@bp.endpoint("/categories", access=Access.EDITOR, returns=CategorySchema(many=True))
def list_categories() -> Any:
    """All categories in the municipality's order."""
    return operations.list_categories()


@bp.endpoint("/sources", access=Access.EDITOR, returns=schemas.StaffNewsSourceSchema(many=True))
def list_sources() -> Any:
    """The feeds that are imported, and how the last import of each ended."""
    return sources.list_sources(now())


@bp.endpoint("/sources/<uuid:source_id>/run", method="POST", access=Access.EDITOR, also=(202,))
def run_source(source_id: uuid.UUID) -> Any:
    """Import a feed now, in the background."""
    sources.ask_for_run(source_id, gate.staff(), now())
    return "", 202


@bp.endpoint("/<uuid:item_id>", **one)
def get_item(item_id: uuid.UUID) -> Any:
    """One item with unpublished changes laid over it."""
    return NEWS.get(item_id, _acting())


@bp.endpoint("/<uuid:item_id>", method="PUT", body=schemas.NewsContentSchema(), creates=True, **one)
def save_item(body: dict[str, Any], item_id: uuid.UUID) -> Any:
    """Keep the whole content; residents see nothing of it. With `If-None-Match: *` a draft of this id is made (201)."""
    content, expected = accept(body), expected_version()
    if expected is not None:
        return NEWS.save(item_id, content, expected, _acting())
    row, created = NEWS.create(item_id, content, _acting())
    return row, 201 if created else 200


@bp.endpoint("/<uuid:item_id>", method="DELETE", access=Access.EDITOR, conditional=ITEM)
def delete_item(item_id: uuid.UUID) -> Any:
    """Delete what residents have never seen."""
    NEWS.delete(item_id, _expected(), _acting())
    return "", 204


@bp.endpoint("/<uuid:item_id>/publication", method="POST", body=schemas.PublicationSchema(), **one)
def publish_item(body: dict[str, Any], item_id: uuid.UUID) -> Any:
    """Show the content to residents, at once or from its date on, and let phones ring with it if wished; what is
    lacking comes as errors by field."""
    wish = Wish(**body["notification"]) if body["notification"] else None
    return NEWS.publish_and_ring(item_id, wish, _expected(), _acting())


@bp.endpoint("/<uuid:item_id>/submission", method="POST", **one)
def submit_item(item_id: uuid.UUID) -> Any:
    """Ask for the second pair of eyes."""
    return NEWS.submit(item_id, _expected(), _acting())


@bp.endpoint("/<uuid:item_id>/return", method="POST", body=ReturnSchema(), **one)
def return_item(body: dict[str, str], item_id: uuid.UUID) -> Any:
    """Give it back to its author, with a word why."""
    return NEWS.send_back(item_id, body["note"], _expected(), _acting())


@bp.endpoint("/<uuid:item_id>/withdrawal", method="POST", **one)
def withdraw_item(item_id: uuid.UUID) -> Any:
    """Take it from the residents at once."""
    return NEWS.withdraw(item_id, _expected(), _acting())


@bp.endpoint("/<uuid:item_id>/restoration", method="POST", **one)
def restore_item(item_id: uuid.UUID) -> Any:
    """Make a withdrawn item a draft again."""
    return NEWS.restore(item_id, _expected(), _acting())


@bp.endpoint("/<uuid:item_id>/discard", method="POST", **one)
def discard_changes(item_id: uuid.UUID) -> Any:
    """Drop the unpublished changes; they stay in the history."""
    return NEWS.discard(item_id, _expected(), _acting())


@bp.endpoint("/<uuid:item_id>/revisions", access=Access.EDITOR, returns=RevisionSchema(many=True))
def list_revisions(item_id: uuid.UUID) -> Any:
    """The history, newest first; saves of one sitting are one line."""
    return NEWS.list_revisions(item_id)


@bp.endpoint("/<uuid:item_id>/revisions/<uuid:revision_id>", access=Access.EDITOR, returns=schemas.NewsRevisionSchema())
def get_revision(item_id: uuid.UUID, revision_id: uuid.UUID) -> Any:
    """One line of the history with its content."""
    return NEWS.get_revision(item_id, revision_id)


@bp.endpoint("/<uuid:item_id>/revisions/<uuid:revision_id>/restoration", method="POST", **one)
def restore_revision(item_id: uuid.UUID, revision_id: uuid.UUID) -> Any:
    """Go on from an earlier content; residents see nothing of it yet."""
    return NEWS.restore_revision(item_id, revision_id, _expected(), _acting())


def _acting() -> Acting:
    return Acting(gate.staff(), now(), four_eyes())


def _expected() -> int:
    return expected_version() or 0
