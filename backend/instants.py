# SPDX-License-Identifier: EUPL-1.2
"""Instants: the column type of each, and the clock that the towns share. Knows no table."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import DateTime, Dialect, TypeDecorator

BERLIN = ZoneInfo("Europe/Berlin")


def local_day(moment: datetime) -> date:
    """The day that the calendar on the wall shows at an instant."""
    return moment.astimezone(BERLIN).date()


def next_midnight(moment: datetime) -> datetime:
    """The instant at which the next local day begins."""
    return datetime.combine(local_day(moment) + timedelta(days=1), time(), BERLIN)


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware in Python, UTC in the database, the same on SQLite (which keeps no zone) and PostgreSQL."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
