# SPDX-License-Identifier: EUPL-1.2
"""The words of what is known about the reporter as a whole: its area, its figures. Knows no database."""

from marshmallow import Schema, fields, validate


class BorderSchema(Schema):
    """A GeoJSON MultiPolygon, good to about 100 metres: whoever stands that close to it is let in."""

    type = fields.String(required=True, validate=validate.Equal("MultiPolygon"))
    coordinates = fields.List(fields.List(fields.List(fields.List(fields.Float()))), required=True)


class NeighbourSchema(Schema):
    """A municipality next to this one."""

    name = fields.String(required=True)
    border = fields.Nested(BorderSchema, required=True)


class NamedPlaceSchema(Schema):
    """A district or street to choose without a map; `lat` and `lon` are both there, or both null."""

    name = fields.String(required=True)
    lat = fields.Float(required=True, allow_none=True)
    lon = fields.Float(required=True, allow_none=True)


class AreaSchema(Schema):
    """Where reports may lie. `bbox` is west, south, east, north; `border` is null where nobody knows it, and then every
    spot is right."""

    bbox = fields.List(fields.Float(), required=True)
    border = fields.Nested(BorderSchema, required=True, allow_none=True)
    neighbours = fields.List(fields.Nested(NeighbourSchema), required=True)
    places = fields.List(fields.Nested(NamedPlaceSchema), required=True)
    attribution = fields.String(required=True)


class CategoryFigureSchema(Schema):
    """How many reports of a category are open, and how many were closed in all."""

    code = fields.String(required=True)
    name = fields.String(required=True)
    icon = fields.String(required=True)
    open = fields.Integer(required=True)
    closed = fields.Integer(required=True)


class MonthFigureSchema(Schema):
    """How many reports came in a month ("2026-11"), and how many were closed."""

    month = fields.String(required=True)
    received = fields.Integer(required=True)
    closed = fields.Integer(required=True)


class StatisticsSchema(Schema):
    """The reporter in figures, without what was withdrawn or refused. Shares and medians are of the reports of the last
    twelve months; days are working days; a median of what never happened is null. `answered_in_time` (0 to 1) counts
    the promises that have ended."""

    open = fields.Integer(required=True)
    closed_this_month = fields.Integer(required=True)
    received_last_90_days = fields.Integer(required=True)
    answered_in_time = fields.Float(required=True, allow_none=True)
    median_days_to_answer = fields.Float(required=True, allow_none=True)
    median_days_to_done = fields.Float(required=True, allow_none=True)
    promise_days = fields.Integer(required=True)
    categories = fields.List(fields.Nested(CategoryFigureSchema), required=True)
    months = fields.List(fields.Nested(MonthFigureSchema), required=True)
