# SPDX-License-Identifier: EUPL-1.2
"""The only ways in: invitations and password links. Looking uses nothing up, using works once, time runs out."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from backend.accounts.models import Invitation, Membership, StaffAccount, StaffToken
from backend.accounts.operations import signing_in
from backend.db import db
from backend.jobs import scope
from backend.throttle import Limit
from tests.accounts.people import API, PASSWORD, Desk, at_work, desk, log_of, mails, make_person, secret_of
from tests.accounts.test_second_factor import require_second_factor
from tests.factories import tenant_id

NEW = {"name": "Neu Hier", "password": "noch ein langes Passwort"}


def invited(app: Flask, email: str = "neu@alpha.de", roles: tuple[str, ...] = ("EDITOR",)) -> str:
    """The secret of an invitation that ada@alpha.de has sent."""
    admin = at_work(app, "ada@alpha.de", ("ADMIN",))
    assert admin.api("POST", "/invitations", {"email": email, "roles": list(roles)}).status_code == 204
    return secret_of(mails(app)[-1])


def stranger(app: Flask, slug: str = "alpha") -> Desk:
    browser = desk(app, slug)
    browser.api("GET", "/session")
    return browser


def accept(browser: Desk, token: str, **body: Any) -> Any:
    return browser.api("POST", "/invitations/acceptance", {"token": token, **NEW, **body})


def expire(app: Flask, model: type[Any]) -> None:
    with scope(app, tenant_id(app, "alpha")):
        for row in db.session.scalars(select(model)):
            row.expires_at -= timedelta(days=30)


def test_an_invited_person_becomes_staff_with_the_offered_roles(app: Flask) -> None:
    token = invited(app, "Neu@Alpha.de", ("EDITOR", "CLERK"))
    mail = mails(app)[-1]
    assert mail["to"] == "neu@alpha.de" and "Ada lädt Sie ein" in mail["text"]
    assert f"http://alpha.localhost:8000/redaktion/einladung#{token}" in mail["text"]
    browser = stranger(app)
    before = browser.cookie()
    answer = accept(browser, token)
    assert answer.json["state"] == "signed-in" and browser.cookie() != before
    assert answer.json["person"] | {"id": None} == {
        "id": None,
        "name": "Neu Hier",
        "email": "neu@alpha.de",
        "roles": ["CLERK", "EDITOR"],
        "second_factor": False,
        "second_factor_due": None,
        "organiser": None,
    }
    assert desk(app).sign_in("neu@alpha.de", NEW["password"]).status_code == 200
    assert log_of(app)[:3] == ["session.begun", "invitation.sent", "invitation.accepted"]


def test_looking_at_a_link_as_mail_scanners_do_uses_nothing_up(app: Flask) -> None:
    token = invited(app)
    for _ in range(3):
        offer = stranger(app).api("POST", "/invitations/look", {"token": token}).json
        assert (offer["email"], offer["roles"], offer["known"]) == ("neu@alpha.de", ["EDITOR"], False)
        stranger(app).get("/redaktion/einladung")
    assert accept(stranger(app), token).status_code == 200


def test_an_invitation_works_once_even_at_the_same_moment(app: Flask) -> None:
    token = invited(app)
    browsers = [stranger(app) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        given = sorted(pool.map(lambda browser: accept(browser, token).status_code, browsers))
    assert given == [200, 404, 404, 404]
    assert accept(stranger(app), token).status_code == 404
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert db.session.scalar(select(func.count(Membership.id))) == 2
        assert db.session.scalar(select(func.count(StaffAccount.id))) == 2


def test_an_invitation_ends_by_time_by_withdrawal_and_by_a_newer_one(app: Flask) -> None:
    first = invited(app)
    admin = desk(app)
    admin.sign_in("ada@alpha.de")
    admin.api("POST", "/invitations", {"email": "neu@alpha.de", "roles": ["CLERK"]})
    second = secret_of(mails(app)[-1])
    assert accept(stranger(app), first).status_code == 404
    expire(app, Invitation)
    assert accept(stranger(app), second).status_code == 404
    row = admin.api("GET", "/invitations").json[0]
    assert row["expired"] is True and "token" not in row
    assert admin.api("DELETE", f"/invitations/{row['id']}").status_code == 204
    assert admin.api("GET", "/invitations").json == []


def test_an_invitation_sent_again_has_a_new_link_and_its_full_time(app: Flask) -> None:
    first = invited(app)
    expire(app, Invitation)
    admin = desk(app)
    admin.sign_in("ada@alpha.de")
    row = admin.api("GET", "/invitations").json[0]
    assert row["expired"] is True
    assert admin.api("POST", f"/invitations/{row['id']}/resend").status_code == 204
    assert stranger(app).api("POST", "/invitations/look", {"token": first}).status_code == 404
    assert [one["expired"] for one in admin.api("GET", "/invitations").json] == [False]
    assert [mail["to"] for mail in mails(app)] == ["neu@alpha.de"] * 2
    assert accept(stranger(app), secret_of(mails(app)[-1])).json["person"]["roles"] == ["EDITOR"]
    assert admin.api("POST", f"/invitations/{row['id']}/resend").status_code == 404
    assert log_of(app).count("invitation.sent") == 2


def test_an_invitation_counts_in_its_municipality_only(app: Flask) -> None:
    token = invited(app)
    for path, body in (("/invitations/look", {}), ("/invitations/acceptance", NEW)):
        assert stranger(app, "beta").api("POST", path, {"token": token, **body}).status_code == 404


def test_who_serves_elsewhere_proves_it_and_keeps_one_account(app: Flask) -> None:
    make_person(app, "neu@alpha.de", ("ADMIN",), "beta")
    require_second_factor(app, "neu@alpha.de")
    token = invited(app)
    assert stranger(app).api("POST", "/invitations/look", {"token": token}).json["known"] is True
    assert accept(stranger(app), token).status_code == 401
    answer = accept(stranger(app), token, password=PASSWORD)
    assert answer.json["state"] == "code"
    with scope(app, None, write=False):
        assert db.session.scalar(select(func.count(StaffAccount.id))) == 2
    assert "invitation.refused" in log_of(app)


@pytest.mark.parametrize("password", ["kurz", "elf Zeichen", "neu@alpha.de", "NEU@alpha.de", ""])
def test_a_password_is_long_and_not_the_address(app: Flask, password: str) -> None:
    token = invited(app)
    answer = accept(stranger(app), token, password=password)
    assert answer.status_code == 422 and "password" in answer.json["errors"]
    assert accept(stranger(app), token).status_code == 200


def test_a_member_is_not_invited_again(app: Flask) -> None:
    admin = at_work(app, "ada@alpha.de", ("ADMIN",))
    assert admin.api("POST", "/invitations", {"email": "ADA@alpha.de", "roles": ["CLERK"]}).status_code == 409
    assert mails(app) == []


@pytest.mark.parametrize("email", ["kein-mail", "a@b.de\nBcc: x@y.de", ""])
def test_only_mail_addresses_are_invited(app: Flask, email: str) -> None:
    admin = at_work(app, "ada@alpha.de", ("ADMIN",))
    assert admin.api("POST", "/invitations", {"email": email, "roles": ["CLERK"]}).status_code == 422


def test_asking_for_a_new_password_tells_nobody_who_works_here(app: Flask) -> None:
    make_person(app, "kim@alpha.de")
    make_person(app, "bea@beta.de", slug="beta")
    answers = []
    for email in ("kim@alpha.de", "niemand@alpha.de", "bea@beta.de"):
        browser = stranger(app)
        given = [browser.api("POST", "/password-reset", {"email": email}) for _ in range(4)]
        answers.append([(answer.status_code, answer.data[:60]) for answer in given])
    assert answers[0] == answers[1] == answers[2]
    assert [status for status, _body in answers[0]] == [204, 204, 204, 429]
    # A mail to nobody is written, too: the time of the answer tells nothing either.
    assert [mail["to"] for mail in mails(app)] == ["kim@alpha.de"] * 3 + [None] * 6


def reset_token(app: Flask) -> str:
    stranger(app).api("POST", "/password-reset", {"email": "kim@alpha.de"})
    return secret_of(mails(app)[-1])


def test_a_new_password_ends_all_sessions_and_leaves_the_second_factor(app: Flask) -> None:
    old = at_work(app, "kim@alpha.de")
    require_second_factor(app, "kim@alpha.de")
    first, token = reset_token(app), reset_token(app)
    browser = stranger(app)
    assert browser.api("POST", "/password-reset/look", {"token": token}).json == {"email": "kim@alpha.de"}
    body = {"token": token, "password": NEW["password"]}
    assert browser.api("POST", "/password-reset/confirmation", body | {"password": "kurz"}).status_code == 422
    assert browser.api("POST", "/password-reset/confirmation", body).status_code == 204
    assert old.api("GET", "/session").json["state"] == "anonymous"
    assert browser.api("GET", "/session").json["state"] == "anonymous"
    for spent in (first, token):
        assert browser.api("POST", "/password-reset/look", {"token": spent}).status_code == 404
    assert desk(app).sign_in("kim@alpha.de").status_code == 401
    assert desk(app).sign_in("kim@alpha.de", NEW["password"]).json["state"] == "code"
    assert "neu festgelegt" in mails(app)[-1]["text"]


def test_a_password_link_works_once_and_for_an_hour(app: Flask) -> None:
    make_person(app, "kim@alpha.de")
    body = {"token": reset_token(app), "password": NEW["password"]}
    browsers = [stranger(app) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        path = "/password-reset/confirmation"
        given = sorted(pool.map(lambda browser: browser.api("POST", path, body).status_code, browsers))
    assert given == [204, 404, 404, 404]
    late = reset_token(app)
    expire(app, StaffToken)
    assert stranger(app).api("POST", "/password-reset/look", {"token": late}).status_code == 404


def test_an_owner_under_attack_gets_in_by_the_link(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    make_person(app, "kim@alpha.de")
    monkeypatch.setattr(signing_in, "PASSWORD_TRIES", Limit("password", 2, 900))
    thief = desk(app)
    assert [thief.sign_in("kim@alpha.de", "falsch").status_code for _ in range(3)] == [401, 401, 429]
    body = {"token": reset_token(app), "password": NEW["password"]}
    owner = stranger(app)
    assert owner.sign_in("kim@alpha.de").status_code == 429
    assert owner.api("POST", "/password-reset/confirmation", body).status_code == 204
    assert owner.sign_in("kim@alpha.de", NEW["password"]).status_code == 200


def test_two_admins_who_invite_the_same_person_at_once_send_one_good_link(app: Flask) -> None:
    browsers = [at_work(app, "ada@alpha.de", ("ADMIN",)), at_work(app, "eva@alpha.de", ("ADMIN",))]
    body = {"email": "neu@alpha.de", "roles": ["EDITOR"]}
    with ThreadPoolExecutor(2) as pool:
        given = set(pool.map(lambda browser: browser.api("POST", "/invitations", body).status_code, browsers))
    assert given <= {204, 409}
    good = [accept(stranger(app), secret_of(mail)).status_code for mail in mails(app)]
    assert good.count(200) == 1


def test_the_own_password_is_changed_with_the_old_one(app: Flask) -> None:
    other, browser = at_work(app, "kim@alpha.de"), desk(app)
    browser.sign_in("kim@alpha.de")
    body = {"current": PASSWORD, "password": NEW["password"]}
    assert browser.api("POST", "/password", body | {"current": "geraten"}).status_code == 401
    assert browser.api("POST", "/password", body | {"password": "kurz"}).status_code == 422
    assert browser.api("POST", "/password", body).status_code == 204
    assert browser.api("GET", "/session").json["state"] == "signed-in"
    assert other.api("GET", "/session").json["state"] == "anonymous"
    assert log_of(app)[-2:] == ["session.ended-everywhere", "password.changed"]


def test_no_secret_stands_in_the_database_a_log_or_an_address(app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    token = invited(app)
    accept(stranger(app), token, password="kurz")
    assert accept(stranger(app), token).status_code == 200
    assert not [record for record in caplog.records if token in record.getMessage() or NEW["password"] in str(record)]
    assert not [rule for rule in app.url_map.iter_rules() if rule.rule.startswith(API) and "token" in rule.rule]
    with scope(app, tenant_id(app, "alpha"), write=False):
        tables = db.metadatas[None].tables if None in db.metadatas else StaffAccount.metadata.tables
        with db.engine.connect() as connection:
            for table in tables.values():
                rows = str(connection.execute(table.select()).all())
                assert token not in rows and NEW["password"] not in rows, table.name
