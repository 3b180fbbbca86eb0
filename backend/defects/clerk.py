# SPDX-License-Identifier: EUPL-1.2
"""Who acts at the town hall, when and where: the argument of every deed of staff. Knows no database."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from backend.defects.working_time import WorkingTime, working_time
from backend.staff import Staff


@dataclass(frozen=True)
class Clerk:
    """A member of staff at work. `config` is the municipality's, `town` its name, `origin` the address of its app."""

    who: Staff
    now: datetime
    town: str
    config: dict[str, Any]
    origin: str

    @cached_property
    def clock(self) -> WorkingTime:
        """The working time of the town hall."""
        return working_time(self.config)
