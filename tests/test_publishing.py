# SPDX-License-Identifier: EUPL-1.2
"""States are derived from status and dates: one by one in Python, for lists in SQL, and both say the same."""

import itertools
from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from backend.db import db
from backend.jobs import scope
from backend.news.models import NewsItem
from backend.publishing import State, Status, in_state, publish, seen, state_of, withdraw
from tests.factories import NOW, make_news, tenant_id

HOUR = timedelta(hours=1)
DATES = (None, NOW - 2 * HOUR, NOW, NOW + HOUR)


def test_python_and_the_database_agree_on_every_state(app: Flask) -> None:
    for status, begin, end in itertools.product(Status, DATES, DATES):
        make_news(app, status=status, publish_at=begin, unpublish_at=end)
    with scope(app, tenant_id(app, "alpha"), write=False):
        rows = db.session.scalars(select(NewsItem)).all()
        by_python = {one: {row.id for row in rows if state_of(row, NOW) is one} for one in State}
        in_sql = {
            one: set(db.session.scalars(select(NewsItem.id).where(in_state(NewsItem, one, NOW)))) for one in State
        }
    assert by_python == in_sql
    assert all(by_python.values())
    assert sum(map(len, by_python.values())) == len(rows)


@pytest.mark.parametrize(
    ("publish_at", "published_at"),
    [(None, NOW), (NOW - HOUR, NOW), (NOW + HOUR, NOW + HOUR)],
)
def test_the_first_publication_counts_from_when_it_can_be_seen(
    publish_at: datetime | None, published_at: datetime
) -> None:
    row = NewsItem(publish_at=publish_at)
    publish(row, NOW)
    assert (row.publish_at, row.published_at) == (publish_at, published_at)


def test_what_nobody_has_seen_moves_with_its_date_and_the_rest_stays() -> None:
    row = NewsItem(publish_at=NOW + HOUR)
    publish(row, NOW)
    row.publish_at = NOW + 3 * HOUR
    publish(row, NOW)
    assert row.published_at == NOW + 3 * HOUR
    row.publish_at = NOW + 5 * HOUR
    publish(row, NOW + 4 * HOUR)
    assert row.published_at == NOW + 3 * HOUR


def test_withdrawing_forgets_a_date_that_never_came() -> None:
    row = NewsItem(publish_at=NOW + HOUR)
    publish(row, NOW)
    withdraw(row, NOW)
    assert (row.published_at, seen(row, NOW + 2 * HOUR)) == (None, False)
    publish(row, NOW)
    withdraw(row, NOW + 2 * HOUR)
    assert row.published_at == NOW + HOUR
