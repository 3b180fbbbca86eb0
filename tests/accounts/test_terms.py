# SPDX-License-Identifier: EUPL-1.2
"""Where a second factor is asked for, a password alone leads to setting one up, and after fourteen days to nothing."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from backend.accounts.models import Membership, StaffSettings
from backend.accounts.operations import settings
from backend.db import db
from backend.jobs import scope
from tests.accounts.people import PASSWORD, Desk, at_work, desk, log_of, make_person
from tests.accounts.test_second_factor import code, municipality_requires, require_second_factor
from tests.factories import tenant_id

KIM, ADA = "kim@alpha.de", "ada@alpha.de"


def joined(app: Flask, email: str, days: int, slug: str = "alpha") -> None:
    """A member since some days."""
    account_id = make_person(app, email, ("ADMIN",) if email == ADA else ("EDITOR",), slug)
    with scope(app, tenant_id(app, slug)):
        row = db.session.scalars(select(Membership).where(Membership.account_id == account_id)).one()
        row.created_at = datetime.now(UTC) - timedelta(days=days)


def signed_in(app: Flask, email: str) -> Any:
    return desk(app).sign_in(email)


def admin(app: Flask) -> Desk:
    """Ada, who has a second factor."""
    make_person(app, ADA, ("ADMIN",))
    require_second_factor(app, ADA)
    browser = desk(app)
    browser.sign_in(ADA)
    assert browser.api("POST", "/session/code", {"code": code()}).status_code == 200
    return browser


@pytest.mark.parametrize(("member", "requirement", "days_left"), [(100, 3, 11), (3, 100, 11), (0, 0, 14), (13, 13, 1)])
def test_the_days_count_from_joining_or_from_the_requirement(
    app: Flask, member: int, requirement: int, days_left: int
) -> None:
    joined(app, KIM, member)
    municipality_requires(app, days=requirement)
    answer = signed_in(app, KIM)
    assert answer.json["state"] == "setup"
    due = datetime.fromisoformat(answer.json["person"]["second_factor_due"])
    assert abs(due - datetime.now(UTC) - timedelta(days=days_left)) < timedelta(minutes=1)
    listed = {row["email"]: row for row in admin(app).api("GET", "/people").json}
    assert datetime.fromisoformat(listed[KIM]["second_factor_due"]) == due
    assert listed[ADA]["second_factor_due"] is None


def test_an_update_locks_nobody_out(app: Flask) -> None:
    joined(app, KIM, 1000)
    municipality_requires(app)
    with scope(app, tenant_id(app, "alpha")):
        db.session.delete(db.session.scalars(select(StaffSettings)).one())
    answer = signed_in(app, KIM)
    assert (answer.json["state"], answer.json["person"]["second_factor_due"]) == ("setup", None)
    with scope(app, tenant_id(app, "alpha")):
        settings.plant(dict.fromkeys(settings.SWITCHES, False), True, datetime.now(UTC))
    due = datetime.fromisoformat(signed_in(app, KIM).json["person"]["second_factor_due"])
    assert due > datetime.now(UTC) + timedelta(days=13)


def test_nobody_is_hurried_where_none_is_asked_for(app: Flask) -> None:
    joined(app, KIM, 1000)
    assert signed_in(app, KIM).json["person"]["second_factor_due"] is None


def test_after_its_days_a_password_leads_nowhere_and_the_log_says_so(app: Flask) -> None:
    joined(app, KIM, 15)
    early = desk(app)
    early.sign_in(KIM)
    municipality_requires(app, days=15)
    assert early.api("GET", "/session").json["state"] == "anonymous"
    assert early.api("POST", "/second-factor").status_code == 401
    before = log_of(app)
    answer = signed_in(app, KIM)
    assert (answer.status_code, answer.json["code"]) == (403, "second-factor-overdue")
    assert log_of(app) == [*before, "session.refused"]
    wrong = desk(app).sign_in(KIM, "geraten")
    assert (wrong.status_code, wrong.json["code"]) == (401, "wrong-sign-in")


def test_who_has_a_second_factor_is_never_overdue(app: Flask) -> None:
    joined(app, KIM, 100)
    municipality_requires(app, days=100)
    require_second_factor(app, KIM)
    assert signed_in(app, KIM).json["state"] == "code"


def test_an_admin_gives_new_days(app: Flask) -> None:
    joined(app, KIM, 100)
    municipality_requires(app, days=100)
    browser = admin(app)
    member = next(row for row in browser.api("GET", "/people").json if row["email"] == KIM)
    answer = browser.api("POST", f"/people/{member['id']}/second-factor-term")
    assert answer.json["version"] == member["version"] + 1
    assert datetime.fromisoformat(answer.json["second_factor_due"]) > datetime.now(UTC) + timedelta(days=13)
    assert signed_in(app, KIM).json["state"] == "setup"
    assert "second-factor.term-renewed" in log_of(app)


def test_the_operator_gives_new_days(app: Flask) -> None:
    joined(app, KIM, 100)
    municipality_requires(app, days=100)
    assert app.test_cli_runner().invoke(args=["staff", "reset-second-factor", KIM]).exit_code == 0
    assert signed_in(app, KIM).json["state"] == "setup"


def test_nobody_slips_in_from_another_municipality(app: Flask) -> None:
    joined(app, KIM, 100, "beta")
    municipality_requires(app, "beta", days=100)
    url = at_work(app, KIM).api("POST", "/switch", {"slug": "beta"}).json["url"]
    browser = desk(app, "beta")
    browser.api("GET", "/session")
    answer = browser.api("POST", "/switch/redemption", {"token": url.partition("#")[2]})
    assert (answer.status_code, answer.json["code"]) == (403, "second-factor-overdue")
    assert log_of(app, "beta") == ["session.refused"]


def test_the_second_factor_stays_while_any_municipality_of_the_person_asks_for_it(app: Flask) -> None:
    make_person(app, KIM, slug="beta")
    browser = at_work(app, KIM)
    require_second_factor(app, KIM)
    municipality_requires(app, "beta")
    answer = browser.api("POST", "/second-factor/removal", {"password": PASSWORD})
    assert (answer.status_code, answer.json["code"]) == (403, "forbidden")
    assert browser.api("GET", "/session").json["person"]["second_factor"] is True
