# SPDX-License-Identifier: EUPL-1.2
"""One plain-text mail: a row in the transaction that causes it, sent by a job. Knows no feature.

Mails carry links with secrets: the row keeps recipient and text encrypted and is deleted once the mail is handed over.
Development without a mail server writes to `instance/outbox/`.
"""

import logging
import smtplib
import ssl
import uuid
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

import orjson
from sqlalchemy import String, Text, delete, select, update
from sqlalchemy.orm import Mapped, mapped_column

from backend import jobs
from backend.bulk import change_rows
from backend.config import MailServer, Settings, current_settings
from backend.db import Model, TenantOwned, db, new_id, owned_args
from backend.sealing import seal, unseal

log = logging.getLogger("sva.mail")

TIMEOUT = 20
LEASE = timedelta(minutes=5)
KEPT = timedelta(days=30)
GIVE_UP = 12  # tries, the last after about two days


class OutgoingMail(Model, TenantOwned):
    """A mail that has not left the house yet. `next_try_at` is None once we gave up; then the text is gone too."""

    __tablename__ = "outgoing_mail"
    __table_args__ = owned_args()

    sealed: Mapped[str] = mapped_column(Text)
    tries: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    next_try_at: Mapped[datetime | None]
    last_error: Mapped[str | None] = mapped_column(String(200))


def queue(to: str | None, subject: str, text: str) -> None:
    """Write a mail as part of the running transaction; it leaves after the commit.

    None: to nobody, who costs as much time as somebody, so that strangers cannot tell whether a mail was sent.
    """
    row_id, now = new_id(), datetime.now(UTC)
    sealed = seal(orjson.dumps({"to": to, "subject": subject, "text": text}).decode())
    db.session.add(OutgoingMail(id=row_id, sealed=sealed, created_at=now, next_try_at=now))
    jobs.after_commit("mail", str(row_id))


@jobs.work("mail")
def send(row_id: str | None) -> None:
    """Hand one mail over. Claims the row first, so that two workers do not send it twice; errors are tried again."""
    sealed = _claim(uuid.UUID(row_id))
    if sealed is None:
        return
    text = unseal(sealed)
    if text is None:
        _fail(uuid.UUID(row_id), "DATA_KEY does not fit")
        return
    try:
        deliver(current_settings(), **orjson.loads(text))
    except (OSError, smtplib.SMTPException, ValueError) as error:
        # Not the message: servers quote the recipient in it.
        _fail(uuid.UUID(row_id), f"{type(error).__name__} {getattr(error, 'smtp_code', '')}".strip())
        return
    with jobs.transaction():
        change_rows(delete(OutgoingMail).where(OutgoingMail.id == uuid.UUID(row_id)))


@jobs.sweep("mail", every_minutes=5)
def due() -> list[str]:
    """Mails whose bell got lost or whose last try failed."""
    row = OutgoingMail
    return [str(one) for one in db.session.scalars(select(row.id).where(row.next_try_at <= datetime.now(UTC)))]


def forget(now: datetime) -> int:
    """Remove the mails of the current municipality that we gave up, a month later; what was handed over is gone
    already."""
    row = OutgoingMail
    return change_rows(delete(row).where(row.next_try_at.is_(None), row.created_at < now - KEPT))


def deliver(settings: Settings, to: str | None, subject: str, text: str) -> None:
    """Send now. Raises OSError, SMTPException, or ValueError for an address that could not be a header line."""
    if to is None:
        return
    message = EmailMessage()
    name, _, domain = to.rpartition("@")
    # Names of domains travel in ASCII (büro.de is xn--bro-hoa.de); few servers take anything else.
    message["From"], message["To"] = settings.mail_from, f"{name}@{domain.encode('idna').decode()}"
    message["Subject"] = subject
    message["Date"] = format_datetime(datetime.now(UTC))
    message["Message-ID"] = make_msgid(domain=settings.mail_from.rsplit("@", maxsplit=1)[-1])
    message["Auto-Submitted"] = "auto-generated"
    # In the outbox a link must survive being copied out of the file; on its way through servers, lines must be short.
    message.set_content(text, cte="quoted-printable" if settings.mail_server else "8bit")
    if settings.mail_server is not None:
        _hand_over(settings.mail_server, message)
    elif settings.development:
        settings.outbox_path.mkdir(mode=0o700, exist_ok=True)
        path = settings.outbox_path / f"{datetime.now(UTC):%Y-%m-%d-%H%M%S}-{new_id().hex[-6:]}.eml"
        path.write_bytes(bytes(message))
        log.info("no mail server in development: the mail lies in %s", path)
    else:
        raise ConnectionError("SMTP_URL is not set")


def _hand_over(server: MailServer, message: EmailMessage) -> None:
    context = ssl.create_default_context()
    if server.security == "tls":
        connection: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT, context=context)
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT)
    with connection:
        if server.security == "starttls":
            connection.starttls(context=context)
        if server.user:
            connection.login(server.user, server.password or "")
        connection.send_message(message)


def _claim(row_id: uuid.UUID) -> str | None:
    row, now = OutgoingMail, datetime.now(UTC)
    claim = update(row).where(row.id == row_id, row.next_try_at <= now)
    with jobs.transaction():
        taken = change_rows(claim.values(next_try_at=now + LEASE, tries=row.tries + 1))
        return db.session.scalar(select(row.sealed).where(row.id == row_id)) if taken else None


def _fail(row_id: uuid.UUID, reason: str) -> None:
    log.warning("a mail was not handed over", extra={"kind": "mail", "reason": reason})
    with jobs.transaction():
        row = db.session.get(OutgoingMail, row_id)
        if row is None:
            return
        row.last_error = reason[:200]
        if row.tries >= GIVE_UP:
            row.next_try_at, row.sealed = None, ""
        else:
            row.next_try_at = datetime.now(UTC) + timedelta(minutes=min(2**row.tries, 480))
