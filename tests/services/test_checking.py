# SPDX-License-Identifier: EUPL-1.2
"""What is broken gives way to the next level, and comes back when it works again."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from backend import jobs
from backend.bulk import change_rows
from backend.db import db
from backend.jobs import scope
from backend.services import checking, links, probing
from backend.services.models import LinkState, ServiceLink, ServiceSettings
from backend.services.probing import Verdict
from backend.tenants.models import Tenant
from tests.accounts.people import Desk, at_work, log_of
from tests.conftest import TenantClient
from tests.factories import tenant_id
from tests.services.entries import make_service

OWN, OTHER = "https://www.brandenburg.de/hund", "https://vba.brandenburg.de/hund"
KEY = "99010023020000"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probing, "PAUSE", 0)


@pytest.fixture
def editor(app: Flask) -> Desk:
    return at_work(app, "redaktion@alpha.de")


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> dict[str, Verdict | int]:
    """The web as a check finds it: statuses by address, 200 for everything else."""
    pages: dict[str, Any] = {}

    def answer(url: str, _hosts: Any, **_details: Any) -> Verdict:
        status = pages.get(url, 200)
        pages.setdefault("asked", []).append(url)
        return Verdict(url, LinkState.OK, 200) if status == 200 else Verdict(url, LinkState.BROKEN, status, "gone")

    monkeypatch.setattr(probing, "probe", answer)
    return pages


def check(app: Flask, *, everything: bool = True, slug: str = "alpha") -> checking.Checked:
    with scope(app, tenant_id(app, slug), write=False):
        return checking.check(everything=everything)


def level(client: TenantClient, entry: Any) -> Any:
    online = client.get(f"/api/v1/services/{entry}").json["online"]
    return online and online["level"]


def test_a_broken_link_gives_way_to_the_next_level_and_comes_back(
    app: Flask, client: TenantClient, editor: Desk, web: dict[str, Any]
) -> None:
    entry = make_service(app, own={"title": "Hund", "url": OWN}, online=(OTHER,), leika_key=KEY)
    bystander = make_service(app, own={"title": "Katze"}, leika_key="99010023020001")
    assert (check(app).ok, level(client, entry)) == (4, "own")
    web[OWN] = 404
    assert (check(app).broken, level(client, entry)) == (1, "online")
    web[OTHER] = 410
    check(app)
    assert level(client, entry) == "bundesportal" and level(client, bystander) == "bundesportal"
    assert client.get("/api/v1/services").json[0]["url_level"] == "bundesportal"
    (row,) = editor.api("GET", "/services?view=broken").json
    since = row["link"]["since"]
    assert row["link"]["status_code"] == 404 and row["link"]["fallback"]["level"] == "bundesportal"
    check(app)
    assert editor.api("GET", "/services?view=broken").json[0]["link"]["since"] == since
    web[OWN] = 200
    check(app)
    assert level(client, entry) == "own"
    assert editor.api("GET", "/services/counts").json["broken"] == 0


def test_if_every_level_is_broken_there_is_no_link(app: Flask, client: TenantClient, web: dict[str, Any]) -> None:
    entry = make_service(app, own={"title": "Hund", "url": OWN}, leika_key=KEY)
    with scope(app, tenant_id(app, "alpha"), write=False):
        web |= dict.fromkeys(checking.addresses(links.here()), 404)
    check(app)
    assert level(client, entry) is None
    assert client.get("/api/v1/services").json[0]["online"] is False


def test_phones_hear_of_a_change_and_of_nothing_else(app: Flask, client: TenantClient, web: dict[str, Any]) -> None:
    make_service(app, own={"title": "Hund", "url": OWN})
    etag = client.get("/api/v1/services/index").headers["ETag"]

    def fresh() -> bool:
        return client.get("/api/v1/services/index", headers={"If-None-Match": etag}).status_code == 304

    check(app)
    assert fresh()
    web[OWN] = 404
    check(app)
    assert not fresh()


def test_another_municipality_is_neither_asked_nor_changed(
    app: Flask, client: TenantClient, web: dict[str, Any]
) -> None:
    entry = make_service(app, own={"title": "Hund", "url": OWN})
    make_service(app, "beta", own={"title": "Hund", "url": OWN})
    web[OWN] = 404
    check(app, slug="beta")
    assert level(client, entry) == "own"
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert db.session.scalar(select(func.count(ServiceLink.id))) == 0


def test_an_editor_asks_and_sees_how_it_gets_on(
    app: Flask, editor: Desk, web: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[Any] = []
    monkeypatch.setattr(jobs, "enqueue", lambda tenant, kind, row_id, at=None: rung.append((kind, row_id)))
    make_service(app, own={"title": "Hund", "url": OWN}, leika_key=KEY)
    make_service(app, own={"title": "Weg", "url": f"{OWN}/weg"}, hidden=True)
    nothing = {"running": False, "checked": 0, "total": 2, "broken": 0, "checked_at": None}
    assert editor.api("GET", "/services/links/check").json == nothing
    answers = [editor.api("POST", "/services/links/check") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [202, 202] and answers[1].json["running"]
    assert rung == [("service-links", None)] and log_of(app).count("services.links-checked") == 1
    web[OWN] = 404
    with scope(app, tenant_id(app, "alpha"), write=False):
        jobs.KINDS["service-links"](None)
    found = editor.api("GET", "/services/links/check").json
    assert (found["running"], found["checked"], found["total"], found["broken"]) == (False, 2, 2, 1)
    assert found["checked_at"] and f"{OWN}/weg" not in web["asked"]


def test_a_check_that_reached_nobody_says_nothing(
    app: Flask, client: TenantClient, editor: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = make_service(app, own={"title": "Hund", "url": OWN}, leika_key=KEY)
    monkeypatch.setattr(probing, "probe", lambda url, *_, **__: Verdict(url, LinkState.BROKEN, None, "unreachable"))
    done = check(app)
    assert (done.broken, done.late) == (0, 2) and level(client, entry) == "own"
    assert editor.api("GET", "/services/links/check").json["checked_at"] is None


def test_a_check_whose_worker_died_can_be_asked_for_again(app: Flask, editor: Desk) -> None:
    editor.api("POST", "/services/links/check")
    with scope(app, tenant_id(app, "alpha")):
        db.session.scalars(select(ServiceSettings)).one().links_running_since = datetime.now(UTC) - timedelta(hours=1)
    assert not editor.api("GET", "/services/links/check").json["running"]
    assert editor.api("POST", "/services/links/check").json["running"]


def age(app: Flask, **by: float) -> None:
    with scope(app, tenant_id(app, "alpha")):
        change_rows(update(ServiceLink).values(checked_at=datetime.now(UTC) - timedelta(**by)))


def test_by_itself_it_looks_once_a_week_and_sooner_at_what_is_broken(app: Flask, web: dict[str, Any]) -> None:
    def due() -> list[str]:
        with scope(app, tenant_id(app, "alpha"), write=False):
            return checking.due()

    assert due() == []
    make_service(app, own={"title": "Hund", "url": OWN}, online=(OTHER,), leika_key=KEY)
    web[OWN] = 404
    assert due() == ["due"] and due() == []
    with scope(app, tenant_id(app, "alpha"), write=False):
        jobs.KINDS["service-links"]("due")
    assert due() == []
    age(app, hours=7)
    assert due() == ["due"]
    web["asked"].clear()
    check(app, everything=False)
    assert web["asked"] == [OWN]
    age(app, days=8)
    web["asked"].clear()
    check(app, everything=False)
    assert sorted(web["asked"])[0] != OWN and len(web["asked"]) == 3


def test_a_demo_asks_nobody_by_itself(app: Flask) -> None:
    make_service(app, own={"title": "Hund", "url": OWN})
    with scope(app, tenant_id(app, "alpha")):
        change_rows(update(Tenant).where(Tenant.slug == "alpha").values(demo=True))
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert checking.due() == []


def test_addresses_that_nobody_is_led_to_are_forgotten(app: Flask, editor: Desk, web: dict[str, Any]) -> None:
    entry = make_service(app, own={"title": "Hund", "url": OWN})
    check(app)
    seen = editor.api("GET", f"/services/{entry}").json
    editor.api("POST", f"/services/{entry}/hiding", version=seen["version"])
    check(app)
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert db.session.scalar(select(func.count(ServiceLink.id))) == 0


def test_operators_check_and_see_what_is_broken(app: Flask, web: dict[str, Any]) -> None:
    make_service(app, own={"title": "Hund", "url": OWN}, leika_key=KEY)
    web[OWN] = 404
    run = app.test_cli_runner().invoke
    done = run(args=["services", "links", "--check", "--tenant", "alpha"])
    assert done.exit_code == 0 and "alpha: 1 ok, 1 broken, 0 unclear" in done.output
    shown = run(args=["services", "links"])
    assert f"404  {OWN}" in shown.output and "beta" not in shown.output
    assert run(args=["services", "links", "--tenant", "nowhere"]).exit_code == 1
