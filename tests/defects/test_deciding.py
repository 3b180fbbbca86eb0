# SPDX-License-Identifier: EUPL-1.2
"""A clerk takes a step: exactly those that the table allows, with what each needs, and nobody overwrites anybody."""

import uuid
from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from flask import Flask

from backend.defects.states import CLOSED, NEVER_PUBLIC, OPEN, TRANSITIONS, DefectStatus
from tests.accounts.people import log_of, mails
from tests.conftest import TenantClient
from tests.defects.reports import SECRET, change_defect, make_defect, make_defect_category
from tests.defects.staff import (
    NOTE,
    UNPUBLISHED,
    S,
    clerk,
    decide,
    decided,
    enough,
    entries_of,
    give_contact,
    listed,
    row_of,
    shown,
    today,
)

NEEDED = [
    (S.QUESTION, "note"), (S.IN_PROGRESS, "note"), (S.SCHEDULED, "note"), (S.SCHEDULED, "expected_on"),
    (S.FORWARDED, "note"), (S.FORWARDED, "forwarded"), (S.RESOLVED, "note"), (S.CLOSED_UNRESOLVED, "note"),
    (S.CLOSED_UNRESOLVED, "reason"), (S.DUPLICATE, "master"), (S.REJECTED, "note"),
]  # fmt: skip


@pytest.mark.parametrize("before", DefectStatus)
def test_a_step_is_possible_exactly_where_the_table_says(app: Flask, before: DefectStatus) -> None:
    kim, master = clerk(app), make_defect(app)
    for after in DefectStatus:
        closed = datetime.now(UTC) if before in CLOSED else None
        details = {"master_id": master} if before is S.DUPLICATE else {}
        report = make_defect(app, status=before, closed_at=closed, **details)
        answer = decide(kim, report, after, master=str(master) if after is S.DUPLICATE else None)
        row = row_of(app, report)
        if after not in TRANSITIONS[before]:
            assert (answer.status_code, list(answer.json["errors"])) == (422, ["status"]), (before, after)
            assert (row.status, row.version) == (before, 1)
            continue
        assert answer.status_code == 200, (before, after, answer.json)
        assert (row.status, row.version, answer.json["status"]) == (after, 2, after)
        assert (row.closed_at is not None) == (after in CLOSED)
        assert (row.master_id == master) == (after is S.DUPLICATE)
        assert (row.reason is not None) == (after is S.CLOSED_UNRESOLVED)
        assert (row.expected_on is not None) == (after is S.SCHEDULED)
        assert (row.forwarded_to is not None) == (after is S.FORWARDED)


@pytest.mark.parametrize("before", sorted(OPEN))
def test_a_step_without_what_it_needs_is_refused(app: Flask, before: DefectStatus) -> None:
    kim, report = clerk(app), make_defect(app, status=before)
    for after, need in NEEDED:
        lacking = enough(after, **{need: "  " if need == "note" else None})
        answer = kim.api("POST", f"/defects/{report}/decision", lacking, version=1)
        assert (answer.status_code, list(answer.json["errors"])) == (422, [need]), (after, need)
    assert len(entries_of(app, report)) == 1


def test_what_is_offered_says_what_it_needs(app: Flask) -> None:
    kim, report = clerk(app), make_defect(app, **UNPUBLISHED)
    offered = {one["status"]: one["needs"] for one in shown(kim, report)["transitions"]}
    assert list(offered) == [one.value for one in TRANSITIONS[S.RECEIVED]]
    assert offered["accepted"] == [] and offered["scheduled"] == ["note", "expected_on"]


