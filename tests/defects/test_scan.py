# SPDX-License-Identifier: EUPL-1.2
"""Nothing that a resident confides to the town hall comes out anywhere else: all answers that need no secret, feeds,
caches, files, logs, the log of deeds, notifications and mails to offices are searched for it."""

import io
import itertools
import logging
import re
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event, select
from werkzeug.routing import Rule

from backend.audit import AuditEntry
from backend.db import db
from backend.defects.describing import published
from backend.defects.models import DefectContact, DefectReport
from backend.jobs import scope
from backend.logs import JsonFormatter
from backend.push.models import PushMessage
from backend.throttle import ThrottleCounter
from backend.web import Access
from tests.accounts.people import mails
from tests.conftest import TenantClient
from tests.defects.confiding import (
    KEY,
    MAIL,
    NAME,
    NOTE,
    OFFICE,
    PLACE,
    PUBLIC_WORDS,
    SECRETS,
    TEXT,
    Confided,
    confide,
    mistakes,
)
from tests.defects.reports import make_defect_category
from tests.defects.submitting import API, report, submit
from tests.defects.test_caching import cache_of
from tests.factories import tenant_id

QUESTION = {"code": "mast", "label": "Nummer am Mast", "help": None, "kind": "text", "required": False, "options": []}
QUERIES: dict[str, tuple[str, ...]] = {
    f"{API}/nearby": ("category=licht&lat=52.1398&lon=12.5951",),
    API: ("", "status=open", "status=closed", "category=licht", *(f"q={word}" for word in SECRETS), "page_size=100"),
    "/api/v1/search": tuple(f"q={word}" for word in (*SECRETS, "laterne")),
}


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the server writes down meanwhile, ours to the last detail, as JSON and as plain text."""
    kept, root = io.StringIO(), logging.getLogger()
    handlers = [logging.StreamHandler(kept), logging.StreamHandler(kept)]
    handlers[0].setFormatter(JsonFormatter())
    before = {name: logging.getLogger(name).level for name in ("sva", "huey")}
    for name in before:
        logging.getLogger(name).setLevel(logging.DEBUG)
    for handler in handlers:
        root.addHandler(handler)
    yield kept
    for handler in handlers:
        root.removeHandler(handler)
    for name, level in before.items():
        logging.getLogger(name).setLevel(level)


@pytest.fixture
def confided(app: Flask, client: TenantClient, log: io.StringIO) -> Confided:
    make_defect_category(app, questions=[QUESTION])
    make_defect_category(app, code="strasse", name="Straße")
    return confide(app, client)


def check(what: str, content: bytes | str) -> None:
    """Fails if a secret is in it, in whatever case, also escaped or percent-encoded."""
    text = content.decode("utf-8", "replace") if isinstance(content, bytes) else content
    plain = re.sub(r"[\s+]|%20|\\u0020", "", text).casefold()
    for secret in SECRETS:
        assert re.sub(r"\s", "", secret).casefold() not in plain, (what, secret)


def addresses(app: Flask, confided: Confided) -> Iterator[str]:
    """Every address that answers to a GET without anybody signed in, with every id that there is."""
    reports = [*confided.reports.values(), str(uuid.uuid4())]
    for rule in app.url_map.iter_rules():
        open_to_all = app.view_functions[rule.endpoint].access in (Access.PUBLIC, Access.OPEN, Access.PROBE)  # type: ignore[attr-defined]
        if "GET" in (rule.methods or ()) and open_to_all:
            yield from filled(rule, reports, confided.photos)
    yield from (f"/maengel/{one}" for one in reports)


def filled(rule: Rule, reports: list[str], photos: list[str]) -> Iterator[str]:
    names = sorted(rule.arguments)
    known = {"report_id": reports, "photo_id": photos, "path": ["maengel", "maengel/meine", "maengel/zahlen"]}
    choices = [known.get(name, ["licht", str(uuid.UUID(int=0))]) for name in names]
    for values in itertools.product(*choices):
        path = rule.rule
        for name, value in zip(names, values, strict=True):
            path = re.sub(rf"<[^>]*\b{name}>", value, path)
        yield path


def test_no_answer_that_needs_no_secret_tells_anything(
    app: Flask, client: TenantClient, other: TenantClient, confided: Confided
) -> None:
    asked = 0
    for path in dict.fromkeys(addresses(app, confided)):
        for query in QUERIES.get(path, ("",)):
            for who in (client, other):
                answer = who.get(path, query_string=query)
                content = answer.text.replace(query.removeprefix("q="), "") if "q=" in query else answer.text
                check(f"{path}?{query}", content)
                check(f"headers of {path}", str(list(answer.headers)))
                asked += 1
    assert asked > 200
    kept = cache_of(app).entries
    assert len(kept) > 50
    for key, entry in kept.items():
        check(str(key), entry.body)


def test_the_scan_sees_what_is_public(app: Flask, client: TenantClient, confided: Confided) -> None:
    seen = {path for path in addresses(app, confided) if PUBLIC_WORDS in client.get(path).text}
    published = ("published", "reopened", "asked")
    assert {f"{API}/{confided.reports[end]}" for end in published} == seen
    assert len(client.get(API).json) == len(published) + 1  # and the duplicate, without its text


def test_no_answer_to_a_mistake_quotes_what_was_confided(
    client: TenantClient, confided: Confided, log: io.StringIO
) -> None:
    for answer in mistakes(client, confided.reports["received"]):
        check(str(answer.status_code), answer.text)
    check("the log", log.getvalue())


def test_no_log_line_tells_anything_also_when_the_database_fails(
    app: Flask, client: TenantClient, confided: Confided, log: io.StringIO
) -> None:
    app.testing = False

    def fail(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if statement.startswith("INSERT INTO defect_contact"):
            raise RuntimeError("broken on purpose")

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", fail)
    words = report(description=TEXT, contact={"name": NAME, "email": MAIL, "mail_updates": True})
    answer = submit(client, str(uuid.uuid4()), words, secret=KEY)
    event.remove(engine, "before_cursor_execute", fail)
    assert answer.status_code == 500
    check("the answer", answer.text)
    said = log.getvalue()
    assert "broken on purpose" in said or "RuntimeError" in said
    assert said.count("/api/v1/defects/<uuid:report_id>") > 20
    check("the log", said)
    # Whom a line is about shows no address either.
    assert not any(one in said for one in confided.reports.values())


def test_public_files_hold_pixels_only_and_private_ones_are_not_served(
    app: Flask, client: TenantClient, confided: Confided
) -> None:
    settings = app.extensions["sva.settings"]
    tenant = str(tenant_id(app, "alpha"))
    public = [path for path in (settings.media_path / tenant).rglob("*") if path.is_file()]
    private = [path for path in (settings.private_path / tenant).rglob("*") if path.is_file()]
    assert public
    assert private
    for path in (*public, *private):
        check(path.name, path.read_bytes().decode("latin-1"))
        check(path.name, path.name)
    for path in private:
        assert client.get(f"/media/{path.name}").status_code == 404
        assert settings.media_path not in path.parents


def test_deeds_notifications_and_counters_name_nobody(app: Flask, confided: Confided) -> None:
    with scope(app, tenant_id(app, "alpha"), write=False):
        for deed in db.session.scalars(select(AuditEntry)):
            check(deed.action, f"{deed.subject} {deed.details} {deed.actor}")
        for message in db.session.scalars(select(PushMessage)):
            check("a notification", f"{message.title} {message.text} {message.url} {message.topics}")
        for counter in db.session.scalars(select(ThrottleCounter)):
            check("a counter", counter.key)
        for sealed in db.session.scalars(select(DefectContact.sealed)):
            check("a sealed contact", sealed)
        for text in db.session.scalars(select(DefectReport.search_text).where(published())):
            check("what the search looks through", text)


def test_mails_to_offices_name_nobody(app: Flask, confided: Confided) -> None:
    to_offices = [mail for mail in mails(app) if mail["to"] != MAIL]
    assert {mail["to"] for mail in to_offices} >= {OFFICE, "bauhof@alpha.example"}
    for mail in to_offices:
        # An office reads what is to be done, with what tells who somebody is covered, and what a clerk writes to it.
        own_business = re.compile("|".join((TEXT, PLACE, NOTE, OFFICE)))
        check(mail["subject"], own_business.sub("", f"{mail['subject']} {mail['text']}"))


def test_mails_to_reporters_quote_nothing_but_what_is_public(app: Flask, confided: Confided) -> None:
    to_reporters = [mail for mail in mails(app) if mail["to"] == MAIL]
    assert to_reporters
    for mail in to_reporters:
        check(mail["subject"], f"{mail['subject']} {mail['text']}")
