# SPDX-License-Identifier: EUPL-1.2
"""A municipality with a one-line file has the common services at once, each with a link of the right pattern and the
right keys; three in Brandenburg, one in Saxony, one in Mecklenburg-Vorpommern."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask import Flask

from backend.jobs import scope
from backend.reference.holidays import LANDS
from backend.reference.laender import bundesportal, land_of, situations
from backend.services.models import Level
from backend.tenants import operations as tenants
from backend.tenants.file_schema import ICONS
from tests.conftest import TenantClient, client_of
from tests.services.entries import NOW
from tests.tenants.files import OUTSIDE, plan_of

SCHWAAN = """\
ags = "13072095"
name = "Schwaan"
kind = "Stadt"
ars = "130725258095"
postcode = "18258"
latitude = 53.9386
longitude = 12.1069
"""
TOWNS = {
    "bad-belzig": 'ags = "12069020"\n',
    "wiesenburg-mark": 'ags = "12069665"\n',
    "angermuende": 'ags = "12073008"\n',
    "hainichen": OUTSIDE,
    "schwaan": SCHWAAN,
}
PAGES = {
    "12": r"https://service\.brandenburg\.de/service/de/verwaltungsleistungen/leistungen-suchen/"
    r"\?bus_id=(\d{9})&bus_type=pst&bus_lng=de_DE",
    "14": r"https://amt24\.sachsen\.de/leistung/-/sbw/id-(\d{7})-leistung-0",
    "13": r"https://www\.mv-serviceportal\.de/leistung/\?leistungId=(\d{9})",
}
FEDERAL = r"https://verwaltung\.bund\.de/leistungsverzeichnis/de/leistung/(99\d{12})"


@pytest.fixture(params=TOWNS)
def town(app: Flask, request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, TenantClient]:
    """The AGS of a municipality with such a file, and a client of it."""
    plan = plan_of(tmp_path, TOWNS[request.param])
    with scope(app, None):
        tenants.apply(plan, app.extensions["sva.tenant_parts"], NOW)
    return plan.ags, client_of(app, request.param)


def everything(client: TenantClient) -> list[Any]:
    found: list[Any] = []
    for page in range(1, 5):
        found += client.get(f"/api/v1/services?page={page}&page_size=100").json
    return found


def test_there_are_ninety_services_and_each_leads_on(town: tuple[str, TenantClient]) -> None:
    ags, client = town
    listed, land = everything(client), land_of(ags)
    assert len(listed) == len(land.templates) >= 90
    by_title = {template.title: template for template in land.templates.values()}
    for item in listed:
        template = by_title[item["title"]]
        onward = client.get(f"/api/v1/services/{item['id']}").json["online"]
        parts = urlsplit(onward["url"])
        assert parts.scheme == "https" and "{" not in onward["url"], item["title"]
        assert onward["level"] == item["url_level"] and onward["portal"] and onward["leaves"] is True
        if template.online:
            assert (onward["level"], onward["url"]) == ("online", template.online[0].url)
        elif template.portal_id:
            match = re.fullmatch(PAGES[ags[:2]], onward["url"])
            assert match and match[1] == template.portal_id and onward["level"] == "portal", onward
        elif template.leika_key:
            match = re.fullmatch(FEDERAL, onward["url"])
            assert match and match[1] == template.leika_key and onward["level"] == "bundesportal", onward
        else:
            assert land.portal is not None
            assert (onward["level"], onward["url"]) == ("search", land.portal.search)


def test_each_situation_in_life_has_services(town: tuple[str, TenantClient]) -> None:
    found = {row["slug"]: row["count"] for row in town[1].get("/api/v1/services/situations").json}
    assert list(found) == [slug for slug in situations() if slug != "weitere"]
    assert found["ein-auswanderung"] >= 3


WORDS = {
    "perso": "Personalausweis beantragen",
    "umziehen": "Wohnsitz anmelden",
    "Umzug": "Wohnsitz anmelden",
    "Auto anmelden": "Auto anmelden",
    "Kfz-Zulassung": "Auto anmelden",
    "hund": "Hund anmelden",
    "GEWERBEANMELDUNG": "Gewerbe anmelden",
    "heiraten": "Hochzeit anmelden",
    "Führerschein": "Führerschein beantragen",
    "fuehrerschein weg": "Führerschein verloren: Ersatz beantragen",
}


def test_people_find_services_by_their_own_words(town: tuple[str, TenantClient]) -> None:
    found = {words: town[1].get("/api/v1/services", query_string={"q": words}).json[0]["title"] for words in WORDS}
    assert found == WORDS


@pytest.mark.parametrize("number", LANDS)
def test_every_land_is_well_formed(number: str) -> None:
    land = land_of(number)
    keys = [template.leika_key for template in land.templates.values() if template.leika_key]
    assert len(keys) == len(set(keys)) and all(re.fullmatch(r"99\d{12}", key) for key in keys)
    assert set(land.top) <= land.templates.keys()
    for template in land.templates.values():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", template.key)
        assert template.situation in situations() and template.title and template.teaser and template.synonyms
        for word in (template.title, template.teaser, *template.synonyms):
            assert word == word.strip() and "  " not in word and "|" not in word, template.key
        for online in template.online:
            assert any(f".{urlsplit(online.url).hostname}".endswith(f".{host}") for host in land.hosts), online


def test_what_the_tables_of_the_laender_name_exists() -> None:
    for number in LANDS:
        common = {template.key for template in land_of(number).templates.values()}
        ids = {template.key for template in land_of(number).templates.values() if template.portal_id}
        assert ids <= common
    assert len([one for one in land_of("12").templates.values() if one.portal_id]) == 49
    assert bundesportal().page.endswith("{leika}")
    assert all(situation.icon in ICONS for situation in situations().values())
    assert {level.value for level in Level} == {"own", "online", "portal", "bundesportal", "search"}
