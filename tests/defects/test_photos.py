# SPDX-License-Identifier: EUPL-1.2
"""Photos of reports: private until published, and what is blackened is gone."""

import os
import time
import uuid
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from backend import jobs
from backend.db import db
from backend.defects import photo_files, photos
from backend.defects.models import DefectPhoto, DefectReport
from backend.jobs import scope
from backend.media import pictures
from tests.conftest import TenantClient, client_of
from tests.defects.photographing import PLATE, let_the_queue_work, publish, scene
from tests.defects.reports import make_defect_category
from tests.defects.submitting import API, add_photo, bearer, kept, own, private_files, submit, submitted
from tests.factories import tenant_id
from tests.media.desks import files as public_files
from tests.media.images import near, opened, picture


@pytest.fixture(autouse=True)
def category(app: Flask) -> uuid.UUID:
    return make_defect_category(app)


def test_the_reporter_sees_the_own_photo_and_nobody_else_does(client: TenantClient) -> None:
    report_id = submitted(client, [picture(size=(900, 600))])
    (photo,) = own(client, report_id).json["own_photos"]
    path = f"{API}/{report_id}/own/photos/{photo['id']}"
    answer = client.get(path, headers=bearer())
    assert (answer.status_code, answer.mimetype, answer.headers["Cache-Control"]) == (200, "image/webp", "no-store")
    assert "ETag" not in answer.headers and opened(answer.data).size == (900, 600)
    assert client.get(path).status_code == 401
    assert client.get(path, headers=bearer("ein-ganz-anderes-geheimnis")).status_code == 404
    assert client_of(client.application, "beta").get(path, headers=bearer()).status_code == 404
    other = submitted(client)
    assert client.get(f"{API}/{other}/own/photos/{photo['id']}", headers=bearer()).status_code == 404


def test_published_it_gets_a_name_that_nobody_can_guess(app: Flask, client: TenantClient) -> None:
    report_id = submitted(client, [scene()])
    private = {path.name for path in private_files(app)}
    publish(app, report_id)
    assert {path.name for path in private_files(app)} == private, "nothing was blackened"
    public = public_files(app)
    assert len(public) == 4 and {path.suffix for path in public} == {".webp", ".jpg"}
    (name,) = {path.name.partition("-")[0] for path in public}
    assert name not in {path.partition("-")[0] for path in private} and name != pictures.name_of(scene())
    answer = client.get(f"/media/{name}-1600.webp")
    assert answer.status_code == 200 and near(opened(answer.data), (1150, 850), (255, 0, 0))
    assert client_of(app, "beta").get(f"/media/{name}-1600.webp").status_code == 404


def test_what_is_blackened_is_gone_for_good(app: Flask, client: TenantClient) -> None:
    report_id = submitted(client, [scene()])
    before = private_files(app)
    publish(app, report_id, PLATE)
    assert not [path for path in before if path.exists()], "the original is deleted"
    for path in [*private_files(app), *public_files(app)]:
        image = opened(path.read_bytes())
        scale = image.width / 1600
        for x in range(990, 1311, 20):
            for y in (800, 850, 899):
                found = image.convert("RGB").getpixel((min(int(x * scale), image.width - 1), int(y * scale)))
                assert isinstance(found, tuple) and found[0] < 160, (path, x, y, found)
        assert near(image, (int(1150 * scale), int(850 * scale)), (0, 0, 0))
        assert near(image, (int(200 * scale), int(200 * scale)), (120, 120, 120))
    with scope(app, tenant_id(app, "alpha"), write=False):
        (row,) = photos.of_report(uuid.UUID(report_id))
        assert row.redactions == [PLATE]


