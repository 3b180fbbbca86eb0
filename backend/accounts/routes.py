# SPDX-License-Identifier: EUPL-1.2
"""Addresses of signing in: session, second factor, password, switching. People and log: routes_people.py."""

import uuid
from functools import partial
from typing import Any

from flask import request

from backend import gate
from backend.accounts import browsers, organisers, schemas
from backend.accounts.login import second_factor_required as required
from backend.accounts.operations import invitations, resets, second_factor, sessions, signing_in, switching
from backend.accounts.operations.sessions import Opened
from backend.accounts.operations.signing_in import Browser
from backend.config import current_settings
from backend.staff import Staff, Stage
from backend.tenants.describe import origin
from backend.throttle import Limit
from backend.web import Access, Border, municipality, now

bp = Border("staff", __name__, url_prefix="/api/v1/staff", description="Staff: signing in")

# For each network or known browser; a town hall of twenty behind one address must get through.
GUESSES = Limit("guesses", 60, 15 * 60)
# What takes a secret: each try counts.
guess = partial(bp.endpoint, method="POST", limit=GUESSES)
STATES = {Stage.CODE: "code", Stage.SETUP: "setup", Stage.FULL: "signed-in"}


@bp.endpoint("/session", access=Access.SIGN_IN, returns=schemas.SessionSchema())
def get_session() -> Any:
    """How far the sign-in has come, and the CSRF token. Gives strangers the cookie that the token belongs to."""
    return _state(gate.session_token() or gate.leave())


@guess("/session", access=Access.SIGN_IN, body=schemas.SignInSchema(), returns=schemas.SessionSchema())
def sign_in(body: dict[str, str]) -> Any:
    """Sign in with mail address and password; a second factor is asked for next, if there is one."""
    browser = _browser(body["email"])
    return _enter(signing_in.sign_in(**body, browser=browser, now=now(), required=required()))


@guess("/session/code", access=Access.SIGN_IN, body=schemas.CodeSchema(), returns=schemas.SessionSchema())
def enter_code(body: dict[str, str]) -> Any:
    """The second step of signing in: a code of the app or a recovery code."""
    who = gate.pending()
    return _enter(signing_in.enter_code(who, body["code"], _browser(who.email), now(), required=required()))


@bp.endpoint("/session", method="DELETE", access=Access.SIGN_IN, returns=schemas.SessionSchema())
def sign_out() -> Any:
    """End this session, at whatever stage."""
    if who := gate.caller():
        sessions.sign_out(who)
    return _state(gate.leave())


@bp.endpoint("/sessions", access=Access.ENROL, returns=schemas.OwnSessionSchema(many=True))
def list_sessions() -> Any:
    """Where the person is signed in, in all municipalities."""
    return sessions.list_sessions(gate.staff(), now())


@bp.endpoint("/sessions/<uuid:session_id>", method="DELETE", access=Access.ENROL)
def end_session(session_id: uuid.UUID) -> Any:
    """End one of the own sessions."""
    sessions.end_session(session_id, gate.staff())
    return "", 204


@bp.endpoint("/sessions", method="DELETE", access=Access.ENROL, returns=schemas.SessionSchema())
def sign_out_everywhere() -> Any:
    """End all own sessions, in every municipality, this one included."""
    sessions.end_everywhere(gate.staff())
    return _state(gate.leave())


@guess("/password", access=Access.STAFF, body=schemas.PasswordChangeSchema())
def change_password(body: dict[str, str]) -> Any:
    """Change the own password; all other sessions end."""
    resets.change(gate.staff(), **body, municipality=municipality().name, now=now())
    return "", 204


@bp.endpoint("/second-factor", method="POST", access=Access.ENROL, returns=schemas.FactorOfferSchema())
def begin_second_factor() -> Any:
    """A secret for the authenticator app; active once a first code confirms it."""
    return second_factor.begin(gate.staff(), municipality().name)


@guess(
    "/second-factor/confirmation", access=Access.ENROL, body=schemas.CodeSchema(), returns=schemas.RecoveryCodesSchema()
)
def confirm_second_factor(body: dict[str, str]) -> Any:
    """Activate the second factor; the recovery codes are shown this once, all other sessions end."""
    return {"recovery_codes": second_factor.confirm(gate.staff(), body["code"], municipality().name, now())}


