# SPDX-License-Identifier: EUPL-1.2
"""`flask demo`: fills the demo municipalities; running it again adds only what is missing."""

from collections.abc import Iterable
from typing import Any, cast

import click
from flask import Flask, current_app
from flask.cli import with_appcontext
from sqlalchemy import select

from backend.config import Settings, current_settings
from backend.db import db
from backend.demo.complaints import REPORTED
from backend.demo.defects import own_page, plant_defects
from backend.demo.events import plant_events
from backend.demo.news import plant_news
from backend.demo.services import plant_services
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
        tenants = list(db.session.execute(_demo_tenants()))
    if not tenants:
        click.echo("No municipality is marked as a demo (demo = true in its tenant file).")
    elif only_sign_ins:
        _print_sign_ins(tenants, settings)
    else:
        _fill(app, tenants, settings)


def _fill(app: Flask, tenants: Iterable[Any], settings: Settings) -> None:
    for tenant in tenants:
        with scope(app, tenant.id, write=False):
            news = plant_news(tenant.slug)
            events = plant_events(tenant.slug) if "events" in tenant.config["modules"] else 0
            if settings.development:
                # Their password is public, so such people must never stand on a server in the open.
                plant_staff(tenant.slug)
            reports = plant_defects(tenant.slug) if "defects" in tenant.config["modules"] else 0
            changed = plant_services() if "services" in tenant.config["modules"] else 0
        added = f"{news} news items, {events} events and {reports} reports added"
        if not (news or events or reports):
            added = "directory of services completed" if changed else "demo content is complete"
        click.echo(f"{tenant.name}: {added}")


def _print_sign_ins(tenants: Iterable[Any], settings: Settings) -> None:
    if not settings.development:
        click.echo("Invented people exist in development only; flask staff invite is the way in.")
        return
    click.echo(f'The town halls sign in with the password "{PASSWORD}":')
    for tenant in tenants:
        home = origin(tenant.slug, tenant.config["hosts"], settings)
        click.echo(f"  {home}/redaktion")
        for address, role in sign_ins(tenant.slug):
            click.echo(f"    {role:<7} {address}")
        if tenant.slug in REPORTED:
            click.echo(f"    a resident's own report: {home}{own_page(tenant.id)}")
    if settings.mail_server is None:
        click.echo(f"Mail to them lands in {settings.outbox_path}")


def _demo_tenants() -> Any:
    return select(Tenant.id, Tenant.slug, Tenant.name, Tenant.config).where(Tenant.demo).order_by(Tenant.slug)
