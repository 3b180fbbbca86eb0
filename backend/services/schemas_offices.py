# SPDX-License-Identifier: EUPL-1.2
"""The words of offices, closures and the entries asked for most, as editors change them; knows no database."""

from datetime import date

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from backend.fields import MAILABLE, line, web_address
from backend.services.schemas import ORIGINS, ExceptionSchema, ServiceNameSchema, SituationSchema

CLOCK = validate.Regexp(r"(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)\Z", error="Not a time of day.")
PHONE = validate.Regexp(r"(?=(?:\D*\d){3})[^\x00-\x1f\x7f]*\Z", error="Not a phone number.")
# A year more or less: what lies outside is a slip of the finger.
SENSIBLE = validate.Range(min=date(2000, 1, 1), max=date(2100, 1, 1))


class EditedAddressSchema(Schema):
    """Where an office is."""

    street = line(120, required=True)
    postcode = line(10, required=True)
    city = line(80, required=True)
    extra = line(120, required=True)


class EditedSpanSchema(Schema):
    """From when to when, local time ("09:00"; the day ends at "24:00")."""

    since = fields.String(required=True, data_key="from", attribute="from", validate=CLOCK)
    to = fields.String(required=True, validate=CLOCK)
    note = line(80, load_default="")

    @validates_schema
    def _begins_before_it_ends(self, data: dict[str, str], **_options: object) -> None:
        if data["from"] >= data["to"]:
            raise ValidationError("The end lies before the beginning.", "to")


class EditedHoursSchema(EditedSpanSchema):
    """Opening hours on some days of the week; 0 is Monday."""

    days = fields.List(
        fields.Integer(strict=True, validate=validate.Range(min=0, max=6)),
        required=True,
        validate=validate.Length(min=1, max=7),
    )


class DaysSchema(Schema):
    """From one day to another, both included."""

    first_day = fields.Date(required=True, validate=SENSIBLE)
    last_day = fields.Date(required=True, validate=SENSIBLE)

    @validates_schema
    def _begins_before_it_ends(self, data: dict[str, date | None], **_options: object) -> None:
        first, last = data["first_day"], data["last_day"]
        if first is not None and last is not None and last < first:
            raise ValidationError("The last day lies before the first.", "last_day")


class EditedExceptionSchema(DaysSchema):
    """Days on which other hours hold: closed, or open at `hours`."""

    closed = fields.Boolean(required=True, truthy={True}, falsy={False})
    hours = fields.List(fields.Nested(EditedSpanSchema), required=True, validate=validate.Length(max=10))
    text = line(300, required=True)

    @validates_schema
    def _is_open_or_closed(self, data: dict[str, object], **_options: object) -> None:
        if not data["closed"] and not data["hours"]:
            raise ValidationError("Either it is closed or it has hours.", "hours")


class OfficeContentSchema(Schema):
    """An office as it is edited; never the name of a person. What "heute geschlossen" says is not among the
    exceptions."""

    name = line(200, required=True)
    address = fields.Nested(EditedAddressSchema, required=True)
    lat = fields.Float(required=True, allow_none=True, validate=validate.Range(min=-90, max=90))
    lon = fields.Float(required=True, allow_none=True, validate=validate.Range(min=-180, max=180))
    phone = fields.String(required=True, allow_none=True, validate=[validate.Length(max=60), PHONE])
    email = fields.Email(required=True, allow_none=True, validate=[validate.Length(max=254), MAILABLE])
    url = web_address(allow_none=True)
    hours = fields.List(fields.Nested(EditedHoursSchema), required=True, validate=validate.Length(max=30))
    exceptions = fields.List(fields.Nested(EditedExceptionSchema), required=True, validate=validate.Length(max=100))
    accessibility = fields.String(required=True, validate=validate.Length(max=1000))
    transit = fields.String(required=True, validate=validate.Length(max=1000))
    note = fields.String(required=True, validate=validate.Length(max=1000))
    hidden = fields.Boolean(required=True, truthy={True}, falsy={False})


class ClosureSchema(ExceptionSchema):
    """What "heute geschlossen" says: `text` is what residents read, made of `reason` and `instead`; `news_id` the item
    that tells it too."""

    reason = fields.String(required=True, allow_none=True)
    instead = fields.String(required=True)
    news_id = fields.UUID(required=True, allow_none=True)


class StaffOfficeSchema(OfficeContentSchema):
    """An office. `services`: how many entries name it; `closure` is null when it is over; `edited`: file and import
    leave it alone."""

    id = fields.UUID(required=True)
    version = fields.Integer(required=True)
    origin = fields.String(required=True, validate=validate.OneOf(ORIGINS))
    source_name = fields.String(required=True, allow_none=True)
    edited = fields.Boolean(required=True)
    updated_at = fields.AwareDateTime(required=True)
    services = fields.Integer(required=True)
    may = fields.List(fields.String(validate=validate.OneOf(("delete",))), required=True)
    closure = fields.Nested(ClosureSchema, required=True, allow_none=True)
    exceptions = fields.List(fields.Nested(ExceptionSchema), required=True)


class ClosingSchema(DaysSchema):
    """Close an office: without `last_day` until the day before it really opens again. `reason` is short and never
    illness; `instead` says what goes instead; `news`: also as an item of the news, `notify`: let phones ring with
    it."""

    last_day = fields.Date(load_default=None, allow_none=True, validate=SENSIBLE)
    reason = line(60, load_default=None, allow_none=True)
    instead = line(200, load_default="")
    news = fields.Boolean(load_default=False, truthy={True}, falsy={False})
    notify = fields.Boolean(load_default=False, truthy={True}, falsy={False})

    @validates_schema
    def _rings_with_an_item(self, data: dict[str, bool], **_options: object) -> None:
        if data["notify"] and not data["news"]:
            raise ValidationError("Phones ring with an item of the news only.", "notify")


class TopServiceSchema(ServiceNameSchema):
    """One of the entries that residents ask for most."""

    situation = fields.Nested(SituationSchema, required=True)
    hidden = fields.Boolean(required=True)


class TopSchema(Schema):
    """What residents ask for most, in order. `own`: the municipality's choice, else the Land's; `most`: so many are
    shown."""

    version = fields.Integer(required=True)
    own = fields.Boolean(required=True)
    most = fields.Integer(required=True)
    items = fields.List(fields.Nested(TopServiceSchema), required=True)


class TopChoiceSchema(Schema):
    """The choice, `most` of them; an empty one is the Land's."""

    ids = fields.List(fields.UUID(), required=True, validate=validate.Length(max=50))
