# SPDX-License-Identifier: EUPL-1.2
"""Events and phones together: a new event rings for its category, and who has remembered one hears what changes."""

import uuid
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from sqlalchemy import select

from backend.db import db
from backend.jobs import scope
from backend.push.models import PushDelivery, PushMessage, PushSubscription
from tests.accounts.people import Desk, at_work
from tests.events.desk import change, do, local, make_category, make_draft, publish, save, timing
from tests.factories import tenant_id
from tests.push.phones import Phone, add_phone, due, hurry, make_keys, rows_of, work
from tests.push.sink import Sink

WISH = {"title": "Adventskonzert", "text": "Am Samstag in der Marienkirche."}


@pytest.fixture
def editor(app: Flask) -> Desk:
    make_keys(app)
    make_category(app, "musik", "Musik")
    return at_work(app, "eva@alpha.de")


def send(app: Flask) -> None:
    for message_id in due(app):
        work(app, uuid.UUID(message_id))


def clock() -> int:
    """The minute of the day on the wall."""
    now = datetime.now(ZoneInfo("Europe/Berlin"))
    return now.hour * 60 + now.minute


def set_quiet(app: Flask, begin: int | None, end: int | None) -> None:
    with scope(app, tenant_id(app, "alpha")):
        for row in db.session.scalars(select(PushSubscription)):
            row.quiet_from, row.quiet_to = begin, end


class Listener:
    """A phone that has remembered an event, and what it was told."""

    def __init__(self, app: Flask, sink: Sink, *topics: str) -> None:
        self.app, self.sink, self.phone = app, sink, Phone(f"{sink.origin}/{uuid.uuid4().hex}")
        add_phone(app, self.phone.endpoint, *topics, phone=self.phone)

    def heard(self) -> list[dict[str, Any]]:
        """Everything so far: title, body and url of each."""
        send(self.app)
        mine = self.phone.endpoint.removeprefix(self.sink.origin)
        return [self.phone.read(one.body) for one in self.sink.taken if one.path == mine]

    def titles(self) -> list[str]:
        return [one["title"] for one in self.heard()]


def test_a_new_event_rings_for_its_category_with_its_publication(app: Flask, editor: Desk, sink: Sink) -> None:
    wants, other = Listener(app, sink, "events:musik"), Listener(app, sink, "events:sport", "news:musik")
    item = do(editor, make_draft(editor, category="musik"), "publication", {"notification": WISH}).json
    assert item["notification"]["state"] == "waiting"
    (told,) = wants.heard()
    assert (told["title"], told["url"], other.heard()) == ("Adventskonzert", f"/termine/{item['id']}", [])
    brief = editor.api("GET", "/events").json[0]["notification"]
    assert (brief["state"], brief["reached"]) == ("sent", 1)


def test_who_remembered_it_hears_once_that_it_is_cancelled(app: Flask, editor: Desk, sink: Sink) -> None:
    event = publish(editor, make_draft(editor, category="musik"))
    plain = Listener(app, sink, f"event:{event['id']}")
    reminded = Listener(app, sink, f"event:{event['id']}:1440", f"event:{event['id']}")
    stranger = Listener(app, sink, "events:musik", f"event:{uuid.uuid4()}")
    event = publish(editor, save(editor, event, status="cancelled", status_note="Der Chor ist krank.").json)
    (told,) = plain.heard()
    assert told["title"] == "Abgesagt: Adventskonzert"
    assert told["body"].endswith(" Uhr. Der Chor ist krank.") and told["url"].startswith(
        f"/termine/{event['id']}?datum="
    )
    assert (reminded.titles(), stranger.titles()) == (["Abgesagt: Adventskonzert"], [])
    event = publish(editor, save(editor, event, teaser="Noch ein Satz.").json)
    assert plain.titles() == ["Abgesagt: Adventskonzert"], "nothing has changed for the date"
    publish(editor, save(editor, event, status="scheduled", status_note=None).json)
    assert plain.titles()[1:] == ["Findet statt: Adventskonzert"]


def test_a_change_that_is_not_published_rings_nobody(app: Flask, editor: Desk, sink: Sink) -> None:
    event = publish(editor, make_draft(editor))
    phone = Listener(app, sink, f"event:{event['id']}")
    save(editor, event, status="cancelled")
    assert phone.heard() == []


def test_one_date_of_a_series_is_named(app: Flask, editor: Desk, sink: Sink) -> None:
    start = local(days=7)
    event = publish(editor, make_draft(editor, timing=timing(start, rrule="FREQ=DAILY;COUNT=5")))
    phone = Listener(app, sink, f"event:{event['id']}")
    second, later = local(days=8), local(days=8, hours=2)
    off = [change(second, status="cancelled", note="Sturm.")]
    event = publish(editor, save(editor, event, changes=off).json)
    event = publish(editor, save(editor, event, changes=[change(second, start=later)]).json)
    event = publish(editor, save(editor, event, changes=[change(second, start=later, status="postponed")]).json)
    told = phone.heard()
    assert [one["title"].split(":")[0] for one in told] == ["Abgesagt", "Findet statt", "Verschoben"]
    assert {one["url"] for one in told} == {f"/termine/{event['id']}?datum={second}"}
    assert " statt " in told[1]["body"], "it takes place again, at another time"


