# SPDX-License-Identifier: EUPL-1.2
"""Where a report can stand, what may follow on what, what a step needs, and which light it shows. Pure: knows no
database and no request."""

import enum


class DefectStatus(enum.StrEnum):
    """Where a report stands."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    QUESTION = "question"
    IN_PROGRESS = "in_progress"
    SCHEDULED = "scheduled"
    FORWARDED = "forwarded"
    RESOLVED = "resolved"
    CLOSED_UNRESOLVED = "closed_unresolved"
    DUPLICATE = "duplicate"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"


class Unresolved(enum.StrEnum):
    """Why a report was closed although nothing was mended."""

    NOT_RESPONSIBLE = "not_responsible"
    PRIVATE = "private"
    NO_FUNDS = "no_funds"
    NOT_A_DEFECT = "not_a_defect"


class EntryKind(enum.StrEnum):
    """What a line of a report's history is about."""

    STATUS = "status"
    QUESTION = "question"
    REPLY = "reply"
    NOTE = "note"
    PHOTO = "photo"
    ASSIGNMENT = "assignment"
    TEXT = "text"


class Audience(enum.StrEnum):
    """Who reads a line of the history: everybody, the reporter and the staff, the staff alone."""

    PUBLIC = "public"
    OWN = "own"
    INTERNAL = "internal"


class PhotoOrigin(enum.StrEnum):
    """Who took a photo."""

    REPORTER = "reporter"
    STAFF = "staff"


class Light(enum.StrEnum):
    """What everybody sees: colour, word and shape. `mixed` (green and yellow) is dealt with, but not mended."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    MIXED = "mixed"


_S = DefectStatus
OPEN = frozenset({_S.RECEIVED, _S.ACCEPTED, _S.QUESTION, _S.IN_PROGRESS, _S.SCHEDULED, _S.FORWARDED})
CLOSED = frozenset(DefectStatus) - OPEN
NEVER_PUBLIC = frozenset({_S.WITHDRAWN, _S.REJECTED})
REOPENABLE = frozenset({_S.RESOLVED, _S.CLOSED_UNRESOLVED})

_LIGHTS = {
    _S.RECEIVED: Light.RED,
    _S.ACCEPTED: Light.RED,
    _S.QUESTION: Light.YELLOW,
    _S.IN_PROGRESS: Light.YELLOW,
    _S.SCHEDULED: Light.YELLOW,
    _S.FORWARDED: Light.YELLOW,
    _S.RESOLVED: Light.GREEN,
}

# What staff may choose next, in the order in which it is offered. The same again is a further answer: a new date,
# another office. The reporter's own steps are `WITHDRAWABLE` and `REOPENABLE`; a duplicate is parted to `accepted`.
_ONWARD = (_S.QUESTION, _S.IN_PROGRESS, _S.SCHEDULED, _S.FORWARDED, _S.RESOLVED, _S.CLOSED_UNRESOLVED, _S.DUPLICATE)
TRANSITIONS: dict[DefectStatus, tuple[DefectStatus, ...]] = {
    _S.RECEIVED: (_S.ACCEPTED, *_ONWARD, _S.REJECTED),
    _S.ACCEPTED: (_S.ACCEPTED, *_ONWARD, _S.REJECTED),
    _S.QUESTION: (*_ONWARD, _S.REJECTED),
    _S.IN_PROGRESS: (*_ONWARD, _S.REJECTED),
    _S.SCHEDULED: (*_ONWARD, _S.REJECTED),
    _S.FORWARDED: (*_ONWARD, _S.REJECTED),
    _S.RESOLVED: (_S.IN_PROGRESS, _S.REJECTED),
    # Green if somebody mends it after all.
    _S.CLOSED_UNRESOLVED: (_S.IN_PROGRESS, _S.RESOLVED, _S.REJECTED),
    _S.DUPLICATE: (_S.ACCEPTED, _S.REJECTED),
    _S.WITHDRAWN: (),
    _S.REJECTED: (_S.ACCEPTED,),
}
WITHDRAWABLE = OPEN

# What a step asks for beside the state: a `note` is public, but for `rejected`, where only the reporter reads it.
_NEEDS: dict[DefectStatus, tuple[str, ...]] = {
    _S.QUESTION: ("note",),
    _S.IN_PROGRESS: ("note",),
    _S.SCHEDULED: ("note", "expected_on"),
    _S.FORWARDED: ("note", "forwarded"),
    _S.RESOLVED: ("note",),
    _S.CLOSED_UNRESOLVED: ("note", "reason"),
    _S.DUPLICATE: ("master",),
    _S.REJECTED: ("note",),
}


def light(status: DefectStatus, master: DefectStatus | None = None) -> Light:
    """The light of a state; a duplicate shows that of its master."""
    return _LIGHTS.get(master if status is DefectStatus.DUPLICATE and master else status, Light.MIXED)


def may_follow(status: DefectStatus) -> tuple[DefectStatus, ...]:
    """What staff may choose next."""
    return TRANSITIONS[status]


def needs(status: DefectStatus, *, before: DefectStatus) -> tuple[str, ...]:
    """What the step from `before` to this state asks for: of note, expected_on, forwarded, reason, master. To accept
    asks for nothing; to be accepted already, and to say so again, is an answer."""
    if status is before is DefectStatus.ACCEPTED:
        return ("note",)
    return _NEEDS.get(status, ())
