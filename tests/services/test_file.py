# SPDX-License-Identifier: EUPL-1.2
"""The directory in the tenant file: planted once, the municipality's in its own words, and exported as it stands."""

import tomllib
import uuid
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from backend.db import db
from backend.jobs import scope
from backend.services import links
from backend.services.composing import settle
from backend.services.models import Office, Origin, Service, ServiceOffice, ServiceSettings, ServiceSource
from tests.accounts.people import at_work
from tests.conftest import TenantClient, client_of
from tests.factories import tenant_id
from tests.news.desk import AS_NEW
from tests.services import staff
from tests.services.entries import NOW, make_office, make_service
from tests.tenants.files import MINIMAL, mistakes, write

LEAVES = '[[services.entries]]\nkey = "laub"\ntitle = "Laubsäcke kaufen"\nurl = "https://laub.brandenburg.de/{ags}"\n'
DOG = '[[services.entries]]\nkey = "hund-anmelden"\nfees = "48 € im Jahr"\n'
OFFICE = """\
[[services.offices]]
key = "kaemmerei"
name = "Kämmerei"
street = "Markt 1"
city = "Bad Belzig"
hours = ["Di, Do 9-12 (mit Termin)"]
services = ["hund-anmelden", "laub"]

[[services.offices.exceptions]]
first_day = 2026-12-24
text = "Heiligabend"

[[services.offices.exceptions]]
first_day = 2026-12-28
last_day = 2026-12-30
hours = "10-12"
"""
CHOICE = '[services]\nhidden = ["jagdschein"]\ntop = ["laub", "reisepass"]\n'
SOURCE = '[[services.sources]]\nkey = "land"\nname = "Land"\nkind = "xzufi"\nurl = "land"\n'
RICH = MINIMAL + CHOICE + LEAVES + DOG + OFFICE + SOURCE


def apply(app: Flask, path: Path) -> list[str]:
    done = app.test_cli_runner().invoke(args=["tenant", "apply", str(path)])
    assert done.exit_code == 0, done.output
    return [line.strip() for line in done.output.splitlines()[1:]]


def export(app: Flask, slug: str = "bad-belzig") -> str:
    return app.test_cli_runner().invoke(args=["tenant", "export", slug]).output


@pytest.fixture
def belzig(app: Flask, tmp_path: Path) -> TenantClient:
    """A municipality with the rich file."""
    assert "service laub: added" in apply(app, write(tmp_path, RICH))
    return client_of(app, "bad-belzig")


def inside(app: Flask, slug: str = "bad-belzig") -> Any:
    return scope(app, tenant_id(app, slug))


def shown(client: TenantClient, title: str) -> Any:
    found: Any = client.get("/api/v1/services", query_string={"q": title, "page_size": 100}).json
    return next((client.get(f"/api/v1/services/{row['id']}").json for row in found if row["title"] == title), None)


def service(key: str) -> Service:
    return db.session.scalars(select(Service).where(Service.key == key)).one()


def test_residents_see_what_the_file_says(belzig: TenantClient) -> None:
    dog, leaves = shown(belzig, "Hund anmelden"), shown(belzig, "Laubsäcke kaufen")
    assert dog["fees"] == {"text": "<p>48 € im Jahr</p>"} and dog["requirements"], "the rest is the Land's"
    assert dog["source"]["kind"] == leaves["source"]["kind"] == "own"
    assert (leaves["online"]["level"], leaves["online"]["url"]) == ("own", "https://laub.brandenburg.de/12069020")
    office = dog["offices"][0]
    assert office["hours"] == [{"days": [1, 3], "from": "09:00", "to": "12:00", "note": "mit Termin"}]
    assert [(one["closed"], one["last_day"]) for one in office["exceptions"]] == [
        (True, "2026-12-24"),
        (False, "2026-12-30"),
    ]
    assert (dog["responsible"]["name"], office["address"]["street"]) == ("Kämmerei", "Markt 1")
    assert shown(belzig, "Jagdschein beantragen") is None
    top: Any = belzig.get("/api/v1/services/top").json
    assert [row["title"] for row in top] == ["Laubsäcke kaufen", "Reisepass beantragen"]


