# SPDX-License-Identifier: EUPL-1.2
"""The words of the events API for editors; knows no database.

Times of dates are local wall time of the municipality without offset: "2026-12-08T14:30", all day "2026-12-08".
"""

from marshmallow import Schema, fields, validate

from backend.editing.schemas import (
    BODY,
    SENSIBLE,
    STATES,
    ReviewedListItemSchema,
    ReviewedSchema,
    RevisionSchema,
    SourceNameSchema,
)
from backend.fields import LINE, web_address
from backend.media.schemas import ImageSchema, PictureChoiceSchema, StaffImageSchema
from backend.push.schemas import MessageInBriefSchema, MessageSchema

DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
LOCAL = validate.Regexp(rf"{DAY}(?:T[0-9]{{2}}:[0-9]{{2}})?\Z", error="Must be a local date or date-time.")
EVENT_STATUS = ("scheduled", "cancelled", "postponed")


def _line(longest: int, *, null: bool = False) -> fields.String:
    return fields.String(required=True, allow_none=null, validate=[validate.Length(max=longest), LINE])


def _moment(*, null: bool = False) -> fields.String:
    return fields.String(required=True, allow_none=null, validate=LOCAL, metadata={"example": "2026-12-08T14:30"})


def _status() -> fields.String:
    return fields.String(required=True, validate=validate.OneOf(EVENT_STATUS))


def _yes_or_no() -> fields.Boolean:
    return fields.Boolean(required=True, truthy={True}, falsy={False})


class ExcludedSchema(Schema):
    """A date that does not take place and is not shown: a day (all of it) or one date."""

    at = _moment()
    reason = _line(200, null=True)


class TimingSchema(Schema):
    """When it takes place. `end` of what lasts all day is its last day; `rrule` is RFC 5545 without its name; `extra`
    are further dates. A draft may have no `start` yet."""

    start = _moment(null=True)
    end = _moment(null=True)
    all_day = _yes_or_no()
    rrule = fields.String(required=True, allow_none=True, validate=[validate.Length(max=300), LINE])
    excluded = fields.List(fields.Nested(ExcludedSchema), required=True, validate=validate.Length(max=300))
    extra = fields.List(fields.String(validate=LOCAL), required=True, validate=validate.Length(max=300))


class DateChangeSchema(Schema):
    """One date that is different, or with `following` this and all later ones (time of day, title and place only).
    `at` is the original start; what is null stays as it is."""

    at = _moment()
    following = _yes_or_no()
    status = _status()
    note = _line(300, null=True)
    start = _moment(null=True)
    end = _moment(null=True)
    title = _line(300, null=True)
    place_name = _line(200, null=True)


class OrganiserChoiceSchema(Schema):
    """Who organises it. With `id` everything else comes from the list of organisers."""

    id = fields.UUID(required=True, allow_none=True)
    name = _line(120)
    email = fields.Email(required=True, allow_none=True, validate=[validate.Length(max=254), LINE])
    phone = _line(60, null=True)
    url = web_address(allow_none=True)


class PlaceSchema(Schema):
    """Where it takes place; `access`: how somebody with a wheelchair gets in."""

    name = _line(200)
    address = _line(300, null=True)
    lat = fields.Float(required=True, allow_none=True, validate=validate.Range(-90, 90))
    lon = fields.Float(required=True, allow_none=True, validate=validate.Range(-180, 180))
    access = _line(300, null=True)


class AmountSchema(Schema):
    """What one kind of ticket costs."""

    label = _line(80)
    cents = fields.Integer(required=True, strict=True, validate=validate.Range(0, 1_000_000))


class PriceSchema(Schema):
    """What it costs."""

    kind = fields.String(required=True, validate=validate.OneOf(("unknown", "free", "paid")))
    amounts = fields.List(fields.Nested(AmountSchema), required=True, validate=validate.Length(max=8))
    text = _line(300, null=True)


class RegistrationSchema(Schema):
    """Whether and how one has to register."""

    required = _yes_or_no()
    url = web_address(allow_none=True)
    text = _line(300, null=True)


class LinkSchema(Schema):
    """A link of an event."""

    label = _line(120)
    url = web_address()


class EventContentSchema(Schema):
    """The whole content of an event. `publish_at` null: at once; an event leaves the lists by its dates."""

    title = fields.String(required=True, validate=validate.Length(max=300))
    teaser = fields.String(required=True, validate=validate.Length(max=600))
    body = fields.String(required=True, validate=BODY)
    category = fields.String(required=True, allow_none=True, validate=validate.Length(max=60))
    image = fields.Nested(PictureChoiceSchema, required=True, allow_none=True)
    timing = fields.Nested(TimingSchema, required=True)
    changes = fields.List(fields.Nested(DateChangeSchema), required=True, validate=validate.Length(max=300))
    status = _status()
    status_note = _line(300, null=True)
    organiser = fields.Nested(OrganiserChoiceSchema, required=True, allow_none=True)
    place = fields.Nested(PlaceSchema, required=True, allow_none=True)
    price = fields.Nested(PriceSchema, required=True)
    registration = fields.Nested(RegistrationSchema, required=True)
    links = fields.List(fields.Nested(LinkSchema), required=True, validate=validate.Length(max=10))
    tags = fields.List(
        fields.String(validate=[validate.Length(min=1, max=40), LINE]), required=True, validate=validate.Length(max=10)
    )
    publish_at = fields.AwareDateTime(required=True, allow_none=True, validate=SENSIBLE)
    unpublish_at = fields.AwareDateTime(required=True, allow_none=True, validate=SENSIBLE)


