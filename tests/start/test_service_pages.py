# SPDX-License-Identifier: EUPL-1.2
"""The heads of the directory's pages: what a shared link shows, and what search engines learn."""

import json
import re
from typing import Any

import pytest
from flask import Flask

from tests.conftest import TenantClient, client_of
from tests.factories import make_tenant
from tests.services.entries import make_office, make_service


def data(client: TenantClient, path: str) -> Any:
    text = client.get(path).get_data(as_text=True)
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    return json.loads(found)


@pytest.mark.parametrize(
    ("path", "title"),
    [("/dienste", "Dienste · Alpha"), ("/dienste/aemter", "Ämter und Öffnungszeiten · Alpha")],
)
def test_the_directory_has_a_title(client: TenantClient, path: str, title: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200 and f"<title>{title}</title>" in answer.get_data(as_text=True)


def test_a_shared_service_says_what_it_is(app: Flask, client: TenantClient) -> None:
    entry = make_service(app, own={"title": "Hund <anmelden>", "teaser": "Für die </script> Hundesteuer."})
    text = client.get(f"/dienste/{entry}").get_data(as_text=True)
    assert "<title>Hund &lt;anmelden&gt; · Alpha</title>" in text and "</script> Hunde" not in text
    assert f'<link rel="canonical" href="http://alpha.localhost:8000/dienste/{entry}">' in text
    found = data(client, f"/dienste/{entry}")
    assert (found["@type"], found["name"], found["provider"]["name"]) == (
        "GovernmentService", "Hund <anmelden>", "Stadt Alpha",
    )  # fmt: skip


def test_a_shared_office_says_where_it_is_and_when_it_opens(app: Flask, client: TenantClient) -> None:
    office = make_office(app, phone="033841 1", lat=52.1, lon=12.6)
    found = data(client, f"/dienste/aemter/{office}")
    assert (found["@type"], found["name"], found["telephone"]) == ("GovernmentOffice", "Bürgerbüro", "033841 1")
    assert found["address"] == "Markt 1, 14806 Bad Belzig" and found["geo"]["latitude"] == 52.1
    (hours,) = found["openingHoursSpecification"]
    assert hours["dayOfWeek"] == ["https://schema.org/Tuesday", "https://schema.org/Thursday"]
    assert (hours["opens"], hours["closes"]) == ("09:00", "12:00")


@pytest.mark.parametrize(
    "path", ["/dienste/x", "/dienste/aemter/x", "/dienste/01890000-0000-7000-8000-000000000000", "/dienste/a/b"]
)
def test_a_page_that_is_not_there_is_404(client: TenantClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_municipality_without_the_module_has_no_such_pages(app: Flask) -> None:
    make_tenant(app, "still", modules=["news"])
    office, entry = make_office(app, "still"), make_service(app, "still")
    client = client_of(app, "still")
    for path in ("/dienste", "/dienste/aemter", f"/dienste/{entry}", f"/dienste/aemter/{office}"):
        assert client.get(path).status_code == 404
    for path in ("", "/top", "/index", f"/{entry}"):
        assert client.get(f"/api/v1/services{path}").status_code == 404
    boot = client.get("/api/v1/bootstrap").json
    assert boot["services"] is None and boot["holidays"] == []
    assert client.get("/api/v1/search?q=laub").json == []