def test_the_second_time_nothing_changes(app: Flask, belzig: TenantClient, tmp_path: Path) -> None:
    version = belzig.get("/api/v1/services/index").headers["ETag"]
    assert apply(app, write(tmp_path, RICH)) == []
    assert belzig.get("/api/v1/services/index").headers["ETag"] == version


def test_another_municipality_is_not_touched(app: Flask, belzig: TenantClient, other: TenantClient) -> None:
    assert other.get("/api/v1/services?q=Laub").json == [] and other.get("/api/v1/services/offices").json == []
    listed: Any = belzig.get("/api/v1/services/offices").json
    assert other.get(f"/api/v1/services/offices/{listed[0]['id']}").status_code == 404


def test_what_the_file_drops_goes(app: Flask, belzig: TenantClient, tmp_path: Path) -> None:
    assert apply(app, write(tmp_path, MINIMAL)) == [
        "file: changed",
        "service hund-anmelden: without own words",
        "service laub: removed",
        "service jagdschein: shown",
        "office kaemmerei: removed",
        "services asked for most: changed",
        "services source land: removed",
    ]
    assert shown(belzig, "Hund anmelden")["fees"] is None and shown(belzig, "Laubsäcke kaufen") is None
    assert belzig.get("/api/v1/services/offices").json == []
    assert apply(app, write(tmp_path, MINIMAL)) == []


def test_what_staff_changed_is_theirs(app: Flask, belzig: TenantClient, tmp_path: Path) -> None:
    with inside(app):
        for key in ("hund-anmelden", "laub", "jagdschein"):
            service(key).edited = True
        service("hund-anmelden").own, service("jagdschein").hidden = {"fees": "<p>50 €</p>"}, False
        office = db.session.scalars(select(Office)).one()
        office.edited, office.phone = True, "033841 1"
        settings = db.session.scalars(select(ServiceSettings)).one()
        settings.edited, settings.top = True, []
    assert apply(app, write(tmp_path, RICH)) == [
        "service hund-anmelden: kept: edited in the app",
        "service jagdschein: kept: shown in the app",
        "office kaemmerei: kept: edited in the app",
        "services asked for most: kept: chosen in the app",
    ]
    assert apply(app, write(tmp_path, MINIMAL)) == ["file: changed", "services source land: removed"]
    with inside(app):
        assert service("hund-anmelden").own == {"fees": "<p>50 €</p>"} and service("laub").own
        assert db.session.scalars(select(Office)).one().phone == "033841 1"


def test_a_closure_for_some_days_is_no_edit(app: Flask, belzig: TenantClient, tmp_path: Path) -> None:
    closure = {"first_day": "2026-11-24", "last_day": "2026-11-24", "closed": True, "hours": [], "text": "Technik."}
    with inside(app):
        office = db.session.scalars(select(Office)).one()
        office.exceptions = [*office.exceptions, closure | {"closure": {"reason": "Technik", "news_id": None}}]
    assert apply(app, write(tmp_path, RICH)) == [] and "Technik" not in export(app)
    assert apply(app, write(tmp_path, RICH.replace("Markt 1", "Markt 2"))) == ["office kaemmerei: changed"]
    listed: Any = belzig.get("/api/v1/services/offices").json
    assert (listed[0]["address"]["street"], listed[0]["exceptions"][-1]) == ("Markt 2", closure)


def test_who_is_responsible_follows_the_file_where_staff_have_not_said(
    app: Flask, belzig: TenantClient, tmp_path: Path
) -> None:
    fewer = RICH.replace('services = ["hund-anmelden", "laub"]', 'services = ["hund-abmelden", "sperrmuell"]')
    with inside(app):
        for key in ("laub", "sperrmuell"):
            service(key).own, service(key).edited = service(key).own | {"offices": []}, True
    assert [line for line in apply(app, write(tmp_path, fewer)) if "kept" not in line] == ["office kaemmerei: changed"]
    with inside(app):
        rows = db.session.execute(select(Service.key).join(ServiceOffice, ServiceOffice.service_id == Service.id))
        assert sorted(row.key for row in rows) == ["hund-abmelden", "laub"]
    assert apply(app, write(tmp_path, fewer)) == ["service laub: kept: edited in the app"]


