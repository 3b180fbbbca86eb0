# SPDX-License-Identifier: EUPL-1.2
"""What becomes of the numbers and addresses that sources give: what can be called and written to, or nothing."""

from typing import Any

import pytest

from backend.services.sources.cleaning import email, phone


@pytest.mark.parametrize("said", ["post+1@bad-belzig.example", "o'neil@amt.example.org", "a@täler.example"])
def test_an_address_that_can_be_written_to_stays(said: str) -> None:
    assert email(f" {said}\n") == said


@pytest.mark.parametrize(
    "said",
    [
        "siehe Internet", "a@b", "a@b.de?bcc=x@y.de", "Amt <a@b.de>", "a@b.de, c@d.de", "mailto:a@b.de", "x y@b.de",
        "\u202ea@b.de", "a@b.\u202ede", f"{'a' * 300}@b.de", "", None, 5, ["a@b.de"],
    ],
)  # fmt: skip
def test_any_other_is_none(said: Any) -> None:
    assert email(said) is None


@pytest.mark.parametrize(("said", "kept"), [
    ("033841 94-0", "033841 94-0"), (" +49 (0) 33841\n94 ", "+49 (0) 33841 94"), ("115", "115"),
    ("siehe Internet", None), ("Zimmer 5", None), ("", None), (None, None), (115, None),
])  # fmt: skip
def test_a_number_is_one_that_can_be_called(said: Any, kept: str | None) -> None:
    assert phone(said) == kept
