# SPDX-License-Identifier: EUPL-1.2
"""The words of the push API; knows no database."""

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from backend.editing.schemas import SENSIBLE

CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9]"
TOPIC = r"[a-z][a-z0-9]*(?:[:-][a-z0-9]+)*|report:[A-Za-z0-9_-]{43}"
PATH = r"/(?!/)[!-\[\]-~]*"
BASE64URL = r"[A-Za-z0-9_-]+={0,2}"


def _topic() -> fields.String:
    return fields.String(
        validate=[validate.Length(max=80), validate.Regexp(rf"(?:{TOPIC})\Z")],
        metadata={
            "example": "news:verkehr",
            "description": "`urgent`; `news:` or `events:` and the slug of a category; `event:` and an event's id, "
            "then perhaps `:60`, `:180`, `:1440` or `:2880`: minutes before each of its dates; `defect:` and the id "
            "of a public report; `report:` and the base64url of SHA-256 over `push:` and the own report's secret",
        },
    )


class QuietHoursSchema(Schema):
    """From when until when the device stays silent; local time of the municipality, also over midnight."""

    begin = fields.String(
        required=True, data_key="from", attribute="from", validate=validate.Regexp(rf"(?:{CLOCK})\Z"),
        metadata={"example": "22:00"},
    )  # fmt: skip
    end = fields.String(
        required=True, data_key="to", attribute="to", validate=validate.Regexp(rf"(?:{CLOCK})\Z"),
        metadata={"example": "08:00"},
    )  # fmt: skip


class SubscriptionKeysSchema(Schema):
    """As `PushSubscription.toJSON()` gives them."""

    p256dh = fields.String(
        required=True, validate=[validate.Length(min=80, max=90), validate.Regexp(BASE64URL + r"\Z")]
    )
    auth = fields.String(required=True, validate=[validate.Length(min=20, max=26), validate.Regexp(BASE64URL + r"\Z")])


class WishesSchema(Schema):
    """What a device wants."""

    topics = fields.List(_topic(), required=True, validate=validate.Length(min=1, max=200))
    quiet = fields.Nested(QuietHoursSchema, required=True, allow_none=True)
    urgent_passes = fields.Boolean(required=True, metadata={"description": "Urgent ones ring in quiet hours too"})


class SubscribeSchema(WishesSchema):
    """A browser's subscription and what it wants."""

    endpoint = fields.Url(
        required=True, require_tld=False, schemes={"http", "https"}, validate=validate.Length(max=1000)
    )
    keys = fields.Nested(SubscriptionKeysSchema, required=True)


class ChangeSchema(WishesSchema):
    """What a device wants from now on; with `endpoint` and `keys` if the browser has renewed its subscription."""

    endpoint = fields.Url(require_tld=False, schemes={"http", "https"}, validate=validate.Length(max=1000))
    keys = fields.Nested(SubscriptionKeysSchema)

    @validates_schema
    def _both_or_none(self, data: dict[str, object], **_kwargs: object) -> None:
        if ("endpoint" in data) != ("keys" in data):
            raise ValidationError("endpoint and keys come together.", "endpoint")


class SubscriptionSchema(Schema):
    """A subscription as its own device sees it. The address never leaves the server again."""

    id = fields.UUID(required=True)
    topics = fields.List(fields.String(), required=True)
    quiet = fields.Nested(QuietHoursSchema, required=True, allow_none=True)
    urgent_passes = fields.Boolean(required=True)


class AudienceQuerySchema(Schema):
    """Whom would it reach?"""

    topic = fields.List(_topic(), required=True, validate=validate.Length(min=1, max=20))
    urgent = fields.Boolean(load_default=False)
    at = fields.AwareDateTime(
        load_default=None, allow_none=True, validate=SENSIBLE, metadata={"description": "When; default: now"}
    )


class AudienceSchema(Schema):
    """Devices, not people. `quiet` of them get it only when their quiet hours end, the last at `quiet_until`."""

    devices = fields.Integer(required=True)
    quiet = fields.Integer(required=True)
    quiet_until = fields.AwareDateTime(required=True, allow_none=True)


class NotificationSchema(Schema):
    """What appears on the phone; advice: 40 and 110 characters."""

    title = fields.String(required=True, validate=validate.Length(min=1, max=120))
    text = fields.String(required=True, validate=validate.Length(max=300))
    url = fields.String(
        load_default="/", validate=[validate.Length(max=500), validate.Regexp(rf"(?:{PATH})\Z")],
        metadata={"description": "Path of the page in the app that a tap opens"},
    )  # fmt: skip
    urgent = fields.Boolean(load_default=False)


class TestSchema(NotificationSchema):
    """A test to one of the editor's own devices: `id` and `auth` of its subscription."""

    id = fields.UUID(required=True)
    auth = fields.String(required=True, validate=validate.Length(min=20, max=26))


class MessageBodySchema(NotificationSchema):
    """A notification on its own. `due_at` null: at once; `expires_at` null: a day later."""

    id = fields.UUID(required=True, metadata={"description": "Made by the client"})
    topics = fields.List(_topic(), required=True, validate=validate.Length(min=1, max=20))
    due_at = fields.AwareDateTime(required=True, allow_none=True, validate=SENSIBLE)
    expires_at = fields.AwareDateTime(required=True, allow_none=True, validate=SENSIBLE)


STATE = validate.OneOf(("waiting", "sending", "sent", "cancelled"))


class MessageInBriefSchema(Schema):
    """A notification in the list of what it is about. `devices`: who would get it now, once it is sent who was to."""

    state = fields.String(required=True, validate=STATE)
    due_at = fields.AwareDateTime(required=True)
    devices = fields.Integer(required=True)
    reached = fields.Integer(required=True)


class MessageSchema(NotificationSchema):
    """A notification and what became of it, in devices: `deferred` ones are in quiet hours or tried again."""

    id = fields.UUID(required=True)
    subject_type = fields.String(required=True, allow_none=True)
    subject_id = fields.UUID(required=True, allow_none=True)
    topics = fields.List(fields.String(), required=True)
    state = fields.String(required=True, validate=STATE)
    due_at = fields.AwareDateTime(required=True)
    expires_at = fields.AwareDateTime(required=True)
    audience = fields.Integer(required=True)
    reached = fields.Integer(required=True)
    gone = fields.Integer(required=True)
    failed = fields.Integer(required=True)
    deferred = fields.Integer(required=True)
    created_at = fields.AwareDateTime(required=True)
    created_by = fields.String(required=True)


class WishSchema(Schema):
    """What shall appear on the phones; advice: 40 and 110 characters. `insist`: although this has rung before."""

    title = fields.String(required=True, validate=validate.Length(min=1, max=120))
    text = fields.String(required=True, validate=validate.Length(max=300))
    insist = fields.Boolean(load_default=False)


class PublicationSchema(Schema):
    """With or without a notification."""

    notification = fields.Nested(WishSchema, load_default=None, allow_none=True)
