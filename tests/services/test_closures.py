# SPDX-License-Identifier: EUPL-1.2
"""Closing for today: for a day or a few, until it opens again by itself, or until somebody takes it back."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from backend.db import db
from backend.instants import local_day
from backend.jobs import scope
from backend.push.models import MessageState, PushMessage
from backend.services.models import Office
from tests.accounts.people import Desk, at_work, log_of
from tests.conftest import TenantClient, client_of
from tests.factories import make_category, make_tenant, tenant_id
from tests.services.entries import make_office
from tests.services.staff import close, office

MONDAY = "2099-09-07"  # the office of the tests is open on Tuesdays and Thursdays


@pytest.fixture
def editor(app: Flask) -> Desk:
    return at_work(app, "redaktion@alpha.de")


def today(**later: int) -> str:
    return (local_day(datetime.now(UTC)) + timedelta(**later)).isoformat()


def exceptions(client: TenantClient, one: Any) -> Any:
    return client.get(f"/api/v1/services/offices/{one}").json["exceptions"]


def news(client: TenantClient) -> Any:
    return client.get("/api/v1/news").json


def reopen(editor: Desk, one: Any) -> Any:
    return editor.api("DELETE", f"/services/offices/{one}/closure")


def test_residents_read_that_it_is_closed_and_what_goes_instead(app: Flask, editor: Desk, client: TenantClient) -> None:
    one = make_office(app)
    answer = close(editor, one, today(), last_day=today(), reason="Fortbildung", instead="Ab Do wieder da")
    assert answer.status_code == 200
    text = "Fortbildung. Ab Do wieder da"
    said = {"first_day": today(), "last_day": today(), "closed": True, "hours": [], "text": text}
    assert exceptions(client, one) == [said]
    closure = answer.json["closure"]
    assert closure == said | {"reason": "Fortbildung", "instead": "Ab Do wieder da", "news_id": None}
    assert answer.json["exceptions"] == [] and news(client) == []
    assert log_of(app)[-1] == "office.closed"


def test_without_an_end_it_lasts_until_the_day_before_it_really_opens(app: Flask, editor: Desk) -> None:
    one = make_office(app)
    assert close(editor, one, MONDAY).json["closure"]["last_day"] == MONDAY
    assert close(editor, one, "2099-09-10").json["closure"]["last_day"] == "2099-09-14"
    # On Tuesday the 15th it is closed anyway.
    gone = {"first_day": "2099-09-15", "last_day": "2099-09-16", "closed": True, "hours": [], "text": ""}
    seen = editor.api("GET", f"/services/offices/{one}").json
    editor.api("PUT", f"/services/offices/{one}", office(exceptions=[gone]), version=seen["version"])
    assert close(editor, one, "2099-09-10").json["closure"]["last_day"] == "2099-09-16"
    by_arrangement = make_office(app, hours=[])
    assert close(editor, by_arrangement, MONDAY).json["closure"]["last_day"] == MONDAY


def test_closing_again_replaces_what_was_said_and_the_same_again_is_nothing(
    app: Flask, editor: Desk, client: TenantClient
) -> None:
    one = make_office(app)
    first = close(editor, one, MONDAY, instead="Dringend: 10.")
    assert close(editor, one, MONDAY, instead="Dringend: 10.").json == first.json
    close(editor, one, MONDAY, reason="Technik")
    assert [row["text"] for row in exceptions(client, one)] == ["Technik"]
    assert log_of(app).count("office.closed") == 2


def test_taken_back_everything_is_as_before(app: Flask, editor: Desk, client: TenantClient) -> None:
    one = make_office(app)
    close(editor, one, MONDAY, news=True)
    assert len(news(client)) == 1
    answer = reopen(editor, one)
    assert answer.json["closure"] is None and exceptions(client, one) == [] and news(client) == []
    assert not answer.json["edited"]
    assert reopen(editor, one).status_code == 200
    assert log_of(app).count("office.reopened") == 1


def test_editing_the_office_leaves_the_closing_alone(app: Flask, editor: Desk, client: TenantClient) -> None:
    one = make_office(app)
    seen = close(editor, one, MONDAY, reason="Technik").json
    answer = editor.api("PUT", f"/services/offices/{one}", office(phone="033841 200"), version=seen["version"])
    assert answer.json["closure"] == seen["closure"] and len(exceptions(client, one)) == 1


def test_what_is_over_is_no_closing_any_more(app: Flask, editor: Desk) -> None:
    one = make_office(app)
    close(editor, one, today(), last_day=today(), reason="Technik")
    with scope(app, tenant_id(app, "alpha")):
        row = db.session.scalars(select(Office)).one()
        days = {"first_day": today(days=-3), "last_day": today(days=-2)}
        row.exceptions = [entry | days for entry in row.exceptions]
    assert editor.api("GET", f"/services/offices/{one}").json["closure"] is None
    answer = close(editor, one, today(), last_day=today())
    assert len(answer.json["exceptions"]) == 0 and answer.json["closure"]["reason"] is None


def test_an_item_of_the_news_tells_it_until_the_last_day_is_over(
    app: Flask, editor: Desk, client: TenantClient
) -> None:
    make_category(app, "alpha", "rathaus", "Rathaus")
    one = make_office(app)
    answer = close(editor, one, today(), last_day=today(), instead="Dringend: 10.", news=True)
    (item,) = news(client)
    assert (item["title"], item["teaser"]) == ("Bürgerbüro heute geschlossen", "Dringend: 10.")
    assert item["category"]["slug"] == "rathaus" and answer.json["closure"]["news_id"] == item["id"]
    draft = editor.api("GET", f"/news/{item['id']}").json
    end = datetime.fromisoformat(draft["content"]["unpublish_at"])
    assert local_day(end - timedelta(seconds=1)).isoformat() == today()
    later = close(editor, one, MONDAY, last_day="2099-09-11", news=True)
    (changed,) = news(client)
    assert changed["id"] == item["id"] and changed["title"] == "Bürgerbüro vom 07.09. bis 11.09. geschlossen"
    assert later.json["closure"]["news_id"] == item["id"]
    assert close(editor, one, MONDAY, last_day="2099-09-11", news=False).json["closure"]["news_id"] is None
    assert news(client) == []


def test_one_day_to_come_is_named(app: Flask, editor: Desk, client: TenantClient) -> None:
    close(editor, make_office(app), MONDAY, news=True)
    assert news(client)[0]["title"] == "Bürgerbüro am Montag, 07.09., geschlossen"


def test_where_two_must_agree_the_item_waits_and_the_closing_does_not(
    app: Flask, editor: Desk, client: TenantClient
) -> None:
    admin = at_work(app, "verwaltung@alpha.de", ("ADMIN",))
    assert admin.api("PUT", "/settings", {"four_eyes": True}).status_code == 200
    one = make_office(app)
    item = close(editor, one, MONDAY, news=True).json["closure"]["news_id"]
    assert len(exceptions(client, one)) == 1 and news(client) == []
    assert editor.api("GET", f"/news/{item}").json["state"] == "submitted"
    assert reopen(editor, one).status_code == 200
    assert editor.api("GET", f"/news/{item}").status_code == 404


def test_phones_ring_with_the_item_once_and_with_the_last_words(app: Flask, editor: Desk) -> None:
    make_category(app, "alpha", "rathaus", "Rathaus")
    one = make_office(app)

    def said(text: str) -> Any:
        assert close(editor, one, MONDAY, instead=text, news=True, notify=True).status_code == 200
        return [(row["title"], row["text"]) for row in editor.api("GET", "/push/messages").json]

    title = "Bürgerbüro am Montag, 07.09., geschlossen"
    assert said("Dringend: 10.") == [(title, "Dringend: 10.")]
    assert said("Dringend: 11.") == [(title, "Dringend: 11.")]
    with scope(app, tenant_id(app, "alpha")):
        db.session.scalars(select(PushMessage)).one().state = MessageState.SENT
    assert said("Dringend: 12.") == [(title, "Dringend: 11.")]
    assert close(editor, one, MONDAY, notify=True).status_code == 422


def test_a_municipality_without_news_tells_it_at_the_office_only(app: Flask) -> None:
    make_tenant(app, "gamma", modules=["services"])
    one, editor = make_office(app, "gamma"), at_work(app, "redaktion@gamma.de", slug="gamma")
    answer = close(editor, one, MONDAY, news=True)
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["news"])
    assert close(editor, one, MONDAY).status_code == 200
    assert len(exceptions(client_of(app, "gamma"), one)) == 1


def test_the_item_may_be_gone_before_it_is_taken_back(app: Flask, editor: Desk) -> None:
    one = make_office(app)
    item = close(editor, one, MONDAY, news=True).json["closure"]["news_id"]
    version = editor.api("GET", f"/news/{item}").json["version"]
    assert editor.api("POST", f"/news/{item}/withdrawal", version=version).status_code == 200
    assert reopen(editor, one).status_code == 200


def test_an_office_that_is_deleted_takes_the_item_of_its_closing_along(
    app: Flask, editor: Desk, client: TenantClient
) -> None:
    one = make_office(app)
    version = close(editor, one, MONDAY, news=True).json["version"]
    assert editor.api("DELETE", f"/services/offices/{one}", version=version - 1).status_code == 412 and news(client)
    assert editor.api("DELETE", f"/services/offices/{one}", version=version).status_code == 204
    assert (news(client), log_of(app)[-1]) == ([], "news.withdrawn")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("first_day", "heute"), ("last_day", "2099-09-06"), ("first_day", "9999-01-01"), ("reason", "x" * 61),
        ("instead", "x" * 201), ("instead", "a\nb"), ("news", "ja"), ("until", "x"),
    ],
)  # fmt: skip
def test_garbage_is_refused_by_field(app: Flask, editor: Desk, field: str, value: Any) -> None:
    answer = close(editor, make_office(app), **{"first_day": MONDAY} | {field: value})
    assert answer.status_code == 422 and field in answer.json["errors"], answer.json


def test_days_that_are_over_cannot_be_closed(app: Flask, editor: Desk) -> None:
    answer = close(editor, make_office(app), today(days=-2), last_day=today(days=-1))
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["last_day"])
