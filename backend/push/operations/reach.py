# SPDX-License-Identifier: EUPL-1.2
"""What lists of other features say about notifications: one line for each subject, whatever their number. Knows no
request; never commits."""

import uuid
from collections.abc import Collection
from typing import Any

from sqlalchemy import case, func, select

from backend.db import db
from backend.push.models import MessageState, PushTopic
from backend.push.operations import messages

Row = dict[str, Any]


def in_brief(subject_type: str, ids: Collection[uuid.UUID]) -> dict[uuid.UUID, Row]:
    """The latest message about each of these subjects: its state, when it rings, how many devices it is for and how
    many it has reached. One that waits counts who would get it now; one that was called off is none."""
    found = messages.of_subjects(subject_type, ids)
    rows = {key: row for key, row in found.items() if row["state"] is not MessageState.CANCELLED}
    expected = _devices({frozenset(row["topics"]) for row in rows.values() if row["state"] is MessageState.WAITING})
    return {
        key: {
            "state": row["state"],
            "due_at": row["due_at"],
            "devices": row["audience"]
            if row["state"] is not MessageState.WAITING
            else expected[frozenset(row["topics"])],
            "reached": row["reached"],
        }
        for key, row in rows.items()
    }


def wanted(topics: Collection[str]) -> set[str]:
    """Those of the topics that any device wants."""
    return set(db.session.scalars(select(PushTopic.topic).where(PushTopic.topic.in_(topics)).distinct()))


def devices(topics: Collection[str]) -> int:
    """How many devices want any of the topics."""
    wish = frozenset(topics)
    return _devices({wish})[wish]


def _devices(wishes: set[frozenset[str]]) -> dict[frozenset[str], int]:
    """How many devices want any of the topics, for each of these sets, in one question."""
    asked = sorted(wishes, key=sorted)
    if not asked:
        return {}
    columns = [
        func.count(case((PushTopic.topic.in_(topics), PushTopic.subscription_id)).distinct()) for topics in asked
    ]
    wanted = PushTopic.topic.in_(frozenset[str]().union(*asked))
    return dict(zip(asked, db.session.execute(select(*columns).where(wanted)).one(), strict=True))
