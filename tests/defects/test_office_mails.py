# SPDX-License-Identifier: EUPL-1.2
"""The offices in charge get mail: of a new report, of one that is handed over, and each working morning of what waits
too long. Never with the contact of whoever reported."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from backend.db import db
from backend.defects import office_mails
from backend.defects.models import DefectSettings
from backend.jobs import KINDS, SWEEPS, scope
from tests.accounts.people import mails
from tests.conftest import TenantClient
from tests.defects.reports import make_defect, make_defect_category
from tests.defects.staff import UNPUBLISHED, S, clerk, decided, give_contact, give_photo
from tests.defects.submitting import submitted
from tests.factories import tenant_id
from tests.media.images import picture

CONTACT = {"name": "Kim Geheim", "email": "geheim@example.org", "phone": "0171 7654321", "mail_updates": False}
SECRETS = ("Geheim", "geheim", "0171")


def test_the_office_in_charge_hears_of_a_new_report_with_private_data_covered(app: Flask, client: TenantClient) -> None:
    make_defect_category(app, name="Straßen\u00adlampe")
    report = submitted(client, description="Dunkel. Rückruf: 0171 7654321", contact=CONTACT)
    (mail,) = mails(app)
    assert mail["to"] == "bauhof@alpha.example" and "Straßenlampe" in mail["subject"]
    assert "Dunkel. Rückruf: [Nummer verdeckt]" in mail["text"]
    assert f"http://alpha.localhost:8000/redaktion/meldungen/{report}" in mail["text"]
    assert all(secret not in str(mail) for secret in SECRETS)


def test_a_repeat_sends_no_second_mail_and_a_machine_none(app: Flask, client: TenantClient) -> None:
    make_defect_category(app)
    submitted(client, website="https://spam.example")
    assert mails(app) == []


def test_whoever_gets_a_report_gets_what_is_public_of_it(app: Flask) -> None:
    kim, report = clerk(app), make_defect(app, **UNPUBLISHED | {"description": "Mein Name ist Geheim."})
    give_contact(app, report)
    photos = [give_photo(app, report, picture()), give_photo(app, report, picture(size=(800, 600)))]
    wishes = [{"id": str(photos[0]), "public": True, "redactions": []}]
    forwarded = {"name": "Landesbetrieb", "email": "post@land.example", "message": "Bitte prüfen."}
    decided(kim, report, S.FORWARDED, forwarded=forwarded, public_text="Dunkel.", text_public=True, photos=wishes)
    (mail,) = mails(app)
    assert mail["to"] == "post@land.example"
    for part in ("Alpha gibt", "„Dunkel.“", "ein Foto", "Bitte prüfen.", "Bahnhofstraße 12", f"/maengel/{report}"):
        assert part in mail["text"], part
    assert all(secret not in str(mail) for secret in SECRETS) and "/redaktion" not in mail["text"]
    assert kim.api("GET", "/defects/recipients").json == [{"name": "Landesbetrieb", "email": "post@land.example"}]


def test_a_text_that_is_not_public_is_not_handed_over(app: Flask) -> None:
    report = make_defect(app, **UNPUBLISHED)
    decided(clerk(app), report, S.FORWARDED)
    assert "dunkel" not in mails(app)[0]["text"]


def test_of_a_hidden_report_private_data_is_covered_and_no_page_is_named(app: Flask) -> None:
    report = make_defect(app, **UNPUBLISHED)
    words = {"public_text": "Ruf: 0171 7654321", "public_place": "Bei Frau Geheim", "title": "Frau Geheim: Licht"}
    decided(clerk(app), report, S.FORWARDED, hidden=True, text_public=True, **words)
    (mail,) = mails(app)
    assert all(secret not in str(mail) for secret in SECRETS)
    assert "Ruf: [Nummer verdeckt]" in mail["text"] and "/maengel/" not in mail["text"]


def test_without_an_address_nothing_is_sent(app: Flask) -> None:
    decided(clerk(app), make_defect(app), S.FORWARDED, forwarded={"name": "Bauhof", "email": None})
    assert mails(app) == []


MORNING = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)  # a Tuesday, nine o'clock


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Sets what the sweep takes for now."""

    def set_to(moment: datetime) -> None:
        class Clock(datetime):
            @classmethod
            def now(cls, tz: Any = None) -> datetime:
                return moment

        monkeypatch.setattr(office_mails, "datetime", Clock)

    return set_to


def due(app: Flask) -> list[str]:
    with scope(app, tenant_id(app, "alpha"), write=False):
        return SWEEPS[office_mails.DIGEST][1]()


def remind(app: Flask, day: str) -> None:
    with scope(app, tenant_id(app, "alpha"), write=False):
        KINDS[office_mails.DIGEST](day)


def test_each_working_morning_the_offices_learn_what_they_owe_once(app: Flask, clock: Any) -> None:
    make_defect_category(app, code="baum", name="Baum", email="gruen@alpha.example")
    late = {"due_on": date(2026, 11, 23), "answered_at": None}
    make_defect(app, **late)
    make_defect(app, **late | {"due_on": date(2026, 11, 20)})
    make_defect(app, category="baum", **late)
    make_defect(app, due_on=date(2026, 11, 24))
    make_defect(app, **late | {"answered_at": MORNING})
    make_defect(app, **late, status=S.RESOLVED)
    make_defect(app, slug="beta", **late)
    clock(MORNING)
    assert due(app) == ["2026-11-24"]
    for _twice in range(2):
        remind(app, "2026-11-24")
    one, two = sorted(mails(app), key=lambda mail: mail["to"])
    assert (one["to"], two["to"]) == ("bauhof@alpha.example", "gruen@alpha.example")
    assert "2 Meldungen warten" in one["subject"] and "1 Meldung wartet" in two["subject"]
    assert one["text"].index("A-2026-0002") < one["text"].index("A-2026-0001")
    assert "/redaktion/meldungen" in one["text"]
    assert due(app) == []
    clock(MORNING + timedelta(days=1))
    assert due(app) == ["2026-11-25"]


@pytest.mark.parametrize("moment", [
    datetime(2026, 11, 24, 6, 30, tzinfo=UTC),  # before the office opens
    datetime(2026, 11, 28, 9, 0, tzinfo=UTC),  # a Saturday
    datetime(2026, 12, 25, 9, 0, tzinfo=UTC),  # a Friday, and Christmas
])  # fmt: skip
def test_nobody_is_reminded_while_the_office_is_closed(app: Flask, clock: Any, moment: datetime) -> None:
    make_defect(app, due_on=date(2026, 11, 2))
    clock(moment)
    assert due(app) == []


def test_nobody_is_reminded_where_nothing_waits(app: Flask, clock: Any) -> None:
    clock(MORNING)
    remind(app, due(app)[0])
    assert mails(app) == []
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert db.session.scalars(select(DefectSettings.digest_on)).one() == date(2026, 11, 24)
