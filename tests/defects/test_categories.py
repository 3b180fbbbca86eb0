# SPDX-License-Identifier: EUPL-1.2
"""ADMIN says what can be reported and who answers; nobody may report into the void."""

import smtplib
import uuid
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from tests.accounts.people import Desk, log_of
from tests.conftest import TenantClient
from tests.defects.reports import make_defect, make_defect_category
from tests.defects.staff import clerk, shown
from tests.defects.test_staff_deeds import CATEGORY

PUBLIC = "/api/v1/defects/categories"
QUESTION = {"label": "Mastnummer?", "help": None, "kind": "text", "required": False}
CHOICE = QUESTION | {
    "label": "Was ist?",
    "kind": "choice",
    "options": [{"label": "ganz dunkel"}, {"label": "flackert"}],
}


@pytest.fixture
def ada(app: Flask) -> Desk:
    return clerk(app, "ada@alpha.de", ("ADMIN",))


def added(ada: Desk, **details: Any) -> Any:
    answer = ada.api("POST", "/defects/categories", CATEGORY | details)
    assert answer.status_code == 201, answer.json
    return answer.json


def change(ada: Desk, category: Any, **details: Any) -> Any:
    body = {name: category[name] for name in CATEGORY} | details
    return ada.api("PUT", f"/defects/categories/{category['id']}", body, version=category["version"])


def test_a_category_is_added_and_residents_can_choose_it(ada: Desk, client: TenantClient) -> None:
    assert client.get(PUBLIC).json == []
    made = added(ada, name="Spielplatz & Bank", keywords=["Schaukel", " "], questions=[QUESTION, CHOICE])
    assert (made["code"], made["keywords"], made["recipient"]) == ("spielplatz-bank", ["Schaukel"], CATEGORY["email"])
    (shown_to_all,) = client.get(PUBLIC).json
    assert [one["code"] for one in shown_to_all["questions"]] == ["mastnummer", "was-ist"]
    assert [one["key"] for one in shown_to_all["questions"][1]["options"]] == ["ganz-dunkel", "flackert"]
    assert "bauhof" not in client.get(PUBLIC).text
    assert added(ada, name="Spielplatz & Bank")["code"] == "spielplatz-bank-2"


def test_a_change_needs_the_version_and_is_seen_at_once(ada: Desk, client: TenantClient) -> None:
    made = added(ada)
    assert client.get(PUBLIC).json[0]["name"] == "Neu"
    answer = change(ada, made, name="Laterne", questions=made["questions"])
    assert (answer.status_code, answer.json["version"], answer.json["code"]) == (200, 2, "neu")
    assert client.get(PUBLIC).json[0]["name"] == "Laterne"
    late = change(ada, made, name="Lampe")
    assert (late.status_code, late.json["current"]["name"]) == (412, "Laterne")
    assert change(ada, answer.json, active=False).status_code == 200
    assert client.get(PUBLIC).json == []
    assert [one["active"] for one in ada.api("GET", "/defects/categories").json] == [False]


@pytest.mark.parametrize(("details", "field"), [
    ({"name": " "}, "name"), ({"name": "a\nb"}, "name"), ({"icon": "unicorn"}, "icon"), ({"email": "x"}, "email"),
    ({"email": "ü@a.de"}, "email"), ({"email": "a@b.de\u2028"}, "email"),
    ({"email": "a@b.de\nBcc: c@d.de"}, "email"), ({"promise_days": 0}, "promise_days"), ({"radius": 4}, "radius"),
    ({"email": None}, "email"), ({"questions": [QUESTION, QUESTION]}, "questions"), ({"position": "x"}, "position"),
    ({"questions": [CHOICE | {"options": [{"label": "ja"}]}]}, "questions"),
    ({"questions": [CHOICE | {"options": [{"label": "ja"}, {"label": "Ja"}]}]}, "questions"),
    ({"questions": [QUESTION | {"label": "?"}]}, "questions"), ({"keywords": ["x"] * 51}, "keywords"),
    ({"questions": [QUESTION | {"label": " ", "code": "x"}]}, "questions"),
    ({"questions": [CHOICE | {"options": [{"label": "ja"}, {"label": "?"}]}]}, "questions"),
    ({"questions": [CHOICE | {"options": [{"label": "ja"}, {"label": " ", "key": "x"}]}]}, "questions"),
    ({"templates": [{"title": " ", "status": "resolved", "text": "x"}]}, "templates"),
    ({"templates": [{"title": "x", "status": "resolved", "text": "\x00 "}]}, "templates"),
    ({"templates": [{"title": "x", "status": "withdrawn", "text": "x"}]}, "templates"), ({"x": 1}, "x"),
])  # fmt: skip
def test_what_makes_no_sense_is_refused_by_field(ada: Desk, details: dict[str, Any], field: str) -> None:
    answer = ada.api("POST", "/defects/categories", CATEGORY | details)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])
    assert ada.api("GET", "/defects/categories").json == []


