# SPDX-License-Identifier: EUPL-1.2
"""The border between HTTP and rules: errors, headers, hosts, sizes, modules."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from backend import create_app
from backend.config import Settings, SettingsError, read_settings
from backend.logs import JsonFormatter
from tests.conftest import TenantClient, client_of
from tests.factories import make_news, make_tenant


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/v1/gibtsnicht", 404, "not-found"),
        ("GET", "/api/v1/news/keine-uuid", 404, "not-found"),
        ("GET", "/api/v1/news/01890000-0000-7000-8000-000000000000", 404, "not-found"),
        ("GET", "/media/../../etc/passwd", 404, "not-found"),
        ("POST", "/api/v1/news", 405, "method-not-allowed"),
        ("DELETE", "/api/v1/bootstrap", 405, "method-not-allowed"),
    ],
)
def test_every_error_is_a_problem_document(
    client: TenantClient, method: str, path: str, status: int, code: str
) -> None:
    answer = client.open(path, method=method)
    assert answer.status_code == status
    assert answer.content_type == "application/problem+json"
    assert answer.json["code"] == code
    assert answer.json["type"] == f"urn:sva:problem:{code}"
    assert answer.json["status"] == status
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_an_uncaught_error_says_nothing_of_its_inside(
    app: Flask, client: TenantClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("geheim@example.org")

    monkeypatch.setattr("backend.news.operations.list_news", fail)
    answer = client.get("/api/v1/news")
    assert answer.status_code == 500
    assert answer.json == {
        "type": "urn:sva:problem:internal",
        "code": "internal",
        "title": "Internal error",
        "status": 500,
    }
    formatter = JsonFormatter()
    assert "geheim" not in "".join(formatter.format(record) for record in caplog.records)


@pytest.mark.parametrize("host", ["nirgends.example", "alpha.localhost.example", "", "127.0.0.1"])
def test_an_unknown_host_is_404_and_never_a_default(app: Flask, host: str) -> None:
    answer = app.test_client().get("/api/v1/bootstrap", headers={"Host": host})
    assert answer.status_code == 404
    assert answer.json["code"] == "unknown-host"


@pytest.mark.parametrize("host", ["..", "a" * 300])
def test_a_malformed_host_is_a_bad_request(app: Flask, host: str) -> None:
    answer = app.test_client().get("/api/v1/bootstrap", headers={"Host": host})
    assert answer.status_code == 400
    assert answer.json["code"] == "unreadable"


@pytest.mark.parametrize(
    "host", ["alpha.example", "ALPHA.example", "alpha.example.", "alpha.example:443", "alpha.localhost:8000"]
)
def test_a_host_is_known_in_every_spelling(app: Flask, host: str) -> None:
    assert app.test_client().get("/api/v1/bootstrap", headers={"Host": host}).json["tenant"]["slug"] == "alpha"


def test_production_knows_no_localhost(app: Flask, settings: Settings) -> None:
    production = create_app(replace(settings, environment="production", https=True, public_port=None))
    assert production.test_client().get("/", headers={"Host": "alpha.localhost"}).status_code == 404
    answer = production.test_client().get("/", headers={"Host": "alpha.example"})
    assert answer.status_code == 200
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert 'content="https://alpha.example/"' in answer.text


def test_the_forwarded_host_counts_behind_a_trusted_proxy_only(app: Flask, settings: Settings) -> None:
    headers = {"Host": "beta.example", "X-Forwarded-Host": "alpha.example"}
    assert app.test_client().get("/api/v1/bootstrap", headers=headers).json["tenant"]["slug"] == "beta"
    behind = create_app(replace(settings, trusted_proxies=1))
    assert behind.test_client().get("/api/v1/bootstrap", headers=headers).json["tenant"]["slug"] == "alpha"


def test_health_answers_on_any_host(app: Flask) -> None:
    answer = app.test_client().get("/healthz", headers={"Host": "nirgends.example"})
    assert answer.status_code == 200
    assert answer.text == "ok\n"


def test_a_module_that_is_off_is_absent(app: Flask) -> None:
    make_tenant(app, "gamma", modules=[])
    make_news(app, "gamma", title="Versteckt")
    gamma = client_of(app, "gamma")
    for path in ("/api/v1/news", "/feeds/news.atom", "/feeds/news.rss", "/aktuelles"):
        assert gamma.get(path).status_code == 404, path
    assert gamma.get("/api/v1/bootstrap").json["news"] is None
    assert gamma.get("/api/v1/search?q=versteckt").json == []


def test_public_reads_are_open_to_other_origins_without_credentials(client: TenantClient) -> None:
    answer = client.get("/api/v1/news", headers={"Origin": "https://anderswo.example"})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer.headers


def test_production_refuses_to_start_without_its_keys(tmp_path: object) -> None:
    for missing in ("SECRET_KEY", "DATA_KEY"):
        environ = {"ENVIRONMENT": "production", "INSTANCE_PATH": str(tmp_path), "SECRET_KEY": "x" * 40}
        environ["DATA_KEY"] = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
        del environ[missing]
        with pytest.raises(SettingsError, match=missing):
            read_settings(environ)


def test_bad_settings_are_named(tmp_path: object) -> None:
    for name, value in (
        ("ENVIRONMENT", "prod"),
        ("TRUSTED_PROXIES", "-1"),
        ("DATABASE_URL", "mysql://x"),
        ("DATA_KEY", "kurz"),
    ):
        with pytest.raises(SettingsError, match=name):
            read_settings({"INSTANCE_PATH": str(tmp_path), name: value})


def test_development_makes_its_keys_once_and_for_itself(tmp_path: object) -> None:
    first = read_settings({"INSTANCE_PATH": str(tmp_path)})
    again = read_settings({"INSTANCE_PATH": str(tmp_path)})
    assert (first.secret_key, first.data_key) == (again.secret_key, again.data_key)
    assert (first.instance_path / "secret_key").stat().st_mode & 0o777 == 0o600
    assert first.secret_key not in repr(first)


def test_processes_that_start_together_make_one_key(tmp_path: Path) -> None:
    for number in range(20):
        environ = {"INSTANCE_PATH": str(tmp_path / str(number))}
        with ThreadPoolExecutor(8) as pool:
            keys = {settings.secret_key for settings in pool.map(read_settings, [environ] * 8)}
        assert len(keys) == 1
        assert "" not in keys
        assert {path.name for path in (tmp_path / str(number)).iterdir()} == {"secret_key", "data_key"}
