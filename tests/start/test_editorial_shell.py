# SPDX-License-Identifier: EUPL-1.2
"""The editorial area's shell: the same page at every address, kept by nobody and found by no search engine."""

import pytest

from tests.conftest import TenantClient


@pytest.mark.parametrize(
    "path", ["/redaktion", "/redaktion/", "/redaktion/nachrichten", "/redaktion/einladung", "/redaktion/gibt/es/nicht"]
)
def test_every_address_of_the_area_answers_with_its_shell(client: TenantClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.content_type == "text/html; charset=utf-8"
    assert "<title>Redaktion · Alpha</title>" in answer.text
    assert 'href="/theme.css?v=1"' in answer.text
    assert "og:title" not in answer.text


def test_nobody_keeps_or_indexes_the_shell(client: TenantClient) -> None:
    answer = client.get("/redaktion")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in answer.text


def test_the_shell_carries_the_policy_of_every_page(client: TenantClient) -> None:
    area, start = client.get("/redaktion").headers, client.get("/").headers
    for name in ("Content-Security-Policy", "Permissions-Policy", "Referrer-Policy", "Cross-Origin-Opener-Policy"):
        assert area[name] == start[name]


def test_each_municipality_has_its_own_title(other: TenantClient) -> None:
    assert "<title>Redaktion · Beta</title>" in other.get("/redaktion").text
