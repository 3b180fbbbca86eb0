# SPDX-License-Identifier: EUPL-1.2
"""The wall between now and later. What happens later is a row first; huey only rings the bell.

huey enqueues on a connection of its own, so a task could run before or without the row it is about: tasks are enqueued
after the commit, are idempotent, enter exactly one municipality, and a periodic sweep picks up what was lost. Knows no
feature: kinds register.
"""

import logging
import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any, cast
from urllib.parse import urlsplit, urlunsplit

from flask import Flask, current_app, g
from huey import Huey, PostgresHuey, SqliteHuey, crontab

from backend.config import Settings
from backend.db import allow_writes, current_tenant_id, db, enter_tenant

log = logging.getLogger("sva.jobs")

Work = Callable[[str | None], None]
Sweep = Callable[[], list[str]]
KINDS: dict[str, Work] = {}
SLOW: set[str] = set()
SWEEPS: dict[str, tuple[int, Sweep]] = {}


def work(kind: str, *, slow: bool = False) -> Callable[[Work], Work]:
    """Register the function that does this kind of work: `run(id)` in the scope of one municipality. `slow`: it waits
    for foreign servers, and nobody for it; so it begins when nothing else waits.

    The function opens its transaction itself with `transaction()` after slow things (fetching, decoding) are done.
    """

    def register(function: Work) -> Work:
        KINDS[kind] = function
        if slow:
            SLOW.add(kind)
        return function

    return register


def sweep(kind: str, *, every_minutes: int) -> Callable[[Sweep], Sweep]:
    """Register a periodic question, asked per municipality: which ids of this kind are due?"""

    def register(function: Sweep) -> Sweep:
        SWEEPS[kind] = (every_minutes, function)
        return function

    return register


def after_commit(kind: str, row_id: str | None = None, at: datetime | None = None) -> None:
    """Ring the bell for a row of the running transaction once its commit stands, or later, at an instant. A bell for
    later cannot be taken back: the work looks whether its row is due."""
    pending: list[tuple[uuid.UUID, str, str | None, datetime | None]] = g.setdefault("sva_pending", [])
    pending.append((current_tenant_id(), kind, row_id, at))


def commit() -> None:
    """The single commit of a unit of work; then the bells. Called by the border, by `scope` and by nobody else."""
    db.session.commit()
    for tenant_id, kind, row_id, at in g.pop("sva_pending", []):
        try:
            enqueue(tenant_id, kind, row_id, at)
        except Exception as error:
            # The row stands and the sweep will find it: a silent bell must not turn a success into an error.
            log.warning("bell not rung", extra={"kind": kind, "reason": type(error).__name__})


def enqueue(tenant_id: uuid.UUID, kind: str, row_id: str | None, at: datetime | None = None) -> None:
    """Put one task into the queue, for now or for an instant."""
    huey = cast(Any, current_app.extensions["sva.huey"])
    task = (str(tenant_id), kind, row_id)
    patience = {"priority": -1} if kind in SLOW else {}
    if at is None:
        huey.run(*task, **patience)
    else:
        huey.run.schedule(task, eta=at, **patience)


class scope:
    """A fresh app context bound to one municipality, with one commit at its end (or none if `write` is false or it
    fails)."""

    def __init__(self, app: Flask, tenant_id: uuid.UUID | None, *, write: bool = True) -> None:
        self.context, self.tenant_id, self.write = app.app_context(), tenant_id, write

    def __enter__(self) -> None:
        self.context.push()
        if self.tenant_id is not None:
            enter_tenant(self.tenant_id)
        if self.write:
            allow_writes()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: Any) -> None:
        try:
            if kind is None and self.write:
                commit()
            else:
                db.session.rollback()
        finally:
            self.context.pop(error)


def transaction() -> scope:
    """A write transaction of its own for the current municipality, for work that was slow before it: fetched, decoded,
    hashed."""
    return scope(cast(Any, current_app)._get_current_object(), current_tenant_id())


def reading() -> scope:
    """A look into the current municipality that ends before a write transaction begins."""
    return scope(cast(Any, current_app)._get_current_object(), current_tenant_id(), write=False)


def init_jobs(app: Flask, settings: Settings) -> Huey:
    """Build the queue and its one task, `run(tenant_id, kind, id)`, plus one periodic sweep per registered kind."""
    huey = _queue(settings)

    @huey.task(retries=3, retry_delay=60, name="run")  # type: ignore[untyped-decorator]
    def run(tenant_id: str, kind: str, row_id: str | None) -> None:
        with scope(app, uuid.UUID(tenant_id), write=False):
            KINDS[kind](row_id)

    for kind, (minutes, due) in SWEEPS.items():
        _register_sweep(app, huey, kind, minutes, due)
    huey.run = run
    app.extensions["sva.huey"] = huey
    return cast(Huey, huey)


def _register_sweep(app: Flask, huey: Any, kind: str, minutes: int, due: Sweep) -> None:
    @huey.periodic_task(crontab(minute=f"*/{minutes}"), name=f"sweep-{kind}")  # type: ignore[untyped-decorator]
    def ask() -> None:
        for tenant_id in app.extensions["sva.tenant_ids"]():
            with scope(app, tenant_id, write=False):
                for row_id in due():
                    enqueue(tenant_id, kind, row_id)


def _queue(settings: Settings) -> Any:
    if settings.postgresql:
        parts = urlsplit(settings.database_url)
        return PostgresHuey("sva", dsn=urlunsplit(parts._replace(scheme="postgresql")))
    return SqliteHuey("sva", filename=str(settings.instance_path / "queue.sqlite3"))
