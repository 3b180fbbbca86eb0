# SPDX-License-Identifier: EUPL-1.2
"""The words of suggestions: what residents send, what they see of it again, what editors read. Knows no database."""

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from backend.events.schemas_staff import LOCAL
from backend.fields import LINE, web_address

STATES = ("received", "accepted", "declined", "published")


def _text(longest: int, shortest: int = 0) -> fields.String:
    return fields.String(required=True, validate=[validate.Length(min=shortest, max=longest), LINE])


class SuggestionContactSchema(Schema):
    """Whom the town hall may ask: a name, and a mail address or a phone number."""

    name = _text(120, 1)
    email = fields.Email(load_default=None, allow_none=True, validate=[validate.Length(max=254), LINE])
    phone = fields.String(load_default=None, allow_none=True, validate=[validate.Length(max=60), LINE])

    @validates_schema
    def _reachable(self, data: dict[str, str | None], **_kwargs: object) -> None:
        if not data.get("email") and not data.get("phone"):
            raise ValidationError("Either a mail address or a phone number is needed.", "email")


class SuggestedSchema(Schema):
    """What a resident knows of an event. Local wall time without offset."""

    title = _text(200, 1)
    start = fields.String(required=True, validate=LOCAL, metadata={"example": "2026-12-08T14:30"})
    end = fields.String(required=True, allow_none=True, validate=LOCAL)
    all_day = fields.Boolean(required=True, truthy={True}, falsy={False})
    place = _text(200)
    description = fields.String(required=True, validate=validate.Length(max=4000))
    organiser = _text(120)
    link = web_address(allow_none=True)


class SuggestSchema(SuggestedSchema):
    """A suggestion. The client makes `id` and secret. `website` stays empty (no reader sees the field), `elapsed_ms` is
    how long the form was open: both tell machines from people."""

    id = fields.UUID(required=True)
    contact = fields.Nested(SuggestionContactSchema, required=True)
    website = fields.String(load_default="", validate=validate.Length(max=500))
    elapsed_ms = fields.Integer(required=True, strict=True, validate=validate.Range(min=0))


class OwnSuggestionSchema(SuggestedSchema):
    """A suggestion as the one who sent it sees it. `event_id` leads to the event once residents see it."""

    id = fields.UUID(required=True)
    state = fields.String(required=True, validate=validate.OneOf(STATES))
    note = fields.String(required=True, allow_none=True)
    event_id = fields.UUID(required=True, allow_none=True)
    received_at = fields.AwareDateTime(required=True)


class StaffSuggestionSchema(OwnSuggestionSchema):
    """A suggestion as editors see it. `contact` is null once it is deleted; `event_id` leads to the draft."""

    contact = fields.Nested(SuggestionContactSchema, required=True, allow_none=True)
    decided_by = fields.String(required=True, allow_none=True)
    decided_at = fields.AwareDateTime(required=True, allow_none=True)


class RefusalSchema(Schema):
    """Why not; the one who suggested it reads this."""

    note = fields.String(required=True, validate=validate.Length(max=500))
