# SPDX-License-Identifier: EUPL-1.2
"""What staff chose and said today outlasts imports, the tenant file and the end of a source, in whatever order."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from backend.config import Settings
from backend.db import db
from backend.jobs import scope
from backend.services import links, merging
from backend.services.leaving import forget_source
from backend.services.models import Office, ServiceSource
from tests.accounts.people import Desk, at_work
from tests.conftest import TenantClient
from tests.factories import tenant_id
from tests.services import staff
from tests.services.entries import NOW, make_office, plant
from tests.services.importing import ALL, ANTRAG, DOG, HUND, WHERE, count, make_source, put, run, services
from tests.services.messages import removal

TITLE = "Hund anmelden (Stadt)"
ORDERS = (
    ("import", "templates", "reset", "forget"),
    ("reset", "forget", "templates", "import"),
    ("forget", "import", "reset", "templates"),
    ("templates", "reset", "import", "forget"),
)


@pytest.fixture
def editor(app: Flask) -> Desk:
    return at_work(app, "redaktion@alpha.de")


def offices(app: Flask, client: TenantClient, title: str = TITLE) -> list[str]:
    answer = client.get(f"/api/v1/services/{services(app)[title].id}")
    return [one["name"] for one in answer.json["offices"]]


def forget(app: Flask, source: Any) -> None:
    with scope(app, tenant_id(app, "alpha")):
        forget_source(db.session.get_one(ServiceSource, source), links.here(), NOW)


@pytest.mark.parametrize("back", ["reset", None])
def test_taken_back_the_sources_office_is_responsible_at_once(
    app: Flask, editor: Desk, client: TenantClient, settings: Settings, back: str | None
) -> None:
    source = make_source(app, put(settings, *ALL))
    run(app, source)
    entry, chosen = services(app)[TITLE].id, make_office(app, name="Fundbüro")
    (own,) = [one["id"] for one in editor.api("GET", "/services/offices").json if one["name"] == "Steueramt"]
    staff.write(editor, entry, offices=[own])
    staff.write(editor, entry, offices=[own, str(chosen)])
    assert offices(app, client) == ["Fundbüro", "Steueramt"]
    assert (staff.do(editor, entry, back) if back else staff.write(editor, entry, offices=None)).status_code == 200
    assert offices(app, client) == ["Steueramt"]
    assert staff.get(editor, entry)["source"]["offices"] == [own]
    run(app, source)
    assert offices(app, client) == ["Steueramt"]


def test_an_office_that_staff_chose_stays_as_long_as_they_want_it(
    app: Flask, editor: Desk, client: TenantClient, settings: Settings
) -> None:
    source = make_source(app, put(settings, *ALL))
    run(app, source)
    with scope(app, tenant_id(app, "alpha"), write=False):
        office = str(db.session.scalars(select(Office.id)).one())
    made = staff.make(editor, title="Laub", offices=[office])
    put(settings, HUND, ANTRAG, WHERE, removal("Zustaendigkeit", "z1"))
    run(app, source)
    assert offices(app, client, "Laub") == ["Steueramt"]
    forget(app, source)
    assert offices(app, client, "Laub") == ["Steueramt"]
    assert editor.api("GET", f"/services/offices/{office}").json["origin"] == "own"
    assert staff.get(editor, made["id"])["content"]["offices"] == [office]


@pytest.mark.parametrize("order", ORDERS, ids="-".join)
def test_a_closing_outlasts_everything_else(
    app: Flask, editor: Desk, client: TenantClient, settings: Settings, order: tuple[str, ...]
) -> None:
    plant(app)
    source = make_source(app, put(settings, *ALL))
    run(app, source)
    entry = services(app)[TITLE].id
    with scope(app, tenant_id(app, "alpha"), write=False):
        office = str(db.session.scalars(select(Office.id)).one())
    staff.make(editor, title="Laub", offices=[office])
    staff.write(editor, entry, offices=[office])
    day = "2099-11-24"
    assert staff.close(editor, office, day, last_day=day, reason="Strom").status_code == 200
    for deed in order:
        if deed == "import":
            put(settings, *ALL, HUND.replace("Hund anmelden", f"Hund {order.index(deed)}"))
            run(app, source)
        elif deed == "templates":
            plant(app)
        elif deed == "reset":
            if "reset" in staff.get(editor, entry)["may"]:
                staff.do(editor, entry, "reset")
        else:
            forget(app, source)
        (shown,) = client.get("/api/v1/services/offices").json
        assert [one["first_day"] for one in shown["exceptions"]] == [day], deed
    assert count(app, Office) == 1


def test_what_an_editor_writes_while_an_import_works_is_what_residents_find(
    app: Flask, editor: Desk, client: TenantClient, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = make_source(app, put(settings, *ALL))
    run(app, source)
    entry, seen = services(app)[TITLE].id, threading.Event()
    place = merging._Entries.place

    def slowly(*given: Any) -> bool:
        seen.set()
        time.sleep(0.5)
        return place(*given)

    monkeypatch.setattr(merging._Entries, "place", slowly)
    put(settings, *ALL, HUND.replace("Hund anmelden", "Dackel anmelden"))
    with ThreadPoolExecutor(1) as pool:
        report = pool.submit(run, app, source)
        assert seen.wait(10)
        content = staff.words(title="Hunde bei uns")
        answers = [editor.api("PUT", f"/services/{entry}", content, version=version) for version in range(1, 9)]
        assert report.result().error is None
    assert sorted({answer.status_code for answer in answers}) == [200, 412]
    assert [one["title"] for one in client.get("/api/v1/services").json] == ["Hunde bei uns"]


def test_what_staff_hid_stays_hidden_when_its_source_gives_it_the_lands_key(
    app: Flask, editor: Desk, client: TenantClient, settings: Settings
) -> None:
    plant(app)
    bare = HUND.replace(f"<code>{DOG}</code>", "")
    source = make_source(app, put(settings, bare))
    run(app, source)
    entry = services(app)[TITLE].id
    assert staff.do(editor, entry, "hiding").status_code == 200
    put(settings, HUND)
    run(app, source)
    assert staff.get(editor, entry)["hidden"]
    assert client.get(f"/api/v1/services/{entry}").status_code == 404
