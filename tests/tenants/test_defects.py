# SPDX-License-Identifier: EUPL-1.2
"""`[defects]` of a tenant file: who gets the reports, what can be reported, and what staff keep in their own words."""

import tomllib
import uuid
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from backend.db import db
from backend.defects.models import DefectCategory, DefectReport, DefectSettings
from backend.defects.planting import COLUMNS
from backend.jobs import scope
from backend.tenants.reporter import Retention, reporter
from tests.conftest import client_of
from tests.defects.submitting import report, submit
from tests.factories import NOW, tenant_id
from tests.tenants.files import MINIMAL, mistakes, plan_of, write

MAIL = '[defects]\nemail = "bauhof@belzig.example"\n'
LAMPS = '[[defects.categories]]\nname = "Lampen"\n'
ASKED = '[[defects.categories.questions]]\nlabel = "{}"\nkind = "choice"\noptions = {}\n'
RICH = (
    MINIMAL
    + MAIL
    + """\
promise_days = 5
office_hours = [7, 15]
extra_holidays = ["12-24", "2027-05-07"]

[defects.retention]
contact_days = 14

[[defects.places]]
name = "Lübnitz"
latitude = 52.17
longitude = 12.56

[[defects.places]]
name = "Kurpark"

[[defects.categories]]
name = "Straßen\\u00ADlampen"
icon = "lamp"
group = "Straße"
keywords = ["Laterne"]
radius = 25
email = "licht@belzig.example"

[[defects.categories.questions]]
label = "Was ist mit ihr?"
kind = "choice"
required = true
options = ["ganz dunkel", "flackert"]

[[defects.categories.templates]]
title = "Bestellt"
status = "scheduled"
text = "Bis {date}."

[[defects.categories]]
name = "Anderes"
promise_days = 10

[[defects.templates]]
title = "Danke"
status = "resolved"
text = "Erledigt."
"""
)


def categories(app: Flask, slug: str = "bad-belzig") -> dict[str, dict[str, Any]]:
    with scope(app, tenant_id(app, slug), write=False):
        rows = db.session.scalars(select(DefectCategory).order_by(DefectCategory.position))
        return {row.slug: {name: getattr(row, name) for name in COLUMNS} for row in rows}


def apply(app: Flask, path: Path) -> list[str]:
    done = app.test_cli_runner().invoke(args=["tenant", "apply", str(path)])
    assert done.exit_code == 0, done.output
    return [line.strip() for line in done.output.splitlines()[1:]]


def export(app: Flask) -> str:
    return app.test_cli_runner().invoke(args=["tenant", "export", "bad-belzig"]).output


def test_a_file_without_an_address_has_no_reporter(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, MINIMAL)
    assert "defects" not in plan.config["modules"] and plan.config["defects"] is None and plan.defects is None


@pytest.mark.parametrize("section", [MAIL, '[contact]\nemail = "rathaus@belzig.example"\n'])
def test_an_address_is_enough_for_ten_categories(tmp_path: Path, section: str) -> None:
    plan = plan_of(tmp_path, MINIMAL + section)
    assert "defects" in plan.config["modules"] and plan.defects is not None
    found = plan.defects["categories"]
    assert len(found) == 10 and all(row["email"].endswith("@belzig.example") for row in found)
    assert found[0]["questions"][1]["options"][0] == {"key": "ganz-dunkel", "label": "ganz dunkel"}


def test_what_the_file_says_reaches_the_features(tmp_path: Path) -> None:
    own = reporter(plan_of(tmp_path, RICH).config)
    assert (own.mode, own.email, own.office_hours) == ("own", "bauhof@belzig.example", (7, 15))
    assert own.extra_holidays == ("12-24", "2027-05-07") and own.retention == Retention(contact_days=14)
    assert own.places[0] == {"name": "Lübnitz", "lat": 52.17, "lon": 12.56} and own.places[1]["lat"] is None


def test_a_link_needs_no_recipient_and_plants_nothing(app: Flask, tmp_path: Path) -> None:
    text = MINIMAL + '[defects]\nmode = "link"\nname = "Maerker"\nurl = "https://maerker.example"\n'
    plan = plan_of(tmp_path, text)
    assert plan.defects is None and reporter(plan.config).url == "https://maerker.example"
    apply(app, write(tmp_path, text))
    assert categories(app) == {}


