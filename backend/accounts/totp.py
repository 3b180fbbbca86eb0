# SPDX-License-Identifier: EUPL-1.2
"""Codes of the second factor (TOTP, RFC 6238) and recovery codes. Pure functions but for the keyed digest."""

import secrets
from datetime import datetime

import pyotp
import segno

from backend.sealing import mac, same

STEP = 30
RECOVERY_CODES = 10
# Without 0/O, 1/I/L: these are copied from paper.
ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


def new_secret() -> str:
    """160 random bits in base32."""
    return pyotp.random_base32()


def otpauth_uri(secret: str, email: str, issuer: str) -> str:
    """What the authenticator app reads from the QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=issuer)


def qr_code(uri: str) -> str:
    """The QR code as a `data:` address of an SVG, dark on white in both themes."""
    return segno.make(uri, error="m").svg_data_uri(scale=5, border=3, light="#fff")


def step_of(secret: str, code: str, now: datetime) -> int | None:
    """The time step that this code belongs to, now or one step to either side; None for a wrong code."""
    digits = "".join(code.split())
    current = int(now.timestamp()) // STEP
    totp = pyotp.TOTP(secret)
    found = [step for step in (current - 1, current, current + 1) if same(totp.at(step * STEP), digits)]
    return found[0] if found else None


def new_recovery_codes() -> list[str]:
    """Ten codes of 49 bits each, written as ABCDE-FGHJK."""
    raw = ["".join(secrets.choice(ALPHABET) for _ in range(10)) for _ in range(RECOVERY_CODES)]
    return [f"{code[:5]}-{code[5:]}" for code in raw]


def recovery_mac(code: str) -> str:
    """What the database keeps of a recovery code: keyed, because 49 bits could be tried out."""
    return mac("recovery code", "".join(char for char in code.upper() if char.isalnum()))
