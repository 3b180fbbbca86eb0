# SPDX-License-Identifier: EUPL-1.2
"""Passwords: argon2id (RFC 9106) and one rule, length. Slow by design: never call this inside a write transaction."""

import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from backend.problems import Invalid

HASHER = PasswordHasher()  # the library's defaults: 64 MiB, three passes
SHORTEST, LONGEST = 12, 200


def check(password: str, email: str) -> None:
    """Raise Invalid for a password that is too short or the mail address. Nothing else is asked for (NIST 800-63B)."""
    if len(_plain(password)) < SHORTEST:
        raise Invalid("The password is too short.", {"password": [f"Shorter than minimum length {SHORTEST}."]})
    if _plain(password).strip().casefold() == email.strip().casefold():
        raise Invalid("The password is the mail address.", {"password": ["Must not be the mail address."]})


def hash_password(password: str) -> str:
    """The argon2id hash, with its parameters and salt."""
    return HASHER.hash(_plain(password))


def matches(stored: str, password: str) -> bool:
    """Whether this is the password."""
    try:
        return HASHER.verify(stored, _plain(password))
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(stored: str) -> bool:
    """Whether the hash was made with other parameters than today's."""
    return HASHER.check_needs_rehash(stored)


@cache
def decoy() -> str:
    """A hash that no password opens: strangers wait as long for their answer as staff do."""
    return HASHER.hash("\x00 nobody")


def _plain(password: str) -> str:
    # A telephone may write "ü" as two characters where a computer writes one.
    return unicodedata.normalize("NFC", password)
