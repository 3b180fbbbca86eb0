# SPDX-License-Identifier: EUPL-1.2
"""The words of what residents send: a report with its photos, and what its reporter and others say about it later.
Knows no database."""

from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from backend.defects.schemas import STATUSES, DefectEntrySchema, DefectSchema
from backend.fields import LINE, MAILABLE

DEEDS = ("answer", "add_photo", "withdraw", "reopen", "delete_contact")
FLAG_REASONS = ("personal", "offensive", "wrong", "other")
ENTRY_KINDS = ("status", "question", "reply", "note", "photo", "text")
LONGEST_TEXT = 4000
BINARY = {"type": "string", "format": "binary"}


def _text(longest: int, shortest: int = 0) -> fields.String:
    return fields.String(required=True, validate=validate.Length(min=shortest, max=longest))


def _line(longest: int) -> fields.String:
    return fields.String(load_default="", validate=[validate.Length(max=longest), LINE])


def _mail_or_nothing(value: str) -> None:
    if value:
        validate.And(validate.Email(), MAILABLE)(value)


class ContactSchema(Schema):
    """Whom the town hall may ask, all of it optional; `mail_updates`: answers also come by mail."""

    name = _line(120)
    email = fields.String(load_default="", validate=[validate.Length(max=254), LINE, _mail_or_nothing])
    phone = _line(60)
    mail_updates = fields.Boolean(load_default=False, truthy={True}, falsy={False})

    @validates_schema
    def _reachable(self, data: dict[str, Any], **_kwargs: object) -> None:
        if data["mail_updates"] and not data["email"]:
            raise ValidationError("Answers by mail need a mail address.", "email")


class SubmitSchema(Schema):
    """A report. It needs a place (coordinates in WGS84 or an address) and a photo or a description; `answers` are by
    code of the category's questions. `website` stays empty (no reader sees the field), `elapsed_ms` is how long it was
    written: both tell machines from people."""

    category = fields.String(required=True, validate=validate.Length(min=1, max=60))
    description = fields.String(load_default="", validate=validate.Length(max=LONGEST_TEXT))
    lat = fields.Float(load_default=None, allow_none=True, validate=validate.Range(min=-90, max=90))
    lon = fields.Float(load_default=None, allow_none=True, validate=validate.Range(min=-180, max=180))
    address = _line(200)
    answers = fields.Dict(keys=fields.String(validate=validate.Length(max=60)), values=fields.Raw(), load_default=dict)
    contact = fields.Nested(ContactSchema, load_default=None, allow_none=True)
    website = fields.String(load_default="", validate=validate.Length(max=500))
    elapsed_ms = fields.Integer(required=True, strict=True, validate=validate.Range(min=0))

    @validates_schema
    def _somewhere(self, data: dict[str, Any], **_kwargs: object) -> None:
        if (data.get("lat") is None) != (data.get("lon") is None):
            raise ValidationError("Both coordinates or none.", "lat")


class PartsSchema(Schema):
    """The files of a multipart body: up to five photos, and the report if it comes as a file."""

    photo = fields.List(fields.Raw(metadata=BINARY))
    report = fields.Raw(metadata={"type": "string"})


class PhotoPartSchema(Schema):
    """One photo of up to 25 MB: JPEG, PNG, WebP, GIF, AVIF or HEIC."""

    photo = fields.Raw(required=True, metadata=BINARY)


class ReceiptSchema(Schema):
    """What was received. `photos` are the SHA-256 of the photos' bytes as they came, in order; `due_on` is the last day
    for an answer."""

    id = fields.UUID(required=True)
    number = fields.String(required=True)
    status = fields.String(required=True, validate=validate.OneOf(STATUSES))
    received_at = fields.AwareDateTime(required=True)
    due_on = fields.Date(required=True)
    photos = fields.List(fields.String(), required=True)


class OwnPhotoSchema(Schema):
    """A photo of the own report; its file stands below `…/own/photos/{id}`."""

    id = fields.UUID(required=True)
    width = fields.Integer(required=True)
    height = fields.Integer(required=True)
    public = fields.Boolean(required=True)


class OwnEntrySchema(DefectEntrySchema):
    """A line of the history as the reporter reads it: `mine` is what the reporter did, `public` what everybody can
    read."""

    kind = fields.String(required=True, validate=validate.OneOf(ENTRY_KINDS))
    mine = fields.Boolean(required=True)
    public = fields.Boolean(required=True)


class AnswerSchema(Schema):
    """What the reporter answered to one of the category's questions."""

    label = fields.String(required=True)
    value = fields.String(required=True)


class StoredContactSchema(ContactSchema):
    """The contact as it is stored."""

    name = fields.String(required=True)
    email = fields.String(required=True)
    phone = fields.String(required=True)
    mail_updates = fields.Boolean(required=True)


class OwnReportSchema(DefectSchema):
    """All that is stored of the own report: as residents see it or will, and beside it what was sent (`text`,
    `address`, `answers`, `contact`). `question` is the open one; `can` says what its reporter may do now;
    `is_public`: everybody sees it; `delete_on` is the day on which it goes, null while that is open."""

    text = fields.String(required=True)
    address = fields.String(required=True)
    public_text = fields.String(required=True)
    text_public = fields.Boolean(required=True)
    is_public = fields.Boolean(required=True)
    own_photos = fields.List(fields.Nested(OwnPhotoSchema), required=True)
    answers = fields.List(fields.Nested(AnswerSchema), required=True)
    contact = fields.Nested(StoredContactSchema, required=True, allow_none=True)
    history = fields.List(fields.Nested(OwnEntrySchema), required=True)
    question = fields.String(required=True, allow_none=True)
    can = fields.List(fields.String(validate=validate.OneOf(DEEDS)), required=True)
    reopen_until = fields.AwareDateTime(required=True, allow_none=True)
    delete_on = fields.Date(required=True, allow_none=True)


class ReplySchema(Schema):
    """What the reporter answers. The client makes `id`: sent twice it arrives once."""

    id = fields.UUID(required=True)
    text = _text(LONGEST_TEXT, 1)


class ReopeningSchema(Schema):
    """Why it is not done; only the town hall reads it."""

    text = _text(LONGEST_TEXT)


class SupportSchema(Schema):
    """A random name that the phone has given itself."""

    device = fields.String(required=True, validate=[validate.Length(min=16, max=100), LINE])


class SupportsSchema(Schema):
    """How many are bothered too."""

    supports = fields.Integer(required=True)


class FlagSchema(SupportSchema):
    """What is wrong with a public entry. `website` and `elapsed_ms` as for a report."""

    reason = fields.String(required=True, validate=validate.OneOf(FLAG_REASONS))
    text = fields.String(load_default="", validate=validate.Length(max=1000))
    website = fields.String(load_default="", validate=validate.Length(max=500))
    elapsed_ms = fields.Integer(required=True, strict=True, validate=validate.Range(min=0))
