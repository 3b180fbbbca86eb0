# SPDX-License-Identifier: EUPL-1.2
"""web-push-testing (npm) as a process: accepts like a browser's push service, verifies VAPID, decrypts."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests

from tests.e2e.server import free_port

SCRIPT = Path(__file__).with_name("service.mjs")


class PushService:
    """What the browser and the push service would do."""

    def __init__(self, port: int) -> None:
        self.origin = f"http://localhost:{port}"

    def ask(self, path: str, **form: str) -> requests.Response:
        return requests.post(f"{self.origin}{path}", json=form, timeout=10)

    def subscribe(self, public_key: str) -> dict[str, Any]:
        """`PushManager.subscribe()`: the JSON of a PushSubscription, and `clientHash`."""
        answer = self.ask("/subscribe", userVisibleOnly="true", applicationServerKey=public_key)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()["data"]
        return found

    def messages(self, subscription: dict[str, Any]) -> list[str]:
        """What this subscription has got, decrypted by the service."""
        found: list[str] = self.ask("/get-notifications", clientHash=subscription["clientHash"]).json()["data"][
            "messages"
        ]
        return found

    def expire(self, subscription: dict[str, Any]) -> None:
        """The browser unsubscribes without telling us."""
        self.ask(f"/expire-subscription/{subscription['clientHash']}")


@contextmanager
def push_service() -> Iterator[PushService]:
    """The service on a free port of the loopback until the block ends."""
    node = shutil.which("node")
    assert node, "Node is missing: tests/run installs it"
    service = PushService(free_port())
    process = subprocess.Popen([node, str(SCRIPT), service.origin.rsplit(":", maxsplit=1)[-1]])
    try:
        until = time.monotonic() + 20
        while time.monotonic() < until:
            assert process.poll() is None, "the push service ended by itself; run npm ci in pwa/"
            try:
                service.ask("/status")
            except requests.ConnectionError:
                time.sleep(0.1)
            else:
                break
        yield service
    finally:
        process.kill()
        process.wait()
