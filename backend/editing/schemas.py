# SPDX-License-Identifier: EUPL-1.2
"""The words that everything editable shares; knows no database."""

from datetime import UTC, datetime

from marshmallow import Schema, fields, validate

STATES = ("draft", "submitted", "scheduled", "visible", "expired", "withdrawn")
VERBS = ("save", "publish", "submit", "return", "withdraw", "restore", "discard", "delete")
# Cleaning shortens what is longer than MAX_RESULT (text.py): nothing that an editor writes may come near it.
BODY = validate.Length(max=140_000)
# A year more or less: what lies outside is a slip of the finger.
SENSIBLE = validate.Range(min=datetime(1990, 1, 1, tzinfo=UTC), max=datetime(2100, 1, 1, tzinfo=UTC))
DEEDS = ("saved", "submitted", "returned", "published", "withdrawn", "restored", "imported")


class CategorySchema(Schema):
    """A topic of news or events."""

    slug = fields.String(required=True)
    name = fields.String(required=True)


class EditedSchema(Schema):
    """What the editor asks of anything: `version` is the entity tag; `may` is what this person may do with it now;
    `lacks` names what publication would refuse."""

    id = fields.UUID(required=True)
    version = fields.Integer(required=True)
    unpublished_changes = fields.Boolean(required=True)
    edited_by = fields.String(required=True, allow_none=True)
    edited_at = fields.AwareDateTime(required=True)
    may = fields.List(fields.String(validate=validate.OneOf(VERBS)), required=True)
    lacks = fields.List(fields.String(), required=True)


class ReviewedSchema(EditedSchema):
    """The same of what has a status and dates. `returned_note` says why it came back."""

    state = fields.String(required=True, validate=validate.OneOf(STATES))
    published_at = fields.AwareDateTime(required=True, allow_none=True)
    submitted_by = fields.String(required=True, allow_none=True)
    submitted_at = fields.AwareDateTime(required=True, allow_none=True)
    returned_note = fields.String(required=True, allow_none=True)


class ReviewedListItemSchema(Schema):
    """A thing in the editors' list, with unpublished changes laid over it."""

    id = fields.UUID(required=True)
    version = fields.Integer(required=True)
    state = fields.String(required=True, validate=validate.OneOf(STATES))
    title = fields.String(required=True)
    category = fields.Nested(CategorySchema, required=True, allow_none=True)
    publish_at = fields.AwareDateTime(required=True, allow_none=True)
    unpublish_at = fields.AwareDateTime(required=True, allow_none=True)
    published_at = fields.AwareDateTime(required=True, allow_none=True)
    edited_by = fields.String(required=True, allow_none=True)
    edited_at = fields.AwareDateTime(required=True)
    submitted_by = fields.String(required=True, allow_none=True)
    submitted_at = fields.AwareDateTime(required=True, allow_none=True)
    source_name = fields.String(required=True, allow_none=True)
    source_edited = fields.Boolean(required=True)
    unpublished_changes = fields.Boolean(required=True)
    lacks = fields.List(fields.String(), required=True)


class StateCountsSchema(Schema):
    """How many things are in each state. `submitted` counts everything that waits for a release, also corrections of
    visible ones, which `visible` counts too."""

    all = fields.Integer(required=True)
    draft = fields.Integer(required=True)
    submitted = fields.Integer(required=True)
    scheduled = fields.Integer(required=True)
    visible = fields.Integer(required=True)
    expired = fields.Integer(required=True)
    withdrawn = fields.Integer(required=True)


class SourceNameSchema(Schema):
    """Where a thing comes from, as residents read it. `imported`: by a feed of the municipality; `edited`: it is an own
    copy, the import leaves it alone."""

    name = fields.String(required=True)
    url = fields.String(required=True, allow_none=True)
    imported = fields.Boolean(required=True)
    edited = fields.Boolean(required=True)


class SourceTroubleSchema(Schema):
    """Why the last import failed: a word for the client to translate, and a sentence for whoever can help."""

    reason = fields.String(required=True)
    detail = fields.String(required=True)


class StaffSourceSchema(Schema):
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


class RevisionSchema(Schema):
    """A line of the history; `author` is empty for what came without a person."""

    id = fields.UUID(required=True)
    at = fields.AwareDateTime(required=True)
    author = fields.String(required=True)
    kind = fields.String(required=True, validate=validate.OneOf(DEEDS))


class ReturnSchema(Schema):
    """Why it goes back."""

    note = fields.String(required=True, validate=validate.Length(max=500))
