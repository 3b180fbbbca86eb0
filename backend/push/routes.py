# SPDX-License-Identifier: EUPL-1.2
"""Addresses for residents: subscribe to notifications, look, change, leave. The secret travels as Bearer."""

import uuid
from typing import Any

from backend.bearer import bearer
from backend.config import current_settings
from backend.push.operations import subscriptions
from backend.push.schemas import ChangeSchema, SubscribeSchema, SubscriptionSchema
from backend.throttle import Limit
from backend.web import Access, Border

bp = Border("push", __name__, url_prefix="/api/v1/push", module="push", description="Notifications on the phone")

# For each network: many phones share the address of a mobile network.
SUBSCRIBING = Limit("push-subscribing", 240, 60 * 60)
CHANGING = Limit("push-changing", 600, 60 * 60)
ONE = "/subscriptions/<uuid:subscription_id>"


@bp.endpoint(
    "/subscriptions",
    method="POST",
    access=Access.OPEN,
    body=SubscribeSchema(),
    returns=SubscriptionSchema(),
    limit=SUBSCRIBING,
)
def subscribe(body: dict[str, Any]) -> Any:
    """Subscribe, or change the subscription with this endpoint: 201 for a new one, else 200."""
    row, new = subscriptions.subscribe(body, current_settings().push_origins)
    return row, 201 if new else 200


@bp.endpoint(ONE, access=Access.OPEN, returns=SubscriptionSchema(), limit=CHANGING)
def get_subscription(subscription_id: uuid.UUID) -> Any:
    """What this device has subscribed to."""
    return subscriptions.show(subscription_id, _secret())


@bp.endpoint(ONE, method="PUT", access=Access.OPEN, body=ChangeSchema(), returns=SubscriptionSchema(), limit=CHANGING)
def change_subscription(body: dict[str, Any], subscription_id: uuid.UUID) -> Any:
    """Change topics and quiet hours, or the address when the browser has renewed it."""
    return subscriptions.change(subscription_id, _secret(), body, current_settings().push_origins)


@bp.endpoint(ONE, method="DELETE", access=Access.OPEN, limit=CHANGING)
def unsubscribe(subscription_id: uuid.UUID) -> Any:
    """Leave: nothing of the subscription stays."""
    subscriptions.leave(subscription_id, _secret())
    return "", 204


def _secret() -> str:
    # A subscription's `auth` is 16 bytes; whether it is the right one is asked later.
    return bearer("The subscription's own secret is missing.", shortest=1)
