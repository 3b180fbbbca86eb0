# SPDX-License-Identifier: EUPL-1.2
"""`flask staff …`: the operator's hand in a municipality's staff. Prints plain words; the rules are operations'."""

from datetime import UTC, datetime
from typing import cast

import click
from flask import Flask, current_app
from flask.cli import with_appcontext
from sqlalchemy import select

from backend import audit
from backend.accounts.models import Membership, StaffAccount
from backend.accounts.operations import invitations, second_factor
from backend.accounts.schemas import ROLES, InviteSchema
from backend.config import current_settings
from backend.db import db
from backend.jobs import scope
from backend.problems import Problem
from backend.tenants.describe import origin
from backend.tenants.models import Tenant


@click.group("staff")
def staff() -> None:
    """The people of the town halls."""


@staff.command("invite")
@click.option("--tenant", "slug", required=True, help="The municipality's slug.")
@click.option("--role", "roles", multiple=True, required=True, type=click.Choice(ROLES), help="May be given again.")
@click.option("--name", default="", help="How the person is called.")
@click.argument("email", metavar="MAIL")
@with_appcontext
def invite(slug: str, roles: tuple[str, ...], name: str, email: str) -> None:
    """Invite somebody, above all the first ADMIN of a municipality."""
    settings, tenant = current_settings(), _tenant(slug)
    if errors := InviteSchema().validate({"email": email, "name": name, "roles": list(roles)}):
        raise click.ClickException(f"This does not work: {errors}")
    home = origin(tenant.slug, tenant.config["hosts"], settings)
    try:
        with scope(_app(), tenant.id):
            _row, link = invitations.invite(email, name, roles, None, tenant.name, home, datetime.now(UTC))
    except Problem as problem:
        raise click.ClickException(problem.detail) from problem
    click.echo(f"{tenant.name}: invited {email} as {', '.join(sorted(set(roles)))}, for seven days.")
    if settings.mail_server is None:
        # Without a mail server this is the only way to hand the link over; the operator's terminal is no log.
        click.echo(f"  {link}")
    if settings.mail_server is None and settings.development:
        click.echo(f"  The worker writes the mail to {settings.outbox_path}")


@staff.command("list")
@click.option("--tenant", "slug", help="Only this municipality (its slug).")
@with_appcontext
def list_command(slug: str | None) -> None:
    """Who works where, with which roles."""
    for tenant in [_tenant(slug)] if slug else _tenants():
        with scope(_app(), tenant.id, write=False):
            rows = db.session.execute(
                select(StaffAccount.email, StaffAccount.name, StaffAccount.totp_since, Membership.roles)
                .join(Membership, Membership.account_id == StaffAccount.id)
                .order_by(StaffAccount.email)
            ).all()
        for row in rows:
            factor = "second factor" if row.totp_since else "password only"
            click.echo(f"{tenant.slug:<24} {row.email:<40} {', '.join(row.roles):<22} {factor}  {row.name}")
        if not rows:
            click.echo(f"{tenant.slug:<24} nobody yet: flask staff invite --tenant {tenant.slug} --role ADMIN MAIL")


@staff.command("reset-second-factor")
@click.argument("email", metavar="MAIL")
@with_appcontext
def reset_second_factor(email: str) -> None:
    """Take the second factor away from somebody who has lost it, and give new days to set one up; all sessions end."""
    with scope(_app(), None):
        account = db.session.scalar(select(StaffAccount).where(StaffAccount.email == email.strip().lower()))
        if account is None:
            raise click.ClickException("Nobody has this address.")
        second_factor.reset_by_operator(account)
        account_id, name = account.id, account.name
    for tenant in _tenants():
        with scope(_app(), tenant.id):
            member = db.session.scalar(select(Membership).where(Membership.account_id == account_id))
            if member is not None:
                member.term_renewed_at = datetime.now(UTC)
                audit.note("second-factor.reset-by-operator", None, name)
    click.echo(f"{name} signs in with the password alone now, and should set up a new second factor.")


def _app() -> Flask:
    return cast(Flask, current_app._get_current_object())  # type: ignore[attr-defined]


def _tenants() -> list[Tenant]:
    with scope(_app(), None, write=False):
        found = list(db.session.scalars(select(Tenant).order_by(Tenant.slug)))
        db.session.expunge_all()
    return found


def _tenant(slug: str) -> Tenant:
    found = next((tenant for tenant in _tenants() if tenant.slug == slug), None)
    if found is None:
        raise click.ClickException(f'There is no municipality "{slug}"; `flask tenant list` shows them.')
    return found
