# SPDX-License-Identifier: EUPL-1.2
"""What `tenant apply` plants of the Land's services: once, and never over what somebody said."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from backend.db import db
from backend.housekeeping import sweep_all
from backend.jobs import scope
from backend.reference import laender
from backend.reference.laender import Online, Template, land_of
from backend.services import links, planting, texts
from backend.services.composing import settle
from backend.services.models import OnlineService, Origin, Service, ServiceSource, ServiceText
from tests.conftest import TenantClient
from tests.factories import make_tenant, tenant_id
from tests.services.entries import NOW, make_service, plant
from tests.services.importing import make_source

PERSO, DOG = "99008001012000", "99102013104000"


def column(app: Flask, slug: str, key: str, *names: str) -> Any:
    with scope(app, tenant_id(app, slug), write=False):
        row = db.session.execute(select(*(getattr(Service, name) for name in names)).where(Service.key == key)).one()
        return row[0] if len(names) == 1 else tuple(row)


def change_templates(monkeypatch: pytest.MonkeyPatch, *gone: str, **changed: dict[str, Any]) -> None:
    """Let the Land have other templates: without some, others with another detail."""
    land = land_of("12")
    kept = {key: one for key, one in land.templates.items() if key not in gone}
    for key, details in changed.items():
        name = key.replace("_", "-")
        kept[name] = Template(**{part: getattr(kept[name], part) for part in Template.__slots__} | details)
    other = laender.Land(land.name, land.portal, land.hosts, land.top, kept, land.legal)
    for module in ("planting", "composing", "operations", "detail", "links"):
        monkeypatch.setattr(f"backend.services.{module}.land_of", lambda _ags: other)


def test_the_second_time_nothing_changes(app: Flask) -> None:
    assert plant(app) == ["services: 114 added"]
    before = column(app, "alpha", "personalausweis", "id", "version", "updated_at")
    assert plant(app) == []
    assert column(app, "alpha", "personalausweis", "id", "version", "updated_at") == before
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert db.session.scalar(select(func.count(OnlineService.id))) == 19


@pytest.mark.parametrize("own", [{}, {"teaser": "Bei uns ohne Termin."}])
def test_a_template_gets_a_key_that_a_source_had_first(
    app: Flask, monkeypatch: pytest.MonkeyPatch, own: dict[str, Any]
) -> None:
    with monkeypatch.context() as before:
        change_templates(before, hund_anmelden={"leika_key": None})
        plant(app)
    source = make_source(app, "land.xml")
    entry = make_service(
        app, text={"title": "Hund (Stadt)"}, origin=Origin.XZUFI, source_id=source, external_id="1", leika_key=DOG
    )
    with scope(app, tenant_id(app, "alpha")):
        db.session.scalars(select(Service).where(Service.land_key == "hund-anmelden")).one().own = own
    plant(app)
    assert plant(app) == []
    with scope(app, tenant_id(app, "alpha")):
        (land,) = db.session.scalars(select(Service).where(Service.land_key == "hund-anmelden"))
        holder = db.session.get_one(Service, entry)
        assert (holder.leika_key, holder.origin, land.own) == (DOG, Origin.XZUFI, own)
        assert (land.id == entry, land.leika_key) == ((False, None) if own else (True, DOG))
        assert planting.fall_back(land, links.here(), NOW)


def test_the_text_of_many_municipalities_is_stored_once(app: Flask) -> None:
    make_tenant(app, "gamma")
    assert [plant(app, slug) for slug in ("alpha", "beta", "gamma")] == [["services: 114 added"]] * 3
    with scope(app, None, write=False):
        assert db.session.scalar(select(func.count(ServiceText.hash))) == 114
    hashes = {column(app, slug, "hund-anmelden", "text_hash") for slug in ("alpha", "beta", "gamma")}
    assert len(hashes) == 1
    with scope(app, tenant_id(app, "alpha"), write=False):
        stored = texts.read(hashes)[hashes.pop()]
    assert "Alpha" not in str(stored) and stored["title"] == "Hund anmelden"


def test_what_the_municipality_wrote_or_hid_stays(
    app: Flask, client: TenantClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(app)
    with scope(app, tenant_id(app, "alpha")):
        row = db.session.scalars(select(Service).where(Service.key == "hund-anmelden")).one()
        row.own, row.edited = {"title": "Hund anmelden in Alpha", "fees": "<p>48 €</p>"}, True
        db.session.scalars(select(Service).where(Service.key == "jagdschein")).one().hidden = True
    change_templates(monkeypatch, hund_anmelden={"title": "Neu", "teaser": "Neuer Text."})
    assert plant(app) == ["services: 1 changed"]
    assert column(app, "alpha", "hund-anmelden", "title", "teaser", "version") == (
        "Hund anmelden in Alpha", "Neuer Text.", 2,
    )  # fmt: skip
    assert column(app, "alpha", "jagdschein", "hidden") is True
    assert plant(app) == []


def test_what_the_land_drops_goes_unless_the_municipality_has_words_for_it(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(app)
    with scope(app, tenant_id(app, "alpha")):
        db.session.scalars(select(Service).where(Service.key == "fundbuero")).one().own = {"title": "Unser Fundbüro"}
    change_templates(monkeypatch, "fundbuero", "jagdschein")
    assert plant(app) == ["services: 1 removed"]
    assert column(app, "alpha", "fundbuero", "origin", "land_key", "title") == (Origin.OWN, None, "Unser Fundbüro")
    assert plant(app) == []


def test_a_service_that_gets_another_name_in_the_template_stays_the_same_entry(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(app)
    before = column(app, "alpha", "hund-anmelden", "id")
    change_templates(monkeypatch, "hund-abmelden", hund_anmelden={"leika_key": "99102013070000", "title": "Hund ab"})
    with scope(app, tenant_id(app, "alpha")):
        db.session.scalars(select(Service).where(Service.key == "hund-anmelden")).one().land_key = "frueher"
        db.session.scalars(select(Service).where(Service.key == "hund-abmelden")).one().land_key = "so-hiess-er"
    assert plant(app) == ["services: 1 changed", "services: 1 removed"]
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert db.session.scalars(select(Service.key).where(Service.title == "Hund ab")).all() == ["hund-abmelden"]
        assert db.session.get(Service, before) is None


def test_other_online_services_take_the_place_of_the_lands(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(app)
    online = (Online("Neu", "https://neu.brandenburg.de/", "land"),)
    change_templates(monkeypatch, jagdschein={"online": online}, kindergeld={"online": ()})
    assert plant(app) == ["services: 2 with other links"]
    assert column(app, "alpha", "jagdschein", "link_level").value == "online"
    assert column(app, "alpha", "kindergeld", "link_level").value == "bundesportal"
    assert plant(app) == []


def test_an_entry_that_a_source_or_an_editor_made_first_becomes_the_templates(app: Flask) -> None:
    made = make_service(app, own={"title": "Perso"}, leika_key=PERSO, key="unser-perso")
    assert plant(app) == ["services: 113 added", "services: 1 changed"]
    assert column(app, "alpha", "unser-perso", "id", "land_key", "title", "origin") == (
        made, "personalausweis", "Perso", Origin.OWN,
    )  # fmt: skip
    assert plant(app) == []


def test_a_source_takes_an_entry_over_and_people_still_find_it(app: Flask, client: TenantClient) -> None:
    plant(app)
    with scope(app, tenant_id(app, "alpha")):
        source = ServiceSource(kind=Origin.XZUFI, key="land", url="x", name="Land")
        db.session.add(source)
        db.session.flush()
        row = db.session.scalars(select(Service).where(Service.leika_key == DOG)).one()
        (row.text_hash,) = texts.store([texts.body(title="Hundesteuer Anmeldung", synonyms=["Steuer"])], NOW)
        row.origin, row.source_id, row.external_id, row.portal_id = Origin.XZUFI, source.id, "L1", "100"
        settle([row], links.here())
    assert plant(app) == []
    title, situation, synonyms = column(app, "alpha", "hund-anmelden", "title", "situation", "synonyms")
    assert (title, situation) == ("Hundesteuer Anmeldung", "steuern")
    assert synonyms.split("\n") == ["Hundesteuer", "Hund", "Hundemarke", "Welpe", "Steuer"]
    assert client.get("/api/v1/services?q=hund").json[0]["title"] == "Hundesteuer Anmeldung"
    assert column(app, "alpha", "hund-anmelden", "link_level").value == "portal"
    with scope(app, tenant_id(app, "alpha")):
        row = db.session.scalars(select(Service).where(Service.leika_key == DOG)).one()
        assert planting.fall_back(row, links.here(), NOW)
        settle([row], links.here())
        assert (row.title, row.origin, row.source_id, row.portal_id) == ("Hund anmelden", Origin.LAND, None, None)
        orphan = db.session.get_one(Service, row.id)
        orphan.land_key = None
        assert not planting.fall_back(orphan, links.here(), NOW)


def test_a_text_that_nobody_shows_goes_after_a_week_and_no_other(app: Flask) -> None:
    make_service(app, "beta", text={"title": "Bleibt"})
    with scope(app, tenant_id(app, "alpha")):
        kept, _gone = texts.store([texts.body(title="Zweite Sprache"), texts.body(title="Niemandes")], NOW)
    make_service(app, translations={"en": kept})

    def left() -> set[str]:
        with scope(app, None, write=False):
            return {body["title"] for body in db.session.scalars(select(ServiceText.body))}

    assert left() == {"Bleibt", "Zweite Sprache", "Niemandes"}
    dict(sweep_all(app, NOW + timedelta(days=6)))
    assert len(left()) == 3
    swept = dict(sweep_all(app, NOW + timedelta(days=8)))
    assert swept["texts of services that nobody shows"] == 1
    assert left() == {"Bleibt", "Zweite Sprache"}


def test_two_municipalities_may_store_the_same_text_at_once(app: Flask) -> None:
    body = texts.body(title="Gleich")
    with scope(app, tenant_id(app, "alpha")):
        first = texts.store([body, body, texts.body(title="Anders")], NOW)
    with scope(app, tenant_id(app, "beta")):
        assert texts.store([body], NOW) == first[:1]
    assert first[0] == first[1] != first[2]
