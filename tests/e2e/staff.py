# SPDX-License-Identifier: EUPL-1.2
"""Staff in a browser: signing in, mails in the outbox, codes of the second factor. Knows no test."""

import email
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email import policy
from pathlib import Path
from typing import Any

import pyotp
import requests
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.looks import LOOKS
from tests.e2e.server import ROOT, TENANTS, Server

PASSWORD = "demo-gemeinde-app"
NEW_PASSWORD = "drei Worte am Morgen"
LINK = re.compile(r"https?://\S+/redaktion/\S+")
MAIL_SECONDS = 30
STEP = 30
STRICT = "wiesenburg-mark"


class Town(Server):
    """A server with its worker, so that mails reach the outbox and notifications their push service."""

    worker: subprocess.Popen[bytes] | None = None

    def ask_for_second_factor(self) -> None:
        """One of its municipalities wants everybody to have one."""
        strict = self.folder / f"{STRICT}.toml"
        original = next(path for path in TENANTS if path.stem == STRICT).read_text(encoding="utf-8")
        strict.write_text(f'{original}\n[staff]\nsecond_factor = "required"\n', encoding="utf-8")
        self.flask("tenant", "apply", str(strict))

    def start(self, **settings: str) -> None:
        super().start(**settings)
        command = [sys.executable, "-m", "flask", "worker"]
        self.worker = subprocess.Popen(command, cwd=ROOT, env=self.env | settings, stdout=subprocess.DEVNULL)

    def stop(self) -> None:
        if self.worker is not None:
            self.worker.send_signal(signal.SIGINT)
            self.worker.wait(timeout=20)
            self.worker = None
        super().stop()

    def invite(self, address: str, *roles: str, tenant: str = STRICT) -> str:
        """Invite by the operator; gives the link of the mail."""
        options = [option for role in roles for option in ("--role", role)]
        self.flask("staff", "invite", "--tenant", tenant, *options, address)
        return self.mailed_link(address, "einladung")

    def mailed_link(self, address: str, part: str, *, after: str = "") -> str:
        """The newest link to `part` of the area that was mailed to this address; waits for one that is not `after`."""
        until = time.monotonic() + MAIL_SECONDS
        while time.monotonic() < until:
            for path in sorted((self.folder / "outbox").glob("*.eml"), reverse=True):
                link = _link(path, address, part)
                if link is not None and link != after:
                    return link
            time.sleep(0.2)
        raise AssertionError(f"no mail with a link to {part} reached {address}")


@contextmanager
def town_in(folder: Path, **settings: str) -> Iterator[Town]:
    """A running town in a folder that has the demo and the build."""
    town = Town(folder, pwa=folder / "dist")
    town.env |= settings
    town.start()
    try:
        yield town
    finally:
        town.stop()


def _link(path: Path, address: str, part: str) -> str | None:
    mail = email.message_from_bytes(path.read_bytes(), policy=policy.default)
    body = mail.get_body()
    found = LINK.search(body.get_content()) if mail["To"] == address and body is not None else None
    return found[0] if found and f"/redaktion/{part}#" in found[0] else None


def desk(browser: Browser, look: str = "desktop", **more: Any) -> BrowserContext:
    """A device that nobody has signed in on."""
    options = {"locale": "de-DE", "timezone_id": "Europe/Berlin", "reduced_motion": "reduce"}
    return browser.new_context(**(options | LOOKS[look] | more))


def sign_in(page: Page, server: Server, person: str = "redaktion", tenant: str = "bad-belzig", path: str = "") -> None:
    """Sign a demo person in without the form, with a session of its own, and open a page of the area."""
    page.context.add_cookies(
        _session(server, f"{person}@{tenant}.example", tenant, page.evaluate("navigator.userAgent"))
    )
    page.goto(server.url(f"/redaktion{path}", tenant))
    expect(page.locator("main h1")).to_have_text(re.compile(r"\S"))
    expect(page.locator("[aria-busy=true]")).to_have_count(0)


def _session(server: Server, address: str, tenant: str, browser: str) -> list[Any]:
    """The cookies with which this browser is signed in."""
    url, origin = f"http://127.0.0.1:{server.port}/api/v1/staff/session", server.url("", tenant)
    with requests.Session() as caller:
        caller.headers.update({"Host": origin.removeprefix("http://"), "Origin": origin, "User-Agent": browser})
        caller.headers["X-CSRF-Token"] = caller.get(url, timeout=20).json()["csrf_token"]
        answer = caller.post(url, json={"email": address, "password": PASSWORD}, timeout=20)
        assert answer.status_code == 200, answer.text
        return [{"name": name, "value": value, "url": origin} for name, value in caller.cookies.items()]


def fill_password(page: Page, address: str, password: str) -> None:
    """The first page of the sign-in form."""
    page.get_by_label("E-Mail").fill(address)
    page.get_by_label("Passwort", exact=True).fill(password)
    page.get_by_role("button", name="Weiter").click()


class Phone:
    """An authenticator app. Gives each code once: the server takes none twice."""

    def __init__(self, secret: str) -> None:
        self.totp = pyotp.TOTP(secret.replace(" ", ""))
        self.step = 0

    def code(self) -> str:
        """The code of now, or of the next step (clocks differ) if that was given already; waits if both were."""
        self.step = max(self.step + 1, int(time.time()) // STEP)
        while self.step > int(time.time()) // STEP + 1:
            time.sleep(0.5)
        return str(self.totp.at(self.step * STEP))


def set_up_second_factor(page: Page) -> tuple[Phone, list[str]]:
    """Scan (by the key), enter the first code, keep the recovery codes."""
    page.get_by_role("button", name="Lieber abtippen?").click()
    phone = Phone(page.locator(".factor-secret code").inner_text())
    page.get_by_label("Die 6 Ziffern hier eintragen:").fill(phone.code())
    codes = page.get_by_role("list", name="Wiederherstellungscodes").get_by_role("listitem")
    expect(codes.first).to_be_visible()
    found = codes.all_inner_texts()
    page.get_by_label("Ich habe die Codes aufbewahrt").check(force=True)
    page.get_by_role("button", name="Fertig").click()
    return phone, found
