# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the directory's entries, links and sources for editors."""

import uuid
from functools import partial
from typing import Any

from flask_smorest.pagination import PaginationParameters

from backend import gate
from backend.conditions import expected_version
from backend.reference.laender import situations
from backend.services import checking, overrides, sources_staff, staff
from backend.services import schemas_staff as schemas
from backend.services.overrides import Acting
from backend.services.schemas import SituationSchema
from backend.throttle import Limit
from backend.web import Access, Border, municipality, now

bp = Border(
    "staff-services", __name__, url_prefix="/api/v1/staff/services", module="services", description="Staff: services"
)
SERVICE = schemas.StaffServiceSchema()
CHECK = schemas.LinkCheckSchema()
ONE = "/<uuid:service_id>"
CHECKS = Limit("link-checks", 20, 60 * 60)
change = partial(bp.endpoint, access=Access.EDITOR, conditional=SERVICE)


@bp.endpoint(
    "",
    access=Access.EDITOR,
    query=schemas.StaffServiceQuerySchema(),
    returns=schemas.StaffServiceListItemSchema(many=True),
    page_size=50,
)
def list_services(query: dict[str, Any], pagination_parameters: PaginationParameters) -> Any:
    """Broken links first, then from A to Z, or what matches `q`, the best first; also what is hidden."""
    page = pagination_parameters
    rows, page.item_count = staff.list_services(
        municipality().config, **query, first=page.first_item, limit=page.page_size
    )
    return rows


@bp.endpoint("/counts", access=Access.EDITOR, returns=schemas.ServiceCountsSchema())
def count_services() -> Any:
    """How many entries each view has."""
    return staff.count_services()


@bp.endpoint("/situations", access=Access.EDITOR, returns=SituationSchema(many=True))
def list_situations() -> Any:
    """All situations in life under which an entry can stand."""
    return list(situations().values())


@bp.endpoint("/links/check", access=Access.EDITOR, returns=CHECK)
def get_link_check() -> Any:
    """How the check of the links is getting on."""
    return checking.state(now())


@bp.endpoint("/links/check", method="POST", access=Access.EDITOR, limit=CHECKS, returns=CHECK, also=(202,))
def check_links() -> Any:
    """Check all links now, in the background."""
    return checking.ask(gate.staff(), now()), 202


@bp.endpoint("/sources", access=Access.EDITOR, returns=schemas.ServiceSourceSchema(many=True))
def list_sources() -> Any:
    """Where entries are imported from, and how the last import of each ended."""
    return sources_staff.list_sources(now())


@bp.endpoint("/sources/<uuid:source_id>/run", method="POST", access=Access.EDITOR, also=(202,))
def run_source(source_id: uuid.UUID) -> Any:
    """Import a source now, in the background."""
    sources_staff.ask_for_run(source_id, gate.staff(), now())
    return "", 202


@bp.endpoint("/sources/<uuid:source_id>/key", method="PUT", access=Access.ADMIN, body=schemas.SourceKeySchema())
def set_source_key(body: dict[str, str], source_id: uuid.UUID) -> Any:
    """Keep the key that the Land gave this municipality; nothing gives it out again."""
    sources_staff.set_key(source_id, body["key"], gate.staff())
    return "", 204


@bp.endpoint("/sources/<uuid:source_id>/key", method="DELETE", access=Access.ADMIN)
def remove_source_key(source_id: uuid.UUID) -> Any:
    """Forget the key."""
    sources_staff.set_key(source_id, None, gate.staff())
    return "", 204


@change(ONE, returns=SERVICE)
def get_service(service_id: uuid.UUID) -> Any:
    """One entry: the municipality's own words, what stands there without them, and what residents read."""
    return staff.get(service_id, municipality().config)


@change(ONE, method="PUT", body=schemas.ServiceContentSchema(), returns=SERVICE, creates=True)
def save_service(body: dict[str, Any], service_id: uuid.UUID) -> Any:
    """Write the municipality's own words; residents see them at once. With `If-None-Match: *` an entry of its own is
    made (201)."""
    expected = expected_version()
    if expected is not None:
        return overrides.save(service_id, body, expected, _acting())
    row, created = overrides.create(service_id, body, _acting())
    return row, 201 if created else 200


@change(ONE, method="DELETE")
def delete_service(service_id: uuid.UUID) -> Any:
    """Delete an entry of the municipality's own."""
    overrides.delete(service_id, expected_version(), _acting())
    return "", 204


@change(f"{ONE}/hiding", method="POST", returns=SERVICE)
def hide_service(service_id: uuid.UUID) -> Any:
    """Take an entry from the residents."""
    return overrides.hide(service_id, expected_version(), _acting())


@change(f"{ONE}/unhiding", method="POST", returns=SERVICE)
def unhide_service(service_id: uuid.UUID) -> Any:
    """Show it again."""
    return overrides.unhide(service_id, expected_version(), _acting())


@change(f"{ONE}/reset", method="POST", returns=SERVICE)
def reset_service(service_id: uuid.UUID) -> Any:
    """Throw the municipality's own words away."""
    return overrides.reset(service_id, expected_version(), _acting())


def _acting() -> Acting:
    return Acting(gate.staff(), now(), municipality().config)
