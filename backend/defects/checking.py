# SPDX-License-Identifier: EUPL-1.2
"""Whether a report that arrives makes sense, in sentences for who wrote it. Reads categories; writes nothing."""

import uuid
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from backend.db import db
from backend.defects import answers
from backend.defects.area import locate
from backend.defects.models import DefectCategory
from backend.editing.contents import one_line
from backend.problems import Invalid
from backend.text import fold, legal

Row = dict[str, Any]
DECIMALS = 5  # about a metre


class Outside(Invalid):
    """The place lies in another municipality; `municipality` is its name, null if nobody knows."""

    code, title = "outside-municipality", "The place lies outside of the municipality"

    def __init__(self, own: str, there: str | None) -> None:
        sentence = f"Die Stelle liegt in {there}, nicht in {own}." if there else f"Die Stelle liegt nicht in {own}."
        super().__init__(sentence, {"lat": [sentence]})
        self.members = {"municipality": there}


@dataclass(frozen=True, slots=True)
class Checked:
    """A report that makes sense: its category and its columns."""

    category_id: uuid.UUID
    promise_days: int
    columns: Row


def check(body: Row, config: Row, *, photos: int) -> Checked:
    """What of a report is kept. Raises Invalid by field, Outside."""
    kind = db.session.execute(
        select(DefectCategory.id, DefectCategory.name, DefectCategory.promise_days, DefectCategory.questions).where(
            DefectCategory.slug == body["category"], DefectCategory.active
        )
    ).one_or_none()
    if kind is None:
        raise _refused("category", "Diese Kategorie gibt es nicht mehr. Bitte wählen Sie eine andere.")
    description, address = legal(body["description"]).strip(), one_line(body["address"]).strip()
    lat, lon = (None if body[name] is None else round(body[name], DECIMALS) for name in ("lat", "lon"))
    if lat is None and not fold(address):
        raise _refused("address", "Wo ist es? Bitte setzen Sie den Punkt auf der Karte oder beschreiben Sie den Ort.")
    if not photos and not fold(description):
        raise _refused("description", "Was ist los? Bitte schreiben Sie etwas oder fügen Sie ein Foto hinzu.")
    if lat is not None and lon is not None and not (there := locate(config, lat, lon)).inside:
        raise Outside(config["tenant"]["name"], there.neighbour)
    columns = {
        "title": kind.name,
        "description": description,
        "public_text": description,
        "lat": lat,
        "lon": lon,
        "address": address,
        "answers": answers.read(kind.questions, body["answers"]),
    }
    return Checked(kind.id, kind.promise_days, columns)


def _refused(field: str, sentence: str) -> Invalid:
    return Invalid(sentence, {field: [sentence]})
