# SPDX-License-Identifier: EUPL-1.2
"""Applying a file: repeatable, atomic, seen by running servers at once; export gives the same state back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from backend.db import db
from backend.jobs import scope
from backend.pages.models import Page
from backend.reads import ContentVersion
from backend.tenants.models import Tenant
from tests.conftest import client_of
from tests.factories import make_category, make_event, make_event_category, make_news, tenant_id
from tests.tenants.files import MINIMAL, OUTSIDE, write
from tests.tenants.test_drawing import SHIELD

Run = Callable[..., Any]
RICH = (
    MINIMAL
    + """\
demo = true
hosts = ["app.belzig.example", "belzig.example"]

[contact]
phone = "033841 00"
email = "app@belzig.example"
address = \"\"\"
Musterplatz 1
14806 Bad Belzig\"\"\"

[theme]
brand = "#064883"
motif = "forest"
arms = "wappen.svg"

[[pages]]
key = "anfahrt"
title = "Anfahrt"
body = "<p>Mit dem Zug.</p>"

[[pages]]
key = "impressum"
body = "<p>Unser eigenes Impressum.</p>"

[[news.categories]]
name = "Bauen und Wohnen"

[[news.sources]]
url = "https://belzig.example/rss.xml"
name = "Website der Stadt"
category = "bauen-und-wohnen"

[[events.categories]]
name = "Konzerte"

[[events.sources]]
url = "https://belzig.example/kalender.ics"
name = "Kulturkalender"
category = "konzerte"

[[events.school_holidays]]
name = "Stadtferien"
first_day = 2027-05-03
last_day = 2027-05-04

