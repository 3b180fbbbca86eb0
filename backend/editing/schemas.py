# SPDX-License-Identifier: EUPL-1.2
"""The words that everything editable shares; knows no database."""

from datetime import UTC, datetime

from marshmallow import Schema, fields, validate

STATES = ("draft", "submitted", "scheduled", "visible", "expired", "withdrawn")
VERBS = ("save", "publish", "submit", "return", "withdraw", "restore", "discard", "delete")
# Cleaning shortens what is longer than MAX_RESULT (text.py): nothing that an editor writes may come near it.
BODY = validate.Length(max=140_000)
DEEDS = ("saved", "submitted", "returned", "published", "withdrawn", "restored", "imported")
# A year more or less: what lies outside is a slip of the finger.
SENSIBLE = validate.Range(min=datetime(1990, 1, 1, tzinfo=UTC), max=datetime(2100, 1, 1, tzinfo=UTC))


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


class RevisionSchema(Schema):
    """A line of the history; `author` is empty for what came without a person."""

    id = fields.UUID(required=True)
    at = fields.AwareDateTime(required=True)
    author = fields.String(required=True)
    kind = fields.String(required=True, validate=validate.OneOf(DEEDS))


class ReturnSchema(Schema):
    """Why it goes back."""

    note = fields.String(required=True, validate=validate.Length(max=500))
