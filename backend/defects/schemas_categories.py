# SPDX-License-Identifier: EUPL-1.2
"""The words of categories and settings of the reporter, as ADMIN edits them; knows no database."""

from marshmallow import Schema, fields, validate

from backend.defects.schemas import QUESTION_KINDS
from backend.defects.schemas_staff import AnswerTemplateSchema
from backend.fields import MAILABLE, line

CODE = validate.Regexp(r"[a-z0-9_-]{0,60}\Z", error="Small letters, digits, hyphens.")
DAYS = validate.Range(min=1, max=60)


class EditedOptionSchema(Schema):
    """One answer of those that a question offers; without `key` it gets one from its label."""

    key = fields.String(load_default="", validate=CODE)
    label = line(120, required=True)


class EditedQuestionSchema(Schema):
    """What a category asks; without `code` it gets one from its label, and keeps it."""

    code = fields.String(load_default="", validate=CODE)
    label = line(200, required=True)
    help = line(300, load_default=None, allow_none=True)
    kind = fields.String(required=True, validate=validate.OneOf(QUESTION_KINDS))
    required = fields.Boolean(required=True, truthy={True}, falsy={False})
    options = fields.List(fields.Nested(EditedOptionSchema), load_default=list, validate=validate.Length(max=30))


class CategoryContentSchema(Schema):
    """A category as it is edited. `promise_days` are working days, `radius` metres; without `email` the town hall gets
    its reports. `icon` is a name of the icon set."""

    name = line(60, required=True)
    group = line(60, required=True)
    icon = line(40, required=True)
    hint = fields.String(required=True, validate=validate.Length(max=500))
    keywords = fields.List(line(60), required=True, validate=validate.Length(max=50))
    questions = fields.List(fields.Nested(EditedQuestionSchema), required=True, validate=validate.Length(max=20))
    templates = fields.List(fields.Nested(AnswerTemplateSchema), required=True, validate=validate.Length(max=30))
    email = fields.Email(required=True, allow_none=True, validate=[validate.Length(max=254), MAILABLE])
    promise_days = fields.Integer(required=True, strict=True, validate=DAYS)
    radius = fields.Integer(required=True, strict=True, validate=validate.Range(min=5, max=2000))
    active = fields.Boolean(required=True, truthy={True}, falsy={False})
    position = fields.Integer(required=True, strict=True, validate=validate.Range(min=0, max=10_000))


class StaffCategorySchema(CategoryContentSchema):
    """A category with what belongs to it: `recipient` is who gets its reports now, null: nobody; `reports` counts all,
    `open` those that wait."""

    id = fields.UUID(required=True)
    version = fields.Integer(required=True)
    code = fields.String(required=True)
    recipient = fields.String(required=True, allow_none=True)
    reports = fields.Integer(required=True)
    open = fields.Integer(required=True)


class ReporterContentSchema(Schema):
    """How the municipality answers: the usual promise in working days, and answers for every category."""

    promise_days = fields.Integer(required=True, strict=True, validate=DAYS)
    templates = fields.List(fields.Nested(AnswerTemplateSchema), required=True, validate=validate.Length(max=50))


class ReporterSettingsSchema(ReporterContentSchema):
    """The same with what the tenant file says: the hours at which the office opens and closes, and further days off
    ("12-24" each year, "2027-05-07" once)."""

    version = fields.Integer(required=True)
    office_hours = fields.List(fields.Integer(), required=True)
    days_off = fields.List(fields.String(), required=True)
