# SPDX-License-Identifier: EUPL-1.2
"""Import of calendars that others keep. Knows no request; the run itself is the kernel's."""

from datetime import UTC, datetime

from backend.events.ical_reading import READER, Calendar, UnreadableCalendar, read_calendar
from backend.events.merging import take_over
from backend.events.models import Event, EventSource
from backend.events.walltime import today
from backend.importing import Importer, Report
from backend.outbound import Answer

KIND = "events-import"


class EventsImporter(Importer):
    """Events from iCalendar feeds."""

    kind, feature, source, item, reader = KIND, "events", EventSource, Event, READER
    accept = "text/calendar, text/plain;q=0.5, */*;q=0.3"

    def read(self, answer: Answer) -> Calendar:
        """A whole calendar. One without any event removes nothing: servers in trouble answer like that."""
        calendar = read_calendar(answer.body, answer.headers.get("content-type"), today(datetime.now(UTC)))
        if not calendar.entries:
            raise UnreadableCalendar("The calendar holds no event that can be read; what was imported stays.", "empty")
        return calendar

    def take_over(self, row: EventSource, found: Calendar, prepared: None, report: Report, now: datetime) -> bool:
        """Write what is new or changed, withdraw what is gone."""
        counts = take_over(row, found, now)
        report.added, report.updated, report.same = counts.added, counts.updated, counts.same
        report.removed, report.skipped = counts.removed, found.skipped
        return not found.skipped and not found.moving


IMPORTER = EventsImporter()
IMPORTER.join_queue()
