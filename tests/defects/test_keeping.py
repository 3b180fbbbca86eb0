# SPDX-License-Identifier: EUPL-1.2
"""How long reports are kept: contacts first, then what nobody saw, at last the report; a line stays in the count."""

import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from backend.db import db
from backend.defects.figures import statistics
from backend.defects.keeping import BROOMS
from backend.defects.models import (
    DefectContact,
    DefectEntry,
    DefectFigure,
    DefectFlag,
    DefectPhoto,
    DefectReport,
    DefectSupport,
)
from backend.defects.photo_files import private_folder
from backend.defects.states import Audience, DefectStatus, EntryKind
from backend.housekeeping import sweep_all
from backend.jobs import scope
from backend.push.models import PushSubscription, PushTopic
from backend.tenants.models import Tenant
from tests.conftest import client_of
from tests.defects.reports import NOW, add_entry, make_defect
from tests.factories import tenant_id

NAMES = {broom.what for broom in BROOMS}
RESOLVED = DefectStatus.RESOLVED


def sweep(app: Flask, *, dry_run: bool = False) -> dict[str, int]:
    """What the brooms of reports did; none of them broke."""
    done = {what: number for what, number in sweep_all(app, NOW, dry_run=dry_run) if what in NAMES}
    assert None not in done.values()
    return {what: number for what, number in done.items() if number}


def closed(app: Flask, days: int, slug: str = "alpha", **details: Any) -> uuid.UUID:
    """A report that was closed so many days ago."""
    at = NOW - timedelta(days=days)
    given = {"status": RESOLVED, "received_at": at - timedelta(days=7), "closed_at": at, "published_at": at}
    return make_defect(app, slug, **(given | details))


def rows(app: Flask, model: Any, slug: str = "alpha") -> list[Any]:
    with scope(app, tenant_id(app, slug), write=False):
        found = list(db.session.scalars(select(model)))
        db.session.expunge_all()
        return found


def add(app: Flask, *things: Any, slug: str = "alpha") -> None:
    with scope(app, tenant_id(app, slug)):
        db.session.add_all(things)


def contact(report_id: uuid.UUID, in_days: int) -> DefectContact:
    return DefectContact(report_id=report_id, sealed="…", delete_at=NOW + timedelta(days=in_days))


def follower(app: Flask, *topics: str) -> None:
    with scope(app, tenant_id(app, "alpha")):
        device = PushSubscription(
            endpoint=f"https://push.example/{topics}", endpoint_hash=uuid.uuid4().hex, p256dh="k", auth="a"
        )
        db.session.add(device)
        db.session.flush()
        db.session.add_all(PushTopic(subscription_id=device.id, topic=topic) for topic in topics)


def test_a_contact_goes_when_its_time_is_over(app: Flask) -> None:
    over, stays = closed(app, 40, archived_at=NOW), closed(app, 10)
    add(app, contact(over, -1), contact(stays, 1))
    assert sweep(app) == {"contacts of those who reported a defect": 1}
    assert [row.report_id for row in rows(app, DefectContact)] == [stays]


def test_nobody_hears_of_a_report_a_month_after_it_was_closed(app: Flask) -> None:
    old, new = closed(app, 31, own_topic="report:old"), closed(app, 29, own_topic="report:new")
    follower(app, "report:old", f"defect:{old}")
    follower(app, "report:old", "news")
    follower(app, "report:new", f"defect:{new}")
    assert sweep(app) == {"who follows reports that are closed": 1}
    assert {row.topic for row in rows(app, PushTopic)} == {"news", "report:new", f"defect:{new}"}
    assert len(rows(app, PushSubscription)) == 2, "who wanted nothing else is gone"
    assert [bool(row.archived_at) for row in sorted(rows(app, DefectReport), key=lambda row: row.own_topic)] == [
        False,
        True,
    ]
    assert sweep(app) == {}


