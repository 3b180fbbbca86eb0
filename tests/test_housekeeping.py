# SPDX-License-Identifier: EUPL-1.2
"""What is over goes, what still counts stays, and the log forgets after two years and not before."""

import os
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import delete, select

from backend.accounts.models import Invitation, Membership, StaffAccount, StaffSession, StaffToken
from backend.audit import AuditEntry, AuditIsAppendOnly
from backend.db import db
from backend.housekeeping import AT_NIGHT, Broom, sweep_all
from backend.jobs import scope
from backend.mail import OutgoingMail
from backend.media.library import folder_of
from backend.throttle import ThrottleCounter
from tests.accounts.people import at_work, make_person
from tests.factories import tenant_id

NOW = datetime.now(UTC)


def ago(**time: float) -> datetime:
    return NOW - timedelta(**time)


def add(app: Flask, *rows: Any, slug: str = "alpha") -> None:
    with scope(app, tenant_id(app, slug)):
        db.session.add_all(rows)


def left(app: Flask, column: Any, slug: str = "alpha") -> set[Any]:
    with scope(app, tenant_id(app, slug), write=False):
        return set(db.session.scalars(select(column)))


def sweep(app: Flask) -> dict[str, int | None]:
    return dict(sweep_all(app, NOW))


def test_ended_sessions_and_spent_links_go(app: Flask) -> None:
    alpha, kim = tenant_id(app, "alpha"), make_person(app, "kim@alpha.de")

    def session(device: str, seen: datetime, end: datetime) -> StaffSession:
        return StaffSession(
            token_digest=device, account_id=kim, tenant_id=alpha, complete=True, device=device,
            created_at=seen, last_seen_at=seen, expires_at=end,
        )  # fmt: skip

    def token(digest: str, end: datetime) -> StaffToken:
        return StaffToken(purpose="reset", token_digest=digest, account_id=kim, tenant_id=alpha, expires_at=end)

    add(
        app,
        session("now", ago(minutes=1), ago(days=-1)),
        session("idle", ago(hours=1), ago(days=-1)),
        session("over", ago(minutes=1), ago(minutes=1)),
        token("good", ago(minutes=-1)),
        token("spent", ago(minutes=1)),
    )
    swept = sweep(app)
    assert (swept["sessions that have ended"], swept["links that are over"]) == (2, 1)
    assert left(app, StaffSession.device) == {"now"} and left(app, StaffToken.token_digest) == {"good"}


def test_an_invitation_goes_a_month_after_its_end_in_every_municipality(app: Flask) -> None:
    def invitation(email: str, end: datetime) -> Invitation:
        return Invitation(
            email=email, name="", roles=["CLERK"], token_digest=uuid.uuid4().hex, invited_by="",
            created_at=end, expires_at=end,
        )  # fmt: skip

    for slug in ("alpha", "beta"):
        add(app, invitation("recent", ago(days=29)), invitation("old", ago(days=31)), slug=slug)
    assert sweep(app)["invitations that nobody accepted"] == 2
    assert left(app, Invitation.email) == left(app, Invitation.email, "beta") == {"recent"}


def test_who_works_nowhere_any_more_is_forgotten_after_a_month(app: Flask) -> None:
    stays_elsewhere = make_person(app, "kim@alpha.de", slug="beta")
    for email in ("kim@alpha.de", "recent@alpha.de", "old@alpha.de", "ada@alpha.de"):
        make_person(app, email, ("ADMIN",))
    with scope(app, tenant_id(app, "alpha")):
        people = {row.email: row for row in db.session.scalars(select(StaffAccount))}
        gone = [people[email] for email in ("kim@alpha.de", "recent@alpha.de", "old@alpha.de")]
        for person in gone:
            person.left_at = ago(days=31)
            db.session.execute(delete(Membership).where(Membership.account_id == person.id))
        people["recent@alpha.de"].left_at = ago(days=29)
    assert sweep(app)["people without a municipality"] == 1
    assert left(app, StaffAccount.email) == {"kim@alpha.de", "recent@alpha.de", "ada@alpha.de"}
    assert left(app, Membership.account_id, "beta") == {stays_elsewhere}


def test_leaving_is_noted_when_a_person_is_removed(app: Flask) -> None:
    admin = at_work(app, "ada@alpha.de", ("ADMIN",))
    make_person(app, "kim@alpha.de")
    member = next(row["id"] for row in admin.api("GET", "/people").json if not row["you"])
    assert admin.api("DELETE", f"/people/{member}", version=1).status_code == 204
    sweep(app)
    assert left(app, StaffAccount.email) == {"ada@alpha.de", "kim@alpha.de"}


