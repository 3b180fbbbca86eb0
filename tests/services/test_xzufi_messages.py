# SPDX-License-Identifier: EUPL-1.2
"""Where XZuFi messages are read from: files, folders and addresses, within bounds."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from backend.importing import Unreadable
from backend.outbound import OutboundError
from backend.services.sources import Setup, xzufi_messages
from backend.services.sources.xml import CHUNK, MAX_TOKEN, UnreadableXml
from backend.services.sources.xzufi_messages import XzufiSource
from tests.services.messages import message, service
from tests.serving import serving

ARS, AGS = "120690020020", "12069020"


def setup(folder: Path, url: str, **more: Any) -> Setup:
    return Setup(url=url, ars=ARS, ags=AGS, folder=folder, **more)


def names(source: XzufiSource) -> Iterator[str]:
    return (item.external_id for item in source.fetch())


def test_a_folder_is_everything_that_its_index_names(tmp_path: Path) -> None:
    (tmp_path / "bb").mkdir()
    (tmp_path / "bb" / "a.xml").write_bytes(message(service("1", "Eins")))
    (tmp_path / "bb" / "b.xml").write_bytes(message(service("2", "Zwei")))
    (tmp_path / "bb" / "alt.xml").write_bytes(message(service("3", "Drei")))
    (tmp_path / "bb" / "index.txt").write_text("a.xml\r\nb.xml\r\n", encoding="utf-8")
    source = XzufiSource(setup(tmp_path, "bb"))
    assert list(names(source)) == ["L999999.1", "L999999.2"]
    assert source.complete
    one = XzufiSource(setup(tmp_path, "bb/a.xml"))
    assert list(names(one)) == ["L999999.1"]
    assert not one.complete


def test_one_bad_file_stops_the_whole_folder(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(message(service("1", "Eins")))
    (tmp_path / "b.xml").write_bytes(message(service("2", "Zwei"))[:-30])
    (tmp_path / "index.txt").write_text("a.xml\nb.xml\n", encoding="utf-8")
    given = []
    with pytest.raises(UnreadableXml):
        given.extend(names(XzufiSource(setup(tmp_path, "."))))
    assert given == []


@pytest.mark.parametrize("index", ["../geheim.xml", "/etc/passwd", "fehlt.xml", "", "\n" * 9])
def test_an_index_names_only_files_beside_it(tmp_path: Path, index: str) -> None:
    (tmp_path / "geheim.xml").write_bytes(message(service("1", "Geheim")))
    (tmp_path / "bb").mkdir()
    (tmp_path / "bb" / "index.txt").write_text(index, encoding="utf-8")
    with pytest.raises(Unreadable):
        list(names(XzufiSource(setup(tmp_path, "bb"))))


@pytest.mark.parametrize("path", ["../../etc/passwd", "/etc/passwd", "fehlt.xml"])
def test_files_outside_the_folder_for_imports_are_not_read(tmp_path: Path, path: str) -> None:
    with pytest.raises(Unreadable):
        list(names(XzufiSource(setup(tmp_path, path))))


def test_messages_come_from_the_web_too(tmp_path: Path) -> None:
    with serving() as site:
        site.serve("/x/eins.xml", "application/xml", message(service("1", "Eins")))
        site.serve("/x/index.txt", "text/plain", b"eins.xml\n")
        site.serve("/y/index.txt", "text/plain", b"http://127.0.0.1:1/fremd.xml\n")
        site.serve("/z/index.txt", "text/plain", b"http://[kaputt\n")
        for path, complete in (("/x/eins.xml", False), ("/x/index.txt", True)):
            source = XzufiSource(setup(tmp_path, site.url(path), allow=site.allow))
            assert list(names(source)) == ["L999999.1"]
            assert source.complete is complete
        for path in ("/y/index.txt", "/z/index.txt"):
            with pytest.raises(Unreadable):
                list(names(XzufiSource(setup(tmp_path, site.url(path), allow=site.allow))))
    assert CHUNK < MAX_TOKEN


def test_messages_from_the_web_fill_no_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = message(service("1", "Eins"))
    monkeypatch.setattr(xzufi_messages, "MAX_DUMP", int(len(one) * 2.5))
    with serving() as site:
        site.serve("/two/index.txt", "text/plain", b"a.xml\nb.xml\n")
        site.serve("/three/index.txt", "text/plain", b"a.xml\nb.xml\nc.xml\n")
        for path in ("/two/a.xml", "/two/b.xml", "/three/a.xml", "/three/b.xml", "/three/c.xml"):
            site.serve(path, "application/xml", one)
        assert len(list(names(XzufiSource(setup(tmp_path, site.url("/two/index.txt"), allow=site.allow))))) == 2
        with pytest.raises(OutboundError) as caught:
            list(names(XzufiSource(setup(tmp_path, site.url("/three/index.txt"), allow=site.allow))))
        assert caught.value.reason == "too-large"
