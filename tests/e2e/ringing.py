# SPDX-License-Identifier: EUPL-1.2
"""A phone that rings, in a browser: `web-push-testing` in place of the browser's push service, which a headless one has
not, and the DevTools protocol in place of its wire to the service worker. Knows no test."""

import shutil
import sqlite3
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Page, Worker

from tests.e2e.server import DIST
from tests.e2e.staff import Town
from tests.push.service import PushService

SECONDS = 30
MESSAGES = "/api/v1/staff/push/messages"
TITLE, TEXT = "Straße gesperrt", "Ab Montag nur mit Ampel."

# What the page sees of the browser's push: the subscription lives in Python, so that it outlives a reload.
BROWSER = """(() => {
    const wrap = (json) => json && { toJSON: () => json, unsubscribe: () => leaveService() }
    PushManager.prototype.subscribe = async (options) => wrap(await subscribeAtService(options.applicationServerKey))
    PushManager.prototype.getSubscription = async () => wrap(await subscriptionAtService())
    globalThis.permissionAsked = 0
    const ask = Notification.requestPermission.bind(Notification)
    Notification.requestPermission = () => { globalThis.permissionAsked++; return ask() }
})()"""


class Phone:
    """A resident's browser with the push service behind it."""

    def __init__(self, context: BrowserContext, town: Town, service: PushService) -> None:
        self.town, self.service = town, service
        self.current: dict[str, Any] | None = None
        self.seen = 0
        self.registrations: list[str] = []
        context.grant_permissions(["notifications"], origin=town.url("").rstrip("/"))
        context.expose_function("subscribeAtService", self.subscribe)
        context.expose_function("subscriptionAtService", lambda: self.current)
        context.expose_function("leaveService", self.leave)
        context.add_init_script(BROWSER)
        self.page = context.new_page()
        self.tools = context.new_cdp_session(self.page)
        self._watch(self.tools)

    def _watch(self, tools: CDPSession) -> None:
        def learn(event: dict[str, Any]) -> None:
            self.registrations += [found["registrationId"] for found in event["registrations"]]

        tools.on("ServiceWorker.workerRegistrationUpdated", learn)
        tools.send("ServiceWorker.enable")

    def subscribe(self, key: str) -> dict[str, Any]:
        """`PushManager.subscribe()`: the same subscription again while there is one."""
        self.current = self.current or self.service.subscribe(key)
        return self.current

    def leave(self) -> None:
        """`PushSubscription.unsubscribe()`."""
        self.current = None

    def renew(self, key: str) -> dict[str, Any]:
        """The browser takes another subscription by itself."""
        self.current, self.seen = self.service.subscribe(key), 0
        return self.current

    @property
    def worker(self) -> Worker:
        return self.page.context.service_workers[-1]

    def arrived(self) -> list[str]:
        """What the push service has decrypted for this phone since the last look."""
        assert self.current is not None
        messages = self.service.messages(self.current)
        new, self.seen = messages[self.seen :], len(messages)
        return new

    def deliver(self, data: str) -> None:
        """Hand this to the service worker as the browser would."""
        origin = self.town.url("").rstrip("/")
        answer = {"origin": origin, "registrationId": self.registrations[-1], "data": data}
        self.tools.send("ServiceWorker.deliverPushMessage", answer)

    def ring(self, seconds: float = SECONDS) -> list[dict[str, Any]]:
        """Wait for the next message at the service, deliver it, and give what the phone shows then."""
        until = time.monotonic() + seconds
        while not (new := self.arrived()):
            assert time.monotonic() < until, "no message has reached the push service"
            time.sleep(0.1)
        for data in new:
            self.deliver(data)
        return self.shown(len(new))

    def shown(self, least: int = 1) -> list[dict[str, Any]]:
        """The notifications that the phone shows; waits for the first ones."""
        until = time.monotonic() + SECONDS
        while True:
            found: list[dict[str, Any]] = self.page.evaluate(
                """async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(
                    ({ title, body, tag, data, icon, requireInteraction }) =>
                        ({ title, body, tag, data, icon, requireInteraction }))"""
            )
            if len(found) >= least:
                return found
            assert time.monotonic() < until, f"the phone shows {found}"
            time.sleep(0.1)

    def tap(self) -> None:
        """Tap the notification. A script's event may not wait and opens no window, so what it would open is kept."""
        self.worker.evaluate(
            """async () => {
                const [notification] = await self.registration.getNotifications()
                const event = new NotificationEvent('notificationclick', { notification })
                event.waitUntil = (work) => work.catch(() => undefined)
                self.clients.openWindow = async (url) => { self.opened = url }
                self.dispatchEvent(event)
            }"""
        )


@contextmanager
def ringing_town(folder: Path, service: PushService) -> Iterator[Town]:
    """A town whose worker may send to this push service."""
    shutil.copytree(DIST, folder / "dist")
    town = Town(folder, pwa=folder / "dist")
    town.env["PUSH_ORIGINS"] = service.origin
    town.fill()
    town.start()
    yield town
    town.stop()


def forget_phones(town: Town) -> None:
    """The server knows no phone any more."""
    with closing(_database(town)) as database, database:
        for table in ("push_delivery", "push_topic", "push_subscription"):
            database.execute(f"DELETE FROM {table}")


def _database(town: Town) -> sqlite3.Connection:
    return sqlite3.connect(town.folder / "app.sqlite3", timeout=10)


def rows(town: Town, table: str = "push_subscription") -> int:
    """How many rows the server has."""
    with closing(_database(town)) as database:
        return int(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def announce(desk: Page, *topics: str, **more: Any) -> dict[str, Any]:
    """The editor's side, by the interface: a message on its own, at once. Gives the message."""
    body = {"title": TITLE, "text": TEXT, "url": "/", "urgent": False, "due_at": None, "expires_at": None}
    body |= {"id": str(uuid.uuid4()), "topics": list(topics)}
    return _ask(desk, MESSAGES, body | more)


def outcome(desk: Page, message: dict[str, Any]) -> dict[str, Any]:
    """The message once nothing of it is waiting to leave."""
    until = time.monotonic() + SECONDS
    while (found := _ask(desk, f"{MESSAGES}/{message['id']}"))["state"] != "sent":
        assert time.monotonic() < until, f"the worker has not sent {found}"
        time.sleep(0.1)
    return found


def _ask(desk: Page, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
    found: dict[str, Any] = desk.evaluate(
        """async ([path, body]) => {
            const { csrf_token } = await (await fetch('/api/v1/staff/session')).json()
            const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf_token }
            const write = { method: 'POST', headers, body: JSON.stringify(body) }
            const answer = await fetch(path, body === null ? {} : write)
            if (!answer.ok) throw new Error(await answer.text())
            return answer.json()
        }""",
        [path, body],
    )
    return found
