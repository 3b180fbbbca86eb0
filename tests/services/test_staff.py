# SPDX-License-Identifier: EUPL-1.2
"""Editors look through the directory: what is broken first, what is theirs, each entry with its layers apart."""

from typing import Any

import pytest
from flask import Flask

from tests.accounts.people import Desk, at_work
from tests.services import staff
from tests.services.entries import assign, break_link, make_office, make_service, plant

OWN_LINK = "https://www.brandenburg.de/hund"


@pytest.fixture
def editor(app: Flask) -> Desk:
    return at_work(app, "redaktion@alpha.de")


def titles(editor: Desk, query: str = "") -> list[str]:
    answer = editor.api("GET", f"/services{query}")
    assert answer.status_code == 200, answer.json
    return [row["title"] for row in answer.json]


def test_what_is_broken_comes_first_and_says_what_residents_get_instead(app: Flask, editor: Desk) -> None:
    make_service(app, own={"title": "Abfall"})
    hund = make_service(app, own={"title": "Hund", "url": OWN_LINK}, leika_key="99010023020000")
    make_service(app, own={"title": "Versteckt", "url": OWN_LINK}, hidden=True)
    break_link(app, OWN_LINK)
    rows = editor.api("GET", "/services").json
    assert [row["title"] for row in rows] == ["Hund", "Abfall", "Versteckt"]
    link = rows[0]["link"]
    assert (link["state"], link["level"], link["status_code"], link["url"]) == ("broken", "own", 404, OWN_LINK)
    assert link["since"] == "2026-11-23T09:00:00+00:00"
    assert link["fallback"]["level"] == "bundesportal" and "99010023020000" in link["fallback"]["url"]
    assert editor.api("GET", "/services/counts").json == {"all": 3, "broken": 1, "own": 3, "hidden": 1}
    assert titles(editor, "?view=broken") == ["Hund"] and titles(editor, "?view=hidden") == ["Versteckt"]
    assert staff.get(editor, hund)["links"][1]["state"] == "unknown"
