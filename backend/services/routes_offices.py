# SPDX-License-Identifier: EUPL-1.2
"""Addresses of offices, "heute geschlossen" and the entries asked for most, for editors."""

import uuid
from typing import Any

from backend import gate
from backend.accounts.operations.settings import acting
from backend.conditions import expected_version
from backend.services import closures, offices_staff, top
from backend.services import schemas_offices as schemas
from backend.web import Access, Border, municipality, now

bp = Border(
    "staff-offices", __name__, url_prefix="/api/v1/staff/services", module="services",
    description="Staff: offices and their hours",
)  # fmt: skip
OFFICE = schemas.StaffOfficeSchema()
TOP = schemas.TopSchema()
ONE = "/offices/<uuid:office_id>"


@bp.endpoint("/offices", access=Access.EDITOR, returns=schemas.StaffOfficeSchema(many=True))
def list_offices() -> Any:
    """All offices in the municipality's order, also hidden ones."""
    return offices_staff.list_offices(now())


@bp.endpoint(ONE, access=Access.EDITOR, returns=OFFICE, conditional=OFFICE)
def get_office(office_id: uuid.UUID) -> Any:
    """One office."""
    return offices_staff.get(office_id, now())


@bp.endpoint(
    ONE,
    method="PUT",
    access=Access.EDITOR,
    body=schemas.OfficeContentSchema(),
    returns=OFFICE,
    conditional=OFFICE,
    creates=True,
)
def save_office(body: dict[str, Any], office_id: uuid.UUID) -> Any:
    """Change an office; residents see it at once. With `If-None-Match: *` one of the municipality's own is made
    (201)."""
    expected = expected_version()
    if expected is not None:
        return offices_staff.change(office_id, body, expected, gate.staff(), now())
    row, created = offices_staff.create(office_id, body, gate.staff(), now())
    return row, 201 if created else 200


@bp.endpoint(ONE, method="DELETE", access=Access.EDITOR, conditional=OFFICE)
def delete_office(office_id: uuid.UUID) -> Any:
    """Delete an office that was made here."""
    closures.delete(office_id, expected_version(), acting(gate.staff(), now()))
    return "", 204


@bp.endpoint(
    f"{ONE}/closure", method="PUT", access=Access.EDITOR, body=schemas.ClosingSchema(), returns=OFFICE
)  # fmt: skip
def close_office(body: dict[str, Any], office_id: uuid.UUID) -> Any:
    """Close an office for a day or a few; it opens again by itself."""
    return closures.close(office_id, body, municipality().config, acting(gate.staff(), now()))


@bp.endpoint(f"{ONE}/closure", method="DELETE", access=Access.EDITOR, returns=OFFICE)
def reopen_office(office_id: uuid.UUID) -> Any:
    """Take the closing back, with the item of the news that told it."""
    return closures.reopen(office_id, acting(gate.staff(), now()))


@bp.endpoint("/top", access=Access.EDITOR, returns=TOP, conditional=TOP)
def get_top() -> Any:
    """What residents ask for most: the municipality's choice, else the Land's."""
    return top.read(municipality().config)


@bp.endpoint("/top", method="PUT", access=Access.EDITOR, body=schemas.TopChoiceSchema(), returns=TOP, conditional=TOP)
def change_top(body: dict[str, Any]) -> Any:
    """Choose them, in this order."""
    return top.change(body["ids"], expected_version(), municipality().config, gate.staff())
