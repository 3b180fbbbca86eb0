# SPDX-License-Identifier: EUPL-1.2
"""Addresses of people, settings and log: how ADMIN looks after the municipality's staff."""

import uuid
from typing import Any

from flask_smorest.pagination import PaginationParameters

from backend import audit, gate
from backend.accounts import schemas
from backend.accounts.operations import invitations, people, settings
from backend.config import current_settings
from backend.tenants.describe import origin
from backend.throttle import Limit
from backend.web import Access, Border, municipality, now

bp = Border("staff-people", __name__, url_prefix="/api/v1/staff", description="Staff: people and log")

INVITATIONS = Limit("invitations", 40, 60 * 60)


@bp.endpoint("/people", access=Access.ADMIN, returns=schemas.MemberSchema(many=True))
def list_people() -> Any:
    """All members, by name."""
    return people.list_people(gate.staff())


@bp.endpoint("/people/<uuid:member_id>", method="PUT", access=Access.ADMIN, body=schemas.RolesSchema())
def change_roles(body: dict[str, list[str]], member_id: uuid.UUID) -> Any:
    """Give a member exactly these roles; never takes the last ADMIN away."""
    people.change_roles(member_id, body["roles"], gate.staff())
    return "", 204


@bp.endpoint("/people/<uuid:member_id>", method="DELETE", access=Access.ADMIN)
def remove_person(member_id: uuid.UUID) -> Any:
    """End a membership and its sessions; never the last ADMIN's."""
    people.remove(member_id, gate.staff())
    return "", 204


@bp.endpoint("/invitations", access=Access.ADMIN, returns=schemas.InvitationSchema(many=True))
def list_invitations() -> Any:
    """Invitations that nobody has accepted yet."""
    return invitations.list_invitations(now())


@bp.endpoint("/invitations", method="POST", access=Access.ADMIN, body=schemas.InviteSchema(), limit=INVITATIONS)
def invite(body: dict[str, Any]) -> Any:
    """Send an invitation by mail; replaces an open one to the same address."""
    profile = municipality()
    own = origin(profile.slug, profile.config["hosts"], current_settings())
    invitations.invite(**body, who=gate.staff(), municipality=profile.name, origin=own, now=now())
    return "", 204


@bp.endpoint("/invitations/<uuid:invitation_id>", method="DELETE", access=Access.ADMIN)
def withdraw_invitation(invitation_id: uuid.UUID) -> Any:
    """Make an invitation's link worthless."""
    invitations.withdraw(invitation_id, gate.staff())
    return "", 204


@bp.endpoint("/settings", access=Access.STAFF, returns=schemas.SettingsSchema())
def get_settings() -> Any:
    """How the staff of this municipality works."""
    return {"four_eyes": settings.four_eyes()}


@bp.endpoint(
    "/settings", method="PUT", access=Access.ADMIN, body=schemas.SettingsSchema(), returns=schemas.SettingsSchema()
)
def change_settings(body: dict[str, bool]) -> Any:
    """Decide here what the tenant file only proposes."""
    settings.switch_four_eyes(body["four_eyes"], gate.staff())
    return body


@bp.endpoint("/audit", access=Access.ADMIN, returns=schemas.AuditEntrySchema(many=True), page_size=50)
def list_audit(pagination_parameters: PaginationParameters) -> Any:
    """Who did what when, the newest first."""
    page = pagination_parameters
    rows, page.item_count = audit.list_entries(first=page.first_item, limit=page.page_size)
    return rows