def test_published_again_nothing_is_encoded_and_more_areas_add_to_the_first(
    app: Flask, client: TenantClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    report_id = submitted(client, [scene()])
    publish(app, report_id, PLATE)
    public = public_files(app)
    monkeypatch.setattr(photos, "encode", None)
    publish(app, report_id, PLATE)
    publish(app, report_id)
    assert public_files(app) == public
    monkeypatch.undo()
    publish(app, report_id, PLATE, [0, 0, 0.2, 0.2])
    assert not [path for path in public if path.exists()]
    (wide,) = [path for path in public_files(app) if path.name.endswith("-1600.webp")]
    image = opened(wide.read_bytes())
    assert near(image, (1150, 850), (0, 0, 0)) and near(image, (100, 100), (0, 0, 0))
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert photos.of_report(uuid.UUID(report_id))[0].redactions == [PLATE, [0, 0, 0.2, 0.2]]


def test_taken_back_its_public_files_go_and_the_blackened_copy_stays(app: Flask, client: TenantClient) -> None:
    report_id = submitted(client, [scene()])
    publish(app, report_id, PLATE)
    publish(app, report_id, public=False)
    assert public_files(app) == []
    (photo,) = own(client, report_id).json["own_photos"]
    seen = client.get(f"{API}/{report_id}/own/photos/{photo['id']}", headers=bearer())
    assert photo["public"] is False and near(opened(seen.data), (1150, 850), (0, 0, 0))
    publish(app, report_id)
    assert len(public_files(app)) == 4


def test_two_clerks_who_blacken_the_same_photo_do_not_undo_each_other(app: Flask, client: TenantClient) -> None:
    report_id = uuid.UUID(submitted(client, [scene()]))
    with scope(app, tenant_id(app, "alpha"), write=False):
        (row,) = photos.of_report(report_id)
        one = photos.prepare(report_id, [{"id": row.id, "public": True, "redactions": [PLATE]}])
        two = photos.prepare(report_id, [{"id": row.id, "public": True, "redactions": [[0, 0, 1, 0.1]]}])
    with scope(app, tenant_id(app, "alpha")):
        photos.publish(photos.of_report(report_id)[0], one)
    with pytest.raises(photos.PhotoChanged), scope(app, tenant_id(app, "alpha")):
        photos.publish(photos.of_report(report_id)[0], two)


def test_the_media_library_neither_shows_nor_sweeps_them(app: Flask, client: TenantClient) -> None:
    report_id = submitted(client, [scene()])
    publish(app, report_id)
    for path in [*public_files(app), *private_files(app)]:
        os.utime(path, (time.time() - 10_000,) * 2)
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert jobs.SWEEPS["media-files"][1]() == [] == photo_files.due()
    publish(app, report_id, public=False)
    assert kept(app, DefectPhoto) == 1


def test_files_that_no_row_names_are_swept_an_hour_later(app: Flask, client: TenantClient) -> None:
    report_id = uuid.uuid4()
    with scope(app, tenant_id(app, "alpha"), write=False):
        left = photos.receive(report_id, picture())
        assert photo_files.due() == []
    submitted(client, [picture(mode="L")])
    draft = private_files(app)[0].with_name(".new-abc")
    draft.write_bytes(b"half of one")
    for path in private_files(app):
        os.utime(path, (time.time() - 3700,) * 2)
    with scope(app, tenant_id(app, "alpha"), write=False):
        orders = photo_files.due()
        assert sorted(orders) == ["left:.new", f"left:{left.hash}"]
        photos.receive(report_id, picture())
        draft.with_name(".new-def").write_bytes(b"in the making")
        for order in orders:
            photo_files.remove_files(order)
    assert len(private_files(app)) == 5, "what somebody is about to name stays"
    assert not draft.exists()
    for path in private_files(app):
        os.utime(path, (time.time() - 3700,) * 2)
    with scope(app, tenant_id(app, "alpha"), write=False):
        for order in photo_files.due():
            photo_files.remove_files(order)
        assert photo_files.due() == [] and len(private_files(app)) == 2
        photos.receive(report_id, picture())
    assert len(private_files(app)) == 4, "what was swept is made again"


def test_a_report_that_goes_takes_its_files_along(app: Flask, client: TenantClient) -> None:
    report_id = submitted(client, [scene(), picture()])
    other = submitted(client, [scene()])
    publish(app, report_id)
    with scope(app, tenant_id(app, "alpha")):
        photos.remove(db.session.get_one(DefectReport, uuid.UUID(report_id)))
    let_the_queue_work(app)
    assert public_files(app) == [] and len(private_files(app)) == 3 and kept(app, DefectPhoto) == 1
    assert len(own(client, other).json["own_photos"]) == 1, "the same photo in two reports is two files"


def test_the_same_report_is_decoded_once(app: Flask, client: TenantClient, monkeypatch: pytest.MonkeyPatch) -> None:
    decoded: list[int] = []
    real = pictures.encode
    monkeypatch.setattr(photos, "encode", lambda data, black=(): decoded.append(1) or real(data, black))
    report_id, photo = str(uuid.uuid4()), picture()
    submit(client, report_id, photos=[photo])
    submit(client, report_id, photos=[photo])
    with scope(app, tenant_id(app, "alpha"), write=False):
        photos.receive(uuid.UUID(report_id), photo)
    assert len(decoded) == 1


def test_no_transaction_is_open_while_a_photo_is_decoded(
    app: Flask, client: TenantClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_ones: list[bool] = []
    real = pictures.encode

    def watched(data: bytes, black: Any = ()) -> Any:
        open_ones.append(db.session().in_transaction())
        return real(data, black)

    monkeypatch.setattr(photos, "encode", watched)
    report_id = submitted(client, [picture()])
    assert add_photo(client, report_id, picture(mode="L")).status_code == 200
    assert open_ones == [False, False]


def test_photos_keep_their_order(app: Flask, client: TenantClient) -> None:
    sizes = [(480, 300), (300, 500), (400, 400)]
    report_id = submitted(client, [picture(size=size) for size in sizes])
    add_photo(client, report_id, picture(size=(200, 100)))
    assert [(one["width"], one["height"]) for one in own(client, report_id).json["own_photos"]] == [*sizes, (200, 100)]
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert list(db.session.scalars(select(DefectPhoto.position).order_by(DefectPhoto.position))) == [0, 1, 2, 3]
