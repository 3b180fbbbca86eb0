# SPDX-License-Identifier: EUPL-1.2
"""Uploads over HTTP: each file becomes a clean picture or is refused in words, however often and by however many it is
sent."""

import io
import threading
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from PIL import Image
from sqlalchemy import func, select

from backend.db import db
from backend.jobs import scope
from backend.media import MediaFile, library
from backend.media.pictures import MAX_INPUT_BYTES, Picture, encode
from tests.accounts.people import API, at_work, log_of
from tests.factories import make_news, tenant_id
from tests.media.desks import files, upload
from tests.media.images import GPS, ORIENTATION, opened, picture, png_that_claims

SVG = b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"


def rows(app: Flask, slug: str = "alpha") -> int:
    with scope(app, tenant_id(app, slug), write=False):
        return db.session.scalar(select(func.count(MediaFile.id))) or 0


def photo_with_a_place() -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif.get_ifd(GPS)[2] = (52.0, 8.0, 30.0)
    return picture(exif=exif.tobytes())


def moving(kind: str) -> bytes:
    frames = [Image.new("RGB", (600, 300), colour) for colour in ("red", "blue", "green")]
    buffer = io.BytesIO()
    frames[0].save(buffer, kind, save_all=True, append_images=frames[1:], duration=100)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "make",
    [
        photo_with_a_place,
        lambda: picture(mode="CMYK"),
        lambda: picture("PNG", mode="I;16"),
        lambda: picture("HEIF"),
        lambda: picture("AVIF"),
        lambda: moving("GIF"),
        lambda: moving("WEBP"),
        lambda: moving("PNG"),
        lambda: picture("JPEG", (8160, 6144), "L"),
        lambda: picture("PNG", (1, 1)),
    ],
    ids=[
        "place-and-rotated",
        "cmyk",
        "png-16-bit",
        "heic",
        "avif",
        "gif",
        "webp",
        "apng",
        "50-megapixels",
        "one-pixel",
    ],
)
def test_a_usable_picture_is_stored_clean(app: Flask, make: Callable[[], bytes]) -> None:
    editor = at_work(app, "kim@alpha.de")
    answer = upload(editor, make(), "Bilder/Fest   2026.jpg")
    assert answer.status_code == 201, answer.json
    made = answer.json
    assert (made["name"], made["created_by"], made["uses"], made["version"]) == ("Fest 2026.jpg", "Kim", 0, 1)
    assert made["bytes"] == sum(path.stat().st_size for path in files(app))
    for address in [made["src"], *(step.split()[0] for step in made["srcset"].split(", "))]:
        shown = opened(editor.get(address).data)
        assert getattr(shown, "n_frames", 1) == 1 and shown.mode == "RGB"
        assert len(shown.getexif()) == 0
    assert rows(app) == 1 and log_of(app)[-1] == "media.added"


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "leer.jpg", "empty"),
        (SVG, "wappen.jpg", "not-a-picture"),
        (b"<!doctype html><script>alert(1)</script>", "foto.jpg", "not-a-picture"),
        (b"%PDF-1.7 ...", "plan.pdf", "not-a-picture"),
        (b"\xff\xd8\xff", "kurz.jpg", "not-a-picture"),
        (picture("TIFF"), "scan.tif", "not-a-picture"),
        (picture(size=(800, 800))[:4000], "halb.jpg", "damaged"),
        (picture("HEIF")[:-200], "halb.heic", "damaged"),
        (picture("PNG")[:700], "halb.png", "damaged"),
        (png_that_claims(13_000, 13_000), "bombe.png", "too-many-pixels"),
        (png_that_claims(60_000, 60_000), "bombe.png", "too-many-pixels"),
        (b"\xff\xd8" + b"\0" * MAX_INPUT_BYTES, "riesig.jpg", "too-large"),
    ],
)
def test_anything_else_is_refused_in_words_and_leaves_nothing(app: Flask, data: bytes, name: str, reason: str) -> None:
    answer = upload(at_work(app, "kim@alpha.de"), data, name)
    assert (answer.status_code, answer.json["code"], answer.json["reason"]) == (422, "unusable-picture", reason)
    assert answer.json["detail"]
    assert rows(app) == 0 and files(app) == []


