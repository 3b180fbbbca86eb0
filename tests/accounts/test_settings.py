# SPDX-License-Identifier: EUPL-1.2
"""How the staff works: the tenant file proposes, ADMIN decides in the app, the export writes what counts."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from backend.accounts.models import StaffSettings
from backend.audit import AuditEntry
from backend.db import db
from backend.jobs import scope
from tests.accounts.people import at_work
from tests.factories import tenant_id
from tests.tenants.files import MINIMAL, write

ADA = ("ada@bad-belzig.example", ("ADMIN",), "bad-belzig")
ON = MINIMAL + "[staff]\nfour_eyes = true\n"


def switches(**on: bool) -> dict[str, bool]:
    """The settings; all off but these."""
    return {"four_eyes": False, "organisers_publish": False} | on


@pytest.fixture
def run(app: Flask) -> Callable[..., Any]:
    """`flask tenant …`, which must succeed."""

    def call(*args: Any) -> str:
        result = app.test_cli_runner().invoke(args=["tenant", *map(str, args)])
        assert result.exit_code == 0, result.output
        return result.output

    return call


def test_nobody_else_has_to_look_unless_the_municipality_says_so(app: Flask) -> None:
    assert at_work(app, "kim@alpha.de", ("CLERK",)).api("GET", "/settings").json == switches()


def test_the_tenant_file_switches_four_eyes_on_and_off(app: Flask, run: Any, tmp_path: Path) -> None:
    assert "staff four_eyes: changed" in run("apply", write(tmp_path, ON))
    admin = at_work(app, *ADA)
    assert admin.api("GET", "/settings").json == switches(four_eyes=True)
    assert "unchanged" in run("apply", write(tmp_path, ON))
    run("apply", write(tmp_path, MINIMAL))
    assert admin.api("GET", "/settings").json == switches()


def test_what_admin_decides_in_the_app_stays_and_is_exported(app: Flask, run: Any, tmp_path: Path) -> None:
    run("apply", write(tmp_path, ON))
    admin = at_work(app, *ADA)
    assert admin.api("PUT", "/settings", {"four_eyes": False}).json == switches()
    output = run("apply", write(tmp_path, ON))
    assert "unchanged" in output and "staff four_eyes: kept: edited in the app" in output
    assert admin.api("GET", "/settings").json == switches()
    assert "four_eyes" not in run("export", "bad-belzig")
    admin.api("PUT", "/settings", {"four_eyes": True})
    exported = run("export", "bad-belzig")
    assert exported.endswith("[staff]\nfour_eyes = true\n")
    assert "kept" not in run("apply", write(tmp_path, exported)) and run("export", "bad-belzig") == exported


def test_the_tenant_file_says_whether_clubs_publish_alone(app: Flask, run: Any, tmp_path: Path) -> None:
    lets = MINIMAL + "[staff]\norganisers_publish = true\n"
    assert "staff organisers_publish: changed" in run("apply", write(tmp_path, lets))
    admin = at_work(app, *ADA)
    assert admin.api("GET", "/settings").json == switches(organisers_publish=True)
    assert run("export", "bad-belzig").endswith("[staff]\norganisers_publish = true\n")
    changed = admin.api("PUT", "/settings", {"organisers_publish": False})
    assert changed.json == switches(), "what is left out stays"
    assert "staff organisers_publish: kept: edited in the app" in run("apply", write(tmp_path, lets))


def test_the_log_tells_who_decided(app: Flask) -> None:
    at_work(app, "ada@alpha.de", ("ADMIN",)).api("PUT", "/settings", {"four_eyes": True})
    with scope(app, tenant_id(app, "alpha"), write=False):
        entry = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "settings.changed")).one()
        assert (entry.actor, entry.details) == ("Ada", {"four_eyes": True})


def test_each_municipality_decides_for_itself(app: Flask) -> None:
    at_work(app, "ada@alpha.de", ("ADMIN",)).api("PUT", "/settings", {"four_eyes": True})
    assert at_work(app, "bea@beta.de", ("ADMIN",), "beta").api("GET", "/settings").json == switches()


@pytest.mark.parametrize("body", [{}, {"four_eyes": "yes"}, {"four_eyes": None}, {"six_eyes": True}])
def test_only_yes_and_no_are_answers(app: Flask, body: dict[str, Any]) -> None:
    assert at_work(app, "ada@alpha.de", ("ADMIN",)).api("PUT", "/settings", body).status_code == 422


def test_the_day_from_which_a_second_factor_is_asked_for_is_kept(app: Flask, run: Any, tmp_path: Path) -> None:
    def since() -> Any:
        with scope(app, tenant_id(app, "bad-belzig"), write=False):
            return db.session.scalar(select(StaffSettings.second_factor_since))

    required = MINIMAL + '[staff]\nsecond_factor = "required"\n'
    run("apply", write(tmp_path, MINIMAL))
    assert since() is None
    run("apply", write(tmp_path, required))
    first = since()
    assert first is not None and 'second_factor = "required"' in run("export", "bad-belzig")
    assert "unchanged" in run("apply", write(tmp_path, required)) and since() == first
    run("apply", write(tmp_path, MINIMAL))
    assert since() is None
