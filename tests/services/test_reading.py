# SPDX-License-Identifier: EUPL-1.2
"""What residents read of the directory, and that none of it comes from another municipality."""

import uuid
from datetime import date
from typing import Any

import pytest
from flask import Flask

from backend.db import db
from backend.jobs import scope
from backend.services import texts
from backend.services.models import Origin, Service, ServiceSettings, ServiceSource
from backend.services.offices import prefix_of, reach_of
from backend.services.requirements import read_list
from tests.conftest import TenantClient
from tests.factories import tenant_id
from tests.services.entries import NOW, assign, make_office, make_service

NOBODY = "01890000-0000-7000-8000-000000000000"


def titles(client: TenantClient, **query: Any) -> list[str]:
    return [row["title"] for row in client.get("/api/v1/services", query_string=query).json]


def named(app: Flask, *names: str, **details: Any) -> list[uuid.UUID]:
    return [make_service(app, own={"title": name}, **details) for name in names]


def test_umlauts_stand_where_a_german_directory_has_them(app: Flask, client: TenantClient) -> None:
    named(app, "Zelt", "Öfen", "Ofen", "ärztlich", "Arzt", "Daumen", "Dauer", "Straße", "Strasse b", "Übung", "Uhr")
    found = titles(client)
    assert found == [
        "Arzt", "ärztlich", "Dauer", "Daumen", "Ofen", "Öfen", "Straße", "Strasse b", "Übung", "Uhr", "Zelt",
    ]  # fmt: skip


def test_pages_of_the_list_are_whole_and_disjoint(app: Flask, client: TenantClient) -> None:
    named(app, *(f"Dienst {number:02}" for number in range(7)))
    pages = [titles(client, page=page, page_size=3) for page in (1, 2, 3)]
    assert [*pages[0], *pages[1], *pages[2]] == [f"Dienst {number:02}" for number in range(7)]
    header = client.get("/api/v1/services?page=2&page_size=3").headers["X-Pagination"]
    assert '"total": 7' in header and titles(client, q="dienst", page=3, page_size=3) == ["Dienst 06"]


def test_what_is_called_so_comes_before_what_only_tells_of_it(app: Flask, client: TenantClient) -> None:
    make_service(app, own={"title": "Zuletzt", "modules": {"06": "<p>Auch für den Hundehalter.</p>"}})
    make_service(app, own={"title": "Welpen", "synonyms": ["Hundewelpen"]})
    make_service(app, own={"title": "Großer Hund"})
    make_service(app, own={"title": "Hundesteuer"})
    make_service(app, own={"title": "Vierbeiner", "synonyms": ["Hund"]})
    make_service(app, own={"title": "Katze"})
    assert titles(client, q="HUND") == ["Vierbeiner", "Hundesteuer", "Großer Hund", "Welpen", "Zuletzt"]


@pytest.mark.parametrize("q", ["strasse", "STRASSE", "Straße", "  strasse   nutzen ", "nutz strass"])
def test_case_umlauts_order_and_half_words_do_not_matter(app: Flask, client: TenantClient, q: str) -> None:
    named(app, "Straße nutzen", "Wiese nutzen")
    assert titles(client, q=q) == ["Straße nutzen"]


@pytest.mark.parametrize("q", ["%", "_", "\\", "'", "a" * 100, "%25", "🐕", "\u200b", " "])
def test_odd_words_find_nothing_or_everything_but_break_nothing(app: Flask, client: TenantClient, q: str) -> None:
    named(app, "Straße nutzen")
    assert titles(client, q=q) in ([], ["Straße nutzen"])
    assert client.get("/api/v1/services", query_string={"q": "a" * 101}).status_code == 422


def test_a_situation_in_life_narrows_the_list_and_counts_what_is_visible(app: Flask, client: TenantClient) -> None:
    make_service(app, own={"title": "Reisepass", "situation": "ausweise"})
    make_service(app, own={"title": "Ausweis", "situation": "ausweise"})
    make_service(app, own={"title": "Verborgen", "situation": "ausweise"}, hidden=True)
    make_service(app, own={"title": "Irgendwas", "situation": "gibt es nicht"})
    assert titles(client, life_situation="ausweise") == ["Ausweis", "Reisepass"]
    assert titles(client, life_situation="ausweise", q="pass") == ["Reisepass"]
    assert titles(client, life_situation="gibt es nicht") == []
    found = client.get("/api/v1/services/situations").json
    assert [(row["slug"], row["count"]) for row in found] == [("ausweise", 2), ("weitere", 1)]


def test_what_is_hidden_is_nowhere(app: Flask, client: TenantClient) -> None:
    hidden = make_service(app, own={"title": "Geheim", "url": "https://www.brandenburg.de/"}, hidden=True)
    office = make_office(app, name="Geheimes Amt", hidden=True)
    service = make_service(app, own={"title": "Offen"})
    assign(app, service, office)
    assert client.get(f"/api/v1/services/{hidden}").status_code == 404
    assert client.get(f"/api/v1/services/offices/{office}").status_code == 404
    assert client.get(f"/dienste/{hidden}").status_code == 404
    assert client.get(f"/dienste/aemter/{office}").status_code == 404
    paths = ("", "/top", "/index", "/situations", "/offices", f"/{service}")
    pages = [f"/api/v1/services{path}" for path in paths] + ["/api/v1/search?q=geheim", "/api/v1/bootstrap"]
    assert [path for path in pages if "Geheim" in client.get(path).get_data(as_text=True)] == []


