# SPDX-License-Identifier: EUPL-1.2
"""Facts that ship with the product: Brandenburg's municipalities and their borders. Reads its own files only."""

import csv
import gzip
import json
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

HERE = Path(__file__).parent
SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ł": "l"})


@dataclass(frozen=True)
class Municipality:
    """One row of the municipal directory. Coordinates in degrees (WGS 84), `bbox` is west, south, east, north.

    `ags` has 8 digits, `ars` 12. `district` is None for a town that is its own district (kreisfrei).
    """

    ags: str
    ars: str
    slug: str
    name: str
    kind: str
    district: str | None
    postcode: str
    latitude: float
    longitude: float
    bbox: tuple[float, float, float, float]
    population: int


def slug_of(text: str) -> str:
    """The text as one host label or path segment: `Wiesenburg/Mark` is `wiesenburg-mark`, ä is ae, ß is ss, ś is s."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).lower().translate(SPELLED))
    kept = "".join(
        char if char.isascii() and char.isalnum() else "-" for char in plain if not unicodedata.combining(char)
    )
    return "-".join(part for part in kept.split("-") if part)[:63].rstrip("-")


def find(ags: str) -> Municipality | None:
    """The municipality with this key (AGS, 8 digits), or None."""
    return municipalities().get(ags)


def border(ags: str) -> dict[str, Any] | None:
    """The border as a GeoJSON geometry (simplified: for display, not for legal questions), or None."""
    return _borders().get(ags)


@lru_cache(maxsize=1)
def municipalities() -> dict[str, Municipality]:
    """All municipalities by AGS.

    Two of the same name (Golzow, Mittenwalde) both carry their district in the slug: neither depends on who came first.
    """
    with (HERE / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    seen = Counter(slug_of(row["name"]) for row in rows)
    return {row["ags"]: _municipality(row, shared=seen[slug_of(row["name"])] > 1) for row in rows}


def _municipality(row: dict[str, str], *, shared: bool) -> Municipality:
    return Municipality(
        ags=row["ags"],
        ars=row["ars"],
        slug=slug_of(f"{row['name']} {row['kreis']}" if shared else row["name"]),
        name=row["name"],
        kind=row["bezeichnung"],
        district=None if row["verband_typ"] == "kreisfrei" else row["kreis"],
        postcode=row["plz_verwaltungssitz"],
        latitude=float(row["lat"]),
        longitude=float(row["lon"]),
        bbox=(float(row["bbox_w"]), float(row["bbox_s"]), float(row["bbox_e"]), float(row["bbox_n"])),
        population=int(row["einwohner_2023"]),
    )


@lru_cache(maxsize=1)
def _borders() -> dict[str, dict[str, Any]]:
    return cast(dict[str, dict[str, Any]], json.loads(gzip.decompress((HERE / "borders.json.gz").read_bytes())))
