# SPDX-License-Identifier: EUPL-1.2
"""The municipality's own words: over those of a source, or an entry of its own; hidden, taken back, deleted."""

import threading
import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from flask import Flask

from backend.services.models import Origin
from tests.accounts.people import Desk, at_work, log_of
from tests.conftest import TenantClient
from tests.news.desk import AS_NEW
from tests.services import staff
from tests.services.entries import assign, make_office, make_service, plant

TEXT = {
    "title": "Hund anmelden",
    "teaser": "Wer einen Hund hält, meldet ihn an.",
    "modules": [{"code": "05", "html": "<p>Kurz.</p>"}, {"code": "08", "html": "<ul><li>Ausweis</li></ul>"}],
    "fees": "<p>5 €</p>",
}


@pytest.fixture
def editor(app: Flask) -> Desk:
    return at_work(app, "redaktion@alpha.de")


def shown(client: TenantClient, service: Any) -> Any:
    answer = client.get(f"/api/v1/services/{service}")
    assert answer.status_code == 200
    return answer.json


def test_words_of_the_municipality_lie_over_those_of_the_source(app: Flask, editor: Desk, client: TenantClient) -> None:
    entry = make_service(app, text=TEXT)
    assert shown(client, entry)["source"]["kind"] == "land"
    answer = staff.write(
        editor, entry, title="Hunde", fees="", modules={"05": "", "16": "<p>Bitte <script>x</script>anrufen.</p>"}
    )
    assert answer.status_code == 200
    assert answer.json["content"] | {"title": "Hunde", "fees": ""} == answer.json["content"]
    assert answer.json["source"]["title"] == "Hund anmelden" and answer.json["source"]["fees"] == "<p>5 €</p>"
    found = shown(client, entry)
    assert (found["title"], found["fees"], found["source"]["kind"]) == ("Hunde", None, "own")
    assert [(one["code"], one["html"]) for one in found["modules"]] == [
        ("08", "<ul><li>Ausweis</li></ul>"),
        ("16", "<p>Bitte anrufen.</p>"),
    ]
    assert client.get("/api/v1/services?q=hunde").json[0]["id"] == str(entry)
    assert answer.json["preview"] == found


def test_taken_back_the_source_says_it_again(app: Flask, editor: Desk, client: TenantClient) -> None:
    entry = make_service(app, text=TEXT)
    before = shown(client, entry)
    staff.write(editor, entry, title="Hunde", offices=[str(make_office(app))])
    assert shown(client, entry)["offices"]
    assert staff.write(editor, entry, title=" \u200b ").json["title"] == "Hund anmelden", "nobody can see that one"
    answer = staff.do(editor, entry, "reset")
    assert answer.status_code == 200 and answer.json["may"] == ["hide"]
    assert shown(client, entry) == before
    assert staff.do(editor, entry, "reset").json["code"] == "not-possible"
    assert log_of(app)[-2:] == ["service.changed", "service.reset"]


def test_a_change_that_changes_nothing_is_none(app: Flask, editor: Desk) -> None:
    entry = make_service(app, text=TEXT)
    first = staff.write(editor, entry, title="  Hunde ", synonyms=["Dackel", " "])
    again = staff.write(editor, entry, title="Hunde", synonyms=["Dackel"])
    assert again.json == first.json and log_of(app).count("service.changed") == 1


