# SPDX-License-Identifier: EUPL-1.2
"""The invented reports of content/defects/*.toml, with times that fit the day of planting. Pure functions.

Times are told in working days, so that what is due today is due today whenever somebody looks.
"""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from backend.defects.states import CLOSED, DefectStatus
from backend.defects.working_time import WorkingTime
from backend.demo.stories import CONTENT
from backend.instants import BERLIN, local_day

Row = dict[str, Any]
FOLDER = CONTENT / "defects"
COMMON = "gemeinsam"
REPORTED = {path.stem for path in FOLDER.glob("*.toml")} - {COMMON}  # the towns whose places are known
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Step:
    """Something that the town hall did with a report."""

    at: datetime
    status: DefectStatus
    note: str | None
    reason: str | None
    expected_on: date | None
    forwarded_to: str | None


@dataclass(frozen=True)
class Complaint:
    """One invented report. `place` has a name and perhaps a spot on the map; instants are aware."""

    key: str
    category: str
    title: str | None
    text: str
    place: str
    spot: tuple[float, float] | None
    photo: str | None
    answers: Row
    contact: Row | None
    received_at: datetime
    steps: list[Step]
    master: str | None
    reply: str | None
    internal: str | None
    supports: int

    @property
    def status(self) -> DefectStatus:
        """Where it stands now."""
        return self.steps[-1].status if self.steps else DefectStatus.RECEIVED

    @property
    def is_public(self) -> bool:
        """Whether residents see it."""
        return self.status not in (DefectStatus.RECEIVED, DefectStatus.REJECTED)

    @property
    def closed_at(self) -> datetime | None:
        """When it was closed."""
        return self.steps[-1].at if self.status in CLOSED else None


def read_complaints(slug: str, middle: tuple[float, float], office: WorkingTime, now: datetime) -> list[Complaint]:
    """The reports of a demo municipality, the oldest first; none where no file names its places."""
    if slug not in REPORTED:
        return []
    spots = _load(slug)["spots"]
    reports = _load(COMMON)["report"]
    found = [_complaint(raw, spots[raw["spot"]], middle, office, now) for raw in reports]
    return sorted(found, key=lambda one: one.received_at)


def _load(name: str) -> Row:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _complaint(raw: Row, spot: list[Any], middle: tuple[float, float], office: WorkingTime, now: datetime) -> Complaint:
    received_at = _at(_received_on(raw, office, local_day(now)), raw["at"])
    while received_at > now:
        received_at -= DAY
    planned = raw.get("steps", [])
    done = bool(planned) and planned[-1]["status"] in CLOSED
    steps = (_step(step, received_at, office, None if done else now) for step in planned)
    # Near, but not the same spot: two reports of one place are two pins, some 20 metres apart.
    aside = (len(raw["key"]) % 4 - 1.5) * 0.00012
    return Complaint(
        key=raw["key"],
        category=raw["category"],
        title=raw.get("title"),
        text=raw["text"],
        place=spot[0],
        spot=(round(middle[0] + spot[1] + aside, 5), round(middle[1] + spot[2] - aside, 5)) if spot[1:] else None,
        photo=raw.get("photo"),
        answers=raw.get("answers", {}),
        contact={"email": "", "phone": "", "mail_updates": False} | raw["contact"] if "contact" in raw else None,
        received_at=received_at,
        steps=[step for step in steps if step.at <= now],
        master=raw.get("master"),
        reply=raw.get("reply"),
        internal=raw.get("internal"),
        supports=raw.get("supports", 0),
    )


def _received_on(raw: Row, office: WorkingTime, today: date) -> date:
    """The last day from which the promise ends on the wanted one, or the day of this age."""
    if "due" not in raw:
        return today - timedelta(days=raw["age"])
    wanted, day_ahead = today, DAY if raw["due"] >= 0 else -DAY
    while not office.is_working_day(wanted):
        wanted += DAY
    for _ in range(abs(raw["due"])):
        wanted += day_ahead
        while not office.is_working_day(wanted):
            wanted += day_ahead
    day = wanted
    while office.due_on(_at(day, raw["at"]), 3) > wanted:
        day -= DAY
    return day


def _step(raw: Row, received_at: datetime, office: WorkingTime, now: datetime | None) -> Step:
    """A day that is expected lies ahead of `now` unless everything is done."""
    at = max(_at(office.due_on(received_at, raw["days"]), raw["at"]), received_at + timedelta(minutes=20))
    return Step(
        at=at,
        status=DefectStatus(raw["status"]),
        note=raw.get("note"),
        reason=raw.get("reason"),
        expected_on=office.due_on(max(at, now or at), raw["expected"]) if "expected" in raw else None,
        forwarded_to=raw.get("to"),
    )


def _at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=BERLIN)
