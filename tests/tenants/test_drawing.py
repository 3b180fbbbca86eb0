# SPDX-License-Identifier: EUPL-1.2
"""Arms are made safe, icons are drawn from arms or initials."""

import base64
import io
from pathlib import Path

import pytest
from PIL import Image

from backend.reference import municipalities
from backend.tenants.arms import PNG, SVG, Arms, BadArms, clean_svg, read_arms
from backend.tenants.icons import SIZES, Look, drawable, initials_of, png, svg

SHIELD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 46"><path d="M2 2h36v22z" fill="#c00"/></svg>'
NASTY = """\
<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40px" height="46"
     onload="alert(1)">
  <script>alert(1)</script><metadata>secret</metadata><!-- remark -->
  <defs><linearGradient id="a"><stop offset="0" style="stop-color:#f00;x:y"/></linearGradient></defs>
  <a xlink:href="https://evil.example"><path d="M0 0h9v9z" fill="url(#a)" onclick="x()"/></a>
  <path d="M0 0h9" style="fill:url(https://evil.example/x);stroke:#000" fill="url('https://evil.example')"/>
  <animate attributeName="href" values="javascript:alert(1)"/>
</svg>"""


def picture(side: int) -> bytes:
    """A PNG with a text chunk."""
    out = io.BytesIO()
    Image.new("RGB", (side, side), "#c00").save(out, "PNG")
    return out.getvalue()


def test_an_svg_is_rebuilt_from_the_allow_list() -> None:
    text = clean_svg(NASTY).decode()
    for bad in ("script", "secret", "evil", "onload", "onclick", "animate", "style", "javascript", "remark", "<a"):
        assert bad not in text, bad
    assert 'viewBox="0 0 40 46"' in text and "width=" not in text
    assert 'fill="url(#a)"' in text and 'stop-color="#f00"' in text and 'stroke="#000"' in text


def test_cleaning_an_svg_twice_changes_nothing() -> None:
    once = clean_svg(NASTY)
    assert clean_svg(once.decode()) == once


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (SHIELD.replace("<path", "<style>path{}</style><path"), "<style>"),
        (SHIELD.replace("<path", '<image href="x"/><path'), "<image>"),
        (SHIELD.replace("<path", '<use href="#a"/><path'), "<use>"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>' + SHIELD, "entities"),
        ("<svg", "cannot be read"),
        ("<html/>", "not an SVG"),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', "draws nothing"),
        (SHIELD.replace('viewBox="0 0 40 46"', 'width="100%"'), "no viewBox"),
        (SHIELD.replace("M2 2h36v22z", "M2 2" + "h1" * 50_000), "larger than 80 KB"),
    ],
)
def test_an_svg_that_would_look_wrong_is_refused(text: str, message: str) -> None:
    with pytest.raises(BadArms, match=message):
        clean_svg(text)


def test_a_png_is_encoded_again_and_bounded(tmp_path: Path) -> None:
    (tmp_path / "wappen.png").write_bytes(picture(900))
    arms = read_arms("wappen.png", tmp_path)
    assert arms.media_type == PNG
    assert max(Image.open(io.BytesIO(arms.data)).size) == 512


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.png", picture(20), "20 x 20"),
        ("a.png", b"GIF89a", "cannot be read"),
        ("a.gif", b"GIF89a", "neither SVG nor PNG"),
        ("a.svg", "<svg>ü</svg>".encode("latin-1"), "not UTF-8"),
        ("a.png", b"x" * 2_000_001, "larger than 2 MB"),
    ],
)
def test_other_pictures_are_refused(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BadArms, match=message):
        read_arms(name, tmp_path)


@pytest.mark.parametrize("value", ["data:text/html;base64,xx", "data:image/png;base64,?"])
def test_a_damaged_data_uri_is_refused(tmp_path: Path, value: str) -> None:
    with pytest.raises(BadArms, match="data URI"):
        read_arms(value, tmp_path)


@pytest.mark.parametrize("arms", [Arms(SVG, clean_svg(SHIELD)), Arms(PNG, picture(300))])
def test_arms_survive_the_way_through_an_exported_file(tmp_path: Path, arms: Arms) -> None:
    once = read_arms(arms.in_file(), tmp_path)
    assert read_arms(once.in_file(), tmp_path) == once


def test_every_municipality_has_initials_that_can_be_drawn() -> None:
    assert all(drawable(initials_of(one.name)) for one in municipalities().values())


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Bad Belzig", "BB"),
        ("Wiesenburg/Mark", "W"),
        ("Brandenburg an der Havel", "BH"),
        ("Frankfurt (Oder)", "F"),
        ("Cottbus/Chóśebuz", "C"),
        ("Śa", "S"),
        ("Östringen", "Ö"),
    ],
)
def test_initials_come_from_the_main_words(name: str, initials: str) -> None:
    assert initials_of(name) == initials


@pytest.mark.parametrize("arms", [None, Arms(SVG, clean_svg(SHIELD)), Arms(PNG, picture(300))])
@pytest.mark.parametrize("name", SIZES)
def test_icons_have_their_size_and_fill_what_the_system_cuts(name: str, arms: Arms | None) -> None:
    drawn = Image.open(io.BytesIO(png(Look("#0a4e40", "#e5f5ef", "BB", arms), name))).convert("RGBA")
    assert drawn.size == (SIZES[name], SIZES[name])
    opaque = name.startswith(("maskable", "apple"))
    assert (drawn.getpixel((0, 0))[3] == 255) is opaque  # type: ignore[index]
    assert len(drawn.getcolors(100_000) or []) > 3


def test_a_maskable_icon_keeps_the_shield_inside_the_safe_circle() -> None:
    drawn = Image.open(io.BytesIO(png(Look("#0a4e40", "#e5f5ef", "MW", None), "maskable-512.png"))).convert("RGB")
    ground = drawn.getpixel((0, 0))
    outside = [
        (x, y)
        for x in range(0, 512, 4)
        for y in range(0, 512, 4)
        if (x - 256) ** 2 + (y - 256) ** 2 > (0.4 * 512) ** 2 and drawn.getpixel((x, y)) != ground
    ]
    assert outside == []


def test_the_svg_icon_needs_no_font_and_no_other_file() -> None:
    text = svg(Look("#0a4e40", "#e5f5ef", "BB", Arms(PNG, picture(300)))).decode()
    assert "<text" not in text and "http" not in text.replace("http://www.w3.org/2000/svg", "")
    assert base64.b64encode(picture(300)).decode() in text
