# SPDX-License-Identifier: EUPL-1.2
"""Finds the staff's routes and calls each with a request that is good in itself, made from the OpenAPI document: what
refuses it then is the border, not the shape of a body."""

import io
import itertools
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import Flask

from backend.web import STAFF_LEVELS, Access
from tests.accounts.people import Desk

PICTURE = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)
# What a schema cannot say in OpenAPI.
GOOD = {
    "email": "neu@alpha.de", "password": "ein gutes Passwort", "slug": "beta", "code": "123456", "at": "2030-01-01",
    "extra": "2030-01-02", "first_day": "2030-01-01", "last_day": "2030-01-01", "from": "08:00", "to": "12:00",
}  # fmt: skip
# May be null somewhere, but not in everything that is made.
NAMES = {"title"}


@dataclass(frozen=True)
class Route:
    """One method of one address."""

    method: str
    rule: str
    level: Access
    conditional: bool
    creates: bool
    body: dict[str, Any]
    files: tuple[str, ...]

    @property
    def writes(self) -> bool:
        return self.method != "GET"

    @property
    def variables(self) -> int:
        return self.rule.count("<")

    def paths(self, ids: list[str]) -> Iterator[str]:
        """The address with every choice of these ids."""
        fixed = re.split(r"<[^>]+>", self.rule)
        for chosen in itertools.product(ids, repeat=self.variables):
            yield "".join(itertools.chain.from_iterable(itertools.zip_longest(fixed, chosen, fillvalue="")))


def routes(app: Flask) -> list[Route]:
    """Every route of the staff's side."""
    with app.app_context():
        document = app.extensions["sva.api"].document()
    found = []
    for rule in app.url_map.iter_rules():
        view: Any = app.view_functions[rule.endpoint]
        if view.access.is_staff:
            path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
                described = document["paths"][path][method.lower()]
                creates = any(one.get("name") == "If-None-Match" for one in described.get("parameters", []))
                content = described.get("requestBody", {}).get("content", {})
                body = example(document, content.get("application/json", {}).get("schema", {"type": "object"}))
                form = resolved(document, content.get("multipart/form-data", {}).get("schema", {}))
                files = tuple(form.get("properties", {}))
                found.append(Route(method, rule.rule, view.access, view.conditional, creates, body, files))
    return found


def guarded(app: Flask) -> list[Route]:
    """The routes that need somebody who is signed in."""
    return [route for route in routes(app) if STAFF_LEVELS[route.level][0] is not None]


def call(browser: Desk, route: Route, path: str = "", **headers: Any) -> Any:
    """Send the request; every header may be replaced, or left out by None."""
    path = path or next(route.paths([str(uuid.uuid4())]))
    sent: dict[str, Any] = {"method": route.method, "headers": {"If-Match": '"999"'} | headers}
    if route.files:
        sent["data"] = {name: (io.BytesIO(PICTURE), "bild.gif") for name in route.files}
    elif route.writes:
        sent["json"] = route.body
    if not route.conditional:
        del sent["headers"]["If-Match"]
    return browser.open(path, **sent)


def example(document: dict[str, Any], schema: dict[str, Any], name: str = "") -> Any:
    """The simplest value that a schema accepts."""
    if {"type": "null"} in schema.get("anyOf", ()) or "null" in schema.get("type", ""):
        return "text" if name in NAMES else None
    schema = resolved(document, schema)
    kind = schema.get("type", "object")
    if "enum" in schema:
        return schema["enum"][0]
    if kind == "object":
        return {key: example(document, value, key) for key, value in schema.get("properties", {}).items()}
    if kind == "array":
        return [example(document, schema["items"], name)] * schema.get("minItems", 1)
    if schema.get("format") in ("uri", "url"):
        return "https://verein.example"
    if schema.get("format") == "uuid":
        return str(uuid.uuid4())
    if schema.get("format") == "date-time":
        return "2030-01-01T12:00:00+00:00"
    return {"string": GOOD.get(name, "text"), "boolean": True}.get(kind, schema.get("minimum", 0))


def resolved(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """A schema without a reference around it; the first one of several that are allowed."""
    while "$ref" in schema or "anyOf" in schema or "oneOf" in schema or "allOf" in schema:
        if "$ref" in schema:
            schema = document["components"]["schemas"][schema["$ref"].rsplit("/", maxsplit=1)[-1]]
        else:
            schema = (schema.get("anyOf") or schema.get("oneOf") or schema["allOf"])[0]
    return schema
