# SPDX-License-Identifier: EUPL-1.2
"""`flask services …`: the operator's view of the import and of the links."""

import click
from flask.cli import with_appcontext

from backend.jobs import scope
from backend.services import checking
from backend.services.importing import IMPORTER
from backend.tenants.feed_commands import app, feed_commands, tenants

services = feed_commands(IMPORTER)


@services.command("links")
@click.option("--tenant", "slug", help="Only this municipality (its slug).")
@click.option("--check", is_flag=True, help="Ask all addresses now, politely: this takes minutes.")
@with_appcontext
def show_links(slug: str | None, *, check: bool) -> None:
    """Show which links of services are broken, and since when."""
    for tenant in tenants(slug):
        with scope(app(), tenant.id, write=False):
            if check:
                done = checking.check(everything=True)
                late = f", {done.late} not reached" if done.late else ""
                click.echo(f"{tenant.slug}: {done.ok} ok, {done.broken} broken, {done.unknown} unclear{late}")
        with scope(app(), tenant.id, write=False):
            for row in checking.broken():
                click.echo(f"{tenant.slug}  {row.broken_since:%Y-%m-%d}  {row.status_code or row.reason}  {row.url}")
