# SPDX-License-Identifier: EUPL-1.2
"""The words of the directory's entries, links and sources as editors see them; knows no database."""

from marshmallow import Schema, fields, validate

from backend.editing.schemas import BODY, StaffSourceSchema
from backend.fields import LINE, line, web_address
from backend.reference.laender import situations
from backend.services.schemas import LEVELS, ORIGINS, ModuleSchema, ServiceLinkSchema, ServiceSchema, SituationSchema

VIEWS = ("all", "broken", "own", "hidden")
STATES = ("unknown", "ok", "broken")
VERBS = ("hide", "unhide", "reset", "delete")
KINDS = ("xzufi", "pvog", "infodienste")
KEPT = {"description": "null: as the source says"}
HTML_KEPT = {"description": "HTML; null: as the source says; empty: nothing, whatever the source says"}
SITUATION = validate.OneOf(tuple(situations()))


class StaffServiceQuerySchema(Schema):
    """Filters of the editors' list."""

    view = fields.String(load_default="all", validate=validate.OneOf(VIEWS))
    situation = fields.String(validate=validate.Length(max=60))
    q = fields.String(validate=validate.Length(max=100))


class ServiceCountsSchema(Schema):
    """How many entries each view has."""

    all = fields.Integer(required=True)
    broken = fields.Integer(required=True)
    own = fields.Integer(required=True)
    hidden = fields.Integer(required=True)


class LinkTargetSchema(Schema):
    """Where a link of an entry leads."""

    level = fields.String(required=True, validate=validate.OneOf(LEVELS))
    portal = fields.String(required=True)
    url = fields.String(required=True)


class CheckedLinkSchema(LinkTargetSchema):
    """A link with what the last check found: `reason` is a word for what is wrong, `since` since when it is broken."""

    state = fields.String(required=True, validate=validate.OneOf(STATES))
    status_code = fields.Integer(required=True, allow_none=True)
    reason = fields.String(required=True, allow_none=True)
    since = fields.AwareDateTime(required=True, allow_none=True)
    checked_at = fields.AwareDateTime(required=True, allow_none=True)


class BestLinkSchema(CheckedLinkSchema):
    """The best link of an entry; `fallback` is what residents get while it is broken."""

    fallback = fields.Nested(LinkTargetSchema, required=True, allow_none=True)


class StaffServiceListItemSchema(Schema):
    """An entry in the editors' list. `own`: the municipality has words of its own for it; `in_pvog` null: nobody has
    asked."""

    id = fields.UUID(required=True)
    version = fields.Integer(required=True)
    title = fields.String(required=True)
    situation = fields.Nested(SituationSchema, required=True)
    origin = fields.String(required=True, validate=validate.OneOf(ORIGINS))
    source_name = fields.String(required=True, allow_none=True)
    own = fields.Boolean(required=True)
    hidden = fields.Boolean(required=True)
    in_pvog = fields.Boolean(required=True, allow_none=True)
    stand = fields.Date(required=True, allow_none=True)
    link = fields.Nested(BestLinkSchema, required=True, allow_none=True)


class WrittenLinkSchema(Schema):
    """A form, or where to read on."""

    title = line(200, required=True)
    url = web_address()


