# SPDX-License-Identifier: EUPL-1.2
"""The wall between HTTP and rules: who may call, what goes in, what comes out, one commit. Knows no feature.

Every route stands on a `Border` and declares its access level; flask-smorest documents it and parses arguments. A view
is 1-5 lines.
"""

import enum
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import Any, Protocol, cast

import orjson
from flask import Blueprint as FlaskBlueprint
from flask import Flask, Response, current_app, g, make_response, request
from flask.json.provider import JSONProvider
from flask_smorest import Blueprint
from flask_smorest.pagination import PaginationParameters
from marshmallow import Schema

from backend import conditions, gate, jobs, throttle
from backend.db import allow_writes, db, enter_tenant
from backend.errors import BodyParser, UnknownHost
from backend.headers import SECURITY_HEADERS, document_headers
from backend.problems import Invalid, Missing, Unreadable
from backend.publishing import next_change
from backend.reads import ENVIRON_KEY, Ticket
from backend.staff import Role, Stage
from backend.throttle import Limit

MAX_PAGE = 100_000
MAX_UPLOAD = 26 * 1024 * 1024  # a picture of 25 MB and what a form puts around it
SAFE = ("GET", "HEAD", "OPTIONS")
REVALIDATE = "public, max-age=0, must-revalidate"
IMMUTABLE = "public, max-age=31536000, immutable"


class Access(enum.Enum):
    """Who may call a route, and whether its answer may be kept."""

    PUBLIC = "public"  # anyone; a GET that the byte cache keeps
    OPEN = "open"  # anyone; never kept
    PROBE = "probe"  # any host, no municipality: health checks
    # The staff's side: session cookie, `Origin` and CSRF token on writes, never kept.
    SIGN_IN = "sign-in"  # anyone who is about to sign in
    ENROL = "enrol"  # signed in, perhaps without the second factor that the municipality asks for
    STAFF = "staff"  # any person with a membership
    ORGANISER = "organiser"  # editors, also those who write for one organiser only: the operation says of what
    EDITOR = "editor"
    CLERK = "clerk"
    ADMIN = "admin"

    @property
    def is_staff(self) -> bool:
        """Whether the route belongs to the staff's side."""
        return self in STAFF_LEVELS


# Which stage of signing in and which roles (None: any) a level asks for.
STAFF_LEVELS: dict[Access, tuple[Stage | None, frozenset[str] | None]] = {
    Access.SIGN_IN: (None, None),
    Access.ENROL: (Stage.SETUP, None),
    Access.STAFF: (Stage.FULL, None),
    Access.ORGANISER: (Stage.FULL, frozenset({Role.EDITOR, Role.ADMIN})),
    Access.EDITOR: (Stage.FULL, frozenset({Role.EDITOR, Role.ADMIN})),
    Access.CLERK: (Stage.FULL, frozenset({Role.CLERK, Role.ADMIN})),
    Access.ADMIN: (Stage.FULL, frozenset({Role.ADMIN})),
}
# Where who writes for one organiser only gets in; every other level refuses, also one that is added later.
FOR_ONE_ORGANISER = frozenset({Access.SIGN_IN, Access.ENROL, Access.STAFF, Access.ORGANISER})


