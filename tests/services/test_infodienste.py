# SPDX-License-Identifier: EUPL-1.2
"""The Infodienste: the municipality's key, pages, what is taken over; troubles lose nothing."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from backend.config import Settings
from backend.jobs import scope
from backend.sealing import seal
from backend.services.models import Origin
from backend.services.sources import infodienste, web
from tests.conftest import TenantClient
from tests.factories import tenant_id
from tests.services.foreign import KEY, Infodienste
from tests.services.importing import make_source, numbers, run, services, state
from tests.serving import Site, serving

UNIT = {
    "id": "77",
    "name": "Bürgerbüro",
    "addresses": [{"street": "Wiesenburger Straße", "houseNumber": "6", "zipcode": "14806", "city": "Bad Belzig"}],
    "communications": [
        {"type": {"name": "Telefax"}, "value": "033841 94-9"},
        {"type": {"name": "Telefon"}, "value": "033841 94-0"},
        {"type": {"name": "E-Mail"}, "value": "buergerbuero@bad-belzig.example"},
    ],
    "openingHours": "<p>Dienstag 9 bis 12 Uhr</p>",
}
ALL = {"Personalausweis beantragen", "Hund anmelden", "Laubsäcke kaufen"}


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def settings(settings: Settings, site: Site) -> Settings:
    return replace(settings, outbound_allow=site.allow)


@pytest.fixture
def server(site: Site, monkeypatch: pytest.MonkeyPatch) -> Infodienste:
    monkeypatch.setattr(web, "PAUSE", 0.0)
    monkeypatch.setattr(web, "SECONDS", 0.5)
    monkeypatch.setattr(infodienste, "PAGE", 2)
    server = Infodienste(site)
    server.add(
        "1",
        "Personalausweis beantragen",
        teaser="Ab 16 Jahren.",
        externalId="99008001012000",
        textBlocks=[
            {"type": {"key": "5", "name": "Volltext"}, "text": "<p>Kommen Sie vorbei.</p>"},
            {"type": {"key": "8", "name": "Erforderliche Unterlagen"}, "text": "<ul><li>Foto</li></ul>"},
            {"type": {"key": "9", "name": "Kosten"}, "text": "37 Euro"},
            {"type": {"key": "x", "name": "Status Katalogeintrag"}, "text": "7"},
        ],
        onlineServices=[{"id": "o1", "name": "Perso online", "links": [{"url": "https://service.brandenburg.de/p"}]}],
        forms=[{"name": "Vollmacht", "links": [{"url": "https://service.brandenburg.de/v.pdf"}]}],
        organisationalUnits=[UNIT],
        persons=[{"name": "Erika Muster"}],
    )
    server.add("2", "Hund anmelden", organisationalUnits=[UNIT])
    server.add("3", "Laubsäcke kaufen")
    return server


def source_of(app: Flask, site: Site, key: str | None = KEY, **settings: Any) -> Any:
    with scope(app, tenant_id(app, "alpha"), write=False):
        sealed = seal(key) if key else None
    settings = {"area_id": 3679} | settings
    return make_source(app, site.url("/api"), kind=Origin.INFODIENSTE, sealed=sealed, settings=settings)


@pytest.fixture
def source(app: Flask, site: Site, server: Infodienste) -> Any:
    return source_of(app, site)


def test_all_pages_come_in_with_texts_offices_and_links(app: Flask, client: TenantClient, source: Any) -> None:
    assert numbers(run(app, source)) == (4, 0, 0, 0)
    assert set(services(app)) == ALL
    found = client.get(f"/api/v1/services/{services(app)['Personalausweis beantragen'].id}").json
    assert (found["teaser"], found["leika_key"]) == ("Ab 16 Jahren.", "99008001012000")
    assert [(one["code"], one["html"]) for one in found["modules"]] == [
        ("06", "<p>Kommen Sie vorbei.</p>"),
        ("08", "<ul><li>Foto</li></ul>"),
    ]
    assert found["fees"]["text"] == "<p>37 Euro</p>"
    assert found["online"]["url"] == "https://service.brandenburg.de/p"
    assert found["forms"][0]["url"] == "https://service.brandenburg.de/v.pdf"
    (office,) = found["offices"]
    assert (office["name"], office["phone"]) == ("Bürgerbüro", "033841 94-0")
    assert (office["address"]["street"], office["note"]) == ("Wiesenburger Straße 6", "Dienstag 9 bis 12 Uhr")
    # Its own number is the one of the Land's portal.
    assert services(app)["Laubsäcke kaufen"].portal_id == "3"


def test_persons_never_come_in(app: Flask, client: TenantClient, source: Any) -> None:
    run(app, source)
    assert all("Muster" not in str(vars(row)) for row in services(app).values())
    found = client.get(f"/api/v1/services/{services(app)['Personalausweis beantragen'].id}")
    assert "Muster" not in found.text


def test_the_second_time_nothing_changes_and_what_is_gone_goes(app: Flask, server: Infodienste, source: Any) -> None:
    run(app, source)
    assert numbers(run(app, source)) == (0, 0, 4, 0)
    del server.services["3"]
    assert numbers(run(app, source)) == (0, 0, 3, 1)
    assert set(services(app)) == ALL - {"Laubsäcke kaufen"}


def test_the_key_is_stored_sealed_and_told_to_nobody_else(
    app: Flask, site: Site, server: Infodienste, source: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    server.trouble("/pst/find", "redirect")
    assert run(app, source).error
    assert not any("anderswo" in path for path in server.asked)
    row = state(app, source)
    assert KEY not in str(vars(row))
    assert KEY not in capfd.readouterr().err


@pytest.mark.parametrize("key", ["falsch", None])
def test_without_the_right_key_nothing_happens(app: Flask, site: Site, server: Infodienste, key: str | None) -> None:
    report = run(app, source_of(app, site, key))
    assert report.reason == "key"
    assert len(server.asked) == (1 if key else 0)


def test_a_key_that_is_taken_back_leaves_what_was_imported(app: Flask, server: Infodienste, source: Any) -> None:
    run(app, source)
    server.trouble("", 401, times=99)
    assert run(app, source).reason == "key"
    assert set(services(app)) == ALL


def test_without_an_area_nobody_is_asked(app: Flask, site: Site, server: Infodienste) -> None:
    assert run(app, source_of(app, site, area_id=None)).reason == "settings"
    assert server.asked == []


def test_installations_with_the_short_form_only_are_read(app: Flask, server: Infodienste, source: Any) -> None:
    server.short = True
    assert numbers(run(app, source)) == (4, 0, 0, 0)


@pytest.mark.parametrize("what", [500, 429, "garbage", "odd", "cut", "slow", "deep", "redirect"])
@pytest.mark.parametrize("part", ["offset=0", "offset=2", "pstExtended/2"])
def test_no_trouble_loses_anything(app: Flask, server: Infodienste, source: Any, part: str, what: int | str) -> None:
    run(app, source)
    before = {title: row.text_hash for title, row in services(app).items()}
    server.trouble(part, what, times=99)
    report = run(app, source)
    # The short form still answers where the long one is odd.
    assert report.error or (part, what) == ("pstExtended/2", "odd")
    assert {title: row.text_hash for title, row in services(app).items()} == before
    server.troubles.clear()
    assert run(app, source).error is None
    assert set(services(app)) == ALL


def test_a_run_that_stops_in_the_middle_goes_on_where_it_was(app: Flask, server: Infodienste, source: Any) -> None:
    server.trouble("pstExtended/2", 429, times=3)
    report = run(app, source)
    assert (report.reason, report.added) == ("limited", 2)
    # What came in is whole: with its office and its link.
    assert set(services(app)) == {"Personalausweis beantragen"}
    server.asked.clear()
    assert run(app, source).error is None
    assert set(services(app)) == ALL
    assert not any("pstExtended/1" in path for path in server.asked)


def test_a_list_with_less_than_it_says_removes_nothing(app: Flask, server: Infodienste, source: Any) -> None:
    run(app, source)
    answer = server.answer

    def short(path: str, query: dict[str, list[str]], headers: dict[str, str]) -> tuple[int, Any, dict[str, Any]]:
        status, body, more = answer(path, query, headers)
        if path.endswith("/find") and query["offset"] == ["2"]:
            body["results"] = []
        return status, body, more

    server.answer = short  # type: ignore[method-assign]
    assert run(app, source).error
    assert set(services(app)) == ALL
