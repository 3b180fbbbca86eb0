# SPDX-License-Identifier: EUPL-1.2
"""What becomes of the bytes of a feed: dates, encodings, links, pictures, ids, malformed XML."""

from datetime import UTC, datetime

import pytest

from backend.news.feed_dates import read_date
from backend.news.feed_reading import Entry, UnreadableFeed, normal_link, read_feed

URL = "https://stadt.example/service/feed.xml"


def rss(items: str, encoding: str = "utf-8") -> bytes:
    names = 'xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    text = f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0" {names}><channel><title>T</title>{items}'
    return f"{text}</channel></rss>".encode(encoding)


def only(items: str) -> Entry:
    """The single entry of an RSS feed."""
    feed = read_feed(rss(f"<item>{items}</item>"), URL, "application/rss+xml", 10)
    assert len(feed.entries) == 1
    return feed.entries[0]


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("Mon, 05 Oct 2026 10:00:00 +0200", "2026-10-05T08:00"),
        ("Mon, 05 Oct 2026 10:00:00 GMT", "2026-10-05T10:00"),
        ("Mon, 05 Oct 2026 10:00:00 -0000", "2026-10-05T10:00"),
        ("Mon, 05 Oct 2026 10:00:00", "2026-10-05T08:00"),  # no zone, summer time in Germany
        ("Mon, 05 Jan 2026 10:00:00", "2026-01-05T09:00"),  # no zone, winter time
        ("Mon, 05 Oct 2026 10:00:00 MESZ", "2026-10-05T08:00"),
        ("Mo, 05 Okt 2026 10:00", "2026-10-05T08:00"),
        ("Di., 3. März 2026 07:30", "2026-03-03T06:30"),
        ("05.10.2026 10:00", "2026-10-05T08:00"),
        ("5.10.2026, 10:00 Uhr", "2026-10-05T08:00"),
        ("05.10.2026", "2026-10-04T22:00"),
        ("2026-10-05T10:00:00Z", "2026-10-05T10:00"),
        ("2026-10-05T10:00:00.123+02:00", "2026-10-05T08:00"),
        ("2026-10-05T10:00:00", "2026-10-05T08:00"),
        ("2026-10-05 10:00:00 +0200", "2026-10-05T08:00"),
        ("2026-10-05", "2026-10-04T22:00"),
    ],
)
def test_dates_are_read_as_germany_writes_them(text: str, instant: str) -> None:
    found = read_date(text)
    assert found is not None
    assert found.strftime("%Y-%m-%dT%H:%M") == instant


@pytest.mark.parametrize(
    "text", [None, "", "gestern", "0000-00-00 00:00:00", "Thu, 01 Jan 1970 00:00:00 GMT", "9999-12-31", 5]
)
def test_what_is_no_date_is_no_date(text: object) -> None:
    assert read_date(text) is None


def test_umlauts_survive_in_latin_1_and_utf_8() -> None:
    items = "<item><title>Größe der Bäckerei</title><description>Süß &amp; scharf</description></item>"
    for encoding in ("iso-8859-1", "utf-8", "windows-1252"):
        for content_type in (None, "text/xml", f"application/rss+xml; charset={encoding}"):
            entry = read_feed(rss(items, encoding), URL, content_type, 10).entries[0]
            assert (entry.title, entry.body) == ("Größe der Bäckerei", "<p>Süß &amp; scharf</p>")


def test_cdata_and_escaped_html_are_the_same() -> None:
    inner = "<p>Ein <b>Satz</b></p>"
    cdata = only(f"<title>A</title><description><![CDATA[{inner}]]></description>")
    escaped = only("<title>A</title><description>&lt;p&gt;Ein &lt;b&gt;Satz&lt;/b&gt;&lt;/p&gt;</description>")
    assert cdata.body == escaped.body == inner


def test_the_full_text_is_preferred_and_the_summary_becomes_the_teaser() -> None:
    entry = only(
        "<title>A</title><description>Kurz gesagt. [...]</description>"
        "<content:encoded><![CDATA[<p>Lang und breit erzählt.</p>]]></content:encoded>"
    )
    assert entry.body == "<p>Lang und breit erzählt.</p>"
    assert entry.teaser == "Kurz gesagt.…"


def test_a_teaser_is_made_from_the_text_at_a_word() -> None:
    entry = only(f"<title>A</title><description><![CDATA[<p>{'Wort ' * 100}</p>]]></description>")
    assert len(entry.teaser) <= 200
    assert entry.teaser.endswith("Wort…")