def test_one_step_accepts_publishes_and_answers(app: Flask, client: TenantClient) -> None:
    kim, report = clerk(app), make_defect(app, **UNPUBLISHED)
    assert client.get("/api/v1/defects").json == []
    answer = decided(kim, report, S.IN_PROGRESS, public_text="Ganz dunkel.", text_public=True, title="Lampe aus")
    assert (answer["light"], answer["promise"]["answered_on"]) == ("yellow", today().isoformat())
    (public,) = client.get("/api/v1/defects").json
    assert (public["title"], public["note"], public["status"]) == ("Lampe aus", NOTE, "in_progress")
    detail = client.get(f"/api/v1/defects/{report}").json
    assert (detail["text"], detail["place"]) == ("Ganz dunkel.", "Bahnhofstraße 12")
    assert {line["note"] for line in detail["history"]} == {None, NOTE}
    assert listed(kim) == []
    assert "report.in_progress" in log_of(app)


def test_to_accept_without_a_word_publishes_and_the_clock_runs_on(app: Flask) -> None:
    kim, report = clerk(app), make_defect(app, **UNPUBLISHED)
    decided(kim, report, S.ACCEPTED, note="")
    row = row_of(app, report)
    assert row.published_at is not None and row.answered_at is None
    assert [one["id"] for one in listed(kim)] == [str(report)]
    decided(kim, report, S.ACCEPTED)
    assert row_of(app, report).answered_at is not None


def test_the_clock_stops_once(app: Flask) -> None:
    kim, report = clerk(app), make_defect(app, **UNPUBLISHED)
    decided(kim, report, S.IN_PROGRESS)
    first = row_of(app, report).answered_at
    decided(kim, report, S.RESOLVED)
    assert first is not None and row_of(app, report).answered_at == first


def test_what_is_rejected_only_its_reporter_learns_why(app: Flask, client: TenantClient) -> None:
    kim, report = clerk(app), make_defect(app)
    decided(kim, report, S.REJECTED, note="Bitte an das Ordnungsamt.")
    assert client.get(f"/api/v1/defects/{report}").status_code == 404
    entry = next(one for one in entries_of(app, report) if one.status is S.REJECTED)
    assert (entry.audience, entry.text) == ("own", "Bitte an das Ordnungsamt.")
    assert row_of(app, report).answered_at is None
    assert "Ordnungsamt" not in client.get("/api/v1/defects").text
    decided(kim, report, S.ACCEPTED, note="")
    assert client.get(f"/api/v1/defects/{report}").status_code == 200
    assert "Ordnungsamt" not in client.get(f"/api/v1/defects/{report}").text


def test_who_was_slower_sees_what_stands_there_now_and_changes_nothing(app: Flask) -> None:
    kim, alex, report = clerk(app), clerk(app, "alex@alpha.de"), make_defect(app, **UNPUBLISHED)
    version = shown(alex, report)["version"]
    decided(kim, report, S.IN_PROGRESS)
    answer = decide(alex, report, S.RESOLVED, version=version)
    assert (answer.status_code, answer.json["code"]) == (412, "precondition-failed")
    assert answer.json["current"]["status"] == "in_progress"
    assert "Kim" in [line["by"] for line in answer.json["current"]["history"]]
    assert row_of(app, report).status is S.IN_PROGRESS


@pytest.mark.parametrize("deed", ["messages", "withdrawal"])
def test_what_its_reporter_does_meanwhile_a_clerk_sees_before_answering(
    app: Flask, client: TenantClient, deed: str
) -> None:
    kim, report = clerk(app), make_defect(app, status=S.QUESTION, answered_at=datetime.now(UTC))
    version = shown(kim, report)["version"]
    body = {"id": str(uuid.uuid4()), "text": "Am zweiten Mast."} if deed == "messages" else None
    answer = client.post(f"/api/v1/defects/{report}/{deed}", json=body, headers={"Authorization": f"Bearer {SECRET}"})
    assert answer.status_code == 200
    late = decide(kim, report, S.IN_PROGRESS, version=version)
    assert late.status_code == 412
    assert late.json["current"]["reply"] == (deed == "messages")
    assert (late.json["current"]["status"] == "withdrawn") == (deed == "withdrawal")


