# SPDX-License-Identifier: EUPL-1.2
"""Mail: a row first, then a real SMTP server, the outbox of the demo, and what happens when nobody answers."""

import socket
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from flask import Flask
from sqlalchemy import select

from backend import mail
from backend.config import MailServer, Settings, SettingsError, read_settings
from backend.db import db
from backend.jobs import KINDS, scope
from backend.mail import GIVE_UP, OutgoingMail
from tests.factories import tenant_id


class Mailbox:
    """Keeps what an SMTP server accepts."""

    def __init__(self) -> None:
        self.received: list[Any] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        self.received.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")


@pytest.fixture
def mailbox(app: Flask, settings: Settings) -> Iterator[Mailbox]:
    """A real SMTP server that asks for a password, and the app set up to use it."""
    box = Mailbox()
    # The controller knocks at its own port, so it must know the number beforehand.
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(
        box,
        hostname="127.0.0.1",
        port=port,
        authenticator=lambda *given: AuthResult(success=given[4].password == b"p@ss", handled=False),
        auth_require_tls=False,
        auth_required=True,
    )
    controller.start()
    url = f"smtp+plain://app:p%40ss@127.0.0.1:{port}"
    environ = {"SMTP_URL": url, "MAIL_FROM": "app@alpha.de", "INSTANCE_PATH": str(settings.instance_path)}
    use(app, read_settings(environ).mail_server)
    yield box
    controller.stop()


def use(app: Flask, server: MailServer | None, **more: Any) -> None:
    settings: Settings = app.extensions["sva.settings"]
    app.extensions["sva.settings"] = replace(settings, mail_server=server, mail_from="app@alpha.de", **more)


def queued(app: Flask, **details: Any) -> str:
    with scope(app, tenant_id(app, "alpha")):
        mail.queue(**{"to": "kim@alpha.de", "subject": "Grüße", "text": "Straße\nhttps://x#" + "a" * 90} | details)
    with scope(app, tenant_id(app, "alpha"), write=False):
        return str(db.session.scalars(select(OutgoingMail.id)).one())


def send(app: Flask, row_id: str) -> OutgoingMail | None:
    """Run the job as the worker does; gives what is left of the row."""
    with scope(app, tenant_id(app, "alpha"), write=False):
        KINDS["mail"](row_id)
    with scope(app, tenant_id(app, "alpha"), write=False):
        left = db.session.scalars(select(OutgoingMail)).one_or_none()
        db.session.expunge_all()
        return left


def test_a_mail_reaches_the_server_and_nothing_stays_behind(app: Flask, mailbox: Mailbox) -> None:
    row_id = queued(app)
    assert send(app, row_id) is None
    assert send(app, row_id) is None
    (received,) = mailbox.received
    assert (received["From"], received["To"], received["Subject"]) == ("app@alpha.de", "kim@alpha.de", "Grüße")
    assert received.get_content_type() == "text/plain"
    assert received.get_content().splitlines() == ["Straße", "https://x#" + "a" * 90]


def test_a_mail_reaches_a_domain_with_umlauts(app: Flask, mailbox: Mailbox) -> None:
    assert send(app, queued(app, to="post@müllrose.example")) is None
    assert mailbox.received[0]["To"] == "post@xn--mllrose-n2a.example"


def test_a_mail_to_nobody_is_written_and_forgotten(app: Flask, mailbox: Mailbox) -> None:
    assert send(app, queued(app, to=None)) is None
    assert mailbox.received == []


def test_the_queue_holds_neither_recipient_nor_link_in_the_clear(app: Flask) -> None:
    queued(app)
    with scope(app, tenant_id(app, "alpha"), write=False):
        sealed = db.session.scalars(select(OutgoingMail.sealed)).one()
    assert "kim" not in sealed and "https" not in sealed


def test_a_mail_is_tried_again_and_given_up_in_the_end(app: Flask) -> None:
    use(app, MailServer("127.0.0.1", 9, "none"))
    row_id = queued(app)
    before = datetime.now(UTC)
    row = send(app, row_id)
    assert row is not None and row.tries == 1 and row.next_try_at is not None and row.next_try_at > before
    assert row.last_error == "ConnectionRefusedError"
    row = send(app, row_id)
    assert row is not None and row.tries == 1, "not due yet"
    for _ in range(GIVE_UP):
        with scope(app, tenant_id(app, "alpha")):
            waiting = db.session.scalars(select(OutgoingMail)).one()
            if waiting.next_try_at is not None:
                waiting.next_try_at = before - timedelta(minutes=1)
        with scope(app, tenant_id(app, "alpha"), write=False):
            for due in mail.due():
                KINDS["mail"](due)
    row = send(app, row_id)
    assert row is not None and (row.tries, row.next_try_at, row.sealed) == (GIVE_UP, None, "")


def test_two_workers_do_not_send_the_same_mail(app: Flask, mailbox: Mailbox) -> None:
    row_id = queued(app)
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert mail._claim(uuid.UUID(row_id)) is not None
        assert mail._claim(uuid.UUID(row_id)) is None


def test_a_wrong_password_of_the_server_is_an_error_not_a_crash(app: Flask, mailbox: Mailbox) -> None:
    settings: Settings = app.extensions["sva.settings"]
    assert settings.mail_server is not None
    use(app, replace(settings.mail_server, password="falsch"))
    row = send(app, queued(app))
    assert row is not None and row.last_error is not None and row.last_error.startswith("SMTPAuthenticationError")
    assert mailbox.received == []


def test_without_a_server_development_writes_into_the_outbox_and_says_where(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    assert send(app, queued(app)) is None
    settings: Settings = app.extensions["sva.settings"]
    (path,) = settings.outbox_path.glob("*.eml")
    assert message_from_bytes(path.read_bytes(), policy=policy.default)["To"] == "kim@alpha.de"
    assert b"https://x#" + b"a" * 90 in path.read_bytes()
    assert str(path) in caplog.text and "kim@" not in caplog.text


def test_without_a_server_production_keeps_the_mail_and_the_reason(app: Flask) -> None:
    use(app, None, environment="production")
    row = send(app, queued(app))
    assert row is not None and row.last_error == "ConnectionError"


def test_nobody_writes_a_header_into_a_mail(app: Flask) -> None:
    row = send(app, queued(app, subject="x\nBcc: y@z.de"))
    assert row is not None and row.last_error == "ValueError"


@pytest.mark.parametrize(
    "environ",
    [
        {"SMTP_URL": "http://x", "MAIL_FROM": "a@b.de"},
        {"SMTP_URL": "smtp://", "MAIL_FROM": "a@b.de"},
        {"SMTP_URL": "smtp://x:hundert", "MAIL_FROM": "a@b.de"},
        {"SMTP_URL": "smtp://x"},
    ],
)
def test_bad_mail_settings_are_named(environ: dict[str, str], tmp_path: object) -> None:
    with pytest.raises(SettingsError, match="SMTP_URL"):
        read_settings({"INSTANCE_PATH": str(tmp_path)} | environ)


def test_mail_servers_are_read_from_one_line(tmp_path: object) -> None:
    for url, server in (
        ("smtp://u:p%40@mail.de", MailServer("mail.de", 587, "starttls", "u", "p@")),
        ("smtps://mail.de:1465", MailServer("mail.de", 1465, "tls")),
    ):
        settings = read_settings({"INSTANCE_PATH": str(tmp_path), "SMTP_URL": url, "MAIL_FROM": "a@b.de"})
        assert settings.mail_server == server
        assert "p@" not in repr(settings)
