# SPDX-License-Identifier: EUPL-1.2
"""Folding for the search, the HTML allow-list, plain text."""

import subprocess
import sys

import pytest

from backend.text import MAX_RESULT, clean_html, fold, html_from_plain, legal, plain, shorten


@pytest.mark.parametrize("word", ["Bäcker", "BAECKER", "backer", "Ba\u0308cker", "Bä\u00adcker"])
def test_an_umlaut_its_transcription_and_its_bare_vowel_are_the_same(word: str) -> None:
    assert fold(word) == "backer"


@pytest.mark.parametrize(
    ("one", "other"), [("Straße", "STRASSE"), ("Größe", "Groesse"), ("Café", "cafe"), ("a\n  b", "a b")]
)
def test_words_that_a_reader_takes_for_the_same_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("typed", ["F", "Fe", "Feu", "Feue", "Feuer", "Feuerw"])
def test_every_beginning_of_a_word_finds_the_word(typed: str) -> None:
    assert fold("Feuerwehr").startswith(fold(typed))


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '<a href="javascript:alert(1)">x</a>',
        '<a href=" &#106;avascript:alert(1)">x</a>',
        '<a href="data:text/html,<script>alert(1)</script>">x</a>',
        "<svg><script>alert(1)</script></svg>",
        '<iframe src="https://evil.example"></iframe>',
        '<p style="background:url(javascript:alert(1))" onclick="alert(1)">x</p>',
        '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
        '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
        "<style>@import 'https://evil.example'</style>",
        "<scr<script>ipt>alert(1)</script>",
    ],
)
def test_attacks_leave_nothing_behind(attack: str) -> None:
    result = clean_html(f"<p>vorher</p>{attack}<p>nachher</p>")
    # What is left of an attack may be harmless text, but never a tag, an attribute or a script address.
    for sign in ("<script", "<img", "<iframe", "<style", "onerror=alert(1)>", "onclick", "javascript:", "data:"):
        assert sign not in result
    assert result.startswith("<p>vorher</p>")


def test_headings_keep_to_the_levels_of_an_article() -> None:
    assert clean_html("<h1>A</h1><h3>B</h3><h6>C</h6>") == "<h2>A</h2><h3>B</h3><h4>C</h4>"


def test_dropped_blocks_and_loose_text_become_paragraphs() -> None:
    assert clean_html("<div>eins</div><div>zwei <b>drei</b></div>") == "<p>eins</p><p>zwei <b>drei</b></p>"
    assert clean_html("eins<br><br>zwei<br>drei") == "<p>eins</p><p>zwei<br>drei</p>"
    assert clean_html("<table><tr><td>Mo</td><td>9 Uhr</td></tr></table>") == "<p>Mo</p><p>9 Uhr</p>"
    assert clean_html("<ul><li><div>eins</div><div>zwei</div></li></ul>") == "<ul><li>eins<br>zwei</li></ul>"


def test_empty_paragraphs_disappear() -> None:
    assert clean_html("<p>&nbsp;</p><p><b> </b></p><p>da</p><p><br></p>") == "<p>da</p>"


@pytest.mark.parametrize(
    "source",
    [
        '<p>Ein <strong>Satz</strong> mit <a href="https://example.org/?a=1&amp;b=2">Verweis</a>.</p><ul><li>eins</li><li>zwei</li></ul>',
        "lose <em>Worte</em><blockquote>Zitat</blockquote><div>x<p>y</p>z</div>",
        "<ol><li>a<ul><li>b</li></ul></li></ol><p>5 &lt; 6 &amp; 7</p>",
        "<b><div>quer</div></b> und <p>normal<br>weiter</p>",
        "<blockquote><p>a</p>b</blockquote>",
    ],
)
def test_cleaning_twice_changes_nothing(source: str) -> None:
    once = clean_html(source)
    assert clean_html(once) == once


def test_what_an_editor_writes_stays_as_it_is() -> None:
    source = (
        '<h2>Titel</h2><p>a <em>b</em> <a href="/seiten/impressum">c</a><br>d</p><ul><li><p>e</p></li></ul>'
        "<p>H<sub>2</sub>O, m<sup>2</sup></p>"
    )
    assert clean_html(source) == source


