# SPDX-License-Identifier: EUPL-1.2
"""Checking a tenant file: each mistake gives one message with line, key and cure."""

from pathlib import Path

import pytest

from backend.tenants.file_schema import ICONS
from tests.tenants.files import MINIMAL, OUTSIDE, mistakes, plan_of

FIVE = """\
ags = "12069020"
hosts = ["https://app.example.org/start"]

[contact]
phnoe = "033841 940"
email = "info(at)example.org"

[theme]
brand = "#0066cc"

[[quick_actions]]
label = "Melden"
icon = "report"
href = "/fundbuero"

[[quick_actions]]
label = "Aktuelles"
icon = "news"
href = "/aktuelles"
"""


def test_five_mistakes_give_five_messages_with_line_key_and_cure(tmp_path: Path) -> None:
    found = mistakes(tmp_path, FIVE)
    assert [(line, key) for line, key, _message in found] == [
        (2, "hosts[1]"),
        (5, "contact.phnoe"),
        (6, "contact.email"),
        (9, "theme.brand"),
        (14, "quick_actions[1].href"),
    ]
    assert all("Write " in message for _line, _key, message in found)


def test_mistakes_of_spelling_and_of_meaning_are_told_together(tmp_path: Path) -> None:
    text = (
        'ags = 12069020\nname = Bad Belzig\npostcode = 03046\ndemo = True\nmodules = ["newz"]\n[theme]\nmotif = "berg\n'
    )
    found = mistakes(tmp_path, text)
    assert [(line, key) for line, key, _message in found] == [
        (1, "ags"),
        (2, "name"),
        (3, "postcode"),
        (4, "demo"),
        (5, "modules[1]"),
        (7, "theme.motif"),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("ags = 12069020", '12069020 is not text. Write it in quotation marks: "12069020".'),
        ('ags = "1206902"', '"1206902" is not an AGS'),
        ('ags = "12069021"', 'Did you mean "12069020" (Bad Belzig)?'),
        ("", 'is missing. Add the line ags = "12069020".'),
    ],
)
def test_a_wrong_ags_is_one_mistake(tmp_path: Path, line: str, message: str) -> None:
    found = mistakes(tmp_path, line + "\n")
    assert len(found) == 1
    assert (found[0][0], found[0][1]) == (1, "ags")
    assert message in found[0][2]


