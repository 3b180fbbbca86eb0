# SPDX-License-Identifier: EUPL-1.2
"""What is over goes: every night by the worker, or by `flask housekeep`. Knows no feature: create_app hands the brooms
in.

Each broom sweeps in a transaction of its own, and one that breaks does not keep the others from sweeping.
"""

import logging
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

from flask import Flask
from huey import crontab

from backend.jobs import scope

log = logging.getLogger("sva.housekeeping")

AT_NIGHT = crontab(minute="17", hour="3")


@dataclass(frozen=True)
class Broom:
    """`sweep(now)` removes what is over and gives the number. It runs once in each municipality; `whole_house`: once in
    all, for rows that belong to none. `look(now)` only gives the number: a broom that touches more than the database,
    which can take everything back, needs one."""

    what: str
    sweep: Callable[[datetime], int]
    whole_house: bool = False
    look: Callable[[datetime], int] | None = None


class _OnlyLooked(Exception):
    """Takes back what a broom did; carries the number."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def init_housekeeping(app: Flask, brooms: Iterable[Broom]) -> None:
    """Take the brooms and let the worker sweep every night."""
    app.extensions["sva.brooms"] = tuple(brooms)
    huey: Any = app.extensions["sva.huey"]

    @huey.periodic_task(AT_NIGHT, name="housekeep")  # type: ignore[untyped-decorator]
    def housekeep() -> None:
        for what, swept in sweep_all(app, datetime.now(UTC)):
            log.info("swept", extra={"kind": what, "reason": str(swept)})


def sweep_all(app: Flask, now: datetime, *, dry_run: bool = False) -> Iterator[tuple[str, int | None]]:
    """What was swept and how much of it, in the order of the brooms; None for a broom that broke somewhere. `dry_run`:
    what would be swept, each broom by itself; nothing changes."""
    for broom in cast(tuple[Broom, ...], app.extensions["sva.brooms"]):
        rooms: list[uuid.UUID | None] = [None] if broom.whole_house else [*app.extensions["sva.tenant_ids"]()]
        swept = [_sweep(app, broom, room, now, dry_run) for room in rooms]
        yield broom.what, None if None in swept else sum(number or 0 for number in swept)


def _sweep(app: Flask, broom: Broom, room: uuid.UUID | None, now: datetime, dry_run: bool) -> int | None:
    try:
        with scope(app, room):
            if not dry_run:
                return broom.sweep(now)
            raise _OnlyLooked((broom.look or broom.sweep)(now))
    except _OnlyLooked as looked:
        return looked.number
    except Exception as error:
        log.error("a broom broke", exc_info=error, extra={"kind": broom.what})
        return None
