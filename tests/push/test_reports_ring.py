# SPDX-License-Identifier: EUPL-1.2
"""Who hears what of a report: its reporter by notification and mail, its followers, and nobody of what is private."""

import uuid
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from backend.db import db
from backend.defects import ringing
from backend.defects.models import DefectReport
from backend.defects.submission import topic_of
from backend.jobs import scope
from backend.push.models import PushMessage, PushSubscription, PushTopic
from tests.accounts.people import Desk, at_work, mails, secret_of
from tests.conftest import TenantClient
from tests.defects.reports import make_defect_category
from tests.defects.submitting import API, SECRET, bearer, decide, deed, kept, own, report, submit, submitted
from tests.factories import tenant_id
from tests.push.phones import Phone, add_phone, due, make_keys, work
from tests.push.sink import Sink

OTHER = "ein-anderes-geheimnis-vom-telefon"
RITA = {"name": "Rita Regen", "email": "rita@example.org", "phone": "", "mail_updates": True}


@pytest.fixture(autouse=True)
def category(app: Flask) -> uuid.UUID:
    make_keys(app)
    return make_defect_category(app, email=None)


@pytest.fixture
def clerk(app: Flask) -> Desk:
    return at_work(app, "kim@alpha.de", ("CLERK",))


class Listener:
    """A phone with a topic, and what it was told."""

    def __init__(self, app: Flask, sink: Sink, *topics: str) -> None:
        self.app, self.sink, self.phone = app, sink, Phone(f"{sink.origin}/{uuid.uuid4().hex}")
        add_phone(app, self.phone.endpoint, *topics, phone=self.phone)

    def heard(self) -> list[dict[str, Any]]:
        for message_id in due(self.app):
            work(self.app, uuid.UUID(message_id))
        mine = self.phone.endpoint.removeprefix(self.sink.origin)
        return [self.phone.read(one.body) for one in self.sink.taken if one.path == mine]


def to_rita(app: Flask) -> list[dict[str, str]]:
    return [mail for mail in mails(app) if mail["to"] == "rita@example.org"]


def test_reporter_and_followers_hear_of_an_answer_each_by_a_message_of_their_own(
    app: Flask,
    client: TenantClient,
    clerk: Desk,
    sink: Sink,
) -> None:
    report_id = submitted(client)
    mine = Listener(app, sink, topic_of(SECRET))
    follower = Listener(app, sink, f"defect:{report_id}")
    decide(clerk, report_id, "in_progress", "Der Bauhof kommt am Montag.")
    (told,) = mine.heard()
    assert (told["title"][-11:], told["body"]) == (": In Arbeit", "Die Verwaltung hat geantwortet.")
    assert told["url"] == f"/maengel/{report_id}" and told["topic"] == topic_of(SECRET)
    (told,) = follower.heard()
    assert (told["title"], told["body"]) == ("Licht: In Arbeit", "Der Bauhof kommt am Montag.")
    assert told["topic"] == f"defect:{report_id}" and topic_of(SECRET) not in str(told)


def test_of_what_is_hidden_only_the_reporter_hears(
    app: Flask,
    client: TenantClient,
    clerk: Desk,
    sink: Sink,
) -> None:
    report_id = submitted(client)
    mine, follower = Listener(app, sink, topic_of(SECRET)), Listener(app, sink, f"defect:{report_id}")
    decide(clerk, report_id, "rejected", "Das ist Sache des Ordnungsamts.")
    assert [told["title"].partition(": ")[2] for told in mine.heard()] == ["Nicht veröffentlicht"]
    assert follower.heard() == [] and "Ordnungsamt" not in str(mine.heard())
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert set(db.session.scalars(select(PushMessage.subject_type))) == {"report"}


def test_what_is_taken_back_before_it_rings_rings_nobody(
    app: Flask,
    client: TenantClient,
    clerk: Desk,
    sink: Sink,
) -> None:
    report_id = submitted(client)
    follower = Listener(app, sink, f"defect:{report_id}")
    decide(clerk, report_id, "accepted", "")
    deed(client, report_id, "withdrawal")
    assert follower.heard() == []