[map]
tiles = "https://kacheln.example/{z}/{x}/{y}.png"
attribution = "© Beispiel"
"""
)


@pytest.fixture
def run(app: Flask) -> Run:
    """Run a `flask tenant` command."""
    return lambda *args: app.test_cli_runner().invoke(args=["tenant", *map(str, args)])


def version(app: Flask, slug: str) -> int:
    """The content version of a municipality."""
    with scope(app, None, write=False):
        query = select(ContentVersion.version).join(Tenant, Tenant.id == ContentVersion.tenant_id)
        return db.session.scalars(query.where(Tenant.slug == slug)).one()


def test_one_line_gives_a_municipality_that_answers_on_its_host(app: Flask, run: Run, tmp_path: Path) -> None:
    assert client_of(app, "bad-belzig").get("/api/v1/bootstrap").status_code == 404
    assert run("apply", write(tmp_path, MINIMAL)).exit_code == 0
    answer = client_of(app, "bad-belzig").get("/api/v1/bootstrap").json
    assert answer["tenant"]["name"] == "Bad Belzig"
    assert answer["tenant"]["district"] == "Potsdam-Mittelmark"
    assert answer["theme"]["color_light"] == "#0a4e40"
    assert [page["slug"] for page in answer["pages"]][:3] == ["impressum", "datenschutz", "barrierefreiheit"]
    assert 2 <= len(answer["quick_actions"]) <= 6
    assert answer["news"]["categories"]


def test_a_file_from_outside_brandenburg_works_too(app: Flask, run: Run, tmp_path: Path) -> None:
    assert run("apply", write(tmp_path, OUTSIDE)).exit_code == 0
    tenant = client_of(app, "hainichen").get("/api/v1/bootstrap").json["tenant"]
    assert (tenant["ars"], tenant["district"]) == ("145220180180", None)
    west, south, east, north = tenant["bbox"]
    assert west < 13.1225 < east and south < 50.9697 < north


def test_applying_twice_changes_nothing_and_keeps_the_version(app: Flask, run: Run, tmp_path: Path) -> None:
    write(tmp_path, SHIELD, "wappen.svg")
    path = write(tmp_path, RICH)
    assert "applied" in run("apply", path).output
    before = version(app, "bad-belzig")
    again = run("apply", path)
    assert "unchanged" in again.output and again.output.count("\n") == 1
    assert version(app, "bad-belzig") == before


def test_a_changed_file_is_seen_by_the_next_request(app: Flask, run: Run, tmp_path: Path) -> None:
    run("apply", write(tmp_path, MINIMAL))
    client = client_of(app, "bad-belzig")
    before = client.get("/theme.css")
    run("apply", write(tmp_path, MINIMAL + '[theme]\nbrand = "#064883"\n'))
    after = client.get("/theme.css")
    assert "#064883" in after.text and "#064883" not in before.text
    assert after.headers["ETag"] != before.headers["ETag"]
    assert client.get("/api/v1/bootstrap").json["theme"]["color_light"] == "#064883"


def test_hosts_come_and_go_with_the_file(app: Flask, run: Run, tmp_path: Path) -> None:
    run("apply", write(tmp_path, MINIMAL + 'hosts = ["app.belzig.example", "belzig.example"]\n'))
    client = app.test_client()
    assert client.get("/api/v1/bootstrap", base_url="http://belzig.example").status_code == 200
    output = run("apply", write(tmp_path, MINIMAL + 'hosts = ["app.belzig.example"]\n')).output
    assert "host belzig.example: removed" in output
    assert client.get("/api/v1/bootstrap", base_url="http://belzig.example").status_code == 404
    assert client.get("/api/v1/bootstrap", base_url="http://app.belzig.example").status_code == 200


def test_a_host_of_another_municipality_is_refused_by_its_name(app: Flask, run: Run, tmp_path: Path) -> None:
    result = run("apply", write(tmp_path, MINIMAL + 'hosts = ["alpha.example"]\n'))
    assert result.exit_code == 1
    assert 'hosts: "alpha.example" already leads to Alpha.' in result.stderr
    assert client_of(app, "bad-belzig").get("/api/v1/bootstrap").status_code == 404


def test_a_slug_of_another_municipality_is_refused(run: Run, tmp_path: Path) -> None:
    result = run("apply", write(tmp_path, 'ags = "12073008"\nslug = "alpha"\n'))
    assert result.exit_code == 1
    assert 'slug: "alpha" belongs to Alpha (12069020)' in result.stderr


def test_nothing_is_applied_when_one_of_several_files_is_wrong(app: Flask, run: Run, tmp_path: Path) -> None:
    good, bad = write(tmp_path, MINIMAL, "a.toml"), write(tmp_path, "x = 1", "b.toml")
    assert run("apply", good, bad).exit_code == 1
    assert client_of(app, "bad-belzig").get("/api/v1/bootstrap").status_code == 404


def test_the_export_is_good_and_changes_nothing(app: Flask, run: Run, tmp_path: Path) -> None:
    write(tmp_path, SHIELD, "wappen.svg")
    run("apply", write(tmp_path, RICH))
    exported = run("export", "bad-belzig")
    path = write(tmp_path, exported.stdout, "export.toml")
    assert run("check", path).exit_code == 0, exported.stdout
    again = run("apply", path)
    assert "unchanged" in again.output, again.output
    assert run("export", "bad-belzig").stdout == exported.stdout
    for said in ("033841 00", "Unser eigenes Impressum", "bauen-und-wohnen", "rss.xml", "<svg", "forest"):
        assert said in exported.stdout
    for said in ("Konzerte", "kalender.ics", "Stadtferien", "2027-05-04", "https://kacheln.example/{z}/{x}/{y}.png"):
        assert said in exported.stdout
    assert "datenschutz" not in exported.stdout


def test_the_export_of_one_line_is_short(run: Run, tmp_path: Path) -> None:
    run("apply", write(tmp_path, MINIMAL))
    assert run("export", "bad-belzig").stdout == 'ags = "12069020"\nslug = "bad-belzig"\n'


def test_a_page_that_staff_edited_stays_and_is_exported(app: Flask, run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, MINIMAL)
    run("apply", path)
    with scope(app, tenant_id(app, "bad-belzig")):
        page = db.session.scalars(select(Page).where(Page.key == "impressum")).one()
        page.body, page.edited = "<p>Vom Rathaus.</p>", True
    before = version(app, "bad-belzig")
    output = run("apply", path).output
    assert "unchanged" in output and "page impressum: kept: edited in the app" in output
    assert version(app, "bad-belzig") == before
    assert "Vom Rathaus" in run("export", "bad-belzig").stdout


def test_a_category_with_news_stays_when_the_file_drops_it(app: Flask, run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, MINIMAL)
    run("apply", path)
    category = make_category(app, "bad-belzig", "markt", "Markt")
    make_news(app, "bad-belzig", category_id=category)
    make_category(app, "bad-belzig", "leer", "Leer")
    output = run("apply", path).output
    assert "news category markt: kept: 1 items are filed there" in output
    assert "news category leer: removed" in output
    assert "unchanged" in run("apply", path).output


def test_a_feed_that_the_file_drops_is_switched_off(run: Run, tmp_path: Path) -> None:
    feed = '[[news.sources]]\nkey = "web"\nurl = "https://x.example/rss"\nname = "Website"\n'
    assert "news source web: added" in run("apply", write(tmp_path, MINIMAL + feed)).output
    moved = feed.replace("/rss", "/atom")
    assert "news source web: changed" in run("apply", write(tmp_path, MINIMAL + moved)).output
    assert "news source web: switched off" in run("apply", write(tmp_path, MINIMAL)).output
    assert "unchanged" in run("apply", write(tmp_path, MINIMAL)).output
    assert "rss" not in run("export", "bad-belzig").stdout


def test_a_calendar_and_a_category_of_events_follow_the_file(app: Flask, run: Run, tmp_path: Path) -> None:
    feed = '[[events.sources]]\nkey = "verein"\nurl = "https://x.example/a.ics"\nname = "Verein"\n'
    output = run("apply", write(tmp_path, MINIMAL + feed)).output
    assert "events source verein: added" in output and "events category musik: added" in output
    make_event(app, "bad-belzig", category_id=make_event_category(app, "bad-belzig", "tanz", "Tanz"))
    output = run("apply", write(tmp_path, MINIMAL)).output
    assert "events source verein: switched off" in output
    assert "events category tanz: kept: 1 items are filed there" in output
    assert "unchanged" in run("apply", write(tmp_path, MINIMAL)).output


def test_a_module_that_is_off_has_neither_calendars_nor_categories(run: Run, tmp_path: Path) -> None:
    output = run("apply", write(tmp_path, 'modules = ["news"]\n' + MINIMAL)).output
    assert "events" not in output
    assert "[events]" not in run("export", "bad-belzig").stdout


def test_list_and_show_tell_what_is_there(run: Run, tmp_path: Path) -> None:
    run("apply", write(tmp_path, MINIMAL + "demo = true\n"))
    assert "bad-belzig                   12069020  Stadt Bad Belzig" in run("list").output
    assert "(demo)" in run("list").output
    assert '"postcode": "14806"' in run("show", "bad-belzig").output
    missing = run("show", "nirgends")
    assert missing.exit_code == 1 and "There is no municipality" in missing.stderr


def test_check_prints_file_line_key_and_cure_and_changes_nothing(app: Flask, run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, MINIMAL + 'nmae = "x"\n')
    result = run("check", path)
    assert result.exit_code == 1
    assert result.stderr == f'{path}: line 2: nmae: this key is not known. Write "name".\n'
    assert "good (Stadt Bad Belzig, bad-belzig)" in run("check", write(tmp_path, MINIMAL)).output
    assert client_of(app, "bad-belzig").get("/").status_code == 404


def test_the_shipped_files_are_good(run: Run) -> None:
    files = sorted((Path(__file__).resolve().parents[2] / "deploy" / "tenants").glob("*.toml"))
    assert len(files) >= 3
    assert run("check", *files).exit_code == 0
