# SPDX-License-Identifier: EUPL-1.2
"""The words of the directory's public API; knows no database."""

from marshmallow import Schema, fields, validate

LEVELS = ("own", "online", "portal", "bundesportal", "search")
ORIGINS = ("own", "land", "xzufi", "pvog", "infodienste")
REACHES = ("municipality", "county", "land", "federal", "nationwide")
HTML = {"description": "HTML of the allow-list (p br h3 h4 b strong i em sup sub ul ol li a blockquote)"}


class SituationSchema(Schema):
    """A situation in life; `icon` is a name of the icon set."""

    slug = fields.String(required=True)
    name = fields.String(required=True)
    icon = fields.String(required=True)


class CountedSituationSchema(SituationSchema):
    """With the number of services found there."""

    count = fields.Integer(required=True)


class ServiceListItemSchema(Schema):
    """A service in a list. `short` is one word for it, such as "Umzug"; `online` whether it can be applied for online;
    `url_level` which link leads on: the municipality's own, an online service, the Land's portal, the Bundesportal, the
    search of a portal."""

    id = fields.UUID(required=True)
    title = fields.String(required=True)
    teaser = fields.String(required=True)
    short = fields.String(required=True)
    situation = fields.Nested(SituationSchema, required=True)
    online = fields.Boolean(required=True)
    url_level = fields.String(required=True, allow_none=True, validate=validate.OneOf(LEVELS))


class ServiceQuerySchema(Schema):
    """Filters of the list."""

    life_situation = fields.String(
        validate=validate.Length(max=60), metadata={"description": "Slug of a situation in life"}
    )
    q = fields.String(
        validate=validate.Length(max=100),
        metadata={"description": "Words; case, umlauts and ß do not matter; the best comes first"},
    )


class LanguageQuerySchema(Schema):
    """In which language the text is wanted; German where there is none."""

    language = fields.String(validate=validate.Regexp(r"[a-z]{2}\Z"))


class ModuleSchema(Schema):
    """A part of the text. `code`: the text module of XZuFi, such as 08 for what to bring."""

    code = fields.String(required=True)
    title = fields.String(required=True)
    html = fields.String(required=True, metadata=HTML)


class RequirementSchema(Schema):
    """Something to bring, as a line that can be ticked."""

    text = fields.String(required=True)
    hint = fields.String(required=True)


class FeesSchema(Schema):
    """What it costs."""

    text = fields.String(required=True, metadata=HTML)


class FormSchema(Schema):
    """A form; `pages` and `bytes` where they are known."""

    title = fields.String(required=True)
    url = fields.String(required=True)
    kind = fields.String(required=True, validate=validate.OneOf(("pdf", "web")))
    pages = fields.Integer(required=True, allow_none=True)
    bytes = fields.Integer(required=True, allow_none=True)


class ServiceLinkSchema(Schema):
    """Where to read on."""

    title = fields.String(required=True)
    url = fields.String(required=True)


class OnwardSchema(Schema):
    """The link that leads on, out of the app: `portal` is what it leads to and `owner` whom that belongs to; of the
    levels own and online it is where one applies, of the others where one reads or looks for it."""

    url = fields.String(required=True)
    title = fields.String(required=True)
    portal = fields.String(required=True)
    owner = fields.String(required=True, allow_none=True)
    level = fields.String(required=True, validate=validate.OneOf(LEVELS))
    leaves = fields.Boolean(required=True)
    trust_level = fields.String(required=True, allow_none=True)
    payment = fields.String(required=True, allow_none=True)


class AddressSchema(Schema):
    """Where an office is; an empty text for what is not known."""

    street = fields.String(required=True)
    postcode = fields.String(required=True)
    city = fields.String(required=True)
    extra = fields.String(required=True)


class SpanSchema(Schema):
    """From when to when, local time ("09:00")."""

    since = fields.String(required=True, data_key="from", attribute="from")
    to = fields.String(required=True)
    note = fields.String(load_default="", dump_default="")


class HoursSchema(SpanSchema):
    """Opening hours on some days of the week; 0 is Monday."""

    days = fields.List(fields.Integer(validate=validate.Range(min=0, max=6)), required=True)


