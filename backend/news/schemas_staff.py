# SPDX-License-Identifier: EUPL-1.2
"""The words of the news API for editors; knows no database."""

from marshmallow import Schema, fields, validate

from backend.editing.schemas import BODY, SENSIBLE, STATES, EditedSchema, RevisionSchema
from backend.news.schemas import CategorySchema, ImageSchema, NewsQuerySchema
from backend.push.schemas import MessageInBriefSchema, MessageSchema


class PictureChoiceSchema(Schema):
    """Which picture of the library an item shows, and its words there. `alt` may be empty until publication."""

    media_id = fields.UUID(required=True)
    alt = fields.String(required=True, validate=validate.Length(max=300))
    credit = fields.String(required=True, allow_none=True, validate=validate.Length(max=200))
    caption = fields.String(required=True, allow_none=True, validate=validate.Length(max=300))


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


class StaffImageSchema(ImageSchema):
    """The picture of an item with its sizes and its place in the library."""

    media_id = fields.UUID(required=True)
    hash = fields.String(required=True)


class StaffNewsContentSchema(NewsContentSchema):
    """The content as it is kept: cleaned, the picture with its sizes."""

    image = fields.Nested(StaffImageSchema, required=True, allow_none=True)


class NewsSourceNameSchema(Schema):
    """Where an item comes from, as residents read it. `imported`: by a feed of the municipality; `edited`: it is an own
    copy, the import leaves it alone."""

    name = fields.String(required=True)
    url = fields.String(required=True, allow_none=True)
    imported = fields.Boolean(required=True)
    edited = fields.Boolean(required=True)


class WishSchema(Schema):
    """What shall appear on the phones; advice: 40 and 110 characters. `insist`: although this item has rung before."""

    title = fields.String(required=True, validate=validate.Length(min=1, max=120))
    text = fields.String(required=True, validate=validate.Length(max=300))
    insist = fields.Boolean(load_default=False)


class PublicationSchema(Schema):
    """With or without a notification."""

    notification = fields.Nested(WishSchema, load_default=None, allow_none=True)


class StaffNewsSchema(EditedSchema):
    """An item as its editor sees it: the content with unpublished changes laid over it."""

    state = fields.String(required=True, validate=validate.OneOf(STATES))
    content = fields.Nested(StaffNewsContentSchema, required=True)
    published_at = fields.AwareDateTime(required=True, allow_none=True)
    submitted_by = fields.String(required=True, allow_none=True)
    submitted_at = fields.AwareDateTime(required=True, allow_none=True)
    returned_note = fields.String(required=True, allow_none=True)
    notification = fields.Nested(MessageSchema, required=True, allow_none=True)
    source = fields.Nested(NewsSourceNameSchema, required=True, allow_none=True)


class StaffNewsListItemSchema(Schema):
    """An item in the editors' list, with unpublished changes laid over it."""

    id = fields.UUID(required=True)
    version = fields.Integer(required=True)
    state = fields.String(required=True, validate=validate.OneOf(STATES))
    title = fields.String(required=True)
    category = fields.Nested(CategorySchema, required=True, allow_none=True)
    image = fields.Nested(ImageSchema, required=True, allow_none=True)
    publish_at = fields.AwareDateTime(required=True, allow_none=True)
    unpublish_at = fields.AwareDateTime(required=True, allow_none=True)
    published_at = fields.AwareDateTime(required=True, allow_none=True)
    urgent = fields.Boolean(required=True)
    edited_by = fields.String(required=True, allow_none=True)
    edited_at = fields.AwareDateTime(required=True)
    submitted_by = fields.String(required=True, allow_none=True)
    submitted_at = fields.AwareDateTime(required=True, allow_none=True)
    source_name = fields.String(required=True, allow_none=True)
    source_edited = fields.Boolean(required=True)
    unpublished_changes = fields.Boolean(required=True)
    lacks = fields.List(fields.String(), required=True)
    notification = fields.Nested(MessageInBriefSchema, required=True, allow_none=True)


class StaffNewsQuerySchema(NewsQuerySchema):
    """Filters of the editors' list."""

    state = fields.String(validate=validate.OneOf(STATES))


class NewsCountsSchema(Schema):
    """How many items are in each state. `submitted` counts everything that waits for a release, also corrections of
    visible items, which `visible` counts too."""

    all = fields.Integer(required=True)
    draft = fields.Integer(required=True)
    submitted = fields.Integer(required=True)
    scheduled = fields.Integer(required=True)
    visible = fields.Integer(required=True)
    expired = fields.Integer(required=True)
    withdrawn = fields.Integer(required=True)


class NewsRevisionSchema(RevisionSchema):
    """A line of the history with the content of that time."""

    content = fields.Nested(StaffNewsContentSchema, required=True)


class SourceTroubleSchema(Schema):
    """Why the last import failed: a word for the client to translate, and a sentence for whoever can help."""

    reason = fields.String(required=True)
    detail = fields.String(required=True)


class StaffNewsSourceSchema(Schema):
    """A feed that is imported."""

    id = fields.UUID(required=True)
    key = fields.String(required=True)
    name = fields.String(required=True)
    url = fields.String(required=True)
    category = fields.String(required=True, allow_none=True)
    active = fields.Boolean(required=True)
    last_run_at = fields.AwareDateTime(required=True, allow_none=True)
    last_success_at = fields.AwareDateTime(required=True, allow_none=True)
    last_error = fields.Nested(SourceTroubleSchema, required=True, allow_none=True)
    items = fields.Integer(required=True)
    running = fields.Boolean(required=True)
