# SPDX-License-Identifier: EUPL-1.2
"""`flask tenant …`: what the operator does with municipalities. Prints plain words; the rules are operations.py's."""

import json
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from backend.config import current_settings
from backend.jobs import scope
from backend.problems import Problem
from backend.tenants import operations
from backend.tenants.compile_services import remark
from backend.tenants.describe import origin
from backend.tenants.operations import Part
from backend.tenants.tenant_file import BadFile, Plan, check

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group("tenant")
def tenant() -> None:
    """Municipalities: check and apply their files, list, show and export them."""


@tenant.command("check")
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="FILE…")
def check_command(files: tuple[Path, ...]) -> None:
    """Say what is wrong in a tenant file, and what to write instead. Changes nothing."""
    for path, plan in _checked(files):
        click.echo(f"{path}: good ({plan.kind} {plan.name}, {plan.slug})")
        if said := remark(plan.ags, plan.config["services"]):
            click.echo(f"  {said}")


@tenant.command("apply")
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="FILE…")
@with_appcontext
def apply_command(files: tuple[Path, ...]) -> None:
    """Bring municipalities in line with their files. Repeatable; all are checked first; running servers follow."""
    settings = current_settings()
    for path, plan in _checked(files):
        try:
            with scope(_app(), None):
                lines = operations.apply(plan, _parts(), datetime.now(UTC))
        except Problem as problem:
            click.echo(f"{path}: {problem.detail}", err=True)
            sys.exit(1)
        changed = any(operations.is_change(line) for line in lines)
        click.echo(f"{plan.slug}: {'applied' if changed else 'unchanged'} · {_origin(plan, settings)}")
        for line in lines:
            click.echo(f"  {line}")


@tenant.command("list")
@with_appcontext
def list_command() -> None:
    """All municipalities: slug, AGS, name, address."""
    with scope(_app(), None, write=False):
        for row in operations.list_tenants(current_settings()):
            demo = "  (demo)" if row["demo"] else ""
            click.echo(f"{row['slug']:<28} {row['ags']}  {row['kind']} {row['name']}  {row['origin']}{demo}")


@tenant.command("show")
@click.argument("slug")
@with_appcontext
def show_command(slug: str) -> None:
    """What the app knows of a municipality, as JSON."""
    with scope(_app(), None, write=False):
        config = dict(_found(slug).config)
    config.pop("file", None)
    click.echo(json.dumps(config, ensure_ascii=False, indent=2))


@tenant.command("export")
@click.argument("slug")
@with_appcontext
def export_command(slug: str) -> None:
    """Today's state as a tenant file, on standard output."""
    with scope(_app(), None, write=False):
        _found(slug)
        click.echo(operations.export(slug, _parts()), nl=False)


def _checked(files: Iterable[Path]) -> list[tuple[Path, Plan]]:
    plans, broken = [], False
    for path in files:
        try:
            plans.append((path, check(path)))
        except BadFile as error:
            broken = True
            click.echo(str(error), err=True)
    if broken:
        sys.exit(1)
    return plans


def _found(slug: str) -> Any:
    try:
        return operations.find(slug)
    except Problem as problem:
        click.echo(problem.detail, err=True)
        sys.exit(1)


def _parts() -> tuple[Part, ...]:
    """The features' parts, named by create_app: this package must not import them."""
    return cast(tuple[Part, ...], current_app.extensions["sva.tenant_parts"])


def _app() -> Flask:
    return cast(Flask, current_app._get_current_object())  # type: ignore[attr-defined]


def _origin(plan: Plan, settings: Any) -> str:
    return origin(plan.slug, plan.config["hosts"], settings)
