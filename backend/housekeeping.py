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
    all, for rows that belong to none."""

    what: str
    sweep: Callable[[datetime], int]
    whole_house: bool = False


def init_housekeeping(app: Flask, brooms: Iterable[Broom]) -> None:
    """Take the brooms and let the worker sweep every night."""
    app.extensions["sva.brooms"] = tuple(brooms)
    huey: Any = app.extensions["sva.huey"]

    @huey.periodic_task(AT_NIGHT, name="housekeep")  # type: ignore[untyped-decorator]
    def housekeep() -> None:
        for what, swept in sweep_all(app, datetime.now(UTC)):
            log.info("swept", extra={"kind": what, "reason": str(swept)})


def sweep_all(app: Flask, now: datetime) -> Iterator[tuple[str, int | None]]:
    """What was swept and how much of it, in the order of the brooms; None for a broom that broke somewhere."""
    for broom in cast(tuple[Broom, ...], app.extensions["sva.brooms"]):
        rooms: list[uuid.UUID | None] = [None] if broom.whole_house else [*app.extensions["sva.tenant_ids"]()]
        swept = [_sweep(app, broom, room, now) for room in rooms]
        yield broom.what, None if None in swept else sum(number or 0 for number in swept)


def _sweep(app: Flask, broom: Broom, room: uuid.UUID | None, now: datetime) -> int | None:
    try:
        with scope(app, room):
            return broom.sweep(now)
    except Exception as error:
        log.error("a broom broke", exc_info=error, extra={"kind": broom.what})
        return None