class Municipality(Protocol):
    """What the border knows of a municipality: the loader in create_app gives it, so that the kernel imports no
    feature."""

    @property
    def id(self) -> uuid.UUID: ...
    @property
    def slug(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def config(self) -> dict[str, Any]: ...


class OrjsonProvider(JSONProvider):
    """Flask's JSON by orjson: UUIDs and dates come as text, keys in the order of the schema."""

    def dumps(self, obj: Any, **kwargs: Any) -> str:
        return orjson.dumps(obj).decode()

    def loads(self, s: str | bytes, **kwargs: Any) -> Any:
        return orjson.loads(s)

    def response(self, *args: Any, **kwargs: Any) -> Response:
        return current_app.response_class(
            orjson.dumps(self._prepare_response_obj(args, kwargs)), mimetype="application/json"
        )


class Border(Blueprint):  # type: ignore[misc]  # flask-smorest carries no types
    """A blueprint whose routes all declare their access level. `module` names the switch in the tenant file that hides
    them."""

    ARGUMENTS_PARSER = BodyParser()

    def __init__(self, *args: Any, module: str | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.module = module

    def endpoint(
        self,
        rule: str,
        *,
        access: Access,
        method: str = "GET",
        returns: Schema | None = None,
        query: Schema | None = None,
        body: Schema | None = None,
        files: Schema | None = None,
        page_size: int | None = None,
        documented: bool = True,
        limit: Limit | None = None,
        conditional: Schema | None = None,
        creates: bool = False,
        also: tuple[int, ...] = (),
    ) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Register a view. `query`, `body` and `files` (the parts of a multipart body) arrive as positional dicts in
        this order; `page_size` makes the answer paginated; `limit` counts each try of a caller, also of requests that
        fail; `conditional` is the schema of one thing with a `version` (see conditions.py), and with `creates` a PUT
        may make it. Success is 200 with `returns`, 204 without; `also` names other statuses of success.
        """

        def register(view: Callable[..., Any]) -> Callable[..., Any]:
            wrapped = view if conditional is None else conditions.keep_version(view)
            if page_size is not None:
                wrapped = self.paginate(page_size=page_size, max_page_size=100)(_bounded(wrapped))
            if returns is not None:
                wrapped = self.response(200, returns)(wrapped)
            for status in also or ((201,) if creates else (204,) if returns is None else ()):
                wrapped = self.alt_response(status, schema=returns, success=True)(wrapped)
            if body is not None:
                wrapped = self.arguments(body)(wrapped)
            if files is not None:
                wrapped = self.arguments(files, location="files")(wrapped)
            if query is not None:
                wrapped = self.arguments(query, location="query")(wrapped)
            if conditional is not None:
                wrapped = conditions.describe(self, wrapped, conditional, method, creates)
                wrapped = conditions.conditional_view(wrapped, conditional, creates=creates)
            paging = ("page", "page_size") if page_size else ()
            asked = query.fields.items() if query is not None else ()
            declared = frozenset([*(field.data_key or name for name, field in asked), *paging])
            crossing = _cross(wrapped, access, self.module, declared, limit, uploads=files is not None)
            crossing.conditional = conditional is not None  # type: ignore[attr-defined]
            options: dict[str, Any] = {"methods": [method]}
            if documented:
                self.add_url_rule(rule, None, crossing, **options)
            else:
                FlaskBlueprint.add_url_rule(self, rule, view.__name__, crossing, **options)
            return crossing

        return register


def _bounded(view: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(view)
    def bounded(*args: Any, pagination_parameters: PaginationParameters, **kwargs: Any) -> Any:
        if pagination_parameters.page > MAX_PAGE:
            raise Invalid("There are not that many pages.", {"page": [f"Must be less than or equal to {MAX_PAGE}."]})
        return view(*args, pagination_parameters=pagination_parameters, **kwargs)

    return bounded


def _refuse_nul() -> None:
    # PostgreSQL keeps no NUL in a text, so nothing can be meant by one.
    if "\0" in request.path or b"%00" in request.query_string:
        raise Unreadable("A NUL character stands in the address.")


def _cross(
    view: Callable[..., Any],
    access: Access,
    module: str | None,
    declared: frozenset[str],
    limit: Limit | None,
    *,
    uploads: bool,
) -> Callable[..., Any]:
    @wraps(view)
    def crossing(*args: Any, **kwargs: Any) -> Response:
        ticket = cast(Ticket, request.environ[ENVIRON_KEY])
        _refuse_nul()
        if access is not Access.PROBE:
            _enter(ticket, module)
        writes = request.method not in SAFE
        if access.is_staff and writes:
            gate.check_origin()
        if limit is not None:
            throttle.take(limit, gate.source())
        if access.is_staff:
            gate.admit(*STAFF_LEVELS[access], unsafe=writes, for_one_organiser=access in FOR_ONE_ORGANISER)
        if writes:
            allow_writes()
        if uploads:
            request.max_content_length = MAX_UPLOAD
        response = make_response(view(*args, **kwargs))
        if writes:
            jobs.commit()
        if access is Access.PUBLIC and response.status_code == 200:
            ticket.store, ticket.declared = True, declared
            ends = [moment for moment in (next_change(now()), g.get("lasts_until")) if moment is not None]
            ticket.valid_until = min(ends).timestamp() if ends else None
            response.headers.setdefault("Cache-Control", REVALIDATE)
            response.headers.setdefault("Access-Control-Allow-Origin", "*")
            response.headers.setdefault("Access-Control-Expose-Headers", "X-Pagination, ETag")
        if access.is_staff:
            response.headers["Cache-Control"] = "no-store"
        return response

    crossing.access, crossing.limit = access, limit  # type: ignore[attr-defined]
    crossing.declared_parameters = declared  # type: ignore[attr-defined]
    return crossing


def _enter(ticket: Ticket, module: str | None) -> None:
    if ticket.tenant_id is None:
        raise UnknownHost()
    # In a session of its own: what it reads must not decide which kind of transaction the view's session begins.
    with jobs.scope(cast(Any, current_app)._get_current_object(), None, write=False):
        profile = current_app.extensions["sva.municipality"](ticket.tenant_id, ticket.version)
    g.municipality = profile
    enter_tenant(ticket.tenant_id)
    if module is not None and not _uses(g.municipality.config, module):
        raise Missing("This municipality does not use this part of the app.")


def _uses(config: dict[str, Any], module: str) -> bool:
    """Whether a municipality has this part of the app here: one that only leads elsewhere has no addresses."""
    return module in config["modules"] and (config.get(module) or {}).get("mode") != "link"


def municipality() -> Municipality:
    """The municipality whose host was called."""
    return cast(Municipality, g.municipality)


def now() -> datetime:
    """The instant of this request: one for its queries and for the cache's `valid_until`, so that nothing falls
    between."""
    if "now" not in g:
        g.now = datetime.now(UTC)
    return cast(datetime, g.now)


def lasts_until(moment: datetime | None) -> None:
    """Say when a public answer stops being right although nothing scheduled begins or ends; the earliest one counts."""
    if moment is not None:
        g.lasts_until = min(moment, g.get("lasts_until", moment))


def raw(body: str | bytes, content_type: str, *, status: int = 200, cache_control: str | None = None) -> Response:
    """An answer that is not JSON. `content_type` includes the charset where there is one."""
    response = Response(body, status=status, content_type=content_type)
    if cache_control:
        response.headers["Cache-Control"] = cache_control
    return response


def init_web(
    app: Flask, *, https: bool, max_body_bytes: int, picture_hosts: Callable[[dict[str, Any]], tuple[str, ...]]
) -> None:
    """JSON, size limits and the headers that every answer carries. `picture_hosts` names the foreign origins from which
    the pages of a municipality with this config may load pictures."""
    app.json = OrjsonProvider(app)
    app.config.update(MAX_CONTENT_LENGTH=max_body_bytes, MAX_FORM_MEMORY_SIZE=max_body_bytes, MAX_FORM_PARTS=50)
    headers = dict(SECURITY_HEADERS)
    if https:
        headers["Strict-Transport-Security"] = "max-age=31536000"

    @app.after_request
    def add_headers(response: Response) -> Response:
        own = headers
        if response.mimetype == "text/html":
            own = headers | document_headers(picture_hosts(g.municipality.config) if "municipality" in g else ())
        for name, value in own.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    app.extensions["sva.headers"] = headers
    app.teardown_appcontext(lambda _error: db.session.remove())
