# SPDX-License-Identifier: EUPL-1.2
"""The words of the municipalities' API; knows no database."""

from marshmallow import Schema, fields


class TenantLinkSchema(Schema):
    """A municipality to choose; `origin` is where it lives."""

    slug = fields.String(required=True)
    name = fields.String(required=True)
    kind = fields.String(required=True)
    district = fields.String(required=True, allow_none=True)
    origin = fields.String(required=True)
    initials = fields.String(required=True)
    color_light = fields.String(required=True)
    color_dark = fields.String(required=True)
