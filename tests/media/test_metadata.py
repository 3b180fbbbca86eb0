# SPDX-License-Identifier: EUPL-1.2
"""No byte of a picture's metadata survives: the written files are taken apart segment by segment."""

import io
import struct
from collections.abc import Callable, Iterator

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from backend.media.pictures import encode
from tests.media.images import GPS, MAKE, opened

MARK = "HAUSNUMMER-7-HINTERHOF"
# Markers of ITU-T T.81 that carry pixels or how to read them: SOF0, SOF2, DHT, DQT, DRI, SOS.
PIXELS = {0xC0, 0xC2, 0xC4, 0xDB, 0xDD, 0xDA}
EXIF_COMMENT, ARTIST = 0x9286, 0x013B


def exif() -> bytes:
    data = Image.Exif()
    data[MAKE] = data[ARTIST] = MARK
    data.get_ifd(GPS).update({1: "N", 2: (52.0, 8.0, 30.0), 29: MARK})
    data.get_ifd(0x8769)[EXIF_COMMENT] = b"ASCII\0\0\0" + MARK.encode()
    return data.tobytes()


def xmp() -> bytes:
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>{MARK}</rdf:RDF></x:xmpmeta>'.encode()


def profile() -> bytes:
    """A real sRGB profile whose description is ours."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    place = data.index("sRGB".encode("utf-16-be"))
    data[place : place + 8] = MARK[:4].encode("utf-16-be")
    return bytes(data) + MARK.encode()


def scene(mode: str = "RGB") -> Image.Image:
    return Image.linear_gradient("L").resize((1800, 1200)).convert(mode)


def saved(kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    scene().save(buffer, kind, **options)
    return buffer.getvalue()


def jpeg() -> bytes:
    """Everything that a camera, Photoshop and a joker put into a JPEG, also behind its end."""
    data = saved("JPEG", exif=exif(), xmp=xmp(), icc_profile=profile(), comment=MARK.encode())
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(MARK)) + MARK.encode()
    for marker, body in ((0xED, iptc), (0xEC, b"Ducky" + MARK.encode()), (0xEF, MARK.encode())):
        data = data[:2] + bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body + data[2:]
    return data + MARK.encode()


def mpo() -> bytes:
    buffer = io.BytesIO()
    scene().save(buffer, "MPO", save_all=True, append_images=[scene()], exif=exif())
    return buffer.getvalue()


def png() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", MARK)
    info.add_text("Author", MARK, zip=True)
    info.add_itxt("XML:com.adobe.xmp", xmp().decode())
    return saved("PNG", pnginfo=info, exif=exif(), icc_profile=profile()) + MARK.encode()


def webp() -> bytes:
    return saved("WEBP", exif=exif(), xmp=xmp(), icc_profile=profile()) + MARK.encode()


def gif() -> bytes:
    return saved("GIF", comment=MARK.encode(), xmp=xmp())


def avif() -> bytes:
    return saved("AVIF", exif=exif(), xmp=xmp(), icc_profile=profile())


def heic() -> bytes:
    return saved("HEIF", exif=exif(), xmp=xmp(), icc_profile=profile())


def jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments between start and end of a JPEG; raises AssertionError for anything that is none."""
    assert data[:2] == b"\xff\xd8"
    place = 2
    while data[place : place + 2] != b"\xff\xd9":
        assert data[place] == 0xFF, place
        marker, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4])
        yield marker, data[place + 4 : place + 2 + length]
        place += 2 + length
        if marker == 0xDA:  # the scan's data: up to the next marker that is no stuffing and no restart
            while data[place] != 0xFF or data[place + 1] == 0 or 0xD0 <= data[place + 1] <= 0xD7:
                place += 1
    assert place + 2 == len(data), "something follows the end"


def webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a WebP (RFC 9649); raises AssertionError for anything that is none."""
    assert data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    assert int.from_bytes(data[4:8], "little") + 8 == len(data), "something follows the end"
    place = 12
    while place < len(data):
        length = int.from_bytes(data[place + 4 : place + 8], "little")
        yield data[place : place + 4], data[place + 8 : place + 8 + length]
        place += 8 + length + length % 2
    assert place == len(data)


@pytest.mark.parametrize("make", [jpeg, mpo, png, webp, gif, avif, heic])
def test_written_files_hold_pixels_and_nothing_else(make: Callable[[], bytes]) -> None:
    original = make()
    assert any(spelling in original for spelling in (MARK.encode(), MARK[:4].encode("utf-16-be"))), "nothing is planted"
    files = encode(original).files
    assert {kind for _width, kind in files} == {"jpg", "webp"} and len(files) >= 3
    for (_width, kind), body in files.items():
        if kind == "jpg":
            for marker, segment in jpeg_segments(body):
                # JFIF names density and an embedded thumbnail, of 0 × 0 here.
                jfif = marker == 0xE0 and segment[:5] == b"JFIF\0" and segment[-2:] == b"\0\0" and len(segment) == 14
                assert jfif or marker in PIXELS, hex(marker)
        else:
            assert [name for name, _chunk in webp_chunks(body)] == [b"VP8 "]
        for spelling in (MARK.encode(), MARK.encode("utf-16-le"), MARK[:4].encode("utf-16-be"), b"Exif", b"xmpmeta"):
            assert spelling not in body
        assert not {"exif", "icc_profile", "comment", "xmp", "photoshop"} & set(opened(body).info)


def test_the_parsers_of_this_test_find_what_they_look_for() -> None:
    markers = {marker for marker, _segment in jpeg_segments(saved("JPEG", exif=exif(), comment=MARK.encode()))}
    assert {0xE1, 0xFE} <= markers
    assert b"EXIF" in dict(webp_chunks(saved("WEBP", exif=exif())))
    with pytest.raises(AssertionError, match="follows the end"):
        list(webp_chunks(webp()))
