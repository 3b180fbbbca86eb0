# SPDX-License-Identifier: EUPL-1.2
"""What becomes of a source's objects: entries, offices and links, between the words of Land and municipality."""

from typing import Any

from flask import Flask
from sqlalchemy import func, select

from backend.config import Settings
from backend.db import db
from backend.jobs import scope
from backend.services import links
from backend.services.leaving import forget_source
from backend.services.models import (
    Office,
    OnlineService,
    Origin,
    Reach,
    Service,
    ServiceImportItem,
    ServiceOffice,
    ServiceSource,
    ServiceText,
)
from tests.conftest import TenantClient
from tests.factories import tenant_id
from tests.services.entries import NOW, assign, make_office, make_service, plant
from tests.services.importing import (
    ALL,
    ANTRAG,
    DOG,
    HUND,
    TEXT,
    WHERE,
    WHO,
    count,
    make_source,
    numbers,
    put,
    run,
    services,
    state,
)
from tests.services.messages import office, online, removal, responsibility, service

ENDPOINT = "/api/v1/services"


def detail(app: Flask, client: TenantClient, title: str) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"{ENDPOINT}/{services(app)[title].id}").json
    return found


def change(app: Flask, title: str, **details: Any) -> None:
    with scope(app, tenant_id(app, "alpha")):
        row = db.session.scalars(select(Service).where(Service.title == title)).one()
        for name, value in details.items():
            setattr(row, name, value)


def test_objects_become_an_entry_with_its_office_and_its_link(
    app: Flask, client: TenantClient, settings: Settings
) -> None:
    source = make_source(app, put(settings, *ALL))
    assert numbers(run(app, source)) == (5, 0, 0, 0)
    found = detail(app, client, "Hund anmelden (Stadt)")
    assert found["modules"][0]["html"] == "<p>Wer einen Hund hält, meldet ihn an.</p>"
    assert found["online"]["url"] == "https://service.brandenburg.de/hund?ars=120690020020"
    assert found["responsible"] == {"name": "Steueramt", "level": "municipality"}
    assert found["offices"][0]["address"]["street"] == "Wiesenburger Straße 6"
    assert (found["source"]["kind"], found["source"]["name"]) == ("xzufi", "Zuständigkeitsfinder")
    assert services(app, "beta") == {}


def test_a_changed_service_and_a_changed_office_come_in(app: Flask, client: TenantClient, settings: Settings) -> None:
    source = make_source(app, put(settings, *ALL))
    run(app, source)
    new = service("1", "Hund anmelden (neu)", TEXT, leika=DOG)
    put(settings, WHO, WHERE, new, office("o", "Kämmerei"), ANTRAG)
    assert numbers(run(app, source)) == (0, 2, 3, 0)
    found = detail(app, client, "Hund anmelden (neu)")
    assert found["responsible"]["name"] == "Kämmerei"
    assert count(app, Service) == 1


def test_a_source_lies_over_the_lands_words_and_under_the_municipalitys_own(
    app: Flask, client: TenantClient, settings: Settings
) -> None:
    plant(app)
    size = count(app, Service)
    change(app, "Hund anmelden", own={"teaser": "Kommen Sie ins Rathaus."}, edited=True)
    source = make_source(app, put(settings, *ALL))
    run(app, source)
    assert count(app, Service) == size
    found = detail(app, client, "Hund anmelden (Stadt)")
    assert found["teaser"] == "Kommen Sie ins Rathaus."
    assert found["leika_key"] == DOG
    row = services(app)["Hund anmelden (Stadt)"]
    assert (row.origin, row.land_key, row.own) == (
        Origin.XZUFI,
        "hund-anmelden",
        {"teaser": "Kommen Sie ins Rathaus."},
    )
    # Found by the words of the Land as well.
    assert "Hund" in row.synonyms
    assert plant(app) == []


def test_what_the_municipality_wrote_itself_stays_its_own(app: Flask, settings: Settings) -> None:
    own = make_service(app, leika_key=DOG, own={"title": "Hund? Ja!"})
    source = make_source(app, put(settings, *ALL))
    run(app, source)
    row = services(app)["Hund? Ja!"]
    assert (row.id, row.origin, row.source_id) == (own, Origin.OWN, source)
    put(settings, removal("Leistung", "1"))
    assert numbers(run(app, source)) == (0, 0, 0, 1)
    row = services(app)["Hund? Ja!"]
    assert (row.id, row.origin, row.source_id, row.text_hash) == (own, Origin.OWN, None, None)


def test_deletions_give_the_lands_words_back_and_take_the_rest(
    app: Flask, client: TenantClient, settings: Settings
) -> None:
    plant(app)
    size = count(app, Service)
    extra = service("2", "Laubsäcke", leika=None)
    source = make_source(app, put(settings, *ALL, extra))
    run(app, source)
    assert count(app, Service) == size + 1
    put(settings, removal("Leistung", "1"), removal("Leistung", "2"), removal("Zustaendigkeit", "z1"))
    assert numbers(run(app, source)) == (0, 0, 0, 3)
    found = detail(app, client, "Hund anmelden")
    assert (found["source"]["kind"], found["offices"]) == ("land", [])
    assert count(app, Service) == size
    # Nobody names the office any more.
    assert (count(app, Office), count(app, ServiceOffice)) == (0, 0)
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert set(db.session.scalars(select(OnlineService.origin))) == {Origin.LAND}


def test_what_is_valid_elsewhere_does_not_come_in_and_leaves_when_it_moves(app: Flask, settings: Settings) -> None:
    source = make_source(app, put(settings, HUND, service("2", "Fremd", areas=("120690616616",))))
    report = run(app, source)
    assert numbers(report) == (1, 0, 0, 0)
    assert set(services(app)) == {"Hund anmelden (Stadt)"}
    assert state(app, source).report["elsewhere"] == 1
    put(settings, service("1", "Hund anmelden", areas=("120690616616",)))
    assert numbers(run(app, source)) == (0, 0, 0, 1)
    assert services(app) == {}


