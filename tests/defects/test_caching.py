# SPDX-License-Identifier: EUPL-1.2
"""The own view and the public one are never confused by a cache: whoever asks first, whatever is asked along."""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask

from backend.defects.states import DefectStatus
from backend.instants import local_day
from backend.jobs import scope
from tests.conftest import TenantClient
from tests.defects.reports import NOW, SECRET, add_entry, change_defect, make_defect, make_defect_category
from tests.defects.submitting import submitted
from tests.factories import tenant_id

API = "/api/v1/defects"
KEY = {"Authorization": f"Bearer {SECRET}"}
PRIVATE = "Rufen Sie mich an: 0171 2345678"
CODINGS = ("identity", "gzip", "br")


@pytest.fixture
def report(app: Flask) -> uuid.UUID:
    """A published report whose text as it was sent is not public."""
    return make_defect(app, description=PRIVATE, address="bei Familie Privat", notes=("Wir kommen.",))


def public(client: TenantClient, report: uuid.UUID, **headers: str) -> Any:
    return client.get(f"{API}/{report}", headers=headers)


def own(client: TenantClient, report: uuid.UUID, **headers: str) -> Any:
    return client.get(f"{API}/{report}/own", headers=KEY | headers)


def check_public(answer: Any) -> None:
    assert answer.status_code == 200
    assert "0171" not in answer.text
    assert "Privat" not in answer.text
    assert "own_photos" not in answer.json
    assert answer.headers["Cache-Control"] == "public, max-age=0, must-revalidate"


def check_own(answer: Any) -> None:
    assert answer.status_code == 200
    assert answer.json["text"] == PRIVATE
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("first", [check_own, check_public])
def test_the_order_of_own_and_public_does_not_matter(client: TenantClient, report: uuid.UUID, first: Any) -> None:
    order = ["own", "public", "own", "public"] if first is check_own else ["public", "own", "public", "own"]
    for view in order:
        if view == "own":
            check_own(own(client, report))
        else:
            check_public(public(client, report))


def test_the_own_view_needs_the_secret_also_when_it_was_just_opened(client: TenantClient, report: uuid.UUID) -> None:
    check_own(own(client, report))
    bare = client.get(f"{API}/{report}/own")
    assert bare.status_code == 401
    wrong = client.get(f"{API}/{report}/own", headers={"Authorization": "Bearer ein-anderes-geheimnis"})
    assert wrong.status_code == 404
    for answer in (bare, wrong):
        assert "0171" not in answer.text
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("with_secret_first", [True, False])
def test_the_secret_at_the_public_address_changes_nothing(
    client: TenantClient, report: uuid.UUID, with_secret_first: bool
) -> None:
    for secret in (with_secret_first, not with_secret_first, with_secret_first):
        check_public(public(client, report, **(KEY if secret else {})))


def test_what_is_asked_with_a_secret_neither_fills_the_cache_nor_reads_it(
    client: TenantClient, app: Flask, report: uuid.UUID
) -> None:
    cache = cache_of(app)
    public(client, report, **KEY)
    own(client, report)
    assert not cache.entries
    public(client, report)
    assert len(cache.entries) == 1
    own(client, report)
    assert len(cache.entries) == 1


def test_nothing_private_ever_stands_in_the_cache(client: TenantClient, app: Flask, report: uuid.UUID) -> None:
    paths = (API, f"{API}/points", f"{API}/{report}", f"{API}/{report}/own", "/api/v1/bootstrap", f"/maengel/{report}")
    for headers in (KEY, {}):
        for path in paths:
            client.get(path, headers=headers)
    kept = list(cache_of(app).entries.values())
    assert len(kept) == len(paths) - 1
    assert all(b"0171" not in entry.body and b"Privat" not in entry.body for entry in kept)
    assert not any(f"{report}/own" in str(key) for key in cache_of(app).entries)


