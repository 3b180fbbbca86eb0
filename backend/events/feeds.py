# SPDX-License-Identifier: EUPL-1.2
"""Events for calendar programs: a feed to subscribe to, and files to add. The form is ical.py's."""

import re
import uuid
from datetime import datetime

from flask import Response
from marshmallow import Schema, fields, validate

from backend.config import current_settings
from backend.events import calendars, ical
from backend.events.recurrence import read_local
from backend.events.schemas import WhichDateSchema
from backend.events.series import read_series
from backend.problems import Missing
from backend.reference import slug_of
from backend.tenants.describe import origin
from backend.web import Access, Border, municipality, now, raw

KIND = "text/calendar; charset=utf-8"
_SCHEME = re.compile(r"^https?://")

feeds = Border("events_feeds", __name__, url_prefix="/feeds", module="events")
files = Border("events_files", __name__, url_prefix="/api/v1/events", module="events")


class FeedQuerySchema(Schema):
    """Which events: of all categories, or of one."""

    category = fields.String(validate=validate.Length(max=60))


@feeds.endpoint("/events.ics", access=Access.PUBLIC, query=FeedQuerySchema(), documented=False)
def subscribe(query: dict[str, str]) -> Response:
    """Everything that takes place, for a calendar program that comes back for it."""
    slug = query.get("category") or None
    name = calendars.category_name(slug) if slug else None
    title = f"{municipality().name}: {name or 'Termine'}"
    source = f"/feeds/events.ics?category={slug}" if name else "/feeds/events.ics"
    return raw(ical.write_calendar(_site(), title, source, calendars.list_whole(now(), slug)), KIND)


@files.endpoint("/<uuid:event_id>.ics", access=Access.PUBLIC, query=WhichDateSchema(), documented=False)
def add(query: dict[str, str], event_id: uuid.UUID) -> Response:
    """One event, with `date` one date of it, to be put into a calendar."""
    event = calendars.get_whole(event_id, now())
    wanted = query.get("date")
    body = (
        ical.write_date(_site(), event, _chosen(event, wanted))
        if wanted
        else ical.write_calendar(_site(), event["title"], None, [event])
    )
    response = raw(body, KIND)
    # Shown rather than saved: telephones offer it to their calendar then.
    response.headers["Content-Disposition"] = f'inline; filename="{slug_of(event["title"])[:60] or "termin"}.ics"'
    return response


def _chosen(event: calendars.Row, key: str) -> datetime:
    series = read_series(event["timing"], event["changes"])
    try:
        at = read_local(key, all_day=series.all_day)
    except ValueError as error:
        raise Missing("This event has no such date.") from error
    if at not in series.originals(at.date(), at.date()) or series.exclusion(at) is not None:
        raise Missing("This event has no such date.")
    return at


def _site() -> ical.Site:
    tenant = municipality()
    address = origin(tenant.slug, tenant.config["hosts"], current_settings())
    return ical.Site(tenant.name, address, _SCHEME.sub("", address).partition(":")[0])
