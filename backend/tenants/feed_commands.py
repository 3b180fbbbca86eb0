# SPDX-License-Identifier: EUPL-1.2
"""The operator's view of a feature's import: run it now, and see how the feeds are. Knows none of the features."""

from datetime import datetime
from typing import Any, cast

import click
from flask import Flask, current_app
from flask.cli import with_appcontext
from sqlalchemy import func, select

from backend.db import db
from backend.importing import Importer, Report
from backend.jobs import scope
from backend.tenants.models import Tenant


def feed_commands(importer: Importer) -> click.Group:
    """`flask <feature> import` and `flask <feature> sources`."""
    feature = importer.feature

    @click.group(feature, help=f"Import {feature} and look after the feeds.")
    def group() -> None:
        pass

    @group.command("import")
    @click.option("--tenant", "slug", help="Only this municipality (its slug).")
    @click.option("--source", "key", help="Only the feed with this key.")
    @with_appcontext
    def import_feeds(slug: str | None, key: str | None) -> None:
        """Fetch the feeds now. Ends with 1 if one of them failed."""
        if not _import(importer, slug, key):
            raise SystemExit(1)

    @group.command("sources")
    @click.option("--tenant", "slug", help="Only this municipality (its slug).")
    @with_appcontext
    def sources(slug: str | None) -> None:
        """Show the state of all feeds."""
        if not sum(_show(importer, tenant) for tenant in tenants(slug)):
            click.echo(f"No feeds. A tenant file names them under [[{feature}.sources]].")

    return group


def _import(importer: Importer, slug: str | None, key: str | None) -> bool:
    good = True
    for tenant in tenants(slug):
        with scope(app(), tenant.id, write=False):
            ids = importer.source_ids(key)
            for source_id in ids:
                report = importer.run(source_id)
                good &= report.error is None
                click.echo(f"{tenant.slug}: {_sentence(report)}")
        if not ids and slug:
            click.echo(f"{tenant.slug}: no feed{f' with the key {key}' if key else ''} in the tenant file")
            good &= key is None
    return good


def _show(importer: Importer, tenant: Tenant) -> int:
    source, item = importer.source, importer.item
    items = select(func.count(item.id)).where(item.source_id == source.id).scalar_subquery()
    names = ("key", "url", "active", "last_run_at", "last_success_at", "last_error")
    columns = (*(getattr(source, name) for name in names), items.label("items"))
    with scope(app(), tenant.id, write=False):
        rows = db.session.execute(select(*columns).order_by(source.key)).all()
    for row in rows:
        click.echo(f"{tenant.slug}  {row.key}  {_state(row.active, row.last_success_at, row.last_error)}  {row.url}")
        run, success = _moment(row.last_run_at), _moment(row.last_success_at)
        click.echo(f"    items {row.items}, last run {run}, last success {success}")
        if row.last_error:
            click.echo(f"    last error: {row.last_error}")
    return len(rows)


def app() -> Flask:
    """The app itself, for scopes."""
    return cast(Any, current_app)._get_current_object()  # type: ignore[no-any-return]


def tenants(slug: str | None) -> list[Tenant]:
    """The municipality of this name, or all. Ends the command if there is none."""
    with scope(app(), None, write=False):
        query = select(Tenant).order_by(Tenant.slug)
        found = list(db.session.scalars(query.where(Tenant.slug == slug) if slug else query))
        db.session.expunge_all()
    if slug and not found:
        raise click.ClickException(f'There is no municipality "{slug}"; `flask tenant list` shows them.')
    return found


def _sentence(report: Report) -> str:
    if report.error:
        before = f"{report.added} new and {report.updated} updated before it"
        done = before if report.added or report.updated else "nothing changed"
        return f"{report.key}: failed, {done}: {report.error}"
    if report.unchanged:
        return f"{report.key}: unchanged since the last time"
    text = f"{report.key}: {report.added} new, {report.updated} updated, {report.same} unchanged"
    if report.removed:
        text += f", {report.removed} removed"
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
