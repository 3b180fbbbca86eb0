# SPDX-License-Identifier: EUPL-1.2
"""How content is kept: texts of one line, instants as text. Knows no feature and no database."""

from datetime import UTC, datetime
from typing import Any

from backend.problems import Invalid
from backend.text import legal


def one_line(text: str) -> str:
    """What a client sends for a field of one line, without what nobody can see."""
    return " ".join(legal(text).splitlines())


def line_or_none(text: str | None) -> str | None:
    """The same for a field that may be empty."""
    return one_line(text or "").strip() or None


def pack(moment: datetime | None) -> str | None:
    """An instant as content keeps it."""
    return moment.astimezone(UTC).isoformat() if moment else None


def unpack(packed: str | None) -> datetime | None:
    """The instant that content keeps."""
    return datetime.fromisoformat(packed) if packed else None


def refuse_unknown(content: dict[str, Any], usable: dict[str, Any]) -> None:
    """Raise Invalid for a category or picture that content names and that does not exist here."""
    if usable["category"] != content["category"]:
        raise Invalid("There is no such category.", {"category": ["There is no such category."]})
    if usable["image"] != content["image"]:
        raise Invalid("There is no such picture.", {"image": {"media_id": ["There is no such picture."]}})
