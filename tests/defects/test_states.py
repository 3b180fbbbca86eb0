# SPDX-License-Identifier: EUPL-1.2
"""The table of states: lights, steps, and what each step asks for."""

import pytest

from backend.defects.states import (
    CLOSED,
    NEVER_PUBLIC,
    OPEN,
    REOPENABLE,
    TRANSITIONS,
    WITHDRAWABLE,
    DefectStatus,
    Light,
    light,
    may_follow,
    needs,
)
from backend.defects.wording import STATES, state

S = DefectStatus
LIGHTS = {
    "received": "red",
    "accepted": "red",
    "question": "yellow",
    "in_progress": "yellow",
    "scheduled": "yellow",
    "forwarded": "yellow",
    "resolved": "green",
    "closed_unresolved": "mixed",
    "withdrawn": "mixed",
    "rejected": "mixed",
}
ANSWERS = "question in_progress scheduled forwarded resolved closed_unresolved duplicate"
STEPS = {
    "received": f"accepted {ANSWERS} rejected",
    "accepted": f"accepted {ANSWERS} rejected",
    "question": f"{ANSWERS} rejected",
    "in_progress": f"{ANSWERS} rejected",
    "scheduled": f"{ANSWERS} rejected",
    "forwarded": f"{ANSWERS} rejected",
    "resolved": "in_progress rejected",
    "closed_unresolved": "in_progress resolved rejected",
    "duplicate": "accepted rejected",
    "withdrawn": "",
    "rejected": "accepted",
}


@pytest.mark.parametrize(("status", "expected"), LIGHTS.items())
def test_each_state_has_its_light(status: str, expected: str) -> None:
    assert light(S(status)) == expected


@pytest.mark.parametrize(("master", "expected"), LIGHTS.items())
def test_a_duplicate_shows_the_light_of_its_master(master: str, expected: str) -> None:
    assert light(S.DUPLICATE, S(master)) == expected
    assert light(S.DUPLICATE) == Light.MIXED
    assert light(S.RESOLVED, S.RECEIVED) == Light.GREEN


@pytest.mark.parametrize(("status", "expected"), STEPS.items())
def test_only_these_steps_may_follow(status: str, expected: str) -> None:
    assert [step.value for step in may_follow(S(status))] == expected.split()


def test_the_table_knows_every_state() -> None:
    assert TRANSITIONS.keys() == set(S) == STATES.keys()
    assert frozenset(S) == OPEN | CLOSED
    assert not OPEN & CLOSED
    assert NEVER_PUBLIC | REOPENABLE < CLOSED


def test_what_is_over_is_not_withdrawn_and_nothing_goes_back_to_received() -> None:
    assert WITHDRAWABLE == OPEN
    assert all(S.RECEIVED not in steps and S.WITHDRAWN not in steps for steps in TRANSITIONS.values())


@pytest.mark.parametrize("before", S)
def test_every_step_to_yellow_green_or_both_asks_for_a_public_note(before: S) -> None:
    for step in may_follow(before):
        colour = light(step)
        if step not in (S.DUPLICATE, S.REJECTED) and colour is not Light.RED:
            assert "note" in needs(step, before=before), (before, step)


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("accepted", ()),
        ("scheduled", ("note", "expected_on")),
        ("forwarded", ("note", "forwarded")),
        ("closed_unresolved", ("note", "reason")),
        ("duplicate", ("master",)),
        ("rejected", ("note",)),
    ],
)
def test_a_step_asks_for_what_belongs_to_it(step: str, expected: tuple[str, ...]) -> None:
    assert needs(S(step), before=S.RECEIVED) == expected


def test_accepting_again_is_an_answer() -> None:
    assert needs(S.ACCEPTED, before=S.ACCEPTED) == ("note",)


def test_finally_dealt_with_never_reads_like_mended() -> None:
    assert light(S.CLOSED_UNRESOLVED) is not light(S.RESOLVED)
    assert state(S.CLOSED_UNRESOLVED) != state(S.RESOLVED)
