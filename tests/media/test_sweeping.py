# SPDX-License-Identifier: EUPL-1.2
"""What pictures leave behind goes, and nothing else."""

import os
import time
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select, update

from backend import jobs, media
from backend.db import db
from backend.jobs import scope
from backend.media import MediaFile, sweeping
from backend.media.sweeping import Swept
from tests.accounts.people import at_work
from tests.factories import make_news, tenant_id
from tests.media.desks import change, delete, files, upload
from tests.media.images import picture

NOW = datetime.now(UTC)


def imported(app: Flask, width: int = 1000, days: int = 40) -> uuid.UUID:
    """A picture that an import brought some days ago."""
    with scope(app, tenant_id(app, "alpha"), write=False):
        accepted = media.accept(picture(size=(width, 300)))
    with scope(app, tenant_id(app, "alpha")):
        media_id = media.keep(accepted)
        age(accepted.hash, days)
    let_lie(app)
    return media_id


def age(hash: str, days: int) -> None:
    moment = NOW - timedelta(days=days)
    db.session.execute(update(MediaFile).where(MediaFile.hash == hash).values(created_at=moment))


def let_lie(app: Flask) -> None:
    """Make all files look two hours old."""
    for path in files(app):
        os.utime(path, (time.time() - 7200,) * 2)


def sweep(app: Flask) -> Swept:
    with scope(app, tenant_id(app, "alpha")):
        return media.sweep_unused(NOW, days=30)


def left(app: Flask) -> set[uuid.UUID]:
    with scope(app, tenant_id(app, "alpha"), write=False):
        return set(db.session.scalars(select(MediaFile.id)))


def test_pictures_of_imports_that_nothing_shows_go_after_their_time_and_then_their_files(app: Flask) -> None:
    old, young, shown = imported(app, 100), imported(app, 101, days=29), imported(app, 102)
    make_news(app, image_id=shown)
    assert sweep(app) == Swept(rows=1, files=0)
    assert left(app) == {young, shown}
    assert sweep(app) == Swept(rows=0, files=2)
    assert len(files(app)) == 4 and old not in left(app)
    assert sweep(app) == Swept(rows=0, files=0)


def test_what_a_member_took_in_or_described_stays(app: Flask) -> None:
    editor = at_work(app, "kim@alpha.de")
    described, taken = imported(app, 100), imported(app, 101)
    change(editor, str(described), 1, alt="Die Burg")
    assert upload(editor, picture(size=(101, 300))).status_code == 200
    own = upload(editor, picture(size=(102, 300))).json
    with scope(app, tenant_id(app, "alpha")):
        age(own["hash"], 400)
    assert sweep(app).rows == 0
    assert left(app) == {described, taken, uuid.UUID(own["id"])}


def test_files_without_a_row_and_drafts_go_but_not_those_of_a_moment_ago_nor_strangers(app: Flask) -> None:
    imported(app, days=1)
    folder = files(app)[0].parent
    stale = [f"{'a' * 32}-480.webp", f"{'a' * 32}-480.jpg", ".new-x7", ".old-" + "b" * 32 + "-480.jpg"]
    for name in [*stale, "note.txt", f"{'c' * 32}-480.webp"]:
        (folder / name).write_bytes(b"x")
    let_lie(app)
    os.utime(folder / f"{'c' * 32}-480.webp")
    kept = {path.name for path in files(app)} - set(stale)
    assert sweep(app) == Swept(rows=0, files=4)
    assert {path.name for path in files(app)} == kept


def test_the_files_of_a_deleted_picture_go_by_themselves(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    rung: list[tuple[str, str | None]] = []
    monkeypatch.setattr(jobs, "enqueue", lambda _tenant, kind, row_id, _at: rung.append((kind, row_id)))
    editor = at_work(app, "kim@alpha.de")
    made, other = (upload(editor, picture(size=(width, 300))).json for width in (100, 101))
    let_lie(app)
    delete(editor, made["id"], 1)
    assert rung == [("media-files", made["hash"])]
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert sweeping.due() == [made["hash"]]
        jobs.KINDS["media-files"](made["hash"])
        assert sweeping.due() == []
    assert editor.get(made["src"]).status_code == 404
    assert editor.get(other["src"]).status_code == 200


def test_a_picture_that_is_sent_again_while_its_files_are_removed_keeps_them(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = at_work(app, "kim@alpha.de")
    made = upload(editor, picture()).json
    let_lie(app)
    delete(editor, made["id"], 1)
    rename = Path.rename

    def meanwhile(self: Path, target: Path) -> Path:
        if target.name.startswith(sweeping.LEAVING):
            monkeypatch.setattr(Path, "rename", rename)
            assert upload(editor, picture()).status_code == 201
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", meanwhile)
    with scope(app, tenant_id(app, "alpha"), write=False):
        sweeping.remove_files(made["hash"])
    assert [path.name for path in files(app) if path.name.startswith(sweeping.LEAVING)] == []
    assert all(editor.get(f"/media/{path.name}").status_code == 200 for path in files(app))
    assert len(files(app)) == 3


def test_a_municipality_without_pictures_has_nothing_to_sweep(app: Flask) -> None:
    assert sweep(app) == Swept(rows=0, files=0)