def test_news_of_one_date_do_not_take_the_place_of_those_of_another(app: Flask, editor: Desk, sink: Sink) -> None:
    """Also where the first ones still wait for the end of quiet hours."""
    start = local(days=7)
    event = publish(editor, make_draft(editor, timing=timing(start, rrule="FREQ=DAILY;COUNT=5")))
    phone = Listener(app, sink, f"event:{event['id']}")
    minute = clock()
    set_quiet(app, (minute - 5) % 1440, (minute + 600) % 1440)
    off = [change(local(days=8), status="cancelled")]
    event = publish(editor, save(editor, event, changes=off).json)
    assert phone.heard() == []
    off.append(change(local(days=9), status="cancelled"))
    publish(editor, save(editor, event, changes=off).json)
    assert phone.heard() == []
    assert rows_of(app, PushDelivery) == 2
    set_quiet(app, None, None)
    hurry(app)
    told = phone.heard()
    assert len({one["tag"] for one in told}) == len(told) == 2


def test_another_time_for_everything_and_a_date_that_goes(app: Flask, editor: Desk, sink: Sink) -> None:
    event = publish(editor, make_draft(editor, timing=timing(local(days=7))))
    phone = Listener(app, sink, f"event:{event['id']}")
    event = publish(editor, save(editor, event, timing=timing(local(days=8))).json)
    (told,) = phone.heard()
    assert (told["title"], " statt " in told["body"]) == ("Neue Zeit: Adventskonzert", True)
    event = publish(editor, save(editor, event, timing=timing(local(days=8)[:10], all_day=True)).json)
    assert " statt " not in phone.heard()[1]["body"], "the same day, without an hour"
    event = publish(editor, save(editor, event, timing=timing(local(days=8))).json)
    before = len(phone.heard())
    series = timing(local(days=8), rrule="FREQ=DAILY;COUNT=3")
    event = publish(editor, save(editor, event, timing=series).json)
    assert len(phone.heard()) == before, "more dates are no news for who has remembered one"
    gone = series | {"excluded": [{"at": local(days=9), "reason": None}]}
    publish(editor, save(editor, event, timing=gone).json)
    assert phone.titles()[before:] == ["Abgesagt: Adventskonzert"]


def test_what_was_cancelled_is_not_told_again_when_it_goes(app: Flask, editor: Desk, sink: Sink) -> None:
    series = timing(local(days=7), rrule="FREQ=DAILY;COUNT=4")
    event = publish(editor, make_draft(editor, timing=series))
    phone = Listener(app, sink, f"event:{event['id']}")
    event = publish(editor, save(editor, event, changes=[change(local(days=8), status="cancelled")]).json)
    out = series | {"excluded": [{"at": local(days=8), "reason": None}]}
    publish(editor, save(editor, event, timing=out, changes=[]).json)
    assert phone.titles() == ["Abgesagt: Adventskonzert"]


def test_what_is_cancelled_and_gets_another_time_at_once_is_cancelled(app: Flask, editor: Desk, sink: Sink) -> None:
    event = publish(editor, make_draft(editor))
    phone = Listener(app, sink, f"event:{event['id']}")
    publish(editor, save(editor, event, timing=timing(local(days=9)), status="cancelled").json)
    assert phone.titles() == ["Abgesagt: Adventskonzert"]


def test_many_dates_are_one_message(app: Flask, editor: Desk, sink: Sink) -> None:
    event = publish(editor, make_draft(editor, timing=timing(rrule="FREQ=WEEKLY")))
    phone = Listener(app, sink, f"event:{event['id']}")
    publish(editor, save(editor, event, status="cancelled", status_note="Für immer.").json)
    (told,) = phone.heard()
    assert told["body"].split(" Termine ab ")[0].isdecimal() and told["body"].endswith("Für immer.")


def test_nothing_rings_of_what_is_over_planned_or_withdrawn(app: Flask, editor: Desk, sink: Sink) -> None:
    over = publish(editor, make_draft(editor, timing=timing(local(days=-7))))
    planned = publish(editor, make_draft(editor, publish_at=datetime(2099, 1, 1, tzinfo=UTC).isoformat()))
    withdrawn = publish(editor, make_draft(editor))
    phone = Listener(app, sink, *(f"event:{one['id']}" for one in (over, planned, withdrawn)))
    for event in (over, planned):
        publish(editor, save(editor, event, status="cancelled").json)
    withdrawn = save(editor, withdrawn, status="cancelled").json
    assert do(editor, withdrawn, "withdrawal").status_code == 200
    assert phone.heard() == []
    assert rows_of(app, PushMessage) == 0


def test_what_is_withdrawn_before_its_message_leaves_is_not_told(app: Flask, editor: Desk, sink: Sink) -> None:
    event = publish(editor, make_draft(editor))
    phone = Listener(app, sink, f"event:{event['id']}")
    event = publish(editor, save(editor, event, status="cancelled").json)
    assert do(editor, event, "withdrawal").status_code == 200
    assert phone.heard() == []


def test_an_event_of_another_municipality_rings_nobody_here(app: Flask, editor: Desk, sink: Sink) -> None:
    event = publish(editor, make_draft(editor))
    phone = Phone(f"{sink.origin}/beta")
    add_phone(app, phone.endpoint, f"event:{event['id']}", slug="beta", phone=phone)
    publish(editor, save(editor, event, status="cancelled").json)
    send(app)
    assert sink.taken == []