def test_of_two_clerks_at_the_same_moment_one_decides(app: Flask) -> None:
    desks, report = [clerk(app), clerk(app, "alex@alpha.de")], make_defect(app, **UNPUBLISHED)
    barrier, given = Barrier(2), []

    def press(number: int) -> None:
        barrier.wait()
        answer = decide(desks[number], report, (S.IN_PROGRESS, S.RESOLVED)[number], version=1)
        given.append(answer.status_code)

    threads = [Thread(target=press, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(given) == [200, 412]
    assert len([one for one in entries_of(app, report) if one.text]) == 1


def test_a_step_without_a_version_is_refused(app: Flask) -> None:
    report = make_defect(app)
    answer = clerk(app).api("POST", f"/defects/{report}/decision", enough(S.RESOLVED))
    assert answer.status_code == 428


@pytest.mark.parametrize("day", [-1, 1200])
def test_a_repair_is_planned_for_a_day_that_can_be(app: Flask, day: int) -> None:
    expected = (today() + timedelta(days=day)).isoformat()
    answer = decide(clerk(app), make_defect(app), S.SCHEDULED, expected_on=expected)
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["expected_on"])


def test_places_in_an_answer_are_filled_in_and_none_is_left(app: Flask, client: TenantClient) -> None:
    kim, report = clerk(app), make_defect(app)
    refused = decide(kim, report, S.IN_PROGRESS, note="Wir tauschen sie bis {date}.")
    assert (refused.status_code, list(refused.json["errors"])) == (422, ["note"])
    assert decide(kim, report, S.IN_PROGRESS, note="Am {mast}.").status_code == 422
    day = today() + timedelta(days=3)
    note = "{number}: bis {date}, {place}."
    decided(kim, report, S.SCHEDULED, note=note, expected_on=day.isoformat())
    said = client.get(f"/api/v1/defects/{report}").json["note"]
    assert said.startswith("A-2026-0001: bis ") and f"{day:%d.%m.}" in said and said.endswith("Bahnhofstraße 12.")
    decided(kim, report, S.FORWARDED, note="Zuständig ist {office}.")
    assert client.get(f"/api/v1/defects/{report}").json["note"] == "Zuständig ist Landesbetrieb."


def test_who_answers_first_goes_on_with_it(app: Flask) -> None:
    report = make_defect(app, **UNPUBLISHED)
    decided(clerk(app), report, S.IN_PROGRESS)
    answer = decided(clerk(app, "alex@alpha.de"), report, S.RESOLVED)
    assert answer["assignee"]["name"] == "Kim"


def test_a_contact_stays_while_a_report_is_open_and_goes_a_month_after(app: Flask) -> None:
    kim, report = clerk(app), make_defect(app)
    give_contact(app, report)
    closed = datetime.fromisoformat(decided(kim, report, S.RESOLVED)["contact_until"])
    assert timedelta(days=29) < closed - datetime.now(UTC) < timedelta(days=31)
    opened = datetime.fromisoformat(decided(kim, report, S.IN_PROGRESS)["contact_until"])
    assert opened - datetime.now(UTC) > timedelta(days=300)


def test_the_reporter_gets_mail_with_the_answer(app: Flask) -> None:
    kim, report = clerk(app), make_defect(app)
    give_contact(app, report, mail_updates=True)
    assert shown(kim, report)["told"] == {"reporter": True, "followers": 0}
    decided(kim, report, S.IN_PROGRESS)
    (mail,) = mails(app)
    assert mail["to"] == "geheim@example.org" and NOTE in mail["text"]


def test_what_is_too_much_or_of_another_kind_is_refused(app: Flask) -> None:
    kim, report = clerk(app), make_defect(app)
    bad: list[dict[str, Any]] = [
        {"status": "lost"}, {"note": "x" * 4001}, {"title": "x" * 201}, {"title": "a\nb"}, {"reason": "no"},
        {"public_text": "x" * 4001}, {"expected_on": "morgen"}, {"forwarded": {"name": "x", "email": "x"}},
        {"photos": [{"id": str(report), "public": True, "redactions": [[0, 0, 2, 1]]}]}, {"insist": "ja"},
        {"photos": [{"id": str(report), "public": True, "redactions": [[0, 0, 1]]}]}, {"unknown": 1},
    ]  # fmt: skip
    for details in bad:
        body = enough(S.RESOLVED) | details
        answer = kim.api("POST", f"/defects/{report}/decision", body, version=1)
        assert answer.status_code == 422, details
    assert row_of(app, report).version == 1


def test_nothing_is_told_of_what_nobody_sees(app: Flask) -> None:
    kim, report = clerk(app), make_defect(app, **UNPUBLISHED)
    answer = decide(kim, report, None, public_text="Neu.")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["status"])
    for status in NEVER_PUBLIC:
        change_defect(app, report, status=status)
        assert decide(kim, report, None, note="").status_code == 422