@guess("/second-factor/removal", access=Access.STAFF, body=schemas.PasswordSchema())
def remove_second_factor(body: dict[str, str]) -> Any:
    """Switch the second factor off, where all municipalities of the person allow it."""
    second_factor.remove(gate.staff(), body["password"], municipality().name)
    return "", 204


@guess(
    "/second-factor/recovery-codes",
    access=Access.STAFF,
    body=schemas.PasswordSchema(),
    returns=schemas.RecoveryCodesSchema(),
)
def renew_recovery_codes(body: dict[str, str]) -> Any:
    """Ten new recovery codes; the old ones are worthless."""
    return {"recovery_codes": second_factor.renew_recovery_codes(gate.staff(), body["password"])}


@guess("/password-reset", access=Access.SIGN_IN, body=schemas.AskResetSchema())
def ask_reset(body: dict[str, str]) -> Any:
    """Send a link for a new password; the answer is the same for every address."""
    profile, settings = municipality(), current_settings()
    resets.ask(body["email"], profile.name, origin(profile.slug, profile.config["hosts"], settings), now())
    return "", 204


@guess("/password-reset/look", access=Access.SIGN_IN, body=schemas.TokenSchema(), returns=schemas.ResetOfferSchema())
def look_at_reset(body: dict[str, str]) -> Any:
    """Whose password a link sets; uses nothing up."""
    return resets.look(body["token"], now())


@guess("/password-reset/confirmation", access=Access.SIGN_IN, body=schemas.ResetSchema())
def confirm_reset(body: dict[str, str]) -> Any:
    """Set the new password; every session of the person ends."""
    # Whoever reads the owner's mail is known from here on: strangers' guesses do not keep the owner from signing in.
    gate.remember_device(resets.reset(**body, municipality=municipality().name, now=now()))
    return "", 204


@guess("/invitations/look", access=Access.SIGN_IN, body=schemas.TokenSchema(), returns=schemas.OfferSchema())
def look_at_invitation(body: dict[str, str]) -> Any:
    """What an invitation offers; uses nothing up."""
    return invitations.look(body["token"], now())


@guess("/invitations/acceptance", access=Access.SIGN_IN, body=schemas.AcceptSchema(), returns=schemas.SessionSchema())
def accept_invitation(body: dict[str, str]) -> Any:
    """Become staff and be signed in."""
    return _enter(invitations.accept(**body, browser=_browser(), now=now(), required=required()))


@bp.endpoint(
    "/switch",
    method="POST",
    access=Access.STAFF,
    body=schemas.SwitchSchema(),
    returns=schemas.SwitchTargetSchema(),
)
def switch(body: dict[str, str]) -> Any:
    """The address that continues this sign-in in another municipality."""
    return {"url": switching.begin(gate.staff(), body["slug"], current_settings(), now())}


@guess("/switch/redemption", access=Access.SIGN_IN, body=schemas.TokenSchema(), returns=schemas.SessionSchema())
def redeem_switch(body: dict[str, str]) -> Any:
    """Continue a sign-in that began in another municipality."""
    return _enter(switching.redeem(body["token"], _browser(), now(), required=required()))


def _person(who: Staff) -> dict[str, Any]:
    known = ("account_id", "name", "email", "role_names", "second_factor", "second_factor_due")
    return {name: getattr(who, name) for name in known} | {"organiser": organisers.describe(who.organiser_id)}


def _browser(email: str = "") -> Browser:
    return Browser(browsers.describe(request.headers.get("User-Agent", "")), gate.device(email) if email else None)


def _enter(opened: Opened) -> dict[str, Any]:
    gate.become(opened.who, opened.token)
    if opened.who.stage is not Stage.CODE:
        gate.remember_device(opened.who.email)
    return _state(opened.token)


def _state(token: str) -> dict[str, Any]:
    who = gate.caller()
    # Between password and code nobody learns more than that the password was right.
    known = who if who and who.stage is not Stage.CODE else None
    return {
        "state": STATES[who.stage] if who else "anonymous",
        "csrf_token": gate.csrf_token(token),
        "person": known and _person(known),
        "municipalities": switching.municipalities(known, current_settings()) if known else [],
        "second_factor_required": required(),
        "idle_minutes": int(sessions.IDLE.total_seconds() // 60),
    }
