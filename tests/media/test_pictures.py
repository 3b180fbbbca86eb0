# SPDX-License-Identifier: EUPL-1.2
"""Pictures: what is accepted, what becomes of it, who gets to see it."""

import io
import struct
import threading
from pathlib import Path

import pytest
from flask import Flask
from PIL import Image, features
from sqlalchemy import func, select

from backend import media
from backend.db import db
from backend.jobs import scope
from backend.media import MediaFile, UnusablePicture
from backend.media.pictures import MAX_INPUT_BYTES, encode, name_of
from tests.conftest import TenantClient
from tests.factories import tenant_id
from tests.media.images import ORIENTATION, near, opened, picture, png_that_claims


def keep(app: Flask, data: bytes, slug: str = "alpha") -> str:
    """Take a picture in for a municipality; gives its hash."""
    with scope(app, tenant_id(app, slug), write=False):
        accepted = media.accept(data)
    with scope(app, tenant_id(app, slug)):
        media.keep(accepted)
    return accepted.hash


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF"])
def test_the_usual_formats_become_webp_and_jpeg(kind: str) -> None:
    result = encode(picture(kind))
    assert {name: opened(body).format for name, body in result.files.items()} == {
        (480, "webp"): "WEBP",
        (960, "webp"): "WEBP",
        (960, "jpg"): "JPEG",
    }
    assert all(near(opened(body), (100, 100), (255, 0, 0)) for body in result.files.values())


