# SPDX-License-Identifier: EUPL-1.2
"""Days off: a Land's school holidays, as far as its ministry has fixed them, and its public ones, by law."""

import csv
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from holidays import country_holidays

from backend.reference import HERE

# The first two digits of an AGS, and the same Land in ISO 3166-2:DE.
LANDS = dict(
    zip((f"{n:02}" for n in range(1, 17)), "SH HH NI HB NW HE RP BW BY SL BE BB MV SN ST TH".split(), strict=True)
)


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


@lru_cache(maxsize=256)
def public_holidays(land: str, year: int) -> frozenset[date]:
    """The days of a year on which nobody works in a Land (two digits), also Sundays among them. Those that hold in
    parts of a Land only are not there: a municipality adds its own."""
    return frozenset(country_holidays("DE", subdiv=LANDS[land], years=year))
