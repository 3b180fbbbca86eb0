# SPDX-License-Identifier: EUPL-1.2
"""The words of the news API for editors; knows no database."""

from marshmallow import Schema, fields, validate

from backend.editing.schemas import (
    BODY,
    SENSIBLE,
    STATES,
    ReviewedListItemSchema,
    ReviewedSchema,
    RevisionSchema,
    SourceNameSchema,
)
from backend.media.schemas import ImageSchema, PictureChoiceSchema, StaffImageSchema
from backend.news.schemas import NewsQuerySchema
from backend.push.schemas import MessageInBriefSchema, MessageSchema


class NewsContentSchema(Schema):
    """The whole content of an item. `publish_at` null: at once."""

    title = fields.String(required=True, validate=validate.Length(max=300))
    teaser = fields.String(required=True, validate=validate.Length(max=600))
    body = fields.String(required=True, validate=BODY)
    category = fields.String(required=True, allow_none=True, validate=validate.Length(max=60))
    image = fields.Nested(PictureChoiceSchema, required=True, allow_none=True)
    publish_at = fields.AwareDateTime(required=True, allow_none=True, validate=SENSIBLE)
    unpublish_at = fields.AwareDateTime(required=True, allow_none=True, validate=SENSIBLE)
    urgent = fields.Boolean(required=True, truthy={True}, falsy={False})


class StaffNewsContentSchema(NewsContentSchema):
    """The content as it is kept: cleaned, the picture with its sizes."""

    image = fields.Nested(StaffImageSchema, required=True, allow_none=True)


class StaffNewsSchema(ReviewedSchema):
    """An item as its editor sees it: the content with unpublished changes laid over it."""

    content = fields.Nested(StaffNewsContentSchema, required=True)
    notification = fields.Nested(MessageSchema, required=True, allow_none=True)
    source = fields.Nested(SourceNameSchema, required=True, allow_none=True)


class StaffNewsListItemSchema(ReviewedListItemSchema):
    """An item in the editors' list."""

    image = fields.Nested(ImageSchema, required=True, allow_none=True)
    urgent = fields.Boolean(required=True)
    notification = fields.Nested(MessageInBriefSchema, required=True, allow_none=True)


class StaffNewsQuerySchema(NewsQuerySchema):
    """Filters of the editors' list."""

    state = fields.String(validate=validate.OneOf(STATES))


class NewsRevisionSchema(RevisionSchema):
    """A line of the history with the content of that time."""

    content = fields.Nested(StaffNewsContentSchema, required=True)
