# SPDX-License-Identifier: EUPL-1.2
"""The private-data guard: what in a text tells who somebody is. Pure functions; knows no database.

`pwa/src/defects/guard.ts` is the same on the phone, with the same patterns, and `tests/defects/private_data.json` holds
both to the same finds. So the patterns use only what Python and JavaScript read alike: explicit letters, no lookbehind.
The first group is the boundary before a find, the second the find; a long run of letters is so entered once, not at
each of its letters.
"""

import re
from dataclasses import dataclass
from typing import Any

MASKS = {
    "iban": "[IBAN verdeckt]",
    "mail": "[E-Mail verdeckt]",
    "phone": "[Nummer verdeckt]",
    "plate": "[Kennzeichen verdeckt]",
    "name": "[Name verdeckt]",
}

# Blanks within a line, as phones and word processors set them, and the letters of the languages around.
B = "[ \\t\\u00a0\\u2007\\u2009\\u202f]"
UPPER = "A-ZÀ-ÖØ-Þ"
LOWER = "a-zß-öø-ÿ\\u0100-\\u024f\\u0300-\\u036f"
WORD = f"0-9{UPPER}{LOWER}"
BEGIN = f"(^|[^{WORD}])"
HYPHEN = "[-\\u2010\\u2011\\u2013]"
# Between two digits of a telephone number; a dot only before three digits, else it belongs to a date.
GAP = f"(?:{B}?(?:[/()]|{HYPHEN})?{B}?[()]?|\\.(?=[0-9]{{3}}))"
CALL = (
    "(?:Tel|Telefon|Telefonnummer|Telefonnr|Rufnummer|Fon|Fax|Handy|Handynummer|Handynr|Mobil|Mobilnummer|WhatsApp"
    f"|Durchwahl)[.:]{{0,2}}{B}{{0,3}}"
)
# "AUF B 246" is a road, "DIN EN 1176" a standard, "Herr Bürgermeister" names nobody, and "Fr. Abend" is a day.
NO_DISTRICT = f"(?!(?:DER|DIE|DEN|DAS|AUF|ZUR|ZUM|VON|UND|BEI|HAT|IST|DIN|ISO){B})"
NOBODY = (
    "(?!(?:(?:Bürgermeister|Oberbürgermeister|Amtsdirektor|Landrat|Ortsvorsteher|Nachbar|Doktor)(?:in)?"
    f"|Landrätin|Vormittag|Mittag|Nachmittag|Abend|Nacht|Morgen)(?![{WORD}]))"
)
NAME = f"[{UPPER}][{UPPER}{LOWER}'’]+(?:-[{UPPER}][{UPPER}{LOWER}]+)*"
TITLE = f"(?:(?:Dr|Prof|Dipl)\\.{B}*)*(?:(?:von|van|vom|zu|zur|de|der|den){B}+){{0,2}}"

# In this order: what one has found, the next ones leave.
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("iban", re.compile(f"{BEGIN}([Dd][Ee](?:{B}?[0-9]){{20}})(?![0-9])")),
    (
        "iban",
        re.compile(f"{BEGIN}([A-Z]{{2}}[0-9]{{2}}(?:{B}?[A-Z0-9]{{4}}){{2,7}}(?:{B}?[A-Z0-9]{{1,3}})?)(?![{WORD}])"),
    ),
    (
        "mail",
        re.compile(
            f"(^|[^.%+_{WORD}-])([.%+_{WORD}-]+{B}?(?:@|[(\\[](?:at|ät)[)\\]]){B}?"
            f"[{WORD}-]+(?:\\.[{WORD}-]+)*\\.[{UPPER}{LOWER}]{{2,24}})(?![{WORD}])",
            re.IGNORECASE,
        ),
    ),
    ("phone", re.compile(f"(^|[^+{WORD}])((?:\\+{B}?\\(?[1-9]|\\(?0)(?:{GAP}[0-9]){{6,}})(?![0-9])")),
    ("phone", re.compile(f"{BEGIN}({CALL}[0-9](?:{GAP}[0-9]){{3,}})(?![0-9])", re.IGNORECASE)),
    (
        "plate",
        re.compile(
            f"(^|[^{WORD}-]){NO_DISTRICT}([A-ZÄÖÜ]{{1,3}}(?:{B}?{HYPHEN}{B}?|{B})[A-Z]{{1,2}}(?:{B}|{HYPHEN})?"
            f"[1-9][0-9]{{0,3}}[EH]?)(?![{WORD}-])"
        ),
    ),
    (
        "plate",
        re.compile(
            f"(^|[^{WORD}-])([A-ZÄÖÜa-zäöü]{{1,3}}{HYPHEN}[A-Za-z]{{1,2}}(?:{B}|{HYPHEN})?[1-9][0-9]{{0,3}}[EHeh]?)"
            f"(?![{WORD}-])"
        ),
    ),
    (
        "name",
        re.compile(
            f"{BEGIN}((?:Herrn?|HERRN?|Frau|FRAU|Familie|FAMILIE|Fam\\.|Hr\\.|Fr\\.){B}+"
            f"{TITLE}{NOBODY}{NAME}(?:{B}+{NAME})?)"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Find:
    """What the guard has found from `start` up to `end`; `kind` is a key of MASKS."""

    start: int
    end: int
    kind: str


def find(text: str) -> list[Find]:
    """All finds from left to right; none overlaps another. Takes time in proportion to the length of the text."""
    found, rest = [], text
    for kind, pattern in PATTERNS:
        found += [Find(*match.span(2), kind) for match in pattern.finditer(rest)]
        rest = pattern.sub(lambda match: match[1] + "|" * len(match[2]), rest)
    return sorted(found, key=lambda one: one.start)


def mask(text: str) -> str:
    """The text with each find covered."""
    for one in reversed(find(text)):
        text = f"{text[: one.start]}{MASKS[one.kind]}{text[one.end :]}"
    return text


def place_to_show(report: Any) -> str:
    """What everybody reads of a report's place; before the first decision, what is proposed."""
    place: str | None = report.public_place
    return mask(report.address) if place is None else place


def as_browsers_count(text: str, finds: list[Find]) -> list[Find]:
    """The same finds, counted in UTF-16 units as JavaScript counts: an emoji is two."""

    def units(index: int) -> int:
        return len(text[:index].encode("utf-16-le")) // 2

    return [Find(units(one.start), units(one.end), one.kind) for one in finds]
