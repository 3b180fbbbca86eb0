# SPDX-License-Identifier: EUPL-1.2
"""What to bring, as a list that can be ticked: the list items of a text. Pure; knows no database."""

from html.parser import HTMLParser

MOST = 40


def read_list(html: str) -> list[dict[str, str]]:
    """The items of all lists in a cleaned text, each with `text` and `hint` (what stands behind a line break or in a
    list inside); none where the text has no list."""
    reader = _Items()
    reader.feed(html)
    reader.close()
    return [one for one in reader.found() if one["text"]][:MOST]


class _Items(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._depth = 0
        self._items: list[list[list[str]]] = []  # of each item, the parts that line breaks separate

    def found(self) -> list[dict[str, str]]:
        parts = ([line for line in (" ".join("".join(part).split()) for part in item) if line] for item in self._items)
        return [
            {"text": lines[0], "hint": " ".join(lines[1:])} if lines else {"text": "", "hint": ""} for lines in parts
        ]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "li":
            self._depth += 1
            if self._depth == 1:
                self._items.append([[]])
        if self._depth and tag in ("br", "p", "ul", "ol", "li"):
            self._items[-1].append([])

    def handle_endtag(self, tag: str) -> None:
        if tag == "li":
            self._depth = max(0, self._depth - 1)

    def handle_data(self, data: str) -> None:
        if self._depth:
            self._items[-1][-1].append(data)
