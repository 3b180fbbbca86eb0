# SPDX-License-Identifier: EUPL-1.2
"""Where XZuFi messages come from: a file or a folder of the operator, or an address. Knows no database.

A folder, or an address that ends so, has an `index.txt` that names its messages: then they are everything there is, and
what they do not hold is gone. Each message is read to its end before the first object is given, so one that breaks off
or is hostile changes nothing.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from backend.importing import Unreadable
from backend.outbound import get
from backend.services.sources import Item, Setup
from backend.services.sources.areas import Areas
from backend.services.sources.xml import UnreadableXml, read_objects
from backend.services.sources.xzufi import WANTED, is_xzufi, read_object

INDEX = "index.txt"
MAX_MESSAGE, MAX_INDEX, MAX_MESSAGES = 500 * 1024 * 1024, 256 * 1024, 1000
MAX_DUMP = 4 * MAX_MESSAGE  # all messages from the web together: they wait on our disk
SECONDS = 600.0


class XzufiSource:
    """Services from XZuFi messages. Settings: `area_ids`, the source's own numbers of this municipality; `complete`,
    whether a single message is everything there is."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.areas = Areas(setup.ars, setup.ags, setup.settings.get("area_ids", ()))
        self.complete = bool(setup.settings.get("complete"))
        self.in_pvog: dict[str, bool] = {}
        self._left = MAX_DUMP

    def fetch(self) -> Iterator[Item]:
        """All objects of all messages."""
        with tempfile.TemporaryDirectory(prefix="xzufi-") as name:
            paths = list(self._on_the_web(Path(name)) if "://" in self.setup.url else self._in_the_folder())
            for path in paths:
                _check(path)
            for path in paths:
                yield from self._read(path)

    def _read(self, path: Path) -> Iterator[Item]:
        with path.open("rb") as file:
            for node in read_objects(file, WANTED, is_xzufi):
                item = read_object(node, self.areas)
                if item is not None:
                    yield item

    def _in_the_folder(self) -> Iterator[Path]:
        root = self.setup.folder.resolve()
        path = (root / self.setup.url).resolve()
        if not path.is_relative_to(root) or not path.exists():
            raise Unreadable(f'There is no "{self.setup.url}" in the folder for imports.')
        if path.is_dir():
            path /= INDEX
        if path.name != INDEX:
            yield path
            return
        if not path.is_file():
            raise Unreadable(f"The folder has no {INDEX}.")
        self.complete = True
        for name in _names(path.read_bytes()[:MAX_INDEX]):
            message = (path.parent / name).resolve()
            if not message.is_relative_to(path.parent) or not message.is_file():
                raise Unreadable(f"{INDEX} names a message that is not there; nothing was read.")
            yield message

    def _on_the_web(self, folder: Path) -> Iterator[Path]:
        url = self.setup.url
        if not urlsplit(url).path.endswith(f"/{INDEX}"):
            yield self._save(url, folder / "0")
            return
        self.complete = True
        listed = get(url, max_bytes=MAX_INDEX, seconds=SECONDS, allow=self.setup.allow)
        for number, name in enumerate(_names(listed.body)):
            yield self._save(_beside(listed.url, name), folder / str(number))

    def _save(self, url: str, path: Path) -> Path:
        with path.open("wb") as file:
            most = min(MAX_MESSAGE, self._left)
            get(url, max_bytes=most, seconds=SECONDS, allow=self.setup.allow, into=file)
            self._left -= file.tell()
        return path


def _beside(index: str, name: str) -> str:
    """The address of a message; only on the server of its index."""
    try:
        found = urljoin(index, name)
        same = urlsplit(found)[:2] == urlsplit(index)[:2]
    except ValueError:
        same = False
    if not same:
        raise Unreadable(f"{INDEX} names a message on another server.")
    return found


def _names(index: bytes) -> list[str]:
    try:
        found = [line.strip() for line in index.decode("utf-8-sig").splitlines()]
    except UnicodeDecodeError as error:
        raise Unreadable(f"{INDEX} is no list of names.") from error
    found = list(dict.fromkeys(line for line in found if line))
    if not found or len(found) > MAX_MESSAGES:
        raise Unreadable(f"{INDEX} names no messages, or more than {MAX_MESSAGES}.")
    return found


def _check(path: Path) -> None:
    """Read a message to its end."""
    if path.stat().st_size > MAX_MESSAGE:
        raise UnreadableXml(f"The message is larger than {MAX_MESSAGE} bytes.", "too-large")
    with path.open("rb") as file:
        for _ in read_objects(file, WANTED, is_xzufi):
            pass
