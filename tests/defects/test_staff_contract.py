# SPDX-License-Identifier: EUPL-1.2
"""What staff are answered about reports is what the OpenAPI document says."""

from datetime import timedelta
from typing import Any

from flask import Flask
from jsonschema import Draft202012Validator

from tests.defects.reports import NOW, make_defect, make_defect_category
from tests.defects.staff import S, clerk, decided, give_contact, give_photo, reply
from tests.defects.test_staff_deeds import object_to
from tests.media.images import picture

BASE = "/api/v1/staff/defects"
QUESTION = {"code": "mast", "label": "Mast", "help": None, "kind": "text", "required": False, "options": []}
TEMPLATE = {"title": "Danke", "status": "resolved", "text": "Danke für {number}."}
PATHS = ("", "/counts", "/people", "/recipients", "/{report_id}", "/{report_id}/contact", "/categories", "/settings")


def mistakes(app: Flask, path: str, answer: Any) -> list[str]:
    document = app.extensions["sva.api"].document()
    content = document["paths"][BASE + path]["get"]["responses"]["200"]["content"]
    schema = {"components": document["components"], **content["application/json"]["schema"]}
    return [error.message for error in Draft202012Validator(schema).iter_errors(answer)]


def test_answers_to_staff_match_their_schema(app: Flask) -> None:
    ada = clerk(app, roles=("ADMIN",))
    make_defect_category(app, questions=[QUESTION], templates=[TEMPLATE])
    decided(ada, make_defect(app, received_at=NOW - timedelta(days=2)), S.FORWARDED)
    report = make_defect(app, answers={"mast": "0417"}, description="Ruf an: 0171 1234567", supports=2)
    give_photo(app, report, picture())
    give_contact(app, report)
    reply(app, report)
    object_to(app, report)
    for path in PATHS:
        answer = ada.api("GET", f"/defects{path}".format(report_id=report)).json
        assert answer and mistakes(app, path, answer) == [], path
    full = ada.api("GET", f"/defects/{report}").json
    filled = ("finds", "photos", "answers", "history", "transitions", "templates", "duplicates", "open_flags")
    assert [name for name in filled if not full[name]] == []
    assert full["answers"] == [{"label": "Mast", "value": "0417"}]
