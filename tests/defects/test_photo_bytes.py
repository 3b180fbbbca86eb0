# SPDX-License-Identifier: EUPL-1.2
"""Nothing but pixels is ever stored or served, and what is no photo is refused in words without losing the text."""

import io
import struct
import uuid
import zlib
from collections.abc import Callable
from typing import Any

import orjson
import pytest
from flask import Flask

from backend.defects.models import DefectPhoto
from backend.media import pictures
from tests.conftest import TenantClient
from tests.defects.photographing import check_pixels_only, publish
from tests.defects.submitting import API, add_photo, bearer, kept, private_files, report, submit, submitted
from tests.media.desks import files as public_files
from tests.media.images import picture, png_that_claims
from tests.media.test_metadata import MARK, avif, gif, heic, jpeg, mpo, png, webp

KINDS = [jpeg, mpo, png, webp, gif, avif, heic]


pytestmark = pytest.mark.usefixtures("category")


@pytest.mark.parametrize("make", KINDS)
@pytest.mark.parametrize("areas", [(), ([0.1, 0.1, 0.2, 0.2],)])
def test_no_byte_of_metadata_is_stored_or_served(
    app: Flask, client: TenantClient, make: Callable[[], bytes], areas: tuple[list[float], ...]
) -> None:
    report_id = submitted(client, [make()])
    add_photo(client, report_id, make() + b"x" if make in (jpeg, png, webp) else picture())
    stored = private_files(app)
    publish(app, report_id, *areas)
    stored += [*private_files(app), *public_files(app)]
    assert len(stored) >= 9
    for path in {path for path in stored if path.exists()}:
        check_pixels_only(path)
    (folder,) = {path.parent.parent for path in private_files(app)}
    everything = [path for path in folder.parent.rglob("*") if path.is_file() and "sqlite" not in path.name]
    assert not [path for path in everything if MARK.encode() in path.read_bytes()]


def bomb() -> bytes:
    """A PNG of a few kilobytes whose pixels would fill the memory."""
    return png_that_claims(30_000, 30_000)


def heavy_text() -> bytes:
    """A PNG with a text chunk that unpacks to a hundred megabytes."""
    body = b"Comment\0\0" + zlib.compress(b"\0" * 100_000_000, 9)
    chunk = struct.pack(">I", len(body)) + b"zTXt" + body + struct.pack(">I", zlib.crc32(b"zTXt" + body))
    whole = picture("PNG", (50, 50))
    return whole[:33] + chunk + whole[33:]


FAKES: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "empty"),
    "text": (lambda: b"Kein Bild, nur Text." * 100, "not-a-picture"),
    "svg": (lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "not-a-picture"),
    "html": (lambda: b"<!doctype html><script>alert(1)</script>", "not-a-picture"),
    "pdf": (lambda: b"%PDF-1.7\n" + b"x" * 1000, "not-a-picture"),
    "program": (lambda: b"MZ\x90\0" + b"\0" * 1000, "not-a-picture"),
    "archive": (lambda: b"PK\x03\x04" + b"\0" * 1000, "not-a-picture"),
    "postscript": (lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n", "not-a-picture"),
    "tiff": (lambda: picture("TIFF"), "not-a-picture"),
    "only a beginning": (lambda: jpeg()[:600], "damaged"),
    "half of one": (lambda: (whole := picture("PNG", (900, 900)))[: len(whole) // 2], "damaged"),
    "only a signature": (lambda: b"\xff\xd8\xff\xe0", "not-a-picture"),
    "bomb": (bomb, "too-many-pixels"),
    "heavy text": (heavy_text, "damaged"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAKES)
def test_what_is_no_photo_is_refused_in_words_and_named(app: Flask, client: TenantClient, name: str) -> None:
    make, reason = FAKES[name]
    report_id = str(uuid.uuid4())
    answer = submit(client, report_id, photos=[picture(), make(), picture(mode="L")])
    assert (answer.status_code, answer.json["code"]) == (422, "unusable-picture"), answer.json
    assert (answer.json["reason"], answer.json["photo"]) == (reason, 1)
    assert list(answer.json["errors"]) == ["photo.1"] and answer.json["detail"].startswith("Dies")
    assert (kept(app), kept(app, DefectPhoto)) == (0, 0)
    assert submit(client, report_id, photos=[picture()]).status_code == 201, "the text is not lost with it"


def polyglots() -> dict[str, bytes]:
    """Pictures that are something else as well."""
    script = b"<script>alert(1)</script>" + MARK.encode()
    return {
        "html behind a jpeg": picture() + script,
        "archive behind a png": picture("PNG") + b"PK\x03\x04" + script,
        "html in a gif": picture("GIF") + b";" + script,
        "script in a comment": picture(comment=script),
        "html behind a webp": picture("WEBP") + script,
    }


@pytest.mark.parametrize("name", polyglots())
def test_of_a_polyglot_only_the_picture_is_left(app: Flask, client: TenantClient, name: str) -> None:
    report_id = submitted(client, [polyglots()[name]])
    publish(app, report_id)
    for path in [*private_files(app), *public_files(app)]:
        body = path.read_bytes()
        assert b"script" not in body and b"PK\x03\x04" not in body
        check_pixels_only(path)


def test_a_wrong_name_and_type_say_nothing(app: Flask, client: TenantClient) -> None:
    parts: dict[str, Any] = {
        "report": (io.BytesIO(orjson.dumps(report())), "../../report.exe", "text/html"),
        "photo": [(io.BytesIO(picture()), "../../../etc/passwd\0.php", "application/x-php")],
    }
    answer = client.put(f"{API}/{uuid.uuid4()}", data=parts, content_type="multipart/form-data", headers=bearer())
    assert answer.status_code == 201 and all(path.suffix == ".webp" for path in private_files(app))


def test_what_is_larger_than_a_picture_may_be_is_not_read(client: TenantClient) -> None:
    answer = submit(client, str(uuid.uuid4()), photos=[b"x" * (27 * 1024 * 1024)])
    assert answer.status_code == 413


def test_if_encoding_breaks_nothing_of_the_original_is_kept(
    app: Flask, client: TenantClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_rest: object, **_more: object) -> bytes:
        raise OSError("encoder error")

    monkeypatch.setattr(pictures, "_save", fail)
    answer = submit(client, str(uuid.uuid4()), photos=[jpeg()])
    assert (answer.status_code, answer.json["reason"]) == (422, "damaged")
    assert private_files(app) == [] and kept(app) == 0
