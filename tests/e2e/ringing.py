# SPDX-License-Identifier: EUPL-1.2
"""A phone that rings, in a browser: `web-push-testing` in place of the browser's push service, which a headless one has
not, and the DevTools protocol in place of its wire to the service worker. Knows no test."""

import json
import sqlite3
import time
import uuid
from contextlib import closing
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import BrowserContext, CDPSession, Locator, Page, Worker, expect

from tests.e2e.staff import Town
from tests.push.service import PushService

SECONDS = 30
MESSAGES = "/api/v1/staff/push/messages"
HERE = "/mehr/mitteilungen"
SEEN = "Auf diesem Gerät eingeschaltet."
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
# As the resident's app remembers its own subscription.
REMEMBER = """(record) => new Promise((done, fail) => {
    const opening = indexedDB.open('sv-push', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('own')
    opening.onerror = fail
    opening.onsuccess = () => {
        const change = opening.result.transaction('own', 'readwrite')
        change.objectStore('own').put(record, 'own')
        change.oncomplete = () => { opening.result.close(); done() }
    }
})"""
SUBSCRIBE = """async (body) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch('/api/v1/push/subscriptions', { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(await answer.text())
    return answer.json()
}"""


def key_of(town: Town) -> str:
    """The municipality's public key."""
    return str(json.load(town.get("/api/v1/bootstrap"))["push"]["public_key"])


class Receiver:
    """A subscription at the push service, and what has arrived for it."""

    def __init__(self, service: PushService) -> None:
        self.service = service
        self.current: dict[str, Any] | None = None
        self.seen = 0

    def arrived(self) -> list[str]:
        """What the push service has decrypted since the last look."""
        assert self.current is not None
        messages = self.service.messages(self.current)
        new, self.seen = messages[self.seen :], len(messages)
        return new

    def await_arrival(self, seconds: float = SECONDS) -> list[str]:
        """The same, once there is something."""
        until = time.monotonic() + seconds
        while not (new := self.arrived()):
            assert time.monotonic() < until, "no message has reached the push service"
            time.sleep(0.1)
        return new


class Subscriber(Receiver):
    """Somebody who wants these topics, without a browser: subscribed by the interface from any page of the town."""

    def __init__(self, page: Page, town: Town, service: PushService, *topics: str) -> None:
        super().__init__(service)
        key = key_of(town)
        self.current = service.subscribe(key)
        keys = {name: self.current["keys"][name] for name in ("p256dh", "auth")}
        body = {"endpoint": self.current["endpoint"], "keys": keys, "topics": list(topics)}
        row = page.evaluate(SUBSCRIBE, body | {"quiet": None, "urgent_passes": True})
        self.record = {"id": row["id"], "auth": keys["auth"], "topics": list(topics), "key": key}

    def ring(self, seconds: float = SECONDS) -> dict[str, Any]:
        """Wait for the next message."""
        [message] = self.await_arrival(seconds)
        found: dict[str, Any] = json.loads(message)
        return found


class Phone(Receiver):
    """A resident's browser with the push service behind it."""

    def __init__(self, context: BrowserContext, town: Town, service: PushService) -> None:
        super().__init__(service)
        self.town = town
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

    def deliver(self, data: str) -> None:
        """Hand this to the service worker as the browser would."""
        origin = self.town.url("").rstrip("/")
        answer = {"origin": origin, "registrationId": self.registrations[-1], "data": data}
        self.tools.send("ServiceWorker.deliverPushMessage", answer)

    def ring(self, seconds: float = SECONDS) -> list[dict[str, Any]]:
        """Wait for the next message at the service, deliver it, and give what the phone shows then."""
        new = self.await_arrival(seconds)
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

    def tap(self, title: str = TITLE) -> None:
        """Tap a notification. A script's event may not wait and opens no window, so what it would open is kept."""
        self.worker.evaluate(
            """async (title) => {
                const shown = await self.registration.getNotifications()
                const notification = shown.find((one) => one.title === title)
                const event = new NotificationEvent('notificationclick', { notification })
                event.waitUntil = (work) => work.catch(() => undefined)
                self.clients.openWindow = async (url) => { self.opened = url }
                self.dispatchEvent(event)
            }""",
            title,
        )


def switch(page: Page, name: str) -> Locator:
    """A switch of the page of notifications."""
    return page.get_by_role("switch", name=name, exact=True)


def turn_on(phone: Phone, *topics: str, quiet: bool = False) -> None:
    """With more topics than those already chosen; without quiet hours, so that tests may run at night."""
    for topic in topics:
        switch(phone.page, topic).click()
    switch(phone.page, "Zu dieser Zeit nicht stören").set_checked(quiet)
    phone.page.get_by_role("button", name="Benachrichtigen").click()
    expect(phone.page.get_by_text(SEEN)).to_be_visible()


def quiet_now(page: Page) -> tuple[str, str]:
    """Quiet hours that hold now and for two hours more: begin and end, as the page writes them."""
    now = datetime.now(ZoneInfo("Europe/Berlin"))
    begin, end = (f"{(now + timedelta(hours=hours)).hour:02d}:00" for hours in (0, 3))
    fields = [("Von", begin), ("Bis", end)]
    # Equal times are refused, also on the way: a begin that is the end still shown waits.
    if page.get_by_label("Bis").input_value() == begin:
        fields.reverse()
    for field, hour in fields:
        page.get_by_label(field).select_option(hour)
    return begin, end


def forget_phones(town: Town) -> None:
    """The server knows no phone any more."""
    with closing(_database(town)) as database, database:
        for table in ("push_delivery", "push_topic", "push_subscription"):
            database.execute(f"DELETE FROM {table}")


def _database(town: Town) -> sqlite3.Connection:
    return sqlite3.connect(town.folder / "app.sqlite3", timeout=10)


def rows(town: Town, table: str = "push_subscription", where: str = "1") -> int:
    """How many rows the server has."""
    with closing(_database(town)) as database:
        return int(database.execute(f"SELECT count(*) FROM {table} WHERE {where}").fetchone()[0])


def await_silence(town: Town) -> None:
    """Wait until no message is waiting to leave: whoever subscribes now hears only what comes later."""
    until = time.monotonic() + SECONDS
    while rows(town, "push_message", "state IN ('waiting', 'sending')"):
        assert time.monotonic() < until, "the worker has not sent everything"
        time.sleep(0.1)


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
