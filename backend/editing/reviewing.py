# SPDX-License-Identifier: EUPL-1.2
"""The verbs of what has a status and dates: submit, return, withdraw, restore, and publication by a second pair of
eyes. Knows no request; never commits."""

import uuid
from datetime import datetime
from typing import Any

from backend.editing.desk import Acting, Content, Desk, Row
from backend.editing.revisions import Deed
from backend.problems import Forbidden
from backend.publishing import Status, publish, seen, state_of, withdraw
from backend.reads import bump
from backend.staff import Role
from backend.text import legal


class FourEyes(Forbidden):
    """This municipality wants a second person to publish."""

    code, title = "four-eyes", "Somebody else has to publish this"


class ReviewDesk(Desk):
    """A desk for a Publishable model. With four eyes, whoever submits does not publish, and whoever changes what waits
    has to submit it; ADMIN may publish alone what is urgent."""

    def urgent(self, content: Content) -> bool:
        """Whether this content cannot wait for a second person."""
        return bool(content.get("urgent"))

    def describe(self, row: Any, act: Acting) -> Row:
        """With the state, where it came from and who asked for a release."""
        source = {
            "name": row.source_name,
            "url": row.source_url,
            "imported": row.source_id is not None,
            "edited": row.edited or row.draft is not None,
        }
        return super().describe(row, act) | {
            "state": state_of(row, act.now),
            "published_at": row.published_at,
            "submitted_by": row.submitted_by,
            "submitted_at": row.submitted_at,
            "returned_note": row.returned_note,
            "source": source if row.source_name else None,
        }

    def may(self, row: Any, act: Acting) -> list[str]:
        """The verbs that are possible now, for this person."""
        changes = row.draft is not None
        waits = row.submitted_at is not None
        needs_another = act.four_eyes or act.needs_release
        possible = {
            "save": True,
            "publish": self._publishable(row) and not self._needs_another(row, act),
            "submit": needs_another and not waits and (row.status is Status.DRAFT or (row.public and changes)),
            "return": waits and not act.needs_release,
            "withdraw": row.public and not act.needs_release,
            "restore": row.status is Status.WITHDRAWN,
            "discard": changes,
            "delete": self.deletable(row, act.now),
        }
        return [verb for verb, allowed in possible.items() if allowed]

    def deletable(self, row: Any, now: datetime) -> bool:
        """What residents never could see; a planned one is withdrawn first."""
        return not row.public and not seen(row, now)

    def release(self, row: Any, act: Acting) -> None:
        """Publish by the dates."""
        publish(row, act.now)
        self.settle(row)

    def refuse_unless(self, verb: str, row: Any, act: Acting) -> None:
        """As for everything; raises FourEyes if only somebody else can publish this."""
        if verb == "publish" and self._publishable(row) and self._needs_another(row, act):
            raise FourEyes()
        super().refuse_unless(verb, row, act)

    def submit(self, thing_id: uuid.UUID, expected: int, act: Acting) -> Row:
        """Ask for the second pair of eyes. Raises Invalid with what publication would refuse."""
        row = self._locked(thing_id, expected, act)
        self.refuse_unless("submit", row, act)
        self.refuse_incomplete(self.working(row), act.now)
        if not row.public:
            row.status = Status.SUBMITTED
        row.submitted_by_id, row.submitted_by, row.submitted_at = act.who.account_id, act.who.name, act.now
        row.returned_note = None
        return self.done(row, Deed.SUBMITTED, act)

    def send_back(self, thing_id: uuid.UUID, note: str, expected: int, act: Acting) -> Row:
        """Give it back to its author, with a word why."""
        row = self._locked(thing_id, expected, act)
        self.refuse_unless("return", row, act)
        self._take_back(row)
        row.returned_note = legal(note).strip() or None
        return self.done(row, Deed.RETURNED, act)

    def withdraw(self, thing_id: uuid.UUID, expected: int, act: Acting) -> Row:
        """Take it from the residents at once. The working copy, if there is one, is its text from now on."""
        row = self._locked(thing_id, expected, act)
        self.refuse_unless("withdraw", row, act)
        self._keep_origin(row)
        if row.draft is not None:
            self.apply(row, self.working(row), act.now)
            row.draft = None
        withdraw(row, act.now)
        self.settle(row)
        bump()
        return self.done(row, Deed.WITHDRAWN, act)

    def restore(self, thing_id: uuid.UUID, expected: int, act: Acting) -> Row:
        """Make a withdrawn one a draft again; its first publication is not forgotten."""
        row = self._locked(thing_id, expected, act)
        self.refuse_unless("restore", row, act)
        row.status = Status.DRAFT
        return self.done(row, Deed.RESTORED, act)

    def settle(self, row: Any) -> None:
        """Forget what waited for a release, and what came back."""
        row.submitted_by_id = row.submitted_by = row.submitted_at = row.returned_note = None

    def rewrite(self, row: Any, act: Acting) -> None:
        """What somebody else than its submitter changes has to be submitted anew: otherwise that person would release
        words that nobody else has read."""
        if row.submitted_at is not None and row.submitted_by_id != act.who.account_id:
            self._take_back(row)

    def _take_back(self, row: Any) -> None:
        if not row.public:
            row.status = Status.DRAFT
        self.settle(row)

    def _publishable(self, row: Any) -> bool:
        return row.status in (Status.DRAFT, Status.SUBMITTED) or (row.public and row.draft is not None)

    def _needs_another(self, row: Any, act: Acting) -> bool:
        if act.needs_release:
            return True
        if not act.four_eyes or (Role.ADMIN in act.who.roles and self.urgent(self.working(row))):
            return False
        return row.submitted_at is None or row.submitted_by_id == act.who.account_id
