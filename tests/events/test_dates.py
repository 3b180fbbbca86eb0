# SPDX-License-Identifier: EUPL-1.2
"""The dates that the editor sees while typing: answered at once, kept never."""

from typing import Any

import pytest
from flask import Flask

from tests.accounts.people import Desk, at_work
from tests.events.desk import change, local, timing


@pytest.fixture
def editor(app: Flask) -> Desk:
    return at_work(app, "eva@alpha.de")


def ask(editor: Desk, when: dict[str, Any], *changes: dict[str, Any]) -> Any:
    """What the form asks; gives the answer."""
    answer = editor.api("POST", "/events/dates", {"timing": when, "changes": list(changes)})
    assert answer.status_code == 200, answer.json
    return answer.json


def test_the_next_ten_that_take_place_with_what_lies_between(editor: Desk) -> None:
    out = [{"at": local(days=9)[:10], "reason": "Ferien"}]
    off = change(local(days=10), status="cancelled", note="Sturm")
    moved = change(local(days=11), start=local(days=11, hours=2))
    answer = ask(editor, timing(local(days=7), rrule="FREQ=DAILY", excluded=out), off, moved)
    dates = answer["dates"]
    assert [one["n"] for one in dates] == [1, 2, None, None, *range(3, 11)]
    assert (dates[2]["excluded"], dates[2]["excluded_reason"], dates[2]["date"]) == (True, "Ferien", local(days=9))
    assert (dates[3]["status"], dates[3]["note"], dates[3]["excluded"]) == ("cancelled", "Sturm", False)
    assert [one["changed"] for one in dates[:6]] == [False, False, False, True, True, False]
    assert (answer["total"], answer["problems"], answer["misses"]) == (None, {}, [])


def test_a_series_that_ends_has_a_total_and_one_that_runs_begins_today(editor: Desk) -> None:
    answer = ask(editor, timing(local(days=-3), rrule="FREQ=DAILY;COUNT=6"))
    assert answer["total"] == 6 and len(answer["dates"]) in (2, 3)
    assert ask(editor, timing(local(days=-3)))["dates"] == [], "over"


def test_a_rule_that_is_rare_still_gives_ten(editor: Desk) -> None:
    answer = ask(editor, timing("2028-02-29T10:00", rrule="FREQ=YEARLY"))
    assert [one["first_day"][:4] for one in answer["dates"]][:3] == ["2028", "2032", "2036"]
    assert len(answer["dates"]) == 10


def test_an_exception_that_hits_no_date_is_answered_with_the_next_one(editor: Desk) -> None:
    out = [{"at": local(days=8)[:10], "reason": None}]
    weekly = timing(local(days=7), rrule="FREQ=WEEKLY", excluded=out)
    answer = ask(editor, weekly, change(local(days=8), status="cancelled"))
    assert {(one["at"], one["next"]) for one in answer["misses"]} == {
        (local(days=8)[:10], local(days=14)),
        (local(days=8), local(days=14)),
    }
    assert len(answer["dates"]) == 10


@pytest.mark.parametrize(
    ("when", "field"),
    [
        (timing() | {"start": None}, "start"),
        (timing(rrule="FREQ=NEVER"), "rrule"),
        (timing(rrule="x" * 300), "rrule"),
        (timing("2026-06-31T10:00"), "start"),
        (timing(end="1999-01-01T10:00"), "end"),
        (timing(all_day=True), "start"),
        (timing("2027-02-28T10:00", rrule="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), "rrule"),
    ],
)
def test_a_problem_is_a_sentence_by_field(editor: Desk, when: dict[str, Any], field: str) -> None:
    answer = ask(editor, when)
    assert list(answer["problems"]) == [field] and answer["problems"][field]
    assert (answer["dates"], answer["misses"]) == ([], [])


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"timing": timing()},
        {"timing": timing() | {"rrule": "x" * 301}, "changes": []},
        {"timing": timing() | {"excluded": [{"at": "x", "reason": None}]}, "changes": []},
        {"timing": timing() | {"extra": [local(days=1)] * 301}, "changes": []},
        {"timing": timing() | {"all_day": "yes"}, "changes": []},
        {"timing": timing(), "changes": [{"at": local()}]},
        {"timing": "jeden Dienstag", "changes": []},
    ],
)
def test_what_has_no_shape_is_refused(editor: Desk, body: Any) -> None:
    assert editor.api("POST", "/events/dates", body).status_code == 422


def test_an_endless_cancelled_series_is_answered_in_bounds(editor: Desk) -> None:
    off = change(local(days=7), following=True, status="cancelled")
    answer = ask(editor, timing(local(days=7), rrule="FREQ=DAILY"), off)
    assert len(answer["dates"]) == 60 and {one["n"] for one in answer["dates"]} == {None}


def test_school_holidays_come_for_the_asked_days(editor: Desk) -> None:
    found = editor.api("GET", "/events/school-holidays?from=2026-01-01&to=2026-12-31").json
    assert found and all(one["first_day"] <= one["last_day"] for one in found)
    assert editor.api("GET", "/events/school-holidays?from=gestern&to=2026-12-31").status_code == 422
    assert editor.api("GET", "/events/school-holidays").status_code == 422
