# SPDX-License-Identifier: EUPL-1.2
"""VAPID (RFC 8292): the key pair by which push services know a municipality, and what is signed with it. Knows no
table."""

from functools import lru_cache

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid02

from backend.push.encryption import encode
from backend.sealing import seal, unseal

HOUR = 3600
VALID_HOURS = 13  # a push service refuses more than 24; a header is used for one hour only


class UnreadableKeys(RuntimeError):
    """The private key was sealed with a DATA_KEY that this process does not have."""


def make_pair() -> tuple[str, str]:
    """A new pair: the public key as browsers want it (an uncompressed point in base64url) and the sealed private one
    (32 bytes, base64url)."""
    key = generate_private_key(SECP256R1())
    public = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return encode(public), seal(encode(key.private_numbers().private_value.to_bytes(32, "big")))


@lru_cache(maxsize=4096)
def authorization(sealed: str, origin: str, contact: str, hour: int) -> str:
    """The `Authorization` header for one push service (`origin`) and hour since 1970: signed once, used for all.

    `contact` is where the push service may complain (mailto: or https:). Raises UnreadableKeys.
    """
    private = unseal(sealed)
    if private is None:
        raise UnreadableKeys("DATA_KEY does not fit the municipality's VAPID key")
    signer = Vapid02.from_raw(private.encode())
    # Otherwise it would refuse the names of machines without a domain.
    signer.conf["no-strict"] = True
    return str(signer.sign({"aud": origin, "sub": contact, "exp": (hour + VALID_HOURS) * HOUR})["Authorization"])