def test_what_nobody_saw_of_a_public_report_goes_after_90_days(app: Flask) -> None:
    old = closed(app, 91, archived_at=NOW, photos=2, description="Ich, Erika Muster", answers={"mast": "7"})
    with scope(app, tenant_id(app, "alpha")):
        add_entry(old, NOW, kind=EntryKind.REPLY, audience=Audience.OWN, text="Rufen Sie an")
        add_entry(old, NOW, kind=EntryKind.NOTE, audience=Audience.INTERNAL, text="schwierig")
        db.session.scalars(select(DefectPhoto).where(DefectPhoto.position == 1)).one().public = False
    closed(app, 89, archived_at=NOW, description="bleibt")
    before = client_of(app, "alpha").get(f"/api/v1/defects/{old}").json
    assert sweep(app) == {"what was not public of closed reports": 1}
    report = next(row for row in rows(app, DefectReport) if row.id == old)
    assert (report.description, report.address, report.answers, report.fingerprint) == ("", "", {}, "")
    assert [row.position for row in rows(app, DefectPhoto)] == [0]
    assert {row.audience for row in rows(app, DefectEntry)} == {Audience.PUBLIC}
    assert client_of(app, "alpha").get(f"/api/v1/defects/{old}").json == before, "residents see what they saw"
    assert sweep(app) == {}


def test_a_text_that_nobody_was_shown_goes_with_the_one_that_was_sent(app: Flask) -> None:
    shown, kept_back = (closed(app, 91, archived_at=NOW, text_public=public) for public in (True, False))
    sweep(app)
    texts = {row.id: row.public_text for row in rows(app, DefectReport)}
    assert texts == {shown: "Die Laterne ist dunkel.", kept_back: ""}


@pytest.mark.parametrize(
    "details",
    [
        {"status": DefectStatus.REJECTED, "published_at": None},
        {"status": DefectStatus.WITHDRAWN},
        {"published_at": None},
        {"hidden_at": NOW},
    ],
)
def test_what_is_not_public_goes_whole_after_90_days(app: Flask, details: dict[str, Any]) -> None:
    closed(app, 91, archived_at=NOW, **details)
    stays = closed(app, 89, archived_at=NOW, **details)
    assert sweep(app) == {"closed reports that were not public": 1}
    assert [row.id for row in rows(app, DefectReport)] == [stays]
    counted = details.get("status") is None
    assert len(rows(app, DefectFigure)) == counted, "what was refused or withdrawn is in no count"


def test_a_public_report_goes_after_a_year_with_all_that_hangs_on_it(app: Flask) -> None:
    old = closed(app, 366, archived_at=NOW, fingerprint="", photos=1, due_on=date(2025, 11, 18))
    duplicate = closed(app, 20, status=DefectStatus.DUPLICATE, master_id=old)
    stays = closed(app, 364, archived_at=NOW, fingerprint="")
    add(
        app,
        DefectSupport(report_id=old, device_digest="d"),
        DefectFlag(report_id=old, reason="wrong", device_digest="d", at=NOW),
        contact(old, 5),
    )
    with scope(app, tenant_id(app, "alpha"), write=False):
        config = db.session.scalars(select(Tenant.config).where(Tenant.slug == "alpha")).one()
        before = statistics(config, NOW)
    assert client_of(app, "alpha").get(f"/api/v1/defects/{old}").status_code == 200
    assert sweep(app) == {"closed reports that were public": 1}
    assert client_of(app, "alpha").get(f"/api/v1/defects/{old}").status_code == 404, "also not from the cache"
    assert {row.id: row.master_id for row in rows(app, DefectReport)} == {duplicate: None, stays: None}
    for model in (DefectSupport, DefectFlag, DefectContact, DefectPhoto):
        assert rows(app, model) == []
    assert {row.report_id for row in rows(app, DefectEntry)} == {duplicate, stays}
    figure = rows(app, DefectFigure)[0]
    assert (figure.category_slug, figure.outcome, figure.in_time) == ("licht", "resolved", False)
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert statistics(config, NOW) == before


