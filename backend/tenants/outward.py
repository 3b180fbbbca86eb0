# SPDX-License-Identifier: EUPL-1.2
"""Which addresses residents may be led to: https, plain, a host that Land, federation or municipality names. Pure."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from backend.reference.laender import land_of

LONGEST = 2000
_PRINTABLE = re.compile(r"[!-~]+")


def link_hosts(ags: str, own: Iterable[str], addresses: Iterable[str | None]) -> frozenset[str]:
    """The ends of host names that links of a municipality may lead to: those of its Land, those it names itself, and
    where its own addresses (website, portal) lead."""
    led = (host_of(address).removeprefix("www.") for address in addresses if address)
    return frozenset({*land_of(ags).hosts, *own, *led} - {""})


def may_lead(url: str, ends: Collection[str]) -> bool:
    """Whether residents may be led there: https, no name or port in front of or behind the host, and a host on the
    list."""
    if not _PRINTABLE.fullmatch(url) or len(url) > LONGEST or "\\" in url:
        return False
    try:
        parts = urlsplit(url)
        plain = parts.scheme == "https" and parts.netloc.lower() == (parts.hostname or "")
    except ValueError:
        return False
    return plain and _on_list(host_of(url), ends)


@lru_cache(maxsize=4096)
def host_of(url: str) -> str:
    """The host of an address, without a final dot; "" for what has none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def _on_list(host: str, ends: Collection[str]) -> bool:
    labels = host.split(".")
    return len(labels) > 1 and any(".".join(labels[start:]) in ends for start in range(len(labels) - 1))
