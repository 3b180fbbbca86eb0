# SPDX-License-Identifier: EUPL-1.2
"""A resident's phone for the editor's tests: subscribed over the interface, read at the push service. Knows no test."""

import json
import time
from typing import Any

from playwright.sync_api import Page

from tests.e2e.staff import Town
from tests.push.service import PushService

SECONDS = 30
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


class Phone:
    """A resident's phone at the push service."""

    def __init__(self, page: Page, town: Town, service: PushService, *topics: str) -> None:
        key = json.load(town.get("/api/v1/bootstrap"))["push"]["public_key"]
        self.service, self.seen = service, 0
        self.subscription = service.subscribe(key)
        keys = {name: self.subscription["keys"][name] for name in ("p256dh", "auth")}
        body = {"endpoint": self.subscription["endpoint"], "keys": keys, "topics": list(topics)}
        row = page.evaluate(SUBSCRIBE, body | {"quiet": None, "urgent_passes": True})
        self.record = {"id": row["id"], "auth": keys["auth"], "topics": list(topics), "key": key}

    def rings(self) -> list[dict[str, Any]]:
        """What has arrived since the last look."""
        messages = self.service.messages(self.subscription)
        new, self.seen = messages[self.seen :], len(messages)
        return [json.loads(message) for message in new]

    def ring(self, seconds: float = SECONDS) -> dict[str, Any]:
        """Wait for the next message."""
        until = time.monotonic() + seconds
        while not (new := self.rings()):
            assert time.monotonic() < until, "the phone does not ring"
            time.sleep(0.1)
        assert len(new) == 1, new
        return new[0]
