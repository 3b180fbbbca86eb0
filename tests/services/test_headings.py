# SPDX-License-Identifier: EUPL-1.2
"""Headings of foreign and own texts go on from the one above them and leave no level out."""

from typing import Any

import pytest
from flask import Flask

from backend.services.headings import below
from tests.conftest import TenantClient
from tests.services.entries import make_service


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        ("<p>ohne</p>", "<p>ohne</p>"),
        ("<h2>a</h2><h3>b</h3><h4>c</h4>", "<h3>a</h3><h4>b</h4><h4>c</h4>"),
        ("<h4>a</h4><p>x</p><h4>b</h4>", "<h3>a</h3><p>x</p><h3>b</h3>"),
        ("<h4>a</h4><h2>b</h2><h4>c</h4><h2>d</h2>", "<h3>a</h3><h3>b</h3><h4>c</h4><h3>d</h3>"),
        ("<h3>a</h3><h4>b</h4>", "<h3>a</h3><h4>b</h4>"),
        ("<p>&lt;h4&gt; ist ein Zeichen</p>", "<p>&lt;h4&gt; ist ein Zeichen</p>"),
    ],
)
def test_no_level_is_left_out(found: str, wanted: str) -> None:
    assert below(found) == wanted
    assert below(wanted) == wanted


def test_residents_get_every_part_of_a_text_so(app: Flask, client: TenantClient) -> None:
    text = {"title": "Wohngeld", "modules": [{"code": "06", "html": "<h4>Wer</h4><p>Alle.</p>"}]}
    text |= {"fees": "<h2>Kosten</h2><p>12 €</p>", "deadlines": "<h4>Frist</h4>", "duration": "<h4>Dauer</h4>"}
    service = make_service(app, text=text)
    found: Any = client.get(f"/api/v1/services/{service}").json
    assert found["modules"] == [{"code": "06", "title": "Worum es geht", "html": "<h3>Wer</h3><p>Alle.</p>"}]
    said = (found["fees"]["text"], found["deadlines"], found["duration"])
    assert said == ("<h3>Kosten</h3><p>12 €</p>", "<h3>Frist</h3>", "<h3>Dauer</h3>")
