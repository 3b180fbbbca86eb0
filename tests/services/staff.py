# SPDX-License-Identifier: EUPL-1.2
"""An editor at work on the directory, for tests: contents, and requests that carry the version."""

import uuid
from typing import Any

from tests.accounts.people import Desk
from tests.news.desk import AS_NEW

NOTHING: dict[str, Any] = dict.fromkeys(
    (
        "title", "teaser", "situation", "synonyms", "url", "fees", "deadlines", "duration", "forms", "links",
        "offices",
    )
)  # fmt: skip


def words(**details: Any) -> dict[str, Any]:
    """What the municipality writes itself; without details nothing."""
    return NOTHING | {"modules": {}} | details


def office(**details: Any) -> dict[str, Any]:
    """The whole content of an office."""
    return {
        "name": "Bürgerbüro",
        "address": {"street": "Markt 1", "postcode": "14806", "city": "Bad Belzig", "extra": "Zimmer 2"},
        "lat": 52.14,
        "lon": 12.59,
        "phone": "033841 100",
        "email": "buergerbuero@example.de",
        "url": None,
        "hours": [{"days": [1, 3], "from": "09:00", "to": "12:00", "note": ""}],
        "exceptions": [],
        "accessibility": "",
        "transit": "",
        "note": "",
        "hidden": False,
    } | details


def get(editor: Desk, service: uuid.UUID | str) -> Any:
    """One entry as editors see it."""
    answer = editor.api("GET", f"/services/{service}")
    assert answer.status_code == 200, answer.json
    return answer.json


def write(editor: Desk, service: uuid.UUID | str, **details: Any) -> Any:
    """Write words over what stands there now; gives the answer."""
    seen = get(editor, service)
    return editor.api(
        "PUT", f"/services/{service}", {name: seen["content"][name] for name in words()} | details,
        version=seen["version"],
    )  # fmt: skip


def do(editor: Desk, service: uuid.UUID | str, deed: str) -> Any:
    """One of the verbs; gives the answer."""
    return editor.api("POST", f"/services/{service}/{deed}", version=get(editor, service)["version"])


def make(editor: Desk, **details: Any) -> Any:
    """An entry of the municipality's own, made as the client does; gives the entry."""
    content = words(title="Laubsäcke kaufen") | details
    answer = editor.api("PUT", f"/services/{uuid.uuid4()}", content, headers=AS_NEW)
    assert answer.status_code == 201, answer.json
    return answer.json


def close(editor: Desk, one: uuid.UUID | str, first_day: str, **details: Any) -> Any:
    """Close an office from a day on; gives the answer."""
    return editor.api("PUT", f"/services/offices/{one}/closure", {"first_day": first_day} | details)
