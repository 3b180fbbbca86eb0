# SPDX-License-Identifier: EUPL-1.2
"""Quiet hours: from when until when a device stays silent. Pure; minutes of the local day."""

from datetime import UTC, datetime, timedelta

from backend.instants import BERLIN

DAY_MINUTES = 24 * 60


def quiet_until(quiet_from: int | None, quiet_to: int | None, now: datetime) -> datetime | None:
    """The end of the quiet hours that hold at this instant, or None. They may reach over midnight."""
    if quiet_from is None or quiet_to is None:
        return None
    local = now.astimezone(BERLIN)
    minute = local.hour * 60 + local.minute
    over_midnight = quiet_from > quiet_to
    inside = minute >= quiet_from or minute < quiet_to if over_midnight else quiet_from <= minute < quiet_to
    if not inside:
        return None
    day = local.date() + timedelta(days=1 if over_midnight and minute >= quiet_from else 0)
    end = datetime(day.year, day.month, day.day, quiet_to // 60, quiet_to % 60, tzinfo=BERLIN)
    if end.astimezone(UTC) <= now:
        # The night the clocks go back, the wall shows an hour twice: the second time is meant.
        end = end.replace(fold=1)
    return end.astimezone(now.tzinfo)
