# SPDX-License-Identifier: EUPL-1.2
"""The question behind every request survives a database that went away."""

from typing import Any

import pytest
from flask import Flask

from backend.config import Settings
from backend.db import db
from backend.reads import Unavailable
from backend.tenants import lookup as module
from backend.tenants.lookup import HostLookup
from tests.factories import tenant_id


@pytest.fixture
def lookup(app: Flask, settings: Settings) -> HostLookup:
    """A lookup that has been asked before, so that it has a connection."""
    with app.app_context():
        made = HostLookup(db.engine, settings)
    assert made("alpha.localhost") is not None
    return made


def test_a_lost_connection_is_replaced_unnoticed(app: Flask, lookup: HostLookup) -> None:
    lost = lookup.local.connection
    lost.close()
    assert lookup("alpha.localhost") == (tenant_id(app, "alpha"), 1)
    assert lookup.local.connection is not lost


def test_while_there_is_no_database_it_says_so_and_recovers_by_itself(
    app: Flask, lookup: HostLookup, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(engine: Any) -> Any:
        raise engine.dialect.loaded_dbapi.OperationalError("gone")

    lookup.local.connection.close()
    with monkeypatch.context() as patched:
        patched.setattr(module, "connect", away)
        for _ in range(2):
            with pytest.raises(Unavailable):
                lookup("alpha.localhost")
    assert lookup("alpha.localhost") == (tenant_id(app, "alpha"), 1)
