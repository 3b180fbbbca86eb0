# SPDX-License-Identifier: EUPL-1.2
"""Text as it enters and is searched: folding, the one HTML allow-list, plain text. Knows no feature and no database."""

import html
import re
import unicodedata
from collections import Counter
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
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_UMLAUT_E = re.compile(r"([aou])e")
_BLANKS = re.compile(r"[ \t\r\n\f]{2,}")
_DATA_ADDRESS = re.compile(r"\bdata:[^\s\"'<>]{1000,}", re.IGNORECASE)
_TAG = re.compile(r"</?([a-z0-9]+)[^>]*>")
_ANY_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)[^>]*>?")
_VOID = _names("area base br col embed hr img input link meta param source track wbr")
# They go on in the next block if nothing ends them.
_FORMATTING = _names("a b big code em font i nobr s small strike strong tt u")
_SELF_ENDING = _names("p li")  # each ends the one before it, so that they do not nest although many never end

# For what strangers send: a page of text has a few thousand characters, a nested list five levels.
MAX_SOURCE, MAX_RESULT, MAX_DEPTH = 200_000, 150_000, 100


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

    h1 becomes h2, h5 and h6 become h4; loose text and dropped blocks become paragraphs; what is empty disappears.
    Cleaning twice changes nothing. About MAX_RESULT characters come out at most. With `base` (see `is_base`) relative
    links become absolute.
    """
    # Nested oddities (a paragraph inside a heading) settle in the second round; real feeds are done after the first.
    for _ in range(4):
        result = _clean_once(source, base)
        if result == source:
            break
        source = result
    return source


def is_base(address: str) -> bool:
    """Whether relative links can be resolved against this address; feeds name bases that are none."""
    try:
        nh3.clean("", url_relative=("rewrite_with_base", address))
    except ValueError:
        return False
    return True


def bounded_html(source: str) -> str:
    """HTML that a browser's parser reads in linear time: cut at MAX_SOURCE, nested at most about MAX_DEPTH deep."""
    # Pictures written into the text would use up its length.
    source = _BLANKS.sub(lambda run: "\n" if "\n" in run[0] else " ", _DATA_ADDRESS.sub("", source))
    if len(source) > MAX_SOURCE:
        source = source[:MAX_SOURCE]
        border = source.rfind("<")
        source = source[:border] if border > source.rfind(">") else source.rpartition(" ")[0] or source
    return _flat(source)


def plain(source: str) -> str:
    """HTML → its text on one line, entities resolved; blocks and line breaks become one blank."""
    tags = ALLOWED_TAGS | _BREAKS | _RENAMED.keys()
    inline = ALLOWED_TAGS - _BLOCKS - {"br"}
    marked = _TAG.sub(lambda tag: "" if tag[1] in inline else " ", _sanitise(bounded_html(source), tags))
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
    blocks.feed(_sanitise(bounded_html(source), ALLOWED_TAGS | _BREAKS | _RENAMED.keys(), base))
    blocks.close()
    # The sanitiser has the last word, so no mistake of the pass above can open a hole.
    return _sanitise(blocks.finish(), ALLOWED_TAGS).strip()


