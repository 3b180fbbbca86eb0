# SPDX-License-Identifier: EUPL-1.2
"""The one hot query: which municipality and which content version stand behind a host name. Speaks to the driver, not
to a Session: it runs on every request, cached ones too, and a Session costs more than the answer."""

import logging
import threading
import uuid
from typing import Any

from sqlalchemy.engine import Engine

from backend.config import Settings
from backend.reads import Unavailable
from backend.tenants.hosts import normalise

log = logging.getLogger("sva.hosts")

BY_HOST = (
    "SELECT h.tenant_id, v.version FROM tenant_host h "
    "JOIN content_version v ON v.tenant_id = h.tenant_id WHERE h.host = {}"
)
BY_SLUG = "SELECT t.id, v.version FROM tenant t JOIN content_version v ON v.tenant_id = t.id WHERE t.slug = {}"
LOCAL = ("localhost", "127.0.0.1", "[::1]")


class HostLookup:
    """`lookup(host)` gives (tenant id, content version) or None. One driver connection per thread, in autocommit."""

    def __init__(self, engine: Engine, settings: Settings) -> None:
        self.engine, self.settings = engine, settings
        mark = "?" if engine.dialect.name == "sqlite" else "%s"
        self.by_host, self.by_slug = BY_HOST.format(mark), BY_SLUG.format(mark)
        self.local = threading.local()

    def __call__(self, host: str) -> tuple[uuid.UUID, int] | None:
        name = normalise(host)
        if name is None:
            return None
        slug = self._local_slug(name) if self.settings.development else None
        row = self._query(self.by_slug, slug) if slug else self._query(self.by_host, name)
        if row is None:
            return None
        tenant_id, version = row
        return (tenant_id if isinstance(tenant_id, uuid.UUID) else uuid.UUID(tenant_id)), version

    def _local_slug(self, name: str) -> str | None:
        if name in LOCAL:
            return self.settings.default_tenant
        return name.removesuffix(".localhost") if name.endswith(".localhost") else None

    def _query(self, sql: str, value: str) -> Any:
        errors = self.engine.dialect.loaded_dbapi.Error
        try:
            return self._connection().execute(sql, (value,)).fetchone()
        except errors:
            # The server may have closed an idle connection or restarted: once more on a new one.
            self.local.connection = None
        try:
            return self._connection().execute(sql, (value,)).fetchone()
        except errors as error:
            log.error("no answer from the database", extra={"reason": type(error).__name__})
            raise Unavailable from error

    def _connection(self) -> Any:
        connection = getattr(self.local, "connection", None)
        if connection is None:
            connection = self.local.connection = connect(self.engine)
        return connection


def connect(engine: Engine) -> Any:
    """A driver connection of our own in autocommit, with the engine's address."""
    args, options = engine.dialect.create_connect_args(engine.url)
    connection: Any = engine.dialect.connect(*args, **options)
    if engine.dialect.name == "sqlite":
        connection.isolation_level = None
        connection.execute("PRAGMA busy_timeout=10000")
    else:
        connection.autocommit = True
    return connection