def test_open_reports_stay_however_old(app: Flask) -> None:
    long_ago = NOW - timedelta(days=3000)
    for status in (DefectStatus.RECEIVED, DefectStatus.ACCEPTED, DefectStatus.QUESTION, DefectStatus.FORWARDED):
        make_defect(app, status=status, received_at=long_ago, updated_at=long_ago)
    assert sweep(app) == {} and len(rows(app, DefectReport)) == 4


def test_a_reopened_report_stays(app: Flask) -> None:
    closed(app, 400, closed_at=None, status=DefectStatus.IN_PROGRESS)
    assert sweep(app) == {}


def test_what_was_said_against_a_report_goes_after_staff_looked_at_it(app: Flask) -> None:
    report = make_defect(app)
    for number, decided in enumerate((None, NOW - timedelta(days=91), NOW - timedelta(days=89))):
        flag = DefectFlag(report_id=report, reason="personal", text="Das bin ich", device_digest=str(number), at=NOW)
        flag.decided_at = decided
        add(app, flag)
    assert sweep(app) == {"what was said against reports": 1} and len(rows(app, DefectFlag)) == 2


def test_each_municipality_has_its_own_periods(app: Flask) -> None:
    with scope(app, None):
        beta = db.session.scalars(select(Tenant).where(Tenant.slug == "beta")).one()
        beta.config = beta.config | {"defects": {"retention": {"published_days": 30, "contact_days": 7}}}
    here, there = closed(app, 20), closed(app, 20, "beta")
    assert sweep(app) == {"who follows reports that are closed": 1}
    assert not rows(app, DefectReport)[0].archived_at and rows(app, DefectReport, "beta")[0].archived_at
    closed(app, 40), closed(app, 40, "beta")
    assert sweep(app)["closed reports that were public"] == 1
    assert len(rows(app, DefectReport)) == 2 and [row.id for row in rows(app, DefectReport, "beta")] == [there]
    assert here in [row.id for row in rows(app, DefectReport)]


def test_the_files_of_photos_go_with_the_report(app: Flask) -> None:
    closed(app, 400, archived_at=NOW, fingerprint="", photos=1)
    with app.app_context():
        folder = private_folder(tenant_id(app, "alpha"))
    folder.mkdir(parents=True)
    (folder / "private0-480.webp").write_bytes(b"x")
    (folder / "other-480.webp").write_bytes(b"x")
    app.extensions["sva.huey"].immediate = True
    sweep(app)
    assert [path.name for path in folder.iterdir()] == ["other-480.webp"]


def test_a_dry_run_gives_the_same_numbers_and_changes_nothing(app: Flask) -> None:
    add(app, contact(closed(app, 40), -1))
    closed(app, 100, photos=1), closed(app, 400, archived_at=NOW), closed(app, 100, status=DefectStatus.REJECTED)
    before = [(row.id, row.version, row.description, row.archived_at) for row in rows(app, DefectReport)]
    looked = sweep(app, dry_run=True)
    assert looked == {
        "contacts of those who reported a defect": 1,
        "who follows reports that are closed": 3,
        "what was not public of closed reports": 2,
        "closed reports that were not public": 1,
        "closed reports that were public": 1,
    }
    assert [(row.id, row.version, row.description, row.archived_at) for row in rows(app, DefectReport)] == before
    assert len(rows(app, DefectContact)) == len(rows(app, DefectPhoto)) == 1 and rows(app, DefectFigure) == []
    assert sweep(app) == looked and sweep(app, dry_run=True) == {}


def test_flask_housekeep_can_only_look(app: Flask) -> None:
    add(app, contact(closed(app, 40), -1))
    run = app.test_cli_runner()
    assert "contacts of those who reported a defect: 1" in run.invoke(args=["housekeep", "--dry-run"]).output
    assert len(rows(app, DefectContact)) == 1
    assert "contacts of those who reported a defect: 1" in run.invoke(args=["housekeep"]).output
    assert rows(app, DefectContact) == []
