# SPDX-License-Identifier: EUPL-1.2
"""What can be reported where a tenant file names nothing else, and answers to start from. Reads its own file only."""

import tomllib
from functools import lru_cache
from typing import Any

from backend.reference import HERE


@lru_cache(maxsize=1)
def usual() -> dict[str, Any]:
    """`categories` and `templates`, written as in a tenant file."""
    return tomllib.loads((HERE / "defects.toml").read_text(encoding="utf-8"))