def test_nothing_of_another_municipality_is_answered(app: Flask, client: TenantClient, other: TenantClient) -> None:
    service, office = make_service(app, own={"title": "Laubsäcke"}), make_office(app, name="Laubamt")
    assign(app, service, office)
    for path in (f"/api/v1/services/{service}", f"/api/v1/services/offices/{office}", f"/dienste/{service}"):
        assert client.get(path).status_code == 200
        assert other.get(path).status_code == 404
    for path in ("", "/top", "/index", "/situations", "/offices"):
        assert "Laub" not in other.get(f"/api/v1/services{path}").get_data(as_text=True)
    assert other.get("/api/v1/search?q=laub").json == []


@pytest.mark.parametrize("path", [NOBODY, "keine-uuid", f"offices/{NOBODY}", "offices/x", "situations/x"])
def test_what_is_not_there_is_404(client: TenantClient, path: str) -> None:
    assert client.get(f"/api/v1/services/{path}").status_code == 404


def test_the_municipalitys_words_stand_over_those_of_the_source(app: Flask, client: TenantClient) -> None:
    text = {
        "title": "Hundesteuer Anmeldung",
        "teaser": "Melden Sie an.",
        "situation": "steuern",
        "modules": [{"code": "11", "html": "<p>Ablauf</p>"}, {"code": "06", "html": "<p>Volltext</p>"}],
        "fees": "<p>Unbekannt</p>",
        "synonyms": ["Hund"],
    }
    own = {"title": "Hund anmelden", "fees": "<p>48 € im Jahr</p>", "modules": {"08": "<ul><li>Ausweis</li></ul>"}}
    plain = make_service(app, text=text)
    better = make_service(app, text=text, own=own)
    found = client.get(f"/api/v1/services/{better}").json
    assert (found["title"], found["teaser"], found["title_formal"]) == ("Hund anmelden", "Melden Sie an.", "")
    assert found["fees"] == {"text": "<p>48 € im Jahr</p>"} and found["situation"]["slug"] == "steuern"
    assert [(one["code"], one["title"]) for one in found["modules"]] == [
        ("06", "Worum es geht"), ("08", "Das brauchen Sie"), ("11", "So läuft es ab"),
    ]  # fmt: skip
    assert found["requirements"] == [{"text": "Ausweis", "hint": ""}]
    assert found["source"] == {"kind": "own", "name": "Stadt Alpha", "url": None} and found["stand"] == "2026-11-23"
    untouched = client.get(f"/api/v1/services/{plain}").json
    assert untouched["title"] == "Hundesteuer Anmeldung" and untouched["source"]["kind"] == "land"


def test_another_language_is_given_whole_or_not_at_all(app: Flask, client: TenantClient) -> None:
    with scope(app, tenant_id(app, "alpha")):
        english = texts.body(language="en", title="Register a dog", modules=[{"code": "08", "html": "<p>ID</p>"}])
        (text_hash,) = texts.store([english], NOW)
    entry = make_service(app, text={"title": "Hund"}, own={"fees": "<p>48 €</p>"}, translations={"en": text_hash})

    def shown(query: str) -> Any:
        return client.get(f"/api/v1/services/{entry}{query}").json

    assert shown("")["languages"] == ["de", "en"] and shown("")["language"] == "de"
    found = shown("?language=en")
    assert (found["title"], found["language"], found["fees"], found["teaser"]) == ("Register a dog", "en", None, "")
    assert found["modules"][0]["title"] == "What you need"
    assert shown("?language=pl")["language"] == "de"
    assert client.get(f"/api/v1/services/{entry}?language=deutsch").status_code == 422


def test_the_office_of_the_narrowest_area_is_responsible(app: Flask, client: TenantClient) -> None:
    entry = make_service(app)
    areas = {"Land": "12", "Landkreis": "12069", "Amt": "120690020", "Stadt": "120690020020", "Fremd": "12073"}
    ids = {name: make_office(app, name=name) for name in areas}
    for name, area in areas.items():
        assign(app, entry, ids[name], area=area)
        found = client.get(f"/api/v1/services/{entry}").json
        expected = name if name != "Fremd" else "Stadt"
        assert [one["name"] for one in found["offices"]] == [expected]
        reach = {"Land": "land", "Landkreis": "county"}.get(expected, "municipality")
        assert found["responsible"] == {"name": expected, "level": reach}
    assign(app, entry, ids["Amt"], role="03")
    assert [(one["name"], one["role"]) for one in client.get(f"/api/v1/services/{entry}").json["offices"]] == [
        ("Stadt", "01"), ("Amt", "03"),
    ]  # fmt: skip


