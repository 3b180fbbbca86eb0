# SPDX-License-Identifier: EUPL-1.2
"""The words of bootstrap and search; knows no database."""

from marshmallow import Schema, fields, validate

from backend.defects.schemas import LIGHTS, DefectListItemSchema
from backend.editing.schemas import CategorySchema
from backend.events.schemas import EventListItemSchema
from backend.events.schemas_staff import EVENT_STATUS
from backend.news.schemas import NewsListItemSchema
from backend.pages.schemas import PageLinkSchema
from backend.services.schemas import OverviewSchema


class TenantSchema(Schema):
    """Who the municipality is. `bbox` is west, south, east, north in degrees (WGS 84)."""

    slug = fields.String(required=True)
    name = fields.String(required=True)
    kind = fields.String(required=True)
    district = fields.String(required=True, allow_none=True)
    ags = fields.String(required=True)
    ars = fields.String(required=True)
    language = fields.String(required=True)
    origin = fields.String(required=True)
    demo = fields.Boolean(required=True)
    initials = fields.String(required=True)
    arms = fields.String(required=True, allow_none=True)
    motif = fields.String(required=True, validate=validate.OneOf(("castle", "forest", "water")))
    latitude = fields.Float(required=True, allow_none=True)
    longitude = fields.Float(required=True, allow_none=True)
    bbox = fields.List(fields.Float(), required=True, allow_none=True)
    phone = fields.String(required=True, allow_none=True)
    email = fields.String(required=True, allow_none=True)
    website = fields.String(required=True, allow_none=True)
    address = fields.String(required=True, allow_none=True)


class ThemeSchema(Schema):
    """Where the style sheet is, and the four colours the shell needs before it."""

    url = fields.String(required=True)
    color_light = fields.String(required=True)
    color_dark = fields.String(required=True)
    paper_light = fields.String(required=True)
    paper_dark = fields.String(required=True)


class QuickActionSchema(Schema):
    """One of the 2-6 tiles on Start; `icon` is a name of the icon set."""

    label = fields.String(required=True)
    icon = fields.String(required=True)
    href = fields.String(required=True)


class StartNewsSchema(Schema):
    """The news part of Start."""

    categories = fields.List(fields.Nested(CategorySchema), required=True)
    items = fields.List(fields.Nested(NewsListItemSchema), required=True)
    notices = fields.List(fields.Nested(NewsListItemSchema), required=True)


class StartEventsSchema(Schema):
    """The events part of Start: the next three dates."""

    categories = fields.List(fields.Nested(CategorySchema), required=True)
    items = fields.List(fields.Nested(EventListItemSchema), required=True)


class StartDefectsSchema(Schema):
    """How to report a defect: here (`own`), or where the municipality has a reporter already (`link`: `url`, `name`);
    and what was reported last. `contact_days` after the end the contact of whoever reported is deleted."""

    mode = fields.String(required=True, validate=validate.OneOf(("own", "link")))
    url = fields.String(required=True, allow_none=True)
    name = fields.String(required=True, allow_none=True)
    contact_days = fields.Integer(required=True)
    items = fields.List(fields.Nested(DefectListItemSchema), required=True)


class MapSchema(Schema):
    """Where map tiles come from: a template with {z}, {x}, {y}, and what has to be said of them."""

    tiles = fields.String(required=True)
    attribution = fields.String(required=True)


class StartPushSchema(Schema):
    """What a browser needs to subscribe: the municipality's VAPID key (base64url) as `applicationServerKey`."""

    public_key = fields.String(required=True)


class BootstrapSchema(Schema):
    """Everything a start needs, in one answer."""

    tenant = fields.Nested(TenantSchema, required=True)
    theme = fields.Nested(ThemeSchema, required=True)
    modules = fields.List(fields.String(), required=True)
    quick_actions = fields.List(fields.Nested(QuickActionSchema), required=True)
    pages = fields.List(fields.Nested(PageLinkSchema), required=True)
    contact_accessibility = fields.String(required=True, allow_none=True)
    feedback = fields.String(required=True, allow_none=True)
    news = fields.Nested(StartNewsSchema, required=True, allow_none=True)
    events = fields.Nested(StartEventsSchema, required=True, allow_none=True)
    defects = fields.Nested(StartDefectsSchema, required=True, allow_none=True)
    services = fields.Nested(OverviewSchema, required=True, allow_none=True)
    holidays = fields.List(
        fields.Date(), required=True, metadata={"description": "Public holidays of this year and the next"}
    )
    push = fields.Nested(StartPushSchema, required=True, allow_none=True)
    map = fields.Nested(MapSchema, required=True, allow_none=True)


class SearchQuerySchema(Schema):
    """What to look for."""

    q = fields.String(load_default="", validate=validate.Length(max=100))


class SearchHitSchema(Schema):
    """One find. `path` is its page in the PWA; `date` when news were published or a report changed, or when an event
    comes next, which is a day without a time if `all_day`; `status` says whether that takes place, `light` how it
    stands with a report."""

    type = fields.String(
        required=True, validate=validate.OneOf(("news", "event", "page", "defect", "service", "office"))
    )
    id = fields.String(required=True)
    title = fields.String(required=True)
    teaser = fields.String(required=True)
    path = fields.String(required=True)
    date = fields.AwareDateTime(required=True, allow_none=True)
    all_day = fields.Boolean(required=True)
    status = fields.String(required=True, allow_none=True, validate=validate.OneOf(EVENT_STATUS))
    light = fields.String(required=True, allow_none=True, validate=validate.OneOf(LIGHTS))
