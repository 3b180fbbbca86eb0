# SPDX-License-Identifier: EUPL-1.2
"""The invented stories of content/*.toml, with dates that fit the day on which they are planted. Pure functions.

Placeholders: {+5} is the day in five days ("Freitag, 27. November"), {sa} the first Saturday at least two days ahead,
{sa+1} the one after it; {name} the municipality.
"""

import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from backend.publishing import Status

CONTENT = Path(__file__).parent / "content"
NOTE = "<p><em>Dieser Beitrag ist ein erfundenes Beispiel aus der Demo.</em></p>"
DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
CATEGORIES = {
    "rathaus": "Rathaus",
    "verkehr": "Verkehr",
    "freizeit": "Freizeit",
    "familie": "Familie",
    "bibliothek": "Bibliothek",
    "natur": "Natur und Umwelt",
}
_DAY = r"([+-]\d+)|(mo|di|mi|do|fr|sa|so)(\+\d)?"
_PLACEHOLDER = re.compile(rf"\{{(?:{_DAY}|(name))\}}")
_WEEKDAYS = ("mo", "di", "mi", "do", "fr", "sa", "so")


@dataclass(frozen=True)
class Story:
    """One invented item. `touched_at` is when somebody last worked on it. Instants are aware."""

    key: str
    title: str
    teaser: str
    body: str
    category: str
    picture: str | None
    alt: str
    urgent: bool
    status: Status
    touched_at: datetime
    published_at: datetime
    begins_at: datetime | None
    ends_at: datetime | None


def read_stories(slug: str, name: str, now: datetime) -> list[Story]:
    """The stories of a demo municipality, newest first: its own, or the common ones for a place without a file; and
    what is unfinished everywhere."""
    own = CONTENT / f"{slug}.toml"
    common = {story["key"]: story for story in _load(CONTENT / "gemeinsam.toml")["story"]}
    if own.exists():
        document = _load(own)
        chosen = [*document["story"], *(common[key] | {"hours_ago": age} for key, age in document["common"].items())]
    else:
        chosen = list(common.values())
    stories = [_story(raw, name, now) for raw in [*chosen, *_load(CONTENT / "unfertig.toml")["story"]]]
    return sorted(stories, key=lambda story: story.published_at, reverse=True)


def day_of(word: str, today: date) -> date:
    """The day that a placeholder means. Raises ValueError for another word."""
    match = re.fullmatch(_DAY, word)
    if match is None:
        raise ValueError(word)
    return _day(match, today)


def _load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _story(raw: dict[str, Any], name: str, now: datetime) -> Story:
    def fill(text: str) -> str:
        return _PLACEHOLDER.sub(lambda match: name if match[4] else _in_words(_day(match, now.date())), text)

    whole = now.replace(minute=0, second=0, microsecond=0)
    begins = whole.replace(hour=8) + timedelta(days=raw["begins_in_days"]) if "begins_in_days" in raw else None
    ends = whole.replace(hour=18) + timedelta(days=raw["ends_in_days"]) if "ends_in_days" in raw else None
    published = _in_office_hours(now - timedelta(hours=raw.get("hours_ago", 0)))
    return Story(
        key=raw["key"],
        title=fill(raw["title"]),
        teaser=fill(raw["teaser"]),
        body=fill(raw["body"]) + NOTE,
        category=raw["category"],
        picture=raw.get("picture"),
        alt=raw.get("alt", ""),
        urgent=raw.get("urgent", False),
        status=Status(raw.get("state", "published")),
        touched_at=min(published + timedelta(hours=20), now) if raw.get("state") == "withdrawn" else published,
        published_at=begins or published,
        begins_at=begins,
        ends_at=ends,
    )


def _in_office_hours(moment: datetime) -> datetime:
    """The last quarter of an hour before this moment at which somebody in a town hall might have written it."""
    moment = moment.replace(minute=moment.minute // 15 * 15, second=0, microsecond=0)
    if moment.hour < 7:
        moment = (moment - timedelta(days=1)).replace(hour=18)
    return moment.replace(hour=min(moment.hour, 18))


def _day(match: re.Match[str], today: date) -> date:
    if match[1]:
        return today + timedelta(days=int(match[1]))
    earliest = today + timedelta(days=2)
    ahead = (_WEEKDAYS.index(match[2]) - earliest.weekday()) % 7
    return earliest + timedelta(days=ahead, weeks=int(match[3] or 0))


def _in_words(day: date) -> str:
    return f"{DAYS[day.weekday()]}, {day.day}. {MONTHS[day.month - 1]}"
