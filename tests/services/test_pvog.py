# SPDX-License-Identifier: EUPL-1.2
"""PVOG: what is asked and what is taken of its answers; troubles lose nothing."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from backend.config import Settings
from backend.db import db
from backend.jobs import scope
from backend.services.models import Origin, ServiceOffice
from backend.services.sources import pvog as pages
from backend.services.sources import web
from tests.conftest import TenantClient
from tests.factories import tenant_id
from tests.services.entries import plant
from tests.services.foreign import FEDERAL, Pvog
from tests.services.importing import make_source, numbers, run, services, state
from tests.serving import Site, serving

DOG, PERSO, PASS, WOHNEN = "99102013104000", "99008001012000", "99085001012000", "99115005104000"
HERE, DISTRICT, LAND = "120690020020", "120690000000", "120000000000"
TROUBLES = [500, "garbage", "odd", "cut", "slow", "deep", "redirect"]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def settings(settings: Settings, site: Site) -> Settings:
    return replace(settings, outbound_allow=site.allow)


@pytest.fixture
def pvog(site: Site, monkeypatch: pytest.MonkeyPatch) -> Pvog:
    monkeypatch.setattr(web, "PAUSE", 0.0)
    monkeypatch.setattr(web, "SECONDS", 0.5)
    pvog = Pvog(site)
    text = [{"code": "06", "text": "<p>Beim Bürgerbüro.</p>"}, {"code": "98", "text": "37 Euro"}]
    link = [{"title": "Perso online", "uri": "https://service.brandenburg.de/perso"}]
    pvog.add("L1.LB.1", "Personalausweis beantragen", PERSO, HERE, offices=("L1.OE.1",), details=text)
    pvog.services["L1.LB.1"]["onlineServiceLinks"] = link
    pvog.add("L1.LB.2", "Hund anmelden", DOG, DISTRICT, offices=("L1.OE.1", "L1.OE.2"))
    pvog.add("L1.LB.3", "Reisepass", PASS, FEDERAL)
    pvog.add("L9.LB.4", "Hund anmelden in Cottbus", DOG, "120520000000", offices=("L9.OE.9",))
    return pvog


@pytest.fixture
def source(app: Flask, site: Site, pvog: Pvog) -> Any:
    plant(app)
    return make_source(app, site.url("/suchdienst/api"), kind=Origin.PVOG, name="Suchdienst des PVOG")


def of_pvog(app: Flask) -> set[str]:
    return {title for title, row in services(app).items() if row.origin is Origin.PVOG}


def assigned(app: Flask) -> int:
    with scope(app, tenant_id(app, "alpha"), write=False):
        return db.session.scalar(select(func.count(ServiceOffice.id))) or 0


ALL = {"Personalausweis beantragen", "Hund anmelden", "Reisepass"}


def test_services_are_found_at_the_narrowest_level_that_has_them(
    app: Flask, client: TenantClient, pvog: Pvog, source: Any
) -> None:
    pvog.add("B1.LB.7", "Personalausweis im Bund", PERSO, FEDERAL)
    assert numbers(run(app, source)) == (5, 0, 0, 0)
    assert of_pvog(app) == ALL
    found = client.get(f"/api/v1/services/{services(app)['Personalausweis beantragen'].id}").json
    assert found["online"]["url"] == "https://service.brandenburg.de/perso"
    assert (found["fees"]["text"], found["modules"][0]["html"]) == ("<p>37 Euro</p>", "<p>Beim Bürgerbüro.</p>")
    assert found["responsible"] == {"name": "Amt L1.OE.1", "level": "municipality"}
    assert found["offices"][0]["address"]["street"] == "Wiesenburger Straße 6"
    assert found["stand"] == "2026-11-01"
    dog = client.get(f"/api/v1/services/{services(app)['Hund anmelden'].id}").json
    assert dog["responsible"]["level"] == "county"
    assert "Muster" not in str(found)


def test_what_pvog_answers_beside_the_question_stays_out(app: Flask, pvog: Pvog, source: Any) -> None:
    pvog.services.clear()
    pvog.add("L9.LB.4", "Hund anmelden in Cottbus", DOG, "120520000000")
    pvog.add("L9.LB.5", "Jagdschein", "99088001001000", HERE)
    run(app, source)
    assert of_pvog(app) == set()


def test_the_last_page_is_read_although_none_says_that_it_is(
    app: Flask, site: Site, pvog: Pvog, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = Pvog.answer

    def newer(self: Pvog, path: str, *rest: Any) -> Any:
        status, body, headers = answer(self, path, *rest)
        return status, {"content": body["content"]} if path.endswith("/leikaid") else body, headers

    monkeypatch.setattr(Pvog, "answer", newer)
    monkeypatch.setattr(pages, "KEYS_AT_ONCE", 200)
    pvog.size = 1
    pvog.add("L1.LB.6", "Wohnung anmelden", WOHNEN, HERE)
    plant(app)
    run(app, make_source(app, site.url("/suchdienst/api"), kind=Origin.PVOG))
    assert of_pvog(app) == ALL | {"Wohnung anmelden"}


def test_an_office_stays_while_its_service_cannot_be_read(app: Flask, pvog: Pvog, source: Any) -> None:
    run(app, source)
    before = assigned(app)
    pvog.services["L1.LB.2"] |= {"title": None, "name": None}
    report = run(app, source)
    assert (report.error, report.skipped, report.removed, assigned(app)) == (None, 1, 0, before)


def test_words_are_looked_for_in_what_comes_back(app: Flask, site: Site, pvog: Pvog) -> None:
    pvog.add("L1.LB.8", "Sondernutzung einer Straße", "99108001001000", HERE)
    words = {"words": ["Sondernutzung", "Osterfeuer"]}
    run(app, make_source(app, site.url("/suchdienst/api"), kind=Origin.PVOG, settings=words))
    assert of_pvog(app) == {"Sondernutzung einer Straße"}


def test_each_entry_says_whether_pvog_knows_it(app: Flask, source: Any) -> None:
    run(app, source)
    found = services(app)
    assert found["Personalausweis beantragen"].in_pvog is True
    assert found["Wohnsitz anmelden"].in_pvog is False
    assert {row.in_pvog for row in found.values() if row.leika_key is None} == {None}


def test_the_second_time_nothing_changes_and_what_is_gone_goes(
    app: Flask, client: TenantClient, pvog: Pvog, source: Any
) -> None:
    run(app, source)
    assert numbers(run(app, source)) == (0, 0, 5, 0)
    del pvog.services["L1.LB.2"]
    assert numbers(run(app, source)) == (0, 0, 3, 2)
    row = services(app)["Hund anmelden"]
    assert (row.origin, row.in_pvog) == (Origin.LAND, False)


def test_the_operators_own_number_and_paths_are_used(app: Flask, site: Site, pvog: Pvog) -> None:
    plant(app)
    settings = {"client_id": "bad-belzig", "paths": {"by_key": "/v4/servicedescriptions/leikaid"}}
    run(app, make_source(app, site.url("/suchdienst/api"), kind=Origin.PVOG, settings=settings))
    assert {headers.get("pvog-sud-api-client-id") for headers in site.headers} == {"bad-belzig"}
    assert any(path.startswith("/suchdienst/api/v4/servicedescriptions/leikaid?") for path in pvog.asked)
    assert not any("/v3/" in path for path in pvog.asked)


@pytest.mark.parametrize("what", TROUBLES)
@pytest.mark.parametrize("part", ["/leikaid", "L1.LB.2/detail", "lbId=L1.LB.2", "q=L1.OE.2"])
def test_no_trouble_loses_anything(app: Flask, pvog: Pvog, source: Any, part: str, what: int | str) -> None:
    run(app, source)
    before, offices = {title: (row.text_hash, row.origin) for title, row in services(app).items()}, assigned(app)
    pvog.trouble(part, what, times=99)
    report = run(app, source)
    # An office without a name is no reason to stop.
    assert report.error or (part, what) == ("q=L1.OE.2", "odd")
    assert assigned(app) == offices
    assert {title: (row.text_hash, row.origin) for title, row in services(app).items()} == before
    pvog.troubles.clear()
    assert run(app, source).error is None
    assert of_pvog(app) == ALL
    assert state(app, source).progress == {}


def test_an_error_in_the_middle_is_asked_again(app: Flask, pvog: Pvog, source: Any) -> None:
    pvog.trouble("L1.LB.2/detail", 500, times=2)
    assert numbers(run(app, source)) == (5, 0, 0, 0)


def test_one_service_in_trouble_does_not_hold_up_the_others(app: Flask, pvog: Pvog, source: Any) -> None:
    pvog.trouble("L1.LB.1/detail", 500, times=3)
    done = app.test_cli_runner().invoke(args=["services", "import", "--tenant", "alpha"])
    sentence = "alpha: land: failed, 4 new and 0 updated before it: The server answers with status 500.\n"
    assert (done.exit_code, done.output) == (1, sentence)
    assert of_pvog(app) == ALL - {"Personalausweis beantragen"} | {"Hund anmelden", "Reisepass"}
    pvog.asked.clear()
    # The next run asks for what is missing only.
    report = run(app, source)
    assert (report.error, report.added, report.removed) == (None, 1, 0)
    assert [path for path in pvog.asked if "/detail?ars" in path and ".LB." in path and "L1.LB.1/" not in path] == []
    assert of_pvog(app) == ALL


def test_who_is_asked_to_wait_waits_or_comes_back_later(app: Flask, pvog: Pvog, source: Any) -> None:
    pvog.trouble("L1.LB.2/detail", 429)
    assert run(app, source).error is None
    pvog.retry_after = "3600"
    pvog.trouble("/leikaid", 429)
    report = run(app, source)
    assert (report.reason, len([one for one in pvog.troubles if one[1]])) == ("limited", 0)
    assert of_pvog(app) == ALL


def test_a_service_that_is_too_slow_goes_on_later(
    app: Flask, pvog: Pvog, source: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(app, source)
    monkeypatch.setattr(web, "LONGEST_RUN", 0.0)
    assert run(app, source).reason == "too-slow"
    assert of_pvog(app) == ALL
