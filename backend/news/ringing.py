# SPDX-License-Identifier: EUPL-1.2
"""What news tell phones, and who hears of it. Knows no database."""

from backend.push.ringing import Bell

BELL = Bell("news", "/aktuelles")


def topics_of(category: str | None, *, urgent: bool) -> tuple[str, ...]:
    """Who hears of an item: those who want its category, and of an urgent one those who want warnings."""
    return (*([f"news:{category}"] if category else []), *(["urgent"] if urgent else []))
