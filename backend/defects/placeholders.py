# SPDX-License-Identifier: EUPL-1.2
"""Prepared answers, and the places in them that are filled in: {number}, {category}, {place}, and from the step itself
{date} and {office}. Pure."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from backend.defects import wording
from backend.defects.guard import place_to_show
from backend.editing.contents import one_line
from backend.problems import Invalid
from backend.text import fold, legal

Row = dict[str, Any]
PLACE = re.compile(r"\{(\w+)\}")


def tidy(templates: Sequence[Row]) -> list[Row]:
    """Prepared answers as they are kept. Raises Invalid for one without a title or a text."""
    found = [one | {"title": one_line(one["title"]).strip(), "text": legal(one["text"]).strip()} for one in templates]
    for place, one in enumerate(found):
        if missing := [name for name in ("title", "text") if not fold(one[name])]:
            words = "Is missing."
            raise Invalid("An answer is not complete.", {"templates": {str(place): {missing[0]: [words]}}})
    return found


def known(
    report: Any, category: Any, expected_on: date | None = None, office: str | None = None, place: str | None = None
) -> dict[str, str]:
    """What can be filled in for a report; `expected_on`, `office` and `place` where the step names others than
    before."""
    day, office = expected_on or report.expected_on, office or report.forwarded_to
    values = {
        "number": report.number,
        "category": wording.unbroken(category.name),
        "place": place_to_show(report) if place is None else place,
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