def test_where_people_report_elsewhere_nothing_is_taken_in_any_more(app: Flask, tmp_path: Path) -> None:
    apply(app, write(tmp_path, MINIMAL + MAIL + LAMPS))
    client, body = client_of(app, "bad-belzig"), report(category="lampen")
    with scope(app, tenant_id(app, "bad-belzig")):
        db.session.scalars(select(DefectCategory)).one().edited = True
    assert submit(client, str(uuid.uuid4()), body).status_code == 201
    apply(app, write(tmp_path, MINIMAL + '[defects]\nmode = "link"\nurl = "https://maerker.example"\n'))
    assert list(categories(app)) == ["lampen"], "staff made it their own"
    answer = submit(client, str(uuid.uuid4()), body)
    assert answer.status_code == 404, answer.json


@pytest.mark.parametrize(
    ("text", "key", "message"),
    [
        ('[defects]\nmode = "link"\n', "defects.url", "needs it"),
        ('modules = ["news", "defects"]\n', "defects.email", "nobody gets these reports"),
        (LAMPS, "defects.categories[1].email", "nobody gets these reports"),
        (LAMPS + 'email = "licht@x.example"\n\n' + LAMPS + 'slug = "zwei"\n', "defects.categories[2].email", "Write"),
        (MAIL + LAMPS + LAMPS, "defects.categories[2].name", "stands twice"),
        (MAIL + '[[defects.categories]]\nname = "?!"\n', "defects.categories[1].name", "no letter"),
        (MAIL + LAMPS + ASKED.format("?!", '["ja", "nein"]'), "defects.categories[1].questions[1].label", "no letter"),
        (
            MAIL + LAMPS + ASKED.format("Wo", '["ja", "ja!"]'),
            "defects.categories[1].questions[1].options",
            "all different",
        ),
        (
            MAIL + LAMPS + ASKED.format("Wo", '["ja", "?"]'),
            "defects.categories[1].questions[1].options",
            "all different",
        ),
        (MAIL + LAMPS + 'icon = "lampe"\n', "defects.categories[1].icon", "lamp"),
        (MAIL + LAMPS + "radius = 1\n", "defects.categories[1].radius", "from 5 to 2000"),
        (MAIL + 'promise_days = "drei"\n', "defects.promise_days", "whole number"),
        (MAIL + "promise_days = 0\n", "defects.promise_days", "from 1 to 60"),
        (MAIL + "office_hours = [16, 8]\n", "defects.office_hours", "[8, 16]"),
        (MAIL + "office_hours = [8]\n", "defects.office_hours", "two hours"),
        (MAIL + 'extra_holidays = ["24.12."]\n', "defects.extra_holidays[1]", '"12-24"'),
        (MAIL + 'extra_holidays = ["02-30"]\n', "defects.extra_holidays[1]", '"12-24"'),
        (MAIL + '[[defects.places]]\nname = "Ort"\nlatitude = 52.1\n', "defects.places[1].latitude", "longitude"),
        (MAIL + "[defects.retention]\ncontact_days = 0\n", "defects.retention.contact_days", "from 1"),
        (MAIL + 'mode = "maerker"\n', "defects.mode", "own, link"),
        (MAIL + 'urll = "https://x.example"\n', "defects.urll", '"url"'),
        (MAIL + LAMPS + ASKED.format("Wo", '["a"]'), "defects.categories[1].questions[1].options", "two or more"),
        (
            MAIL + LAMPS + '[[defects.categories.questions]]\nlabel = "Welche?"\noptions = ["a", "b"]\n',
            "defects.categories[1].questions[1].options",
            'kind = "choice"',
        ),
    ],
)
def test_a_mistake_names_its_key_and_the_cure(tmp_path: Path, text: str, key: str, message: str) -> None:
    found = mistakes(tmp_path, MINIMAL + text)
    assert [where for _line, where, _message in found] == [key], found
    assert message in found[0][2]


def test_a_category_that_is_switched_off_needs_nobody(tmp_path: Path) -> None:
    text = MINIMAL + LAMPS + 'email = "licht@x.example"\n\n[[defects.categories]]\nname = "Alt"\nactive = false\n'
    assert mistakes(tmp_path, text) == []


