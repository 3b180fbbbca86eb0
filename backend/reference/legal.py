# SPDX-License-Identifier: EUPL-1.2
"""The pages every municipality must show, written from what its file says. Knows no database: it gives what to plant.

Nothing is invented: what the file does not say, the page names as missing.
"""

import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypedDict

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from backend.reference import find
from backend.reference.laender import land_of

TITLES = {
    "impressum": ("Impressum", "imprint"),
    "datenschutz": ("Datenschutzerklärung", "privacy"),
    "barrierefreiheit": ("Erklärung zur Barrierefreiheit", "accessibility"),
    "leichte-sprache": ("Leichte Sprache", "easy-language"),
}


class PageSeed(TypedDict):
    """A page to plant; `key` is how it is found again, `slug` its address below /seiten/."""

    key: str
    slug: str
    title: str
    role: str | None
    body: str


def pages(
    identity: Mapping[str, Any],
    contact: Mapping[str, str | None],
    modules: Collection[str],
    map_host: str | None = None,
    kept: Mapping[str, int] | None = None,
) -> list[PageSeed]:
    """The default pages. `identity` has name, kind, ags and demo; `contact` may lack anything; `map_host` is where
    phones get the tiles of a map from; `kept` tells for how many days reports of defects are kept (`contact`,
    `unpublished`, `published`), None where nobody reports here."""
    given = {
        "m": {**identity, "land": land_of(identity["ags"]).legal, "in_directory": find(identity["ags"]) is not None},
        "c": {key: contact.get(key) for key in CONTACT_WORDS},
        "modules": modules,
        "map_host": map_host,
        "kept": kept,
    }
    return [
        PageSeed(key=key, slug=key, title=title, role=role, body=_text(_template(key), given))
        for key, (title, role) in TITLES.items()
    ]


def _text(template: Template, given: Mapping[str, Any]) -> str:
    return re.sub(r"\s*\n\s*", "\n", template.render(given)).strip()


CONTACT_WORDS = (
    "phone",
    "email",
    "address",
    "represented_by",
    "supervisory_authority",
    "vat_id",
    "editor",
    "data_protection_officer",
    "hosting",
    "accessibility",
)


def dialled(number: str) -> str:
    """A phone number as a `tel:` link needs it: digits, and a plus in front if there is one."""
    return re.sub(r"(?!^\+)[^0-9]", "", number.replace("(0)", "").strip())


@lru_cache(maxsize=len(TITLES))
def _template(key: str) -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["dial"] = dialled
    return environment.get_template(f"{key}.html")
