# SPDX-License-Identifier: EUPL-1.2
"""Addresses of events for editors. Who writes for one organiser only gets in where it says ORGANISER, and sees what
that organiser holds."""

import uuid
from typing import Any

from flask_smorest.pagination import PaginationParameters

from backend import gate
from backend.accounts.operations.settings import acting
from backend.conditions import expected_version
from backend.editing import Acting
from backend.editing.schemas import CategorySchema, StaffSourceSchema, StateCountsSchema
from backend.editing.verbs import Publication, Words, register_verbs
from backend.events import dates, operations, organisers, overview, sources
from backend.events import schemas_staff as schemas
from backend.events.editing import EVENTS
from backend.push.schemas import PublicationSchema
from backend.tenants.describe import school_holidays_of
from backend.web import Access, Border, municipality, now

bp = Border("staff-events", __name__, url_prefix="/api/v1/staff/events", module="events", description="Staff: events")

ORGANISER = schemas.OrganiserSchema()


@bp.endpoint(
    "",
    access=Access.ORGANISER,
    query=schemas.StaffEventQuerySchema(),
    returns=schemas.StaffEventListItemSchema(many=True),
    page_size=50,
)
def list_events(query: dict[str, Any], pagination_parameters: PaginationParameters) -> Any:
    """What is to be released first, then drafts, then what comes by its next date, then what is over."""
    page = pagination_parameters
    rows, page.item_count = overview.list_events(
        now(), gate.staff(), **query, first=page.first_item, limit=page.page_size
    )
    return rows


@bp.endpoint("/counts", access=Access.ORGANISER, returns=StateCountsSchema())
def count_events() -> Any:
    """How many events are in each state."""
    return overview.count_events(now(), gate.staff())


@bp.endpoint("/categories", access=Access.ORGANISER, returns=CategorySchema(many=True))
def list_categories() -> Any:
    """All categories in the municipality's order."""
    return operations.list_categories()


@bp.endpoint(
    "/dates",
    method="POST",
    access=Access.ORGANISER,
    body=schemas.DatesQuestionSchema(),
    returns=schemas.DatesSchema(),
)
def look_at_dates(body: dict[str, Any]) -> Any:
    """The next ten dates of what is in the form; what is wrong with it is answered, nothing is kept."""
    return dates.look_ahead(body["timing"], body["changes"], now())


@bp.endpoint(
    "/school-holidays",
    access=Access.ORGANISER,
    query=schemas.HolidaysQuerySchema(),
    returns=schemas.HolidaySchema(many=True),
)
def list_school_holidays(query: dict[str, Any]) -> Any:
    """The school holidays that touch these days; none where nobody knows them."""
    return school_holidays_of(municipality().config, query["begin"], query["end"])


@bp.endpoint("/sources", access=Access.EDITOR, returns=StaffSourceSchema(many=True))
def list_sources() -> Any:
    """The calendars that are imported, and how the last import of each ended."""
    return sources.list_sources(now())


@bp.endpoint("/sources/<uuid:source_id>/run", method="POST", access=Access.EDITOR, also=(202,))
def run_source(source_id: uuid.UUID) -> Any:
    """Import a calendar now, in the background."""
    sources.ask_for_run(source_id, gate.staff(), now())
    return "", 202


@bp.endpoint("/organisers", access=Access.ORGANISER, returns=schemas.OrganiserSchema(many=True))
def list_organisers() -> Any:
    """All organisers by name; who writes for one only gets that one."""
    return organisers.list_organisers(gate.staff())


@bp.endpoint(
    "/organisers",
    method="POST",
    access=Access.EDITOR,
    body=schemas.OrganiserContentSchema(),
    returns=ORGANISER,
    also=(201,),
)
def add_organiser(body: dict[str, Any]) -> Any:
    """A new organiser."""
    return organisers.add(body, gate.staff()), 201


@bp.endpoint("/organisers/<uuid:organiser_id>", access=Access.EDITOR, returns=ORGANISER, conditional=ORGANISER)
def get_organiser(organiser_id: uuid.UUID) -> Any:
    """One organiser."""
    return organisers.get(organiser_id)


@bp.endpoint(
    "/organisers/<uuid:organiser_id>",
    method="PUT",
    access=Access.EDITOR,
    body=schemas.OrganiserContentSchema(),
    returns=ORGANISER,
    conditional=ORGANISER,
)
def change_organiser(body: dict[str, Any], organiser_id: uuid.UUID) -> Any:
    """Change an organiser, for all its events."""
    return organisers.change(organiser_id, body, expected_version(), gate.staff())


@bp.endpoint("/organisers/<uuid:organiser_id>", method="DELETE", access=Access.EDITOR, conditional=ORGANISER)
def delete_organiser(organiser_id: uuid.UUID) -> Any:
    """Delete an organiser that no event and no person needs."""
    organisers.delete(organiser_id, expected_version(), gate.staff())
    return "", 204


def _acting() -> Acting:
    return acting(gate.staff(), now())


register_verbs(
    bp,
    EVENTS,
    Words(schemas.StaffEventSchema(), schemas.EventContentSchema(), schemas.EventRevisionSchema()),
    _acting,
    access=Access.ORGANISER,
    publication=Publication(PublicationSchema(), EVENTS.publish_and_ring),
)
