# SPDX-License-Identifier: EUPL-1.2
"""Editors look through the directory: what is broken first, what is theirs, each entry with its layers apart."""

import pytest
from flask import Flask

from tests.accounts.people import Desk, at_work
from tests.factories import tenant_id
from tests.plans import statements
from tests.services import staff
from tests.services.entries import assign, break_link, make_office, make_service, plant
from tests.services.many import fill

OWN_LINK = "https://www.brandenburg.de/hund"


@pytest.fixture
def editor(app: Flask) -> Desk:
    return at_work(app, "redaktion@alpha.de")


def titles(editor: Desk, query: str = "") -> list[str]:
    answer = editor.api("GET", f"/services{query}")
    assert answer.status_code == 200, answer.json
    return [row["title"] for row in answer.json]


def test_what_is_broken_comes_first_and_says_what_residents_get_instead(app: Flask, editor: Desk) -> None:
    make_service(app, own={"title": "Abfall"})
    hund = make_service(app, own={"title": "Hund", "url": OWN_LINK}, leika_key="99010023020000")
    make_service(app, own={"title": "Versteckt", "url": OWN_LINK}, hidden=True)
    break_link(app, OWN_LINK)
    rows = editor.api("GET", "/services").json
    assert [row["title"] for row in rows] == ["Hund", "Abfall", "Versteckt"]
    link = rows[0]["link"]
    assert (link["state"], link["level"], link["status_code"], link["url"]) == ("broken", "own", 404, OWN_LINK)
    assert link["since"] == "2026-11-23T09:00:00+00:00"
    assert link["fallback"]["level"] == "bundesportal" and "99010023020000" in link["fallback"]["url"]
    assert rows[1]["link"] is None, "no portal knows it"
    assert editor.api("GET", "/services/counts").json == {"all": 3, "broken": 1, "own": 3, "hidden": 1}
    assert titles(editor, "?view=broken") == ["Hund"] and titles(editor, "?view=hidden") == ["Versteckt"]
    assert staff.get(editor, hund)["links"][1]["state"] == "unknown"


def test_the_list_is_looked_through_by_words_and_situation(app: Flask, editor: Desk) -> None:
    make_service(app, own={"title": "Hund anmelden", "situation": "wohnen"})
    make_service(app, own={"title": "Ärger melden", "synonyms": ["Hundehaufen"]}, hidden=True)
    make_service(app, own={"title": "Zaun", "situation": "bauen"})
    assert titles(editor, "?q=HUND") == ["Hund anmelden", "Ärger melden"]
    assert titles(editor, "?q=melden&page_size=1&page=2") == ["Hund anmelden"]
    assert titles(editor, "?q=hund&situation=wohnen") == ["Hund anmelden"]
    assert titles(editor, "?view=hidden&situation=wohnen") == [] and titles(editor, "?q=%25") == []
    assert editor.api("GET", "/services?view=alle").status_code == 422
    assert editor.api("GET", "/services?page_size=2").headers["X-Pagination"]
    assert len(titles(editor, "?page_size=2&page=2")) == 1


def test_origin_is_told_as_people_know_it(app: Flask, editor: Desk) -> None:
    plant(app)
    row = next(row for row in editor.api("GET", "/services?q=personalausweis").json if not row["own"])
    assert (row["origin"], row["source_name"], row["stand"], row["in_pvog"]) == ("land", "Brandenburg", None, None)
    staff.write(editor, row["id"], teaser="Bei uns ohne Termin.")
    (own,) = editor.api("GET", "/services?view=own").json
    assert own["own"] and own["origin"] == "land" and own["stand"]
    slugs = [one["slug"] for one in editor.api("GET", "/services/situations").json]
    assert slugs[0] == "ausweise" and slugs[-1] == "weitere"


def test_a_read_is_a_handful_of_queries_however_much_there_is(app: Flask, editor: Desk) -> None:
    fill(app, tenant_id(app, "alpha"), 120)
    entry = make_service(app, own={"title": "Hund"}, online=("https://a.brandenburg.de/", "https://b.brandenburg.de/"))
    for name in "ABC":
        assign(app, entry, make_office(app, name=name))
    # Five of them are the border's: who calls, in which municipality.
    most = {"": 9, "/counts": 6, f"/{entry}": 15, "/offices": 7, "/top": 7, "/links/check": 11, "/sources": 7}
    with app.app_context():
        for path, allowed in most.items():
            sent = statements(lambda path=path: editor.api("GET", f"/services{path}"))
            assert 0 < len(sent) <= allowed, (path, len(sent))
