# SPDX-License-Identifier: EUPL-1.2
"""What residents do over HTTP: subscribe, look, change, leave; who may not, and which addresses are refused."""

import threading
import uuid
from typing import Any

import pytest
from flask import Flask

from backend import throttle
from backend.jobs import scope
from backend.push.encryption import encode
from backend.push.models import PushSubscription, PushTopic
from backend.push.routes import SUBSCRIBING
from tests.conftest import TenantClient, client_of
from tests.factories import make_tenant, tenant_id
from tests.push.phones import Phone, make_keys, rows_of
from tests.push.sink import Sink

API = "/api/v1/push/subscriptions"
MOZILLA = "https://updates.push.services.mozilla.com/wpush/v2/gAAAA"


def bearer(phone: Phone) -> dict[str, str]:
    return {"Authorization": f"Bearer {phone.auth}"}


def subscribed(client: TenantClient, phone: Phone, *topics: str, **wishes: Any) -> str:
    answer = client.post(API, json=phone.body(*topics, **wishes))
    assert answer.status_code == 201, answer.json
    return f"{API}/{answer.json['id']}"


def test_a_browser_finds_the_key_in_bootstrap(app: Flask, client: TenantClient) -> None:
    assert client.get("/api/v1/bootstrap").json["push"] is None
    public = make_keys(app, "beta")
    assert client_of(app, "beta").get("/api/v1/bootstrap").json["push"] == {"public_key": public}


def test_a_phone_subscribes_looks_changes_and_leaves_without_a_trace(app: Flask, client: TenantClient) -> None:
    phone = Phone(MOZILLA)
    night = {"from": "22:00", "to": "08:00"}
    own = subscribed(client, phone, "urgent", "news:verkehr", quiet=night)
    shown = client.get(own, headers=bearer(phone))
    assert shown.json == {
        "id": own.rsplit("/", maxsplit=1)[-1],
        "topics": ["news:verkehr", "urgent"],
        "quiet": night,
        "urgent_passes": True,
    }
    assert shown.headers["Cache-Control"] == "no-store"
    changes = {"topics": ["news:familie"], "quiet": None, "urgent_passes": False}
    changed = client.put(own, json=changes, headers=bearer(phone))
    assert {name: changed.json[name] for name in changes} == changes
    assert client.delete(own, headers=bearer(phone)).status_code == 204
    assert (rows_of(app, PushSubscription), rows_of(app, PushTopic)) == (0, 0)
    assert client.get(own, headers=bearer(phone)).status_code == 404


def test_subscribing_again_changes_the_one_there_is(app: Flask, client: TenantClient) -> None:
    phone = Phone(MOZILLA)
    own = subscribed(client, phone, "urgent")
    again = client.post(API, json=phone.body("news:verkehr"))
    assert (again.status_code, again.json["topics"]) == (200, ["news:verkehr"])
    assert own.endswith(again.json["id"])
    assert rows_of(app, PushSubscription) == 1


