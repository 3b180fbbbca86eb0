# SPDX-License-Identifier: EUPL-1.2
"""Photos for tests of reports, what a clerk does with them, and a look into the files."""

import io
import uuid
from pathlib import Path

from flask import Flask
from PIL import Image, ImageDraw

from backend.defects import photo_files, photos
from backend.jobs import scope
from tests.factories import tenant_id
from tests.media.test_metadata import MARK, PIXELS, jpeg_segments, webp_chunks

SPELLINGS = (MARK.encode(), MARK.encode("utf-16-le"), MARK[:4].encode("utf-16-be"), b"Exif", b"xmpmeta", b"Photoshop")


def scene() -> bytes:
    """A grey street with a red plate in its lower right quarter."""
    image = Image.new("RGB", (1600, 1200), (120, 120, 120))
    ImageDraw.Draw(image).rectangle((1000, 800, 1300, 900), "red")
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=95)
    return buffer.getvalue()


PLATE = [1000 / 1600, 800 / 1200, 300 / 1600, 100 / 1200]


def let_the_queue_work(app: Flask) -> None:
    """Remove the files for which the bell was rung."""
    huey = app.extensions["sva.huey"]
    for task in huey.pending():
        tenant, kind, name = task.args
        if kind == photo_files.FILES:
            with scope(app, uuid.UUID(tenant), write=False):
                photo_files.remove_files(name)
    huey.flush()


def publish(app: Flask, report_id: str, *areas: list[float], public: bool = True) -> None:
    """What a clerk's decision does with every photo of a report, and then the queue."""
    with scope(app, tenant_id(app, "alpha"), write=False):
        ids = [row.id for row in photos.of_report(uuid.UUID(report_id))]
        wishes = [{"id": one, "public": public, "redactions": list(areas)} for one in ids]
        ready = photos.prepare(uuid.UUID(report_id), wishes)
    with scope(app, tenant_id(app, "alpha")):
        for row in photos.of_report(uuid.UUID(report_id)):
            if public:
                photos.publish(row, ready)
            else:
                photos.unpublish(row)
    let_the_queue_work(app)


def check_pixels_only(path: Path) -> None:
    """Take a file apart: pixels and nothing else."""
    body = path.read_bytes()
    assert not [spelling for spelling in SPELLINGS if spelling in body], path
    if path.suffix == ".jpg":
        for marker, segment in jpeg_segments(body):
            jfif = marker == 0xE0 and segment[:5] == b"JFIF\0" and segment[-2:] == b"\0\0" and len(segment) == 14
            assert jfif or marker in PIXELS, hex(marker)
    else:
        assert [name for name, _chunk in webp_chunks(body)] == [b"VP8 "]
