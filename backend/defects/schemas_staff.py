# SPDX-License-Identifier: EUPL-1.2
"""The words of the defects API for staff; knows no database."""

from collections.abc import Iterable

from marshmallow import Schema, fields, validate

from backend.defects.schemas import STATUSES, CategoryInBriefSchema, DefectReferenceSchema, PromiseSchema
from backend.defects.schemas_own import FLAG_REASONS, AnswerSchema
from backend.defects.states import Audience, DefectStatus, EntryKind, Light, PhotoOrigin, Unresolved
from backend.fields import line

VIEWS = ("inbox", "working", "waiting", "closed")
NEEDS = ("note", "expected_on", "forwarded", "reason", "master")
FINDS = ("iban", "mail", "phone", "plate", "name")
# What a prepared answer can lead to: what staff choose.
ANSWERS = [one for one in STATUSES if one not in ("received", "withdrawn")]
GROUPS = ("overdue", "today", "later")


def one_of(values: Iterable[str], *, null: bool = False) -> fields.String:
    """A word of these."""
    return fields.String(required=True, allow_none=null, validate=validate.OneOf([str(one) for one in values]))


class DefectPersonSchema(Schema):
    """Who can look after reports."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)


class PrivatePhotoSchema(Schema):
    """A private photo, shown small; `src` needs the session."""

    src = fields.String(required=True)
    width = fields.Integer(required=True)
    height = fields.Integer(required=True)


class NearReportSchema(Schema):
    """A report that may be about the same thing; `distance` in metres."""

    id = fields.UUID(required=True)
    number = fields.String(required=True)
    distance = fields.Integer(required=True)


class StaffDefectQuerySchema(Schema):
    """Filters of the list. Without `view` all reports, the latest change first."""

    view = fields.String(validate=validate.OneOf(VIEWS))
    category = fields.String(validate=validate.Length(max=60), metadata={"description": "Code of a category"})
    q = fields.String(
        validate=validate.Length(max=100), metadata={"description": "Words of number, title, text and place"}
    )
    assignee = fields.String(validate=validate.OneOf(("me", "nobody")))


class StaffDefectListItemSchema(Schema):
    """A report in the list. `due_at` and `remaining_minutes` (of office hours; less than none: too late) are null when
    no answer is owed; `group` says when somebody has to look at it. `reply`: the reporter wrote last."""

    id = fields.UUID(required=True)
    number = fields.String(required=True)
    version = fields.Integer(required=True)
    title = fields.String(required=True)
    category = fields.Nested(CategoryInBriefSchema, required=True)
    status = one_of(DefectStatus)
    light = one_of(Light)
    place = fields.String(required=True)
    lat = fields.Float(required=True, allow_none=True)
    lon = fields.Float(required=True, allow_none=True)
    excerpt = fields.String(required=True)
    photo = fields.Nested(PrivatePhotoSchema, required=True, allow_none=True)
    received_at = fields.AwareDateTime(required=True)
    updated_at = fields.AwareDateTime(required=True)
    due_at = fields.AwareDateTime(required=True, allow_none=True)
    remaining_minutes = fields.Integer(required=True, allow_none=True)
    group = one_of(GROUPS, null=True)
    expected_on = fields.Date(required=True, allow_none=True)
    forwarded_to = fields.String(required=True, allow_none=True)
    reply = fields.Boolean(required=True)
    assignee = fields.Nested(DefectPersonSchema, required=True, allow_none=True)
    supports = fields.Integer(required=True)
    flags = fields.Integer(required=True)
    possible_duplicate = fields.Nested(NearReportSchema, required=True, allow_none=True)


class StaffDefectCountsSchema(Schema):
    """How many reports stand in each view; of those in the inbox, how many are too late, due today, answered by their
    reporter, or objected to by residents."""

    inbox = fields.Integer(required=True)
    working = fields.Integer(required=True)
    waiting = fields.Integer(required=True)
    closed = fields.Integer(required=True)
    overdue = fields.Integer(required=True)
    today = fields.Integer(required=True)
    replies = fields.Integer(required=True)
    flagged = fields.Integer(required=True)


class PrivateFindSchema(Schema):
    """What tells who somebody is. Positions count UTF-16 units, as JavaScript does."""

    start = fields.Integer(required=True)
    end = fields.Integer(required=True)
    kind = one_of(FINDS)
    text = fields.String(required=True)


class StaffDefectPhotoSchema(Schema):
    """A photo: `src` is the private one (`?width=` for a smaller one), with what is blackened already burned in.
    `redactions`: those areas [x, y, width, height] as parts (0 to 1) of the picture."""

    id = fields.UUID(required=True)
    src = fields.String(required=True)
    width = fields.Integer(required=True)
    height = fields.Integer(required=True)
    public = fields.Boolean(required=True)
    redactions = fields.List(fields.List(fields.Float()), required=True)
    by = one_of(PhotoOrigin)
    added_at = fields.AwareDateTime(required=True)


class StaffDefectEntrySchema(Schema):
    """A line of the history. `audience`: everybody, the reporter too, or the staff alone; `by` is null for the
    reporter and for what happened by itself."""

    id = fields.UUID(required=True)
    at = fields.AwareDateTime(required=True)
    kind = one_of(EntryKind)
    audience = one_of(Audience)
    status = one_of(DefectStatus, null=True)
    light = one_of(Light, null=True)
    reason = one_of(Unresolved, null=True)
    text = fields.String(required=True, allow_none=True)
    by = fields.String(required=True, allow_none=True)
    details = fields.Dict(required=True)


class DefectStepSchema(Schema):
    """A state that may come next, and what the step asks for."""

    status = one_of(DefectStatus)
    needs = fields.List(fields.String(validate=validate.OneOf(NEEDS)), required=True)


class AnswerTemplateSchema(Schema):
    """A prepared answer. {number}, {category} and {place} are filled in at once, {date} and {office} by
    the step; what is left in braces blocks sending."""

    title = line(80, required=True)
    status = one_of(ANSWERS)
    text = fields.String(required=True, validate=validate.Length(min=1, max=2000))


class PossibleDuplicateSchema(NearReportSchema):
    """A report near by, with what somebody needs to compare."""

    version = fields.Integer(required=True)
    title = fields.String(required=True)
    status = one_of(DefectStatus)
    light = one_of(Light)
    place = fields.String(required=True)
    excerpt = fields.String(required=True)
    photo = fields.Nested(PrivatePhotoSchema, required=True, allow_none=True)
    received_at = fields.AwareDateTime(required=True)
    due_at = fields.AwareDateTime(required=True, allow_none=True)
    people = fields.Integer(required=True, metadata={"description": "Reporter and supporters"})


class NeighboursSchema(Schema):
    """The reports before and after this one in the inbox; `position` is null for one that is not in it."""

    prev = fields.UUID(required=True, allow_none=True)
    next = fields.UUID(required=True, allow_none=True)
    position = fields.Integer(required=True, allow_none=True)
    total = fields.Integer(required=True)


class StaffFlagSchema(Schema):
    """What a resident objects to in a public report."""

    id = fields.UUID(required=True)
    reason = one_of(FLAG_REASONS)
    text = fields.String(required=True)
    at = fields.AwareDateTime(required=True)


class ToldSchema(Schema):
    """Who learns of the next public answer: the reporters, by phone or mail, and how many phones follow."""

    reporter = fields.Boolean(required=True)
    followers = fields.Integer(required=True)


class RecipientSchema(Schema):
    """An office to which reports were forwarded before."""

    name = fields.String(required=True)
    email = fields.String(required=True, allow_none=True)


class StaffDefectSchema(StaffDefectListItemSchema):
    """Everything about a report but the contact. `text` is what was sent, `public_text` and `public_place` what
    everybody reads or, before the first decision, would read."""

    reason = one_of(Unresolved, null=True)
    text = fields.String(required=True)
    finds = fields.List(fields.Nested(PrivateFindSchema), required=True)
    public_text = fields.String(required=True)
    text_public = fields.Boolean(required=True)
    public_place = fields.String(required=True)
    published_at = fields.AwareDateTime(required=True, allow_none=True)
    hidden = fields.Boolean(required=True)
    photos = fields.List(fields.Nested(StaffDefectPhotoSchema), required=True)
    answers = fields.List(fields.Nested(AnswerSchema), required=True)
    history = fields.List(fields.Nested(StaffDefectEntrySchema), required=True)
    has_contact = fields.Boolean(required=True)
    contact_until = fields.AwareDateTime(required=True, allow_none=True)
    promise = fields.Nested(PromiseSchema, required=True)
    transitions = fields.List(fields.Nested(DefectStepSchema), required=True)
    templates = fields.List(fields.Nested(AnswerTemplateSchema), required=True)
    duplicates = fields.List(fields.Nested(PossibleDuplicateSchema), required=True)
    merged = fields.List(fields.Nested(DefectReferenceSchema), required=True)
    master = fields.Nested(DefectReferenceSchema, required=True, allow_none=True)
    neighbours = fields.Nested(NeighboursSchema, required=True)
    open_flags = fields.List(fields.Nested(StaffFlagSchema), required=True)
    told = fields.Nested(ToldSchema, required=True)
