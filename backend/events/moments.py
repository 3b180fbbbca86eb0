# SPDX-License-Identifier: EUPL-1.2
"""A moment in an address: a local day, or an instant. Knows marshmallow only."""

import re
from datetime import date, datetime
from typing import Any

from marshmallow import ValidationError, fields

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


class MomentField(fields.Field[Any]):
    """A local date, or an instant with its offset: arrives as `date` or as aware `datetime` of the years 1990 to
    2100."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> date | datetime:
        try:
            # A plus sign that nobody has encoded arrives as a space.
            found = date.fromisoformat(value) if DAY.match(value) else datetime.fromisoformat(value.replace(" ", "+"))
        except ValueError as error:
            raise ValidationError("Must be a date, or an instant.") from error
        if isinstance(found, datetime) and found.tzinfo is None:
            raise ValidationError("An instant needs its offset.")
        if not 1990 <= found.year <= 2100:
            raise ValidationError("Must lie between 1990 and 2100.")
        return found
