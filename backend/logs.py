# SPDX-License-Identifier: EUPL-1.2
"""Structured logs, one JSON object a line, without personal data: no address, no query string, no header, no body."""

import json
import logging
import time
import traceback

from flask import Flask, Response, g, request

EXTRA = ("route", "method", "status", "ms", "tenant", "source", "kind", "count", "reason")


class JsonFormatter(logging.Formatter):
    """Fields: time (UTC), level, logger, message, the known extras, and the place of an exception without its
    values."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created)),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= {name: value for name in EXTRA if (value := getattr(record, name, None)) is not None}
        if record.exc_info and record.exc_info[1] is not None:
            # Messages of database errors quote parameters, which may be somebody's text: type and place suffice.
            line["error"] = type(record.exc_info[1]).__name__
            line["at"] = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(record.exc_info[2])[-6:]]
        return json.dumps(line, ensure_ascii=False)


def init_logs(app: Flask, level: str) -> None:
    """Send what `sva` and the queue say as JSON to standard error; note each request that reaches Flask."""
    for name in ("sva", "huey"):
        logger = logging.getLogger(name)
        logger.setLevel(level)
        if not logger.handlers:
            handler = logging.StreamHandler()
            handler.setFormatter(JsonFormatter())
            logger.addHandler(handler)
    requests = logging.getLogger("sva.requests")

    @app.before_request
    def start() -> None:
        g.started = time.perf_counter()

    @app.after_request
    def note(response: Response) -> Response:
        tenant = getattr(g, "municipality", None)
        requests.debug(
            "request",
            extra={
                "route": str(request.url_rule),
                "method": request.method,
                "status": response.status_code,
                "ms": round((time.perf_counter() - g.started) * 1000, 1),
                "tenant": tenant.slug if tenant else None,
            },
        )
        return response
