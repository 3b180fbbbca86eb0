# SPDX-License-Identifier: EUPL-1.2
"""The secret with which a resident's phone proves that something is its own (RFC 6750). Part of the border; knows no
feature."""

from flask import request

from backend.problems import SignInRequired

SHORTEST, LONGEST = 16, 200


def bearer(missing: str, *, shortest: int = SHORTEST) -> str:
    """The secret from `Authorization: Bearer …`. Raises SignInRequired with the sentence `missing`."""
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    secret = given.strip()
    if scheme.lower() != "bearer" or not secret.isascii() or not shortest <= len(secret) <= LONGEST:
        raise SignInRequired(missing)
    return secret
