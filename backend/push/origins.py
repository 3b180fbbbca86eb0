# SPDX-License-Identifier: EUPL-1.2
"""Which addresses a browser may name as its push service: the wall against server-side request forgery. Pure."""

import re
from functools import lru_cache

# Host names only, in the spelling of browsers; no user name, no fragment, nothing that two parsers could read apart.
ENDPOINT = re.compile(r"(https?://)([a-z0-9-]+(?:\.[a-z0-9-]+)*)((?::[1-9][0-9]{0,4})?)(/[!-\"$-\[\]-~]*)")
LONGEST = 1000


def origin_of(endpoint: str, allowed: tuple[str, ...]) -> str | None:
    """The origin of an endpoint if it is one of `allowed` (scheme, host, port; `*.` stands for one or more labels)."""
    found = ENDPOINT.fullmatch(endpoint) if len(endpoint) <= LONGEST else None
    if found is None:
        return None
    scheme, host, port, _path = found.groups()
    for known in allowed:
        if known == scheme + host + port:
            return known
        wild = f"{scheme}*."
        if known.startswith(wild) and f"{host}{port}".endswith("." + known.removeprefix(wild)):
            return scheme + host + port
    return None


def still_allowed(endpoint: str, allowed: tuple[str, ...]) -> str | None:
    """The origin of an endpoint that `origin_of` has accepted once, if the list still names it. Looks at no more than
    the origin, and once: it is asked for every device of every message."""
    return _allowed(endpoint[: endpoint.index("/", len("https://"))], allowed)


@lru_cache(maxsize=1024)
def _allowed(origin: str, allowed: tuple[str, ...]) -> str | None:
    return origin_of(f"{origin}/", allowed)