def test_reopened_the_followers_hear_and_the_reporter_knows(
    app: Flask,
    client: TenantClient,
    clerk: Desk,
    sink: Sink,
) -> None:
    report_id = submitted(client)
    decide(clerk, report_id, "resolved")
    mine, follower = Listener(app, sink, topic_of(SECRET)), Listener(app, sink, f"defect:{report_id}")
    before = len(mine.heard()), len(follower.heard())
    deed(client, report_id, "reopening", {"text": "Immer noch dunkel bei Familie Regen."})
    assert (len(mine.heard()), len(follower.heard())) == (before[0], before[1] + 1)
    assert follower.heard()[-1]["title"] == "Licht: In Arbeit" and "Regen" not in str(follower.heard())


def test_a_duplicates_reporter_hears_what_becomes_of_its_master(
    app: Flask,
    client: TenantClient,
    clerk: Desk,
    sink: Sink,
) -> None:
    master, double = submitted(client), submitted(client, contact=RITA)
    decide(clerk, master, "accepted", "")
    decide(clerk, double, "duplicate", "", master=master)
    decide(clerk, master, "question", "Welche ist es?")
    decide(clerk, master, "resolved", "Leuchtet wieder.")
    subjects = [mail["subject"].partition(": ")[2] for mail in to_rita(app)]
    assert subjects == ["", "Schon gemeldet", "Rückfrage", "Erledigt"]
    assert "Leuchtet wieder." in to_rita(app)[-1]["text"] and double in to_rita(app)[-1]["text"]


def test_nobody_says_that_the_town_hall_did_what_another_reporter_did(
    app: Flask,
    client: TenantClient,
    clerk: Desk,
    sink: Sink,
) -> None:
    master = submitted(client)
    double = str(uuid.uuid4())
    assert submit(client, double, report(contact=RITA), secret=OTHER).status_code == 201
    decide(clerk, double, "duplicate", "", master=master)
    decide(clerk, master, "resolved")
    mine = Listener(app, sink, topic_of(OTHER))
    before = len(mine.heard())
    deed(client, master, "reopening", {"text": ""})
    (told,) = mine.heard()[before:]
    assert (told["title"].partition(": ")[2], told["body"]) == ("In Arbeit", "Es gibt einen neuen Stand.")
    assert "hat einen neuen Stand: In Arbeit" in to_rita(app)[-1]["text"]


def test_who_wants_mail_gets_it_with_a_link_that_opens_the_report(
    app: Flask, client: TenantClient, clerk: Desk
) -> None:
    report_id = submitted(client, contact=RITA)
    (mail,) = to_rita(app)
    number = own(client, report_id).json["number"]
    assert mail["subject"] == f"Meldung {number} ist angekommen" and "Laterne" not in mail["text"]
    token = secret_of(mail)
    assert token != SECRET and own(client, report_id, token).json["number"] == number
    decide(clerk, report_id, "question", "Welche ist es?")
    decide(clerk, report_id, "scheduled", "Am Montag.", expected_on="2027-01-04")
    _first, asked, planned = to_rita(app)
    assert asked["subject"].endswith(": eine Frage an Sie") and "Welche" not in asked["text"]
    assert planned["subject"].endswith(": Eingeplant für Montag, 04.01.") and "Am Montag." in planned["text"]


def test_the_mails_link_opens_nothing_else_and_ends_with_the_address(app: Flask, client: TenantClient) -> None:
    report_id, other = submitted(client, contact=RITA), submitted(client, contact=RITA)
    token = secret_of(to_rita(app)[0])
    assert own(client, other, token).status_code == 404
    changed = RITA | {"email": "anders@example.org"}
    assert deed(client, report_id, "contact", changed, "PUT", secret=token).status_code == 200
    assert own(client, report_id, token).status_code == 404, "whoever had the address before"
    deed(client, report_id, "contact", RITA, "PUT")
    assert own(client, report_id, token).status_code == 200
    deed(client, report_id, "contact", method="DELETE")
    assert own(client, report_id, token).status_code == 404


