# SPDX-License-Identifier: EUPL-1.2
"""The staff half of the border: session cookie, `Origin`, CSRF token, stage and role. Knows no feature: Flask-Login's
request loader, set by create_app, says who a cookie belongs to.

A visitor of the staff area gets a random cookie before signing in, so that the sign-in itself carries a CSRF token too.
Such a cookie opens nothing, and signing in replaces it: a planted one (session fixation) is worthless.
"""

from typing import cast

from flask import Response, after_this_request, current_app, request
from flask_login import current_user

from backend.config import current_settings
from backend.problems import Forbidden, SignInRequired
from backend.sealing import mac, new_token, same
from backend.staff import Staff, Stage
from backend.throttle import network

CSRF_HEADER = "X-CSRF-Token"
DEVICE_DAYS = 180


class SecondFactorMissing(Forbidden):
    """The municipality asks for a second factor; this account has to set one up first."""

    code, title = "second-factor-required", "Set up the second factor first"


class BadCsrfToken(Forbidden):
    """The token header is missing or belongs to another session."""

    code, title = "csrf", "The page is out of date, please reload"


class ForeignOrigin(Forbidden):
    """The request was started by a page of another origin, or by none."""

    code, title = "foreign-origin", "The request comes from another site"


def check_origin() -> None:
    """Refuse what a page of another origin, or none, has started. Before tries are counted: a foreign page that a
    member has open must not use them up."""
    if request.headers.get("Origin", "") != request.host_url.rstrip("/"):
        raise ForeignOrigin()


def admit(stage: Stage | None, roles: frozenset[str] | None, *, unsafe: bool, for_one_organiser: bool = False) -> None:
    """Let the caller pass or raise. `stage` None: signed in or not; `roles` None: any; `for_one_organiser`: also who
    may write for one organiser only."""
    who = caller()
    if stage is not None:
        if who is None or who.stage is Stage.CODE:
            raise SignInRequired("Sign in to go on.")
        if who.stage < stage:
            raise SecondFactorMissing()
    if unsafe:
        given = request.headers.get(CSRF_HEADER, "")
        if not session_token() or not same(given, csrf_token(session_token())):
            raise BadCsrfToken()
    if roles is not None and not (who and who.roles & roles):
        raise Forbidden("Your role does not include this.")
    if who is not None and who.organiser_id is not None and not for_one_organiser:
        raise Forbidden("You write for one organiser only.")


def caller() -> Staff | None:
    """Who sent this request, at whatever stage; None for strangers."""
    user = current_user._get_current_object()
    return user if isinstance(user, Staff) else None


def staff() -> Staff:
    """Who sent this request, on routes that need somebody."""
    return cast(Staff, caller())


def pending() -> Staff:
    """Who has given the right password and owes the code. Raises SignInRequired."""
    who = caller()
    if who is None or who.stage is not Stage.CODE:
        raise SignInRequired("Sign in with mail address and password first.")
    return who


def become(who: Staff, token: str) -> None:
    """Go on as this person: a new cookie for the answer, never the one the request brought."""
    current_app.login_manager._update_request_context_with_user(who)  # type: ignore[attr-defined]
    _set_cookie(session_cookie(), token)


def leave() -> str:
    """Forget the session: a fresh, empty cookie. Returns its value."""
    token = new_token()
    current_app.login_manager._update_request_context_with_user()  # type: ignore[attr-defined]
    _set_cookie(session_cookie(), token)
    return token


def session_cookie() -> str:
    """The cookie's name: browsers bind `__Host-` to this host, to TLS and to the whole path."""
    return "__Host-sid" if current_settings().https else "sid"


def session_token() -> str:
    """The value of the session cookie of the request, or empty."""
    return request.cookies.get(session_cookie(), "")


def csrf_token(token: str) -> str:
    """The CSRF token that belongs to a session cookie."""
    return mac("csrf", token)


def device(email: str | None = None) -> str | None:
    """The browser's mark if somebody (with `email`: this person) has signed in with it before.

    Tries of known browsers are counted apart, so that strangers who guess somebody's password cannot lock that person
    out.
    """
    mark, _, signature = request.cookies.get(_device_cookie(), "").partition(".")
    if not mark or not same(signature, mac("device", mark)):
        return None
    return mark if email is None or mark.endswith(_owner(email)) else None


def remember_device(email: str) -> None:
    """Mark a browser in which this person has signed in completely."""
    if device(email) is None:
        mark = new_token() + _owner(email)
        _set_cookie(_device_cookie(), f"{mark}.{mac('device', mark)}", max_age=DEVICE_DAYS * 86400)


def source() -> str:
    """Whose tries are counted: a known browser, else the network of the address."""
    mark = device()
    return f"device {mark}" if mark else f"network {network(request.remote_addr)}"


def _device_cookie() -> str:
    return "__Host-device" if current_settings().https else "device"


def _owner(email: str) -> str:
    return "-" + mac("device owner", email.strip().lower())[:16]


def _set_cookie(name: str, value: str, max_age: int | None = None) -> None:
    @after_this_request
    def add(response: Response) -> Response:
        secure = current_settings().https
        response.set_cookie(name, value, max_age, path="/", httponly=True, secure=secure, samesite="Lax")
        return response