def _flat(source: str) -> str:
    """Drop what nests too deep and end what stays open: at each tag the parser walks through all open elements."""
    parts: list[str] = []
    stack: list[str] = []  # what is open if every element ends where its parent does; never longer than MAX_DEPTH
    dropped: Counter[str] = Counter()
    done = odd = paragraph = 0
    for tag in _ANY_TAG.finditer(source):
        name, ends, keep, instead = tag[2].lower(), bool(tag[1]), len(stack), tag[0]
        if name in _VOID:
            continue
        if name in _SELF_ENDING:
            while keep > paragraph and stack[keep - 1] in _FORMATTING:
                keep -= 1
            paragraph = paragraph if ends else keep
        elif not ends and keep < MAX_DEPTH:
            stack.append(name)
            continue
        elif not ends or dropped[name] or name not in stack:
            dropped[name] += -(dropped[name] > 0) if ends else 1
            odd += 1
            instead = "<br>" if name in _BLOCKS or name in _BREAKS else ""
        else:
            keep -= stack[::-1].index(name) + 1
            odd -= 10 if name in _FORMATTING else 1
            instead = ""
        odd += sum(10 if left in _FORMATTING else 1 for left in stack[keep:])
        parts += source[done : tag.start()], *(f"</{left}>" for left in reversed(stack[keep:])), instead
        del stack[keep:]
        done = tag.end()
    # A few unclosed elements are daily fare: the parser repairs them better than this function.
    return "".join(parts) + source[done:] if odd > MAX_DEPTH else source


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
    """Turns sanitised HTML into paragraphs. Its input is well-formed (the sanitiser wrote it) and so is its output.
    A tag is written when text follows, so that nothing empty and no last line break is ever written."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self._out: list[str] = []
        self._size = 0
        self._blocks: list[str] = []  # the block elements around the current position
        self._inlines: list[tuple[str, str]] = []  # name and tag of the inline elements around it
        self._blocks_written = self._inlines_written = 0  # how many of them, from the outside
        self._loose = False  # inside a paragraph that the source did not write
        self._breaks = 0  # <br> not yet written: two of them end a loose paragraph
        self._pending = False  # a dropped block ended inside an element that can only take a <br>
        self._blanks: list[str] = []  # not yet written

    def finish(self) -> str:
        self._end_paragraph()
        return "".join(self._out)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = _RENAMED.get(tag, tag)
        if tag in _BREAKS:
            self._break()
        elif tag in _BLOCKS:
            self._end_paragraph()
            self._blocks.append(tag)
        elif tag == "br":
            self._blanks.clear()
            self._breaks += 1
        else:
            self._inlines.append((tag, self.get_starttag_text() or ""))

    def handle_endtag(self, tag: str) -> None:
        tag = _RENAMED.get(tag, tag)
        if tag in _BREAKS:
            self._break()
        elif tag in _BLOCKS:
            self._end_paragraph()
            if self._blocks_written == len(self._blocks):
                self._write(f"</{tag}>")
                self._blocks_written -= 1
            self._blocks.pop()
        else:
            self._end_inlines(len(self._inlines) - 1)
            self._inlines.pop()

    def handle_data(self, data: str) -> None:
        text = data.lstrip()
        self._blanks.append(data[: len(data) - len(text)])
        self._text(text.rstrip())
        self._blanks.append(text[len(text.rstrip()) :])

    def handle_entityref(self, name: str) -> None:
        if name == "nbsp":
            self._blanks.append("&nbsp;")
        else:
            self._text(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._text(f"&#{name};")

    def _text(self, text: str) -> None:
        if not text:
            return
        blank = "".join(self._blanks)
        self._blanks.clear()
        room = MAX_RESULT - self._size - len(blank) - sum(len(tag) for _name, tag in self._inlines)
        if len(text) > room:
            self._size = MAX_RESULT
            text = text[: max(0, room)].rpartition(" ")[0]
            if not text:
                return
        holds_paragraphs = not self._blocks or self._blocks[-1] == "blockquote"
        if holds_paragraphs and self._breaks > 1:
            self._end_paragraph()
        begins = self._blocks_written < len(self._blocks)
        for tag in self._blocks[self._blocks_written :]:
            self._write(f"<{tag}>")
        self._blocks_written = len(self._blocks)
        if holds_paragraphs and not self._loose:
            self._write("<p>")
            self._loose = begins = True
            self._breaks = 0
        breaks = self._breaks + self._pending
        self._write("<br>" * breaks if breaks else "" if begins else blank)
        self._breaks, self._pending = 0, False
        self._begin_inlines()
        self._write(text)

    def _begin_inlines(self) -> None:
        for position in range(self._inlines_written, len(self._inlines)):
            name, tag = self._inlines[position]
            # Bold inside bold is bold; thousands of them would be repeated in each paragraph.
            if name not in dict(self._inlines[:position]):
                self._write(tag)
        self._inlines_written = len(self._inlines)

    def _end_inlines(self, left: int) -> None:
        """End those written but the first `left`; the others begin again with the next text."""
        while self._inlines_written > left:
            self._inlines_written -= 1
            name = self._inlines[self._inlines_written][0]
            if name not in dict(self._inlines[: self._inlines_written]):
                self._write(f"</{name}>")

    def _break(self) -> None:
        if self._loose:
            self._end_paragraph()
        elif self._blocks and self._blocks[-1] not in ("blockquote", "ul", "ol"):
            self._blanks.clear()
            self._pending = self._blocks_written == len(self._blocks)

    def _end_paragraph(self) -> None:
        """Before a block begins or ends, and where the source did not write a paragraph's end."""
        self._breaks, self._pending = 0, False
        self._blanks.clear()
        self._end_inlines(0)
        if self._loose:
            self._write("</p>")
            self._loose = False

    def _write(self, text: str) -> None:
        self._out.append(text)
        self._size += len(text)
