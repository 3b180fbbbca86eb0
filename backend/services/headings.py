# SPDX-License-Identifier: EUPL-1.2
"""Headings inside a part of a text: they stand below that of the part (h2) and leave no level out, as screen readers
need it. Sources begin anywhere. Pure; knows no database."""

import re

ABOVE, LOWEST = 2, 4
_HEADING = re.compile(r"<(/?)h([234])>")


def below(html: str) -> str:
    """A cleaned text whose headings are h3 and h4, in order."""
    found = [int(level) for _slash, level in _HEADING.findall(html)]
    if not found:
        return html
    down, last = ABOVE + 1 - min(found), ABOVE

    def renamed(tag: re.Match[str]) -> str:
        nonlocal last
        if not tag[1]:
            last = min(int(tag[2]) + down, last + 1, LOWEST)
        return f"<{tag[1]}h{last}>"

    return _HEADING.sub(renamed, html)
