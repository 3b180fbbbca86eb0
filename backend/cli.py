# SPDX-License-Identifier: EUPL-1.2
"""The operator's commands. Opens transactions for operations and commits them; may import everything."""

import json
import sys
from datetime import UTC, datetime

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from backend.accounts import planting as staff_planting
from backend.accounts.commands import staff
from backend.config import ROOT
from backend.defects import planting as defects_planting
from backend.demo.commands import demo
from backend.events import planting as events_planting
from backend.events.commands import events
from backend.housekeeping import sweep_all
from backend.news import planting as news_planting
from backend.news.commands import news
from backend.pages import planting as pages_planting
from backend.push import planting as push_planting
from backend.services import file as services_file
from backend.services.commands import services
from backend.tenants.commands import tenant

OPENAPI_FILE = ROOT / "backend" / "openapi.json"


@click.command("openapi")
@click.option("--check", is_flag=True, help="Only say whether the checked-in file is up to date.")
@with_appcontext
def openapi(check: bool) -> None:
    """Write backend/openapi.json from the routes."""
    document = json.dumps(current_app.extensions["sva.api"].document(), indent=2, ensure_ascii=False) + "\n"
    path = OPENAPI_FILE
    if check and (not path.exists() or path.read_text(encoding="utf-8") != document):
        click.echo("backend/openapi.json is stale: run `flask --app backend openapi` and commit the file.", err=True)
        sys.exit(1)
    if not check:
        path.write_text(document, encoding="utf-8")
        click.echo(f"wrote {path.relative_to(ROOT)}")


@click.command("worker")
@click.option("--workers", default=2, show_default=True, help="Threads that run tasks.")
@with_appcontext
def worker(workers: int) -> None:
    """Run the queue: scheduled and background work, until it is told to stop."""
    current_app.extensions["sva.huey"].create_consumer(workers=workers, periodic=True, check_worker_health=True).run()


@click.command("housekeep")
@click.option("--dry-run", is_flag=True, help="Only say how much would be removed.")
@with_appcontext
def housekeep(dry_run: bool) -> None:
    """Remove what is over: sessions, links, contacts, old reports, log lines after two years … The worker does it
    nightly."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    broken = False
    for what, swept in sweep_all(app, datetime.now(UTC), dry_run=dry_run):
        broken = broken or swept is None
        click.echo(f"{what}: {'failed, see the log' if swept is None else swept}")
    sys.exit(1 if broken else 0)


def init_cli(app: Flask) -> None:
    """Register all commands, and what `flask tenant` plants beside the municipality itself."""
    app.extensions["sva.tenant_parts"] = (
        pages_planting.PART,
        news_planting.PART,
        events_planting.PART,
        defects_planting.PART,
        services_file.PART,
        staff_planting.PART,
        push_planting.PART,
    )
    for command in (tenant, staff, news, events, services, demo, housekeep, openapi, worker):
        app.cli.add_command(command)
