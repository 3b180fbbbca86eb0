# SPDX-License-Identifier: EUPL-1.2
"""Closing for today ("heute geschlossen"): for a day or a few an office says that it is closed, until it opens again by
itself; and it can be taken back. Knows no request; never commits.

It is an exception like any other, with a member `closure` that tells it apart. The office does not count as edited by
it: tomorrow everything is as file and import say.
"""

import uuid
from datetime import date, datetime, time, timedelta
from typing import Any

from backend import audit
from backend.db import new_id
from backend.editing import Acting
from backend.editing.contents import line_or_none, one_line
from backend.instants import BERLIN, local_day
from backend.news.editing import NEWS
from backend.problems import Invalid, Missing
from backend.reference.holidays import public_holidays
from backend.services import offices_staff
from backend.services.hours import Times
from backend.services.models import Office
from backend.services.offices_staff import CLOSURE

Row = dict[str, Any]
NEWS_MODULE = "news"
CATEGORY = "rathaus"
WAITING = "waiting"
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")


def close(office_id: uuid.UUID, wish: Row, config: Row, act: Acting) -> Row:
    """Close an office for some days; what was said before about that is replaced. Raises Missing, Invalid."""
    row = offices_staff.locked(office_id, None, act.now, any_version=True)
    today = local_day(act.now)
    if wish["news"] and NEWS_MODULE not in config["modules"]:
        raise Invalid("There are no news here.", {"news": ["There are no news here."]})
    before = offices_staff.closure_of(row, today)
    others = [one for one in row.exceptions if CLOSURE not in one]
    last = wish["last_day"] or _until(row, others, wish["first_day"], config)
    if last < today:
        raise Invalid("These days are over.", {"last_day": ["These days are over."]})
    reason, instead = line_or_none(wish["reason"]), one_line(wish["instead"]).strip()
    said = {"reason": reason, "instead": instead, "news_id": before[CLOSURE]["news_id"] if before else None}
    exception = {
        "first_day": wish["first_day"].isoformat(),
        "last_day": last.isoformat(),
        "closed": True,
        "hours": [],
        "text": _sentences(reason or "", instead),
    }
    said["news_id"] = _tell(row, exception, said["news_id"], wish, act)
    if before != exception | {CLOSURE: said}:
        row.exceptions = [*others, exception | {CLOSURE: said}]
        offices_staff.written(row, act.now)
        days = {"first_day": exception["first_day"], "last_day": exception["last_day"]}
        audit.note("office.closed", act.who, row.name, id=str(row.id), **days)
    return offices_staff.get(office_id, act.now)


def reopen(office_id: uuid.UUID, act: Acting) -> Row:
    """Take it back, with the item of the news that told it. Raises Missing."""
    row = offices_staff.locked(office_id, None, act.now, any_version=True)
    closure = offices_staff.closure_of(row, local_day(act.now))
    if closure is not None:
        _take_back(closure[CLOSURE]["news_id"], act)
        row.exceptions = [one for one in row.exceptions if CLOSURE not in one]
        offices_staff.written(row, act.now)
        audit.note("office.reopened", act.who, row.name, id=str(row.id))
    return offices_staff.get(office_id, act.now)


def delete(office_id: uuid.UUID, expected: int | None, act: Acting) -> None:
    """Delete an office that was made here, with the item of the news that tells of its closing. Raises Missing,
    PreconditionFailed, NotOurs."""
    row = offices_staff.locked(office_id, expected, act.now)
    closure = offices_staff.closure_of(row, local_day(act.now))
    offices_staff.delete(row, act.who)
    if closure is not None:
        _take_back(closure[CLOSURE]["news_id"], act)


def _until(row: Office, others: list[Row], first: date, config: Row) -> date:
    """The last day before it really opens again; the first one if nobody knows when that is."""
    land = config["tenant"]["ags"][:2]
    holidays = public_holidays(land, first.year) | public_holidays(land, first.year + 1)
    opening = Times(row.hours, others, holidays).next_after(first)
    return opening.day - timedelta(days=1) if opening else first


def _tell(row: Office, exception: Row, known: str | None, wish: Row, act: Acting) -> str | None:
    """Have the item of the news that belongs to the closure, or none; gives its id."""
    if not wish["news"]:
        _take_back(known, act)
        return None
    content = _item(row, exception, act)
    item = _find(known, act)
    if item is None:
        item, _new = NEWS.create(new_id(), content, act)
    elif any(item["content"][name] != value for name, value in NEWS.unpacked(content).items()):
        item = NEWS.save(item["id"], content, item["version"], act)
    if "publish" in item["may"]:
        # Correcting never rings again, but what has not rung yet does so with the new words.
        rung = item["notification"] is not None and item["notification"]["state"] != WAITING
        rings = wish["notify"] and not rung
        notification = {"title": content["title"], "text": content["teaser"]} if rings else None
        item = NEWS.publish_and_ring(item["id"], {"notification": notification}, item["version"], act)
    elif "submit" in item["may"]:
        # Somebody else has to release it; residents see the closed office all the same.
        item = NEWS.submit(item["id"], item["version"], act)
    return str(item["id"])


def _item(row: Office, exception: Row, act: Acting) -> Row:
    first, last = (date.fromisoformat(exception[name]) for name in ("first_day", "last_day"))
    title = f"{row.name} {_days(first, last, local_day(act.now))} geschlossen"
    return NEWS.usable(
        {
            "title": title[:200],
            "teaser": exception["text"] or f"{title}.",
            "body": "",
            "category": CATEGORY,
            "image": None,
            "publish_at": None,
            "unpublish_at": datetime.combine(last + timedelta(days=1), time(), BERLIN).isoformat(),
            "urgent": False,
        }
    )


def _days(first: date, last: date, today: date) -> str:
    if first == last:
        return "heute" if first == today else f"am {WEEKDAYS[first.weekday()]}, {first:%d.%m.},"
    return f"{'von heute' if first == today else f'vom {first:%d.%m.}'} bis {last:%d.%m.}"


def _take_back(known: str | None, act: Acting) -> None:
    item = _find(known, act)
    if item is None:
        return
    for verb, do in (("withdraw", NEWS.withdraw), ("delete", NEWS.delete)):
        if verb in item["may"]:
            do(item["id"], item["version"], act)
            return


def _find(known: str | None, act: Acting) -> Row | None:
    """The item, unless somebody has deleted it."""
    try:
        return NEWS.get(uuid.UUID(known), act) if known else None
    except Missing:
        return None


def _sentences(*parts: str) -> str:
    """As one text: what does not end a sentence does so if another one follows."""
    said = [part for part in parts if part]
    return " ".join(part if part[-1] in ".!?" or part is said[-1] else f"{part}." for part in said)