def test_applying_twice_changes_nothing(app: Flask, tmp_path: Path) -> None:
    path = write(tmp_path, RICH)
    assert "defects category strassenlampen: added" in apply(app, path)
    assert apply(app, path) == []
    lamps = categories(app)["strassenlampen"]
    assert (lamps["email"], lamps["promise_days"], lamps["radius"]) == ("licht@belzig.example", 5, 25)
    assert lamps["questions"][0]["code"] == "was-ist-mit-ihr" and lamps["questions"][0]["required"]
    assert (categories(app)["anderes"]["email"], categories(app)["anderes"]["promise_days"]) == (
        "bauhof@belzig.example",
        10,
    )


def test_the_file_goes_on_being_the_truth_until_staff_edit(app: Flask, tmp_path: Path) -> None:
    apply(app, write(tmp_path, MINIMAL + MAIL + LAMPS + "radius = 20\n"))
    changed = write(tmp_path, MINIMAL + MAIL + LAMPS + "radius = 30\n")
    assert apply(app, changed) == ["defects category lampen: changed"]
    with scope(app, tenant_id(app, "bad-belzig")):
        row = db.session.scalars(select(DefectCategory)).one()
        row.radius, row.edited = 99, True
        settings = db.session.scalars(select(DefectSettings)).one()
        settings.promise_days, settings.edited = 7, True
        db.session.add(DefectCategory(slug="eigene", name="Eigene", email="x@y.example", position=9, edited=True))
    assert apply(app, changed) == [
        "defects: kept: promise and answers were edited in the app",
        "defects category lampen: kept: edited in the app",
    ]
    assert categories(app)["lampen"]["radius"] == 99 and "eigene" in categories(app)


def test_a_category_that_the_file_drops_goes_unless_reports_are_filed_there(app: Flask, tmp_path: Path) -> None:
    apply(app, write(tmp_path, MINIMAL + MAIL + LAMPS + '\n[[defects.categories]]\nname = "Müll"\n'))
    with scope(app, tenant_id(app, "bad-belzig")):
        lamps = db.session.scalars(select(DefectCategory.id).where(DefectCategory.slug == "lampen")).one()
        db.session.add(
            DefectReport(
                secret_digest="0" * 64,
                fingerprint="0" * 64,
                own_topic="report:x",
                year=2026,
                serial=1,
                number="BB-2026-0001",
                category_id=lamps,
                title="Lampe",
                received_at=NOW,
                updated_at=NOW,
                due_on=NOW.date(),
            )
        )
    path = write(tmp_path, MINIMAL + MAIL + '[[defects.categories]]\nname = "Grün"\n')
    assert apply(app, path) == [
        "defects category gruen: added",
        "defects category lampen: switched off, reports are filed there",
        "defects category muell: removed",
    ]
    assert apply(app, path) == [] and not categories(app)["lampen"]["active"]


def test_the_export_plants_the_same_again(app: Flask, tmp_path: Path) -> None:
    apply(app, write(tmp_path, RICH))
    before, text = categories(app), export(app)
    assert tomllib.loads(text)["defects"] == tomllib.loads(RICH)["defects"] | {
        "categories": tomllib.loads(text)["defects"]["categories"]
    }
    assert apply(app, write(tmp_path, text)) == []
    fresh = text.replace('slug = "bad-belzig"', 'slug = "anderswo"')
    apply(app, write(tmp_path, fresh.replace("12069020", "12073008")))
    assert categories(app, "anderswo") == before


def test_the_usual_categories_are_not_exported_and_edited_ones_are(app: Flask, tmp_path: Path) -> None:
    apply(app, write(tmp_path, MINIMAL + MAIL))
    assert tomllib.loads(export(app))["defects"] == {"email": "bauhof@belzig.example"}
    with scope(app, tenant_id(app, "bad-belzig")):
        row = db.session.scalars(select(DefectCategory).where(DefectCategory.slug == "muell")).one()
        row.name, row.edited = "Abfall", True
    exported = tomllib.loads(export(app))["defects"]["categories"]
    assert [row["name"] for row in exported if row["slug"] == "muell"] == ["Abfall"] and len(exported) == 10
    assert apply(app, write(tmp_path, export(app))) == []
