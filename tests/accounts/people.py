# SPDX-License-Identifier: EUPL-1.2
"""People for tests of the staff area, and a browser that behaves like one: cookies, `Origin`, CSRF token."""

import uuid
from functools import cache
from typing import Any

import orjson
from flask import Flask
from sqlalchemy import select

from backend.accounts import passwords
from backend.accounts.models import Membership, StaffAccount
from backend.audit import AuditEntry
from backend.db import db
from backend.jobs import scope
from backend.mail import OutgoingMail
from backend.sealing import unseal
from tests.conftest import TenantClient
from tests.factories import NOW, tenant_id

PASSWORD = "ein langes Passwort"
API = "/api/v1/staff"


@cache
def hashed() -> str:
    """The hash of PASSWORD, made once: it is slow on purpose."""
    return passwords.hash_password(PASSWORD)


def make_person(
    app: Flask,
    email: str,
    roles: tuple[str, ...] = ("EDITOR",),
    slug: str = "alpha",
    organiser_id: uuid.UUID | None = None,
) -> uuid.UUID:
    """A member with the password PASSWORD; the account is made if it does not exist yet. Gives the account's id."""
    with scope(app, tenant_id(app, slug)):
        account = db.session.scalar(select(StaffAccount).where(StaffAccount.email == email))
        if account is None:
            name = email.split("@")[0].title()
            account = StaffAccount(email=email, name=name, password_hash=hashed(), created_at=NOW, password_at=NOW)
            db.session.add(account)
            db.session.flush()
        rights = {"roles": sorted(roles), "organiser_id": organiser_id}
        db.session.add(Membership(account_id=account.id, created_at=NOW, **rights))
        return account.id


class Desk(TenantClient):
    """A browser in the staff area: asks for the CSRF token once and sends it, and its own origin, with every write."""

    csrf = ""

    def open(self, *args: Any, **kwargs: Any) -> Any:
        kwargs.setdefault("headers", {})
        if kwargs.get("method", "GET") not in ("GET", "HEAD"):
            kwargs["headers"] = {"Origin": f"http://{self.slug}.localhost", "X-CSRF-Token": self.csrf} | kwargs[
                "headers"
            ]
        kwargs["headers"] = {name: value for name, value in kwargs["headers"].items() if value is not None}
        answer = super().open(*args, **kwargs)
        if answer.is_json and isinstance(answer.json, dict) and "csrf_token" in answer.json:
            self.csrf = answer.json["csrf_token"]
        return answer

    def api(self, method: str, path: str, json: Any = None, *, version: int | None = None, **kwargs: Any) -> Any:
        """A request below /api/v1/staff; `version` is the one that a conditional write has seen."""
        if version is not None:
            kwargs["headers"] = kwargs.get("headers", {}) | {"If-Match": f'"{version}"'}
        return self.open(f"{API}{path}", method=method, json=json, **kwargs)

    def sign_in(self, email: str, password: str = PASSWORD) -> Any:
        """Come in as far as the password leads."""
        self.api("GET", "/session")
        return self.api("POST", "/session", {"email": email, "password": password})

    def cookie(self, name: str = "sid") -> str:
        """The value of a cookie, or empty."""
        found = self.get_cookie(name, domain=f"{self.slug}.localhost")
        return found.value if found else ""


def desk(app: Flask, slug: str = "alpha") -> Desk:
    """A browser that has not signed in yet."""
    made = Desk(app, app.response_class, use_cookies=True)
    made.slug = slug
    return made


def at_work(
    app: Flask,
    email: str,
    roles: tuple[str, ...] = ("EDITOR",),
    slug: str = "alpha",
    organiser_id: uuid.UUID | None = None,
) -> Desk:
    """A browser in which a new member has signed in."""
    make_person(app, email, roles, slug, organiser_id)
    made = desk(app, slug)
    answer = made.sign_in(email)
    assert answer.status_code == 200, answer.json
    return made


def mails(app: Flask, slug: str = "alpha") -> list[dict[str, Any]]:
    """The mails that wait to be sent, oldest first: to, subject, text."""
    with scope(app, tenant_id(app, slug), write=False):
        rows = db.session.scalars(select(OutgoingMail.sealed).order_by(OutgoingMail.created_at, OutgoingMail.id))
        return [orjson.loads(unseal(sealed) or "") for sealed in rows]


def secret_of(mail: dict[str, str]) -> str:
    """The secret in the link of a mail."""
    return next(line for line in mail["text"].splitlines() if "#" in line).partition("#")[2]


def log_of(app: Flask, slug: str = "alpha") -> list[str]:
    """The actions in the log, oldest first."""
    with scope(app, tenant_id(app, slug), write=False):
        return list(db.session.scalars(select(AuditEntry.action).order_by(AuditEntry.at, AuditEntry.id)))