def test_nobody_fills_a_strangers_letterbox(app: Flask, client: TenantClient) -> None:
    for number in range(7):
        email = "Rita@Example.org" if number % 2 else "rita@example.org"
        submitted(client, contact=RITA | {"email": email}, description=f"Laterne {number}")
    assert len([mail for mail in mails(app) if "rita" in mail["to"].lower()]) == 5 and kept(app) == 7


def test_without_the_wish_nobody_gets_mail(app: Flask, client: TenantClient, clerk: Desk) -> None:
    report_id = submitted(client, contact=RITA | {"mail_updates": False})
    decide(clerk, report_id, "resolved")
    assert to_rita(app) == []


def test_a_rejection_by_mail_names_no_reason(app: Flask, client: TenantClient, clerk: Desk) -> None:
    report_id = submitted(client, contact=RITA)
    decide(clerk, report_id, "rejected", "Das ist Sache des Ordnungsamts.")
    assert "Ordnungsamt" not in to_rita(app)[-1]["text"]


def test_a_phone_may_want_the_topic_of_its_own_report(client: TenantClient, sink: Sink) -> None:
    phone = Phone(f"{sink.origin}/x")
    for topic, status in ((topic_of(SECRET), 201), ("report:Zu-Kurz", 422), (f"report:{'X' * 44}", 422)):
        assert client.post("/api/v1/push/subscriptions", json=phone.body(topic)).status_code == status, topic


def test_erased_nobody_hears_any_more_and_who_wanted_nothing_else_is_forgotten(
    app: Flask,
    client: TenantClient,
    clerk: Desk,
    sink: Sink,
) -> None:
    report_id = submitted(client, contact=RITA)
    only = Listener(app, sink, topic_of(SECRET))
    more = Listener(app, sink, f"defect:{report_id}", "news:verkehr")
    decide(clerk, report_id, "accepted", "")
    deed(client, report_id, "erasure")
    assert only.heard() == [] == more.heard()
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert list(db.session.scalars(select(PushTopic.topic))) == ["news:verkehr"]
        assert db.session.scalar(select(func.count(PushSubscription.id))) == 1


def test_nothing_in_messages_and_log_names_the_reporter_or_the_topic(
    app: Flask, client: TenantClient, clerk: Desk
) -> None:
    report_id = submitted(client, contact=RITA, description="Hier wohnt Rita Regen.")
    decide(clerk, report_id, "in_progress", "Wir kommen.")
    with scope(app, tenant_id(app, "alpha"), write=False):
        rows = list(db.session.scalars(select(PushMessage)))
        assert len(rows) == 2 and not [row for row in rows if "Regen" in f"{row.title} {row.text}" or row.created_by]
    chief = at_work(app, "chefin@alpha.de", ("ADMIN",))
    assert chief.api("GET", "/push/messages").json == [], "the list of what staff sent names no topic"
    log = chief.api("GET", "/log").text
    assert "Regen" not in log and topic_of(SECRET) not in log


def test_another_municipalitys_report_rings_nobody_here(
    app: Flask,
    client: TenantClient,
    clerk: Desk,
    sink: Sink,
) -> None:
    report_id = submitted(client)
    phone = Phone(f"{sink.origin}/beta")
    add_phone(app, phone.endpoint, topic_of(SECRET), f"defect:{report_id}", slug="beta", phone=phone)
    decide(clerk, report_id, "accepted", "")
    for message_id in due(app):
        work(app, uuid.UUID(message_id))
    assert sink.taken == []
    assert kept(app) == 1 and client.get(f"{API}/{report_id}", headers=bearer()).status_code == 200
    with scope(app, tenant_id(app, "beta"), write=False):
        assert not ringing.exists(uuid.UUID(report_id), db.session.scalar(select(func.now())))
        assert db.session.get(DefectReport, uuid.UUID(report_id)) is None
