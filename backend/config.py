# SPDX-License-Identifier: EUPL-1.2
"""Settings from the environment, checked once at start. The only reader of os.environ; knows no feature."""

import contextlib
import ipaddress
import os
import re
import secrets
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urlsplit

from cryptography.fernet import Fernet
from flask import current_app

ROOT = Path(__file__).resolve().parent.parent
MIB = 1024 * 1024


class SettingsError(Exception):
    """A setting is missing or unusable; the message names the variable and the cure."""


@dataclass(frozen=True)
class MailServer:
    """Where mail is handed over. `security`: "tls" from the first byte, "starttls" after the greeting, or "none"."""

    host: str
    port: int
    security: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Settings:
    """Everything a process needs to know at start. Sizes in bytes, times in seconds."""

    environment: str
    database_url: str
    instance_path: Path
    secret_key: str = field(repr=False)
    data_key: str = field(repr=False)
    default_tenant: str | None
    public_port: int | None
    trusted_proxies: int
    https: bool
    read_cache_bytes: int
    max_body_bytes: int
    outbound_allow: tuple[str, ...]
    push_origins: tuple[str, ...]
    pwa_path: Path
    pwa_kill_switch: bool
    log_level: str
    mail_server: MailServer | None = None
    mail_from: str = "app@localhost"

    @property
    def development(self) -> bool:
        return self.environment == "development"

    @property
    def media_path(self) -> Path:
        return self.instance_path / "media"

    @property
    def private_path(self) -> Path:
        """Beside the media, for what is not shown to everybody: no web server may serve it."""
        return self.instance_path / "private"

    @property
    def imports_path(self) -> Path:
        """Where the operator puts what is imported from files."""
        return self.instance_path / "imports"

    @property
    def outbox_path(self) -> Path:
        return self.instance_path / "outbox"

    @property
    def postgresql(self) -> bool:
        return self.database_url.startswith("postgresql")


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Read and check all settings.

    Raises SettingsError with the variable's name. Production refuses to start without both keys (architecture.md,
    "Keys"); development writes them once into the instance folder with mode 0600.
    """
    env = os.environ if environ is None else environ
    environment = env.get("ENVIRONMENT", "development")
    if environment not in ("development", "production"):
        raise SettingsError(f'ENVIRONMENT is "{environment}"; write "development" or "production".')
    development = environment == "development"
    instance = Path(env.get("INSTANCE_PATH") or ROOT / "instance").resolve()
    instance.mkdir(parents=True, exist_ok=True)
    url = env.get("DATABASE_URL") or f"sqlite:///{instance / 'app.sqlite3'}"
    data_key = _key("DATA_KEY", env, instance, development, lambda: Fernet.generate_key().decode())
    try:
        for part in data_key.split(","):
            Fernet(part.strip())
    except ValueError as error:
        raise SettingsError(
            "DATA_KEY is not a Fernet key (32 bytes, url-safe base64); several are split by a comma."
        ) from error
    return Settings(
        environment=environment,
        database_url=_driver(url),
        instance_path=instance,
        secret_key=_key("SECRET_KEY", env, instance, development, lambda: secrets.token_urlsafe(48)),
        data_key=data_key,
        default_tenant=(env.get("DEFAULT_TENANT") or None) if development else None,
        public_port=_number("PUBLIC_PORT", env, 8000 if development else 0) or None,
        trusted_proxies=_number("TRUSTED_PROXIES", env, 0),
        https=not development,
        read_cache_bytes=_number("READ_CACHE_BYTES", env, 32 * MIB),
        max_body_bytes=_number("MAX_BODY_BYTES", env, 1 * MIB),
        outbound_allow=tuple(part.strip() for part in env.get("OUTBOUND_ALLOW", "").split(",") if part.strip()),
        push_origins=_push_origins(env.get("PUSH_ORIGINS", ""), development),
        pwa_path=Path(env.get("PWA_PATH") or ROOT / "pwa" / "dist").resolve(),
        pwa_kill_switch=env.get("PWA_KILL_SWITCH", "") == "1",
        log_level=env.get("LOG_LEVEL", "INFO").upper(),
        mail_server=_mail_server(env.get("SMTP_URL", "")),
        mail_from=_sender(env),
    )


def current_settings() -> Settings:
    """The settings of the running app."""
    return cast(Settings, current_app.extensions["sva.settings"])


def _key(name: str, env: Mapping[str, str], instance: Path, development: bool, make: Callable[[], str]) -> str:
    if value := env.get(name):
        return value
    if not development:
        raise SettingsError(
            f"{name} is not set; production does not start without it. deploy/README.md says how to make one."
        )
    path = instance / name.lower()
    if not path.exists():
        descriptor, draft = tempfile.mkstemp(dir=instance)  # mode 0600
        with os.fdopen(descriptor, "w") as file:
            file.write(make())
        # A link appears whole or not at all: of two processes that start together, one wins and both read the same.
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
        Path(draft).unlink()
    return path.read_text().strip()


def _number(name: str, env: Mapping[str, str], default: int) -> int:
    value = env.get(name)
    if not value:
        return default
    if not value.isdigit():
        raise SettingsError(f'{name} is "{value}"; write a whole number of 0 or more.')
    return int(value)


# The push services of the browsers in use: Chrome and its relatives, Firefox, Edge, Safari.
PUSH_SERVICES = (
    "https://fcm.googleapis.com,https://updates.push.services.mozilla.com,https://*.notify.windows.com,"
    "https://*.push.apple.com"
)
PUSH_ORIGIN = re.compile(r"(https?)://((?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::[1-9][0-9]{0,4})?")


def _push_origins(value: str, development: bool) -> tuple[str, ...]:
    origins = tuple(part.strip() for part in (value or PUSH_SERVICES).split(",") if part.strip())
    for origin in origins:
        found = PUSH_ORIGIN.fullmatch(origin)
        if found is None:
            raise SettingsError(
                f'PUSH_ORIGINS: "{origin}" is no origin; write https://host, https://*.host or https://host:port.'
            )
        if found[1] == "http" and not (development and _is_loopback(found[2])):
            raise SettingsError(f'PUSH_ORIGINS: "{origin}" needs https; http is for this machine in development.')
    return origins


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


MAIL_SCHEMES = {"smtps": ("tls", 465), "smtp": ("starttls", 587), "smtp+plain": ("none", 25)}


def _mail_server(url: str) -> MailServer | None:
    if not url:
        return None
    try:
        parts = urlsplit(url)
        security, port = MAIL_SCHEMES[parts.scheme]
        port = parts.port or port
    except (KeyError, ValueError) as error:
        raise SettingsError(
            "SMTP_URL must look like smtp://user:password@host:587 (STARTTLS), "
            "smtps:// (TLS) or smtp+plain:// (neither)."
        ) from error
    if not parts.hostname:
        raise SettingsError("SMTP_URL names no host; write smtp://user:password@host:587.")
    user, password = (unquote(part) if part else None for part in (parts.username, parts.password))
    return MailServer(parts.hostname, port, security, user, password)


def _sender(env: Mapping[str, str]) -> str:
    sender = env.get("MAIL_FROM", "")
    if env.get("SMTP_URL") and "@" not in sender:
        raise SettingsError("MAIL_FROM is not set: with SMTP_URL it names the sender, for example app@example.org.")
    return sender or "app@localhost"


def _driver(url: str) -> str:
    # Hosting panels write postgres:// or postgresql://; our driver is psycopg 3.
    for prefix in ("postgres://", "postgresql://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    if not url.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise SettingsError("DATABASE_URL must begin with sqlite:/// or postgresql://.")
    return url