def at_once(app: Flask, *asks: dict[str, Any]) -> list[int]:
    """Requests that begin together; gives the states in order."""
    together, found = threading.Barrier(len(asks)), []

    def ask(request: dict[str, Any]) -> None:
        client = client_of(app, "alpha")
        together.wait()
        found.append(client.open(**request).status_code)

    threads = [threading.Thread(target=ask, args=(request,)) for request in asks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(found)


def test_two_requests_at_once_make_one_subscription(app: Flask) -> None:
    ask = {"path": API, "method": "POST", "json": Phone(MOZILLA).body("urgent", "news:verkehr")}
    found = at_once(app, *[ask] * 6)
    assert rows_of(app, PushSubscription) == 1
    assert found == [200] * 5 + [201]
    assert rows_of(app, PushTopic) == 2


def test_changes_at_once_are_made_one_after_the_other(app: Flask, client: TenantClient) -> None:
    phone = Phone(MOZILLA)
    own = subscribed(client, phone)
    for number in range(5):
        body = phone.body("urgent", f"news:{number}")
        change = {"path": own, "method": "PUT", "json": body, "headers": bearer(phone)}
        again = {"path": API, "method": "POST", "json": body}
        assert at_once(app, *[change, again] * 3) == [200] * 6
        assert rows_of(app, PushTopic) == 2


def test_changing_and_leaving_at_once_leave_nothing_behind(app: Flask, client: TenantClient) -> None:
    for _ in range(5):
        phone = Phone(MOZILLA)
        ask = {"path": subscribed(client, phone), "headers": bearer(phone)}
        change = ask | {"method": "PUT", "json": phone.body("urgent")}
        assert set(at_once(app, ask | {"method": "DELETE"}, *[change] * 3)) <= {200, 204, 404}
        assert (rows_of(app, PushSubscription), rows_of(app, PushTopic)) == (0, 0)


def test_two_subscriptions_renewed_to_one_address_at_once_become_one(app: Flask, client: TenantClient) -> None:
    for number in range(5):
        new = Phone(f"{MOZILLA}{number}")
        asks = []
        for old in (Phone(f"{MOZILLA}{number}a"), Phone(f"{MOZILLA}{number}b")):
            ask = {"path": subscribed(client, old), "headers": bearer(old)}
            asks.append(ask | {"method": "PUT", "json": new.body("urgent")})
        # The slower one finds its row gone, or takes the other's place.
        assert set(at_once(app, *asks)) <= {200, 404}
        assert rows_of(app, PushSubscription) == number + 1


def test_a_renewed_address_keeps_the_subscription(app: Flask, client: TenantClient) -> None:
    old, new = Phone(MOZILLA), Phone(MOZILLA + "new")
    own = subscribed(client, old, "urgent")
    assert client.put(own, json=new.body("urgent"), headers=bearer(old)).status_code == 200
    assert client.get(own, headers=bearer(old)).status_code == 404
    assert client.get(own, headers=bearer(new)).json["topics"] == ["urgent"]
    half = {name: value for name, value in new.body().items() if name != "keys"}
    assert client.put(own, json=half, headers=bearer(new)).status_code == 422


def test_a_renewed_address_that_is_known_already_replaces_its_row(app: Flask, client: TenantClient) -> None:
    old, new = Phone(MOZILLA), Phone(MOZILLA + "new")
    own = subscribed(client, old, "urgent")
    subscribed(client, new, "news:verkehr")
    assert client.put(own, json=new.body("urgent"), headers=bearer(old)).status_code == 200
    assert rows_of(app, PushSubscription) == 1


def test_nobody_without_the_secret_gets_at_a_subscription(
    app: Flask, client: TenantClient, other: TenantClient
) -> None:
    phone, thief = Phone(MOZILLA), Phone(MOZILLA)
    own = subscribed(client, phone, "urgent")
    body = {"topics": ["urgent"], "quiet": None, "urgent_passes": True}
    calls = [("GET", None), ("PUT", body), ("DELETE", None)]
    for method, json in calls:
        assert client.open(own, method=method, json=json).status_code == 401
        assert client.open(own, method=method, json=json, headers=bearer(thief)).status_code == 404
        assert other.open(own, method=method, json=json, headers=bearer(phone)).status_code == 404
    taken = client.post(API, json=thief.body("news:verkehr"))
    assert (taken.status_code, taken.json["code"]) == (409, "subscription-known")
    assert client.get(own, headers=bearer(phone)).json["topics"] == ["urgent"]


def test_the_same_address_in_two_municipalities_stays_apart(
    app: Flask, client: TenantClient, other: TenantClient
) -> None:
    phone = Phone(MOZILLA)
    own = subscribed(client, phone, "urgent")
    subscribed(other, phone, "urgent")
    assert client.delete(own, headers=bearer(phone)).status_code == 204
    assert (rows_of(app, PushSubscription), rows_of(app, PushSubscription, "beta")) == (0, 1)


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://evil.example/x",
        "http://updates.push.services.mozilla.com/x",
        "https://updates.push.services.mozilla.com:444/x",
        "https://push.services.mozilla.com.evil.example/x",
        "https://evilpush.services.mozilla.com/x",
        "https://updates.push.services.mozilla.com@evil.example/x",
        "https://user@updates.push.services.mozilla.com/x",
        "https://evil.example\\.push.services.mozilla.com/x",
        "https://evil.example#.push.services.mozilla.com/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "http://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "https://updates.push.services.mozilla.com/\nHost: x",
        MOZILLA + "x" * 1000,
        "",
        "x",
        7,
        None,
    ],
)
def test_addresses_that_are_no_known_push_service_are_refused(client: TenantClient, app: Flask, endpoint: Any) -> None:
    answer = client.post(API, json=Phone(MOZILLA).body() | {"endpoint": endpoint})
    assert answer.status_code == 422, answer.json
    assert rows_of(app, PushSubscription) == 0


