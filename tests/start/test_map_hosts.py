# SPDX-License-Identifier: EUPL-1.2
"""A municipality that names a tile server lets its pages load pictures from there, and from nowhere else."""

import re

import pytest
from flask import Flask

from tests.conftest import TenantClient, client_of
from tests.factories import make_tenant

MAP = {"tiles": "https://kacheln.example:8443/{z}/{x}/{y}.png", "attribution": "© Beispiel"}
PAGES = ("/", "/app-shell.html", "/aktuelles", "/redaktion", "/gibtesnicht")


def pictures(client: TenantClient, path: str) -> str:
    found = re.search(r"img-src ([^;]*);", client.get(path).headers["Content-Security-Policy"])
    assert found
    return found[1]


@pytest.mark.parametrize("path", PAGES)
def test_only_the_tile_server_of_ones_own_municipality_is_allowed(app: Flask, client: TenantClient, path: str) -> None:
    make_tenant(app, "karte", map=MAP)
    mapped = client_of(app, "karte")
    assert pictures(mapped, path) == "'self' data: blob: https://kacheln.example:8443"
    assert pictures(client, path) == "'self' data: blob:"
    assert (
        mapped.get("/api/v1/bootstrap").headers["Content-Security-Policy"]
        == client.get("/api/v1/bootstrap").headers["Content-Security-Policy"]
    )


def test_the_shell_that_the_worker_keeps_is_cached_and_fresh(client: TenantClient) -> None:
    answer = client.get("/app-shell.html?__WB_REVISION__=abc")
    assert answer.status_code == 200 and answer.content_type == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert client.get("/app-shell.html", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