@pytest.mark.parametrize(
    ("width", "widths"),
    [(3000, [480, 960, 1600]), (1500, [480, 960, 1500]), (1000, [480, 960]), (480, [480]), (200, [200])],
)
def test_pictures_are_never_upscaled(width: int, widths: list[int]) -> None:
    result = encode(picture(size=(width, width // 2)))
    assert result.widths == widths
    assert (result.width, result.height) == (widths[-1], widths[-1] // 2)
    assert all(opened(body).width == step for (step, _kind), body in result.files.items())


@pytest.mark.parametrize(
    "data",
    [
        b"not a picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"%PDF-1.7",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
        picture("TIFF"),
        picture("BMP"),
        picture("ICO", size=(64, 64)),
    ],
)
def test_everything_else_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(UnusablePicture, match="not a JPEG, PNG, WebP"):
        encode(data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_a_torn_file_is_refused(kind: str) -> None:
    data = picture(kind, size=(800, 800))
    with pytest.raises(UnusablePicture):
        encode(data[: len(data) // 2])


def test_a_picture_of_a_billion_pixels_is_refused_before_it_is_decoded() -> None:
    for side in (6_000, 13_000, 60_000):
        # Decoding these few bytes would fail differently, and later.
        with pytest.raises(UnusablePicture, match="too many pixels"):
            encode(png_that_claims(side, side))


def test_a_huge_file_is_refused_unread() -> None:
    with pytest.raises(UnusablePicture, match="larger"):
        encode(b"\xff\xd8" + b"\0" * MAX_INPUT_BYTES)


@pytest.mark.parametrize("kind", ["JPEG", "HEIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_photos_stand_upright(orientation: int, kind: str) -> None:
    # As the camera stored it, red is left; the tag says where that is when the photo is held upright.
    stored = Image.new("RGB", (2400, 1200), "red")
    stored.paste("blue", (1200, 0, 2400, 1200))
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    buffer = io.BytesIO()
    stored.save(buffer, kind, exif=exif.tobytes())
    image = opened(encode(buffer.getvalue()).files[960, "jpg"])
    assert (image.width > image.height) == (orientation < 5)
    corners = [(10, 10), (image.width - 10, image.height - 10)]
    red, blue = corners if orientation in (1, 4, 5, 6) else corners[::-1]
    assert near(image, red, (254, 0, 0))
    assert near(image, blue, (0, 0, 254))


def test_transparency_becomes_white_and_palettes_and_greys_become_colours() -> None:
    for mode, kind in (
        ("RGBA", "PNG"),
        ("LA", "PNG"),
        ("P", "GIF"),
        ("L", "JPEG"),
        ("1", "PNG"),
        ("CMYK", "JPEG"),
        ("I;16", "PNG"),
    ):
        buffer = io.BytesIO()
        Image.new(mode, (480, 240)).save(buffer, kind)
        image = opened(encode(buffer.getvalue()).files[480, "jpg"])
        assert image.mode == "RGB"
        if mode in ("RGBA", "LA"):
            assert near(image, (10, 10), (255, 255, 255))


def profile_with_red_and_green_swapped() -> bytes:
    """A minimal ICC profile (ICC.1:2001-04) of a device whose red looks green: nobody can miss whether it is obeyed."""

    def xyz(*values: float) -> bytes:
        return b"XYZ " + bytes(4) + b"".join(struct.pack(">i", round(value * 65536)) for value in values)

    curve = b"curv" + bytes(4) + struct.pack(">IHH", 1, round(2.2 * 256), 0)
    red, green, blue = xyz(0.385, 0.717, 0.097), xyz(0.436, 0.222, 0.014), xyz(0.143, 0.061, 0.714)
    tags = {b"wtpt": xyz(0.9642, 1, 0.8249), b"rXYZ": red, b"gXYZ": green, b"bXYZ": blue}
    tags |= {b"rTRC": curve, b"gTRC": curve, b"bTRC": curve}
    offset, table, body = 128 + 4 + 12 * len(tags), struct.pack(">I", len(tags)), b""
    for name, data in tags.items():
        table += name + struct.pack(">II", offset + len(body), len(data))
        body += data
    size = struct.pack(">I", offset + len(body))
    head = size + b"lcms" + struct.pack(">I", 0x02100000) + b"mntrRGB XYZ " + bytes(12) + b"acsp" + bytes(28)
    return (head + struct.pack(">iii", 63190, 65536, 54061)).ljust(128, b"\0") + table + body


def test_colours_of_a_profile_are_brought_to_srgb_and_a_broken_profile_does_no_harm() -> None:
    for kind in ("JPEG", "PNG", "WEBP"):
        obeyed = encode(picture(kind, icc_profile=profile_with_red_and_green_swapped()))
        assert near(opened(obeyed.files[960, "jpg"]), (100, 100), (0, 254, 0))
        ignored = encode(picture(kind, icc_profile=b"no profile at all"))
        assert near(opened(ignored.files[960, "jpg"]), (100, 100), (254, 0, 0))


def test_only_the_first_frame_of_an_animation_is_taken() -> None:
    buffer = io.BytesIO()
    first, second = Image.new("RGB", (600, 300), "red"), Image.new("RGB", (600, 300), "blue")
    first.save(buffer, "GIF", save_all=True, append_images=[second], duration=100)
    image = opened(encode(buffer.getvalue()).files[480, "webp"])
    assert getattr(image, "n_frames", 1) == 1
    assert near(image, (10, 10), (255, 0, 0))


def test_names_depend_on_the_content_alone() -> None:
    data = picture()
    assert encode(data).hash == encode(data).hash == name_of(data)
    assert name_of(data) != name_of(picture(size=(1001, 500)))
    assert features.check("avif")


def test_a_picture_is_served_to_its_municipality_alone(app: Flask, client: TenantClient, other: TenantClient) -> None:
    name = keep(app, picture())
    answer = client.get(f"/media/{name}-960.webp")
    assert (answer.status_code, answer.content_type) == (200, "image/webp")
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert client.get(f"/media/{name}-960.jpg").content_type == "image/jpeg"
    assert other.get(f"/media/{name}-960.webp").status_code == 404
    assert client.get(f"/media/{name}-961.webp").status_code == 404


def test_a_picture_asked_for_again_is_unchanged(app: Flask, client: TenantClient) -> None:
    path = f"/media/{keep(app, picture())}-480.webp"
    etag = client.get(path).headers["ETag"]
    assert client.get(path, headers={"If-None-Match": etag}).status_code == 304
    assert client.head(path).status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "..%2f..%2fsecret_key",
        "%2e%2e/secret_key",
        "x.jpg",
        "A" * 32 + "-480.jpg",
        "a" * 32 + "-480.svg",
        "a" * 32 + "-0.jpg",
        "",
    ],
)
def test_other_names_lead_nowhere(app: Flask, client: TenantClient, name: str) -> None:
    assert client.get(f"/media/{name}").status_code == 404


def test_the_same_picture_is_kept_once_a_municipality(app: Flask) -> None:
    data = picture()
    assert keep(app, data) == keep(app, data) == keep(app, data, "beta")
    for slug in ("alpha", "beta"):
        with scope(app, tenant_id(app, slug), write=False):
            assert db.session.scalar(select(func.count(MediaFile.id))) == 1


def test_a_new_picture_learns_what_it_shows_and_a_known_one_keeps_its_words(app: Flask) -> None:
    for alt, credit in (("Die Burg", "Stadt"), ("Ein Turm", None)):
        with scope(app, tenant_id(app, "alpha"), write=False):
            accepted = media.accept(picture())
        with scope(app, tenant_id(app, "alpha")):
            media.keep(accepted, alt=alt, credit=credit)
    with scope(app, tenant_id(app, "alpha"), write=False):
        row = db.session.scalars(select(MediaFile)).one()
        assert (row.alt, row.credit, row.search_text) == ("Die Burg", "Stadt", "die burg stadt")


def test_a_picture_accepted_for_one_municipality_is_not_kept_by_another(app: Flask) -> None:
    with scope(app, tenant_id(app, "alpha"), write=False):
        accepted = media.accept(picture())
    with pytest.raises(ValueError, match="another municipality"), scope(app, tenant_id(app, "beta")):
        media.keep(accepted)


def test_files_appear_whole_also_when_two_write_them(app: Flask, tmp_path: Path) -> None:
    data, alpha = picture(size=(2000, 1000)), tenant_id(app, "alpha")

    def work() -> None:
        with scope(app, alpha, write=False):
            media.accept(data)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    folder = app.extensions["sva.settings"].media_path / str(alpha)
    assert sorted(path.suffix for path in folder.iterdir()) == [".jpg", ".webp", ".webp", ".webp"]
    assert all(opened(path.read_bytes()) for path in folder.iterdir())


def test_the_api_describes_a_picture_with_all_its_sizes() -> None:
    assert media.image("f" * 32, 1600, 900, "480 960 1600", alt="Rathaus", credit="Stadt", caption=None) == {
        "alt": "Rathaus",
        "credit": "Stadt",
        "caption": None,
        "width": 960,
        "height": 540,
        "focal_x": 0.5,
        "focal_y": 0.5,
        "src": f"/media/{'f' * 32}-960.jpg",
        "srcset": ", ".join(f"/media/{'f' * 32}-{width}.webp {width}w" for width in (480, 960, 1600)),
    }
    assert media.image(None, None, None, None, alt="") is None
