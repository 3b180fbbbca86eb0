# SPDX-License-Identifier: EUPL-1.2
"""When an office is open: the table that server and phone share (hours.json)."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from backend.services.hours import Opening, Times

TABLE = json.loads((Path(__file__).parent / "hours.json").read_text(encoding="utf-8"))
HOLIDAYS = frozenset(map(date.fromisoformat, TABLE["holidays"]))


def times_of(name: str) -> Times:
    office = TABLE["offices"][name]
    return Times(office["hours"], office["exceptions"], HOLIDAYS)


def opening(pair: list[str] | None) -> Opening | None:
    return Opening(date.fromisoformat(pair[0]), pair[1]) if pair else None


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_what_holds_now(case: dict[str, Any]) -> None:
    now = times_of(case["office"]).at(datetime.fromisoformat(case["now"]))

    assert (now.state, now.until, now.note) == (case["state"], case.get("until"), case.get("note", ""))
    assert now.opens == opening(case.get("opens"))
    assert (now.today.why, now.today.text) == (case.get("why", "usual"), case.get("text", ""))
    assert [list(block) for block in now.today.blocks] == case["today"]


@pytest.mark.parametrize("case", TABLE["next"], ids=lambda case: f"{case['office']} after {case['after']}")
def test_when_it_opens_next(case: dict[str, Any]) -> None:
    assert times_of(case["office"]).next_after(date.fromisoformat(case["after"])) == opening(case["opens"])
