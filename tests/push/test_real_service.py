# SPDX-License-Identifier: EUPL-1.2
"""Against a push service that nobody here wrote: it accepts, verifies VAPID and decrypts; it says who is gone."""

import uuid
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import orjson
import pytest
from flask import Flask

from backend.config import Settings
from backend.push.models import PushSubscription
from backend.push.operations.messages import Subject
from tests.conftest import TenantClient
from tests.factories import make_news
from tests.push.phones import announce, counts, make_keys, rows_of, work
from tests.push.service import PushService, push_service


@pytest.fixture(scope="module")
def service() -> Iterator[PushService]:
    with push_service() as service:
        yield service


@pytest.fixture
def settings(settings: Settings, service: PushService) -> Settings:
    return replace(settings, push_origins=(service.origin,))


def subscribe(client: TenantClient, subscription: dict[str, Any], *topics: str) -> uuid.UUID:
    """What the app posts after the browser's answer."""
    body = {name: subscription[name] for name in ("endpoint", "keys")}
    wishes = {"topics": list(topics), "quiet": None, "urgent_passes": True}
    answer = client.post("/api/v1/push/subscriptions", json=body | wishes)
    assert answer.status_code == 201, answer.json
    return uuid.UUID(answer.json["id"])


def test_a_real_push_service_accepts_verifies_and_decrypts(
    app: Flask, client: TenantClient, service: PushService
) -> None:
    public = make_keys(app)
    wants, wants_not = service.subscribe(public), service.subscribe(public)
    subscribe(client, wants, "news:verkehr")
    subscribe(client, wants_not, "news:kultur")
    item = make_news(app)
    sent = announce(app, subject=Subject("news", item))
    work(app, sent)
    assert counts(app, sent) == (1, 1, 0, 0, 0)
    [text] = service.messages(wants)
    assert orjson.loads(text)["title"] == "Bombenfund"
    assert orjson.loads(text)["tag"] == f"news-{item}"
    assert service.messages(wants_not) == []


def test_a_subscription_made_for_another_municipality_is_refused_by_the_service(
    app: Flask, client: TenantClient, service: PushService
) -> None:
    make_keys(app)
    foreign = service.subscribe(make_keys(app, "beta"))
    subscribe(client, foreign, "news:verkehr")
    sent = announce(app)
    work(app, sent)
    assert counts(app, sent) == (1, 0, 0, 1, 0)
    assert service.messages(foreign) == []


def test_who_unsubscribed_in_the_browser_is_forgotten(app: Flask, client: TenantClient, service: PushService) -> None:
    subscription = service.subscribe(make_keys(app))
    subscribe(client, subscription, "news:verkehr")
    service.expire(subscription)
    sent = announce(app)
    work(app, sent)
    assert counts(app, sent) == (1, 0, 1, 0, 0)
    assert rows_of(app, PushSubscription) == 0
