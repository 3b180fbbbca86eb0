# SPDX-License-Identifier: EUPL-1.2
"""All reports as a table, with the headers of Open311's bulk format: what is public of them, and how long they took. No
personal data, so that the file may be handed on. Knows no request."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from backend.db import db
from backend.defects.describing import published
from backend.defects.models import DefectCategory, DefectReport
from backend.defects.states import OPEN
from backend.defects.wording import REASONS, STATES, unbroken

HEADERS = (
    "service_request_id", "requested_datetime", "updated_datetime", "closed_date", "expected_datetime", "status",
    "status_description", "status_notes", "source", "service_code", "service_name", "description", "agency_responsible",
    "address", "lat", "long", "due_date", "first_answer_datetime", "confirmations",
)  # fmt: skip
# A cell that begins like this is a formula to a spreadsheet.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
BATCH = 1000


def export() -> str:
    """The table as CSV (RFC 4180), with a byte order mark so that spreadsheets read the umlauts."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADERS)
    writer.writerows(_lines())
    return "\ufeff" + text.getvalue()


def _lines() -> Iterator[list[str]]:
    report, category = DefectReport, DefectCategory
    columns = (
        report.number, report.received_at, report.updated_at, report.closed_at, report.expected_on, report.status,
        report.reason, report.public_text, report.text_public, report.forwarded_to, report.public_place, report.lat,
        report.lon, report.due_on, report.answered_at, report.supports, category.slug, category.name,
        published().label("public"),
    )  # fmt: skip
    query = select(*columns).join(category, category.id == report.category_id)
    found = db.session.execute(query.order_by(report.received_at, report.id).execution_options(yield_per=BATCH))
    return ([_cell(value) for value in _line(row)] for row in found)


def _line(row: Any) -> list[Any]:
    public = bool(row.public)
    return [
        row.number,
        row.received_at,
        row.updated_at,
        row.closed_at,
        row.expected_on,
        "open" if row.status in OPEN else "closed",
        STATES[row.status],
        REASONS[row.reason] if row.reason else None,
        "app",
        row.slug,
        unbroken(row.name),
        row.public_text if public and row.text_public else None,
        row.forwarded_to if public else None,
        row.public_place if public else None,
        row.lat if public else None,
        row.lon if public else None,
        row.due_on,
        row.answered_at,
        row.supports,
    ]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.5f}"
    text = value.isoformat() if hasattr(value, "isoformat") else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
