# SPDX-License-Identifier: EUPL-1.2
"""Who uses a picture. The kernel knows no feature, so each one hands in a function of its own in create_app."""

import uuid
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app

# Both databases take many more parameters in one statement.
MOST_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Use:
    """A place where staff find a picture: `type` and `id` lead there, `title` is what it is called."""

    media_id: uuid.UUID
    type: str
    id: uuid.UUID
    title: str


# Where a feature uses these pictures, in columns as in working copies that are not public yet.
UsesOf = Callable[[Collection[uuid.UUID]], Iterable[Use]]
Claims = Callable[[], Iterable[str]]


def init_uses(app: Flask, *features: UsesOf) -> None:
    """Remember whom to ask."""
    app.extensions["sva.picture_uses"] = features


def init_claims(app: Flask, *features: Claims) -> None:
    """Remember who has files in the folder beside those of the library."""
    app.extensions["sva.picture_claims"] = features


def claimed() -> set[str]:
    """The names (without width) of files in the current municipality's folder that are not the library's to sweep."""
    features = cast("tuple[Claims, ...]", current_app.extensions["sva.picture_claims"])
    return {name for feature in features for name in feature()}


def uses_of(pictures: Collection[uuid.UUID]) -> list[Use]:
    """All uses of these pictures in the current municipality, each place once."""
    features = cast("tuple[UsesOf, ...]", current_app.extensions["sva.picture_uses"])
    found: dict[tuple[uuid.UUID, str, uuid.UUID], Use] = {}
    ids = list(pictures)
    for start in range(0, len(ids), MOST_AT_ONCE):
        for feature in features:
            for use in feature(ids[start : start + MOST_AT_ONCE]):
                found.setdefault((use.media_id, use.type, use.id), use)
    return list(found.values())