def test_an_office_of_another_area_is_never_responsible(app: Flask, client: TenantClient) -> None:
    entry = make_service(app)
    assign(app, entry, make_office(app, name="Fremd"), area="12073")
    found = client.get(f"/api/v1/services/{entry}").json
    assert found["offices"] == [] and found["responsible"] is None


@pytest.mark.parametrize(
    ("area", "prefix", "level"),
    [
        ("120690020020", "120690020020", "municipality"),
        ("120690020000", "120690020", "municipality"),
        ("120690000000", "12069", "county"),
        ("120000000000", "12", "land"),
        ("000000000000", "", "nationwide"),
        ("12", "12", "land"),
        ("12060", "12060", "county"),
        ("", "", "municipality"),
    ],
)
def test_an_area_filled_up_with_zeros_is_the_same_area(area: str, prefix: str, level: str) -> None:
    assert (prefix_of(area), reach_of(area)) == (prefix, level)


def test_an_office_shows_what_it_is_responsible_for_and_when_it_opens(app: Flask, client: TenantClient) -> None:
    office = make_office(app, phone="033841 1", lat=52.1, lon=12.6)
    for entry in named(app, "Ziege", "Äpfel"):
        assign(app, entry, office)
        assign(app, entry, office, role="03")
    found = client.get(f"/api/v1/services/offices/{office}").json
    assert [one["title"] for one in found["services"]] == ["Äpfel", "Ziege"]
    assert found["hours"] == [{"days": [1, 3], "from": "09:00", "to": "12:00", "note": ""}]
    assert found["address"] == {"street": "Markt 1", "postcode": "14806", "city": "Bad Belzig", "extra": "Zimmer 2"}
    (listed,) = client.get("/api/v1/services/offices").json
    assert listed == {name: value for name, value in found.items() if name != "services"}


def test_the_municipality_says_what_is_asked_for_most(app: Flask, client: TenantClient) -> None:
    first, second, third, gone = named(app, "A", "B", "C", "D")
    with scope(app, tenant_id(app, "alpha")):
        db.session.add(ServiceSettings(top=[str(third), NOBODY, str(gone), str(first), str(second)]))
        db.session.get_one(Service, gone).hidden = True
    assert [row["title"] for row in client.get("/api/v1/services/top").json] == ["C", "A", "B"]


def test_start_tells_of_the_directory_and_of_holidays(app: Flask, client: TenantClient) -> None:
    make_service(app, own={"title": "Ausweis", "situation": "ausweise"})
    found = client.get("/api/v1/bootstrap").json
    portal = {"name": "Serviceportal Brandenburg", "url": "https://service.brandenburg.de/"}
    assert found["services"] == {"top": [], "count": 1, "situations": 1, "portal": portal}
    year = date.today().year
    assert {f"{year}-12-25", f"{year + 1}-10-31"} <= set(found["holidays"])  # Reformation Day is one here
    assert client.get("/api/v1/services?q=ausweis").headers["Cache-Control"].startswith("public")


def test_a_source_is_named_with_its_day(app: Flask, client: TenantClient) -> None:
    with scope(app, tenant_id(app, "alpha")):
        source = ServiceSource(kind=Origin.XZUFI, key="land", url="geheim/ordner", name="Redaktion Brandenburg")
        db.session.add(source)
        db.session.flush()
        source_id = source.id
    entry = make_service(
        app, text={"title": "Pass"}, origin=Origin.XZUFI, source_id=source_id, external_id="L1", stand=date(2026, 6, 2)
    )
    found = client.get(f"/api/v1/services/{entry}")
    assert found.json["source"]["name"] == "Redaktion Brandenburg" and found.json["stand"] == "2026-06-02"
    assert "geheim" not in found.get_data(as_text=True)


def test_search_finds_services_and_offices(app: Flask, client: TenantClient) -> None:
    entry = make_service(app, own={"title": "Bürgermeister sprechen"})
    office = make_office(app)
    found = client.get("/api/v1/search?q=bürger").json
    assert [(row["type"], row["path"]) for row in found] == [
        ("service", f"/dienste/{entry}"), ("office", f"/dienste/aemter/{office}"),
    ]  # fmt: skip
    assert found[1]["teaser"] == "Markt 1, 14806 Bad Belzig"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Nichts</p>", []),
        ("", []),
        ("<ul></ul>", []),
        ("<ul><li>Ausweis</li><li> Foto<br>digital </li></ul>", [("Ausweis", ""), ("Foto", "digital")]),
        ("<p>Bringen Sie:</p><ul><li><p>Pass</p><p>gültig</p></li></ul>", [("Pass", "gültig")]),
        ("<ul><li>Eins<ul><li>a</li><li>b</li></ul></li><li>Zwei</li></ul>", [("Eins", "a b"), ("Zwei", "")]),
        ("<ol><li><strong>Fett</strong> &amp; <a href='x'>Link</a></li><li></li></ol>", [("Fett & Link", "")]),
        ("<ul><li>offen", [("offen", "")]),
    ],
)
def test_list_items_are_what_can_be_ticked(html: str, expected: list[tuple[str, str]]) -> None:
    assert [(one["text"], one["hint"]) for one in read_list(html)] == expected
    assert len(read_list("<li>x</li>" * 500)) == 40
