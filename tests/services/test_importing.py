# SPDX-License-Identifier: EUPL-1.2
"""What becomes of a source's objects: entries, offices, links; again, changed, gone, and never lost."""

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from backend.config import Settings
from backend.db import db
from backend.jobs import scope
from backend.services import importing, merging
from backend.services.importing import IMPORTER, due_sources
from backend.services.models import (
    Office,
    OnlineService,
    Origin,
    Service,
    ServiceImportItem,
    ServiceOffice,
    ServiceSource,
    ServiceText,
)
from backend.services.sources import Item
from backend.services.sources.xzufi_messages import XzufiSource
from tests.conftest import TenantClient
from tests.factories import tenant_id
from tests.services.entries import make_service, plant
from tests.services.importing import make_source, numbers, put, run, services, state
from tests.services.messages import many, module, office, online, removal, responsibility, service

DOG, PERSO = "99102013104000", "99008001012000"
TEXT = module("06", "<p>Wer einen Hund hält, meldet ihn an.</p>")
HUND = service("1", "Hund anmelden (Stadt)", TEXT, leika=DOG)
AMT = office("o", "Steueramt")
ANTRAG = online("d", "Hund online anmelden", "https://service.brandenburg.de/hund?ars={ars}")
WHO = responsibility("z1", "1", "o")
WHERE = responsibility("z2", "1", "d", kind="onlinedienst")
ALL = (WHO, WHERE, HUND, AMT, ANTRAG)  # what is referred to comes later
ENDPOINT = "/api/v1/services"


def count(app: Flask, model: Any, slug: str = "alpha") -> int:
    with scope(app, tenant_id(app, slug), write=False):
        return db.session.scalar(select(func.count(model.id))) or 0


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


def test_the_second_time_nothing_changes(app: Flask, settings: Settings) -> None:
    source = make_source(app, put(settings, *ALL))
    run(app, source)
    before = services(app)["Hund anmelden (Stadt)"]
    assert numbers(run(app, source)) == (0, 0, 5, 0)
    after = services(app)["Hund anmelden (Stadt)"]
    assert (after.version, after.updated_at) == (before.version, before.updated_at)


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


def test_deletions_of_what_nobody_knows_change_nothing(app: Flask, settings: Settings) -> None:
    source = make_source(app, put(settings, *ALL))
    run(app, source)
    put(settings, *(removal("Zustaendigkeit", f"fremd{number}") for number in range(1000)))
    assert numbers(run(app, source)) == (0, 0, 0, 0)
    assert count(app, ServiceOffice) == 1


def test_a_single_message_removes_only_what_it_names(app: Flask, settings: Settings) -> None:
    source = make_source(app, put(settings, *ALL, service("2", "Laubsäcke")))
    run(app, source)
    put(settings, service("3", "Wasser"))
    assert numbers(run(app, source)) == (1, 0, 0, 0)
    assert set(services(app)) == {"Hund anmelden (Stadt)", "Laubsäcke", "Wasser"}


def test_what_a_whole_dump_no_longer_names_is_gone(app: Flask, settings: Settings) -> None:
    put(settings, *ALL, service("2", "Laubsäcke"), name="a.xml")
    (settings.imports_path / "index.txt").write_text("a.xml", encoding="utf-8")
    source = make_source(app, "index.txt")
    run(app, source)
    put(settings, *ALL, name="a.xml")
    assert numbers(run(app, source)) == (0, 0, 5, 1)
    assert set(services(app)) == {"Hund anmelden (Stadt)"}


def test_an_empty_or_shrunken_dump_removes_nothing(app: Flask, settings: Settings) -> None:
    put(settings, *(service(str(number), f"Dienst {number}") for number in range(12)), name="a.xml")
    (settings.imports_path / "index.txt").write_text("a.xml", encoding="utf-8")
    source = make_source(app, "index.txt")
    run(app, source)
    for left in (0, 5):
        put(settings, *(service(str(number), f"Dienst {number}") for number in range(left)), name="a.xml")
        assert run(app, source).reason == "shrunk"
        assert count(app, Service) == 12
    with scope(app, tenant_id(app, "alpha")):
        db.session.scalars(select(ServiceSource)).one().settings = {"may_shrink": True}
    assert numbers(run(app, source)) == (0, 0, 5, 7)
    assert count(app, Service) == 5


def test_what_cannot_be_read_any_more_stays_as_it_was(app: Flask, settings: Settings) -> None:
    put(settings, *ALL, service("2", "Laubsäcke"), name="a.xml")
    (settings.imports_path / "index.txt").write_text("a.xml", encoding="utf-8")
    source = make_source(app, "index.txt")
    run(app, source)
    put(settings, *ALL[:-2], office("o", ""), ANTRAG, service("2", ""), service("3", ""), name="a.xml")
    report = run(app, source)
    assert (numbers(report), report.skipped) == ((0, 0, 4, 0), 3)
    assert (set(services(app)), count(app, Office)) == ({"Hund anmelden (Stadt)", "Laubsäcke"}, 1)


