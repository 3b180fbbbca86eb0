# SPDX-License-Identifier: EUPL-1.2
"""Local time: 20:00 is 20:00 in summer and in winter. Pure; knows no database."""

from datetime import UTC, date, datetime, time, timedelta

from backend.instants import BERLIN, local_day

# What ends by then belongs to the evening before.
NIGHT_ENDS = time(6)


def instant(local: datetime) -> datetime:
    """The instant of a wall time. One that the clock skips is read with the offset before the gap, of one that comes
    twice the first is meant (RFC 5545, 3.3.5); that is what `fold` 0 says."""
    return local.replace(tzinfo=BERLIN, fold=0).astimezone(UTC)


def wall(moment: datetime) -> datetime:
    """What the clock shows at an instant, without zone."""
    return moment.astimezone(BERLIN).replace(tzinfo=None, fold=0)


def midnight(day: date) -> datetime:
    """The instant at which a local day begins."""
    return instant(datetime.combine(day, time()))


def today(moment: datetime) -> date:
    """The local day of an instant."""
    return local_day(moment)


def listed_until(start: datetime, end: datetime) -> date:
    """The last day on which something with these wall times is listed."""
    if end.date() > start.date() and end.time() <= NIGHT_ENDS:
        return end.date() - timedelta(days=1)
    return end.date()
