# SPDX-License-Identifier: EUPL-1.2
"""The words of what staff do with a report; knows no database."""

from marshmallow import Schema, fields, validate

from backend.defects.schemas import REASONS, STATUSES
from backend.fields import MAILABLE, line

LONGEST_TEXT, LONGEST_NOTE = 4000, 4000
MOST_AREAS, MOST_PHOTOS = 30, 20


class ForwardSchema(Schema):
    """To whom a report goes; with `email` that office gets what is public, and `message`."""

    name = line(200, required=True)
    email = fields.Email(load_default=None, allow_none=True, validate=[validate.Length(max=254), MAILABLE])
    message = fields.String(load_default="", validate=validate.Length(max=1000))


class PhotoWishSchema(Schema):
    """Whether everybody sees a photo, and what of it is blackened for good."""

    id = fields.UUID(required=True)
    public = fields.Boolean(required=True, truthy={True}, falsy={False})
    redactions = fields.List(
        fields.List(fields.Float(validate=validate.Range(min=0, max=1)), validate=validate.Length(equal=4)),
        load_default=list,
        validate=validate.Length(max=MOST_AREAS),
    )


class DecisionSchema(Schema):
    """One step: state, answer, and what everybody sees. What is left out stays as it is; without `status` only what
    everybody sees changes. `note` is public, but for "rejected", where only the reporter reads it. `hidden` takes a
    report from the public, or back. `insist`: although the public words tell who somebody is."""

    status = fields.String(load_default=None, allow_none=True, validate=validate.OneOf(STATUSES))
    note = fields.String(load_default="", validate=validate.Length(max=LONGEST_NOTE))
    reason = fields.String(load_default=None, allow_none=True, validate=validate.OneOf(REASONS))
    expected_on = fields.Date(load_default=None, allow_none=True)
    forwarded = fields.Nested(ForwardSchema, load_default=None, allow_none=True)
    master = fields.UUID(load_default=None, allow_none=True)
    title = line(200, load_default=None, allow_none=True)
    public_text = fields.String(load_default=None, allow_none=True, validate=validate.Length(max=LONGEST_TEXT))
    text_public = fields.Boolean(load_default=None, allow_none=True, truthy={True}, falsy={False})
    public_place = line(200, load_default=None, allow_none=True)
    photos = fields.List(fields.Nested(PhotoWishSchema), load_default=list, validate=validate.Length(max=MOST_PHOTOS))
    hidden = fields.Boolean(load_default=None, allow_none=True, truthy={True}, falsy={False})
    insist = fields.Boolean(load_default=False, truthy={True}, falsy={False})


class InternalNoteSchema(Schema):
    """A note that only staff read."""

    text = fields.String(required=True, validate=validate.Length(min=1, max=LONGEST_NOTE))


class AssignmentSchema(Schema):
    """Who looks after a report; null: nobody."""

    account_id = fields.UUID(required=True, allow_none=True)


class StaffContactSchema(Schema):
    """Who reported, as far as told."""

    name = fields.String(required=True, allow_none=True)
    email = fields.String(required=True, allow_none=True)
    phone = fields.String(required=True, allow_none=True)
    mail_updates = fields.Boolean(required=True)
    delete_at = fields.AwareDateTime(required=True)


class PhotoWidthSchema(Schema):
    """How wide a photo is needed."""

    width = fields.Integer(validate=validate.Range(min=1, max=4000), metadata={"description": "Pixels, at least"})
