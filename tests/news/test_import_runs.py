# SPDX-License-Identifier: EUPL-1.2
"""How the import runs: by the queue, by command, twice at a time, for several municipalities; how it tells troubles."""

import logging
import threading
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from backend import jobs
from backend.config import Settings
from backend.db import db
from backend.jobs import scope
from backend.news.importing import IMPORTER, KIND
from backend.news.models import NewsItem, NewsSource
from tests.factories import tenant_id
from tests.serving import Site, serving

FEED = b"""<rss version="2.0"><channel><title>T</title>
<item><guid>1</guid><title>Eins</title><description>a</description></item>
<item><guid>2</guid><title>Zwei</title><description>b</description></item></channel></rss>"""


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        site.serve("/feed", "text/xml", FEED)
        yield site


@pytest.fixture
def settings(settings: Settings, site: Site) -> Settings:
    """The usual settings, and the local feed server allowed."""
    return replace(settings, outbound_allow=site.allow)


def make_source(app: Flask, url: str, slug: str = "alpha", key: str = "stadt", **details: object) -> uuid.UUID:
    with scope(app, tenant_id(app, slug)):
        source = NewsSource(key=key, url=url, name="Stadtverwaltung", **details)
        db.session.add(source)
        db.session.flush()
        return source.id


def count(app: Flask, slug: str = "alpha") -> int:
    with scope(app, tenant_id(app, slug), write=False):
        return db.session.scalar(select(func.count(NewsItem.id))) or 0


def test_two_imports_at_once_give_each_entry_once(app: Flask, site: Site) -> None:
    source = make_source(app, site.url("/feed"))
    alpha = tenant_id(app, "alpha")
    together = threading.Barrier(4)
    errors: list[BaseException] = []

    def work() -> None:
        try:
            together.wait()
            with scope(app, alpha, write=False):
                IMPORTER.run(source)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert count(app) == 2


def test_the_same_feed_in_two_municipalities_stays_apart(app: Flask, site: Site) -> None:
    for slug in ("alpha", "beta"):
        source = make_source(app, site.url("/feed"), slug)
        with scope(app, tenant_id(app, slug), write=False):
            assert IMPORTER.run(source).added == 2
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert IMPORTER.run(source).error  # beta's feed does not exist for alpha
    assert (count(app, "alpha"), count(app, "beta")) == (2, 2)


def test_no_transaction_is_open_while_a_foreign_server_takes_its_time(app: Flask, site: Site) -> None:
    source = make_source(app, site.url("/feed"))
    answers: list[bool] = []

    def slow(request: BaseHTTPRequestHandler) -> None:
        # Another writer must get through while the feed is on its way.
        with scope(app, tenant_id(app, "beta")):
            db.session.execute(update(NewsSource).values(name="anders").execution_options(synchronize_session=False))
        answers.append(True)
        request.send_response(200)
        request.send_header("Content-Length", str(len(FEED)))
        request.end_headers()
        request.wfile.write(FEED)

    site.pages["/feed"] = slow
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert IMPORTER.run(source).added == 2
        assert not db.session().in_transaction()
    assert answers == [True]


def test_the_sweep_names_active_feeds_that_were_not_just_read(app: Flask, site: Site) -> None:
    now = datetime.now(UTC)
    fresh = make_source(app, site.url("/a"), key="a", last_run_at=now)
    old = make_source(app, site.url("/b"), key="b", last_run_at=now - timedelta(minutes=20))
    never = make_source(app, site.url("/c"), key="c")
    off = make_source(app, site.url("/d"), key="d", active=False)
    with scope(app, tenant_id(app, "alpha"), write=False):
        due = IMPORTER.due()
    assert due == [str(old), str(never)]
    assert str(fresh) not in due
    assert str(off) not in due


def test_the_queue_imports_a_feed_by_its_id(app: Flask, site: Site) -> None:
    source = make_source(app, site.url("/feed"))
    assert KIND in jobs.SWEEPS
    with scope(app, tenant_id(app, "alpha"), write=False):
        jobs.KINDS[KIND](str(source))
    assert count(app) == 2


def test_the_command_imports_and_says_what_it_did(app: Flask, site: Site) -> None:
    make_source(app, site.url("/feed"))
    make_source(app, site.url("/fehlt"), "beta")
    runner = app.test_cli_runner()
    good = runner.invoke(args=["news", "import", "--tenant", "alpha"])
    assert (good.exit_code, good.output) == (0, "alpha: stadt: 2 new, 0 updated, 0 unchanged\n")
    again = runner.invoke(args=["news", "import"])
    assert "alpha: stadt: unchanged since the last time" in again.output
    assert "beta: stadt: failed, nothing changed: The server answers with status 404." in again.output
    assert again.exit_code == 1
    assert runner.invoke(args=["news", "import", "--tenant", "gamma"]).exit_code == 1


def test_sources_shows_the_state_of_each_feed(app: Flask, site: Site) -> None:
    make_source(app, site.url("/feed"))
    make_source(app, site.url("/fehlt"), key="verein")
    make_source(app, site.url("/feed"), "beta", active=False)
    runner = app.test_cli_runner()
    runner.invoke(args=["news", "import"])
    output = runner.invoke(args=["news", "sources"]).output
    assert f"alpha  stadt  ok  {site.url('/feed')}" in output
    assert "items 2, last run 20" in output
    assert f"alpha  verein  broken  {site.url('/fehlt')}" in output
    assert "last error: The server answers with status 404." in output
    assert "beta  stadt  off" in output


def test_a_feed_that_recovers_forgets_its_error(app: Flask, site: Site) -> None:
    source = make_source(app, site.url("/neu"))
    for _ in range(2):
        with scope(app, tenant_id(app, "alpha"), write=False):
            IMPORTER.run(source)
            row = db.session.execute(select(NewsSource.last_error, NewsSource.last_success_at)).one()
        site.serve("/neu", "text/xml", FEED)
    assert row.last_error is None
    assert row.last_success_at is not None


def test_a_broken_feed_shows_in_the_logs(app: Flask, site: Site, caplog: pytest.LogCaptureFixture) -> None:
    source = make_source(app, site.url("/fehlt"))
    with caplog.at_level(logging.WARNING, "sva"), scope(app, tenant_id(app, "alpha"), write=False):
        IMPORTER.run(source)
    record = next(record for record in caplog.records if record.name == "sva.news")
    assert record.getMessage() == "feed cannot be imported"
    assert record.__dict__["source"] == "stadt"
    assert record.__dict__["reason"] == "The server answers with status 404."
