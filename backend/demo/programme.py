# SPDX-License-Identifier: EUPL-1.2
"""The invented events of content/events/*.toml, with dates that fit the day on which they are planted. Pure functions.

Days are written as in stories.py: "mi" is the next Wednesday, "sa+1" the second Saturday from now, "+5" in five days.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from backend.demo.stories import CONTENT, day_of
from backend.events.rules import read_rule
from backend.events.series import EMPTY_TIMING, read_series
from backend.publishing import Status
from backend.reference.holidays import Holiday

Row = dict[str, Any]
FOLDER = CONTENT / "events"
NOTE = "<p><em>Dieser Termin ist ein erfundenes Beispiel aus der Demo.</em></p>"
# By name and address; the third is how somebody with a wheelchair gets in. The files of the towns name more.
PLACES = {
    "markt": ["Marktplatz", None, "Ohne Stufen"],
    "rathaus": ["Rathaus, Saal", None, "Ohne Stufen, Aufzug"],
    "bibliothek": ["Bibliothek", None, "Ohne Stufen"],
    "gemeindehaus": ["Gemeindehaus", None, "Eine Stufe, Rampe auf Wunsch"],
    "feuerwehr": ["Feuerwehr", None, "Ohne Stufen"],
    "saal": ["Festsaal", None, "Ohne Stufen"],
    "bahnhof": ["Bahnhof, Vorplatz", None, "Ohne Stufen"],
    "turnhalle": ["Turnhalle", None, "Ohne Stufen"],
}
CENTRAL = ("markt", "rathaus")  # places whose spot on the map is the middle of the town
AHEAD = timedelta(days=731)


@dataclass(frozen=True)
class Happening:
    """One invented event: its content as editors write it, but for category and picture, which rows give."""

    key: str
    category: str
    organiser: str | None
    picture: str | None
    alt: str
    status: Status
    content: Row


def read_programme(
    slug: str, name: str, spot: tuple[float, float], now: datetime, holidays: Sequence[Holiday]
) -> list[Happening]:
    """The events of a demo municipality: the common ones and its own. `now` is local; `spot` is its middle."""
    own = _load(slug) if (FOLDER / f"{slug}.toml").exists() else {"places": {}, "event": []}
    places = PLACES | own["places"]
    raw = [*_load("gemeinsam")["event"], *own["event"]]
    return [_happening(one, name, places, spot, now, holidays) for one in raw]


def read_suggestions(now: datetime) -> list[Row]:
    """What residents of every demo municipality suggest: `key` and the body of a suggestion, but for its id."""
    return [
        {
            "key": raw["key"],
            "title": raw["title"],
            **_span(day_of(raw["day"], now.date()), raw),
            "place": raw["place"],
            "description": raw["description"],
            "organiser": raw["organiser"],
            "link": None,
            "contact": {"name": raw["name"], "email": "einwohner@example.org", "phone": None},
            "website": "",
            "elapsed_ms": 60_000,
        }
        for raw in _load("gemeinsam")["suggestion"]
    ]


def _load(name: str) -> Row:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _happening(
    raw: Row, name: str, places: Row, spot: tuple[float, float], now: datetime, holidays: Sequence[Holiday]
) -> Happening:
    timing = _timing(raw, now, holidays)
    amounts = raw.get("price", [])
    return Happening(
        key=raw["key"],
        category=raw["category"],
        organiser=raw.get("organiser"),
        picture=raw.get("picture"),
        alt=raw.get("alt", ""),
        status=Status(raw.get("state", "published")),
        content={
            "title": raw["title"].replace("{name}", name),
            "teaser": raw["teaser"],
            "body": raw["body"] + NOTE,
            "timing": timing,
            "changes": _changes(raw.get("changes", []), timing, now),
            "status": raw.get("status", "scheduled"),
            "status_note": raw.get("status_note"),
            "organiser": None,
            "place": _place(raw["place"], places, spot),
            "price": {
                "kind": "free" if amounts == "free" else "paid" if amounts else "unknown",
                "amounts": [] if amounts == "free" else [{"label": label, "cents": cents} for label, cents in amounts],
                "text": raw.get("price_text"),
            },
            "registration": {"required": "registration" in raw, "url": None, "text": raw.get("registration")},
            "links": [{"label": raw["link"][0], "url": raw["link"][1]}] if "link" in raw else [],
            "tags": raw.get("tags", []),
            "publish_at": None,
            "unpublish_at": None,
        },
    )


def _place(key: str, places: Row, spot: tuple[float, float]) -> Row:
    name, address, access = places[key]
    lat, lon = spot if key in CENTRAL else (None, None)
    return {"name": name, "address": address, "lat": lat, "lon": lon, "access": access}


def _timing(raw: Row, now: datetime, holidays: Sequence[Holiday]) -> Row:
    if "repeat" not in raw and "day" not in raw:
        return dict(EMPTY_TIMING)
    if "repeat" not in raw:
        return EMPTY_TIMING | _span(day_of(raw["day"], now.date()), raw)
    first = now.date() - timedelta(weeks=raw["weeks_ago"])
    clock = time.fromisoformat(raw["at"])
    days = (first + timedelta(days=number) for number in range(366))
    start = next(day for day in days if read_rule(raw["repeat"], datetime.combine(day, clock)).fits(day))
    timing = EMPTY_TIMING | _span(start, raw) | {"rrule": raw["repeat"]}
    if raw.get("without_holidays"):
        timing["excluded"] = [
            {"at": f"{day}", "reason": holiday.name}
            for holiday in holidays
            for at in read_series(timing, []).originals(holiday.first_day, holiday.last_day)
            if (day := at.date()) >= start
        ]
    return timing


def _span(day: date, raw: Row) -> Row:
    if "at" not in raw:
        last = day + timedelta(days=raw["days"] - 1)
        return {"start": f"{day}", "end": f"{last}", "all_day": True}
    # What ends before it begins ends after midnight.
    until = raw.get("until")
    end = f"{day + timedelta(days=until < raw['at'])}T{until}" if until else None
    return {"start": f"{day}T{raw['at']}", "end": end, "all_day": False}


def _changes(wanted: list[Row], timing: Row, now: datetime) -> list[Row]:
    """What differs on the first, second … date from now on."""
    if not wanted:
        return []
    series, today = read_series(timing, []), now.date() + timedelta(days=1)
    coming = [at for at in series.originals(today, today + AHEAD) if series.exclusion(at) is None]
    found = []
    for change in wanted:
        at = coming[change["nth"] - 1]
        moved = _span(at.date(), change) if "at" in change else {"start": None, "end": None}
        found.append(
            {
                "at": f"{at:%Y-%m-%dT%H:%M}",
                "following": False,
                "status": change.get("status", "scheduled"),
                "note": change.get("note"),
                "start": moved["start"],
                "end": moved["end"],
                "title": change.get("title"),
                "place_name": None,
            }
        )
    return found
