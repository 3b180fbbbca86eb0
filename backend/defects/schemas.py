# SPDX-License-Identifier: EUPL-1.2
"""The words of the public defects API; knows no database."""

from marshmallow import Schema, fields, validate

from backend.defects.states import DefectStatus, Light, Unresolved
from backend.media.schemas import ImageSchema

STATUSES = tuple(status.value for status in DefectStatus)
LIGHTS = tuple(light.value for light in Light)
REASONS = tuple(reason.value for reason in Unresolved)
QUESTION_KINDS = ("text", "number", "choice", "choices")


class OptionSchema(Schema):
    """One answer of those that a question offers."""

    key = fields.String(required=True)
    label = fields.String(required=True)


class QuestionSchema(Schema):
    """What a category asks beside place, photo and text; `options` of a choice, else empty."""

    code = fields.String(required=True)
    label = fields.String(required=True)
    help = fields.String(required=True, allow_none=True)
    kind = fields.String(required=True, validate=validate.OneOf(QUESTION_KINDS))
    required = fields.Boolean(required=True)
    options = fields.List(fields.Nested(OptionSchema), required=True)


class DefectCategorySchema(Schema):
    """What can be reported. `hint` says what does not belong here; two reports within `radius` metres may be of the
    same thing."""

    code = fields.String(required=True)
    name = fields.String(required=True)
    group = fields.String(required=True)
    icon = fields.String(required=True)
    hint = fields.String(required=True)
    keywords = fields.List(fields.String(), required=True)
    radius = fields.Integer(required=True)
    questions = fields.List(fields.Nested(QuestionSchema), required=True)


class CategoryInBriefSchema(Schema):
    """The category of a report; `icon` is a name of the icon set."""

    code = fields.String(required=True)
    name = fields.String(required=True)
    icon = fields.String(required=True)


class DefectListItemSchema(Schema):
    """A report in a list. `note` is the last public answer in brief, `place` what is known of it in words; both
    coordinates (WGS84) are null when it was only described. `due_on` is the last day for an answer, `expected_on` the
    day of the repair, `supports` counts who is bothered too."""

    id = fields.UUID(required=True)
    number = fields.String(required=True)
    title = fields.String(required=True)
    category = fields.Nested(CategoryInBriefSchema, required=True)
    status = fields.String(required=True, validate=validate.OneOf(STATUSES))
    light = fields.String(required=True, validate=validate.OneOf(LIGHTS))
    reason = fields.String(required=True, allow_none=True, validate=validate.OneOf(REASONS))
    note = fields.String(required=True, allow_none=True)
    place = fields.String(required=True, allow_none=True)
    lat = fields.Float(required=True, allow_none=True)
    lon = fields.Float(required=True, allow_none=True)
    photo = fields.Nested(ImageSchema, required=True, allow_none=True)
    received_at = fields.AwareDateTime(required=True)
    updated_at = fields.AwareDateTime(required=True)
    due_on = fields.Date(required=True)
    answered_on = fields.Date(required=True, allow_none=True)
    expected_on = fields.Date(required=True, allow_none=True)
    forwarded_to = fields.String(required=True, allow_none=True)
    supports = fields.Integer(required=True)


class NearbyDefectSchema(DefectListItemSchema):
    """A report near a place, and how far away it is in metres."""

    distance = fields.Integer(required=True)


class DefectPointSchema(Schema):
    """A report on a map; `category` is its code."""

    id = fields.UUID(required=True)
    lat = fields.Float(required=True)
    lon = fields.Float(required=True)
    light = fields.String(required=True, validate=validate.OneOf(LIGHTS))
    category = fields.String(required=True)
    title = fields.String(required=True)
    place = fields.String(required=True, allow_none=True)
    updated_at = fields.AwareDateTime(required=True)


class DefectEntrySchema(Schema):
    """A public line of the history; a note without a step has no `status` and no `light`."""

    at = fields.AwareDateTime(required=True)
    status = fields.String(required=True, allow_none=True, validate=validate.OneOf(STATUSES))
    light = fields.String(required=True, allow_none=True, validate=validate.OneOf(LIGHTS))
    reason = fields.String(required=True, allow_none=True, validate=validate.OneOf(REASONS))
    note = fields.String(required=True, allow_none=True)
    forwarded_to = fields.String(required=True, allow_none=True)


class PromiseSchema(Schema):
    """Until when an answer was promised, in working days, and what became of it. `used_days` are those until the
    answer, or until today."""

    days = fields.Integer(required=True)
    due_on = fields.Date(required=True)
    answered_on = fields.Date(required=True, allow_none=True)
    state = fields.String(required=True, validate=validate.OneOf(("running", "kept", "missed")))
    used_days = fields.Integer(required=True)


class DefectReferenceSchema(Schema):
    """Another report."""

    id = fields.UUID(required=True)
    number = fields.String(required=True)


class DefectSchema(DefectListItemSchema):
    """One report. Of one that is not published only number, category, state and dates; `master` is the report that it
    is a duplicate of."""

    text = fields.String(required=True, allow_none=True)
    photos = fields.List(fields.Nested(ImageSchema), required=True)
    history = fields.List(fields.Nested(DefectEntrySchema), required=True)
    promise = fields.Nested(PromiseSchema, required=True)
    master = fields.Nested(DefectReferenceSchema, required=True, allow_none=True)


class PointQuerySchema(Schema):
    """Filters of map and list."""

    category = fields.String(validate=validate.Length(max=60), metadata={"description": "Code of a category"})
    status = fields.String(validate=validate.OneOf(("open", "closed")))


class DefectQuerySchema(PointQuerySchema):
    """Filters of the list."""

    q = fields.String(
        validate=validate.Length(max=100),
        metadata={"description": "Words of number, title, place and text; case, umlauts and ß do not matter"},
    )


class NearbyQuerySchema(Schema):
    """Near which place (WGS84); four decimals are enough."""

    category = fields.String(required=True, validate=validate.Length(max=60))
    lat = fields.Float(required=True, validate=validate.Range(min=-90, max=90))
    lon = fields.Float(required=True, validate=validate.Range(min=-180, max=180))
