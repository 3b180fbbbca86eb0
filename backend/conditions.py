# SPDX-License-Identifier: EUPL-1.2
"""Conditional writes (RFC 9110, 13): whoever changes a thing names the version that was changed, so that nobody's text
is overwritten. Part of the border beside web.py; knows no feature.

`conditional=Schema()` at an endpoint turns it on: answers carry `ETag: "<version>"`, writes need `If-Match`, and the
schema tells what stands there now when the version is another.
"""

from collections.abc import Callable
from functools import cache, wraps
from typing import Any, cast

from flask import g, make_response, request
from flask_smorest import Blueprint
from marshmallow import Schema, fields

from backend.errors import ProblemSchema
from backend.problems import PreconditionFailed, PreconditionRequired

# Versions count from 1: a tag that never was ours meets no row and is answered like an old one.
NO_VERSION = 0


def expected_version() -> int | None:
    """The version that the caller has seen; None to create what must not exist yet. Only in views with
    `conditional=…`."""
    return cast("int | None", g.expected_version)


def conditional_view(view: Callable[..., Any], current: Schema, *, creates: bool) -> Callable[..., Any]:
    """Wrap a view: check the header before anything else is read, tag the answer, tell what stands there now."""

    @wraps(view)
    def conditional(*args: Any, **kwargs: Any) -> Any:
        if request.method != "GET":
            g.expected_version = _expected(creates)
        try:
            response = make_response(view(*args, **kwargs))
        except PreconditionFailed as problem:
            problem.members = {"current": current.dump(problem.current)}
            raise
        if "version" in g:
            response.set_etag(str(g.version))
        return response

    return conditional


def keep_version(view: Callable[..., Any]) -> Callable[..., Any]:
    """Remember the `version` of what a view gives, before a schema takes its own choice of it."""

    @wraps(view)
    def keep(*args: Any, **kwargs: Any) -> Any:
        result = view(*args, **kwargs)
        thing = result[0] if isinstance(result, tuple) else result
        if thing:
            g.version = thing["version"]
        return result

    return keep


def describe(blueprint: Blueprint, view: Callable[..., Any], current: Schema, method: str, creates: bool) -> Any:
    """Put the headers and the answer 412 into the OpenAPI document."""
    if method == "GET":
        return view
    parameters = [_header("If-Match", required=not creates)] + ([_header("If-None-Match")] if creates else [])
    view = blueprint.alt_response(412, schema=_changed(type(current)), description="Changed in the meantime")(view)
    return blueprint.doc(parameters=parameters)(view)


def _header(name: str, *, required: bool = False) -> dict[str, Any]:
    return {"in": "header", "name": name, "required": required, "schema": {"type": "string"}}


@cache
def _changed(current: type[Schema]) -> type[Schema]:
    return type(f"Changed{current.__name__}", (ProblemSchema,), {"current": fields.Nested(current, required=True)})


def _expected(creates: bool) -> int | None:
    if creates and request.if_none_match.star_tag:
        return None
    # Also weak tags: proxies that compress on the way mark ours so, and a version says everything about a row.
    tags = request.if_match.as_set(include_weak=True)
    if not tags:
        raise PreconditionRequired("Say which version you have changed (If-Match).")
    (tag, *others) = tags
    return int(tag) if not others and tag.isdecimal() and len(tag) < 10 else NO_VERSION
