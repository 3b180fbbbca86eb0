# SPDX-License-Identifier: EUPL-1.2
"""Guessing is slowed down, failures stay counted, and nobody can lock the owner out."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from backend.accounts.operations.signing_in import CODE_TRIES, PASSWORD_TRIES, WRONG_CODES
from backend.accounts.routes import GUESSES
from backend.db import db
from backend.jobs import scope
from backend.problems import TooMany
from backend.throttle import Limit, ThrottleCounter, network, take
from tests.accounts.people import PASSWORD, at_work, desk, log_of, make_person
from tests.accounts.test_second_factor import require_second_factor
from tests.factories import tenant_id

LIMIT = Limit("test", 3, 60)


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashing is not what is tried here."""
    monkeypatch.setattr("backend.accounts.passwords.matches", lambda _stored, given: given == PASSWORD)


def counters(app: Flask) -> list[int]:
    with scope(app, None, write=False):
        return sorted(db.session.scalars(select(ThrottleCounter.tries)))


def test_a_try_stays_counted_whatever_the_answer(app: Flask) -> None:
    browser = desk(app)
    browser.api("GET", "/session")
    assert browser.api("POST", "/session", {"email": "a@b.de", "password": "falsch"}).status_code == 401
    assert browser.api("POST", "/session", {"email": 5}).status_code == 422
    assert browser.api("POST", "/session", {}, headers={"X-CSRF-Token": "x"}).status_code == 403
    assert counters(app) == [1, 3]


def test_a_foreign_page_does_not_use_up_the_tries_of_the_town_hall(app: Flask) -> None:
    browser = desk(app)
    browser.api("GET", "/session")
    for _ in range(3):
        assert browser.api("POST", "/session", {}, headers={"Origin": "https://anderswo.example"}).status_code == 403
    assert counters(app) == []


def test_too_many_guesses_at_one_account_must_wait(app: Flask) -> None:
    make_person(app, "kim@alpha.de")
    for email in ("kim@alpha.de", "niemand@alpha.de"):
        browser = desk(app)
        given = [browser.sign_in(email, "falsch").status_code for _ in range(PASSWORD_TRIES.tries + 1)]
        assert given == [401] * PASSWORD_TRIES.tries + [429]
        answer = browser.sign_in(email, PASSWORD)
        assert answer.status_code == 429 and answer.json["code"] == "too-many"
        assert 0 < int(answer.headers["Retry-After"]) <= PASSWORD_TRIES.seconds + 1
    assert log_of(app) == ["session.refused"] * 2 * PASSWORD_TRIES.tries


def test_the_owner_still_gets_in_where_she_was_before(app: Flask) -> None:
    owner = at_work(app, "kim@alpha.de")
    owner.api("DELETE", "/session")
    thief = desk(app)
    for _ in range(PASSWORD_TRIES.tries + 1):
        answer = thief.sign_in("kim@alpha.de", "falsch")
    assert answer.status_code == 429
    assert owner.sign_in("kim@alpha.de").status_code == 200


def test_who_has_the_password_does_not_guess_the_code_by_signing_in_again_and_again(app: Flask) -> None:
    make_person(app, "kim@alpha.de")
    require_second_factor(app, "kim@alpha.de")
    given = []
    for _ in range(CODE_TRIES.tries // WRONG_CODES + 1):
        thief = desk(app)
        thief.sign_in("kim@alpha.de")
        given += [thief.api("POST", "/session/code", {"code": "000000 "}).status_code for _ in range(WRONG_CODES)]
    assert given == [401] * CODE_TRIES.tries + [429] * WRONG_CODES


def test_the_mark_of_a_browser_helps_its_owner_only(app: Flask) -> None:
    insider = at_work(app, "alex@alpha.de")
    make_person(app, "kim@alpha.de")
    given = [insider.sign_in("kim@alpha.de", "falsch").status_code for _ in range(PASSWORD_TRIES.tries + 1)]
    assert given[-1] == 429
    forged = desk(app)
    forged.set_cookie("device", "x." + "0" * 64, domain="alpha.localhost")
    assert forged.sign_in("kim@alpha.de", PASSWORD).status_code == 429


def test_one_network_cannot_try_one_account_after_the_other(app: Flask) -> None:
    known = at_work(app, "kim@alpha.de")
    browser = desk(app)
    given = {browser.sign_in(f"{number}@alpha.de", "falsch").status_code for number in range(GUESSES.tries - 1)}
    assert given == {401}
    assert browser.sign_in("letzte@alpha.de", "falsch").status_code == 429
    assert known.sign_in("kim@alpha.de").status_code == 200
    from_elsewhere = desk(app)
    from_elsewhere.environ_base["REMOTE_ADDR"] = "192.0.2.7"
    assert from_elsewhere.sign_in("kim@alpha.de").status_code == 200


def test_who_signs_in_often_is_not_slowed_down(app: Flask) -> None:
    make_person(app, "kim@alpha.de")
    for _ in range(PASSWORD_TRIES.tries + 3):
        browser = desk(app)
        assert browser.sign_in("kim@alpha.de").status_code == 200


def test_tries_at_the_same_moment_are_all_counted(app: Flask) -> None:
    alpha = tenant_id(app, "alpha")

    def one(_number: int) -> bool:
        with scope(app, alpha, write=False):
            try:
                take(LIMIT, "jemand")
            except TooMany:
                return False
        return True

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(one, range(12))) == LIMIT.tries
    assert counters(app) == [12]


def test_counters_name_nobody_and_are_forgotten(app: Flask) -> None:
    with scope(app, None):
        db.session.add(ThrottleCounter(key="alt", tries=9, ends_at=datetime.now(UTC) - timedelta(minutes=1)))
    with scope(app, tenant_id(app, "alpha"), write=False):
        take(LIMIT, "kim@alpha.de")
    with scope(app, None, write=False):
        rows = [(len(row.key), row.tries) for row in db.session.scalars(select(ThrottleCounter))]
    assert rows == [(64, 1)]


def test_one_line_of_ipv6_is_one_caller() -> None:
    assert network("2001:db8:1:2:3::4") == network("2001:db8:1:2::9") != network("2001:db8:1:3::9")
    assert network("192.0.2.1") == network("::ffff:192.0.2.1") == "192.0.2.1"
    assert network("::ffff:192.0.2.1") != network("::ffff:192.0.2.2")
    assert network(None) == "unknown"
