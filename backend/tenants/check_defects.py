# SPDX-License-Identifier: EUPL-1.2
"""What `[defects]` of a tenant file means, and what becomes of it: mistakes, or the compiled values. Asks no database.

Nobody may report into the void: without an address that gets a category's reports, the part cannot be switched on, and
a file that says nothing about it has it only if there is an address.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from backend import reference
from backend.reference.defects import usual
from backend.tenants.file_schema import ICONS, MODULES

Data = dict[str, Any]
Found = Iterator[tuple[tuple[str | int, ...], str]]
DEFECTS = "defects"
LEAP_YEAR = "2028"
USUAL_DAYS = 3
# What `export` writes from the rows; the rest of the section stands in the projection.
SEEDED = ("promise_days", "templates", "categories")


def modules_of(data: Data) -> list[str]:
    """The parts of the app that are on: those that the file names, else all that can work."""
    if "modules" in data:
        return list(dict.fromkeys(data["modules"]))
    usable = DEFECTS in data or _recipient(data) is not None
    return [name for name in MODULES if name != DEFECTS or usable]


def check_defects(data: Data) -> Found:
    """What is wrong in `[defects]`."""
    own = data.get(DEFECTS, {})
    if own.get("mode") == "link" and "url" not in own:
        yield (DEFECTS, "url"), 'is missing: mode "link" needs it. Add the line url = "https://maerker.brandenburg.de".'
    yield from _check_hours(own)
    for position, day in enumerate(own.get("extra_holidays", [])):
        if not _is_day(day):
            yield (
                (DEFECTS, "extra_holidays", position),
                f'"{day}" is not a day. Write "12-24" for every year, or "2027-05-07" for one.',
            )
    for position, place in enumerate(own.get("places", [])):
        for one, two in (("latitude", "longitude"), ("longitude", "latitude")):
            if one in place and two not in place:
                yield (DEFECTS, "places", position, one), f"stands alone. Write {two} as well, or remove {one}."
    yield from _check_categories(data, own)


def _check_hours(own: Data) -> Found:
    hours = own.get("office_hours")
    if hours and hours[0] >= hours[1]:
        yield (DEFECTS, "office_hours"), "is not in order. Write when the office opens and when it closes: [8, 16]."


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text if len(text) == len("2027-05-07") else f"{LEAP_YEAR}-{text}")
    except ValueError:
        return False
    return True


def _check_categories(data: Data, own: Data) -> Found:
    categories, fallback = own.get("categories", []), _recipient(data)
    seen: set[str] = set()
    for position, category in enumerate(categories):
        where = (DEFECTS, "categories", position)
        slug = _slug(category)
        if not slug and "name" in category:
            yield (*where, "name"), 'has no letter to make an address of. Write slug = "licht" as well.'
        if slug in seen:
            yield (*where, "name"), f'"{slug}" stands twice. Give this one another slug, or remove it.'
        if slug:
            seen.add(slug)
        if "icon" in category and category["icon"] not in ICONS:
            yield (*where, "icon"), f'"{category["icon"]}" is not known here. Write one of: {", ".join(ICONS)}.'
        yield from _check_questions(where, category.get("questions", []))
    if fallback is not None or own.get("mode") == "link" or DEFECTS not in modules_of(data):
        return
    cure = 'nobody gets these reports. Write email = "bauhof@…"'
    for position, category in enumerate(categories):
        if "email" not in category and category.get("active", True):
            yield (DEFECTS, "categories", position, "email"), f"is missing: {cure} here, or once below [defects]."
    if not categories:
        yield (DEFECTS, "email"), f"is missing: {cure} below [defects], or [contact]."


def _check_questions(where: tuple[str | int, ...], questions: list[Data]) -> Found:
    codes: set[str] = set()
    for position, question in enumerate(questions):
        here = (*where, "questions", position)
        code, options = _code(question), question.get("options", [])
        if not code and "label" in question:
            yield (*here, "label"), 'has no letter to make a code of. Write code = "mast" as well.'
        elif code in codes:
            yield (*here, "code"), f'"{code}" stands twice. Give this question another code.'
        codes.add(code)
        choice = question.get("kind", "text") in ("choice", "choices")
        if choice and len(options) < 2:
            yield (*here, "options"), 'is missing: a choice needs two or more. Write options = ["ja", "nein"].'
        elif choice and len({reference.slug_of(label) for label in options} - {""}) < len(options):
            yield (*here, "options"), 'are not all different. Letters and digits count: ["ja", "nein"].'
        if not choice and "options" in question:
            yield (*here, "options"), 'belongs to a choice. Write kind = "choice" as well, or remove this line.'


def compile_defects(data: Data) -> Data:
    """The section as the projection holds it; describe.Reporter reads it."""
    own = data.get(DEFECTS, {})
    said = {name: own[name] for name in ("mode", "url", "name", "office_hours", "extra_holidays") if name in own}
    return said | {
        "email": _recipient(data),
        "promise_days": own.get("promise_days", USUAL_DAYS),
        "retention": own.get("retention", {}),
        "places": [
            {"name": place["name"], "lat": place.get("latitude"), "lon": place.get("longitude")}
            for place in own.get("places", [])
        ],
    }


def seeds_of(data: Data) -> Data:
    """What the file plants: `promise_days`, `templates`, `categories` as rows."""
    own = data.get(DEFECTS, {})
    rows = own.get("categories") or usual()["categories"]
    days = own.get("promise_days", USUAL_DAYS)
    return {
        "promise_days": days,
        "templates": own.get("templates") or usual()["templates"],
        "categories": [_category(row, place, _recipient(data), days) for place, row in enumerate(rows)],
    }


def usual_seeds(config: Data, promise_days: int) -> Data:
    """What a file of this municipality would plant that names no category and no answer; and the `email` of all."""
    email = (config.get(DEFECTS) or {}).get("email")
    said = {"promise_days": promise_days} | ({"email": email} if email else {})
    return seeds_of({DEFECTS: said}) | {"email": email}


def _category(row: Data, position: int, email: str | None, promise_days: int) -> Data:
    return {
        "slug": _slug(row),
        "name": row["name"],
        "group": row.get("group", ""),
        "icon": row.get("icon", "dots"),
        "hint": row.get("hint", ""),
        "keywords": row.get("keywords", []),
        "questions": [_question(question) for question in row.get("questions", [])],
        "templates": row.get("templates", []),
        "email": row.get("email", email),
        "promise_days": row.get("promise_days", promise_days),
        "radius": row.get("radius", 50),
        "active": row.get("active", True),
        "position": position,
    }


def _question(row: Data) -> Data:
    return {
        "code": _code(row),
        "label": row["label"],
        "help": row.get("help"),
        "kind": row.get("kind", "text"),
        "required": row.get("required", False),
        "options": [{"key": reference.slug_of(label), "label": label} for label in row.get("options", [])],
    }


def _recipient(data: Data) -> str | None:
    found: str | None = data.get(DEFECTS, {}).get("email") or data.get("contact", {}).get("email")
    return found


def _slug(category: Data) -> str:
    return str(category.get("slug") or reference.slug_of(category.get("name", "").replace("\u00ad", ""))[:60])


def _code(question: Data) -> str:
    return str(question.get("code") or reference.slug_of(question.get("label", ""))[:40])
