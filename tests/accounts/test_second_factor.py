# SPDX-License-Identifier: EUPL-1.2
"""The second factor: set up, asked for, used once, recovered, required."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from flask import Flask
from sqlalchemy import select

from backend.accounts import passwords
from backend.accounts.models import RecoveryCode, StaffAccount, StaffSettings
from backend.accounts.operations.signing_in import CODE_TRIES
from backend.db import db
from backend.jobs import scope
from backend.reads import bump
from backend.sealing import seal
from backend.tenants.models import Tenant
from tests.accounts.people import PASSWORD, Desk, at_work, desk, log_of, mails, make_person
from tests.factories import NOW, tenant_id

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def require_second_factor(app: Flask, email: str) -> None:
    """Give an account the second factor SECRET."""
    with scope(app, None):
        account = db.session.scalars(select(StaffAccount).where(StaffAccount.email == email)).one()
        account.totp_sealed, account.totp_since = seal(SECRET), NOW


def municipality_requires(app: Flask, slug: str = "alpha", *, days: int = 0) -> None:
    """Set `second_factor = "required"`, as `tenant apply` would have done some days ago."""
    with scope(app, tenant_id(app, slug)):
        row = db.session.scalars(select(Tenant).where(Tenant.slug == slug)).one()
        row.config = row.config | {"staff": {"second_factor": "required"}}
        since = datetime.now(UTC) - timedelta(days=days)
        db.session.add(StaffSettings(four_eyes=False, edited=False, second_factor_since=since))
        bump()


def code(secret: str = SECRET, steps: int = 0) -> str:
    """The code of now, or of some steps of 30 seconds before or after."""
    return pyotp.TOTP(secret).at(int(datetime.now(UTC).timestamp()) + 30 * steps)


def half_way(app: Flask) -> Desk:
    """Kim has typed the password; the code is missing."""
    make_person(app, "kim@alpha.de")
    require_second_factor(app, "kim@alpha.de")
    browser = desk(app)
    answer = browser.sign_in("kim@alpha.de")
    assert answer.json["state"] == "code" and answer.json["person"] is None
    return browser


def test_the_code_completes_the_sign_in_under_a_new_cookie(app: Flask) -> None:
    browser = half_way(app)
    before = browser.cookie()
    spaced = f"{code()[:3]} {code()[3:]}"
    answer = browser.api("POST", "/session/code", {"code": spaced})
    assert answer.json["state"] == "signed-in"
    assert browser.cookie() != before
    assert log_of(app) == ["session.begun"]


def test_a_code_counts_once(app: Flask) -> None:
    used = code()
    assert half_way(app).api("POST", "/session/code", {"code": used}).status_code == 200
    again = desk(app)
    again.sign_in("kim@alpha.de")
    answer = again.api("POST", "/session/code", {"code": used})
    assert (answer.status_code, answer.json["code"]) == (401, "wrong-code")
    assert again.api("POST", "/session/code", {"code": code(steps=1)}).status_code == 200


def test_old_and_invented_codes_are_refused_and_five_of_them_end_the_try(app: Flask) -> None:
    browser = half_way(app)
    wrong = [code(steps=-3), code(steps=3), "000000 ", "abcdef", "１２３４５６"]
    for one in wrong:
        answer = browser.api("POST", "/session/code", {"code": one})
        assert answer.json["code"] == "wrong-code", one
    answer = browser.api("POST", "/session/code", {"code": code()})
    assert answer.json["code"] in ("csrf", "sign-in-required")
    assert log_of(app) == ["session.refused"] * 5


def test_the_code_cannot_be_entered_without_the_password(app: Flask) -> None:
    half_way(app)
    stranger = desk(app)
    stranger.api("GET", "/session")
    assert stranger.api("POST", "/session/code", {"code": code()}).json["code"] == "sign-in-required"


def test_a_member_sets_the_second_factor_up(app: Flask) -> None:
    elsewhere = at_work(app, "kim@alpha.de")
    browser = desk(app)
    browser.sign_in("kim@alpha.de")
    offer = browser.api("POST", "/second-factor").json
    assert offer["otpauth_uri"].startswith("otpauth://totp/Alpha:kim%40alpha.de?secret=" + offer["secret"])
    assert offer["qr_code"].startswith("data:image/svg+xml")
    assert browser.api("POST", "/second-factor/confirmation", {"code": "000000"}).status_code == 401
    answer = browser.api("POST", "/second-factor/confirmation", {"code": code(offer["secret"])})
    codes = answer.json["recovery_codes"]
    assert len(set(codes)) == 10
    assert browser.api("GET", "/session").json["person"]["second_factor"] is True
    assert elsewhere.api("GET", "/session").json["state"] == "anonymous"
    assert browser.api("POST", "/second-factor").status_code == 409
    assert "zweiter Faktor aktiv" in mails(app)[0]["text"]
    with scope(app, None, write=False):
        account = db.session.scalars(select(StaffAccount)).one()
        assert offer["secret"] not in (account.totp_sealed or "")
        stored = db.session.scalars(select(RecoveryCode.code_mac)).all()
    assert not {one.replace("-", "") for one in codes} & set(stored)


def test_the_code_of_the_set_up_does_not_sign_in(app: Flask) -> None:
    browser = at_work(app, "kim@alpha.de")
    secret = browser.api("POST", "/second-factor").json["secret"]
    used = code(secret)
    assert browser.api("POST", "/second-factor/confirmation", {"code": used}).status_code == 200
    again = desk(app)
    again.sign_in("kim@alpha.de")
    assert again.api("POST", "/session/code", {"code": used}).json["code"] == "wrong-code"


def test_a_stolen_session_does_not_guess_the_password(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = at_work(app, "kim@alpha.de")
    monkeypatch.setattr(passwords, "matches", lambda _stored, given: given == PASSWORD)
    bodies = [("/second-factor/removal", {"password": "geraten"})] * CODE_TRIES.tries
    assert {browser.api("POST", *one).status_code for one in bodies} == {401}
    for path, body in (
        ("/second-factor/removal", {"password": PASSWORD}),
        ("/second-factor/recovery-codes", {"password": PASSWORD}),
        ("/password", {"current": PASSWORD, "password": "noch ein langes Passwort"}),
    ):
        assert browser.api("POST", path, body).status_code == 429
    assert log_of(app).count("password.refused") == CODE_TRIES.tries


def with_recovery_codes(app: Flask) -> list[str]:
    browser = at_work(app, "kim@alpha.de")
    require_second_factor(app, "kim@alpha.de")
    answer = browser.api("POST", "/second-factor/recovery-codes", {"password": PASSWORD})
    return list(answer.json["recovery_codes"])


def test_a_recovery_code_is_a_way_in_once_even_at_the_same_moment(app: Flask) -> None:
    codes = with_recovery_codes(app)
    browsers = [desk(app) for _ in range(4)]
    for browser in browsers:
        assert browser.sign_in("kim@alpha.de").json["state"] == "code"
    typed = codes[0].lower().replace("-", " ")
    with ThreadPoolExecutor(4) as pool:
        given = list(pool.map(lambda one: one.api("POST", "/session/code", {"code": typed}).status_code, browsers))
    assert sorted(given) == [200, 401, 401, 401]
    other = desk(app)
    other.sign_in("kim@alpha.de")
    assert other.api("POST", "/session/code", {"code": codes[1]}).status_code == 200


def test_removing_it_needs_the_password(app: Flask) -> None:
    browser = at_work(app, "kim@alpha.de")
    require_second_factor(app, "kim@alpha.de")
    assert browser.api("POST", "/second-factor/removal", {"password": "geraten"}).status_code == 401
    assert browser.api("POST", "/second-factor/removal", {"password": PASSWORD}).status_code == 204
    assert desk(app).sign_in("kim@alpha.de").json["state"] == "signed-in"


def test_a_municipality_can_require_it(app: Flask) -> None:
    municipality_requires(app)
    make_person(app, "ada@alpha.de", ("ADMIN",))
    browser = desk(app)
    answer = browser.sign_in("ada@alpha.de")
    assert answer.json["state"] == "setup" and answer.json["second_factor_required"] is True
    refused = browser.api("GET", "/people")
    assert (refused.status_code, refused.json["code"]) == (403, "second-factor-required")
    secret = browser.api("POST", "/second-factor").json["secret"]
    assert browser.api("POST", "/second-factor/confirmation", {"code": code(secret)}).status_code == 200
    assert browser.api("GET", "/people").status_code == 200
    assert browser.api("POST", "/second-factor/removal", {"password": PASSWORD}).status_code == 403


def test_the_operator_helps_who_lost_everything(app: Flask) -> None:
    browser = half_way(app)
    result = app.test_cli_runner().invoke(args=["staff", "reset-second-factor", "KIM@alpha.de"])
    assert result.exit_code == 0, result.output
    assert browser.api("GET", "/session").json["state"] == "anonymous"
    assert desk(app).sign_in("kim@alpha.de").json["state"] == "signed-in"
    assert "second-factor.reset-by-operator" in log_of(app)
    assert app.test_cli_runner().invoke(args=["staff", "reset-second-factor", "x@y.de"]).exit_code == 1
