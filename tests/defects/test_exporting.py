# SPDX-License-Identifier: EUPL-1.2
"""All reports as a table that may be handed on."""

import csv
import io
from datetime import date

from flask import Flask

from backend.defects.exporting import HEADERS
from tests.defects.reports import NOW, make_defect
from tests.defects.staff import UNPUBLISHED, S, clerk, give_contact


def table(app: Flask) -> list[dict[str, str]]:
    answer = clerk(app).api("GET", "/defects/export.csv")
    assert answer.status_code == 200 and answer.content_type == "text/csv; charset=utf-8"
    assert 'filename="meldungen-alpha.csv"' in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"
    text = answer.data.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert all(tuple(row) == HEADERS for row in rows)
    return rows


def test_what_is_public_is_in_the_table(app: Flask) -> None:
    make_defect(
        app, status=S.CLOSED_UNRESOLVED, reason="private", closed_at=NOW, answered_at=NOW, supports=3,
        public_text='Müll, "viel"\nund mehr', due_on=date(2026, 11, 26),
    )  # fmt: skip
    (row,) = table(app)
    assert (row["service_request_id"], row["status"], row["service_code"]) == ("A-2026-0001", "closed", "licht")
    assert (row["status_description"], row["status_notes"]) == (
        "Abschließend bearbeitet", "Die Sache ist in privater Hand.",
    )  # fmt: skip
    assert (row["description"], row["lat"], row["confirmations"]) == ('Müll, "viel"\nund mehr', "52.14000", "3")
    assert (row["closed_date"], row["due_date"]) == (NOW.isoformat(), "2026-11-26")


def test_of_what_is_not_public_only_the_figures_are(app: Flask) -> None:
    give_contact(app, make_defect(app, **UNPUBLISHED))
    make_defect(app, status=S.REJECTED)
    make_defect(app, hidden_at=NOW)
    make_defect(app, text_public=False)
    rows = table(app)
    assert [row["description"] for row in rows] == [""] * 4
    assert sorted(row["address"] for row in rows) == ["", "", "", "Bahnhofstraße 12"]
    assert all(secret not in str(rows) for secret in ("Geheim", "geheim", "0171"))


def test_a_spreadsheet_finds_no_formula(app: Flask) -> None:
    for text in ("=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\t=1"):
        make_defect(app, public_text=text)
    assert all(row["description"].startswith("'") for row in table(app))


def test_to_whom_a_hidden_report_was_given_stays_in_the_house(app: Flask) -> None:
    make_defect(app, status=S.FORWARDED, forwarded_to="Herr Geheim", hidden_at=NOW)
    make_defect(app, status=S.FORWARDED, forwarded_to="Landesbetrieb")
    assert sorted(row["agency_responsible"] for row in table(app)) == ["", "Landesbetrieb"]
