# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong in an operation, in the words of the API. Knows neither HTTP nor the database; web.py turns these
into answers."""

from collections.abc import Mapping


class Problem(Exception):
    """Base: `code` is what the PWA translates, `status` the HTTP status that the border answers (RFC 9457)."""

    code = "internal"
    status = 500
    title = "Internal error"
    headers: Mapping[str, str] = {}
    # Further members of the problem document (RFC 9457, 3.2), ready for JSON.
    members: Mapping[str, object] = {}

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


class SignInRequired(Problem):
    """Nobody is signed in here, or not any longer."""

    code, status, title = "sign-in-required", 401, "Please sign in"


class Forbidden(Problem):
    """The caller is known and may not do this."""

    code, status, title = "forbidden", 403, "Not allowed"


class Conflict(Problem):
    """The request contradicts what is there."""

    code, status, title = "conflict", 409, "Conflict"


class PreconditionRequired(Problem):
    """A write that does not say which version it changes."""

    code, status, title = "precondition-required", 428, "The version is missing"


class PreconditionFailed(Problem):
    """Somebody else was faster. `current` is the whole thing as its GET takes it into the schema; the answer shows
    it."""

    code, status, title = "precondition-failed", 412, "Changed in the meantime"

    def __init__(self, current: object) -> None:
        super().__init__()
        self.current = current


class TooMany(Problem):
    """Too many tries; `retry_after` in seconds."""

    code, status, title = "too-many", 429, "Too many tries"

    def __init__(self, retry_after: int) -> None:
        super().__init__("Please wait a little before the next try.")
        self.headers = {"Retry-After": str(retry_after)}
