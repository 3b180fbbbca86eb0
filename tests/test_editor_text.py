# SPDX-License-Identifier: EUPL-1.2
"""What the editor writes is what the server keeps: the same file is written and read by the editor's own tests."""

import json
from pathlib import Path

import pytest

from backend.text import clean_html

WRITTEN = Path(__file__).parents[1] / "pwa" / "src" / "editor" / "compose" / "fixtures" / "written.json"


@pytest.mark.parametrize("html", json.loads(WRITTEN.read_text(encoding="utf-8")))
def test_nothing_that_the_editor_shows_is_lost_on_save(html: str) -> None:
    assert clean_html(html) == html
