# SPDX-License-Identifier: EUPL-1.2
"""What marshmallow found in a tenant file, with places and in words that say what to write. Knows no values."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from marshmallow import Schema, fields

from backend.tenants.file_schema import UNKNOWN, TenantFileSchema
from backend.tenants.toml_text import Finding, Reading

Row = dict[str, Any]
Place = tuple[str | int, ...]


def flat(messages: Mapping[str | int, Any], path: Place) -> Iterator[tuple[Place, str]]:
    """The messages of marshmallow, one by one with their paths."""
    for key, value in messages.items():
        here = path if key == "_schema" else (*path, key)
        if isinstance(value, Mapping):
            yield from flat(value, here)
        else:
            yield here, str(value[0])


def drop_torn_lists(data: Row, found: list[tuple[Place, str]]) -> None:
    """marshmallow leaves bad entries out of a list, so the others would be checked under the wrong number."""
    for path, _message in found:
        if isinstance(path[-1], int):
            holder: Any = data
            for part in path[:-2]:
                holder = holder.get(part, {}) if isinstance(holder, dict) else {}
            if isinstance(holder, dict):
                holder.pop(path[-2], None)


def worded(found: list[tuple[Place, str]], reading: Reading) -> Iterator[Finding]:
    """Places for all, words for unknown keys, no "is missing" for a key that is misspelt or on a broken line."""
    misspelt = {_meant(path) for path, message in found if message == UNKNOWN}
    for path, message in found:
        if message == UNKNOWN:
            message = _unknown(path)
        elif message.startswith("is missing") and (path in misspelt or str(path[-1]) in reading.lost):
            continue
        yield Finding(reading.lines.line(path), _spelled(path), message)


def _spelled(path: Place) -> str:
    """A path as people read it: quick_actions[2].href is the second action's address."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def _meant(path: Place) -> Place | None:
    near = get_close_matches(str(path[-1]), _known_keys().get(_pattern(path[:-1]), ()), 1)
    return (*path[:-1], near[0]) if near else None


def _unknown(path: Place) -> str:
    name, siblings = str(path[-1]), _known_keys().get(_pattern(path[:-1]), ())
    meant = _meant(path)
    if meant:
        return f'this key is not known. Write "{meant[-1]}".'
    homes = [place for place, keys in _known_keys().items() if name in keys and "*" not in place]
    if homes:
        where = f"below [{'.'.join(homes[0])}]" if homes[0] else "at the top of the file, above the first [section]"
        return f"this key does not belong here. Write it {where}."
    near = get_close_matches(name, siblings, 1, 0) or ["nothing"]
    return (
        f'this key is not known; the nearest is "{near[0]}". Remove the line, or write one of: {", ".join(siblings)}.'
    )


def _pattern(path: Place) -> tuple[str, ...]:
    return tuple("*" if isinstance(part, int) else part for part in path)


def _known_keys() -> dict[tuple[str, ...], tuple[str, ...]]:
    return dict(_keys_of(TenantFileSchema(), ()))


def _keys_of(schema: Schema, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    yield path, tuple(schema.fields)
    for name, declared in schema.fields.items():
        if isinstance(declared, fields.Nested):
            yield from _keys_of(declared.schema, (*path, name))
        elif isinstance(declared, fields.List) and isinstance(declared.inner, fields.Nested):
            yield from _keys_of(declared.inner.schema, (*path, name, "*"))