@pytest.mark.parametrize("broken", [b"<html/>", b"", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"])
def test_a_bad_message_changes_nothing(app: Flask, settings: Settings, broken: bytes) -> None:
    source = make_source(app, put(settings, *ALL))
    run(app, source)
    (settings.imports_path / "land.xml").write_bytes(broken)
    report = run(app, source)
    assert report.error is not None
    assert (report.added, report.updated, report.removed) == (0, 0, 0)
    row = state(app, source)
    assert (row.last_error, row.last_reason) == (report.error, report.reason)
    assert row.last_success_at is not None
    assert (count(app, Service), count(app, Office), count(app, OnlineService)) == (1, 1, 1)


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


class Trouble(XzufiSource):
    """A source that breaks after some objects."""

    after = 3

    def fetch(self) -> Iterator[Item]:
        for number, item in enumerate(super().fetch()):
            if number == self.after:
                raise RuntimeError("a mistake of ours")
            yield item


def test_a_run_that_breaks_keeps_what_it_had_and_goes_on(
    app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 2)
    source = make_source(app, put(settings, *(service(str(number), f"Dienst {number}") for number in range(6))))
    monkeypatch.setitem(importing.FOREIGN, Origin.XZUFI, Trouble)
    assert run(app, source).reason == "unexpected"
    assert count(app, Service) == 3
    broken = state(app, source)
    assert broken.progress["since"]
    monkeypatch.setitem(importing.FOREIGN, Origin.XZUFI, XzufiSource)
    assert numbers(run(app, source)) == (3, 0, 3, 0)
    done = state(app, source)
    assert (done.run, done.progress) == (broken.run, {})
    assert count(app, Service) == 6


def test_a_database_error_in_one_batch_loses_nothing(
    app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 2)
    source = make_source(app, put(settings, *ALL))
    take_over, calls = merging.take_over, []

    def fail(*given: Any) -> merging.Counts:
        calls.append(given)
        if len(calls) == 2:
            raise RuntimeError("the disk is full")
        return take_over(*given)

    monkeypatch.setattr(merging, "take_over", fail)
    assert run(app, source).reason == "unexpected"
    assert numbers(run(app, source)) == (3, 0, 2, 0)
    assert (count(app, ServiceOffice), count(app, OnlineService)) == (1, 1)


def test_sources_rest_a_night_and_less_after_trouble(app: Flask, settings: Settings) -> None:
    good = make_source(app, put(settings, *ALL))
    bad = make_source(app, "fehlt.xml", key="fehlt")
    off = make_source(app, "fehlt.xml", key="aus", active=False)
    for source in (good, bad):
        run(app, source)

    def due() -> set[uuid.UUID]:
        with scope(app, tenant_id(app, "alpha"), write=False):
            return {uuid.UUID(one) for one in due_sources()}

    def wind(hours: float) -> None:
        with scope(app, tenant_id(app, "alpha")):
            for row in db.session.scalars(select(ServiceSource)):
                row.last_run_at = datetime.now(UTC) - timedelta(hours=hours)

    assert due() == set()
    wind(2)
    assert due() == {bad}
    assert due() == set()
    wind(21)
    assert due() == {good, bad}
    assert off not in due()


def test_the_operator_imports_from_the_command_line(app: Flask, settings: Settings) -> None:
    make_source(app, put(settings, *ALL))
    runner = app.test_cli_runner()
    done = runner.invoke(args=["services", "import", "--tenant", "alpha", "--source", "land"])
    assert (done.exit_code, done.output) == (0, "alpha: land: 5 new, 0 updated, 0 unchanged\n")
    shown = runner.invoke(args=["services", "sources"])
    assert "alpha  land  ok  land.xml" in shown.output


def test_a_run_of_one_municipality_touches_no_other(app: Flask, settings: Settings) -> None:
    path = put(settings, *ALL)
    run(app, make_source(app, path))
    other = make_source(app, path, "beta")
    run(app, other, "beta")
    put(settings, removal("Leistung", "1"), removal("Zustaendigkeit", "z1"), removal("Organisationseinheit", "o"))
    assert numbers(run(app, other, "beta"))[3] == 3
    assert (count(app, Service), count(app, ServiceImportItem), count(app, Office)) == (1, 5, 1)
    assert (count(app, Service, "beta"), count(app, Office, "beta")) == (0, 0)
    assert IMPORTER.feature == "services"


def test_many_objects_come_in_whatever_their_order(app: Flask, settings: Settings) -> None:
    source = make_source(app, put(settings, *many(300)))
    assert numbers(run(app, source)) == (690, 0, 0, 0)
    assert (count(app, Service), count(app, Office), count(app, ServiceOffice)) == (300, 30, 300)
    assert numbers(run(app, source)) == (0, 0, 690, 0)
