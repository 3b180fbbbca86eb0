# SPDX-License-Identifier: EUPL-1.2
"""Text as it enters and is searched: folding, the one HTML allow-list, plain text. Knows no feature and no database."""

import html
import re
import unicodedata
from html.parser import HTMLParser

import nh3


def _names(line: str) -> frozenset[str]:
    return frozenset(line.split())


ALLOWED_TAGS = _names("p br h2 h3 h4 b strong i em sup sub ul ol li a blockquote")
LINK_SCHEMES = _names("http https mailto tel")

# What the allow-list drops but what ends a line of text: without it "<div>a</div><div>b</div>" would read "ab".
_BREAKS = _names(
    "address article aside caption center dd details div dl dt fieldset figcaption figure footer form header hr legend "
    "main nav pre section summary table tbody td tfoot th thead tr"
)
_RENAMED = {"h1": "h2", "h5": "h4", "h6": "h4"}
_BLOCKS = _names("p h2 h3 h4 ul ol li blockquote")
# Their content is never text for a reader.
_SWALLOWED = _names(
    "script style template iframe noscript noembed noframes object svg math title textarea select button audio video "
    "canvas head"
)

# Characters that XML 1.0 forbids (and PostgreSQL, for NUL), and the invisible ones that break words in a search.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_UMLAUT_E = re.compile(r"([aou])e")
_EMPTY = re.compile(r"<(p|h[234]|li|ul|ol|blockquote|b|strong|i|em|sup|sub|a)(?: [^>]*)?>(?:\s|&nbsp;|<br>)*</\1>")
_LAST_BREAKS = re.compile(r"(?:\s*<br>)+\s*(?=</(?:p|h[234]|li|blockquote|b|strong|i|em|a)>|$)")
_TAG = re.compile(r"</?([a-z0-9]+)[^>]*>")


def fold(text: str) -> str:
    """Text for comparing: no case, no accents, ä = ae = a, ß = ss, one blank between words. Apply it to both sides."""
    decomposed = unicodedata.normalize("NFKD", legal(_INVISIBLE.sub("", text)).casefold())
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return _UMLAUT_E.sub(r"\1", " ".join(bare.split()))


def legal(text: str) -> str:
    """Text without the control characters that XML 1.0 forbids and that no reader can see."""
    return _ILLEGAL.sub("", text)


def clean_html(source: str, base: str | None = None) -> str:
    """Any HTML → the allow-list (p br h2-h4 b strong i em sup sub ul ol li a[href] blockquote), safe inside a page.

    h1 becomes h2, h5 and h6 become h4; loose text and dropped blocks become paragraphs. Cleaning twice changes nothing.
    With `base` (an absolute URL) relative links become absolute.
    """
    # Nested oddities (a paragraph inside a heading) settle in the second round; real feeds are done after the first.
    for _ in range(4):
        result = _clean_once(source, base)
        if result == source:
            break
        source = result
    return source


def plain(source: str) -> str:
    """HTML → its text on one line, entities resolved; blocks and line breaks become one blank."""
    tags = ALLOWED_TAGS | _BREAKS | _RENAMED.keys()
    inline = ALLOWED_TAGS - _BLOCKS - {"br"}
    marked = _TAG.sub(lambda tag: "" if tag[1] in inline else " ", _sanitise(source, tags))
    return " ".join(legal(html.unescape(marked)).split())


def html_from_plain(text: str) -> str:
    """Plain text → paragraphs (split at empty lines) with line breaks, as safe HTML."""
    parts = re.split(r"\n\s*\n", legal(text).replace("\r\n", "\n").replace("\r", "\n"))
    lines = ("<br>".join(html.escape(line.strip(), quote=False) for line in part.strip().split("\n")) for part in parts)
    return clean_html("".join(f"<p>{line}</p>" for line in lines))


def shorten(text: str, limit: int) -> str:
    """The first words of a plain text, at most `limit` characters including the ellipsis."""
    if len(text) <= limit:
        return text
    cut = text[:limit]
    words = cut.rpartition(" ")[0] or cut[:-1]
    return words.rstrip(" ,;:–-") + "…"


def _clean_once(source: str, base: str | None) -> str:
    blocks = _Paragraphs()
    blocks.feed(_sanitise(source, ALLOWED_TAGS | _BREAKS | _RENAMED.keys(), base))
    blocks.close()
    # The sanitiser has the last word, so no mistake of the pass above can open a hole.
    result = _sanitise("".join(blocks.finish()), ALLOWED_TAGS)
    while (shorter := _EMPTY.sub("", _LAST_BREAKS.sub("", result))) != result:
        result = shorter
    return result.strip()


def _sanitise(source: str, tags: frozenset[str], base: str | None = None) -> str:
    cleaned = nh3.clean(
        legal(source),
        tags=set(tags),
        clean_content_tags=set(_SWALLOWED),
        attributes={"a": {"href"}},
        url_schemes=set(LINK_SCHEMES),
        link_rel=None,
        url_relative=("rewrite_with_base", base) if base else "pass_through",
    )
    return legal(cleaned)  # once more: "&#8;" has become a control character


class _Paragraphs(HTMLParser):
    """Turns sanitised HTML into paragraphs. Its input is well-formed: the sanitiser wrote it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self._out: list[str] = []
        self._open: list[str] = []  # the block elements around the current position
        self._loose = False  # inside a paragraph that the source did not write
        self._breaks: list[str] = []  # <br> not yet written: two of them end a loose paragraph
        self._pending = False  # a dropped block ended inside an element that can only take a <br>

    def finish(self) -> list[str]:
        self._end_loose()
        return self._out

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = _RENAMED.get(tag, tag)
        if tag in _BREAKS:
            self._break()
        elif tag in _BLOCKS:
            self._end_loose()
            self._pending = False
            self._open.append(tag)
            self._out.append(f"<{tag}>")
        elif tag == "br":
            self._breaks.append("<br>")
        else:
            self._inline(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        tag = _RENAMED.get(tag, tag)
        if tag in _BREAKS:
            self._break()
        elif tag in _BLOCKS:
            self._end_loose()
            self._pending = False
            if tag in self._open:
                self._open.remove(tag)
            self._out.append(f"</{tag}>")
        else:
            self._out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._inline(data)
        elif data and not self._breaks and (self._loose or self._open):
            self._out.append(data)

    def handle_entityref(self, name: str) -> None:
        self._inline(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._inline(f"&#{name};")

    def _inline(self, text: str) -> None:
        holds_paragraphs = not self._open or self._open[-1] == "blockquote"
        if holds_paragraphs and len(self._breaks) > 1:
            self._end_loose()
        if holds_paragraphs and not self._loose:
            self._breaks.clear()
            self._out.append("<p>")
            self._loose = True
        if self._pending:
            self._out.append("<br>")
        self._out.extend(self._breaks)
        self._breaks.clear()
        self._pending = False
        self._out.append(text)

    def _break(self) -> None:
        if self._loose:
            self._end_loose()
        elif self._open and self._open[-1] not in ("blockquote", "ul", "ol"):
            self._pending = self._out[-1] != f"<{self._open[-1]}>"

    def _end_loose(self) -> None:
        self._breaks.clear()
        if self._loose:
            self._out.append("</p>")
            self._loose = False
