# SPDX-License-Identifier: EUPL-1.2
"""Addresses for editors: whom it reaches, a test to oneself, notifications on their own, what became of them."""

import uuid
from typing import Any

from flask_smorest.pagination import PaginationParameters

from backend import gate
from backend.push.operations import by_hand, messages, subscriptions
from backend.push.operations.messages import Notification
from backend.push.schemas import AudienceQuerySchema, AudienceSchema, MessageBodySchema, MessageSchema, TestSchema
from backend.throttle import Limit
from backend.web import Access, Border, now

bp = Border("staff-push", __name__, url_prefix="/api/v1/staff/push", module="push", description="Staff: notifications")

TESTS = Limit("push-tests", 60, 60 * 60)
ONE = "/messages/<uuid:message_id>"


@bp.endpoint("/audience", access=Access.EDITOR, query=AudienceQuerySchema(), returns=AudienceSchema())
def get_audience(query: dict[str, Any]) -> Any:
    """How many devices a notification would reach."""
    return messages.audience(query["topic"], urgent=query["urgent"], at=query["at"] or now())


@bp.endpoint("/test", method="POST", access=Access.EDITOR, body=TestSchema(), returns=MessageSchema(), limit=TESTS)
def send_test(body: dict[str, Any]) -> Any:
    """Send to one of the editor's own devices, now; `GET messages/{id}` tells whether it arrived."""
    device = subscriptions.own(body["id"], body["auth"])
    return messages.get(by_hand.test(_notification(body), device, now(), gate.staff())), 202


@bp.endpoint("/messages", access=Access.EDITOR, returns=MessageSchema(many=True), page_size=50)
def list_messages(pagination_parameters: PaginationParameters) -> Any:
    """All notifications, the newest first."""
    page = pagination_parameters
    rows, page.item_count = messages.list_messages(first=page.first_item, limit=page.page_size)
    return rows


@bp.endpoint(ONE, access=Access.EDITOR, returns=MessageSchema())
def get_message(message_id: uuid.UUID) -> Any:
    """One notification with its counts."""
    return messages.get(message_id)


@bp.endpoint("/messages", method="POST", access=Access.EDITOR, body=MessageBodySchema(), returns=MessageSchema())
def announce(body: dict[str, Any]) -> Any:
    """Write a notification on its own. The client makes the `id`: sent twice, it rings once (201, then 200)."""
    row, new = by_hand.announce_once(
        body["id"], _notification(body), due_at=body["due_at"], expires_at=body["expires_at"], now=now(),
        who=gate.staff(),
    )  # fmt: skip
    return row, 201 if new else 200


@bp.endpoint(f"{ONE}/cancellation", method="POST", access=Access.EDITOR, returns=MessageSchema())
def cancel(message_id: uuid.UUID) -> Any:
    """Call off a notification, or the rest of it."""
    return by_hand.call_off(message_id, gate.staff())


def _notification(body: dict[str, Any]) -> Notification:
    return Notification(body["title"], body["text"], body["url"], tuple(body.get("topics", ())), body["urgent"])
