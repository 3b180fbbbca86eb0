# SPDX-License-Identifier: EUPL-1.2
"""The private-data guard finds the same in a text as the phone does, and cannot be kept busy."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from backend.defects.guard import as_browsers_count, find, mask

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "private_data.json").read_text(encoding="utf-8"))
HOSTILE = ("a", "0 ", "0-", "a@", "a.@", "@a.", "Herr ", "AB-", "A1", "DE02", "+(", "Tel", "AB12A1B2 ", "Aa-", "b.")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_the_guard_finds_what_the_phone_finds(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [{"kind": one.kind, "text": text[one.start : one.end]} for one in find(text)] == case["finds"]
    assert mask(text) == case["masked"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_what_is_masked_has_no_finds(case: dict[str, Any]) -> None:
    assert find(mask(case["text"])) == []


def test_browsers_count_an_emoji_as_two() -> None:
    text = "😀😀 Frau Müller"
    (one,) = as_browsers_count(text, find(text))
    assert text.encode("utf-16-le")[one.start * 2 : one.end * 2].decode("utf-16-le") == "Frau Müller"


@pytest.mark.parametrize("part", HOSTILE)
def test_time_grows_with_the_text_and_not_faster(part: str) -> None:
    def best(length: int) -> float:
        # What this process has worked: others on the same machine must not decide.
        text, tries = (part * length)[:length], []
        for _ in range(3):
            begin = time.process_time()
            find(text)
            tries.append(time.process_time() - begin)
        return min(tries)

    # Squared it would be 256.
    assert best(64_000) < 100 * best(4_000)