@pytest.mark.parametrize(
    "bad",
    [
        {"keys": {"p256dh": "A" * 87, "auth": "A" * 22}},
        {"keys": {"p256dh": encode(b"\4" + b"\1" * 64), "auth": "A" * 22}},
        {"keys": {"p256dh": encode(Phone("").point), "auth": "A" * 23}},
        {"keys": {"p256dh": encode(Phone("").point)}},
        {"keys": "x"},
        {"topics": []},
        {"topics": ["urgent"] * 201},
        {"topics": ["News"]},
        {"topics": ["urgent\n"]},
        {"topics": ["a" * 81]},
        {"topics": "urgent"},
        {"quiet": {"from": "22:00"}},
        {"quiet": {"from": "24:00", "to": "08:00"}},
        {"quiet": {"from": "08:00", "to": "08:00"}},
        {"quiet": {"from": "8:00", "to": "09:00"}},
        {"urgent_passes": "vielleicht"},
        {"name": "Erika"},
    ],
)
def test_unusable_input_is_refused_and_nothing_is_stored(client: TenantClient, app: Flask, bad: dict[str, Any]) -> None:
    assert client.post(API, json=Phone(MOZILLA).body() | bad).status_code == 422
    assert rows_of(app, PushSubscription) == 0


def test_nul_and_foreign_letters_in_the_secret_are_no_server_error(client: TenantClient) -> None:
    own = subscribed(client, Phone(MOZILLA))
    for secret in ("\xe4\xf6", "%00", "x" * 5000, " "):
        assert client.get(own, headers={"Authorization": f"Bearer {secret}"}).status_code in (401, 404)
    assert client.get(own, headers={"Authorization": "Basic eDp5"}).status_code == 401
    assert client.get(f"{API}/{uuid.uuid4()}", headers=bearer(Phone(""))).status_code == 404


def test_a_municipality_without_the_module_takes_nobody(app: Flask) -> None:
    make_tenant(app, "gamma", modules=["news"])
    make_keys(app, "gamma")
    gamma = client_of(app, "gamma")
    assert gamma.post(API, json=Phone(MOZILLA).body()).status_code == 404
    assert gamma.get("/api/v1/bootstrap").json["push"] is None


def test_a_flood_of_subscriptions_from_one_network_is_stopped(app: Flask, client: TenantClient) -> None:
    with scope(app, tenant_id(app, "alpha"), write=False):
        for _ in range(SUBSCRIBING.tries):
            throttle.take(SUBSCRIBING, "network 127.0.0.1")
    answer = client.post(API, json=Phone(MOZILLA).body())
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0


def test_the_address_is_in_no_answer_and_no_log(client: TenantClient, caplog: Any, sink: Sink) -> None:
    phone = Phone(f"{sink.origin}/geheim")
    answer = client.post(API, json=phone.body())
    assert "geheim" not in answer.text
    assert "geheim" not in caplog.text
