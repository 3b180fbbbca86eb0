# SPDX-License-Identifier: EUPL-1.2
"""Servers in the shapes of PVOG's Suchdienst and the Infodienste, for tests. They answer with what tests put in, and
have the troubles that tests ask for."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.serving import Site

Row = dict[str, Any]
FEDERAL = "000000000000"
KEY = "geheim-bad-belzig"


class Pages(dict[str, Any]):
    """Every path leads to one function: paths here carry numbers."""

    def __init__(self, answer: Callable[[BaseHTTPRequestHandler], None]) -> None:
        super().__init__()
        self.answer = answer

    def get(self, _path: str, _default: Any = None) -> Any:
        return self.answer


@dataclass
class Foreign:
    """What such servers have in common. `troubles`: [(part of a path, how often, what)], what being a status, "slow",
    "garbage", "cut", "deep" or "redirect"."""

    site: Site
    troubles: list[list[Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    retry_after: str = "0"

    def __post_init__(self) -> None:
        self.site.pages = Pages(self._handle)

    def trouble(self, part: str, what: int | str, times: int = 1) -> None:
        """Have trouble the next times when this part of a path is asked."""
        self.troubles.append([part, times, what])

    def _handle(self, request: BaseHTTPRequestHandler) -> None:
        self.asked.append(unquote(request.path))
        for one in self.troubles:
            if one[0] in self.asked[-1] and one[1]:
                one[1] -= 1
                self._fail(request, one[2])
                return
        parts = urlsplit(request.path)
        status, body, headers = self.answer(parts.path, parse_qs(parts.query), dict(request.headers.items()))
        send(request, status, json.dumps(body).encode(), headers)

    def answer(self, path: str, query: dict[str, list[str]], headers: dict[str, str]) -> tuple[int, Any, Row]:
        raise NotImplementedError

    def _fail(self, request: BaseHTTPRequestHandler, what: int | str) -> None:
        if what == "slow":
            time.sleep(1.5)
            send(request, 200, b"{}", {})
        elif what == "garbage":
            send(request, 200, b"<html>Wartung</html>", {})
        elif what == "odd":
            send(request, 200, b'{"content": 7, "results": null, "id": [], "object": "x"}', {})
        elif what == "deep":
            send(request, 200, b"[" * 200_000, {})
        elif what == "cut":
            request.send_response(200)
            request.send_header("Content-Length", "1000")
            request.end_headers()
            request.wfile.write(b'{"content": [')
        elif what == "redirect":
            send(request, 302, b"", {"Location": self.site.url("/anderswo")})
        else:
            send(request, int(what), b"{}", {"Retry-After": self.retry_after})


def send(request: BaseHTTPRequestHandler, status: int, body: bytes, headers: Row) -> None:
    """One answer."""
    request.send_response(status)
    for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}.items():
        request.send_header(name, value)
    request.end_headers()
    request.wfile.write(body)


@dataclass
class Pvog(Foreign):
    """PVOG: like the real one it answers always, if need be with what nobody asked for."""

    services: dict[str, Row] = field(default_factory=dict)
    offices: dict[str, Row] = field(default_factory=dict)
    size: int = 3

    def add(self, name: str, title: str, key: str, *ars: str, offices: tuple[str, ...] = (), **more: Any) -> None:
        """A service and its offices."""
        self.services[name] = {"id": name, "title": title, "name": title, "leikakeys": [key], "ars": list(ars)}
        self.services[name] |= {"details": [], "onlineServiceLinks": [], "lastUpdate": "2026-11-01T00:00:00Z"} | more
        self.services[name]["offices"] = offices
        for office in offices:
            self.offices[office] = {"title": f"Amt {office}", "location": LOCATION, "internetAddresses": []}

    def answer(self, path: str, query: dict[str, list[str]], headers: dict[str, str]) -> tuple[int, Any, Row]:
        rows = list(self.services.values())
        if path.endswith("/leikaid"):
            keys = query["leikaIds"]
            hits = [row for row in rows if set(row["leikakeys"]) & set(keys) and _at(row, query["ars"][0])]
            number = int(query["page"][0])
            page = (hits or rows)[number * self.size : (number + 1) * self.size]
            last = (number + 1) * self.size >= len(hits or rows)
            return 200, {"content": page, "last": last}, {}
        if path.endswith("/detail") and "organisationunits" not in path:
            found = self.services.get(unquote(path.split("/")[-2]))
            return (200, found, {}) if found else (404, {}, {})
        if path.endswith("/titles"):
            named = self.services[query["lbId"][0]]["offices"]
            return (
                200,
                [{"id": one, "title": "?", "role": {"code": "01", "name": "Zuständige Stelle"}} for one in named],
                {},
            )
        if path.endswith("/organisationunits/detail"):
            return 200, self.offices[query["q"][0]], {}
        # By word: the nearest rows, whatever they are.
        return 200, {"serviceDescriptions": {"content": rows[:5]}}, {}


LOCATION = {
    "addresses": [
        {"type": "Postfach", "street": "", "zip": "14801", "city": "Bad Belzig"},
        {"type": "Hausanschrift", "street": "Wiesenburger Straße 6", "zip": "14806", "city": "Bad Belzig"},
    ],
    "communications": [{"code": "02", "value": "033841 94-0"}],
    "employees": [{"name": "Erika Muster"}],
}


def _at(row: Row, ars: str) -> bool:
    """The real one finds what hangs at this level, and what holds everywhere."""
    return ars in row["ars"] or FEDERAL in row["ars"]


@dataclass
class Infodienste(Foreign):
    """The Infodienste: pages with a total in the header, a key for each municipality."""

    services: dict[str, Row] = field(default_factory=dict)
    short: bool = False

    def add(self, name: str, title: str, **more: Any) -> None:
        """A service."""
        self.services[name] = {"id": name, "name": title, "textBlocks": [], "organisationalUnits": []} | more

    def answer(self, path: str, query: dict[str, list[str]], headers: dict[str, str]) -> tuple[int, Any, Row]:
        if headers.get("api_key") != KEY:
            return 401, {}, {}
        if headers.get("Accept-Language") != "de_DE" or query.get("areaId") != ["3679"]:
            return 400, {}, {}
        if path.endswith("/pst/find"):
            start, limit = int(query["offset"][0]), int(query["limit"][0])
            page = list(self.services.values())[start : start + limit]
            results = [{"score": 1, "object": {"id": row["id"], "name": row["name"]}} for row in page]
            return 200, {"count": len(page), "results": results}, {"total-item-count": str(len(self.services))}
        if self.short and "pstExtended" in path:
            return 404, {}, {}
        found = self.services.get(unquote(path.rpartition("/")[2]))
        return (200, {"object": found}, {}) if found else (404, {}, {})
