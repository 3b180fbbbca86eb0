# SPDX-License-Identifier: EUPL-1.2
"""Host names in one spelling, so that the same host is always found. Knows no database and no request."""

import re
from functools import lru_cache

import idna

LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
IPV6 = re.compile(r"(\[[0-9a-f:.]+\])(:\d{1,5})?")
PORT = re.compile(r":\d{0,5}$")


@lru_cache(maxsize=4096)
def normalise(host: str) -> str | None:
    """The host as it is stored and compared: no port, no final dot, lower case, umlauts as IDNA 2008 (`xn--…`).

    Returns None for what cannot be a host name.
    """
    text = host.strip().lower()
    if match := IPV6.fullmatch(text):
        return match.group(1)
    text = PORT.sub("", text).removesuffix(".")
    if not text.isascii():
        try:
            text = idna.encode(text, uts46=True).decode("ascii")
        except idna.IDNAError:
            return None
    if len(text) > 253 or not all(LABEL.fullmatch(label) for label in text.split(".")):
        return None
    return text