class ServiceContentSchema(Schema):
    """The municipality's own words for an entry. Whatever is null is as the source says. `modules` are parts of the
    text by their code (08: what to bring), an empty one hides that of the source; `url` is where residents are sent,
    it may hold {ars} {ags} {plz} {leika}; `offices` are those that decide, instead of those of the source."""

    title = line(300, required=True, allow_none=True, metadata=KEPT)
    teaser = fields.String(required=True, allow_none=True, validate=validate.Length(max=300), metadata=KEPT)
    situation = fields.String(required=True, allow_none=True, validate=SITUATION, metadata=KEPT)
    synonyms = fields.List(
        line(80), required=True, allow_none=True, validate=validate.Length(max=50), metadata=KEPT
    )  # fmt: skip
    url = fields.String(required=True, allow_none=True, validate=[validate.Length(max=2000), LINE])
    fees = fields.String(required=True, allow_none=True, validate=BODY, metadata=HTML_KEPT)
    deadlines = fields.String(required=True, allow_none=True, validate=BODY, metadata=HTML_KEPT)
    duration = fields.String(required=True, allow_none=True, validate=BODY, metadata=HTML_KEPT)
    forms = fields.List(
        fields.Nested(WrittenLinkSchema), required=True, allow_none=True, validate=validate.Length(max=30)
    )
    links = fields.List(
        fields.Nested(WrittenLinkSchema), required=True, allow_none=True, validate=validate.Length(max=30)
    )
    modules = fields.Dict(
        keys=fields.String(validate=validate.Regexp(r"[0-9]{2}\Z")),
        values=fields.String(validate=BODY),
        required=True,
        validate=validate.Length(max=30),
    )
    offices = fields.List(fields.UUID(), required=True, allow_none=True, validate=validate.Length(max=50))


class SourceTextSchema(Schema):
    """What an entry says without the municipality's own words."""

    title = fields.String(required=True)
    teaser = fields.String(required=True)
    situation = fields.String(required=True)
    synonyms = fields.List(fields.String(), required=True)
    fees = fields.String(required=True, allow_none=True)
    deadlines = fields.String(required=True, allow_none=True)
    duration = fields.String(required=True, allow_none=True)
    forms = fields.List(fields.Nested(ServiceLinkSchema), required=True)
    links = fields.List(fields.Nested(ServiceLinkSchema), required=True)
    modules = fields.List(fields.Nested(ModuleSchema), required=True)
    offices = fields.List(fields.UUID(), required=True)


class StaffServiceSchema(StaffServiceListItemSchema):
    """One entry: `content` is what the municipality wrote itself, `source` what stands there without it, `preview` what
    residents read. `links` are all its links, best first; `may` is what can be done with it now."""

    leika_key = fields.String(required=True, allow_none=True)
    updated_at = fields.AwareDateTime(required=True)
    may = fields.List(fields.String(validate=validate.OneOf(VERBS)), required=True)
    links = fields.List(fields.Nested(CheckedLinkSchema), required=True)
    content = fields.Nested(ServiceContentSchema, required=True)
    source = fields.Nested(SourceTextSchema, required=True)
    preview = fields.Nested(ServiceSchema, required=True)


class LinkCheckSchema(Schema):
    """A check of all addresses: how many of them this one has done (the last, if none is running), and how many do not
    work."""

    running = fields.Boolean(required=True)
    checked = fields.Integer(required=True)
    total = fields.Integer(required=True)
    broken = fields.Integer(required=True)
    checked_at = fields.AwareDateTime(required=True, allow_none=True)


class ImportReportSchema(Schema):
    """What the last import changed, in objects of the source; `skipped` could not be read, `elsewhere` are for others
    or come from another source."""

    added = fields.Integer(required=True)
    updated = fields.Integer(required=True)
    same = fields.Integer(required=True)
    removed = fields.Integer(required=True)
    skipped = fields.Integer(required=True)
    elsewhere = fields.Integer(required=True)


class ServiceSourceSchema(StaffSourceSchema):
    """A source of entries. `secret`: whether its key is there, null where it needs none."""

    kind = fields.String(required=True, validate=validate.OneOf(KINDS))
    secret = fields.String(required=True, allow_none=True, validate=validate.OneOf(("set", "unset")))
    report = fields.Nested(ImportReportSchema, required=True, allow_none=True)


class SourceKeySchema(Schema):
    """The key that the Land gave this municipality; it is never given out again."""

    key = fields.String(required=True, validate=[validate.Length(min=4, max=500), validate.Regexp(r"[!-~]+\Z")])
