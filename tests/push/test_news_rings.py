# SPDX-License-Identifier: EUPL-1.2
"""News and phones together, as editors use them: publish with a notification, plan, correct, withdraw."""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask

from backend.news import routes_staff
from backend.push import sending
from backend.push.models import PushMessage
from tests.accounts.people import Desk, at_work
from tests.factories import make_category
from tests.news.desk import do, later, listening, make_draft, publish, save
from tests.push.phones import Phone, add_phone, due, make_keys, rows_of, work
from tests.push.sink import Sink

WISH = {"title": "Freibad offen", "text": "Am Samstag geht es los."}


@pytest.fixture
def editor(app: Flask) -> Desk:
    make_keys(app)
    make_category(app, "alpha", "freizeit", "Freizeit")
    return at_work(app, "eva@alpha.de")


def ring(editor: Desk, item: Any, **details: Any) -> Any:
    """Publish with a notification; gives the answer."""
    return do(editor, item, "publication", {"notification": WISH | details})


def send(app: Flask) -> None:
    for message_id in due(app):
        work(app, uuid.UUID(message_id))


def test_publication_rings_for_those_who_want_the_category_and_leads_to_the_article(
    app: Flask, editor: Desk, sink: Sink
) -> None:
    phone = Phone(f"{sink.origin}/wants")
    add_phone(app, phone.endpoint, "news:freizeit", phone=phone)
    add_phone(app, f"{sink.origin}/wants-not", "news:verkehr")
    item = ring(editor, make_draft(editor, category="freizeit")).json
    assert (item["state"], item["notification"]["state"]) == ("visible", "waiting")
    send(app)
    assert sink.paths() == ["/wants"]
    shown = phone.read(sink.taken[0].body)
    assert (shown["title"], shown["url"]) == ("Freibad offen", f"/aktuelles/{item['id']}")
    told = editor.api("GET", f"/news/{item['id']}").json["notification"]
    assert (told["state"], told["audience"], told["reached"]) == ("sent", 1, 1)


def test_without_a_wish_nothing_rings(app: Flask, editor: Desk, sink: Sink) -> None:
    add_phone(app, f"{sink.origin}/1", "news:freizeit")
    item = publish(editor, make_draft(editor, category="freizeit"))
    assert item["notification"] is None
    assert (due(app), rows_of(app, PushMessage)) == ([], 0)


def test_an_urgent_item_also_reaches_those_who_want_warnings_only(app: Flask, editor: Desk, sink: Sink) -> None:
    add_phone(app, f"{sink.origin}/warnings", "urgent")
    ring(editor, make_draft(editor, urgent=True, unpublish_at=later(hours=3)))
    send(app)
    assert sink.paths() == ["/warnings"]
    assert sink.taken[0].headers["Urgency"] == "high"
    assert int(sink.taken[0].headers["TTL"]) <= 3 * 3600, "worth nothing after the end of the item"


def test_a_corrected_item_does_not_ring_again_unless_the_editor_insists(app: Flask, editor: Desk, sink: Sink) -> None:
    add_phone(app, f"{sink.origin}/1", "news:freizeit")
    item = ring(editor, make_draft(editor, category="freizeit")).json
    send(app)
    item = publish(editor, save(editor, item, title="Freibad öffnet doch").json)
    send(app)
    assert len(sink.taken) == 1
    changed = save(editor, item, title="Freibad öffnet wirklich").json
    refused = ring(editor, changed)
    assert (refused.status_code, refused.json["code"]) == (409, "already-announced")
    still = editor.api("GET", f"/news/{item['id']}").json
    assert still["unpublished_changes"], "refused means that nothing was published either"
    again = ring(editor, still, insist=True)
    assert again.status_code == 200
    send(app)
    assert len(sink.taken) == 2
    insisted = ring(editor, again.json, insist=True)
    assert insisted.status_code == 200
    send(app)
    assert ring(editor, again.json, insist=True).status_code == 412, "the same request once more"
    send(app)
    assert len(sink.taken) == 3


