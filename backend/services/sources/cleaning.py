# SPDX-License-Identifier: EUPL-1.2
"""What foreign words may become in the directory: bounded, on the allow-list of backend.text, without persons. Pure."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from backend.services import texts
from backend.text import clean_html, html_from_plain, legal, plain, shorten

Row = dict[str, Any]
LEIKA = re.compile(r"99\d{12}")
# Text modules that residents read; the others are the editors' own (type, approval, origin).
SHOWN = frozenset("05 06 07 08 09 11 14 15 16 18 22 23 25".split())
FORMAL, TITLE, TEASER, FORMS = "02", "03", "24", "14"
MODULE_LENGTH, TITLE_LENGTH, TEASER_LENGTH, LISTED, WORD_LENGTH = 40_000, 300, 600, 40, 80
URL_LENGTH, ID_LENGTH, EMAIL_LENGTH, PHONE_LENGTH, LEAST_DIGITS = 2000, 200, 254, 60, 3
_EMAIL = re.compile(r"[!#-'*+\--9=A-Z^-~]+@[\w.-]+\.\w[\w-]+")
_LANGUAGE = re.compile(r"[a-z]{2}")
_TAG = re.compile(r"<[a-zA-Z/!]|&(?:[a-z]+|#\d+);")
_EMPTY = re.compile(r"(?:keine angaben?|nicht angegeben|entfällt|k\.? ?a\.?|[-–.])?", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
# PV-Lagen (urn:xoev-de:fim:codeliste:pvlagen) by their first digits → our situations in life.
_LAGEN = {
    "101": "familie", "105": "wohnen", "106": "steuern", "107": "ausweise", "109": "mobilitaet", "114": "soziales",
    "2": "gewerbe",
}  # fmt: skip


def line(text: Any, limit: int = TITLE_LENGTH) -> str:
    """One line of plain text."""
    return shorten(plain(text), limit) if isinstance(text, str) else ""


def words(text: Any) -> str:
    """Safe HTML from HTML or plain text; "" where somebody wrote that there is nothing to say."""
    if not isinstance(text, str):
        return ""
    found = clean_html(text) if _TAG.search(text) else html_from_plain(text)
    if len(found) > MODULE_LENGTH:
        cut = found[:MODULE_LENGTH]
        found = clean_html(cut[: cut.rfind("<")])
    return "" if _EMPTY.fullmatch(plain(found)) else found


def address(text: Any) -> str | None:
    """A web address, or None."""
    if not isinstance(text, str):
        return None
    found = legal(text).strip()
    try:
        parts = urlsplit(found)
        good = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return found if good and len(found) <= URL_LENGTH and not re.search(r"\s", found) else None


def phone(text: Any) -> str | None:
    """A number that can be called, or None: "siehe Internet" is none."""
    found = line(text, PHONE_LENGTH)
    return found if len(re.findall(r"[0-9]", found)) >= LEAST_DIGITS else None


def email(text: Any) -> str | None:
    """An address that can be written to, or None."""
    found = legal(text).strip() if isinstance(text, str) else ""
    return found if len(found) <= EMAIL_LENGTH and _EMAIL.fullmatch(found) else None


def links(pairs: Iterable[tuple[Any, Any]]) -> list[Row]:
    """[{title, url}] from (title, address), each address once."""
    found: dict[str, Row] = {}
    for title, url in pairs:
        if (good := address(url)) and len(found) < LISTED:
            found.setdefault(good, {"title": line(title) or (urlsplit(good).hostname or ""), "url": good})
    return list(found.values())


def identifier(text: Any) -> str:
    """The name of an object in its source; "" if it is none."""
    found = legal(str(text)).strip() if isinstance(text, str | int) and not isinstance(text, bool) else ""
    return found if len(found) <= ID_LENGTH and not re.search(r"\s", found) else ""


def leika_keys(found: Iterable[Any]) -> list[str]:
    """The well-formed LeiKa keys, each once."""
    keys = [str(key).strip() for key in found]
    return list(dict.fromkeys(key for key in keys if LEIKA.fullmatch(key)))[:LISTED]


def day(text: Any) -> str | None:
    """The day of a date or a moment as ISO, or None."""
    try:
        return date.fromisoformat(str(text).strip()[:10]).isoformat()
    except ValueError:
        return None


def body(
    language: str,
    modules: Iterable[tuple[str, Any]],
    *,
    synonyms: Iterable[Any] = (),
    pv_lagen: Iterable[Any] = (),
    linked: Iterable[tuple[str, Any, Any]] = (),
    **parts: Any,
) -> Row | None:
    """The text of a service (services.texts) from modules (code, text) and links (code, title, address); None without a
    title. `parts`: fees, deadlines, duration. Several texts of one module are read one after the other."""
    if not _LANGUAGE.fullmatch(language):
        return None
    said: dict[str, list[Any]] = {}
    for code, text in modules:
        said.setdefault(code, []).append(text)
    lines = {code: next(filter(None, map(line, said.get(code, ()))), "") for code in (FORMAL, TITLE)}
    title = lines[TITLE] or lines[FORMAL]
    if not title:
        return None
    cleaned = [(code, "".join(map(words, said[code]))) for code in sorted(said) if code in SHOWN]
    lagen = [str(one).strip() for one in pv_lagen]
    lagen = list(dict.fromkeys(one for one in lagen if _NUMBER.fullmatch(one) and len(one) <= 7))[:LISTED]
    listed = list(linked)
    found = list(dict.fromkeys(filter(None, (line(one, WORD_LENGTH) for one in synonyms))))[:LISTED]
    teaser = next(filter(None, (line(text, TEASER_LENGTH) for text in said.get(TEASER, ()))), "")
    return texts.body(
        language=language,
        title=title,
        title_formal=lines[FORMAL],
        teaser=teaser,
        situation=next((slug for one in lagen for start, slug in _LAGEN.items() if one.startswith(start)), None),
        modules=[{"code": code, "html": html} for code, html in cleaned if html],
        forms=links((name, url) for code, name, url in listed if code == FORMS),
        links=links((name, url) for code, name, url in listed if code != FORMS),
        synonyms=found,
        pv_lagen=lagen,
        **{name: words(text) or None for name, text in parts.items()},
    )
