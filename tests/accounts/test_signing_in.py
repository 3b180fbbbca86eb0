# SPDX-License-Identifier: EUPL-1.2
"""Signing in and out: one answer for strangers and staff, a new cookie each time, sessions that end."""

from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, update

from backend import create_app
from backend.accounts import passwords
from backend.accounts.models import StaffAccount, StaffSession
from backend.accounts.operations.sessions import ABSOLUTE, IDLE, TOUCH
from backend.bulk import change_rows
from backend.config import Settings
from backend.db import db
from backend.jobs import scope
from tests.accounts.people import API, PASSWORD, at_work, desk, log_of, make_person
from tests.conftest import TenantClient


def age(app: Flask, **columns: timedelta) -> None:
    """Move instants of all sessions into the past."""
    with scope(app, None):
        for name, by in columns.items():
            for row in db.session.scalars(select(StaffSession)):
                setattr(row, name, getattr(row, name) - by)


def test_a_member_signs_in_works_and_signs_out(app: Flask) -> None:
    make_person(app, "kim@alpha.de", ("EDITOR", "CLERK"))
    browser = desk(app)
    before = browser.api("GET", "/session").json
    assert before["state"] == "anonymous" and before["person"] is None
    answer = browser.sign_in(" Kim@Alpha.DE ")
    assert answer.json["state"] == "signed-in"
    assert answer.json["person"]["roles"] == ["CLERK", "EDITOR"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert browser.api("GET", "/session").json["person"]["email"] == "kim@alpha.de"
    used = browser.cookie()
    assert browser.api("DELETE", "/session").json["state"] == "anonymous"
    assert browser.cookie() not in ("", used)
    browser.set_cookie("sid", used, domain="alpha.localhost")
    assert browser.api("GET", "/session").json["state"] == "anonymous"
    assert log_of(app) == ["session.begun", "session.ended"]


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_hosts(app: Flask, settings: Settings) -> None:
    plain = desk(app).api("GET", "/session").headers["Set-Cookie"]
    assert plain.startswith("sid=")
    assert "HttpOnly" in plain and "SameSite=Lax" in plain and "Path=/" in plain and "Domain" not in plain
    production = create_app(replace(settings, environment="production", https=True))
    answer = production.test_client().get(f"{API}/session", base_url="https://alpha.example")
    secure = answer.headers["Set-Cookie"]
    assert secure.startswith("__Host-sid=") and "; Secure" in secure and "Domain" not in secure


def test_strangers_and_staff_get_the_same_refusal_after_the_same_work(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_person(app, "kim@alpha.de")
    make_person(app, "beta@beta.de", slug="beta")
    verified = []
    original = passwords.matches
    monkeypatch.setattr(passwords, "matches", lambda stored, given: verified.append(stored) or original(stored, given))
    answers = []
    for email in ("kim@alpha.de", "niemand@alpha.de", "beta@beta.de", "kein name"):
        answer = desk(app).sign_in(email, "nicht das Passwort")
        answers.append((answer.status_code, answer.json, sorted(answer.headers.keys())))
    assert all(answer == answers[0] for answer in answers)
    assert answers[0][0] == 401 and answers[0][1]["code"] == "wrong-sign-in"
    assert len(verified) == 4 and all(stored.startswith("$argon2id$") for stored in verified)
    assert len({stored.split("$")[3] for stored in verified}) == 1


def test_a_refused_sign_in_leaves_a_line_and_never_what_was_typed(app: Flask) -> None:
    make_person(app, "kim@alpha.de")
    desk(app).sign_in("kim@alpha.de", "nicht das Passwort")
    desk(app).sign_in("mein-passwort-im-falschen-feld", "x")
    admin = at_work(app, "ada@alpha.de", ("ADMIN",))
    rows = admin.api("GET", "/audit").json
    assert [(row["action"], row["subject"]) for row in rows] == [
        ("session.begun", ""),
        ("session.refused", ""),
        ("session.refused", "Kim"),
    ]


def test_a_planted_cookie_is_worth_nothing_after_signing_in(app: Flask) -> None:
    make_person(app, "kim@alpha.de")
    victim, thief = desk(app), desk(app)
    thief.api("GET", "/session")
    planted = thief.cookie()
    victim.set_cookie("sid", planted, domain="alpha.localhost")
    assert victim.sign_in("kim@alpha.de").status_code == 200
    assert victim.cookie() != planted
    assert thief.api("GET", "/session").json["state"] == "anonymous"


def test_the_database_never_holds_the_cookie_or_the_password(app: Flask) -> None:
    browser = at_work(app, "kim@alpha.de")
    with scope(app, None, write=False):
        row = db.session.scalars(select(StaffSession)).one()
        assert browser.cookie() not in (row.token_digest, str(row.id))
        assert len(row.token_digest) == 64
        stored = db.session.scalars(select(StaffAccount.password_hash)).one()
    assert stored.startswith("$argon2id$") and PASSWORD not in stored


@pytest.mark.usefixtures("real_hashing")
def test_each_guess_at_a_stolen_password_costs_64_mib_and_three_passes(app: Flask) -> None:
    at_work(app, "kim@alpha.de")
    with scope(app, None, write=False):
        stored = db.session.scalars(select(StaffAccount.password_hash)).one()
    assert stored.startswith("$argon2id$v=19$m=65536,t=3,p=4$")


def test_a_session_of_one_municipality_is_nothing_in_another(app: Flask) -> None:
    make_person(app, "kim@alpha.de", slug="beta")
    browser = at_work(app, "kim@alpha.de")
    other = desk(app, "beta")
    other.set_cookie("sid", browser.cookie(), domain="beta.localhost")
    assert other.api("GET", "/session").json["state"] == "anonymous"
    assert other.api("GET", "/sessions").status_code == 401


@pytest.mark.parametrize(
    ("column", "by", "state"),
    [
        ("last_seen_at", IDLE - timedelta(minutes=1), "signed-in"),
        ("last_seen_at", IDLE + TOUCH, "anonymous"),
        ("expires_at", ABSOLUTE - timedelta(minutes=1), "signed-in"),
        ("expires_at", ABSOLUTE, "anonymous"),
    ],
)
def test_sessions_end_when_idle_and_after_two_weeks(app: Flask, column: str, by: timedelta, state: str) -> None:
    browser = at_work(app, "kim@alpha.de")
    age(app, **{column: by})
    assert browser.api("GET", "/session").json["state"] == state


def test_work_keeps_a_session_alive_and_is_noted_every_five_minutes(app: Flask) -> None:
    browser = at_work(app, "kim@alpha.de")

    def seen() -> object:
        with scope(app, None, write=False):
            return db.session.scalar(select(StaffSession.last_seen_at))

    first = seen()
    browser.api("GET", "/sessions")
    assert seen() == first
    age(app, last_seen_at=timedelta(minutes=20))
    assert browser.api("GET", "/sessions").status_code == 200
    assert seen() > first  # type: ignore[operator]


def test_a_person_sees_the_own_sessions_and_ends_them(app: Flask) -> None:
    first = at_work(app, "kim@alpha.de")
    agent = "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0"
    second = desk(app)
    second.environ_base["HTTP_USER_AGENT"] = agent
    second.sign_in("kim@alpha.de")
    stranger = at_work(app, "alex@alpha.de")
    rows = second.api("GET", "/sessions").json
    assert (rows[0]["device"], rows[0]["current"]) == ("Firefox, Windows", True)
    assert len(rows) == 2
    old = next(row["id"] for row in rows if not row["current"])
    assert stranger.api("DELETE", f"/sessions/{old}").status_code == 404
    assert second.api("DELETE", f"/sessions/{old}").status_code == 204
    assert first.api("GET", "/session").json["state"] == "anonymous"
    assert second.api("DELETE", "/sessions").json["state"] == "anonymous"
    assert second.api("GET", "/sessions").status_code == 401
    assert stranger.api("GET", "/sessions").status_code == 200


def test_old_hashes_are_renewed_when_somebody_signs_in(app: Flask) -> None:
    make_person(app, "kim@alpha.de")
    weak = passwords.PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash(PASSWORD)
    with scope(app, None):
        change_rows(update(StaffAccount).values(password_hash=weak))
    assert desk(app).sign_in("kim@alpha.de").status_code == 200
    with scope(app, None, write=False):
        stored = db.session.scalar(select(StaffAccount.password_hash))
    assert stored is not None and stored != weak and passwords.matches(stored, PASSWORD)


def test_somebody_who_was_removed_is_out_at_once(app: Flask) -> None:
    admin = at_work(app, "ada@alpha.de", ("ADMIN",))
    browser = at_work(app, "kim@alpha.de")
    member = next(row["id"] for row in admin.api("GET", "/people").json if row["email"] == "kim@alpha.de")
    assert admin.api("DELETE", f"/people/{member}", version=1).status_code == 204
    assert browser.api("GET", "/sessions").status_code == 401
    assert desk(app).sign_in("kim@alpha.de").status_code == 401


def test_a_staff_cookie_leaves_public_answers_as_they_are(app: Flask, client: TenantClient) -> None:
    browser = at_work(app, "kim@alpha.de")
    for _ in range(2):
        answer = browser.get("/api/v1/news")
        assert answer.status_code == 200
        assert "Set-Cookie" not in answer.headers and "Cookie" not in answer.headers.get("Vary", "")
