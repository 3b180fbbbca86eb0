# SPDX-License-Identifier: EUPL-1.2
"""The words for pictures: in public answers, in what staff edit, in the library. Knows no database."""

from marshmallow import Schema, fields, validate

from backend.fields import LINE

SHARE = validate.Range(min=0, max=1)


class ImageSchema(Schema):
    """A picture in several sizes: `src` is JPEG, `srcset` WebP in the syntax of HTML's attribute. Pixels are those of
    `src`. The focal point (0 to 1, from the upper left corner) stays in sight when the picture is cropped."""

    alt = fields.String(required=True)
    credit = fields.String(required=True, allow_none=True)
    caption = fields.String(required=True, allow_none=True)
    width = fields.Integer(required=True)
    height = fields.Integer(required=True)
    focal_x = fields.Float(required=True)
    focal_y = fields.Float(required=True)
    src = fields.String(required=True)
    srcset = fields.String(required=True)


class PictureChoiceSchema(Schema):
    """Which picture of the library a thing shows, and its words there. `alt` may be empty until publication."""

    media_id = fields.UUID(required=True)
    alt = fields.String(required=True, validate=validate.Length(max=300))
    credit = fields.String(required=True, allow_none=True, validate=validate.Length(max=200))
    caption = fields.String(required=True, allow_none=True, validate=validate.Length(max=300))


class StaffImageSchema(ImageSchema):
    """The picture of a thing with its sizes and its place in the library."""

    media_id = fields.UUID(required=True)
    hash = fields.String(required=True)


class UploadSchema(Schema):
    """One picture of up to 25 MB: JPEG, PNG, WebP, GIF, AVIF or HEIC."""

    file = fields.Raw(required=True, metadata={"type": "string", "format": "binary"})


class PictureContentSchema(Schema):
    """What staff say about a picture. `alt` and `credit` are proposals for whoever uses it; the focal point (0 to 1,
    from the upper left corner) stays in sight when it is cropped."""

    name = fields.String(required=True, validate=validate.And(validate.Length(max=200), LINE))
    alt = fields.String(required=True, validate=validate.And(validate.Length(max=300), LINE))
    credit = fields.String(required=True, allow_none=True, validate=validate.And(validate.Length(max=200), LINE))
    focal_x = fields.Float(required=True, validate=SHARE)
    focal_y = fields.Float(required=True, validate=SHARE)


class StaffMediaSchema(PictureContentSchema):
    """A picture of the library: `src` is JPEG, `srcset` WebP; pixels are those of `src`, `bytes` those of all its
    files. `uses` counts the places that show it; `created_by` is null for a picture that an import brought."""

    id = fields.UUID(required=True)
    hash = fields.String(required=True)
    src = fields.String(required=True)
    srcset = fields.String(required=True)
    width = fields.Integer(required=True)
    height = fields.Integer(required=True)
    bytes = fields.Integer(required=True)
    uses = fields.Integer(required=True)
    version = fields.Integer(required=True)
    created_at = fields.AwareDateTime(required=True)
    created_by = fields.String(required=True, allow_none=True)


class PictureUseSchema(Schema):
    """A place that shows a picture."""

    type = fields.String(required=True, validate=validate.OneOf(("news", "event", "page")))
    id = fields.UUID(required=True)
    title = fields.String(required=True)


class StaffMediaDetailSchema(StaffMediaSchema):
    """A picture and the places that show it."""

    used_in = fields.List(fields.Nested(PictureUseSchema), required=True)


class MediaQuerySchema(Schema):
    """Filters of the library."""

    q = fields.String(
        validate=validate.Length(max=100), metadata={"description": "Words of name, description and credit"}
    )
    unused = fields.Boolean(metadata={"description": "Only pictures that nothing shows"})