def test_residents_are_sent_to_hosts_on_the_list_only(app: Flask, editor: Desk, client: TenantClient) -> None:
    entry = make_service(app, text=TEXT)
    for bad in (
        "https://betrug.example/", "http://www.brandenburg.de/", "https://www.brandenburg.de@betrug.example/",
        "https://www.brandenburg.de/{passwort}", "https://www.brandenburg.de/?leika={leika}", "javascript:alert(1)",
        "https://www.brandenburg.de:8443/", "\u202ehttps://www.brandenburg.de/",
    ):  # fmt: skip
        answer = staff.write(editor, entry, url=bad)
        assert (answer.status_code, list(answer.json["errors"])) == (422, ["url"]), bad
    assert staff.write(editor, entry, url=" https://www.brandenburg.de/hund?ars={ars} ").status_code == 200
    online = shown(client, entry)["online"]
    assert online["level"] == "own" and online["url"].startswith("https://www.brandenburg.de/hund?ars=12")
    # The words are still those of the Land: the municipality answers for the link only.
    assert shown(client, entry)["source"]["kind"] == "land"
    assert staff.write(editor, entry, url=None).json["own"] is False


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "x" * 301), ("title", "zwei\nZeilen"), ("teaser", "x" * 301), ("situation", "urlaub"),
        ("synonyms", ["x"] * 51), ("synonyms", "Hund"), ("fees", "x" * 140_001), ("modules", {"99": "<p>x</p>"}),
        ("modules", {"fees": "x"}), ("modules", ["05"]), ("offices", [str(uuid.uuid4())]), ("offices", ["x"]),
        ("links", [{"title": "x", "url": "javascript:alert(1)"}]), ("forms", [{"title": "x"}]), ("version", 3),
    ],
)  # fmt: skip
def test_garbage_is_refused_by_field(app: Flask, editor: Desk, field: str, value: Any) -> None:
    entry = make_service(app, text=TEXT)
    answer = staff.write(editor, entry, **{field: value})
    assert answer.status_code == 422 and field in answer.json["errors"]
    assert staff.get(editor, entry)["version"] == 1


def test_an_own_entry_is_made_once_and_deleted(app: Flask, editor: Desk, client: TenantClient) -> None:
    entry = staff.make(editor, title="Laubsäcke kaufen", synonyms=["Laub"], situation="wohnen")
    assert entry["origin"] == "own" and entry["may"] == ["hide", "delete"]
    same = staff.words(title="Laubsäcke kaufen", synonyms=["Laub"], situation="wohnen")
    path = f"/services/{entry['id']}"
    assert editor.api("PUT", path, same, headers=AS_NEW).status_code == 200
    other = editor.api("PUT", path, same | {"title": "Anders"}, headers=AS_NEW)
    assert (other.status_code, other.json["current"]["title"]) == (412, "Laubsäcke kaufen")
    assert client.get("/api/v1/services?life_situation=wohnen&q=laub").json[0]["id"] == entry["id"]
    assert editor.api("DELETE", path, version=9).status_code == 412
    assert editor.api("DELETE", path, version=entry["version"]).status_code == 204
    assert client.get(f"/api/v1{path}").status_code == 404
    assert log_of(app)[-2:] == ["service.added", "service.deleted"]


def test_an_own_entry_needs_a_name(app: Flask, editor: Desk) -> None:
    path = f"/services/{uuid.uuid4()}"
    for title in (None, "", " \u200b "):
        answer = editor.api("PUT", path, staff.words(title=title), headers=AS_NEW)
        assert (answer.status_code, list(answer.json["errors"])) == (422, ["title"])
    entry = staff.make(editor)
    assert staff.write(editor, entry["id"], title="").status_code == 422


def test_what_others_gave_cannot_be_deleted_only_hidden(app: Flask, editor: Desk, client: TenantClient) -> None:
    in_file = make_service(app, key="laub")
    for entry in (make_service(app, text=TEXT), in_file):
        seen = staff.get(editor, entry)
        assert "delete" not in seen["may"]
        assert editor.api("DELETE", f"/services/{entry}", version=seen["version"]).status_code == 409
        hidden = staff.do(editor, entry, "hiding")
        assert hidden.json["hidden"] and hidden.json["preview"]["title"] == seen["title"]
        assert client.get(f"/api/v1/services/{entry}").status_code == 404
        assert staff.do(editor, entry, "hiding").json["code"] == "not-possible"
        assert staff.do(editor, entry, "unhiding").status_code == 200
        assert client.get(f"/api/v1/services/{entry}").status_code == 200


def test_whoever_is_late_is_shown_what_stands_there_now(app: Flask, editor: Desk) -> None:
    entry = make_service(app, text=TEXT)
    staff.write(editor, entry, title="Hunde")
    late = editor.api("PUT", f"/services/{entry}", staff.words(title="Katzen"), version=1)
    assert (late.status_code, late.json["current"]["content"]["title"]) == (412, "Hunde")
    assert editor.api("PUT", f"/services/{entry}", staff.words(title="Katzen")).status_code == 428
    for deed in ("hiding", "reset"):
        assert editor.api("POST", f"/services/{entry}/{deed}", version=1).status_code == 412


