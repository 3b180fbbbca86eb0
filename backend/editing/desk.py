# SPDX-License-Identifier: EUPL-1.2
"""The verbs of editors, the same for everything: save, publish, discard, delete, look into the history. A feature says
what its content is. Knows no request; never commits.

Residents see the columns of a row. As long as it is not public, saving writes them; once it is, saving keeps a working
copy beside them until somebody publishes it. So the public changes, and the cache is told, by publication only.
"""

import uuid
from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from backend import audit
from backend.db import db
from backend.editing import revisions
from backend.editing.revisions import Deed
from backend.problems import Conflict, Invalid, Missing, PreconditionFailed
from backend.reads import bump
from backend.staff import Staff

CREATION_ATTEMPTS = 3

Row = dict[str, Any]
Content = dict[str, Any]
"""What an editor edits, whole and ready for JSON: kept as working copy and in the history, compared as a value."""


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts, when, and whether the municipality wants a second pair of eyes. `needs_release`: this person's words go
    out by somebody of the town hall, whatever the municipality wants otherwise."""

    who: Staff
    now: datetime
    four_eyes: bool = False
    needs_release: bool = False


class Desk(ABC):
    """Where things of one kind are edited. `kind` names them in history and log, `model` is an Editable."""

    kind: ClassVar[str]
    model: ClassVar[type[Any]]

    @abstractmethod
    def accept(self, body: Row, act: Acting) -> Content:
        """What a client sends → content. Raises Invalid."""

    @abstractmethod
    def content_of(self, row: Any) -> Content:
        """What the columns of a row say."""

    @abstractmethod
    def usable(self, content: Content) -> Content:
        """Kept content without what has been deleted since."""

    @abstractmethod
    def apply(self, row: Any, content: Content, now: datetime) -> None:
        """Write content into the columns."""

    @abstractmethod
    def make(self, thing_id: uuid.UUID, content: Content, act: Acting) -> Any:
        """A new row with this content that nobody but staff sees."""

    @abstractmethod
    def release(self, row: Any, act: Acting) -> None:
        """Make the row public."""

    @abstractmethod
    def lacks(self, content: Content, now: datetime) -> dict[str, str]:
        """Why this content cannot be published: a sentence by field."""

    def describe(self, row: Any, act: Acting) -> Row:
        """The whole thing as its address gives it."""
        return self.common(row, self.working(row), act)

    @abstractmethod
    def origin(self, row: Any) -> tuple[Deed, str]:
        """How the row came to be if no member wrote it, and by whom."""

    def permitted(self, content: Content, act: Acting) -> Content:
        """Content as this person may save it."""
        return content

    def unpacked(self, content: Content) -> Row:
        """Content as the API gives it."""
        return content

    def settle(self, row: Any) -> None:  # noqa: B027 - nothing waits where nobody has to release
        """Forget what waited with the working copy."""

    def rewrite(self, row: Any, act: Acting) -> None:  # noqa: B027 - as above
        """Settle what other content than before means for what waits."""

    def may(self, row: Any, act: Acting) -> list[str]:
        """The verbs that are possible now, for this person."""
        verbs = ["save"]
        if row.draft is not None or not row.public:
            verbs.append("publish")
        if row.draft is not None:
            verbs.append("discard")
        if self.deletable(row, act.now):
            verbs.append("delete")
        return verbs

    @abstractmethod
    def deletable(self, row: Any, now: datetime) -> bool:
        """Whether deleting the row takes nothing from residents or from the file."""

    def concerns(self, row: Any, who: Staff) -> bool:
        """Whether this person has anything to do with the row; for others nothing is there."""
        return True

    def working(self, row: Any) -> Content:
        """The content as editors see it: the working copy, if there is one."""
        return self.content_of(row) if row.draft is None else self.usable(row.draft)

    def common(self, row: Any, content: Content, act: Acting) -> Row:
        """The part of `describe` that is the same for everything. What is public as it is lacks nothing."""
        lacks = self.lacks(content, act.now) if row.draft is not None or not row.public else {}
        return {
            "id": row.id,
            "version": row.version,
            "content": self.unpacked(content),
            "unpublished_changes": row.draft is not None,
            "edited_by": row.edited_by,
            "edited_at": row.edited_at or row.updated_at,
            "may": self.may(row, act),
            "lacks": list(lacks),
        }

    def get(self, thing_id: uuid.UUID, act: Acting) -> Row:
        """One thing. Raises Missing."""
        return self.describe(self._find(thing_id, act), act)

    def create(self, thing_id: uuid.UUID, content: Content, act: Acting) -> tuple[Row, bool]:
        """Make a thing under the id that the client chose, and say whether it is new: a repeated creation arrives once.
        Raises PreconditionFailed if there is another one, Missing if the id is taken in another municipality."""
        known = self._look_up(thing_id)
        if known is None:
            row = self._insert(thing_id, content, act)
            if row is not None:
                return self.describe(row, act), True
            known = self._find(thing_id, act)
        if not self.concerns(known, act.who):
            raise Missing("There is nothing at this address.")
        if self.working(known) != content:
            raise PreconditionFailed(self.describe(known, act))
        return self.describe(known, act), False

    def save(self, thing_id: uuid.UUID, content: Content, expected: int, act: Acting) -> Row:
        """Keep the content. Raises Missing and PreconditionFailed, as all verbs below."""
        return self._save(self._locked(thing_id, expected, act), content, Deed.SAVED, act)

    def publish(self, thing_id: uuid.UUID, expected: int, act: Acting) -> Row:
        """Show the content to residents, at once or from its date on. Raises Invalid with what it lacks."""
        row = self._locked(thing_id, expected, act)
        self.refuse_unless("publish", row, act)
        content = self.working(row)
        self.refuse_incomplete(content, act.now)
        self._keep_origin(row)
        self.apply(row, content, act.now)
        row.draft, row.updated_at = None, act.now
        self.release(row, act)
        bump()
        return self.done(row, Deed.PUBLISHED, act)

    def discard(self, thing_id: uuid.UUID, expected: int, act: Acting) -> Row:
        """Drop the working copy; it stays in the history."""
        row = self._locked(thing_id, expected, act)
        self.refuse_unless("discard", row, act)
        row.draft = None
        self.settle(row)
        self.touch(row, act)
        revisions.end_sitting(self.kind, row.id)
        return self.describe(row, act)

    def delete(self, thing_id: uuid.UUID, expected: int, act: Acting) -> None:
        """Delete the thing and its history."""
        row = self._locked(thing_id, expected, act)
        self.refuse_unless("delete", row, act)
        audit.note(f"{self.kind}.deleted", act.who, self.content_of(row)["title"], id=str(row.id))
        if row.public:
            bump()
        revisions.forget(self.kind, row.id)
        db.session.delete(row)

    def list_revisions(self, thing_id: uuid.UUID, act: Acting) -> list[Row]:
        """The history, newest first."""
        self._find(thing_id, act)
        return revisions.list_revisions(self.kind, thing_id)

    def get_revision(self, thing_id: uuid.UUID, revision_id: uuid.UUID, act: Acting) -> Row:
        """One line of the history with its content, as far as it can be used today."""
        self._find(thing_id, act)
        found = revisions.get_revision(self.kind, thing_id, revision_id)
        return found | {"content": self.unpacked(self.usable(found["content"]))}

    def restore_revision(self, thing_id: uuid.UUID, revision_id: uuid.UUID, expected: int, act: Acting) -> Row:
        """Go on from an earlier content: it is saved like any other."""
        row = self._locked(thing_id, expected, act)
        found = revisions.get_revision(self.kind, thing_id, revision_id)
        return self._save(row, self.usable(self.permitted(found["content"], act)), Deed.RESTORED, act)

    def touch(self, row: Any, act: Acting) -> None:
        """Count the change and say whose it is."""
        row.version += 1
        row.edited_by, row.edited_at = act.who.name, act.now

    def done(self, row: Any, deed: Deed, act: Acting) -> Row:
        """The end of a verb that others must be able to follow: version, history, log."""
        self.touch(row, act)
        self._note(row, deed, act)
        audit.note(f"{self.kind}.{deed}", act.who, self.working(row)["title"], id=str(row.id))
        return self.describe(row, act)

    def refuse_unless(self, verb: str, row: Any, act: Acting) -> None:
        """Raise Conflict if `may` does not offer the verb."""
        if verb not in self.may(row, act):
            raise Conflict(f"This is not possible now: {verb}.")

    def refuse_incomplete(self, content: Content, now: datetime) -> None:
        """Raise Invalid with what the content lacks."""
        if lacks := self.lacks(content, now):
            raise Invalid("Something is missing.", {field: [message] for field, message in lacks.items()})

    def _insert(self, thing_id: uuid.UUID, content: Content, act: Acting) -> Any:
        for _ in range(CREATION_ATTEMPTS):
            row = self.make(thing_id, content, act)
            try:
                with db.session.begin_nested():
                    db.session.add(row)
            except IntegrityError:
                # Another request was faster: with this thing, or with the address that it was to get.
                if self._look_up(thing_id) is None:
                    continue
                return None
            self._note(row, Deed.SAVED, act)
            return row
        return None

    def _save(self, row: Any, content: Content, deed: Deed, act: Acting) -> Row:
        if content != self.working(row):
            self._keep_origin(row)
            self.rewrite(row, act)
            if row.public:
                row.draft = content if content != self.content_of(row) else None
                if row.draft is None:
                    self.settle(row)
            else:
                self.apply(row, content, act.now)
            self.touch(row, act)
            revisions.record(self.kind, row.id, deed, content, act.who, act.now)
        return self.describe(row, act)

    def _note(self, row: Any, deed: Deed, act: Acting) -> None:
        revisions.record(self.kind, row.id, deed, self.working(row), act.who, act.now)

    def _keep_origin(self, row: Any) -> None:
        if row.edited_at is None:
            deed, author = self.origin(row)
            revisions.record_origin(self.kind, row.id, deed, self.content_of(row), author, row.updated_at)

    def _look_up(self, thing_id: uuid.UUID) -> Any:
        # Locked until the end of the transaction on PostgreSQL; SQLite has one writer.
        query = select(self.model).where(self.model.id == thing_id)
        return db.session.scalar(query.with_for_update() if db.session().info.get("write") else query)

    def _find(self, thing_id: uuid.UUID, act: Acting) -> Any:
        row = self._look_up(thing_id)
        if row is None or not self.concerns(row, act.who):
            raise Missing("There is nothing at this address.")
        return row

    def _locked(self, thing_id: uuid.UUID, expected: int, act: Acting) -> Any:
        row = self._find(thing_id, act)
        if row.version != expected:
            raise PreconditionFailed(self.describe(row, act))
        return row