def test_a_body_beyond_all_bounds_is_refused_unread_and_other_routes_take_none_of_that_size(app: Flask) -> None:
    editor = at_work(app, "kim@alpha.de")
    answer = upload(editor, b"\0" * (MAX_INPUT_BYTES + 2 * 1024 * 1024))
    assert (answer.status_code, answer.json["code"]) == (413, "too-large")
    body: Any = b'{"name": "' + b"x" * (2 * 1024 * 1024) + b'"}'
    answer = editor.open(f"{API}/session", method="POST", data=body, content_type="application/json")
    assert answer.status_code == 413


def test_a_request_without_a_file_is_refused(app: Flask) -> None:
    editor = at_work(app, "kim@alpha.de")
    for body in ({}, {"file": "no file"}, {"picture": (io.BytesIO(picture()), "a.jpg")}):
        answer = editor.open(f"{API}/media", method="POST", data=body, content_type="multipart/form-data")
        assert answer.status_code == 422 and "file" in answer.json["errors"]
    assert editor.api("POST", "/media", {"file": "x"}).status_code == 422


def test_the_same_bytes_again_are_the_known_picture(app: Flask) -> None:
    editor, data = at_work(app, "kim@alpha.de"), picture()
    first, again = upload(editor, data, "a.jpg"), upload(editor, data, "b.jpg")
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json == first.json
    assert rows(app) == 1


def test_two_uploads_of_the_same_bytes_at_once_make_one_picture_and_both_are_answered(app: Flask) -> None:
    desks, data = [at_work(app, f"{name}@alpha.de") for name in ("kim", "alex", "toni")], picture(size=(1700, 900))
    start, answers = threading.Barrier(len(desks)), []

    def send(editor: Any) -> None:
        start.wait()
        answers.append(upload(editor, data))

    threads = [threading.Thread(target=send, args=(editor,)) for editor in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answer.status_code for answer in answers) == [200, 200, 201]
    assert len({answer.json["id"] for answer in answers}) == 1
    assert rows(app) == 1


def test_a_picture_that_somebody_else_wrote_a_moment_ago_is_the_known_one(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What PostgreSQL lets happen between looking and writing, made to happen every time."""
    with scope(app, tenant_id(app, "alpha"), write=False):
        accepted = library.accept(picture())
    with scope(app, tenant_id(app, "alpha")):
        first = library.keep(accepted)
    with scope(app, tenant_id(app, "alpha")):
        monkeypatch.setattr(db.session(), "scalar", lambda *_rest, **_more: None)
        row, new = library.find_or_add(accepted)
        assert (row.id, new) == (first, False)
    assert rows(app) == 1


def test_nobody_waits_for_the_database_while_a_picture_is_decoded(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = at_work(app, "kim@alpha.de")

    def slow(data: bytes) -> Picture:
        make_news(app, title="Zwischendurch")  # on SQLite it would wait for the upload's transaction, in vain
        return encode(data)

    monkeypatch.setattr(library, "encode", slow)
    assert upload(editor, picture()).status_code == 201


def test_a_picture_that_an_import_brought_is_kept_by_whoever_uploads_it(app: Flask) -> None:
    with scope(app, tenant_id(app, "alpha"), write=False):
        accepted = library.accept(picture())
    with scope(app, tenant_id(app, "alpha")):
        library.keep(accepted)
    editor = at_work(app, "kim@alpha.de")
    assert editor.api("GET", "/media").json[0]["created_by"] is None
    answer = upload(editor, picture())
    assert (answer.status_code, answer.json["created_by"]) == (200, "Kim")


def test_another_municipality_has_a_picture_of_its_own(app: Flask) -> None:
    kim, bea = at_work(app, "kim@alpha.de"), at_work(app, "bea@beta.de", slug="beta")
    mine, theirs = upload(kim, picture()), upload(bea, picture())
    assert (mine.status_code, theirs.status_code) == (201, 201)
    assert mine.json["id"] != theirs.json["id"]
    assert (rows(app), rows(app, "beta")) == (1, 1)