def test_the_export_plants_the_same_again(app: Flask, belzig: TenantClient, tmp_path: Path) -> None:
    text = export(app)
    own = tomllib.loads(text)["services"]
    assert [row["key"] for row in own["entries"]] == ["hund-anmelden", "laub"]
    assert (own["hidden"], own["top"]) == (["jagdschein"], ["laub", "reisepass"])
    assert own["sources"] == [{"key": "land", "name": "Land", "kind": "xzufi", "url": "land"}]
    assert apply(app, write(tmp_path, text)) == []
    apply(app, write(tmp_path, text.replace('"bad-belzig"', '"anderswo"').replace("12069020", "12073008")))
    there = tomllib.loads(export(app, "anderswo"))["services"]
    assert there == own


def test_what_staff_made_in_the_app_is_exported_and_never_doubled(
    app: Flask, belzig: TenantClient, tmp_path: Path
) -> None:
    make_service(app, "bad-belzig", own={"title": "Laubsäcke kaufen", "modules": {"08": ""}}, edited=True)
    make_service(app, "bad-belzig", own={"title": "Laub"}, edited=True)
    make_office(app, "bad-belzig", name="Kämmerei", edited=True)
    text = export(app)
    own = tomllib.loads(text)["services"]
    assert [row["key"] for row in own["entries"]] == ["hund-anmelden", "laub-2", "laub", "laubsaecke-kaufen"]
    assert [row["key"] for row in own["offices"]] == ["kaemmerei", "kaemmerei-2"]
    assert apply(app, write(tmp_path, text)) == []


def test_whatever_staff_may_write_is_good_in_a_file(app: Flask, belzig: TenantClient, tmp_path: Path) -> None:
    editor = at_work(app, "redaktion@bad-belzig.de", slug="bad-belzig")
    words: dict[str, Any] = {
        "title": "T" * 300, "teaser": "t" * 300, "synonyms": ["s" * 80], "fees": f"<p>{'€ ' * 3000}</p>",
        "forms": [{"title": "F" * 200, "url": "http://www.a℀lt.example:8080/ümlaut.pdf?a=b#c"}],
        "links": [{"title": "L", "url": "https://a@x.example/"}], "modules": {"11": f"<p>{'wort ' * 20_000}</p>"},
    }  # fmt: skip
    staff.make(editor, **words)
    dog = next(row for row in editor.api("GET", "/services?q=hund anmelden").json if row["title"] == "Hund anmelden")
    assert staff.write(editor, dog["id"], fees="", duration="", modules={"08": ""}).status_code == 200
    spans = [{"from": f"{hour:02}:00", "to": f"{hour:02}:30", "note": "n, " * 26} for hour in range(8, 18)]
    closed = {"first_day": "2026-12-24", "last_day": "2026-12-31", "closed": False, "hours": spans, "text": "x" * 300}
    made = staff.office(
        name="N" * 200, phone="Tel. (033841) 94-0, Zentrale", url="http://x.example", note="a\nb", hidden=True,
        address={"street": "S" * 120, "postcode": "A-6020", "city": "c" * 80, "extra": "e" * 120},
        hours=[{"days": [0, 1]} | span for span in spans], exceptions=[closed],
    )  # fmt: skip
    answer = editor.api("PUT", f"/services/offices/{uuid.uuid4()}", made, headers=AS_NEW)
    assert answer.status_code == 201, answer.json
    text = export(app)
    apply(app, write(tmp_path, text.replace('"bad-belzig"', '"anderswo"').replace("12069020", "12073008")))
    assert tomllib.loads(export(app, "anderswo"))["services"] == tomllib.loads(text)["services"]
    there = client_of(app, "anderswo")
    own = there.get("/api/v1/services?q=TTT").json[0]
    assert there.get(f"/api/v1/services/{own['id']}").json["forms"][0]["kind"] == "pdf"
    seen = shown(there, "Hund anmelden")
    assert seen["fees"] is None and seen["duration"] is None and seen["requirements"] == []
    assert [one["name"] for one in there.get("/api/v1/services/offices").json] == ["Kämmerei"], "the other is hidden"


