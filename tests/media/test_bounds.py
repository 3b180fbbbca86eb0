# SPDX-License-Identifier: EUPL-1.2
"""Pictures that are too long, too large or too many at once: what a small server's memory is protected from."""

import threading

import pytest
from PIL import Image

from backend.media import UnusablePicture, pictures
from backend.media.pictures import MAX_HEIGHT, encode
from tests.media.images import opened, picture


@pytest.mark.parametrize("size", [(1000, 29_999 // 2), (200, 29_999)])
def test_a_very_long_picture_becomes_as_narrow_as_webp_demands(size: tuple[int, int]) -> None:
    result = encode(picture("PNG", size, "L"))
    assert result.height <= MAX_HEIGHT
    assert abs(result.width / result.height - size[0] / size[1]) < 0.01
    assert all(opened(body).height <= MAX_HEIGHT for body in result.files.values())


def test_a_picture_that_cannot_be_encoded_is_unusable(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_rest: object, **_more: object) -> bytes:
        raise ValueError("encoder error -5")

    monkeypatch.setattr(pictures, "_save", fail)
    with pytest.raises(UnusablePicture, match="damaged"):
        encode(picture())


def in_two_scans(data: bytes) -> bytes:
    """The same baseline JPEG, whose first scan claims to hold one component only."""
    place = data.index(b"\xff\xda")
    return data[: place + 4] + b"\x01" + data[place + 5 :]


def test_a_jpeg_that_must_be_held_whole_has_fewer_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MAX_SCANS_PIXELS", 100_000)
    assert encode(picture()).width == 960
    whole = [picture(progressive=True), picture(mode="CMYK"), in_two_scans(picture())]
    for data in whole:
        with pytest.raises(UnusablePicture, match="too many pixels"):
            encode(data)
    assert encode(picture(size=(300, 300), progressive=True)).width == 300


def test_the_photo_of_a_phone_with_fifty_megapixels_is_taken() -> None:
    assert encode(picture("JPEG", (8160, 6144), "L")).widths == [480, 960, 1600]


def test_one_picture_is_decoded_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    at_work: list[int] = []
    real = pictures._decode

    def watched(data: bytes) -> Image.Image:
        at_work.append(1)
        try:
            assert len(at_work) == 1
            return real(data)
        finally:
            threading.Event().wait(0.05)
            at_work.pop()

    monkeypatch.setattr(pictures, "_decode", watched)
    failed: list[BaseException] = []

    def work() -> None:
        try:
            encode(picture(size=(300, 200)))
        except UnusablePicture as error:
            failed.append(error)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
