# SPDX-License-Identifier: EUPL-1.2
"""What the operator does on the command line, and the people of the demo."""

import re
from dataclasses import replace

from flask import Flask
from sqlalchemy import func, select

from backend import create_app
from backend.accounts.models import Membership
from backend.config import Settings
from backend.db import db
from backend.demo.staff import PASSWORD
from backend.jobs import scope
from tests.accounts.people import desk, log_of, mails, make_person
from tests.demo.test_demo import mark_as_demo
from tests.factories import tenant_id
from tests.tenants.files import MINIMAL, mistakes, plan_of


def run(app: Flask, *args: str) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(args=list(args))
    return result.exit_code, result.output


def test_the_operator_invites_the_first_admin(app: Flask, settings: Settings) -> None:
    status, output = run(app, "staff", "invite", "--tenant", "alpha", "--role", "ADMIN", "Ada@alpha.de")
    assert status == 0, output
    link = re.search(r"http://alpha\.localhost:8000/redaktion/einladung#(\S+)", output)
    assert link is not None and str(settings.outbox_path) in output
    assert mails(app)[0]["to"] == "ada@alpha.de"
    browser = desk(app)
    browser.api("GET", "/session")
    body = {"token": link[1], "name": "Ada", "password": "ein langes Passwort"}
    assert browser.api("POST", "/invitations/acceptance", body).json["person"]["roles"] == ["ADMIN"]
    assert log_of(app) == ["invitation.sent", "invitation.accepted"]
    status, output = run(app, "staff", "list")
    assert re.search(r"alpha +ada@alpha.de +ADMIN +password only +Ada", output)
    assert "beta" in output and "nobody yet" in output


def test_mistakes_of_the_operator_are_answered_in_words(app: Flask) -> None:
    make_person(app, "ada@alpha.de", ("ADMIN",))
    for tenant, email, words in (
        ("gibtsnicht", "x@y.de", "tenant list"),
        ("alpha", "kein-mail", "email"),
        ("alpha", "ada@alpha.de", "member already"),
    ):
        status, output = run(app, "staff", "invite", "--tenant", tenant, "--role", "ADMIN", email)
        assert status == 1 and words in output and "Traceback" not in output


def test_the_demo_has_four_people_and_tells_how_they_sign_in(app: Flask) -> None:
    mark_as_demo(app, "alpha")
    for _ in range(2):
        assert run(app, "demo")[0] == 0
    _status, output = run(app, "demo", "--sign-ins")
    assert f'password "{PASSWORD}"' in output and "  http://alpha.localhost:8000/redaktion\n" in output
    assert f"Mail to them lands in {app.extensions['sva.settings'].outbox_path}\n" in output
    for local, role in (("redaktion", "EDITOR"), ("meldungen", "CLERK"), ("verwaltung", "ADMIN"), ("verein", "EDITOR")):
        assert re.search(rf"^    {role} +{local}@alpha\.example$", output, re.MULTILINE)
        answer = desk(app).sign_in(f"{local}@alpha.example", PASSWORD)
        assert answer.json["person"]["roles"] == [role]
    with scope(app, tenant_id(app, "beta"), write=False):
        assert db.session.scalar(select(func.count(Membership.id))) == 0
    assert output.count("@alpha.example") == 4


def test_no_demo_person_stands_on_a_server_in_the_open(app: Flask, settings: Settings) -> None:
    mark_as_demo(app, "alpha")
    production = create_app(replace(settings, environment="production"))
    assert run(production, "demo")[0] == 0
    status, output = run(production, "demo", "--sign-ins")
    assert status == 0 and "@" not in output and "flask staff invite" in output
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert db.session.scalar(select(func.count(Membership.id))) == 0


def test_a_tenant_file_can_require_the_second_factor(tmp_path: object) -> None:
    plain = plan_of(tmp_path, MINIMAL)  # type: ignore[arg-type]
    assert plain.config["staff"] == {"second_factor": "optional"}
    strict = plan_of(tmp_path, MINIMAL + '[staff]\nsecond_factor = "required"\n')  # type: ignore[arg-type]
    assert strict.config["staff"] == {"second_factor": "required"}
    ((line, key, message),) = mistakes(tmp_path, MINIMAL + '[staff]\nsecond_factor = "requird"\n')  # type: ignore[arg-type]
    assert (line, key) == (3, "staff.second_factor") and '"required"' in message
