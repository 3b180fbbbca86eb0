# SPDX-License-Identifier: EUPL-1.2
"""People, roles, the log, and going from one municipality to another."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import delete, select, update

from backend.accounts.models import Membership, StaffSession, StaffToken
from backend.audit import AuditEntry, AuditIsAppendOnly, note
from backend.db import TenancyError, db
from backend.jobs import scope
from tests.accounts.people import Desk, at_work, desk, log_of, make_person
from tests.factories import tenant_id


def members(browser: Desk) -> dict[str, Any]:
    """The people by mail address."""
    return {row["email"]: row for row in browser.api("GET", "/people").json}


def test_an_admin_sees_and_changes_roles_and_they_count_at_once(app: Flask) -> None:
    admin, kim = at_work(app, "ada@alpha.de", ("ADMIN",)), at_work(app, "kim@alpha.de")
    seen = members(admin)
    assert seen["ada@alpha.de"]["you"] and not seen["kim@alpha.de"]["you"]
    assert seen["kim@alpha.de"]["roles"] == ["EDITOR"] and seen["kim@alpha.de"]["last_seen_at"]
    path = f"/people/{seen['kim@alpha.de']['id']}"
    assert kim.api("PUT", path, {"roles": ["ADMIN"]}, version=1).status_code == 403
    answer = admin.api("PUT", path, {"roles": ["ADMIN", "CLERK"]}, version=1)
    assert (answer.status_code, answer.json["roles"], answer.headers["ETag"]) == (200, ["ADMIN", "CLERK"], '"2"')
    assert kim.api("GET", "/people").status_code == 200
    for bad in ([], ["CHEF"], None):
        assert admin.api("PUT", path, {"roles": bad}, version=2).status_code == 422
    entry = admin.api("GET", "/audit").json[0]
    assert (entry["actor"], entry["action"], entry["subject"]) == ("Ada", "roles.changed", "Kim")
    assert entry["details"] == {"before": ["EDITOR"], "after": ["ADMIN", "CLERK"]}


def test_two_admins_who_change_the_same_person_are_told(app: Flask) -> None:
    admin = at_work(app, "ada@alpha.de", ("ADMIN",))
    make_person(app, "kim@alpha.de")
    path = f"/people/{members(admin)['kim@alpha.de']['id']}"
    assert admin.api("PUT", path, {"roles": ["CLERK"]}, version=1).json["version"] == 2
    for method, body in (("PUT", {"roles": ["ADMIN"]}), ("DELETE", None)):
        assert admin.api(method, path, body).json["code"] == "precondition-required"
        answer = admin.api(method, path, body, version=1)
        assert (answer.status_code, answer.json["code"]) == (412, "precondition-failed")
        assert answer.json["current"] == members(admin)["kim@alpha.de"]
    assert members(admin)["kim@alpha.de"]["roles"] == ["CLERK"]
    assert admin.api("DELETE", path, version=2).status_code == 204
    assert admin.api("DELETE", path, version=2).status_code == 404


def test_the_last_admin_stays(app: Flask) -> None:
    admin = at_work(app, "ada@alpha.de", ("ADMIN",))
    at_work(app, "bea@beta.de", ("ADMIN",), "beta")
    path = f"/people/{members(admin)['ada@alpha.de']['id']}"
    for method, body in (("PUT", {"roles": ["EDITOR"]}), ("DELETE", None)):
        answer = admin.api(method, path, body, version=1)
        assert (answer.status_code, answer.json["code"]) == (409, "last-admin")
    make_person(app, "eva@alpha.de", ("ADMIN",))
    assert admin.api("DELETE", path, version=1).status_code == 204
    assert admin.api("GET", "/session").json["state"] == "anonymous"


def test_who_is_removed_here_keeps_working_elsewhere_and_comes_back_as_a_stranger(app: Flask) -> None:
    here, there = at_work(app, "kim@alpha.de"), at_work(app, "kim@alpha.de", slug="beta")
    admin = at_work(app, "ada@alpha.de", ("ADMIN",))
    member = members(admin)["kim@alpha.de"]
    assert admin.api("DELETE", f"/people/{member['id']}", version=member["version"]).status_code == 204
    assert there.api("GET", "/session").json["state"] == "signed-in"
    make_person(app, "kim@alpha.de")
    assert here.api("GET", "/session").json["state"] == "anonymous"


def test_two_admins_who_remove_each_other_at_once_leave_one(app: Flask) -> None:
    browsers = [at_work(app, "ada@alpha.de", ("ADMIN",)), at_work(app, "eva@alpha.de", ("ADMIN",))]
    seen = members(browsers[0])
    targets = [seen["eva@alpha.de"]["id"], seen["ada@alpha.de"]["id"]]
    with ThreadPoolExecutor(2) as pool:
        pairs = zip(browsers, targets, strict=True)
        list(pool.map(lambda pair: pair[0].api("DELETE", f"/people/{pair[1]}", version=1), pairs))
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert len(db.session.scalars(select(Membership)).all()) == 1


def test_the_log_is_paged_and_belongs_to_the_municipality(app: Flask) -> None:
    with scope(app, tenant_id(app, "alpha")):
        for number in range(5):
            note("test", None, f"Zeile {number}")
    admin = at_work(app, "ada@alpha.de", ("ADMIN",))
    page = admin.api("GET", "/audit?page_size=2&page=2")
    assert [row["subject"] for row in page.json] == ["Zeile 3", "Zeile 2"]
    assert '"total": 6' in page.headers["X-Pagination"]
    assert at_work(app, "bea@beta.de", ("ADMIN",), "beta").api("GET", "/audit").json[0]["actor"] == "Bea"
    assert len(log_of(app, "beta")) == 1


def test_the_log_is_never_changed_or_deleted(app: Flask) -> None:
    alpha = tenant_id(app, "alpha")
    with scope(app, alpha):
        note("test", None)
    with pytest.raises(AuditIsAppendOnly), scope(app, alpha):
        db.session.scalars(select(AuditEntry)).one().action = "anders"
        db.session.flush()
    with pytest.raises(AuditIsAppendOnly), scope(app, alpha):
        db.session.delete(db.session.scalars(select(AuditEntry)).one())
        db.session.flush()
    for statement in (update(AuditEntry).values(action="anders"), delete(AuditEntry)):
        with pytest.raises(AuditIsAppendOnly), scope(app, alpha):
            db.session.execute(statement)
    assert log_of(app) == ["test"]


def switched(app: Flask) -> tuple[Desk, str]:
    """Kim, signed in in alpha and member of beta, and the secret that leads there."""
    make_person(app, "kim@alpha.de", ("ADMIN",), "beta")
    browser = at_work(app, "kim@alpha.de")
    answer = browser.api("POST", "/switch", {"slug": "beta"})
    url, _, token = answer.json["url"].partition("#")
    assert url == "http://beta.localhost:8000/redaktion/wechsel"
    return browser, token


def arrive(app: Flask, token: str, slug: str = "beta") -> Any:
    browser = desk(app, slug)
    browser.api("GET", "/session")
    return browser.api("POST", "/switch/redemption", {"token": token})


def test_one_sign_in_leads_into_every_municipality_of_a_person(app: Flask) -> None:
    browser, token = switched(app)
    state = browser.api("GET", "/session").json
    assert [(one["slug"], one["origin"]) for one in state["municipalities"]] == [
        ("alpha", "http://alpha.localhost:8000"),
        ("beta", "http://beta.localhost:8000"),
    ]
    answer = arrive(app, token)
    assert answer.json["state"] == "signed-in" and answer.json["person"]["roles"] == ["ADMIN"]
    assert browser.api("GET", "/session").json["person"]["roles"] == ["EDITOR"]
    assert {row["municipality"] for row in browser.api("GET", "/sessions").json} == {"Alpha", "Beta"}
    assert log_of(app, "beta") == ["session.begun"]


def test_the_way_over_is_open_once_for_thirty_seconds_and_in_one_direction(app: Flask) -> None:
    _browser, token = switched(app)
    assert arrive(app, token, "alpha").status_code == 404
    with ThreadPoolExecutor(3) as pool:
        given = sorted(pool.map(lambda _number: arrive(app, token).status_code, range(3)))
    assert given == [200, 404, 404]
    _again, late = switched_again(app)
    with scope(app, None):
        for row in db.session.scalars(select(StaffToken)):
            row.expires_at -= timedelta(seconds=31)
    assert arrive(app, late).status_code == 404


def switched_again(app: Flask) -> tuple[Desk, str]:
    browser = desk(app)
    browser.sign_in("kim@alpha.de")
    return browser, browser.api("POST", "/switch", {"slug": "beta"}).json["url"].partition("#")[2]


def test_going_back_and_forth_prolongs_no_sign_in(app: Flask) -> None:
    _browser, token = switched(app)
    with scope(app, None):
        row = db.session.scalars(select(StaffSession)).one()
        end = row.expires_at = row.expires_at - timedelta(days=10)
    assert arrive(app, token).status_code == 200
    with scope(app, None, write=False):
        assert set(db.session.scalars(select(StaffSession.expires_at))) == {end}


def test_the_way_over_is_closed_once_the_session_has_ended(app: Flask) -> None:
    browser, token = switched(app)
    assert browser.api("DELETE", "/sessions").status_code == 200
    assert arrive(app, token).status_code == 404


def test_nobody_switches_to_where_there_is_no_membership(app: Flask) -> None:
    browser = at_work(app, "kim@alpha.de")
    for slug in ("beta", "gibtsnicht"):
        assert browser.api("POST", "/switch", {"slug": slug}).status_code == 404


def test_reading_across_municipalities_gives_columns_only(app: Flask) -> None:
    make_person(app, "kim@alpha.de", slug="beta")
    options = {"across_tenants": True}
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert len(db.session.execute(select(Membership.roles), execution_options=options).all()) == 1
        with pytest.raises(TenancyError):
            db.session.execute(select(Membership), execution_options=options)
    with pytest.raises(TenancyError), scope(app, tenant_id(app, "alpha")):
        db.session.execute(delete(Membership), execution_options=options)
