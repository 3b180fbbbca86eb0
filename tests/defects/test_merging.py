# SPDX-License-Identifier: EUPL-1.2
"""Reports about the same thing: one leads, all are told, the earlier promise stays, and each can be parted again."""

import uuid
from datetime import date, datetime, timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from flask import Flask

from tests.accounts.people import log_of, mails
from tests.conftest import TenantClient
from tests.defects.reports import NOW, SECRET, make_defect, make_defect_category
from tests.defects.staff import NOTE, S, clerk, decide, decided, give_contact, listed, row_of, shown

API = "/api/v1/defects"
LATER, SOONER = date(2026, 12, 3), date(2026, 12, 1)


def merge(desk: Any, report: Any, master: Any) -> Any:
    return decided(desk, report, S.DUPLICATE, note="", master=str(master))


def test_one_leads_and_keeps_the_earlier_promise(app: Flask, client: TenantClient) -> None:
    kim, master = clerk(app), make_defect(app, due_on=LATER)
    report = make_defect(app, due_on=SOONER)
    answer = merge(kim, report, master)
    assert answer["master"] == {"id": str(master), "number": "A-2026-0001"}
    assert shown(kim, master)["merged"] == [{"id": str(report), "number": "A-2026-0002"}]
    assert row_of(app, master).due_on == SOONER
    public = client.get(f"{API}/{report}").json
    assert (public["status"], public["light"], public["master"]["id"]) == ("duplicate", "red", str(master))
    assert [row["id"] for row in listed(kim)] == [str(master)]
    decided(kim, master, S.RESOLVED)
    assert client.get(f"{API}/{report}").json["light"] == "green"


def test_who_reported_the_same_is_told_what_becomes_of_the_one_that_leads(app: Flask) -> None:
    kim, master, report = clerk(app), make_defect(app), make_defect(app)
    give_contact(app, report, mail_updates=True)
    assert shown(kim, master)["told"]["reporter"] is False
    merge(kim, report, master)
    assert shown(kim, master)["told"]["reporter"] is True
    before = len(mails(app))
    decided(kim, master, S.RESOLVED)
    (mail,) = mails(app)[before:]
    assert mail["to"] == "geheim@example.org" and NOTE in mail["text"]


def test_of_a_duplicate_the_one_that_leads_leads(app: Flask) -> None:
    kim, one, two, three = clerk(app), make_defect(app), make_defect(app), make_defect(app)
    merge(kim, two, one)
    assert merge(kim, three, two)["master"]["id"] == str(one)


def test_who_has_led_others_hands_them_on(app: Flask) -> None:
    kim, one, two, three = clerk(app), make_defect(app), make_defect(app), make_defect(app)
    merge(kim, three, two)
    merge(kim, two, one)
    assert {row_of(app, report).master_id for report in (two, three)} == {one}


def test_nothing_leads_itself_and_nothing_that_is_gone_leads(app: Flask) -> None:
    kim, report = clerk(app), make_defect(app)
    other = make_defect(app, slug="beta")
    gone = [make_defect(app, status=S.REJECTED), make_defect(app, status=S.WITHDRAWN), make_defect(app, hidden_at=NOW)]
    twin = make_defect(app)
    merge(kim, twin, report)
    for master in (report, *gone, other, uuid.uuid4(), twin):
        answer = decide(kim, report, S.DUPLICATE, note="", master=str(master))
        assert (answer.status_code, list(answer.json["errors"])) == (422, ["master"]), master
    assert row_of(app, report).status is S.ACCEPTED


