# SPDX-License-Identifier: EUPL-1.2
"""Connects sessions to Flask-Login: the request loader answers who a cookie belongs to."""

from flask import Flask, Request
from flask_login import LoginManager

from backend import gate
from backend.accounts.operations import sessions
from backend.staff import Staff
from backend.tenants.describe import asks_for_second_factor
from backend.web import municipality, now


def init_login(app: Flask) -> None:
    """Give Flask-Login our loader. Not by `init_app`: its hook reads Flask's session after every request, and so would
    put `Vary: Cookie` on public answers."""
    manager = LoginManager()
    manager.session_protection = None
    manager.request_loader(_load)
    app.config["REMEMBER_COOKIE_NAME"] = "__Host-unused"
    app.login_manager = manager  # type: ignore[attr-defined]


def second_factor_required() -> bool:
    """Whether the municipality of this request asks for a second factor (tenant file, `[staff]`)."""
    return asks_for_second_factor(municipality().config)


def _load(_request: Request) -> Staff | None:
    token = gate.session_token()
    return sessions.find(token, now(), required=second_factor_required()) if token else None
