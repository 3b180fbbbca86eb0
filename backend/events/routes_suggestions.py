# SPDX-License-Identifier: EUPL-1.2
"""Addresses of suggestions, for residents who send one and for editors who decide. Secrets travel as Bearer."""

import uuid
from typing import Any

from flask_smorest.pagination import PaginationParameters

from backend import gate
from backend.accounts.operations.settings import acting
from backend.bearer import bearer
from backend.events import schemas_suggestions as schemas
from backend.events import suggestions
from backend.throttle import Limit
from backend.web import Access, Border, now

bp = Border(
    "event-suggestions", __name__, url_prefix="/api/v1/events/suggestions", module="events",
    description="Events that residents suggest",
)  # fmt: skip
staff_bp = Border(
    "staff-event-suggestions", __name__, url_prefix="/api/v1/staff/events/suggestions", module="events",
    description="Staff: events that residents suggest",
)  # fmt: skip

# For each network: many phones share the address of a mobile network.
SUGGESTING = Limit("event-suggesting", 20, 60 * 60)
LOOKING = Limit("event-suggestion-looking", 300, 60 * 60)
NEEDED = "The suggestion's own secret is missing."


@bp.endpoint(
    "",
    method="POST",
    access=Access.OPEN,
    body=schemas.SuggestSchema(),
    returns=schemas.OwnSuggestionSchema(),
    limit=SUGGESTING,
    also=(201,),
)
def suggest(body: dict[str, Any]) -> Any:
    """Suggest an event: 201, or 200 when the same arrives again. Editors decide; nothing is shown before."""
    row, new = suggestions.suggest(body, bearer(NEEDED), now())
    return row, 201 if new else 200


@bp.endpoint("/<uuid:suggestion_id>", access=Access.OPEN, returns=schemas.OwnSuggestionSchema(), limit=LOOKING)
def get_suggestion(suggestion_id: uuid.UUID) -> Any:
    """What became of the own suggestion."""
    return suggestions.show(suggestion_id, bearer(NEEDED), now())


@staff_bp.endpoint("", access=Access.EDITOR, returns=schemas.StaffSuggestionSchema(many=True), page_size=50)
def list_suggestions(pagination_parameters: PaginationParameters) -> Any:
    """Those to decide first."""
    page = pagination_parameters
    rows, page.item_count = suggestions.list_suggestions(now(), first=page.first_item, limit=page.page_size)
    return rows


@staff_bp.endpoint(
    "/<uuid:suggestion_id>/acceptance", method="POST", access=Access.EDITOR, returns=schemas.StaffSuggestionSchema()
)
def accept_suggestion(suggestion_id: uuid.UUID) -> Any:
    """Make a draft of it: `event_id`."""
    return suggestions.accept(suggestion_id, acting(gate.staff(), now()))


@staff_bp.endpoint(
    "/<uuid:suggestion_id>/refusal",
    method="POST",
    access=Access.EDITOR,
    body=schemas.RefusalSchema(),
    returns=schemas.StaffSuggestionSchema(),
)
def refuse_suggestion(body: dict[str, str], suggestion_id: uuid.UUID) -> Any:
    """Say no, perhaps why."""
    return suggestions.refuse(suggestion_id, body["note"], gate.staff(), now())
