# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the verbs that everything editable has: `/<id>` and what can be done with it. One function registers
them, so they are the same everywhere. Knows no feature."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from marshmallow import Schema

from backend.conditions import expected_version
from backend.editing.desk import Acting, Desk, Row
from backend.editing.reviewing import ReviewDesk
from backend.editing.schemas import ReturnSchema, RevisionSchema
from backend.web import Access, Border

ONE = "/<uuid:item_id>"
Register = Callable[..., Callable[[Callable[..., Any]], Callable[..., Any]]]


@dataclass(frozen=True, slots=True)
class Words:
    """The shapes of a kind: the whole thing, the content that a client sends, a line of its history with the content of
    that time."""

    thing: Schema
    content: Schema
    revision: Schema


@dataclass(frozen=True, slots=True)
class Publication:
    """What publication takes besides the version: the body, and the verb that knows it."""

    body: Schema
    publish: Callable[[uuid.UUID, Row, int, Acting], Row]


def register_verbs(
    border: Border,
    desk: Desk,
    words: Words,
    acting: Callable[[], Acting],
    *,
    access: Access = Access.EDITOR,
    publication: Publication | None = None,
) -> None:
    """Register the verbs of a desk. `acting` says who acts, `access` who may call; what this person may do with this
    thing says the desk."""
    one = partial(border.endpoint, access=access, returns=words.thing, conditional=words.thing)
    post = partial(one, method="POST")

    @one(ONE)
    def get_item(item_id: uuid.UUID) -> Any:
        """One thing with unpublished changes laid over it."""
        return desk.get(item_id, acting())

    @one(ONE, method="PUT", body=words.content, creates=True)
    def save_item(body: Row, item_id: uuid.UUID) -> Any:
        """Keep the whole content; residents see nothing of it. With `If-None-Match: *` a draft of this id is made
        (201)."""
        act, expected = acting(), expected_version()
        content = desk.accept(body, act)
        if expected is not None:
            return desk.save(item_id, content, expected, act)
        row, created = desk.create(item_id, content, act)
        return row, 201 if created else 200

    @border.endpoint(ONE, method="DELETE", access=access, conditional=words.thing)
    def delete_item(item_id: uuid.UUID) -> Any:
        """Delete what residents have never seen, or what nothing needs."""
        desk.delete(item_id, _expected(), acting())
        return "", 204

    @post(f"{ONE}/discard")
    def discard_changes(item_id: uuid.UUID) -> Any:
        """Drop the unpublished changes; they stay in the history."""
        return desk.discard(item_id, _expected(), acting())

    _register_publication(post, desk, acting, publication)
    _register_history(border, post, desk, words, acting, access)
    if isinstance(desk, ReviewDesk):
        _register_review(post, desk, acting)


def _register_publication(
    post: Register, desk: Desk, acting: Callable[[], Acting], publication: Publication | None
) -> None:
    if publication is None:

        @post(f"{ONE}/publication")
        def publish_item(item_id: uuid.UUID) -> Any:
            """Show the content to residents; what is lacking comes as errors by field."""
            return desk.publish(item_id, _expected(), acting())

        return
    publish = publication.publish

    @post(f"{ONE}/publication", body=publication.body)
    def publish_and_ring(body: Row, item_id: uuid.UUID) -> Any:
        """Show the content to residents, at once or from its date on, and let phones ring with it if wished; what is
        lacking comes as errors by field."""
        return publish(item_id, body, _expected(), acting())


def _register_history(
    border: Border,
    post: Register,
    desk: Desk,
    words: Words,
    acting: Callable[[], Acting],
    access: Access,
) -> None:
    @border.endpoint(f"{ONE}/revisions", access=access, returns=RevisionSchema(many=True))
    def list_revisions(item_id: uuid.UUID) -> Any:
        """The history, newest first; saves of one sitting are one line."""
        return desk.list_revisions(item_id, acting())

    @border.endpoint(f"{ONE}/revisions/<uuid:revision_id>", access=access, returns=words.revision)
    def get_revision(item_id: uuid.UUID, revision_id: uuid.UUID) -> Any:
        """One line of the history with its content."""
        return desk.get_revision(item_id, revision_id, acting())

    @post(f"{ONE}/revisions/<uuid:revision_id>/restoration")
    def restore_revision(item_id: uuid.UUID, revision_id: uuid.UUID) -> Any:
        """Go on from an earlier content; residents see nothing of it yet."""
        return desk.restore_revision(item_id, revision_id, _expected(), acting())


def _register_review(post: Register, desk: ReviewDesk, acting: Callable[[], Acting]) -> None:
    @post(f"{ONE}/submission")
    def submit_item(item_id: uuid.UUID) -> Any:
        """Ask for the second pair of eyes."""
        return desk.submit(item_id, _expected(), acting())

    @post(f"{ONE}/return", body=ReturnSchema())
    def return_item(body: dict[str, str], item_id: uuid.UUID) -> Any:
        """Give it back to its author, with a word why."""
        return desk.send_back(item_id, body["note"], _expected(), acting())

    @post(f"{ONE}/withdrawal")
    def withdraw_item(item_id: uuid.UUID) -> Any:
        """Take it from the residents at once."""
        return desk.withdraw(item_id, _expected(), acting())

    @post(f"{ONE}/restoration")
    def restore_item(item_id: uuid.UUID) -> Any:
        """Make a withdrawn one a draft again."""
        return desk.restore(item_id, _expected(), acting())


def _expected() -> int:
    return expected_version() or 0
