# SPDX-License-Identifier: EUPL-1.2
"""The words of the news API; knows no database."""

from marshmallow import Schema, fields, validate

from backend.editing.schemas import CategorySchema
from backend.media.schemas import ImageSchema


class NewsListItemSchema(Schema):
    """A news item in a list: no body. Instants are ISO 8601 in UTC."""

    id = fields.UUID(required=True)
    title = fields.String(required=True)
    teaser = fields.String(required=True)
    category = fields.Nested(CategorySchema, required=True, allow_none=True)
    image = fields.Nested(ImageSchema, required=True, allow_none=True)
    published_at = fields.AwareDateTime(required=True)
    updated_at = fields.AwareDateTime(required=True)
    unpublish_at = fields.AwareDateTime(required=True, allow_none=True)
    urgent = fields.Boolean(required=True)
    source_name = fields.String(required=True, allow_none=True)


class NewsItemSchema(NewsListItemSchema):
    """A news item with its text: `body` is HTML of the allow-list p br h2-h4 b strong i em sup sub ul ol li a
    blockquote."""

    body = fields.String(required=True)
    source_url = fields.String(required=True, allow_none=True)


class NewsQuerySchema(Schema):
    """Filters of the list."""

    category = fields.String(validate=validate.Length(max=60), metadata={"description": "Slug of a category"})
    q = fields.String(
        validate=validate.Length(max=100), metadata={"description": "Words; case, umlauts and ß do not matter"}
    )
