# SPDX-License-Identifier: EUPL-1.2
"""`flask demo`: fills the demo municipalities; running it again adds only what is missing."""

from typing import Any, cast

import click
from flask import Flask, current_app
from flask.cli import with_appcontext
from sqlalchemy import select

from backend.config import current_settings
from backend.db import db
from backend.demo.news import plant_news
from backend.demo.staff import PASSWORD, plant_staff, sign_ins
from backend.jobs import scope
from backend.tenants.describe import origin
from backend.tenants.models import Tenant


@click.command("demo")
@click.option("--sign-ins", "only_sign_ins", is_flag=True, help="Only print who can sign in.")
@with_appcontext
def demo(only_sign_ins: bool) -> None:
    """Fill the demo municipalities with invented content and people."""
    settings = current_settings()
    app: Flask = cast(Any, current_app)._get_current_object()
    with scope(app, None, write=False):
        tenants = [(row.id, row.slug, row.name, row.config["hosts"]) for row in db.session.scalars(_demo_tenants())]
    for tenant_id, slug, name, _hosts in tenants if not only_sign_ins else []:
        with scope(app, tenant_id, write=False):
            added = plant_news(slug)
            if settings.development:
                # Their password is public, so such people must never stand on a server in the open.
                plant_staff(slug)
        click.echo(f"{name}: {added} news items added" if added else f"{name}: demo content is complete")
    if not tenants:
        click.echo("No municipality is marked as a demo (demo = true in its tenant file).")
        return
    if not only_sign_ins:
        return
    click.echo(f'Staff sign in with the password "{PASSWORD}":')
    for _id, slug, _name, hosts in tenants:
        click.echo(f"  {origin(slug, hosts, settings)}")
        for address, role in sign_ins(slug):
            click.echo(f"    {role:<7} {address}")
    if settings.development and settings.mail_server is None:
        click.echo(f"Mail to staff lands in {settings.outbox_path}")


def _demo_tenants() -> Any:
    return select(Tenant).where(Tenant.demo).order_by(Tenant.slug)
