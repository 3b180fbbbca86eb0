# SPDX-License-Identifier: EUPL-1.2
"""The words of the pages API; knows no database."""

from marshmallow import Schema, fields


class PageLinkSchema(Schema):
    """A page in a list."""

    slug = fields.String(required=True)
    title = fields.String(required=True)
    role = fields.String(required=True, allow_none=True)


class PageSchema(PageLinkSchema):
    """A page with its text; `body` is HTML of the allow-list."""

    body = fields.String(required=True)
    updated_at = fields.AwareDateTime(required=True)