def test_without_a_recipient_a_category_stays_off(ada: Desk) -> None:
    made = added(ada, email=None, active=False)
    assert made["recipient"] is None
    assert change(ada, made, active=True).status_code == 422
    assert change(ada, made, active=True, email="bauhof@alpha.example").status_code == 200


def test_a_category_with_reports_is_not_deleted(app: Flask, ada: Desk) -> None:
    used, unused = str(make_defect_category(app)), added(ada)
    make_defect(app)
    answer = ada.api("DELETE", f"/defects/categories/{used}", version=1)
    assert (answer.status_code, answer.json["code"]) == (409, "in-use")
    assert ada.api("DELETE", f"/defects/categories/{unused['id']}", version=2).status_code == 412
    assert ada.api("DELETE", f"/defects/categories/{unused['id']}", version=1).status_code == 204
    (left,) = ada.api("GET", "/defects/categories").json
    assert (left["id"], left["reports"], left["open"]) == (used, 1, 1)
    assert {"defect-category.added", "defect-category.deleted"} <= set(log_of(app))


def test_a_test_mail_is_handed_over_at_once(app: Flask, ada: Desk) -> None:
    made = added(ada)
    assert ada.api("POST", f"/defects/categories/{made['id']}/test-mail").status_code == 204
    folder: Path = app.extensions["sva.settings"].outbox_path
    (mail,) = folder.glob("*.eml")
    text = mail.read_text(encoding="utf-8")
    assert "To: bauhof@alpha.example" in text and "Neu" in text
    assert "defect-category.tested" in log_of(app)


def test_a_refused_test_mail_is_said(app: Flask, ada: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: Any) -> None:
        raise smtplib.SMTPRecipientsRefused({})

    made, empty = added(ada), added(ada, email=None, active=False)
    monkeypatch.setattr("backend.mail.deliver", refuse)
    codes = [ada.api("POST", f"/defects/categories/{one['id']}/test-mail").json["code"] for one in (made, empty)]
    assert codes == ["mail-refused", "no-recipient"]
    assert ada.api("POST", f"/defects/categories/{uuid.uuid4()}/test-mail").status_code == 404
    assert "defect-category.tested" not in log_of(app)


def test_settings_are_changed_once_for_each_version(app: Flask, ada: Desk) -> None:
    before = ada.api("GET", "/defects/settings")
    assert before.json["office_hours"] == [8, 16]
    template = {"title": "Danke", "status": "in_progress", "text": "Danke für {number}, bis {date}."}
    body = {"promise_days": 5, "templates": [template]}
    answer = ada.api("PUT", "/defects/settings", body, version=before.json["version"])
    assert (answer.status_code, answer.json["promise_days"]) == (200, 5)
    assert ada.api("PUT", "/defects/settings", body, version=before.json["version"]).status_code == 412
    offered = shown(ada, make_defect(app))["templates"]
    assert [one["text"] for one in offered] == ["Danke für A-2026-0001, bis {date}."]


def test_a_new_promise_is_public_at_once(ada: Desk, client: TenantClient) -> None:
    assert client.get("/api/v1/defects/statistics").json["promise_days"] == 3
    body = {"promise_days": 5, "templates": [{"title": " Danke ", "status": "resolved", "text": " Danke.\x00"}]}
    settings = ada.api("PUT", "/defects/settings", body, version=1).json
    assert settings["templates"] == [{"title": "Danke", "status": "resolved", "text": "Danke."}]
    assert client.get("/api/v1/defects/statistics").json["promise_days"] == 5


def test_the_answers_of_a_category_come_first_and_only_those_that_fit(app: Flask, ada: Desk) -> None:
    own = [{"title": "Eigene", "status": "resolved", "text": "x"}, {"title": "Nie", "status": "accepted", "text": "x"}]
    make_defect_category(app, templates=own)
    usual = {"title": "Übliche", "status": "resolved", "text": "x"}
    ada.api("PUT", "/defects/settings", {"promise_days": 3, "templates": [usual]}, version=1)
    report = make_defect(app, status="in_progress")
    assert [one["title"] for one in shown(ada, report)["templates"]] == ["Eigene", "Übliche"]
