# SPDX-License-Identifier: EUPL-1.2
"""TOML text → values, places and, for what is not TOML, words a town clerk understands. Knows no tenant file.

tomllib stops at the first mistake. Here the faulty lines are set aside and reading goes on: one run names all mistakes.
"""

import re
import tomllib
from dataclasses import dataclass, field
from typing import Any

from backend.tenants.locate import Lines

PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
PAIR = re.compile(r"\s*([A-Za-z0-9_.\"'-]+)\s*=\s*(.*?)\s*$")
HEADER = re.compile(r"\s*\[")
LIST = re.compile(r"\s*[A-Za-z0-9_.\"'-]+\s*=\s*\[")
LIST_ERRORS = ("Unclosed array", "Invalid value")
SECTION = re.compile(r"\s*\[{1,2}\s*([A-Za-z0-9_. -]+?)\s*\]")
WORD = re.compile(r"\s*([^\s=:#\[\]]+)")
CURLY = "“”„‟«»"
MOST_MISTAKES = 50


@dataclass(frozen=True, order=True)
class Finding:
    """One mistake: the 1-based line, the key's path as written in messages, what is wrong and what to write instead."""

    line: int
    key: str
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.key}: {self.message}" if self.key else f"line {self.line}: {self.message}"


@dataclass(frozen=True)
class Reading:
    """What could be read. `lost` holds the keys that stood on faulty lines: they are broken, not missing."""

    data: dict[str, Any]
    lines: Lines
    findings: list[Finding] = field(default_factory=list)
    lost: frozenset[str] = frozenset()


def read(source: bytes) -> Reading:
    """Read a TOML file."""
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        cure = "a letter here is not UTF-8. Save the file as UTF-8 in your editor."
        return Reading({}, Lines(""), [Finding(line, "", cure)])
    rows = text.replace("\r\n", "\n").split("\n")
    findings: list[Finding] = []
    lost: set[str] = set()
    for _ in range(MOST_MISTAKES):
        try:
            data = tomllib.loads("\n".join(rows))
        except tomllib.TOMLDecodeError as error:
            first, last = _faulty_lines(str(error), rows)
            findings.append(_explain(str(error), rows, first))
            lost |= {match[1] for row in rows[first:last] if (match := WORD.match(row))}
            rows[first:last] = [""] * (last - first)
        else:
            return Reading(data, Lines("\n".join(rows)), findings, frozenset(lost))
    return Reading({}, Lines(""), findings, frozenset(lost))


def _faulty_lines(error: str, rows: list[str]) -> tuple[int, int]:
    """The first faulty row and the one after the last (0-based)."""
    place = PLACE.search(error)
    at_end = place is None or place[1] is None
    row = _last_filled(rows) if at_end else min(int(place[1]) - 1, len(rows) - 1) if place else 0
    if error.startswith(("Unterminated string", 'Expected "\'"')) and at_end:
        opened = [number for number, text in enumerate(rows) if text.count('"""') % 2 or text.count("'''") % 2]
        return (opened[-1], len(rows)) if opened else (row, row + 1)
    if error.startswith(LIST_ERRORS) and (torn := _open_list(rows, row)):
        return torn
    if HEADER.match(rows[row]) or error.startswith("Cannot declare"):
        while row and not HEADER.match(rows[row]):
            row -= 1
        following = (number for number in range(row + 1, len(rows)) if HEADER.match(rows[number]))
        return row, next(following, len(rows))
    if error.startswith("Cannot overwrite") and not PAIR.match(rows[row]):
        while row and not PAIR.match(rows[row]):
            row -= 1
        return row, next(
            (n for n in range(row + 1, len(rows)) if PAIR.match(rows[n]) or HEADER.match(rows[n])), len(rows)
        )
    return row, row + 1


def _last_filled(rows: list[str]) -> int:
    return max((number for number, text in enumerate(rows) if text.strip()), default=0)


def _open_list(rows: list[str], row: int) -> tuple[int, int] | None:
    """The rows of a list that is still open in this row; None when there is none."""
    start = row
    while start and not PAIR.match(rows[start]) and not HEADER.match(rows[start]):
        start -= 1
    if start == row and start and not LIST.match(rows[row]):
        start -= 1
        while start and not PAIR.match(rows[start]) and not HEADER.match(rows[start]):
            start -= 1
    if not LIST.match(rows[start]):
        return None
    for number in range(start, len(rows)):
        if number > start and (PAIR.match(rows[number]) or HEADER.match(rows[number])):
            return start, number
        if rows[number].split("#")[0].rstrip().endswith("]"):
            return (start, number + 1) if number >= row else None
    return start, len(rows)


def _explain(error: str, rows: list[str], row: int) -> Finding:
    text = rows[row]
    pair = PAIR.match(text)
    word = WORD.match(text)
    if HEADER.match(text):
        key, path = "", text.split("#")[0].strip().strip("[] ")
    else:
        key = pair[1] if pair else word[1] if word else ""
        path = ".".join(part for part in (_section(rows, row), key) if part)
    return Finding(row + 1, path, _words(error, text, key, pair[2] if pair else ""))


def _section(rows: list[str], row: int) -> str:
    headers = (match[1] for text in reversed(rows[:row]) if (match := SECTION.match(text)))
    return next(headers, "")


def _words(error: str, text: str, key: str, value: str) -> str:
    if error.startswith("Cannot declare"):
        return f"the section {text.strip()} stands twice. Put its lines together under one."
    if error.startswith(("Cannot overwrite", "Duplicate inline")):
        return "this key stands twice. Remove one of the two lines."
    if error.startswith(LIST_ERRORS) and LIST.match(text):
        cure = "quotation marks, a comma between entries, ] at the end"
        return f'the list cannot be read. Write {key} = ["one", "two"]: {cure}.'
    if error.startswith("Unclosed inline table"):
        return 'the { … } is not complete. Write it on one line: { brand = "#0a4e40", motif = "forest" }.'
    if HEADER.match(text):
        return "a section's name stands in brackets on its own line. Write [contact], or [[pages]] for one of several."
    if any(quote in text for quote in CURLY):
        return 'these are typographic quotation marks. Write straight ones: "…".'
    if error.startswith(("Unterminated", "Illegal character", 'Expected "\'"')):
        if '"""' in value or "'''" in value:
            return 'the long text has no end. Write """ on a line of its own after it.'
        return f"the closing quotation mark is missing. Write {key} = {_quoted(value)}."
    if error.startswith(("Unescaped", "Invalid hex")):
        return f"a backslash has a special meaning between \" and \". Write {key} = '…' with simple quotation marks."
    if not value and error.startswith("Invalid value"):
        return f'nothing stands after the equals sign. Write {key} = "…" or remove the line.'
    if value.lower() in ("true", "false", "yes", "no"):
        return f"{value} is not a TOML word. Write {key} = {'true' if value.lower() in ('true', 'yes') else 'false'}."
    if value.startswith(('"', "'")):
        return "something stands after the closing quotation mark. Remove it, or put # before a remark."
    if value:
        return f"this text needs quotation marks. Write {key} = {_quoted(value)}."
    return f'this line cannot be read. Write {key or "key"} = "value"; keys have the letters a-z, digits and _ only.'


def _quoted(value: str) -> str:
    return '"' + value.strip("\"'").replace('"', "'") + '"'
