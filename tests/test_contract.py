# SPDX-License-Identifier: EUPL-1.2
"""The contract: the checked-in OpenAPI document is the API, and answers are what it says."""

import json
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from jsonschema import Draft202012Validator

from tests.conftest import TenantClient
from tests.defects.reports import make_defect
from tests.factories import make_event, make_news
from tests.services.entries import assign, make_office, make_service, plant

OPENAPI = Path(__file__).resolve().parent.parent / "backend" / "openapi.json"


@pytest.fixture
def document(app: Flask) -> Any:
    return app.extensions["sva.api"].document()


def test_the_checked_in_document_is_the_api(document: Any) -> None:
    assert json.loads(OPENAPI.read_text(encoding="utf-8")) == document, "run: flask --app backend openapi"


def test_the_command_says_whether_the_file_is_stale(
    app: Flask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert app.test_cli_runner().invoke(args=["openapi", "--check"]).exit_code == 0
    monkeypatch.setattr("backend.cli.OPENAPI_FILE", tmp_path / "openapi.json")
    stale = app.test_cli_runner().invoke(args=["openapi", "--check"])
    assert stale.exit_code == 1
    assert "flask --app backend openapi" in stale.output


EVENTS = ("events", "events/days", "events/{event_id}")
DEFECTS = ("defects", "defects/categories", "defects/points", "defects/nearby", "defects/{report_id}")
SERVICES = (
    "services", "services/situations", "services/top", "services/index", "services/{service_id}", "services/offices",
    "services/offices/{office_id}",
)  # fmt: skip
QUERIES = {
    "search": {"q": "gesperrt"},
    "events/days": {"from": "2099-06-01"},
    "defects/nearby": {"category": "licht", "lat": "52.14", "lon": "12.59"},
}
ANSWERS = ("bootstrap", "news", "search", "tenants", *EVENTS, *DEFECTS, *SERVICES)


@pytest.mark.parametrize("name", ANSWERS)
def test_answers_match_their_schema(client: TenantClient, app: Flask, document: Any, name: str) -> None:
    make_news(app)
    event = make_event(app, title="Auch gesperrt", timing={"start": "2099-06-12T20:00"})
    report = make_defect(app, title="Weg gesperrt", notes=("Kommt weg.",), photos=1)
    plant(app)
    exception = {
        "first_day": "2026-12-24",
        "last_day": "2026-12-24",
        "closed": True,
        "hours": [],
        "text": "Heiligabend",
    }
    office = make_office(app, name="Gesperrtes Amt", exceptions=[exception])
    form = {"title": "Antrag", "url": "https://www.brandenburg.de/antrag.pdf"}
    service = make_service(app, own={"title": "Gesperrt", "forms": [form], "fees": "<p>5 €</p>", "url": form["url"]})
    assign(app, service, office)
    path = f"/api/v1/{name}"
    schema = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    answer = client.get(
        path.format(event_id=event, report_id=report, service_id=service, office_id=office),
        query_string=QUERIES.get(name),
    )
    assert answer.json
    schema = {"components": document["components"], **schema}
    errors = [error.message for error in Draft202012Validator(schema).iter_errors(answer.json)]
    assert errors == []


def test_errors_are_described_as_problem_documents(document: Any) -> None:
    response = document["paths"]["/api/v1/news"]["get"]["responses"]["422"]
    assert "UNPROCESSABLE" in json.dumps(response).upper()
    assert "ProblemSchema" in json.dumps(document) or "Problem" in document["components"]["schemas"]


def test_every_operation_says_what_success_looks_like(document: Any) -> None:
    def successes(method: str, path: str) -> list[str]:
        return [status for status in document["paths"][path][method]["responses"] if status.startswith("2")]

    silent = [
        (method, path)
        for path, operations in document["paths"].items()
        for method in operations.keys() & {"get", "put", "post", "delete"}
        if not successes(method, path)
    ]
    assert silent == []
    staff = "/api/v1/staff"
    assert successes("put", f"{staff}/news/{{item_id}}") == ["200", "201"]
    assert successes("post", f"{staff}/media") == ["200", "201"]
    assert successes("post", f"{staff}/news/sources/{{source_id}}/run") == ["202"]
    assert successes("delete", f"{staff}/media/{{media_id}}") == ["204"]


def test_the_documents_are_served(client: TenantClient, document: Any) -> None:
    assert client.get("/api/openapi.json").json == document
