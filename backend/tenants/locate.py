# SPDX-License-Identifier: EUPL-1.2
"""In which line of a TOML text each key stands. tomllib reads values and forgets places; this does the opposite.

Works on text that tomllib has accepted; what it does not understand it skips, so at worst a line is less exact.
"""

import re

Path = tuple[str | int, ...]

BARE = re.compile(r"[A-Za-z0-9_-]+")
STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|' + r"'''.*?'{3,5}|" + r'"(?:[^"\\\n]|\\.)*"|' + r"'[^'\n]*'",
    re.DOTALL,
)
SCALAR = re.compile(r"[^\s,\]}#]+")
BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
ESCAPE = re.compile(r"\\(.)", re.DOTALL)


class Lines:
    """The places of a text, by path: keys, and 0-based positions in lists."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.found: dict[Path, int] = {}
        self.counts: dict[Path, int] = {}
        self.base: Path = ()
        self._document()

    def line(self, path: Path) -> int:
        """The line of the longest known beginning of this path; 1 when none of it stands in the text."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.found:
                return self.found[path[:length]]
        return 1

    def _document(self) -> None:
        while True:
            self._skip()
            if self.at >= len(self.text):
                return
            before = self.at
            if self.text.startswith("[[", self.at):
                self._header(2)
            elif self.text[self.at] == "[":
                self._header(1)
            else:
                self._pair(self.base)
            self._move_on(before)

    def _skip(self) -> None:
        match = BLANK.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _note(self, path: Path, at: int) -> None:
        line = self.text.count("\n", 0, at) + 1
        for length in range(1, len(path) + 1):
            self.found.setdefault(path[:length], line)

    def _header(self, brackets: int) -> None:
        start, self.at = self.at, self.at + brackets
        path: Path = ()
        keys = self._keys()
        for position, key in enumerate(keys):
            path = (*path, key)
            if brackets == 2 and position == len(keys) - 1:
                index = self.counts[path] = self.counts.get(path, -1) + 1
                path = (*path, index)
            elif path in self.counts:
                path = (*path, self.counts[path])
        self._note(path, start)
        self.base = path
        self.at = min(self.at + brackets, len(self.text))

    def _keys(self) -> list[str]:
        keys: list[str] = []
        while True:
            self._skip()
            match = STRING.match(self.text, self.at) or BARE.match(self.text, self.at)
            if match is None:
                return keys
            keys.append(_plain(match.group()))
            self.at = match.end()
            self._skip()
            if not self.text.startswith(".", self.at):
                return keys
            self.at += 1

    def _pair(self, base: Path) -> None:
        start = self.at
        path = (*base, *self._keys())
        self._note(path, start)
        self._skip()
        if self.text.startswith("=", self.at):
            self.at += 1
            self._skip()
            self._value(path)

    def _value(self, path: Path) -> None:
        if self.text.startswith("[", self.at):
            self._list(path)
        elif self.text.startswith("{", self.at):
            self._table(path)
        elif match := STRING.match(self.text, self.at) or SCALAR.match(self.text, self.at):
            self.at = match.end()

    def _list(self, path: Path) -> None:
        self.at += 1
        index = 0
        while not self._closed("]"):
            before = self.at
            self._note((*path, index), self.at)
            self._value((*path, index))
            index += 1
            self._move_on(before)

    def _table(self, path: Path) -> None:
        self.at += 1
        while not self._closed("}"):
            before = self.at
            self._pair(path)
            self._move_on(before)

    def _closed(self, mark: str) -> bool:
        """Skip to the next element; True (and past the mark) when there is none."""
        self._skip()
        if self.text.startswith(",", self.at):
            self.at += 1
            self._skip()
        if self.at >= len(self.text) or self.text[self.at] == mark:
            self.at += 1
            return True
        return False

    def _move_on(self, before: int) -> None:
        if self.at == before:
            self.at += 1


def _plain(key: str) -> str:
    if key[0] == "'":
        return key[1:-1]
    return ESCAPE.sub(r"\1", key[1:-1]) if key[0] == '"' else key
