# SPDX-License-Identifier: EUPL-1.2
"""For whom somebody may write who writes for one organiser of events only. Accounts know no events: create_app hands in
what the organisers are called."""

import uuid
from collections.abc import Callable
from typing import Any, cast

from flask import Flask, current_app

from backend.problems import Invalid
from backend.staff import Role

Names = Callable[[], dict[uuid.UUID, str]]


def init_organisers(app: Flask, names: Names) -> None:
    """Remember whom to ask for the organisers of the current municipality."""
    app.extensions["sva.organisers"] = names


def names() -> dict[uuid.UUID, str]:
    """The organisers of the current municipality."""
    return cast(Names, current_app.extensions["sva.organisers"])()


def describe(organiser_id: uuid.UUID | None) -> dict[str, Any] | None:
    """One of them as the API names it."""
    return named(organiser_id, names()) if organiser_id else None


def named(organiser_id: uuid.UUID | None, known: dict[uuid.UUID, str]) -> dict[str, Any] | None:
    """The same for a list, whose names are known."""
    return {"id": organiser_id, "name": known[organiser_id]} if organiser_id else None


def unknown() -> Invalid:
    """What to raise for an organiser that does not exist here."""
    return Invalid("There is no such organiser.", {"organiser_id": ["There is no such organiser."]})


def refuse_unusable(organiser_id: uuid.UUID | None, roles: list[str]) -> None:
    """Raise Invalid for an organiser that does not exist here, and for roles beside EDITOR: they would be worth
    nothing."""
    if organiser_id is None:
        return
    if organiser_id not in names():
        raise unknown()
    if roles != [Role.EDITOR]:
        message = "Who writes for one organiser has the role EDITOR alone."
        raise Invalid(message, {"organiser_id": [message]})