def test_counters_and_mails_that_were_given_up_go(app: Flask) -> None:
    def mail(reason: str, created: datetime, next_try: datetime | None) -> OutgoingMail:
        return OutgoingMail(sealed="", created_at=created, next_try_at=next_try, last_error=reason)

    add(
        app,
        ThrottleCounter(key="over", tries=3, ends_at=ago(minutes=1)),
        ThrottleCounter(key="counts", tries=3, ends_at=ago(minutes=-1)),
        mail("given up long ago", ago(days=31), None),
        mail("given up", ago(days=29), None),
        mail("still tried", ago(days=31), NOW),
    )
    swept = sweep(app)
    assert (swept["counters of tries"], swept["mails that could not be sent"]) == (1, 1)
    assert left(app, ThrottleCounter.key) == {"counts"}
    assert left(app, OutgoingMail.last_error) == {"given up", "still tried"}


def test_the_log_forgets_after_two_years_and_nobody_else_can_make_it(app: Flask) -> None:
    def line(subject: str, at: datetime) -> AuditEntry:
        return AuditEntry(at=at, actor_id=None, actor="", action="test", subject=subject, details={})

    for slug in ("alpha", "beta"):
        add(app, line("old", ago(days=731)), line("young", ago(days=729)), slug=slug)
    for option in (True, object(), "audit_lines"):
        with pytest.raises(AuditIsAppendOnly), scope(app, tenant_id(app, "alpha")):
            db.session.execute(delete(AuditEntry).execution_options(audit_lines=option))
    assert sweep(app)["lines of the log"] == 2
    assert left(app, AuditEntry.subject) == left(app, AuditEntry.subject, "beta") == {"young"}


def test_a_broom_that_breaks_keeps_no_other_from_sweeping(app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    def broken(_now: datetime) -> int:
        raise OSError("disk")

    app.extensions["sva.brooms"] = (Broom("broken", broken), *app.extensions["sva.brooms"])
    add(app, ThrottleCounter(key="over", tries=3, ends_at=ago(minutes=1)))
    result = app.test_cli_runner().invoke(args=["housekeep"])
    assert result.exit_code == 1
    assert "broken: failed, see the log\n" in result.output and "counters of tries: 1\n" in result.output
    assert [record.message for record in caplog.records] == ["a broom broke"] * 2


def test_the_command_says_what_it_did_and_doing_it_again_does_nothing(app: Flask) -> None:
    add(app, ThrottleCounter(key="over", tries=3, ends_at=ago(minutes=1)))
    first = app.test_cli_runner().invoke(args=["housekeep"])
    assert first.exit_code == 0 and "counters of tries: 1\n" in first.output
    again = app.test_cli_runner().invoke(args=["housekeep"]).output.splitlines()
    assert len(again) == len(app.extensions["sva.brooms"]) and {line.rpartition(" ")[2] for line in again} == {"0"}


def test_a_dry_run_counts_and_leaves_everything_also_files(app: Flask) -> None:
    add(app, ThrottleCounter(key="over", tries=3, ends_at=ago(minutes=1)))
    with app.app_context():
        folder = folder_of(tenant_id(app, "alpha"))
    folder.mkdir(parents=True, exist_ok=True)
    orphan = folder / f"{'a' * 32}-480.webp"
    orphan.write_bytes(b"x")
    os.utime(orphan, (0, 0))
    looked = app.test_cli_runner().invoke(args=["housekeep", "--dry-run"])
    assert looked.exit_code == 0 and "counters of tries: 1\n" in looked.output
    assert left(app, ThrottleCounter.key) == {"over"} and orphan.exists()
    swept = app.test_cli_runner().invoke(args=["housekeep"])
    assert swept.output == looked.output
    assert left(app, ThrottleCounter.key) == set() and not orphan.exists()


def test_the_worker_sweeps_every_night(app: Flask) -> None:
    add(app, ThrottleCounter(key="over", tries=3, ends_at=ago(minutes=1)))
    huey = app.extensions["sva.huey"]
    (task,) = [task for task in huey._registry.periodic_tasks if task.name == "housekeep"]
    assert [hour for hour in range(24) if AT_NIGHT(datetime(2026, 6, 1, hour, 17))] == [3]
    huey.execute(task)
    assert left(app, ThrottleCounter.key) == set()


def test_files_of_pictures_that_no_row_names_go(app: Flask) -> None:
    with scope(app, tenant_id(app, "alpha"), write=False):
        folder = folder_of(tenant_id(app, "alpha"))
    folder.mkdir(parents=True)
    file = folder / f"{'a' * 32}-480.webp"
    file.touch()
    os.utime(file, (ago(hours=2).timestamp(),) * 2)
    assert sweep(app)["pictures that nothing shows"] == 0
    assert not file.exists()