def test_two_clerks_who_merge_the_other_way_round_make_no_circle(app: Flask) -> None:
    desks, reports = [clerk(app), clerk(app, "alex@alpha.de")], [make_defect(app), make_defect(app)]
    barrier, given = Barrier(2), []

    def press(number: int) -> None:
        barrier.wait()
        answer = decide(
            desks[number], reports[number], S.DUPLICATE, version=1, note="", master=str(reports[1 - number])
        )
        given.append(answer.status_code)

    threads = [Thread(target=press, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(given) == [200, 422]
    assert sorted(row_of(app, report).master_id is None for report in reports) == [False, True]


def test_a_duplicate_is_parted(app: Flask, client: TenantClient) -> None:
    kim, master, report = clerk(app), make_defect(app), make_defect(app)
    version = merge(kim, report, master)["version"]
    stale = kim.api("POST", f"/defects/{report}/parting", version=version - 1)
    assert stale.status_code == 412
    answer = kim.api("POST", f"/defects/{report}/parting", version=version)
    assert (answer.status_code, answer.json["status"], answer.json["master"]) == (200, "accepted", None)
    assert shown(kim, master)["merged"] == []
    assert client.get(f"{API}/{report}").json["status"] == "accepted"
    again = kim.api("POST", f"/defects/{report}/parting", version=answer.json["version"])
    assert (again.status_code, again.json["code"]) == (409, "no-duplicate")
    assert "report.parted" in log_of(app)


def test_what_a_rejected_report_has_led_waits_for_an_answer_itself(app: Flask, client: TenantClient) -> None:
    kim, master, report = clerk(app), make_defect(app), make_defect(app)
    merge(kim, report, master)
    decided(kim, master, S.REJECTED)
    assert [row["id"] for row in listed(kim)] == [str(report)]
    assert client.get(f"{API}/{report}").json["status"] == "accepted"


def test_what_a_withdrawn_report_has_led_waits_for_an_answer_itself(app: Flask, client: TenantClient) -> None:
    kim, master, report = clerk(app), make_defect(app), make_defect(app)
    merge(kim, report, master)
    withdrawn = client.post(f"{API}/{master}/withdrawal", headers={"Authorization": f"Bearer {SECRET}"})
    assert withdrawn.status_code == 200
    assert [row["id"] for row in listed(kim)] == [str(report)]
    seen = client.get(f"{API}/{report}/own", headers={"Authorization": f"Bearer {SECRET}"}).json["history"]
    assert (seen[0]["mine"], seen[-1]["status"], seen[-1]["mine"]) == (True, "accepted", False)


@pytest.mark.parametrize("metres", [20, 80])
def test_what_is_compared_has_its_distance_and_its_people(app: Flask, metres: int) -> None:
    make_defect_category(app, radius=50)
    report = make_defect(app, received_at=NOW)
    other = make_defect(
        app, lat=52.14 + metres / 111_320, supports=2, received_at=NOW - timedelta(days=1), description="Auch hier."
    )
    found = shown(clerk(app), report)["duplicates"]
    expected = [(str(other), metres, 3, "Auch hier.")] if metres < 50 else []
    assert [(one["id"], one["distance"], one["people"], one["excerpt"]) for one in found] == expected


@pytest.mark.parametrize("end", ["rejected", "withdrawn", "parted"])
def test_the_contact_of_what_is_open_again_stays(app: Flask, client: TenantClient, end: str) -> None:
    kim, master, report = clerk(app), make_defect(app), make_defect(app)
    give_contact(app, report)
    version = merge(kim, report, master)["version"]
    closed = datetime.fromisoformat(shown(kim, report)["contact_until"])
    if end == "rejected":
        decided(kim, master, S.REJECTED)
    elif end == "withdrawn":
        client.post(f"{API}/{master}/withdrawal", headers={"Authorization": f"Bearer {SECRET}"})
    else:
        kim.api("POST", f"/defects/{report}/parting", version=version)
    again = shown(kim, report)
    assert again["status"] == "accepted"
    assert datetime.fromisoformat(again["contact_until"]) > closed + timedelta(days=99)


def test_what_is_hidden_is_not_offered_to_lead(app: Flask) -> None:
    report = make_defect(app, received_at=NOW)
    make_defect(app, received_at=NOW - timedelta(days=1), hidden_at=NOW)
    assert shown(clerk(app), report)["duplicates"] == []
