# SPDX-License-Identifier: EUPL-1.2
"""Who acts: a person of the town hall as the border knows them and as operations take them. Knows no HTTP."""

import enum
import uuid
from dataclasses import dataclass
from datetime import datetime


class Role(enum.StrEnum):
    """What a membership allows. ADMIN may do what both others may."""

    EDITOR = "EDITOR"
    CLERK = "CLERK"
    ADMIN = "ADMIN"


class Stage(enum.IntEnum):
    """How far a sign-in has come; a higher one includes the lower."""

    CODE = 1  # the password was right, the code of the second factor is missing
    SETUP = 2  # this municipality asks for a second factor and the account has none yet
    FULL = 3


@dataclass(frozen=True, slots=True)
class Staff:
    """A person with a session in the current municipality. Who has an `organiser_id` writes for this organiser only."""

    account_id: uuid.UUID
    session_id: uuid.UUID
    name: str
    email: str
    roles: frozenset[str]
    stage: Stage
    second_factor: bool
    second_factor_due: datetime | None  # until when it must be set up, where the municipality asks for it
    organiser_id: uuid.UUID | None = None

    @property
    def role_names(self) -> list[str]:
        """The roles in a fixed order."""
        return sorted(self.roles)

    @property
    def is_authenticated(self) -> bool:
        """Flask-Login's word for a complete sign-in."""
        return self.stage is Stage.FULL