@pytest.mark.parametrize(
    ("text", "key", "message"),
    [
        ('nmae = "X"', "nmae", 'Write "name".'),
        ('agss = "x"', "agss", 'Write "ags".'),
        ('email = "a@b.de"', "email", "Write it below [contact]."),
        ("[contact]\ndemo = true", "contact.demo", "at the top of the file, above the first [section]"),
        ('[theme]\nbrand-night = "#fff"', "theme.brand-night", 'Write "brand_night".'),
        ('[kontakt]\nphone = "1"', "kontakt", 'Write "contact".'),
        ("xyzzy = 1", "xyzzy", "the nearest is"),
        ('name = ""', "name", "is empty"),
        ("demo = 1", "demo", "Write true (or false) without quotation marks."),
        ('bbox = [1, "2", 3, 4]', "bbox[2]", "must be a number"),
        ("bbox = [13.0, 52.0, 12.0, 53.0]", "bbox", "Write [west, south, east, north]"),
        ("latitude = 52.1", "latitude", "Write longitude as well"),
        ("latitude = 12.5\nlongitude = 12.5", "latitude", "does not lie in Germany"),
        ('ars = "120730008008"', "ars", "does not fit ags"),
        ('hosts = "x.de"', "hosts", 'Write ["app.example.org"].'),
        ('hosts = ["x.localhost"]', "hosts[1]", "works in development by itself"),
        ('hosts = ["x.de", "X.de."]', "hosts[2]", "stands twice"),
        ('modules = ["defekte"]', "modules[1]", "or one of: news, events, defects, services, push."),
        ("contact = 3", "contact", "must be a section"),
        ('[contact]\nwebsite = "example.org"', "contact.website", "is not a web address"),
        ('[theme]\nbrand = "grün"', "theme.brand", 'Write it as "#0a4e40"'),
        ('[theme]\ninitials = "你"', "theme.initials", 'for example "BB"'),
        ('[theme]\ninitials = "ABC"', "theme.initials", "longer than 2"),
        ('[theme]\narms = "fehlt.svg"', "theme.arms", 'no file "fehlt.svg"'),
        ('[theme]\narms = "../x.svg"', "theme.arms", "outside the folder"),
        ('[[pages]]\nkey = "a"\nbody = "x"\n[[pages]]\nkey = "a"\nbody = "y"', "pages[2].key", "stands twice"),
        ('[[pages]]\nkey = "Ä"\nbody = "x"', "pages[1].key", "a-z, 0-9 and - only"),
        ('[[news.sources]]\nurl = "ftp://x"\nname = "x"', "news.sources[1].url", "is not a web address"),
        (
            '[[news.sources]]\nurl = "https://x.de"\nname = "x"\ncategory = "Rathaus"',
            "news.sources[1].category",
            'Write "rathaus"',
        ),
        ('[news.sources]\nurl = "https://x.de"', "news.sources", "[[news.sources]]"),
        (
            '[[events.sources]]\nurl = "https://x.de/a.ics"\nname = "x"\ncategory = "Musik"',
            "events.sources[1].category",
            'Write "musik"',
        ),
        (
            '[[events.sources]]\nurl = "https://x.de"\nname = "x"\n'
            '[[events.sources]]\nurl = "https://x.de"\nname = "y"',
            "events.sources[2].url",
            "stands twice",
        ),
        (
            '[[events.school_holidays]]\nname = "F"\nfirst_day = 2027-08-02\nlast_day = 2027-08-01',
            "events.school_holidays[1].last_day",
            "lies before 2027-08-02",
        ),
        (
            '[[events.school_holidays]]\nname = "F"\nfirst_day = "im Mai"\nlast_day = 2027-08-01',
            "events.school_holidays[1].first_day",
            "Write 2027-07-01 without quotation marks",
        ),
        (
            '[[events.school_holidays]]\nname = "F"\nfirst_day = 2027-05-01T08:00:00\nlast_day = 2027-08-01',
            "events.school_holidays[1].first_day",
            "is not a day",
        ),
        ('[map]\ntiles = "http://t.de/{z}/{x}/{y}.png"\nattribution = "x"', "map.tiles", "is not a tile address"),
        ('[map]\ntiles = "https://t.de/{z}/{x}.png"\nattribution = "x"', "map.tiles", "{z}, {x}, {y}"),
        ('[map]\ntiles = "https://t.de; x/{z}/{x}/{y}"\nattribution = "x"', "map.tiles", "is not a tile address"),
        ('[map]\ntiles = ""\nattribution = "x"', "map.tiles", 'Write "https://tiles.example.org/{z}/{x}/{y}.png"'),
        ('[map]\ntiles = "https://t.de/{z}/{x}/{y}.png"', "map.attribution", "is missing"),
        ('[map]\nattribution = "x"', "map.tiles", 'Add the line tiles = "https://tiles.example.org/{z}/{x}/{y}.png"'),
    ],
)
def test_a_mistake_names_its_key_and_the_cure(tmp_path: Path, text: str, key: str, message: str) -> None:
    start = "" if key == "agss" else MINIMAL
    found = mistakes(tmp_path, start + text + "\n")
    assert [one[1] for one in found] == [key], found
    assert message in found[0][2]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("name = Bad Belzig", 2, 'Write name = "Bad Belzig".'),
        ('name = "Bad Belzig', 2, 'Write name = "Bad Belzig".'),
        ("name = „Bad Belzig“", 2, "Write straight ones"),
        ('name: "x"', 2, 'Write name = "value"'),
        ("name =", 2, "nothing stands after the equals sign"),
        ('name = "a" b', 2, "after the closing quotation mark"),
        ('name = "a\\b"x', 2, "after the closing quotation mark"),
        ('name = "C:\\dir"', 2, "simple quotation marks"),
        ('name = "a"\nname = "b"', 3, "stands twice"),
        ('hosts = ["a.de" "b.de"]', 2, "a comma between entries"),
        ('hosts = [\n"a.de"\n"b.de"\n]', 2, "a comma between entries"),
        ('hosts = ["a.de",\ndemo = true', 2, "a comma between entries"),
        ('[contact\nphone = "033841 1"', 2, "brackets"),
        ("[contact]\n[theme]\n[contact]", 4, "stands twice"),
        ('theme = { brand = "#0a4e40"\nmotif = "forest" }', 2, "Write it on one line"),
        ('[[pages]]\nkey = "a"\nbody = """\n<p>x</p>', 4, "long text has no end"),
    ],
)
def test_what_is_not_toml_is_told_in_plain_words(tmp_path: Path, text: str, line: int, message: str) -> None:
    found = mistakes(tmp_path, MINIMAL + text + "\n")
    assert found[0][0] == line, found
    assert message in found[0][2], found
    assert len(found) == 1 or "motif" in text, found


def test_a_file_that_is_not_utf8_names_the_line(tmp_path: Path) -> None:
    found = mistakes(tmp_path, MINIMAL.encode() + 'name = "Köln"'.encode("latin-1"))
    assert found == [(2, "", "a letter here is not UTF-8. Save the file as UTF-8 in your editor.")]


def test_a_byte_order_mark_and_windows_line_ends_are_no_mistakes(tmp_path: Path) -> None:
    assert mistakes(tmp_path, b"\xef\xbb\xbf" + b'ags = "12069020"\r\ndemo = true\r\n') == []


def test_outside_brandenburg_the_missing_keys_are_named_one_by_one(tmp_path: Path) -> None:
    found = mistakes(tmp_path, 'ags = "14522180"\nname = "Hainichen"\n')
    assert [key for _line, key, _message in found] == ["ars", "kind", "latitude", "longitude", "postcode"]
    assert mistakes(tmp_path, OUTSIDE) == []


def test_a_misspelt_required_key_is_not_also_missing(tmp_path: Path) -> None:
    assert [key for _line, key, _message in mistakes(tmp_path, OUTSIDE.replace("name =", "nmae ="))] == ["nmae"]
    assert [key for _line, key, _message in mistakes(tmp_path, OUTSIDE.replace('"Stadt"', "Stadt"))] == ["kind"]


def test_a_contrast_message_names_both_colours_the_ratio_and_a_colour_that_works(tmp_path: Path) -> None:
    [(line, key, message)] = mistakes(tmp_path, MINIMAL + '[theme]\nbrand = "#0066cc"\n')
    assert (line, key) == (3, "theme.brand")
    assert "#eeefea on #3e66a2" in message and "5.0 : 1 and needs 7 : 1" in message
    suggestion = message.split('brand = "')[1].split('"')[0]
    assert plan_of(tmp_path, MINIMAL + f'[theme]\nbrand = "{suggestion}"\n')


def test_the_icon_names_are_those_of_the_app() -> None:
    drawn = Path(__file__).resolve().parents[2] / "pwa" / "src" / "ui"
    sources = " ".join(path.read_text(encoding="utf-8") for path in drawn.glob("icon*.ts*"))
    assert [name for name in ICONS if name not in sources] == []