def test_a_planned_item_rings_at_its_minute_also_when_that_has_moved(
    app: Flask, editor: Desk, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_phone(app, f"{sink.origin}/1", "news:freizeit")
    item = ring(editor, make_draft(editor, category="freizeit", publish_at=later(hours=1))).json
    assert item["state"] == "scheduled"
    publish(editor, save(editor, item, publish_at=later(hours=2)).json)
    now = datetime.now(UTC)
    for hours, rung in ((0.5, 0), (1.5, 0), (2.1, 1), (3, 1)):
        monkeypatch.setattr(sending, "_now", lambda hours=hours: now + timedelta(hours=hours))
        send(app)
        assert len(sink.taken) == rung, hours


def test_a_planned_message_follows_what_becomes_of_its_item(
    app: Flask, editor: Desk, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_category(app, "alpha", "verkehr", "Verkehr")
    add_phone(app, f"{sink.origin}/leisure", "news:freizeit")
    add_phone(app, f"{sink.origin}/traffic", "news:verkehr")
    add_phone(app, f"{sink.origin}/warned", "urgent")
    item = ring(editor, make_draft(editor, category="freizeit", publish_at=later(hours=1))).json
    changes = {"category": "verkehr", "urgent": True, "unpublish_at": later(hours=3)}
    told = publish(editor, save(editor, item, **changes).json)["notification"]
    assert (told["title"], told["state"], told["urgent"]) == (WISH["title"], "waiting", True)
    now = datetime.now(UTC)
    monkeypatch.setattr(sending, "_now", lambda: now + timedelta(hours=1, minutes=1))
    send(app)
    assert sorted(sink.paths()) == ["/traffic", "/warned"]
    assert sink.taken[0].headers["Urgency"] == "high"
    assert int(sink.taken[0].headers["TTL"]) < 2 * 3600, "worth nothing after the new end of the item"


def test_a_withdrawn_item_rings_neither_now_nor_later(app: Flask, editor: Desk, sink: Sink) -> None:
    add_phone(app, f"{sink.origin}/1", "news:freizeit")
    at_once = ring(editor, make_draft(editor, category="freizeit")).json
    planned = ring(editor, make_draft(editor, category="freizeit", publish_at=later(hours=1))).json
    for item in (at_once, planned):
        withdrawn = do(editor, item, "withdrawal")
        assert withdrawn.status_code == 200
        assert withdrawn.json["notification"]["state"] == "cancelled"
    send(app)
    assert sink.taken == []


@pytest.mark.parametrize("wish", [{"title": ""}, {"title": " \n"}, {"title": "x" * 121}, {"text": 7}, {"loud": True}])
def test_an_unusable_wish_publishes_nothing(editor: Desk, wish: dict[str, Any]) -> None:
    item = make_draft(editor)
    assert ring(editor, item, **wish).status_code == 422
    assert editor.api("GET", f"/news/{item['id']}").json["state"] == "draft"


def test_what_is_visible_already_rings_later_without_a_change_but_only_once(
    app: Flask, editor: Desk, sink: Sink
) -> None:
    add_phone(app, f"{sink.origin}/1", "news:freizeit")
    item = publish(editor, make_draft(editor, category="freizeit"))
    rung = ring(editor, item)
    assert (rung.status_code, rung.json["published_at"]) == (200, item["published_at"])
    send(app)
    assert len(sink.taken) == 1
    again = ring(editor, editor.api("GET", f"/news/{item['id']}").json)
    assert (again.status_code, again.json["code"]) == (409, "already-announced")


def test_what_is_over_or_seen_in_another_version_does_not_ring_later(
    app: Flask, editor: Desk, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = publish(editor, make_draft(editor, category="freizeit", unpublish_at=later(hours=1)))
    assert ring(editor, item | {"version": item["version"] + 1}).status_code == 412
    monkeypatch.setattr(routes_staff, "now", lambda: datetime.now(UTC) + timedelta(hours=2))
    assert ring(editor, item).status_code == 422
    assert rows_of(app, PushMessage) == 0


def test_the_list_tells_how_many_devices_hear_of_an_item(app: Flask, editor: Desk, sink: Sink) -> None:
    add_phone(app, f"{sink.origin}/both", "news:freizeit", "urgent")
    add_phone(app, f"{sink.origin}/one", "news:freizeit")
    add_phone(app, f"{sink.origin}/warned", "urgent")
    add_phone(app, f"{sink.origin}/elsewhere", "news:freizeit", slug="beta")
    planned = ring(editor, make_draft(editor, category="freizeit", publish_at=later(hours=1))).json
    urgent = ring(
        editor,
        make_draft(editor, category="freizeit", urgent=True, publish_at=later(hours=1), unpublish_at=later(hours=2)),
    ).json
    withdrawn = ring(editor, make_draft(editor, category="freizeit")).json
    do(editor, withdrawn, "withdrawal")
    silent = publish(editor, make_draft(editor, category="freizeit"))
    sent = ring(editor, make_draft(editor, category="freizeit")).json
    send(app)
    rows = {row["id"]: row["notification"] for row in editor.api("GET", "/news").json}
    brief = {key: row and (row["state"], row["devices"], row["reached"]) for key, row in rows.items()}
    assert brief == {
        planned["id"]: ("waiting", 2, 0),
        urgent["id"]: ("waiting", 3, 0),
        withdrawn["id"]: None,
        silent["id"]: None,
        sent["id"]: ("sent", 2, 2),
    }


def test_the_list_asks_no_more_questions_for_many_notifications(app: Flask, editor: Desk) -> None:
    make_category(app, "alpha", "verkehr", "Verkehr")
    plan = {"publish_at": later(hours=1)}
    ring(editor, make_draft(editor, category="freizeit", **plan))
    with listening(app) as few:
        editor.api("GET", "/news")
    for category in ("freizeit", "verkehr", "freizeit"):
        ring(editor, make_draft(editor, category=category, **plan))
    with listening(app) as many:
        editor.api("GET", "/news")
    assert len(many) == len(few)
