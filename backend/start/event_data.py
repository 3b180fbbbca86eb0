# SPDX-License-Identifier: EUPL-1.2
"""An event as schema.org/Event, for search engines and assistants. Pure: rows and the municipality in, plain values
out."""

from datetime import date, datetime
from typing import Any

from backend.events.walltime import today
from backend.instants import BERLIN
from backend.text import plain, shorten

Row = dict[str, Any]
STATUS = {"scheduled": "EventScheduled", "cancelled": "EventCancelled", "postponed": "EventPostponed"}
DESCRIPTION_LENGTH = 500


def event_list(rows: list[Row], tenant: Row) -> Row:
    """The dates of a list."""
    items = [
        {"@type": "ListItem", "position": number, "item": _date(row, tenant, row)} for number, row in enumerate(rows, 1)
    ]
    return {"@type": "ItemList", "itemListElement": items}


def event_dates(event: Row, tenant: Row) -> Row:
    """One event: each of its next dates is an Event of its own, as search engines want it, else the date shown."""
    common = _common(event, tenant)
    dates = [_date(one, tenant, event) | common for one in event["next"] or [event]]
    return dates[0] if len(dates) == 1 else {"@graph": dates}


def _date(one: Row, tenant: Row, event: Row) -> Row:
    status = "EventRescheduled" if one["previous_start"] and one["status"] == "scheduled" else STATUS[one["status"]]
    found: Row = {
        "@type": "Event",
        "name": one["title"],
        "startDate": _moment(one["starts_at"], one["first_day"], all_day=one["all_day"]),
        "eventStatus": f"https://schema.org/{status}",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": _place(one, tenant, event.get("place")),
        "url": f"{tenant['origin']}/termine/{event['id']}?datum={one['date']}",
    }
    if one["ends_at"]:
        found["endDate"] = _moment(one["ends_at"], one["last_day"], all_day=one["all_day"])
    if one["previous_start"]:
        found["previousStartDate"] = _moment(
            one["previous_start"], today(one["previous_start"]), all_day=one["all_day"]
        )
    return found


def _common(event: Row, tenant: Row) -> Row:
    found: Row = {}
    if description := event["teaser"] or shorten(plain(event["body"]), DESCRIPTION_LENGTH):
        found["description"] = description
    if event["image"]:
        found["image"] = tenant["origin"] + event["image"]["src"]
    if event["organiser"]:
        found["organizer"] = {"@type": "Organization", "name": event["organiser"]["name"]}
        if event["organiser"]["url"]:
            found["organizer"]["url"] = event["organiser"]["url"]
    price = event["price"]
    if price["kind"] == "free":
        found["isAccessibleForFree"] = True
    offers = [
        {"@type": "Offer", "name": one["label"], "price": f"{one['cents'] / 100:.2f}", "priceCurrency": "EUR"}
        for one in price["amounts"]
    ]
    if price["kind"] == "paid" and offers:
        found["offers"] = offers
    return found


def _place(one: Row, tenant: Row, place: Row | None) -> Row:
    """Where this date is: `place` is that of the event, or of the date that is shown."""
    found: Row = {"@type": "Place", "name": one["place_name"] or f"{tenant['kind']} {tenant['name']}"}
    if place is None or place["name"] != (one["place_name"] or ""):
        return found
    if place["address"]:
        found["address"] = place["address"]
    if place["lat"] is not None and place["lon"] is not None:
        found["geo"] = {"@type": "GeoCoordinates", "latitude": place["lat"], "longitude": place["lon"]}
    return found


def _moment(instant: datetime, day: date, *, all_day: bool) -> str:
    return day.isoformat() if all_day else instant.astimezone(BERLIN).isoformat()
