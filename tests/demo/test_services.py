# SPDX-License-Identifier: EUPL-1.2
"""The demo towns have offices and services that say what they are; one office closes for a day, one link is broken."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from backend.demo.services import WHY
from backend.tenants.tenant_file import check
from tests.conftest import TenantClient, client_of

FILES = sorted((Path(__file__).parents[2] / "deploy" / "tenants").glob("*.toml"))
# Ranges that the Bundesnetzagentur keeps free for films and the like.
NOBODYS = re.compile(r"030 23125 \d{3}")


@pytest.fixture
def belzig(app: Flask) -> TenantClient:
    """The first demo town, filled."""
    run = app.test_cli_runner()
    done = run.invoke(args=["tenant", "apply", str(next(path for path in FILES if path.stem == "bad-belzig"))])
    assert done.exit_code == 0, done.output
    assert "reports added" in run.invoke(args=["demo"]).output
    return client_of(app, "bad-belzig")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_offices_and_services_are_marked_as_invented_and_call_nobody(path: Path) -> None:
    own, plan = tomllib.loads(path.read_text(encoding="utf-8"))["services"], check(path)
    assert plan.demo and plan.services is not None
    made = [entry for entry in plan.services["entries"] if "title" in entry["own"]]
    assert len(made) == 3 and all("erfunden" in entry["own"]["modules"]["16"] for entry in made)
    assert len(own["offices"]) >= 3
    for office in own["offices"]:
        assert NOBODYS.fullmatch(office["phone"]) and office["email"].endswith(".example")
        assert office["note"].endswith("Beispiel: Diese Angaben sind erfunden.") and office["services"]
    hours = [bool(office["hours"]) for office in plan.services["offices"]]
    assert all(hours[:2])
    for service in (key for office in own["offices"] for key in office["services"]):
        assert service not in own.get("hidden", ())


def service(client: TenantClient, words: str) -> Any:
    """What a search finds first, in full."""
    found: Any = client.get(f"/api/v1/services?q={words}").json
    return client.get(f"/api/v1/services/{found[0]['id']}").json


def test_an_office_closes_and_a_broken_link_gives_way(app: Flask, belzig: TenantClient) -> None:
    offices: Any = belzig.get("/api/v1/services/offices").json
    assert [(office["name"], [one["text"] for one in office["exceptions"]]) for office in offices[:2]] == [
        ("Bürgerbüro", [WHY]),
        ("Standesamt", []),
    ]
    dog, move = (service(belzig, words) for words in ("hund anmelden", "halteverbot"))
    assert dog["online"]["level"] == "own" and "48 €" in dog["fees"]["text"]
    assert (dog["online"]["portal"], dog["online"]["owner"]) == ("Serviceportal Brandenburg", "Land Brandenburg")
    assert move["online"]["level"] == "portal" and "25 €" in move["fees"]["text"], "its own link is broken"
    news: Any = belzig.get("/api/v1/news?q=Bürgerbüro bleibt").json
    assert news[0]["urgent"], "the news tell of it"


def test_the_second_time_nothing_is_added(app: Flask, belzig: TenantClient) -> None:
    before = belzig.get("/api/v1/services/offices").json
    run = app.test_cli_runner()
    assert "Bad Belzig: demo content is complete" in run.invoke(args=["demo"]).output
    applied = run.invoke(args=["tenant", "apply", *map(str, FILES)]).output
    assert "bad-belzig: unchanged" in applied
    assert belzig.get("/api/v1/services/offices").json == before
