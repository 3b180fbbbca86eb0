# SPDX-License-Identifier: EUPL-1.2
"""Every error leaves as `application/problem+json` (RFC 9457) with a `code` that the PWA translates. Part of the
border beside web.py."""

import json
import logging
from collections.abc import Mapping
from typing import Any

import orjson
from flask import Flask, Response, request
from flask_smorest import Api
from marshmallow import Schema, fields
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import HTTPException

from backend.problems import Problem, Unreadable

log = logging.getLogger("sva.errors")

CODES = {
    400: "unreadable",
    404: "not-found",
    405: "method-not-allowed",
    406: "not-acceptable",
    408: "timeout",
    411: "length-required",
    413: "too-large",
    415: "unsupported-media-type",
    422: "invalid",
    429: "too-many",
    431: "too-large",
}


class UnknownHost(Problem):
    """No municipality answers on this host name; there is no default in production."""

    code, status, title = "unknown-host", 404, "Unknown host"


class BodyParser(FlaskParser):
    """Reads bodies; tells the sender, too, what is more than Python's parser can hold."""

    def _raw_load_json(self, req: Any) -> Any:
        try:
            return whole(super()._raw_load_json(req), req.get_data(cache=True))
        except RecursionError as error:
            raise Unreadable("The body nests too deep.") from error


def read_json(data: bytes) -> Any:
    """The same for JSON that is not the whole body. Raises Unreadable."""
    try:
        return whole(json.loads(data), data)
    except RecursionError as error:
        raise Unreadable("The body nests too deep.") from error
    except ValueError as error:
        raise Unreadable("This is not JSON.") from error


def whole(found: Any, source: bytes) -> Any:
    """What JSON says without halves of a sign (an emoji that a program has cut): neither a database nor a hash takes
    them."""
    if b"\\ud" not in source.lower():
        return found
    return json.loads(json.dumps(found, ensure_ascii=False).encode(errors="ignore"))


class ProblemSchema(Schema):
    """Problem details, RFC 9457."""

    type = fields.String(required=True, metadata={"example": "urn:sva:problem:not-found"})
    code = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String()
    errors = fields.Dict(metadata={"description": "Messages by field"})


class ProblemApi(Api):  # type: ignore[misc]  # flask-smorest carries no types
    """flask-smorest's Api with our error document, described and sent."""

    ERROR_SCHEMA = ProblemSchema

    def document(self) -> Any:
        """The OpenAPI document, the same on every Python: 3.13 renamed status 422, after which the answer is named."""
        text = json.dumps(self.spec.to_dict())
        return json.loads(text.replace("UNPROCESSABLE_CONTENT", "UNPROCESSABLE_ENTITY"))

    def handle_http_exception(self, error: HTTPException) -> Response:
        """Turn werkzeug's exceptions, smorest's aborts and uncaught errors into problem documents."""
        status = error.code or 500
        data: dict[str, Any] = getattr(error, "data", None) or {}
        errors = data.get("errors") or data.get("messages")
        if isinstance(errors, dict) and len(errors) == 1 and next(iter(errors)) in ("json", "query", "form", "files"):
            errors = next(iter(errors.values()))
        detail = data.get("message") or (error.description if status < 500 else "")
        response = problem(
            status, CODES.get(status, "internal" if status >= 500 else "refused"), error.name, detail, errors
        )
        if status == 405 and getattr(error, "valid_methods", None):
            response.headers["Allow"] = ", ".join(error.valid_methods)  # type: ignore[attr-defined]
        return response


def problem(
    status: int,
    code: str,
    title: str,
    detail: str | None = "",
    errors: Any = None,
    members: Mapping[str, object] | None = None,
) -> Response:
    """A problem document as an answer; never stored."""
    document: dict[str, Any] = {"type": f"urn:sva:problem:{code}", "code": code, "title": title, "status": status}
    document |= members or {}
    if detail:
        document["detail"] = detail
    if errors:
        document["errors"] = errors
    # Messages about an entry of a list stand under its number.
    response = Response(orjson.dumps(document, option=orjson.OPT_NON_STR_KEYS), content_type="application/problem+json")
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    return response


def init_errors(app: Flask) -> None:
    """Answer our own problems; log uncaught errors with the route and without the request's data."""

    @app.errorhandler(Problem)
    def answer(error: Problem) -> Response:
        response = problem(error.status, error.code, error.title, error.detail, error.errors, error.members)
        response.headers.update(error.headers)
        return response

    @app.errorhandler(Exception)
    def fail(error: Exception) -> Response:
        log.error("unhandled error", exc_info=error, extra={"route": str(request.url_rule), "method": request.method})
        return problem(500, "internal", "Internal error")
