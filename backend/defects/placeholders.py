# SPDX-License-Identifier: EUPL-1.2
"""Places in a prepared answer that are filled in: {number}, {category}, {place}, and from the step itself {date} and
{office}. Pure."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from backend.defects import wording

PLACE = re.compile(r"\{(\w+)\}")


def known(report: Any, category: Any, expected_on: date | None = None, office: str | None = None) -> dict[str, str]:
    """What can be filled in for a report; `expected_on` and `office` where the step names others than before."""
    day, office = expected_on or report.expected_on, office or report.forwarded_to
    values = {
        "number": report.number,
        "category": wording.unbroken(category.name),
        "place": report.public_place,
        "date": wording.day(day) if day else None,
        "office": office,
    }
    return {name: value for name, value in values.items() if value}


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with what is known filled in; what is not stays in its braces."""
    return PLACE.sub(lambda match: values.get(match[1], match[0]), text)


def left(text: str) -> list[str]:
    """The names of places that nobody has filled in."""
    return PLACE.findall(text)
