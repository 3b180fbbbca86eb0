# SPDX-License-Identifier: EUPL-1.2
"""The operator's view of the import: run it now, and see how the feeds are."""

from datetime import datetime
from typing import Any, cast

import click
from flask import Flask, current_app
from flask.cli import with_appcontext
from sqlalchemy import func, select

from backend.db import db
from backend.jobs import scope
from backend.news.importing import Report, import_source, source_ids
from backend.news.models import NewsItem, NewsSource
from backend.tenants.models import Tenant


@click.group("news")
def news() -> None:
    """Import news and look after the feeds."""


@news.command("import")
@click.option("--tenant", "slug", help="Only this municipality (its slug).")
@click.option("--source", "key", help="Only the feed with this key.")
@with_appcontext
def import_feeds(slug: str | None, key: str | None) -> None:
    """Fetch the feeds now. Ends with 1 if one of them failed."""
    failed = False
    for tenant in _tenants(slug):
        with scope(_app(), tenant.id, write=False):
            ids = source_ids(key)
            for source_id in ids:
                report = import_source(source_id)
                failed |= report.error is not None
                click.echo(f"{tenant.slug}: {_sentence(report)}")
        if not ids and slug:
            click.echo(f"{tenant.slug}: no feed{f' with the key {key}' if key else ''} in the tenant file")
            failed |= key is not None
    if failed:
        raise SystemExit(1)


@news.command("sources")
@click.option("--tenant", "slug", help="Only this municipality (its slug).")
@with_appcontext
def sources(slug: str | None) -> None:
    """Show the state of all feeds."""
    shown = 0
    for tenant in _tenants(slug):
        with scope(_app(), tenant.id, write=False):
            items = select(func.count(NewsItem.id)).where(NewsItem.source_id == NewsSource.id).scalar_subquery()
            rows = db.session.execute(
                select(
                    NewsSource.key,
                    NewsSource.url,
                    NewsSource.active,
                    NewsSource.last_run_at,
                    NewsSource.last_success_at,
                    NewsSource.last_error,
                    items.label("items"),
                ).order_by(NewsSource.key)
            ).all()
        shown += len(rows)
        for row in rows:
            click.echo(
                f"{tenant.slug}  {row.key}  {_state(row.active, row.last_success_at, row.last_error)}  {row.url}"
            )
            run, success = _moment(row.last_run_at), _moment(row.last_success_at)
            click.echo(f"    items {row.items}, last run {run}, last success {success}")
            if row.last_error:
                click.echo(f"    last error: {row.last_error}")
    if not shown:
        click.echo("No feeds. A tenant file names them under [[news.sources]].")


def _app() -> Flask:
    return cast(Any, current_app)._get_current_object()  # type: ignore[no-any-return]


def _tenants(slug: str | None) -> list[Tenant]:
    with scope(_app(), None, write=False):
        query = select(Tenant).order_by(Tenant.slug)
        found = list(db.session.scalars(query.where(Tenant.slug == slug) if slug else query))
        db.session.expunge_all()
    if slug and not found:
        raise click.ClickException(f'There is no municipality "{slug}"; `flask tenant list` shows them.')
    return found


def _sentence(report: Report) -> str:
    if report.error:
        return f"{report.key}: failed, nothing changed: {report.error}"
    if report.unchanged:
        return f"{report.key}: unchanged since the last time"
    text = f"{report.key}: {report.added} new, {report.updated} updated, {report.same} unchanged"
    if report.skipped:
        text += f", {report.skipped} unreadable"
    if report.pictures_failed:
        text += f", {report.pictures_failed} pictures not usable"
    return text


def _state(active: bool, last_success: datetime | None, error: str | None) -> str:
    if not active:
        return "off"
    if error:
        return "broken"
    return "ok" if last_success else "never read"


def _moment(moment: datetime | None) -> str:
    return moment.strftime("%Y-%m-%d %H:%M UTC") if moment else "never"
