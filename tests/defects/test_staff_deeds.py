# SPDX-License-Identifier: EUPL-1.2
"""Beside the answer: notes, who looks after it, objections, and the contact, which nobody sees without a line in the
log."""

from datetime import UTC, datetime
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from backend.audit import AuditEntry
from backend.db import db
from backend.defects.models import DefectFlag, DefectReport
from backend.jobs import scope
from tests.accounts.people import Desk, desk, log_of
from tests.conftest import TenantClient
from tests.defects.reports import make_defect
from tests.defects.staff import UNPUBLISHED, S, clerk, decide, decided, entries_of, give_contact, row_of, shown
from tests.factories import tenant_id

API = "/api/v1/defects"
SECRETS = ("Kim Geheim", "geheim@example.org", "0171 7654321")


def object_to(app: Flask, report: Any, text: str = "Mein Auto ist zu sehen.") -> None:
    with scope(app, tenant_id(app, "alpha")):
        row = DefectFlag(report_id=report, reason="personal", text=text, at=datetime.now(UTC), device_digest="x")
        db.session.add(row)
        db.session.get_one(DefectReport, report).flags = 1


def test_a_note_is_for_staff_alone_and_makes_no_answer_stale(app: Flask, client: TenantClient) -> None:
    kim, alex, report = clerk(app), clerk(app, "alex@alpha.de"), make_defect(app)
    version = shown(alex, report)["version"]
    answer = kim.api("POST", f"/defects/{report}/notes", {"text": "  Sicherung im Verteiler.\x00 "})
    assert answer.status_code == 200
    line = next(line for line in answer.json["history"] if line["kind"] == "note")
    assert (line["text"], line["audience"], line["by"]) == ("Sicherung im Verteiler.", "internal", "Kim")
    assert "Sicherung" not in client.get(f"{API}/{report}").text
    assert decide(alex, report, S.RESOLVED, version=version).status_code == 200
    assert "Sicherung" not in client.get(f"{API}/{report}").text


@pytest.mark.parametrize("body", [{}, {"text": ""}, {"text": "  "}, {"text": "x" * 4001}, {"text": 1}, []])
def test_a_note_says_something(app: Flask, body: Any) -> None:
    report = make_defect(app)
    assert clerk(app).api("POST", f"/defects/{report}/notes", body).status_code == 422
    assert len(entries_of(app, report)) == 1


def test_who_looks_after_a_report_is_chosen_among_those_who_can(app: Flask) -> None:
    kim, report = clerk(app), make_defect(app)
    clerk(app, "ada@alpha.de", ("ADMIN",))
    clerk(app, "red@alpha.de", ("EDITOR",))
    clerk(app, "bea@beta.de", ("CLERK",), "beta")
    people = {one["name"]: one["id"] for one in kim.api("GET", "/defects/people").json}
    assert list(people) == ["Ada", "Kim"]
    answer = kim.api("POST", f"/defects/{report}/assignment", {"account_id": people["Ada"]})
    assert answer.json["assignee"] == {"id": people["Ada"], "name": "Ada"}
    assert [line["details"] for line in answer.json["history"] if line["kind"] == "assignment"] == [{"name": "Ada"}]
    assert kim.api("POST", f"/defects/{report}/assignment", {"account_id": None}).json["assignee"] is None
    assert log_of(app).count("report.assigned") == 2
    assert row_of(app, report).version == 1


def test_nobody_else_is_given_a_report(app: Flask) -> None:
    kim, report = clerk(app), make_defect(app)
    foreign = clerk(app, "bea@beta.de", ("CLERK",), "beta").api("GET", "/defects/people").json[0]["id"]
    for account in (foreign, str(report)):
        answer = kim.api("POST", f"/defects/{report}/assignment", {"account_id": account})
        assert (answer.status_code, list(answer.json["errors"])) == (422, ["account_id"])


def test_what_residents_object_to_is_read_and_dismissed(app: Flask, client: TenantClient) -> None:
    kim, report = clerk(app), make_defect(app)
    object_to(app, report)
    (flag,) = shown(kim, report)["open_flags"]
    assert (flag["reason"], flag["text"]) == ("personal", "Mein Auto ist zu sehen.")
    assert "Mein Auto" not in client.get(f"{API}/{report}").text
    for _twice in range(2):
        answer = kim.api("POST", f"/defects/{report}/flags/dismissal")
        assert (answer.status_code, answer.json["flags"], answer.json["open_flags"]) == (200, 0, [])
    assert log_of(app).count("report.flags-dismissed") == 1
    assert client.get(f"{API}/{report}").status_code == 200


