# SPDX-License-Identifier: EUPL-1.2
"""What makes the app a municipality's own: theme, manifest, icons, arms, the list to choose from."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from PIL import Image

from backend.config import Settings
from backend.tenants.describe import origin
from tests.conftest import TenantClient, client_of
from tests.factories import make_tenant
from tests.tenants.files import MINIMAL, write
from tests.tenants.test_drawing import SHIELD


@pytest.fixture
def belzig(app: Flask, tmp_path: Path) -> TenantClient:
    """A client of Bad Belzig, with arms."""
    write(tmp_path, SHIELD, "wappen.svg")
    path = write(tmp_path, MINIMAL + '[theme]\nbrand = "#7a1f1f"\narms = "wappen.svg"\n')
    assert app.test_cli_runner().invoke(args=["tenant", "apply", str(path)]).exit_code == 0
    return client_of(app, "bad-belzig")


def test_the_theme_is_a_style_sheet_of_this_municipality(belzig: TenantClient, other: TenantClient) -> None:
    answer = belzig.get("/theme.css?v=1")
    assert answer.content_type == "text/css; charset=utf-8"
    assert "--sv-brand:#7a1f1f" in answer.text
    assert "--sv-brand:#0a4e40" in other.get("/theme.css").text
    again = belzig.get("/theme.css", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_the_manifest_meets_the_criteria_for_installing(belzig: TenantClient) -> None:
    answer = belzig.get("/manifest.webmanifest")
    assert answer.content_type == "application/manifest+json"
    manifest = answer.get_json(force=True)
    assert (manifest["id"], manifest["start_url"], manifest["scope"]) == ("/", "/", "/")
    assert (manifest["name"], manifest["display"], manifest["lang"]) == ("Bad Belzig", "standalone", "de")
    purposes = {(icon["sizes"], icon["purpose"]) for icon in manifest["icons"]}
    assert {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")} <= purposes
    for icon in [*manifest["icons"], *manifest["shortcuts"][0]["icons"]]:
        got = belzig.get(icon["src"])
        assert got.status_code == 200 and got.content_type.startswith(icon["type"])


def test_a_module_that_is_off_has_no_shortcut(app: Flask, belzig: TenantClient) -> None:
    def shortcuts(client: TenantClient) -> list[str]:
        return [one["url"] for one in client.get("/manifest.webmanifest").get_json(force=True)["shortcuts"]]

    make_tenant(app, "still", modules=[])
    assert shortcuts(belzig) == ["/aktuelles", "/termine", "/dienste", "/suche"]
    assert shortcuts(client_of(app, "still")) == ["/suche"]


@pytest.mark.parametrize(
    ("name", "side"),
    [("icon-192", 192), ("icon-512", 512), ("maskable-512", 512), ("apple-touch-icon", 180), ("badge-96", 96)],
)
def test_icons_come_in_all_sizes(belzig: TenantClient, client: TenantClient, name: str, side: int) -> None:
    for one in (belzig, client):
        answer = one.get(f"/icons/{name}.png")
        assert answer.content_type == "image/png"
        assert Image.open(io.BytesIO(answer.data)).size == (side, side)
    assert belzig.get(f"/icons/{name}.png").data != client.get(f"/icons/{name}.png").data


def test_an_icon_that_does_not_exist_is_missing(client: TenantClient) -> None:
    assert client.get("/icons/icon-13.png").status_code == 404


def test_arms_are_served_to_the_municipality_that_has_them(belzig: TenantClient, client: TenantClient) -> None:
    address = belzig.get("/api/v1/bootstrap").json["tenant"]["arms"]
    answer = belzig.get(address)
    assert answer.content_type.startswith("image/svg+xml")
    assert b"<path" in answer.data
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert client.get("/icons/arms").status_code == 404


def test_the_list_to_choose_from_names_all_municipalities(belzig: TenantClient) -> None:
    answer = belzig.get("/api/v1/tenants")
    assert [one["slug"] for one in answer.json] == ["alpha", "bad-belzig", "beta"]
    assert answer.json[1] == {
        "slug": "bad-belzig",
        "name": "Bad Belzig",
        "kind": "Stadt",
        "district": "Potsdam-Mittelmark",
        "origin": "http://bad-belzig.localhost:8000",
        "initials": "BB",
        "color_light": "#7a1f1f",
        "color_dark": answer.json[1]["color_dark"],
    }


@pytest.mark.parametrize(
    ("port", "expected"), [(None, "https://app.example.de"), (8443, "https://app.example.de:8443")]
)
def test_in_production_the_first_host_is_the_address(settings: Settings, port: int | None, expected: str) -> None:
    production = replace(settings, environment="production", public_port=port)
    assert origin("alpha", ["app.example.de", "alt.example.de"], production) == expected