def test_plain_descriptions_keep_their_paragraphs() -> None:
    assert only("<title>A</title><description>eins\n\nzwei</description>").body == "<p>eins</p><p>zwei</p>"


def test_relative_links_become_absolute() -> None:
    entry = only(
        "<title>A</title><link>/news/1</link>"
        '<description><![CDATA[<p><a href="plan.pdf">Plan</a> <a href="/x">X</a></p><img src="bild.jpg">]]>'
        "</description>"
    )
    assert entry.link == "https://stadt.example/news/1"
    assert 'href="https://stadt.example/service/plan.pdf"' in entry.body
    assert 'href="https://stadt.example/x"' in entry.body
    assert entry.pictures[0].url == "https://stadt.example/service/bild.jpg"


def test_atom_bases_nest() -> None:
    feed = read_feed(
        b'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/b/"><title>t</title>'
        b'<entry xml:base="c/"><id>urn:1</id><title>A</title><link href="d.html"/>'
        b'<content type="html">&lt;a href="e"&gt;E&lt;/a&gt;</content></entry></feed>',
        URL,
        "application/atom+xml",
        10,
    )
    assert feed.entries[0].link == "https://a.example/b/c/d.html"
    assert 'href="https://a.example/b/c/e"' in feed.entries[0].body


def test_attacks_in_a_feed_are_removed() -> None:
    entry = only(
        "<title>&lt;script&gt;alert(1)&lt;/script&gt;Titel</title><link>javascript:alert(1)</link>"
        "<description><![CDATA[<p onclick=alert(1)>x<script>alert(1)</script><a href='javascript:alert(1)'>y</a>]]>"
        "</description>"
    )
    assert entry.title == "Titel"
    assert entry.link is None
    assert entry.body == "<p>x<a>y</a></p>"


def test_entities_in_a_feed_open_no_file() -> None:
    evil = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    feed = read_feed(evil + rss("<item><title>A &x; B</title></item>")[38:], URL, None, 10)
    assert [" ".join(entry.title.replace("&x;", "").split()) for entry in feed.entries] == ["A B"]


def test_the_body_is_never_taken_for_a_file_name() -> None:
    with pytest.raises(UnreadableFeed):
        read_feed(b"/etc/passwd", URL, None, 10)


@pytest.mark.parametrize("body", [b"", b"<html><body>404</body></html>", b"\xff\xfe\x00", b'{"a": 1}'])
def test_what_is_no_feed_is_refused_in_words(body: bytes) -> None:
    with pytest.raises(UnreadableFeed, match="not an RSS or Atom feed"):
        read_feed(body, URL, "text/html", 10)


def test_a_malformed_feed_gives_its_readable_entries() -> None:
    body = rss(
        "<item><title>Eins & zwei</title><description>a <b> c</description></item><item><title>Drei</title></item>"
    )
    feed = read_feed(body, URL, "text/xml", 10)
    assert feed.malformed
    assert [entry.title for entry in feed.entries] == ["Eins & zwei", "Drei"]


def test_the_torn_last_entry_of_a_feed_is_left_out() -> None:
    whole = rss("<item><title>Eins</title><description>Text</description></item><item><title>Zwei</title>"
                "<description>Ein langer Text, der mitten im Wort abbricht</description></item>")  # fmt: skip
    feed = read_feed(whole[: whole.index(b"mitten")], URL, "text/xml", 10)
    assert [entry.title for entry in feed.entries] == ["Eins"]


def test_an_entry_without_title_takes_its_first_words_and_one_without_anything_is_skipped() -> None:
    feed = read_feed(rss("<item><description>Nur Text</description></item><item><guid>1</guid></item>"), URL, None, 10)
    assert [entry.title for entry in feed.entries] == ["Nur Text"]
    assert feed.skipped == 1


def test_entries_without_guid_are_known_by_link_or_by_title_and_day() -> None:
    one = only("<title>A</title><link>http://www.stadt.example/news/1?utm_source=rss#top</link>")
    two = only("<title>A neu</title><link>https://stadt.example/news/1</link>")
    assert one.guid == two.guid
    three = only(
        "<title>Fest</title><link>https://stadt.example/</link><pubDate>Mon, 05 Oct 2026 10:00:00 GMT</pubDate>"
    )
    four = only(
        "<title>Fest</title><link>https://stadt.example/</link><pubDate>Tue, 05 Oct 2027 10:00:00 GMT</pubDate>"
    )
    assert three.guid != four.guid


