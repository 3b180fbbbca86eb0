# SPDX-License-Identifier: EUPL-1.2
"""Migrations and models say the same, up and down, on both databases."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect

from backend import create_app
from backend.config import Settings
from backend.db import db
from tests.factories import make_news, make_tenant


def bare_app(settings: Settings) -> Flask:
    """An app on an empty database."""
    return create_app(settings)


def test_migrating_an_empty_database_gives_the_tables_of_the_models(settings: Settings) -> None:
    with bare_app(settings).app_context():
        upgrade()
        with db.engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": _ours})
            assert compare_metadata(context, db.Model.metadata) == []
        db.engine.dispose()


def test_migrations_can_be_taken_back(settings: Settings) -> None:
    with bare_app(settings).app_context():
        upgrade()
        downgrade(revision="base")
        left = {name for name in inspect(db.engine).get_table_names() if _ours(name, "table", {})}
        assert left <= {"alembic_version"}
        upgrade()
        db.engine.dispose()


def test_there_is_one_head_and_the_files_are_numbered(settings: Settings) -> None:
    app = bare_app(settings)
    with app.app_context():
        scripts = ScriptDirectory.from_config(app.extensions["migrate"].migrate.get_config())
    assert len(scripts.get_heads()) == 1
    numbers = sorted(script.revision for script in scripts.walk_revisions())
    assert numbers == [f"{number:04d}" for number in range(1, len(numbers) + 1)]


def test_a_migrated_server_is_ready_and_an_unmigrated_one_says_so(settings: Settings) -> None:
    app = bare_app(settings)
    before = app.test_client().get("/readyz")
    assert before.status_code == 503
    assert before.json["detail"] == "migrations"
    with app.app_context():
        upgrade()
    assert app.test_client().get("/readyz").status_code == 200


def _ours(name: str | None, kind: str, _parents: object) -> bool:
    return not (kind == "table" and (name or "").startswith("huey_"))


def test_content_survives_every_step_down_and_up(settings: Settings) -> None:
    app = bare_app(settings)
    with app.app_context():
        upgrade()
    make_tenant(app, "alpha")
    make_news(app, "alpha")
    for step in (lambda: downgrade(revision="0001"), upgrade):
        with app.app_context():
            step()
            with db.engine.connect() as connection:
                for table in ("tenant", "tenant_host", "content_version", "news_item"):
                    assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 1, table
