# SPDX-License-Identifier: EUPL-1.2
"""Addresses of people, settings and log: how ADMIN looks after the municipality's staff."""

import uuid
from typing import Any

from flask_smorest.pagination import PaginationParameters

from backend import audit, gate
from backend.accounts import schemas
from backend.accounts.login import second_factor_required as required
from backend.accounts.operations import invitations, people, settings
from backend.conditions import expected_version
from backend.config import current_settings
from backend.tenants.describe import origin
from backend.throttle import Limit
from backend.web import Access, Border, municipality, now

bp = Border("staff-people", __name__, url_prefix="/api/v1/staff", description="Staff: people and log")

MEMBER = schemas.MemberSchema()
INVITATIONS = Limit("invitations", 40, 60 * 60)


@bp.endpoint("/people", access=Access.ADMIN, returns=schemas.MemberSchema(many=True))
def list_people() -> Any:
    """All members, by name."""
    return people.list_people(gate.staff(), required=required())


@bp.endpoint(
    "/people/<uuid:member_id>",
    method="PUT",
    access=Access.ADMIN,
    body=schemas.RightsSchema(),
    returns=MEMBER,
    conditional=MEMBER,
)
def change_roles(body: dict[str, Any], member_id: uuid.UUID) -> Any:
    """Give a member exactly these roles, perhaps for one organiser only; never takes the last ADMIN away."""
    return people.change_roles(member_id, **body, version=expected_version(), who=gate.staff(), required=required())


@bp.endpoint("/people/<uuid:member_id>", method="DELETE", access=Access.ADMIN, conditional=MEMBER)
def remove_person(member_id: uuid.UUID) -> Any:
    """End a membership and its sessions; never the last ADMIN's."""
    people.remove(member_id, expected_version(), gate.staff(), now(), required=required())
    return "", 204


@bp.endpoint("/people/<uuid:member_id>/second-factor-term", method="POST", access=Access.ADMIN, returns=MEMBER)
def renew_term(member_id: uuid.UUID) -> Any:
    """Give a member fourteen new days to set up the second factor."""
    return people.renew_term(member_id, gate.staff(), now(), required=required())


@bp.endpoint("/invitations", access=Access.ADMIN, returns=schemas.InvitationSchema(many=True))
def list_invitations() -> Any:
    """Invitations that nobody has accepted yet."""
    return invitations.list_invitations(now())


@bp.endpoint("/invitations", method="POST", access=Access.ADMIN, body=schemas.InviteSchema(), limit=INVITATIONS)
def invite(body: dict[str, Any]) -> Any:
    """Send an invitation by mail; replaces an open one to the same address."""
    invitations.invite(**body, who=gate.staff(), municipality=municipality().name, origin=_origin(), now=now())
    return "", 204


@bp.endpoint("/invitations/<uuid:invitation_id>/resend", method="POST", access=Access.ADMIN, limit=INVITATIONS)
def resend_invitation(invitation_id: uuid.UUID) -> Any:
    """Send an invitation again with a new link; the old one is worthless."""
    invitations.resend(invitation_id, gate.staff(), municipality().name, _origin(), now())
    return "", 204


@bp.endpoint("/invitations/<uuid:invitation_id>", method="DELETE", access=Access.ADMIN)
def withdraw_invitation(invitation_id: uuid.UUID) -> Any:
    """Make an invitation's link worthless."""
    invitations.withdraw(invitation_id, gate.staff())
    return "", 204


@bp.endpoint("/settings", access=Access.STAFF, returns=schemas.SettingsSchema())
def get_settings() -> Any:
    """How the staff of this municipality works."""
    return settings.read()


@bp.endpoint(
    "/settings",
    method="PUT",
    access=Access.ADMIN,
    body=schemas.SettingsChangeSchema(),
    returns=schemas.SettingsSchema(),
)
def change_settings(body: dict[str, bool]) -> Any:
    """Decide here what the tenant file only proposes."""
    return settings.change(body, gate.staff())


@bp.endpoint("/audit", access=Access.ADMIN, returns=schemas.AuditEntrySchema(many=True), page_size=50)
def list_audit(pagination_parameters: PaginationParameters) -> Any:
    """Who did what when, the newest first."""
    page = pagination_parameters
    rows, page.item_count = audit.list_entries(first=page.first_item, limit=page.page_size)
    return rows


def _origin() -> str:
    profile = municipality()
    return origin(profile.slug, profile.config["hosts"], current_settings())
