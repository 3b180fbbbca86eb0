# SPDX-License-Identifier: EUPL-1.2
"""The words of the public defects API; knows no database."""

from marshmallow import Schema, fields, validate

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
