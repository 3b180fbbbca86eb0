# SPDX-License-Identifier: EUPL-1.2
"""For whom an object of a source is: areas as keys of the official register, or as the source's own numbers. Pure."""

import re
from collections.abc import Iterable, Sequence

from backend.services.offices import prefix_of

_ARS = re.compile(r"(?:00|0[1-9]|1[0-6])\d{10}")
_AGS = re.compile(r"(?:0[1-9]|1[0-6])\d{6}")
_START = re.compile(r"(?:0[1-9]|1[0-6])(?:\d{3}|\d{7})?")

EVERYWHERE = "000000000000"

Area = tuple[str, str]  # scheme, value


class Areas:
    """What is for one municipality. `own` are the numbers under which the source itself knows it."""

    def __init__(self, ars: str, ags: str, own: Sequence[object] = ()) -> None:
        self.ars, self.ags, self.own = ars, ags, {str(number) for number in own}

    def narrowest(self, named: Iterable[Area]) -> str | None:
        """The narrowest that is named and holds us: the beginning of our ARS, or EVERYWHERE; "" where nothing is named.
        None: this is for others."""
        named = list(named)
        if not named:
            return ""
        fitting = [found for scheme, value in named if (found := self._fits(scheme, value)) is not None]
        return max(fitting, key=lambda area: len(prefix_of(area)), default=None)

    def _fits(self, scheme: str, value: str) -> str | None:
        if value in self.own:
            return self.ars
        if _AGS.fullmatch(value):
            return self.ars if value == self.ags else None
        # A number of five digits is a district only where the scheme is that of the register.
        if _ARS.fullmatch(value) or ("schluessel" in scheme and _START.fullmatch(value)):
            prefix = prefix_of(value)
            return (prefix or EVERYWHERE) if self.ars.startswith(prefix) else None
        return None