def test_plain_text_separates_blocks_and_joins_inline_parts() -> None:
    assert plain("<p>Stra<b>ße</b></p><p>5 &lt; 6<br>&amp; mehr</p><script>x</script>") == "Straße 5 < 6 & mehr"


def test_plain_text_becomes_paragraphs() -> None:
    assert html_from_plain("eins\nzwei\n\n<b>drei</b>") == "<p>eins<br>zwei</p><p>&lt;b&gt;drei&lt;/b&gt;</p>"


def test_control_characters_are_removed() -> None:
    assert legal("a\x00b\x0bc\ud800d\n") == "abcd\n"
    assert clean_html("<p>a\x00b&#0;&#8;c</p>").replace("\ufffd", "") == "<p>abc</p>"
    assert plain("a\x00b&#8;c") == "abc"


def test_a_teaser_ends_at_a_word() -> None:
    assert shorten("Die Freibadsaison beginnt, endlich", 27) == "Die Freibadsaison beginnt…"
    assert shorten("kurz", 10) == "kurz"
    assert len(shorten("x" * 50, 10)) == 10


# Sources that once took from ten seconds to minutes: what is quadratic anywhere still takes that long.
HEAVY = {
    "unclosed": "<b>" * 20_000,
    "breaks": "<br> " * 20_000,
    "breaks in a paragraph": "<p>a" + "<br> " * 20_000 + "b",
    "lists": "<ul><li>a</li>" * 20_000,
    "blanks": "a" + " " * 80_000 + "b",
    "quotes": "<blockquote>" * 100_000,
    "quotes with text": "<blockquote>a" * 100_000,
    "crossed": "<span><div></span></div>" * 20_000,
    "hidden in attributes": '<dl x="></dl>">' * 20_000,
    "repeated in each paragraph": "".join(f"<p><b id={number}>a</p>" for number in range(20_000)),
    "links around paragraphs": f"<a href='/{'q' * 2_000}'>" + "<p>a" * 40_000,
    "escaped": "&" * 300_000,
    "words": "Wort " * 100_000,
}


@pytest.mark.parametrize("source", HEAVY.values(), ids=HEAVY.keys())
def test_no_html_keeps_the_importer_busy_or_grows_without_bound(source: str) -> None:
    program = (
        "import sys; from backend.text import clean_html, plain; source = sys.stdin.read(); once = clean_html(source); "
        "print(len(once), clean_html(once) == once, len(plain(source)))"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, input=source, capture_output=True, text=True, timeout=60, check=True)
    length, stable, plain_length = done.stdout.split()
    assert int(length) < MAX_RESULT + 10_000
    assert stable == "True"
    assert int(plain_length) <= 200_000


def test_a_long_text_is_cut_between_words_and_stays_whole_html() -> None:
    result = clean_html("<blockquote><b>" + "Wort " * 100_000)
    assert result.endswith("Wort</b></p></blockquote>")
    assert len(result) > MAX_RESULT - 100


def test_a_picture_written_into_the_text_does_not_use_up_its_length() -> None:
    assert clean_html(f'<p>vor<img src="data:image/png;base64,{"A" * 400_000}">nach</p>') == "<p>vornach</p>"


def test_a_hundred_unclosed_paragraphs_and_items_are_no_nesting() -> None:
    assert clean_html("<p>eins" * 300) == "<p>eins</p>" * 300
    assert clean_html(f"<ul>{'<li>eins' * 300}</ul>") == f"<ul>{'<li>eins</li>' * 300}</ul>"


def test_blanks_around_inline_elements_and_breaks_find_their_place() -> None:
    assert clean_html("<p> a <b> b </b>c  d <br> e </p>") == "<p>a <b>b</b> c d<br>e</p>"
    assert clean_html("<p>10&nbsp;Uhr<br>&nbsp;</p>") == "<p>10&nbsp;Uhr</p>"
    assert (
        clean_html('<a href="/x"><h3>Titel</h3>mehr</a>')
        == '<h3><a href="/x">Titel</a></h3><p><a href="/x">mehr</a></p>'
    )
