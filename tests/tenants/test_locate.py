# SPDX-License-Identifier: EUPL-1.2
"""Lines of keys: every key of a real file is found where it stands, and odd text ends in no endless loop."""

import random
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from backend.tenants.locate import Lines, Path

TEXT = '''\
# a remark with [brackets] and "quotes"
ags = "12069020"  # x = 1
hosts = [
  "a.de",  # first
  'b.de',
]
"odd key".x = 1

[contact]
address = """
Line [x]
b = 3
"""
theme = { brand = "#fff", accent = 'x' }

[[quick_actions]]
label = "A"
[[quick_actions]]
label = "C"
[[news.sources]]
url = "x"
[[news.sources]]
url = "y"
nested = [[1,2],
[3, {a=1, b=[4]}]]
'''


def paths(value: Any, path: Path = ()) -> Iterator[Path]:
    """All paths of a document."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*path, key)
        yield from paths(inner, (*path, key))


def test_every_key_of_a_document_has_a_line() -> None:
    lines = Lines(TEXT)
    assert set(paths(tomllib.loads(TEXT))) == set(lines.found)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("ags",), 2),
        (("hosts", 1), 5),
        (("odd key", "x"), 7),
        (("contact", "address"), 10),
        (("contact", "theme", "accent"), 14),
        (("quick_actions", 1, "label"), 19),
        (("news", "sources", 1, "url"), 23),
        (("news", "sources", 1, "nested", 1, 1, "b", 0), 25),
        (("contact", "phone"), 9),
        (("quick_actions", 0, "href"), 16),
        (("nothing",), 1),
    ],
)
def test_a_key_stands_in_its_line_and_a_missing_one_at_its_section(path: Path, line: int) -> None:
    assert Lines(TEXT).line(path) == line


def test_text_that_is_no_toml_ends_in_no_endless_loop() -> None:
    dice = random.Random(1)
    for _ in range(3000):
        Lines("".join(dice.choice("a=[]{}\",'.\n# 1\\") for _ in range(dice.randint(1, 30))))
