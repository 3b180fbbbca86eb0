# SPDX-License-Identifier: EUPL-1.2
"""School holidays of a Land, as far as its ministry has fixed them. Reads its own file only."""

import csv
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from backend.reference import HERE


class Holiday(NamedTuple):
    """Days without school; both days included."""

    name: str
    first_day: date
    last_day: date


@lru_cache(maxsize=1)
def school_holidays() -> dict[str, list[Holiday]]:
    """By Land (the first two digits of an AGS), in order. The README says where they come from and how far they go."""
    found: dict[str, list[Holiday]] = {}
    with (HERE / "school_holidays.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            days = date.fromisoformat(row["first_day"]), date.fromisoformat(row["last_day"])
            found.setdefault(row["land"], []).append(Holiday(row["name"], *days))
    return found