def test_nobody_sees_a_contact_without_a_line_in_the_log(app: Flask, client: TenantClient) -> None:
    kim, report = clerk(app), make_defect(app, **UNPUBLISHED)
    give_contact(app, report)
    answers = [
        kim.api("GET", f"/defects/{report}"), kim.api("GET", "/defects"), kim.api("GET", "/defects/export.csv"),
        decide(kim, report, S.IN_PROGRESS), client.get(f"{API}/{report}"), client.get(API),
    ]  # fmt: skip
    assert all(secret not in answer.text for answer in answers for secret in SECRETS)
    assert answers[0].json["has_contact"] is True and "report.contact-shown" not in log_of(app)
    contact = kim.api("GET", f"/defects/{report}/contact")
    assert tuple(contact.json[name] for name in ("name", "email", "phone")) == SECRETS
    assert contact.headers["Cache-Control"] == "no-store"
    assert log_of(app).count("report.contact-shown") == 1


def test_the_log_holds_nothing_of_the_person(app: Flask) -> None:
    kim, report = clerk(app), make_defect(app, **UNPUBLISHED | {"description": "Geheimer Text."})
    give_contact(app, report)
    kim.api("GET", f"/defects/{report}/contact")
    decided(kim, report, S.IN_PROGRESS, public_text="Geheimer Text.")
    kim.api("POST", f"/defects/{report}/notes", {"text": "Geheimer Text."})
    with scope(app, tenant_id(app, "alpha"), write=False):
        rows = db.session.execute(select(AuditEntry.subject, AuditEntry.details)).all()
    assert rows and all(secret not in str(rows) for secret in (*SECRETS, "Geheimer"))


def test_without_a_contact_there_is_none_and_nothing_is_logged(app: Flask) -> None:
    answer = clerk(app).api("GET", f"/defects/{make_defect(app)}/contact")
    assert answer.status_code == 404
    assert "report.contact-shown" not in log_of(app)


def test_a_contact_that_cannot_be_logged_is_not_shown(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    kim, report = clerk(app), make_defect(app)
    give_contact(app, report)

    def fail(*_args: Any, **_details: Any) -> None:
        raise RuntimeError("the log is full")

    monkeypatch.setattr("backend.audit.note", fail)
    answer = kim.api("GET", f"/defects/{report}/contact")
    assert answer.status_code == 500 and SECRETS[0] not in answer.text


ROLES: list[tuple[tuple[str, ...], int, int]] = [
    (("EDITOR",), 403, 403), (("CLERK",), 200, 403), (("ADMIN",), 200, 201), (("EDITOR", "CLERK"), 200, 403),
]  # fmt: skip
CATEGORY: dict[str, Any] = {
    "name": "Neu", "group": "", "icon": "lamp", "hint": "", "keywords": [], "questions": [], "templates": [],
    "email": "bauhof@alpha.example", "promise_days": 3, "radius": 50, "active": True, "position": 1,
}  # fmt: skip


@pytest.mark.parametrize(("roles", "reports", "categories"), ROLES)
def test_each_role_gets_in_where_it_belongs(app: Flask, roles: tuple[str, ...], reports: int, categories: int) -> None:
    report, browser = make_defect(app), clerk(app, roles=roles)
    for path in ("", "/counts", "/people", "/recipients", "/export.csv", f"/{report}", "/categories", "/settings"):
        assert browser.api("GET", f"/defects{path}").status_code == reports, path
    assert browser.api("POST", f"/defects/{report}/notes", {"text": "x"}).status_code == reports
    assert browser.api("POST", "/defects/categories", CATEGORY).status_code == categories


def test_a_stranger_gets_in_nowhere(app: Flask) -> None:
    report, browser = make_defect(app), desk(app)
    for path in ("", "/counts", "/people", "/export.csv", f"/{report}", f"/{report}/contact", "/categories"):
        assert browser.api("GET", f"/defects{path}").status_code == 401, path


def test_reports_of_another_municipality_do_not_exist(app: Flask) -> None:
    kim = clerk(app)
    foreign, own = make_defect(app, slug="beta", title="Fremd"), make_defect(app, title="Eigen")
    assert [row["title"] for row in kim.api("GET", "/defects").json] == ["Eigen"]
    assert kim.api("GET", "/defects/counts").json["inbox"] == 1
    assert "Fremd" not in kim.api("GET", "/defects/export.csv").text
    for path in ("", "/contact"):
        assert kim.api("GET", f"/defects/{foreign}{path}").status_code == 404
    assert decide(kim, foreign, S.RESOLVED, version=1).status_code == 404
    assert shown(kim, own)["neighbours"]["total"] == 1
    bea: Desk = clerk(app, "bea@beta.de", ("CLERK",), "beta")
    assert [row["title"] for row in bea.api("GET", "/defects").json] == ["Fremd"]
