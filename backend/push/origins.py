# SPDX-License-Identifier: EUPL-1.2
"""Which addresses a browser may name as its push service: the wall against server-side request forgery. Pure."""

import re
from collections.abc import Iterable

# Host names only, in the spelling of browsers; no user name, no fragment, nothing that two parsers could read apart.
ENDPOINT = re.compile(r"(https?://)([a-z0-9-]+(?:\.[a-z0-9-]+)*)((?::[1-9][0-9]{0,4})?)(/[!-\"$-\[\]-~]*)")
LONGEST = 1000


def origin_of(endpoint: str, allowed: Iterable[str]) -> str | None:
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
