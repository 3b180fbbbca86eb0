# SPDX-License-Identifier: EUPL-1.2
"""Events as iCalendar (RFC 5545, RFC 7986): whole series, or one date of them. Knows rows as events keep them, no
database and no request.

An event is named `<its id>@<host>` for ever. What was put off without a new date does not take place on the old one: of
the three words that the standard has, that is CANCELLED; the title says it too, for programs that show no status.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from icalendar import Calendar, Component, Event, Timezone, vDuration, vRecur, vText, vUri

from backend.events.ical_phases import Phase, phases_of
from backend.events.models import EventStatus
from backend.events.recurrence import Planned
from backend.events.rules import Rule, write_rule
from backend.events.series import read_series
from backend.events.walltime import instant
from backend.events.wording import PREFIX
from backend.instants import BERLIN
from backend.text import legal

Row = dict[str, Any]
REFRESH = timedelta(hours=1)
# As the European directive 2000/84/EC has it; explicit lists of changes end some day.
ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
""".replace("\n", "\r\n")
_ITEM = re.compile(r"<li>")
_LINE_END = re.compile(r"<br>|</(?:h[2-4]|li)>")
_PARAGRAPH_END = re.compile(r"</(?:p|ul|ol|blockquote)>")
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Site:
    """Where the events come from: the municipality's name, its address, and the host that names events for ever."""

    name: str
    origin: str
    host: str


def write_calendar(site: Site, title: str, source: str | None, events: Iterable[Row]) -> bytes:
    """A calendar of whole events. `source` is the address it may be asked for again at."""
    calendar = _calendar(site, title)
    if source:
        calendar.add("source", vUri(f"{site.origin}{source}"), {"VALUE": "URI"})
        calendar.add("refresh-interval", vDuration(REFRESH), {"VALUE": "DURATION"})
        calendar.add("x-published-ttl", vDuration(REFRESH))
    for event in events:
        for component in _series(site, event):
            if source:
                # What goes on in town keeps nobody busy.
                component.add("transp", "TRANSPARENT")
            calendar.add_component(component)
    return bytes(calendar.to_ical())


def write_date(site: Site, event: Row, at: datetime) -> bytes:
    """One date of an event, found by its original start, as an event of its own."""
    series = read_series(event["timing"], event["changes"])
    calendar, planned = _calendar(site, event["title"]), series.planned(at)
    calendar.add_component(
        _event(site, event, planned, _uid(site, event, f"-on-{_stamp(at)}" if series.recurring else ""))
    )
    return bytes(calendar.to_ical())


def _calendar(site: Site, title: str) -> Component:
    calendar = Calendar()
    calendar.add("prodid", f"-//Smart Village App//{site.name}//DE")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    calendar.add("x-wr-timezone", BERLIN.key)
    calendar.add_component(Timezone.from_ical(ZONE))
    return calendar


def _series(site: Site, event: Row) -> Iterable[Component]:
    series = read_series(event["timing"], event["changes"])
    for number, phase in enumerate(phases_of(series)):
        uid = _uid(site, event, f"-from-{_stamp(phase.usual.at)}" if number else "")
        if not series.recurring:
            yield _event(site, event, series.planned(series.start), uid)
            continue
        yield _repeated(_event(site, event, phase.usual, uid), phase)
        for start, planned in phase.changed:
            component = _event(site, event, planned, uid)
            component.add("recurrence-id", _moment(start, all_day=planned.all_day))
            yield component


def _repeated(component: Component, phase: Phase) -> Component:
    all_day = phase.usual.all_day
    if phase.rule is not None:
        component.add("rrule", _recur(phase.rule, all_day=all_day))
    for name, starts in (("rdate", phase.further), ("exdate", phase.left_out)):
        for start in starts:
            # One each: several in a line are correct, but not every program reads them.
            component.add(name, _moment(start, all_day=all_day), {"VALUE": "DATE"} if all_day else {})
    return component


def _recur(rule: Rule, *, all_day: bool) -> vRecur:
    recur: vRecur = vRecur.from_ical(write_rule(rule, all_day=all_day))
    if rule.until is not None:
        recur["UNTIL"] = [rule.until.date() if all_day else instant(rule.until)]
    return recur


def _event(site: Site, event: Row, planned: Planned, uid: str) -> Component:
    status = planned.status if planned.status is not EventStatus.SCHEDULED else event["event_status"]
    note = planned.note if planned.status is not EventStatus.SCHEDULED else planned.note or event["status_note"]
    component = Event()
    component.add("uid", uid)
    # Without METHOD this is when it was last changed (RFC 5545, 3.8.7.2), and the same bytes each time.
    component.add("dtstamp", _utc(event["updated_at"]))
    component.add("last-modified", _utc(event["updated_at"]))
    component.add("sequence", event["sequence"])
    component.add("dtstart", _moment(planned.start, all_day=planned.all_day))
    if planned.end is not None:
        component.add("dtend", _moment(planned.end, all_day=planned.all_day))
    component.add("summary", legal(PREFIX.get(status, "") + (planned.title or event["title"])))
    component.add("status", "CONFIRMED" if status is EventStatus.SCHEDULED else "CANCELLED")
    if description := _description(event, note):
        component.add("description", description)
    _add_place(component, event, planned)
    component.add("url", vUri(f"{site.origin}/termine/{event['id']}"))
    if names := [name for name in (event["category"], *event["tags"]) if name]:
        component.add("categories", [legal(name) for name in names])
    if contact := _contact(event["organiser"]):
        component.add("contact", contact)
    return component


def _add_place(component: Component, event: Row, planned: Planned) -> None:
    place = event["place"]
    if planned.place_name:
        component.add("location", legal(planned.place_name))
    elif place:
        component.add("location", legal(", ".join(part for part in (place["name"], place["address"]) if part)))
        if place["lat"] is not None and place["lon"] is not None:
            component.add("geo", (place["lat"], place["lon"]))


def _description(event: Row, note: str | None) -> vText | None:
    parts = (note, event["teaser"], plain_lines(event["body"]), _price(event["price"]))
    text = "\n\n".join(legal(part) for part in parts if part)
    return vText(text) if text else None


def plain_lines(source: str) -> str:
    """HTML of the allow-list → plain text that keeps its lines."""
    lines = _PARAGRAPH_END.sub("\n\n", _LINE_END.sub("\n", _ITEM.sub("• ", source)))
    return re.sub(r"\n{3,}", "\n\n", html.unescape(_TAG.sub("", lines))).strip()


def _price(price: Row) -> str:
    amounts = [f"{one['label']} {_euros(one['cents'])}".strip() for one in price["amounts"]]
    words = ["Eintritt frei"] if price["kind"] == "free" else amounts
    said = "; ".join([*words, *([price["text"]] if price["text"] else [])])
    return f"Eintritt: {said}" if said and price["kind"] == "paid" else said


def _euros(cents: int) -> str:
    whole, rest = divmod(cents, 100)
    return f"{whole},{rest:02} €" if rest else f"{whole} €"


def _contact(organiser: Row | None) -> str:
    words = [organiser[name] for name in ("name", "phone", "email", "url")] if organiser else []
    return ", ".join(legal(word) for word in words if word)


def _uid(site: Site, event: Row, which: str) -> str:
    return f"{event['id']}{which}@{site.host}"


def _stamp(at: datetime) -> str:
    return f"{at:%Y%m%dT%H%M}"


def _moment(local: datetime, *, all_day: bool) -> Any:
    return local.date() if all_day else local.replace(tzinfo=BERLIN)


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
