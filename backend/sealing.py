# SPDX-License-Identifier: EUPL-1.2
"""Secrets at rest and keyed digests. The only place that uses SECRET_KEY and DATA_KEY; knows no feature."""

import hashlib
import hmac
import secrets

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from backend.config import current_settings

TOKEN_BYTES = 32


def seal(text: str) -> str:
    """Encrypt for the database with the newest DATA_KEY."""
    return _fernet().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str | None:
    """Decrypt with any of the DATA_KEYs; None when none fits."""
    try:
        return _fernet().decrypt(sealed.encode()).decode()
    except InvalidToken:
        return None


def mac(purpose: str, value: str) -> str:
    """HMAC-SHA256 as 64 hex digits; equal values under different purposes have nothing in common."""
    key = hmac.digest(current_settings().secret_key.encode(), purpose.encode(), "sha256")
    return hmac.digest(key, value.encode(), "sha256").hex()


def same(left: str, right: str) -> bool:
    """Compare two secrets in constant time."""
    return hmac.compare_digest(left.encode(), right.encode())


def new_token() -> str:
    """256 random bits, for cookies and links."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def digest(token: str) -> str:
    """What the database keeps of a token. Plain SHA-256 suffices for 256 random bits: there is nothing to guess."""
    return hashlib.sha256(token.encode()).hexdigest()


def _fernet() -> MultiFernet:
    return MultiFernet([Fernet(part.strip()) for part in current_settings().data_key.split(",")])
