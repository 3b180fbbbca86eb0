# SPDX-License-Identifier: EUPL-1.2
"""A link leads where it was meant to lead, and only as long as nothing has changed behind it."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import update

from backend.accounts import passwords
from backend.accounts.models import StaffAccount
from backend.bulk import change_rows
from backend.jobs import scope
from tests.accounts.people import PASSWORD, Desk, at_work, desk, mails, make_person, secret_of
from tests.accounts.test_invitations import NEW, accept, invited, reset_token, stranger

KIM = "kim@alpha.de"


def switch_token(browser: Desk) -> str:
    return str(browser.api("POST", "/switch", {"slug": "beta"}).json["url"].partition("#")[2])


def test_a_link_of_one_kind_opens_nothing_of_another(app: Flask) -> None:
    make_person(app, KIM, slug="beta")
    browser = at_work(app, KIM)
    over = switch_token(browser)
    for path in ("/password-reset/look", "/invitations/look"):
        assert stranger(app, "beta").api("POST", path, {"token": over}).status_code == 404
    reset = reset_token(app)
    for path in ("/switch/redemption", "/invitations/look"):
        assert stranger(app).api("POST", path, {"token": reset}).status_code == 404


def test_a_password_link_counts_in_its_municipality_only(app: Flask) -> None:
    make_person(app, KIM)
    make_person(app, KIM, slug="beta")
    token = reset_token(app)
    foreign = stranger(app, "beta")
    assert foreign.api("POST", "/password-reset/look", {"token": token}).status_code == 404
    body = {"token": token, "password": NEW["password"]}
    assert foreign.api("POST", "/password-reset/confirmation", body).status_code == 404
    assert stranger(app).api("POST", "/password-reset/confirmation", body).status_code == 204


def test_a_changed_password_makes_the_links_for_one_worthless(app: Flask) -> None:
    browser = at_work(app, KIM)
    token = reset_token(app)
    assert browser.api("POST", "/password", {"current": PASSWORD, "password": NEW["password"]}).status_code == 204
    assert stranger(app).api("POST", "/password-reset/look", {"token": token}).status_code == 404


def with_another_password_meanwhile(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whenever a password turns out right, somebody sets another one before the sign-in is written."""
    right = passwords.matches

    def matches(stored: str, given: str) -> bool:
        good = right(stored, given)
        if good:
            with scope(app, None):
                change_rows(update(StaffAccount).values(password_hash="another"))
        return good

    monkeypatch.setattr(passwords, "matches", matches)


def test_a_sign_in_does_not_outrun_a_new_password(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    make_person(app, KIM)
    with_another_password_meanwhile(app, monkeypatch)
    answer = desk(app).sign_in(KIM)
    assert (answer.status_code, answer.json["code"]) == (401, "wrong-sign-in")


def test_an_acceptance_does_not_outrun_a_new_password(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    make_person(app, "neu@alpha.de", slug="beta")
    token = invited(app)
    with_another_password_meanwhile(app, monkeypatch)
    assert accept(stranger(app), token, password=PASSWORD).status_code == 409
    monkeypatch.undo()
    assert stranger(app).api("POST", "/invitations/look", {"token": token}).status_code == 200


def test_whoever_guesses_at_a_link_of_a_known_person_is_slowed_down(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_person(app, "neu@alpha.de", slug="beta")
    token = invited(app)
    monkeypatch.setattr(passwords, "matches", lambda _stored, given: given == PASSWORD)
    given: list[Any] = [accept(stranger(app), token, password="geraten").status_code for _ in range(11)]
    assert given == [401] * 10 + [429]
    assert accept(stranger(app), token, password=PASSWORD).status_code == 429
    assert len(mails(app)) == 1 and secret_of(mails(app)[0]) == token
