# SPDX-License-Identifier: EUPL-1.2
"""A push service of the tests' own: takes everything, and misbehaves where the path says so. Runs in a thread."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from aiohttp import web


@dataclass
class Taken:
    """One request as it came."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Sink:
    """Where it listens and what it got. `answers`: status and headers by the first part of the path, else 201;
    `hangs`: first parts that never answer."""

    port: int = 0
    taken: list[Taken] = field(default_factory=list)
    answers: dict[str, tuple[int, dict[str, str]]] = field(default_factory=dict)
    hangs: set[str] = field(default_factory=set)
    pause: float = 0.0
    over: bool = False

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def paths(self) -> list[str]:
        return [one.path for one in self.taken]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.taken.append(Taken(request.path, dict(request.headers), await request.read()))
        first = request.path.split("/")[1]
        while first in self.hangs and not self.over:
            await asyncio.sleep(0.05)
        if self.pause:
            await asyncio.sleep(self.pause)
        status, headers = self.answers.get(first, (201, {}))
        return web.Response(status=status, headers=headers)


@contextmanager
def sinking() -> Iterator[Sink]:
    """Listen on a free loopback port until the block ends."""
    sink, loop, ready = Sink(), asyncio.new_event_loop(), threading.Event()
    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", sink.answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0)

    async def listen() -> None:
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        sink.port = runner.addresses[0][1]
        ready.set()

    def serve() -> None:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(listen())
        loop.run_forever()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    assert ready.wait(10)
    try:
        yield sink
    finally:
        sink.over = True
        asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()