def test_a_key_has_one_entry_and_the_other_source_waits_for_it(app: Flask, settings: Settings) -> None:
    first = make_source(app, put(settings, *ALL))
    second = make_source(app, put(settings, service("x", "Hund, anders", leika=DOG), name="b.xml"), key="zweite")
    run(app, first)
    for _ in range(2):
        assert numbers(run(app, second)) == (0, 0, 0, 0)
        assert set(services(app)) == {"Hund anmelden (Stadt)"}
    put(settings, removal("Leistung", "1"))
    run(app, first)
    assert numbers(run(app, second)) == (1, 0, 0, 0)
    assert numbers(run(app, second)) == (0, 0, 1, 0)
    assert set(services(app)) == {"Hund, anders"}


def test_two_services_of_one_source_may_share_a_key(app: Flask, settings: Settings) -> None:
    run(app, make_source(app, put(settings, HUND, service("2", "Kampfhund anmelden", leika=DOG))))
    found = services(app)
    assert found["Hund anmelden (Stadt)"].leika_key == DOG
    assert (found["Kampfhund anmelden"].leika_key, found["Kampfhund anmelden"].leika_keys) == (None, [DOG])


def test_a_service_that_gets_a_key_later_becomes_the_lands_entry(app: Flask, settings: Settings) -> None:
    plant(app)
    size = count(app, Service)
    source = make_source(app, put(settings, service("1", "Hund anmelden (Stadt)")))
    run(app, source)
    assert count(app, Service) == size + 1
    put(settings, HUND)
    run(app, source)
    assert count(app, Service) == size
    assert services(app)["Hund anmelden (Stadt)"].land_key == "hund-anmelden"


def test_the_same_text_is_stored_once_for_many_municipalities(app: Flask, settings: Settings) -> None:
    path = put(settings, *ALL)
    for slug in ("alpha", "beta"):
        run(app, make_source(app, path, slug), slug)
    with scope(app, None, write=False):
        assert db.session.scalar(select(func.count(ServiceText.hash))) == 1


def test_offices_that_staff_changed_stay_as_they_are(app: Flask, settings: Settings) -> None:
    source = make_source(app, put(settings, *ALL))
    run(app, source)
    with scope(app, tenant_id(app, "alpha")):
        row = db.session.scalars(select(Office)).one()
        row.name, row.edited = "Unser Steueramt", True
    put(settings, WHO, WHERE, HUND, office("o", "Kämmerei"), ANTRAG)
    run(app, source)
    put(settings, removal("Zustaendigkeit", "z1"))
    run(app, source)
    with scope(app, tenant_id(app, "alpha"), write=False):
        row = db.session.scalars(select(Office)).one()
        assert (row.name, row.origin, row.source_id) == ("Unser Steueramt", Origin.OWN, None)


def test_a_source_that_is_no_longer_named_leaves_what_the_municipality_said(app: Flask, settings: Settings) -> None:
    plant(app)
    before = count(app, OnlineService)
    extra = (service("2", "Laubsäcke"), service("3", "Osterfeuer"))
    source = make_source(app, put(settings, *ALL, *extra))
    other = make_source(app, put(settings, service("9", "Fundbüro"), name="b.xml"), key="zweite")
    run(app, source)
    run(app, other)
    change(app, "Osterfeuer", own={"teaser": "Bitte drei Tage vorher."}, edited=True)
    with scope(app, tenant_id(app, "alpha")):
        row = db.session.scalars(select(ServiceSource).where(ServiceSource.id == source)).one()
        forget_source(row, links.here(), NOW)
    found = services(app)
    assert (found["Hund anmelden"].origin, found["Hund anmelden"].source_id) == (Origin.LAND, None)
    assert (found["Osterfeuer"].origin, found["Osterfeuer"].teaser) == (Origin.OWN, "Bitte drei Tage vorher.")
    assert found["Fundbüro"].source_id == other
    assert "Laubsäcke" not in found
    assert (count(app, Office), count(app, ServiceOffice), count(app, OnlineService)) == (0, 0, before)
    assert (count(app, ServiceSource), count(app, ServiceImportItem)) == (1, 1)


def test_offices_that_staff_assigned_stay_assigned(app: Flask, client: TenantClient, settings: Settings) -> None:
    source = make_source(app, put(settings, *ALL))
    run(app, source)
    assign(app, services(app)["Hund anmelden (Stadt)"].id, make_office(app, name="Fundbüro"), role="03")
    put(settings, removal("Zustaendigkeit", "z1"))
    run(app, source)
    found = detail(app, client, "Hund anmelden (Stadt)")
    assert [office["name"] for office in found["offices"]] == ["Fundbüro"]


def test_the_online_service_for_the_narrowest_area_comes_first(
    app: Flask, client: TenantClient, settings: Settings
) -> None:
    land = online("a", "Für das Land", "https://service.brandenburg.de/land")
    wide = responsibility("z9", "1", "a", kind="onlinedienst", area="120000000000")
    run(app, make_source(app, put(settings, land, wide, *ALL)))
    found = detail(app, client, "Hund anmelden (Stadt)")
    assert found["online"]["title"] == "Hund online anmelden"
    with scope(app, tenant_id(app, "alpha"), write=False):
        listed = db.session.execute(select(OnlineService.title, OnlineService.level).order_by(OnlineService.position))
        assert [tuple(row) for row in listed] == [
            ("Hund online anmelden", Reach.MUNICIPALITY),
            ("Für das Land", Reach.LAND),
        ]