@pytest.mark.parametrize("coding", CODINGS)
def test_no_coding_and_no_parameter_leads_to_the_other_view(
    client: TenantClient, report: uuid.UUID, coding: str
) -> None:
    asked = {"Accept-Encoding": coding}
    for suffix in ("", "?secret=x", f"?{SECRET}", "/", "?own=1"):
        answer = client.get(f"{API}/{report}{suffix}", headers=asked)
        assert answer.status_code in (200, 404)
        assert b"0171" not in answer.data
    assert own(client, report, **asked).headers["Cache-Control"] == "no-store"


def test_a_tag_of_the_public_view_does_not_answer_for_the_own_one(client: TenantClient, report: uuid.UUID) -> None:
    tag = public(client, report).headers["ETag"]
    check_own(own(client, report, **{"If-None-Match": tag}))
    assert public(client, report, **{"If-None-Match": tag}).status_code == 304


def test_head_tells_no_more_than_get(client: TenantClient, report: uuid.UUID) -> None:
    assert client.head(f"{API}/{report}/own").status_code == 401
    assert client.head(f"{API}/{report}/own", headers=KEY).headers["Cache-Control"] == "no-store"
    assert client.head(f"{API}/{report}").data == b""


@pytest.mark.parametrize("verb", ["withdrawal", "erasure"])
@pytest.mark.parametrize("status", [DefectStatus.RECEIVED, DefectStatus.ACCEPTED])
def test_what_its_reporter_takes_back_is_gone_at_once(
    client: TenantClient, app: Flask, verb: str, status: DefectStatus
) -> None:
    report = make_defect(app, status=status)
    assert public(client, report).status_code == 200
    assert client.post(f"{API}/{report}/{verb}", headers=KEY).status_code in (200, 204)
    assert public(client, report).status_code == 404


def test_what_staff_say_to_the_reporter_alone_shows_in_the_own_view_alone(
    client: TenantClient, app: Flask, report: uuid.UUID
) -> None:
    with scope(app, tenant_id(app, "alpha")):
        add_entry(report, NOW, DefectStatus.REJECTED, text="Das ist privat.", audience="own")
    assert "Das ist privat." in own(client, report).text
    assert "Das ist privat." not in public(client, report).text


def test_of_one_that_nobody_may_see_the_reporter_still_sees_everything(client: TenantClient, app: Flask) -> None:
    report = make_defect(app, status=DefectStatus.REJECTED, description=PRIVATE)
    gone = public(client, report)
    check_own(own(client, report))
    again = public(client, report)
    assert gone.status_code == again.status_code == 404
    assert "0171" not in again.text
    change_defect(app, report, status=DefectStatus.ACCEPTED)
    check_public(public(client, report))


def test_what_waits_for_an_answer_is_kept_until_midnight_and_what_has_it_without_end(
    client: TenantClient, app: Flask
) -> None:
    today = local_day(datetime.now(UTC))
    running = make_defect(app, due_on=today)
    assert public(client, running).json["promise"]["state"] == "running"
    missed = make_defect(app, due_on=today - timedelta(days=1))
    assert public(client, missed).json["promise"]["state"] == "missed"
    for entry in cache_of(app).entries.values():
        midnight = datetime.fromtimestamp(entry.valid_until, UTC)
        assert local_day(midnight) == today + timedelta(days=1), "then another working day has gone"
        assert local_day(midnight - timedelta(seconds=1)) == today
    kept = make_defect(app, due_on=today, answered_at=datetime.now(UTC))
    assert public(client, kept).json["promise"]["state"] == "kept"
    assert list(cache_of(app).entries.values())[-1].valid_until is None


def test_figures_count_a_report_as_soon_as_it_has_arrived(client: TenantClient, app: Flask) -> None:
    make_defect_category(app)
    assert client.get(f"{API}/statistics").json["open"] == 0
    submitted(client)
    assert client.get(f"{API}/statistics").json["open"] == 1


def cache_of(app: Flask) -> Any:
    """The byte cache in front of the app."""
    wsgi: Any = app.wsgi_app
    while not hasattr(wsgi, "entries"):
        wsgi = wsgi.application
    return wsgi
