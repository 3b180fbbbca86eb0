# SPDX-License-Identifier: EUPL-1.2
"""The words of the public events API; knows no database."""

from marshmallow import Schema, fields, validate

from backend.editing.schemas import CategorySchema
from backend.events.moments import MomentField
from backend.events.schemas_staff import (
    EVENT_STATUS,
    LinkSchema,
    OrganiserContentSchema,
    PlaceSchema,
    PriceSchema,
    RegistrationSchema,
)
from backend.media.schemas import ImageSchema

LOCAL = r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?"
KEY = {"description": 'Which date of a series: its local start before any change, "2026-12-08T14:30" or "2026-12-08"'}
MOMENT = {
    "description": "A local date (2026-12-08) or an instant with its offset (2026-12-08T14:30:00+01:00)",
    "type": "string",
}


class PriceInBriefSchema(Schema):
    """What it costs, for a list: `cents` is the lowest amount, `text` what is said beside or instead of amounts."""

    kind = fields.String(required=True, validate=validate.OneOf(("unknown", "free", "paid")))
    cents = fields.Integer(required=True, allow_none=True)
    text = fields.String(required=True, allow_none=True)


class OccurrenceSchema(Schema):
    """One date of an event. Instants are UTC; of an all-day date they are the midnights around it, and only `first_day`
    and `last_day` (local, inclusive) are shown. What ends in the night after it belongs to the day before. `status` and
    `note` say whether it takes place; `previous_start` is where it was before it moved."""

    date = fields.String(required=True, metadata=KEY)
    starts_at = fields.AwareDateTime(required=True)
    ends_at = fields.AwareDateTime(required=True, allow_none=True)
    all_day = fields.Boolean(required=True)
    first_day = fields.Date(required=True)
    last_day = fields.Date(required=True)
    status = fields.String(required=True, validate=validate.OneOf(EVENT_STATUS))
    note = fields.String(required=True, allow_none=True)
    previous_start = fields.AwareDateTime(required=True, allow_none=True)
    place_name = fields.String(required=True, allow_none=True)


class EventListItemSchema(OccurrenceSchema):
    """A date in a list, with its event's `id` and name: a series comes once for each of its dates."""

    id = fields.UUID(required=True)
    title = fields.String(required=True)
    category = fields.Nested(CategorySchema, required=True, allow_none=True)
    recurring = fields.Boolean(required=True)
    price = fields.Nested(PriceInBriefSchema, required=True)


class EventSourceNameSchema(Schema):
    """The calendar an event was taken from."""

    name = fields.String(required=True)
    url = fields.String(required=True, allow_none=True)


class EventSchema(EventListItemSchema):
    """One date of an event with everything about the event: `body` is HTML of the allow-list (as news have it), `rrule`
    the repetition (RFC 5545, local time), `next` the next ten dates."""

    teaser = fields.String(required=True)
    body = fields.String(required=True)
    image = fields.Nested(ImageSchema, required=True, allow_none=True)
    organiser = fields.Nested(OrganiserContentSchema, required=True, allow_none=True)
    place = fields.Nested(PlaceSchema, required=True, allow_none=True)
    price = fields.Nested(PriceSchema, required=True)
    registration = fields.Nested(RegistrationSchema, required=True)
    links = fields.List(fields.Nested(LinkSchema), required=True)
    tags = fields.List(fields.String(), required=True)
    rrule = fields.String(required=True, allow_none=True)
    source = fields.Nested(EventSourceNameSchema, required=True, allow_none=True)
    published_at = fields.AwareDateTime(required=True)
    updated_at = fields.AwareDateTime(required=True)
    unpublish_at = fields.AwareDateTime(required=True, allow_none=True)
    next = fields.List(fields.Nested(OccurrenceSchema), required=True)


class DaySchema(Schema):
    """A day of the month view: how many dates are listed on it, how many of these are cancelled or postponed, and how
    many it adds to the list, so that the sum of a span is the length of its list: what lasts several days is `count`ed
    on each, and `begins` on the first of them that was asked for."""

    day = fields.Date(required=True)
    count = fields.Integer(required=True)
    cancelled = fields.Integer(required=True)
    begins = fields.Integer(required=True)


class SpanQuerySchema(Schema):
    """From when to when. `from` without a time: the whole day; left out: from now on, and of today only what is not
    over. `to` as a date is the last day, as an instant excluded."""

    since = MomentField(data_key="from", metadata=MOMENT)
    to = MomentField(metadata=MOMENT)
    category = fields.String(validate=validate.Length(max=60), metadata={"description": "Slug of a category"})


class EventQuerySchema(SpanQuerySchema):
    """Filters of the list."""

    q = fields.String(
        validate=validate.Length(max=100), metadata={"description": "Words; case, umlauts and ß do not matter"}
    )


class WhichDateSchema(Schema):
    """Which date of a series; left out or unknown: the one that runs or comes next, else the last."""

    date = fields.String(validate=validate.Regexp(LOCAL + r"\Z"), metadata=KEY)
