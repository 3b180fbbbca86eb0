# SPDX-License-Identifier: EUPL-1.2
"""Addresses of what can be reported and how it is answered, for ADMIN; clerks read along."""

import uuid
from typing import Any

from backend import gate
from backend.conditions import expected_version
from backend.defects import categories, settings
from backend.defects import schemas_categories as schemas
from backend.defects.routes_staff import clerk
from backend.throttle import Limit
from backend.web import Access, Border, municipality

bp = Border(
    "staff-defect-settings", __name__, url_prefix="/api/v1/staff/defects", module="defects",
    description="Staff: what can be reported, and who answers",
)  # fmt: skip
CATEGORY = schemas.StaffCategorySchema()
SETTINGS = schemas.ReporterSettingsSchema()
TEST_MAILS = Limit("defect-test-mails", 30, 60 * 60)


@bp.endpoint("/categories", access=Access.CLERK, returns=schemas.StaffCategorySchema(many=True))
def list_categories() -> Any:
    """All categories in the municipality's order, also those that are switched off."""
    return categories.list_categories(municipality().config)


@bp.endpoint(
    "/categories",
    method="POST",
    access=Access.ADMIN,
    body=schemas.CategoryContentSchema(),
    returns=CATEGORY,
    also=(201,),
)
def add_category(body: dict[str, Any]) -> Any:
    """A new category."""
    return categories.add(body, clerk()), 201


@bp.endpoint("/categories/<uuid:category_id>", access=Access.ADMIN, returns=CATEGORY, conditional=CATEGORY)
def get_category(category_id: uuid.UUID) -> Any:
    """One category."""
    return categories.get(category_id, municipality().config)


@bp.endpoint(
    "/categories/<uuid:category_id>",
    method="PUT",
    access=Access.ADMIN,
    body=schemas.CategoryContentSchema(),
    returns=CATEGORY,
    conditional=CATEGORY,
)
def change_category(body: dict[str, Any], category_id: uuid.UUID) -> Any:
    """Change a category, for reports to come."""
    return categories.change(category_id, body, expected_version(), clerk())


@bp.endpoint("/categories/<uuid:category_id>", method="DELETE", access=Access.ADMIN, conditional=CATEGORY)
def delete_category(category_id: uuid.UUID) -> Any:
    """Delete a category that never had a report."""
    categories.delete(category_id, expected_version(), clerk())
    return "", 204


@bp.endpoint("/categories/<uuid:category_id>/test-mail", method="POST", access=Access.ADMIN, limit=TEST_MAILS)
def send_test_mail(category_id: uuid.UUID) -> Any:
    """Hand a mail for the office over now."""
    categories.send_test_mail(category_id, clerk())
    return "", 204


@bp.endpoint("/settings", access=Access.CLERK, returns=SETTINGS, conditional=SETTINGS)
def get_settings() -> Any:
    """How the municipality answers."""
    return settings.read(municipality().config)


@bp.endpoint(
    "/settings",
    method="PUT",
    access=Access.ADMIN,
    body=schemas.ReporterContentSchema(),
    returns=SETTINGS,
    conditional=SETTINGS,
)
def change_settings(body: dict[str, Any]) -> Any:
    """Decide here what the tenant file only proposes."""
    return settings.change(body, expected_version(), municipality().config, gate.staff())
