# SPDX-License-Identifier: EUPL-1.2
"""XML from strangers, one object after the other in bounded memory. Pure.

Refused: document types (so entities too), what is no XML, texts, tags, objects and nesting beyond any use. A namespace
prefix says nothing, its namespace does: names here are local names.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.parsers import expat

from backend.importing import Unreadable

CHUNK = 64 * 1024
MAX_OBJECT = 4 * 1024 * 1024  # characters of one object; real ones have a few ten thousand
MAX_TOKEN = 1024 * 1024  # what the parser may hold back of one tag
MAX_NODES, MAX_DEPTH = 50_000, 60


class UnreadableXml(Unreadable):
    """This is no XML that we read; `reason`: hostile, too-large or not-xml."""

    def __init__(self, message: str, reason: str = "not-xml") -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(slots=True)
class Node:
    """An element of an object."""

    name: str
    attributes: dict[str, str]
    parts: list[str] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.parts).strip()

    def all(self, *path: str) -> Iterator["Node"]:
        """The descendants on this path of names."""
        for child in self.children:
            if child.name == path[0]:
                if len(path) == 1:
                    yield child
                else:
                    yield from child.all(*path[1:])

    def first(self, *path: str) -> "Node | None":
        return next(self.all(*path), None)

    def say(self, *path: str) -> str:
        """The first text on this path, or ""."""
        return next((node.text for node in self.all(*path) if node.text), "")


class _Reader:
    def __init__(self, wanted: frozenset[str], namespace: Callable[[str], bool]) -> None:
        self.wanted, self.namespace = wanted, namespace
        self.done: list[Node] = []
        self.open: list[Node] = []  # the object under way, from the outside
        self.depth = self.size = self.nodes = 0
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        self.parser = parser

    def _refuse(self, *_details: object) -> None:
        raise UnreadableXml("The message declares a document type or entities, which XZuFi never does.", "hostile")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        uri, _, local = name.rpartition(" ")
        self.depth += 1
        if self.depth == 1 and not self.namespace(uri):
            raise UnreadableXml("This is not an XZuFi message of version 2.1, 2.2 or 2.3.", "not-xzufi")
        if self.depth > MAX_DEPTH:
            raise UnreadableXml("The message is nested too deep.", "hostile")
        if not self.open and local not in self.wanted:
            return
        self.nodes += 1
        self._count(sum(map(len, attributes.values())))
        node = Node(local, {key.rpartition(" ")[2]: value for key, value in attributes.items()})
        if self.open:
            self.open[-1].children.append(node)
        self.open.append(node)

    def _end(self, _name: str) -> None:
        self.depth -= 1
        if self.open:
            node = self.open.pop()
            if not self.open:
                self.done.append(node)
                self.size = self.nodes = 0

    def _text(self, text: str) -> None:
        if self.open:
            self._count(len(text))
            self.open[-1].parts.append(text)

    def _count(self, more: int) -> None:
        self.size += more
        if self.size > MAX_OBJECT or self.nodes > MAX_NODES:
            raise UnreadableXml("One object of the message is larger than any that people write.", "too-large")


def read_objects(file: BinaryIO, wanted: frozenset[str], namespace: Callable[[str], bool]) -> Iterator[Node]:
    """The outermost elements with these names, wherever they stand. Raises UnreadableXml, also in the middle."""
    reader, fed = _Reader(wanted, namespace), 0
    try:
        while chunk := file.read(CHUNK):
            reader.parser.Parse(chunk, False)
            fed += len(chunk)
            if fed - reader.parser.CurrentByteIndex > MAX_TOKEN:
                raise UnreadableXml("One tag of the message is larger than any that people write.", "too-large")
            yield from reader.done
            reader.done.clear()
        reader.parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise UnreadableXml("The message is not well-formed XML, or it breaks off.") from error
    yield from reader.done
