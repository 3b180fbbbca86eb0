# SPDX-License-Identifier: EUPL-1.2
"""Reports and their clerk by the interface, for browser tests: sent with a secret, decided in the town hall. Knows no
test and no browser."""

import io
import json
import secrets
import uuid
from dataclasses import dataclass
from typing import Any

import requests
from PIL import Image, ImageDraw

from tests.e2e.server import Server
from tests.e2e.staff import PASSWORD

TEXT = "Die Laterne ist seit Samstag dunkel. Rückfragen: 0171 1234567"
MASKED = "Die Laterne ist seit Samstag dunkel. Rückfragen: [Nummer verdeckt]"
TITLE, PLACE = "Laterne ohne Licht", "Bahnhofstraße, nahe Nr. 12"
NOTE = "Danke. Der Bauhof sieht nach."
SPOT = {"lat": 52.1423, "lon": 12.5925}
SECONDS = 20


@dataclass
class Sent:
    """A report that has arrived, and the key to it."""

    id: str
    secret: str
    number: str

    @property
    def path(self) -> str:
        return f"/maengel/{self.id}"

    @property
    def link(self) -> str:
        """The secret link."""
        return f"{self.path}#{self.secret}"


def photo(shade: int = 120) -> bytes:
    """A small photo; another shade is another photo."""
    drawn = Image.new("RGB", (640, 480), (shade, 140, 160))
    ImageDraw.Draw(drawn).ellipse((220, 140, 420, 340), fill=(40, 40, 60))
    file = io.BytesIO()
    drawn.save(file, "JPEG")
    return file.getvalue()


def send(server: Server, *, photos: int = 1, **more: Any) -> Sent:
    """A resident's phone reports something."""
    report_id, secret = str(uuid.uuid4()), secrets.token_urlsafe(32)
    body = (
        {"category": "strassenbeleuchtung", "description": TEXT, "address": PLACE, "elapsed_ms": 60_000} | SPOT | more
    )
    parts: list[Any] = [("report", (None, json.dumps(body)))]
    parts += [("photo", (f"{shade}.jpg", photo(90 + 40 * shade), "image/jpeg")) for shade in range(photos)]
    headers = {"Host": server.url("").removeprefix("http://").rstrip("/"), "Authorization": f"Bearer {secret}"}
    address = f"http://127.0.0.1:{server.port}/api/v1/defects/{report_id}"
    answer = requests.put(address, files=parts, headers=headers, timeout=SECONDS)
    assert answer.status_code == 201, answer.text
    return Sent(report_id, secret, answer.json()["number"])


class Clerk:
    """Somebody in the town hall, without a browser."""

    def __init__(self, server: Server) -> None:
        self.base = f"http://127.0.0.1:{server.port}/api/v1/staff"
        self.caller = requests.Session()
        origin = server.url("").rstrip("/")
        self.caller.headers.update({"Host": origin.removeprefix("http://"), "Origin": origin})
        session = f"{self.base}/session"
        self.caller.headers["X-CSRF-Token"] = self.caller.get(session, timeout=SECONDS).json()["csrf_token"]
        who = {"email": "meldungen@bad-belzig.example", "password": PASSWORD}
        entered = self.caller.post(session, json=who, timeout=SECONDS)
        assert entered.status_code == 200, entered.text
        self.caller.headers["X-CSRF-Token"] = entered.json()["csrf_token"]

    def see(self, sent: Sent) -> Any:
        """The report as staff see it."""
        return self.caller.get(f"{self.base}/defects/{sent.id}", timeout=SECONDS).json()

    def decide(self, sent: Sent, status: str, **more: Any) -> Any:
        """One step; gives the report afterwards."""
        address = f"{self.base}/defects/{sent.id}"
        read = self.caller.get(address, timeout=SECONDS)
        body = {"status": status, "note": NOTE} | more
        headers = {"If-Match": read.headers["ETag"]}
        answer = self.caller.post(f"{address}/decision", json=body, headers=headers, timeout=SECONDS)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def publish(self, sent: Sent, status: str = "accepted", **more: Any) -> Any:
        """Accept it with masked text and all its photos."""
        shown = [{"id": found["id"], "public": True, "redactions": []} for found in self.see(sent)["photos"]]
        words = {"title": TITLE, "text_public": True, "public_text": MASKED, "public_place": PLACE}
        return self.decide(sent, status, photos=shown, **words, **more)
