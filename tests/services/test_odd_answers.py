# SPDX-License-Identifier: EUPL-1.2
"""Answers of PVOG and the Infodienste with anything anywhere: trouble in words, or items; never a mistake of ours."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest

from backend.importing import Unreadable
from backend.services.merging import weigh
from backend.services.sources import Kind, Setup
from backend.services.sources.infodienste import InfodiensteSource
from backend.services.sources.pvog import PvogSource

ODD = (None, 7, -1.5, True, "", "x" * 70_000, "\x00\ud800<b>", [], [[]], [None], {}, {"code": {}}, [{"id": "a b"}])
SETUP = Setup("https://x.example", "120690020020", "12069020", {"area_id": "1", "words": ["Hund"]}, key="k")
PVOG: dict[str, Any] = {
    "leikaid": {"content": [{"id": "1", "leikakeys": ["99102013104000"], "ars": ["120690020020"]}], "last": True},
    "/detail?": {
        "id": "1",
        "title": "Hund anmelden",
        "leikakeys": ["99102013104000"],
        "ars": ["120690020020"],
        "lastUpdate": "2026-11-01",
        "details": [
            {"code": "06", "text": "Text", "links": [{"title": "a", "uri": "https://a.example"}]},
            {"code": "98", "text": "37 Euro", "details": [{"text": "mehr"}]},
        ],
        "onlineServiceLinks": [{"title": "Antrag", "uri": "https://a.example/b"}],
    },
    "titles": [{"id": "o", "title": "Amt", "role": {"code": "01"}}],
    "organisationunits/detail": {
        "title": "Amt",
        "location": {
            "addresses": [{"type": "Hausanschrift", "street": "Markt 1", "zip": "14806", "city": "Bad Belzig"}],
            "communications": [{"code": "02", "value": "033841"}],
        },
        "internetAddresses": [{"uri": "https://a.example"}],
    },
    "": {"serviceDescriptions": {"content": [{"id": "1", "title": "Hund", "ars": ["120690020020"]}]}},
}
INFODIENSTE: dict[str, Any] = {
    "find": {"results": [{"object": {"id": "1", "name": "Hund"}}]},
    "": {
        "object": {
            "id": "1",
            "name": "Hund anmelden",
            "teaser": "Kurz",
            "leikaKeys": ["99102013104000"],
            "textBlocks": [
                {"type": {"name": "Volltext"}, "text": "Text", "externalLinks": [{"name": "a", "url": "https://a.de"}]},
                {"type": {"name": "Kosten"}, "text": "37 Euro"},
            ],
            "onlineServices": [{"id": "o", "name": "Antrag", "links": [{"url": "https://a.example"}]}],
            "forms": [{"name": "Formular", "url": "https://a.example/f.pdf"}],
            "organisationalUnits": [
                {
                    "id": "u",
                    "name": "Amt",
                    "addresses": [{"street": "Markt", "houseNumber": 1, "zipcode": "14806", "city": "Bad Belzig"}],
                    "communications": [{"type": {"name": "Telefon"}, "value": "033841"}],
                    "openingHours": "Montag",
                }
            ],
        }
    },
}


class Web:
    """Answers from a table of parts of paths."""

    def __init__(self, answers: dict[str, Any]) -> None:
        self.answers = answers

    def ask(self, path: str, _parameters: Any = None) -> tuple[Any, dict[str, str]]:
        return next(answer for part, answer in self.answers.items() if part in f"{path}?"), {}


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a structure, as its holder and the key in it."""
    for key in list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield value, key
        yield from places(value[key])


@pytest.mark.parametrize(("source", "answers"), [(PvogSource, PVOG), (InfodiensteSource, INFODIENSTE)])
def test_anything_anywhere_is_survived(source: Any, answers: dict[str, Any]) -> None:
    setup = Setup(**{**vars(SETUP), "leika_keys": ("99102013104000",)})
    total = len(list(places(answers)))
    whole = 0
    for number in range(total):
        for odd in ODD:
            changed = copy.deepcopy(answers)
            holder, key = list(places(changed))[number]
            holder[key] = odd
            foreign = source(setup)
            foreign.web = Web(changed)
            try:
                items = list(foreign.fetch())
            except Unreadable:
                continue
            for item in items:
                # It can be stored: no surrogates, no NUL, nothing too long.
                said = weigh(item)
                assert said.size < 400_000
                assert "\\u0000" not in json.dumps(item.data)
            whole += any(item.kind is Kind.SERVICE and item.data for item in items)
    assert whole > total