@pytest.mark.parametrize("place", [None, "Am Hafen"])
def test_the_place_of_a_report_that_nobody_has_seen_yet_is_filled_in(
    app: Flask, client: TenantClient, place: str | None
) -> None:
    template = {"title": "Hier", "status": "in_progress", "text": "Ort: {place}"}
    make_defect_category(app, templates=[template])
    kim, report = clerk(app), make_defect(app, **UNPUBLISHED, address="Weg 3, bei Frau Müller")
    proposed = "Weg 3, bei [Name verdeckt]"
    assert [one["text"] for one in shown(kim, report)["templates"]] == [f"Ort: {proposed}"]
    decided(kim, report, S.IN_PROGRESS, note=template["text"], public_place=place)
    assert client.get(f"/api/v1/defects/{report}").json["note"] == f"Ort: {place or proposed}"


@pytest.mark.parametrize("name", [" ", "\u200b", "\u2028"])
def test_an_office_has_a_name(app: Flask, name: str) -> None:
    report = make_defect(app)
    answer = decide(clerk(app), report, S.FORWARDED, forwarded={"name": name, "email": None})
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["forwarded"])


def test_the_name_of_an_office_is_one_line_wherever_it_stands(app: Flask) -> None:
    report = make_defect(app)
    give_contact(app, report, mail_updates=True)
    decided(clerk(app), report, S.FORWARDED, forwarded={"name": "Land\u2028und Kreis", "email": None})
    (mail,) = mails(app)
    assert mail["subject"].endswith("Weitergeleitet an Land und Kreis")


def test_an_answer_without_a_state_is_not_lost(app: Flask) -> None:
    report = make_defect(app)
    answer = decide(clerk(app), report, None, note="Kommt noch.")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["status"])


@pytest.mark.parametrize(("step", "details"), [({"title": "Lampe"}, {}), ({"hidden": True}, {"hidden": True})])
def test_colleagues_learn_who_has_changed_what_everybody_sees(
    app: Flask, client: TenantClient, step: dict[str, Any], details: dict[str, Any]
) -> None:
    kim, report = clerk(app), make_defect(app)
    history = decided(kim, report, None, note="", **step)["history"]
    (line,) = [line for line in history if line["kind"] == "text"]
    assert (line["audience"], line["by"], line["details"]) == ("internal", "Kim", details)
    own = client.get(f"/api/v1/defects/{report}/own", headers={"Authorization": f"Bearer {SECRET}"})
    assert "Kim" not in own.text


@pytest.mark.parametrize("email", ["x", "ü@land.example", "a@land.example\u2028", "a@land.example\nBcc: b@c.de"])
def test_an_office_is_given_a_report_where_mail_arrives(app: Flask, email: str) -> None:
    answer = decide(clerk(app), make_defect(app), S.FORWARDED, forwarded={"name": "Land", "email": email})
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["forwarded"])