class ExceptionSchema(Schema):
    """Days on which other hours hold, both included: closed, or open at `hours`."""

    first_day = fields.String(required=True)
    last_day = fields.String(required=True)
    closed = fields.Boolean(required=True)
    hours = fields.List(fields.Nested(SpanSchema), required=True)
    text = fields.String(required=True)


class OfficeListItemSchema(Schema):
    """An office. Whether it is open now follows from `hours`, `exceptions` and the holidays of bootstrap."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    address = fields.Nested(AddressSchema, required=True)
    lat = fields.Float(required=True, allow_none=True)
    lon = fields.Float(required=True, allow_none=True)
    phone = fields.String(required=True, allow_none=True)
    email = fields.String(required=True, allow_none=True)
    url = fields.String(required=True, allow_none=True)
    hours = fields.List(fields.Nested(HoursSchema), required=True)
    exceptions = fields.List(fields.Nested(ExceptionSchema), required=True)
    accessibility = fields.String(required=True)
    transit = fields.String(required=True)
    note = fields.String(required=True)


class ServiceNameSchema(Schema):
    """A service by its name."""

    id = fields.UUID(required=True)
    title = fields.String(required=True)


class OfficeSchema(OfficeListItemSchema):
    """An office with what it is responsible for."""

    services = fields.List(fields.Nested(ServiceNameSchema), required=True)


class ServiceOfficeSchema(OfficeListItemSchema):
    """An office of a service. `role`: 01 decides, 02 and 03 are asked."""

    role = fields.String(required=True)


class ResponsibleSchema(Schema):
    """Who decides, and for which area."""

    name = fields.String(required=True)
    level = fields.String(required=True, validate=validate.OneOf(REACHES))


class TextSourceSchema(Schema):
    """Where the words come from."""

    kind = fields.String(required=True, validate=validate.OneOf(ORIGINS))
    name = fields.String(required=True)
    url = fields.String(required=True, allow_none=True)


class ServiceSchema(Schema):
    """One service. `modules` come in the order in which they are read; `requirements` is what of them can be ticked;
    `stand` is the day of the text, `language` the one it is in, `languages` those it can be asked for."""

    id = fields.UUID(required=True)
    title = fields.String(required=True)
    title_formal = fields.String(required=True)
    teaser = fields.String(required=True)
    situation = fields.Nested(SituationSchema, required=True)
    leika_key = fields.String(required=True, allow_none=True)
    modules = fields.List(fields.Nested(ModuleSchema), required=True)
    requirements = fields.List(fields.Nested(RequirementSchema), required=True)
    fees = fields.Nested(FeesSchema, required=True, allow_none=True)
    duration = fields.String(required=True, allow_none=True, metadata=HTML)
    deadlines = fields.String(required=True, allow_none=True, metadata=HTML)
    forms = fields.List(fields.Nested(FormSchema), required=True)
    links = fields.List(fields.Nested(ServiceLinkSchema), required=True)
    online = fields.Nested(OnwardSchema, required=True, allow_none=True)
    offices = fields.List(fields.Nested(ServiceOfficeSchema), required=True)
    responsible = fields.Nested(ResponsibleSchema, required=True, allow_none=True)
    source = fields.Nested(TextSourceSchema, required=True)
    stand = fields.Date(required=True, allow_none=True)
    languages = fields.List(fields.String(), required=True)
    language = fields.String(required=True)


class IndexSchema(Schema):
    """What a phone needs to search by itself, in arrays because every phone keeps it: `situations` are [slug, name,
    icon], `services` [id, title, synonyms, teaser, place in `situations`, 1 if it can be applied for online], `offices`
    [id, name, city]. `version` is that of this form."""

    version = fields.Integer(required=True)
    situations = fields.List(fields.List(fields.Raw()), required=True)
    services = fields.List(fields.List(fields.Raw()), required=True)
    offices = fields.List(fields.List(fields.Raw()), required=True)


class PortalSchema(Schema):
    """A portal by name."""

    name = fields.String(required=True)
    url = fields.String(required=True)


class OverviewSchema(Schema):
    """The directory on Start: what residents ask for most, how much there is, and the portal it leads to."""

    top = fields.List(fields.Nested(ServiceListItemSchema), required=True)
    count = fields.Integer(required=True)
    situations = fields.Integer(required=True)
    portal = fields.Nested(PortalSchema, required=True)
