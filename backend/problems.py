# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong in an operation, in the words of the API. Knows neither HTTP nor the database; web.py turns these
into answers."""

from collections.abc import Mapping


class Problem(Exception):
    """Base: `code` is what the PWA translates, `status` the HTTP status that the border answers (RFC 9457)."""

    code = "internal"
    status = 500
    title = "Internal error"

    def __init__(self, detail: str = "", errors: Mapping[str, object] | None = None) -> None:
        super().__init__(detail or self.title)
        self.detail = detail
        self.errors = errors


class Missing(Problem):
    """Nothing visible lives at this address (also: it belongs to another municipality)."""

    code, status, title = "not-found", 404, "Not found"


class Unreadable(Problem):
    """The request cannot be understood."""

    code, status, title = "unreadable", 400, "Unreadable request"


class Invalid(Problem):
    """The input is readable and breaks a rule."""

    code, status, title = "invalid", 422, "Invalid input"
