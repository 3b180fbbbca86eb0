# SPDX-License-Identifier: EUPL-1.2
"""What a shared link to a report shows, what a phone can do with photos, and what is left where a municipality's
reporter is elsewhere."""

import uuid
from typing import Any

import pytest
from flask import Flask

from backend.defects.states import DefectStatus
from tests.conftest import TenantClient, client_of
from tests.defects.reports import NOW, make_defect
from tests.factories import make_tenant

PAGES = {
    "/maengel": "Meldungen",
    "/maengel/melden": "Schaden melden",
    "/maengel/meine": "Meine Meldungen",
    "/maengel/zahlen": "Meldungen in Zahlen",
}
S = DefectStatus
LINK = {"mode": "link", "url": "https://maerker.example/alpha", "name": "Maerker"}
UNSEEN: dict[str, dict[str, Any]] = {
    "received": {"status": S.RECEIVED},
    "rejected": {"status": S.REJECTED},
    "withdrawn": {"status": S.WITHDRAWN},
    "hidden": {"hidden_at": NOW},
}


@pytest.mark.parametrize(("path", "title"), PAGES.items())
def test_each_page_has_its_title(client: TenantClient, path: str, title: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert f"<title>{title} · Alpha</title>" in answer.text
    assert ("noindex" in answer.text) == (path == "/maengel/meine")


def test_a_public_report_shows_state_place_answer_and_photo(client: TenantClient, app: Flask) -> None:
    report = make_defect(app, notes=("Das Leuchtmittel ist bestellt.",), photos=1, status=S.IN_PROGRESS)
    text = client.get(f"/maengel/{report}").text
    assert "<title>Laterne ohne Licht · Alpha</title>" in text
    assert 'content="In Arbeit · Bahnhofstraße 12 · Das Leuchtmittel ist bestellt."' in text
    image = f"http://alpha.localhost:8000/media/{'0' * 32}-960.jpg"
    assert f'<meta property="og:image" content="{image}">' in text
    assert "noindex" not in text


@pytest.mark.parametrize("name", UNSEEN)
def test_what_nobody_may_see_looks_like_what_never_was(client: TenantClient, app: Flask, name: str) -> None:
    report, never = str(make_defect(app, **UNSEEN[name])), str(uuid.uuid4())
    shown, unknown = client.get(f"/maengel/{report}"), client.get(f"/maengel/{never}")
    # Its reporter opens the same address with a secret behind it.
    assert shown.status_code == unknown.status_code == 200
    assert shown.text.replace(report, never) == unknown.text
    assert "noindex" in shown.text
    assert "<title>Meldung · Alpha</title>" in shown.text


def test_addresses_that_no_report_can_have_are_404(client: TenantClient) -> None:
    for path in ("/maengel/keine-uuid", f"/maengel/{str(uuid.uuid4()).upper()}", f"/maengel/{uuid.uuid4()}/x"):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert '<div id="app">' in answer.text


def test_no_text_breaks_out_of_the_head(client: TenantClient, app: Flask) -> None:
    evil = "</script><script>alert(1)</script>"
    report = make_defect(app, title=evil, public_place=f'"{evil}', notes=(evil,))
    assert "<script>alert" not in client.get(f"/maengel/{report}").text


def test_search_finds_reports_by_number_title_place_and_text(client: TenantClient, app: Flask) -> None:
    report = str(make_defect(app, notes=("Kommt Montag.",), photos=1))
    for words in ("A-2026-0001", "laterne", "bahnhofstrasse 12", "dunkel"):
        (hit,) = client.get("/api/v1/search", query_string={"q": words}).json
        assert (hit["type"], hit["id"], hit["path"]) == ("defect", report, f"/maengel/{report}")
        assert hit["teaser"] == "A-2026-0001 · Bahnhofstraße 12 · Kommt Montag."
        assert hit["light"] == "red"


def test_a_phone_offers_to_report_and_takes_shared_photos(client: TenantClient) -> None:
    manifest = client.get("/manifest.webmanifest").json
    assert "/maengel/melden" in [shortcut["url"] for shortcut in manifest["shortcuts"]]
    target = manifest["share_target"]
    assert (target["action"], target["method"]) == ("/maengel/teilen", "POST")
    assert target["params"]["files"] == [{"name": "photo", "accept": ["image/*"]}]


def test_a_shared_photo_that_no_worker_takes_leads_to_the_form(client: TenantClient) -> None:
    answer = client.post("/maengel/teilen", data={"title": "x"}, content_type="multipart/form-data")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/maengel/melden")
    assert answer.headers["Cache-Control"] == "no-store"


def test_start_names_the_last_reports(client: TenantClient, app: Flask) -> None:
    made = [str(make_defect(app)) for _ in range(4)]
    start = client.get("/api/v1/bootstrap").json["defects"]
    assert (start["mode"], start["url"], start["name"]) == ("own", None, None)
    assert [item["id"] for item in start["items"]] == made[:3]


def test_a_municipality_without_the_module_has_no_reports(app: Flask) -> None:
    make_tenant(app, "gamma", modules=["news"])
    client = client_of(app, "gamma")
    report = make_defect(app, "gamma")
    for path in ("/api/v1/defects", "/api/v1/defects/categories", f"/api/v1/defects/{report}", *PAGES):
        assert client.get(path).status_code == 404, path
    assert client.get(f"/maengel/{report}").status_code == 404
    assert client.post("/maengel/teilen").status_code == 404
    assert client.get("/api/v1/bootstrap").json["defects"] is None
    assert client.get("/api/v1/search?q=laterne").json == []
    assert "share_target" not in client.get("/manifest.webmanifest").json


def test_where_the_reporter_is_elsewhere_the_app_says_where_and_takes_nothing(app: Flask) -> None:
    make_tenant(app, "gamma", defects=LINK)
    client = client_of(app, "gamma")
    report = make_defect(app, "gamma")
    assert client.get("/api/v1/bootstrap").json["defects"] == LINK | {"contact_days": 30, "items": []}
    for path in ("", "/categories", "/points", "/area", "/statistics", f"/{report}", f"/{report}/own"):
        assert client.get(f"/api/v1/defects{path}").status_code == 404, path
    assert client.put(f"/api/v1/defects/{uuid.uuid4()}", json={}).status_code == 404
    assert client.get("/api/v1/search?q=laterne").json == []
    assert client.get("/maengel").status_code == 200
    assert client.get(f"/maengel/{report}").status_code == 404
    manifest = client.get("/manifest.webmanifest").json
    assert "share_target" not in manifest
    assert "/maengel/melden" not in [shortcut["url"] for shortcut in manifest["shortcuts"]]