def test_offices_that_staff_choose_stand_instead_of_the_sources(app: Flask, editor: Desk, client: TenantClient) -> None:
    entry, town, county, third = (make_service(app, text=TEXT), *(make_office(app, name=name) for name in "ABC"))
    assign(app, entry, town, area="120690020020", origin=Origin.PVOG)
    assert staff.get(editor, entry)["content"]["offices"] is None
    assert staff.get(editor, entry)["source"]["offices"] == [str(town)]
    answer = staff.write(editor, entry, offices=[str(third), str(county), str(third)])
    assert answer.json["content"]["offices"] == [str(county), str(third)]
    assert [one["name"] for one in shown(client, entry)["offices"]] == ["B", "C"]
    assert client.get(f"/api/v1/services/offices/{third}").json["services"] == [
        {"id": str(entry), "title": "Hund anmelden"}
    ]
    nobody = staff.write(editor, entry, offices=[])
    assert nobody.json["content"]["offices"] == [] and shown(client, entry)["offices"] == []
    assert staff.write(editor, entry, offices=None).json["source"]["offices"] == [str(town)]
    assert [one["name"] for one in shown(client, entry)["offices"]] == ["A"]
    # The same office as the source's: chosen, it is the municipality's.
    assert staff.write(editor, entry, offices=[str(town)]).json["content"]["offices"] == [str(town)]


def test_the_office_of_another_municipality_is_none(app: Flask, editor: Desk) -> None:
    answer = staff.write(editor, make_service(app), offices=[str(make_office(app, "beta"))])
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["offices"])


def test_an_own_entry_keeps_its_offices_when_its_words_change(app: Flask, editor: Desk, client: TenantClient) -> None:
    office = make_office(app)
    planted = make_service(app, key="laub")
    assign(app, planted, office)
    assert staff.get(editor, planted)["content"]["offices"] == [str(office)]
    staff.write(editor, planted, title="Laub")
    assert [one["id"] for one in shown(client, planted)["offices"]] == [str(office)]
    made = staff.make(editor, offices=[str(office)])
    staff.write(editor, made["id"], title="Säcke")
    assert [one["id"] for one in shown(client, made["id"])["offices"]] == [str(office)]


def test_of_two_writers_at_the_same_time_one_is_late(app: Flask) -> None:
    entry = make_service(app, text=TEXT)
    desks = [at_work(app, f"{name}@alpha.de") for name in ("ada", "kim")]
    writes = (partial(one.api, "PUT", f"/services/{entry}", staff.words(title=one.csrf), version=1) for one in desks)
    assert at_once(*writes) == [200, 412]


def at_once(*calls: Callable[[], Any]) -> list[int]:
    """The statuses of requests that arrive together."""
    ready, codes = threading.Barrier(len(calls)), list[int]()

    def send(call: Callable[[], Any]) -> None:
        ready.wait()
        codes.append(call().status_code)

    threads = [threading.Thread(target=send, args=(call,)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(codes)


def test_what_is_made_twice_at_the_same_time_arrives_once(app: Flask) -> None:
    desks = [at_work(app, f"{name}@alpha.de") for name in ("ada", "kim")]
    content: dict[str, dict[str, Any]] = {
        f"/services/{uuid.uuid4()}": staff.words(title="Laub"),
        f"/services/offices/{uuid.uuid4()}": staff.office(),
    }
    for path, body in content.items():
        assert at_once(*(partial(one.api, "PUT", path, body, headers=AS_NEW) for one in desks)) == [200, 201]
    assert at_once(*(partial(one.api, "POST", "/services/links/check") for one in desks)) == [202, 202]


def test_the_next_file_leaves_what_staff_wrote(app: Flask, editor: Desk) -> None:
    plant(app)
    row = editor.api("GET", "/services?q=hund").json[0]
    staff.write(editor, row["id"], title="Hunde")
    staff.do(editor, row["id"], "hiding")
    plant(app)
    seen = staff.get(editor, row["id"])
    assert (seen["title"], seen["hidden"], seen["source_name"]) == ("Hunde", True, "Brandenburg")
