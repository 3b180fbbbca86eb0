# SPDX-License-Identifier: EUPL-1.2
"""Where an entry leads: the first link that exists, is allowed and is not broken."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from flask import Flask

from backend.reference.laender import Portal, land_of
from backend.services.links import Here, Link, allowed, candidates, fill, resolve
from backend.services.models import Origin
from tests.conftest import TenantClient
from tests.factories import make_tenant
from tests.services.entries import break_link, make_service

PERSO = "99008001012000"
HERE = Here("120690020020", "12069020", "14806", frozenset({"bad-belzig.de", "bund.de", "brandenburg.de"}), None)
BRANDENBURG = Here(HERE.ars, HERE.ags, HERE.plz, HERE.hosts, land_of("12").portal)


@dataclass
class Entry:
    leika_key: str | None = None
    leika_keys: list[str] = field(default_factory=list)
    portal_id: str | None = None
    own: dict[str, Any] = field(default_factory=dict)
    origin: Origin = Origin.LAND


@dataclass
class Online:
    id: int
    title: str
    url: str


def levels(found: list[Link]) -> list[str]:
    return [link.level.value for link in found]


def test_the_municipalitys_own_address_comes_first_and_the_federal_portal_last() -> None:
    entry = Entry(PERSO, [], "109331308", {"url": "https://www.bad-belzig.de/perso"})
    online = [Online(1, "Antrag", "https://online.brandenburg.de/a"), Online(2, "", "https://online.brandenburg.de/b")]
    found = candidates(entry, online, BRANDENBURG)
    assert levels(found) == ["own", "online", "online", "portal", "bundesportal"]
    assert [link.portal for link in found] == [
        "bad-belzig.de", "Antrag", "online.brandenburg.de", "Serviceportal Brandenburg", "Bundesportal",
    ]  # fmt: skip
    assert [link.owner for link in found][3:] == ["Land Brandenburg", "Bund"]


def test_an_address_in_a_portal_is_called_like_it_and_says_whose_it_is() -> None:
    page = f"{BRANDENBURG.portal.url}hund" if BRANDENBURG.portal else ""
    named, titled = candidates(Entry(origin=Origin.OWN, own={"url": page}), [Online(1, "Antrag", page)], BRANDENBURG)
    assert (named.portal, named.owner) == ("Serviceportal Brandenburg", "Land Brandenburg")
    assert (titled.portal, titled.owner) == ("Antrag", "Land Brandenburg")
    (elsewhere,) = candidates(Entry(origin=Origin.OWN, own={"url": "https://x.brandenburg.de/"}), [], BRANDENBURG)
    assert (elsewhere.portal, elsewhere.owner) == ("x.brandenburg.de", None)


def test_a_broken_link_falls_to_the_next_and_at_last_to_none() -> None:
    found = candidates(Entry(PERSO, [], "109331308", {"url": "https://www.bad-belzig.de/perso"}), [], BRANDENBURG)
    broken: set[str] = set()
    for link in found:
        assert resolve(found, broken) == link
        broken.add(link.url)
    assert resolve(found, broken) is None


def test_what_has_no_key_is_searched_for_and_never_guessed() -> None:
    assert levels(candidates(Entry(), [], BRANDENBURG)) == ["search"]
    assert levels(candidates(Entry(portal_id="7"), [], BRANDENBURG)) == ["portal", "search"]
    assert candidates(Entry(), [], HERE)[0].url == "https://verwaltung.bund.de/"


def test_no_portal_is_searched_for_what_only_the_municipality_has() -> None:
    own = Entry(origin=Origin.OWN)
    assert candidates(own, [], BRANDENBURG) == []
    own.own["url"] = "https://www.bad-belzig.de/laub"
    assert levels(candidates(own, [], BRANDENBURG)) == ["own"]
    assert levels(candidates(Entry(PERSO, origin=Origin.OWN), [], BRANDENBURG)) == ["bundesportal"]


@pytest.mark.parametrize("key", ["9900800101200", "12345678901234", "99008001012000\n", "99{ars}00101200", ""])
def test_what_is_no_leika_key_leads_nowhere(key: str) -> None:
    assert levels(candidates(Entry(leika_key=key, leika_keys=[key]), [], HERE)) == ["search"]


def test_further_keys_of_a_source_count_where_the_first_is_taken() -> None:
    (link,) = candidates(Entry(None, ["x", PERSO]), [], HERE)
    assert link.url.endswith(PERSO)


def test_placeholders_are_filled_in_as_parts_of_an_address() -> None:
    url = "https://a.bund.de/{leika}/region/{ars}?ags={ags}&plz={plz}"
    (link, _page) = candidates(Entry(PERSO), [Online(1, "", url)], HERE)
    assert link.url == f"https://a.bund.de/{PERSO}/region/120690020020?ags=12069020&plz=14806"
    assert fill("https://a/{x}", {"x": "a/b?c=d&e#f g"}) == "https://a/a%2Fb%3Fc%3Dd%26e%23f%20g"


@pytest.mark.parametrize("url", ["https://a.bund.de/{plz}", "https://a.bund.de/{stelle}", "https://a.bund.de/{}"])
def test_an_address_with_a_hole_is_no_link(url: str) -> None:
    without = Here(HERE.ars, HERE.ags, "", HERE.hosts, None)
    assert levels(candidates(Entry(PERSO), [Online(1, "", url)], without)) == ["bundesportal"]


@pytest.mark.parametrize(
    "url",
    ["https://bund.de", "https://www.fuehrungszeugnis.bund.de/", "https://VERWALTUNG.bund.de/a?b=c#d"],
)
def test_hosts_on_the_list_and_below_them_are_allowed(url: str) -> None:
    assert allowed(url, HERE)


@pytest.mark.parametrize(
    "url",
    [
        "http://bund.de/", "//bund.de/", "bund.de", "javascript:alert(1)", "https:bund.de", "https://", "https:///bund.de",
        "https://boesebund.de/", "https://bund.de.example/", "https://example/bund.de", "https://de/",
        "https://bund.de@example.org/", "https://x@bund.de/", "https://bund.de:8443/", "https://bund.de:443/",
        "https://example.org\\@bund.de/", "https://bund.de\\.example.org/", "https://bund.de/ x", "https://bund.de/\n",
        "https://bünd.de/", "https://[::1]/", "https://[bund.de/", "https://10.0.0.1/", "ftp://bund.de/", "",
        "https://bund.de/" + "a" * 2000,
    ],
)  # fmt: skip
def test_everything_else_is_refused(url: str) -> None:
    assert not allowed(url, HERE)
    assert levels(candidates(Entry(PERSO, own={"url": url}), [Online(1, "", url)], HERE)) == ["bundesportal"]


def test_residents_are_led_past_what_is_broken(app: Flask, client: TenantClient, other: TenantClient) -> None:
    own, online = "https://www.brandenburg.de/hund", "https://online.brandenburg.de/hund"
    ids = {
        slug: make_service(app, slug, leika_key=PERSO, own={"title": "Hund", "url": own}, online=(online,))
        for slug in ("alpha", "beta")
    }

    def shown(who: TenantClient, slug: str) -> tuple[str, str, bool]:
        (listed,) = who.get("/api/v1/services").json
        onward = who.get(f"/api/v1/services/{ids[slug]}").json["online"]
        assert listed["url_level"] == onward["level"]
        return onward["url"], onward["level"], listed["online"]

    assert shown(client, "alpha") == (own, "own", True)
    break_link(app, own)
    assert shown(client, "alpha") == (online, "online", True)
    break_link(app, online)
    assert shown(client, "alpha")[1:] == ("bundesportal", False)
    assert shown(other, "beta") == (own, "own", True)  # what one municipality has checked is its own


def test_the_file_names_more_hosts_and_another_portal(app: Flask) -> None:
    portal = {"name": "Stadtportal", "owner": "Stadt Gamma", "url": "https://portal.gamma.example/"}
    portal |= {"page": "https://portal.gamma.example/{portal_id}", "search": "https://portal.gamma.example/suche"}
    make_tenant(app, "gamma", services={"link_hosts": ["formulare.example"], "portal": portal})
    first = make_service(app, "gamma", own={"title": "A", "url": "https://hund.formulare.example/"})
    second = make_service(app, "gamma", own={"title": "B"}, portal_id="a b", leika_key=PERSO)
    third = make_service(app, "gamma", own={"title": "C", "url": "https://portal.gamma.example/c"})
    client = TenantClient(app, app.response_class)
    client.slug = "gamma"
    urls = [client.get(f"/api/v1/services/{one}").json["online"]["url"] for one in (first, second, third)]
    # The portal's own host is as good as named.
    assert urls == [
        "https://hund.formulare.example/", "https://portal.gamma.example/a%20b", "https://portal.gamma.example/c",
    ]  # fmt: skip


def test_a_portal_without_pages_of_its_own_is_not_led_to() -> None:
    nowhere = Portal("P", "O", "https://p.bund.de/", "http://p.bund.de/{portal_id}", "https://p.bund.de/suche")
    here = Here(HERE.ars, HERE.ags, HERE.plz, HERE.hosts, nowhere)
    assert levels(candidates(Entry(portal_id="1"), [], here)) == ["search"]


def test_a_portal_may_find_its_pages_by_leika_key_alone() -> None:
    by_key = Portal("P", "O", "https://p.bund.de/", "https://p.bund.de/{leika}?ort={ags}", "https://p.bund.de/suche")
    here = Here(HERE.ars, HERE.ags, HERE.plz, HERE.hosts, by_key)
    found = candidates(Entry(PERSO), [], here)
    assert levels(found) == ["portal", "bundesportal"] and found[0].url == f"https://p.bund.de/{PERSO}?ort=12069020"
    assert levels(candidates(Entry(portal_id="1"), [], here)) == ["search"]


def test_the_first_page_of_a_portal_is_not_that_of_a_service() -> None:
    plain = Portal("P", "O", "https://p.bund.de/", "https://p.bund.de/?ort={ags}", "https://p.bund.de/")
    here = Here(HERE.ars, HERE.ags, HERE.plz, HERE.hosts, plain)
    assert levels(candidates(Entry(PERSO, portal_id="1"), [], here)) == ["bundesportal"]