class StaffEventContentSchema(EventContentSchema):
    """The content as it is kept: cleaned, the picture with its sizes, the organiser as the list has it today."""

    image = fields.Nested(StaffImageSchema, required=True, allow_none=True)


class StaffEventSchema(ReviewedSchema):
    """An event as its editor sees it: the content with unpublished changes laid over it."""

    content = fields.Nested(StaffEventContentSchema, required=True)
    notification = fields.Nested(MessageSchema, required=True, allow_none=True)
    source = fields.Nested(SourceNameSchema, required=True, allow_none=True)


class NextDateSchema(Schema):
    """The date that comes next, or runs."""

    starts_at = fields.AwareDateTime(required=True)
    all_day = fields.Boolean(required=True)
    first_day = fields.Date(required=True)


class StaffEventListItemSchema(ReviewedListItemSchema):
    """An event in the editors' list. `next_date` is null for what is over, or has no date yet."""

    image = fields.Nested(ImageSchema, required=True, allow_none=True)
    next_date = fields.Nested(NextDateSchema, required=True, allow_none=True)
    recurring = fields.Boolean(required=True)
    place_name = fields.String(required=True, allow_none=True)
    organiser_name = fields.String(required=True, allow_none=True)
    event_status = _status()
    notification = fields.Nested(MessageInBriefSchema, required=True, allow_none=True)


class StaffEventQuerySchema(Schema):
    """Filters of the editors' list."""

    state = fields.String(validate=validate.OneOf(STATES))
    category = fields.String(validate=validate.Length(max=60), metadata={"description": "Slug of a category"})
    q = fields.String(
        validate=validate.Length(max=100), metadata={"description": "Words; case, umlauts and ß do not matter"}
    )
    organiser = fields.UUID(metadata={"description": "Id of an organiser"})


class EventRevisionSchema(RevisionSchema):
    """A line of the history with the content of that time."""

    content = fields.Nested(StaffEventContentSchema, required=True)


class DatesQuestionSchema(Schema):
    """What is in the form right now."""

    timing = fields.Nested(TimingSchema, required=True)
    changes = fields.List(fields.Nested(DateChangeSchema), required=True, validate=validate.Length(max=300))


class DateSchema(Schema):
    """One date of a series. `n` counts those that take place, null for excluded and cancelled ones; `date` is the key
    that exceptions and changes name it by."""

    n = fields.Integer(required=True, allow_none=True)
    date = fields.String(required=True)
    starts_at = fields.AwareDateTime(required=True)
    ends_at = fields.AwareDateTime(required=True, allow_none=True)
    first_day = fields.Date(required=True)
    last_day = fields.Date(required=True)
    all_day = fields.Boolean(required=True)
    status = _status()
    note = fields.String(required=True, allow_none=True)
    changed = fields.Boolean(required=True)
    excluded_reason = fields.String(required=True, allow_none=True)
    excluded = fields.Boolean(required=True)


class MissSchema(Schema):
    """An exception or change that hits no date, and the next date after it."""

    at = fields.String(required=True)
    next = fields.String(required=True, allow_none=True)


class DatesSchema(Schema):
    """The next ten dates that take place, with excluded and cancelled ones between them. `total` is null for a series
    without end; `problems` are sentences by field, and then there are no dates."""

    dates = fields.List(fields.Nested(DateSchema), required=True)
    total = fields.Integer(required=True, allow_none=True)
    problems = fields.Dict(keys=fields.String(), values=fields.String(), required=True)
    misses = fields.List(fields.Nested(MissSchema), required=True)


class OrganiserContentSchema(Schema):
    """An organiser, as residents read it."""

    name = fields.String(required=True, validate=[validate.Length(min=1, max=120), LINE])
    email = fields.Email(required=True, allow_none=True, validate=[validate.Length(max=254), LINE])
    phone = _line(60, null=True)
    url = web_address(allow_none=True)


class OrganiserSchema(OrganiserContentSchema):
    """An organiser of the list; `uses` counts its events, `people` those who may only write for it."""

    id = fields.UUID(required=True)
    version = fields.Integer(required=True)
    uses = fields.Integer(required=True)
    people = fields.Integer(required=True)


class HolidaysQuerySchema(Schema):
    """A window of days."""

    begin = fields.Date(required=True, data_key="from")
    end = fields.Date(required=True, data_key="to")


class HolidaySchema(Schema):
    """School holidays of the Land."""

    name = fields.String(required=True)
    first_day = fields.Date(required=True)
    last_day = fields.Date(required=True)
