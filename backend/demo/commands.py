# SPDX-License-Identifier: EUPL-1.2
"""`flask demo`: fills the demo municipalities; running it again adds only what is missing."""

from typing import Any, cast

import click
from flask import Flask, current_app
from flask.cli import with_appcontext
from sqlalchemy import select

from backend.db import db
from backend.demo.news import plant_news
from backend.jobs import scope
from backend.tenants.models import Tenant


@click.command("demo")
@with_appcontext
def demo() -> None:
    """Fill the demo municipalities with invented content."""
    app: Flask = cast(Any, current_app)._get_current_object()
    with scope(app, None, write=False):
        tenants = [(row.id, row.slug, row.name) for row in db.session.scalars(_demo_tenants())]
    for tenant_id, slug, name in tenants:
        with scope(app, tenant_id, write=False):
            added = plant_news(slug)
        click.echo(f"{name}: {added} news items added" if added else f"{name}: demo content is complete")
    if not tenants:
        click.echo("No municipality is marked as a demo (demo = true in its tenant file).")


def _demo_tenants() -> Any:
    return select(Tenant).where(Tenant.demo).order_by(Tenant.slug)
