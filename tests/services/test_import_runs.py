# SPDX-License-Identifier: EUPL-1.2
"""Runs of an import: again, in parts, at the same time, and in trouble; nothing is lost."""

import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from backend.config import Settings
from backend.db import db
from backend.jobs import scope
from backend.services import importing, merging
from backend.services.importing import IMPORTER
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
from tests.factories import tenant_id
from tests.services.importing import (
    ALL,
    ANTRAG,
    count,
    make_source,
    numbers,
    put,
    run,
    services,
    state,
)
from tests.services.messages import many, office, removal, service


def test_the_second_time_nothing_changes(app: Flask, settings: Settings) -> None:
    source = make_source(app, put(settings, *ALL))
    run(app, source)
    before = services(app)["Hund anmelden (Stadt)"]
    assert numbers(run(app, source)) == (0, 0, 5, 0)
    after = services(app)["Hund anmelden (Stadt)"]
    assert (after.version, after.updated_at) == (before.version, before.updated_at)


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
            return {uuid.UUID(one) for one in IMPORTER.due()}

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


def test_runs_at_the_same_time_disturb_nobody(app: Flask, settings: Settings) -> None:
    path = put(settings, *many(60))
    sources = {slug: make_source(app, path, slug) for slug in ("alpha", "beta")}
    with ThreadPoolExecutor(3) as pool:
        reports = list(pool.map(lambda slug: run(app, sources[slug], slug), ("alpha", "beta", "alpha")))
    assert [report.error for report in reports] == [None, None, None]
    assert (count(app, Service), count(app, Service, "beta"), count(app, ServiceOffice)) == (60, 60, 60)
    with scope(app, None, write=False):
        assert db.session.scalar(select(func.count(ServiceText.hash))) == 120
