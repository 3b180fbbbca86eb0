# SPDX-License-Identifier: EUPL-1.2
"""Addresses of reports for staff: the inbox, one report, and what is done with it."""

import uuid
from typing import Any

from flask import Response
from flask_smorest.pagination import PaginationParameters

from backend import gate
from backend.conditions import expected_version
from backend.config import current_settings
from backend.defects import deciding, deeds, exporting, overview, photos, recipients, showing
from backend.defects import schemas_deeds as bodies
from backend.defects import schemas_staff as schemas
from backend.defects.clerk import Clerk
from backend.media.routes import private_file
from backend.problems import Missing
from backend.tenants.describe import origin
from backend.web import Access, Border, municipality, now, raw

bp = Border(
    "staff-defects", __name__, url_prefix="/api/v1/staff/defects", module="defects", description="Staff: defects"
)
REPORT = schemas.StaffDefectSchema()


def clerk() -> Clerk:
    """Who sent this request, at work."""
    town = municipality()
    start = origin(town.slug, town.config["hosts"], current_settings())
    return Clerk(gate.staff(), now(), town.name, town.config, start)


@bp.endpoint(
    "",
    access=Access.CLERK,
    query=schemas.StaffDefectQuerySchema(),
    returns=schemas.StaffDefectListItemSchema(many=True),
    page_size=50,
)
def list_reports(query: dict[str, Any], pagination_parameters: PaginationParameters) -> Any:
    """What waits for an answer by what is due next, or another view."""
    page, who = pagination_parameters, clerk()
    rows, page.item_count = overview.list_reports(
        who.clock, who.now, who.who, **query, first=page.first_item, limit=page.page_size
    )
    return rows


@bp.endpoint("/counts", access=Access.CLERK, returns=schemas.StaffDefectCountsSchema())
def count_reports() -> Any:
    """How many reports each view has, and why those of the inbox are there."""
    return overview.count_reports(clerk().clock, now())


@bp.endpoint("/people", access=Access.CLERK, returns=schemas.DefectPersonSchema(many=True))
def list_people() -> Any:
    """Who can look after reports, by name."""
    return deeds.colleagues()


@bp.endpoint("/recipients", access=Access.CLERK, returns=schemas.RecipientSchema(many=True))
def list_recipients() -> Any:
    """The offices to which reports were forwarded before, the last one first."""
    return recipients.list_recipients()


@bp.endpoint("/export.csv", access=Access.CLERK, also=(200,))
def export() -> Response:
    """All reports as a table, without personal data."""
    response = raw(exporting.export(), "text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="meldungen-{municipality().slug}.csv"'
    return response


@bp.endpoint("/<uuid:report_id>", access=Access.CLERK, returns=REPORT, conditional=REPORT)
def get_report(report_id: uuid.UUID) -> Any:
    """Everything about a report but the contact."""
    return showing.show(report_id, clerk())


@bp.endpoint(
    "/<uuid:report_id>/photos/<uuid:photo_id>",
    access=Access.CLERK,
    query=bodies.PhotoWidthSchema(),
    also=(200,),
)
def get_photo(query: dict[str, int], report_id: uuid.UUID, photo_id: uuid.UUID) -> Response:
    """A private photo (WebP) that is at least so wide, else the widest."""
    path = photos.file_of(deeds.photo_of(report_id, photo_id), query.get("width"))
    if path is None:
        raise Missing("There is no such photo.")
    return private_file(path)


@bp.endpoint("/<uuid:report_id>/contact", access=Access.CLERK, returns=bodies.StaffContactSchema())
def get_contact(report_id: uuid.UUID) -> Any:
    """Who reported; that somebody has looked stands in the log."""
    return deeds.look_at_contact(report_id, clerk())


@bp.endpoint(
    "/<uuid:report_id>/decision",
    method="POST",
    access=Access.CLERK,
    body=bodies.DecisionSchema(),
    returns=REPORT,
    conditional=REPORT,
)
def decide(body: dict[str, Any], report_id: uuid.UUID) -> Any:
    """One step: state, answer, and what everybody sees."""
    return deciding.decide(report_id, body, expected_version(), clerk())


@bp.endpoint("/<uuid:report_id>/parting", method="POST", access=Access.CLERK, returns=REPORT, conditional=REPORT)
def part(report_id: uuid.UUID) -> Any:
    """Lead a duplicate on by itself again."""
    return deciding.part(report_id, expected_version(), clerk())


@bp.endpoint(
    "/<uuid:report_id>/notes", method="POST", access=Access.CLERK, body=bodies.InternalNoteSchema(), returns=REPORT
)
def take_note(body: dict[str, str], report_id: uuid.UUID) -> Any:
    """Write down what only staff read."""
    return deeds.take_note(report_id, body["text"], clerk())


@bp.endpoint(
    "/<uuid:report_id>/assignment", method="POST", access=Access.CLERK, body=bodies.AssignmentSchema(), returns=REPORT
)
def assign(body: dict[str, Any], report_id: uuid.UUID) -> Any:
    """Say who looks after a report."""
    return deeds.assign(report_id, body["account_id"], clerk())


@bp.endpoint("/<uuid:report_id>/flags/dismissal", method="POST", access=Access.CLERK, returns=REPORT)
def dismiss_flags(report_id: uuid.UUID) -> Any:
    """Say that what residents objected to may stay."""
    return deeds.dismiss_flags(report_id, clerk())
