# SPDX-License-Identifier: EUPL-1.2
"""deploy/backup while somebody writes, and what comes back."""

import sqlite3
import subprocess
import tarfile
from pathlib import Path

from tests.deploy.conftest import Production
from tests.e2e.server import ROOT


def backup(production: Production, target: Path) -> subprocess.CompletedProcess[str]:
    command = [str(ROOT / "deploy" / "backup"), str(target)]
    return subprocess.run(command, env=production.env, capture_output=True, text=True, check=False)


def test_a_backup_holds_database_and_media_of_a_running_server(production: Production, tmp_path: Path) -> None:
    media = production.folder / "media"
    media.mkdir(exist_ok=True)
    (media / "picture.webp").write_bytes(b"picture")
    private = production.folder / "private" / "town"
    private.mkdir(mode=0o700, parents=True)
    (private / "photo.webp").write_bytes(b"photo")
    writer = sqlite3.connect(production.folder / "app.sqlite3")
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE tenant SET name = 'half done'")

    done = backup(production, tmp_path / "backups")

    writer.rollback()
    assert done.returncode == 0, done.stderr
    file = Path(done.stdout.strip())
    assert file.stat().st_mode & 0o077 == 0, "others could read it"
    with tarfile.open(file) as archive:
        assert archive.getmember("private/town").mode & 0o077 == 0, "others could look at photos of reports"
        # Python 3.11.2 (Debian 12) knows no filters yet; the archive is our own.
        archive.extractall(tmp_path / "restored", **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))
    assert (tmp_path / "restored" / "media" / "picture.webp").read_bytes() == b"picture"
    assert (tmp_path / "restored" / "private" / "town" / "photo.webp").read_bytes() == b"photo"
    restored = sqlite3.connect(tmp_path / "restored" / "app.sqlite3")
    assert restored.execute("SELECT name FROM tenant").fetchall() == [("Bad Belzig",)]
    assert restored.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_backup_that_fails_leaves_no_file_behind(production: Production, tmp_path: Path) -> None:
    (production.folder / "app.sqlite3").unlink()
    done = backup(production, tmp_path / "backups")
    assert done.returncode != 0
    assert list((tmp_path / "backups").iterdir()) == []


def test_with_postgresql_the_backup_is_what_pg_dump_writes(production: Production, tmp_path: Path) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    stand_in = programs / "pg_dump"
    # The real one refuses servers newer than itself, and no package brings both; what it is told is ours to check.
    stand_in.write_text(
        '#!/bin/sh\nfor word in "$@"; do case "$word" in --file=*) echo "$*" >"${word#--file=}" ;; esac; done\n'
    )
    stand_in.chmod(0o755)
    for scheme in ("postgres", "postgresql", "postgresql+psycopg"):
        settings = {"DATABASE_URL": f"{scheme}://me:secret@db/village", "PATH": f"{programs}:{production.env['PATH']}"}
        target = tmp_path / scheme
        done = backup(Production(production.folder, production.env | settings, production.port), target)
        assert done.returncode == 0, done.stderr
        with tarfile.open(done.stdout.strip()) as archive:
            dump = archive.extractfile("./app.pgdump")
            assert dump is not None
            assert dump.read().decode().split()[-1] == "postgresql://me:secret@db/village"
