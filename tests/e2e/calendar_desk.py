# SPDX-License-Identifier: EUPL-1.2
"""The editor's side of events, by the interface of the API: what residents' tests need to find. Knows no test."""

import uuid
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Page

from tests.events.desk import change as one
from tests.events.desk import content, timing

__all__ = ["change", "hold", "one", "timing"]

BERLIN = ZoneInfo("Europe/Berlin")


def berlin(**ahead: float) -> datetime:
    """The wall time of the municipality, so long from now."""
    return datetime.now(BERLIN) + timedelta(**ahead)


def minute(moment: datetime) -> str:
    """A wall time as events have it: "2026-12-08T14:30"."""
    return moment.strftime("%Y-%m-%dT%H:%M")


def this_weekend() -> dict[str, Any]:
    """When something is on this weekend: Saturday evening, and once it is the weekend, all Sunday."""
    today = berlin()
    if today.weekday() < 5:
        saturday = today + timedelta(days=5 - today.weekday())
        return {
            "start": minute(saturday.replace(hour=19, minute=0)),
            "end": minute(saturday.replace(hour=21, minute=30)),
        }
    return {"start": (today + timedelta(days=6 - today.weekday())).strftime("%Y-%m-%d"), "all_day": True}


def hold(desk: Page, **details: Any) -> dict[str, Any]:
    """Publish an event; gives the thing."""
    made = _ask(desk, "PUT", str(uuid.uuid4()), content(**details), {"if-none-match": "*"})
    return _ask(desk, "POST", f"{made['id']}/publication", {"notification": None}, _seen(made))


def change(desk: Page, event: dict[str, Any], **details: Any) -> dict[str, Any]:
    """Save other details of a public event and publish them."""
    stored = {name: event["content"][name] for name in content()} | details
    saved = _ask(desk, "PUT", event["id"], stored, _seen(event))
    return _ask(desk, "POST", f"{event['id']}/publication", {"notification": None}, _seen(saved))


def _seen(event: dict[str, Any]) -> dict[str, str]:
    return {"if-match": f'"{event["version"]}"'}


def _ask(desk: Page, method: str, path: str, body: dict[str, Any], condition: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = desk.evaluate(
        """async ([method, path, body, condition]) => {
            const { csrf_token } = await (await fetch('/api/v1/staff/session')).json()
            const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf_token, ...condition }
            const answer = await fetch(`/api/v1/staff/events/${path}`, { method, headers, body: JSON.stringify(body) })
            if (!answer.ok) throw new Error(await answer.text())
            return answer.json()
        }""",
        [method, path, body, condition],
    )
    return found
