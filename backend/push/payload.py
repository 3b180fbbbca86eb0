# SPDX-License-Identifier: EUPL-1.2
"""What goes over the wire besides the address: the JSON that the service worker gets, and the headers for the push
service. Names nothing personal: everybody gets the same."""

import hashlib
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import orjson

from backend.push.encryption import encode
from backend.push.models import PushMessage

LONGEST_TTL = 28 * 24 * 3600


def tag_of(message: PushMessage) -> str:
    """A second message about the same subject takes the place of the first, on the phone and on its way, unless it
    leads to another part of its page: one date of an event is not another one."""
    if message.subject_type is None:
        return f"message-{message.id}"
    part = urlsplit(message.url).query
    return "-".join((message.subject_type, str(message.subject_id), *([part] if part else [])))


def payload_of(message: PushMessage) -> bytes:
    """{title, body, url, tag, topic, urgent, at}: `at` is when it was due, ISO 8601 in UTC."""
    content: dict[str, Any] = {
        "title": message.title,
        "body": message.text,
        "url": message.url,
        "tag": tag_of(message),
        "topic": message.topics[0] if message.topics else None,
        "urgent": message.urgent,
        "at": message.due_at,
    }
    return orjson.dumps(content)


def headers_of(message: PushMessage, now: datetime) -> dict[str, str]:
    """TTL, Urgency and Topic (RFC 8030, 5.2 to 5.4) and what describes the body."""
    left = int((message.expires_at - now).total_seconds())
    return {
        "Content-Type": "application/octet-stream",
        "Content-Encoding": "aes128gcm",
        "TTL": str(max(0, min(left, LONGEST_TTL))),
        "Urgency": "high" if message.urgent else "normal",
        "Topic": encode(hashlib.sha256(tag_of(message).encode()).digest())[:32],
    }
