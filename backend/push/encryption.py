# SPDX-License-Identifier: EUPL-1.2
"""Message encryption for web push (RFC 8291 over RFC 8188, `aes128gcm`). Pure; knows no database and no HTTP.

Own code because pywebpush's sending follows redirects, reads answers of any size and takes a third longer to encrypt
(tests/bench/push). Tests hold it against the standard's example and http_ece, the library below pywebpush.
"""

import base64
import hmac
import os
import struct
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDH,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

RECORD_SIZE = 4096  # what every push service must take (RFC 8030, 7.2)
OVERHEAD = 16 + 4 + 1 + 65 + 1 + 16  # salt, record size, key length, key, delimiter, tag
MAX_PAYLOAD = RECORD_SIZE - OVERHEAD
POINT_BYTES, AUTH_BYTES = 65, 16
_CURVE: Any = SECP256R1()
_ECDH: Any = ECDH()


class BadKeys(ValueError):
    """The keys of a subscription are none."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """The keys of a subscription: a point of P-256 and the authentication secret."""

    point: bytes
    auth: bytes


def recipient(p256dh: str, auth: str) -> Recipient:
    """Read the keys as browsers give them (base64url). Raises BadKeys for anything that cannot be encrypted to."""
    found = Recipient(decode(p256dh), decode(auth))
    if len(found.point) != POINT_BYTES or len(found.auth) != AUTH_BYTES:
        raise BadKeys("wrong length")
    try:
        EllipticCurvePublicKey.from_encoded_point(_CURVE, found.point)
    except ValueError as error:
        raise BadKeys("not a point of the curve") from error
    return found


def encrypt(payload: bytes, to: Recipient) -> bytes:
    """The body of one push message: a fresh key pair and salt each time, one record, no padding."""
    own = generate_private_key(_CURVE)
    return _encrypt(payload, to, own, os.urandom(16))


def _encrypt(payload: bytes, to: Recipient, own: EllipticCurvePrivateKey, salt: bytes) -> bytes:
    public = own.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    shared = own.exchange(_ECDH, EllipticCurvePublicKey.from_encoded_point(_CURVE, to.point))
    # HKDF (RFC 5869): each of these outputs fits into one block of HMAC-SHA-256.
    secret = hmac.digest(
        hmac.digest(to.auth, shared, "sha256"), b"WebPush: info\0" + to.point + public + b"\1", "sha256"
    )
    root = hmac.digest(salt, secret, "sha256")
    key = hmac.digest(root, b"Content-Encoding: aes128gcm\0\1", "sha256")[:16]
    nonce = hmac.digest(root, b"Content-Encoding: nonce\0\1", "sha256")[:12]
    head = salt + struct.pack("!LB", RECORD_SIZE, POINT_BYTES) + public
    return head + AESGCM(key).encrypt(nonce, payload + b"\2", None)


def decode(text: str) -> bytes:
    """Bytes of base64url, padded or not. Raises BadKeys."""
    try:
        return base64.b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4), altchars=b"-_", validate=True)
    except ValueError as error:
        raise BadKeys("not base64url") from error


def encode(data: bytes) -> str:
    """base64url without padding, as all of web push writes it."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
