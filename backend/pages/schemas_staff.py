# SPDX-License-Identifier: EUPL-1.2
"""The words of the pages API for editors; knows no database."""

from marshmallow import Schema, fields, validate

from backend.editing.schemas import BODY, EditedSchema, RevisionSchema


class PageContentSchema(Schema):
    """The whole content of a page."""

    title = fields.String(required=True, validate=validate.Length(max=120))
    body = fields.String(required=True, validate=BODY)


class StaffPageListItemSchema(Schema):
    """A page in the editors' list. `edited`: the tenant file leaves it alone; `published`: residents see it."""

    id = fields.UUID(required=True)
    version = fields.Integer(required=True)
    key = fields.String(required=True)
    slug = fields.String(required=True)
    title = fields.String(required=True)
    role = fields.String(required=True, allow_none=True)
    edited = fields.Boolean(required=True)
    published = fields.Boolean(required=True)
    unpublished_changes = fields.Boolean(required=True)
    edited_by = fields.String(required=True, allow_none=True)
    edited_at = fields.AwareDateTime(required=True)


class StaffPageSchema(EditedSchema, StaffPageListItemSchema):
    """A page as its editor sees it: the content with unpublished changes laid over it."""

    content = fields.Nested(PageContentSchema, required=True)


class PageRevisionSchema(RevisionSchema):
    """A line of the history with the content of that time."""

    content = fields.Nested(PageContentSchema, required=True)