def test_what_only_a_source_knows_stays_out_of_the_file(app: Flask, belzig: TenantClient, tmp_path: Path) -> None:
    editor = at_work(app, "redaktion@bad-belzig.de", slug="bad-belzig")
    with inside(app):
        source = db.session.scalars(select(ServiceSource.id)).one()
    said: dict[str, Any] = {"origin": Origin.XZUFI, "source_id": source, "text": {"title": "Baden"}}
    found = [
        make_service(app, "bad-belzig", external_id="1", **said),
        make_service(app, "bad-belzig", external_id="2", leika_key="99115005104777", **said),
    ]
    top = editor.api("GET", "/services/top").json
    wanted = [*found, *(one["id"] for one in top["items"])]
    assert editor.api("PUT", "/services/top", {"ids": wanted}, version=top["version"]).status_code == 200
    with inside(app):
        office = db.session.scalars(select(Office.id)).one()
        db.session.add_all(ServiceOffice(service_id=one, office_id=office, origin=Origin.OWN) for one in found)
    own = tomllib.loads(text := export(app))["services"]
    assert own["top"] == ["laub", "reisepass"] and own["offices"][0]["services"] == ["hund-anmelden", "laub"]
    assert mistakes(tmp_path, text) == []


def test_an_imported_entry_keeps_the_words_that_the_file_has_for_it(
    app: Flask, belzig: TenantClient, tmp_path: Path
) -> None:
    key = "99115005104777"
    with inside(app):
        source = db.session.scalars(select(ServiceSource)).one()
        said = {"source_id": source.id, "title": "", "updated_at": NOW, "own": {}, "origin": Origin.XZUFI}
        row = Service(external_id="L1", leika_key=key, **said)
        db.session.add_all([row, Service(external_id="L2", hidden=True, edited=True, **said)])
        db.session.flush()
        settle([row], links.here())
    words = RICH + f'[[services.entries]]\nkey = "baden"\ntitle = "Baden im See"\nleika_key = "{key}"\n'
    assert apply(app, write(tmp_path, words)) == ["service baden: changed"]
    assert apply(app, write(tmp_path, words)) == []
    assert shown(belzig, "Baden im See")["leika_key"] == key
    assert {row["key"] for row in tomllib.loads(export(app))["services"]["entries"]} == {
        "baden", "hund-anmelden", "laub",
    }  # fmt: skip
    assert apply(app, write(tmp_path, RICH)) == ["service baden: without own words"]
    with inside(app):
        assert db.session.scalars(select(Service.origin).where(Service.leika_key == key)).one() is Origin.XZUFI


def test_a_key_for_a_source_never_goes_to_another_server(app: Flask, belzig: TenantClient, tmp_path: Path) -> None:
    def sealed() -> str | None:
        with inside(app):
            return db.session.scalars(select(ServiceSource.sealed)).one()

    def said(url: str, kind: str = "infodienste") -> list[str]:
        number = {"infodienste": "area_id", "pvog": "client_id"}[kind]
        one = f'[[services.sources]]\nkey = "bus"\nname = "BUS"\nkind = "{kind}"\nurl = "{url}"\n{number} = "1"\n'
        return apply(app, write(tmp_path, RICH.replace(SOURCE, one)))

    assert said("https://a.example/api") == ["services source bus: added", "services source land: removed"]
    with inside(app):
        db.session.scalars(select(ServiceSource)).one().sealed = "geheim"
    assert said("https://a.example/api") == []
    assert said("https://a.example/v5") == ["services source bus: changed"] and sealed() == "geheim"
    assert "geheim" not in export(app)
    assert said("https://b.example/v5") == ["services source bus: changed"] and sealed() is None
    with inside(app):
        db.session.scalars(select(ServiceSource)).one().sealed = "geheim"
    assert said("https://b.example/v5", "pvog") == ["services source bus: added"] and sealed() is None


def test_where_the_part_is_off_nothing_is_imported(app: Flask, belzig: TenantClient, tmp_path: Path) -> None:
    off = 'modules = ["news"]\n'
    assert "services source land: switched off" in apply(app, write(tmp_path, MINIMAL + off))
    assert apply(app, write(tmp_path, MINIMAL + off)) == [] and belzig.get("/api/v1/services").status_code == 404
    assert "services source land: changed" in apply(app, write(tmp_path, RICH))