def test_the_same_entry_twice_in_a_feed_is_one() -> None:
    item = "<item><title>A</title><link>https://stadt.example/news/1</link></item>"
    assert len(read_feed(rss(item * 2), URL, None, 10).entries) == 1


def test_a_guid_that_all_entries_share_is_no_guid() -> None:
    items = "".join(f"<item><title>{title}</title><guid>https://stadt.example/</guid></item>" for title in "ABC")
    assert len({entry.guid for entry in read_feed(rss(items), URL, None, 10).entries}) == 3


def test_the_number_of_entries_is_bounded() -> None:
    items = "".join(f"<item><title>{n}</title><guid>{n}</guid></item>" for n in range(50))
    assert len(read_feed(rss(items), URL, None, 10).entries) == 10


def test_pictures_come_from_enclosure_media_rss_and_the_text_with_their_words() -> None:
    entry = only(
        "<title>A</title><description><![CDATA[<p>T</p><img src='/zaehler.gif' width=1>"
        "<img src='/c.jpg' alt='Die Brücke'>]]></description>"
        "<media:content url='/b.jpg' medium='image' width='800'><media:description>Das Rathaus"
        "</media:description><media:credit>Stadt</media:credit></media:content>"
        "<enclosure url='/a.mp3' type='audio/mpeg' length='1'/>"
    )
    assert [(picture.url.rpartition("/")[2], picture.alt, picture.credit) for picture in entry.pictures] == [
        ("b.jpg", "Das Rathaus", "Stadt"),
        ("c.jpg", "Die Brücke", None),
    ]
    assert entry.body == "<p>T</p>"


def test_a_picture_without_words_has_an_empty_alternative() -> None:
    entry = only("<title>Titel</title><enclosure url='/a.jpg' type='image/jpeg' length='1'/>")
    assert entry.pictures[0].alt == ""


def test_the_hash_changes_with_what_we_show_and_not_with_the_date() -> None:
    first = only("<title>A</title><description>x</description><pubDate>Mon, 05 Oct 2026 10:00:00 GMT</pubDate>")
    same = only("<title>A</title><description>x</description>")
    other = only("<title>A</title><description>y</description>")
    assert first.hash == same.hash
    assert first.hash != other.hash
    assert first.published == datetime(2026, 10, 5, 10, tzinfo=UTC)


def test_links_are_compared_without_what_does_not_matter() -> None:
    assert normal_link("http://www.A.example/b/?utm_medium=x&id=3#c") == normal_link("https://a.example/b?id=3")


def test_unreadable_addresses_do_not_lose_the_entry() -> None:
    entry = only(
        "<title>A</title><link>http://[kaputt</link><description><![CDATA[<a href='http://[x'>y</a>"
        "<img src='http://[z'>]]></description><enclosure url='http://[' type='image/jpeg' length='1'/>"
    )
    assert (entry.title, entry.link, entry.pictures) == ("A", None, ())


def test_broken_markup_in_a_text_does_not_lose_its_picture() -> None:
    entry = only("<title>A</title><description>&lt;p&gt;x&lt;![CD y&lt;/p&gt;&lt;img src='/a.jpg'&gt;</description>")
    assert [picture.url for picture in entry.pictures] == ["https://stadt.example/a.jpg"]


@pytest.mark.parametrize("address", ["http://[x/a.jpg", "http://h:99999999/a.jpg", "http://a b/a.jpg"])
def test_an_unreadable_picture_address_loses_neither_the_entry_nor_its_other_pictures(address: str) -> None:
    entry = only(
        f"<title>A</title><description><![CDATA[T<img src='{address}'><img src='/b.jpg'>]]></description>"
        f"<enclosure url='{address}' length='1'/>"
    )
    assert entry.body == "<p>T</p>"
    assert "https://stadt.example/b.jpg" in [picture.url for picture in entry.pictures]


@pytest.mark.parametrize("base", ["http://h:99999999/", "http://a b/", "http://[x/", "mailto:x@y.example", "urn:x"])
def test_a_base_that_is_no_address_is_replaced_by_that_of_the_feed(base: str) -> None:
    document = (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry xml:base="{base}"><id>urn:1</id>'
        '<title>A</title><content type="html">&lt;a href="/e"&gt;E&lt;/a&gt;</content></entry></feed>'
    )
    feed = read_feed(document.encode(), URL, "application/atom+xml", 10)
    assert feed.skipped == 0
    assert feed.entries[0].body.endswith(">E</a></p>")
    if base.startswith("http"):
        assert 'href="https://stadt.example/e"' in feed.entries[0].body
